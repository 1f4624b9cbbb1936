/** Numbers as text in every format: digits by code letter and precision, then sign, prefix, grouping, padding. */
import { fixedText, significantDigits, shortestDigits, type Digits } from '../util/float-digits.ts';
import { exponentText, withExponent } from '../util/float-repr.ts';
import type { FormatSpec } from './format-spec.ts';
import { Joiner } from '../util/joiner.ts';
import { CHARACTERS, STRIDE, worked } from '../util/work.ts';

/** The codes of a double: `r` is the shortest text (repr), `R` the same as CPython's default format has it. */
export type DoubleCode = 'e' | 'f' | 'g' | 'r';

/** Without a precision. */
export const DEFAULT_PRECISION = 6;

/**
 * Text of a finite, not negative double: `precision` as the code means it. `alternate` keeps the point and trailing zeros,
 * `hasFraction` adds `.0` where neither point nor exponent is.
 */
export function doubleText(
  value: number,
  code: DoubleCode,
  precision: number,
  alternate: boolean,
  hasFraction: boolean,
): string {
  switch (code) {
    case 'f':
      return alternate && precision === 0 ? `${fixedText(value, 0)}.` : fixedText(value, precision);
    case 'e':
      return exponentialText(significantDigits(value, precision + 1), alternate);
    case 'g': {
      const count = Math.max(precision, 1);
      const limit = hasFraction ? count - 1 : count;
      return generalText(significantDigits(value, count), limit, alternate, hasFraction, !alternate);
    }
    default:
      return generalText(
        value === 0 ? { digits: '0', exponent: 0 } : shortestDigits(value),
        16,
        alternate,
        hasFraction,
        true,
      );
  }
}

function exponentialText(number: Digits, alternate: boolean): string {
  if (alternate && number.digits.length === 1) return `${number.digits}.e${exponentText(number.exponent)}`;
  return withExponent(number.digits, number.exponent);
}

/** Digits with the point in its place, or with an exponent where that is below -4 or not below `limit`. */
function generalText(
  number: Digits,
  limit: number,
  alternate: boolean,
  hasFraction: boolean,
  stripsZeros: boolean,
): string {
  const { exponent } = number;
  const digits = stripsZeros ? number.digits.replace(/(?!^)0+$/, '') : number.digits;
  if (exponent < -4 || exponent >= limit) return exponentialText({ digits, exponent }, alternate);
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  if (fraction !== '') return `${whole}.${fraction}`;
  if (hasFraction) return `${whole}.0`;
  return alternate ? `${whole}.` : whole;
}

/** `%e %f %g` of printf-style formatting and everything like it: any double, with its own sign. */
export function formatDouble(value: number, code: string, precision: number, alternate: boolean): string {
  const lower = code.toLowerCase() as DoubleCode;
  const isNegative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  const text = Number.isFinite(size)
    ? doubleText(size, lower, precision, alternate, false)
    : Number.isNaN(size)
      ? 'nan'
      : 'inf';
  const signed = isNegative ? `-${text}` : text;
  return lower === code ? signed : signed.toUpperCase();
}

// ── Layout ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** How locale-dependent or fixed separators stand in a number. */
export interface Separators {
  readonly point: string;
  readonly group: string;
  /** Digits between two separators. */
  readonly size: number;
  readonly fractionGroup: string;
}

/** A number taken apart: `-`, `0x`, digits before the point, digits behind it or `undefined`, and what follows. */
export interface NumberParts {
  isNegative: boolean;
  prefix: string;
  whole: string;
  /** Digits behind the point; `undefined` where there is no point. */
  fraction: string | undefined;
  /** Exponent, percent sign, `inf`, `nan`. */
  rest: string;
}

const POINT = 46;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Takes the text of a number that is not negative apart. */
export function splitNumber(text: string, isNegative: boolean): NumberParts {
  let end = 0;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  const whole = text.slice(0, end);
  if (text.charCodeAt(end) !== POINT)
    return { isNegative, prefix: '', whole, fraction: undefined, rest: text.slice(end) };
  const start = ++end;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return { isNegative, prefix: '', whole, fraction: text.slice(start, end), rest: text.slice(end) };
}

/** Inserts separators from the right; zeros in front until the text has `width` characters. */
export function groupWhole(digits: string, separator: string, size: number, width: number): string {
  if (width >= CHARACTERS) worked(width >> 4);
  if (separator === '') return digits.padStart(width, '0');
  let count = digits.length;
  if (count + Math.floor((count - 1) / size) < width) {
    count = Math.max(count, Math.floor((width * size) / (size + 1)));
    while (count + Math.floor((count - 1) / size) < width) count++;
  }
  return grouped(digits.padStart(count, '0'), count % size === 0 ? size : count % size, size, separator);
}

/** Digits in groups, of which the first is as long as is said, and the last may be shorter than the others. */
function grouped(digits: string, first: number, size: number, separator: string): string {
  const groups = new Joiner(separator);
  groups.add(digits.slice(0, first));
  for (let start = first, count = 1; start < digits.length; start += size, count++) {
    groups.add(digits.slice(start, start + size));
    if ((count & (STRIDE - 1)) === 0) worked(STRIDE * GROUP_WORK);
  }
  return groups.finish();
}

/** Work of cutting a group out. */
const GROUP_WORK = 4;

function groupFraction(digits: string, separator: string): string {
  return separator === '' ? digits : grouped(digits, 3, 3, separator);
}

function signText(isNegative: boolean, sign: FormatSpec['sign']): string {
  if (isNegative) return '-';
  return sign === '+' || sign === ' ' ? sign : '';
}

/** Puts the parts together as the specification asks. */
export function layOutNumber(parts: NumberParts, spec: FormatSpec, separators: Separators): string {
  const sign = signText(parts.isNegative, spec.sign);
  const tail =
    (parts.fraction === undefined ? '' : separators.point + groupFraction(parts.fraction, separators.fractionGroup)) +
    parts.rest;
  const outside = sign.length + parts.prefix.length + tail.length;
  const isZeroPadded = spec.fill === '0' && spec.align === '=';
  // Zeros among groups: the padding is part of the number. What has no digits (inf) is padded in front.
  const minimum = isZeroPadded ? Math.max(0, spec.width - outside) : 0;
  const whole = parts.whole === '' ? '' : groupWhole(parts.whole, separators.group, separators.size, minimum);
  const missing = spec.width - outside - whole.length;
  if (missing <= 0) return sign + parts.prefix + whole + tail;
  if (missing >= CHARACTERS) worked(missing >> 4);
  const padding = spec.fill.repeat(missing);
  switch (spec.align) {
    case '<':
      return sign + parts.prefix + whole + tail + padding;
    case '^': {
      const before = spec.fill.repeat(Math.floor(missing / 2));
      return before + sign + parts.prefix + whole + tail + spec.fill.repeat(missing - Math.floor(missing / 2));
    }
    case '=':
      return sign + parts.prefix + padding + whole + tail;
    default:
      return padding + sign + parts.prefix + whole + tail;
  }
}
