/**
 * `Decimal.__format__`: the format mini-language as CPython's decimal module has it. It is near to the one of floats, but digits come from
 * the number itself, `0` goes with no alignment, and the separators may be any text in groups of any size (a locale, an override).
 */
import { asciiNumeral } from '../../util/decimal-digits.ts';
import { error } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { addInt, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText, MAX_TEXT_LENGTH, textOf } from '../../objspace/types/str/text.ts';
import { MAX_DIGITS } from './powers-of-ten.ts';
import { rescale } from './quantize.ts';
import { MAX_PREC, type Rounding } from './settings.ts';
import { digitsOf, specialText } from './text.ts';
import { finite, type PyDecimal } from './value.ts';

interface DecimalSpec {
  /** One code point. */
  fill: string;
  align: '<' | '>' | '=' | '^';
  sign: string;
  /** `z`: a negative number that is rounded to zero loses its sign. */
  noNegativeZero: boolean;
  alternate: boolean;
  isZeroPadded: boolean;
  width: number;
  /** -1 where there is none. */
  precision: number;
  /** Text between groups of digits in front of the point, and sizes of the groups from the right; the last one is repeated. */
  separator: string;
  groups: readonly number[];
  fractionSeparator: string;
  point: string;
  /** '' for the default. */
  type: string;
}

// ── Parsing ──────────────────────────────────────────────────────────────────────────────────────────────────────

const SPEC =
  /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\p{Nd}+)?([,_])?(?:\.(?=[\p{Nd},_])(\p{Nd}+)?([,_])?)?([eEfFgGnN%])?$/su;

function invalidSpec(): never {
  throw error('ValueError', 'invalid format string');
}

function parseSpec(text: string): DecimalSpec {
  const found = SPEC.exec(text);
  if (found === null) invalidSpec();
  const [, fill, align, sign, z, alternate, zero, width, separator, precision, fractionSeparator, type] = found;
  const isLocal = type === 'n' || type === 'N';
  if ((zero !== undefined && align !== undefined) || (isLocal && separator !== undefined)) invalidSpec();
  // The letter N is an old spelling that the newer options do not know.
  if (type === 'N' && (alternate !== undefined || z !== undefined || fractionSeparator !== undefined)) invalidSpec();
  return {
    fill: fill ?? ' ',
    align: (align ?? '>') as '>',
    sign: sign ?? '-',
    noNegativeZero: z !== undefined,
    alternate: alternate !== undefined,
    isZeroPadded: zero !== undefined,
    width: width === undefined ? 0 : sizeOf(width),
    precision: precision === undefined ? -1 : sizeOf(precision),
    separator: separator ?? '',
    groups: [3],
    fractionSeparator: fractionSeparator ?? '',
    point: '.',
    type: type ?? '',
  };
}

function sizeOf(digits: string): number {
  const size = BigInt(asciiNumeral(digits));
  if (size > BigInt(MAX_PREC)) throw error('ValueError', 'format specification exceeds internal limits of _decimal');
  if (size > MAX_TEXT_LENGTH) throw error('MemoryError');
  return Number(size);
}

/** Whether only the newer options of the specification are there, which take no override. */
function isPlainSpec(spec: DecimalSpec): boolean {
  return !spec.alternate && !spec.noNegativeZero && spec.separator !== '_' && spec.fractionSeparator === '';
}

const MOST_SEPARATOR_BYTES = 4;
const CHAR_MAX = 127;

function overridden(override: PyDict, name: string): string | undefined {
  const value = override.getStr(name);
  if (value === undefined) return undefined;
  if (!isText(value)) throw error('TypeError', 'bad argument type for built-in operation');
  return textOf(value);
}

/** Text of 1 to 4 bytes in UTF-8; a separator may be empty. */
function checkSeparator(text: string, least: number): void {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  if (bytes < least || bytes > MOST_SEPARATOR_BYTES) throw error('ValueError', 'invalid override dict');
}

