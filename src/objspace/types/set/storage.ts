/**
 * What `set` and `frozenset` share: the elements, and looking them up.
 *
 * Strategies: empty (neither `table` nor `entries`); `table` for orderly elements, in CPython's order (hash-order.ts); `entries`, the
 * keys of a dictionary, for everything else, in the order of insertion. A set goes from one to the next, and back only by `clear`.
 */
import { state } from '../../state.ts';
import { EXIT, type Exit, PyObject, type Value } from '../../object.ts';
import { typeOf } from '../../type.ts';
import { ABSENT, EQUAL_BUT_CHANGED, PyDict, RAISED, RESTART, UNTAMED } from '../dict/dict.ts';
import { hashOfTuple, keyHash, type KeyRole, tameHash } from '../dict/keys.ts';
import { PyTuple } from '../tuple.ts';
import { hashHigh, hashLow, isLikeOrderly, isOrderly, isOrderlyTuple } from './element-hash.ts';
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
    if (this.table === null || tameHash(element) !== undefined) {
      const entries = this.table === null ? (this.entries ?? new PyDict()) : this.useEntries();
      const position = entries.insertTamed(element, null);
      if (position !== UNTAMED) {
        this.entries = entries;
        return position === ABSENT;
      }
    }
    // What is not hashable leaves the set as it was; the hash is asked for once.
    const hash = keyHash(element, 'set element');
    return hash === EXIT ? EXIT : this.addWild(element, hash as number | bigint);
  }

  /** As `add`, with the hash of a wild element. */
  private addWild(element: Value, hash: number | bigint): boolean | Exit {
    let position = RESTART;
    while (position === RESTART) position = this.searchHashed(element, hash);
    // As in CPython a comparison that says yes is believed here, even if it has changed the set.
    if (position !== ABSENT) return position === RAISED ? EXIT : false;
    this.useEntries().addMissingWild(element, null, hash);
    return true;
  }

  has(element: Value, role: KeyRole = 'set element'): boolean | Exit {
    return isFound(this.find(element, role));
  }

  /** Whether there was such an element. */
  delete(element: Value): boolean | Exit {
    return this.deleteFound(this.find(element));
  }

  private deleteFound(position: number): boolean | Exit {
    if (position < 0) return position === RAISED ? EXIT : false;
    this.removeAt(position);
    return true;
  }

  /** The position of an element, negative if there is none, RAISED with the exception in flight. */
  find(element: Value, role: KeyRole = 'set element'): number {
    if (this.table !== null) {
      if (isOrderly(element)) return Math.max(this.table.find(element, hashHigh, hashLow), -1);
      return tameHash(element) === undefined ? this.findWild(element, role) : this.findLike(element);
    }
    if (this.entries === null) return findInEmpty(element, role);
    const position = this.entries.findTamed(element);
    return position === UNTAMED ? this.findWild(element, role) : position;
  }

  /** What is tame but not orderly equals an orderly element only if it is of a class derived from that one's. */
  private findLike(element: Value): number {
    return isLikeOrderly(element) ? Math.max(this.table!.find(element, hashHigh, hashLow), -1) : -1;
  }

  /** An element of unknown equality: it may equal any other. */
  private findWild(element: Value, role: KeyRole): number {
    const hash = keyHash(element, role);
    if (hash === EXIT) return RAISED;
    if (this.size === 0 || (this.table !== null && isKnownType(element))) return -1;
    return this.findHashed(element, hash as number | bigint);
  }

  /** As `find`, by the hash. After a comparison that has changed the set the search begins again, in what the set has then. */
  private findHashed(element: Value, hash: number | bigint): number {
    for (;;) {
      const position = this.searchHashed(element, hash);
      if (position !== RESTART && position !== EQUAL_BUT_CHANGED) return position;
    }
  }

  private searchHashed(element: Value, hash: number | bigint): number {
    return this.size === 0 ? ABSENT : this.useEntries().searchHashed(element, hash);
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
    if (tameHash(element) === undefined) return UNTAMED;
    return this.table === null ? -1 : this.findLike(element);
  }

  /** As `findTamed`, of the pair or triple of these items. */
  findItems(first: Value, second: Value, third: Value | undefined): number {
    if (this.table !== null) {
      isOrderlyHash = isOrderlyTuple(first, second, third);
      if (isOrderlyHash) return Math.max(this.table.findItems(first, second, third, hashHigh, hashLow), -1);
    } else if (this.entries !== null) return this.entries.findItems(first, second, third);
    if (hashOfTuple(first, second, third) === undefined) return UNTAMED;
    return this.table === null ? -1 : this.findLike(new PyTuple(null, first, second, third) as Value);
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
    // A search that is going on in the entries ends.
    this.entries?.clear();
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
    if (this.entries !== null && other.entries !== null && !this.isWild && !other.isWild)
      return this.mergeTame(this.entries, other.entries);
    for (let position = other.nextPosition(0); position >= 0; position = other.nextPosition(position + 1)) {
      if (--state.fuel < 0) worked(1);
      if (this.addHashed(other.at(position), other.wildHashAt(position)) === EXIT) return EXIT;
    }
    return true;
  }

  /** No Python code runs meanwhile. */
  private mergeTame(entries: PyDict, other: PyDict): true | Exit {
    for (let position = other.nextPosition(0); position >= 0; position = other.nextPosition(position + 1)) {
      if (--state.fuel < 0) worked(1);
      if (entries.insertKeyOf(other, position, null, 'set element') === RAISED) return EXIT;
    }
    return true;
  }

  /** Adds the keys of a dictionary. */
  addKeys(dict: PyDict): true | Exit {
    const isTame = dict.table?.isWild !== true;
    if (isTame && this.size === 0 && dict.size > 0 && !isOrderly(dict.keyAt(dict.nextPosition(0)))) {
      this.table = null;
      this.entries = dict.copy();
      this.entries.values.fill(null);
      return true;
    }
    if (this.entries !== null && !this.isWild && isTame) return this.mergeTame(this.entries, dict);
    for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
      if (--state.fuel < 0) worked(1);
      if (this.addHashed(dict.keyAt(position), dict.wildHashAt(position)) === EXIT) return EXIT;
    }
    return true;
  }

  // ── Elements of other sets: their hashes are known (`wildHashAt`), and wild ones are not asked again ───────────────

  hasHashed(element: Value, hash: number | bigint | undefined): boolean | Exit {
    if (hash === undefined) return this.has(element);
    return isFound(this.findHashed(element, hash));
  }

  /** Whether it was there. */
  deleteHashed(element: Value, hash: number | bigint | undefined): boolean | Exit {
    if (hash === undefined) return this.delete(element);
    return this.deleteFound(this.findHashed(element, hash));
  }

  /** False if it was there. */
  addHashed(element: Value, hash: number | bigint | undefined): boolean | Exit {
    return hash === undefined ? this.add(element) : this.addWild(element, hash);
  }

  /** Whether looking elements up may run Python code. */
  get isWild(): boolean {
    return this.entries?.table?.isWild === true;
  }

  /** The hash that Python code has given for an element. */
  wildHashAt(position: number): number | bigint | undefined {
    return this.entries === null ? undefined : this.entries.wildHashAt(position);
  }
}

function isFound(position: number): boolean | Exit {
  return position === RAISED ? EXIT : position >= 0;
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
