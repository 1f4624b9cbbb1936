/**
 * The next item of an iterator, for the loops of builtins. The iterators met most are asked by their class: a slot is reached over three
 * loads that differ from type to type, and costs as much again as the step itself.
 */
import { type Draining, draining, MOST_AHEAD, NUMBERS } from '../draining.ts';
import { swallow } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { next } from '../operations.ts';
import { safepoints } from '../safepoint.ts';
import { state } from '../state.ts';
import { typeOf } from '../type.ts';
import {
  type DictIterator,
  nextKey,
  nextPair,
  nextValue,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictValueIterator,
} from './dict/iterators.ts';
import { PyFloat } from './float-object.ts';
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

/** As `draining.next`, in one loop, for iterators of builtin types: nobody can give these another `__next__`. */
export function drainBuiltin(iterator: Value, way: Draining, items: Value[]): Result | undefined {
  const { isHeapType, slots } = typeOf(iterator);
  const step = slots.next;
  if (way > NUMBERS || isHeapType || step === undefined) return nextOf(iterator);
  for (;;) {
    if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
    const item = step(iterator as never);
    if (item === undefined) return undefined;
    if (item === EXIT) return swallow('StopIteration') ? undefined : EXIT;
    if ((items.length & (MOST_AHEAD - 1)) === MOST_AHEAD - 1) return item;
    if (way === NUMBERS && typeof item !== 'number' && !(item instanceof PyFloat)) return item;
    items.push(item as Value);
  }
}

draining.next = (iterator) => nextOf(iterator);
