/**
 * log(1 + x) without the loss of digits near zero.
 *
 * 1 + x = 2**k * (1 + f) with 1 + f between the roots of 1/2 and 2. With s = f / (2 + f), log(1 + f) = 2 * atanh(s) = f - f**2/2 + s * (f**2/2 + R),
 * R being an even polynomial in s (K. C. Ng's method of the 1980s, which C libraries still have).
 */
import { LN2_HIGH, LN2_LOW } from './expm1.ts';

/** 2 * atanh(s) / s - 2 by even powers of s, the least absolute error (tools/oracle/libm-polynomials.py). */
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940935;
const L3 = 0.2857142874368692;
const L4 = 0.2222219842892594;
const L5 = 0.18183572357957736;
const L6 = 0.15313832079955605;
const L7 = 0.1479825970866727;

const ROOT_OF_2_LESS_1 = 0.41421356237309503;
const ROOT_OF_HALF_LESS_1 = -0.2928932188134525;

/** k * ln(2) + log(1 + f) + c */
function logOfFraction(f: number, k: number, c: number): number {
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const even = z * L1 + z2 * (L2 + z * L3) + z4 * (L4 + z * L5) + z4 * z2 * (L6 + z * L7);
  const part = s * (half + even);
  if (k === 0) return f - (half - part);
  return k * LN2_HIGH - (half - (part + (k * LN2_LOW + c)) - f);
}

export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < ROOT_OF_2_LESS_1 && x > ROOT_OF_HALF_LESS_1) {
    const size = x < 0 ? -x : x;
    if (size < 2 ** -29) return size < 2 ** -54 ? x : x - x * x * 0.5;
    return logOfFraction(x, 0, 0);
  }
  return logOfLarge(x);
}

const words = new Uint32Array(2);
const value = new Float64Array(words.buffer);

function logOfLarge(x: number): number {
  const sum = 1 + x;
  // What the sum has lost, as a fraction of it.
  const lost = (sum - x > 0 && x < 2 ** 53 ? (x > 1 ? 1 - (sum - x) : x - (sum - 1)) : 0) / sum;
  value[0] = sum;
  const upper = words[1];
  const mantissa = upper & 0xfffff;
  const isUpper = mantissa >= 0x6a09e;
  words[1] = mantissa | (isUpper ? 0x3fe00000 : 0x3ff00000);
  const k = (upper >>> 20) - (isUpper ? 1022 : 1023);
  const f = value[0] - 1;
  return f === 0 ? k * LN2_HIGH + (lost + k * LN2_LOW) : logOfFraction(f, k, lost);
}
