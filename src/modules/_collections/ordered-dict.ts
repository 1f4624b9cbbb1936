/**
 * `collections.OrderedDict`. Every dictionary keeps its order; this one compares it, moves entries to either end, and notices any change of
 * its keys during iteration.
 */
import { dictionarySetter } from '../../objspace/types/dictionary-setter.ts';
import { keyOfKeyword } from '../../objspace/gateway/odd-keywords.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, callSpecial, getItem, iterate, itemsOf, setItem } from '../../objspace/operations.ts';
import { enterRepr, leaveRepr } from '../../objspace/repr-guard.ts';
import { type CompareOperator, EQ, NE } from '../../objspace/slots.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { ABSENT, isSameKey, PyDict, RAISED } from '../../objspace/types/dict/dict.ts';
import { dictsEqual, dictType, reprEntries, setDefault } from '../../objspace/types/dict/dict-type.ts';
import { raiseKey } from '../../objspace/types/dict/keys.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { reduction } from '../../objspace/types/object.ts';
import { strFromText } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { OrderedIterator, PyOrderedItems, PyOrderedKeys, PyOrderedValues } from './ordered-views.ts';
import { fillOrdered } from './ordered-update.ts';

export class PyOrderedDict extends PyDict {
  /** Attributes: an OrderedDict has a `__dict__`. */
  attributes: PyDict | null;

  constructor() {
    super();
    this.attributes = null;
  }
}

const isExact = (self: PyOrderedDict): boolean => self.shape === orderedDictType.instanceShape;

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function orderedRepr(self: PyOrderedDict): Result {
  const { name } = self.shape.type;
  if (self.size === 0) return `${name}()`;
  if (!enterRepr(self)) return '...';
  const entries = isExact(self) ? reprEntries(self) : reprItems(self);
  leaveRepr(self);
  return entries === EXIT ? EXIT : strFromText(`${name}({${entries as string}})`);
}

/** A subclass may have taken over `items`. */
function reprItems(self: PyOrderedDict): string | Exit {
  const method = getAttribute(self, 'items');
  const view = method === EXIT ? EXIT : call(method as Value, []);
  const items = view === EXIT ? EXIT : itemsOf(view as Value);
  if (items === EXIT) return EXIT;
  const shown = new PyDict();
  for (const item of items as Value[]) {
    const pair = itemsOf(item);
    if (pair === EXIT) return EXIT;
    const [key, value] = pair as Value[];
    if (shown.set(key, value) === EXIT) return EXIT;
  }
  return reprEntries(shown);
}

/** Dictionaries with an order compare it; with a plain dictionary it does not count. */
function orderedCompare(self: PyOrderedDict, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyDict) || (operator !== EQ && operator !== NE)) return NotImplemented;
  const same = dictsEqual(self, other);
  if (same === EXIT) return EXIT;
  const ordered = same === true && other instanceof PyOrderedDict ? sameOrder(self, other) : same;
  return ordered === EXIT ? EXIT : ordered === (operator === EQ);
}

function sameOrder(left: PyDict, right: PyDict): boolean | Exit {
  const { version } = left;
  const rightVersion = right.version;
  let position = left.nextPosition(0);
  let other = right.nextPosition(0);
  while (position >= 0 && other >= 0) {
    const same = isSameKey(left.keyAt(position), right.keyAt(other));
    if (same === EXIT) return EXIT;
    if (left.version !== version || right.version !== rightVersion) {
      return raise('RuntimeError', 'OrderedDict mutated during iteration');
    }
    if (!same) return false;
    position = left.nextPosition(position + 1);
    other = right.nextPosition(other + 1);
  }
  return position === other;
}

function copyOrdered(self: PyOrderedDict): Result {
  if (isExact(self)) {
    const copy = new PyOrderedDict();
    copy.copyEntries(self);
    return copy;
  }
  const copy = call(self.shape.type, []);
  if (copy === EXIT) return EXIT;
  const done = iterate(self, (key) => {
    const value = getItem(self, key);
    return value === EXIT ? EXIT : setItem(copy as Value, key, value as Value);
  });
  return done === EXIT ? EXIT : copy;
}

