/**
 * `list` as the rest of the machine uses it. What Python sees of it is in list-type.ts.
 *
 * Invariant: `storage` is an array of the sort that `kind` says (kinds.ts). Kinds become wider, except when the list is emptied, or where somebody who works
 * on many floats asks for doubles.
 *
 * Measured (Node 20, loop of loads and stores as the interpreter does them, lists of all kinds at one site): load 2.5-4 ns for ints and
 * objects, 5-8 ns for floats (the box); load and store 4 ns, 9.9 ns for floats. With arrays as they come (small integers, doubles for
 * large ints, holes) it is 4.5-8 ns and 9-13 ns, because each site sees five or six sorts of arrays.
 */
import { error } from '../../exception.ts';
import { declareObjectClass, type Value } from '../../object.ts';
import type { Shape } from '../../shape.ts';
import { PyFloat } from '../float-object.ts';
import {
  asGeneric,
  boxed,
  EMPTY,
  FLOAT,
  genericArray,
  INT,
  kindOf,
  kindOfAll,
  type ListKind,
  MAX_ROOM,
  NOTHING,
  OBJECT,
  roomFor,
  singleDouble,
  singleValue,
  unboxed,
} from './kinds.ts';
import { MAX_GROWN_ITEMS } from '../../../util/limits.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** What a display has behind `*rest` is appended: few items mostly, for which growing would make room for many more. */
const SPARE = 2;

function roomForMore(length: number): Value[] {
  const array = roomFor(length + SPARE);
  // Taking items off leaves their room.
  array.pop();
  array.pop();
  return array;
}

export class PyList {
  declare readonly shape: Shape;
  kind: ListKind;
  storage: Value[];
  /** Of its identity (identity.ts). */
  serial: number;

  constructor(kind: ListKind, storage: Value[]) {
    this.kind = kind;
    this.storage = storage;
    this.serial = 0;
  }

  /** A list of these items; the array is the list's from now on. */
  static of(items: Value[]): PyList {
    const kind = kindOfAll(items);
    switch (kind) {
      case EMPTY:
        return new PyList(EMPTY, NOTHING);
      case FLOAT:
        return new PyList(FLOAT, unboxed(items) as Value[]);
      case INT:
        return new PyList(INT, asGeneric(items));
      default:
        return new PyList(OBJECT, items);
    }
  }

  /** A list of ints: the first, and an array that has room for it, so that the engine makes one of generic elements, and the others. */
  static ofInts(first: Value, items: Value[]): PyList {
    items[0] = first;
    return new PyList(INT, items);
  }

  /** A list of some items and those of a list, if that is short and its items are values. */
  static beginning(items: readonly Value[], rest: PyList): PyList | undefined {
    const { storage } = rest;
    const count = items.length;
    const length = count + storage.length;
    if (length + SPARE > MAX_ROOM || (rest.kind !== INT && rest.kind !== OBJECT)) return undefined;
    const all = count === 0 ? roomForMore(length) : roomFor(length);
    let { kind } = rest;
    for (let index = 0; index < count; index++) {
      const item = items[index];
      if (typeof item !== 'number') kind = OBJECT;
      all[index] = item;
    }
    for (let index = count; index < length; index++) all[index] = storage[index - count];
    return new PyList(kind, all);
  }

  get length(): number {
    return this.storage.length;
  }

  /** The item at an index that exists. */
  get(index: number): Value {
    return this.kind === FLOAT ? new PyFloat(this.storage[index] as number) : this.storage[index];
  }

  /** Replaces the item at an index that exists. */
  set(index: number, value: Value): void {
    const kind = this.kind;
    if (kind === OBJECT || (kind === INT && typeof value === 'number')) this.storage[index] = value;
    else if (kind === FLOAT && value instanceof PyFloat) (this.storage as number[])[index] = value.value;
    else {
      this.generalise();
      this.storage[index] = value;
    }
  }

  /** Throws MemoryError where the array can grow no more. */
  append(value: Value): void {
    const kind = this.kind;
    if (this.storage.length >= MAX_GROWN_ITEMS) throw error('MemoryError');
    if (kind === OBJECT || (kind === INT && typeof value === 'number')) this.storage.push(value);
    else if (kind === FLOAT && value instanceof PyFloat) (this.storage as number[]).push(value.value);
    else this.appendOther(value);
  }

  private appendOther(value: Value): void {
    if (this.storage.length === 0) {
      this.kind = kindOf(value);
      this.storage = this.kind === FLOAT ? (singleDouble((value as PyFloat).value) as Value[]) : singleValue(value);
      return;
    }
    this.generalise();
    this.storage.push(value);
  }

  /** Gets ready for any value. */
  private generalise(): void {
    if (this.kind === FLOAT) this.storage = boxed(this.storage as number[]);
    else if (this.kind === EMPTY) this.storage = genericArray();
    this.kind = OBJECT;
  }

