/**
 * The functions of `cmath` for finite arguments, after Kahan ("Branch cuts for complex elementary functions"): continuous with the
 * signs of zeros on the cuts, without needless overflow and cancellation.
 *
 * All take and give pairs of doubles. Infinite parts of a result mean that it is too large; `undefined` is a domain error.
 */
import { atan2 } from '../../util/libm/atan.ts';
import { exp as realExp } from '../../util/libm/exp.ts';
import { hypot } from '../../util/libm/hypot.ts';
import {
  asinh as realAsinh,
  cosh as realCosh,
  sinh as realSinh,
  tanh as realTanh,
} from '../../util/libm/hyperbolic.ts';
import { log1p } from '../../util/libm/log1p.ts';
import { log as realLog } from '../../util/libm/log.ts';
import { cos as realCos, sin as realSin } from '../../util/libm/sine.ts';
import { tan as realTan } from '../../util/libm/tangent.ts';
import { copySign, scaleFloat } from '../math/float-parts.ts';
import * as special from './special.ts';
import type { Parts, SpecialFunction } from './special.ts';

export type ComplexFunction = (x: number, y: number) => Parts | undefined;

/** Above these, intermediate results could overflow. */
const LARGE = Number.MAX_VALUE / 4;
const ROOT_OF_LARGE = Math.sqrt(LARGE);
const LOG_OF_LARGE = Math.log(LARGE);
const MIN_NORMAL = 2 ** -1022;
const ROOT_OF_MIN = 2 ** -511;
const LN10 = Math.LN10;

const isLarge = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;

/** log(2 |z|) for a large z. */
const logOfDouble = (x: number, y: number): number => realLog(hypot(x / 2, y / 2)) + 2 * Math.LN2;

/** Uses `rule` where a part of the argument is not finite. */
function withSpecial(finite: ComplexFunction, rule: SpecialFunction): ComplexFunction {
  return (x, y) => (Number.isFinite(x) && Number.isFinite(y) ? finite(x, y) : rule(x, y));
}

/** -i * f(i * z): a trigonometric function by the hyperbolic one. */
function rotated(hyperbolic: ComplexFunction): ComplexFunction {
  return (x, y) => {
    const result = hyperbolic(-y, x);
    return result === undefined ? undefined : [result[1], -result[0]];
  };
}

