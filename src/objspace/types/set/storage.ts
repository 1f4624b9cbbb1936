/**
 * What `set` and `frozenset` share: the elements, and looking them up.
 *
 * Strategies: empty (neither `table` nor `entries`); `table` for orderly elements, in CPython's order (hash-order.ts); `entries`, the
 * keys of a dictionary, for everything else, in the order of insertion. A set goes from one to the next, and back only by `clear`.
 */
import { state } from '../../state.ts';
import { EXIT, type Exit, PyObject, type Value } from '../../object.ts';
import { typeOf } from '../../type.ts';
import { ABSENT, PyDict, RAISED, UNTAMED } from '../dict/dict.ts';
import { hashOfTuple, keyHash, type KeyRole, tameHash } from '../dict/keys.ts';
import { hashHigh, hashLow, isOrderly, isOrderlyTuple } from './element-hash.ts';
import { HashOrderTable } from './hash-order.ts';
import { worked } from '../../../util/work.ts';

/** Whether the tuple that was looked for last by its items is orderly: then its hash is in the two words. */
let isOrderlyHash = false;

export abstract class PySetBase extends PyObject {
  table: HashOrderTable | null;
  entries: PyDict | null;
  /** Where `pop` looks first. */
  finger: number;
  /** Python's hash of a frozenset, once asked for. */
  knownHash: number | bigint | undefined;
  /** Of its identity (identity.ts). */
  serial: number;

  constructor() {
    super();
    this.table = null;
    this.entries = null;
    this.finger = 0;
    this.knownHash = undefined;
    this.serial = 0;
  }

  get size(): number {
    if (this.table !== null) return this.table.used;
    return this.entries === null ? 0 : this.entries.size;
  }

  /** False if the element was there. */
  add(element: Value): boolean | Exit {
    if (this.entries === null) {
      if (isOrderly(element)) {
        if (this.table === null) this.table = new HashOrderTable();
        return this.table.add(element, hashHigh, hashLow);
      }
    }
    return this.addEntry(element);
  }

  private addEntry(element: Value): boolean | Exit {
    // What is not hashable leaves the set as it was; the hash is asked for once.
    const isWild = this.table !== null && tameHash(element) === undefined;
    const hash = isWild ? keyHash(element, 'set element') : 0;
    if (hash === EXIT) return EXIT;
    const before = this.table === null ? this.entries : this.useEntries();
    const entries = before ?? new PyDict();
    const position = isWild
      ? entries.insertWild(element, null, hash as number | bigint)
      : entries.insert(element, null, 'set element');
    if (position === RAISED) return EXIT;
    // A comparison may have emptied or replaced the set meanwhile.
    if (this.entries !== before) return this.add(element);
    this.entries = entries;
    return position === ABSENT;
  }

  has(element: Value, role: KeyRole = 'set element'): boolean | Exit {
    const position = this.find(element, role);
    return position === RAISED ? EXIT : position >= 0;
  }

  /** Whether there was such an element. */
  delete(element: Value): boolean | Exit {
    const position = this.find(element);
    if (position < 0) return position === RAISED ? EXIT : false;
    this.removeAt(position);
    return true;
  }

  /** The position of an element, negative if there is none, RAISED with the exception in flight. */
  find(element: Value, role: KeyRole = 'set element'): number {
    if (this.table !== null) {
      if (isOrderly(element)) return Math.max(this.table.find(element, hashHigh, hashLow), -1);
      // What is tame but not orderly equals no orderly element.
      if (tameHash(element) !== undefined) return -1;
      return this.findWild(element, role);
    }
    if (this.entries === null) return findInEmpty(element, role);
    return this.entries.find(element, role);
  }

  /** An element of unknown equality: it may equal one in the table. */
  private findWild(element: Value, role: KeyRole): number {
    if (findInEmpty(element, role) === RAISED) return RAISED;
    if (this.size === 0) return -1;
    return isKnownType(element) ? -1 : this.useEntries().find(element, role);
  }

  private useEntries(): PyDict {
    if (this.entries !== null) return this.entries;
    const entries = new PyDict();
    for (let place = this.nextPosition(0); place >= 0; place = this.nextPosition(place + 1)) {
      if (--state.fuel < 0) worked(1);
      entries.set(this.at(place), null);
    }
    this.entries = entries;
    this.table = null;
    return entries;
  }

  // ── Where no Python code may run: compiled code asks these first ───────────────────────────────────────────────