function or(left: Value, right: Value): Result {
  const self = left instanceof PyOrderedDict ? left : right;
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const merged = call(typeOf(self), [left]);
  if (merged === EXIT || fillOrdered(merged as Value, right) === EXIT) return EXIT;
  return merged;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

function moveToEnd(self: PyOrderedDict, key: Value, isLast: boolean): Result {
  const position = self.find(key);
  if (position < 0) return position === RAISED ? EXIT : raiseKey(key);
  if (isLast) self.moveToEnd(position);
  else self.moveToFront(position);
  return null;
}

function popItem(self: PyOrderedDict, isLast: boolean): Result {
  if (self.size === 0) return raise('KeyError', 'dictionary is empty');
  const position = isLast ? self.lastPosition() : self.nextPosition(0);
  const key = self.keyAt(position);
  const value = self.valueAt(position);
  self.removeAt(position);
  return new PyTuple([key, value]);
}

function pop(self: PyOrderedDict, key: Value, fallback: Value | undefined): Result {
  const position = self.find(key);
  if (position >= 0) {
    const value = self.valueAt(position);
    self.removeAt(position);
    return value;
  }
  if (position === RAISED) return EXIT;
  return fallback === undefined ? raiseKey(key) : fallback;
}

function setDefaultOrdered(self: PyOrderedDict, key: Value, value: Value): Result {
  if (isExact(self)) return setDefault(self, key, value);
  const position = self.find(key);
  if (position >= 0) return getItem(self, key);
  if (position === RAISED || setItem(self, key, value) === EXIT) return EXIT;
  return position === ABSENT ? value : EXIT;
}

function fromKeys(cls: Value, iterable: Value, value: Value): Result {
  const made = call(cls, []);
  if (made === EXIT) return EXIT;
  const done = iterate(iterable, (key) => setItem(made as Value, key, value));
  return done === EXIT ? EXIT : made;
}

function reduce(self: PyOrderedDict): Result {
  const state = reduction.stateOf(self);
  const method = state === EXIT ? EXIT : getAttribute(self, 'items');
  const view = method === EXIT ? EXIT : call(method as Value, []);
  const iterator = view === EXIT ? EXIT : callSpecial(view as Value, '__iter__', []);
  if (iterator === EXIT) return EXIT;
  return new PyTuple([self.shape.type, new PyTuple([]), state as Value, null, iterator as Value]);
}

function updateMethod(self: PyOrderedDict, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  if (args.length > 1) return raiseTypeError(`update() takes at most 1 positional argument (${args.length} given)`);
  if (args.length === 1 && fillOrdered(self, args[0]) === EXIT) return EXIT;
  for (const [name, value] of keywords) if (setItem(self, keyOfKeyword(name), value) === EXIT) return EXIT;
  return null;
}

function init(self: PyOrderedDict, args: Value[], keywords: readonly string[] | null): true | Exit {
  const count = args.length - (keywords?.length ?? 0);
  if (count > 1) return raiseTypeError(`expected at most 1 argument, got ${count}`);
  const named = new Map<string, Value>();
  keywords?.forEach((keyword, index) => {
    named.set(keyword, args[count + index]);
  });
  return updateMethod(self, args.slice(0, count), named) === EXIT ? EXIT : true;
}

function defineMethods(type: TypeBuilder<PyOrderedDict>): void {
  type.classMethod(
    'fromkeys(cls, /, iterable, value=None)',
    'Create a new ordered dictionary with keys from iterable and values set to value.',
    fromKeys,
  );
  type.method('__sizeof__(self, /)', null, (self) => 128 + self.size * 96);
  type.method('__reduce__(self, /)', 'Return state information for pickling', reduce);
  type.method(
    'setdefault(self, /, key, default=None)',
    'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
    setDefaultOrdered,
  );
  type.method(
    'pop(self, /, key, default=<absent>)',
    'od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
    pop,
  );
  type.method(
    'popitem(self, /, last: bool = True)',
    'Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if\nfalse.',
    popItem,
  );
  type.method('keys(self, /)', null, (self) => new PyOrderedKeys(self));
  type.method('values(self, /)', null, (self) => new PyOrderedValues(self));
  type.method('items(self, /)', null, (self) => new PyOrderedItems(self));
  type.method('@update(self, /, *args, **kwargs)', null, updateMethod);
  type.method('clear(self, /)', 'Remove all items from ordered dict.', (self) => self.clear() ?? null);
  type.method('copy(self, /)', 'A shallow copy of ordered dict.', copyOrdered);
  type.method(
    '__reversed__(self, /)',
    'od.__reversed__() <==> reversed(od)',
    (self) => new OrderedIterator(self, 'keys', true),
  );
  type.method(
    'move_to_end(self, /, key, last: bool = True)',
    'Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.',
    moveToEnd,
  );
}

export const orderedDictType: PyType = builtinType<PyOrderedDict>('OrderedDict', {
  base: dictType,
  layout: PyOrderedDict as never,
  module: 'collections',
  doc: 'Dictionary that remembers insertion order',
  dictionary: (self: PyOrderedDict, create) => {
    if (self.attributes === null && create) self.attributes = new PyDict();
    return self.attributes;
  },
  slots: {
    new: (cls: PyType) => (cls === orderedDictType ? new PyOrderedDict() : adopt(new PyOrderedDict(), cls)),
    init,
    repr: orderedRepr,
    iter: (self: PyOrderedDict) => new OrderedIterator(self, 'keys', false),
    compare: orderedCompare,
    setItem: (self: PyOrderedDict, key, value) => dictType.slots.setItem!(self, key, value),
    bitOr: or,
    rbitOr: (self: Value, other: Value) => or(other, self),
    inplaceBitOr: (self: PyOrderedDict, other) => (fillOrdered(self, other) === EXIT ? EXIT : self),
  },
  define(type) {
    // It inherits that of dict.
    type.type.namespace.delete('__new__');
    defineMethods(type);
    type.getset(
      '__dict__',
      null,
      (self) => (self.attributes ??= new PyDict()),
      dictionarySetter((self, dict) => {
        self.attributes = dict;
      }),
    );
  },
});
