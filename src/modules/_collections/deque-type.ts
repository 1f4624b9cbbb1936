/** The type `collections.deque`. Reference: https://docs.python.org/3.14/library/collections.html#collections.deque */
import { state } from '../../objspace/state.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, compareTrue, iterate, itemsOf, typeName, toInt } from '../../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../../objspace/repr-guard.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import type { PyList } from '../../objspace/types/list/list.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType, reduction } from '../../objspace/types/object.ts';
import {
  compareNumbers,
  repeatCount,
  reprItems,
  sameOrEqual,
  subscriptIndex,
  toSsize,
} from '../../objspace/types/sequences.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { PyTuple, searchBound } from '../../objspace/types/tuple.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { PyDeque } from './deque.ts';
import { PyDequeIterator, PyDequeReverseIterator } from './deque-iterators.ts';
import { worked } from '../../util/work.ts';

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

function initDeque(self: PyDeque, iterable: Value | undefined, maxLength: Value): true | Exit {
  let limit = -1;
  if (maxLength !== null) {
    if (!isInt(maxLength)) return raiseTypeError('an integer is required');
    const size = toSsize(maxLength);
    if (size === EXIT) return EXIT;
    limit = size as number;
    if (limit < 0) return raiseValueError('maxlen must be non-negative');
  }
  self.maxLength = limit;
  self.givenLimit = limit === Number.MAX_SAFE_INTEGER ? (toInt(maxLength) as number | bigint) : limit;
  if (self.length > 0) self.clear();
  return iterable === undefined ? true : extend(self, iterable);
}

function extend(self: PyDeque, iterable: Value): true | Exit {
  return each(iterable, self, (item) => self.append(item));
}

function extendLeft(self: PyDeque, iterable: Value): true | Exit {
  return each(iterable, self, (item) => self.appendLeft(item));
}

/** A deque that is extended by itself is read first. */
function each(iterable: Value, self: PyDeque, visit: (item: Value) => void): true | Exit {
  if ((iterable as unknown) === self) {
    const items = itemsOf(iterable);
    if (items === EXIT) return EXIT;
    (items as Value[]).forEach(visit);
    return true;
  }
  return iterate(iterable, (item) => {
    visit(item);
    return true;
  });
}

/** A deque of the same class and limit, for operators and `copy`. */
function copyDeque(self: PyDeque): Result {
  if (self.shape === dequeType.instanceShape) {
    const copy = new PyDeque(self.maxLength);
    copy.givenLimit = self.givenLimit;
    for (let index = 0; index < self.length; index++) {
      if (--state.fuel < 0) worked(1);
      copy.append(self.get(index));
    }
    return copy;
  }
  const { type } = self.shape;
  const copy = self.maxLength < 0 ? call(type, [self]) : call(type, [self, self.givenLimit]);
  if (copy === EXIT || copy instanceof PyDeque) return copy;
  return raiseTypeError(`${type.name}() must return a deque, not ${typeName(copy as Value)}`);
}

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function dequeRepr(self: PyDeque): Result {
  if (!enterRepr(self)) return '[...]';
  const items = shownItems(self);
  leaveRepr(self);
  if (items === EXIT) return EXIT;
  const limit = self.maxLength < 0 ? '' : `, maxlen=${self.givenLimit}`;
  return strFromText(`${self.shape.type.name}([${items as string}]${limit})`);
}

/** A subclass may have an iterator of its own, and a length that lists ask for. */
function shownItems(self: PyDeque): string | Exit {
  if (self.shape === dequeType.instanceShape) return reprItems(self.toArray());
  const list = call(listType, [self]);
  return list === EXIT ? EXIT : reprItems((list as unknown as PyList).toArray());
}

function dequeCompare(self: PyDeque, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyDeque)) return NotImplemented;
  if (self.length !== other.length && (operator === EQ || operator === NE)) return operator === NE;
  const order = orderWhileSame(self, other, operator);
  return order === undefined ? compareNumbers(self.length, other.length, operator) : order;
}

/** What the first items that differ decide; `undefined` if there are none. Comparing items may change the deques. */
function orderWhileSame(self: PyDeque, other: PyDeque, operator: CompareOperator): Result | undefined {
  const { changes } = self;
  const otherChanges = other.changes;
  const shorter = Math.min(self.length, other.length);
  for (let index = 0; index < shorter; index++) {
    if (--state.fuel < 0) worked(1);
    if (self.changes !== changes || other.changes !== otherChanges) return mutated();
    const left = self.get(index);
    const right = other.get(index);
    const same = sameOrEqual(left, right);
    if (same === EXIT) return EXIT;
    if (same !== true) return isOrdered(left, right, operator);
  }
  return self.changes === changes && other.changes === otherChanges ? undefined : mutated();
}