function applyOverride(spec: DecimalSpec, override: PyDict): void {
  const point = overridden(override, 'decimal_point');
  const separator = overridden(override, 'thousands_sep');
  const grouping = overridden(override, 'grouping');
  if (point !== undefined) checkSeparator(point, 1);
  if (separator !== undefined) checkSeparator(separator, 0);
  if (!isPlainSpec(spec)) return;
  // Without a separator in the specification or an override there are no groups.
  const hadGroups = spec.separator !== '';
  spec.point = point ?? spec.point;
  spec.separator = separator ?? spec.separator;
  if (grouping !== undefined) spec.groups = groupSizes(grouping);
  else if (!hadGroups) spec.groups = [];
}

function groupSizes(text: string): number[] {
  const sizes: number[] = [];
  for (const character of text) {
    const size = character.codePointAt(0)!;
    if (size > CHAR_MAX) throw error('ValueError', 'invalid override dict');
    if (size === 0) break;
    if (size === CHAR_MAX) {
      sizes.push(Number.POSITIVE_INFINITY);
      break;
    }
    sizes.push(size);
  }
  return sizes;
}

// ── Digits ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The number of the context, laid out by the specification. `warnOld` says that the letter N is there. */
export function formatDecimal(
  a: PyDecimal,
  text: string,
  override: Value | undefined,
  rounding: Rounding,
  capitals: boolean,
  warnOld: () => void,
): string {
  const spec = parseSpec(text);
  if (override !== undefined) {
    if (!(override instanceof PyDict)) throw error('TypeError', 'optional argument must be a dict');
    applyOverride(spec, override);
  }
  if (spec.type === 'N') warnOld();
  if (!a.isFinite) return layOutSpecial(a, spec);
  return layOutFinite(a, spec, rounding, capitals);
}

function layOutSpecial(a: PyDecimal, spec: DecimalSpec): string {
  const body = specialText(a) + (spec.type === '%' ? '%' : '');
  return pad(signText(a.isNegative, spec), body, spec);
}

/** What the letters mean: e with an exponent, f without, g as the number has it. */
type Style = 'e' | 'f' | 'g';

function styleOf(type: string): Style {
  switch (type) {
    case 'e':
    case 'E':
      return 'e';
    case 'f':
    case 'F':
    case '%':
      return 'f';
    default:
      return 'g';
  }
}

function layOutFinite(a: PyDecimal, spec: DecimalSpec, rounding: Rounding, capitals: boolean): string {
  const style = styleOf(spec.type);
  const scaled = spec.type === '%' ? finite(a.isNegative, a.coefficient, addInt(a.exponent, 2)) : a;
  const rounded = roundedFor(scaled, style, spec.precision, rounding);
  const isNegative = rounded.isNegative && !(spec.noNegativeZero && rounded.coefficient === 0);
  const digits = digitsOf(rounded.coefficient);
  const left = addInt(rounded.exponent, digits.length);
  const place = pointPlace(rounded, style, spec.precision, left);
  const [whole, fraction] = splitDigits(digits, place);
  const exponent = subtractInt(left, place);
  let tail = fraction === '' && !spec.alternate ? '' : spec.point + groupFraction(fraction, spec.fractionSeparator);
  if (style === 'e' || exponent !== 0) tail += exponentText(exponent, isCapital(spec.type, capitals));
  if (spec.type === '%') tail += '%';
  return assemble(signText(isNegative, spec), whole, tail, spec);
}

/** Of the default type, the context says how the exponent is written. */
function isCapital(type: string, capitals: boolean): boolean {
  return type === '' ? capitals : type === 'E' || type === 'G' || type === 'N';
}

function exponentText(exponent: Int, isUpper: boolean): string {
  return `${isUpper ? 'E' : 'e'}${exponent < 0 ? '' : '+'}${exponent}`;
}

