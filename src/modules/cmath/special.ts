/**
 * What the functions of `cmath` are where a part of the argument is infinite or NaN: C99, annex G.
 *
 * Each function takes such an argument only; `undefined` stands for a domain error.
 */
import { cos, sin } from '../../util/libm/sine.ts';
import { atan2 } from '../../util/libm/atan.ts';
import { copySign } from '../math/float-parts.ts';

export type Parts = readonly [real: number, imag: number];
export type SpecialFunction = (x: number, y: number) => Parts | undefined;

const INF = Number.POSITIVE_INFINITY;
const NAN = Number.NaN;
const NOT_A_NUMBER: Parts = [NAN, NAN];

const isInfinite = (x: number): boolean => x === INF || x === -INF;

export const specialSqrt: SpecialFunction = (x, y) => {
  if (isInfinite(y)) return [INF, y];
  if (x === INF) return [INF, Number.isNaN(y) ? NAN : copySign(0, y)];
  if (x === -INF) return Number.isNaN(y) ? [NAN, INF] : [0, copySign(INF, y)];
  return NOT_A_NUMBER;
};

export const specialLog: SpecialFunction = (x, y) =>
  isInfinite(x) || isInfinite(y) ? [INF, atan2(y, x)] : NOT_A_NUMBER;

export const specialAcosh: SpecialFunction = (x, y) =>
  x === 0 ? [specialLog(x, y)![0], isInfinite(y) ? atan2(y, x) : Math.PI / 2] : specialLog(x, y);

export const specialAcos: SpecialFunction = (x, y) => {
  if (isInfinite(y)) return [atan2(Math.abs(y), x), copySign(INF, -y)];
  if (isInfinite(x)) return Number.isNaN(y) ? [NAN, INF] : [atan2(Math.abs(y), x), copySign(INF, -y)];
  return x === 0 ? [Math.PI / 2, NAN] : NOT_A_NUMBER;
};

export const specialAsinh: SpecialFunction = (x, y) => {
  if (isInfinite(x) || isInfinite(y)) return [Number.isNaN(x) ? INF : copySign(INF, x), atan2(y, Math.abs(x))];
  return y === 0 ? [NAN, y] : NOT_A_NUMBER;
};

export const specialAtanh: SpecialFunction = (x, y) => {
  const real = Number.isNaN(x) ? 0 : copySign(0, x);
  if (isInfinite(y)) return [real, copySign(Math.PI / 2, y)];
  if (isInfinite(x)) return [real, Number.isNaN(y) ? NAN : copySign(Math.PI / 2, y)];
  return x === 0 ? [x, NAN] : NOT_A_NUMBER;
};

/** Infinite with the signs of cos(y) and sin(y), for a finite y that is not 0. */
function infiniteCircle(y: number): Parts {
  return [copySign(INF, cos(y)), copySign(INF, sin(y))];
}

export const specialCosh: SpecialFunction = (x, y) => {
  if (isInfinite(y) && !Number.isNaN(x)) return undefined;
  if (isInfinite(x)) {
    if (Number.isNaN(y)) return [INF, NAN];
    const [real, imag] = y === 0 ? [INF, y] : infiniteCircle(y);
    return [real, x < 0 ? -imag : imag];
  }
  return x === 0 || y === 0 ? [NAN, 0] : NOT_A_NUMBER;
};

export const specialSinh: SpecialFunction = (x, y) => {
  if (isInfinite(y) && !Number.isNaN(x)) return undefined;
  if (isInfinite(x)) {
    if (Number.isNaN(y)) return [INF, NAN];
    if (y === 0) return [x, y];
    const [real, imag] = infiniteCircle(y);
    return [x < 0 ? -real : real, imag];
  }
  if (x === 0) return [0, NAN];
  return y === 0 ? [NAN, y] : NOT_A_NUMBER;
};

export const specialTanh: SpecialFunction = (x, y) => {
  if (isInfinite(x)) return [copySign(1, x), Number.isFinite(y) ? (y === 0 ? y : copySign(0, sin(2 * y))) : 0];
  if (isInfinite(y) && !Number.isNaN(x)) return undefined;
  if (x === 0) return [x, NAN];
  return y === 0 ? [NAN, y] : NOT_A_NUMBER;
};

export const specialExp: SpecialFunction = (x, y) => {
  if (x === -INF) return Number.isFinite(y) ? [copySign(0, cos(y)), copySign(0, sin(y))] : [0, 0];
  if (isInfinite(y) && !Number.isNaN(x)) return undefined;
  if (x === INF) {
    if (Number.isNaN(y)) return [INF, NAN];
    return y === 0 ? [INF, y] : infiniteCircle(y);
  }
  return y === 0 ? [NAN, y] : NOT_A_NUMBER;
};

/** `rect(r, phi)`. */
export const specialRect: SpecialFunction = (r, phi) => {
  if (r === 0) return [0, 0];
  if (isInfinite(phi) && !Number.isNaN(r)) return undefined;
  if (isInfinite(r)) {
    if (Number.isNaN(phi)) return [INF, NAN];
    if (phi === 0) return [r, r < 0 ? -phi : phi];
    const [real, imag] = infiniteCircle(phi);
    return r > 0 ? [real, imag] : [-real, -imag];
  }
  return phi === 0 ? [NAN, 0] : NOT_A_NUMBER;
};
