/** The entries of a cache with a limit, in the order of their last use: a chain, so that using one moves nothing in the dictionary. */
import { PyObject, type Value } from '../../objspace/object.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';

/** What the dictionary has under a key: the program never sees it. */
export class CacheEntry extends PyObject {
  readonly value: Value;
  /** Where the dictionary has it, unless it has closed its gaps since. */
  position: number;
  older: CacheEntry | null;
  newer: CacheEntry | null;

  constructor(value: Value) {
    super();
    this.value = value;
    this.position = -1;
    this.older = null;
    this.newer = null;
  }
}

export class UseOrder {
  private oldest: CacheEntry | null = null;
  private newest: CacheEntry | null = null;

  add(entry: CacheEntry): void {
    entry.older = this.newest;
    if (this.newest === null) this.oldest = entry;
    else this.newest.newer = entry;
    this.newest = entry;
  }

  use(entry: CacheEntry): void {
    if (entry === this.newest) return;
    this.remove(entry);
    this.add(entry);
  }

  private remove(entry: CacheEntry): void {
    const { older, newer } = entry;
    if (older === null) this.oldest = newer;
    else older.newer = newer;
    if (newer === null) this.newest = older;
    else newer.older = older;
    entry.older = null;
    entry.newer = null;
  }

  /** Removes the entry that was used longest ago from the dictionary, which has all of them and nothing else. */
  dropOldest(cache: PyDict): void {
    const entry = this.oldest as CacheEntry;
    this.remove(entry);
    if (!isAt(cache, entry)) findAll(cache);
    cache.removeAt(entry.position);
  }

  clear(): void {
    this.oldest = null;
    this.newest = null;
  }
}

function isAt({ end, values }: PyDict, entry: CacheEntry): boolean {
  return entry.position < end && values[entry.position] === entry;
}

/** Gaps are closed so seldom that looking at all entries then takes no time worth mentioning for each. */
function findAll(cache: PyDict): void {
  for (let position = cache.nextPosition(0); position >= 0; position = cache.nextPosition(position + 1))
    (cache.valueAt(position) as unknown as CacheEntry).position = position;
}
