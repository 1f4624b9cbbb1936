/** `tee`: copies of an iterator, over shared links of items that are freed as the last copy has passed them. */
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { iter, argumentName } from '../../objspace/operations.ts';
import type { IsQuiet, QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { Shape } from '../../objspace/shape.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { objectType } from '../../objspace/types/object.ts';
import { toSsize } from '../../objspace/types/sequences.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { worked } from '../../util/work.ts';
import { instanceOf, iteratorType } from './iterator-type.ts';

/** Items to a link. */
const LINK_SIZE = 57;

/** `_tee_dataobject`: a link of the chain. */
class TeeData {
  declare readonly shape: Shape;
  readonly iterator: Value;
  readonly values: Value[];
  following: TeeData | null;
  isRunning: boolean;

  constructor(iterator: Value, values: Value[]) {
    this.iterator = iterator;
    this.values = values;
    this.following = null;
    this.isRunning = false;
  }

  /** The item at an index up to the number of items read so far. */
  item(index: number): Result | undefined {
    if (index < this.values.length) return this.values[index];
    if (this.isRunning) return raise('RuntimeError', 'cannot re-enter the tee iterator');
    this.isRunning = true;
    const value = nextOf(this.iterator);
    this.isRunning = false;
    if (value === undefined || value === EXIT) return value;
    this.values.push(value as Value);
    return value;
  }

  /** Whether an item is there, or is had without Python code. */
  isQuiet(index: number, of: IsQuiet, depth: number): boolean {
    return index < this.values.length || of(this.iterator, depth);
  }

  nextLink(): TeeData {
    this.following ??= new TeeData(this.iterator, []);
    return this.following;
  }
}
declareObjectClass(TeeData);

class Tee implements QuietIterator {
  declare readonly shape: Shape;
  data: TeeData;
  index: number;

  constructor(data: TeeData, index: number) {
    this.data = data;
    this.index = index;
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.index < LINK_SIZE
      ? this.data.isQuiet(this.index, of, depth)
      : this.data.nextLink().isQuiet(0, of, depth);
  }

  next(): Result | undefined {
    if (this.index >= LINK_SIZE) {
      this.data = this.data.nextLink();
      this.index = 0;
    }
    const item = this.data.item(this.index);
    if (item === undefined || item === EXIT) return item;
    this.index++;
    return item;
  }
}
declareObjectClass(Tee);

/** An iterator that can be copied: a copy if it is one already. */
function copyable(iterable: Value): Tee | Exit {
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  if (iterator instanceof Tee) return new Tee(iterator.data, iterator.index);
  return new Tee(new TeeData(iterator as Value, []), 0);
}

export const teeType: PyType = iteratorType<Tee>('_tee', {
  layout: Tee,
  signature: '(iterable, /)',
  doc: 'Iterator wrapped to make it copyable.',
  isBaseType: false,
  new: newSlot('_tee(cls, iterable, /)', (cls, iterable) => {
    const tee = copyable(iterable);
    return tee === EXIT ? EXIT : instanceOf(cls, tee as Tee);
  }),
  define(type) {
    type.method('__copy__(self, /)', 'Returns an independent iterator.', (self) => new Tee(self.data, self.index));
  },
});

export const teeDataType = builtinType<TeeData>('_tee_dataobject', {
  base: objectType,
  layout: TeeData,
  module: 'itertools',
  isBaseType: false,
  doc: 'teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.',
  slots: {
    new: newSlot('teedataobject(cls, iterable, values, next, /)', (_cls, iterable, values, following) => {
      if (!(values instanceof PyList))
        return raiseTypeError(`teedataobject() argument 2 must be list, not ${argumentName(values)}`);
      if (values.length > LINK_SIZE) return raiseValueError('Invalid arguments');
      const data = new TeeData(iterable, values.toArray());
      if (values.length === LINK_SIZE) {
        if (following !== null && !(following instanceof TeeData))
          return raiseTypeError('_tee_dataobject next link must be a _tee_dataobject');
        data.following = following;
      } else if (following !== null) return raiseValueError('Invalid arguments');
      return data;
    }),
  },
});

/** Work of making a copy. */
const COPY_WORK = 4;

/** `tee(iterable, n=2)`. */
export function tee(iterable: Value, n: Value): Result {
  const count = toSsize(n);
  if (count === EXIT) return EXIT;
  if ((count as number) < 0) return raiseValueError('n must be >= 0');
  if ((count as number) > MAX_ITEMS) return raise('MemoryError');
  if (count === 0) return new PyTuple([]);
  // As CPython, asks what it gets for an iterator once more.
  const iterator = iter(iterable);
  const copy = iterator === EXIT ? EXIT : copyable(iterator as Value);
  if (copy === EXIT) return EXIT;
  const first = copy as Tee;
  const copies: Value[] = [first];
  while (copies.length < (count as number)) {
    copies.push(new Tee(first.data, first.index));
    worked(COPY_WORK);
  }
  return new PyTuple(copies);
}
