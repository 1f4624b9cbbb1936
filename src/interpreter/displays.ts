/** What builds values: displays, unpacking, formatted strings, functions. */
import { FUNCTION_PARTS } from '../bytecode/instructions.ts';
import { caught, raise, raiseTypeError, raiseValueError } from '../objspace/exception.ts';
import { formatValue } from '../objspace/format.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { lengthHint } from '../objspace/length-hint.ts';
import { drained, itemsOf, iter, iterate, knowsIteration, next, repr, str, typeName } from '../objspace/operations.ts';
import { typeOf } from '../objspace/type.ts';
import { bytearrayType } from '../objspace/types/bytes/bytearray.ts';
import { bytesType } from '../objspace/types/bytes/bytes.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { dictType } from '../objspace/types/dict/dict-type.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { type Cell, PyFunction } from '../objspace/types/function.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { extendList, listType } from '../objspace/types/list/list-type.ts';
import { setType } from '../objspace/types/set/set.ts';
import { PySet, PySetBase } from '../objspace/types/set/storage.ts';
import { joinedUnits } from '../objspace/types/str/concat.ts';
import { asciiOf } from '../objspace/types/str/str.ts';
import { concatAll, unwrap } from '../objspace/types/str/text.ts';
import { PyInterpolation, PyTemplate } from '../objspace/types/template.ts';
import { PyTuple, tupleType } from '../objspace/types/tuple.ts';
import { MAX_GROWN_ITEMS } from '../util/limits.ts';
import type { PyCode } from './py-code.ts';

/** Shapes of exact containers, for the loop's fast paths. */
export const LIST_SHAPE = listType.instanceShape;
export const TUPLE_SHAPE = tupleType.instanceShape;
export const DICT_SHAPE = dictType.instanceShape;
export const SET_SHAPE = setType.instanceShape;
export const BYTES_SHAPE = bytesType.instanceShape;
export const BYTEARRAY_SHAPE = bytearrayType.instanceShape;

/** `is` on floats: equal bits (decisions of identity are in docs/differences.md). */
export function isSameFloat(left: PyFloat, right: Value): boolean {
  return right instanceof PyFloat && Object.is(left.value, right.value);
}

// ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function buildSet(items: readonly Value[]): Result {
  const set = new PySet();
  for (const item of items) if (set.add(item) === EXIT) return EXIT;
  return set as Value;
}

export function setAdd(set: Value, item: Value): true | Exit {
  // The set of the conditional annotations is a variable, which programs can set.
  if (!(set instanceof PySet)) return raiseTypeError(`'${typeName(set)}' object is not a set`);
  return set.add(item) === EXIT ? EXIT : true;
}

export function setUpdate(set: Value, iterable: Value): true | Exit {
  // A set merges as a whole, which decides the order of its elements.
  if (iterable instanceof PySetBase) return (set as unknown as PySet).merge(iterable);
  // One by one: an element that cannot be hashed ends it, whatever would come after.
  return iterate(iterable, (item) => (setAdd(set, item) === EXIT ? EXIT : true));
}

export function buildMap(items: readonly Value[]): Result {
  const dict = new PyDict();
  for (let index = 0; index < items.length; index += 2)
    if (dict.set(items[index], items[index + 1]) === EXIT) return EXIT;
  return dict;
}

/** The dictionary takes `values` over. */
export function buildConstMap(keys: Value, values: Value[]): Value {
  const names = (keys as unknown as PyTuple).items;
  if (PyDict.canShareKeys(names)) return PyDict.ofConstantKeys(names, values);
  const dict = new PyDict();
  for (let index = 0; index < names.length; index++) dict.set(names[index], values[index]);
  return dict;
}

export function listExtend(list: PyList, iterable: Value): true | Exit {
  const type = typeOf(iterable);
  // What is not iterable has an error text of its own.
  if (!knowsIteration(type)) return raiseTypeError(`Value after * must be an iterable, not ${type.errorName}`);
  return extendList(list, iterable);
}

/** A list of `items`, which it takes over, and those of an exact list or tuple. Most have as few as are written out: growing makes room for many. */
export function listWith(source: Value, items: Value[]): Value | Exit {
  if (source instanceof PyList && source.shape === LIST_SHAPE) {
    const short = PyList.beginning(items, source);
    if (short !== undefined) return short as Value;
  }
  if (source instanceof PyTuple) {
    if (source.length === 0) return PyList.of(items) as Value;
    if (source.length === 1 && items.length === 1) return PyList.of([items[0], source.at(0)]) as Value;
  }
  const list = PyList.of(items);
  if (source instanceof PyList && source.shape === LIST_SHAPE && list.pushFew(source)) return list as Value;
  return extendQuietly(list, source) === EXIT ? EXIT : (list as Value);
}

function extendQuietly(list: PyList, source: Value): true | Exit {
  try {
    return extendList(list, source);
  } catch (thrown) {
    return caught(thrown) as Exit;
  }
}

/** `(*items, *rest)`. */
export function beginTuple(items: readonly Value[], rest: PyTuple): Result {
  if (items.length + rest.length > MAX_GROWN_ITEMS) return raise('MemoryError');
  return PyTuple.beginning(items, rest) as Value;
}

