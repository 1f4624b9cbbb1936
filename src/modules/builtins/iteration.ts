/** Built-in functions that consume iterables: `sum`, `min`, `sorted`, `any`, `next` ... */
import { isDrained, isOfText, type PyMap } from '../../objspace/types/map.ts';
import { anextWithDefault } from '../../interpreter/anext-awaitable.ts';
import { error, isInFlight, orThrow, raise, raiseTypeError, swallow } from '../../objspace/exception.ts';
import { safepoints } from '../../objspace/safepoint.ts';
import { draining, NUMBERS, UNTIL_FALSE, UNTIL_TRUE } from '../../objspace/draining.ts';
import type { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { callWithOne } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { compareTrue, isTrue, iter, len, typeName } from '../../objspace/operations.ts';
import { type CompareOperator, GT, LT } from '../../objspace/slots.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { sumOfDoubles, Summation } from '../../objspace/summation.ts';
import { sumOfTuple } from '../../objspace/tuple-sums.ts';
import { bytearrayType, PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { bytesType, PyBytes } from '../../objspace/types/bytes/bytes.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyDictValues } from '../../objspace/types/dict/views.ts';
import { PyCallableIterator } from '../../objspace/types/iterators.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { FLOAT as FLOAT_ITEMS, INT as INT_ITEMS } from '../../objspace/types/list/kinds.ts';
import { extendList, listType } from '../../objspace/types/list/list-type.ts';
import { sortList } from '../../objspace/types/list/sort.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { sortedBuiltin } from '../../objspace/types/object.ts';
import { isText } from '../../objspace/types/str/str.ts';
import { PyTuple, tupleType } from '../../objspace/types/tuple.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { FEW_CHARACTERS, sortedCharacters } from '../../util/sorted-characters.ts';

// ── all, any ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Items up to a wanted truth are dropped. */
const NONE_KEPT: Value[] = [];

/** Whether some item's truth is `wanted`. */
function hasTruth(iterable: Value, wanted: boolean): boolean | Exit {
  if (iterable instanceof PyList && iterable.shape === listType.instanceShape) return listHasTruth(iterable, wanted);
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  const way = wanted ? UNTIL_TRUE : UNTIL_FALSE;
  for (;;) {
    const item = draining.next(iterator as Value, way, NONE_KEPT);
    if (item === undefined) return false;
    const truth = item === EXIT ? EXIT : isTrue(item as Value);
    if (truth === EXIT) return EXIT;
    if (truth === wanted) return true;
  }
}

/** The same of a list, which the truth of an item may change. */
function listHasTruth(list: PyList, wanted: boolean): boolean | Exit {
  for (let index = 0; index < list.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
    const item = list.storage[index];
    const truth = typeof item === 'boolean' ? item : typeof item === 'number' ? item !== 0 : isTrue(item);
    if (truth === EXIT) return EXIT;
    if (truth === wanted) return true;
  }
  return false;
}

// ── sum ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function checkStart(start: Value): void {
  if (isText(start)) throw error('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) throw error('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) throw error('TypeError', "sum() can't sum bytearray [use b''.join(seq) instead]");
}

/** Numbers that are looked at between two reports of work, and the work of them. */
const STRETCH = 1 << 16;
const STRETCH_WORK = 1 << 14;

/** Floats that lie side by side, as numbers; `undefined` of anything else. */
function doublesOf(iterable: Value): number[] | undefined {
  const isOfDoubles = iterable instanceof PyList && iterable.kind === FLOAT_ITEMS;
  if (!isOfDoubles || iterable.shape !== listType.instanceShape) return undefined;
  return iterable.storage as number[];
}

/** Ints that lie side by side, as numbers; `undefined` of anything else. */
function smallInts(iterable: Value): ArrayLike<number> | undefined {
  if (iterable instanceof PyList)
    return iterable.kind === INT_ITEMS && iterable.shape === listType.instanceShape
      ? (iterable.storage as number[])
      : undefined;
  if (iterable instanceof PyDictValues) return intValues(iterable.dict);
  if (iterable instanceof PyBytes) return iterable.shape === bytesType.instanceShape ? iterable.data : undefined;
  return iterable instanceof PyByteArray && iterable.shape === bytearrayType.instanceShape ? iterable.data : undefined;
}

/** The values of a dictionary without holes; `undefined` if not all are small ints. */
function intValues({ values, first, end, size }: PyDict): number[] | undefined {
  if (end - first !== size) return undefined;
  for (let position = first; position < end; position++) if (typeof values[position] !== 'number') return undefined;
  return values.slice(first, end) as number[];
}

/** The sum of such ints; `undefined` if it leaves the safe range on the way. */
function sumOfInts(items: ArrayLike<number>, start: number): number | undefined {
  const { length } = items;
  let total = start;
  for (let index = 0; index < length; ) {
    for (const end = Math.min(index + STRETCH, length); index < end; index++) {
      total += items[index];
      if (total > Number.MAX_SAFE_INTEGER || total < -Number.MAX_SAFE_INTEGER) return undefined;
    }
    if (length >= STRIDE) worked(STRETCH_WORK);
  }
  return total;
}

/** The sum of small ints or floats that are there already; `undefined` of anything else. */
function simpleSum(iterable: Value, start: number): Value | undefined {
  if (iterable instanceof PyTuple)
    return iterable.shape === tupleType.instanceShape ? sumOfTuple(iterable, start) : undefined;
  const doubles = doublesOf(iterable);
  if (doubles !== undefined) return new PyFloat(sumOfDoubles(doubles, start));
  const ints = smallInts(iterable);
  return ints === undefined ? undefined : sumOfInts(ints, start);
}

/** What takes one item after another. */
interface Taker {
  /** Whether taking small ints and floats runs no Python code and cannot fail. */
  readonly isNumber: boolean;
  take(item: Value): true | Exit;
}

function takeAll(taker: Taker, iterator: Value): true | Exit {
  return isDrained(iterator) && !isOfText(iterator) ? takeMapped(taker, iterator) : takeAhead(taker, iterator);
}

/** The items of a map are made here one by one: nothing is put aside, which would take longer than most maps do. */
function takeMapped(taker: Taker, map: PyMap): true | Exit {
  for (;;) {
    if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
    const item = map.next();
    if (item === undefined) return true;
    if (item === EXIT) return swallow('StopIteration') ? true : EXIT;
    if (taker.take(item as Value) === EXIT) return EXIT;
  }
}

function takeAhead(taker: Taker, iterator: Value): true | Exit {
  let before: Value[] = [];
  for (;;) {
    const item = taker.isNumber ? draining.next(iterator, NUMBERS, before) : nextOf(iterator);
    if (before.length > 0) {
      for (let index = 0; index < before.length; index++) taker.take(before[index]);
      before = [];
    }
    if (item === undefined) return true;
    if (item === EXIT || taker.take(item as Value) === EXIT) return EXIT;
  }
}

function sum(iterable: Value, start: Value): Result {
  const small = typeof start === 'number' ? simpleSum(iterable, start) : undefined;
  if (small !== undefined) return small;
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  checkStart(start);
  const summation = new Summation(start);
  return takeAll(summation, iterator as Value) === EXIT ? EXIT : summation.value;
}

// ── min, max ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The smallest or largest of small ints; `undefined` if something else is among them. */
function extremeNumber(name: 'min' | 'max', args: readonly Value[]): number | undefined {
  for (let index = 0; index < args.length; index++) if (typeof args[index] !== 'number') return undefined;
  return extremeOfNumbers(name, args as readonly number[]);
}

/** The first number that no other one is less or greater than. */
function extremeOfNumbers(name: 'min' | 'max', items: readonly number[]): number {
  let best = items[0];
  for (let index = 1; index < items.length; ) {
    const end = Math.min(index + STRETCH, items.length);
    if (name === 'min') {
      for (; index < end; index++) if (items[index] < best) best = items[index];
    } else {
      for (; index < end; index++) if (items[index] > best) best = items[index];
    }
    if (items.length >= STRIDE) worked(STRETCH_WORK);
  }
  return best;
}

/** The smallest or largest item of a list of small ints or of floats; `undefined` of anything else. */
function extremeItem(name: 'min' | 'max', iterable: Value): Value | undefined {
  const doubles = doublesOf(iterable);
  if (doubles !== undefined) return new PyFloat(extremeOfNumbers(name, doubles));
  const isOfInts = iterable instanceof PyList && iterable.kind === INT_ITEMS;
  if (!isOfInts || iterable.shape !== listType.instanceShape) return undefined;
  return extremeOfNumbers(name, iterable.storage as number[]);
}

function extreme(name: 'min' | 'max', args: Value[], key: Value, fallback: Value | undefined): Result {
  if (args.length === 0) return raiseTypeError(`${name} expected at least 1 argument, got 0`);
  if (args.length > 1 && fallback !== undefined) {
    return raiseTypeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  if (key === null) {
    const simple = args.length > 1 ? extremeNumber(name, args) : extremeItem(name, args[0]);
    if (simple !== undefined) return simple;
  }
  const iterator = iter(args.length > 1 ? new PyTuple(args) : args[0]);
  if (iterator === EXIT) return EXIT;
  const best = extremeOf(iterator as Value, key, name === 'min' ? LT : GT);
  if (best !== undefined) return best;
  return fallback === undefined ? raise('ValueError', `${name}() iterable argument is empty`) : fallback;
}

/** The first item that no other one is less or greater than. */
class Extreme {
  item: Value | undefined;
  private value: Value;
  private readonly key: Value;
  private readonly operator: CompareOperator;

  constructor(key: Value, operator: CompareOperator) {
    this.item = undefined;
    this.value = null;
    this.key = key;
    this.operator = operator;
  }

  /** Whether comparing it with another number runs no Python code. */
  get isNumber(): boolean {
    return this.key === null && (this.item === undefined || typeof this.item === 'number');
  }

  take(item: Value): true | Exit {
    const value = this.key === null ? item : callWithOne(this.key, item);
    if (value === EXIT) return EXIT;
    const better = this.item === undefined || isBetter(value as Value, this.value, this.operator);
    if (better === EXIT) return EXIT;
    if (better === false) return true;
    this.item = item;
    this.value = value as Value;
    return true;
  }
}

/** `undefined` if there is no item. */
function extremeOf(iterator: Value, key: Value, operator: CompareOperator): Result | undefined {
  const extreme = new Extreme(key, operator);
  const item = takeAll(extreme, iterator);
  return item === EXIT ? EXIT : extreme.item;
}

function isBetter(item: Value, best: Value, operator: CompareOperator): boolean | Exit {
  if (typeof item === 'number' && typeof best === 'number') return operator === LT ? item < best : item > best;
  return compareTrue(item, best, operator);
}

// ── iter, next, sorted ───────────────────────────────────────────────────────────────────────────────────────────

function iterator(object: Value, sentinel: Value | undefined): Result {
  if (sentinel === undefined) return iter(object);
  if (typeOf(object).slots.call === undefined) return raiseTypeError('iter(v, w): v must be callable');
  return new PyCallableIterator(object, sentinel) as Value;
}

/** Unlike the operation, passes a StopIteration with a value on. */
function nextItem(iterable: Value, fallback: Value | undefined): Result {
  const slot = typeOf(iterable).slots.next;
  if (slot === undefined) return raiseTypeError(`'${typeName(iterable)}' object is not an iterator`);
  const item = slot(iterable as never);
  if (item === EXIT) {
    if (fallback === undefined || !isInFlight('StopIteration')) return EXIT;
    state.exception = null;
    return fallback;
  }
  if (item !== undefined) return item;
  return fallback === undefined ? raise('StopIteration') : fallback;
}

function sorted(iterable: Value, key: Value, reverse: boolean): Result {
  if (typeof iterable === 'string' && key === null && iterable.length <= FEW_CHARACTERS)
    return PyList.of(sortedCharacters(iterable, reverse)) as Value;
  const list = PyList.of([]);
  if (extendList(list, iterable, true) === EXIT) return EXIT;
  return sortList(list, key, reverse) === EXIT ? EXIT : (list as Value);
}

function asyncIterator(iterable: Value): Result {
  const slot = typeOf(iterable).slots.aiter;
  if (slot === undefined) return raiseTypeError(`'${typeName(iterable)}' object is not an async iterable`);
  const result = slot(iterable as never);
  if (result === EXIT) return EXIT;
  if (typeOf(result as Value).slots.anext === undefined) {
    return raiseTypeError(`aiter() returned not an async iterator of type '${typeName(result as Value)}'`);
  }
  return result;
}

function asyncNext(iterable: Value, fallback: Value | undefined): Result {
  const slot = typeOf(iterable).slots.anext;
  if (slot === undefined) return raiseTypeError(`'${typeName(iterable)}' object is not an async iterator`);
  const awaitable = slot(iterable as never);
  if (awaitable === EXIT || fallback === undefined) return awaitable;
  return anextWithDefault(awaitable as Value, fallback);
}

function requireArgument(name: string, args: readonly Value[]): void {
  if (args.length === 0) throw error('TypeError', `${name} expected at least 1 argument, got 0`);
}

function beforeKeywords(module: ModuleBuilder, name: string, check: (args: readonly Value[]) => void): void {
  (module.contents.get(name) as PyBuiltinFunction & Value).definition.beforeKeywords = check;
}

/** What a builtin gives for two small ints: without arrays. */
function ofTwoInts(module: ModuleBuilder, name: string, known: (first: number, second: number) => number): void {
  (module.contents.get(name) as PyBuiltinFunction & Value).definition.ofTwo = (first, second) =>
    typeof first === 'number' && typeof second === 'number' ? known(first, second) : undefined;
}

export function defineIteration(module: ModuleBuilder): void {
  module.function('aiter(async_iterable, /)', 'Return an AsyncIterator for an AsyncIterable object.', asyncIterator);
  module.function(
    'all(iterable, /)',
    'Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.',
    (iterable) => {
      const found = hasTruth(iterable, false);
      return found === EXIT ? EXIT : !found;
    },
  );
  module.function(
    'anext(aiterator, default=<absent>, /)',
    'Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.',
    asyncNext,
  );
  module.function(
    'any(iterable, /)',
    'Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.',
    (iterable) => hasTruth(iterable, true),
  );
  module.function(
    '@iter(object, sentinel=<absent>, /)',
    'Get an iterator from an object.\n\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.',
    iterator,
  );
  module.function('len(obj, /)', 'Return the number of items in a container.', len);
  module.function(
    '@max(*args, key=None, default=<absent>)',
    'With a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument.',
    (args, key, fallback) => extreme('max', args, key, fallback),
  );
  module.function(
    '@min(*args, key=None, default=<absent>)',
    'With a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument.',
    (args, key, fallback) => extreme('min', args, key, fallback),
  );
  module.function(
    '@next(iterator, default=<absent>, /)',
    'Return the next item from the iterator.\n\nIf default is given and the iterator is exhausted,\nit is returned instead of raising StopIteration.',
    nextItem,
  );
  module.function(
    'sorted(iterable, /, *, key=None, reverse: bool = False)',
    'Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.',
    sorted,
  );
  module.function(
    'sum(iterable, /, start=0)',
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
    sum,
  );
  ofTwoInts(module, 'max', Math.max);
  ofTwoInts(module, 'min', Math.min);
  beforeKeywords(module, 'max', (args) => requireArgument('max', args));
  beforeKeywords(module, 'min', (args) => requireArgument('min', args));
  beforeKeywords(module, 'sorted', ([iterable]) => orThrow(extendList(PyList.of([]), iterable)));
  sortedBuiltin.value = module.contents.get('sorted')!;
  void orThrow;
}
