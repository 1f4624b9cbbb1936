/**
 * `dict` as data: insertion-ordered entries in dense arrays, and an index that suits the keys. The type is declared in dict-type.ts.
 *
 * Entry `position` has its key in `keys` and its value in `values`; a removed entry leaves a hole (`undefined`) in both. Positions are
 * not used again before the holes are closed, so that an iterator sees a key that was removed and added again as a new one.
 * Strategies, in the order in which a dictionary goes through them:
 *
 *   few plain keys    all of these are null: keys are compared one by one
 *   ints              `ints`: positions by int (int-index.ts)
 *   plain keys        `index`: a Map from the plain key (keys.ts) to the position
 *   tame, wild keys   `table`: positions by hash (table.ts). Wild keys run Python code, which may change the dictionary under the search
 *
 * Copies share `keys`, `ints`, `index` and `table` until they gain or lose a key (`sharing`).
 */
import { EXIT, declareObjectClass, type Exit, type Value } from '../../object.ts';
import { equals } from '../../operations.ts';
import { state } from '../../state.ts';
import type { Shape } from '../../shape.ts';
import { Watch } from './watch.ts';
import { PyFloat } from '../float-object.ts';
import { PyStr, strOfName } from '../str/text.ts';
import { IntIndex } from './int-index.ts';
import {
  equalsTuple,
  hashOfTuple,
  keyHash,
  type KeyRole,
  type PlainKey,
  plainKeyOf,
  tameEqual,
  tameHash,
} from './keys.ts';
import { KeyTable, wordOfHash } from './table.ts';
import { addRoom, MANY } from '../../../util/spare-room.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** Positions that are no position. */
export const ABSENT = -1;
/** The search raised. */
export const RAISED = -2;
/** The search would run Python code. */
export const UNTAMED = -4;

/** Up to so many entries, comparing keys one by one beats a Map. */
const FEW = 8;
/** A larger Map takes longer than interruptions may wait when it grows, which the engine does at once. */
const MAX_INDEXED = 2 ** 19;
/** Maps that are larger than this are not changed where that would take long, but made anew: that can be interrupted. */
const LARGE_INDEX = 2 ** 14;
/** Holes that are tolerated beyond half of the entries. */
const SPARE_HOLES = 16;

let lastLayout = 0;

/** The hash of the tuple that was looked for last by its items. */
let lastHash = 0;

/** Dictionaries that have the same arrays of keys and the same index: the last one that is known of keeps them. */
class Sharing {
  /** How many there are, at most: those that died are not told of. */
  holders: number;

  constructor(holders: number) {
    this.holders = holders;
  }
}

/** The keys and values of what has had no entry yet: many dictionaries stay empty. Never changed; as all others, an array of objects. */
const NO_ENTRIES: (Value | undefined)[] = [undefined];
NO_ENTRIES.pop();

/** Of keys that belong to the code of a display. */
const WITH_CODE = new Sharing(Infinity);

export class PyDict {
  declare readonly shape: Shape;
  /**
   * Names the assignment of positions to keys: what was found under a layout is there as long as the dictionary has that layout. Zero
   * until `slotOfStr` gives one out, and again after each change of the keys; numbers are never reused.
   */
  layout: number;
  keys: (Value | undefined)[];
  values: (Value | undefined)[];
  /** Number of entries. */
  size: number;
  /** Positions in use: holes included, not the spare room of the arrays. */
  end: number;
  /** No entry is before this position: makes removing from the front cheap. */
  first: number;
  /** Changes with each change of the keys. */
  version: number;
  ints: IntIndex | null;
  index: Map<PlainKey, number> | null;
  table: KeyTable | null;
  /** Of those that have the same keys and index; null where nobody else has. */
  sharing: Sharing | null;
  /** Told of changes, if compiled code relies on the dictionary. */
  watch: Watch | null;
  /** Of its identity (identity.ts). */
  serial: number;

  constructor() {
    this.layout = 0;
    this.keys = NO_ENTRIES;
    this.values = NO_ENTRIES;
    this.size = 0;
    this.end = 0;
    this.first = 0;
    this.version = 0;
    this.ints = null;
    this.index = null;
    this.table = null;
    this.sharing = null;
    this.watch = null;
    this.serial = 0;
  }

