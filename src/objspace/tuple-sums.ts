/** Sums of tuples that hold ints alone, or floats alone: what their items are nothing else says. */
import type { Value } from './object.ts';
import { sumOfDoubles } from './summation.ts';
import { PyFloat } from './types/float-object.ts';
import type { PyTuple } from './types/tuple.ts';
import { STRIDE, worked } from '../util/work.ts';

/** `undefined` of other items, and of ints whose sum leaves the safe range on the way. */
export function sumOfTuple(tuple: PyTuple, start: number): Value | undefined {
  const isOfFloats = tuple.length > 0 && tuple.at(0) instanceof PyFloat;
  return isOfFloats ? sumOfFloats(tuple, start) : sumOfInts(tuple, start);
}

function sumOfInts(tuple: PyTuple, start: number): Value | undefined {
  const { length } = tuple;
  let total = start;
  for (let index = 0; index < length; index++) {
    const item = tuple.at(index);
    if (typeof item !== 'number') return undefined;
    total += item;
    if (total > Number.MAX_SAFE_INTEGER || total < -Number.MAX_SAFE_INTEGER) return undefined;
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 2);
  }
  return total;
}

function sumOfFloats(tuple: PyTuple, start: number): Value | undefined {
  const { length } = tuple;
  // What is in it first tells the engine that it is an array of doubles; it is overwritten.
  const doubles = [0.5];
  for (let index = 0; index < length; index++) {
    const item = tuple.at(index);
    if (!(item instanceof PyFloat)) return undefined;
    doubles[index] = item.value;
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 2);
  }
  return new PyFloat(sumOfDoubles(doubles, start)) as Value;
}
