/**
 * Hyperbolic functions and their inverses.
 *
 * The inverses are logarithms of double-doubles, rounded once. sinh, cosh and tanh are computed from expm1 and exp by the formulas that C
 * libraries use, since they are not rounded once there either.
 */
import { addPairs, dividePairs, fastTwoSum, low, sqrtPair, twoProduct, twoSum } from './double-double.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';
import { LN2_HIGH, LN2_LOW } from './log-cells.ts';
import { logOfPair, logPair } from './log-pair.ts';

const HALF_LN2 = 0.34657359027997264;
/** From here on the smaller exponential is below an ulp. */
const ONE_SIDED = 22;
/** From here on the power is computed in two steps: it may be too large. */
const NEAR_MAX_LOG = 709.7822265625;

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size < Number.POSITIVE_INFINITY) || size < 2 ** -28) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (size >= ONE_SIDED) return largeHyperbolic(half, size);
  const small = expm1(size);
  return size < 1 ? half * (2 * small - (small * small) / (small + 1)) : half * (small + small / (small + 1));
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size === Number.POSITIVE_INFINITY) return size;
  if (size >= ONE_SIDED) return largeHyperbolic(0.5, size);
  if (size < HALF_LN2) {
    const small = expm1(size);
    const sum = 1 + small;
    return size < 2 ** -55 ? sum : 1 + (small * small) / (sum + sum);
  }
  const large = exp(size);
  return 0.5 * large + 0.5 / large;
}

/** half * e ** size. */
function largeHyperbolic(half: number, size: number): number {
  if (size < NEAR_MAX_LOG) return half * exp(size);
  const root = exp(0.5 * size);
  return half * root * root;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < ONE_SIDED)) return Number.isNaN(x) ? x : x < 0 ? -1 : 1;
  if (size < 2 ** -55) return x;
  let result: number;
  if (size >= 1) result = 1 - 2 / (expm1(2 * size) + 2);
  else {
    const small = expm1(-2 * size);
    result = -small / (small + 2);
  }
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -26) return x === 0 ? x : x - (x * x * x) / 6;
  if (size === Number.POSITIVE_INFINITY || Number.isNaN(x)) return x;
  const result = size > 2 ** 60 ? logOfDouble(size) : asinhOf(size);
  return x < 0 ? -result : result;
}

function asinhOf(x: number): number {
  const square = twoProduct(x, x);
  const sum = addPairs(square, low[0], 1, 0);
  const root = sqrtPair(sum, low[0]);
  const total = addPairs(root, low[0], x, 0);
  return logOfPair(total, low[0]);
}

/** log(2x). */
function logOfDouble(x: number): number {
  const logarithm = logPair(x);
  const rest = low[0];
  return addPairs(logarithm, rest, LN2_HIGH, LN2_LOW);
}

export function acosh(x: number): number {
  if (!(x > 1)) return x === 1 ? 0 : Number.NaN;
  if (x > 2 ** 60) return x === Number.POSITIVE_INFINITY ? x : logOfDouble(x);
  // (x - 1)(x + 1), the first exact.
  const first = x - 1;
  const second = twoSum(x, 1);
  const secondLow = low[0];
  const product = twoProduct(first, second);
  const square = fastTwoSum(product, low[0] + first * secondLow);
  const root = sqrtPair(square, low[0]);
  const total = addPairs(x, 0, root, low[0]);
  return logOfPair(total, low[0]);
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? x / 0 : Number.NaN;
  if (size < 2 ** -27) return x === 0 ? x : x + (x * x * x) / 3;
  const top = twoSum(1, size);
  const topLow = low[0];
  const bottom = twoSum(1, -size);
  const quotient = dividePairs(top, topLow, bottom, low[0]);
  const result = 0.5 * logOfPair(quotient, low[0]);
  return x < 0 ? -result : result;
}
