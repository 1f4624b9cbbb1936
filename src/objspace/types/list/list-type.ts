/** The type `list`. */
import { orThrow, raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { sizeOfType } from '../sizes.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { exactLengthHint, hasOwnLength } from '../../length-hint.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { fastItems, isTrue, iter, typeName } from '../../operations.ts';
import { enterRepr, leaveRepr } from '../../repr-guard.ts';
import { type CompareOperator, EQ, NE } from '../../slots.ts';
import { type PyType, typeOf } from '../../type.ts';
import { MAX_GROWN_ITEMS, MAX_ITEMS } from '../../../util/limits.ts';
import { ITEM_BYTES, repeatItems } from '../../../util/repeat-items.ts';
import { Joiner } from '../../../util/joiner.ts';
import { joinFloats, joinNumbers } from '../../../util/join-numbers.ts';
import { allocating, STRIDE, worked } from '../../../util/work.ts';
import { GenericAlias } from '../generic-alias.ts';
import { nextOf } from '../next-of.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object.ts';
import { PyRange, rangeType } from '../range.ts';
import {
  compareDifferent,
  compareNumbers,
  addRepr,
  repeatCount,
  sameOrEqual,
  toSsize,
  itemOrders,
  orderOfContainers,
} from '../sequences.ts';
import { strFromText } from '../str/str.ts';
import { PyTuple, searchBound, tupleType } from '../tuple.ts';
import { PyListIterator, PyReversedListIterator } from './iterator.ts';
import { ALL_ITEMS, draining, MOST_AHEAD } from '../../draining.ts';
import { EMPTY, FLOAT, INT, NOTHING } from './kinds.ts';
import { PyList } from './list.ts';
import { getListItem, setListItem } from './slices.ts';
import { sortList } from './sort.ts';
import { safepoints } from '../../safepoint.ts';
import { state } from '../../state.ts';

// ── Making lists ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The list that was made last, and the arguments. Where a call of the class goes on to initialise it with these, nobody else knows it. */
let newest: PyList | null = null;
let newestArgs: Value[] | null = null;

function newList(cls: PyType, args: Value[]): Value {
  const list = new PyList(EMPTY, NOTHING);
  newest = list;
  newestArgs = args;
  return cls === listType ? list : adopt(list, cls);
}

function initList(self: PyList, args: Value[], keywords: readonly string[] | null): true | Exit {
  const count = keywords === null ? args.length : args.length - keywords.length;
  // A class with a `__new__` of its own may take keywords there.
  if (count < args.length && self.shape.type.slots.new === listType.slots.new)
    return raiseTypeError('list() takes no keyword arguments');
  if (count > 1) return raiseTypeError(`list expected at most 1 argument, got ${count}`);
  self.clear();
  const isUnknown = newest === self && newestArgs === args;
  newest = newestArgs = null;
  return count === 0 ? true : extendList(self, args[0], isUnknown);
}

/** Appends what an iterable gives, one by one: an iterable that raises leaves what it gave before. `isUnknown`: it cannot see the list. */
export function extendList(self: PyList, iterable: Value, isUnknown = false): true | Exit {
  if (hasOwnLength(iterable)) return extendByIteration(self, iterable, isUnknown);
  if (iterable instanceof PyList && typeOf(iterable).slots.iter === listIter) {
    if (self.length + iterable.length > MAX_GROWN_ITEMS) return raise('MemoryError');
    allocating(iterable.length * ITEM_BYTES);
    worked(iterable.length >> 3);
    self.extendByList(iterable);
    return true;
  }
  if (iterable instanceof PyTuple && self.length > 0 && typeOf(iterable).slots.iter === tupleType.slots.iter)
    return extendByItems(self, iterable.items);
  const items = fastItems.of(iterable);
  if (items !== undefined) {
    if (self.length + items.length > MAX_GROWN_ITEMS) return raise('MemoryError');
    if (self.length === 0) self.become(PyList.of(items));
    else self.extend(items);
    return true;
  }
  return extendByIteration(self, iterable, isUnknown);
}

function extendByItems(self: PyList, items: readonly Value[]): true | Exit {
  if (self.length + items.length > MAX_GROWN_ITEMS) return raise('MemoryError');
  if (items.length >= STRIDE) worked(items.length);
  self.extend(items);
  return true;
}

function extendByIteration(self: PyList, iterable: Value, isUnknown: boolean): true | Exit {
  const iterator = iter(iterable);
  const hint = iterator === EXIT ? EXIT : exactLengthHint(iterable, 8);
  if (hint === EXIT) return EXIT;
  // As CPython, a hint beyond all sizes is a lie, unless the list is empty.
  const isLie = typeof hint === 'bigint' && self.length > 0 && BigInt(self.length) + hint >= 1n << 63n;
  if (!isLie && self.length + Number(hint) > MAX_GROWN_ITEMS) return raise('MemoryError');
  if (isUnknown) return drainInto(self, iterator as Value);
  for (;;) {
    const item = nextOf(iterator as Value);
    if (item === undefined) return true;
    if (item === EXIT) return EXIT;
    self.append(item as Value);
  }
}

/** Items are put aside, a piece at a time: most lists are made of one piece, of which the kind is known by then. */
function drainInto(self: PyList, iterator: Value): true | Exit {
  let piece: Value[] = [];
  for (;;) {
    const item = draining.next(iterator, ALL_ITEMS, piece);
    if (item === EXIT) return EXIT;
    if (item !== undefined) {
      piece.push(item as Value);
      if (piece.length < MOST_AHEAD) continue;
    }
    if (self.length === 0) self.become(PyList.of(piece));
    else if (self.length + piece.length > MAX_GROWN_ITEMS) return raise('MemoryError');
    else self.extend(piece);
    if (item === undefined) return true;
    piece = [];
  }
}

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function listRepr(self: PyList): Result {
  if (self.length === 0) return '[]';
  if (self.kind === INT) return `[${joinNumbers(self.storage as number[])}]`;
  if (self.kind === FLOAT) return `[${joinFloats(self.storage as unknown as number[])}]`;
  if (!enterRepr(self)) return '[...]';
  const text = reprWhileThere(self);
  leaveRepr(self);
  return text === EXIT ? EXIT : strFromText(`[${text as string}]`);
}

/** The representations of items may change the list. */
function reprWhileThere(self: PyList): string | Exit {
  const joiner = new Joiner(', ');
  for (let index = 0; index < self.length; index++) if (addRepr(joiner, self.get(index)) === EXIT) return EXIT;
  return joiner.finish();
}

const listIter = (self: PyList): Value => new PyListIterator(self);

/** The index of an item in [from, to), -1 if it is not there; the list may change while items are compared. */
function find(self: PyList, value: Value, from: number, to: number): number | Exit {
  if (self.kind === INT && typeof value === 'number') {
    worked(self.length >> 3);
    const index = self.storage.indexOf(value, from);
    return index < to ? index : -1;
  }
  const others = classOfIdentity(value);
  if (others === null || self.kind === FLOAT) return findEqual(self, value, from, to);
  return findObject(self, value, others, from, to);
}

function findEqual(self: PyList, value: Value, from: number, to: number): number | Exit {
  for (let index = from; index < to && index < self.length; index++) {
    const same = sameOrEqual(self.get(index), value);
    if (same === EXIT) return EXIT;
    if (same === true) return index;
  }
  return -1;
}

/** The class of an object that leaves `==` to `object`: no other object of that class is equal to it. */
function classOfIdentity(value: Value): PyType | null {
  if (typeof value !== 'object' || value === null) return null;
  const type = typeOf(value);
  return type.slots.compare === objectType.slots.compare ? type : null;
}

/** The same where objects of the class need not be compared. */
function findObject(self: PyList, value: Value, others: PyType, from: number, to: number): number | Exit {
  for (let index = from; ; index++) {
    index = endOfClass(self.view(), value, others, index, Math.min(to, self.length));
    if (index >= to || index >= self.length) return -1;
    const same = sameOrEqual(self.get(index), value);
    if (same === EXIT) return EXIT;
    if (same === true) return index;
    // Comparing may have given the class an `__eq__`, or the list other items.
    if (classOfIdentity(value) !== others || self.kind === FLOAT) return findEqual(self, value, index + 1, to);
  }
}

/** The place of the first item that is the value, or of another class; `end` if there is none. */
function endOfClass(items: readonly Value[], value: Value, others: PyType, start: number, end: number): number {
  let index = start;
  for (; index < end; index++) {
    const item = items[index];
    if (item === value || typeof item !== 'object' || item === null || item.shape.type !== others) break;
  }
  worked((index - start) >> 3);
  return index;
}

function listContains(self: PyList, value: Value): boolean | Exit {
  const index = find(self, value, 0, self.length);
  return index === EXIT ? EXIT : (index as number) >= 0;
}

function listCompare(self: PyList, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyList)) return NotImplemented;
  if (self.length !== other.length && (operator === EQ || operator === NE)) return operator === NE;
  const order = orderLists(self, other, operator);
  return order === undefined ? compareNumbers(0, 0, operator) : order;
}

