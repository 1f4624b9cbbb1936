/** The types `set` and `frozenset`: construction, operators and methods. Elements are in storage.ts, the algebra in operations.ts. */
import { raise, raiseTypeError } from '../../exception.ts';
import { orderlyTypes } from './element-hash.ts';
import { builtinType, type TypeBuilder } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { fastItems, hashOf, typeName } from '../../operations.ts';
import { enterRepr, leaveRepr } from '../../repr-guard.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE, type Slots } from '../../slots.ts';
import { type PyType, typeOf } from '../../type.ts';
import { raiseKey } from '../dict/keys.ts';
import { RAISED } from '../dict/dict.ts';
import { newGenericAlias } from '../generic-alias.ts';
import { PyList } from '../list/list.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType, reduction } from '../object.ts';
import { strFromText } from '../str/str.ts';
import { reprItems } from '../sequences.ts';
import { PyTuple } from '../tuple.ts';
import { frozenHash } from './frozen-hash.ts';
import { PySetIterator } from './iterator.ts';
import * as algebra from './operations.ts';
import { PyFrozenSet, PySet, PySetBase } from './storage.ts';

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

function initSet(self: PySet, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords !== null) return raiseTypeError('set() takes no keyword arguments');
  if (args.length > 1)
    return raiseTypeError(`${typeName(self as Value)} expected at most 1 argument, got ${args.length}`);
  if (self.size > 0) self.clear();
  return args.length === 0 ? true : algebra.updateSet(self, args[0]);
}

function newFrozenSet(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const takesKeywords = cls !== frozensetType && cls.slots.init !== frozensetType.slots.init;
  if (keywords !== null && !takesKeywords) return raiseTypeError('frozenset() takes no keyword arguments');
  const count = keywords === null ? args.length : args.length - keywords.length;
  if (count > 1) return raiseTypeError(`${cls.errorName} expected at most 1 argument, got ${count}`);
  if (cls === frozensetType && count === 1 && isExactFrozen(args[0])) return args[0];
  const set = new PyFrozenSet();
  if (count === 1 && algebra.updateSet(set, args[0]) === EXIT) return EXIT;
  return cls === frozensetType ? set : adopt(set, cls);
}

const isExactFrozen = (value: Value): boolean =>
  value instanceof PyFrozenSet && value.shape === frozensetType.instanceShape;

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function setRepr(self: PySetBase): Result {
  const { name } = self.shape.type;
  if (self.size === 0) return `${name}()`;
  if (!enterRepr(self)) return `${name}(...)`;
  const items = reprItems(self.toArray());
  leaveRepr(self);
  if (items === EXIT) return EXIT;
  const body = `{${items as string}}`;
  return strFromText(self.shape === setType.instanceShape ? body : `${name}(${body})`);
}

function setCompare(self: PySetBase, other: Value, operator: CompareOperator): Result {
  if (!algebra.isSet(other)) return NotImplemented;
  switch (operator) {
    case EQ:
      return self.size === other.size && algebra.isSubset(self, other);
    case NE: {
      const same = self.size === other.size && algebra.isSubset(self, other);
      return same === EXIT ? EXIT : !same;
    }
    case LT:
      return self.size < other.size && algebra.isSubset(self, other);
    case LE:
      return algebra.isSubset(self, other);
    case GT:
      return self.size > other.size && algebra.isSubset(other, self);
    case GE:
      return algebra.isSubset(other, self);
  }
}

/** A set is looked up among the elements as the frozenset that equals it. */
function asElement(value: Value): Value {
  if (!(value instanceof PySet) || typeOf(value).slots.hash !== undefined) return value;
  const frozen = new PyFrozenSet();
  frozen.merge(value);
  return frozen;
}

function setContains(self: PySetBase, element: Value): boolean | Exit {
  return self.has(asElement(element));
}

function unionOf(self: PySetBase, others: readonly Value[]): Result {
  const result = algebra.copyOf(self);
  for (const other of others) if (other !== self && algebra.updateSet(result, other) === EXIT) return EXIT;
  return result;
}

type Algebra = (left: PySetBase, right: PySetBase) => Result;

function operator(operation: Algebra) {
  return (left: Value, right: Value): Result =>
    algebra.isSet(left) && algebra.isSet(right) ? operation(left, right) : NotImplemented;
}

function inplace(change: (set: PySetBase, other: PySetBase) => true | Exit) {
  return (self: PySetBase, other: Value): Result => {
    if (!algebra.isSet(other)) return NotImplemented;
    return change(self, other) === EXIT ? EXIT : self;
  };
}

const or = operator((left, right) => unionOf(left, [right]));
const and = operator(algebra.intersectionWith);
const subtract = operator(algebra.differenceWith);
const xor = operator(algebra.symmetricDifference);
const reflected = (operation: (left: Value, right: Value) => Result) => (self: Value, other: Value) =>
  operation(other, self);

const SHARED_SLOTS: Partial<Slots> = {
  repr: setRepr,
  iter: (self: PySetBase) => new PySetIterator(self),
  len: (self: PySetBase) => self.size,
  contains: setContains,
  compare: setCompare,
  subtract,
  rsubtract: reflected(subtract),
  bitAnd: and,
  rbitAnd: reflected(and),
  bitOr: or,
  rbitOr: reflected(or),
  bitXor: xor,
  rbitXor: reflected(xor),
};

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** As CPython would need: eight elements in the object itself, a table of its own for more. */
function sizeInMemory(self: PySetBase): number {
  let capacity = self.table === null ? 8 : self.table.elements.length;
  if (self.table === null) while (self.size * 5 >= (capacity - 1) * 3) capacity *= 2;
  return capacity > 8 ? 200 + capacity * 16 : 200;
}

