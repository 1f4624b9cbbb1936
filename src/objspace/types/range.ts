/**
 * `range` and its iterators. Bounds are ints of any size; `length` is a number where it is a safe integer.
 *
 * Small ranges (all of start, stop, step and the items safe integers) iterate over numbers, others over bigints.
 */
import { divide } from '../../util/huge/divide.ts';
import { multiply } from '../../util/huge/multiply.ts';
import { allocating, STRIDE, worked } from '../../util/work.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { iterate, toInt } from '../operations.ts';
import type { Shape } from '../shape.ts';
import { type CompareOperator, EQ, NE } from '../slots.ts';
import { typeOf } from '../type.ts';
import { normalize } from './int/arithmetic.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { rangeIterator, reversedRangeIterator } from './range-iterator.ts';
import { badSubscript, hashItems, sameOrEqual } from './sequences.ts';
import { orderlyTypes } from './set/element-hash.ts';
import { exactIndices, type Indices, PySlice, sliceIndices } from './slice.ts';
import { PyTuple } from './tuple.ts';

type Int = number | bigint;

/** Number of items; exact for all bounds. */
export function countItems(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const distance = step > 0 ? stop - start : start - stop;
    if (distance <= 0) return 0;
    if (distance <= Number.MAX_SAFE_INTEGER) return Math.floor((distance - 1) / Math.abs(step)) + 1;
  }
  const up = step > 0;
  const distance = up ? BigInt(stop) - BigInt(start) : BigInt(start) - BigInt(stop);
  if (distance <= 0n) return 0;
  // Distances may have millions of digits.
  if (step === 1 || step === -1) return normalize(distance);
  return normalize(divide(distance - 1n, up ? BigInt(step) : -BigInt(step))[0] + 1n);
}

export class PyRange {
  declare readonly shape: Shape;
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
  /** Number of items. */
  readonly length: Int;

  constructor(start: Int, stop: Int, step: Int) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = countItems(start, stop, step);
  }

  /** The item at an index within the range. */
  at(index: Int): Int {
    const { start, step } = this;
    if (typeof start === 'number' && typeof step === 'number' && typeof index === 'number') {
      const offset = index * step;
      const item = start + offset;
      if (Number.isSafeInteger(offset) && Number.isSafeInteger(item)) return item + 0;
    }
    return normalize(BigInt(start) + multiply(BigInt(index), BigInt(step)));
  }

  /** Items as numbers, for whoever takes all; `undefined` if they are too many or too large. */
  toArray(limit: number): Value[] | undefined {
    if (typeof this.length !== 'number' || this.length > limit) return undefined;
    allocating(this.length * 8);
    const items: Value[] = [];
    for (let index = 0; index < this.length; index++) {
      items.push(this.at(index));
      if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    }
    return items;
  }
}
declareObjectClass(PyRange);

// ── Making ranges ────────────────────────────────────────────────────────────────────────────────────────────────

function newRange(args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('range() takes no keyword arguments');
  if (args.length === 0) return raiseTypeError('range expected at least 1 argument, got 0');
  if (args.length > 3) return raiseTypeError(`range expected at most 3 arguments, got ${args.length}`);
  if (args.length === 1) {
    const stop = toInt(args[0]);
    return stop === EXIT ? EXIT : new PyRange(0, stop as Int, 1);
  }
  const start = toInt(args[0]);
  if (start === EXIT) return EXIT;
  const stop = toInt(args[1]);
  if (stop === EXIT) return EXIT;
  const step = args.length === 3 ? toInt(args[2]) : 1;
  if (step === EXIT) return EXIT;
  if (step === 0) return raiseValueError('range() arg 3 must not be zero');
  return new PyRange(start as Int, stop as Int, step as Int);
}

// ── Operations ───────────────────────────────────────────────────────────────────────────────────────────────────

function getRangeItem(self: PyRange, key: Value): Result {
  if (key instanceof PySlice) return sliceRange(self, key);
  if (typeof key !== 'number' && typeof key !== 'bigint' && typeOf(key).slots.index === undefined)
    return badSubscript('range', key);
  const index = toInt(key);
  if (index === EXIT) return EXIT;
  const at = (index as Int) < 0 ? addInts(index as Int, self.length) : (index as Int);
  return at >= 0 && at < self.length ? self.at(at) : raise('IndexError', 'range object index out of range');
}

function addInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalize(BigInt(left) + BigInt(right));
}

function multiplyInts(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalize(multiply(BigInt(left), BigInt(right)));
}

function sliceRange(self: PyRange, slice: PySlice): Result {
  const isPlain = (bound: Value): boolean => bound === null || typeof bound === 'number';
  let indices: { start: Int; stop: Int; step: Int } | Exit;
  if (typeof self.length === 'number' && isPlain(slice.start) && isPlain(slice.stop) && isPlain(slice.step)) {
    indices = sliceIndices(slice, self.length) as Indices | Exit;
  } else indices = exactIndices(slice, BigInt(self.length));
  if (indices === EXIT) return EXIT;
  const { start, stop, step } = indices as { start: Int; stop: Int; step: Int };
  const place = (index: Int): Int => addInts(self.start, multiplyInts(index, self.step));
  return new PyRange(place(start), place(stop), multiplyInts(step, self.step));
}

