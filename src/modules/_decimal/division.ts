/** Division: the quotient, the integral quotient, and the remainders. */
import { addInt, floorDivideBig, normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { multiply } from '../../util/huge/multiply.ts';
import { larger, smaller } from './int-order.ts';
import { CLAMPED, DIVISION_BY_ZERO, DIVISION_IMPOSSIBLE, DIVISION_UNDEFINED, INVALID_OPERATION } from './conditions.ts';
import { countDigits, MAX_DIGITS, powerOfTen, shiftLeft, shiftRight, trailingZeros } from './powers-of-ten.ts';
import { finish, increment, refinish } from './rounding.ts';
import { error } from '../../objspace/exception.ts';
import type { Settings } from './settings.ts';
import { finite, infinity, invalid, nanOf, type PyDecimal } from './value.ts';

// ── a / b ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function divide(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite || !b.isFinite) return divideSpecial(a, b, isNegative, settings);
  if (b.coefficient === 0) return divideByZero(a, isNegative, settings);
  const ideal = subtractInt(a.exponent, b.exponent);
  if (a.coefficient === 0) return finish(isNegative, 0, ideal, settings);
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number' && a.coefficient % b.coefficient === 0)
    return finish(isNegative, a.coefficient / b.coefficient, ideal, settings);
  return divideCoefficients(a, b, isNegative, ideal, settings);
}

function divideSpecial(a: PyDecimal, b: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  if (!a.isFinite) return b.isFinite ? infinity(isNegative) : invalid(settings);
  settings.status |= CLAMPED;
  return finite(isNegative, 0, settings.etiny);
}

function divideByZero(a: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  if (a.coefficient === 0) return invalid(settings, DIVISION_UNDEFINED);
  settings.status |= DIVISION_BY_ZERO;
  return infinity(isNegative);
}

/** A precision that is this much more than the operands need is tried with what they need first: the quotient may be exact. */
const GENEROUS = 1000;

function divideCoefficients(
  a: PyDecimal,
  b: PyDecimal,
  isNegative: boolean,
  ideal: Int,
  settings: Settings,
): PyDecimal {
  // An exact quotient has no more digits behind the point than the divisor has factors 2 and 5.
  const enough = a.digits + Math.ceil(b.digits * Math.log2(10)) + 3;
  if (settings.precision > enough + GENEROUS) {
    const exact = quotientOf(a, b, enough, isNegative, ideal, settings, true);
    if (exact !== undefined) return exact;
    if (settings.precision > MAX_DIGITS) throw error('MemoryError');
  }
  return quotientOf(a, b, Number(settings.precision), isNegative, ideal, settings, false)!;
}

/** The quotient from `digits` digits and one that stands for the rest; `undefined` if only an exact one is wanted. */
function quotientOf(
  a: PyDecimal,
  b: PyDecimal,
  digits: number,
  isNegative: boolean,
  ideal: Int,
  settings: Settings,
  onlyExact: boolean,
): PyDecimal | undefined {
  const places = b.digits - a.digits + digits + 1;
  let dividend = BigInt(a.coefficient);
  let divisor = BigInt(b.coefficient);
  if (places >= 0) dividend = multiply(dividend, powerOfTen(places));
  else divisor = multiply(divisor, powerOfTen(-places));
  let quotient = floorDivideBig(dividend, divisor);
  if (multiply(quotient, divisor) === dividend) return exactQuotient(quotient, places, isNegative, ideal, settings);
  if (onlyExact) return undefined;
  // A last digit other than 0 and 5 says that there is more behind it.
  if (quotient % 5n === 0n) quotient += 1n;
  return finish(isNegative, normalize(quotient), subtractInt(ideal, places), settings);
}

/** Zeros that only the lengthened dividend brought are taken off again. */
function exactQuotient(
  quotient: bigint,
  places: number,
  isNegative: boolean,
  ideal: Int,
  settings: Settings,
): PyDecimal {
  const coefficient = normalize(quotient);
  const zeros = places > 0 ? trailingZeros(coefficient, places) : 0;
  return finish(isNegative, shiftRight(coefficient, zeros), addInt(subtractInt(ideal, places), zeros), settings);
}

// ── Integral quotient and remainder ──────────────────────────────────────────────────────────────────────────────

/** Quotient and remainder of finite numbers, the divisor not zero; `undefined` if the quotient has too many digits. */
function divideInteger(a: PyDecimal, b: PyDecimal, settings: Settings): [Int, PyDecimal] | undefined {
  const exponent = smaller(a.exponent, b.exponent);
  const apart = a.coefficient === 0 ? -2 : subtractInt(a.adjusted, b.adjusted);
  if (apart <= -2) return [0, withExponent(a, exponent, settings)];
  if (apart > settings.precision) return undefined;
  const dividend = BigInt(shiftLeft(a.coefficient, subtractInt(a.exponent, exponent)));
  const divisor = BigInt(shiftLeft(b.coefficient, subtractInt(b.exponent, exponent)));
  const quotient = floorDivideBig(dividend, divisor);
  const result = normalize(quotient);
  if (countDigits(result) > settings.precision) return undefined;
  return [result, finite(a.isNegative, normalize(dividend - multiply(quotient, divisor)), exponent)];
}

