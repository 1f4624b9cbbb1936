/**
 * The table of sets of numbers: elements lie where CPython's open addressing would put them, so that such sets are shown and iterated in
 * CPython's order, which programs print.
 *
 * Only *orderly* elements are kept here: those whose hash is the same in every run of CPython (numbers, None, tuples of them, ranges,
 * frozensets of orderly elements). Their hash and equality run no Python code.
 *
 * Rules (observed): a search looks at a place and the nine behind it, then jumps; removed elements leave a mark, which a new
 * element may take; the table grows fourfold (twofold when large) once three fifths of it are used.
 */
import { hashFloat, hashInt } from '../../hash.ts';
import type { Value } from '../../object.ts';
import { equals, hashOf } from '../../operations.ts';
import { type PyType, typeOf } from '../../type.ts';
import { PyFloat } from '../float-object.ts';
import { tameEqual } from '../dict/keys.ts';
import { PyTuple, tupleType } from '../tuple.ts';

const SMALLEST = 8;
const RUN = 9;
const SHIFT = 5;
const LARGE = 50_000;

class Removed {
  readonly isRemoved = true;
}
/** Mark of a place whose element was removed. */
const REMOVED = new Removed();

type Hash = number | bigint;

/** The hash of an orderly element; `undefined` for all others. */
export function orderlyHash(element: Value): Hash | undefined {
  if (typeof element === 'number') return hashOfNumber(element);
  if (typeof element === 'string') return undefined;
  if (typeof element === 'bigint') return hashInt(element);
  if (typeof element === 'boolean') return element ? 1 : 0;
  if (element === null) return hashOf(null) as Hash;
  if (element instanceof PyFloat) return Number.isNaN(element.value) ? 0 : hashFloat(element.value);
  if (element instanceof PyTuple)
    return element.shape === tupleType.instanceShape && isOrderlyTuple(element, 0)
      ? (hashOf(element) as Hash)
      : undefined;
  const isOrderly = orderlyTypes.get(typeOf(element));
  return isOrderly?.(element as never) === true ? (hashOf(element) as Hash) : undefined;
}

/** More types that have orderly objects, each with what tells them; the files that declare the types fill it. */
export const orderlyTypes: Map<PyType, (element: never) => boolean> = new Map();

const MAX_NESTING = 20;