  /** Keeps raw doubles from now on, if all items are floats: a list of objects that had begun with others. */
  keepDoubles(): boolean {
    if (this.kind !== OBJECT || kindOfAll(this.storage) !== FLOAT) return false;
    this.storage = unboxed(this.storage) as Value[];
    this.kind = FLOAT;
    return true;
  }

  /** The items in a fresh array. */
  toArray(): Value[] {
    return this.kind === FLOAT ? boxed(this.storage as number[]) : this.storage.slice();
  }

  /** The items in an array that is the caller's: the list must not be used again. */
  giveUp(): Value[] {
    return this.kind === FLOAT ? boxed(this.storage as number[]) : this.storage;
  }

  /** The items in an array that the caller only reads, and only until anything else can happen to the list. */
  view(): readonly Value[] {
    return this.kind === FLOAT ? boxed(this.storage as number[]) : this.storage;
  }

  clear(): void {
    // An empty list stays as it is: a sort recognises the array that it left there.
    if (this.kind === EMPTY) return;
    this.kind = EMPTY;
    this.storage = NOTHING;
  }

  /** Takes over what another list, which is given up, holds. */
  become(other: PyList): void {
    this.kind = other.kind;
    this.storage = other.storage;
  }

  extend(items: readonly Value[]): void {
    if (items.length === 0) return;
    const kind = this.admit(kindOfAll(items));
    const storage = this.storage;
    const count = items.length;
    if (kind === FLOAT)
      for (let index = 0; index < count; index++) (storage as number[]).push((items[index] as PyFloat).value);
    else if (isJoinedAtOnce(storage.length, count)) this.storage = storage.concat(items);
    else for (let index = 0; index < count; index++) storage.push(items[index]);
  }

  /** Appends the items of a list, which may be this one. */
  extendByList(other: PyList): void {
    const count = other.storage.length;
    if (count === 0) return;
    if (this.storage.length === 0) {
      this.become(other.slice(0, count));
      return;
    }
    if (this.kind !== other.kind) this.extend(other.view());
    else if (count >= STRIDE && isJoinedAtOnce(this.storage.length, count))
      this.storage = this.storage.concat(other.storage);
    else for (let index = 0; index < count; index++) this.storage.push(other.storage[index]);
  }

  /** A list of the items of this list and of another one. */
  concat(other: PyList): PyList {
    if (this.kind === EMPTY || (this.kind !== other.kind && other.kind !== EMPTY)) {
      const list = this.slice(0, this.length);
      list.extendByList(other);
      return list;
    }
    return new PyList(this.kind, joined(this.storage, other.storage));
  }

  /** Makes room for items of a kind; gives the kind that the list has now, which has storage of its own. */
  private admit(kind: ListKind): ListKind {
    if (this.storage.length === 0) {
      this.kind = kind;
      this.storage = kind === FLOAT ? (singleDouble(0) as Value[]) : genericArray();
      this.storage.length = 0;
    } else if (this.kind !== kind) this.generalise();
    return this.kind;
  }

  /** A list of the items [start, end). */
  slice(start: number, end: number): PyList {
    if (start >= end) return new PyList(EMPTY, NOTHING);
    return new PyList(this.kind, this.storage.slice(start, end));
  }

