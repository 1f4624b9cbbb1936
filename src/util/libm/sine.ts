/**
 * Sine and cosine by tables of accurate values and the addition theorem (Gal and Bachelis, "An accurate elementary mathematical library
 * for the IEEE floating point standard", ACM TOMS 17, 1991).
 *
 * The reduced angle is j/128 + r with |r| <= 1/256. What is added to the table's value is below 1/256, so its errors of half an ulp are
 * hardly seen in the result: 0.51 ulp or so are what there is. Table, degrees and order of terms are those of the C library of Linux.
 */
import { low, sumWithProduct } from './double-double.ts';
import { quadrant, reduceAngle } from './reduce.ts';
import { CELLS, sineTables } from './sine-tables.ts';

/** Adding and taking it away rounds to a multiple of 1/128. */
const ROUNDER = 6755399441055744 / CELLS;

/** sin(x) = x + x**3 * (S3 + ...), the least relative error for |x| < 0.126 (tools/oracle/libm-polynomials.py). */
const S3 = -0.16666666666666666;
const S5 = 0.00833333333333333;
const S7 = -0.00019841269841166438;
const S9 = 2.7557317915626488e-6;
const S11 = -2.5044593427575432e-8;

/** sin(r) = r + r**3 * (R3 + ...) and 1 - cos(r) = r**2 * (C2 + ...), |r| <= 1/256. */
const R3 = -0.16666666666664287;
const R5 = 0.008333328826227324;
const C2 = 0.5;
const C4 = -0.04166666666666024;
const C6 = 0.0013888881619516641;

const HALF_PI = Math.PI / 2;
const HALF_PI_REST = 6.123233995736766e-17;
const SERIES_LIMIT = 0.126;
/** Below this no angle is taken to another quadrant. */
const FIRST_QUADRANT = 0.855469;
const SECOND_QUADRANT = 2.426265;

/** sin(x + tail) for |x| < 0.86. */
function sinReduced(x: number, tail: number): number {
  const size = x < 0 ? -x : x;
  if (size < SERIES_LIMIT) {
    const square = x * x;
    const series = square * (S5 + square * (S7 + square * (S9 + square * S11))) + S3;
    return x + ((series * x - 0.5 * tail) * square + tail);
  }
  const from = sineTables();
  const cell = size + ROUNDER - ROUNDER;
  const j = cell * CELLS;
  const r = size - cell;
  const rest = x < 0 ? -tail : tail;
  const square = r * r;
  const s = r + (rest + r * square * (R3 + square * R5));
  const c = r * rest + square * (C2 + square * (C4 + square * C6));
  const sine = from.sinHigh[j];
  const result = sumWithProduct(sine, from.cosHigh[j], s, from.sinLow[j] + s * from.cosLow[j] - sine * c);
  return x < 0 ? -result : result;
}

/** cos(x + tail) for |x| < 0.86. */
function cosReduced(x: number, tail: number): number {
  const from = sineTables();
  const size = x < 0 ? -x : x;
  const cell = size + ROUNDER - ROUNDER;
  const j = cell * CELLS;
  const r = size - cell + (x < 0 ? -tail : tail);
  const square = r * r;
  const s = r + r * square * (R3 + square * R5);
  const c = square * (C2 + square * (C4 + square * C6));
  const cosine = from.cosHigh[j];
  return sumWithProduct(cosine, -from.sinHigh[j], s, from.cosLow[j] - s * from.sinLow[j] - cosine * c);
}

export function sin(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < FIRST_QUADRANT) return size < 1.4901161193847656e-8 ? x : sinReduced(x, 0);
  if (size < SECOND_QUADRANT) {
    const result = cosReduced(HALF_PI - size, HALF_PI_REST);
    return x < 0 ? -result : result;
  }
  if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
  const y = reduceAngle(x);
  const n = quadrant[0];
  const result = (n & 1) === 0 ? sinReduced(y, low[0]) : cosReduced(y, low[0]);
  return n >= 2 ? -result : result;
}

export function cos(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < FIRST_QUADRANT) return size < 7.450580596923828e-9 ? 1 : cosReduced(x, 0);
  if (size < SECOND_QUADRANT) {
    const angle = HALF_PI - size + HALF_PI_REST;
    return sinReduced(angle, HALF_PI - size - angle + HALF_PI_REST);
  }
  if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
  const y = reduceAngle(x);
  const n = quadrant[0];
  const result = (n & 1) === 1 ? sinReduced(y, low[0]) : cosReduced(y, low[0]);
  return n === 1 || n === 2 ? -result : result;
}
