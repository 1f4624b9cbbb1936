/**
 * How a list keeps its items (PyPy's strategies), and the arrays they are kept in.
 *
 * A list of kind OBJECT or INT keeps values as they are, in an array that V8 holds as generic elements from the start; a list of kind FLOAT
 * keeps raw doubles, in an array that is a double array from the start. So each access, past the test of the kind, sees arrays of one
 * sort only. An array literal of small integers would be converted by V8 later, and slow down every site that saw both.
 */
import type { Value } from '../../object.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { PyFloat } from '../float-object.ts';

/** Any values. */
export const OBJECT = 0;
/** Only ints that are numbers: not bool, not beyond 2^53. */
export const INT = 1;
/** Only exact floats, as raw numbers. */
export const FLOAT = 2;
/** Nothing yet: the storage is NOTHING, shared by all, and must never be written to. */
export const EMPTY = 3;
export type ListKind = 0 | 1 | 2 | 3;

export const NOTHING: Value[] = [];

/** The kind of a list that holds just this value. */
export function kindOf(value: Value): ListKind {
  return typeof value === 'number' ? INT : value instanceof PyFloat ? FLOAT : OBJECT;
}

/** The kind of a list of these items. */
export function kindOfAll(items: readonly Value[]): ListKind {
  const length = items.length;
  if (length === 0) return EMPTY;
  if (typeof items[0] === 'number') {
    for (let index = 1; index < length; index++) if (typeof items[index] !== 'number') return OBJECT;
    return INT;
  }
  if (!(items[0] instanceof PyFloat)) return OBJECT;
  for (let index = 1; index < length; index++) if (!(items[index] instanceof PyFloat)) return OBJECT;
  return FLOAT;
}

/** A generic array with one value, and room for three more: one that grows from nothing makes room for seventeen. */
export function singleValue(value: Value): Value[] {
  const storage: Value[] = [value, null, null, null];
  storage.pop();
  storage.pop();
  storage.pop();
  return storage;
}

/** An empty generic array. */
export function genericArray(): Value[] {
  const storage: Value[] = [null];
  storage.length = 0;
  return storage;
}

/** Arrays up to this length are cut from one that is there: an array that grows to it makes room for seventeen more. */
export const MAX_ROOM = 32;
const ROOM = genericArray();
for (let index = 0; index < MAX_ROOM; index++) ROOM.push(null);

/** A generic array with places for so many items, which the caller fills. */
export function roomFor(length: number, nothing: Value = null): Value[] {
  // Where not all items are constants, the engine makes the array in place, and does not share its elements until they are written.
  switch (length) {
    case 2:
      return [null, nothing];
    case 3:
      return [null, nothing, nothing];
    case 4:
      return [null, nothing, nothing, nothing];
    default:
      return ROOM.slice(0, length);
  }
}

/** A double array with one value. */
export function singleDouble(value: number): number[] {
  const storage = [0.1];
  storage[0] = value;
  return storage;
}

/** Makes V8 hold an array of small integers as generic elements, in place. */
export function asGeneric(items: Value[]): Value[] {
  const first = items[0];
  items[0] = null;
  items[0] = first;
  return items;
}

/** Floats as raw doubles. */
export function unboxed(items: readonly Value[]): number[] {
  const storage = singleDouble((items[0] as PyFloat).value);
  for (let index = 1; index < items.length; index++) {
    storage.push((items[index] as PyFloat).value);
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  }
  return storage;
}

/** Raw doubles as floats. */
export function boxed(storage: readonly number[]): Value[] {
  const items = genericArray();
  for (let index = 0; index < storage.length; index++) {
    items.push(new PyFloat(storage[index]));
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  }
  return items;
}
