/**
 * The operations of the data model on any values: what the interpreter falls back to, what builtins call, what compiled code calls
 * on its slow paths. Each follows CPython's protocol for the operation; types take part through their slots (slots.ts).
 *
 * All return EXIT when a Python exception is in flight. Arithmetic is in arithmetic.ts, attributes are in attributes.ts.
 */
import { isStaticType } from './static-types.ts';
import { ALL_ITEMS, draining } from './draining.ts';
import { isInFlight, raise, raiseTypeError, swallow } from './exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from './object.ts';
import { COMPARE_SYMBOLS, type CompareOperator, EQ, NE } from './slots.ts';
import { leaveRepr } from './repr-guard.ts';
import { safepoints } from './safepoint.ts';
import { state } from './state.ts';
import { type PyType, typeOf } from './type.ts';
import { PyFloat, PyFloatObject } from './types/float-object.ts';
import { intOf, isInt } from './types/int/int-object.ts';
import { MAX_GROWN_ITEMS } from '../util/limits.ts';
import { NotImplemented } from './types/not-implemented.ts';
import { checkFloatResult } from './types/number-results.ts';
import { strFromText } from './types/str/text.ts';

/** The name of the value's type as errors have it: types of builtin modules are named with their module. */
export function typeName(value: Value): string {
  return typeOf(value).errorName;
}

/** The same where an argument has the wrong type: None is named by its value. */
export function argumentName(value: Value): string {
  return value === null ? 'None' : typeName(value);
}

/** As CPython's format `%T`: the qualified name with its module, unless that is `builtins` or `__main__`. */
export function fullTypeName(value: Value): string {
  return fullNameOf(typeOf(value));
}

export function fullNameOf(type: PyType): string {
  const module = type.isHeapType ? type.ensureNamespace().get('__module__') : type.module;
  const isBare = typeof module !== 'string' || module === 'builtins' || module === '__main__';
  return isBare ? type.qualname : `${module}.${type.qualname}`;
}

/** Python's `is`: numbers and strings by value, floats by bit pattern is left to `equals` of the callers that care. */
export function isSame(a: Value, b: Value): boolean {
  return a === b;
}

// ── Truth, length, hash ──────────────────────────────────────────────────────────────────────────────────────────

export function isTrue(value: Value): boolean | Exit {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value.length > 0;
    case 'bigint':
      return true;
  }
  if (value === null) return false;
  const slots = value.shape.type.slots;
  if (slots.bool !== undefined) return slots.bool(value);
  if (slots.len === undefined) return true;
  const length = slots.len(value);
  return length === EXIT ? EXIT : (length as number) !== 0;
}

/** Lengths beyond the safe integers, which objects may claim, are bigints: they are passed on and compared, but not calculated with. */
export function len(value: Value): number | Exit {
  if (typeof value === 'string') return value.length;
  const slot = typeOf(value).slots.len;
  if (slot === undefined) return raiseTypeError(`object of type '${typeName(value)}' has no len()`);
  return slot(value);
}

