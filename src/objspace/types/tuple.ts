/**
 * `tuple`: the immutable sequence. The items never change once the tuple has been seen by Python; whoever makes a tuple gives its array
 * away.
 */
import { raise, raiseTypeError, raiseValueError, swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { objectDefaults } from '../gateway/signature.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { lengthHint } from '../length-hint.ts';
import { fastItems, itemsOf, typeName } from '../operations.ts';
import { enterRepr, leaveRepr } from '../repr-guard.ts';
import type { Shape } from '../shape.ts';
import type { CompareOperator } from '../slots.ts';
import { type PyType, typeOf } from '../type.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { ITEM_BYTES, repeatItems } from '../../util/repeat-items.ts';
import { allocating, STRIDE, worked } from '../../util/work.ts';
import { GenericAlias } from './generic-alias.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import {
  badSubscript,
  compareItems,
  hashItems,
  repeatCount,
  reprItems,
  sameOrEqual,
  subscriptIndex,
  itemOrders,
  orderItems,
} from './sequences.ts';
import { type Indices, PySlice, sliceIndex, sliceIndices } from './slice.ts';
import { strFromText } from './str/str.ts';
import { PyTupleIterator } from './tuple-iterator.ts';

/** What stands in front of the items of another tuple. */
class Beginning {
  readonly items: readonly Value[];
  readonly rest: PyTuple;
  readonly length: number;

  constructor(items: readonly Value[], rest: PyTuple, length: number) {
    this.items = items;
    this.rest = rest;
    this.length = length;
  }
}

/** Shorter tuples are copied at once. */
const MIN_BEGUN = 16;

/**
 * Pairs and triples, which are most tuples, hold their items themselves: one object instead of three. The others have an array. So
 * `second` without `third` says that a tuple is a pair, and `third` that it is a triple.
 *
 * Of `(x, *others)`, as recursive functions put paths together, `first` alone is a Beginning until somebody reads the items: most such tuples are
 * only there for the next one.
 *
 * What a tuple does not need for its items takes the number that `id()` asks for (identity.ts): `list` of pairs and triples, `first` of others.
 */
export class PyTuple {
  declare readonly shape: Shape;
  /** The items of all others; null as long as they have not been put together. */
  private list: readonly Value[] | number | null;
  first: Value | undefined;
  readonly second: Value | undefined;
  readonly third: Value | undefined;

  /** Of an array; or of two or three items, without one. */
  constructor(items: readonly Value[] | null, first?: Value, second?: Value, third?: Value) {
    if (items !== null && (items.length === 2 || items.length === 3)) {
      this.list = null;
      this.first = items[0];
      this.second = items[1];
      this.third = items.length === 3 ? items[2] : undefined;
    } else {
      this.list = items;
      this.first = first;
      this.second = second;
      this.third = third;
    }
  }

  /** Of an array that is known to be no pair or triple: arrays of all kinds come to the constructor, where asking for their length takes time. */
  static ofMany(items: readonly Value[]): PyTuple {
    const tuple = new PyTuple(null);
    tuple.list = items;
    return tuple;
  }

  /** Of `(*items, *rest)`. */
  static beginning(items: readonly Value[], rest: PyTuple): PyTuple {
    const length = items.length + rest.length;
    if (length < MIN_BEGUN) return new PyTuple(items.concat(rest.items));
    return new PyTuple(null, new Beginning(items, rest, length) as unknown as Value);
  }

  /** The items as an array, which is made for a pair or triple: not for loops over them. */
  get items(): readonly Value[] {
    const { second, third } = this;
    if (second === undefined) return this.together;
    return (third === undefined ? [this.first, second] : [this.first, second, third]) as Value[];
  }

  get length(): number {
    if (this.second !== undefined) return this.third === undefined ? 2 : 3;
    return this.list === null ? this.begun.length : (this.list as readonly Value[]).length;
  }

  /** The number of its identity; 0 as long as nobody has asked for it. */
  get serial(): number {
    const kept = this.second === undefined && this.list !== null ? this.first : this.list;
    return typeof kept === 'number' ? kept : 0;
  }

  set serial(serial: number) {
    if (this.second !== undefined) this.list = serial;
    else {
      if (this.list === null) this.putTogether();
      this.first = serial;
    }
  }

  get isPair(): boolean {
    return this.second !== undefined && this.third === undefined;
  }

  /** The item at an index that is within. */
  at(index: number): Value {
    if (this.second === undefined) return this.together[index];
    return (index === 0 ? this.first : index === 1 ? this.second : this.third) as Value;
  }

