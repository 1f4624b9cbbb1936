/**
 * a ** b. Exact and integral powers are products; all others are e ** (b ln a) with more digits than the context has, which is CPython's
 * way: the last digit of an inexact result is that of CPython.
 */
import { addInt, normalize, powModInt, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { error } from '../../objspace/exception.ts';
import { multiply, subtract } from './arithmetic.ts';
import { compareSizes, compareValues } from './comparison.ts';
import { CLAMPED, ERRORS, INEXACT, ROUNDED } from './conditions.ts';
import { larger } from './int-order.ts';
import { divide } from './division.ts';
import { countDigits, MAX_DIGITS, powerOfTen, shiftLeft, shiftRight, lost } from './powers-of-ten.ts';
import { finish, refinish } from './rounding.ts';
import { ROUND_HALF_EVEN, type Settings, widestSettings } from './settings.ts';
import { exponential, naturalLogarithm, onePadded } from './transcendental.ts';
import { finite, INFINITE, infinity, invalid, nanOf, nanOfThree, type PyDecimal } from './value.ts';

const ONE = finite(false, 1, 0);
/** Digits of the largest exponent, and further ones, that a power is computed with beyond the precision. */
const EXPONENT_DIGITS = 19;
const GUARD_DIGITS = 4;
/** An exponent of this many digits is raised by halving a decimal number, not bits. */
const WORD = (1n << 64n) - 1n;

export function isInteger(a: PyDecimal): boolean {
  if (!a.isFinite) return false;
  if (a.exponent >= 0 || a.coefficient === 0) return true;
  shiftRight(a.coefficient, subtractInt(0, a.exponent));
  return lost.digit === 0;
}

/** Whether an integer is odd. */
export function isOdd(a: PyDecimal): boolean {
  if (!a.isFinite || a.exponent > 0 || a.coefficient === 0) return false;
  const unit = shiftRight(a.coefficient, subtractInt(0, a.exponent));
  return BigInt(unit) % 2n === 1n;
}

export function power(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  const isIntegral = isInteger(b);
  const isNegative = isIntegral && a.isNegative && isOdd(b);
  if (a.isZero) return powerOfZero(b, isNegative, settings);
  if (a.isNegative && !isIntegral) return invalid(settings);
  if (b.kind === INFINITE) return infinitePower(a, b, settings);
  if (a.kind === INFINITE) {
    if (b.coefficient === 0) return finite(isNegative, 1, 0);
    return b.isNegative ? finite(isNegative, 0, 0) : infinity(isNegative);
  }
  if (b.coefficient === 0) return finite(isNegative, 1, 0);
  if (compareSizes(a, ONE) === 0) return powerOfOne(a, b, isIntegral, isNegative, settings);
  return (
    powerOutOfBounds(a, b, isNegative, settings) ??
    (isIntegral ? integralPower(a, b, isNegative, settings) : realPower(a, b, settings))
  );
}

function powerOfZero(b: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  if (b.isZero) return invalid(settings);
  return b.isNegative ? infinity(isNegative) : finite(isNegative, 0, 0);
}

/** a ** Infinity for a positive a. */
function infinitePower(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const order = compareValues(a, ONE);
  if (order === 0) return onePadded(false, settings);
  return order > 0 === b.isNegative ? finite(false, 0, 0) : infinity(false);
}

/** 1.00 ** 3 is 1.000000: as many zeros as an exact product has, at most those that the precision allows. */
function powerOfOne(
  a: PyDecimal,
  b: PyDecimal,
  isIntegral: boolean,
  isNegative: boolean,
  settings: Settings,
): PyDecimal {
  const most = subtractInt(settings.precision, 1);
  if (!isIntegral) return onePadded(false, settings);
  if (b.isNegative) return finite(isNegative, 1, 0);
  const behind = subtractInt(0, a.exponent);
  // The number of places as a decimal: the exponent may be too large to be written out.
  const places = multiply(b, finite(behind < 0, behind < 0 ? subtractInt(0, behind) : behind, 0), widestSettings());
  const isCut = compareValues(places, finite(false, most, 0)) > 0;
  if (isCut) settings.status |= ROUNDED;
  const zeros = isCut ? most : integerOf(places);
  return finite(isNegative, shiftLeft(1, zeros), subtractInt(0, zeros));
}

function integerOf(a: PyDecimal): Int {
  const size =
    a.exponent >= 0 ? shiftLeft(a.coefficient, a.exponent) : shiftRight(a.coefficient, subtractInt(0, a.exponent));
  return a.isNegative ? subtractInt(0, size) : size;
}

// ── Certain overflow and underflow ───────────────────────────────────────────────────────────────────────────────

/** Digits of an exponent. */
function exponentDigits(exponent: Int): number {
  return countDigits(exponent < 0 ? subtractInt(0, exponent) : exponent);
}

/** A lower bound of log10 |log10 |a||; |a| is not 1. */
function logarithmBound(a: PyDecimal): Int {
  const { adjusted } = a;
  if (adjusted > 0) return exponentDigits(adjusted) - 1;
  if (adjusted < -1) return exponentDigits(addInt(adjusted, 1)) - 1;
  const distance = subtract(a.withSign(false), ONE, widestSettings());
  return subtractInt(distance.adjusted, adjusted === 0 ? 2 : 1);
}

/** The result where the exponents alone tell that it is out of bounds, so that nothing huge is computed. */
function powerOutOfBounds(a: PyDecimal, b: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal | undefined {
  const size = addInt(logarithmBound(a), b.adjusted);
  if (a.adjusted < 0 === b.isNegative) {
    if (exponentDigits(settings.emax) >= size) return undefined;
    return finish(isNegative, 1, addInt(settings.emax, 1), settings);
  }
  if (exponentDigits(settings.etiny) >= size) return undefined;
  return finish(isNegative, 1, subtractInt(settings.etiny, 1), settings);
}

// ── Powers ───────────────────────────────────────────────────────────────────────────────────────────────────────

function integralPower(a: PyDecimal, b: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  const extra = addInt(addInt(b.exponent, b.digits), b.isNegative ? 3 : 2);
  const work = settings.forWork(addInt(settings.precision, extra), ROUND_HALF_EVEN);
  const base = b.isNegative ? divide(ONE, a, work) : a;
  settings.status |= work.status;
  if ((work.status & ERRORS) !== 0) return invalid(settings, 0);
  const result = raise(base, BigInt(integerOf(b.withSign(false))), work);
  settings.status |= work.status;
  return withinBounds(result, isNegative, settings);
}

/** base ** exponent by squaring, from the first bit of the exponent on. */
function raise(base: PyDecimal, exponent: bigint, work: Settings): PyDecimal {
  if (exponent > WORD) return raiseFromLast(base, exponent, work);
  let result = base;
  for (const bit of exponent.toString(2).slice(1)) {
    result = multiply(result, result, work);
    if (bit === '1') result = multiply(result, base, work);
    if (isSettled(result, work)) return result;
  }
  return result;
}

/** Likewise from the last bit on: the order in which CPython rounds for exponents that are larger than a machine word. */
function raiseFromLast(base: PyDecimal, exponent: bigint, work: Settings): PyDecimal {
  let result = ONE;
  let square = base;
  for (const bit of [...exponent.toString(2)].reverse()) {
    if (bit === '1') {
      result = multiply(result, square, work);
      if (isSettled(result, work)) return result;
    }
    square = multiply(square, square, work);
  }
  return result;
}

/** Whether the product has left the range for good. */
function isSettled(result: PyDecimal, work: Settings): boolean {
  return !result.isFinite || (result.coefficient === 0 && (work.status & CLAMPED) !== 0);
}

/** The result in the settings; an infinity is an overflow that the rounding mode decides about. */
function withinBounds(result: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  if (result.kind === INFINITE) return finish(isNegative, 1, addInt(settings.emax, 1), settings);
  return result.isFinite ? refinish(result.withSign(isNegative), settings) : result;
}

function realPower(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const digits = larger(settings.precision, a.digits);
  if (digits > MAX_DIGITS) throw error('MemoryError');
  const work = widestSettings(addInt(digits, GUARD_DIGITS + EXPONENT_DIGITS));
  const exponent = multiply(naturalLogarithm(a, work), b, work);
  work.status = 0;
  const result = exponential(exponent, work);
  settings.status |= work.status | INEXACT | ROUNDED;
  if (result.isFinite && compareValues(result, ONE) === 0) {
    const places = subtractInt(settings.precision, 1);
    return finish(false, normalize(powerOfTen(places)), subtractInt(0, places), settings);
  }
  return withinBounds(result, false, settings);
}

// ── a ** b % m ───────────────────────────────────────────────────────────────────────────────────────────────────

export function powerModulo(a: PyDecimal, b: PyDecimal, modulus: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOfThree(a, b, modulus, settings);
  if (nan !== undefined) return nan;
  if (!isInteger(a) || !isInteger(b) || !isInteger(modulus)) return invalid(settings);
  if (modulus.coefficient === 0 || addInt(modulus.exponent, modulus.digits) > settings.precision)
    return invalid(settings);
  const isNegative = a.isNegative && isOdd(b);
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return invalid(settings);
    return finite(isNegative, compareSizes(modulus, ONE) === 0 ? 0 : 1, 0);
  }
  if (b.isNegative) return invalid(settings);
  if (a.coefficient === 0) return finite(isNegative, 0, 0);
  return finite(isNegative, residue(a, b, integerOf(modulus.withSign(false))), 0);
}

/** |a| ** b modulo an integer. The powers of ten in the operands are powers modulo it as well. */
function residue(a: PyDecimal, b: PyDecimal, modulus: Int): Int {
  const size = BigInt(modulus);
  const [factor, tens] = wholeParts(a);
  const [exponent, zeros] = wholeParts(b);
  const base = (BigInt(factor) * BigInt(powModInt(10, tens, modulus))) % size;
  let result = base;
  if (zeros > MAX_DIGITS) throw error('MemoryError');
  for (let step = 0; step < Number(zeros); step++) result = BigInt(powModInt(normalize(result), 10, modulus));
  return powModInt(normalize(result), exponent, modulus);
}

/** An integer as coefficient and exponent, neither negative. */
function wholeParts(a: PyDecimal): [Int, Int] {
  return a.exponent >= 0 ? [a.coefficient, a.exponent] : [shiftRight(a.coefficient, subtractInt(0, a.exponent)), 0];
}
