/** Builtins that are tried (tame.ts) with numbers of other sorts than ints and floats, or with tuples of numbers. */
import type { Result, Value } from '../objspace/object.ts';
import { sumOfTuple } from '../objspace/tuple-sums.ts';
import { absolute, complexType, PyComplex } from '../objspace/types/complex.ts';
import { isExactTuple } from '../objspace/types/tuple.ts';
import { STRIDE } from '../util/work.ts';
import { UNTAMED, type Untamed } from './tame.ts';

export function tamedAbs(value: Value): Result | Untamed {
  const isComplex = value instanceof PyComplex && value.shape === complexType.instanceShape;
  return isComplex ? absolute(value) : UNTAMED;
}

/** Of a tuple; the sum of a long one may be interrupted, by which frames are looked at. */
export function tamedSum(value: Value): Value | Untamed {
  if (!isExactTuple(value) || value.length >= STRIDE) return UNTAMED;
  return sumOfTuple(value, 0) ?? UNTAMED;
}
