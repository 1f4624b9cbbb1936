/** The type `dict`: construction, operators and methods. Entries are in dict.ts, views and iterators in files of their own. */
import { refuseOdd } from '../../gateway/odd-keywords.ts';
import { Joiner } from '../../../util/joiner.ts';
import { poll } from '../../safepoint.ts';
import { sizeOfType } from '../sizes.ts';
import { state } from '../../state.ts';
import { error, raise } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { callSpecial, fastItems, repr } from '../../operations.ts';
import { enterRepr, leaveRepr } from '../../repr-guard.ts';
import { type CompareOperator, EQ, NE } from '../../slots.ts';
import type { PyType } from '../../type.ts';
import { newGenericAlias } from '../generic-alias.ts';
import { MAX_ROOM, roomFor } from '../list/kinds.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object.ts';
import { strFromText, textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';
import { ABSENT, isSameKey, PyDict, RAISED } from './dict.ts';
import { itemPart, iterKeys, reverseKeys } from './iterators.ts';
import { raiseKey } from './keys.ts';
import { fromKeys, isPlainDict, update, updateFromArguments, updateFromDict } from './update.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from './views.ts';
import { STRIDE, worked, REPR_WORK } from '../../../util/work.ts';

function newDict(cls: PyType): Result {
  return cls === dictType ? new PyDict() : adopt(new PyDict(), cls);
}

/** `self[key]`, with `__missing__` of subclasses. */
export function getDictItem(self: PyDict, key: Value): Result {
  const position = self.find(key);
  if (position >= 0) return self.values[position] as Value;
  return position === RAISED ? EXIT : missing(self, key);
}

/**
 * Set by the type `defaultdict`: the value that a dictionary makes for any missing key, where that runs no Python code; `undefined` of all
 * others. The caller stores it.
 */
export const simpleDefaults = { of: (_dict: PyDict): Value | undefined => undefined };

function missing(self: PyDict, key: Value): Result {
  const type = self.shape.type;
  if (type !== dictType && type !== (objectType as PyType)) {
    const made = simpleDefaults.of(self);
    if (made !== undefined) return setDefault(self, key, made);
    const result = callSpecial(self, '__missing__', [key]);
    if (result !== undefined) return result;
  }
  return raiseKey(key);
}

export function setDictItem(self: PyDict, key: Value, value: Value | undefined): true | Exit {
  if (value !== undefined) return self.set(key, value);
  const found = self.delete(key);
  return found === true ? true : found === EXIT ? EXIT : raiseKey(key);
}

function dictRepr(self: PyDict): Result {
  if (self.size === 0) return '{}';
  if (!enterRepr(self)) return '{...}';
  const text = reprEntries(self);
  leaveRepr(self);
  return text === EXIT ? EXIT : strFromText(`{${text as string}}`);
}

/** `key: value` between commas; showing an entry may change the dictionary. */
export function reprEntries(self: PyDict): string | Exit {
  const joiner = new Joiner(', ');
  for (let position = self.nextPosition(0); position >= 0; position = self.nextPosition(position + 1)) {
    if (poll(2 * REPR_WORK) === EXIT) return EXIT;
    const key = self.keyAt(position);
    const value = self.valueAt(position);
    const keyText = repr(key);
    const valueText = keyText === EXIT ? EXIT : repr(value);
    if (valueText === EXIT) return EXIT;
    joiner.add(`${textOf(keyText as Value)}: ${textOf(valueText as Value)}`);
  }
  return joiner.finish();
}

function dictCompare(self: PyDict, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyDict) || (operator !== EQ && operator !== NE)) return NotImplemented;
  const same = dictsEqual(self, other);
  return same === EXIT ? EXIT : same === (operator === EQ);
}

/** Whether both have the same string or int at a position: most that are compared have been made alike. */
function hasSameAt(left: PyDict, right: PyDict, position: number): boolean {
  const key = left.keys[position];
  return (typeof key === 'string' || typeof key === 'number') && position < right.end && right.keys[position] === key;
}