function isOrderlyTuple(tuple: PyTuple, depth: number): boolean {
  for (let index = 0; index < tuple.length; index++) {
    const item = tuple.at(index);
    if (typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean' || item === null) continue;
    if (item instanceof PyFloat && !Number.isNaN(item.value)) continue;
    const isTuple = item instanceof PyTuple && item.shape === tupleType.instanceShape;
    if (!isTuple || depth >= MAX_NESTING || !isOrderlyTuple(item, depth + 1)) return false;
  }
  return true;
}

function isSameElement(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return false;
  return tameEqual(a, b) || ((orderlyTypes.has(typeOf(a)) || orderlyTypes.has(typeOf(b))) && equals(a, b) === true);
}

/** The hash of an int that is a number. */
const hashOfNumber = (int: number): number => (int === -1 ? -2 : int);

/** Low word of a hash of 64 bits. */
const lowWord = (hash: Hash): number => (typeof hash === 'number' ? hash | 0 : Number(BigInt.asIntN(32, hash)));
const highWord = (hash: Hash): number =>
  typeof hash === 'number' ? Math.floor(hash / 4294967296) | 0 : Number(BigInt.asIntN(32, hash >> 32n));

/** Free places, of which those of small tables are copied: cheaper than filling, and arrays of the same sort as the large ones. */
const PLACES: (Value | undefined | Removed)[] = new Array(128).fill(undefined);

function freePlaces(capacity: number): (Value | undefined | Removed)[] {
  return capacity <= PLACES.length ? PLACES.slice(0, capacity) : new Array(capacity).fill(undefined);
}

export class HashOrderTable {
  elements: (Value | undefined | Removed)[];
  /** Hashes by place; null while all elements are numbers, which are their own. */
  hashes: Hash[] | null;
  used: number;
  /** Places used or marked as removed. */
  filled: number;

  constructor(elements: (Value | undefined | Removed)[] = freePlaces(SMALLEST)) {
    this.elements = elements;
    this.hashes = null;
    this.used = 0;
    this.filled = 0;
  }

  /** A table with all elements of another, as a merge into an empty one gives it. */
  static mergedFrom(other: HashOrderTable): HashOrderTable {
    const { length } = other.elements;
    const isAsLarge = length === SMALLEST && other.used * 5 < (SMALLEST - 1) * 3;
    if (isAsLarge && other.filled === other.used) return other.copy();
    const table = new HashOrderTable();
    table.merge(other);
    return table;
  }

  copy(): HashOrderTable {
    const copy = new HashOrderTable(this.elements.slice());
    copy.hashes = this.hashes === null ? null : this.hashes.slice();
    copy.used = this.used;
    copy.filled = this.filled;
    return copy;
  }

  private become(other: HashOrderTable): void {
    this.elements = other.elements.slice();
    this.hashes = other.hashes === null ? null : other.hashes.slice();
    this.used = other.used;
    this.filled = other.filled;
  }

  /** The place of an element, or -1 - place of the place where it belongs: the last marked one on the way to a free one. */
  find(element: Value, hash: Hash): number {
    return this.hashes === null && typeof element === 'number' ? this.findNumber(element) : this.findAny(element, hash);
  }

  /** The same walk where all elements are ints: equal ones are one number, and no hash is asked for. */
  private findNumber(element: number): number {
    const { elements } = this;
    const mask = elements.length - 1;
    let place = hashOfNumber(element) & mask;
    let low = 0;
    let high = 0;
    let marked = -1;
    for (let isFirst = true; ; isFirst = false) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        const candidate = elements[at];
        if (candidate === element) return at;
        if (candidate === undefined) return -1 - (marked < 0 ? at : marked);
        if (candidate === REMOVED) marked = at;
      }
      if (isFirst) {
        const hash = hashOfNumber(element);
        low = lowWord(hash);
        high = highWord(hash);
      }
      low = (low >>> SHIFT) | (high << (32 - SHIFT));
      high >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + low) & mask;
    }
  }

  private findAny(element: Value, hash: Hash): number {
    const { elements } = this;
    const mask = elements.length - 1;
    let place = lowWord(hash) & mask;
    let low = 0;
    let high = 0;
    let marked = -1;
    for (let isFirst = true; ; isFirst = false) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        const candidate = elements[at];
        if (candidate === undefined) return -1 - (marked < 0 ? at : marked);
        if (candidate === element) return at;
        if (candidate === REMOVED) marked = at;
        else if (this.hashAt(at) === hash && isSameElement(candidate as Value, element)) return at;
      }
      if (isFirst) {
        low = lowWord(hash);
        high = highWord(hash);
      }
      low = (low >>> SHIFT) | (high << (32 - SHIFT));
      high >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + low) & mask;
    }
  }

  /** The hash of the element at a place that is used. */
  private hashAt(place: number): Hash {
    return this.hashes === null ? hashOfNumber(this.elements[place] as number) : this.hashes[place];
  }

  private put(place: number, element: Value, hash: Hash): void {
    if (this.hashes === null && typeof element !== 'number') this.hashes = hashesOf(this.elements);
    this.elements[place] = element;
    if (this.hashes !== null) this.hashes[place] = hash;
  }

  has(element: Value, hash: Hash): boolean {
    return this.find(element, hash) >= 0;
  }

  /** False if the element was there. */
  add(element: Value, hash: Hash): boolean {
    const found = this.find(element, hash);
    if (found >= 0) return false;
    const place = -1 - found;
    const wasMarked = this.elements[place] === REMOVED;
    this.put(place, element, hash);
    this.used++;
    if (wasMarked) return true;
    this.filled++;
    if (this.filled * 5 >= (this.elements.length - 1) * 3) this.grow();
    return true;
  }

  private grow(): void {
    this.resize(this.used > LARGE ? this.used * 2 : this.used * 4);
  }

  /** Makes room for `count` more elements. */
  reserve(count: number): void {
    if ((this.filled + count) * 5 >= (this.elements.length - 1) * 3) this.resize((this.used + count) * 2);
  }

  /** Drops the marks if they are more than a quarter. */
  tidy(): void {
    if (this.filled - this.used > Math.floor((this.elements.length - 1) / 4)) this.grow();
  }

  remove(place: number): void {
    this.elements[place] = REMOVED;
    if (this.hashes !== null) this.hashes[place] = -1;
    this.used--;
  }

  /** Makes room for more than `count` elements, and drops the marks. */
  resize(count: number): void {
    let capacity = SMALLEST;
    while (capacity <= count) capacity *= 2;
    const { elements, hashes } = this;
    this.elements = freePlaces(capacity);
    this.hashes = hashes === null ? null : new Array(capacity).fill(0);
    this.filled = this.used;
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at];
      if (element === undefined || element === REMOVED) continue;
      this.enterNew(element as Value, hashes === null ? hashOfNumber(element as number) : hashes[at]);
    }
  }

  /** Enters an element that is known to be new, into a table without marks. */
  private enterNew(element: Value, hash: Hash): void {
    const { elements } = this;
    const mask = elements.length - 1;
    let place = lowWord(hash) & mask;
    let low = lowWord(hash);
    let high = highWord(hash);
    for (;;) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        if (elements[at] !== undefined) continue;
        this.put(at, element, hash);
        return;
      }
      low = (low >>> SHIFT) | (high << (32 - SHIFT));
      high >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + low) & mask;
    }
  }

  /** Adds all elements of another table, as a whole: room is made first, which decides the order. */
  merge(other: HashOrderTable): void {
    this.reserve(other.used);
    const sameSize = this.elements.length === other.elements.length;
    if (this.filled === 0 && sameSize && other.filled === other.used) {
      this.become(other);
      return;
    }
    const isEmpty = this.filled === 0;
    for (let at = 0; at < other.elements.length; at++) {
      const element = other.elements[at];
      if (element === undefined || element === REMOVED) continue;
      if (isEmpty) {
        this.enterNew(element as Value, other.hashAt(at));
        this.used++;
        this.filled++;
      } else this.add(element as Value, other.hashAt(at));
    }
  }

  /** The first occupied place at `place` or behind it, or -1. */
  nextPlace(place: number): number {
    const { elements } = this;
    for (let at = place; at < elements.length; at++)
      if (elements[at] !== undefined && elements[at] !== REMOVED) return at;
    return -1;
  }

  /** The first occupied place at `finger` or behind it, around the end; the table is not empty. */
  placeFrom(finger: number): number {
    const place = this.nextPlace(finger & (this.elements.length - 1));
    return place < 0 ? this.nextPlace(0) : place;
  }

  elementAt(place: number): Value {
    return this.elements[place] as Value;
  }
}

/** The hashes of numbers. */
function hashesOf(elements: readonly (Value | undefined | Removed)[]): Hash[] {
  const hashes: Hash[] = new Array(elements.length).fill(0);
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (typeof element === 'number') hashes[at] = hashOfNumber(element);
  }
  return hashes;
}
