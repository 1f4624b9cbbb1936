/**
 * Numbers as an unevaluated sum of two doubles, about 106 bits: how this folder gets results that are rounded only once.
 *
 * A function that gives such a number returns the high part and leaves the low one in `low[0]`: no allocation. (JavaScript has no
 * fused multiply-add, so exact products go through halves of 26 bits.)
 */

/** Low part of the last result. */
export const low = new Float64Array(1);

/** 2**27 + 1: splits a double into two of 26 bits. */
export const SPLITTER = 134217729;

/** a + b exactly. */
export function twoSum(a: number, b: number): number {
  const sum = a + b;
  const part = sum - a;
  low[0] = a - (sum - part) + (b - part);
  return sum;
}

/** a + b exactly, |a| >= |b|. */
export function fastTwoSum(a: number, b: number): number {
  const sum = a + b;
  low[0] = b - (sum - a);
  return sum;
}

/** a * b exactly; both are below 2**900 and the product is above 2**-900. */
export function twoProduct(a: number, b: number): number {
  const product = a * b;
  let split = SPLITTER * a;
  const aHigh = split - (split - a);
  const aLow = a - aHigh;
  split = SPLITTER * b;
  const bHigh = split - (split - b);
  const bLow = b - bHigh;
  low[0] = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  return product;
}

/** (ah + al) * (bh + bl). */
export function multiplyPairs(ah: number, al: number, bh: number, bl: number): number {
  const high = twoProduct(ah, bh);
  return fastTwoSum(high, low[0] + (ah * bl + al * bh));
}

/** (ah + al) / (bh + bl). */
export function dividePairs(ah: number, al: number, bh: number, bl: number): number {
  const quotient = ah / bh;
  const product = twoProduct(quotient, bh);
  const rest = ah - product - low[0] + al - quotient * bl;
  return fastTwoSum(quotient, rest / bh);
}

/** (ah + al) + (bh + bl). */
export function addPairs(ah: number, al: number, bh: number, bl: number): number {
  const sum = twoSum(ah, bh);
  return fastTwoSum(sum, low[0] + al + bl);
}

/** The square root of ah + al > 0. */
export function sqrtPair(ah: number, al: number): number {
  const root = Math.sqrt(ah);
  const square = twoProduct(root, root);
  return fastTwoSum(root, (ah - square - low[0] + al) / (2 * root));
}

const scaleBits = new Uint32Array(2);
const scaleValue = new Float64Array(scaleBits.buffer);

/** 2 ** exponent for -1022 <= exponent <= 1023. */
export function powerOfTwo(exponent: number): number {
  scaleBits[0] = 0;
  scaleBits[1] = (exponent + 1023) << 20;
  return scaleValue[0];
}

/** (high + rest) * 2 ** exponent, rounded once, where the sum is in [0.5, 4] or so and |rest| is below an ulp of `high`. */
export function scaleRounded(high: number, rest: number, exponent: number): number {
  if (exponent > -1021 && exponent < 1022) return (high + rest) * powerOfTwo(exponent);
  if (exponent >= 1022) return (high + rest) * 2 * powerOfTwo(Math.min(exponent - 1, 1023));
  if (exponent < -1080) return 0;
  // Subnormal: 2**-1022 and the number are added, so that the sum is rounded at the place of the subnormal's last bit.
  const sum = high + rest;
  const small = sum * powerOfTwo(exponent + 1022);
  if (small >= 1) return sum * powerOfTwo(exponent + 500) * powerOfTwo(-500);
  const left = (high - sum + rest) * powerOfTwo(exponent + 1022);
  const shifted = 1 + small;
  const corrected = shifted + (1 - shifted + small + left);
  return (corrected - 1) * powerOfTwo(-1022);
}

/** a * b + c, rounded once but for sums that are within 2**-50 of an ulp of a tie; sizes as for `twoProduct`. */
export function fused(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const part = sum - product;
  const left = product - (sum - part) + (c - part);
  // Where the product is small its error is below a fifth of half an ulp of the sum, and mostly cannot change it.
  if (sum === sum + left * 1.25 && Math.abs(product) * 10 < Math.abs(sum)) return sum;
  return fusedExactly(a, b, product, sum, left);
}

function fusedExactly(a: number, b: number, product: number, sum: number, left: number): number {
  let split = SPLITTER * a;
  const aHigh = split - (split - a);
  const aLow = a - aHigh;
  split = SPLITTER * b;
  const bHigh = split - (split - b);
  const bLow = b - bHigh;
  return sum + (left + (aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow));
}

/**
 * first + (a * b + small), the product and the inner sum rounded together. Its error is computed only where it can decide the rounding of the
 * result: it is below a sixteenth of half an ulp.
 */
export function sumWithProduct(first: number, a: number, b: number, small: number): number {
  const correction = a * b + small;
  const sum = first + correction;
  const left = first - sum + correction;
  if (sum === sum + left * 1.125) return sum;
  const product = twoProduct(a, b);
  const error = low[0];
  const inner = product + small;
  const part = inner - product;
  return first + (inner + (product - (inner - part) + (small - part) + error));
}
