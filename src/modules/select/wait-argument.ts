import { error } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { isTime, spanOf } from '../../objspace/gateway/time-arguments.ts';

/** A time to wait, given in seconds or fractions of them; None is without end. Negative ones are the caller's affair. */
export function waitArgument(value: Value, perSecond: number, kind: string): number | undefined {
  if (value === null) return undefined;
  if (!isTime(value)) throw error('TypeError', `timeout must be ${kind} or None`);
  return spanOf(value, perSecond);
}
