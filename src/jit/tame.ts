/**
 * Operations of compiled code that run no Python code, or answer UNTAMED and have done nothing: then the interpreter executes the
 * instruction, with the frames in order, and the unit is made again without them. Which keys and values are tame is said in dict/keys.ts.
 */
import { DICT_SHAPE, LIST_SHAPE, TUPLE_SHAPE } from '../interpreter/displays.ts';
import { type BinaryOperator, binary } from '../objspace/arithmetic.ts';
import { contains, hashOf, isIterableByItems, itemsOf, iter, sequenceIteration } from '../objspace/operations.ts';
import { EXIT, type Exit, type PyObject, type Result, type Value } from '../objspace/object.ts';
import { readFloat, readPlace } from '../objspace/instance.ts';
import type { QuietIterator } from '../objspace/quiet-iterator.ts';
import type { Shaped } from '../objspace/shape.ts';
import { type PyType, typeOf } from '../objspace/type.ts';
import { plainLength, plainTruth } from '../interpreter/plain-length.ts';
import {
  CLASS_VALUE,
  entryOf,
  fromDictionary,
  hides,
  IN_DICTIONARY,
  METHOD,
  methodUnlessHidden,
  OWN,
  OWN_FLOAT,
  WITH_DEFAULT,
} from '../interpreter/attribute-sites.ts';
import { strFromText } from '../objspace/types/str/str.ts';
import { dictType, simpleDefaults } from '../objspace/types/dict/dict-type.ts';
import { ABSENT, PyDict, RAISED, UNTAMED as UNTAMED_POSITION } from '../objspace/types/dict/dict.ts';
import {
  advance,
  type DictIterator,
  nextKey,
  nextPair,
  nextValue,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictValueIterator,
} from '../objspace/types/dict/iterators.ts';
import { raiseKey, tameHash } from '../objspace/types/dict/keys.ts';
import { updateFromDict } from '../objspace/types/dict/update.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from '../objspace/types/dict/views.ts';
import { PyBytesIterator } from '../objspace/types/bytes/iterator.ts';
import { PyEnumerate } from '../objspace/types/enumerate.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { PyListIterator, PyReversedListIterator } from '../objspace/types/list/iterator.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { objectType } from '../objspace/types/object.ts';
import { Namespace } from '../objspace/reflection.ts';
import { mappingProxyType, type PyMappingProxy } from '../objspace/types/mapping-proxy.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import { PyReversed } from '../objspace/types/reversed.ts';
import { PyRange } from '../objspace/types/range.ts';
import { PySetIterator } from '../objspace/types/set/iterator.ts';
import { PyStrAsciiIterator, PyStrIterator } from '../objspace/types/str/iterator.ts';
import { PyTupleIterator } from '../objspace/types/tuple-iterator.ts';
import { unionWithElement, updateSet } from '../objspace/types/set/operations.ts';
import { PyZip } from '../objspace/types/zip.ts';
import { PySet, PySetBase } from '../objspace/types/set/storage.ts';
import { emptyTuple, isExactTuple, PyTuple, tupleType } from '../objspace/types/tuple.ts';
import { STRIDE, worked } from '../util/work.ts';
import { isWithin, kindOf } from './kinds.ts';
import { SIMPLE } from './quiet.ts';

class UntamedSignal {
  readonly isUntamed = true;
}
/** The operation would run Python code; nothing is done. */
export const UNTAMED = new UntamedSignal();
export type Untamed = UntamedSignal;

// ── Dictionaries and sets ────────────────────────────────────────────────────────────────────────────────────────

/**
 * Where a key was found last. A key that is looked up again in the same dictionary, as by `d[k] = d.get(k, 0) + 1`, is mostly still there: it
 * need not be the same dictionary, since the entry that holds this very key is the one that a search would find. No NaN comes here.
 */
let lastFound = 0;

/** The value of a key that was looked up before. */
export function itemAgain(dict: PyDict, key: Value): Result | Untamed {
  return lastFound < dict.end && dict.keys[lastFound] === key
    ? (dict.values[lastFound] as Value)
    : tamedItem(dict, key);
}

export function setAgain(dict: PyDict, key: Value, value: Value): true | Untamed {
  if (lastFound >= dict.end || dict.keys[lastFound] !== key) return tamedSet(dict, key, value);
  dict.replace(lastFound, value);
  return true;
}

