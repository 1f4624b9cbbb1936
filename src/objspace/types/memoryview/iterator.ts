/** `memory_iterator`: over the items of a one-dimensional memoryview. */
import { raise, raiseTypeError } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../../object.ts';
import type { QuietIterator } from '../../quiet-iterator.ts';
import type { Shape } from '../../shape.ts';
import type { PyMemoryView } from '../memoryview.ts';
import { objectType } from '../object-type.ts';
import { readItem, viewFormat } from './items.ts';

export class PyMemoryViewIterator implements QuietIterator {
  declare readonly shape: Shape;
  /** null when exhausted. */
  source: PyMemoryView | null;
  index: number;

  constructor(source: PyMemoryView) {
    this.source = source;
    this.index = 0;
  }

  static over(source: PyMemoryView): Result {
    if (source.check() === EXIT) return EXIT;
    const dimensions = source.layout.shape.length;
    if (dimensions === 0) return raiseTypeError('invalid indexing of 0-dim memory');
    if (dimensions > 1) return raise('NotImplementedError', 'multi-dimensional sub-views are not implemented');
    return viewFormat(source) === EXIT ? EXIT : (new PyMemoryViewIterator(source) as Value);
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Result | undefined {
    const { source } = this;
    if (source === null) return undefined;
    if (this.index >= source.layout.shape[0]) {
      this.source = null;
      return undefined;
    }
    if (source.check() === EXIT) return EXIT;
    return readItem(source, source.offset + this.index++ * source.layout.strides[0]);
  }
}
declareObjectClass(PyMemoryViewIterator);

export const memoryIteratorType = builtinType<PyMemoryViewIterator & Value>('memory_iterator', {
  base: objectType,
  layout: PyMemoryViewIterator as never,
  isBaseType: false,
  slots: { iter: (self: Value) => self, next: (self: PyMemoryViewIterator) => self.next() },
});