export function dictsEqual(left: PyDict, right: PyDict): boolean | Exit {
  if (left.size !== right.size) return false;
  for (let position = left.nextPosition(0); position >= 0; position = left.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    const value = left.valueAt(position);
    const found = hasSameAt(left, right, position) ? position : right.findKeyOf(left, position, 'dict key');
    if (found < 0) return found === RAISED ? EXIT : false;
    const same = isSameKey(value, right.valueAt(found));
    if (same !== true) return same;
  }
  return true;
}

function dictOr(left: Value, right: Value): Result {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const merged = left.copy();
  return update(merged, right) === EXIT ? EXIT : merged;
}

function pop(self: PyDict, key: Value, fallback: Value | undefined): Result {
  const position = self.size === 0 ? ABSENT : self.find(key);
  if (position < 0) {
    if (position === RAISED) return EXIT;
    return fallback === undefined ? raiseKey(key) : fallback;
  }
  const value = self.valueAt(position);
  self.removeAt(position);
  return value;
}

function popItem(self: PyDict): Result {
  if (self.size === 0) return raise('KeyError', 'popitem(): dictionary is empty');
  const position = self.lastPosition();
  const item = new PyTuple([self.keyAt(position), self.valueAt(position)]);
  self.removeAt(position);
  return item;
}

export function setDefault(self: PyDict, key: Value, value: Value): Result {
  const position = self.insert(key, value, 'dict key');
  if (position >= 0) return self.valueAt(position);
  return position === RAISED ? EXIT : value;
}

export const dictType: PyType = builtinType<PyDict>('dict', {
  base: objectType,
  layout: PyDict as never,
  pattern: 'mapping',
  doc: `
    dict() -> new empty dictionary
    dict(mapping) -> new dictionary initialized from a mapping object's
        (key, value) pairs
    dict(iterable) -> new dictionary initialized as if via:
        d = {}
        for k, v in iterable:
            d[k] = v
    dict(**kwargs) -> new dictionary initialized with the name=value pairs
        in the keyword argument list.  For example:  dict(one=1, two=2)
  `,
  slots: {
    repr: dictRepr,
    new: newDict,
    init: (self: PyDict, args, keywords) => updateFromArguments(self, 'dict', args, keywords),
    iter: (self: PyDict) => iterKeys(self),
    len: (self: PyDict) => self.size,
    contains: (self: PyDict, key) => self.has(key),
    getItem: getDictItem,
    setItem: setDictItem,
    compare: dictCompare,
    bitOr: dictOr,
    rbitOr: (self: PyDict, other) => dictOr(other, self),
    inplaceBitOr: (self: PyDict, other) => (update(self, other) === EXIT ? EXIT : self),
  },
  define(dict) {
    dict.method(
      '__contains__(self, key, /)',
      'True if the dictionary has the specified key, else False.',
      (self, key) => self.has(key),
    );
    dict.method('__getitem__(self, key, /)', 'Return self[key].', getDictItem);
    dict.method('__sizeof__(self, /)', 'Return the size of the dict in memory, in bytes.', (self) =>
      sizeInMemory(self),
    );
    dict.method(
      'get(self, key, default=None, /)',
      'Return the value for key if key is in the dictionary, else default.',
      (self, key, fallback) => {
        const position = self.find(key);
        if (position >= 0) return self.values[position] as Value;
        return position === RAISED ? EXIT : fallback;
      },
    );
    dict.method(
      'setdefault(self, key, default=None, /)',
      'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
      setDefault,
    );
    dict.method(
      'pop(self, key, default=<absent>, /)',
      'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
      pop,
    );
    dict.method(
      'popitem(self, /)',
      'Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.',
      popItem,
    );
    dict.method(
      'keys(self, /)',
      "Return a set-like object providing a view on the dict's keys.",
      (self) => new PyDictKeys(self),
    );
    dict.method(
      'items(self, /)',
      "Return a set-like object providing a view on the dict's items.",
      (self) => new PyDictItems(self),
    );
    dict.method(
      'values(self, /)',
      "Return an object providing a view on the dict's values.",
      (self) => new PyDictValues(self),
    );
    dict.method(
      '@update(self, /, *args, **kwargs)',
      'D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]',
      (self, args, kwargs) => {
        if (args.length > 1) throw error('TypeError', `update expected at most 1 argument, got ${args.length}`);
        if (args.length === 1 && update(self, args[0]) === EXIT) return EXIT;
        for (const name of kwargs.keys()) refuseOdd(name);
        for (const [name, value] of kwargs) self.setStr(name, value);
        return null;
      },
    );
    dict.classMethod(
      'fromkeys(cls, iterable, value=None, /)',
      'Create a new dictionary with keys from iterable and values set to value.',
      fromKeys,
    );
    dict.method('clear(self, /)', 'Remove all items from the dict.', (self) => self.clear() ?? null);
    dict.method('copy(self, /)', 'Return a shallow copy of the dict.', (self) => copyDict(self));
    dict.method('__reversed__(self, /)', 'Return a reverse iterator over the dict keys.', (self) => reverseKeys(self));
    dict.classMethod(
      '__class_getitem__(cls, object, /)',
      'dicts are generic over two types, signifying (respectively) the types of their keys and values',
      newGenericAlias,
    );
  },
});

