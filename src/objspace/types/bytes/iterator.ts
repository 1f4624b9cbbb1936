/** Iterators over bytes and bytearrays. */
import { orThrow } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { declareObjectClass, type Value } from '../../object.ts';
import { stateIndex } from '../iterator-methods.ts';
import { objectType } from '../object-type.ts';
import { PyTuple } from '../tuple.ts';
import type { Shape } from '../../shape.ts';
import { builtinNamed } from '../../builtin-names.ts';
import { reduction } from '../iterator-methods.ts';
import type { PyByteArray } from './bytearray.ts';
import type { PyBytes } from './bytes.ts';

export class PyBytesIterator {
  declare readonly shape: Shape;
  /** null when exhausted. */
  source: PyBytes | null;
  index: number;

  constructor(source: PyBytes) {
    this.source = source;
    this.index = 0;
  }

  next(): Value | undefined {
    const source = this.source;
    if (source === null) return undefined;
    if (this.index < source.length) return source.at(this.index++);
    this.source = null;
    return undefined;
  }
}
declareObjectClass(PyBytesIterator);

export class PyByteArrayIterator {
  declare readonly shape: Shape;
  source: PyByteArray | null;
  index: number;

  constructor(source: PyByteArray) {
    this.source = source;
    this.index = 0;
  }

  next(): Value | undefined {
    const source = this.source;
    if (source === null) return undefined;
    if (this.index < source.length) return source.at(this.index++);
    this.source = null;
    return undefined;
  }
}
declareObjectClass(PyByteArrayIterator);

type ByteIterator = PyBytesIterator | PyByteArrayIterator;

function remaining(self: ByteIterator): number {
  if (self.source === null) return 0;
  return Math.max(0, self.source.length - self.index);
}

/** What pickling an iterator gives: `iter` of what is iterated over, and how far it is. */
export function reduceIterator(iterator: { source: unknown; index: number }): Value {
  // What finds the builtin may run the iterator.
  const iter = builtinNamed('iter');
  const { source, index } = iterator;
  return source === null ? reduction(iter, [new PyTuple([])]) : reduction(iter, [source as Value], index);
}

function declareIterator(name: string, layout: typeof PyBytesIterator | typeof PyByteArrayIterator) {
  return builtinType<ByteIterator & Value>(name, {
    base: objectType,
    layout: layout as never,
    isBaseType: false,
    slots: {
      iter: (self: Value) => self,
      next: (self: ByteIterator) => self.next(),
    },
    define(type) {
      type.method('__length_hint__(self, /)', 'Private method returning an estimate of len(list(it)).', (self) =>
        remaining(self),
      );
      type.method('__reduce__(self, /)', 'Return state information for pickling.', (self) => reduceIterator(self));
      type.method('@__setstate__(self, state, /)', 'Set state information for unpickling.', (self, index) => {
        const position = orThrow(stateIndex(index)) as number;
        // A negative state means no more items here, and all of them of bytes.
        if (position < 0 && self instanceof PyByteArrayIterator) self.source = null;
        if (self.source !== null) self.index = Math.min(Math.max(position, 0), self.source.length);
        return null;
      });
    },
  });
}

export const bytesIteratorType = declareIterator('bytes_iterator', PyBytesIterator);
export const bytearrayIteratorType = declareIterator('bytearray_iterator', PyByteArrayIterator);
