/** Decimals as other numbers: ints, floats, ratios, hashes. */
import { parseDecimal } from '../../util/float-parse.ts';
import { error } from '../../objspace/exception.ts';
import { identityHash } from '../../objspace/identity.ts';
import type { Value } from '../../objspace/object.ts';
import { moduloBig, normalize, powModInt, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { divide } from '../../util/huge/divide.ts';
import { multiply, power } from '../../util/huge/multiply.ts';
import { powerOfTen, shiftLeft } from './powers-of-ten.ts';
import { roundOff } from './rounding.ts';
import type { Rounding } from './settings.ts';
import { scientificText } from './text.ts';
import { INFINITE, type PyDecimal, SIGNALING } from './value.ts';

function refuseSpecial(a: PyDecimal, what: string): void {
  if (a.isFinite) return;
  if (a.kind === INFINITE) throw error('OverflowError', `cannot convert Infinity to ${what}`);
  throw error('ValueError', `cannot convert NaN to ${what}`);
}

/** The number rounded to an int. */
export function toInteger(a: PyDecimal, rounding: Rounding): Int {
  refuseSpecial(a, 'integer');
  const size =
    a.exponent >= 0
      ? shiftLeft(a.coefficient, a.exponent)
      : roundOff(a.coefficient, subtractInt(0, a.exponent), a.isNegative, rounding);
  return a.isNegative ? subtractInt(0, size) : size;
}

/** The nearest double. */
export function toDouble(a: PyDecimal): number {
  if (a.kind === SIGNALING) throw error('ValueError', 'cannot convert signaling NaN to float');
  if (a.isNaN) return parseDecimal(a.isNegative ? '-nan' : 'nan')!;
  return Number(scientificText(a, true));
}

/** Numerator and denominator in lowest terms. */
export function toRatio(a: PyDecimal): [Int, Int] {
  refuseSpecial(a, 'integer ratio');
  const signed = a.isNegative ? subtractInt(0, a.coefficient) : a.coefficient;
  if (a.exponent >= 0) return [shiftLeftSigned(signed, a.exponent), 1];
  if (a.coefficient === 0) return [0, 1];
  const places = subtractInt(0, a.exponent);
  // The denominator has no factors but 2 and 5: those that the coefficient has too are taken from both.
  const [withoutTwos, twos] = removeFactor(BigInt(signed), 2n, places);
  const [numerator, fives] = removeFactor(withoutTwos, 5n, places);
  powerOfTen(places);
  const count = Number(places);
  return [
    normalize(numerator),
    normalize(multiply(1n << BigInt(count - twos), count === fives ? 1n : power(5n, count - fives))),
  ];
}

function shiftLeftSigned(value: Int, places: Int): Int {
  return value < 0 ? subtractInt(0, shiftLeft(subtractInt(0, value), places)) : shiftLeft(value, places);
}

/** The value without the factors of `prime`, at most `most` of them, and their number: by squares, so that large steps come first. */
function removeFactor(value: bigint, prime: bigint, most: Int): [bigint, number] {
  const powers: bigint[] = [prime];
  let rest = value;
  for (let step = 1; step * 2 <= most; step *= 2) {
    const square = multiply(powers.at(-1)!, powers.at(-1)!);
    if (moduloBig(rest, square) !== 0n) break;
    powers.push(square);
  }
  let count = 0;
  for (let index = powers.length - 1; index >= 0; index--) {
    const step = 2 ** index;
    while (count + step <= most && moduloBig(rest, powers[index]) === 0n) {
      rest = divide(rest, powers[index])[0];
      count += step;
    }
  }
  return [rest, count];
}

// ── Hash ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;
/** The inverse of ten modulo MODULUS. */
const INVERSE_TEN: Int = powModInt(10, MODULUS - 2n, MODULUS);

/** The hash of the number, which equal ints, floats and fractions share. */
export function hashDecimal(a: PyDecimal): Int {
  if (a.kind === SIGNALING) throw error('TypeError', 'Cannot hash a signaling NaN value');
  if (a.isNaN) return identityHash(a as Value);
  if (a.kind === INFINITE) return a.isNegative ? -INFINITY_HASH : INFINITY_HASH;
  const scale =
    a.exponent >= 0 ? powModInt(10, a.exponent, MODULUS) : powModInt(INVERSE_TEN, subtractInt(0, a.exponent), MODULUS);
  const size = normalize(moduloBig(multiply(BigInt(a.coefficient), BigInt(scale)), MODULUS));
  const hash = a.isNegative ? subtractInt(0, size) : size;
  return hash === -1 ? -2 : hash;
}