/** The value of a key of any kind; `undefined` if there is none. */
export function tamedGet(dict: PyDict, key: Value): Value | undefined | Untamed {
  const position = dict.findTamed(key);
  if (position >= 0) {
    lastFound = position;
    return dict.values[position];
  }
  return position === UNTAMED_POSITION ? UNTAMED : undefined;
}

/** The same of a string, an int in the form of a number, or None. */
export function plainGet(dict: PyDict, key: string | number | null): Value | undefined | Untamed {
  if (dict.table !== null) return tamedGet(dict, key);
  const position = dict.findPlain(key);
  if (position < 0) return undefined;
  lastFound = position;
  return dict.values[position];
}

export function tamedItem(dict: PyDict, key: Value): Result | Untamed {
  const value = tamedGet(dict, key);
  return value === undefined ? raiseKey(key) : value;
}

/** A subscript of a `defaultdict`, which may make the value. */
export function tamedItemOrDefault(dict: PyDict, key: Value): Result | Untamed {
  const value = tamedGet(dict, key);
  if (value !== undefined) return value;
  const made = simpleDefaults.of(dict);
  return made === undefined ? UNTAMED : tamedSetDefault(dict, key, made);
}

export function plainItem(dict: PyDict, key: string | number | null): Result | Untamed {
  const value = plainGet(dict, key);
  return value === undefined ? raiseKey(key) : value;
}

export function tamedGetOr(dict: PyDict, key: Value, otherwise: Value): Value | Untamed {
  const value = tamedGet(dict, key);
  return value === undefined ? otherwise : value;
}

export function plainGetOr(dict: PyDict, key: string | number | null, otherwise: Value): Value | Untamed {
  const value = plainGet(dict, key);
  return value === undefined ? otherwise : value;
}

export function tamedSet(dict: PyDict, key: Value, value: Value): true | Untamed {
  return dict.setTamed(key, value) ? true : UNTAMED;
}

export function tamedSetDefault(dict: PyDict, key: Value, value: Value): Value | Untamed {
  const position = dict.insertTamed(key, value);
  if (position >= 0) return dict.values[position] as Value;
  return position === UNTAMED_POSITION ? UNTAMED : value;
}

export function tamedDelete(dict: PyDict, key: Value): Result | Untamed {
  const position = dict.findTamed(key);
  if (position < 0) return position === UNTAMED_POSITION ? UNTAMED : raiseKey(key);
  dict.removeAt(position);
  return true;
}

/** `dict.pop`; `otherwise` is undefined where there is no default. */
export function tamedPop(dict: PyDict, key: Value, otherwise?: Value): Result | Untamed {
  const position = dict.findTamed(key);
  if (position < 0) {
    if (position === UNTAMED_POSITION) return UNTAMED;
    return otherwise === undefined ? raiseKey(key) : otherwise;
  }
  const value = dict.values[position] as Value;
  dict.removeAt(position);
  return value;
}

export function tamedHas(dict: PyDict, key: Value): boolean | Untamed {
  const position = dict.findTamed(key);
  if (position >= 0) lastFound = position;
  return position === UNTAMED_POSITION ? UNTAMED : position >= 0;
}

export function setHas(set: PySetBase, element: Value): boolean | Untamed {
  const position = set.findTamed(element);
  return position === UNTAMED_POSITION ? UNTAMED : position >= 0;
}

/** `set.add`: None. */
export function setAdd(set: PySet, element: Value): null | Untamed {
  return set.addTamed(element) === UNTAMED_POSITION ? UNTAMED : null;
}

/** `set.discard` and `set.remove`. */
export function setDelete(set: PySet, element: Value, isRemove: boolean): null | Exit | Untamed {
  const position = set.findTamed(element);
  if (position === UNTAMED_POSITION) return UNTAMED;
  if (position >= 0) set.removeAt(position);
  else if (isRemove) return raiseKey(element);
  return null;
}

export function buildTamedSet(items: readonly Value[]): PySet | Untamed {
  const set = new PySet();
  for (const item of items) if (set.addTamed(item) === UNTAMED_POSITION) return UNTAMED;
  return set;
}

/** A set of a string or an int. */
export function setOfOne(element: string | number): PySet {
  const set = new PySet();
  set.addTamed(element);
  return set;
}

