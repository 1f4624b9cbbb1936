/** Floats in text: decimal (`float('1e5')`) and hexadecimal (`float.fromhex`). */
import { trimAscii, withoutUnderscoresBetween } from './decimal-digits.ts';
import { parseLongDecimal } from './long-decimal.ts';
import { LONG_TEXT } from './work.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** A NaN, and one with its sign bit set. Read from memory each time: of constants that are NaN the engine makes one, when it optimises. */
const NANS = new Float64Array(Uint32Array.of(0, 0x7ff80000, 0, 0xfff80000).buffer);

/** The float that an ASCII text without spaces or underscores stands for; `undefined` if it is none. */
export function parseDecimal(text: string): number | undefined {
  if (text.length >= LONG_TEXT) return parseLongDecimal(text);
  if (DECIMAL.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special === null) return undefined;
  if (special[2] === undefined) return NANS[special[1] === '-' ? 1 : 0];
  return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The float in a text in which every underscore stands between two digits. */
export function parseFloatText(text: string): number | undefined {
  const digits = withoutUnderscoresBetween(trimAscii(text));
  return digits === undefined ? undefined : parseDecimal(digits);
}

const HEXADECIMAL = /^([+-]?)(?:0x)?([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i;

/** `float.fromhex`: 'invalid' for what is no number, 'overflow' for what is too large. */
export function parseHexadecimal(text: string): number | 'invalid' | 'overflow' {
  const trimmed = trimAscii(text);
  const special = parseSpecial(trimmed);
  if (special !== undefined) return special;
  const match = HEXADECIMAL.exec(trimmed);
  if (match === null) return 'invalid';
  const [, sign, whole, fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return 'invalid';
  const digits = (whole + fraction).replace(/^0+/, '');
  const value = digits === '' ? 0 : scaleDigits(digits, clampPower(power) - 4 * fraction.length);
  if (!Number.isFinite(value)) return 'overflow';
  return sign === '-' ? -value : value;
}

function parseSpecial(text: string): number | undefined {
  return SPECIAL.test(text) ? parseDecimal(text) : undefined;
}

/** Exponents beyond this are beyond every text that fits memory. */
function clampPower(text: string): number {
  return Math.max(-1e15, Math.min(1e15, Number(text)));
}

/** digits * 2 ** exponent, rounded half to even; the first digit is not 0. */
function scaleDigits(digits: string, exponent: number): number {
  const bits = digits.length * 4 - (Math.clz32(Number.parseInt(digits[0], 16)) - 28);
  const top = bits + exponent;
  if (top > 1024) return Number.POSITIVE_INFINITY;
  if (top < -1074) return 0;
  // 64 bits with a sticky one behind them hold all that rounding looks at.
  const kept = digits.slice(0, 17);
  const isExact = !/[1-9a-f]/i.test(digits.slice(17));
  const integer = (BigInt(`0x${kept}`) << 1n) | (isExact ? 0n : 1n);
  return roundScaled(integer, exponent + 4 * (digits.length - kept.length) - 1);
}

/** integer * 2 ** exponent as the nearest double, ties to even, subnormals included. */
export function roundScaled(integer: bigint, exponent: number): number {
  const bits = integer.toString(2).length;
  const lost = Math.max(bits - 53, -1074 - exponent);
  if (lost <= 0) return multiplyByPower(Number(integer), exponent);
  const cut = BigInt(lost);
  let kept = integer >> cut;
  const rest = integer - (kept << cut);
  const half = 1n << (cut - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return multiplyByPower(Number(kept), exponent + lost);
}

/** value * 2 ** exponent where the result is exact or infinite. */
function multiplyByPower(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