  /** As `find`; UNTAMED if it would run Python code. */
  findTamed(element: Value): number {
    if (this.table !== null) {
      if (isOrderly(element)) return Math.max(this.table.find(element, hashHigh, hashLow), -1);
    } else if (this.entries !== null) return this.entries.findTamed(element);
    return tameHash(element) === undefined ? UNTAMED : -1;
  }

  /** As `findTamed`, of the pair or triple of these items. */
  findItems(first: Value, second: Value, third: Value | undefined): number {
    if (this.table !== null) {
      isOrderlyHash = isOrderlyTuple(first, second, third);
      if (isOrderlyHash) return Math.max(this.table.findItems(first, second, third, hashHigh, hashLow), -1);
    } else if (this.entries !== null) return this.entries.findItems(first, second, third);
    return hashOfTuple(first, second, third) === undefined ? UNTAMED : -1;
  }

  /** Adds the tuple that `findItems` has just not found. */
  addMissing(element: Value): void {
    if (this.table !== null && isOrderlyHash) this.table.add(element, hashHigh, hashLow);
    else if (this.table === null && this.entries !== null) this.entries.addMissing(element, null);
    else this.add(element);
  }

  /** As `add`; UNTAMED, and nothing done, if it would run Python code. */
  addTamed(element: Value): boolean | typeof UNTAMED {
    if (this.entries === null) {
      if (isOrderly(element)) {
        if (this.table === null) this.table = new HashOrderTable();
        return this.table.add(element, hashHigh, hashLow);
      }
    } else if (this.isWild) return UNTAMED;
    return tameHash(element) === undefined ? UNTAMED : (this.addEntry(element) as boolean);
  }

  // ── Positions ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** The first element at `position` or behind it, or -1. */
  nextPosition(position: number): number {
    if (this.table !== null) return this.table.nextPlace(position);
    return this.entries === null ? -1 : this.entries.nextPosition(position);
  }

  at(position: number): Value {
    return this.table !== null ? this.table.elementAt(position) : this.entries!.keyAt(position);
  }

  removeAt(position: number): void {
    if (this.table !== null) this.table.remove(position);
    else this.entries!.removeAt(position);
  }

  /** Takes an element out; the set is not empty. */
  pop(): Value {
    const position = this.table !== null ? this.table.placeFrom(this.finger) : this.nextPosition(0);
    const element = this.at(position);
    this.finger = position + 1;
    this.removeAt(position);
    return element;
  }

  toArray(): Value[] {
    const elements: Value[] = [];
    for (let position = this.nextPosition(0); position >= 0; position = this.nextPosition(position + 1)) {
      if (--state.fuel < 0) worked(1);
      elements.push(this.at(position));
    }
    return elements;
  }

  clear(): void {
    // A search that is going on in the entries ends.
    this.entries?.clear();
    this.table = null;
    this.entries = null;
  }

  /** Makes room for so many more orderly elements at once, as CPython does where it knows the number: it decides the order. */
  reserve(count: number): void {
    if (this.entries !== null) return;
    if (this.table === null) this.table = new HashOrderTable();
    this.table.reserve(count);
  }

  /** After many removals: drops the marks. */
  tidy(): void {
    this.table?.tidy();
  }

  /** Takes the elements of a set that nobody else has. */
  takeFrom(other: PySetBase): void {
    this.table = other.table;
    this.entries = other.entries;
  }

  /** Adds all elements of another set. */
  merge(other: PySetBase): true | Exit {
    if (other === this || other.size === 0) return true;
    if (this.entries === null && other.table !== null) {
      if (this.table === null) this.table = HashOrderTable.mergedFrom(other.table);
      else this.table.merge(other.table);
      return true;
    }
    if (this.size === 0 && other.entries !== null) {
      this.table = null;
      this.entries = other.entries.copy();
      return true;
    }
    const entries = other.isWild ? this.useEntries() : this.entries;
    return other.entries !== null && entries !== null
      ? this.mergeEntries(entries, other.entries)
      : this.addAll(other.toArray());
  }

  private addAll(elements: readonly Value[]): true | Exit {
    for (const element of elements) {
      if (--state.fuel < 0) worked(1);
      if (this.add(element) === EXIT) return EXIT;
    }
    return true;
  }

  private mergeEntries(entries: PyDict, other: PyDict): true | Exit {
    for (let position = other.nextPosition(0); position >= 0; position = other.nextPosition(position + 1)) {
      if (--state.fuel < 0) worked(1);
      if (entries.insertKeyOf(other, position, null, 'set element') === RAISED) return EXIT;
      // A comparison may have emptied or replaced this set.
      if (this.entries !== entries) return this.addAll(keysFrom(other, position + 1));
    }
    return true;
  }

