/** Operations on the exponent: quantize, rounding to an integer, normalising, scaling, neighbours. */
import { addInt, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { subtract, add } from './arithmetic.ts';
import { compareValues } from './comparison.ts';
import { CLAMPED, DIVISION_BY_ZERO, ERRORS, INEXACT, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW } from './conditions.ts';
import { countDigits, lost, MAX_DIGITS, shiftLeft, shiftRight, trailingZeros } from './powers-of-ten.ts';
import { finish, largest, refinish, roundOff } from './rounding.ts';
import { ROUND_CEILING, ROUND_FLOOR, type Rounding, type Settings } from './settings.ts';
import { finite, fromInt, INFINITE, infinity, invalid, nanOf, nanOfOne, type PyDecimal } from './value.ts';

/** The number with the exponent of `pattern`; invalid if that needs more digits than the precision. */
export function quantize(a: PyDecimal, pattern: PyDecimal, rounding: Rounding, settings: Settings): PyDecimal {
  if (!a.isFinite || !pattern.isFinite) {
    const nan = nanOf(a, pattern, settings);
    if (nan !== undefined) return nan;
    return a.isFinite || pattern.isFinite ? invalid(settings) : a;
  }
  return quantizeTo(a, pattern.exponent, rounding, settings);
}

/** The finite number with the given exponent. */
export function quantizeTo(a: PyDecimal, exponent: Int, rounding: Rounding, settings: Settings): PyDecimal {
  if (exponent > settings.emax || exponent < settings.etiny) return invalid(settings);
  if (a.coefficient === 0) return finish(a.isNegative, 0, exponent, settings);
  const places = subtractInt(a.exponent, exponent);
  if (addInt(places, a.digits) > settings.precision) return invalid(settings);
  let status = 0;
  let coefficient: Int;
  if (places >= 0) coefficient = shiftLeft(a.coefficient, places);
  else {
    coefficient = roundOff(a.coefficient, subtractInt(0, places), a.isNegative, rounding);
    status = lost.digit === 0 ? ROUNDED : ROUNDED | INEXACT;
  }
  const digits = countDigits(coefficient);
  if (digits > settings.precision || addInt(exponent, digits - 1) > settings.emax) return invalid(settings);
  const result = finish(a.isNegative, coefficient, exponent, settings);
  settings.status |= status;
  return result;
}

/** The number with the given exponent, whatever digits that takes: for text, where no context limits it. */
export function rescale(a: PyDecimal, exponent: Int, rounding: Rounding): PyDecimal {
  if (a.coefficient === 0) return finite(a.isNegative, 0, exponent);
  const places = subtractInt(a.exponent, exponent);
  const coefficient =
    places >= 0
      ? shiftLeft(a.coefficient, places)
      : roundOff(a.coefficient, subtractInt(0, places), a.isNegative, rounding);
  return finite(a.isNegative, coefficient, exponent);
}

/** The nearest integer; `signals` says whether rounding is a condition. */
export function toIntegral(a: PyDecimal, rounding: Rounding, signals: boolean, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE || a.exponent >= 0) return a;
  if (a.coefficient === 0) return finite(a.isNegative, 0, 0);
  const coefficient = roundOff(a.coefficient, subtractInt(0, a.exponent), a.isNegative, rounding);
  if (signals) settings.status |= lost.digit === 0 ? ROUNDED : ROUNDED | INEXACT;
  return finite(a.isNegative, coefficient, 0);
}

/** Without trailing zeros. */
export function normalized(a: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return a;
  const result = refinish(a, settings);
  if (!result.isFinite) return result;
  if (result.coefficient === 0) return finite(a.isNegative, 0, 0);
  const highest = settings.clamp === 1 ? settings.etop : settings.emax;
  const room = subtractInt(highest, result.exponent);
  const zeros = trailingZeros(result.coefficient, room > MAX_DIGITS ? MAX_DIGITS : Number(room));
  return finite(result.isNegative, shiftRight(result.coefficient, zeros), addInt(result.exponent, zeros));
}

/** The exponent of the first digit, as a decimal. */
export function exponentOf(a: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return infinity(false);
  if (a.coefficient === 0) {
    settings.status |= DIVISION_BY_ZERO;
    return infinity(true);
  }
  return refinish(fromInt(a.adjusted), settings);
}

/** The number of places of rotate, shift and scaleb: an integer of exponent 0 up to `most`; `undefined` for all else. */
export function placesOf(b: PyDecimal, most: Int): Int | undefined {
  if (!b.isFinite || b.exponent !== 0 || b.coefficient > most) return undefined;
  return b.isNegative ? subtractInt(0, b.coefficient) : b.coefficient;
}

export function scaleExponent(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  const reach = addInt(settings.emax, settings.precision);
  const places = placesOf(b, addInt(reach, reach));
  if (places === undefined) return invalid(settings);
  if (a.kind === INFINITE) return a;
  return finish(a.isNegative, a.coefficient, addInt(a.exponent, places), settings);
}

export function sameQuantum(a: PyDecimal, b: PyDecimal): boolean {
  if (a.isFinite && b.isFinite) return a.exponent === b.exponent;
  return a.isNaN ? b.isNaN : !a.isFinite && b.kind === INFINITE;
}

// ── Neighbours ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The next number above (`isUp`) or below; only errors are conditions of the result. */
function neighbour(a: PyDecimal, isUp: boolean, settings: Settings): PyDecimal {
  if (a.kind === INFINITE) return a.isNegative === isUp ? largest(a.isNegative, settings) : a;
  const work = settings.withRounding(isUp ? ROUND_CEILING : ROUND_FLOOR);
  const rounded = refinish(a, work);
  // Rounding towards the neighbour is already the step to it.
  if ((work.status & (INEXACT | ERRORS)) !== 0) {
    settings.status |= work.status & ERRORS;
    return rounded;
  }
  const tiny = finite(false, 1, subtractInt(settings.etiny, 1));
  const result = isUp ? add(a, tiny, work) : subtract(a, tiny, work);
  settings.status |= work.status & ERRORS;
  return result;
}

export function nextPlus(a: PyDecimal, settings: Settings): PyDecimal {
  return nanOfOne(a, settings) ?? neighbour(a, true, settings);
}

export function nextMinus(a: PyDecimal, settings: Settings): PyDecimal {
  return nanOfOne(a, settings) ?? neighbour(a, false, settings);
}

export function nextToward(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  const order = compareValues(a, b);
  if (order === 0) return a.withSign(b.isNegative);
  const result = neighbour(a, order < 0, settings);
  if (result.kind === INFINITE) settings.status |= OVERFLOW | ROUNDED | INEXACT;
  else if (result.adjusted < settings.emin) {
    settings.status |= UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT;
    if (result.coefficient === 0) settings.status |= CLAMPED;
  }
  return result;
}

/** Whether a finite number that is not zero is below the normal range. */
export function isSubnormal(a: PyDecimal, settings: Settings): boolean {
  return a.isFinite && a.coefficient !== 0 && a.adjusted < settings.emin;
}

export function isNormal(a: PyDecimal, settings: Settings): boolean {
  return a.isFinite && a.coefficient !== 0 && a.adjusted >= settings.emin;
}

export function numberClass(a: PyDecimal, settings: Settings): string {
  if (a.isNaN) return a.kind === 2 ? 'NaN' : 'sNaN';
  const sign = a.isNegative ? '-' : '+';
  if (a.kind === INFINITE) return `${sign}Infinity`;
  if (a.coefficient === 0) return `${sign}Zero`;
  return sign + (isSubnormal(a, settings) ? 'Subnormal' : 'Normal');
}
