/**
 * The table of sets of numbers: elements lie where CPython's open addressing would put them, so that such sets are shown and iterated in
 * CPython's order, which programs print.
 *
 * Only orderly elements are kept here (element-hash.ts); whoever looks one up gives its hash, as two words.
 *
 * Rules (observed): a search looks at a place and the nine behind it, then jumps; removed elements leave a mark, which a new
 * element may take; the table grows fourfold (twofold when large) once three fifths of it are used.
 */
import type { Value } from '../../object.ts';
import { equals } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { highWordOf } from '../../../util/words64.ts';
import { filledArray } from '../../../util/repeat-items.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { equalsTuple, tameEqual } from '../dict/keys.ts';
import { orderlyTypes } from './element-hash.ts';

const SMALLEST = 8;
const RUN = 9;
const SHIFT = 5;
const LARGE = 50_000;
/** Work of looking an element up in another table, and of adding it. */
const CHOICE_WORK = 4;

class Removed {
  readonly isRemoved = true;
}
/** Mark of a place whose element was removed. */
const REMOVED = new Removed();

function isSameElement(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return false;
  return tameEqual(a, b) || ((orderlyTypes.has(typeOf(a)) || orderlyTypes.has(typeOf(b))) && equals(a, b) === true);
}

/** The hash of an int that is a number. */
const hashOfNumber = (int: number): number => (int === -1 ? -2 : int);

type Places = (Value | undefined | Removed)[];

/** Free places, of which those of small tables are copied: cheaper than filling, and arrays of the same sort as the large ones. */
const PLACES: Places = new Array(128).fill(undefined);

function freePlaces(capacity: number): Places {
  return capacity <= PLACES.length ? PLACES.slice(0, capacity) : filledArray(undefined, capacity);
}

export class HashOrderTable {
  elements: Places;
  /** Words of hashes by place, low and high by turns; null while all elements are numbers, which are their own. */
  hashes: number[] | null;
  used: number;
  /** Places used or marked as removed. */
  filled: number;

  constructor(elements: Places = freePlaces(SMALLEST)) {
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

  /** Whether all elements are ints that are numbers. */
  get hasNumbersAlone(): boolean {
    return this.hashes === null;
  }

  /** The elements that another table has, or those that it has not, in the order of this one; both have numbers alone. */
  chosen(other: HashOrderTable, areInOther: boolean): HashOrderTable {
    const result = new HashOrderTable();
    const { elements } = this;
    for (let at = 0; at < elements.length; at++) {
      if ((at & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * CHOICE_WORK);
      const element = elements[at];
      if (typeof element !== 'number') continue;
      if (other.findNumber(element) >= 0 === areInOther) result.add(element, 0, 0);
    }
    return result;
  }

  copy(): HashOrderTable {
    if (this.used >= STRIDE) worked(this.elements.length >> 3);
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
  find(element: Value, high: number, low: number): number {
    return this.hashes === null && typeof element === 'number'
      ? this.findNumber(element)
      : this.findAny(element, high, low);
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
        low = hash | 0;
        high = highWordOf(hash);
      }
      low = (low >>> SHIFT) | (high << (32 - SHIFT));
      high >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + low) & mask;
    }
  }

