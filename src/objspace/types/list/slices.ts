/** Subscripts of lists: items and slices, read, assigned and deleted. */
import { raise, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { sequenceItems } from '../../sequence-items.ts';
import { badSubscript, subscriptIndex } from '../sequences.ts';
import { adjustBounds, type Bounds, PySlice, sliceBounds } from '../slice.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { PyList } from './list.ts';

export function getListItem(self: PyList, key: Value): Result {
  const index = subscriptIndex(key);
  if (index === EXIT) return EXIT;
  if (index !== undefined) {
    const at = (index as number) < 0 ? (index as number) + self.length : (index as number);
    return at >= 0 && at < self.length ? self.get(at) : raise('IndexError', 'list index out of range');
  }
  if (!(key instanceof PySlice)) return badSubscript('list', key);
  const bounds = sliceBounds(key);
  if (bounds === EXIT) return EXIT;
  const { start, step, length } = adjustBounds(bounds as Bounds, self.length);
  if (length >= STRIDE) worked(length >> 3);
  return step === 1 ? self.slice(start, start + length) : self.pick(start, step, length);
}

/** `undefined` deletes. */
export function setListItem(self: PyList, key: Value, value: Value | undefined): true | Exit {
  const index = subscriptIndex(key);
  if (index === EXIT) return EXIT;
  if (index !== undefined) {
    const at = (index as number) < 0 ? (index as number) + self.length : (index as number);
    if (at < 0 || at >= self.length) return raise('IndexError', 'list assignment index out of range');
    if (value === undefined) self.pop(at);
    else self.set(at, value);
    return true;
  }
  if (!(key instanceof PySlice)) return badSubscript('list', key);
  const bounds = sliceBounds(key);
  if (bounds === EXIT) return EXIT;
  return value === undefined ? deleteSlice(self, bounds as Bounds) : assignSlice(self, bounds as Bounds, value);
}

/** Items behind a place that are moved, each in less than a nanosecond. */
function countMoved(self: PyList, from: number): void {
  if (self.length - from >= STRIDE) worked((self.length - from) >> 4);
}

function deleteSlice(self: PyList, bounds: Bounds): true {
  const { start, step, length } = adjustBounds(bounds, self.length);
  if (length <= 0) return true;
  const first = step < 0 ? start + (length - 1) * step : start;
  countMoved(self, first);
  const distance = Math.abs(step);
  if (distance === 1) {
    self.remove(first, first + length);
    return true;
  }
  self.removeEvery(first, distance, length);
  return true;
}

function assignSlice(self: PyList, bounds: Bounds, value: Value): true | Exit {
  const items = assignable(self, value);
  if (items === EXIT) return EXIT;
  const list = items as PyList;
  // Only now: to iterate over the value may have changed the list.
  const { start, stop, step, length } = adjustBounds(bounds, self.length);
  countMoved(self, start);
  if (list.length >= STRIDE) worked(list.length >> 1);
  if (step === 1) {
    self.splice(start, Math.max(start, stop), list);
    return true;
  }
  if (list.length !== length) {
    return raiseValueError(`attempt to assign sequence of size ${list.length} to extended slice of size ${length}`);
  }
  self.setEvery(start, step, list);
  return true;
}

/** What is assigned to a slice of `list`, as a list that this does not change. */
function assignable(list: PyList, value: Value): PyList | Exit {
  if (value instanceof PyList && !value.shape.type.isHeapType)
    return value === list ? value.slice(0, value.length) : value;
  const items = sequenceItems(value, 'must assign iterable to extended slice');
  return items === EXIT ? EXIT : PyList.of(items as Value[]);
}
