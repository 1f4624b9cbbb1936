/**
 * The index of dictionaries whose keys are all ints, or values that equal ints of at most 53 bits: open addressing over one typed array, which
 * holds a word of each key beside the position of its entry, so that a search mostly touches one line of the cache.
 *
 * Ints of 32 bits are their own words and start the search at their low bits: keys that follow each other lie beside each other. A search
 * goes on as CPython's does. Measured against a `Map` of 100,000 ints: 2.5 to 3 ns instead of 15 to 17 for a look-up, 20 to 50 ns instead of 70
 * to 180 for an entry.
 */
import type { Value } from '../../object.ts';
import { slicedWords } from '../../../util/copy-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { plainKeyOf } from './keys.ts';

const ABSENT = -1;
/** What stands at a place beside the word: position + 1, or one of these. */
const FREE = 0;
const REMOVED = -1;
const SMALLEST = 32;
const SHIFT = 5;
/** Of the places between two reports of work: two numbers each. */
const PLACES_MASK = 2 * STRIDE - 1;
/** Units of work for which a place of a large table is looked at and entered into another one. */
const ENTERING = 4;

type Keys = readonly (Value | undefined)[];

export class IntIndex {
  /** Two numbers for each place: word, position. */
  private places: Int32Array;
  private mask: number;
  /** Places that are not free. */
  private filled: number;
  private used: number;
  /** Whether there may be keys beyond 32 bits: then a word does not tell the key. */
  private hasLarge: boolean;

  constructor(count: number) {
    const capacity = capacityFor(count);
    this.places = new Int32Array(capacity * 2);
    this.mask = capacity - 1;
    this.filled = 0;
    this.used = 0;
    this.hasLarge = false;
  }

  copy(): IntIndex {
    const copy = new IntIndex(0);
    copy.places = slicedWords(this.places);
    copy.mask = this.mask;
    copy.filled = this.filled;
    copy.used = this.used;
    copy.hasLarge = this.hasLarge;
    return copy;
  }

  /** The position of the entry with such a key, or -1. */
  find(key: number, keys: Keys): number {
    const word = key | 0;
    if (word !== key || this.hasLarge) return this.hasLarge ? this.findAmongLarge(key, keys) : ABSENT;
    const { places, mask } = this;
    let place = word & mask;
    for (let rest = word; ; ) {
      const position = places[2 * place + 1];
      if (position === FREE) return ABSENT;
      if (places[2 * place] === word && position !== REMOVED) return position - 1;
      rest >>>= SHIFT;
      place = nextPlace(place, rest, mask);
    }
  }

  private findAmongLarge(key: number, keys: Keys): number {
    const { places, mask } = this;
    const word = wordOf(key);
    let place = word & mask;
    for (let rest = word; ; ) {
      const position = places[2 * place + 1];
      if (position === FREE) return ABSENT;
      if (places[2 * place] === word && position !== REMOVED && isKey(keys[position - 1], key)) return position - 1;
      rest >>>= SHIFT;
      place = nextPlace(place, rest, mask);
    }
  }

  /** Before a key is added, and before anything else is changed for it: making room for many keys can be interrupted. */
  makeRoom(): void {
    if (this.filled * 3 >= this.mask * 2) this.rebuild();
  }

  /** Enters a new key, for which there is room. */
  add(key: number, position: number): void {
    const word = wordOf(key);
    if (word !== key) this.hasLarge = true;
    this.enter(word, position + 1);
  }

  private enter(word: number, entry: number): void {
    const { places, mask } = this;
    let place = word & mask;
    for (let rest = word; places[2 * place + 1] !== FREE; ) {
      rest >>>= SHIFT;
      place = nextPlace(place, rest, mask);
    }
    places[2 * place] = word;
    places[2 * place + 1] = entry;
    this.filled++;
    this.used++;
  }

  /** A larger table, without what was removed. */
  private rebuild(): void {
    const { places } = this;
    const fresh = new IntIndex(this.used + 1);
    for (let at = 0; at < places.length; at += 2) {
      if (places[at + 1] > FREE) fresh.enter(places[at], places[at + 1]);
      if ((at & PLACES_MASK) === PLACES_MASK - 1) worked(STRIDE * ENTERING);
    }
    this.places = fresh.places;
    this.mask = fresh.mask;
    this.filled = fresh.filled;
    this.used = fresh.used;
  }

  /** Takes out the key whose entry is at a position. */
  remove(key: number, position: number): void {
    this.places[this.placeOf(key, position)] = REMOVED;
    this.used--;
  }

  /** The entry of a key is at another position now. */
  move(key: number, from: number, to: number): void {
    this.places[this.placeOf(key, from)] = to + 1;
  }

  /** Where the position of a key's entry stands. */
  private placeOf(key: number, position: number): number {
    const { places, mask } = this;
    const word = wordOf(key);
    let place = word & mask;
    for (let rest = word; places[2 * place + 1] !== position + 1; ) {
      rest >>>= SHIFT;
      place = nextPlace(place, rest, mask);
    }
    return 2 * place + 1;
  }

  /** All entries have moved back. */
  shift(distance: number): void {
    const { places } = this;
    for (let at = 1; at < places.length; at += 2) if (places[at] > FREE) places[at] += distance;
  }
}

/** Room for so many keys, at most half of it filled. */
function capacityFor(count: number): number {
  let capacity = SMALLEST;
  while (capacity < count * 2) capacity *= 2;
  return capacity;
}

function nextPlace(place: number, rest: number, mask: number): number {
  return (place * 5 + rest + 1) & mask;
}

/** A word of 32 bits that depends on all bits of the key. */
function wordOf(key: number): number {
  const word = key | 0;
  return word === key ? word : word ^ Math.imul(Math.floor(key / 4294967296), 0x9e3779b1);
}

function isKey(candidate: Value | undefined, key: number): boolean {
  return candidate === key || (typeof candidate !== 'number' && plainKeyOf(candidate as Value) === key);
}