  /** Adds the keys of a dictionary. */
  addKeys(dict: PyDict): true | Exit {
    if (this.size === 0 && dict.size > 0 && !isOrderly(dict.keyAt(dict.nextPosition(0)))) {
      this.table = null;
      this.entries = dict.copy();
      this.entries.values.fill(null);
      return true;
    }
    return this.entries !== null ? this.mergeEntries(this.entries, dict) : this.addAll(keysFrom(dict, 0));
  }

  /** The entries, which a set goes over to for an element of another one whose hash only Python code can tell. */
  private entriesFor(other: PySetBase, position: number): PyDict | null {
    return this.table !== null && other.wildHashAt(position) !== undefined ? this.useEntries() : this.entries;
  }

  /** Whether an element of another set is in this one; that one's position. */
  hasElementOf(other: PySetBase, position: number): boolean | Exit {
    const entries = this.entriesFor(other, position);
    if (entries === null || other.entries === null) return this.has(other.at(position));
    const found = entries.findKeyOf(other.entries, position, 'set element');
    return found === RAISED ? EXIT : found >= 0;
  }

  /** Removes an element of another set; whether it was there. */
  deleteElementOf(other: PySetBase, position: number): boolean | Exit {
    const entries = this.entriesFor(other, position);
    if (entries === null || other.entries === null) return this.delete(other.at(position));
    const found = entries.findKeyOf(other.entries, position, 'set element');
    if (found < 0) return found === RAISED ? EXIT : false;
    entries.removeAt(found);
    return true;
  }

  /** Whether looking elements up may run Python code. */
  get isWild(): boolean {
    return this.entries?.table?.isWild === true;
  }

  /** The elements as they are now, to be walked while Python code may change the set. */
  snapshot(): PySetBase {
    const copy = new PySet();
    if (this.table !== null) copy.table = this.table.copy();
    if (this.entries !== null) copy.entries = this.entries.copy();
    return copy;
  }

  /** Adds an element that has been found equal to the one at a position of another set. */
  addEqual(element: Value, other: PySetBase, position: number): true | Exit {
    const hash = other.wildHashAt(position);
    if (hash === undefined) return this.add(element) === EXIT ? EXIT : true;
    const entries = this.entriesFor(other, position) ?? new PyDict();
    if (entries.insertWild(element, null, hash) === RAISED) return EXIT;
    this.entries ??= entries;
    return true;
  }

  /** The hash that Python code has given for an element. */
  wildHashAt(position: number): number | bigint | undefined {
    return this.entries === null ? undefined : this.entries.wildHashAt(position);
  }

  /** Adds an element of another set. */
  addElementOf(other: PySetBase, position: number): true | Exit {
    const known = this.entriesFor(other, position);
    if (other.entries === null || this.table !== null) return this.add(other.at(position)) === EXIT ? EXIT : true;
    const entries = known ?? new PyDict();
    if (known === null && isOrderly(other.at(position))) return this.add(other.at(position)) === EXIT ? EXIT : true;
    if (entries.insertKeyOf(other.entries, position, null, 'set element') === RAISED) return EXIT;
    this.entries ??= entries;
    return true;
  }
}

function keysFrom(dict: PyDict, start: number): Value[] {
  const keys: Value[] = [];
  for (let position = dict.nextPosition(start); position >= 0; position = dict.nextPosition(position + 1))
    keys.push(dict.keyAt(position));
  return keys;
}

export class PySet extends PySetBase {
  /** A set of elements that are known to be hashable. */
  static of(items: Iterable<Value>): PySet {
    const set = new PySet();
    for (const item of items) set.add(item);
    return set;
  }
}

export class PyFrozenSet extends PySetBase {
  /** A frozenset of elements that are known to be hashable. */
  static of(items: Iterable<Value>): PyFrozenSet {
    const set = new PyFrozenSet();
    for (const item of items) set.add(item);
    return set;
  }
}

const nothing = new PyDict();

/** RAISED if the element is not hashable. */
function findInEmpty(element: Value, role: KeyRole): number {
  return nothing.find(element, role);
}

/** Builtin types whose objects equal nothing that is orderly. */
function isKnownType(element: Value): boolean {
  const { name, isHeapType } = typeOf(element);
  return !isHeapType && name === 'bytes';
}
