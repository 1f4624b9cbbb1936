/**
 * The hash table of dictionaries whose keys a `Map` cannot find: open addressing over the positions of the entries.
 *
 * The table knows only positions and hashes; the keys are in the dictionary's dense array. A tame table holds the hashes of keys.ts, a
 * wild one Python's own. Up to SMALL entries there are no places at all: the hashes are searched one by one. Beside each position stands
 * the word of its hash, so that a search mostly touches one line of the cache before it looks at a key.
 */
import { slicedWords } from '../../../util/copy-bytes.ts';
import { addRoom, MANY } from '../../../util/spare-room.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { foldHash } from './keys.ts';

const SMALL = 8;
const FREE = 0;
const DELETED = -1;
/** Of the places between two reports of work: two numbers each. */
const PLACES_MASK = 2 * STRIDE - 1;
/** Units of work for which a place of a large table is looked at and entered into another one. */
const ENTERING = 4;

/** 32 bits of a hash; the hashes of a tame table are words. */
export function wordOfHash(hash: number | bigint): number {
  return typeof hash === 'number' && (hash | 0) === hash ? hash : foldHash(hash);
}

export class KeyTable {
  readonly isWild: boolean;
  /** Hashes by position; there may be spare room behind them. */
  hashes: (number | bigint)[];
  /** Two numbers for each place: position + 1, FREE or DELETED; word of the hash. Null while the table is small. */
  places: Int32Array | null;
  /** 32 minus the binary logarithm of the number of places. */
  shift: number;
  /** Places that are not FREE. */
  filled: number;

  constructor(isWild: boolean) {
    this.isWild = isWild;
    this.hashes = [];
    this.places = null;
    this.shift = 32;
    this.filled = 0;
  }

  copy(): KeyTable {
    const copy = new KeyTable(this.isWild);
    copy.hashes = this.hashes.slice();
    if (copy.hashes.length >= STRIDE) worked(copy.hashes.length >> 3);
    copy.places = this.places === null ? null : slicedWords(this.places);
    copy.shift = this.shift;
    copy.filled = this.filled;
    return copy;
  }

  /** Where in `places` the search for a word starts. Fibonacci hashing: words that differ in high bits only are spread as well. */
  startOf(word: number): number {
    return (Math.imul(word, 0x9e3779b1) >>> this.shift) * 2;
  }

  /**
   * Before a key is entered, and before anything else is changed for it: making room for many keys can be interrupted. `count` is the number
   * of positions in use, the new one included.
   */
  makeRoom(count: number): void {
    if (count > MANY && count > this.hashes.length) addRoom(this.hashes, 0);
    if (this.places !== null && this.isFull(this.places)) this.grow(this.places, count);
  }

  private isFull(places: Int32Array): boolean {
    return (this.filled + 1) * 8 > places.length * 3;
  }

  /** Enters a new key, which is in no place yet. `count` as of `makeRoom`. */
  insert(position: number, hash: number | bigint, count: number): void {
    this.hashes[position] = hash;
    if (this.places === null) {
      if (count > SMALL) this.usePlaces(count);
      return;
    }
    if (this.isFull(this.places)) this.grow(this.places, count);
    this.enter(position + 1, wordOfHash(hash));
  }

  private enter(entry: number, word: number): void {
    const places = this.places!;
    const mask = places.length - 1;
    let place = this.startOf(word);
    while (places[place] !== FREE) place = (place + 2) & mask;
    places[place] = entry;
    places[place + 1] = word;
    this.filled++;
  }

  /** The table is small no more: all positions that have a hash get a place. */
  private usePlaces(count: number): void {
    this.allot(count);
    this.hashes.forEach((hash, position) => {
      if (hash !== undefined) this.enter(position + 1, wordOfHash(hash));
    });
  }

  /** So many free places that those in use are at most half of them. */
  private allot(count: number): void {
    let bits = 4;
    while (1 << bits < count * 2) bits++;
    this.places = new Int32Array(2 << bits);
    this.shift = 32 - bits;
    this.filled = 0;
  }

  /** More places, without those that were given up. */
  private grow(old: Int32Array, count: number): void {
    const fresh = new KeyTable(this.isWild);
    fresh.allot(count);
    for (let place = 0; place < old.length; place += 2) {
      if (old[place] > 0) fresh.enter(old[place], old[place + 1]);
      if ((place & PLACES_MASK) === PLACES_MASK - 1) worked(STRIDE * ENTERING);
    }
    this.places = fresh.places;
    this.shift = fresh.shift;
    this.filled = fresh.filled;
  }

  remove(position: number): void {
    const hash = this.hashes[position];
    if (position === this.hashes.length - 1) this.hashes.pop();
    else (this.hashes as (number | undefined)[])[position] = undefined;
    const places = this.places;
    if (places === null) return;
    const mask = places.length - 1;
    let place = this.startOf(wordOfHash(hash));
    while (places[place] !== position + 1) place = (place + 2) & mask;
    places[place] = places[(place + 2) & mask] === FREE ? FREE : DELETED;
    if (places[place] === FREE) this.filled--;
  }
}
