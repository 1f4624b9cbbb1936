/** floor, ceil and trunc: by the special methods of those names, or on floats. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, findSpecial, toFloat, typeName } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { intFromFloat } from '../../objspace/types/float-rounding.ts';

function rounded(value: Value, method: string, round: (x: number) => number): Result {
  if (typeof value === 'number') return value;
  if (!(value instanceof PyFloat)) {
    const found = findSpecial(value, method);
    if (found !== undefined) return found === EXIT ? EXIT : call(found as Value, []);
  }
  const x = toFloat(value);
  return x === EXIT ? EXIT : intFromFloat(round(x as number));
}

export const floor = (value: Value): Result => rounded(value, '__floor__', Math.floor);
export const ceil = (value: Value): Result => rounded(value, '__ceil__', Math.ceil);

export function trunc(value: Value): Result {
  if (value instanceof PyFloat) return intFromFloat(value.value);
  const found = findSpecial(value, '__trunc__');
  if (found === undefined) return raiseTypeError(`type ${typeName(value)} doesn't define __trunc__ method`);
  return found === EXIT ? EXIT : call(found as Value, []);
}
