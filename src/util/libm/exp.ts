/**
 * The exponential functions by Tang's method ("Table-driven implementation of the exponential function in IEEE floating-point
 * arithmetic", ACM TOMS 15, 1989): x = k * ln(2)/128 + r with |r| < 0.0028, and e**x = 2**(k/128) + 2**(k/128) * (e**r - 1).
 *
 * What is left out of account is a hundredth of an ulp, so one result in 1300 is not the nearest double. The C library of Linux takes the same
 * way (S. Nagy's routines) with this table size, this degree and this order of terms, `exp` with fused multiply-adds and `exp2` without:
 * that is why those results agree too.
 */
import { type ExpTables, expTables } from './exp-pair.ts';
import { low, powerOfTwo, scaleRounded, twoProduct } from './double-double.ts';

/** Adding and taking it away rounds to an integer. */
const ROUNDER = 6755399441055744;

/** e**r - 1 - r from the square on, the least absolute error for |r| <= ln(2)/256 (tools/oracle/libm-polynomials.py). */
const E2 = 0.49999999999996786;
const E3 = 0.16666666666665886;
const E4 = 0.04166668084269227;
const E5 = 0.0083333358537533;

/** 2**r - 1, |r| <= 1/256, the first coefficient being ln(2). */
const B1 = Math.LN2;
const B2 = 0.24022650695909065;
const B3 = 0.05550410866860837;
const B4 = 0.009618131976445593;
const B5 = 0.0013332074784707805;

/**
 * 2 ** (k/128) * (1 + rest), product and sum rounded together.
 *
 * The product's error is below a hundredth of half an ulp of the sum: it is computed only where it can decide the rounding.
 */
function scaled(from: ExpTables, k: number, rest: number): number {
  const high = from.high[k & 127];
  const exponent = k >> 7;
  const product = high * rest;
  const sum = high + product;
  const left = high - sum + product;
  if (sum === sum + left * 1.015625 && exponent > -1021 && exponent < 1022) return sum * powerOfTwo(exponent);
  return scaledExactly(high, rest, exponent);
}

function scaledExactly(high: number, rest: number, exponent: number): number {
  const product = twoProduct(high, rest);
  const sum = high + product;
  return scaleRounded(sum, high - sum + product + low[0], exponent);
}

/** e ** (x + small) for |x| < 760. */
export function expOfPair(x: number, small: number): number {
  const from = expTables();
  const k = x * from.inverse + ROUNDER - ROUNDER;
  const r = x - k * from.step1 - k * from.step2 + small;
  const square = r * r;
  const rest = from.fraction[k & 127] + r + square * (E2 + r * E3) + square * square * (E4 + r * E5);
  return scaled(from, k | 0, rest);
}

export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.14) return 0;
  return Number.isNaN(x) ? x : expOfPair(x, 0);
}

/** 2 ** x. */
export function exp2(x: number): number {
  if (x >= 1024) return Number.POSITIVE_INFINITY;
  if (x <= -1075.5) return 0;
  if (Number.isNaN(x)) return x;
  const from = expTables();
  const k = x * 128 + ROUNDER - ROUNDER;
  const r = x - k / 128;
  const square = r * r;
  const rest = from.fraction[k & 127] + r * B1 + square * (B2 + r * B3) + square * square * (B4 + r * B5);
  const exponent = k >> 7;
  const high = from.high[k & 127];
  const product = high * rest;
  const sum = high + product;
  if (exponent > -1021 && exponent < 1022) return sum * powerOfTwo(exponent);
  return scaleRounded(sum, high - sum + product, exponent);
}
