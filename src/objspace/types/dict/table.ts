/**
 * The hash table of dictionaries whose keys a `Map` cannot find: open addressing over the positions of the entries.
 *
 * The table knows only positions and hashes; the keys are in the dictionary's dense array. A tame table holds the hashes of keys.ts, a
 * wild one Python's own. Up to SMALL entries there are no places at all: the hashes are searched one by one. Beside each position stands
 * the word of its hash, so that a search mostly touches one line of the cache before it looks at a key.
 */
import { foldHash } from './keys.ts';

const SMALL = 8;
const FREE = 0;
const DELETED = -1;

/** 32 bits of a hash; the hashes of a tame table are words. */
export function wordOfHash(hash: number | bigint): number {
  return typeof hash === 'number' && (hash | 0) === hash ? hash : foldHash(hash);
}

export class KeyTable {
  readonly isWild: boolean;
  /** Hashes by position. */
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
    copy.places = this.places === null ? null : this.places.slice();
    copy.shift = this.shift;
    copy.filled = this.filled;
    return copy;
  }

  /** Where in `places` the search for a word starts. Fibonacci hashing: words that differ in high bits only are spread as well. */
  startOf(word: number): number {
    return (Math.imul(word, 0x9e3779b1) >>> this.shift) * 2;
  }

  /** Enters a new key, which is in no place yet. `count` is the number of positions in use, this one included. */
  insert(position: number, hash: number | bigint, count: number): void {
    this.hashes[position] = hash;
    if (this.places === null) {
      if (count <= SMALL) return;
      this.rebuild(count, undefined, position);
      return;
    }
    if ((this.filled + 1) * 8 > this.places.length * 3) {
      this.rebuild(count, this.places, position);
      return;
    }
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

  /** New places for the positions in `old` and the new one, or for all. */
  private rebuild(count: number, old: Int32Array | undefined, added: number): void {
    let bits = 4;
    while (1 << bits < count * 2) bits++;
    this.places = new Int32Array(2 << bits);
    this.shift = 32 - bits;
    this.filled = 0;
    if (old === undefined) {
      this.hashes.forEach((hash, position) => {
        if (hash !== undefined) this.enter(position + 1, wordOfHash(hash));
      });
      return;
    }
    for (let place = 0; place < old.length; place += 2) if (old[place] > 0) this.enter(old[place], old[place + 1]);
    this.enter(added + 1, wordOfHash(this.hashes[added]));
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