/** The items of a list that was made for nothing else: nobody sees it again. Compiled code may have made the tuple already. */
export function listToTuple(list: PyList | PyTuple): Value {
  if (list instanceof PyTuple) return list as Value;
  return new PyTuple(list.giveUp()) as Value;
}

// ── Unpacking ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Exactly `count` items. */
export function unpack(source: Value, count: number): readonly Value[] | Exit {
  const fast = exactItems(source) ?? itemsOfSubclass(source);
  if (fast !== undefined && fast.length === count) return fast;
  const iterator = unpackIterator(source);
  if (iterator === EXIT) return EXIT;
  const items: Value[] = [];
  while (items.length < count) {
    const item = next(iterator as Value);
    if (item === EXIT) return EXIT;
    if (item === undefined)
      return raiseValueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
    items.push(item as Value);
  }
  const extra = next(iterator as Value);
  if (extra === EXIT) return EXIT;
  return extra === undefined ? items : tooMany(source, count);
}

function exactItems(source: Value): readonly Value[] | undefined {
  if (source instanceof PyTuple && source.shape === TUPLE_SHAPE) return source.items;
  if (source instanceof PyList && source.shape === LIST_SHAPE) return source.toArray();
  return undefined;
}

/** Of a named tuple or the like, whose class leaves iterating to `tuple`. */
function itemsOfSubclass(source: Value): readonly Value[] | undefined {
  const isLike = source instanceof PyTuple && source.shape.type.slots.iter === tupleType.slots.iter;
  return isLike ? source.items : undefined;
}

function tooMany(source: Value, count: number): Exit {
  const items = exactItems(source) ?? (source instanceof PyDict ? { length: source.size } : undefined);
  const got = items === undefined ? '' : `, got ${items.length}`;
  return raiseValueError(`too many values to unpack (expected ${count}${got})`);
}

function unpackIterator(source: Value): Result {
  const type = typeOf(source);
  if (!knowsIteration(type)) {
    return raiseTypeError(`cannot unpack non-iterable ${type.errorName} object`);
  }
  return iter(source);
}

/** `before` items, a list, `after` items. */
export function unpackEx(source: Value, before: number, after: number): Value[] | Exit {
  const items = exactItems(source) === undefined ? itemsInTurn(source, before, after) : itemsOf(source);
  if (items === EXIT) return EXIT;
  const all = items as Value[];
  if (all.length < before + after) return raiseTooFew(before + after, all.length);
  const middle = PyList.of(all.slice(before, all.length - after));
  return [...all.slice(0, before), middle, ...all.slice(all.length - after)];
}

/** As CPython takes them: those in front one by one, the others as `list.extend` does, which asks for an iterator and how many there are. */
function itemsInTurn(source: Value, before: number, after: number): Value[] | Exit {
  const iterator = unpackIterator(source);
  if (iterator === EXIT) return EXIT;
  const first: Value[] = [];
  while (first.length < before) {
    const item = next(iterator as Value);
    if (item === undefined) return raiseTooFew(before + after, first.length);
    if (item === EXIT) return EXIT;
    first.push(item as Value);
  }
  const rest = iter(iterator as Value);
  if (rest === EXIT || lengthHint(iterator as Value, 0) === EXIT) return EXIT;
  const others = drained(rest as Value);
  return others === EXIT ? EXIT : first.concat(others as Value[]);
}

function raiseTooFew(least: number, got: number): Exit {
  return raiseValueError(`not enough values to unpack (expected at least ${least}, got ${got})`);
}

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function formatted(value: Value, spec: Value): Result {
  return formatValue(value, spec);
}

const STR = 1;
const REPR = 2;

export function converted(value: Value, conversion: number): Result {
  if (conversion === STR) return str(value);
  if (conversion === REPR) return repr(value);
  return asciiOf(value);
}

export function buildString(parts: readonly Value[]): Value {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') return concatAll(parts.map(unwrap));
    text = joinedUnits(text, part);
  }
  return text;
}

const CONVERSIONS: readonly Value[] = [null, 's', 'r', 'a'];

export function buildInterpolation(value: Value, text: Value, conversion: number, spec: Value): Value {
  return new PyInterpolation(value, text, CONVERSIONS[conversion], spec) as Value;
}

export function buildTemplate(strings: Value, interpolations: Value): Value {
  return new PyTemplate(strings, interpolations);
}

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** `surroundings`: where its code finds names. */
export function makeFunction(
  surroundings: { readonly globals: PyDict; readonly builtins: PyDict },
  codeValue: Value,
  closure: readonly Value[],
): Value {
  const { globals, builtins } = surroundings;
  const { code } = codeValue as unknown as PyCode;
  const module = globals.getStr('__name__');
  const cells = closure as unknown as Cell[];
  return new PyFunction(code, globals, builtins, cells, module === undefined ? null : module);
}

export function setFunctionPart(fn: PyFunction, part: number, value: Value): void {
  switch (FUNCTION_PARTS[part]) {
    case 'defaults':
      fn.defaults = [...(value as unknown as PyTuple).items];
      break;
    case 'kwdefaults':
      fn.keywordDefaults = value as unknown as PyDict;
      break;
    case 'annotate':
      fn.annotate = value;
      // Its code is named after what is around the function; the function object is named after the function.
      (value as unknown as PyFunction).qualname = `${fn.qualname}.__annotate__`;
      break;
    default:
      fn.typeParameters = value;
  }
}
