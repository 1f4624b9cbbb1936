/** Tests of kinds, as conditions of JavaScript. */
import * as kinds from './kinds.ts';

/** Of values that may be BigInts: `|` throws where it meets one of them and a number. */
const SMALL_AMONG_BIG = "typeof $0 === 'number' && ($0 | 0) === $0";

const CHECKS: readonly (readonly [number, string])[] = [
  [kinds.SMALL, '($0 | 0) === $0'],
  [kinds.INT, "typeof $0 === 'number'"],
  [kinds.FLOAT, '$0 instanceof Float'],
  [kinds.BOOL, "typeof $0 === 'boolean'"],
  [kinds.NONE, '$0 === null'],
  [kinds.STR, "typeof $0 === 'string'"],
  [kinds.BIG, "typeof $0 === 'bigint'"],
  [kinds.LIST_OF_INTS, '$0?.shape === LIST_SHAPE && $0.kind === 1'],
  [kinds.LIST_OF_FLOATS, '$0?.shape === LIST_SHAPE && $0.kind === 2'],
  [kinds.LIST_OF_OBJECTS, '$0?.shape === LIST_SHAPE && $0.kind === 0'],
  [kinds.LIST_EMPTY, '$0?.shape === LIST_SHAPE && $0.kind === 3'],
  [kinds.TUPLE, '$0?.shape === TUPLE_SHAPE'],
  [kinds.DICT, '$0?.shape === DICT_SHAPE'],
  [kinds.BYTES, '$0?.shape === BYTES_SHAPE'],
  [kinds.BYTEARRAY, '$0?.shape === BYTEARRAY_SHAPE'],
  [kinds.SET, '$0?.shape === SET_SHAPE'],
  [kinds.TYPE, '$0 instanceof Type'],
  [kinds.FUNCTION, '$0 instanceof Function_'],
  [kinds.RANGE_ITERATOR, '$0 instanceof RangeIterator'],
  [kinds.LIST_ITERATOR, '$0 instanceof ListIterator'],
  [kinds.RANGE, '$0 instanceof Range'],
];

/** The condition that a value of the kinds `known` is one of `wanted`; null if there is no simple one. */
export function checkOf(wanted: number, known: number): string | null {
  if ((wanted & known) === kinds.SMALL && (known & kinds.BIG) !== 0) return SMALL_AMONG_BIG;
  for (const [mask, check] of CHECKS) if ((wanted & known) === (mask & known)) return check;
  if ((wanted & ~kinds.LIST) === 0) return '$0?.shape === LIST_SHAPE';
  return null;
}

/** The same where it may take several tests, of values that are simple or builtin containers. */
export function checkOfSeveral(wanted: number, known: number): string | null {
  const simple = checkOf(wanted, known);
  if (simple !== null) return simple;
  const tests: string[] = [];
  let left = wanted & known;
  if ((left & SIMPLE) === (known & SIMPLE) && (left & SIMPLE) !== 0) {
    tests.push("typeof $0 !== 'object' || $0 === null || $0 instanceof Float");
    left &= ~SIMPLE;
  }
  for (const [mask, check] of CHECKS) {
    if ((left & mask) === 0 || (mask & known & ~wanted) !== 0) continue;
    tests.push(check);
    left &= ~mask;
  }
  return left === 0 && tests.length <= MAX_TESTS ? tests.join(' || ') : null;
}

const SIMPLE = kinds.INT | kinds.BIG | kinds.FLOAT | kinds.BOOL | kinds.NONE | kinds.STR;
const MAX_TESTS = 3;
