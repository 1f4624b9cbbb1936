/** `zip`. */
import { builtinType } from '../gateway/builtin-type.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { isTrue } from '../operations.ts';
import type { Shape } from '../shape.ts';
import type { PyType } from '../type.ts';
import { REDUCE_DOC, reduction, SETSTATE_DOC } from './iterator-methods.ts';
import { nextOf } from './next-of.ts';
import { objectType } from './object.ts';
import { iteratorsOf, nextOfEach, strictArgument } from './several-iterators.ts';
import { PyTuple } from './tuple.ts';

export class PyZip {
  declare readonly shape: Shape;
  readonly iterators: readonly Value[];
  isStrict: boolean;

  constructor(iterators: readonly Value[], isStrict: boolean) {
    this.iterators = iterators;
    this.isStrict = isStrict;
  }

  /** Whether it gives pairs, and ends with the shorter of two iterators. */
  isOfTwo(): boolean {
    return this.iterators.length === 2 && !this.isStrict;
  }

  next(): Result | undefined {
    const { iterators } = this;
    if (this.isOfTwo()) return nextPair(iterators[0], iterators[1]);
    if (iterators.length === 0) return undefined;
    const found = nextOfEach(iterators, this.isStrict, 'zip');
    return found === undefined || found === EXIT ? (found as undefined | Exit) : new PyTuple(found as Value[]);
  }
}
declareObjectClass(PyZip);

/** Without an array. */
function nextPair(first: Value, second: Value): Result | undefined {
  const left = nextOf(first);
  if (left === undefined || left === EXIT) return left;
  const right = nextOf(second);
  if (right === undefined || right === EXIT) return right;
  return new PyTuple(null, left as Value, right as Value);
}

function newZip(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const isStrict = strictArgument(args, keywords, 'zip');
  if (isStrict === EXIT) return EXIT;
  const iterators = iteratorsOf(keywords === null ? args : args.slice(0, args.length - keywords.length));
  if (iterators === EXIT) return EXIT;
  const object = new PyZip(iterators as Value[], isStrict as boolean);
  return cls === zipType ? object : adopt(object, cls);
}

export const zipType: PyType = builtinType<PyZip>('zip', {
  base: objectType,
  layout: PyZip,
  signature: '(*iterables, strict=False)',
  doc: `
    The zip object yields n-length tuples, where n is the number of
    iterables passed as positional arguments to zip().  The i-th element
    in every tuple comes from the i-th iterable argument to zip().  This
    continues until the shortest argument is exhausted.

    If strict is true and one of the arguments is exhausted before the
    others, raise a ValueError.

       >>> list(zip('abcdefg', range(3), range(4)))
       [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]
  `,
  slots: { iter: (self: PyZip) => self, next: (self: PyZip) => self.next(), new: newZip },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, (self) =>
      self.isStrict ? reduction(self.shape.type, self.iterators, true) : reduction(self.shape.type, self.iterators),
    );
    type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self, value): Result => {
      const isStrict = isTrue(value);
      if (isStrict === EXIT) return EXIT;
      self.isStrict = isStrict as boolean;
      return null;
    });
  },
});
