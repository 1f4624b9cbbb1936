/** Item and slice access of arrays, comparison, and filling from iterables. */
import { caught, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { compare, compareTrue, equals, iter, next, toSize, typeName } from '../../objspace/operations.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import { typeOf } from '../../objspace/type.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import type { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { adjustBounds, type Bounds, type Indices, PySlice, sliceBounds } from '../../objspace/types/slice.ts';
import { PyArray } from './array.ts';
import { copyBytes, slicedBytes } from '../../util/copy-bytes.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { STRIDE, worked } from '../../util/work.ts';

function indexOf(key: Value): number | Exit {
  if (typeof key === 'number') return key;
  if (typeof key === 'string' || typeOf(key).slots.index === undefined)
    return raiseTypeError('array indices must be integers');
  return toSize(key, 'IndexError');
}

function positionOf(self: PyArray, key: Value, message: string): number | Exit {
  const index = indexOf(key);
  if (index === EXIT) return EXIT;
  const position = (index as number) < 0 ? (index as number) + self.length : (index as number);
  return position >= 0 && position < self.length ? position : raise('IndexError', message);
}

function indicesOf(self: PyArray, key: PySlice): Indices | Exit {
  const bounds = sliceBounds(key);
  return bounds === EXIT ? EXIT : adjustBounds(bounds as Bounds, self.length);
}

/** Up to so many bytes, copying them one by one is faster than a view of them. */
const FEW = 32;

/** Copies `length` bytes between arrays that do not overlap. */
function copyRange(source: Uint8Array, from: number, target: Uint8Array, to: number, length: number): void {
  if (length > FEW) copyBytes(source.subarray(from, from + length), target, to);
  else for (let index = 0; index < length; index++) target[to + index] = source[from + index];
}

/** Counts the items of a loop that copies them. */
function countCopied(index: number): void {
  if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
}

/** The bytes of the items that indices pick. */
function picked(self: PyArray, { start, step, length }: Indices): Uint8Array {
  const { itemSize, data } = self;
  if (step === 1) return slicedBytes(data, start * itemSize, (start + length) * itemSize);
  const result = newBytes(length * itemSize);
  for (let index = 0, from = start; index < length; index++, from += step) {
    copyRange(data, from * itemSize, result, index * itemSize, itemSize);
    countCopied(index);
  }
  return result;
}

/** An array of the same kind with these bytes. */
export function sameKind(self: PyArray, data: Uint8Array): PyArray {
  const made = new PyArray(self.code);
  made.setData(data);
  return made;
}

export function getArrayItem(self: PyArray, key: Value): Result {
  if (key instanceof PySlice) {
    const indices = indicesOf(self, key);
    return indices === EXIT ? EXIT : sameKind(self, picked(self, indices as Indices));
  }
  const position = positionOf(self, key, 'array index out of range');
  return position === EXIT ? EXIT : itemAt(self, position as number);
}

/** An item, in a slot: an array of characters may hold numbers that are none. */
export function itemAt(self: PyArray, index: number): Result {
  if (!self.code.isText) return self.get(index);
  try {
    return self.get(index);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function setArrayItem(self: PyArray, key: Value, value: Value | undefined): true | Exit {
  if (key instanceof PySlice) return value === undefined ? deleteSlice(self, key) : setSlice(self, key, value);
  const position = positionOf(self, key, 'array assignment index out of range');
  if (position === EXIT) return EXIT;
  if (value !== undefined) return setItem(self, key, value);
  return self.splice(position as number, (position as number) + 1, new Uint8Array(0));
}

function setItem(self: PyArray, key: Value, value: Value): true | Exit {
  const taken = self.code.take(value);
  if (taken === EXIT) return EXIT;
  // Converting the value may have changed the array.
  const position = positionOf(self, key, 'array assignment index out of range');
  if (position === EXIT) return EXIT;
  self.put(position as number, taken as number | bigint);
  return true;
}

function setSlice(self: PyArray, key: PySlice, value: Value): true | Exit {
  if (!(value instanceof PyArray))
    return raiseTypeError(`can only assign array (not "${typeName(value)}") to array slice`);
  if (value.code !== self.code) return raiseTypeError('bad argument type for built-in operation');
  const bytes = value === self ? value.data.slice() : value.data;
  const count = value.length;
  const indices = indicesOf(self, key);
  if (indices === EXIT) return EXIT;
  const { start, stop, step, length } = indices as Indices;
  if ((count === 0 || count !== length) && self.checkResizable() === EXIT) return EXIT;
  if (step === 1) return self.splice(start, Math.max(start, stop), bytes);
  if (count !== length)
    return raiseValueError(`attempt to assign array of size ${count} to extended slice of size ${length}`);
  const { itemSize, data } = self;
  for (let index = 0, to = start; index < length; index++, to += step) {
    copyRange(bytes, index * itemSize, data, to * itemSize, itemSize);
    countCopied(index);
  }
  return true;
}

function deleteSlice(self: PyArray, key: PySlice): true | Exit {
  const indices = indicesOf(self, key);
  if (indices === EXIT) return EXIT;
  const { start, step, length } = indices as Indices;
  if (self.checkResizable() === EXIT) return EXIT;
  if (length === 0) return true;
  const first = step < 0 ? start + (length - 1) * step : start;
  const distance = Math.abs(step);
  if (distance === 1) return self.splice(first, first + length, new Uint8Array(0));
  self.setData(withoutEvery(self, first, distance, length));
  return true;
}

/** The bytes without those of `count` items from `first` on, `distance` apart: a copy, so that the array is whole where this is interrupted. */
function withoutEvery(self: PyArray, first: number, distance: number, count: number): Uint8Array {
  const { itemSize, data } = self;
  const kept = newBytes(data.length - count * itemSize);
  copyBytes(data.subarray(0, first * itemSize), kept, 0);
  let target = first * itemSize;
  for (let index = 0; index < count; index++) {
    const from = (first + index * distance + 1) * itemSize;
    const length = index === count - 1 ? data.length - from : (distance - 1) * itemSize;
    copyRange(data, from, kept, target, length);
    target += length;
    countCopied(index);
  }
  return kept;
}

/** Appends the items of a list or tuple, which their conversion may change. */
export function extendFromSequence(self: PyArray, sequence: PyList | PyTuple): true | Exit {
  const { length } = sequence;
  if (self.reserve(length) === EXIT) return EXIT;
  for (let index = 0; index < length; index++) {
    worked(1);
    // Conversion may run Python code that changes the list.
    if (index >= sequence.length) return raise('IndexError', 'list index out of range');
    const item = sequence instanceof PyTuple ? sequence.at(index) : sequence.get(index);
    if (self.appendOnce(item) === EXIT) return EXIT;
  }
  return true;
}

/** Appends the items of an iterable; on an error what was appended before stays. */
export function extendFrom(self: PyArray, iterable: Value): true | Exit {
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  for (;;) {
    const item = next(iterator as Value);
    if (item === undefined) return true;
    if (item === EXIT || self.append(item as Value) === EXIT) return EXIT;
  }
}

// ── Comparison ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function compareArrays(self: PyArray, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyArray)) return NotImplemented;
  if (self.length !== other.length && (operator === EQ || operator === NE)) return operator === NE;
  const length = Math.min(self.length, other.length);
  for (let index = 0; index < length; index++) {
    worked(1);
    const [left, right] = [itemAt(self, index), itemAt(other, index)];
    if (left === EXIT || right === EXIT) return EXIT;
    const same = equals(left as Value, right as Value);
    if (same === EXIT) return EXIT;
    if (same) continue;
    if (operator === EQ) return false;
    return operator === NE ? true : compare(left as Value, right as Value, operator);
  }
  return compareLengths(self.length, other.length, operator);
}

function compareLengths(left: number, right: number, operator: CompareOperator): Result {
  return compareTrue(left, right, operator);
}
