/** `round(int, ndigits)`: to a power of ten, halves to the even side. */
import { EXIT, type Result, type Value } from '../../object.ts';
import { divide } from '../../../util/huge/divide.ts';
import { power } from '../../../util/huge/multiply.ts';
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
  return roundToMultiple(BigInt(value), power(10n, -(places as number)));
}

function roundToMultiple(value: bigint, unit: bigint): Int {
  const size = value < 0n ? -value : value;
  const [count, rest] = divide(size, unit);
  const twice = rest * 2n;
  const isUp = twice > unit || (twice === unit && (count & 1n) === 1n);
  const rounded = isUp ? size - rest + unit : size - rest;
  return normalize(value < 0n ? -rounded : rounded);
}
