/**
 * `range_iterator` over ints of 64 bits, `longrange_iterator` over ints of any size.
 *
 * A range_iterator counts with numbers where they are exact, and otherwise as a longrange_iterator does: only its type is another one.
 */
import { raise, raiseTypeError } from '../exception.ts';
import { builtinType, type TypeBuilder } from '../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { toInt, typeName } from '../operations.ts';
import { multiply } from '../../util/huge/multiply.ts';
import type { Shape } from '../shape.ts';
import { builtinNamed } from '../builtin-names.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC, reduction, SETSTATE_DOC } from './iterator-methods.ts';
import { objectType } from './object.ts';
import { normalize } from './int/arithmetic.ts';
import { PyRange } from './range.ts';

type Int = number | bigint;

/** Counts with numbers: every item is a safe integer. */
export class PyRangeIterator {
  declare readonly shape: Shape;
  /** The next item, if any remain. */
  current: number;
  remaining: number;
  readonly step: number;
  /** How many items there were in the beginning. */
  private readonly length: number;

  constructor(start: number, length: number, step: number) {
    this.current = start;
    this.remaining = length;
    this.step = step;
    this.length = length;
  }

  /** How many items it has given. */
  get position(): number {
    return this.length - this.remaining;
  }

  moveTo(position: number): void {
    this.current += (position - this.position) * this.step;
    this.remaining = this.length - position;
  }

  next(): number | undefined {
    const remaining = this.remaining;
    if (remaining === 0) return undefined;
    this.remaining = remaining - 1;
    const item = this.current;
    this.current = item + this.step;
    return item;
  }
}
declareObjectClass(PyRangeIterator);

/** Counts with big ints. */
export class PyLongRangeIterator {
  declare readonly shape: Shape;
  current: bigint;
  remaining: bigint;
  readonly step: bigint;

  constructor(start: bigint, length: bigint, step: bigint) {
    this.current = start;
    this.remaining = length;
    this.step = step;
  }

  next(): Int | undefined {
    if (this.remaining === 0n) return undefined;
    this.remaining -= 1n;
    const item = this.current;
    this.current = item + this.step;
    return normalize(item);
  }
}
declareObjectClass(PyLongRangeIterator);

/** Counts with big ints of 64 bits. */
export class PyWideRangeIterator extends PyLongRangeIterator {
  declare shape: Shape;
}

type Iterator = PyRangeIterator | PyLongRangeIterator;

/** An iterator over `length` items from `start` on; `isLong`: beyond what CPython counts with C's ints. */
function counter(start: Int, length: Int, step: Int, isLong: boolean): Iterator {
  if (isLong) return new PyLongRangeIterator(BigInt(start), BigInt(length), BigInt(step));
  if (typeof start === 'number' && typeof length === 'number' && typeof step === 'number') {
    if (Number.isSafeInteger(start + length * step)) return new PyRangeIterator(start, length, step);
  }
  return new PyWideRangeIterator(BigInt(start), BigInt(length), BigInt(step));
}

export function rangeIterator(range: PyRange): Iterator {
  return counter(range.start, range.length, range.step, !hasNumbers(range) && isLong(range));
}

export function reversedRangeIterator(range: PyRange): Iterator {
  const { length } = range;
  const step = typeof range.step === 'number' ? -range.step : normalize(-range.step);
  const last = typeof length === 'number' ? length - 1 : normalize(length - 1n);
  return counter(range.at(last), length, step, !hasNumbers(range) && isLongReversed(range));
}

function hasNumbers({ start, stop, step }: PyRange): boolean {
  return typeof start === 'number' && typeof stop === 'number' && typeof step === 'number';
}

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

function isWithinLong(value: Int): boolean {
  return typeof value === 'number' || (value >= MIN_LONG && value <= MAX_LONG);
}

function areWithinLong({ start, stop, step, length }: PyRange): boolean {
  return isWithinLong(start) && isWithinLong(stop) && isWithinLong(step) && length <= MAX_LONG;
}

/** Whether C's ints would be too short, or could be on the way: its tests are wider than they need to be. */
function isLong(range: PyRange): boolean {
  if (!areWithinLong(range)) return true;
  if (range.length === 0) return false;
  const stop = BigInt(range.stop);
  const step = BigInt(range.step);
  return step > 0n ? stop > MAX_LONG - (step - 1n) : stop < MIN_LONG + (-1n - step);
}

function isLongReversed(range: PyRange): boolean {
  if (!areWithinLong(range)) return true;
  const start = BigInt(range.start);
  const step = BigInt(range.step);
  if (step === MIN_LONG) return true;
  return step > 0n ? start < MIN_LONG + step : start > MAX_LONG + step;
}

/** What the iterator has left, as a range. */
function rest(self: Iterator): PyRange {
  const { current, remaining, step } = self;
  const stop = normalize(BigInt(current) + multiply(BigInt(remaining), BigInt(step)));
  return new PyRange(
    typeof current === 'bigint' ? normalize(current) : current,
    stop,
    typeof step === 'bigint' ? normalize(step) : step,
  );
}

function defineMethods<Self extends Iterator>(
  type: TypeBuilder<Self>,
  setState: (self: Self, value: Value) => true | Exit,
): void {
  type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self: Self) =>
    typeof self.remaining === 'number' ? self.remaining : normalize(self.remaining),
  );
  type.method('__reduce__(self, /)', REDUCE_DOC, (self: Self) => reduction(builtinNamed('iter'), [rest(self)], null));
  type.method(
    '__setstate__(self, object, /)',
    SETSTATE_DOC,
    (self: Self, value: Value): Result => (setState(self, value) === EXIT ? EXIT : null),
  );
}

function setPosition(self: PyRangeIterator | PyWideRangeIterator, value: Value): true | Exit {
  const index = toInt(value);
  if (index === EXIT) return EXIT;
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    return raise('OverflowError', 'Python int too large to convert to C long');
  if (self instanceof PyWideRangeIterator) skip(self, BigInt(index as Int));
  else {
    const skipped = Math.min(Math.max(0, Number(index)), self.remaining);
    self.current += skipped * self.step;
    self.remaining -= skipped;
  }
  return true;
}

function setLongPosition(self: PyLongRangeIterator, value: Value): true | Exit {
  if (typeof value !== 'number' && typeof value !== 'bigint')
    return raiseTypeError(`state must be an int, not ${typeName(value)}`);
  const index = toInt(value);
  if (index === EXIT) return EXIT;
  skip(self, BigInt(index as Int));
  return true;
}

function skip(self: PyLongRangeIterator, wanted: bigint): void {
  const skipped = wanted < 0n ? 0n : wanted > self.remaining ? self.remaining : wanted;
  self.current += skipped * self.step;
  self.remaining -= skipped;
}

export const rangeIteratorType = builtinType<PyRangeIterator | PyWideRangeIterator>('range_iterator', {
  base: objectType,
  layout: PyRangeIterator,
  isBaseType: false,
  slots: { iter: (self: Iterator) => self, next: (self: Iterator) => self.next() },
  define: (type) => defineMethods(type, setPosition),
});

export const longRangeIteratorType = builtinType<PyLongRangeIterator>('longrange_iterator', {
  base: objectType,
  layout: PyLongRangeIterator,
  isBaseType: false,
  slots: { iter: (self: PyLongRangeIterator) => self, next: (self: PyLongRangeIterator) => self.next() },
  define: (type) => defineMethods(type, setLongPosition),
});
// The subclass has a type of its own, not that of its base.
PyWideRangeIterator.prototype.shape = rangeIteratorType.instanceShape;
