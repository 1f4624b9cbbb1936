/** Operands as numbers of JavaScript, for what is done with ints and floats alike. */
import type { Value } from '../../objspace/object.ts';
import { PyFloat } from '../../objspace/types/float.ts';

/** The value of a float, or of an int as a float; `undefined` for everything else. */
export function asDouble(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  return typeof value === 'number' ? value : undefined;
}
