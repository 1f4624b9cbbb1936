/** `list_iterator` and `list_reverseiterator`: they look at the list at every step, so a list may change while it is iterated over. */
import { builtinType } from '../../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../../object.ts';
import type { Shape } from '../../shape.ts';
import { builtinNamed } from '../../builtin-names.ts';
import {
  defineSequenceIterator,
  LENGTH_HINT_DOC,
  REDUCE_DOC,
  reduction,
  SETSTATE_DOC,
  stateIndex,
} from '../iterator-methods.ts';
import { objectType } from '../object.ts';
import { PyList } from './list.ts';

export class PyListIterator {
  declare readonly shape: Shape;
  /** null once exhausted: a list that grows afterwards is not taken up again. */
  sequence: PyList | null;
  index: number;

  constructor(sequence: PyList) {
    this.sequence = sequence;
    this.index = 0;
  }

  next(): Value | undefined {
    const list = this.sequence;
    if (list === null) return undefined;
    const index = this.index;
    if (index < list.storage.length) {
      this.index = index + 1;
      return list.get(index);
    }
    this.sequence = null;
    return undefined;
  }
}
declareObjectClass(PyListIterator);

export const listIteratorType = builtinType<PyListIterator>('list_iterator', {
  base: objectType,
  layout: PyListIterator,
  isBaseType: false,
  slots: { iter: (self: PyListIterator) => self, next: (self: PyListIterator) => self.next() },
  define: (type) =>
    defineSequenceIterator(
      type,
      (list) => (list as PyList).length,
      () => PyList.of([]),
      true,
    ),
});

export class PyReversedListIterator {
  declare readonly shape: Shape;
  sequence: PyList | null;
  /** Index of the next item; -1 at the end. */
  index: number;

  constructor(sequence: PyList) {
    this.sequence = sequence;
    this.index = sequence.length - 1;
  }

  next(): Value | undefined {
    const list = this.sequence;
    if (list === null) return undefined;
    const index = this.index;
    if (index >= 0 && index < list.storage.length) {
      this.index = index - 1;
      return list.get(index);
    }
    this.sequence = null;
    this.index = -1;
    return undefined;
  }
}
declareObjectClass(PyReversedListIterator);

export const reversedListIteratorType = builtinType<PyReversedListIterator>('list_reverseiterator', {
  base: objectType,
  layout: PyReversedListIterator,
  isBaseType: false,
  slots: { iter: (self: PyReversedListIterator) => self, next: (self: PyReversedListIterator) => self.next() },
  define(type) {
    type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, ({ sequence, index }) =>
      sequence === null || sequence.length < index + 1 ? 0 : index + 1,
    );
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
      const reversed = builtinNamed('reversed');
      const { sequence, index } = self;
      return sequence === null ? reduction(reversed, [PyList.of([])]) : reduction(reversed, [sequence], index);
    });
    type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self, value): Result => {
      const index = stateIndex(value);
      if (index === EXIT) return EXIT;
      if (self.sequence !== null) self.index = Math.min(Math.max(-1, index as number), self.sequence.length - 1);
      return null;
    });
  },
});
