/**
 * The next item of an iterator, for the loops of builtins. The iterators met most are asked by their class: a slot is reached over three
 * loads that differ from type to type, and costs as much again as the step itself.
 */
import { draining } from '../draining.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { next } from '../operations.ts';
import { safepoints } from '../safepoint.ts';
import { state } from '../state.ts';
import {
  type DictIterator,
  nextKey,
  nextPair,
  nextValue,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictValueIterator,
} from './dict/iterators.ts';
import { PyListIterator } from './list/iterator.ts';
import { PyRangeIterator } from './range-iterator.ts';
import { PyStrAsciiIterator } from './str/iterator.ts';
import { PyTupleIterator } from './tuple-iterator.ts';

function spend(): true | Exit {
  return --state.fuel < 0 ? safepoints.pass() : true;
}

/** As `next` of operations.ts: `undefined` at the end, EXIT if an exception is in flight. No class can derive from those asked here. */
export function nextOf(iterator: Value): Result | undefined {
  if (iterator instanceof PyListIterator) return spend() === EXIT ? EXIT : iterator.next();
  if (iterator instanceof PyRangeIterator) return spend() === EXIT ? EXIT : iterator.next();
  if (iterator instanceof PyTupleIterator) return spend() === EXIT ? EXIT : iterator.next();
  if (iterator instanceof PyStrAsciiIterator) return spend() === EXIT ? EXIT : iterator.next();
  if (iterator instanceof PyDictValueIterator) return spend() === EXIT ? EXIT : nextValue(iterator as DictIterator);
  if (iterator instanceof PyDictKeyIterator) return spend() === EXIT ? EXIT : nextKey(iterator as DictIterator);
  if (iterator instanceof PyDictItemIterator) return spend() === EXIT ? EXIT : nextPair(iterator as DictIterator);
  return next(iterator);
}

draining.next = (iterator) => nextOf(iterator);
