/**
 * Scans number literals: finds where one ends, and fails as CPython does where it is malformed.
 *
 * The value is number-literal.ts's business. A number may be followed at once by one of a few keywords (`1if x else 2`),
 * with a warning; any other ASCII letter or digit behind it is an error.
 */
import { canContinueName, isDigit, isHexDigit } from './character-classes.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../util/work.ts';
import type { Scanner } from './scanner.ts';

const UNDERSCORE = 95;
const DOT = 46;
const ZERO = 48;
const LOWER_E = 101;
const LOWER_J = 106;

const isOctalDigit = (code: number): boolean => code >= 48 && code <= 55;
const isBinaryDigit = (code: number): boolean => code === 48 || code === 49;

/** What may follow a number at once: keywords as whole words, and the short ones as the beginning of any word. */
const KEYWORD_BEHIND = /(?:and|else|for|or|not)(?![0-9A-Za-z_\x80-\uffff])|i[fns]/y;

const OCTAL_HINT = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

/** Scans the number that starts at `start` (a digit, or a dot before a digit) and returns its end. */
export function scanNumber(scanner: Scanner, start: number): number {
  const { input } = scanner;
  const first = input.charCodeAt(start);
  if (first === DOT) return scanFraction(scanner, start + 1);
  if (first === ZERO) return scanAfterZero(scanner, start);
  const end = scanDecimalDigits(scanner, start);
  return scanDecimalRest(scanner, end);
}

/** At each offset that is passed: those of digits alone may all be odd. */
function report(offset: number): void {
  if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
}

/** Digits with single underscores between them; returns the end. */
function scanDecimalDigits(scanner: Scanner, start: number): number {
  const { input } = scanner;
  let offset = start;
  for (;;) {
    while (isDigit(input.charCodeAt(offset))) {
      offset++;
      report(offset);
    }
    if (input.charCodeAt(offset) !== UNDERSCORE) return offset;
    offset++;
    report(offset);
    if (!isDigit(input.charCodeAt(offset))) scanner.fail('invalid decimal literal', offset);
  }
}

/** What can follow the digits of a decimal integer: a fraction, an exponent, a `j`, or nothing. */
function scanDecimalRest(scanner: Scanner, offset: number): number {
  const code = scanner.input.charCodeAt(offset);
  if (code === DOT) return scanFraction(scanner, offset + 1);
  if ((code | 32) === LOWER_E) return scanExponent(scanner, offset);
  if ((code | 32) === LOWER_J) return checkEnd(scanner, offset + 1, 'imaginary');
  return checkEnd(scanner, offset, 'decimal');
}

function scanFraction(scanner: Scanner, start: number): number {
  let offset = start;
  if (isDigit(scanner.input.charCodeAt(offset))) offset = scanDecimalDigits(scanner, offset);
  const code = scanner.input.charCodeAt(offset);
  if ((code | 32) === LOWER_E) return scanExponent(scanner, offset);
  if ((code | 32) === LOWER_J) return checkEnd(scanner, offset + 1, 'imaginary');
  return checkEnd(scanner, offset, 'decimal');
}

/** `offset` is at the `e`, which belongs to the number only if digits follow. */
function scanExponent(scanner: Scanner, offset: number): number {
  const { input } = scanner;
  const sign = input.charCodeAt(offset + 1);
  if (sign === 43 || sign === 45) {
    if (!isDigit(input.charCodeAt(offset + 2))) scanner.fail('invalid decimal literal', offset + 2);
    return scanAfterExponent(scanner, scanDecimalDigits(scanner, offset + 2));
  }
  if (!isDigit(sign)) return checkEnd(scanner, offset, 'decimal');
  return scanAfterExponent(scanner, scanDecimalDigits(scanner, offset + 1));
}

function scanAfterExponent(scanner: Scanner, offset: number): number {
  if ((scanner.input.charCodeAt(offset) | 32) === LOWER_J) return checkEnd(scanner, offset + 1, 'imaginary');
  return checkEnd(scanner, offset, 'decimal');
}

function scanAfterZero(scanner: Scanner, start: number): number {
  switch (scanner.input.charCodeAt(start + 1) | 32) {
    case 120:
      return scanRadix(scanner, start + 2, 'hexadecimal', isHexDigit);
    case 111:
      return scanRadix(scanner, start + 2, 'octal', isOctalDigit);
    case 98:
      return scanRadix(scanner, start + 2, 'binary', isBinaryDigit);
    default:
      return scanZeros(scanner, start);
  }
}

function scanRadix(scanner: Scanner, start: number, name: string, isRadixDigit: (code: number) => boolean): number {
  const { input } = scanner;
  let offset = start;
  for (;;) {
    if (input.charCodeAt(offset) === UNDERSCORE) offset++;
    report(offset);
    if (!isRadixDigit(input.charCodeAt(offset))) failRadix(scanner, offset, name);
    while (isRadixDigit(input.charCodeAt(offset))) {
      offset++;
      report(offset);
    }
    if (input.charCodeAt(offset) !== UNDERSCORE) break;
  }
  if (isDigit(input.charCodeAt(offset))) failRadix(scanner, offset, name);
  return checkEnd(scanner, offset, name);
}

function failRadix(scanner: Scanner, offset: number, name: string): never {
  const code = scanner.input.charCodeAt(offset);
  if (!isDigit(code)) return scanner.fail(`invalid ${name} literal`, offset);
  return scanner.fail(`invalid digit '${String.fromCharCode(code)}' in ${name} literal`, offset + 1);
}

/** A decimal literal with leading zeros: fine for 0, floats and imaginary numbers. */
function scanZeros(scanner: Scanner, start: number): number {
  const { input } = scanner;
  let offset = start;
  for (;;) {
    while (input.charCodeAt(offset) === ZERO) {
      offset++;
      report(offset);
    }
    if (input.charCodeAt(offset) !== UNDERSCORE) break;
    offset++;
    report(offset);
    if (!isDigit(input.charCodeAt(offset))) scanner.fail('invalid decimal literal', offset);
    if (input.charCodeAt(offset) !== ZERO) break;
  }
  const zerosEnd = offset + 1;
  const isNonzero = isDigit(input.charCodeAt(offset));
  if (isNonzero) offset = scanDecimalDigits(scanner, offset);
  const code = input.charCodeAt(offset);
  const isInteger = code !== DOT && (code | 32) !== LOWER_E && (code | 32) !== LOWER_J;
  if (isInteger && isNonzero && !scanner.options.isLenient) scanner.failRange(OCTAL_HINT, start + 1, zerosEnd);
  return scanDecimalRest(scanner, offset);
}

/** Checks what stands behind a number that ends at `end`, and returns `end`. */
function checkEnd(scanner: Scanner, end: number, name: string): number {
  const code = scanner.input.charCodeAt(end);
  if (code >= 128 || !canContinueName(code) || scanner.options.isLenient) return end;
  KEYWORD_BEHIND.lastIndex = end;
  if (KEYWORD_BEHIND.test(scanner.input)) {
    warnOfKeyword(scanner, name, end);
    return end;
  }
  return scanner.fail(`invalid ${name} literal`, end);
}

function warnOfKeyword(scanner: Scanner, name: string, end: number): void {
  const column = scanner.column(end) - 1;
  scanner.options.warn({
    category: 'SyntaxWarning',
    message: `invalid ${name} literal`,
    filename: scanner.source.filename,
    lineno: scanner.line,
    column,
    endLineno: scanner.line,
    endColumn: column,
    origin: 'scanner',
  });
}
