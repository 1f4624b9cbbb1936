/** Iterator over an array. */
import { orThrow } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, type Result, type Value } from '../../objspace/object.ts';
import { toIndex } from '../../objspace/operations.ts';
import type { QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { Shape } from '../../objspace/shape.ts';
import { reduceIterator } from '../../objspace/types/bytes/iterator.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import type { PyArray } from './array.ts';
import { itemAt } from './items.ts';

export class PyArrayIterator implements QuietIterator {
  declare readonly shape: Shape;
  /** null when exhausted. */
  source: PyArray | null;
  index: number;

  constructor(source: PyArray) {
    this.source = source;
    this.index = 0;
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Result | undefined {
    const { source } = this;
    if (source === null) return undefined;
    if (this.index < source.length) return itemAt(source, this.index++);
    this.source = null;
    return undefined;
  }
}
declareObjectClass(PyArrayIterator);

export const arrayIteratorType = builtinType<PyArrayIterator & Value>('arrayiterator', {
  base: objectType,
  layout: PyArrayIterator as never,
  module: 'array',
  isBaseType: false,
  slots: {
    iter: (self: Value) => self,
    next: (self: PyArrayIterator) => self.next(),
  },
  define(type) {
    type.method('__reduce__(self, /)', 'Return state information for pickling.', (self) => reduceIterator(self));
    type.method('__setstate__(self, state, /)', 'Set state information for unpickling.', (self, state) => {
      const index = orThrow(toIndex(state)) as number;
      if (self.source !== null) self.index = Math.min(Math.max(index, 0), self.source.length);
      return null;
    });
  },
});
