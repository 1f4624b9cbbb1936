/** What is known of a value from the shape that it has. */
import {
  BYTEARRAY_SHAPE,
  BYTES_SHAPE,
  DICT_SHAPE,
  LIST_SHAPE,
  SET_SHAPE,
  TUPLE_SHAPE,
} from '../interpreter/displays.ts';
import type { Shape } from '../objspace/shape.ts';
import { BIG, BOOL, BOUND, BYTEARRAY, BYTES, DICT, INT, LIST, NONE, SET, STR, TUPLE } from './kinds.ts';

/** What an object of a shape can be. */
export function kindsOfShape(shape: Shape): number {
  if (shape === LIST_SHAPE) return LIST;
  if (shape === SET_SHAPE) return SET;
  if (shape === TUPLE_SHAPE) return TUPLE;
  if (shape === BYTES_SHAPE) return BYTES;
  if (shape === BYTEARRAY_SHAPE) return BYTEARRAY;
  return shape === DICT_SHAPE ? DICT : OBJECTS;
}

/** Kinds of values that are no objects of JavaScript. */
const PRIMITIVE = INT | BIG | BOOL | NONE | STR;
/** Kinds of all other values: what objects of most shapes are known to be. */
export const OBJECTS = BOUND & ~PRIMITIVE;