/** `set | {element}` with a string or an int. */
export function withElement(set: PySetBase, element: string | number): PySetBase | Untamed {
  return set.isWild ? UNTAMED : unionWithElement(set, element);
}

/** `{key: value, ...}`; takes both arrays over. */
export function buildTamedMap(keys: Value[], values: Value[]): PyDict | Untamed {
  const made = PyDict.ofFewStrings(keys, values);
  if (made !== undefined) return made;
  const dict = new PyDict();
  for (let index = 0; index < keys.length; index++) if (!dict.setTamed(keys[index], values[index])) return UNTAMED;
  return dict;
}

/** `{**source}`. */
export function tamedUpdate(map: PyDict, source: PyDict): true | Untamed {
  if (map.table?.isWild === true || source.table?.isWild === true) return UNTAMED;
  updateFromDict(map, source);
  return true;
}

/** `f(**source)`: the interpreter tells of keys that come twice. */
export function tamedMerge(map: PyDict, source: PyDict): true | Untamed {
  if (map.table?.isWild === true || source.table?.isWild === true) return UNTAMED;
  if (map.size > 0) {
    for (let position = source.nextPosition(0); position >= 0; position = source.nextPosition(position + 1))
      if (map.findTamed(source.keyAt(position)) !== ABSENT) return UNTAMED;
  }
  updateFromDict(map, source);
  return true;
}

/**
 * What `**kwargs` gets of a dictionary of keywords: all but those with the names of parameters. UNTAMED if one of the first `given` is among
 * them, or a key is no string.
 */
export function otherKeywords(dict: PyDict, names: readonly string[], given: number): PyDict | Untamed {
  let isAll = true;
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    const key = dict.keyAt(position);
    if (typeof key !== 'string') return UNTAMED;
    const at = names.indexOf(key);
    if (at >= 0 && at < given) return UNTAMED;
    if (at >= 0) isAll = false;
  }
  const others = dict.copy();
  if (!isAll) for (let index = given; index < names.length; index++) others.deleteStr(names[index]);
  return others;
}

/** An operator of a set or frozenset with another value, in place or not. */
export function tamedAlgebra(
  left: PySetBase,
  right: Value,
  operator: BinaryOperator,
  isInplace: boolean,
): Result | Untamed {
  if (!(right instanceof PySetBase) || right.shape.type.isHeapType || left.isWild || right.isWild) return UNTAMED;
  if (!isInplace || operator.inplace === null) return binary(left, right, operator);
  const slot = left.shape.type.slots[operator.inplace] as ((left: Value, right: Value) => Result) | undefined;
  return slot === undefined ? binary(left, right, operator) : slot(left, right);
}

/** The items of an iterable that come without running Python code; UNTAMED for any other. */
function tamedItems(iterable: Value): readonly Value[] | Untamed {
  if (iterable === null || typeof iterable !== 'object') return UNTAMED;
  if (iterable.shape === LIST_SHAPE) return (iterable as unknown as PyList).view();
  if (iterable.shape === TUPLE_SHAPE) return (iterable as unknown as PyTuple).items;
  return isTamedContainer(iterable) || isTamedIterator(iterable, 2) ? (itemsOf(iterable) as Value[]) : UNTAMED;
}

function isTamedContainer(iterable: Value): boolean {
  const isKnown =
    iterable instanceof PyDict ||
    iterable instanceof PySetBase ||
    iterable instanceof PyDictKeys ||
    iterable instanceof PyDictValues ||
    iterable instanceof PyDictItems ||
    iterable instanceof PyRange;
  return isKnown && !typeOf(iterable).isHeapType;
}

/** Whether the items come without running Python code. */
export function hasTamedItems(iterable: Value): boolean {
  if (iterable === null || typeof iterable !== 'object') return typeof iterable === 'string';
  if (iterable.shape === LIST_SHAPE || iterable.shape === TUPLE_SHAPE) return true;
  return isTamedContainer(iterable) || isTamedIterator(iterable, 2);
}

/** `list(list)`. */
export function copyOfList(list: PyList): PyList {
  if (list.length >= STRIDE) worked(list.length >> 6);
  return list.slice(0, list.length);
}

/** `tuple(list)`. */
export function tupleOfList(list: PyList): PyTuple {
  const items = list.view();
  if (items.length >= STRIDE) worked(items.length >> 6);
  if (items.length === 0) return emptyTuple;
  return new PyTuple(items.length === 2 || items.length === 3 ? items : items.slice());
}

