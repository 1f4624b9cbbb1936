/**
 * Hashes of *orderly* elements: those whose hash is the same in every run of CPython (numbers, None, tuples of them, ranges, frozensets of
 * orderly elements). Their hash and equality run no Python code.
 *
 * A hash is left in two words (words64.ts), `hashHigh` and `hashLow`: nothing can run between the call and the reading of them.
 */
import { highWordOf, lowWordOf } from '../../../util/words64.ts';
import { TupleHash } from '../../../util/tuple-hash.ts';
import { hashFloat, hashInt } from '../../hash.ts';
import type { Value } from '../../object.ts';
import { hashOf } from '../../operations.ts';
import { type PyType, typeOf } from '../../type.ts';
import { PyFloat, PyFloatObject } from '../float-object.ts';
import { PyIntObject } from '../int/int-object.ts';
import { PyTuple, tupleType } from '../tuple.ts';

export let hashHigh = 0;
export let hashLow = 0;

function found(high: number, low: number): true {
  hashHigh = high;
  hashLow = low;
  return true;
}

function foundInt(hash: number | bigint): true {
  return found(highWordOf(hash), lowWordOf(hash));
}

/** Whether an element is orderly; its hash is in the two words then. */
export function isOrderly(element: Value): boolean {
  return typeof element === 'number' ? hashNumber(element) : hashElement(element, 0);
}

/** Whether the pair or triple of these items is orderly; its hash is in the two words then. */
export function isOrderlyTuple(first: Value, second: Value, third: Value | undefined): boolean {
  const [hash] = hashes;
  hash.start();
  if (!addItem(hash, first, 0) || !addItem(hash, second, 0)) return false;
  if (third !== undefined && !addItem(hash, third, 0)) return false;
  hash.finish(third === undefined ? 2 : 3);
  return found(hash.high, hash.low);
}

function addItem(hash: TupleHash, item: Value, depth: number): boolean {
  if (typeof item === 'number' ? !hashNumber(item) : !hashElement(item, depth + 1)) return false;
  hash.addWords(hashHigh, hashLow);
  return true;
}

/**
 * Whether an element that is tame (dict/keys.ts) but not orderly may equal one that is, as objects of classes derived from theirs do; its hash is
 * in the two words then.
 */
export function isLikeOrderly(element: Value): boolean {
  const isDerived = element instanceof PyIntObject || element instanceof PyFloatObject || element instanceof PyTuple;
  return isDerived && foundInt(hashOf(element as Value) as number | bigint);
}

/** More types that have orderly objects, each with what tells them; the files that declare the types fill it. */
export const orderlyTypes: Map<PyType, (element: never) => boolean> = new Map();

const MAX_NESTING = 20;

function hashElement(element: Value, depth: number): boolean {
  if (typeof element === 'number') return hashNumber(element);
  if (typeof element === 'string') return false;
  if (element instanceof PyTuple) return element.shape === tupleType.instanceShape && hashTuple(element, depth);
  if (typeof element === 'boolean') return found(0, element ? 1 : 0);
  if (typeof element === 'bigint') return foundInt(hashInt(element));
  if (element === null) return foundInt(hashOf(null) as number | bigint);
  // In tuples NaN is hashed by identity, and so is not orderly.
  if (element instanceof PyFloat)
    return Number.isNaN(element.value) ? depth === 0 && found(0, 0) : foundInt(hashFloat(element.value));
  if (depth > 0) return false;
  const isOrderlyObject = orderlyTypes.get(typeOf(element));
  return isOrderlyObject?.(element as never) === true && foundInt(hashOf(element) as number | bigint);
}

/** Of an int that is a number: -1 is no hash. */
function hashNumber(int: number): true {
  if (int === -1) return found(-1, -2);
  return (int | 0) === int ? found(int >> 31, int) : found(highWordOf(int), int | 0);
}

/** By depth, so that tuples in tuples have their own. */
const hashes: TupleHash[] = Array.from({ length: MAX_NESTING + 1 }, () => new TupleHash());

function hashTuple(tuple: PyTuple, depth: number): boolean {
  if (depth > MAX_NESTING) return false;
  const hash = hashes[depth];
  const { length } = tuple;
  hash.start();
  for (let index = 0; index < length; index++) if (!addItem(hash, tuple.at(index), depth)) return false;
  hash.finish(length);
  return found(hash.high, hash.low);
}
