/** Arguments that stand for a file descriptor: an int, or what has `fileno()`. */
import { findAttribute } from '../attributes.ts';
import { error, orThrow } from '../exception.ts';
import type { Value } from '../object.ts';
import { call, toInt } from '../operations.ts';
import { isInt } from '../types/int/int.ts';

function numberOf(value: Value): Value {
  if (isInt(value)) return value;
  const method = orThrow(findAttribute(value, 'fileno')) as Value | undefined;
  if (method === undefined) throw error('TypeError', 'argument must be an int, or have a fileno() method.');
  const result = orThrow(call(method, [])) as Value;
  if (!isInt(result)) throw error('TypeError', 'fileno() returned a non-integer');
  return result;
}

/** Throws the Python exception where the value is no descriptor. */
export function fileDescriptor(value: Value): number {
  const number = orThrow(toInt(numberOf(value))) as number | bigint;
  if (number > 0x7fffffff || number < -0x80000000)
    throw error('OverflowError', 'Python int too large to convert to C int');
  if (number < 0) throw error('ValueError', `file descriptor cannot be a negative integer (${number})`);
  return Number(number);
}