/** `hash(tuple)`, of what hashes without Python code. */
export function tamedHash(value: Value): Value | Untamed {
  return isExactTuple(value) && hasSimpleItems(value, 3) ? (hashOf(value as Value) as Value) : UNTAMED;
}

function hasSimpleItems(tuple: PyTuple, depth: number): boolean {
  for (let index = 0; index < tuple.length; index++) {
    const item = tuple.at(index);
    if (isWithin(kindOf(item), SIMPLE)) continue;
    if (depth === 0 || !isExactTuple(item) || !hasSimpleItems(item, depth - 1)) return false;
  }
  return true;
}

/** `del list[index]`: the interpreter tells of an index that is beyond. */
export function tamedDeleteAt(list: PyList, index: number): true | Untamed {
  const { length } = list;
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) return UNTAMED;
  // The items behind it move.
  if (length - place >= STRIDE) worked((length - place) >> 6);
  list.pop(place);
  return true;
}

export function tamedListOf(iterable: Value): PyList | Untamed {
  const items = tamedItems(iterable);
  return items === UNTAMED ? UNTAMED : PyList.of((items as Value[]).slice());
}

export function tamedTupleOf(iterable: Value): PyTuple | Untamed {
  const items = tamedItems(iterable);
  return items === UNTAMED ? UNTAMED : new PyTuple((items as Value[]).slice());
}

/** A set of items whose keys are tame: looked at before the first one is added. */
export function tamedSetOf(iterable: Value): PySet | Untamed {
  const set = new PySet();
  if (iterable instanceof PySetBase || typeof iterable === 'string' || iterable instanceof PyRange) {
    if (iterable instanceof PySetBase && (iterable.isWild || typeOf(iterable as Value).isHeapType)) return UNTAMED;
    return updateSet(set, iterable as Value) === EXIT ? UNTAMED : set;
  }
  // An iterator would have moved.
  if (iterable === null || typeof iterable !== 'object' || typeOf(iterable).slots.next !== undefined) return UNTAMED;
  const items = tamedItems(iterable);
  if (items === UNTAMED) return UNTAMED;
  for (const item of items as Value[]) if (tameHash(item) === undefined) return UNTAMED;
  return updateSet(set, iterable) === EXIT ? UNTAMED : set;
}

// ── Equality and order ───────────────────────────────────────────────────────────────────────────────────────────

/** Beyond this many levels of tuples and lists the interpreter compares, which knows how deep it may go. */
const MAX_NESTING = 30;

/** Whether nothing but the object itself is equal to it. */
function isUnlikeOthers(value: PyObject): boolean {
  return value.shape.type.slots.compare === objectType.slots.compare;
}

type Numeric = number | bigint | boolean;

function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** A number as JavaScript compares it: exactly, whatever the types; `undefined` for all else. */
function numberOf(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : undefined;
}

/** Whether it is a tuple whose class, as that of named tuples, leaves comparing to `tuple`. */
function isTuple(value: Value): value is Value & PyTuple {
  if (!(value instanceof PyTuple)) return false;
  return value.shape === TUPLE_SHAPE || typeOf(value).slots.compare === tupleType.slots.compare;
}

/** `left == right`. */
export function tamedEqual(left: Value, right: Value, depth: number = 0): boolean | Untamed {
  if (isTuple(left) && isTuple(right)) return equalTuples(left, right, depth);
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  const first = numberOf(left);
  if (first !== undefined) {
    const second = numberOf(right);
    // biome-ignore lint/suspicious/noDoubleEquals: of a number and a bigint it compares the values.
    if (second !== undefined) return first == second;
  }
  if (left instanceof PyTuple && right instanceof PyTuple) return UNTAMED;
  if (left instanceof PyList && right instanceof PyList) {
    if (left.shape !== LIST_SHAPE || right.shape !== LIST_SHAPE || left.length > 1000) return UNTAMED;
    return left.length === right.length && equalItems(left.view(), right.view(), depth);
  }
  return equalToNothing(left) && equalToNothing(right) ? left === right : UNTAMED;
}

/** Values of kinds that are equal to no value of another kind, or only to themselves. */
function equalToNothing(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (value.shape === TUPLE_SHAPE || value.shape === LIST_SHAPE || value instanceof PyFloat) return true;
  return isUnlikeOthers(value);
}

