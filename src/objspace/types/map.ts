/** `map`. */
import { type Draining, FEW_AHEAD, MOST_AHEAD, NUMBERS } from '../draining.ts';
import { raiseTypeError, swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { callWithOne, callWithTwo } from '../gateway/short-calls.ts';
import { adopt } from '../instance.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, isTrue, iter } from '../operations.ts';
import { safepoints } from '../safepoint.ts';
import type { Shape } from '../shape.ts';
import { state } from '../state.ts';
import type { PyType } from '../type.ts';
import { PyFloat } from './float.ts';
import { REDUCE_DOC, reduction, SETSTATE_DOC } from './iterator-methods.ts';
import { nextOf } from './next-of.ts';
import { objectType } from './object.ts';
import { iteratorsOf, nextOfEach, strictArgument } from './several-iterators.ts';
import { PyStrAsciiIterator } from './str/iterator.ts';

export class PyMap {
  declare readonly shape: Shape;
  readonly callable: Value;
  readonly iterators: readonly Value[];
  isStrict: boolean;

  constructor(callable: Value, iterators: readonly Value[], isStrict: boolean) {
    this.callable = callable;
    this.iterators = iterators;
    this.isStrict = isStrict;
  }

  next(): Result | undefined {
    const { iterators } = this;
    if (iterators.length === 1) {
      const item = nextOf(iterators[0]);
      return item === undefined || item === EXIT ? item : callWithOne(this.callable, item as Value);
    }
    if (iterators.length === 2 && !this.isStrict) return this.nextOfTwo(iterators[0], iterators[1]);
    const items = nextOfEach(iterators, this.isStrict, 'map');
    return items === undefined || items === EXIT ? (items as undefined | Exit) : call(this.callable, items as Value[]);
  }

  private nextOfTwo(first: Value, second: Value): Result | undefined {
    const left = nextOf(first);
    if (left === undefined || left === EXIT) return left;
    const right = nextOf(second);
    if (right === undefined || right === EXIT) return right;
    return callWithTwo(this.callable, left as Value, right as Value);
  }
}
declareObjectClass(PyMap);

/** Whether the items of the iterator may be made ahead, as those of generators are (draining.ts). */
export function isDrained(iterator: Value): iterator is Value & PyMap {
  return iterator instanceof PyMap && iterator.shape === mapType.instanceShape && iterator.iterators.length === 1;
}

/** Whether it is over the characters of a text, which `drainMap` takes in the shortest way. */
export function isOfText({ iterators }: PyMap): boolean {
  return iterators[0] instanceof PyStrAsciiIterator;
}

function isNumber(value: Result): boolean {
  return typeof value === 'number' || value instanceof PyFloat;
}

/** As `draining.next`, in one loop: whoever takes all items need not come back for each of them. */
export function drainMap({ callable, iterators }: PyMap, way: Draining, items: Value[]): Result | undefined {
  const [source] = iterators;
  // Text is met most: asked for by its class here, it costs no calls.
  const text = source instanceof PyStrAsciiIterator ? source : null;
  for (;;) {
    if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
    const item = text === null ? nextOf(source) : text.next();
    if (item === undefined || item === EXIT) return item;
    const result = callWithOne(callable, item as Value);
    if (result === EXIT) return swallow('StopIteration') ? undefined : EXIT;
    if (way > NUMBERS || (items.length & (MOST_AHEAD - 1)) === MOST_AHEAD - 1) return result;
    if (way === NUMBERS && (items.length === FEW_AHEAD || !isNumber(result))) return result;
    items.push(result as Value);
  }
}

function newMap(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (cls === mapType && keywords === null && args.length === 2) {
    const iterator = iter(args[1]);
    return iterator === EXIT ? EXIT : (new PyMap(args[0], [iterator as Value], false) as Value);
  }
  const isStrict = strictArgument(args, keywords, 'map');
  if (isStrict === EXIT) return EXIT;
  const positional = keywords === null ? args : args.slice(0, args.length - keywords.length);
  if (positional.length < 2) return raiseTypeError('map() must have at least two arguments.');
  const iterators = iteratorsOf(positional.slice(1));
  if (iterators === EXIT) return EXIT;
  const object = new PyMap(positional[0], iterators as Value[], isStrict as boolean);
  return cls === mapType ? object : adopt(object, cls);
}

export const mapType: PyType = builtinType<PyMap>('map', {
  base: objectType,
  layout: PyMap,
  signature: '(function, iterable, /, *iterables, strict=False)',
  doc: `
    Make an iterator that computes the function using arguments from
    each of the iterables.  Stops when the shortest iterable is exhausted.

    If strict is true and one of the arguments is exhausted before the
    others, raise a ValueError.
  `,
  slots: { iter: (self: PyMap) => self, next: (self: PyMap) => self.next(), new: newMap },
  define(type) {
    type.method('__reduce__(self, /)', REDUCE_DOC, ({ shape, callable, iterators, isStrict }) => {
      const args = [callable, ...iterators];
      return isStrict ? reduction(shape.type, args, true) : reduction(shape.type, args);
    });
    type.method('__setstate__(self, object, /)', SETSTATE_DOC, (self, value): Result => {
      const isStrict = isTrue(value);
      if (isStrict === EXIT) return EXIT;
      self.isStrict = isStrict as boolean;
      return null;
    });
  },
});
