/** `dict.keys()`, `dict.items()`, `dict.values()`: windows on a dictionary; those of keys and items behave as sets. */
import { Joiner } from '../../../util/joiner.ts';
import { REPR_WORK } from '../../../util/work.ts';
import { poll } from '../../safepoint.ts';
import { builtinType, type TypeBuilder } from '../../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { contains, iterate, len, repr } from '../../operations.ts';
import { enterRepr, leaveRepr } from '../../repr-guard.ts';
import type { Shape } from '../../shape.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE, type Slots } from '../../slots.ts';
import { PyMappingProxy } from '../mapping-proxy.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object.ts';
import { differenceUpdate, intersection, isDict, symmetricDifferenceUpdate, updateSet } from '../set/operations.ts';
import { setType } from '../set/set.ts';
import { PySet, PySetBase } from '../set/storage.ts';
import { strFromText, textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';
import { isSameKey, type PyDict, RAISED } from './dict.ts';
import { raiseKey } from './keys.ts';
import {
  itemPart,
  iterItems,
  iterKeys,
  iterValues,
  keyPart,
  reverseItems,
  reverseKeys,
  reverseValues,
  valuePart,
} from './iterators.ts';

export class PyDictKeys {
  declare readonly shape: Shape;
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    this.dict = dict;
  }
}
declareObjectClass(PyDictKeys);

export class PyDictItems {
  declare readonly shape: Shape;
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    this.dict = dict;
  }
}
declareObjectClass(PyDictItems);

export class PyDictValues {
  declare readonly shape: Shape;
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    this.dict = dict;
  }
}
declareObjectClass(PyDictValues);

/** Work of looking an item up in another dictionary. */
const ITEM_WORK = 4;

type View = PyDictKeys | PyDictItems | PyDictValues;
type SetView = PyDictKeys | PyDictItems;

const isSetView = (value: Value): value is SetView & Value =>
  value instanceof PyDictKeys || value instanceof PyDictItems;
const isSetLike = (value: Value): boolean => value instanceof PySetBase || isSetView(value);

// ── Showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

function viewRepr(part: (dict: PyDict, position: number) => Value) {
  return (self: View): Result => {
    if (!enterRepr(self)) return '...';
    const text = reprParts(self.dict, part);
    leaveRepr(self);
    return text === EXIT ? EXIT : strFromText(`${self.shape.type.name}([${text as string}])`);
  };
}

function reprParts(dict: PyDict, part: (dict: PyDict, position: number) => Value): string | Exit {
  const joiner = new Joiner(', ');
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    if (poll(REPR_WORK) === EXIT) return EXIT;
    const text = repr(part(dict, position));
    if (text === EXIT) return EXIT;
    joiner.add(textOf(text as Value));
  }
  return joiner.finish();
}

// ── Membership and comparison ────────────────────────────────────────────────────────────────────────────────────

function containsItem(self: PyDictItems, item: Value): boolean | Exit {
  if (!(item instanceof PyTuple) || !item.isPair) return false;
  const found = self.dict.get(item.first as Value);
  if (found === EXIT) return EXIT;
  return found === undefined ? false : isSameKey(found as Value, item.second as Value);
}

/** Whether all of `part` is in `whole`. */
function allIn(part: Value, whole: Value): boolean | Exit {
  let all = true;
  const done = iterate(part, (item) => {
    const found = contains(whole, item);
    if (found === EXIT) return EXIT;
    all = found as boolean;
    return all;
  });
  return done === EXIT ? EXIT : all;
}

function viewCompare(self: SetView & Value, other: Value, operator: CompareOperator): Result {
  if (!isSetLike(other)) return NotImplemented;
  const otherLength = len(other);
  if (otherLength === EXIT) return EXIT;
  const difference = self.dict.size - (otherLength as number);
  switch (operator) {
    case EQ:
      return difference === 0 && allIn(self, other);
    case NE: {
      const same = difference === 0 && allIn(self, other);
      return same === EXIT ? EXIT : !same;
    }
    case LT:
      return difference < 0 && allIn(self, other);
    case LE:
      return difference <= 0 && allIn(self, other);
    case GT:
      return difference > 0 && allIn(other, self);
    case GE:
      return difference >= 0 && allIn(other, self);
  }
}

function isDisjoint(self: SetView & Value, other: Value): boolean | Exit {
  if ((self as Value) === other) return self.dict.size === 0;
  let few: Value = other;
  let many: Value = self;
  if (isSetLike(other)) {
    const otherLength = len(other);
    if (otherLength === EXIT) return EXIT;
    if ((otherLength as number) > self.dict.size) [few, many] = [self, other];
  }
  let disjoint = true;
  const done = iterate(few, (item) => {
    const found = contains(many, item);
    if (found === EXIT) return EXIT;
    disjoint = !found;
    return disjoint;
  });
  return done === EXIT ? EXIT : disjoint;
}

// ── Set operations: the result is a new set ──────────────────────────────────────────────────────────────────────

/** Of the keys of a plain dictionary that itself, which knows their hashes. */
function keysOrSelf(value: Value): Value {
  const dict = value instanceof PyDictKeys ? (value.dict as Value) : value;
  return isDict(dict) ? dict : value;
}

/** A set of the operand's elements, changed by the other operand. */
function combined(change: (set: PySet, other: Value) => true | Exit) {
  return (left: Value, right: Value): Result => {
    const set = new PySet();
    if (updateSet(set, keysOrSelf(left)) === EXIT || change(set, right) === EXIT) return EXIT;
    return set;
  };
}