function equalItems(left: readonly Value[], right: readonly Value[], depth: number): boolean | Untamed {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) {
    const same = equalItem(left[index], right[index], depth);
    if (same !== true) return same;
  }
  return true;
}

function equalTuples(left: PyTuple, right: PyTuple, depth: number): boolean | Untamed {
  const { length } = left;
  if (length !== right.length) return false;
  if (left.second === undefined) return equalItems(left.items, right.items, depth);
  for (let index = 0; index < length; index++) {
    const same = equalItem(left.at(index), right.at(index), depth);
    if (same !== true) return same;
  }
  return true;
}

function equalItem(left: Value, right: Value, depth: number): boolean | Untamed {
  if (left === right) return true;
  if (typeof left === 'number' && typeof right === 'number') return false;
  if (isSameNan(left, right)) return true;
  return depth > MAX_NESTING ? UNTAMED : tamedEqual(left, right, depth + 1);
}

/** Floats of the same bits are the same object. */
function isSameNan(left: Value, right: Value): boolean {
  return left instanceof PyFloat && right instanceof PyFloat && Object.is(left.value, right.value);
}

/** `left < right`, or `left <= right`. */
export function tamedLess(left: Value, right: Value, orEqual: boolean, depth: number = 0): boolean | Untamed {
  if (isTuple(left) && isTuple(right)) return lessTuples(left, right, orEqual, depth);
  if (typeof left === 'string' && typeof right === 'string') return orEqual ? left <= right : left < right;
  const first = numberOf(left);
  if (first !== undefined) {
    const second = numberOf(right);
    if (second === undefined) return UNTAMED;
    return orEqual ? first <= second : first < second;
  }
  if (!(left instanceof PyList) || !(right instanceof PyList)) return UNTAMED;
  if (left.shape !== LIST_SHAPE || right.shape !== LIST_SHAPE || left.length > 1000) return UNTAMED;
  return lessItems(left.view(), right.view(), orEqual, depth);
}

function lessItems(
  left: readonly Value[],
  right: readonly Value[],
  orEqual: boolean,
  depth: number,
): boolean | Untamed {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const same = equalItem(left[index], right[index], depth);
    if (same !== true) return same === UNTAMED ? UNTAMED : lessItem(left[index], right[index], orEqual, depth);
  }
  return orEqual ? left.length <= right.length : left.length < right.length;
}

function lessTuples(left: PyTuple, right: PyTuple, orEqual: boolean, depth: number): boolean | Untamed {
  const isHeld = left.second !== undefined;
  const isOtherHeld = right.second !== undefined;
  // Of all other tuples the first field is no item.
  if (isHeld && isOtherHeld) {
    const first = left.first as Value;
    const other = right.first as Value;
    if (typeof first === 'number' && typeof other === 'number' && first !== other) return first < other;
  } else if (!isHeld && !isOtherHeld) return lessItems(left.items, right.items, orEqual, depth);
  const { length } = left;
  const shorter = Math.min(length, right.length);
  for (let index = 0; index < shorter; index++) {
    const a = left.at(index);
    const b = right.at(index);
    const same = equalItem(a, b, depth);
    if (same !== true) return same === UNTAMED ? UNTAMED : lessItem(a, b, orEqual, depth);
  }
  return orEqual ? length <= right.length : length < right.length;
}

/** Of items that differ. */
function lessItem(left: Value, right: Value, orEqual: boolean, depth: number): boolean | Untamed {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  return tamedLess(left, right, orEqual, depth + 1);
}

// ── Containment and truth ────────────────────────────────────────────────────────────────────────────────────────

/** Items that are compared one by one before the work has to be counted. */
const FEW_ITEMS = 1000;

/** Whether two values that are not the same are of kinds that are equal to nothing else of their kind, as one look tells of most. */
function isAnother(left: Value, right: Value): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return typeof left === typeof right;
  return (left === null || isUnlikeOthers(left)) && (right === null || isUnlikeOthers(right));
}

