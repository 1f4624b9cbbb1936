/** What tuples, lists and slices share: equality of items, lexicographic order, hash of items, indices, repr. */
import { REPR_WORK, STRIDE, worked } from '../../util/work.ts';
import { Joiner } from '../../util/joiner.ts';
import { raise, raiseTypeError } from '../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { compare, compareTrue, hashOf, repr, toInt, typeName } from '../operations.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE } from '../slots.ts';
import { poll, safepoints } from '../safepoint.ts';
import { state } from '../state.ts';
import { type PyType, typeOf } from '../type.ts';
import { TupleHash } from '../../util/tuple-hash.ts';
import { PyFloat } from './float-object.ts';
import { textOf } from './str/str.ts';

/**
 * Identity or equality, as containers compare their items. A float is identical to one with the same bits (docs/differences.md): lists
 * of floats keep no objects, and NaN must be found in the list it was put into.
 */
export function sameOrEqual(left: Value, right: Value): boolean | Exit {
  // Every search in a container passes here.
  if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
  if (left === right) return true;
  switch (typeof left) {
    case 'number':
      if (typeof right === 'number') return false;
      break;
    case 'string':
      if (typeof right === 'string') return false;
      break;
    case 'object':
      if (left instanceof PyFloat && right instanceof PyFloat && Object.is(left.value, right.value)) return true;
  }
  return compareTrue(left, right, EQ);
}

/** The order of two sizes or small ints. */
export function compareNumbers(left: number, right: number, operator: CompareOperator): boolean {
  switch (operator) {
    case LT:
      return left < right;
    case LE:
      return left <= right;
    case EQ:
      return left === right;
    case NE:
      return left !== right;
    case GT:
      return left > right;
    case GE:
      return left >= right;
  }
}

/** An array, or a tuple. */
interface Items {
  readonly length: number;
  at(index: number): Value | undefined;
}

/** The order of two objects of one type; `undefined` if they are equal. */
export type ItemOrder = (left: never, right: never, operator: CompareOperator) => Result | undefined;

/** Of types whose order is that of their items: set by the files that declare them. */
export const itemOrders = new Map<PyType, ItemOrder>();

/**
 * Of items that are containers themselves, and not identical, how their order is found. To ask first whether they are equal, and then for
 * their order, would go through all that is in them once for each level.
 */
export function orderOfContainers(left: Value, right: Value, operator: CompareOperator): ItemOrder | undefined {
  if (operator === EQ || operator === NE || left === right) return undefined;
  if (typeof left !== 'object' || left === null || left instanceof PyFloat) return undefined;
  const type = typeOf(left);
  return type === typeOf(right) ? itemOrders.get(type) : undefined;
}

/** Lexicographic comparison of items that do not change meanwhile. */
export function compareItems(left: Items, right: Items, operator: CompareOperator): Result {
  const order = orderItems(left, right, operator);
  return order === undefined ? compareNumbers(0, 0, operator) : order;
}

/** The same; `undefined` if all are equal. */
export function orderItems(left: Items, right: Items, operator: CompareOperator): Result | undefined {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const a = left.at(index) as Value;
    const b = right.at(index) as Value;
    if (typeof a === 'number' && typeof b === 'number') {
      if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
      if (a !== b) return compareNumbers(a, b, operator);
      continue;
    }
    const nested = orderOfContainers(a, b, operator);
    if (nested !== undefined) {
      if (--state.fuel < 0 && safepoints.pass() === EXIT) return EXIT;
      const order = nested(a as never, b as never, operator);
      if (order !== undefined) return order;
      continue;
    }
    const same = sameOrEqual(a, b);
    if (same === EXIT) return EXIT;
    if (same !== true) return compareDifferent(a, b, operator);
  }
  return left.length === right.length ? undefined : compareNumbers(left.length, right.length, operator);
}

/** The first items that differ decide. */
export function compareDifferent(left: Value, right: Value, operator: CompareOperator): Result {
  return operator === EQ ? false : operator === NE ? true : compare(left, right, operator);
}

/** The hash of a tuple of the items, or (`isPlain`) of a slice's parts. */
export function hashItems(items: Items, isPlain = false): Result {
  const hash = new TupleHash();
  for (let index = 0; index < items.length; index++) {
    const itemHash = hashOf(items.at(index) as Value);
    if (itemHash === EXIT || (--state.fuel < 0 && safepoints.pass() === EXIT)) return EXIT;
    hash.add(itemHash as number | bigint);
  }
  if (isPlain) hash.finishPlain();
  else hash.finish(items.length);
  return hash.int;
}

/**
 * A subscript as a number, not yet moved by the length; `undefined` if it is no integer. An int that no index can be raises IndexError.
 */
export function subscriptIndex(key: Value): number | undefined | Exit {
  if (typeof key === 'number') return key;
  if (typeof key === 'boolean') return key ? 1 : 0;
  if (typeof key !== 'bigint' && typeOf(key).slots.index === undefined) return undefined;
  const int = toInt(key);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return clampIndex(int as bigint) ?? raise('IndexError', `cannot fit '${typeName(key)}' into an index-sized integer`);
}

/** A big int as an index out of every range; `undefined` if it has more than 64 bits. */
export function clampIndex(int: bigint): number | undefined {
  if (BigInt.asIntN(64, int) !== int) return undefined;
  return int > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

/** An argument that C takes as Py_ssize_t: OverflowError beyond 64 bits. */
export function toSsize(value: Value): number | Exit {
  if (typeof value === 'number') return value;
  const int = toInt(value);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return clampIndex(int as bigint) ?? raise('OverflowError', 'Python int too large to convert to C ssize_t');
}

/** The error for a subscript that is neither integer nor slice. */
export function badSubscript(typeName_: string, key: Value): Exit {
  return raiseTypeError(`${typeName_} indices must be integers or slices, not ${typeName(key)}`);
}

/** `count` of `sequence * count` after `__index__`; the slot may be called with any int. */
export function repeatCount(count: Value): number | Exit {
  if (typeof count === 'number') return count;
  const int = toInt(count);
  if (int === EXIT || typeof int === 'number') return int as number | Exit;
  return (
    clampIndex(int as bigint) ?? raise('OverflowError', `cannot fit '${typeName(count)}' into an index-sized integer`)
  );
}

/** Shows items between commas; the caller guards against recursion. */
export function reprItems(items: readonly Value[]): string | Exit {
  const joiner = new Joiner(', ');
  for (let index = 0; index < items.length; index++) {
    if (addRepr(joiner, items[index]) === EXIT) return EXIT;
  }
  return joiner.finish();
}

export function addRepr(joiner: Joiner, item: Value): true | Exit {
  const shown = repr(item);
  if (shown === EXIT || poll(REPR_WORK) === EXIT) return EXIT;
  joiner.add(typeof shown === 'string' ? shown : textOf(shown as Value));
  return true;
}