const subtractViews = combined(differenceUpdate);
const unionOfViews = combined(updateSet);
const exclusiveUnionOfAny = combined(symmetricDifferenceUpdate);

function exclusiveUnion(left: Value, right: Value): Result {
  const areItems = left instanceof PyDictItems && right instanceof PyDictItems;
  return areItems ? exclusiveItems(left.dict, right.dict) : exclusiveUnionOfAny(left, right);
}

/** Removes the key of an entry of another dictionary, which is looked for again: comparisons need not say the same twice. */
function removeKeyOf(other: PyDict, position: number, dict: PyDict): true | Exit {
  const found = dict.findKeyOf(other, position, null);
  if (found < 0) return found === RAISED ? EXIT : raiseKey(other.keyAt(position));
  dict.removeAt(found);
  return true;
}

/** The items of two dictionaries by their keys, the hashes of which are known: only values of equal keys are compared. */
function exclusiveItems(left: PyDict, right: PyDict): Result {
  const rest = left.copy();
  const result = new PySet();
  for (let position = right.nextPosition(0); position >= 0; position = right.nextPosition(position + 1)) {
    if (poll(ITEM_WORK) === EXIT) return EXIT;
    const [key, value] = [right.keyAt(position), right.valueAt(position)];
    const found = rest.findKeyOf(right, position, null);
    if (found === RAISED) return EXIT;
    const isSame = found >= 0 && isSameKey(rest.valueAt(found), value);
    if (isSame === EXIT) return EXIT;
    if (isSame) {
      if (removeKeyOf(right, position, rest) === EXIT) return EXIT;
    } else if (result.add(new PyTuple(null, key, value)) === EXIT) return EXIT;
  }
  return updateSet(result, new PyDictItems(rest) as Value) === EXIT ? EXIT : result;
}

function intersectViews(left: Value, right: Value): Result {
  let view = left;
  let other = right;
  if (!isSetView(view)) [view, other] = [right, left];
  const size = (view as SetView & Value).dict.size;
  if (other instanceof PySet && other.shape === setType.instanceShape && size <= other.size)
    return intersection(other, [view]);
  if (isSetView(other) && other.dict.size > size) [view, other] = [other, view];
  const set = new PySet();
  const done = iterate(other, (item) => {
    const found = contains(view, item);
    if (found !== true) return found === EXIT ? EXIT : true;
    return set.add(item) === EXIT ? EXIT : true;
  });
  return done === EXIT ? EXIT : set;
}

const reflected = (operation: (left: Value, right: Value) => Result) => (self: Value, other: Value) =>
  operation(other, self);

const SET_SLOTS: Partial<Slots> = {
  compare: viewCompare,
  subtract: subtractViews,
  rsubtract: reflected(subtractViews),
  bitAnd: intersectViews,
  rbitAnd: reflected(intersectViews),
  bitOr: unionOfViews,
  rbitOr: reflected(unionOfViews),
  bitXor: exclusiveUnion,
  rbitXor: reflected(exclusiveUnion),
};

function defineMapping(type: TypeBuilder<View>): void {
  type.getset('mapping', 'dictionary that this view refers to', (self) => new PyMappingProxy(self.dict) as Value);
}

function defineSetMethods(type: TypeBuilder<SetView & Value>): void {
  type.method(
    '@isdisjoint(self, other, /)',
    'Return True if the view and the given iterable have a null intersection.',
    isDisjoint,
  );
}

export const dictKeysType = builtinType<PyDictKeys & Value>('dict_keys', {
  base: objectType,
  layout: PyDictKeys as never,
  isBaseType: false,
  slots: {
    ...SET_SLOTS,
    repr: viewRepr(keyPart),
    iter: (self: PyDictKeys) => iterKeys(self.dict),
    len: (self: PyDictKeys) => self.dict.size,
    contains: (self: PyDictKeys, key) => self.dict.has(key),
  },
  define(type) {
    type.method('__reversed__(self, /)', 'Return a reverse iterator over the dict keys.', (self) =>
      reverseKeys(self.dict),
    );
    defineSetMethods(type as never);
    defineMapping(type as never);
  },
});

export const dictItemsType = builtinType<PyDictItems & Value>('dict_items', {
  base: objectType,
  layout: PyDictItems as never,
  isBaseType: false,
  slots: {
    ...SET_SLOTS,
    repr: viewRepr(itemPart),
    iter: (self: PyDictItems) => iterItems(self.dict),
    len: (self: PyDictItems) => self.dict.size,
    contains: containsItem,
  },
  define(type) {
    type.method('__reversed__(self, /)', 'Return a reverse iterator over the dict items.', (self) =>
      reverseItems(self.dict),
    );
    defineSetMethods(type as never);
    defineMapping(type as never);
  },
});

export const dictValuesType = builtinType<PyDictValues & Value>('dict_values', {
  base: objectType,
  layout: PyDictValues as never,
  isBaseType: false,
  slots: {
    repr: viewRepr(valuePart),
    iter: (self: PyDictValues) => iterValues(self.dict),
    len: (self: PyDictValues) => self.dict.size,
  },
  define(type) {
    type.method('__reversed__(self, /)', 'Return a reverse iterator over the dict values.', (self) =>
      reverseValues(self.dict),
    );
    defineMapping(type as never);
  },
});