function defineShared(type: TypeBuilder<PySetBase>): void {
  type.method('__contains__(self, object, /)', 'x.__contains__(y) <==> y in x.', setContains);
  type.method('__reduce__(self, /)', 'Return state information for pickling.', (self) => {
    const state = reduction.stateOf(self);
    return state === EXIT
      ? EXIT
      : new PyTuple([self.shape.type, new PyTuple([PyList.of(self.toArray())]), state as Value]);
  });
  type.method('__sizeof__(self, /)', 'S.__sizeof__() -> size of S in memory, in bytes.', sizeInMemory);
  type.method(
    'difference(self, /, *others)',
    'Return a new set with elements in the set that are not in the others.',
    algebra.difference,
  );
  type.method(
    'intersection(self, /, *others)',
    'Return a new set with elements common to the set and all others.',
    algebra.intersection,
  );
  type.method('isdisjoint(self, other, /)', 'Return True if two sets have a null intersection.', algebra.isDisjoint);
  type.method('issubset(self, other, /)', 'Report whether another set contains this set.', algebra.isSubsetOf);
  type.method('issuperset(self, other, /)', 'Report whether this set contains another set.', algebra.isSupersetOf);
  type.method(
    'symmetric_difference(self, other, /)',
    'Return a new set with elements in either the set or other but not both.',
    algebra.symmetricDifference,
  );
  type.method('union(self, /, *others)', 'Return a new set with elements from the set and all others.', unionOf);
}

const REMOVE_DOC =
  'Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.';
const DISCARD_DOC =
  'Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.';

function defineMutation(type: TypeBuilder<PySet>): void {
  const none = (done: boolean | Exit): Result => (done === EXIT ? EXIT : null);
  type.method(
    'add(self, object, /)',
    'Add an element to a set.\n\nThis has no effect if the element is already present.',
    (self, element) => none(self.add(element)),
  );
  type.method('clear(self, /)', 'Remove all elements from this set.', (self) => {
    self.clear();
    return null;
  });
  type.method('discard(self, object, /)', DISCARD_DOC, (self, element) => none(self.delete(asElement(element))));
  type.method('remove(self, object, /)', REMOVE_DOC, (self, element) => {
    const position = self.find(asElement(element));
    if (position < 0) return position === RAISED ? EXIT : raiseKey(element);
    self.removeAt(position);
    return null;
  });
  type.method(
    'pop(self, /)',
    'Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.',
    (self) => (self.size === 0 ? raise('KeyError', 'pop from an empty set') : self.pop()),
  );
  type.method('update(self, /, *others)', 'Update the set, adding elements from all others.', (self, others) =>
    each(self, others, algebra.updateSet),
  );
  type.method(
    'difference_update(self, /, *others)',
    'Update the set, removing elements found in others.',
    (self, others) => each(self, others, algebra.differenceUpdate),
  );
  type.method(
    'intersection_update(self, /, *others)',
    'Update the set, keeping only elements found in it and all others.',
    (self, others) => none(algebra.intersectionUpdate(self, others)),
  );
  type.method(
    'symmetric_difference_update(self, other, /)',
    'Update the set, keeping only elements found in either set, but not in both.',
    (self, other) => none(algebra.symmetricDifferenceUpdate(self, other)),
  );
}

function each(self: PySet, others: readonly Value[], change: (set: PySet, other: Value) => true | Exit): Result {
  for (const other of others) if (change(self, other) === EXIT) return EXIT;
  return null;
}

// ── Types ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const setType: PyType = builtinType<PySet>('set', {
  base: objectType,
  layout: PySet,
  signature: '(iterable=(), /)',
  doc: 'Build an unordered collection of unique elements.',
  slots: {
    ...SHARED_SLOTS,
    new: (cls: PyType) => (cls === setType ? new PySet() : adopt(new PySet(), cls)),
    init: initSet,
    inplaceSubtract: inplace(algebra.differenceUpdate),
    inplaceBitAnd: inplace((self, other) => algebra.intersectionUpdate(self, [other])),
    inplaceBitOr: inplace(algebra.updateSet),
    inplaceBitXor: inplace(algebra.symmetricDifferenceUpdate),
  },
  define(type) {
    defineShared(type);
    defineMutation(type);
    type.method('copy(self, /)', 'Return a shallow copy of a set.', algebra.copyOf);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'sets are generic over the type of their elements',
      newGenericAlias,
    );
  },
});

export const frozensetType: PyType = builtinType<PyFrozenSet>('frozenset', {
  base: objectType,
  layout: PyFrozenSet,
  signature: '(iterable=(), /)',
  doc: 'Build an immutable unordered collection of unique elements.',
  slots: {
    ...SHARED_SLOTS,
    new: newFrozenSet,
    hash: (self: PyFrozenSet) => {
      if (self.knownHash !== undefined) return self.knownHash;
      const hash = frozenHash(self, hashOf);
      if (hash !== EXIT) self.knownHash = hash as number | bigint;
      return hash;
    },
  },
  define(type) {
    defineShared(type);
    type.method('copy(self, /)', 'Return a shallow copy of a set.', (self) =>
      isExactFrozen(self) ? self : algebra.copyOf(self),
    );
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'frozensets are generic over the type of their elements',
      newGenericAlias,
    );
  },
});

const otherItems = fastItems.of;

/** Sets whose iteration nobody has redefined give their elements without an iterator. */
fastItems.of = (iterable) => {
  const items = otherItems(iterable);
  if (items !== undefined || !(iterable instanceof PySetBase)) return items;
  return typeOf(iterable).slots.iter === SHARED_SLOTS.iter ? iterable.toArray() : undefined;
};

orderlyTypes.set(frozensetType, ({ entries }: PyFrozenSet) => entries === null);

export { PyFrozenSet, PySet };
