/** Iterators that leave items out: `compress`, `dropwhile`, `takewhile`, `filterfalse`, `islice`. */
import { raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import { state } from '../../objspace/state.ts';
import { newSlot } from '../../objspace/gateway/builtin-type.ts';
import { callWithOne } from '../../objspace/gateway/short-calls.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, iter, toInt } from '../../objspace/operations.ts';
import type { IsQuiet, QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { satisfies } from '../../objspace/types/filter.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { givesNumbers } from '../../objspace/types/number-iterators.ts';
import { instanceOf, iteratorType, withoutKeywords } from './iterator-type.ts';

/** The truth of what `predicate(item)` says. */
function holds(predicate: Value, item: Value): boolean | Exit {
  const result = callWithOne(predicate, item);
  return result === EXIT ? EXIT : isTrue(result as Value);
}

// ── compress ─────────────────────────────────────────────────────────────────────────────────────────────────────

class Compress implements QuietIterator {
  declare readonly shape: Shape;
  readonly data: Value;
  readonly selectors: Value;

  constructor(data: Value, selectors: Value) {
    this.data = data;
    this.selectors = selectors;
  }

  /** The truth of other selectors may be found out by Python code. */
  isQuiet(of: IsQuiet, depth: number): boolean {
    return givesNumbers(this.selectors) && of(this.data, depth);
  }

  next(): Result | undefined {
    for (;;) {
      const item = nextOf(this.data);
      if (item === undefined || item === EXIT) return item;
      const selector = nextOf(this.selectors);
      if (selector === undefined || selector === EXIT) return selector;
      const isWanted = isTrue(selector as Value);
      if (isWanted === EXIT) return EXIT;
      if (isWanted === true) return item;
    }
  }
}
declareObjectClass(Compress);

export const compressType = iteratorType<Compress>('compress', {
  layout: Compress,
  signature: '(data, selectors)',
  doc: `
    Return data elements corresponding to true selector elements.

    Forms a shorter iterator from selected data elements using the selectors
    to choose the data elements.
  `,
  new: newSlot('compress(cls, data, selectors)', (cls, data, selectors) => {
    const items = iter(data);
    if (items === EXIT) return EXIT;
    const choices = iter(selectors);
    return choices === EXIT ? EXIT : instanceOf(cls, new Compress(items as Value, choices as Value));
  }),
});

// ── dropwhile, takewhile, filterfalse ────────────────────────────────────────────────────────────────────────────

/** An iterator with a predicate. */
class Selecting {
  declare readonly shape: Shape;
  readonly predicate: Value;
  readonly iterator: Value;
  /** dropwhile: past the first item that is kept. takewhile: past the last. */
  isDecided: boolean;

  constructor(predicate: Value, iterator: Value) {
    this.predicate = predicate;
    this.iterator = iterator;
    this.isDecided = false;
  }
}
declareObjectClass(Selecting);

class DropWhile extends Selecting implements QuietIterator {
  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.isDecided && of(this.iterator, depth);
  }

  next(): Result | undefined {
    for (;;) {
      const item = nextOf(this.iterator);
      if (item === undefined || item === EXIT || this.isDecided) return item;
      const isDropped = holds(this.predicate, item as Value);
      if (isDropped === EXIT) return EXIT;
      if (isDropped === true) continue;
      this.isDecided = true;
      return item;
    }
  }
}

class TakeWhile extends Selecting {
  next(): Result | undefined {
    if (this.isDecided) return undefined;
    const item = nextOf(this.iterator);
    if (item === undefined || item === EXIT) return item;
    const isTaken = holds(this.predicate, item as Value);
    if (isTaken === EXIT) return EXIT;
    if (isTaken === true) return item;
    this.isDecided = true;
    return undefined;
  }
}

class FilterFalse extends Selecting implements QuietIterator {
  isQuiet(): boolean {
    return this.predicate === null && givesNumbers(this.iterator);
  }

  next(): Result | undefined {
    for (;;) {
      const item = nextOf(this.iterator);
      if (item === undefined || item === EXIT) return item;
      const isFiltered = satisfies(this.predicate, item as Value);
      if (isFiltered === EXIT) return EXIT;
      if (isFiltered === false) return item;
    }
  }
}

/** `new` of a type that takes a predicate and an iterable. */
function newSelecting(
  cls: PyType,
  make: new (predicate: Value, iterator: Value) => Selecting,
  predicate: Value,
  iterable: Value,
): Result {
  const iterator = iter(iterable);
  return iterator === EXIT ? EXIT : instanceOf(cls, new make(predicate, iterator as Value));
}

export const dropwhileType = iteratorType<DropWhile>('dropwhile', {
  layout: DropWhile,
  signature: '(predicate, iterable, /)',
  doc: 'Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.',
  new: withoutKeywords(
    newSlot('dropwhile(cls, predicate, iterable, /)', (cls, predicate, iterable) =>
      newSelecting(cls, DropWhile, predicate, iterable),
    ),
  ),
});

export const takewhileType = iteratorType<TakeWhile>('takewhile', {
  layout: TakeWhile,
  signature: '(predicate, iterable, /)',
  doc: 'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.',
  new: withoutKeywords(
    newSlot('takewhile(cls, predicate, iterable, /)', (cls, predicate, iterable) =>
      newSelecting(cls, TakeWhile, predicate, iterable),
    ),
  ),
});

export const filterfalseType = iteratorType<FilterFalse>('filterfalse', {
  layout: FilterFalse,
  signature: '(function, iterable, /)',
  doc: 'Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.',
  new: withoutKeywords(
    newSlot('filterfalse(cls, function, iterable, /)', (cls, predicate, iterable) =>
      newSelecting(cls, FilterFalse, predicate, iterable),
    ),
  ),
});

// ── islice ───────────────────────────────────────────────────────────────────────────────────────────────────────

class ISlice implements QuietIterator {
  declare readonly shape: Shape;
  /** null once the last item has been given. */
  iterator: Value | null;
  /** Index of the next item to give. */
  wanted: number;
  readonly stop: number;
  readonly step: number;
  /** Items taken from the iterator so far. */
  taken: number;

  constructor(iterator: Value, start: number, stop: number, step: number) {
    this.iterator = iterator;
    this.wanted = start;
    this.stop = stop;
    this.step = step;
    this.taken = 0;
  }

  next(): Result | undefined {
    const { iterator, stop } = this;
    if (iterator === null) return undefined;
    for (; this.taken < this.wanted; this.taken++) {
      const skipped = nextOf(iterator);
      if (skipped === EXIT) return EXIT;
      if (skipped === undefined) return this.end();
    }
    if (this.taken >= stop) return this.end();
    const item = nextOf(iterator);
    if (item === EXIT) return EXIT;
    if (item === undefined) return this.end();
    this.taken++;
    this.wanted = Math.min(this.wanted + this.step, stop);
    return item;
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.iterator === null || of(this.iterator, depth);
  }

  private end(): undefined {
    this.iterator = null;
    return undefined;
  }
}
declareObjectClass(ISlice);

const STOP_ERROR = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const INDEX_ERROR = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const LARGEST_INDEX = 0x7fffffffffffffffn;
const STEP_ERROR = 'Step for islice() must be a positive integer or None.';

/** An index argument of islice, `otherwise` for None; an error of its own for everything else. */
function sliceArgument(value: Value, otherwise: number, least: number, message: string): number | Exit {
  if (value === null) return otherwise;
  if (typeOf(value).slots.index === undefined) return raiseValueError(message);
  const int = toInt(value);
  if (int === EXIT) {
    // The first argument is converted before anybody looks for an error.
    if (message === STOP_ERROR) state.exception = null;
    return message === STOP_ERROR || swallow('TypeError') ? raiseValueError(message) : EXIT;
  }
  const index = int as number | bigint;
  if (index >= least && index <= LARGEST_INDEX) return Math.min(Number(index), Number.MAX_SAFE_INTEGER);
  // -1 is how C says that the conversion failed; what is less than that fails with the start.
  const isStopTooSmall = message === STOP_ERROR && index < -1 && index >= -LARGEST_INDEX - 1n;
  return raiseValueError(isStopTooSmall ? INDEX_ERROR : message);
}

function newISlice(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && keywords.length > 0 && cls.slots.init === isliceType.slots.init) {
    return raiseTypeError('islice() takes no keyword arguments');
  }
  const count = args.length - (keywords?.length ?? 0);
  if (count < 2) return raiseTypeError(`islice expected at least 2 arguments, got ${count}`);
  if (count > 4) return raiseTypeError(`islice expected at most 4 arguments, got ${count}`);
  const stop = sliceArgument(args[count === 2 ? 1 : 2], Number.POSITIVE_INFINITY, 0, STOP_ERROR);
  if (stop === EXIT) return EXIT;
  const start = count === 2 ? 0 : sliceArgument(args[1], 0, 0, INDEX_ERROR);
  if (start === EXIT) return EXIT;
  const step = count < 4 ? 1 : sliceArgument(args[3], 1, 1, STEP_ERROR);
  if (step === EXIT) return EXIT;
  const iterator = iter(args[0]);
  if (iterator === EXIT) return EXIT;
  return instanceOf(cls, new ISlice(iterator as Value, start as number, stop as number, step as number));
}

export const isliceType: PyType = iteratorType<ISlice>('islice', {
  layout: ISlice,
  doc: `
    islice(iterable, stop) --> islice object
    islice(iterable, start, stop[, step]) --> islice object

    Return an iterator whose next() method returns selected values from an
    iterable.  If start is specified, will skip all preceding elements;
    otherwise, start defaults to zero.  Step defaults to one.  If
    specified as another value, step determines how many values are
    skipped between successive calls.  Works like a slice() on a list
    but returns an iterator.
  `,
  new: newISlice,
});