/** Where the item is; -1 if it is not among them. */
function placeAmong(items: readonly Value[], item: Value): number | Untamed {
  if (items.length > FEW_ITEMS) return UNTAMED;
  for (let place = 0; place < items.length; place++) {
    const candidate = items[place];
    if (candidate === item) return place;
    if (isAnother(candidate, item)) continue;
    if (isSameNan(candidate, item)) return place;
    const same = tamedEqual(candidate, item);
    if (same !== false) return same === true ? place : UNTAMED;
  }
  return -1;
}

function amongItems(items: readonly Value[], item: Value): boolean | Untamed {
  const place = placeAmong(items, item);
  return place === UNTAMED ? UNTAMED : (place as number) >= 0;
}

/** `sequence.index(item)` of a list or tuple that has it. */
export function tamedIndex(sequence: PyList | PyTuple, item: Value): number | Untamed {
  if (sequence.length > FEW_ITEMS) return UNTAMED;
  const place = placeAmong(sequence instanceof PyTuple ? sequence.items : sequence.view(), item);
  return place === -1 ? UNTAMED : place;
}

/** `item in container`. */
export function tamedContains(container: Value, item: Value): boolean | Untamed {
  if (container === null || typeof container !== 'object') return UNTAMED;
  if (container.shape === DICT_SHAPE) return tamedHas(container as unknown as PyDict, item);
  if (container.shape === TUPLE_SHAPE) return amongItems((container as unknown as PyTuple).items, item);
  if (container.shape === mappingProxyType.instanceShape)
    return inMapping(container as unknown as PyMappingProxy, item);
  if (container instanceof PySetBase) return typeOf(container).isHeapType ? UNTAMED : setHas(container, item);
  if (container.shape === LIST_SHAPE) {
    const list = container as unknown as PyList;
    return list.length > FEW_ITEMS ? UNTAMED : amongItems(list.view(), item);
  }
  if (container instanceof PyDict)
    return container.shape.type.slots.contains === dictType.slots.contains ? tamedHas(container, item) : UNTAMED;
  if (container instanceof PyDictKeys) return tamedHas(container.dict, item);
  if (container instanceof PyRange && isNumeric(item)) return contains(container, item) as boolean;
  return container instanceof Namespace && typeof item === 'string' ? container.get(item) !== undefined : UNTAMED;
}

function inMapping({ mapping }: PyMappingProxy, item: Value): boolean | Untamed {
  if (typeof item === 'string' && mapping instanceof Namespace) return mapping.get(item) !== undefined;
  return tamedContains(mapping, item);
}

/** What a mapping proxy has under a name, of a class or a dictionary. */
export function tamedItemOfProxy({ mapping }: PyMappingProxy, key: Value): Result | Untamed {
  if (typeof key === 'string' && mapping instanceof Namespace) return mapping.get(key) ?? UNTAMED;
  const isPlain = mapping !== null && typeof mapping === 'object' && mapping.shape === DICT_SHAPE;
  return isPlain ? tamedItem(mapping as unknown as PyDict, key) : UNTAMED;
}

/** `bool(value)`. */
export function tamedTruth(value: Value): boolean | Untamed {
  return plainTruth(value) ?? UNTAMED;
}

/** `len(value)` of builtin containers. */
export function tamedLength(value: Value): number | Untamed {
  return plainLength(value) ?? UNTAMED;
}

// ── Iterators ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether asking for the next item runs no Python code. */
export function isTamedIterator(iterator: Value, depth: number): boolean {
  if (
    iterator instanceof PyListIterator ||
    iterator instanceof PyTupleIterator ||
    iterator instanceof PyRangeIterator ||
    iterator instanceof PySetIterator ||
    iterator instanceof PyDictKeyIterator ||
    iterator instanceof PyDictValueIterator ||
    iterator instanceof PyDictItemIterator ||
    iterator instanceof PyStrIterator ||
    iterator instanceof PyStrAsciiIterator ||
    iterator instanceof PyBytesIterator ||
    iterator instanceof PyReversedListIterator
  )
    return !typeOf(iterator as Value).isHeapType;
  if (depth === 0) return false;
  if (iterator instanceof PyEnumerate) return isTamedIterator(iterator.iterator, depth - 1);
  if (iterator instanceof PyZip) return iterator.iterators.every((inner) => isTamedIterator(inner, depth - 1));
  if (iterator instanceof PyReversed) return isTamedSequence(iterator.sequence);
  return isComposite(iterator) && iterator.isQuiet(isTamedIterator, depth - 1);
}

