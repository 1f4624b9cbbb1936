/**
 * Slices with plain bounds, without the object that says which: short ones are taken and assigned at once, all others as the object space
 * does it, which counts their work.
 */
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import { getItem, setItem } from '../objspace/operations.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import { PySlice } from '../objspace/types/slice.ts';
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
  if (length >= STRIDE) return general(list as Value, start, stop, null);
  return list.slice(start === null ? 0 : clamp(start, length), stop === null ? length : clamp(stop, length)) as Value;
}

/** `list[start:stop:-1]`. */
export function reverseList(list: PyList, start: Bound, stop: Bound): Result {
  const { length } = list.storage;
  if (length >= STRIDE) return general(list as Value, start, stop, -1);
  const first = start === null ? length - 1 : clampBack(start, length);
  const end = stop === null ? -1 : clampBack(stop, length);
  return list.pick(first, -1, first - end) as Value;
}

/** A bound of a slice that goes backwards: -1 stands for what is before the first item. */
function clampBack(bound: number, length: number): number {
  if (bound >= 0) return bound < length ? bound : length - 1;
  return bound + length >= 0 ? bound + length : -1;
}

export function sliceText(text: string, start: Bound, stop: Bound): Result {
  const { length } = text;
  if (length >= STRIDE) return general(text, start, stop, null);
  return text.slice(start === null ? 0 : clamp(start, length), stop === null ? length : clamp(stop, length));
}

export function sliceBytes(bytes: PyBytes, start: Bound, stop: Bound): Result {
  const { length } = bytes.data;
  const from = start === null ? 0 : clamp(start, length);
  const to = stop === null ? length : clamp(stop, length);
  if (to - from >= STRIDE || to - from === length) return general(bytes as Value, start, stop, null);
  return new PyBytes(bytes.data.slice(from, Math.max(from, to))) as Value;
}

/** `list[start:stop] = items`. */
export function assignSlice(list: PyList, start: Bound, stop: Bound, items: PyList): Result | true {
  const { length } = list.storage;
  if (length + items.storage.length >= STRIDE || list === items) return assignInFull(list, start, stop, items);
  const from = start === null ? 0 : clamp(start, length);
  const to = stop === null ? length : clamp(stop, length);
  list.splice(from, Math.max(from, to), items);
  return true;
}

function assignInFull(list: PyList, start: Bound, stop: Bound, items: PyList): Result | true {
  try {
    return setItem(list as Value, new PySlice(start, stop, null) as Value, items as Value);
  } catch (thrown) {
    return caught(thrown);
  }
}
