/** The iterators that a code object's tables are given by: `co_lines()`, `co_positions()`. */
import { builtinType } from '../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../objspace/object.ts';
import { objectType } from '../objspace/types/object.ts';

class PyCodeIterator extends PyObject {
  readonly items: readonly Value[];
  next: number;

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
    this.next = 0;
  }
}

/** A type of iterators that Python code can only meet. */
function codeIterator(name: string): (items: readonly Value[]) => Value {
  class Instance extends PyCodeIterator {}
  builtinType<PyCodeIterator>(name, {
    base: objectType,
    layout: Instance,
    slots: {
      iter: (self: PyCodeIterator) => self,
      next: (self: PyCodeIterator) => self.items[self.next++],
    },
  });
  return (items) => new Instance(items);
}

export const lineIterator = codeIterator('line_iterator');
export const positionsIterator = codeIterator('positions_iterator');
