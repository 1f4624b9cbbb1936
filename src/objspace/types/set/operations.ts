/** Algebra of sets, on sets and on any iterables. Orders of iteration are CPython's, since they decide which of two equal elements stays. */
import { state } from '../../state.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { iterate } from '../../operations.ts';
import { PyDict } from '../dict/dict.ts';
import { wildHash } from '../dict/keys.ts';
import { listType } from '../list/list-type.ts';
import { PyList } from '../list/list.ts';
import { PyRange } from '../range.ts';
import { isExactTuple, type PyTuple } from '../tuple.ts';
import { PyFrozenSet, PySet, PySetBase } from './storage.ts';
import { isOrderly } from './element-hash.ts';
import { worked } from '../../../util/work.ts';

export const isSet = (value: Value): value is PySetBase => value instanceof PySetBase;

/** A new set of the builtin type that the set derives from. */
export function emptyLike(set: PySetBase): PySetBase {
  return set instanceof PyFrozenSet ? new PyFrozenSet() : new PySet();
}

export function copyOf(set: PySetBase): PySetBase {
  const copy = emptyLike(set);
  copy.merge(set);
  return copy;
}

/** The union with a set of one string or int, by which no Python code runs; room is made as for the union of two sets. */
export function unionWithElement(set: PySetBase, element: string | number): PySetBase {
  const union = copyOf(set);
  if (typeof element === 'number') union.reserve(1);
  union.addTamed(element);
  return union;
}

/** Whether the object is a dict whose keys may be read directly. */
export function isDict(value: Value): value is PyDict {
  return value instanceof PyDict && !value.shape.type.isHeapType && value.shape.type.name === 'dict';
}

/** Adds all elements. */
export function updateSet(set: PySetBase, other: Value): true | Exit {
  if (isSet(other)) return set.merge(other);
  if (isDict(other)) return updateFromDict(set, other);
  if (isExactTuple(other) || (other instanceof PyList && other.shape.type === listType)) return addItems(set, other);
  if (other instanceof PyRange && typeof other.length === 'number') return addItems(set, other);
  if (typeof other === 'string') return addCharacters(set, other);
  return iterate(other, (item) => (set.add(item) === EXIT ? EXIT : true));
}

/** Longer texts are not remembered. */
const MAX_REMEMBERED = 64;
/** The text whose characters were put into an empty set last; when that happens again, they are kept, to be copied: loops say `c in set("+-")`. */
let lastText = '';
let lastCharacters: PyDict | null = null;

function addCharacters(set: PySetBase, text: string): true | Exit {
  const isFirst = set.entries === null && set.table === null && text.length <= MAX_REMEMBERED;
  if (isFirst && text === lastText && lastCharacters !== null) {
    set.entries = lastCharacters.copy();
    return true;
  }
  for (let index = 0; index < text.length; index++) {
    if (--state.fuel < 0) worked(1);
    if (set.add(text[index]) === EXIT) return EXIT;
  }
  if (!isFirst) return true;
  lastCharacters = text === lastText && set.entries !== null ? set.entries.copy() : null;
  lastText = text;
  return true;
}

/** A list may change meanwhile, as under an iterator. */
function addItems(set: PySetBase, items: PyTuple | PyList | PyRange): true | Exit {
  for (let index = 0; index < (items.length as number); index++) {
    if (--state.fuel < 0) worked(1);
    const item = items instanceof PyList ? items.get(index) : items.at(index);
    if (set.add(item) === EXIT) return EXIT;
  }
  return true;
}

function updateFromDict(set: PySetBase, dict: PyDict): true | Exit {
  const first = dict.nextPosition(0);
  if (first >= 0 && isOrderly(dict.keyAt(first))) set.reserve(dict.size);
  return set.addKeys(dict);
}

/** Whether all elements of both sets are ints, which are looked up without asking for their hashes. */
function areNumbers(set: PySetBase, other: PySetBase): boolean {
  return set.table !== null && other.table !== null && set.table.hasNumbersAlone && other.table.hasNumbersAlone;
}

/** Gives `result`, which is empty, the elements of a set that are in another one, or those that are not. */
function chosen(set: PySetBase, other: PySetBase, areInOther: boolean, result: PySetBase): PySetBase {
  const table = set.table!.chosen(other.table!, areInOther);
  if (table.used > 0) result.table = table;
  return result;
}

// ── Difference ───────────────────────────────────────────────────────────────────────────────────────────────────

export function differenceUpdate(set: PySetBase, other: Value): true | Exit {
  if (other === set) {
    set.clear();
    return true;
  }
  const done = isSet(other)
    ? removeSet(set, other)
    : iterate(other, (item) => (set.delete(item) === EXIT ? EXIT : true));
  if (done !== EXIT) set.tidy();
  return done;
}

function removeSet(set: PySetBase, other: PySetBase): true | Exit {
  let removed = other;
  if (Math.floor(other.size / 8) > set.size) {
    const common = intersectionWith(set, other);
    if (common === EXIT) return EXIT;
    removed = common as PySetBase;
  }
  for (let position = removed.nextPosition(0); position >= 0; position = removed.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    if (set.deleteHashed(removed.at(position), removed.wildHashAt(position)) === EXIT) return EXIT;
  }
  return true;
}

export function differenceWith(set: PySetBase, other: Value): PySetBase | Exit {
  const isLookedUp = isSet(other) || isDict(other);
  if (!isLookedUp || Math.floor(set.size / 4) > other.size) {
    const copy = copyOf(set);
    return differenceUpdate(copy, other) === EXIT ? EXIT : copy;
  }
  const result = emptyLike(set);
  const isIn = isSet(other) ? other : asSet(other);
  if (areNumbers(set, isIn)) return chosen(set, isIn, false, result);
  for (let position = set.nextPosition(0); position >= 0; position = set.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const element = set.at(position);
    const hash = set.wildHashAt(position);
    const found = isIn.hasHashed(element, hash);
    if (found === EXIT || (found === false && result.addHashed(element, hash) === EXIT)) return EXIT;
  }
  return result;
}

