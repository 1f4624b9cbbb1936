/** `tuple_iterator`. */
import { builtinType } from '../gateway/builtin-type.ts';
import { declareObjectClass, type Value } from '../object.ts';
import type { Shape } from '../shape.ts';
import { defineSequenceIterator } from './iterator-methods.ts';
import { objectType } from './object.ts';
import { emptyTuple, type PyTuple } from './tuple.ts';

export class PyTupleIterator {
  declare readonly shape: Shape;
  /** null once exhausted. */
  sequence: PyTuple | null;
  index: number;

  constructor(sequence: PyTuple) {
    this.sequence = sequence;
    this.index = 0;
  }

  next(): Value | undefined {
    const sequence = this.sequence;
    if (sequence === null) return undefined;
    const index = this.index;
    if (index < sequence.length) {
      this.index = index + 1;
      return sequence.at(index);
    }
    this.sequence = null;
    return undefined;
  }
}
declareObjectClass(PyTupleIterator);

export const tupleIteratorType = builtinType<PyTupleIterator>('tuple_iterator', {
  base: objectType,
  layout: PyTupleIterator,
  isBaseType: false,
  slots: { iter: (self: PyTupleIterator) => self, next: (self: PyTupleIterator) => self.next() },
  define: (type) =>
    defineSequenceIterator(
      type,
      (sequence) => (sequence as PyTuple).length,
      () => emptyTuple,
    ),
});