  private get begun(): Beginning {
    return this.first as unknown as Beginning;
  }

  /** The array of one that is no pair or triple. */
  private get together(): readonly Value[] {
    return this.list === null ? this.putTogether() : (this.list as readonly Value[]);
  }

  private putTogether(): readonly Value[] {
    const items: Value[] = [];
    let last: PyTuple = this;
    while (last.list === null && last.second === undefined) {
      for (const item of last.begun.items) items.push(item);
      last = last.begun.rest;
    }
    const list = items.concat(last.items);
    this.list = list;
    this.first = undefined;
    return list;
  }

  /** Gives a tuple that was made empty its items, before anybody looks at it: they may hold it. */
  static fill(tuple: PyTuple, items: readonly Value[]): void {
    Object.assign(tuple, new PyTuple(items));
  }
}
declareObjectClass(PyTuple);

// ── Making tuples ────────────────────────────────────────────────────────────────────────────────────────────────

function newTuple(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && keywords.length > 0 && (cls === tupleType || cls.slots.init === objectType.slots.init)) {
    return raiseTypeError('tuple() takes no keyword arguments');
  }
  const count = keywords === null ? args.length : args.length - keywords.length;
  if (count > 1) return raiseTypeError(`tuple expected at most 1 argument, got ${count}`);
  if (cls === tupleType) {
    if (count === 0) return emptyTuple;
    if (args[0] instanceof PyTuple && args[0].shape === tupleType.instanceShape) return args[0];
  }
  const items = count === 0 ? [] : itemsWithin(args[0]);
  if (items === EXIT) return EXIT;
  if (cls === tupleType) return (items as Value[]).length === 0 ? emptyTuple : new PyTuple(items as Value[]);
  return adopt(new PyTuple(items as Value[]), cls);
}

/** The items of an iterable, unless it says that it has too many. */
function itemsWithin(iterable: Value): Value[] | Exit {
  const fast = fastItems.of(iterable);
  if (fast !== undefined) return fast;
  const { slots, isHeapType } = typeOf(iterable);
  // Objects of Python classes are not asked.
  if (!isHeapType && (slots.iter !== undefined || slots.getItem !== undefined)) {
    const hint = lengthHint(iterable, 10);
    // A length beyond all sizes: CPython, which does not ask, fills memory.
    if (hint === EXIT) return swallow('OverflowError') ? raise('MemoryError') : EXIT;
    if ((hint as number) > MAX_ITEMS) return raise('MemoryError');
  }
  return itemsOf(iterable);
}

const isExact = (tuple: PyTuple): boolean => tuple.shape === tupleType.instanceShape;

export function isExactTuple(value: Value): value is Value & PyTuple {
  return value instanceof PyTuple && isExact(value);
}

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function tupleRepr(self: PyTuple): Result {
  if (self.length === 0) return '()';
  if (!enterRepr(self)) return '(...)';
  const text = reprItems(self.items);
  leaveRepr(self);
  if (text === EXIT) return EXIT;
  return strFromText(self.length === 1 ? `(${text as string},)` : `(${text as string})`);
}

function getTupleItem(self: PyTuple, key: Value): Result {
  const index = subscriptIndex(key);
  if (index === EXIT) return EXIT;
  const { length } = self;
  if (index !== undefined) {
    const at = (index as number) < 0 ? (index as number) + length : (index as number);
    return at >= 0 && at < length ? self.at(at) : raise('IndexError', 'tuple index out of range');
  }
  if (!(key instanceof PySlice)) return badSubscript('tuple', key);
  const indices = sliceIndices(key, length);
  return indices === EXIT ? EXIT : sliceTuple(self, indices as Indices);
}

function sliceTuple(self: PyTuple, { start, step, length }: Indices): PyTuple {
  const items = self.items;
  if (length <= 0) return emptyTuple;
  if (step === 1 && length === items.length && isExact(self)) return self;
  if (step === 1 && length >= STRIDE) worked(length >> 3);
  if (step === 1) return new PyTuple(items.slice(start, start + length));
  const picked: Value[] = [];
  for (let index = start; picked.length < length; index += step) {
    picked.push(items[index]);
    if ((picked.length & (STRIDE - 1)) === 0) worked(STRIDE >> 1);
  }
  return new PyTuple(picked);
}

function tupleContains(self: PyTuple, item: Value): boolean | Exit {
  for (let index = 0; index < self.length; index++) {
    const same = sameOrEqual(self.at(index), item);
    if (same !== false) return same;
  }
  return false;
}