/** A set of the keys of a dictionary, to look elements up in. */
function asSet(dict: PyDict): PySetBase {
  const keys = new PySet();
  keys.entries = dict;
  return keys;
}

export function difference(set: PySetBase, others: readonly Value[]): PySetBase | Exit {
  if (others.length === 0) return copyOf(set);
  const result = differenceWith(set, others[0]);
  if (result === EXIT) return EXIT;
  for (const other of others.slice(1)) if (differenceUpdate(result as PySetBase, other) === EXIT) return EXIT;
  return result;
}

// ── Intersection ─────────────────────────────────────────────────────────────────────────────────────────────────

export function intersectionWith(set: PySetBase, other: Value): PySetBase | Exit {
  if (other === set) return copyOf(set);
  const result = emptyLike(set);
  if (!isSet(other)) {
    // What is not hashable raises the plain error of its hash here, in CPython too.
    const done = iterate(other, (item) => {
      const hash = wildHash(item, null);
      if (hash === EXIT) return EXIT;
      const found = set.hasHashed(item, hash as number | bigint | undefined);
      if (found !== true) return found === EXIT ? EXIT : true;
      if (result.addHashed(item, hash as number | bigint | undefined) === EXIT) return EXIT;
      // There is no more to be found.
      return result.size < set.size;
    });
    return done === EXIT ? EXIT : result;
  }
  const isLarger = other.size > set.size;
  const many = isLarger ? other : set;
  const few = isLarger ? set : other;
  if (areNumbers(few, many)) return chosen(few, many, true, result);
  for (let position = few.nextPosition(0); position >= 0; position = few.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const element = few.at(position);
    const hash = few.wildHashAt(position);
    const found = many.hasHashed(element, hash);
    if (found === EXIT || (found === true && result.addHashed(element, hash) === EXIT)) return EXIT;
  }
  return result;
}

export function intersection(set: PySetBase, others: readonly Value[]): PySetBase | Exit {
  if (others.length === 0) return copyOf(set);
  let result: PySetBase | Exit = set;
  for (const other of others) {
    result = intersectionWith(result as PySetBase, other);
    if (result === EXIT) return EXIT;
  }
  return result;
}

export function intersectionUpdate(set: PySetBase, others: readonly Value[]): true | Exit {
  const result = intersection(set, others);
  if (result === EXIT) return EXIT;
  set.takeFrom(result as PySetBase);
  return true;
}

// ── Symmetric difference ─────────────────────────────────────────────────────────────────────────────────────────

export function symmetricDifferenceUpdate(set: PySetBase, other: Value): true | Exit {
  if (other === set) {
    set.clear();
    return true;
  }
  const distinct = isSet(other) ? other : new PySet();
  if (distinct !== other && updateSet(distinct as PySet, other) === EXIT) return EXIT;
  for (let position = distinct.nextPosition(0); position >= 0; position = distinct.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const element = distinct.at(position);
    const hash = distinct.wildHashAt(position);
    const removed = set.deleteHashed(element, hash);
    if (removed === EXIT || (removed === false && set.addHashed(element, hash) === EXIT)) return EXIT;
  }
  return true;
}

export function symmetricDifference(set: PySetBase, other: Value): PySetBase | Exit {
  const result = emptyLike(set);
  if (updateSet(result, other) === EXIT || symmetricDifferenceUpdate(result, set) === EXIT) return EXIT;
  return result;
}

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether all elements of `part` are in `whole`. */
export function isSubset(part: PySetBase, whole: PySetBase): boolean | Exit {
  if (part.size > whole.size) return false;
  for (let position = part.nextPosition(0); position >= 0; position = part.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const found = whole.hasHashed(part.at(position), part.wildHashAt(position));
    if (found !== true) return found;
  }
  return true;
}

export function isSubsetOf(set: PySetBase, other: Value): boolean | Exit {
  if (isSet(other)) return isSubset(set, other);
  const common = intersectionWith(set, other);
  return common === EXIT ? EXIT : (common as PySetBase).size === set.size;
}

/** Whether all items of `other` are in the set. */
export function isSupersetOf(set: PySetBase, other: Value): boolean | Exit {
  if (isSet(other)) return isSubset(other, set);
  return all(other, (item) => set.has(item));
}

export function isDisjoint(set: PySetBase, other: Value): boolean | Exit {
  if (other === set) return set.size === 0;
  if (isSet(other) && !other.shape.type.isHeapType) return haveNothingInCommon(set, other);
  return all(other, (item) => {
    const found = set.has(item);
    return found === EXIT ? EXIT : !found;
  });
}

function haveNothingInCommon(set: PySetBase, other: PySetBase): boolean | Exit {
  const [many, few] = other.size > set.size ? [other, set] : [set, other];
  for (let position = few.nextPosition(0); position >= 0; position = few.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const found = many.hasHashed(few.at(position), few.wildHashAt(position));
    if (found !== false) return found === EXIT ? EXIT : false;
  }
  return true;
}

function all(iterable: Value, test: (item: Value) => boolean | Exit): boolean | Exit {
  let holds = true;
  const done = iterate(iterable, (item) => {
    const result = test(item);
    if (result === EXIT) return EXIT;
    holds = result as boolean;
    return holds;
  });
  return done === EXIT ? EXIT : holds;
}
