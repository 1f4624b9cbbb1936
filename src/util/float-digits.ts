/**
 * Decimal digits of doubles: the shortest that give the double back, and any number of exact ones.
 *
 * The engine's own conversions are exact but round halves up, where Python rounds the exact value half to even; so halves, and what
 * is beyond the engine's limits, are computed with BigInt. All functions take a finite value that is not negative.
 */
import { allocating } from './work.ts';

/** A number as 0.d1d2d3... times a power of ten is d1.d2d3 times 10 ** exponent. */
export interface Digits {
  /** Without a point; the first is not 0, unless the number is. */
  readonly digits: string;
  /** Decimal exponent of the first digit. */
  readonly exponent: number;
}

/** Digits that the engine's toFixed and toExponential give. */
const ENGINE_DIGITS = 100;
const ENGINE_FIXED_LIMIT = 1e21;
/** No double has more significant digits, or more digits behind the point. */
const MAX_SIGNIFICANT = 767;
const MAX_PLACES = 1074;

const buffer = new Float64Array(1);
const words = new Uint32Array(buffer.buffer);

/** value = mantissa * 2 ** exponent, exactly; the mantissa is an integer below 2**53. */
export function decompose(value: number): { mantissa: number; exponent: number } {
  buffer[0] = value;
  const high = words[1] & 0x7fffffff;
  const biased = high >>> 20;
  const fraction = (high & 0xfffff) * 0x100000000 + words[0];
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction + 2 ** 52, exponent: biased - 1075 };
}

/** The fewest digits that no other double is nearer to. */
export function shortestDigits(value: number): Digits {
  return fromExponential(value.toExponential());
}

function fromExponential(text: string): Digits {
  const at = text.indexOf('e');
  const digits = at === 1 ? text[0] : text[0] + text.slice(2, at);
  return { digits, exponent: Number(text.slice(at + 1)) };
}

/** The quotient rounded half to even. */
export function divideRounding(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = (dividend - quotient * divisor) * 2n;
  return rest > divisor || (rest === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** The value with `places` digits behind the point: `12.50`; without a point if places is 0. */
export function fixedText(value: number, places: number): string {
  if (places <= ENGINE_DIGITS && value < ENGINE_FIXED_LIMIT && !isHalf(value, places)) return value.toFixed(places);
  const exactPlaces = Math.min(places, MAX_PLACES);
  allocating(places);
  const digits = scaledInteger(value, exactPlaces)
    .toString()
    .padStart(exactPlaces + 1, '0');
  if (places === 0) return digits;
  const point = digits.length - exactPlaces;
  return `${digits.slice(0, point)}.${digits.slice(point)}${'0'.repeat(places - exactPlaces)}`;
}

/** Whether the value lies exactly between two numbers of so many places, which may be negative: then it has one binary place more. */
function isHalf(value: number, places: number): boolean {
  const scaled = value * (places >= 0 && places <= ENGINE_DIGITS ? POWERS_OF_TWO[places] : 2 ** places);
  return scaled - Math.floor(scaled) === 0.5;
}

const POWERS_OF_TWO: Float64Array = Float64Array.from({ length: ENGINE_DIGITS + 1 }, (_, exponent) => 2 ** exponent);

/** value * 10 ** places, rounded half to even; places may be negative. */
export function scaledInteger(value: number, places: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let dividend = BigInt(mantissa);
  let divisor = 1n;
  if (places >= 0) dividend *= 10n ** BigInt(places);
  else divisor = 10n ** BigInt(-places);
  if (exponent >= 0) dividend <<= BigInt(exponent);
  else divisor <<= BigInt(-exponent);
  return divideRounding(dividend, divisor);
}

/** The value rounded to `count` > 0 significant digits, trailing zeros kept. */
export function significantDigits(value: number, count: number): Digits {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  if (count <= ENGINE_DIGITS) {
    const rounded = fromExponential(value.toExponential(count - 1));
    if (!isSignificantHalf(value, count, rounded.exponent)) return rounded;
  }
  const exactCount = Math.min(count, MAX_SIGNIFICANT);
  allocating(count);
  // The shortest digits may have been rounded up to a power of ten: begin one place below, and step up while there are too many.
  let exponent = shortestDigits(value).exponent - 1;
  let digits = scaledInteger(value, exactCount - 1 - exponent).toString();
  while (digits.length > exactCount) {
    exponent++;
    digits = scaledInteger(value, exactCount - 1 - exponent).toString();
  }
  return { digits: digits + '0'.repeat(count - exactCount), exponent };
}

/**
 * Whether the value may lie exactly between two numbers of so many digits; a half has a 5 as its next and last digit. `exponent`: of the
 * rounded number, which is one more than that of the value where this was rounded up to a power of ten.
 */
function isSignificantHalf(value: number, count: number, exponent: number): boolean {
  if (count === ENGINE_DIGITS) return true;
  const places = count - 1 - exponent;
  if (!isHalf(value, places) && !isHalf(value, places + 1)) return false;
  const text = value.toExponential(count);
  return text.charCodeAt(text.indexOf('e') - 1) === 53;
}