function isOrdered(left: Value, right: Value, operator: CompareOperator): boolean | Exit {
  return operator === EQ || operator === NE ? operator === NE : compareTrue(left, right, operator);
}

/** A subscript within the deque, negative ones from the end, which a subclass may have elsewhere; IndexError otherwise. */
function itemIndex(self: PyDeque, key: Value): number | Exit {
  const index = subscriptIndex(key);
  if (index === EXIT) return EXIT;
  if (index === undefined) return raiseTypeError(`sequence index must be integer, not '${typeName(key)}'`);
  let at = index as number;
  if (at < 0) {
    const length = self.shape.type.slots.len!(self as never);
    if (length === EXIT) return EXIT;
    at += length as number;
  }
  return at >= 0 && at < self.length ? at : raise('IndexError', 'deque index out of range');
}

function setOrDelete(self: PyDeque, key: Value, value: Value | undefined): true | Exit {
  const index = itemIndex(self, key);
  if (index === EXIT) return EXIT;
  if (value === undefined) self.remove(index as number);
  else self.set(index as number, value);
  return true;
}

/** The index of an item that equals `value`, from `start` on; -1 if there is none. A deque that has changed is searched no further: it raises. */
function find(self: PyDeque, value: Value, start: number, stop: number, changed: () => Exit = mutated): number | Exit {
  const { changes } = self;
  for (let index = start; index < stop && index < self.length; index++) {
    if (--state.fuel < 0) worked(1);
    const same = sameOrEqual(self.get(index), value);
    if (same === EXIT) return EXIT;
    if (same) return index;
    if (self.changes !== changes) return changed();
  }
  return -1;
}

const mutated = (): Exit => raise('RuntimeError', 'deque mutated during iteration');

function repeat(self: PyDeque, count: Value): Result {
  const times = repeatCount(count);
  if (times === EXIT) return EXIT;
  const copy = copyDeque(self);
  return copy === EXIT ? EXIT : repeatInplace(copy as unknown as PyDeque, times as number);
}

function repeatInplace(self: PyDeque, times: number): Result {
  if (times <= 0) {
    self.clear();
    return self;
  }
  if (self.length === 0 || times === 1) return self;
  const found = self.length === 1 ? self.toArray() : itemsOf(self);
  if (found === EXIT) return EXIT;
  const items = found as Value[];
  if (items.length === 0) return self;
  if (items.length * times > MAX_ITEMS && self.maxLength < 0) return raise('MemoryError');
  // With a limit only the last rounds stay.
  const rounds = self.maxLength < 0 ? times : Math.min(times, Math.ceil(self.maxLength / items.length) + 1);
  for (let round = 1; round < rounds; round++)
    for (const item of items) {
      if (--state.fuel < 0) worked(1);
      self.append(item);
    }
  return self;
}