  private findAny(element: Value, high: number, low: number): number {
    const { elements } = this;
    const mask = elements.length - 1;
    let place = low & mask;
    let marked = -1;
    for (let restHigh = high, rest = low; ; ) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        const candidate = elements[at];
        if (candidate === undefined) return -1 - (marked < 0 ? at : marked);
        if (candidate === element) return at;
        if (candidate === REMOVED) marked = at;
        else if (this.hasHashAt(at, high, low) && isSameElement(candidate as Value, element)) return at;
      }
      rest = (rest >>> SHIFT) | (restHigh << (32 - SHIFT));
      restHigh >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + rest) & mask;
    }
  }

  /** The place of the pair or triple of these items, negative if there is none. */
  findItems(first: Value, second: Value, third: Value | undefined, high: number, low: number): number {
    const { elements, hashes } = this;
    // Without hashes all elements are numbers.
    if (hashes === null) return -1;
    const mask = elements.length - 1;
    let place = low & mask;
    for (let restHigh = high, rest = low; ; ) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        const candidate = elements[at];
        if (candidate === undefined) return -1;
        if (hashes[2 * at] !== low || hashes[2 * at + 1] !== high || candidate === REMOVED) continue;
        if (equalsTuple(candidate as Value, first, second, third)) return at;
      }
      rest = (rest >>> SHIFT) | (restHigh << (32 - SHIFT));
      restHigh >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + rest) & mask;
    }
  }

  /** Whether the element at a place that is used has such a hash. */
  private hasHashAt(place: number, high: number, low: number): boolean {
    const { hashes } = this;
    if (hashes !== null) return hashes[2 * place] === low && hashes[2 * place + 1] === high;
    const hash = hashOfNumber(this.elements[place] as number);
    return (hash | 0) === low && highWordOf(hash) === high;
  }

  private put(place: number, element: Value, high: number, low: number): void {
    if (this.hashes === null && typeof element !== 'number') this.hashes = hashesOf(this.elements);
    this.elements[place] = element;
    if (this.hashes === null) return;
    this.hashes[2 * place] = low;
    this.hashes[2 * place + 1] = high;
  }

  has(element: Value, high: number, low: number): boolean {
    return this.find(element, high, low) >= 0;
  }

  /** False if the element was there. */
  add(element: Value, high: number, low: number): boolean {
    const found = this.find(element, high, low);
    if (found >= 0) return false;
    const place = -1 - found;
    const wasMarked = this.elements[place] === REMOVED;
    this.put(place, element, high, low);
    this.used++;
    if (wasMarked) return true;
    this.filled++;
    if (this.filled * 5 >= (this.elements.length - 1) * 3) this.grow();
    return true;
  }

  private addNumber(element: number): void {
    const hash = hashOfNumber(element);
    this.add(element, highWordOf(hash), hash | 0);
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
    this.used--;
  }

  /** Makes room for more than `count` elements, and drops the marks. */
  resize(count: number): void {
    let capacity = SMALLEST;
    while (capacity <= count) capacity *= 2;
    const { elements, hashes } = this;
    const places = freePlaces(capacity);
    this.hashes = hashes === null ? null : filledArray(0, 2 * capacity);
    this.elements = places;
    try {
      this.enterElements(elements, hashes);
    } catch (thrown) {
      this.elements = elements;
      this.hashes = hashes;
      throw thrown;
    }
    this.filled = this.used;
  }

  /** Enters all of many elements, which can be interrupted: the caller gives the table its old state then. */
  private enterElements(elements: Places, hashes: readonly number[] | null): void {
    for (let at = 0; at < elements.length; at++) {
      if ((at & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
      const element = elements[at];
      if (element === undefined || element === REMOVED) continue;
      if (hashes === null) this.enterNumber(element as number);
      else this.enterNew(element as Value, hashes[2 * at + 1], hashes[2 * at]);
    }
  }

  private enterNumber(element: number): void {
    const { elements } = this;
    const hash = hashOfNumber(element);
    const place = hash & (elements.length - 1);
    if (elements[place] === undefined && this.hashes === null) elements[place] = element;
    else this.enterNew(element, highWordOf(hash), hash | 0);
  }

  /** Enters an element that is known to be new, into a table without marks. */
  private enterNew(element: Value, high: number, low: number): void {
    const { elements } = this;
    const mask = elements.length - 1;
    let place = low & mask;
    for (let restHigh = high, rest = low; ; ) {
      const last = place + RUN <= mask ? place + RUN : place;
      for (let at = place; at <= last; at++) {
        if (elements[at] !== undefined) continue;
        this.put(at, element, high, low);
        return;
      }
      rest = (rest >>> SHIFT) | (restHigh << (32 - SHIFT));
      restHigh >>>= SHIFT;
      place = (Math.imul(place, 5) + 1 + rest) & mask;
    }
  }

  /** Adds all elements of another table, as a whole: room is made first, which decides the order. */
  merge(other: HashOrderTable): void {
    this.reserve(other.used);
    const sameSize = this.elements.length === other.elements.length;
    if (this.filled === 0 && sameSize && other.filled === other.used) {
      if (other.used >= STRIDE) worked(other.elements.length >> 3);
      this.become(other);
      return;
    }
    if (this.filled > 0) {
      this.addAll(other);
      return;
    }
    try {
      this.enterElements(other.elements, other.hashes);
    } catch (thrown) {
      this.elements = freePlaces(SMALLEST);
      this.hashes = null;
      throw thrown;
    }
    this.used = other.used;
    this.filled = other.used;
  }

  private addAll(other: HashOrderTable): void {
    const { elements, hashes } = other;
    for (let at = 0; at < elements.length; at++) {
      if ((at & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
      const element = elements[at];
      if (element === undefined || element === REMOVED) continue;
      if (hashes !== null) this.add(element as Value, hashes[2 * at + 1], hashes[2 * at]);
      else if (this.hashes === null) this.add(element as Value, 0, 0);
      else this.addNumber(element as number);
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

/** The hashes of numbers, as words by place. */
function hashesOf(elements: Readonly<Places>): number[] {
  const hashes: number[] = filledArray(0, 2 * elements.length);
  for (let at = 0; at < elements.length; at++) {
    if ((at & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const element = elements[at];
    if (typeof element !== 'number') continue;
    const hash = hashOfNumber(element);
    hashes[2 * at] = hash | 0;
    hashes[2 * at + 1] = highWordOf(hash);
  }
  return hashes;
}