/** The order of two lists; `undefined` if they are equal. */
function orderLists(self: PyList, other: PyList, operator: CompareOperator): Result | undefined {
  for (let index = 0; index < self.length && index < other.length; index++) {
    const left = self.get(index);
    const right = other.get(index);
    const nested = orderOfContainers(left, right, operator);
    if (nested !== undefined) {
      if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
      const order = nested(left as never, right as never, operator);
      if (order !== undefined) return order;
      continue;
    }
    const same = sameOrEqual(left, right);
    if (same === EXIT) return EXIT;
    if (same === true) continue;
    // The comparison may have shortened the lists: then their lengths decide.
    if (index >= self.length || index >= other.length) break;
    return compareDifferent(self.get(index), other.get(index), operator);
  }
  return self.length === other.length ? undefined : compareNumbers(self.length, other.length, operator);
}

function concatLists(self: PyList, other: Value): Result {
  if (!(other instanceof PyList)) return raiseTypeError(`can only concatenate list (not "${typeName(other)}") to list`);
  const length = self.length + other.length;
  if (length > MAX_ITEMS) return raise('MemoryError');
  allocating(length * ITEM_BYTES);
  return self.concat(other);
}

/** `self * value`. */
export function repeatList(self: PyList, value: Value): Result {
  const count = repeatCount(value);
  if (count === EXIT) return EXIT;
  const length = self.length;
  if ((count as number) <= 0 || length === 0) return PyList.of([]);
  if (length * (count as number) > MAX_ITEMS) return raise('MemoryError');
  return new PyList(self.kind, repeatItems(self.storage, count as number));
}

