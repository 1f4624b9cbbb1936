/** The functions of `math` on integers: gcd, lcm, factorial, comb, perm, isqrt. */
import { raise, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { absInt, bitLengthInt, floorDivideBig, MAX_BITS, normalize } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { multiply } from '../../util/huge/multiply.ts';
import { worked } from '../../util/work.ts';
import { gcdBig } from '../../util/bigint-gcd.ts';

const MAX_SSIZE = (1n << 63n) - 1n;

export function gcdInt(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    let a = Math.abs(left);
    for (let b = Math.abs(right); b !== 0; ) {
      const rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
  return normalize(gcdBig(BigInt(absInt(left)), BigInt(absInt(right))));
}

/** Work of one integer. */
const FOLD_WORK = 8;

/** Folds the integers with `combine`; all of them are converted, so that each is checked. */
function fold(values: readonly Value[], start: Int, combine: (total: Int, next: Int) => Int): Result {
  let total = start;
  for (const value of values) {
    const next = toInt(value);
    if (next === EXIT) return EXIT;
    worked(FOLD_WORK);
    total = combine(total, next as Int);
  }
  return total;
}

export const gcd = (values: readonly Value[]): Result => fold(values, 0, gcdInt);

/** A step with a total that may be long, in units of util/work.ts. */
const LCM_WORK = 500;

export const lcm = (values: readonly Value[]): Result =>
  fold(values, 1, (total, next) => {
    if (total === 0 || next === 0) return 0;
    worked(typeof total === 'bigint' ? LCM_WORK : 1);
    return absInt(normalize(multiply(floorDivideBig(BigInt(total), BigInt(gcdInt(total, next))), BigInt(next))));
  });

/** first * (first + 1) * ... * last, by halves, so that large factors meet large ones. */
function rangeProduct(first: number, last: number): bigint {
  if (last - first < 16) {
    let product = BigInt(first);
    for (let factor = first + 1; factor <= last; factor++) product *= BigInt(factor);
    return product;
  }
  const middle = Math.floor((first + last) / 2);
  worked(16);
  return multiply(rangeProduct(first, middle), rangeProduct(middle + 1, last));
}

/** As rangeProduct for `count` factors from a bigint on. */
function bigRangeProduct(first: bigint, count: number): bigint {
  if (count <= 4) {
    let product = first;
    for (let index = 1n; index < BigInt(count); index++) product *= first + index;
    return product;
  }
  const half = Math.floor(count / 2);
  worked(16);
  return multiply(bigRangeProduct(first, half), bigRangeProduct(first + BigInt(half), count - half));
}

function product(first: Int, count: number): bigint {
  if (count === 0) return 1n;
  if (typeof first === 'number' && Number.isSafeInteger(first + count)) return rangeProduct(first, first + count - 1);
  return bigRangeProduct(BigInt(first), count);
}

/** Factorials that are safe integers. */
const SMALL_FACTORIALS: readonly number[] = (() => {
  const table = [1];
  for (let n = 1; n <= 18; n++) table.push(table[n - 1] * n);
  return table;
})();

export function factorial(argument: Value): Result {
  const n = toInt(argument);
  if (n === EXIT) return EXIT;
  if ((n as Int) < 0) return raiseValueError('factorial() not defined for negative values');
  if (BigInt(n as Int) > MAX_SSIZE)
    return raise('OverflowError', `factorial() argument should not exceed ${MAX_SSIZE}`);
  return factorialOf(Number(n));
}

function factorialOf(n: number): Result {
  if (n < SMALL_FACTORIALS.length) return SMALL_FACTORIALS[n];
  if (n * (Math.log2(n) - Math.LOG2E) > MAX_BITS) return raise('MemoryError');
  return rangeProduct(1, n);
}

function countArguments(nValue: Value, kValue: Value): [Int, Int] | Exit {
  const n = toInt(nValue);
  if (n === EXIT) return EXIT;
  const k = toInt(kValue);
  if (k === EXIT) return EXIT;
  if ((n as Int) < 0) return raiseValueError('n must be a non-negative integer');
  return (k as Int) < 0 ? raiseValueError('k must be a non-negative integer') : [n as Int, k as Int];
}

/** Whether a product of `count` factors up to n is certain to be too large. */
function isTooLarge(n: Int, count: number, divisorBits: number): boolean {
  return count * (bitLengthInt(n) - 1) - divisorBits > MAX_BITS;
}

export function comb(nValue: Value, kValue: Value): Result {
  const counts = countArguments(nValue, kValue);
  if (counts === EXIT) return EXIT;
  const [n, k] = counts as [Int, Int];
  if (k > n) return 0;
  const other = normalize(BigInt(n) - BigInt(k));
  const isLower = other < k;
  const count = isLower ? other : k;
  if (BigInt(count) > MAX_SSIZE) return raise('OverflowError', `min(n - k, k) must not exceed ${MAX_SSIZE}`);
  const size = Number(count);
  if (isTooLarge(n, size, size * Math.log2(size + 1))) return raise('MemoryError');
  return smallComb(n, size) ?? combBig(n, size);
}

function combBig(n: Int, count: number): Int {
  return normalize(floorDivideBig(product(normalize(BigInt(n) - BigInt(count) + 1n), count), product(1, count)));
}

/** While every step is exact in doubles. */
function smallComb(n: Int, count: number): number | undefined {
  if (typeof n !== 'number' || count > 60) return undefined;
  let result = 1;
  for (let index = 1; index <= count; index++) {
    result *= n - count + index;
    if (result > Number.MAX_SAFE_INTEGER) return undefined;
    result /= index;
  }
  return result;
}

export function perm(nValue: Value, kValue: Value): Result {
  if (kValue === null) return factorial(nValue);
  const counts = countArguments(nValue, kValue);
  if (counts === EXIT) return EXIT;
  const [n, k] = counts as [Int, Int];
  if (k > n) return 0;
  if (BigInt(k) > MAX_SSIZE) return raise('OverflowError', `k must not exceed ${MAX_SSIZE}`);
  const count = Number(k);
  if (isTooLarge(n, count, count * 2)) return raise('MemoryError');
  return normalize(product(normalize(BigInt(n) - BigInt(count) + 1n), count));
}

export function isqrt(argument: Value): Result {
  const n = toInt(argument);
  if (n === EXIT) return EXIT;
  if ((n as Int) < 0) return raiseValueError('isqrt() argument must be nonnegative');
  if (typeof n === 'number') return rootOfNumber(n);
  return normalize(rootOfBig(n as bigint));
}

function rootOfNumber(n: number): number {
  const root = Math.floor(Math.sqrt(n));
  // The square root may have been rounded up to the next integer.
  return root * root > n ? root - 1 : root;
}

/** By the root of the leading half of the bits and one step of Newton's: the precision doubles with every call. */
export function rootOfBig(n: bigint): bigint {
  if (n < 1n << 52n) return BigInt(rootOfNumber(Number(n)));
  const shift = BigInt(Math.floor((bitLengthInt(normalize(n)) - 1) / 4));
  const leading = rootOfBig(n >> (2n * shift));
  let root = ((leading << shift) + floorDivideBig(n >> shift, leading)) >> 1n;
  while (multiply(root, root) > n) root--;
  return root;
}