/** `self.copy()`: always a plain dictionary. */
export function copyDict(self: PyDict): PyDict {
  const copy = new PyDict();
  if (self.size > 0) updateFromDict(copy, self);
  return copy;
}

/** As CPython would need: a header, an index of a power of two, two thirds as many entries. */
function sizeInMemory(self: PyDict): number {
  const { basic } = sizeOfType(self.shape.type);
  if (self.size === 0) return basic;
  let capacity = 8;
  while (capacity * 2 < self.size * 3) capacity *= 2;
  const indexWidth = capacity <= 256 ? 1 : capacity <= 65536 ? 2 : 4;
  const entryWidth = self.strKeys().length === self.size ? 16 : 24;
  return basic + 32 + capacity * indexWidth + Math.floor((capacity * 2) / 3) * entryWidth;
}

// ── Items at once ────────────────────────────────────────────────────────────────────────────────────────────────

const otherItems = fastItems.of;

/** Views, and dictionaries whose iteration nobody has redefined, give their parts without an iterator. */
fastItems.of = (iterable) => {
  const items = otherItems(iterable);
  if (items !== undefined) return items;
  if (iterable instanceof PyDictItems) return pairsOf(iterable.dict);
  if (iterable instanceof PyDictValues) return partsOf(iterable.dict, iterable.dict.values);
  if (iterable instanceof PyDictKeys) return partsOf(iterable.dict, iterable.dict.keys);
  return isPlainDict(iterable) ? partsOf(iterable, iterable.keys) : undefined;
};

/** Keys or values without holes. */
function partsOf(dict: PyDict, parts: readonly (Value | undefined)[]): Value[] {
  if (dict.size >= STRIDE) worked(dict.size);
  const present = parts.slice(dict.first, dict.end);
  return (present.length === dict.size ? present : present.filter((part) => part !== undefined)) as Value[];
}

function pairsOf(dict: PyDict): Value[] {
  return dict.size === 0 || dict.size > MAX_ROOM ? manyPairs(dict) : fewPairs(dict);
}

/** An array that grows from nothing has room for seventeen. */
function fewPairs(dict: PyDict): Value[] {
  const pairs = roomFor(dict.size);
  let position = -1;
  for (let index = 0; index < pairs.length; index++) {
    position = dict.nextPosition(position + 1);
    pairs[index] = itemPart(dict, position);
  }
  return pairs;
}

function manyPairs(dict: PyDict): Value[] {
  const pairs: Value[] = [];
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    if (--state.fuel < 0) worked(1);
    pairs.push(itemPart(dict, position));
  }
  return pairs;
}
