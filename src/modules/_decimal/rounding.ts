/** Fitting a result into a context: rounding to the precision, overflow, subnormal results, clamping. */
import { addInt, normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { CLAMPED, INEXACT, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW } from './conditions.ts';
import { countDigits, lost, powerOfTen, shiftLeft, shiftRight } from './powers-of-ten.ts';
import {
  ROUND_05UP,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUND_UP,
  type Rounding,
  type Settings,
} from './settings.ts';
import { finite, infinity, type PyDecimal } from './value.ts';

function lastDigit(coefficient: Int): number {
  return typeof coefficient === 'number' ? coefficient % 10 : Number(coefficient % 10n);
}

/** Whether the coefficient goes up by one where `lost.digit` (not 0) was cut off behind it. */
function roundsUp(rounding: Rounding, isNegative: boolean, coefficient: Int): boolean {
  const { digit } = lost;
  switch (rounding) {
    case ROUND_UP:
      return true;
    case ROUND_DOWN:
      return false;
    case ROUND_CEILING:
      return !isNegative;
    case ROUND_FLOOR:
      return isNegative;
    case ROUND_HALF_UP:
      return digit >= 5;
    case ROUND_HALF_DOWN:
      return digit > 5;
    case ROUND_HALF_EVEN:
      return digit > 5 || (digit === 5 && lastDigit(coefficient) % 2 === 1);
    case ROUND_05UP:
      return lastDigit(coefficient) % 5 === 0;
  }
}

export function increment(coefficient: Int): Int {
  return addInt(coefficient, 1);
}

/** coefficient / 10 ** places, rounded; `lost.digit` says what was lost. */
export function roundOff(coefficient: Int, places: Int, isNegative: boolean, rounding: Rounding): Int {
  const quotient = shiftRight(coefficient, places);
  if (lost.digit === 0) return quotient;
  return roundsUp(rounding, isNegative, quotient) ? increment(quotient) : quotient;
}

/** The number as the settings have it, with the conditions that this takes. */
export function finish(isNegative: boolean, coefficient: Int, exponent: Int, settings: Settings): PyDecimal {
  if (
    typeof coefficient === 'number' &&
    coefficient <= settings.plainLimit &&
    exponent >= settings.plainLow &&
    exponent <= settings.plainHigh
  ) {
    return finite(isNegative, coefficient, exponent);
  }
  if (coefficient === 0) return finishZero(isNegative, exponent, settings);
  const digits = countDigits(coefficient);
  const adjusted = addInt(exponent, digits - 1);
  if (adjusted > settings.emax) return overflow(isNegative, settings);
  if (adjusted < settings.emin) return finishSubnormal(isNegative, coefficient, exponent, settings);
  if (digits > settings.precision) return roundToPrecision(isNegative, coefficient, exponent, digits, settings);
  if (settings.clamp === 1 && exponent > settings.etop) return foldDown(isNegative, coefficient, exponent, settings);
  return finite(isNegative, coefficient, exponent);
}

/** A finite number of an earlier operation in these settings. */
export function refinish(value: PyDecimal, settings: Settings): PyDecimal {
  return finish(value.isNegative, value.coefficient, value.exponent, settings);
}

function finishZero(isNegative: boolean, exponent: Int, settings: Settings): PyDecimal {
  const highest = settings.clamp === 1 ? settings.etop : settings.emax;
  if (exponent >= settings.etiny && exponent <= highest) return finite(isNegative, 0, exponent);
  settings.status |= CLAMPED;
  return finite(isNegative, 0, exponent < settings.etiny ? settings.etiny : highest);
}

function overflow(isNegative: boolean, settings: Settings): PyDecimal {
  settings.status |= OVERFLOW | INEXACT | ROUNDED;
  return overflowsToInfinity(isNegative, settings.rounding) ? infinity(isNegative) : largest(isNegative, settings);
}

function overflowsToInfinity(isNegative: boolean, rounding: Rounding): boolean {
  switch (rounding) {
    case ROUND_DOWN:
    case ROUND_05UP:
      return false;
    case ROUND_CEILING:
      return !isNegative;
    case ROUND_FLOOR:
      return isNegative;
    default:
      return true;
  }
}

/** The largest finite number. */
export function largest(isNegative: boolean, settings: Settings): PyDecimal {
  return finite(isNegative, normalize(powerOfTen(settings.precision) - 1n), settings.etop);
}

function finishSubnormal(isNegative: boolean, coefficient: Int, exponent: Int, settings: Settings): PyDecimal {
  settings.status |= SUBNORMAL;
  if (exponent >= settings.etiny) {
    const isHigh = settings.clamp === 1 && exponent > settings.etop;
    return isHigh ? foldDown(isNegative, coefficient, exponent, settings) : finite(isNegative, coefficient, exponent);
  }
  const places = subtractInt(settings.etiny, exponent);
  const rounded = roundOff(coefficient, places, isNegative, settings.rounding);
  settings.status |= ROUNDED;
  if (lost.digit !== 0) settings.status |= INEXACT | UNDERFLOW;
  if (rounded === 0) settings.status |= CLAMPED;
  return finite(isNegative, rounded, settings.etiny);
}

function roundToPrecision(
  isNegative: boolean,
  coefficient: Int,
  exponent: Int,
  digits: number,
  settings: Settings,
): PyDecimal {
  const precision = Number(settings.precision);
  const places = digits - precision;
  let rounded = roundOff(coefficient, places, isNegative, settings.rounding);
  settings.status |= lost.digit === 0 ? ROUNDED : ROUNDED | INEXACT;
  let shifted = addInt(exponent, places);
  if (lost.digit !== 0 && countDigits(rounded) > precision) {
    rounded = shiftRight(rounded, 1);
    shifted = addInt(shifted, 1);
    if (addInt(shifted, precision - 1) > settings.emax) return overflow(isNegative, settings);
  }
  if (settings.clamp === 1 && shifted > settings.etop) return foldDown(isNegative, rounded, shifted, settings);
  return finite(isNegative, rounded, shifted);
}

/** Zeros behind the coefficient bring the exponent down to what a clamped format holds. */
function foldDown(isNegative: boolean, coefficient: Int, exponent: Int, settings: Settings): PyDecimal {
  settings.status |= CLAMPED;
  return finite(isNegative, shiftLeft(coefficient, subtractInt(exponent, settings.etop)), settings.etop);
}
