/** Int literals in text: `int('...', base)`. */
import { asciiNumeral, trimAscii, withoutUnderscores } from '../../../util/decimal-digits.ts';
import { raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { readBinary, readDigits } from '../../../util/huge/text.ts';
import { worked } from '../../../util/work.ts';
import { repr } from '../../operations.ts';
import { pointsOf, unwrap } from '../str/text.ts';
import { normalize } from './arithmetic.ts';
import type { Int } from './int-object.ts';
import { checkDigits } from './text.ts';

/** Digits that fit a safe integer in base 36, hence in every base. */
const SAFE_DIGITS = 10;
const PREFIXES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };
/** How much of a bad literal the error shows. */
const SHOWN = 200;

/** The int that the text stands for; ValueError names `literal`, of which it is the text. */
export function intFromLiteral(text: string, base: number, literal: Value): Int | Exit {
  if (base === 10 && text.length <= SHORT_TEXT && arePlainDigits(text)) return intOfDigits(text);
  const parsed = parseLiteral(trimAscii(asciiNumeral(text)), base);
  return parsed === undefined ? invalidLiteral(literal, base) : parsed;
}

/** Texts of digits alone are read at once up to this length, which no limit applies to. */
const SHORT_TEXT = 128;
/** Decimal digits that fit a safe integer. */
const SAFE_DECIMALS = 15;

function arePlainDigits(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text.length > 0;
}

function intOfDigits(text: string): Int {
  return text.length <= SAFE_DECIMALS ? Number(text) : normalize(BigInt(text));
}

export function invalidLiteral(literal: Value, base: number): Exit {
  const shown = repr(literal);
  if (shown === EXIT) return EXIT;
  const text = unwrap(shown as Value);
  const isShort = typeof text === 'string' && text.length <= SHOWN;
  const part = isShort ? text : String.fromCodePoint(...pointsOf(text).slice(0, SHOWN));
  return raiseValueError(`invalid literal for int() with base ${base}: ${part}`);
}

function parseLiteral(text: string, base: number): Int | Exit | undefined {
  const isNegative = text.startsWith('-');
  let digits = isNegative || text.startsWith('+') ? text.slice(1) : text;
  let radix = base;
  const prefixed = digits[0] === '0' && digits.length > 1 ? PREFIXES[digits[1].toLowerCase()] : undefined;
  if (prefixed !== undefined && (base === 0 || base === prefixed)) {
    radix = prefixed;
    digits = digits.slice(digits[2] === '_' ? 3 : 2);
  }
  const pure = withoutUnderscores(digits);
  if (pure === undefined || pure === '' || !areDigits(pure, radix === 0 ? 10 : radix)) return undefined;
  if (radix === 0) {
    // As in source text: no leading zeros, unless it is zero.
    if (pure[0] === '0' && /[1-9]/.test(pure)) return undefined;
    radix = 10;
  }
  const size = digitsToInt(pure, radix);
  if (size === EXIT) return EXIT;
  return isNegative ? (typeof size === 'bigint' ? -size : 0 - (size as number)) : size;
}

const patterns: (RegExp | undefined)[] = [];

function digitPattern(base: number): RegExp {
  let pattern = patterns[base];
  if (pattern === undefined) {
    const last = base <= 10 ? '' : `a-${String.fromCharCode(86 + base)}`;
    pattern = new RegExp(`^[0-${Math.min(base - 1, 9)}${last}]+$`, 'i');
    patterns[base] = pattern;
  }
  return pattern;
}

/** Digits that are looked at in one go. */
const PIECE = 1 << 18;

function areDigits(text: string, base: number): boolean {
  const pattern = digitPattern(base);
  if (text.length <= PIECE) return pattern.test(text);
  for (let start = 0; start < text.length; start += PIECE) {
    if (!pattern.test(text.slice(start, start + PIECE))) return false;
    worked(PIECE >> 3);
  }
  return true;
}

function digitsToInt(digits: string, base: number): Int | Exit {
  if (digits.length <= SAFE_DIGITS) return Number.parseInt(digits, base);
  const isPowerOfTwo = (base & (base - 1)) === 0;
  if (!isPowerOfTwo && checkDigits(digits.length) === EXIT) return EXIT;
  switch (base) {
    case 10:
      return normalize(readDigits(digits, base, BigInt));
    case 2:
    case 8:
    case 16:
      return normalize(readBinary(digits, base));
    default:
      return normalize(readDigits(digits, base, (part) => joinHalves(part, base, new Map())));
  }
}

/** Bases that BigInt does not read: halves joined by a multiplication, so that the work is that of the last multiplications. */
function joinHalves(digits: string, base: number, powers: Map<number, bigint>): bigint {
  if (digits.length <= SAFE_DIGITS) return BigInt(Number.parseInt(digits, base));
  // The low part has a length of SAFE_DIGITS * 2**k, so that few powers are needed.
  let low = SAFE_DIGITS;
  while (low * 2 < digits.length) low *= 2;
  const split = digits.length - low;
  return (
    joinHalves(digits.slice(0, split), base, powers) * powerOf(base, low, powers) +
    joinHalves(digits.slice(split), base, powers)
  );
}

function powerOf(base: number, exponent: number, powers: Map<number, bigint>): bigint {
  let power = powers.get(exponent);
  if (power === undefined) {
    power = exponent === SAFE_DIGITS ? BigInt(base) ** BigInt(SAFE_DIGITS) : powerOf(base, exponent / 2, powers) ** 2n;
    powers.set(exponent, power);
  }
  return power;
}
