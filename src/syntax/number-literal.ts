/**
 * The value of a number literal, which the tokenizer has found well-formed.
 *
 * JavaScript's own conversions are exact: `Number` rounds decimal text correctly, `BigInt` is exact and takes
 * less than quadratic time; only underscores and the limit on decimal digits (sys.set_int_max_str_digits) are Python's.
 */
import { ComplexConstant, type ConstantValue, FloatConstant, intConstant } from '../bytecode/constants.ts';
import { withoutAny } from '../util/decimal-digits.ts';
import { readBinary, readDigits } from '../util/huge/text.ts';
import { LiteralError } from './literal-error.ts';

/** CPython's sys.int_info.default_max_str_digits. */
export const DEFAULT_MAX_DIGITS = 4300;

/** Decimal integers of up to so many digits are safe numbers. */
const SAFE_DIGITS = 15;
const RADIX_PREFIX = /^0[xXoObB]/;
/** Longer literals are read piece by piece. */
const LONG_LITERAL = 1 << 12;
const RADIX: Readonly<Record<string, 2 | 8 | 16>> = { b: 2, o: 8, x: 16 };
const NOT_INTEGER = /[.eEjJ]/;

/** The constant that a NumberLiteral token stands for; `maxDigits` 0 lifts the limit. Throws LiteralError beyond it. */
export function parseNumber(literal: string, maxDigits: number = DEFAULT_MAX_DIGITS): ConstantValue {
  const text = literal.includes('_') ? withoutAny(literal) : literal;
  if (RADIX_PREFIX.test(text)) return parseRadix(text);
  if (NOT_INTEGER.test(text)) return parseFloating(text);
  return text.length <= SAFE_DIGITS ? Number(text) : parseLongInteger(text, maxDigits);
}

function parseRadix(text: string): number | bigint {
  if (text.length > LONG_LITERAL) return intConstant(readBinary(text.slice(2), RADIX[text[1].toLowerCase()]));
  const value = Number(text);
  return value <= Number.MAX_SAFE_INTEGER ? value : BigInt(text.toLowerCase());
}

function parseFloating(text: string): ConstantValue {
  const last = text.charCodeAt(text.length - 1) | 32;
  return last === 106 ? new ComplexConstant(0, Number(text.slice(0, -1))) : new FloatConstant(Number(text));
}

function parseLongInteger(text: string, maxDigits: number): number | bigint {
  if (/^0+$/.test(text)) return 0;
  if (maxDigits > 0 && text.length > maxDigits)
    throw new LiteralError('number', digitsMessage(text.length, maxDigits), 0);
  return intConstant(text.length > LONG_LITERAL ? readDigits(text, 10, BigInt) : BigInt(text));
}

function digitsMessage(digits: number, maxDigits: number): string {
  return (
    `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits} digits; ` +
    'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals ' +
    'to avoid decimal conversion limits.'
  );
}