function repeatInPlace(self: PyList, value: Value): Result {
  const count = repeatCount(value);
  if (count === EXIT) return EXIT;
  if ((count as number) <= 0) self.clear();
  else if (self.length * (count as number) > MAX_ITEMS) return raise('MemoryError');
  else if (self.length > 0 && count !== 1) self.storage = repeatItems(self.storage, count as number);
  return self;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function popFromList(self: PyList, at: Value): Result {
  const index = toSsize(at);
  if (index === EXIT) return EXIT;
  const length = self.length;
  if (length === 0) return raise('IndexError', 'pop from empty list');
  const place = (index as number) < 0 ? (index as number) + length : (index as number);
  return place >= 0 && place < length ? self.pop(place) : raise('IndexError', 'pop index out of range');
}

export function insertIntoList(self: PyList, at: Value, value: Value): void | Exit {
  const index = toSsize(at);
  if (index === EXIT) return EXIT;
  const length = self.length;
  if (length >= MAX_GROWN_ITEMS) return raise('MemoryError');
  const place = (index as number) < 0 ? Math.max(0, (index as number) + length) : Math.min(index as number, length);
  // The items behind it move.
  if (length - place >= STRIDE) worked((length - place) >> 6);
  self.insert(place, value);
}

function removeFromList(self: PyList, value: Value): void | Exit {
  const index = find(self, value, 0, self.length);
  if (index === EXIT) return EXIT;
  if (index === -1) return raiseValueError('list.remove(x): x not in list');
  // Comparing may have shortened the list.
  self.remove(index as number, Math.min((index as number) + 1, self.length));
}

function indexInList(self: PyList, value: Value, start: Value, stop: Value): Result {
  const from = searchBound(start, self.length);
  if (from === EXIT) return EXIT;
  const to = searchBound(stop, self.length);
  if (to === EXIT) return EXIT;
  const index = find(self, value, from as number, to as number);
  if (index === EXIT) return EXIT;
  return index === -1 ? raiseValueError('list.index(x): x not in list') : (index as number);
}

function countInList(self: PyList, value: Value): Result {
  let count = 0;
  for (let index = 0; index < self.length; index++) {
    const same = sameOrEqual(self.get(index), value);
    if (same === EXIT) return EXIT;
    if (same === true) count++;
  }
  return count;
}

/** `reverse=` is an int in C: any object with a truth value would be too much. */
function truthArgument(value: Value): boolean {
  return orThrow(isTrue(value)) as boolean;
}

export const listType = builtinType<PyList>('list', {
  base: objectType,
  layout: PyList,
  pattern: 'sequence',
  signature: '(iterable=(), /)',
  doc: `
    Built-in mutable sequence.

    If no argument is given, the constructor creates a new empty list.
    The argument must be an iterable if specified.
  `,
  slots: {
    repr: listRepr,
    iter: listIter,
    len: (self: PyList) => self.length,
    contains: listContains,
    getItem: getListItem,
    setItem: setListItem,
    compare: listCompare,
    concat: concatLists,
    repeat: repeatList,
    inplaceConcat: (self: PyList, other) => (extendList(self, other) === EXIT ? EXIT : self),
    inplaceRepeat: repeatInPlace,
    init: initList,
    new: newList,
  },
  define(list) {
    list.method('__getitem__(self, index, /)', 'Return self[index].', getListItem);
    list.method(
      '__reversed__(self, /)',
      'Return a reverse iterator over the list.',
      (self) => new PyReversedListIterator(self),
    );
    list.method(
      '__sizeof__(self, /)',
      'Return the size of the list in memory, in bytes.',
      (self) => sizeOfType(self.shape.type).basic + 8 * self.length,
    );
    list.method('clear(self, /)', 'Remove all items from list.', (self) => {
      self.clear();
      return null;
    });
    list.method('copy(self, /)', 'Return a shallow copy of the list.', (self) => self.slice(0, self.length));
    list.method('append(self, object, /)', 'Append object to the end of the list.', (self, object) => {
      self.append(object);
      return null;
    });
    list.method('insert(self, index, object, /) -> None', 'Insert object before index.', insertIntoList);
    list.method(
      'extend(self, iterable, /)',
      'Extend list by appending elements from the iterable.',
      (self, iterable) => (extendList(self, iterable) === EXIT ? EXIT : null),
    );
    list.method(
      'pop(self, index=-1, /)',
      'Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.',
      popFromList,
    );
    list.method(
      'remove(self, value, /) -> None',
      'Remove first occurrence of value.\n\nRaises ValueError if the value is not present.',
      removeFromList,
    );
    list.method(
      'index(self, value, start=0, stop=sys.maxsize, /)',
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
      indexInList,
    );
    list.method('count(self, value, /)', 'Return number of occurrences of value.', countInList);
    list.method('reverse(self, /)', 'Reverse *IN PLACE*.', (self) => {
      self.storage.reverse();
      return null;
    });
    list.method(
      'sort(self, /, *, key=None, reverse=False)',
      'Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.',
      (self, key, reverse) => (sortList(self, key, truthArgument(reverse)) === EXIT ? EXIT : null),
    );
    list.linear(['copy', 'index', 'remove', 'reverse']);
    list.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
  },
});

// ── Items at once ────────────────────────────────────────────────────────────────────────────────────────────────

const otherItems = fastItems.of;

function ownItems(iterable: Value): Value[] | undefined {
  if (iterable instanceof PyList) return typeOf(iterable).slots.iter === listIter ? iterable.toArray() : undefined;
  if (iterable instanceof PyTuple)
    return typeOf(iterable).slots.iter === tupleType.slots.iter ? iterable.items.slice() : undefined;
  if (typeof iterable === 'string') return charactersOf(iterable);
  if (iterable instanceof PyRange)
    return iterable.shape.type === rangeType ? iterable.toArray(MAX_GROWN_ITEMS) : undefined;
  return otherItems(iterable);
}

/** Longer texts are gone through in steps that can be interrupted. */
const SHORT_TEXT = 2 ** 16;

/** A string of JavaScript has a character for each unit. */
function charactersOf(text: string): Value[] | undefined {
  if (text.length > SHORT_TEXT) return undefined;
  const characters: Value[] = [];
  for (let index = 0; index < text.length; index++) characters.push(text[index]);
  return characters;
}

/** Strings, and lists, tuples and ranges whose iteration nobody has redefined give their items without an iterator. */
fastItems.of = (iterable) => {
  const items = ownItems(iterable);
  // Whoever takes them all at once does something with each of them.
  if (items !== undefined && items.length >= STRIDE) worked(items.length);
  return items;
};

itemOrders.set(listType, orderLists);
