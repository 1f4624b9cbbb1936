/** Length and truth of what needs no call for them that might run Python code, or raise: for the loop and for compiled code. */
import type { Value } from '../objspace/object.ts';
import type { PyBytes } from '../objspace/types/bytes/bytes.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from '../objspace/types/dict/views.ts';
import { PyFloat } from '../objspace/types/float-object.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import { PySetBase } from '../objspace/types/set/storage.ts';
import type { PyTuple } from '../objspace/types/tuple.ts';
import { BYTES_SHAPE, DICT_SHAPE, LIST_SHAPE, TUPLE_SHAPE } from './displays.ts';

/** Builtin types beside those below that know their length. */
export const SIZED: ReadonlySet<string> = new Set('deque bytes bytearray range OrderedDict defaultdict'.split(' '));

/** `len(value)` of builtin containers; `undefined` for all else. */
export function plainLength(value: Value): number | undefined {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return undefined;
  if (value.shape === LIST_SHAPE) return (value as unknown as PyList).length;
  if (value.shape === TUPLE_SHAPE) return (value as unknown as PyTuple).length;
  if (value.shape === DICT_SHAPE) return (value as unknown as PyDict).size;
  if (value.shape === BYTES_SHAPE) return (value as unknown as PyBytes).length;
  const { type } = value.shape;
  if (type.isHeapType) return undefined;
  if (value instanceof PySetBase) return value.size;
  if (value instanceof PyDictKeys || value instanceof PyDictItems || value instanceof PyDictValues)
    return value.dict.size;
  return SIZED.has(type.name) ? (type.slots.len!(value) as number) : undefined;
}

/** `bool(value)`; `undefined` where a class may have a say. */
export function plainTruth(value: Value): boolean | undefined {
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
  const { slots } = value.shape.type;
  if (slots.bool === undefined && slots.len === undefined) return true;
  if (value instanceof PyFloat) return value.value !== 0;
  const length = plainLength(value);
  return length === undefined ? undefined : length !== 0;
}
