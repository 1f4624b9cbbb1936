/** `range_iterator` over numbers, `longrange_iterator` over ints of any size. */
import { raise, raiseTypeError } from '../exception.ts';
import { builtinType, type TypeBuilder } from '../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { toInt, typeName } from '../operations.ts';
import type { Shape } from '../shape.ts';
import { builtinNamed, LENGTH_HINT_DOC, REDUCE_DOC, reduction, SETSTATE_DOC } from './iterator-methods.ts';
import { objectType } from './object.ts';
import { normalInt, PyRange } from './range.ts';

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
    return normalInt(item);
  }
}
declareObjectClass(PyLongRangeIterator);

/** An iterator over `length` items from `start` on. */
function counter(start: Int, length: Int, step: Int): PyRangeIterator | PyLongRangeIterator {
  if (typeof start === 'number' && typeof length === 'number' && typeof step === 'number') {
    const last = length === 0 ? start : start + (length - 1) * step;
    if (Number.isSafeInteger(last)) return new PyRangeIterator(start, length, step);
  }
  return new PyLongRangeIterator(BigInt(start), BigInt(length), BigInt(step));
}

export function rangeIterator(range: PyRange): PyRangeIterator | PyLongRangeIterator {
  return counter(range.start, range.length, range.step);
}

export function reversedRangeIterator(range: PyRange): PyRangeIterator | PyLongRangeIterator {
  const step = typeof range.step === 'number' ? -range.step : normalInt(-range.step);
  if (range.length === 0) return counter(range.start, 0, step);
  const last = typeof range.length === 'number' ? range.length - 1 : normalInt(range.length - 1n);
  return counter(range.at(last), range.length, step);
}

/** What the iterator has left, as a range. */
function rest(self: PyRangeIterator | PyLongRangeIterator): PyRange {
  const { current, remaining, step } = self;
  const stop = normalInt(BigInt(current) + BigInt(remaining) * BigInt(step));
  return new PyRange(
    typeof current === 'bigint' ? normalInt(current) : current,
    stop,
    typeof step === 'bigint' ? normalInt(step) : step,
  );
}

function defineMethods<Self extends PyRangeIterator | PyLongRangeIterator>(
  type: TypeBuilder<Self>,
  setState: (self: Self, value: Value) => true | Exit,
): void {
  type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self: Self) =>
    typeof self.remaining === 'number' ? self.remaining : normalInt(self.remaining),
  );
  type.method('__reduce__(self, /)', REDUCE_DOC, (self: Self) => reduction(builtinNamed('iter'), [rest(self)], null));
  type.method(
    '__setstate__(self, object, /)',
    SETSTATE_DOC,
    (self: Self, value: Value): Result => (setState(self, value) === EXIT ? EXIT : null),
  );
}

function setPosition(self: PyRangeIterator, value: Value): true | Exit {
  const index = toInt(value);
  if (index === EXIT) return EXIT;
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    return raise('OverflowError', 'Python int too large to convert to C long');
  const skipped = Math.min(Math.max(0, Number(index)), self.remaining);
  self.current += skipped * self.step;
  self.remaining -= skipped;
  return true;
}

function setLongPosition(self: PyLongRangeIterator, value: Value): true | Exit {
  if (typeof value !== 'number' && typeof value !== 'bigint')
    return raiseTypeError(`state must be an int, not ${typeName(value)}`);
  const index = toInt(value);
  if (index === EXIT) return EXIT;
  const wanted = BigInt(index as Int);
  const skipped = wanted < 0n ? 0n : wanted > self.remaining ? self.remaining : wanted;
  self.current += skipped * self.step;
  self.remaining -= skipped;
  return true;
}

export const rangeIteratorType = builtinType<PyRangeIterator>('range_iterator', {
  base: objectType,
  layout: PyRangeIterator,
  isBaseType: false,
  slots: { iter: (self: PyRangeIterator) => self, next: (self: PyRangeIterator) => self.next() },
  define: (type) => defineMethods(type, setPosition),
});

export const longRangeIteratorType = builtinType<PyLongRangeIterator>('longrange_iterator', {
  base: objectType,
  layout: PyLongRangeIterator,
  isBaseType: false,
  slots: { iter: (self: PyLongRangeIterator) => self, next: (self: PyLongRangeIterator) => self.next() },
  define: (type) => defineMethods(type, setLongPosition),
});
