/**
 * `list.sort`. What is compared decides how: numbers and strings of JavaScript directly, tuples by their first items where those are
 * such (many of them column by column, sort-rows.ts), everything else through `__lt__`.
 */
import { caught, type PyBaseException, raiseObject, raiseValueError, takeException } from '../../exception.ts';
import { callWithOne } from '../../gateway/short-calls.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { compareTrue } from '../../operations.ts';
import { LT } from '../../slots.ts';
import { state } from '../../state.ts';
import { type Less, timsort } from '../../../util/timsort.ts';
import { worked } from '../../../util/work.ts';
import { PyFloat } from '../float-object.ts';
import { sameOrEqual } from '../sequences.ts';
import { isExactTuple, type PyTuple } from '../tuple.ts';
import { EMPTY, FLOAT, type ListKind } from './kinds.ts';
import type { PyList } from './list.ts';
import { permute, simpleOrder } from './simple-order.ts';
import { MAX_NESTING, orderOfRows } from './sort-rows.ts';

/** Thrown through the sort by a comparison that raised: the Python exception is in flight. */
class ComparisonFailed {
  readonly exception: PyBaseException;
  constructor(exception: PyBaseException) {
    this.exception = exception;
  }
}

/**
 * Sorts the list in place. While keys and comparisons run, the list is empty; it holds a permutation of its items afterwards, whatever
 * happened. A list that was changed meanwhile is an error.
 */
export function sortList(list: PyList, key: Value, reverse: boolean): true | Exit {
  const { kind, storage } = list;
  // Not the shared empty array: so that a change during the sort shows.
  const vacated: Value[] = [];
  list.kind = EMPTY;
  list.storage = vacated;
  const sorted = trySort(kind, storage, key, reverse);
  const isModified = list.storage !== vacated;
  list.kind = kind;
  list.storage = storage;
  if (sorted === EXIT) return EXIT;
  return isModified ? raiseValueError('list modified during sort') : true;
}

/** Whatever is thrown meanwhile, the list gets its items back. */
function trySort(kind: ListKind, storage: Value[], key: Value, reverse: boolean): true | Exit {
  try {
    return sortStorage(kind, storage, key, reverse);
  } catch (thrown) {
    return caught(thrown);
  }
}

function sortStorage(kind: ListKind, storage: Value[], key: Value, reverse: boolean): true | Exit {
  const keys = key === null ? storage : keysOf(kind, storage, key);
  if (keys === EXIT) return EXIT;
  const isRaw = key === null && kind === FLOAT;
  return sortKeys(keys as Value[], key === null ? null : storage, reverse, isRaw);
}

function keysOf(kind: ListKind, storage: readonly Value[], key: Value): Value[] | Exit {
  const keys: Value[] = [];
  for (let index = 0; index < storage.length; index++) {
    if (--state.fuel < 0) worked(1);
    const item = kind === FLOAT ? new PyFloat(storage[index] as number) : storage[index];
    const result = callWithOne(key, item);
    if (result === EXIT) return EXIT;
    keys.push(result as Value);
  }
  return keys;
}

/** Sorts keys, and values along with them. A reversed sort is a stable sort of the reversed list, reversed. */
function sortKeys(keys: Value[], values: Value[] | null, reverse: boolean, isRaw: boolean): true | Exit {
  if (keys.length < 2) return true;
  if (reverse) {
    keys.reverse();
    values?.reverse();
  }
  const result = runSort(keys, values, isRaw);
  if (reverse) {
    keys.reverse();
    values?.reverse();
  }
  return result;
}

function runSort(keys: Value[], values: Value[] | null, isRaw: boolean): true | Exit {
  try {
    const order = simpleOrder(keys);
    if (order !== undefined) permute(values ?? keys, order);
    else if (isRaw) timsort(keys, values, lessNumber);
    else if (!(isExactTuple(keys[0]) && sortByColumns(keys, values))) timsort(keys, values, lessFor(keys));
    return true;
  } catch (thrown) {
    if (thrown instanceof ComparisonFailed) return raiseObject(thrown.exception);
    throw thrown;
  }
}

function lessNumber(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  return (left as number) < (right as number);
}

// ── Tuples ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** From so many on, putting them into their places is done in pieces. */
const MANY_ROWS = 1 << 16;

/** False if the keys have to be compared one by one. Keys that have values are not needed any more. */
function sortByColumns(keys: readonly Value[], values: Value[] | null): boolean {
  const order = orderOfRows(keys);
  if (order === undefined) return false;
  const items = values ?? (keys as Value[]);
  if (order.length > MANY_ROWS) {
    permute(items, new Uint32Array(order));
    return true;
  }
  const old = items.slice();
  for (let index = 0; index < old.length; index++) items[index] = old[order[index]];
  return true;
}

// ── Everything else ──────────────────────────────────────────────────────────────────────────────────────────────

// A comparison may throw: so it is the place where a sort can be interrupted.
function lessText(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  return orderOfTexts(left as string, right as string) < 0;
}

function lessFloat(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  return (left as PyFloat).value < (right as PyFloat).value;
}

function lessValue(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  const less = compareTrue(left, right, LT);
  if (less === EXIT) throw new ComparisonFailed(takeException());
  return less as boolean;
}

/** `left < right` for exact tuples. */
function lessTuple(left: Value, right: Value): boolean {
  if (--state.fuel < 0) worked(1);
  const first = left as PyTuple;
  const second = right as PyTuple;
  const shorter = Math.min(first.length, second.length);
  for (let index = 0; index < shorter; index++) {
    const a = first.at(index);
    const b = second.at(index);
    const order = orderOf(a, b, 0);
    if (order === 0) continue;
    if (order !== undefined) return order < 0;
    const same = sameOrEqual(a, b);
    if (same === EXIT) throw new ComparisonFailed(takeException());
    if (same !== true) return lessValue(a, b);
  }
  return first.length < second.length;
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; `undefined` where only Python's operators know. */
function orderOf(left: Value, right: Value, depth: number): number | undefined {
  if (typeof left === 'number') return typeof right === 'number' ? left - right : undefined;
  if (typeof left === 'string') return typeof right === 'string' ? orderOfTexts(left, right) : undefined;
  if (left === right) return 0;
  if (isExactTuple(left) && isExactTuple(right))
    return depth < MAX_NESTING ? orderOfItems(left, right, depth + 1) : undefined;
  if (!(left instanceof PyFloat && right instanceof PyFloat)) return undefined;
  return left.value < right.value ? -1 : left.value > right.value ? 1 : left.value === right.value ? 0 : undefined;
}

/** Most texts differ in their first characters: comparing those needs no call of the host. */
function orderOfTexts(left: string, right: string): number {
  const order = left.charCodeAt(0) - right.charCodeAt(0);
  if (order < 0 || order > 0) return order;
  return left === right ? 0 : left < right ? -1 : 1;
}

function orderOfItems(left: PyTuple, right: PyTuple, depth: number): number | undefined {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const order = orderOf(left.at(index), right.at(index), depth);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** The cheapest comparison that is right for all keys. */
function lessFor(keys: readonly Value[]): Less<Value> {
  const first = keys[0];
  if (typeof first === 'number') return keys.every((key) => typeof key === 'number') ? lessNumber : lessValue;
  if (typeof first === 'string') return keys.every((key) => typeof key === 'string') ? lessText : lessValue;
  if (first instanceof PyFloat) return keys.every((key) => key instanceof PyFloat) ? lessFloat : lessValue;
  return keys.every(isExactTuple) ? lessTuple : lessValue;
}
