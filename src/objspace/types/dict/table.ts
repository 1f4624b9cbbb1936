/**
 * The hash table of dictionaries whose keys a `Map` cannot find: open addressing over the positions of the entries.
 *
 * The table knows only positions and hashes; the keys are in the dictionary's dense array. A tame table holds the hashes of keys.ts, a
 * wild one Python's own. Up to SMALL entries there are no places at all: the hashes are searched one by one.
 */
import { foldHash } from './keys.ts';

const SMALL = 8;
const FREE = 0;
const DELETED = -1;

export class KeyTable {
  readonly isWild: boolean;
  /** Hashes by position. */
  hashes: (number | bigint)[];
  /** Position + 1, FREE or DELETED; null while the table is small. */
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

  /** Where the search for a hash starts. Fibonacci hashing: hashes that differ in high bits only are spread as well. */
  startOf(hash: number | bigint): number {
    return (
      Math.imul(typeof hash === 'number' && (hash | 0) === hash ? hash : foldHash(hash), 0x9e3779b1) >>> this.shift
    );
  }

  /** Enters a new key, which is in no place yet. `count` is the number of positions in use, this one included. */
  insert(position: number, hash: number | bigint, count: number): void {
    this.hashes[position] = hash;
    if (this.places === null) {
      if (count <= SMALL) return;
      this.rebuild(count, undefined, position);
      return;
    }
    if ((this.filled + 1) * 4 > this.places.length * 3) {
      this.rebuild(count, this.places, position);
      return;
    }
    this.enter(position, hash);
  }

  private enter(position: number, hash: number | bigint): void {
    const places = this.places!;
    const mask = places.length - 1;
    let place = this.startOf(hash);
    while (places[place] !== FREE) place = (place + 1) & mask;
    places[place] = position + 1;
    this.filled++;
  }

  /** New places for the positions in `old` and the new one, or for all. */
  private rebuild(count: number, old: Int32Array | undefined, added: number): void {
    let bits = 4;
    while (1 << bits < count * 2) bits++;
    this.places = new Int32Array(1 << bits);
    this.shift = 32 - bits;
    this.filled = 0;
    if (old === undefined) {
      this.hashes.forEach((hash, position) => {
        if (hash !== undefined) this.enter(position, hash);
      });
      return;
    }
    for (const entry of old) if (entry > 0) this.enter(entry - 1, this.hashes[entry - 1]);
    this.enter(added, this.hashes[added]);
  }

  remove(position: number): void {
    const hash = this.hashes[position];
    if (position === this.hashes.length - 1) this.hashes.pop();
    else (this.hashes as (number | undefined)[])[position] = undefined;
    const places = this.places;
    if (places === null) return;
    const mask = places.length - 1;
    let place = this.startOf(hash);
    while (places[place] !== position + 1) place = (place + 1) & mask;
    places[place] = places[(place + 1) & mask] === FREE ? FREE : DELETED;
    if (places[place] === FREE) this.filled--;
  }
}
