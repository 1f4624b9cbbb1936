/** Truth: what `not` and conditional jumps know without a call of anything written in Python. */
import type { Value } from '../../objspace/object.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';

/** `undefined` where only the full form knows: what a class in Python may decide, and what may raise. */
export function truthOf(value: Value): boolean | undefined {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
    case 'bigint':
      return true;
  }
  if (value === null) return false;
  if (value instanceof PyFloat) return value.value !== 0;
  const { slots, isHeapType } = value.shape.type;
  if (slots.bool !== undefined) return undefined;
  if (slots.len === undefined) return true;
  if (isHeapType) return undefined;
  const length = slots.len(value as never);
  return typeof length === 'number' ? length !== 0 : undefined;
}
