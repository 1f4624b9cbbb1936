/**
 * Arc sine and arc cosine by Taylor's polynomials around the middles of cells of 1/256 (as in the library of Gal and Bachelis, "An accurate
 * elementary mathematical library for the IEEE floating point standard", ACM TOMS 17, 1991); beyond the last cell, arc tangents of
 * double-doubles.
 *
 * Cells, degrees and order of terms are those of the C library of Linux, so that even the results that are not the nearest doubles agree. A
 * cell's coefficients are computed in fixed point when it is first met.
 */
import {
  divide,
  fromDouble,
  multiply,
  ONE,
  remainderOf,
  sinCosSeries,
  squareRoot,
  toDouble,
} from '../bigint-series.ts';
import { atanQuotient } from './atan.ts';
import { addPairs, fused, low, multiplyPairs, sqrtPair, sumWithProduct, twoSum } from './double-double.ts';

const CELLS_PER_UNIT = 256;
const FIRST_CELL_BEGIN = 0.125;
const ASIN_CELLS_END = 0.96875;
/** Where the arc cosine is small, the polynomials of the arc sine are not accurate enough. */
const ACOS_CELLS_END = 0.953125;

/** asin(x) = x + x**3 * (S1 + ...), the least absolute error for |x| < 1/8 (tools/oracle/libm-polynomials.py). */
const S1 = 0.16666666666666327;
const S2 = 0.07500000000340089;
const S3 = 0.044642855924365184;
const S4 = 0.0303821531649573;
const S5 = 0.022353663777573394;
const S6 = 0.01816859616065061;

const HALF_PI = Math.PI / 2;
const HALF_PI_REST = 6.123233995736766e-17;

/** Degree of the polynomial: more towards 1, where the function grows steep. */
function degreeOf(cell: number): number {
  const begin = cell / CELLS_PER_UNIT;
  if (begin < 0.5) return 7;
  if (begin < 0.75) return 8;
  if (begin < 0.921875) return 9;
  return begin < 0.953125 ? 10 : 11;
}

/** asin of the middle: 44 bits behind the point, the rest; then the coefficients of r, r**2 ... */
const cells: (Float64Array | undefined)[] = [];

function makeCell(cell: number): Float64Array {
  const degree = degreeOf(cell);
  const x = (BigInt(2 * cell + 1) * ONE) / BigInt(2 * CELLS_PER_UNIT);
  const complement = ONE - multiply(x, x);
  const angle = arcSine(x, squareRoot(complement));
  const values = new Float64Array(degree + 2);
  values[0] = Math.round(toDouble(angle) * 2 ** 44) * 2 ** -44;
  values[1] = toDouble(remainderOf(angle, values[0]));
  // The derivative w = (1 - x**2) ** -1/2 satisfies (1 - x**2) w' = x w, which gives its coefficients one after the other.
  let [before, current] = [0n, divide(ONE, squareRoot(complement))];
  for (let n = 1; n <= degree; n++) {
    values[n + 1] = toDouble(current / BigInt(n));
    const next = BigInt(2 * n - 1) * multiply(x, current) + BigInt(n - 1) * before;
    [before, current] = [current, divide(next, complement) / BigInt(n)];
  }
  cells[cell] = values;
  return values;
}

/** From a near angle by the addition theorem: asin(x) = y + asin(x * cos(y) - sqrt(1 - x**2) * sin(y)). */
function arcSine(x: bigint, cosine: bigint): bigint {
  const near = fromDouble(Math.fround(Math.asin(toDouble(x))));
  const [sine, nearCosine] = sinCosSeries(near);
  const rest = multiply(x, nearCosine) - multiply(cosine, sine);
  const cube = multiply(multiply(rest, rest), rest);
  return near + rest + cube / 6n + (3n * multiply(cube, multiply(rest, rest))) / 40n;
}

/** What the cell's polynomial has beyond the first and the linear term. */
function beyondFirst(values: Float64Array, r: number): number {
  let sum = values[values.length - 1];
  for (let index = values.length - 2; index >= 3; index--) sum = sum * r + values[index];
  return r * r * sum + values[1];
}

/** (asin(x) - x) / x**3 by x**2. */
function seriesOf(square: number): number {
  return S1 + square * (S2 + square * (S3 + square * (S4 + square * (S5 + square * S6))));
}

export function asin(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < FIRST_CELL_BEGIN) return size < 1.4901161193847656e-8 ? x : fused(seriesOf(x * x), x * x * x, x);
  if (!(size < ASIN_CELLS_END)) return asinNearOne(x, size);
  const cell = Math.floor(size * CELLS_PER_UNIT);
  const values = cells[cell] ?? makeCell(cell);
  const r = size - (cell + 0.5) / CELLS_PER_UNIT;
  const angle = sumWithProduct(values[0], values[2], r, beyondFirst(values, r));
  return x < 0 ? -angle : angle;
}

export function acos(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < FIRST_CELL_BEGIN) {
    if (size < 2 ** -57) return HALF_PI;
    const angle = HALF_PI - x;
    return angle + (HALF_PI - angle - x + HALF_PI_REST - seriesOf(x * x) * (x * x * x));
  }
  if (!(x < ACOS_CELLS_END && x > -ASIN_CELLS_END)) return acosNearOne(x, size);
  const cell = Math.floor(size * CELLS_PER_UNIT);
  const values = cells[cell] ?? makeCell(cell);
  const r = size - (cell + 0.5) / CELLS_PER_UNIT;
  const t = fused(values[2], r, beyondFirst(values, r));
  return x > 0 ? HALF_PI - values[0] + (HALF_PI_REST - t) : HALF_PI + values[0] + (HALF_PI_REST + t);
}

/** 1 - x**2 as a double-double, |x| <= 1. */
function complementSquare(x: number): number {
  const first = twoSum(1, -x);
  const firstLow = low[0];
  const second = twoSum(1, x);
  return multiplyPairs(first, firstLow, second, low[0]);
}

function asinNearOne(x: number, size: number): number {
  if (!(size <= 1)) return Number.NaN;
  if (size === 1) return x < 0 ? -Math.PI / 2 : Math.PI / 2;
  const square = complementSquare(size);
  const root = sqrtPair(square, low[0]);
  const angle = atanQuotient(size, 0, root, low[0]);
  return x < 0 ? -angle : angle;
}

function acosNearOne(x: number, size: number): number {
  if (!(size <= 1)) return Number.NaN;
  if (x === 1) return 0;
  if (x === -1) return Math.PI;
  const square = complementSquare(size);
  const root = sqrtPair(square, low[0]);
  const angle = atanQuotient(root, low[0], size, 0);
  return x < 0 ? addPairs(Math.PI, 2 * HALF_PI_REST, -angle, -low[0]) : angle;
}