/** The dividend as the remainder, with the smaller exponent if its digits allow that. */
function withExponent(a: PyDecimal, exponent: Int, settings: Settings): PyDecimal {
  if (a.coefficient === 0) return finite(a.isNegative, 0, exponent);
  const places = subtractInt(a.exponent, exponent);
  if (places === 0) return a;
  // With more digits than the precision it will be rounded: no more zeros than that are worth their place.
  const room = addInt(subtractInt(settings.precision, a.digits), 1);
  const shift = smaller(places, larger(room, 0));
  return finite(a.isNegative, shiftLeft(a.coefficient, shift), subtractInt(a.exponent, shift));
}

export function divideToInteger(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite || !b.isFinite) {
    const nan = nanOf(a, b, settings);
    if (nan !== undefined) return nan;
    if (!a.isFinite) return b.isFinite ? infinity(isNegative) : invalid(settings);
    return finite(isNegative, 0, 0);
  }
  if (b.coefficient === 0) return divideByZero(a, isNegative, settings);
  const parts = divideInteger(a, b, settings);
  return parts === undefined ? invalid(settings, DIVISION_IMPOSSIBLE) : finish(isNegative, parts[0], 0, settings);
}

/** Results of `%` and remainder_near with an infinity, a NaN or a zero divisor; `undefined` for all other operands. */
function specialRemainder(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal | undefined {
  if (!a.isFinite || !b.isFinite) {
    const nan = nanOf(a, b, settings);
    if (nan !== undefined) return nan;
    return a.isFinite ? refinish(a, settings) : invalid(settings);
  }
  if (b.coefficient !== 0) return undefined;
  return invalid(settings, a.coefficient === 0 ? DIVISION_UNDEFINED : INVALID_OPERATION);
}

export function remainder(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const special = specialRemainder(a, b, settings);
  if (special !== undefined) return special;
  const parts = divideInteger(a, b, settings);
  return parts === undefined ? invalid(settings, DIVISION_IMPOSSIBLE) : refinish(parts[1], settings);
}

export function divideWithRemainder(a: PyDecimal, b: PyDecimal, settings: Settings): [PyDecimal, PyDecimal] {
  const special = specialDivmod(a, b, settings);
  if (special !== undefined) return special;
  const parts = divideInteger(a, b, settings);
  if (parts === undefined) return [invalid(settings, DIVISION_IMPOSSIBLE), invalid(settings, DIVISION_IMPOSSIBLE)];
  return [finish(a.isNegative !== b.isNegative, parts[0], 0, settings), refinish(parts[1], settings)];
}

function specialDivmod(a: PyDecimal, b: PyDecimal, settings: Settings): [PyDecimal, PyDecimal] | undefined {
  const isNegative = a.isNegative !== b.isNegative;
  if (!a.isFinite || !b.isFinite) {
    const nan = nanOf(a, b, settings);
    if (nan !== undefined) return [nan, nan];
    if (a.isFinite) return [finite(isNegative, 0, 0), refinish(a, settings)];
    return [b.isFinite ? infinity(isNegative) : invalid(settings), invalid(settings)];
  }
  if (b.coefficient !== 0) return undefined;
  if (a.coefficient === 0) return [invalid(settings, DIVISION_UNDEFINED), invalid(settings, DIVISION_UNDEFINED)];
  settings.status |= DIVISION_BY_ZERO;
  return [infinity(isNegative), invalid(settings)];
}

/** The remainder to the nearest multiple of b, the even one of two. */
export function remainderNear(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const special = specialRemainder(a, b, settings);
  if (special !== undefined) return special;
  const parts = divideInteger(a, b, settings);
  if (parts === undefined) return invalid(settings, DIVISION_IMPOSSIBLE);
  const [quotient, rest] = parts;
  if (rest.coefficient === 0 || b.adjusted > addInt(rest.adjusted, 1)) return refinish(rest, settings);
  return nearer(quotient, rest, b, settings);
}

function nearer(quotient: Int, rest: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const exponent = smaller(rest.exponent, b.exponent);
  const size = BigInt(shiftLeft(rest.coefficient, subtractInt(rest.exponent, exponent)));
  const divisor = BigInt(shiftLeft(b.coefficient, subtractInt(b.exponent, exponent)));
  const isOdd = BigInt(quotient) % 2n === 1n;
  if (2n * size < divisor || (2n * size === divisor && !isOdd)) return refinish(rest, settings);
  if (countDigits(increment(quotient)) > settings.precision) return invalid(settings, DIVISION_IMPOSSIBLE);
  return finish(!rest.isNegative, normalize(divisor - size), exponent, settings);
}