  /** A dictionary of at most FEW different strings; takes the values over and shares the names. */
  static ofConstantKeys(names: readonly string[], values: Value[]): PyDict {
    const dict = new PyDict();
    dict.keys = names as string[];
    dict.values = values;
    dict.size = names.length;
    dict.end = names.length;
    dict.sharing = WITH_CODE;
    return dict;
  }

  /** A dictionary of the keys if they are few different strings; takes both arrays over, which have no spare room. */
  static ofFewStrings(keys: Value[], values: Value[]): PyDict | undefined {
    if (!PyDict.canShareKeys(keys)) return undefined;
    const dict = new PyDict();
    dict.keys = keys;
    dict.values = values;
    dict.size = keys.length;
    dict.end = keys.length;
    return dict;
  }

  /** A dictionary with the keys of another, which does not change any more; takes the values over. */
  static withKeysOf(model: PyDict, values: Value[]): PyDict {
    const dict = new PyDict();
    model.shareKeysWith(dict);
    dict.values = values;
    return dict;
  }

  /** Whether the names can be the keys of `ofConstantKeys`: few different strings. */
  static canShareKeys(names: readonly Value[]): names is readonly string[] {
    if (names.length > FEW) return false;
    for (let index = 0; index < names.length; index++) {
      const name = names[index];
      if (typeof name !== 'string') return false;
      for (let before = 0; before < index; before++) if (names[before] === name) return false;
    }
    return true;
  }

  // ── By string: these never raise ───────────────────────────────────────────────────────────────────────────────

  /** The position of a string key, or -1; makes `layout` valid for caching it. */
  slotOfStr(name: string): number {
    this.namedLayout();
    return this.findStr(name);
  }

  /** The layout, which is valid from now on until the keys change. */
  namedLayout(): number {
    if (this.layout === 0) this.layout = ++lastLayout;
    return this.layout;
  }

  /** What compiled code relies on is noted there. */
  watched(): Watch {
    this.watch ??= new Watch();
    return this.watch;
  }

  /** Gives the key at a position another value. */
  replace(position: number, value: Value): void {
    this.values[position] = value;
    if (this.watch !== null) this.watch.replaced(position, this.keys[position]);
  }

  getStr(name: string): Value | undefined {
    const position = this.findStr(name);
    return position < 0 ? undefined : this.values[position];
  }

  hasStr(name: string): boolean {
    return this.findStr(name) >= 0;
  }

  setStr(name: string, value: Value): void {
    const position = this.findStr(name);
    if (position >= 0) this.replace(position, value);
    else if (this.table === null) this.addPlain(name, strOfName(name), value);
    else if (this.insertInTable(strOfName(name), value, 'dict key') === RAISED) state.exception = null;
  }

  deleteStr(name: string): boolean {
    const position = this.findStr(name);
    if (position < 0) return false;
    this.removeAt(position);
    return true;
  }

  /** Whether all keys are strings of the host, and few enough to look at them. */
  hasOnlyStrings(): boolean {
    if (this.end > MANY) return false;
    for (let position = this.first; position < this.end; position++) {
      const key = this.keys[position];
      if (key !== undefined && typeof key !== 'string') return false;
    }
    return true;
  }

