/** Iterators over anything with `__getitem__` (`iterator`), and over the results of a function (`callable_iterator`). */
import { normalize } from './int/arithmetic.ts';
import { swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../object.ts';
import { call, getItem, len, sequenceIteration } from '../operations.ts';
import type { QuietIterator } from '../quiet-iterator.ts';
import type { Shape } from '../shape.ts';
import { typeOf } from '../type.ts';
import { builtinNamed } from '../builtin-names.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC, reduction, SETSTATE_DOC, stateIndex } from './iterator-methods.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { sameOrEqual } from './sequences.ts';
import type { PyList } from './list/list.ts';
import { emptyTuple, PyTuple } from './tuple.ts';

// ── iterator ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whose items the `__getitem__` of an object gives, if it does nothing else (interpreter/item-delegates.ts). */
export const delegates = { of: (_object: Value): PyList | PyTuple | undefined => undefined };

export class PySequenceIterator implements QuietIterator {
  declare readonly shape: Shape;
  /** `undefined` once exhausted. */
  sequence: Value | undefined;
  index: number;

  constructor(sequence: Value) {
    this.sequence = sequence;
    this.index = 0;
  }

  isQuiet(): boolean {
    return this.sequence === undefined || delegates.of(this.sequence) !== undefined;
  }

  next(): Result | undefined {
    const { sequence, index } = this;
    if (sequence === undefined) return undefined;
    const behind = delegates.of(sequence);
    const item = behind === undefined ? getItem(sequence, index) : itemOf(behind, index);
    if (item !== EXIT && item !== undefined) {
      this.index = index + 1;
      return item;
    }
    if (item === EXIT && !swallow('IndexError') && !swallow('StopIteration')) return EXIT;
    this.sequence = undefined;
    return undefined;
  }

  /** The same in one step with `isQuiet`: `otherwise`, with nothing done, where that says no. */
  nextQuietly<T>(otherwise: T): Value | undefined | T {
    const { sequence, index } = this;
    if (sequence === undefined) return undefined;
    const behind = delegates.of(sequence);
    if (behind === undefined) return otherwise;
    const item = itemOf(behind, index);
    if (item === undefined) this.sequence = undefined;
    else this.index = index + 1;
    return item;
  }
}
declareObjectClass(PySequenceIterator);

/** `undefined` where there is none. */
function itemOf(items: PyList | PyTuple, index: number): Value | undefined {
  if (index >= items.length) return undefined;
  return items instanceof PyTuple ? items.at(index) : items.get(index);
}

export const sequenceIteratorType = builtinType<PySequenceIterator>('iterator', {
  base: objectType,
  layout: PySequenceIterator,
  isBaseType: false,
  slots: { iter: (self: PySequenceIterator) => self, next: (self: PySequenceIterator) => self.next() },
  define(type) {
    type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, ({ sequence, index }): Result => {
      if (sequence === undefined) return 0;
      if (typeof sequence === 'object' && typeOf(sequence).slots.len === undefined) return NotImplemented;
      const length = len(sequence);
      if (length === EXIT) return EXIT;
      if (typeof length === 'bigint') return normalize((length as bigint) - BigInt(index));
      return Math.max(0, (length as number) - index);
    });
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
      const iter = builtinNamed('iter');
      const { sequence, index } = self;
      return sequence === undefined ? reduction(iter, [emptyTuple]) : reduction(iter, [sequence], index);
    });
    type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self, value): Result => {
      const index = stateIndex(value);
      if (index === EXIT) return EXIT;
      if (self.sequence !== undefined) self.index = Math.max(0, index as number);
      return null;
    });
  },
});

sequenceIteration.newIterator = (sequence) => new PySequenceIterator(sequence);

// ── callable_iterator ────────────────────────────────────────────────────────────────────────────────────────────

/** `iter(callable, sentinel)`. */
export class PyCallableIterator {
  declare readonly shape: Shape;
  /** `undefined` once exhausted. */
  callable: Value | undefined;
  readonly sentinel: Value;

  constructor(callable: Value, sentinel: Value) {
    this.callable = callable;
    this.sentinel = sentinel;
  }

  next(): Result | undefined {
    if (this.callable === undefined) return undefined;
    const result = call(this.callable, []);
    if (result === EXIT) {
      if (!swallow('StopIteration')) return EXIT;
      this.callable = undefined;
      return undefined;
    }
    // The call may have exhausted this iterator itself.
    if (this.callable === undefined) return undefined;
    const isEnd = sameOrEqual(this.sentinel, result as Value);
    if (isEnd === EXIT) return EXIT;
    if (isEnd === false) return result;
    this.callable = undefined;
    return undefined;
  }
}
declareObjectClass(PyCallableIterator);

export const callableIteratorType = builtinType<PyCallableIterator>('callable_iterator', {
  base: objectType,
  layout: PyCallableIterator,
  isBaseType: false,
  slots: { iter: (self: PyCallableIterator) => self, next: (self: PyCallableIterator) => self.next() },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
      const iter = builtinNamed('iter');
      const { callable, sentinel } = self;
      return callable === undefined ? reduction(iter, [emptyTuple]) : reduction(iter, [callable, sentinel]);
    });
  },
});
