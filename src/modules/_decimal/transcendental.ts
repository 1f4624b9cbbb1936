/**
 * e ** x, the logarithms and the square root, correctly rounded (half-even whatever the context says), as the specification asks.
 *
 * The functions but the square root have no exact results beside those that are told apart first. So the digits of an approximation are
 * certain once its error cannot change them, and one further digit that is not 0 or 5 says to the rounding that there is more behind.
 */
import { addInt, floorDivideBig, normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { error } from '../../objspace/exception.ts';
import { divide } from '../../util/huge/divide.ts';
import { multiply } from '../../util/huge/multiply.ts';
import { rootOfBig } from '../math/integers.ts';
import { INEXACT, ROUNDED } from './conditions.ts';
import { ERROR_BITS, exp as fixedExp, ln as fixedLn, ln10 } from './fixed-point.ts';
import { MAX_DIGITS, powerOfTen, shiftLeft, shiftRight, lost } from './powers-of-ten.ts';
import { finish } from './rounding.ts';
import { ROUND_HALF_EVEN, type Settings } from './settings.ts';
import { finite, fromInt, INFINITE, infinity, invalid, nanOfOne, type PyDecimal } from './value.ts';

const BITS_PER_DIGIT = Math.log2(10);
/** Digits of a first attempt beyond those that are wanted. */
const GUARD_DIGITS = 6;

/** The precision as a number of digits that are computed. */
function digitsWanted(settings: Settings): number {
  if (settings.precision > MAX_DIGITS) throw error('MemoryError');
  return Number(settings.precision);
}

/** Rounds half-even what `compute` returns, with the conditions for `settings`. */
function halfEven(settings: Settings, compute: (work: Settings) => PyDecimal): PyDecimal {
  if (settings.rounding === ROUND_HALF_EVEN) return compute(settings);
  const work = settings.withRounding(ROUND_HALF_EVEN);
  const result = compute(work);
  settings.status |= work.status;
  return result;
}

/** A positive number as an integer of at least `digits` digits and the power of ten to multiply it with, wrong by at most one unit. */
type Approximation = readonly [value: bigint, exponent: Int];

/** The number that `approximate` gives more and more digits of, rounded. */
function roundCertain(
  isNegative: boolean,
  settings: Settings,
  approximate: (digits: number) => Approximation,
): PyDecimal {
  const wanted = digitsWanted(settings) + 2;
  for (let guard = GUARD_DIGITS; ; guard *= 2) {
    const [value, exponent] = approximate(wanted + guard);
    const cut = guard - 1;
    const unit = powerOfTen(cut);
    const certain = divide(value - 2n, unit)[0];
    if (certain !== divide(value + 2n, unit)[0]) continue;
    return finish(isNegative, normalize(certain * 10n + 1n), addInt(exponent, cut - 1), settings);
  }
}

/** The fixed-point number (not negative) as an integer with `places` digits behind the point. */
function toDigits(value: bigint, bits: number, places: number): bigint {
  return multiply(value, powerOfTen(places)) >> BigInt(bits);
}

/** coefficient * 10 ** exponent in fixed point. */
function toFixed(coefficient: Int, exponent: number, bits: number): bigint {
  const big = BigInt(coefficient);
  return exponent >= 0
    ? multiply(big, powerOfTen(exponent)) << BigInt(bits)
    : floorDivideBig(big << BigInt(bits), powerOfTen(-exponent));
}

// ── e ** x ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** From 10 ** 19 on, e ** x is beyond every exponent that there is. */
const ENDLESS = 19;

export function exponential(a: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return a.isNegative ? finite(false, 0, 0) : infinity(false);
  if (a.coefficient === 0) return finite(false, 1, 0);
  return halfEven(settings, (work) => exponentialOf(a, work));
}

function exponentialOf(a: PyDecimal, settings: Settings): PyDecimal {
  if (a.adjusted >= ENDLESS) {
    return a.isNegative
      ? finish(false, 1, subtractInt(settings.etiny, 1), settings)
      : finish(false, 1, addInt(settings.emax, 1), settings);
  }
  if (addInt(a.adjusted, settings.precision) < -1) return onePadded(false, settings);
  return roundCertain(false, settings, (digits) => approximateExponential(a, digits));
}

/** One with as many zeros as the precision allows: what is not one, but rounds to it. */
export function onePadded(isNegative: boolean, settings: Settings): PyDecimal {
  settings.status |= INEXACT | ROUNDED;
  return finite(
    isNegative,
    normalize(powerOfTen(subtractInt(settings.precision, 1))),
    subtractInt(1, settings.precision),
  );
}

function approximateExponential(a: PyDecimal, digits: number): Approximation {
  const bits = Math.ceil((digits + 2) * BITS_PER_DIGIT) + ERROR_BITS;
  // The multiple of ln 10 has up to 63 bits, and its error grows with it.
  const wide = bits + 64;
  const x = toFixedSigned(a, digits, wide);
  const unit = ln10(wide);
  const tens = floorDivideBig(x, unit);
  const rest = (x - multiply(tens, unit)) >> 64n;
  return [toDigits(fixedExp(rest, bits), bits, digits), subtractInt(normalize(tens), digits)];
}

/** The number in fixed point; digits that are far behind those that matter are dropped. */
function toFixedSigned(a: PyDecimal, digits: number, bits: number): bigint {
  const needless = subtractInt(0, addInt(a.exponent, digits + 24));
  const places = needless > 0 && a.digits > digits + 24 ? needless : 0;
  const kept = places === 0 ? a.coefficient : shiftRight(a.coefficient, places);
  const size = toFixed(kept, Number(addInt(a.exponent, places)), bits);
  return a.isNegative ? -size : size;
}

// ── Logarithms ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The results that both logarithms share; `undefined` for positive finite numbers. */
function specialLogarithm(a: PyDecimal, settings: Settings): PyDecimal | undefined {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.isFinite && a.coefficient === 0) return infinity(true);
  if (a.isNegative) return invalid(settings);
  return a.kind === INFINITE ? infinity(false) : undefined;
}

