/** `filter`. */
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { callWithOne } from '../gateway/short-calls.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { isTrue, iter } from '../operations.ts';
import type { QuietIterator } from '../quiet-iterator.ts';
import type { Shape } from '../shape.ts';
import { type PyType, primitiveTypes } from '../type.ts';
import { REDUCE_DOC, reduction } from './iterator-methods.ts';
import { nextOf } from './next-of.ts';
import { givesNumbers } from './number-iterators.ts';
import { objectType } from './object.ts';

/** The truth of what a predicate says; None and `bool` are the item's own. */
export function satisfies(predicate: Value, item: Value): boolean | Exit {
  if (predicate === null || predicate === primitiveTypes.bool) return isTrue(item);
  const result = callWithOne(predicate, item);
  return result === EXIT ? EXIT : isTrue(result as Value);
}

export class PyFilter implements QuietIterator {
  declare readonly shape: Shape;
  readonly predicate: Value;
  readonly iterator: Value;

  constructor(predicate: Value, iterator: Value) {
    this.predicate = predicate;
    this.iterator = iterator;
  }

  isQuiet(): boolean {
    return this.predicate === null && givesNumbers(this.iterator);
  }

  next(): Result | undefined {
    for (;;) {
      const item = nextOf(this.iterator);
      if (item === undefined || item === EXIT) return item;
      const isWanted = satisfies(this.predicate, item as Value);
      if (isWanted === EXIT) return EXIT;
      if (isWanted === true) return item;
    }
  }
}
declareObjectClass(PyFilter);

function newFilter(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const ownInit = cls !== filterType && cls.slots.init !== filterType.slots.init;
  if (keywords !== null && keywords.length > 0 && !ownInit)
    return raiseTypeError('filter() takes no keyword arguments');
  const count = args.length - (keywords?.length ?? 0);
  if (count !== 2) return raiseTypeError(`filter expected 2 arguments, got ${count}`);
  const iterator = iter(args[1]);
  if (iterator === EXIT) return EXIT;
  const object = new PyFilter(args[0], iterator as Value);
  return cls === filterType ? object : adopt(object, cls);
}

export const filterType: PyType = builtinType<PyFilter>('filter', {
  base: objectType,
  layout: PyFilter,
  signature: '(function, iterable, /)',
  doc: `
    Return an iterator yielding those items of iterable for which
    function(item) is true.  If function is None, return the items that
    are true.
  `,
  slots: { iter: (self: PyFilter) => self, next: (self: PyFilter) => self.next(), new: newFilter },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) =>
      reduction(self.shape.type, [self.predicate, self.iterator]),
    );
  },
});
