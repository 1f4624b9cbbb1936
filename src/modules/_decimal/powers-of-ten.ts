/** Powers of ten and what is counted in them: digits, trailing zeros, shifts. Coefficients are not negative. */
import { error } from '../../objspace/exception.ts';
import { bitLengthBig, floorDivideBig, moduloBig, normalize } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { multiply, power } from '../../util/huge/multiply.ts';

/** Longer coefficients are refused with MemoryError, as CPython does when its memory ends. */
export const MAX_DIGITS = 100_000_000;

const SMALL_POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const KEPT = 512;
const keptPowers: bigint[] = [1n];
/** The last large power, since operations ask for the same one several times. */
const large = { exponent: -1, power: 0n };

/** 10 ** exponent; MemoryError where that has more digits than can be. */
export function powerOfTen(exponent: Int): bigint {
  if (exponent > MAX_DIGITS) throw error('MemoryError');
  const places = Number(exponent);
  if (places < KEPT) {
    for (let next = keptPowers.length; next <= places; next++) keptPowers.push(keptPowers[next - 1] * 10n);
    return keptPowers[places];
  }
  if (large.exponent !== places) {
    large.power = power(10n, places);
    large.exponent = places;
  }
  return large.power;
}

/** Bits of a large number that its logarithm is told from. */
const LEADING_BITS = 48;

/** Number of decimal digits; 1 of zero. */
export function countDigits(value: Int): number {
  if (typeof value === 'bigint') return countBigDigits(value);
  let digits = 1;
  while (digits < 16 && value >= SMALL_POWERS[digits]) digits++;
  return digits;
}

function countBigDigits(value: bigint): number {
  const approximation = Number(value);
  if (approximation < 1e300) return settleDigits(value, Math.log10(approximation));
  const below = bitLengthBig(value) - LEADING_BITS;
  return settleDigits(value, Math.log10(Number(value >> BigInt(below))) + below * Math.log10(2));
}

/** The digits of a number whose logarithm is nearly known: only near a power of ten does it have to be compared. */
function settleDigits(value: bigint, logarithm: number): number {
  const near = Math.round(logarithm);
  if (Math.abs(logarithm - near) > 1e-6) return Math.floor(logarithm) + 1;
  return value >= powerOfTen(near) ? near + 1 : near;
}

/** coefficient * 10 ** places. */
export function shiftLeft(coefficient: Int, places: Int): Int {
  if (coefficient === 0 || places === 0) return coefficient;
  if (typeof coefficient === 'number' && places < 16) {
    const product = coefficient * SMALL_POWERS[places as number];
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return normalize(multiply(BigInt(coefficient), powerOfTen(places)));
}

/**
 * What the last `shiftRight` took away, as one digit: 0 nothing, 1-4 less than half of the last place that is left, 5 half, 6-9 more.
 * Kept here and not returned, so that a shift needs no object.
 */
export const lost = { digit: 0 };

/** coefficient / 10 ** places without the fraction, which goes to `lost`. */
export function shiftRight(coefficient: Int, places: Int): Int {
  lost.digit = 0;
  if (places === 0 || coefficient === 0) return coefficient;
  const digits = countDigits(coefficient);
  if (places > digits) {
    lost.digit = 1;
    return 0;
  }
  const count = Number(places);
  if (typeof coefficient === 'number' && count < 16) {
    const divisor = SMALL_POWERS[count];
    const rest = coefficient % divisor;
    lost.digit = classify(rest * 2, divisor);
    return (coefficient - rest) / divisor;
  }
  const divisor = powerOfTen(count);
  const big = BigInt(coefficient);
  const quotient = floorDivideBig(big, divisor);
  const rest = big - multiply(quotient, divisor);
  lost.digit = classify(rest * 2n, divisor);
  return normalize(quotient);
}

function classify(twice: Int, divisor: Int): number {
  if (twice === 0 || twice === 0n) return 0;
  return twice < divisor ? 1 : twice === divisor ? 5 : 6;
}

/** How many zeros the coefficient, which is not zero, ends with; at most `most`. */
export function trailingZeros(coefficient: Int, most: number): number {
  let rest = coefficient;
  let zeros = 0;
  // Halving steps: each takes away as many zeros as are left of its size, so that the work is that of the first divisions.
  let step = 1;
  while (step * 2 <= most && isMultiple(rest, step * 2)) step *= 2;
  for (; step >= 1; step = Math.floor(step / 2)) {
    while (zeros + step <= most && isMultiple(rest, step)) {
      rest = shiftRight(rest, step);
      zeros += step;
    }
  }
  return zeros;
}

function isMultiple(value: Int, places: number): boolean {
  if (typeof value === 'number') return places < 16 && value % SMALL_POWERS[places] === 0;
  // A multiple of 10 ** places is one of 2 ** places: most values are told by their low bits.
  if (BigInt.asUintN(Math.min(places, 64), value) !== 0n) return false;
  return moduloBig(value, powerOfTen(places)) === 0n;
}