/** The index of an int in the range, -1 if it is not there. */
function positionOf(self: PyRange, value: Int): Int {
  const { start, stop, step } = self;
  const isInside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
  if (!isInside) return -1;
  if (typeof value === 'number' && typeof start === 'number' && typeof step === 'number') {
    const offset = value - start;
    if (Number.isSafeInteger(offset)) return offset % step === 0 ? offset / step + 0 : -1;
  }
  const [position, rest] = divide(BigInt(value) - BigInt(start), BigInt(step));
  return rest === 0n ? normalize(position) : -1;
}

/** An exact int (bool included), which can be found by arithmetic; `undefined` for what must be compared item by item. */
function plainInt(value: Value): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? (value ? 1 : 0) : undefined;
}

function rangeContains(self: PyRange, value: Value): boolean | Exit {
  const int = plainInt(value);
  if (int !== undefined) return positionOf(self, int) !== -1;
  let found = false;
  const done = iterate(self, (item) => {
    const same = sameOrEqual(item, value);
    if (same === EXIT) return EXIT;
    found = same as boolean;
    return !found;
  });
  return done === EXIT ? EXIT : found;
}

function indexInRange(self: PyRange, value: Value): Result {
  const int = plainInt(value);
  if (int !== undefined) {
    const position = positionOf(self, int);
    return position === -1 ? raiseValueError('range.index(x): x not in range') : position;
  }
  let index = 0;
  let found = false;
  const done = iterate(self, (item) => {
    const same = sameOrEqual(item, value);
    if (same === EXIT) return EXIT;
    found = same as boolean;
    if (!found) index++;
    return !found;
  });
  if (done === EXIT) return EXIT;
  return found ? index : raiseValueError('sequence.index(x): x not in sequence');
}

function countInRange(self: PyRange, value: Value): Result {
  const int = plainInt(value);
  if (int !== undefined) return positionOf(self, int) === -1 ? 0 : 1;
  let count = 0;
  const done = iterate(self, (item) => {
    const same = sameOrEqual(item, value);
    if (same === EXIT) return EXIT;
    if (same === true) count++;
    return true;
  });
  return done === EXIT ? EXIT : count;
}

function rangeCompare(self: PyRange, other: Value, operator: CompareOperator): Result {
  if (!(other instanceof PyRange) || (operator !== EQ && operator !== NE)) return NotImplemented;
  return isSameRange(self, other) === (operator === EQ);
}

/** Ranges are equal if they have the same items. */
function isSameRange(left: PyRange, right: PyRange): boolean {
  if (left.length !== right.length) return false;
  if (left.length === 0) return true;
  if (left.start !== right.start) return false;
  return left.length === 1 || left.step === right.step;
}

function rangeHash(self: PyRange): Result {
  if (self.length === 0) return hashItems([0, null, null]);
  return hashItems([self.length, self.start, self.length === 1 ? null : self.step]);
}

function rangeRepr(self: PyRange): Result {
  return self.step === 1 ? `range(${self.start}, ${self.stop})` : `range(${self.start}, ${self.stop}, ${self.step})`;
}

/** Beyond the safe integers the length is a bigint, which `len()` gives on as it is: programs draw samples from such ranges. */
function rangeLength(self: PyRange): number | Exit {
  const { length } = self;
  if (typeof length === 'number' || BigInt.asIntN(64, length) === length) return length as number;
  return raise('OverflowError', 'Python int too large to convert to C ssize_t');
}

export const rangeType = builtinType<PyRange>('range', {
  base: objectType,
  layout: PyRange,
  isBaseType: false,
  pattern: 'sequence',
  doc: `
    range(stop) -> range object
    range(start, stop[, step]) -> range object

    Return an object that produces a sequence of integers from start (inclusive)
    to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.
    start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.
    These are exactly the valid indices for a list of 4 elements.
    When step is given, it specifies the increment (or decrement).
  `,
  slots: {
    repr: rangeRepr,
    hash: rangeHash,
    iter: rangeIterator,
    len: rangeLength,
    bool: (self: PyRange) => self.length !== 0,
    contains: rangeContains,
    getItem: getRangeItem,
    compare: rangeCompare,
    new: (_cls, args, keywords) => newRange(args, keywords),
  },
  define(range) {
    range.member('start', null, (self) => self.start);
    range.member('stop', null, (self) => self.stop);
    range.member('step', null, (self) => self.step);
    range.method('__reversed__(self, /)', 'Return a reverse iterator.', reversedRangeIterator);
    range.method(
      '__reduce__(self, /)',
      '',
      (self) => new PyTuple([rangeType, new PyTuple([self.start, self.stop, self.step])]),
    );
    range.method(
      'count(self, object, /)',
      'rangeobject.count(value) -> integer -- return number of occurrences of value',
      countInRange,
    );
    range.method(
      'index(self, object, /)',
      'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.',
      indexInRange,
    );
  },
});

// The interpreter's loop knows the iterator of small ranges.
export { PyRangeIterator } from './range-iterator.ts';

orderlyTypes.set(rangeType, () => true);
