/** `reversed`: asks `__reversed__`, or goes backwards over a sequence. */
import { normalize } from './int/arithmetic.ts';
import { raiseTypeError, swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../object.ts';
import { call, getItem, len, lookupSpecial, typeName } from '../operations.ts';
import type { Shape } from '../shape.ts';
import { type PyType, typeOf } from '../type.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC, reduction, SETSTATE_DOC, stateIndex } from './iterator-methods.ts';
import { objectType } from './object.ts';
import { emptyTuple } from './tuple.ts';

export class PyReversed {
  declare readonly shape: Shape;
  /** `undefined` once exhausted. */
  sequence: Value | undefined;
  /** Index of the next item; -1 at the end. */
  index: number;

  constructor(sequence: Value, length: number) {
    this.sequence = sequence;
    this.index = before(length);
  }

  next(): Result | undefined {
    const { sequence, index } = this;
    if (sequence === undefined) return undefined;
    if (index >= 0) {
      const item = getItem(sequence, index);
      if (item !== EXIT) {
        this.index = before(index);
        return item;
      }
      if (!swallow('IndexError') && !swallow('StopIteration')) return EXIT;
    }
    this.index = -1;
    this.sequence = undefined;
    return undefined;
  }
}
declareObjectClass(PyReversed);

/** The index before another one, either of which may be a bigint (`len`). */
function before(index: number): number {
  return typeof index === 'number' ? index - 1 : (normalize((index as bigint) - 1n) as number);
}

function behind(index: number): number {
  return typeof index === 'number' ? index + 1 : (normalize((index as bigint) + 1n) as number);
}

/** A builtin object with subscripts but no length is no sequence (a match of a regular expression), nor is a proxy. */
function isUnsized(type: PyType): boolean {
  return !type.isHeapType && (type.slots.len === undefined || isProxy(type));
}

function isProxy(type: PyType): boolean {
  return type.module === 'weakref' && type.name === 'CallableProxyType';
}

function newReversed(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const count = keywords === null ? args.length : args.length - keywords.length;
  // A derived class with an `__init__` of its own may have keywords for that.
  if (count !== args.length && cls.slots.init === reversedType.slots.init)
    return raiseTypeError('reversed() takes no keyword arguments');
  if (count !== 1) return raiseTypeError(`reversed expected 1 argument, got ${count}`);
  const [sequence] = args;
  const method = lookupSpecial(sequence, '__reversed__');
  if (method === EXIT) return EXIT;
  if (method !== undefined && method !== null) return call(method as Value, []);
  const type = typeOf(sequence);
  if (method === null || type.slots.getItem === undefined || type.pattern === 'mapping' || isUnsized(type)) {
    return raiseTypeError(`'${typeName(sequence)}' object is not reversible`);
  }
  const length = len(sequence);
  if (length === EXIT) return EXIT;
  const object = new PyReversed(sequence, length as number);
  return cls === reversedType ? object : adopt(object, cls);
}

export const reversedType: PyType = builtinType<PyReversed>('reversed', {
  base: objectType,
  layout: PyReversed,
  signature: '(sequence, /)',
  doc: 'Return a reverse iterator over the values of the given sequence.',
  slots: { iter: (self: PyReversed) => self, next: (self: PyReversed) => self.next(), new: newReversed },
  define(type) {
    type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, ({ sequence, index }): Result => {
      if (sequence === undefined || index < 0) return 0;
      const length = len(sequence);
      if (length === EXIT) return EXIT;
      return (length as number) < behind(index) ? 0 : behind(index);
    });
    type.method('__reduce__(self, /)', REDUCE_DOC, ({ shape, sequence, index }) =>
      sequence === undefined ? reduction(shape.type, [emptyTuple]) : reduction(shape.type, [sequence], index),
    );
    type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self, value): Result => {
      const index = stateIndex(value);
      if (index === EXIT) return EXIT;
      if (self.sequence === undefined) return null;
      const length = len(self.sequence);
      if (length === EXIT) return EXIT;
      const last = before(length as number);
      self.index = (index as number) > last ? last : Math.max(-1, index as number);
      return null;
    });
  },
});
