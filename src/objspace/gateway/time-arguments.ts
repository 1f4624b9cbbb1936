/** Arguments that are seconds: spans, which fit into 64 bits as nanoseconds, and moments, which do as seconds. */
import { error, orThrow } from '../exception.ts';
import type { Value } from '../object.ts';
import { fullTypeName, toFloat, toInt } from '../operations.ts';
import { typeOf } from '../type.ts';
import { isFloat } from '../types/float-object.ts';

const LIMIT = 2 ** 63;

/** Whether the argument is a number that can stand for a time; `__float__` does not count. */
export function isTime(value: Value): boolean {
  return isFloat(value) || typeOf(value).slots.index !== undefined;
}

function numberOf(value: Value): number | bigint {
  const number = orThrow(isFloat(value) ? toFloat(value) : toInt(value)) as number | bigint;
  if (Number.isNaN(number)) throw error('ValueError', 'Invalid value NaN (not a number)');
  return number;
}

/** How long something takes, given in `1 / perSecond` seconds; the result is in seconds. */
export function spanOf(value: Value, perSecond: number): number {
  const span = Number(numberOf(value)) / perSecond;
  if (span * 1e9 >= LIMIT || span * 1e9 < -LIMIT) throw error('OverflowError', 'timestamp out of range for C PyTime_t');
  return span;
}

/** How long something takes: seconds. */
export function spanArgument(value: Value): number {
  if (!isTime(value))
    throw error('TypeError', `'${fullTypeName(value)}' object cannot be interpreted as an integer or float`);
  return spanOf(value, 1);
}

/** Refuses seconds since the epoch that have no place in 64 bits. */
export function checkMoment(seconds: number | bigint): void {
  if (seconds >= LIMIT || seconds < -LIMIT) throw error('OverflowError', 'timestamp out of range for platform time_t');
}

/** Seconds since the epoch: a float keeps its fraction. */
export function momentArgument(value: Value): number | bigint {
  const seconds = numberOf(value);
  checkMoment(seconds);
  return seconds;
}
