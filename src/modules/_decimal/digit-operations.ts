/** Operations on the digits of a coefficient: shifting, rotating, and logic on numbers of zeros and ones. */
import type { Int } from '../../objspace/types/int/int-object.ts';
import { error } from '../../objspace/exception.ts';
import { MAX_DIGITS } from './powers-of-ten.ts';
import { placesOf } from './quantize.ts';
import type { Settings } from './settings.ts';
import { digitsOf, integerOfDigits } from './text.ts';
import { finite, INFINITE, invalid, nanOf, type PyDecimal } from './value.ts';

/** The precision as a number of digits that are written out. */
function width(settings: Settings): number {
  if (settings.precision > MAX_DIGITS) throw error('MemoryError');
  return Number(settings.precision);
}

/** The digits of the coefficient, none of zero, at most as many as the precision. */
function digitsWithin(a: PyDecimal, precision: Int): string {
  const text = a.coefficient === 0 ? '' : digitsOf(a.coefficient);
  return text.length > precision ? text.slice(text.length - Number(precision)) : text;
}

function withDigits(a: PyDecimal, digits: string): PyDecimal {
  return finite(a.isNegative, digits === '' ? 0 : integerOfDigits(digits), a.exponent);
}

export function shift(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  const places = placesOf(b, settings.precision);
  if (places === undefined) return invalid(settings);
  if (a.kind === INFINITE) return a;
  const count = Number(places);
  const text = a.coefficient === 0 ? '' : digitsOf(a.coefficient);
  if (count < 0) {
    const within = digitsWithin(a, settings.precision);
    return withDigits(a, within.slice(0, Math.max(0, within.length + count)));
  }
  if (text === '') return withDigits(a, '');
  const precision = text.length + count > settings.precision ? width(settings) : text.length + count;
  if (precision > MAX_DIGITS) throw error('MemoryError');
  const kept = text.slice(Math.max(0, text.length + count - precision));
  return withDigits(a, kept === '' ? '' : kept + '0'.repeat(count));
}

export function rotate(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  const places = placesOf(b, settings.precision);
  if (places === undefined) return invalid(settings);
  if (a.kind === INFINITE) return a;
  const precision = width(settings);
  const text = digitsWithin(a, precision).padStart(precision, '0');
  const split = (Number(places) + precision) % precision;
  return withDigits(a, text.slice(split) + text.slice(0, split));
}

// ── Logic ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The digits of a logical number: positive, of exponent 0, of zeros and ones; `undefined` for all else. */
function logicalDigits(a: PyDecimal): string | undefined {
  if (!a.isFinite || a.isNegative || a.exponent !== 0) return undefined;
  const text = digitsOf(a.coefficient);
  return /^[01]+$/.test(text) ? text : undefined;
}

/** Digits of both, combined from the right: BigInt reads zeros and ones as bits, so that no digit is looked at alone. */
function logical(
  a: PyDecimal,
  b: PyDecimal,
  settings: Settings,
  combine: (left: bigint, right: bigint) => bigint,
): PyDecimal {
  const [left, right] = [logicalDigits(a), logicalDigits(b)];
  if (left === undefined || right === undefined) return invalid(settings);
  return fromBits(combine(BigInt(`0b${left}`), BigInt(`0b${right}`)), settings);
}

/** The last digits of a result, as many as the precision. */
function fromBits(bits: bigint, settings: Settings): PyDecimal {
  const digits = bits.toString(2);
  const kept = digits.length > settings.precision ? digits.slice(digits.length - Number(settings.precision)) : digits;
  return finite(false, integerOfDigits(kept), 0);
}

export const logicalAnd = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  logical(a, b, settings, (left, right) => left & right);
export const logicalOr = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  logical(a, b, settings, (left, right) => left | right);
export const logicalXor = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  logical(a, b, settings, (left, right) => left ^ right);

export function logicalInvert(a: PyDecimal, settings: Settings): PyDecimal {
  const digits = logicalDigits(a);
  if (digits === undefined) return invalid(settings);
  const all = (1n << BigInt(Math.max(width(settings), digits.length))) - 1n;
  return fromBits(BigInt(`0b${digits}`) ^ all, settings);
}