  /** The keys that are strings, in order, as names: what `getStr` finds. */
  strKeys(): string[] {
    const names: string[] = [];
    for (let position = this.first; position < this.end; position++) {
      if ((position & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
      const key = this.keys[position];
      if (typeof key === 'string') names.push(key);
      else if (key instanceof PyStr && plainKeyOf(key) !== undefined) names.push(key.text);
    }
    return names;
  }

  /** An error of a wild key that is compared with the name counts as "different". */
  private findStr(name: string): number {
    if (this.table === null) return this.findPlain(name);
    const position = this.findInTable(name, 'dict key');
    if (position !== RAISED) return position;
    state.exception = null;
    return ABSENT;
  }

  // ── By any key ─────────────────────────────────────────────────────────────────────────────────────────────────

  get(key: Value): Value | undefined | Exit {
    const position = this.find(key);
    if (position >= 0) return this.values[position];
    return position === ABSENT ? undefined : EXIT;
  }

  has(key: Value): boolean | Exit {
    const position = this.find(key);
    return position === RAISED ? EXIT : position >= 0;
  }

  set(key: Value, value: Value): true | Exit {
    const position = this.insert(key, value, 'dict key');
    if (position >= 0) this.replace(position, value);
    return position === RAISED ? EXIT : true;
  }

  /** Adds an entry unless there is one: the position of that, ABSENT if it was added, RAISED. */
  insert(key: Value, value: Value, role: KeyRole): number {
    if (this.table === null) {
      const plain = plainKeyOf(key);
      if (plain !== undefined) return this.insertPlain(plain, key, value);
    }
    return this.insertInTable(key, value, role);
  }

  /** Whether there was such a key. */
  delete(key: Value): boolean | Exit {
    const position = this.find(key);
    if (position < 0) return position === RAISED ? EXIT : false;
    this.removeAt(position);
    return true;
  }

  /** The position of a key, ABSENT, or RAISED with the exception in flight. */
  find(key: Value, role: KeyRole = 'dict key'): number {
    if (this.table !== null) return this.findInTable(key, role);
    const plain = plainKeyOf(key);
    if (plain !== undefined) return this.findPlain(plain);
    // A tame key that is not plain equals no plain key.
    if (tameHash(key) !== undefined) return ABSENT;
    const hash = keyHash(key, role);
    if (hash === EXIT) return RAISED;
    if (this.size === 0) return ABSENT;
    this.useTable(true);
    return this.findWild(key, hash as number | bigint);
  }

  // ── Where no Python code may run: compiled code asks these first ───────────────────────────────────────────────

  /** The position of a key, ABSENT, or UNTAMED. */
  findTamed(key: Value): number {
    const { table } = this;
    if (table === null) {
      const plain = plainKeyOf(key);
      if (plain !== undefined) return this.findPlain(plain);
      return tameHash(key) === undefined ? UNTAMED : ABSENT;
    }
    if (table.isWild) return UNTAMED;
    const hash = tameHash(key);
    return hash === undefined ? UNTAMED : this.findTame(table, key, hash);
  }

  /** As `findTamed`, of the pair or triple of these items; leaves its hash in `lastHash`. */
  findItems(first: Value, second: Value, third: Value | undefined): number {
    const { table } = this;
    if (table !== null && table.isWild) return UNTAMED;
    const hash = hashOfTuple(first, second, third);
    if (hash === undefined) return UNTAMED;
    lastHash = hash;
    return table === null ? ABSENT : this.findTameItems(table, first, second, third, hash);
  }

  /** Adds an entry for the tuple that `findItems` has just not found. */
  addMissing(key: Value, value: Value): void {
    const hash = lastHash;
    this.useTable(false);
    this.appendHashed(key, value, hash);
  }

  /** False if it would run Python code: then nothing is done. */
  setTamed(key: Value, value: Value): boolean {
    const position = this.insertTamed(key, value);
    if (position === UNTAMED) return false;
    if (position >= 0) this.replace(position, value);
    return true;
  }

  /** Adds an entry unless there is one: the position of that, ABSENT if it was added, UNTAMED. */
  insertTamed(key: Value, value: Value): number {
    if (this.table === null) {
      const plain = plainKeyOf(key);
      if (plain !== undefined) return this.insertPlain(plain, key, value);
    } else if (this.table.isWild) return UNTAMED;
    const hash = tameHash(key);
    if (hash === undefined) return UNTAMED;
    this.useTable(false);
    return this.insertHashed(key, value, hash);
  }

  // ── Entries by position ────────────────────────────────────────────────────────────────────────────────────────

  /** The first entry at `position` or behind it, or -1. */
  nextPosition(position: number): number {
    const { keys, end } = this;
    for (let next = Math.max(position, this.first); next < end; next++) if (keys[next] !== undefined) return next;
    return ABSENT;
  }

  /** The last entry at `position` or before it, or -1. */
  previousPosition(position: number): number {
    const { keys, first } = this;
    for (let next = position < this.end ? position : this.end - 1; next >= first; next--)
      if (keys[next] !== undefined) return next;
    return ABSENT;
  }

  keyAt(position: number): Value {
    return this.keys[position] as Value;
  }

  valueAt(position: number): Value {
    return this.values[position] as Value;
  }

  removeAt(position: number): void {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    const { keys } = this;
    if (this.table !== null) this.table.remove(position);
    else if (this.ints !== null) this.ints.remove(plainKeyOf(keys[position] as Value) as number, position);
    else if (this.index !== null) this.index.delete(plainKeyOf(keys[position] as Value) as PlainKey);
    this.dropEntry(position);
  }

  /** Takes an entry out of the arrays. */
  private dropEntry(position: number): void {
    this.keys[position] = undefined;
    this.values[position] = undefined;
    this.size--;
    this.version++;
    this.layout = 0;
    if (this.watch !== null) this.watch.removed(position);
    if (position === this.first) this.first = this.size === 0 ? this.end : this.nextPosition(position);
  }

  /** The position of the last entry; the dictionary is not empty. Taking entries from the end stays cheap. */
  lastPosition(): number {
    const last = this.previousPosition(this.end - 1);
    this.end = last + 1;
    return last;
  }

  clear(): void {
    const fresh = new PyDict();
    this.takeEntries(fresh);
  }

  copy(): PyDict {
    const copy = new PyDict();
    copy.copyEntries(this);
    return copy;
  }

  /** Makes this dictionary hold the same entries as another. */
  copyEntries(other: PyDict): void {
    if (other.size === 0) {
      this.clear();
      return;
    }
    const values = other.values.slice(0, other.end);
    if (other.end >= STRIDE) worked(other.end >> 2);
    other.shareKeysWith(this);
    this.values = values;
    if (this.end - this.size > SPARE_HOLES) this.compact();
  }

  private shareKeysWith(other: PyDict): void {
    this.sharing ??= new Sharing(1);
    this.sharing.holders++;
    other.takeEntries(this);
  }

  private takeEntries(other: PyDict): void {
    if (this.sharing !== null) this.sharing.holders--;
    this.layout = other.layout;
    this.keys = other.keys;
    this.values = other.values;
    this.size = other.size;
    this.end = other.end;
    this.first = other.first;
    this.version++;
    if (this.watch !== null) this.watch.exchanged();
    this.ints = other.ints;
    this.index = other.index;
    this.table = other.table;
    this.sharing = other.sharing;
  }

  // ── With the hashes of another dictionary: wild keys are not asked again ────────────────────────────────────────

  /** Finds the key of an entry of another dictionary. */
  findKeyOf(other: PyDict, position: number, role: KeyRole): number {
    const key = other.keys[position] as Value;
    const hash = other.wildHashAt(position);
    return hash === undefined ? this.find(key, role) : this.findHashed(key, hash);
  }

  /** As `find`, with the hash of a wild key. */
  findHashed(key: Value, hash: number | bigint): number {
    if (this.size === 0) return ABSENT;
    this.useTable(true);
    return this.findWild(key, hash);
  }

  /** As `findHashed` for sets, which decide themselves what comparisons that change the keys mean: RESTART and EQUAL_BUT_CHANGED too. */
  searchHashed(key: Value, hash: number | bigint): number {
    this.useTable(true);
    return this.searchWild(this.table as KeyTable, key, hash);
  }

  /** Adds a wild key that is not there. */
  addMissingWild(key: Value, value: Value, hash: number | bigint): void {
    this.useTable(true);
    this.appendHashed(key, value, hash);
  }

  /** As `insert`, with the key of an entry of another dictionary. */
  insertKeyOf(other: PyDict, position: number, value: Value, role: KeyRole): number {
    const key = other.keys[position] as Value;
    const hash = other.wildHashAt(position);
    return hash === undefined ? this.insert(key, value, role) : this.insertWild(key, value, hash);
  }

  /** As `insert`, with the hash of a wild key. */
  insertWild(key: Value, value: Value, hash: number | bigint): number {
    this.useTable(true);
    return this.insertHashed(key, value, hash);
  }

  /** As `set`, with a key that has been found equal to the one at a position. */
  setEqual(key: Value, position: number, value: Value): true | Exit {
    const hash = this.wildHashAt(position);
    if (hash === undefined) return this.set(key, value);
    const found = this.insertWild(key, value, hash);
    if (found >= 0) this.replace(found, value);
    return found === RAISED ? EXIT : true;
  }

  /** Python's hash of a wild key; `undefined` for others. */
  wildHashAt(position: number): number | bigint | undefined {
    const { table } = this;
    return table?.isWild === true && tameHash(this.keys[position] as Value) === undefined
      ? table.hashes[position]
      : undefined;
  }

  // ── Plain keys ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** The position of a plain key, or ABSENT, in a dictionary without a table. */
  findPlain(plain: PlainKey): number {
    const { ints, index } = this;
    if (ints !== null) return typeof plain === 'number' ? ints.find(plain, this.keys) : ABSENT;
    if (index !== null) {
      const position = index.get(plain);
      return position === undefined ? ABSENT : position;
    }
    // Without an index every key is its own stand-in.
    const { keys, end } = this;
    for (let position = this.first; position < end; position++) if (keys[position] === plain) return position;
    return ABSENT;
  }

  private insertPlain(plain: PlainKey, key: Value, value: Value): number {
    const position = this.findPlain(plain);
    if (position < 0) this.addPlain(plain, key, value);
    return position;
  }

  /** Adds an entry; there is none with such a key. */
  private addPlain(plain: PlainKey, key: Value, value: Value): void {
    if (this.ints !== null && typeof plain === 'number') {
      // This may close holes, which makes a new index.
      this.prepareToAppend();
      const { ints } = this;
      ints.makeRoom();
      this.push(key, value);
      ints.add(plain, this.end - 1);
      return;
    }
    this.makeRoom(plain, plain === key);
    if (this.table !== null) {
      this.insertInTable(key, value, 'dict key');
      return;
    }
    this.append(key, value);
    if (this.ints !== null) this.ints.add(plain as number, this.end - 1);
    else if (this.index !== null) this.index.set(plain, this.end - 1);
  }

  /** Makes sure that another entry can be found. */
  private makeRoom(added: PlainKey, isOwnStandIn: boolean): void {
    if (this.index !== null) {
      if (this.index.size >= MAX_INDEXED) this.useTable(false);
      return;
    }
    if (this.ints === null && this.end < FEW && isOwnStandIn) return;
    if (this.ints === null && isOwnStandIn && this.size < FEW - 1) this.compact();
    else this.buildIndex(added);
  }

  /** An index, or a table, that suits the keys and the one that will be added. */
  private buildIndex(added: PlainKey): void {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    if (typeof added === 'number' && this.hasOnlyInts()) {
      this.ints = intIndexOf(this.keys, this.first, this.end);
      return;
    }
    if (this.size >= MAX_INDEXED) {
      this.useTable(false);
      return;
    }
    this.index = indexOf(this.keys, this.first, this.end);
    this.ints = null;
  }

  private hasOnlyInts(): boolean {
    for (let position = this.first; position < this.end; position++) {
      const key = this.keys[position];
      if (key !== undefined && typeof key !== 'number') return false;
    }
    return true;
  }

  // ── Keys in a table ────────────────────────────────────────────────────────────────────────────────────────────

  private findInTable(key: Value, role: KeyRole): number {
    const table = this.table as KeyTable;
    if (!table.isWild) {
      const hash = tameHash(key);
      if (hash !== undefined) return this.findTame(table, key, hash);
    }
    const hash = keyHash(key, role);
    if (hash === EXIT) return RAISED;
    this.useTable(true);
    return this.findWild(key, hash as number | bigint);
  }

  private insertInTable(key: Value, value: Value, role: KeyRole): number {
    const hash = this.hashForTable(key, role);
    return hash === EXIT ? RAISED : this.insertHashed(key, value, hash as number | bigint);
  }

  private insertHashed(key: Value, value: Value, hash: number | bigint): number {
    const table = this.table as KeyTable;
    const position = table.isWild ? this.findWild(key, hash) : this.findTame(table, key, hash as number);
    if (position !== ABSENT) return position;
    // The search may have run code that emptied the dictionary, and with it the table.
    this.useTable(table.isWild);
    this.appendHashed(key, value, hash);
    return ABSENT;
  }

  /** Adds an entry to a dictionary that has a table. */
  private appendHashed(key: Value, value: Value, hash: number | bigint): void {
    this.prepareToAppend();
    const table = this.table as KeyTable;
    table.makeRoom(this.end + 1);
    this.push(key, value);
    table.insert(this.end - 1, hash, this.end);
  }

  /** The hash under which the key belongs into the table, which is made or changed to suit it. */
  private hashForTable(key: Value, role: KeyRole): number | bigint | Exit {
    if (this.table === null || !this.table.isWild) {
      const hash = tameHash(key);
      if (hash !== undefined) {
        this.useTable(false);
        return hash;
      }
    }
    const hash = keyHash(key, role);
    if (hash !== EXIT) this.useTable(true);
    return hash;
  }

  private findTame(table: KeyTable, key: Value, hash: number): number {
    const { keys, end } = this;
    const { places } = table;
    if (places === null) {
      const { hashes } = table;
      for (let position = 0; position < end; position++) {
        if (hashes[position] === hash && keys[position] !== undefined && tameEqual(keys[position] as Value, key))
          return position;
      }
      return ABSENT;
    }
    const mask = places.length - 1;
    for (let place = table.startOf(hash); ; place = (place + 2) & mask) {
      const entry = places[place];
      if (entry === 0) return ABSENT;
      if (places[place + 1] === hash && entry > 0 && tameEqual(keys[entry - 1] as Value, key)) return entry - 1;
    }
  }

  private findTameItems(table: KeyTable, first: Value, second: Value, third: Value | undefined, hash: number): number {
    const { keys, end } = this;
    const { places } = table;
    if (places === null) {
      const { hashes } = table;
      for (let position = 0; position < end; position++) {
        const key = keys[position];
        if (hashes[position] === hash && key !== undefined && equalsTuple(key, first, second, third)) return position;
      }
      return ABSENT;
    }
    const mask = places.length - 1;
    for (let place = table.startOf(hash); ; place = (place + 2) & mask) {
      const entry = places[place];
      if (entry === 0) return ABSENT;
      if (places[place + 1] !== hash || entry < 0) continue;
      if (equalsTuple(keys[entry - 1] as Value, first, second, third)) return entry - 1;
    }
  }

  /** Compares as CPython: if a comparison changes the dictionary, the search starts again. */
  private findWild(key: Value, hash: number | bigint): number {
    for (;;) {
      const table = this.table;
      if (table === null) return this.size === 0 ? ABSENT : this.find(key);
      const position = this.searchWild(table, key, hash);
      if (position >= RAISED) return position;
    }
  }

  /** As findWild; below RAISED if the search has to start again. */
  private searchWild(table: KeyTable, key: Value, hash: number | bigint): number {
    const { places } = table;
    if (places === null) {
      for (let position = 0; position < this.end; position++) {
        const found = this.matchAt(table, position, key, hash);
        if (found !== ABSENT) return found;
      }
      return ABSENT;
    }
    const mask = places.length - 1;
    for (let place = table.startOf(wordOfHash(hash)); ; place = (place + 2) & mask) {
      const position = places[place] - 1;
      if (position === -1) return ABSENT;
      const found = position < 0 ? ABSENT : this.matchAt(table, position, key, hash);
      if (found !== ABSENT) return found;
    }
  }

  /** The position if its key is the one looked for, ABSENT if not, RAISED, or RESTART. */
  private matchAt(table: KeyTable, position: number, key: Value, hash: number | bigint): number {
    const candidate = this.keys[position];
    if (candidate === undefined || table.hashes[position] !== hash) return ABSENT;
    if (candidate === key) return position;
    const { places } = table;
    const same = isSameKey(candidate, key);
    if (same === EXIT) return RAISED;
    if (this.table !== table || table.places !== places || this.keys[position] !== candidate)
      return same ? EQUAL_BUT_CHANGED : RESTART;
    return same ? position : ABSENT;
  }

  /** Makes sure of a table; a wild one if asked, and whatever is there otherwise. */
  private useTable(isWild: boolean): void {
    const old = this.table;
    if (old !== null && (old.isWild || !isWild)) return;
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    const table = new KeyTable(isWild);
    for (let position = this.first; position < this.end; position++) {
      const key = this.keys[position];
      if (key !== undefined) table.insert(position, hashOfTameKey(key, isWild), position + 1);
      if ((position & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * ENTERING);
    }
    this.ints = null;
    this.index = null;
    this.table = table;
  }

  // ── Arrays ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Adds an entry behind the others; the caller enters it into the index. */
  private append(key: Value, value: Value): void {
    this.prepareToAppend();
    this.push(key, value);
  }

  /** What may be interrupted comes before anything that is changed for the new entry. */
  private prepareToAppend(): void {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    if (this.end - this.size > this.size + SPARE_HOLES) this.compact();
    if (this.end >= MANY && this.end === this.keys.length) addRoom(this.keys, undefined);
  }

  private push(key: Value, value: Value): void {
    const { keys, values, end } = this;
    if (end < keys.length) keys[end] = key;
    else if (end === 0) this.keys = [key, undefined, undefined, undefined];
    else keys.push(key);
    if (end < values.length) values[end] = value;
    else if (end === 0) this.values = [value, undefined, undefined, undefined];
    else values.push(value);
    this.end = end + 1;
    this.size++;
    this.version++;
    this.layout = 0;
    if (this.watch !== null) this.watch.added(key);
  }

  /** Changes nothing before the copies are there: making them can be interrupted. */
  private unshareKeys(sharing: Sharing): void {
    if (sharing.holders > 1) this.copyKeys();
    sharing.holders--;
    this.sharing = null;
  }

  private copyKeys(): void {
    const index = this.index === null ? null : copyIndex(this.index);
    const ints = this.ints === null ? null : this.ints.copy();
    const table = this.table === null ? null : this.table.copy();
    const keys = this.keys.slice();
    if (keys.length >= STRIDE) worked(keys.length >> 3);
    this.keys = keys;
    this.index = index;
    this.ints = ints;
    this.table = table;
  }

  /** Closes the holes. Of a large dictionary everything is made anew, so that an interruption leaves it as it was. */
  private compact(): void {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    const hole = this.watch === null ? 0 : this.firstHole();
    // Arrays of the right sort and size, in which all entries are overwritten.
    const keys = this.keys.slice(0, this.size);
    const isLarge = this.end - this.first > LARGE_INDEX;
    if (isLarge) worked(this.size >> 3);
    const values = this.values.slice(0, this.size);
    const table = this.table === null ? null : new KeyTable(this.table.isWild);
    const index = isLarge && this.index !== null ? new Map<PlainKey, number>() : this.index;
    let count = 0;
    for (let position = this.first; position < this.end; position++) {
      if (isLarge && (position & (STRIDE - 1)) === 0) worked(STRIDE * ENTERING);
      const key = this.keys[position];
      if (key === undefined) continue;
      keys[count] = key;
      values[count] = this.values[position];
      if (index !== null) index.set(plainKeyOf(key) as PlainKey, count);
      count++;
      if (table !== null) table.insert(count - 1, this.table!.hashes[position], count);
    }
    if (this.ints !== null) this.ints = intIndexOf(keys, 0, count);
    this.keys = keys;
    this.values = values;
    this.index = index;
    this.table = table;
    this.first = 0;
    this.end = count;
    this.version++;
    this.layout = 0;
    if (this.watch !== null) this.watch.moved(hole);
  }

  /** Entries before it stay where they are when the holes are closed. */
  private firstHole(): number {
    if (this.first > 0) return 0;
    for (let position = 0; position < this.end; position++) if (this.keys[position] === undefined) return position;
    return this.end;
  }

  /** Moves an entry behind the others, or before them. */
  moveToEnd(position: number): void {
    if (position === this.lastPosition()) return;
    this.moveBehind(this.prepareToMove(position));
  }

  /** Does what may be interrupted before the entry at a position moves; answers where the entry is then. */
  private prepareToMove(position: number): number {
    let current = position;
    // The entry will leave another hole.
    if (this.end - this.size + 1 > this.size - 1 + SPARE_HOLES) {
      current -= this.holesBefore(position);
      this.compact();
    }
    this.table?.makeRoom(this.end + 1);
    return current;
  }

  private holesBefore(position: number): number {
    let count = this.first;
    for (let before = this.first; before < position; before++) if (this.keys[before] === undefined) count++;
    return count;
  }

  private moveBehind(position: number): void {
    const key = this.keyAt(position);
    const value = this.valueAt(position);
    if (this.ints !== null) {
      this.moveIntBehind(position, key, value);
      return;
    }
    const hash = this.table === null ? 0 : this.table.hashes[position];
    this.removeAt(position);
    this.append(key, value);
    this.enterAt(this.end - 1, key, hash);
  }

  /** The key keeps its place in the index: removed ones would soon fill that. */
  private moveIntBehind(position: number, key: Value, value: Value): void {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    this.dropEntry(position);
    this.append(key, value);
    this.ints!.move(plainKeyOf(key) as number, position, this.end - 1);
  }

  moveToFront(position: number): void {
    if (position === this.first) return;
    if (this.first === 0) position += this.makeRoomInFront();
    this.ints?.makeRoom();
    this.table?.makeRoom(this.end);
    const key = this.keyAt(position);
    const value = this.valueAt(position);
    const hash = this.table === null ? 0 : this.table.hashes[position];
    this.removeAt(position);
    this.first--;
    this.keys[this.first] = key;
    this.values[this.first] = value;
    this.size++;
    this.enterAt(this.first, key, hash);
  }

  private enterAt(position: number, key: Value, hash: number | bigint): void {
    if (this.table !== null) this.table.insert(position, hash, this.end);
    else if (this.ints !== null) this.ints.add(plainKeyOf(key) as number, position);
    else if (this.index !== null) this.index.set(plainKeyOf(key) as PlainKey, position);
  }

  /** Moves all entries back by as much as there are, so that moving to the front stays cheap. */
  private makeRoomInFront(): number {
    if (this.sharing !== null) this.unshareKeys(this.sharing);
    const room = this.size + FEW;
    const table = this.table === null ? null : this.movedTable(this.table, room);
    const gap: undefined[] = new Array(room).fill(undefined);
    this.keys = [...gap, ...this.keys.slice(0, this.end)];
    this.values = [...gap, ...this.values.slice(0, this.end)];
    this.first = room;
    this.end += room;
    if (this.watch !== null) this.watch.moved(0);
    if (this.ints !== null) this.ints.shift(room);
    if (this.index !== null) for (const [key, position] of this.index) this.index.set(key, position + room);
    this.table = table;
    return room;
  }

  private movedTable(old: KeyTable, room: number): KeyTable {
    const table = new KeyTable(old.isWild);
    for (let position = 0; position < this.end; position++) {
      if (this.keys[position] !== undefined) table.insert(position + room, old.hashes[position], position + room + 1);
    }
    return table;
  }
}
declareObjectClass(PyDict);

/** The index of the entries [first, end), whose keys all equal ints. */
function intIndexOf(keys: readonly (Value | undefined)[], first: number, end: number): IntIndex {
  const ints = new IntIndex(end - first);
  for (let position = first; position < end; position++) {
    const key = keys[position];
    if (key !== undefined) ints.add(plainKeyOf(key) as number, position);
    if ((position & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * ENTERING);
  }
  return ints;
}

/** The same of keys that are plain. */
function indexOf(keys: readonly (Value | undefined)[], first: number, end: number): Map<PlainKey, number> {
  const index = new Map<PlainKey, number>();
  for (let position = first; position < end; position++) {
    const key = keys[position];
    if (key !== undefined) index.set(plainKeyOf(key) as PlainKey, position);
    if ((position & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * ENTERING);
  }
  return index;
}

/** The host's `new Map(map)` takes twice as long. */
function copyIndex(index: ReadonlyMap<PlainKey, number>): Map<PlainKey, number> {
  const copy = new Map<PlainKey, number>();
  for (const [key, position] of index) {
    copy.set(key, position);
    if ((copy.size & (STRIDE - 1)) === 0) worked(STRIDE * ENTERING);
  }
  return copy;
}

/** Units of work for which an entry is made in a large map. */
const ENTERING = 8;

/** A comparison has changed the keys, so that the search has to start again. */
export const RESTART = -3;
/** The same where the comparison says that the key is equal, which is enough to add nothing to a set. */
export const EQUAL_BUT_CHANGED = -5;

/** Identity or equality of two keys; floats of the same bits are the same object. */
export function isSameKey(candidate: Value, key: Value): boolean | Exit {
  if (candidate === key) return true;
  if (candidate instanceof PyFloat && key instanceof PyFloat) {
    return candidate.value === key.value || Object.is(candidate.value, key.value);
  }
  return equals(candidate, key);
}

/** Keys that were plain or tame so far: their hash cannot raise. */
function hashOfTameKey(key: Value, isWild: boolean): number | bigint {
  return (isWild ? keyHash(key, 'dict key') : tameHash(key)) as number | bigint;
}
