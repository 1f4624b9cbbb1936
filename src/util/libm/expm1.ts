/**
 * e ** x - 1 without the loss of digits near zero.
 *
 * x = k * ln(2) + r with |r| <= ln(2)/2. The series r * (e**r + 1) / (e**r - 1) = 2 + r**2/6 - r**4/360 + ... has only even powers; a polynomial
 * in r**2/2 for it gives the part of e**r - 1 that is beyond r + r**2/2 as a fraction (K. C. Ng's method of the 1980s, which C libraries
 * still have).
 */
import { fused, powerOfTwo } from './double-double.ts';

/** (r * (e**r + 1) / (e**r - 1) - 2) * 6 / r**2 by powers of r**2/2, the least absolute error for |r| <= ln(2)/2 (tools/oracle/libm-polynomials.py). */
const Q1 = -0.03333333333333314;
const Q2 = 0.001587301587255275;
const Q3 = -7.936507581316917e-5;
const Q4 = 4.008218415393729e-6;
const Q5 = -2.0110367450379511e-7;

/** ln(2) in two parts, the first of 33 bits: its products with small integers are exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;
const HALF_LN2 = 0.34657359027997264;
const ONE_AND_HALF_LN2 = 1.0397207708399179;

/** What r + c - (e ** (r + c) - 1) is. */
function shortfall(r: number, c: number): number {
  const half = 0.5 * r;
  const square = r * half;
  const fourth = square * square;
  const even = 1 + square * Q1 + fourth * (Q2 + square * Q3) + fourth * fourth * (Q4 + square * Q5);
  const t = fused(-even, half, 3);
  const e = square * ((even - t) / fused(-r, t, 6));
  return c === 0 ? fused(r, e, -square) : fused(r, e - c, -c) - square;
}

export function expm1(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x;
  if (x < -37.42994775023705) return -1;
  const size = x < 0 ? -x : x;
  if (size <= HALF_LN2) return size < 2 ** -54 ? x : x - shortfall(x, 0);
  const k = size < ONE_AND_HALF_LN2 ? (x < 0 ? -1 : 1) : Math.trunc(x * Math.LOG2E + (x < 0 ? -0.5 : 0.5));
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const c = high - r - k * LN2_LOW;
  return assemble(k, r, shortfall(r, c));
}

/** 2 ** k * (1 + r - less) - 1 */
function assemble(k: number, r: number, less: number): number {
  if (k === -1) return 0.5 * (r - less) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (less - (r + 0.5)) : 1 + 2 * (r - less);
  if (k <= -2 || k > 56) {
    const sum = 1 - (less - r);
    return (k === 1024 ? sum * 2 * powerOfTwo(1023) : sum * powerOfTwo(k)) - 1;
  }
  const unit = powerOfTwo(-k);
  return (k < 20 ? 1 - unit - (less - r) : r - (less + unit) + 1) * powerOfTwo(k);
}
