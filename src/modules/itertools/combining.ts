/** Iterators that put items together: `chain`, `starmap`, `accumulate`, `pairwise`, `batched`, `zip_longest`. */
import { ADD, binary } from '../../objspace/arithmetic.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { newSlot } from '../../objspace/gateway/builtin-type.ts';
import { callWithOne, callWithTwo } from '../../objspace/gateway/short-calls.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, iter, itemsOf } from '../../objspace/operations.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import type { IsQuiet, QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { Shape } from '../../objspace/shape.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { GenericAlias } from '../../objspace/types/generic-alias.ts';
import { givesNumbers } from '../../objspace/types/number-iterators.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyRange } from '../../objspace/types/range.ts';
import { toSsize } from '../../objspace/types/sequences.ts';
import { PySetBase } from '../../objspace/types/set/storage.ts';
import { iteratorsOf } from '../../objspace/types/several-iterators.ts';
import { PyTuple, tupleType } from '../../objspace/types/tuple.ts';
import { PyTupleIterator } from '../../objspace/types/tuple-iterator.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { instanceOf, iteratorType, withoutKeywords } from './iterator-type.ts';

// ── chain ────────────────────────────────────────────────────────────────────────────────────────────────────────

class Chain implements QuietIterator {
  declare readonly shape: Shape;
  /** Iterator over the iterables; null at the end of all. */
  iterables: Value | null;
  /** Iterator over the current one; null between two. */
  active: Value | null;
  /** Whether all iterables are builtin containers. */
  private readonly isPlain: boolean;

  constructor(iterables: Value, isPlain: boolean) {
    this.iterables = iterables;
    this.active = null;
    this.isPlain = isPlain;
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.isPlain && (this.active === null || of(this.active, depth));
  }

  next(): Result | undefined {
    while (this.iterables !== null) {
      if (this.active === null) {
        const iterable = nextOf(this.iterables);
        if (iterable === undefined || iterable === EXIT) {
          this.iterables = null;
          return iterable;
        }
        const active = iter(iterable as Value);
        if (active === EXIT) {
          this.iterables = null;
          return EXIT;
        }
        this.active = active as Value;
      }
      const item = nextOf(this.active);
      if (item !== undefined) return item;
      this.active = null;
    }
    return undefined;
  }
}
declareObjectClass(Chain);

function isContainer(value: Value): boolean {
  if (typeof value === 'string') return true;
  if (value === null || typeof value !== 'object' || value.shape.type.isHeapType) return false;
  return (
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyRange ||
    value instanceof PyDict ||
    value instanceof PySetBase
  );
}

export const chainType: PyType = iteratorType<Chain>('chain', {
  layout: Chain,
  signature: '(*iterables)',
  doc: `
    Return a chain object whose .__next__() method returns elements from the
    first iterable until it is exhausted, then elements from the next
    iterable, until all of the iterables are exhausted.
  `,
  new: withoutKeywords(
    newSlot('chain(cls, *iterables)', (cls, iterables) =>
      instanceOf(cls, new Chain(new PyTupleIterator(new PyTuple(iterables)), iterables.every(isContainer))),
    ),
  ),
  define(type) {
    type.classMethod(
      'from_iterable(cls, iterable, /)',
      'Alternative chain() constructor taking a single iterable argument that evaluates lazily.',
      (cls, iterable) => {
        const iterables = iter(iterable);
        return iterables === EXIT ? EXIT : instanceOf(cls, new Chain(iterables as Value, false));
      },
    );
    type.classMethod('__class_getitem__(cls, object, /)', 'See PEP 585', (cls, item) => new GenericAlias(cls, item));
  },
});

// ── starmap ──────────────────────────────────────────────────────────────────────────────────────────────────────

class StarMap {
  declare readonly shape: Shape;
  readonly callable: Value;
  readonly iterator: Value;

  constructor(callable: Value, iterator: Value) {
    this.callable = callable;
    this.iterator = iterator;
  }

  next(): Result | undefined {
    const args = nextOf(this.iterator);
    if (args === undefined || args === EXIT) return args;
    if (args instanceof PyTuple && args.shape === tupleType.instanceShape) {
      if (args.length === 2) return callWithTwo(this.callable, args.at(0), args.at(1));
      if (args.length === 1) return callWithOne(this.callable, args.at(0));
    }
    const items = itemsOf(args as Value);
    return items === EXIT ? EXIT : call(this.callable, items as Value[]);
  }
}
declareObjectClass(StarMap);

export const starmapType = iteratorType<StarMap>('starmap', {
  layout: StarMap,
  signature: '(function, iterable, /)',
  doc: 'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.',
  new: withoutKeywords(
    newSlot('starmap(cls, function, iterable, /)', (cls, callable, iterable) => {
      const iterator = iter(iterable);
      return iterator === EXIT ? EXIT : instanceOf(cls, new StarMap(callable, iterator as Value));
    }),
  ),
});

// ── accumulate ───────────────────────────────────────────────────────────────────────────────────────────────────

class Accumulate implements QuietIterator {
  declare readonly shape: Shape;
  readonly iterator: Value;
  readonly callable: Value;
  /** What was given last; `undefined` before the first. */
  total: Value | undefined;
  /** `initial=`, still to be given; `undefined` if there is none. */
  initial: Value | undefined;

  constructor(iterator: Value, callable: Value, initial: Value | undefined) {
    this.iterator = iterator;
    this.callable = callable;
    this.total = undefined;
    this.initial = initial;
  }

  isQuiet(): boolean {
    const { callable, iterator, initial } = this;
    return callable === null && givesNumbers(iterator) && isNumber(initial) && isNumber(this.total);
  }

  next(): Result | undefined {
    if (this.initial !== undefined) {
      this.total = this.initial;
      this.initial = undefined;
      return this.total;
    }
    const item = nextOf(this.iterator);
    if (item === undefined || item === EXIT) return item;
    if (this.total === undefined) {
      this.total = item as Value;
      return item;
    }
    const total =
      this.callable === null
        ? binary(this.total, item as Value, ADD)
        : callWithTwo(this.callable, this.total, item as Value);
    if (total === EXIT) return EXIT;
    this.total = total as Value;
    return total;
  }
}
declareObjectClass(Accumulate);

/** Or nothing so far. */
function isNumber(value: Value | undefined): boolean {
  return value === undefined || typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat;
}

export const accumulateType = iteratorType<Accumulate>('accumulate', {
  layout: Accumulate,
  signature: '(iterable, func=None, *, initial=None)',
  doc: 'Return series of accumulated sums (or other binary function results).',
  new: newSlot('accumulate(cls, iterable, func=None, *, initial=None)', (cls, iterable, callable, initial) => {
    const iterator = iter(iterable);
    if (iterator === EXIT) return EXIT;
    return instanceOf(cls, new Accumulate(iterator as Value, callable, initial === null ? undefined : initial));
  }),
});

// ── pairwise ─────────────────────────────────────────────────────────────────────────────────────────────────────

class Pairwise implements QuietIterator {
  declare readonly shape: Shape;
  /** null once exhausted. */
  iterator: Value | null;
  /** The last item; `undefined` before the first. */
  previous: Value | undefined;

  constructor(iterator: Value) {
    this.iterator = iterator;
    this.previous = undefined;
  }

  next(): Result | undefined {
    if (this.iterator === null) return undefined;
    if (this.previous === undefined) {
      const first = nextOf(this.iterator);
      if (first === undefined || first === EXIT) return this.end(first);
      // Getting the first item may have used this iterator itself.
      this.previous = first as Value;
      if (this.iterator === null) return undefined;
    }
    const previous = this.previous;
    const item = nextOf(this.iterator);
    if (item === undefined || item === EXIT) return this.end(item);
    this.previous = item as Value;
    return new PyTuple(null, previous, item as Value);
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.iterator === null || of(this.iterator, depth);
  }

  private end(result: Exit | undefined): Exit | undefined {
    this.iterator = null;
    this.previous = undefined;
    return result;
  }
}
declareObjectClass(Pairwise);

export const pairwiseType = iteratorType<Pairwise>('pairwise', {
  layout: Pairwise,
  signature: '(iterable, /)',
  doc: `
    Return an iterator of overlapping pairs taken from the input iterator.

        s -> (s0,s1), (s1,s2), (s2, s3), ...
  `,
  new: withoutKeywords(
    newSlot('pairwise(cls, iterable, /)', (cls, iterable) => {
      const iterator = iter(iterable);
      return iterator === EXIT ? EXIT : instanceOf(cls, new Pairwise(iterator as Value));
    }),
  ),
});

// ── batched ──────────────────────────────────────────────────────────────────────────────────────────────────────

class Batched implements QuietIterator {
  declare readonly shape: Shape;
  /** null once exhausted. */
  iterator: Value | null;
  readonly size: number;
  readonly isStrict: boolean;

  constructor(iterator: Value, size: number, isStrict: boolean) {
    this.iterator = iterator;
    this.size = size;
    this.isStrict = isStrict;
  }

  next(): Result | undefined {
    if (this.iterator === null) return undefined;
    const items: Value[] = [];
    while (items.length < this.size) {
      const item = nextOf(this.iterator);
      if (item === EXIT) {
        this.iterator = null;
        return EXIT;
      }
      if (item === undefined) return this.last(items);
      items.push(item as Value);
    }
    return new PyTuple(items);
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.iterator === null || of(this.iterator, depth);
  }

  /** As CPython, goes on to ask the iterator after a batch that is too short. */
  private last(items: Value[]): Result | undefined {
    if (items.length > 0 && !this.isStrict) return new PyTuple(items);
    this.iterator = null;
    return items.length === 0 ? undefined : raiseValueError('batched(): incomplete batch');
  }
}
declareObjectClass(Batched);

export const batchedType = iteratorType<Batched>('batched', {
  layout: Batched,
  signature: '(iterable, n, *, strict=False)',
  doc: `
    Batch data into tuples of length n. The last batch may be shorter than n.

    Loops over the input iterable and accumulates data into tuples
    up to size n.  The input is consumed lazily, just enough to
    fill a batch.  The result is yielded as soon as a batch is full
    or when the input iterable is exhausted.

        >>> for batch in batched('ABCDEFG', 3):
        ...     print(batch)
        ...
        ('A', 'B', 'C')
        ('D', 'E', 'F')
        ('G',)

    If "strict" is True, raises a ValueError if the final batch is shorter
    than n.
  `,
  new: newSlot('batched(cls, iterable, n, *, strict: bool = False)', (cls, iterable, n, isStrict) => {
    const size = toSsize(n);
    if (size === EXIT) return EXIT;
    if ((size as number) < 1) return raiseValueError('n must be at least one');
    const iterator = iter(iterable);
    return iterator === EXIT
      ? EXIT
      : instanceOf(cls, new Batched(iterator as Value, Math.min(size as number, MAX_ITEMS), isStrict));
  }),
});

// ── zip_longest ──────────────────────────────────────────────────────────────────────────────────────────────────

class ZipLongest implements QuietIterator {
  declare readonly shape: Shape;
  /** null where an iterator has ended. */
  readonly iterators: (Value | null)[];
  readonly fill: Value;
  active: number;

  constructor(iterators: Value[], fill: Value) {
    this.iterators = iterators;
    this.fill = fill;
    this.active = iterators.length;
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.iterators.every((iterator) => iterator === null || of(iterator, depth));
  }

  next(): Result | undefined {
    const { iterators } = this;
    if (this.active === 0) return undefined;
    const items: Value[] = [];
    for (let index = 0; index < iterators.length; index++) {
      const iterator = iterators[index];
      let item = iterator === null ? this.fill : nextOf(iterator);
      if (item === EXIT) {
        this.active = 0;
        return EXIT;
      }
      if (item === undefined) {
        this.active--;
        if (this.active === 0) return undefined;
        iterators[index] = null;
        item = this.fill;
      }
      items.push(item as Value);
    }
    return new PyTuple(items);
  }
}
declareObjectClass(ZipLongest);

function newZipLongest(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const names = keywords ?? [];
  if (names.length > 1 || (names.length === 1 && names[0] !== 'fillvalue')) {
    return raiseTypeError('zip_longest() got an unexpected keyword argument');
  }
  const iterators = iteratorsOf(args.slice(0, args.length - names.length));
  if (iterators === EXIT) return EXIT;
  return instanceOf(cls, new ZipLongest(iterators as Value[], names.length === 0 ? null : args[args.length - 1]));
}

export const zipLongestType = iteratorType<ZipLongest>('zip_longest', {
  layout: ZipLongest,
  signature: '(*iterables, fillvalue=None)',
  doc: 'Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n',
  new: newZipLongest,
});
