/** `product`, `permutations`, `combinations`, `combinations_with_replacement`: tuples picked from pools by counting through indices. */
import { isOdd, ODD_KEYWORDS_TEXT } from '../../objspace/gateway/odd-keywords.ts';
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { newSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf } from '../../objspace/operations.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type PyType, primitiveTypes, typeOf } from '../../objspace/type.ts';
import { toSsize } from '../../objspace/types/sequences.ts';
import type { QuietIterator } from '../../objspace/quiet-iterator.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { instanceOf, iteratorType } from './iterator-type.ts';

const sizeOf = <Self extends { indices: number[] }>(type: TypeBuilder<Self>): void =>
  type.method(
    '__sizeof__(self, /)',
    'Returns size in memory, in bytes.',
    (self) => 56 + 8 * (self as Self).indices.length,
  );

/** The items of an iterable and the number of them to pick, for the types that take `iterable, r`. */
function pool(cls: PyType, iterable: Value, r: Value, make: (items: Value[], count: number) => object): Result {
  const count = toSsize(r);
  if (count === EXIT) return EXIT;
  const items = itemsOf(iterable);
  if (items === EXIT) return EXIT;
  if ((count as number) < 0) return raiseValueError('r must be non-negative');
  if ((count as number) > MAX_ITEMS) return raise('MemoryError');
  return instanceOf(cls, make(items as Value[], count as number));
}

const pick = (items: readonly Value[], indices: readonly number[], count: number): PyTuple => {
  if (count > 3) return pickMany(items, indices, count);
  const picked: Value[] = [];
  for (let place = 0; place < count; place++) picked.push(items[indices[place]]);
  return new PyTuple(picked);
};

/** The tuple keeps its array: a copy has the room that it needs, one that grows has more. */
function pickMany(items: readonly Value[], indices: readonly number[], count: number): PyTuple {
  if (count >= STRIDE) worked(count >> 1);
  const picked = items.slice(0, count);
  for (let place = 0; place < picked.length; place++) picked[place] = items[indices[place]];
  for (let place = picked.length; place < count; place++) picked.push(items[indices[place]]);
  return PyTuple.ofMany(picked);
}

const upTo = (count: number): number[] => {
  const indices: number[] = [];
  for (let index = 0; index < count; index++) {
    indices.push(index);
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
  }
  return indices;
};

// ── product ──────────────────────────────────────────────────────────────────────────────────────────────────────

class Product implements QuietIterator {
  declare readonly shape: Shape;
  readonly pools: readonly (readonly Value[])[];
  readonly indices: number[];
  /** What was given last; null before the first. */
  last: Value[] | null;
  isDone: boolean;

  constructor(pools: readonly (readonly Value[])[]) {
    this.pools = pools;
    worked(pools.length);
    this.indices = pools.map(() => 0);
    worked(pools.length);
    this.last = null;
    this.isDone = pools.some((items) => items.length === 0);
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Value | undefined {
    if (this.isDone) return undefined;
    const { pools, indices } = this;
    if (this.last === null) {
      if (pools.length >= STRIDE) worked(pools.length >> 1);
      this.last = pools.map((items) => items[0]);
      return new PyTuple(this.last);
    }
    if (pools.length >= STRIDE) worked(pools.length >> 2);
    // The array of the last tuple belongs to Python now.
    const items = this.last.slice();
    let place = pools.length - 1;
    for (; place >= 0; place--) {
      indices[place]++;
      if (indices[place] < pools[place].length) {
        items[place] = pools[place][indices[place]];
        break;
      }
      indices[place] = 0;
      items[place] = pools[place][0];
    }
    if (place < 0) {
      this.isDone = true;
      return undefined;
    }
    this.last = items;
    return new PyTuple(items);
  }
}
declareObjectClass(Product);

function newProduct(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const names = keywords ?? [];
  if (names.length > 1) return raiseTypeError(`product() takes at most 1 keyword argument (${names.length} given)`);
  if (names.length === 1 && names[0] !== 'repeat')
    return raiseTypeError(
      isOdd(names[0]) ? ODD_KEYWORDS_TEXT : `product() got an unexpected keyword argument '${names[0]}'`,
    );
  const repeat = names.length === 0 ? 1 : toSsize(args[args.length - 1]);
  if (repeat === EXIT) return EXIT;
  if ((repeat as number) < 0) return raiseValueError('repeat argument cannot be negative');
  const pools = poolsOf(args.slice(0, args.length - names.length), repeat as number);
  return pools === EXIT ? EXIT : instanceOf(cls, new Product(pools as Value[][]));
}

function poolsOf(iterables: readonly Value[], repeat: number): Value[][] | Exit {
  const total = iterables.length * repeat;
  if (total >= Number.MAX_SAFE_INTEGER) return raise('OverflowError', 'repeat argument too large');
  if (total > MAX_ITEMS) return raise('MemoryError');
  const once: Value[][] = [];
  for (const iterable of repeat === 0 ? [] : iterables) {
    const items = itemsOf(iterable);
    if (items === EXIT) return EXIT;
    once.push(items as Value[]);
  }
  const pools: Value[][] = [];
  for (let turn = 0; turn < repeat; turn++) {
    for (const items of once) pools.push(items);
    if ((pools.length & (STRIDE - 1)) < once.length) worked(STRIDE);
  }
  return pools;
}

export const productType = iteratorType<Product>('product', {
  layout: Product,
  signature: '(*iterables, repeat=1)',
  doc: `
    Cartesian product of input iterables.  Equivalent to nested for-loops.

    For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).
    The leftmost iterators are in the outermost for-loop, so the output tuples
    cycle in a manner similar to an odometer (with the rightmost element changing
    on every iteration).

    To compute the product of an iterable with itself, specify the number
    of repetitions with the optional repeat keyword argument. For example,
    product(A, repeat=4) means the same as product(A, A, A, A).

    product('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)
    product((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...
  `,
  new: newProduct,
  define: sizeOf,
});

// ── One pool ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Tuples of `count` items of one pool, picked by indices that advance from one to the next. */
abstract class Selection extends PyObject implements QuietIterator {
  readonly items: readonly Value[];
  readonly indices: number[];
  readonly count: number;
  isStarted: boolean;
  isDone: boolean;

