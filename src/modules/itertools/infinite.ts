/** Iterators without end: `count`, `cycle`, `repeat`. */
import { ADD, binary } from '../../objspace/arithmetic.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { newSlot } from '../../objspace/gateway/builtin-type.ts';
import { declareObjectClass, EXIT, type Result, type Value } from '../../objspace/object.ts';
import { iter, repr, toInt } from '../../objspace/operations.ts';
import type { IsQuiet, QuietIterator } from '../../objspace/quiet-iterator.ts';
import type { Shape } from '../../objspace/shape.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { intOf, isInt } from '../../objspace/types/int/int-object.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { toSsize } from '../../objspace/types/sequences.ts';
import { strFromText, textOf } from '../../objspace/types/str/str.ts';
import { instanceOf, iteratorType, withoutKeywords } from './iterator-type.ts';

// ── count ────────────────────────────────────────────────────────────────────────────────────────────────────────

class Count implements QuietIterator {
  declare readonly shape: Shape;
  value: Value;
  readonly step: Value;

  constructor(value: Value, step: Value) {
    this.value = value;
    this.step = step;
  }

  isQuiet(): boolean {
    return typeof this.value === 'number' && typeof this.step === 'number';
  }

  next(): Result {
    const { value, step } = this;
    if (typeof value === 'number' && typeof step === 'number' && Number.isSafeInteger(value + step)) {
      this.value = value + step;
      return value;
    }
    const following = binary(value, step, ADD);
    if (following === EXIT) return EXIT;
    this.value = following as Value;
    return value;
  }
}
declareObjectClass(Count);

function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return (
    slots.index !== undefined || slots.int !== undefined || slots.float !== undefined || value instanceof PyComplex
  );
}

const STEP_OF_ONE = 1;

/** Steps of one from what is an int, be it a bool or of a subclass, give exact ints; otherwise the first value is `start` itself. */
function newCount(start: Value, step: Value): Count {
  const by = isInt(step) && intOf(step) === STEP_OF_ONE ? STEP_OF_ONE : step;
  return new Count(by === STEP_OF_ONE && isInt(start) ? intOf(start) : start, by);
}

function countRepr({ shape, value, step }: Count): Result {
  const shown = repr(value);
  if (shown === EXIT) return EXIT;
  const { name } = shape.type;
  if (step === 1) return strFromText(`${name}(${textOf(shown as Value)})`);
  const shownStep = repr(step);
  return shownStep === EXIT ? EXIT : strFromText(`${name}(${textOf(shown as Value)}, ${textOf(shownStep as Value)})`);
}

export const countType = iteratorType<Count>('count', {
  layout: Count,
  signature: '(start=0, step=1)',
  doc: `
    Return a count object whose .__next__() method returns consecutive values.

    Equivalent to:
        def count(firstval=0, step=1):
            x = firstval
            while 1:
                yield x
                x += step
  `,
  new: newSlot('count(cls, start=0, step=1)', (cls, start, step) => {
    if (!isNumber(start) || !isNumber(step)) return raiseTypeError('a number is required');
    return instanceOf(cls, newCount(start, step));
  }),
  slots: { repr: countRepr },
});

// ── cycle ────────────────────────────────────────────────────────────────────────────────────────────────────────

class Cycle implements QuietIterator {
  declare readonly shape: Shape;
  /** null once its items have all been seen. */
  iterator: Value | null;
  readonly saved: Value[];
  index: number;

  constructor(iterator: Value) {
    this.iterator = iterator;
    this.saved = [];
    this.index = 0;
  }

  isQuiet(of: IsQuiet, depth: number): boolean {
    return this.iterator === null || of(this.iterator, depth);
  }

  next(): Result | undefined {
    if (this.iterator !== null) {
      const item = nextOf(this.iterator);
      if (item === EXIT) return EXIT;
      if (item !== undefined) {
        this.saved.push(item as Value);
        return item;
      }
      this.iterator = null;
    }
    const { saved, index } = this;
    if (saved.length === 0) return undefined;
    this.index = index + 1 === saved.length ? 0 : index + 1;
    return saved[index];
  }
}
declareObjectClass(Cycle);

export const cycleType = iteratorType<Cycle>('cycle', {
  layout: Cycle,
  signature: '(iterable, /)',
  doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.',
  new: withoutKeywords(
    newSlot('cycle(cls, iterable, /)', (cls, iterable) => {
      const iterator = iter(iterable);
      return iterator === EXIT ? EXIT : instanceOf(cls, new Cycle(iterator as Value));
    }),
  ),
});

// ── repeat ───────────────────────────────────────────────────────────────────────────────────────────────────────

class Repeat implements QuietIterator {
  declare readonly shape: Shape;
  readonly object: Value;
  /** -1: without end. */
  remaining: number;
  /** What there is beyond the safe integers: nobody gets that far. */
  readonly beyond: bigint;

  constructor(object: Value, times: number, beyond: bigint) {
    this.object = object;
    this.remaining = times;
    this.beyond = beyond;
  }

  /** How often it still comes. */
  get times(): number | bigint {
    return this.beyond === 0n ? this.remaining : BigInt(this.remaining) + this.beyond;
  }

  isQuiet(): boolean {
    return true;
  }

  next(): Value | undefined {
    if (this.remaining === 0) return undefined;
    if (this.remaining > 0) this.remaining--;
    return this.object;
  }
}
declareObjectClass(Repeat);

function repeatRepr({ shape, object, remaining, times }: Repeat): Result {
  const shown = repr(object);
  if (shown === EXIT) return EXIT;
  const { name } = shape.type;
  return strFromText(
    remaining < 0 ? `${name}(${textOf(shown as Value)})` : `${name}(${textOf(shown as Value)}, ${times})`,
  );
}

export const repeatType = iteratorType<Repeat>('repeat', {
  layout: Repeat,
  doc: `
    repeat(object [,times]) -> create an iterator which returns the object
    for the specified number of times.  If not specified, returns the object
    endlessly.
  `,
  new: newSlot('repeat(cls, object, times=<absent>)', (cls, object, times) => {
    if (times === undefined) return instanceOf(cls, new Repeat(object, -1, 0n));
    const exact = toInt(times);
    const count = exact === EXIT ? EXIT : toSsize(exact as number | bigint);
    if (count === EXIT) return EXIT;
    const beyond = count === Number.MAX_SAFE_INTEGER ? BigInt(exact as number | bigint) - BigInt(count) : 0n;
    return instanceOf(cls, new Repeat(object, Math.max(0, count as number), beyond));
  }),
  slots: { repr: repeatRepr },
  define(type) {
    type.method(
      '__length_hint__(self, /)',
      'Private method returning an estimate of len(list(it)).',
      ({ remaining, times }): Result => (remaining < 0 ? raiseTypeError('len() of unsized object') : times),
    );
  },
});
