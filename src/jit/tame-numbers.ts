/** Builtins that are tried (tame.ts) with numbers of other sorts than ints and floats. */
import type { Result, Value } from '../objspace/object.ts';
import { absolute, complexType, PyComplex } from '../objspace/types/complex.ts';
import { UNTAMED, type Untamed } from './tame.ts';

export function tamedAbs(value: Value): Result | Untamed {
  const isComplex = value instanceof PyComplex && value.shape === complexType.instanceShape;
  return isComplex ? absolute(value) : UNTAMED;
}