/** Whether it is a builtin iterator that says itself whether it runs Python code. */
function isComposite(iterator: Value): iterator is Value & QuietIterator {
  if (iterator === null || typeof iterator !== 'object' || iterator.shape.type.isHeapType) return false;
  return (iterator as Partial<QuietIterator>).isQuiet !== undefined;
}

function isTamedSequence(sequence: Value | undefined): boolean {
  if (sequence === undefined || typeof sequence === 'string') return true;
  return isExactTuple(sequence);
}

/** Whether `tamedNextOf` gives an item of the iterator, or tells of its end. */
export function isTamed(iterator: Value): boolean {
  return isTamedIterator(iterator, 2);
}

/** The next item of `enumerate`, `zip` or `reversed`, `undefined` at the end. */
export function tamedNext(iterator: PyEnumerate | PyZip | PyReversed): Result | undefined | Untamed {
  if (iterator instanceof PyEnumerate && iterator.iterator instanceof PyListIterator) return iterator.next();
  return isTamedIterator(iterator as unknown as Value, 3) ? iterator.next() : UNTAMED;
}

/** The same of any iterator. */
export function tamedNextOf(iterator: Value): Result | undefined | Untamed {
  // Classes of which no other derives.
  if (iterator instanceof PyListIterator || iterator instanceof PyRangeIterator) return iterator.next();
  if (iterator instanceof PyTupleIterator) return iterator.next();
  if (iterator instanceof PyDictKeyIterator) return nextKey(iterator as unknown as DictIterator);
  if (iterator instanceof PyDictValueIterator) return nextValue(iterator as unknown as DictIterator);
  if (iterator instanceof PyDictItemIterator) return nextPair(iterator as unknown as DictIterator);
  if (!isTamedIterator(iterator, 3)) return UNTAMED;
  return (typeOf(iterator).slots.next as (iterator: Value) => Result | undefined)(iterator);
}

/** The iterator of a builtin container or text, or of an object that is one by its `__getitem__`. */
export function tamedIter(iterable: Value): Value | Untamed {
  const isText = typeof iterable === 'string';
  if (!isText && (iterable === null || typeof iterable !== 'object')) return UNTAMED;
  if (!isText && iterable.shape.type.isHeapType) return iteratorByItems(iterable);
  const isKnown =
    isText ||
    iterable instanceof PyList ||
    iterable instanceof PyTuple ||
    iterable instanceof PyDict ||
    iterable instanceof PySetBase ||
    iterable instanceof PyRange ||
    iterable instanceof PyDictKeys ||
    iterable instanceof PyDictValues ||
    iterable instanceof PyDictItems;
  return isKnown ? (iter(iterable) as Value) : UNTAMED;
}

function iteratorByItems(object: Value & object): Value | Untamed {
  const { type } = object.shape;
  return type.slots.iter === undefined && isIterableByItems(type) ? sequenceIteration.newIterator(object) : UNTAMED;
}

/** The position of the next entry of a dictionary, negative at the end. */
export function nextPosition(iterator: DictIterator): number | Exit {
  const position = advance(iterator);
  return position === RAISED ? EXIT : position;
}

// ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────────

/** An attribute that the object has itself, or its class as a value. */
export function tamedAttribute(object: Value, name: string): Value | Untamed {
  if (object === null || typeof object !== 'object') return UNTAMED;
  const entry = entryOf(object.shape, name);
  if (entry.kind === CLASS_VALUE) return entry.value;
  if (entry.kind === OWN_FLOAT) return readFloat(object as unknown as Shaped, entry.place);
  if (entry.kind === IN_DICTIONARY || entry.kind === WITH_DEFAULT)
    return fromDictionary(object as unknown as Shaped, name, entry) ?? UNTAMED;
  const value = entry.kind === OWN ? readPlace(object as unknown as Shaped, entry.place) : undefined;
  return value === undefined ? UNTAMED : value;
}

/** The function of the object's class. */
export function tamedMethod(object: Value, name: string): Value | Untamed {
  if (object === null || typeof object !== 'object') return UNTAMED;
  const entry = entryOf(object.shape, name);
  if (entry.kind === METHOD) return entry.value;
  const found = methodUnlessHidden(object.shape, name);
  return found === undefined || hides(object, name) ? UNTAMED : found;
}

export function nameOfClass(cls: PyType): Value {
  return strFromText(cls.name);
}