function tupleCompare(self: PyTuple, other: Value, operator: CompareOperator): Result {
  return other instanceof PyTuple ? compareItems(self, other, operator) : NotImplemented;
}

function concatTuples(self: PyTuple, other: Value): Result {
  if (!(other instanceof PyTuple))
    return raiseTypeError(`can only concatenate tuple (not "${typeName(other)}") to tuple`);
  return joined(self, other);
}

/** `self + other`. */
export function joined(self: PyTuple, other: PyTuple): PyTuple | Exit {
  if (self.length === 0 && isExact(other)) return other;
  if (other.length === 0 && isExact(self)) return self;
  const length = self.length + other.length;
  if (length <= FEW_ITEMS) return joinedShort(self, other);
  if (length > MAX_ITEMS) return raise('MemoryError');
  allocating(length * ITEM_BYTES);
  return new PyTuple(self.items.concat(other.items));
}

/** Up to here items are put into an array one by one, in less time than `concat` takes to look at its arguments. */
const FEW_ITEMS = 16;

function joinedShort(self: PyTuple, other: PyTuple): PyTuple {
  const { length } = self;
  if (length === 1 && other.length === 1) return new PyTuple(null, self.at(0), other.at(0));
  if (length === 2 && other.length === 1) return new PyTuple(null, self.first, self.second, other.at(0));
  if (length === 1 && other.length === 2) return new PyTuple(null, self.at(0), other.first, other.second);
  const items: Value[] = [];
  for (let index = 0; index < length; index++) items.push(self.at(index));
  for (let index = 0; index < other.length; index++) items.push(other.at(index));
  return new PyTuple(items);
}

function repeatTuple(self: PyTuple, value: Value): Result {
  const count = repeatCount(value);
  if (count === EXIT) return EXIT;
  const items = self.items;
  if ((count === 1 || items.length === 0) && isExact(self)) return self;
  if ((count as number) <= 0 || items.length === 0) return emptyTuple;
  if (items.length * (count as number) > MAX_ITEMS) return raise('MemoryError');
  return new PyTuple(repeatItems(items, count as number));
}

function indexInTuple(self: PyTuple, value: Value, start: Value, stop: Value): Result {
  const { length } = self;
  const from = searchBound(start, length);
  if (from === EXIT) return EXIT;
  const to = searchBound(stop, length);
  if (to === EXIT) return EXIT;
  for (let index = from as number; index < (to as number) && index < length; index++) {
    const same = sameOrEqual(self.at(index), value);
    if (same === EXIT) return EXIT;
    if (same === true) return index;
  }
  return raiseValueError('tuple.index(x): x not in tuple');
}

/** A bound of `index(value, start, stop)`: from the end if negative, at least 0. */
export function searchBound(value: Value, length: number): number | Exit {
  const bound = sliceIndex(value, false);
  if (bound === EXIT) return EXIT;
  return (bound as number) < 0 ? Math.max(0, (bound as number) + length) : bound;
}

function countInTuple(self: PyTuple, value: Value): Result {
  let count = 0;
  for (const item of self.items) {
    const same = sameOrEqual(item, value);
    if (same === EXIT) return EXIT;
    if (same === true) count++;
  }
  return count;
}

export const tupleType = builtinType<PyTuple>('tuple', {
  base: objectType,
  layout: PyTuple,
  pattern: 'sequence',
  signature: '(iterable=(), /)',
  doc: `
    Built-in immutable sequence.

    If no argument is given, the constructor returns an empty tuple.
    If iterable is specified the tuple is initialized from iterable's items.

    If the argument is a tuple, the return value is the same object.
  `,
  slots: {
    repr: tupleRepr,
    hash: (self: PyTuple) => hashItems(self),
    iter: (self: PyTuple) => new PyTupleIterator(self),
    len: (self: PyTuple) => self.length,
    contains: tupleContains,
    getItem: getTupleItem,
    compare: tupleCompare,
    concat: concatTuples,
    repeat: repeatTuple,
    new: newTuple,
  },
  define(tuple) {
    tuple.method(
      'index(self, value, start=0, stop=sys.maxsize, /)',
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
      indexInTuple,
    );
    tuple.method('count(self, value, /)', 'Return number of occurrences of value.', countInTuple);
    tuple.method('__getnewargs__(self, /)', '', (self) => new PyTuple([new PyTuple(self.items)]));
    tuple.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
  },
});

export const emptyTuple: PyTuple = new PyTuple([]);
objectDefaults.emptyTuple = emptyTuple;
itemOrders.set(tupleType, orderItems);
