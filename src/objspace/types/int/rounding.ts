/** `round(int, ndigits)`: to a power of ten, halves to the even side. */
import { EXIT, type Result, type Value } from '../../object.ts';
import { toInt } from '../../operations.ts';
import { bitLengthInt, normalize } from './arithmetic.ts';
import type { Int } from './int-object.ts';

export function roundInt(value: Int, digits: Value): Result {
  if (digits === null) return value;
  const places = toInt(digits);
  if (places === EXIT) return EXIT;
  if ((places as Int) >= 0) return value;
  // A power of ten more than twice as large as the value rounds it to 0.
  if (typeof places === 'bigint' || -(places as number) > bitLengthInt(value) * 0.30103 + 2) return 0;
  return roundToMultiple(value, 10n ** BigInt(-(places as number)));
}

function roundToMultiple(value: Int, unit: bigint): Int {
  const big = BigInt(value);
  const size = big < 0n ? -big : big;
  let count = size / unit;
  const rest = (size - count * unit) * 2n;
  if (rest > unit || (rest === unit && (count & 1n) === 1n)) count += 1n;
  const rounded = count * unit;
  return normalize(big < 0n ? -rounded : rounded);
}
