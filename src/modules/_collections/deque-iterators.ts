/** Iterators over a deque, forwards and backwards: they end with an error once the deque has changed. */
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { toSize, argumentName } from '../../objspace/operations.ts';
import type { QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { PyType } from '../../objspace/type.ts';
import { LENGTH_HINT_DOC, REDUCE_DOC } from '../../objspace/types/iterator-methods.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyDeque } from './deque.ts';

abstract class DequeIterator extends PyObject implements QuietIterator {
  readonly deque: PyDeque;
  /** Items not yet given. */
  remaining: number;
  readonly changes: number;

  constructor(deque: PyDeque) {
    super();
    this.deque = deque;
    this.remaining = deque.length;
    this.changes = deque.changes;
  }

  abstract itemAt(deque: PyDeque, remaining: number): Value;

  isQuiet(): boolean {
    return true;
  }

  next(): Result | undefined {
    const { deque } = this;
    if (deque.changes !== this.changes) {
      this.remaining = 0;
      return raise('RuntimeError', 'deque mutated during iteration');
    }
    if (this.remaining === 0) return undefined;
    const item = this.itemAt(deque, this.remaining);
    this.remaining--;
    return item;
  }
}

export class PyDequeIterator extends DequeIterator {
  itemAt(deque: PyDeque, remaining: number): Value {
    return deque.get(deque.length - remaining);
  }
}

export class PyDequeReverseIterator extends DequeIterator {
  itemAt(deque: PyDeque, remaining: number): Value {
    return deque.get(remaining - 1);
  }
}

/** `iterator_type(deque, index)`: an iterator that has given `index` items already. */
function newIterator(layout: new (deque: PyDeque) => DequeIterator) {
  return (_cls: PyType, args: Value[], _keywords: readonly string[] | null): Result => {
    if (args.length === 0) return raiseTypeError('function takes at least 1 argument (0 given)');
    const [deque, index] = args;
    if (!(deque instanceof PyDeque))
      return raiseTypeError(`argument 1 must be collections.deque, not ${argumentName(deque)}`);
    const skipped = args.length > 1 ? toSize(index) : 0;
    if (skipped === EXIT) return EXIT;
    const iterator = new layout(deque);
    iterator.remaining = Math.max(0, iterator.remaining - Math.max(0, skipped as number));
    return iterator;
  };
}

function iteratorType(name: string, layout: new (deque: PyDeque) => DequeIterator): PyType {
  const type: PyType = builtinType<DequeIterator>(name, {
    base: objectType,
    layout,
    module: 'collections',
    isBaseType: false,
    slots: {
      new: newIterator(layout),
      init: () => true,
      iter: (self: DequeIterator) => self,
      next: (self: DequeIterator) => self.next(),
    },
    define(builder) {
      builder.method('__length_hint__(self, /)', LENGTH_HINT_DOC, (self) => self.remaining);
      builder.method(
        '__reduce__(self, /)',
        REDUCE_DOC,
        (self) => new PyTuple([type, new PyTuple([self.deque, self.deque.length - self.remaining])]),
      );
    },
  });
  return type;
}

export const dequeIteratorType = iteratorType('_deque_iterator', PyDequeIterator);
export const dequeReverseIteratorType = iteratorType('_deque_reverse_iterator', PyDequeReverseIterator);
