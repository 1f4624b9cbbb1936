/**
 * Arithmetic of complex numbers, as C99's annex G has it: infinities are kept where the plain formulas would give NaN, and a real
 * operand is not widened to a complex one (Python 3.14), so that its missing part has no sign or NaN to contribute.
 */
import { atan2 } from '../../util/libm/atan.ts';
import { exp } from '../../util/libm/exp.ts';
import { hypot } from '../../util/libm/hypot.ts';
import { log } from '../../util/libm/log.ts';
import { pow } from '../../util/libm/pow.ts';
import { cos, sin } from '../../util/libm/sine.ts';
import { raise } from '../exception.ts';
import type { Exit } from '../object.ts';
import { PyComplex } from './complex-object.ts';

/** 1 or 0 for infinite or not, with the sign of the value. */
function boxed(value: number): number {
  return copySign(Number.isFinite(value) || Number.isNaN(value) ? 0 : 1, value);
}

function isInfinite(value: number): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

export function copySign(size: number, sign: number): number {
  return sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size);
}

/** NaN as a zero of its sign, which JavaScript does not show: +0. */
function withoutNaN(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

export function multiplyComplex(a: number, b: number, c: number, d: number): PyComplex {
  const [ac, bd, ad, bc] = [a * c, b * d, a * d, b * c];
  const real = ac - bd;
  const imag = ad + bc;
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return new PyComplex(real, imag);
  return recoverProduct(a, b, c, d, [ac, bd, ad, bc].some(isInfinite)) ?? new PyComplex(real, imag);
}

/** The product where the formula gave NaN twice although a factor, or a part of the sum, is infinite. */
function recoverProduct(a: number, b: number, c: number, d: number, hasInfinitePart: boolean): PyComplex | undefined {
  const leftInfinite = isInfinite(a) || isInfinite(b);
  const rightInfinite = isInfinite(c) || isInfinite(d);
  if (!leftInfinite && !rightInfinite && !hasInfinitePart) return undefined;
  let [p, q, r, s] = [a, b, c, d];
  if (leftInfinite) [p, q, r, s] = [boxed(p), boxed(q), withoutNaN(r), withoutNaN(s)];
  if (rightInfinite) [p, q, r, s] = [withoutNaN(p), withoutNaN(q), boxed(r), boxed(s)];
  if (!leftInfinite && !rightInfinite) [p, q, r, s] = [p, q, r, s].map(withoutNaN);
  return new PyComplex(Number.POSITIVE_INFINITY * (p * r - q * s), Number.POSITIVE_INFINITY * (p * s + q * r));
}

/** (a + bi) / (c + di) by Smith's method; the divisor is not zero. */
export function divideComplex(a: number, b: number, c: number, d: number): PyComplex {
  let real = Number.NaN;
  let imag = Number.NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const scale = c + d * ratio;
    real = (a + b * ratio) / scale;
    imag = (b - a * ratio) / scale;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const scale = c * ratio + d;
    real = (a * ratio + b) / scale;
    imag = (b * ratio - a) / scale;
  }
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return new PyComplex(real, imag);
  return recoverQuotient(a, b, c, d) ?? new PyComplex(real, imag);
}

function recoverQuotient(a: number, b: number, c: number, d: number): PyComplex | undefined {
  if ((isInfinite(a) || isInfinite(b)) && Number.isFinite(c) && Number.isFinite(d)) {
    const [x, y] = [boxed(a), boxed(b)];
    return new PyComplex(Number.POSITIVE_INFINITY * (x * c + y * d), Number.POSITIVE_INFINITY * (y * c - x * d));
  }
  if ((isInfinite(c) || isInfinite(d)) && Number.isFinite(a) && Number.isFinite(b)) {
    const [x, y] = [boxed(c), boxed(d)];
    return new PyComplex(0 * (a * x + b * y), 0 * (b * x - a * y));
  }
  return undefined;
}

/** a / (c + di); the divisor is not zero. */
export function divideReal(a: number, c: number, d: number): PyComplex {
  let real = Number.NaN;
  let imag = Number.NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const scale = c + d * ratio;
    real = a / scale;
    imag = (-a * ratio) / scale;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const scale = c * ratio + d;
    real = (a * ratio) / scale;
    imag = -a / scale;
  }
  if (Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a) && (isInfinite(c) || isInfinite(d))) {
    return new PyComplex(0 * (a * boxed(c)), 0 * (-a * boxed(d)));
  }
  return new PyComplex(real, imag);
}

/** Largest integral exponent for which powers are products. */
const MAX_PRODUCT_POWER = 100;

/** (a + bi) ** (c + di). */
export function complexPower(a: number, b: number, c: number, d: number): PyComplex | Exit {
  const isSmallInteger = d === 0 && Number.isInteger(c) && Math.abs(c) <= MAX_PRODUCT_POWER;
  if (a === 0 && b === 0 && (c !== 0 || d !== 0)) {
    if (d !== 0 || c < 0) return noPower();
    if (!isSmallInteger) return new PyComplex(0, 0);
  }
  const power = isSmallInteger ? integralPower(a, b, c) : polarPower(a, b, c, d);
  if (!(power instanceof PyComplex)) return power;
  if (isInfinite(power.real) || isInfinite(power.imag)) return raise('OverflowError', 'complex exponentiation');
  return power;
}

/** CPython's text for every power that is not defined, whatever the base. */
function noPower(): Exit {
  return raise('ZeroDivisionError', 'zero to a negative or complex power');
}

function integralPower(a: number, b: number, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let power = new PyComplex(a, b);
  const size = Math.abs(exponent);
  for (let mask = 1; mask <= size; mask *= 2) {
    if ((size & mask) !== 0) result = multiplyComplex(result.real, result.imag, power.real, power.imag);
    power = multiplyComplex(power.real, power.imag, power.real, power.imag);
  }
  if (exponent >= 0) return result;
  return divideComplex(1, 0, result.real, result.imag);
}

function polarPower(a: number, b: number, c: number, d: number): PyComplex | Exit {
  if (c === 0 && d === 0) return new PyComplex(1, 0);
  const size = hypot(a, b);
  let length = pow(size, c);
  const angle = atan2(b, a);
  let phase = angle * c;
  if (d !== 0) {
    length *= exp(-angle * d);
    phase += d * log(size);
  }
  // An infinite angle has no cosine.
  if (isInfinite(phase)) return noPower();
  return new PyComplex(length * cos(phase), length * sin(phase));
}
