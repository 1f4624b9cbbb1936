/**
 * Slices with plain bounds, without the object that says which: short ones are taken and assigned at once, all others as the object space
 * does it, which counts their work.
 */
import { ADD, binary } from '../objspace/arithmetic.ts';
import { caught } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { getItem, setItem } from '../objspace/operations.ts';
import { copyOfPart, type PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PySlice } from '../objspace/types/slice.ts';
import { emptyTuple, PyTuple } from '../objspace/types/tuple.ts';
import { partOf } from '../util/growing-text.ts';
import { STRIDE } from '../util/work.ts';

/** A bound of a slice: None or an int. */
type Bound = number | null;

function clamp(bound: number, length: number): number {
  return bound >= 0 ? Math.min(bound, length) : Math.max(bound + length, 0);
}

function general(sequence: Value, start: Bound, stop: Bound, step: Bound): Result {
  try {
    return getItem(sequence, new PySlice(start, stop, step) as Value);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function sliceList(list: PyList, start: Bound, stop: Bound): Result {
  const { length } = list.storage;
  const from = beginOf(start, length);
  const to = endOf(stop, length);
  return to - from >= STRIDE ? general(list as Value, start, stop, null) : (list.slice(from, to) as Value);
}

/** The same however long it is. */
export function takeSlice(list: PyList, start: Bound, stop: Bound): Value {
  const { length } = list.storage;
  return list.slice(beginOf(start, length), endOf(stop, length)) as Value;
}

function beginOf(start: Bound, length: number): number {
  return start === null ? 0 : clamp(start, length);
}

function endOf(stop: Bound, length: number): number {
  return stop === null ? length : clamp(stop, length);
}

/** `list[start:stop:-1]`. */
export function reverseList(list: PyList, start: Bound, stop: Bound): Result {
  if (list.storage.length >= STRIDE) return general(list as Value, start, stop, -1);
  return takeReversed(list, start, stop);
}

/** The same however long it is. */
export function takeReversed(list: PyList, start: Bound, stop: Bound): Value {
  const { length } = list.storage;
  const first = firstOf(start, length);
  return list.pick(first, -1, first - lastOf(stop, length)) as Value;
}

function firstOf(start: Bound, length: number): number {
  return start === null ? length - 1 : clampBack(start, length);
}

function lastOf(stop: Bound, length: number): number {
  return stop === null ? -1 : clampBack(stop, length);
}

/** A bound of a slice that goes backwards: -1 stands for what is before the first item. */
function clampBack(bound: number, length: number): number {
  if (bound >= 0) return bound < length ? bound : length - 1;
  return bound + length >= 0 ? bound + length : -1;
}

export function sliceText(text: string, start: Bound, stop: Bound): Result {
  const { length } = text;
  const from = beginOf(start, length);
  const to = endOf(stop, length);
  return to - from >= STRIDE ? general(text, start, stop, null) : partOf(text, from, Math.max(from, to));
}

export function sliceTuple(tuple: PyTuple, start: Bound, stop: Bound): Result {
  const { length } = tuple;
  const from = beginOf(start, length);
  const to = endOf(stop, length);
  if (to - from >= STRIDE || to - from === length) return general(tuple as Value, start, stop, null);
  return (to <= from ? emptyTuple : new PyTuple(tuple.items.slice(from, to))) as Value;
}

/** The items of `tuple[start:stop]` in a list. */
export function listOfSlice(tuple: PyTuple, start: Bound, stop: Bound): Value {
  const { length } = tuple;
  return PyList.of(tuple.items.slice(beginOf(start, length), endOf(stop, length))) as Value;
}

export function sliceBytes(bytes: PyBytes, start: Bound, stop: Bound): Result {
  const { length } = bytes;
  const from = beginOf(start, length);
  const to = endOf(stop, length);
  if (to - from >= STRIDE || to - from === length) return general(bytes as Value, start, stop, null);
  const { store, offset } = bytes;
  return copyOfPart(store, offset + from, offset + Math.max(from, to)) as Value;
}

/** `list[start:stop] = items`. */
export function assignSlice(list: PyList, start: Bound, stop: Bound, items: PyList): Result | true {
  const { length } = list.storage;
  if (length + items.storage.length >= STRIDE || list === items) return assignInFull(list, start, stop, items);
  const from = beginOf(start, length);
  list.splice(from, Math.max(from, endOf(stop, length)), items);
  return true;
}

/** The same of a slice, or of what making it has raised. */
function assignMade(list: PyList, start: Bound, stop: Bound, items: Result): Result | true {
  return items === EXIT ? EXIT : assignSlice(list, start, stop, items as unknown as PyList);
}

/** `list[start:stop] = source[from:to]`. */
export function assignFrom(
  list: PyList,
  start: Bound,
  stop: Bound,
  source: PyList,
  from: Bound,
  to: Bound,
): Result | true {
  return assignMade(list, start, stop, sliceList(source, from, to));
}

/** `list[start:stop] = source[from:to:-1]`. */
export function assignReversed(
  list: PyList,
  start: Bound,
  stop: Bound,
  source: PyList,
  from: Bound,
  to: Bound,
): Result | true {
  const { length } = list.storage;
  if (list === source && length < STRIDE) {
    const low = beginOf(start, length);
    const high = endOf(stop, length);
    if (firstOf(from, length) === high - 1 && lastOf(to, length) === low - 1 && low < high) {
      list.reverse(low, high);
      return true;
    }
  }
  return assignMade(list, start, stop, reverseList(source, from, to));
}

/** `left[start:stop] + right[from:to]`. */
export function concatSlices(left: PyList, start: Bound, stop: Bound, right: PyList, from: Bound, to: Bound): Result {
  const { length } = left.storage;
  const count = right.storage.length;
  if (length + count < STRIDE && left.kind === right.kind)
    return left.concatPart(
      beginOf(start, length),
      endOf(stop, length),
      right,
      beginOf(from, count),
      endOf(to, count),
    ) as Value;
  const first = sliceList(left, start, stop);
  const second = first === EXIT ? EXIT : sliceList(right, from, to);
  if (second === EXIT) return EXIT;
  try {
    return binary(first as Value, second as Value, ADD);
  } catch (thrown) {
    return caught(thrown);
  }
}

function assignInFull(list: PyList, start: Bound, stop: Bound, items: PyList): Result | true {
  try {
    return setItem(list as Value, new PySlice(start, stop, null) as Value, items as Value);
  } catch (thrown) {
    return caught(thrown);
  }
}