  constructor(items: readonly Value[], indices: number[], count: number, isDone: boolean) {
    super();
    this.items = items;
    this.indices = indices;
    this.count = count;
    this.isStarted = false;
    this.isDone = isDone;
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Value | undefined {
    if (this.isDone) return undefined;
    if (this.isStarted && !this.advance()) {
      this.isDone = true;
      return undefined;
    }
    this.isStarted = true;
    return pick(this.items, this.indices, this.count);
  }

  /** Whether there is another selection; the indices are then its. */
  protected abstract advance(): boolean;
}

// ── combinations ─────────────────────────────────────────────────────────────────────────────────────────────────

class Combinations extends Selection {
  constructor(items: readonly Value[], count: number) {
    const isDone = count > items.length;
    super(items, isDone ? [] : upTo(count), count, isDone);
  }

  /** Finds the last index that can still grow, and counts on from there. */
  protected advance(): boolean {
    const { indices, count } = this;
    const total = this.items.length;
    let place = count - 1;
    while (place >= 0 && indices[place] === place + total - count) place--;
    if (place < 0) return false;
    indices[place]++;
    for (let next = place + 1; next < count; next++) indices[next] = indices[next - 1] + 1;
    return true;
  }
}

export const combinationsType = iteratorType<Combinations>('combinations', {
  layout: Combinations,
  signature: '(iterable, r)',
  doc: 'Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)',
  new: newSlot('combinations(cls, iterable, r)', (cls, iterable, r) =>
    pool(cls, iterable, r, (items, count) => new Combinations(items, count)),
  ),
  define: sizeOf,
});

class CombinationsWithReplacement extends Selection {
  constructor(items: readonly Value[], count: number) {
    const isDone = items.length === 0 && count > 0;
    super(items, isDone ? [] : upTo(count).fill(0), count, isDone);
  }

  protected advance(): boolean {
    const { indices, count } = this;
    const last = this.items.length - 1;
    let place = count - 1;
    while (place >= 0 && indices[place] === last) place--;
    if (place < 0) return false;
    indices.fill(indices[place] + 1, place, count);
    return true;
  }
}

export const combinationsWithReplacementType = iteratorType<CombinationsWithReplacement>(
  'combinations_with_replacement',
  {
    layout: CombinationsWithReplacement,
    signature: '(iterable, r)',
    doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')",
    new: newSlot('combinations_with_replacement(cls, iterable, r)', (cls, iterable, r) =>
      pool(cls, iterable, r, (items, count) => new CombinationsWithReplacement(items, count)),
    ),
    define: sizeOf,
  },
);

// ── permutations ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Its indices are all of them: the first `count` are the permutation, the others those not in use, in order. */
class Permutations extends Selection {
  /** Per place, how many values it has still to go through. */
  readonly cycles: number[];

  constructor(items: readonly Value[], count: number) {
    const isDone = count > items.length;
    super(items, upTo(items.length), count, isDone);
    this.cycles = isDone ? [] : upTo(count);
    for (let place = 0; place < this.cycles.length; place++) {
      this.cycles[place] = items.length - place;
      if ((place & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
    }
  }

  protected advance(): boolean {
    const { indices, cycles } = this;
    const total = indices.length;
    for (let place = this.count - 1; place >= 0; place--) {
      cycles[place]--;
      if (cycles[place] > 0) {
        const other = total - cycles[place];
        const index = indices[place];
        indices[place] = indices[other];
        indices[other] = index;
        return true;
      }
      // All values tried here: put them back in order.
      const first = indices[place];
      for (let next = place; next < total - 1; next++) indices[next] = indices[next + 1];
      indices[total - 1] = first;
      cycles[place] = total - place;
    }
    return false;
  }
}

export const permutationsType = iteratorType<Permutations>('permutations', {
  layout: Permutations,
  signature: '(iterable, r=None)',
  doc: 'Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)',
  new: newSlot('permutations(cls, iterable, r=None)', (cls, iterable, r) => {
    if (r === null) {
      const items = itemsOf(iterable);
      return items === EXIT ? EXIT : instanceOf(cls, new Permutations(items as Value[], (items as Value[]).length));
    }
    if (!typeOf(r).isSubtypeOf(primitiveTypes.int)) {
      const items = itemsOf(iterable);
      return items === EXIT ? EXIT : raiseTypeError('Expected int as r');
    }
    return pool(cls, iterable, r, (items, count) => new Permutations(items, count));
  }),
  define: sizeOf,
});