  /** A list of `count` items from `start` on, `step` apart. */
  pick(start: number, step: number, count: number): PyList {
    if (count <= 0) return new PyList(EMPTY, NOTHING);
    const from = this.storage;
    if (step === -1 && count < STRIDE) {
      const list = new PyList(this.kind, from.slice(start - count + 1, start + 1));
      list.reverse(0, count);
      return list;
    }
    // An array of the right sort and size: one that grows costs three times as much, in garbage too.
    const storage = from.slice(0, count);
    for (let taken = 0, index = start; taken < count; taken++, index += step) {
      storage[taken] = from[index];
      if ((taken & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
    }
    return new PyList(this.kind, storage);
  }

  /** Replaces items from `start` on, `step` apart, which exist, by those of a list, which stays as it is. */
  setEvery(start: number, step: number, items: PyList): void {
    const count = items.length;
    if (this.kind !== items.kind && count > 0) this.generalise();
    const values = this.kind === items.kind ? items.storage : items.view();
    const { storage } = this;
    // In place: a copy would make sieves, which write to few items of a long list at a time, quadratic. Interrupted, it has written to some.
    for (let taken = 0, index = start; taken < count; taken++, index += step) {
      storage[index] = values[taken];
      if ((taken & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
    }
  }

  /** Removes `count` items from `first` on, `distance` > 1 apart, in one pass. */
  removeEvery(first: number, distance: number, count: number): void {
    const { storage } = this;
    const end = first + (count - 1) * distance;
    // What stays of many items is put into a copy, so that the list is whole where the work is interrupted.
    const isLong = storage.length - first >= STRIDE;
    const kept = isLong ? storage.slice() : storage;
    let target = first;
    for (let index = first; index < storage.length; index++) {
      if (isLong && (index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
      if (index <= end && (index - first) % distance === 0) continue;
      kept[target++] = storage[index];
    }
    kept.length = target;
    this.storage = kept;
  }

  /** A list of the items [start, end) and those of a list of the same kind from `from` to `to`. */
  concatPart(start: number, end: number, other: PyList, from: number, to: number): PyList {
    if (start >= end) return other.slice(from, to);
    if (to - from > MAX_COPIED)
      return new PyList(this.kind, joined(this.storage.slice(start, end), other.storage.slice(from, to)));
    const storage = this.storage.slice(start, end);
    for (let index = from; index < to; index++) storage.push(other.storage[index]);
    return new PyList(this.kind, storage);
  }

  /** Appends the items of another list of the same kind, if they are few: whether it has done so. */
  pushFew(other: PyList): boolean {
    const { storage } = this;
    const added = other.storage;
    const { length } = added;
    if (this.kind !== other.kind || length > FEW || storage.length === 0) return false;
    for (let index = 0; index < length; index++) storage.push(added[index]);
    return true;
  }

  /** Puts the items [start, end) into the opposite order; the engine's `reverse` costs more for short arrays. */
  reverse(start: number, end: number): void {
    const { storage } = this;
    for (let low = start, high = end - 1; low < high; low++, high--) {
      const item = storage[low];
      storage[low] = storage[high];
      storage[high] = item;
    }
  }

  /** Replaces the items [start, end) by those of another list, which stays as it is. */
  splice(start: number, end: number, items: PyList): void {
    const added = items.length;
    if (added === 0) {
      this.remove(start, end);
      return;
    }
    const source = this.kind === items.kind || this.storage.length === 0 ? items : undefined;
    if (this.storage.length === 0) this.admit(items.kind);
    else if (source === undefined) this.generalise();
    const values = source === undefined ? items.view() : source.storage;
    const storage = this.storage;
    if (added === end - start) for (let index = 0; index < added; index++) storage[start + index] = values[index];
    else if (added < 1000) storage.splice(start, end - start, ...values);
    else this.storage = storage.slice(0, start).concat(values, storage.slice(end));
  }

  /** Removes the items [start, end). */
  remove(start: number, end: number): void {
    if (start === 0 && end === this.storage.length) this.clear();
    else if (end === start + 1 && this.storage.length - start <= MAX_MOVED) moveDown(this.storage, start);
    else if (end > start) this.storage.splice(start, end - start);
  }

  insert(index: number, value: Value): void {
    const length = this.storage.length;
    if (index === length) {
      this.append(value);
      return;
    }
    if (this.kind === FLOAT && value instanceof PyFloat) {
      (this.storage as number[]).splice(index, 0, value.value);
      return;
    }
    if (this.kind === FLOAT || (this.kind === INT && typeof value !== 'number')) this.generalise();
    if (length - index <= MAX_MOVED) moveUp(this.storage, index, value);
    else if (index === 0) this.storage.unshift(value);
    else this.storage.splice(index, 0, value);
  }

  /** Removes and gives the item at an index that exists. */
  pop(index: number): Value {
    const storage = this.storage;
    let item: Value;
    if (index === storage.length - 1) item = storage.pop()!;
    else if (storage.length - index <= MAX_MOVED) item = moveDown(storage, index);
    else if (index === 0) item = storage.shift()!;
    else item = storage.splice(index, 1)[0];
    return this.kind === FLOAT ? new PyFloat(item as number) : item;
  }
}
declareObjectClass(PyList);

/** Short arrays are copied by hand: the engine's `concat` costs ten times as much, and looks at the elements to choose their sort. */
function joined(left: Value[], right: Value[]): Value[] {
  if (left.length + right.length > MAX_COPIED) return left.concat(right);
  const items = left.slice();
  for (let index = 0; index < right.length; index++) items.push(right[index]);
  return items;
}
const MAX_COPIED = 64;

/** Items that are appended without counting the work. */
const FEW = 32;

/** So few items are moved by hand: the engine's `splice` costs more, and makes an array of what it has removed. */
const MAX_MOVED = 32;

/** Inserts the value where there is an item. */
function moveUp(items: Value[], index: number, value: Value): void {
  let place = items.length - 1;
  items.push(items[place]);
  for (; place > index; place--) items[place] = items[place - 1];
  items[index] = value;
}

/** Removes and gives an item. */
function moveDown(items: Value[], index: number): Value {
  const item = items[index];
  const last = items.length - 1;
  for (let place = index; place < last; place++) items[place] = items[place + 1];
  items.pop();
  return item;
}

/** From so many items on, a copy of the whole in one step, without spare room, is cheaper than growing, if at least as many are added. */
const MANY = 32;

/** Long lists are copied where a quarter is added: item by item it would take the engine long, and it would make room for as much again. */
function isJoinedAtOnce(length: number, added: number): boolean {
  return added >= MANY && (added >= STRIDE ? added * 4 : added) >= length;
}