export const sqrt = withSpecial((x, y) => {
  if (x === 0 && y === 0) return [0, y];
  let ax = Math.abs(x);
  const ay = Math.abs(y);
  let root: number;
  if (ax < MIN_NORMAL && ay < MIN_NORMAL) {
    // sqrt((|x| + |z|) / 2), the scaling by an even power of two.
    ax = scaleFloat(ax, 53);
    root = scaleFloat(Math.sqrt(ax + hypot(ax, scaleFloat(ay, 53))), -27);
  } else {
    ax /= 8;
    root = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const quotient = ay / (2 * root);
  return x >= 0 ? [root, copySign(quotient, y)] : [quotient, copySign(root, y)];
}, special.specialSqrt);

export const acos = withSpecial((x, y) => {
  if (isLarge(x, y)) return [atan2(Math.abs(y), x), copySign(logOfDouble(x, y), -y)];
  const [a, b] = sqrt(1 - x, -y)!;
  const [c, d] = sqrt(1 + x, y)!;
  return [2 * atan2(a, c), realAsinh(c * b - d * a)];
}, special.specialAcos);

export const acosh = withSpecial((x, y) => {
  if (isLarge(x, y)) return [logOfDouble(x, y), atan2(y, x)];
  const [a, b] = sqrt(x - 1, y)!;
  const [c, d] = sqrt(x + 1, y)!;
  return [realAsinh(a * c + b * d), 2 * atan2(b, c)];
}, special.specialAcosh);

export const asinh = withSpecial((x, y) => {
  if (isLarge(x, y)) return [copySign(logOfDouble(x, y), x), atan2(y, Math.abs(x))];
  const [a, b] = sqrt(1 + y, -x)!;
  const [c, d] = sqrt(1 - y, x)!;
  return [realAsinh(a * d - c * b), atan2(y, a * c - b * d)];
}, special.specialAsinh);

export const asin = rotated(asinh);

export const atanh: ComplexFunction = withSpecial((x, y) => {
  if (x < 0 || Object.is(x, -0)) {
    const result = atanh(-x, -y);
    return result === undefined ? undefined : [-result[0], -result[1]];
  }
  const ay = Math.abs(y);
  if (x > ROOT_OF_LARGE || ay > ROOT_OF_LARGE) {
    const size = hypot(x / 2, y / 2);
    return [x / 4 / size / size, copySign(Math.PI / 2, y)];
  }
  if (x === 1 && ay < ROOT_OF_MIN) {
    if (ay === 0) return undefined;
    return [-realLog(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), copySign(atan2(2, -ay) / 2, y)];
  }
  const real = log1p((4 * x) / ((1 - x) * (1 - x) + ay * ay)) / 4;
  return [real, -atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2];
}, special.specialAtanh);

export const atan = rotated(atanh);

export const cosh = withSpecial((x, y) => {
  if (Math.abs(x) <= LOG_OF_LARGE) return [realCos(y) * realCosh(x), realSin(y) * realSinh(x)];
  const reduced = x - copySign(1, x);
  return [realCos(y) * realCosh(reduced) * Math.E, realSin(y) * realSinh(reduced) * Math.E];
}, special.specialCosh);

export const sinh = withSpecial((x, y) => {
  if (Math.abs(x) <= LOG_OF_LARGE) return [realCos(y) * realSinh(x), realSin(y) * realCosh(x)];
  const reduced = x - copySign(1, x);
  return [realCos(y) * realSinh(reduced) * Math.E, realSin(y) * realCosh(reduced) * Math.E];
}, special.specialSinh);

export const cos: ComplexFunction = (x, y) => cosh(-y, x);
export const sin = rotated(sinh);

export const tanh = withSpecial((x, y) => {
  if (Math.abs(x) > LOG_OF_LARGE) return [copySign(1, x), 4 * realSin(y) * realCos(y) * realExp(-2 * Math.abs(x))];
  const tx = realTanh(x);
  const ty = realTan(y);
  const reciprocal = 1 / realCosh(x);
  const product = tx * ty;
  const scale = 1 + product * product;
  return [(tx * (1 + ty * ty)) / scale, (ty / scale) * reciprocal * reciprocal];
}, special.specialTanh);

export const tan = rotated(tanh);

export const exp = withSpecial((x, y) => {
  if (x <= LOG_OF_LARGE) {
    const size = realExp(x);
    return [size * realCos(y), size * realSin(y)];
  }
  const size = realExp(x - 1);
  return [size * realCos(y) * Math.E, size * realSin(y) * Math.E];
}, special.specialExp);

export const log = withSpecial((x, y) => {
  const size = logOfSize(Math.abs(x), Math.abs(y));
  return size === undefined ? undefined : [size, atan2(y, x)];
}, special.specialLog);

function logOfSize(ax: number, ay: number): number | undefined {
  if (isLarge(ax, ay)) return realLog(hypot(ax / 2, ay / 2)) + Math.LN2;
  if (ax < MIN_NORMAL && ay < MIN_NORMAL) {
    if (ax === 0 && ay === 0) return undefined;
    return realLog(hypot(scaleFloat(ax, 53), scaleFloat(ay, 53))) - 53 * Math.LN2;
  }
  const size = hypot(ax, ay);
  if (size < 0.71 || size > 1.73) return realLog(size);
  // Near 1 the logarithm is taken of the difference.
  const larger = Math.max(ax, ay);
  const smaller = Math.min(ax, ay);
  return log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
}

export const log10: ComplexFunction = (x, y) => {
  const result = log(x, y);
  return result === undefined ? undefined : [result[0] / LN10, result[1] / LN10];
};

/** From polar coordinates. */
export const rect = withSpecial(
  (r, phi) => (phi === 0 ? [r, r * phi] : [r * realCos(phi), r * realSin(phi)]),
  special.specialRect,
);
