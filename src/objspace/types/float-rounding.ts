/** `round(float)`: to an int, or to decimal places, halves of the exact value to the even side. */
import { fixedText, scaledInteger } from '../../util/float-digits.ts';
import { raise } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { toInt } from '../operations.ts';
import { PyFloat } from './float-object.ts';
import { intFromNumber } from './int/arithmetic.ts';
import type { Int } from './int/int-object.ts';

/** Beyond these every float is what it was, or zero. */
const MAX_PLACES = 323;
const MIN_PLACES = -308;

/** The int for an integral float; the errors of `int(float)` for those that are none. */
export function intFromFloat(value: number): Int | Exit {
  if (Number.isFinite(value)) return intFromNumber(Math.trunc(value));
  if (Number.isNaN(value)) return raise('ValueError', 'cannot convert float NaN to integer');
  return raise('OverflowError', 'cannot convert float infinity to integer');
}

/** The nearest integral float, halves to the even one. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  return rest > 0.5 || floor % 2 !== 0 ? floor + 1 : floor;
}

export function roundFloat(value: number, digits: Value): Result {
  if (digits === null) return intFromFloat(roundHalfEven(value));
  const places = toInt(digits);
  if (places === EXIT) return EXIT;
  if (!Number.isFinite(value) || (places as Int) > MAX_PLACES) return new PyFloat(value);
  if ((places as Int) < MIN_PLACES) return new PyFloat(value * 0);
  const size = roundSize(Math.abs(value), places as number);
  if (!Number.isFinite(size)) return raise('OverflowError', 'rounded value too large to represent');
  return new PyFloat(value < 0 || Object.is(value, -0) ? -size : size);
}

function roundSize(size: number, places: number): number {
  if (places >= 0) return size >= 2 ** 52 ? size : Number(fixedText(size, places));
  return Number(`${scaledInteger(size, places)}e${-places}`);
}