/** Whether the number is a power of ten. */
function isPowerOfTen(a: PyDecimal): boolean {
  return shiftRight(a.coefficient, a.digits - 1) === 1 && lost.digit === 0;
}

export function naturalLogarithm(a: PyDecimal, settings: Settings): PyDecimal {
  const special = specialLogarithm(a, settings);
  if (special !== undefined) return special;
  if (isPowerOfTen(a) && a.adjusted === 0) return finite(false, 0, 0);
  return halfEven(settings, (work) => logarithmOf(a, work, false));
}

export function commonLogarithm(a: PyDecimal, settings: Settings): PyDecimal {
  const special = specialLogarithm(a, settings);
  if (special !== undefined) return special;
  return halfEven(settings, (work) => {
    if (!isPowerOfTen(a)) return logarithmOf(a, work, true);
    const exact = fromInt(a.adjusted);
    return finish(exact.isNegative, exact.coefficient, 0, work);
  });
}

/**
 * The number as m * 10 ** tens with m between 1/3 and 3.2, so that the two parts of the logarithm never cancel. m is coefficient *
 * 10 ** -places.
 */
function splitNearOne(a: PyDecimal): { coefficient: Int; places: number; tens: Int } {
  const places = a.digits - 1;
  const leading = Number(shiftRight(a.coefficient, Math.max(0, a.digits - 15)));
  const isLarge = leading > 3.16 * 10 ** (Math.min(a.digits, 15) - 1);
  return isLarge
    ? { coefficient: a.coefficient, places: places + 1, tens: addInt(a.adjusted, 1) }
    : { coefficient: a.coefficient, places, tens: a.adjusted };
}

function logarithmOf(a: PyDecimal, settings: Settings, isCommon: boolean): PyDecimal {
  const { coefficient, places, tens } = splitNearOne(a);
  const scale = powerOfTen(places);
  const above = BigInt(coefficient) >= scale;
  const isNegative = tens === 0 ? !above : tens < 0;
  // Where the logarithm is small, digits in front of its first one are lost.
  const gap = BigInt(coefficient) - scale;
  const lead = tens === 0 ? places + 1 - String(gap < 0n ? -gap : gap).length : 0;
  const approximate = (digits: number): Approximation => {
    const bits = Math.ceil((digits + lead + 2) * BITS_PER_DIGIT) + 64 + ERROR_BITS;
    // x - 1 in front, so that nothing of a number near one is lost by rounding it.
    const m = (1n << BigInt(bits)) + divide(gap << BigInt(bits), scale)[0];
    const natural = fixedLn(m, bits) + BigInt(tens) * ln10(bits);
    const value = isCommon ? divide(natural << BigInt(bits), ln10(bits))[0] : natural;
    const behind = digits + lead;
    return [toDigits(value < 0n ? -value : value, bits, behind), -behind];
  };
  return roundCertain(isNegative, settings, approximate);
}

// ── The square root ──────────────────────────────────────────────────────────────────────────────────────────────

export function squareRoot(a: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  const ideal = half(a.exponent);
  if (a.isFinite && a.coefficient === 0) return finish(a.isNegative, 0, ideal, settings);
  if (a.isNegative) return invalid(settings);
  if (a.kind === INFINITE) return infinity(false);
  return halfEven(settings, (work) => rootOf(a, ideal, work));
}

/** Half of an exponent, rounded down. */
function half(exponent: Int): Int {
  return typeof exponent === 'number' ? Math.floor(exponent / 2) : normalize(exponent >> 1n);
}

function rootOf(a: PyDecimal, ideal: Int, settings: Settings): PyDecimal {
  // With an even exponent, the root of the coefficient is the coefficient of the root.
  const isOdd = subtractInt(a.exponent, addInt(ideal, ideal)) !== 0;
  const radicand = BigInt(isOdd ? shiftLeft(a.coefficient, 1) : a.coefficient);
  const root = rootOfBig(radicand);
  if (multiply(root, root) === radicand) return finish(false, normalize(root), ideal, settings);
  const precision = digitsWanted(settings);
  const digits = a.digits + (isOdd ? 1 : 0);
  const places = precision + 1 - Math.ceil(digits / 2);
  const scaled =
    places >= 0 ? multiply(radicand, powerOfTen(2 * places)) : floorDivideBig(radicand, powerOfTen(-2 * places));
  let inexact = rootOfBig(scaled);
  // An exact root was found above: a last digit other than 0 and 5 says that there is more behind it.
  if (inexact % 5n === 0n) inexact += 1n;
  return finish(false, normalize(inexact), subtractInt(ideal, places), settings);
}
