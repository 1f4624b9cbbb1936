/** Operations on doubles that Python defines differently from JavaScript: floor division, modulo, powers. */
import { pow } from '../../util/libm/pow.ts';
import { raise } from '../exception.ts';
import type { Exit, Result, Value } from '../object.ts';
import { complexPower } from './complex-arithmetic.ts';
import { PyFloat } from './float-object.ts';

/** `left % right` for right != 0: the sign of the divisor. */
export function moduloFloat(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return right < 0 !== remainder < 0 ? remainder + right : remainder;
}

/** `left // right` for right != 0. */
export function floorDivideFloat(left: number, right: number): number {
  const remainder = left % right;
  // An exact multiple but for rounding: the remainder is exact.
  let quotient = (left - remainder) / right;
  if (remainder !== 0 && right < 0 !== remainder < 0) quotient -= 1;
  if (quotient === 0) return left / right < 0 || Object.is(left / right, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function isOddInteger(value: number): boolean {
  return Math.abs(value % 2) === 1;
}

export const rangeError = (): Exit => raise('OverflowError', 34, 'Numerical result out of range');

/** `base ** exponent`: a float, or a complex number for a negative base and a fraction. */
export function powerOfFloats(base: number, exponent: number): Result {
  if (exponent === 0 || base === 1) return new PyFloat(1);
  if (Number.isNaN(base) || Number.isNaN(exponent)) return new PyFloat(Number.NaN);
  if (!Number.isFinite(exponent)) return new PyFloat(powerOfInfinity(Math.abs(base), exponent));
  if (base === 0 && exponent < 0) return raise('ZeroDivisionError', 'zero to a negative power');
  if (base < 0 && Number.isFinite(base) && !Number.isInteger(exponent))
    return complexPower(base, 0, exponent, 0) as Value;
  const size = pow(Math.abs(base), exponent);
  if (size === Number.POSITIVE_INFINITY && Number.isFinite(base)) return rangeError();
  const isNegative = (base < 0 || Object.is(base, -0)) && isOddInteger(exponent);
  return new PyFloat(isNegative ? -size : size);
}

function powerOfInfinity(base: number, exponent: number): number {
  if (base === 1) return 1;
  return exponent > 0 === base > 1 ? Number.POSITIVE_INFINITY : 0;
}