function roundedFor(a: PyDecimal, style: Style, precision: number, rounding: Rounding): PyDecimal {
  let result = a;
  if (precision >= 0) {
    if (style === 'e') result = roundSignificant(a, precision + 1, rounding);
    else if (style === 'f') result = rescaleWithin(a, -precision, rounding);
    else if (a.digits > precision) result = roundSignificant(a, Math.max(precision, 1), rounding);
  }
  // A zero without digits behind the point is written without those in front of it, too.
  if (style === 'f' && result.coefficient === 0 && result.exponent > 0) return finite(result.isNegative, 0, 0);
  return result;
}

function rescaleWithin(a: PyDecimal, exponent: Int, rounding: Rounding): PyDecimal {
  return a.exponent === exponent ? a : rescale(a, exponent, rounding);
}

/** With this many digits; a zero as it is. */
function roundSignificant(a: PyDecimal, digits: number, rounding: Rounding): PyDecimal {
  if (a.coefficient === 0) return a;
  const result = rescaleWithin(a, subtractInt(a.adjusted, digits - 1), rounding);
  return result.digits === digits ? result : rescaleWithin(result, addInt(result.exponent, 1), rounding);
}

const LEAST_PLAIN = -6;

/** How many digits stand in front of the point; negative for zeros behind it. */
function pointPlace(a: PyDecimal, style: Style, precision: number, left: Int): number {
  if (style === 'e') return a.coefficient === 0 && precision >= 0 ? 1 - precision : 1;
  if (style === 'g' && (a.exponent > 0 || left <= LEAST_PLAIN)) return 1;
  if (left > MAX_DIGITS || left < -MAX_DIGITS) throw error('MemoryError');
  return Number(left);
}

function splitDigits(digits: string, place: number): [string, string] {
  if (place < 0) return ['0', '0'.repeat(-place) + digits];
  if (place > digits.length) return [digits + '0'.repeat(place - digits.length), ''];
  return [place === 0 ? '0' : digits.slice(0, place), digits.slice(place)];
}

function groupFraction(digits: string, separator: string): string {
  return separator === '' ? digits : (digits.match(/.{1,3}/g) ?? []).join(separator);
}

// ── Layout ───────────────────────────────────────────────────────────────────────────────────────────────────────

function signText(isNegative: boolean, spec: DecimalSpec): string {
  if (isNegative) return '-';
  return spec.sign === '-' ? '' : spec.sign;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length++;
  return length;
}

function assemble(sign: string, whole: string, tail: string, spec: DecimalSpec): string {
  const least = spec.isZeroPadded ? spec.width - sign.length - lengthOf(tail) : 0;
  return pad(sign, groupDigits(whole, spec, least) + tail, spec);
}

/** Separators from the right, and zeros in front until there are `least` characters; a separator never comes first. */
function groupDigits(digits: string, spec: DecimalSpec, least: number): string {
  if (spec.separator === '' || spec.groups.length === 0) return digits.padStart(least, '0');
  const between = lengthOf(spec.separator);
  const parts: string[] = [];
  let rest = digits;
  let missing = least;
  for (let index = 0; ; index++) {
    const size = spec.groups[Math.min(index, spec.groups.length - 1)];
    const part = rest.slice(Math.max(0, rest.length - size));
    rest = rest.slice(0, rest.length - part.length);
    const padded = rest === '' ? part.padStart(Math.min(size, Math.max(missing, 1)), '0') : part;
    parts.push(padded);
    missing -= padded.length;
    if (rest === '' && missing <= 0) return parts.reverse().join(spec.separator);
    missing -= between;
  }
}

function pad(sign: string, body: string, spec: DecimalSpec): string {
  const missing = spec.width - sign.length - lengthOf(body);
  if (missing <= 0) return sign + body;
  const padding = spec.fill.repeat(missing);
  switch (spec.align) {
    case '<':
      return sign + body + padding;
    case '=':
      return sign + padding + body;
    case '^': {
      const before = Math.floor(missing / 2);
      return spec.fill.repeat(before) + sign + body + spec.fill.repeat(missing - before);
    }
    default:
      return padding + sign + body;
  }
}
