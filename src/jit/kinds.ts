/**
 * Kinds of values, as bits: what a profile records, and what the compiler knows of a value. A mask is the set of kinds that are possible.
 *
 * Lists are told apart by the strategy of their storage, because compiled code reads it. BIG and the objects of other classes are
 * values that compiled code only passes on.
 */
import type { Value } from '../objspace/object.ts';
import { PyInstance } from '../objspace/instance.ts';
import { PyByteArray } from '../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../objspace/types/bytes/bytes.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { Cell, PyFunction } from '../objspace/types/function.ts';
import { PyListIterator } from '../objspace/types/list/iterator.ts';
import { EMPTY, FLOAT as FLOAT_ITEMS, INT as INT_ITEMS } from '../objspace/types/list/kinds.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyRange } from '../objspace/types/range.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import { PySet } from '../objspace/types/set/storage.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { PyType } from '../objspace/type.ts';
import {
  BYTEARRAY_SHAPE,
  BYTES_SHAPE,
  DICT_SHAPE,
  LIST_SHAPE,
  SET_SHAPE,
  TUPLE_SHAPE,
} from '../interpreter/displays.ts';
import { PyGenerator } from '../interpreter/generator.ts';

/** An int that is a number of int32. */
export const SMALL = 1 << 0;
/** An int that is a number beyond int32. */
export const WIDE = 1 << 1;
/** An int that is a bigint. */
export const BIG = 1 << 2;
export const FLOAT = 1 << 3;
export const BOOL = 1 << 4;
export const NONE = 1 << 5;
/** A string that is one of JavaScript. */
export const STR = 1 << 6;
export const LIST_OF_INTS = 1 << 7;
export const LIST_OF_FLOATS = 1 << 8;
export const LIST_OF_OBJECTS = 1 << 9;
export const LIST_EMPTY = 1 << 10;
export const TUPLE = 1 << 11;
export const DICT = 1 << 12;
/** An instance of a Python class without a builtin layout. */
export const INSTANCE = 1 << 13;
export const FUNCTION = 1 << 14;
export const TYPE = 1 << 15;
export const RANGE = 1 << 16;
export const RANGE_ITERATOR = 1 << 17;
export const LIST_ITERATOR = 1 << 18;
export const GENERATOR = 1 << 19;
export const CELL = 1 << 20;
export const OTHER = 1 << 21;
/** No value: a variable that is not bound. */
export const UNBOUND = 1 << 22;
export const BYTES = 1 << 23;
export const BYTEARRAY = 1 << 24;
export const SET = 1 << 25;

export const INT = SMALL | WIDE;
export const LIST = LIST_OF_INTS | LIST_OF_FLOATS | LIST_OF_OBJECTS | LIST_EMPTY;
export const ANY = (1 << 26) - 1;
/** Whatever Python can see. */
export const BOUND = ANY & ~UNBOUND;

function kindOfList(list: PyList): number {
  if (list.shape !== LIST_SHAPE) return OTHER;
  if (list.kind === INT_ITEMS) return LIST_OF_INTS;
  if (list.kind === FLOAT_ITEMS) return LIST_OF_FLOATS;
  return list.kind === EMPTY ? LIST_EMPTY : LIST_OF_OBJECTS;
}

function kindOfObject(value: object): number {
  if (value instanceof PyInstance) return INSTANCE;
  if (value instanceof PyFloat) return FLOAT;
  if (value instanceof PyList) return kindOfList(value);
  if (value instanceof PyTuple) return value.shape === TUPLE_SHAPE ? TUPLE : OTHER;
  if (value instanceof PyDict) return value.shape === DICT_SHAPE ? DICT : OTHER;
  if (value instanceof PyBytes) return value.shape === BYTES_SHAPE ? BYTES : OTHER;
  if (value instanceof PyByteArray) return value.shape === BYTEARRAY_SHAPE ? BYTEARRAY : OTHER;
  if (value instanceof PySet) return value.shape === SET_SHAPE ? SET : OTHER;
  if (value instanceof PyFunction) return FUNCTION;
  if (value instanceof PyType) return TYPE;
  if (value instanceof PyRangeIterator) return RANGE_ITERATOR;
  if (value instanceof PyListIterator) return LIST_ITERATOR;
  if (value instanceof PyGenerator) return GENERATOR;
  if (value instanceof PyRange) return RANGE;
  return value instanceof Cell ? CELL : OTHER;
}

export function kindOf(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return (value | 0) === value ? SMALL : WIDE;
    case 'bigint':
      return BIG;
    case 'string':
      return STR;
    case 'boolean':
      return BOOL;
    case 'undefined':
      return UNBOUND;
    default:
      return value === null ? NONE : kindOfObject(value);
  }
}

/** Whether all that is possible by `mask` is among `kinds`. */
export function isWithin(mask: number, kinds: number): boolean {
  return mask !== 0 && (mask & ~kinds) === 0;
}

/** Whether values of the mask have one shape at most, as far as builtin kinds tell: lists count as one. */
export function isOneKind(mask: number): boolean {
  return (mask & (mask - 1)) === 0 || isWithin(mask, LIST);
}

const NAMES = [
  'small',
  'wide',
  'big',
  'float',
  'bool',
  'none',
  'str',
  'ints',
  'floats',
  'objects',
  'empty',
  'tuple',
  'dict',
  'instance',
  'function',
  'type',
  'range',
  'range_iterator',
  'list_iterator',
  'generator',
  'cell',
  'other',
  'unbound',
  'bytes',
  'bytearray',
  'set',
];

/** For the log. */
export function kindText(mask: number): string {
  if (mask === ANY) return 'any';
  if (mask === BOUND) return 'bound';
  if (isWithin(mask, INT) && mask === INT) return 'int';
  return NAMES.filter((_name, bit) => (mask & (1 << bit)) !== 0).join('|');
}
