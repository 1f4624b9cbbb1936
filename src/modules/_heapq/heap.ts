/**
 * Heaps in lists: the operations of `heapq` for both directions.
 *
 * A comparison may run Python code: a list that has another length afterwards ends the operation with an error. Lists of ints or floats
 * are compared without leaving JavaScript.
 */
import { raise } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { compareTrue, isTrue } from '../../objspace/operations.ts';
import { poll } from '../../objspace/safepoint.ts';
import { LT } from '../../objspace/slots.ts';
import { FLOAT, INT } from '../../objspace/types/list/kinds.ts';
import type { PyList } from '../../objspace/types/list/list.ts';
import { compareItems } from '../../objspace/types/sequences.ts';
import { isExactTuple } from '../../objspace/types/tuple.ts';

const sizeChanged = (): Exit => raise('RuntimeError', 'list changed size during iteration');

/** Whether the item at `a` comes out of the heap before the one at `b`. */
function isBefore(heap: PyList, a: number, b: number, isMax: boolean): boolean | Exit {
  const { kind, storage } = heap;
  if (kind === INT || kind === FLOAT) {
    return isMax ? (storage[b] as number) < (storage[a] as number) : (storage[a] as number) < (storage[b] as number);
  }
  return isMax ? lessThan(storage[b], storage[a]) : lessThan(storage[a], storage[b]);
}

/** The items of most heaps are numbers, or tuples that begin with one. */
function lessThan(left: Value, right: Value): boolean | Exit {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  if (!isExactTuple(left) || !isExactTuple(right)) return compareTrue(left, right, LT);
  const less = compareItems(left, right, LT);
  return less === EXIT ? EXIT : isTrue(less as Value);
}

function swap(heap: PyList, a: number, b: number): void {
  const { storage } = heap;
  const item = storage[a];
  storage[a] = storage[b];
  storage[b] = item;
}

/** Moves the item at `position` towards the root, up to `start`, until its parent comes before it. */
function siftDown(heap: PyList, start: number, position: number, isMax: boolean): true | Exit {
  const size = heap.length;
  while (position > start) {
    const parent = (position - 1) >> 1;
    const before = isBefore(heap, position, parent, isMax);
    if (before === EXIT) return EXIT;
    if (heap.length !== size) return sizeChanged();
    if (!before) return true;
    swap(heap, position, parent);
    position = parent;
  }
  return true;
}

/** Moves the item at `start` to a leaf, its smaller children up, and then back to where it belongs: fewer comparisons on average. */
function siftUp(heap: PyList, start: number, isMax: boolean): true | Exit {
  const size = heap.length;
  const limit = size >> 1;
  let position = start;
  while (position < limit) {
    let child = 2 * position + 1;
    if (child + 1 < size) {
      const before = isBefore(heap, child, child + 1, isMax);
      if (before === EXIT) return EXIT;
      if (heap.length !== size) return sizeChanged();
      if (!before) child++;
    }
    swap(heap, child, position);
    position = child;
  }
  return siftDown(heap, start, position, isMax);
}

export function push(heap: PyList, item: Value, isMax: boolean): Result {
  heap.append(item);
  return siftDown(heap, 0, heap.length - 1, isMax) === EXIT ? EXIT : null;
}

const isEmpty = (): Exit => raise('IndexError', 'index out of range');

export function pop(heap: PyList, isMax: boolean): Result {
  if (heap.length === 0) return isEmpty();
  const last = heap.get(heap.length - 1);
  heap.storage.pop();
  return heap.length === 0 ? last : replace(heap, last, isMax);
}

/** Takes the first item out and puts another in. */
export function replace(heap: PyList, item: Value, isMax: boolean): Result {
  if (heap.length === 0) return isEmpty();
  const first = heap.get(0);
  heap.set(0, item);
  return siftUp(heap, 0, isMax) === EXIT ? EXIT : first;
}

/** Puts an item in and takes the first one out, which may be the same. */
export function pushPop(heap: PyList, item: Value, isMax: boolean): Result {
  if (heap.length === 0) return item;
  const first = heap.get(0);
  const staysOut = isMax ? lessThan(item, first) : lessThan(first, item);
  if (staysOut === EXIT) return EXIT;
  if (!staysOut) return item;
  return heap.length === 0 ? isEmpty() : replace(heap, item, isMax);
}

/** Work of putting one item in its place: most have a few below them. */
const SIFT_WORK = 4;

export function heapify(heap: PyList, isMax: boolean): Result {
  for (let position = (heap.length >> 1) - 1; position >= 0; position--) {
    if (siftUp(heap, position, isMax) === EXIT || poll(SIFT_WORK) === EXIT) return EXIT;
  }
  return null;
}