function concat(self: PyDeque, other: Value): Result {
  if (!(other instanceof PyDeque))
    return raiseTypeError(`can only concatenate deque (not "${typeName(other)}") to deque`);
  const copy = copyDeque(self);
  return copy === EXIT || extend(copy as unknown as PyDeque, other) === EXIT ? EXIT : copy;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

const none = (done: true | Exit): Result => (done === EXIT ? EXIT : null);
const empty = (): Exit => raise('IndexError', 'pop from an empty deque');

const mutatedInRemove = (): Exit => raise('IndexError', 'deque mutated during iteration');

function remove(self: PyDeque, value: Value): Result {
  const { changes } = self;
  const index = find(self, value, 0, self.length, mutatedInRemove);
  if (index === EXIT) return EXIT;
  if (self.changes !== changes) return mutatedInRemove();
  if ((index as number) < 0) return raiseValueError('deque.remove(x): x not in deque');
  self.remove(index as number);
  return null;
}

function indexOf(self: PyDeque, value: Value, startValue: Value, stopValue: Value): Result {
  const start = searchBound(startValue, self.length);
  const stop = start === EXIT ? EXIT : searchBound(stopValue, self.length);
  if (start === EXIT || stop === EXIT) return EXIT;
  const index = find(self, value, start as number, stop as number);
  return index === -1 ? raiseValueError('deque.index(x): x not in deque') : index;
}

function count(self: PyDeque, value: Value): Result {
  const { changes } = self;
  let matches = 0;
  for (let index = 0; index < self.length; index++) {
    if (--state.fuel < 0) worked(1);
    const same = sameOrEqual(self.get(index), value);
    if (same === EXIT) return EXIT;
    if (self.changes !== changes) return mutated();
    if (same) matches++;
  }
  return matches;
}

function insert(self: PyDeque, index: number, value: Value): Result {
  if (self.length === self.maxLength) return raise('IndexError', 'deque already at its maximum size');
  self.insert(Math.min(self.length, Math.max(0, index < 0 ? index + self.length : index)), value);
  return null;
}

function reverse(self: PyDeque): Result {
  const items = self.toArray();
  for (let index = 0; index < items.length; index++) {
    if (--state.fuel < 0) worked(1);
    self.set(index, items[items.length - 1 - index]);
  }
  return null;
}

function reduce(self: PyDeque): Result {
  const state = reduction.stateOf(self);
  if (state === EXIT) return EXIT;
  const args = self.maxLength < 0 ? [] : [new PyTuple([]), self.givenLimit];
  return new PyTuple([self.shape.type, new PyTuple(args), state as Value, new PyDequeIterator(self)]);
}

function defineEnds(deque: TypeBuilder<PyDeque>): void {
  deque.method(
    'append(self, item, /)',
    'Add an element to the right side of the deque.',
    (self, item) => self.append(item) ?? null,
  );
  deque.method(
    'appendleft(self, item, /)',
    'Add an element to the left side of the deque.',
    (self, item) => self.appendLeft(item) ?? null,
  );
  deque.method('pop(self, /)', 'Remove and return the rightmost element.', (self) =>
    self.length === 0 ? empty() : self.pop(),
  );
  deque.method('popleft(self, /)', 'Remove and return the leftmost element.', (self) =>
    self.length === 0 ? empty() : self.popLeft(),
  );
  deque.method(
    'extend(self, iterable, /)',
    'Extend the right side of the deque with elements from the iterable.',
    (self, iterable) => none(extend(self, iterable)),
  );
  deque.method(
    'extendleft(self, iterable, /)',
    'Extend the left side of the deque with elements from the iterable.',
    (self, iterable) => none(extendLeft(self, iterable)),
  );
  deque.method(
    'rotate(self, n: index = 1, /)',
    'Rotate the deque n steps to the right.  If n is negative, rotates left.',
    (self, steps) => self.rotate(steps) ?? null,
  );
}

function defineOthers(deque: TypeBuilder<PyDeque>): void {
  deque.method('clear(self, /)', 'Remove all elements from the deque.', (self) => self.clear() ?? null);
  deque.method('__copy__(self, /)', 'Return a shallow copy of a deque.', copyDeque);
  deque.method('copy(self, /)', 'Return a shallow copy of a deque.', copyDeque);
  deque.method('count(self, value, /)', 'Return number of occurrences of value.', count);
  deque.method(
    'index(self, value, start=0, stop=9007199254740991, /)',
    'Return first index of value.\n\nRaises ValueError if the value is not present.',
    indexOf,
  );
  deque.method('insert(self, index: index, value, /)', 'Insert value before index.', insert);
  deque.method('remove(self, value, /)', 'Remove first occurrence of value.', remove);
  deque.method('reverse(self, /)', 'Reverse *IN PLACE*.', reverse);
  deque.method(
    '__reversed__(self, /)',
    'Return a reverse iterator over the deque.',
    (self) => new PyDequeReverseIterator(self),
  );
  deque.method('__reduce__(self, /)', 'Return state information for pickling.', reduce);
  deque.method(
    '__sizeof__(self, /)',
    'Return the size of the deque in memory, in bytes.',
    (self) => 216 + 528 * Math.ceil((self.length + 1) / 64),
  );
  deque.classMethod(
    '__class_getitem__(cls, object, /)',
    'deques are generic over the type of their contents',
    newGenericAlias,
  );
  deque.getset('maxlen', 'maximum size of a deque or None if unbounded', (self) =>
    self.maxLength < 0 ? null : self.givenLimit,
  );
}

export const dequeType: PyType = builtinType<PyDeque>('deque', {
  base: objectType,
  layout: PyDeque as never,
  module: 'collections',
  pattern: 'sequence',
  signature: '([iterable[, maxlen]])',
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  slots: {
    new: (cls: PyType) => (cls === dequeType ? new PyDeque(-1) : adopt(new PyDeque(-1), cls)),
    init: initSlot('deque(self, iterable=<absent>, maxlen=None)', initDeque),
    repr: dequeRepr,
    compare: dequeCompare,
    iter: (self: PyDeque) => new PyDequeIterator(self),
    len: (self: PyDeque) => self.length,
    contains: (self: PyDeque, value) => {
      const index = find(self, value, 0, self.length);
      return index === EXIT ? EXIT : (index as number) >= 0;
    },
    getItem: (self: PyDeque, key) => {
      const index = itemIndex(self, key);
      return index === EXIT ? EXIT : self.get(index as number);
    },
    setItem: setOrDelete,
    concat,
    repeat,
    inplaceConcat: (self: PyDeque, other) => (extend(self, other) === EXIT ? EXIT : self),
    inplaceRepeat: (self: PyDeque, count) => {
      const times = repeatCount(count);
      return times === EXIT ? EXIT : repeatInplace(self, times as number);
    },
  },
  define(deque) {
    defineEnds(deque);
    defineOthers(deque);
  },
});
