/** Arguments that stand for a file descriptor: an int, or what has `fileno()`; and times to wait. */
import { call, toInt } from '../../objspace/operations.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { findAttribute } from '../../objspace/attributes.ts';
import type { Value } from '../../objspace/object.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { isTime, spanOf } from '../../objspace/gateway/time-arguments.ts';

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
  if (number > 0x7fffffff) throw error('OverflowError', 'Python int too large to convert to C int');
  if (number < 0) throw error('ValueError', `file descriptor cannot be a negative integer (${number})`);
  return Number(number);
}

/** A time to wait, given in seconds or fractions of them; None is without end. Negative ones are the caller's affair. */
export function waitArgument(value: Value, perSecond: number, kind: string): number | undefined {
  if (value === null) return undefined;
  if (!isTime(value)) throw error('TypeError', `timeout must be ${kind} or None`);
  return spanOf(value, perSecond);
}
