/** The functions of `math` that look at the parts of doubles, exactly: frexp, ldexp, modf, ulp, nextafter, remainder, fma. */
import { raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { intOperand, type Int } from '../../objspace/types/int/int-object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { decompose } from '../../util/float-digits.ts';
import { roundScaled } from '../../util/float-parse.ts';

export const rangeError = (): Exit => raise('OverflowError', 'math range error');
export const domainError = (): Exit => raiseValueError('math domain error');

const signView = new Float64Array(1);
const signBytes = new Uint8Array(signView.buffer);

/** Whether the sign bit is set, of a NaN too as far as the engine keeps it. */
function hasSign(value: number): boolean {
  if (!Number.isNaN(value)) return value < 0 || Object.is(value, -0);
  signView[0] = value;
  return (signBytes[7] & 0x80) !== 0;
}

export function copySign(size: number, sign: number): number {
  return hasSign(sign) ? -Math.abs(size) : Math.abs(size);
}

/** Mantissa in [0.5, 1) and exponent of a finite number that is not zero. */
export function splitFloat(x: number): [mantissa: number, exponent: number] {
  const { mantissa, exponent } = decompose(Math.abs(x));
  const bits = mantissa >= 2 ** 52 ? 53 : Math.floor(Math.log2(mantissa)) + 1;
  // log2 of an integer just below a power of two may be rounded up.
  const exact = mantissa < 2 ** (bits - 1) ? bits - 1 : bits;
  return [copySign(mantissa / 2 ** exact, x), exponent + exact];
}

export function frexp(x: number): Result {
  if (x === 0 || !Number.isFinite(x)) return new PyTuple([new PyFloat(x), 0]);
  const [mantissa, exponent] = splitFloat(x);
  return new PyTuple([new PyFloat(mantissa), exponent]);
}

/** x * 2 ** exponent, rounded once. */
export function scaleFloat(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [mantissa, own] = splitFloat(x);
  const total = own + exponent;
  if (total > 1024) return copySign(Number.POSITIVE_INFINITY, x);
  if (total < -1080) return copySign(0, x);
  // The first product is exact, the second one rounds where the result is subnormal.
  const half = Math.trunc(total / 2);
  return mantissa * 2 ** half * 2 ** (total - half);
}

export function ldexp(x: number, exponentValue: Value): number | Exit {
  const exponent = intOperand(exponentValue);
  if (exponent === undefined) return raiseTypeError('Expected an int as second argument to ldexp.');
  const clamped = exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : Number(exponent);
  const result = scaleFloat(x, clamped);
  return Number.isFinite(x) && !Number.isFinite(result) ? rangeError() : result;
}

export function modf(x: number): Result {
  if (Number.isNaN(x)) return new PyTuple([new PyFloat(x), new PyFloat(x)]);
  const whole = Math.trunc(x);
  const fraction = Number.isFinite(x) ? copySign(x - whole, x) : copySign(0, x);
  return new PyTuple([new PyFloat(fraction), new PyFloat(whole)]);
}

// ── Neighbours ───────────────────────────────────────────────────────────────────────────────────────────────────

const view = new DataView(new ArrayBuffer(8));

/** The place of a double among all doubles in order; both zeros are at 0. */
function placeOf(x: number): bigint {
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigInt64(0);
  return x < 0 ? -bits : bits;
}

function atPlace(place: bigint): number {
  view.setBigInt64(0, place < 0n ? -place : place);
  const size = view.getFloat64(0);
  return place < 0n ? -size : size;
}

export function ulp(x: number): number {
  const size = Math.abs(x);
  if (!(size < Number.POSITIVE_INFINITY)) return size;
  if (size === Number.MAX_VALUE) return 2 ** 971;
  return atPlace(placeOf(size) + 1n) - size;
}

export function nextAfter(x: number, y: number, stepsValue: Value): number | Exit {
  let steps = 1n;
  if (stepsValue !== null) {
    const given = toInt(stepsValue);
    if (given === EXIT) return EXIT;
    if ((given as Int) < 0) return raiseValueError('steps must be a non-negative integer');
    steps = BigInt(given as Int);
  }
  if (steps === 0n || Number.isNaN(x)) return x;
  if (Number.isNaN(y) || x === y) return y;
  const [from, to] = [placeOf(x), placeOf(y)];
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return y === 0 && stepsValue === null ? copySign(0, x) : y;
  const place = to > from ? from + steps : from - steps;
  // Zero has the sign of the side that it is reached from.
  return place === 0n ? copySign(0, x) : atPlace(place);
}

// ── Exact arithmetic ─────────────────────────────────────────────────────────────────────────────────────────────

/** IEEE 754's remainder: x - n * y for the nearest integer n, ties to even. */
export function remainder(x: number, y: number): number | Exit {
  if (Number.isNaN(x) || Number.isNaN(y)) return x + y;
  if (!Number.isFinite(x) || y === 0) return domainError();
  if (!Number.isFinite(y)) return x;
  const divisor = Math.abs(y);
  const size = Math.abs(x);
  const rest = size % divisor;
  const complement = divisor - rest;
  let result: number;
  if (rest < complement) result = rest;
  else if (rest > complement) result = -complement;
  // A tie: n is even if half of what was taken away is a multiple of the divisor.
  else result = rest - 2 * ((0.5 * (size - rest)) % divisor);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

export function fmod(x: number, y: number): number | Exit {
  const result = x % y;
  return Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) ? domainError() : result;
}

/** x * y + z with one rounding. */
export function fma(x: number, y: number, z: number): number | Exit {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) return fmaOfSpecial(x, y, z);
  if (x === 0 || y === 0 || z === 0) {
    // Nothing is lost but by the one operation that is left; a zero product keeps the rules for signs of zeros.
    if (x === 0 || y === 0) return x * y + z;
  }
  const result = fmaExactly(x, y, z);
  return Number.isFinite(result) ? result : raise('OverflowError', 'overflow in fma');
}

function fmaOfSpecial(x: number, y: number, z: number): number | Exit {
  // A product of finite numbers counts as finite here, however large.
  const product = Number.isFinite(x) && Number.isFinite(y) ? 0 : x * y;
  const result = product + z;
  if (!Number.isNaN(result) || Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z)) return result;
  return raiseValueError('invalid operation in fma');
}

/** The same of finite numbers that are not zero; overflows give infinities. */
export function fmaExactly(x: number, y: number, z: number): number {
  const [a, b, c] = [signedParts(x), signedParts(y), signedParts(z)];
  const productExponent = a[1] + b[1];
  const exponent = Math.min(productExponent, c[1]);
  const sum = ((a[0] * b[0]) << BigInt(productExponent - exponent)) + (c[0] << BigInt(c[1] - exponent));
  if (sum === 0n) return x * y + z === 0 ? x * y + z : 0;
  const size = roundScaled(sum < 0n ? -sum : sum, exponent);
  return sum < 0n ? -size : size;
}

function signedParts(x: number): [bigint, number] {
  const { mantissa, exponent } = decompose(Math.abs(x));
  const size = BigInt(mantissa);
  return [x < 0 ? -size : size, exponent];
}
