/** Iterators that are known to give numbers only, which have no methods of Python classes. */
import type { Value } from '../object.ts';
import { PyListIterator } from './list/iterator.ts';
import { OBJECT } from './list/kinds.ts';
import { PyRangeIterator } from './range-iterator.ts';

/** Whether all items of an iterator are small ints, or floats. */
export function givesNumbers(iterator: Value): boolean {
  if (iterator instanceof PyRangeIterator) return true;
  return iterator instanceof PyListIterator && iterator.sequence !== null && iterator.sequence.kind !== OBJECT;
}
