/** `set_iterator`. */
import { raise } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../../object.ts';
import type { Shape } from '../../shape.ts';
import { builtinNamed } from '../../builtin-names.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC, reduction } from '../iterator-methods.ts';
import { PyList } from '../list/list.ts';
import { objectType } from '../object.ts';
import type { PySetBase } from './storage.ts';

export class PySetIterator {
  declare readonly shape: Shape;
  /** Null once exhausted. */
  set: PySetBase | null;
  position: number;
  /** Size at the start; -1 after it has changed. */
  expected: number;
  remaining: number;

  constructor(set: PySetBase) {
    this.set = set;
    this.position = 0;
    this.expected = set.size;
    this.remaining = set.size;
  }

  next(): Result | undefined {
    const { set } = this;
    if (set === null) return undefined;
    if (this.expected !== set.size) {
      this.expected = -1;
      return raise('RuntimeError', 'Set changed size during iteration');
    }
    const position = set.nextPosition(this.position);
    if (position < 0) {
      this.set = null;
      return undefined;
    }
    this.position = position + 1;
    this.remaining--;
    return set.at(position);
  }
}
declareObjectClass(PySetIterator);

/** What is left, without moving the iterator. */
function remainingItems(self: PySetIterator): Value[] | typeof EXIT {
  const { set, position, expected, remaining } = self;
  const items: Value[] = [];
  let item = self.next();
  for (; item !== undefined && item !== EXIT; item = self.next()) items.push(item as Value);
  self.set = set;
  self.position = position;
  self.expected = expected;
  self.remaining = remaining;
  return item === EXIT ? EXIT : items;
}

export const setIteratorType = builtinType<PySetIterator>('set_iterator', {
  base: objectType,
  layout: PySetIterator as never,
  isBaseType: false,
  slots: { iter: (self: PySetIterator) => self, next: (self: PySetIterator) => self.next() },
  define(type) {
    type.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self) =>
      self.set !== null && self.expected === self.set.size ? self.remaining : 0,
    );
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) => {
      const items = remainingItems(self);
      return items === EXIT ? EXIT : reduction(builtinNamed('iter'), [PyList.of(items as Value[])]);
    });
  },
});