/** A Python int. */
export function hashOf(value: Value): Result {
  const slot = typeOf(value).slots.hash;
  if (slot === undefined) return raiseTypeError(`unhashable type: '${typeName(value)}'`);
  return slot(value);
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Deeper nesting is refused: each level of a container looks through the text of all levels below it. */
const MAX_REPR_DEPTH = 10_000;
let reprDepth = 0;

/** What a slot of a builtin type made: of texts that hold names with pairs of surrogates, the str. */
export function strOfMade(text: Result): Result {
  return typeof text === 'string' ? strFromText(text) : text;
}

/** `repr(value)`, a str. */
export function repr(value: Value): Result {
  const text = uncheckedRepr(value);
  return text === EXIT || typeof text === 'string' ? text : checkText(text as Value, '__repr__');
}

/** What the class says for `repr(value)`, of whatever type: `object.__str__` gives it on. */
export function uncheckedRepr(value: Value): Result {
  const slot = typeOf(value).slots.repr;
  if (slot === undefined) return `<${typeName(value)} object>`;
  if (reprDepth >= MAX_REPR_DEPTH) {
    return raise('RecursionError', 'maximum recursion depth exceeded while getting the repr of an object');
  }
  reprDepth++;
  try {
    const text = slot(value);
    return typeof value === 'object' ? strOfMade(text) : text;
  } catch (thrown) {
    // What threw has not left the guard against objects that contain themselves.
    if (typeof value === 'object' && value !== null) leaveRepr(value);
    throw thrown;
  } finally {
    reprDepth--;
  }
}

/** `str(value)`. */
export function str(value: Value): Result {
  if (typeof value === 'string') return value;
  const type = typeOf(value);
  if (type === primitiveStr()) return value;
  const slot = type.slots.str;
  if (slot === undefined) return repr(value);
  const text = typeof value === 'object' ? strOfMade(slot(value)) : slot(value);
  if (text === EXIT || typeof text === 'string') return text;
  return checkText(text as Value, '__str__');
}

function primitiveStr(): PyType {
  return typeOf('');
}

function checkText(text: Value, method: string): Result {
  if (typeOf(text).isSubtypeOf(primitiveStr())) return text;
  return raiseTypeError(`${method} returned non-string (type ${typeName(text)})`);
}

// ── Calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Calls any callable: the last `keywords.length` of `args` are keyword arguments of those names. */
export function call(callee: Value, args: Value[], keywords: readonly string[] | null = null): Result {
  const slot = typeOf(callee).slots.call;
  if (slot === undefined) return raiseTypeError(`'${typeName(callee)}' object is not callable`);
  return slot(callee as never, args, keywords);
}

/** Calls the special method of the value's type; `undefined` if there is none. */
export function callSpecial(value: Value, name: string, args: Value[]): Result | undefined {
  const method = lookupSpecial(value, name);
  if (method === undefined || method === EXIT) return method as Exit | undefined;
  return call(method as Value, args);
}

/** The special method bound to the value; `undefined` if its type has none. */
export function lookupSpecial(value: Value, name: string): Result | undefined {
  const type = typeOf(value);
  const found = type.lookup(name);
  if (found === undefined) return undefined;
  const get = typeOf(found).slots.get;
  return get === undefined ? found : get(found as never, value, type);
}

/** The same; a descriptor that raises AttributeError says that there is none. */
export function findSpecial(value: Value, name: string): Result | undefined {
  const method = lookupSpecial(value, name);
  return method === EXIT && swallow('AttributeError') ? undefined : method;
}

// ── Iteration ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by types/iterators.ts: iterator over `__getitem__` from 0 until IndexError. */
export const sequenceIteration = { newIterator: undefined as unknown as (sequence: Value) => Value };

/** Whether objects of a type without `__iter__` are sequences by their `__getitem__`. */
export function isIterableByItems(type: PyType): boolean {
  // Builtin types with items that are sequences have iterators of their own.
  const isSequence = type.slots.getItem !== undefined && type.isHeapType && type.pattern !== 'mapping';
  // `__iter__ = None` says that a class with `__getitem__` is not iterable.
  return isSequence && type.lookup('__iter__') === undefined;
}

export function iter(value: Value): Result {
  const type = typeOf(value);
  const slot = type.slots.iter;
  if (slot === undefined) {
    if (isIterableByItems(type)) return sequenceIteration.newIterator(value);
    return raiseTypeError(`'${type.errorName}' object is not iterable`);
  }
  const iterator = slot(value as never);
  if (iterator === EXIT) return EXIT;
  if (typeOf(iterator as Value).slots.next === undefined) {
    return raiseTypeError(`iter() returned non-iterator of type '${typeName(iterator as Value)}'`);
  }
  return iterator;
}

/** The next item, `undefined` at the end, EXIT if an exception is in flight (never StopIteration). */
export function next(iterator: Value): Result | undefined {
  const slot = typeOf(iterator).slots.next;
  if (slot === undefined) return raiseTypeError(`'${typeName(iterator)}' object is not an iterator`);
  // Every loop of a builtin over an iterator passes here.
  if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
  const item = slot(iterator as never);
  if (item === EXIT && swallow('StopIteration')) return undefined;
  return item;
}

/** Calls `visit` with each item; it returns true to go on, false to stop, EXIT to pass an exception on. */
export function iterate(iterable: Value, visit: (item: Value) => boolean | Exit): true | Exit {
  const iterator = iter(iterable);
  return iterator === EXIT ? EXIT : eachOf(iterator as Value, visit);
}

/** As iterate, for an iterator. */
export function eachOf(iterator: Value, visit: (item: Value) => boolean | Exit): true | Exit {
  for (;;) {
    const item = next(iterator);
    if (item === undefined) return true;
    if (item === EXIT) return EXIT;
    const goOn = visit(item as Value);
    if (goOn === EXIT) return EXIT;
    if (!goOn) return true;
  }
}

/** All items of an iterable in a fresh array; `message` says what is wrong with an object that has no iterator. */
export function itemsOf(iterable: Value): Value[] | Exit {
  const fast = fastItems.of(iterable);
  if (fast !== undefined) return fast;
  const iterator = iter(iterable);
  return iterator === EXIT ? EXIT : drained(iterator as Value);
}

/** All that an iterator still gives. */
export function drained(iterator: Value): Value[] | Exit {
  const items: Value[] = [];
  for (;;) {
    const item = draining.next(iterator, ALL_ITEMS, items);
    if (item === undefined) return items;
    if (item === EXIT) return EXIT;
    if (items.length >= MAX_GROWN_ITEMS) return raise('MemoryError');
    items.push(item as Value);
  }
}

/** Set by types/: a fresh array for exact lists, tuples and the like; `undefined` for everything else. */
export const fastItems = { of: (_iterable: Value): Value[] | undefined => undefined };

// ── Items ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Set by types/generic-alias.ts: `cls[item]` through `__class_getitem__`. */
export const classSubscript = { of: (_cls: Value, _item: Value): Result | undefined => undefined };

export function getItem(object: Value, key: Value): Result {
  const slot = typeOf(object).slots.getItem;
  if (slot !== undefined) return slot(object as never, key);
  const subscripted = classSubscript.of(object, key);
  if (subscripted !== undefined) return subscripted;
  return raiseTypeError(`'${typeName(object)}' object is not subscriptable`);
}

/** `undefined` deletes. */
export function setItem(object: Value, key: Value, value: Value | undefined): true | Exit {
  const slot = typeOf(object).slots.setItem;
  if (slot !== undefined) return slot(object as never, key, value);
  return noItemAccess(object, key, value === undefined);
}

/**
 * Whether the type could have items as sequences do, in CPython's structures: all types have them that are not declared statically.
 * Some errors tell, and `*=` does not ask the right operand to repeat itself where the left one could.
 */
export function hasSequenceMethods(type: PyType): boolean {
  const { isHeapType, slots } = type;
  if (isHeapType || slots.contains !== undefined || slots.len !== undefined || slots.concat !== undefined) return true;
  return !isStaticType(type);
}

/** The error for objects whose items cannot be set or deleted; for the latter, CPython words it by the kind of key and of object. */
export function noItemAccess(object: Value, key: Value, isDeletion: boolean): Exit {
  const asSequence = hasSequenceMethods(typeOf(object)) && typeOf(key).slots.index !== undefined;
  if (asSequence && toSize(key, 'IndexError') === EXIT) return EXIT;
  if (!isDeletion) return raiseTypeError(`'${typeName(object)}' object does not support item assignment`);
  return raiseTypeError(`'${typeName(object)}' object does${asSequence ? "n't" : ' not'} support item deletion`);
}

/** Whether the type says anything of iteration, be it that there is none (`__iter__ = None`): of other objects errors say more. */
export function knowsIteration(type: PyType): boolean {
  if (type.slots.iter !== undefined || type.lookup('__iter__') !== undefined) return true;
  // Items of builtin types that are not iterable are no sequence's.
  return type.isHeapType && type.slots.getItem !== undefined;
}

/** Whether objects have items by number: builtin types that are subscripted in another sense have no length. */
export function hasItems({ slots, isHeapType }: PyType): boolean {
  return slots.getItem !== undefined && (isHeapType || slots.len !== undefined);
}

export function contains(container: Value, item: Value): boolean | Exit {
  const type = typeOf(container);
  const slot = type.slots.contains;
  return slot === undefined ? containsByIteration(container, item) : slot(container as never, item);
}

/** The same of a container that says nothing about it. */
export function containsByIteration(container: Value, item: Value): boolean | Exit {
  const type = typeOf(container);
  if (type.slots.iter === undefined && !hasItems(type)) return noContainer(type);
  if (type.isHeapType) return isAmongItems(type, iter(container), item);
  let found = false;
  const done = iterate(container, (candidate) => {
    const same = isSameOrEqual(candidate, item);
    if (same === EXIT) return EXIT;
    found = same as boolean;
    return !found;
  });
  return done === EXIT ? EXIT : found;
}

/** Whatever TypeError an `__iter__` raises means that there is none. */
function isAmongItems(type: PyType, iterator: Result, item: Value): boolean | Exit {
  if (iterator === EXIT) return swallow('TypeError') ? noContainer(type) : EXIT;
  for (;;) {
    const candidate = next(iterator as Value);
    if (candidate === undefined) return false;
    if (candidate === EXIT) return EXIT;
    const same = isSameOrEqual(candidate as Value, item);
    if (same !== false) return same;
  }
}

function noContainer(type: PyType): Exit {
  return raiseTypeError(`argument of type '${type.errorName}' is not a container or iterable`);
}

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────

const SWAPPED: readonly CompareOperator[] = [4, 5, 2, 3, 0, 1];

/** Rich comparison, as the operators do it: any value may come out. */
export function compare(left: Value, right: Value, operator: CompareOperator): Result {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  let tried = false;
  if (leftType !== rightType && rightType.slots.compare !== undefined && rightType.isSubtypeOf(leftType)) {
    tried = true;
    const result = rightType.slots.compare(right as never, left, SWAPPED[operator]);
    if (result !== NotImplemented) return result;
  }
  if (leftType.slots.compare !== undefined) {
    const result = leftType.slots.compare(left as never, right, operator);
    if (result !== NotImplemented) return result;
  }
  if (!tried && rightType.slots.compare !== undefined) {
    const result = rightType.slots.compare(right as never, left, SWAPPED[operator]);
    if (result !== NotImplemented) return result;
  }
  if (operator === EQ) return left === right;
  if (operator === NE) return left !== right;
  return compareError(left, right, operator);
}

export function compareError(left: Value, right: Value, operator: CompareOperator): Exit {
  return raiseTypeError(
    `'${COMPARE_SYMBOLS[operator]}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** `__bool__` gave something else. */
export function raiseBoolError(value: Value): Exit {
  return raiseTypeError(`__bool__ should return bool, returned ${typeName(value)}`);
}

/** The truth of a comparison. */
export function compareTrue(left: Value, right: Value, operator: CompareOperator): boolean | Exit {
  const result = compare(left, right, operator);
  return result === EXIT ? EXIT : isTrue(result as Value);
}

/** `left == right` as a truth value. */
export function equals(left: Value, right: Value): boolean | Exit {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return compareTrue(left, right, EQ);
}

/** Identity or equality: how containers compare their items. */
export function isSameOrEqual(left: Value, right: Value): boolean | Exit {
  return left === right ? true : equals(left, right);
}

// ── Conversion to numbers ────────────────────────────────────────────────────────────────────────────────────────

/** An exact int through `__index__`; TypeError for what is no integer. */
export function toInt(value: Value): number | bigint | Exit {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  // What is an int is its own index, whatever its class says.
  if (isInt(value)) return intOf(value);
  const slot = typeOf(value).slots.index;
  if (slot === undefined) return raiseTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const index = slot(value as never);
  if (index === EXIT) return EXIT;
  return typeof index === 'boolean' ? (index ? 1 : 0) : (index as number | bigint);
}

/** An int as an index or size: clamped to the safe integers. */
export function toIndex(value: Value): number | Exit {
  if (typeof value === 'number') return value;
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return (int as bigint) > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** As toIndex, but an int of more than 64 bits raises OverflowError (or IndexError, as the caller says). */
export function toSize(value: Value, errorName: 'OverflowError' | 'IndexError' = 'OverflowError'): number | Exit {
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  if (BigInt.asIntN(64, int as bigint) === int) return toIndex(int as bigint);
  return raise(errorName, `cannot fit '${typeName(value)}' into an index-sized integer`);
}

/** A float or something with `__float__` or `__index__`, as a JS number. The `__float__` of classes derived from float is for `float(...)` alone. */
export function toFloat(value: Value): number | Exit {
  if (typeof value === 'number') return value;
  if (value instanceof PyFloat || value instanceof PyFloatObject) return value.value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const slots = typeOf(value).slots;
  if (slots.float !== undefined) return checkFloatResult(value, slots.float(value as never));
  if (slots.index === undefined) return raiseTypeError(`must be real number, not ${typeName(value)}`);
  const int = toInt(value);
  return int === EXIT ? EXIT : bigToFloat(int as number | bigint);
}

function bigToFloat(int: number | bigint): number | Exit {
  const float = Number(int);
  if (!Number.isFinite(float)) return raise('OverflowError', 'int too large to convert to float');
  return float;
}

// ── Classes ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The class as a host type, or `undefined` if the value is no type. */
export function asType(value: Value): PyType | undefined {
  return value instanceof PyObject && 'mro' in value ? (value as PyType) : undefined;
}

/** Whether an exception of this name is in flight: re-exported for builtins that probe. */
export { isInFlight, state };
