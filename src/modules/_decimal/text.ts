/** Decimal numbers in text: scientific and engineering notation, and reading them. */
import { asciiNumeral } from '../../util/decimal-digits.ts';
import { decimalText, readDigits } from '../../util/huge/text.ts';
import { addInt, normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { MIN_ETINY, MAX_EMAX } from './settings.ts';
import { FINITE, finite, INFINITE, infinity, PyDecimal, QUIET, SIGNALING } from './value.ts';

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Below this exponent of the first digit a number is written with an exponent. */
const LEAST_PLAIN = -6;

/** The digits of a coefficient. */
export function digitsOf(coefficient: Int): string {
  return typeof coefficient === 'number' ? String(coefficient) : decimalText(coefficient);
}

export function specialText(a: PyDecimal): string {
  if (a.kind === INFINITE) return 'Infinity';
  const payload = a.coefficient === 0 ? '' : digitsOf(a.coefficient);
  return (a.kind === SIGNALING ? 'sNaN' : 'NaN') + payload;
}

/** `str(a)`: scientific notation. */
export function scientificText(a: PyDecimal, capitals: boolean): string {
  const sign = a.isNegative ? '-' : '';
  if (a.kind !== FINITE) return sign + specialText(a);
  const { exponent } = a;
  if (exponent === 0) return sign + digitsOf(a.coefficient);
  const { adjusted } = a;
  if (exponent < 0 && adjusted >= LEAST_PLAIN) return sign + plainText(digitsOf(a.coefficient), Number(exponent));
  return sign + exponentialText(digitsOf(a.coefficient), 1, adjusted, capitals);
}

/** Engineering notation: the exponent is a multiple of three, with one to three digits before the point. */
export function engineeringText(a: PyDecimal, capitals: boolean): string {
  const sign = a.isNegative ? '-' : '';
  if (a.kind !== FINITE) return sign + specialText(a);
  const { exponent, adjusted } = a;
  if (exponent <= 0 && adjusted >= LEAST_PLAIN) return sign + plainText(digitsOf(a.coefficient), Number(exponent));
  if (a.coefficient === 0) return sign + engineeringZero(exponent, capitals);
  const before = remainderOfThree(adjusted) + 1;
  const digits = digitsOf(a.coefficient).padEnd(before, '0');
  return sign + exponentialText(digits, before, subtractInt(adjusted, before - 1), capitals);
}

/** A zero has no first digit: as many zeros behind the point as bring the exponent to a multiple of three. */
function engineeringZero(exponent: Int, capitals: boolean): string {
  const behind = (3 - remainderOfThree(exponent)) % 3;
  const raised = addInt(exponent, behind);
  return exponentialText('0'.repeat(behind + 1), 1, raised, capitals);
}

function remainderOfThree(exponent: Int): number {
  const rest = Number(BigInt(exponent) % 3n);
  return rest < 0 ? rest + 3 : rest;
}

/** The digits with the point `-exponent` places from the right; exponent <= 0. */
function plainText(digits: string, exponent: number): string {
  if (exponent === 0) return digits;
  const before = digits.length + exponent;
  if (before > 0) return `${digits.slice(0, before)}.${digits.slice(before)}`;
  return `0.${'0'.repeat(-before)}${digits}`;
}

/** The digits, the first `before` of them in front of the point, and the exponent. */
function exponentialText(digits: string, before: number, exponent: Int, capitals: boolean): string {
  const point = digits.length > before ? `${digits.slice(0, before)}.${digits.slice(before)}` : digits;
  if (exponent === 0) return point;
  return `${point}${capitals ? 'E' : 'e'}${exponent < 0 ? '-' : '+'}${exponent < 0 ? subtractInt(0, exponent) : exponent}`;
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

const NUMERAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|(s?)nan(\d*))$/i;
/** Unicode's white space beyond ASCII is a space after `asciiNumeral`; these stand for nothing in ASCII. */
const SPACE_AROUND = /^[\t-\r\x1c- ]+|[\t-\r\x1c- ]+$/g;
const SPACE_OR_UNDERSCORE = /[\s_]/;
/** Far beyond every exponent, and what exponents with more digits are taken for. */
const BEYOND = 10n ** 19n;
const EXPONENT_LENGTH = 19;

/** The number in the text, of any exponent; `undefined` if there is none. */
export function parseDecimal(text: string): PyDecimal | undefined {
  return parseClean(asciiNumeral(text).replace(SPACE_AROUND, '').replaceAll('_', ''));
}

/** Likewise, where the text is nothing but the number: no space around it, no underscores. */
export function parseStrict(text: string): PyDecimal | undefined {
  return SPACE_OR_UNDERSCORE.test(text) ? undefined : parseClean(asciiNumeral(text));
}

function parseClean(text: string): PyDecimal | undefined {
  const numeral = NUMERAL.exec(text);
  if (numeral === null) return parseSpecial(text);
  const fraction = numeral[3] ?? numeral[4] ?? '';
  const coefficient = integerOfDigits((numeral[2] ?? '') + fraction);
  const exponent = numeral[5] === undefined ? 0 : parseExponent(numeral[5]);
  return finite(numeral[1] === '-', coefficient, subtractInt(exponent, fraction.length));
}

function parseSpecial(text: string): PyDecimal | undefined {
  const special = SPECIAL.exec(text);
  if (special === null) return undefined;
  const isNegative = special[1] === '-';
  if (special[2] !== undefined) return infinity(isNegative);
  const payload = special[4] === '' ? 0 : integerOfDigits(special[4]);
  return new PyDecimal(special[3] === '' ? QUIET : SIGNALING, isNegative, payload, 0);
}

/** Digits whose value is a safe integer. */
const SAFE_LENGTH = 15;
/** From so many digits on the engine takes too long. */
const MANY_DIGITS = 1 << 14;

export function integerOfDigits(digits: string): Int {
  if (digits.length <= SAFE_LENGTH) return Number(digits);
  return normalize(digits.length < MANY_DIGITS ? BigInt(digits) : readDigits(digits, 10, BigInt));
}

function parseExponent(text: string): Int {
  if (text.length <= SAFE_LENGTH) return Number(text) + 0;
  const isNegative = text.startsWith('-');
  const digits = text.replace(/^[+-]?0*/, '');
  const size = digits.length > EXPONENT_LENGTH ? BEYOND : BigInt(digits === '' ? '0' : digits);
  return normalize(isNegative ? -size : size);
}

/** Whether the number is one that can be without rounding. */
export function isRepresentable(a: PyDecimal): boolean {
  if (a.kind !== FINITE) return true;
  if (a.coefficient === 0) return a.exponent >= MIN_ETINY && a.exponent <= MAX_EMAX;
  return a.exponent >= MIN_ETINY && a.adjusted <= MAX_EMAX;
}
