/**
 * The error function and its complement, rounded once but for one in some thousand results.
 *
 * Both are Taylor series around multiples of 1/32, whose coefficients are computed in fixed point when a cell is first met: of
 * erf(c + t) itself near 0, of erfc(c + t) * e**(c*c) farther out, where erfc has no scale of its own.
 */
import { BITS, divide, expSeries, multiply, ONE, piBits, remainderOf, squareRoot, toDouble } from '../bigint-series.ts';
import { fastTwoSum, low, multiplyPairs, scaleRounded, twoProduct, twoSum } from './double-double.ts';
import { expParts, partsExponent } from './exp-pair.ts';

const CELLS_PER_UNIT = 32;
const TERMS = 18;
/** erfc(x) is 1 - erf(x) below. */
const NEAR = 0.5;
const ERFC_ZERO = 27.3;

/** Coefficients of t**n; the first three are double-doubles. */
interface Cell {
  readonly coefficients: Float64Array;
  readonly low0: number;
  readonly low1: number;
  readonly low2: number;
}

const nearCells: (Cell | undefined)[] = [];
const farCells: (Cell | undefined)[] = [];

let twoOverRootPi: bigint | undefined;

/** 2 / sqrt(pi). */
function factor(): bigint {
  twoOverRootPi ??= divide(2n * ONE, squareRoot(piBits(BITS)));
  return twoOverRootPi;
}

/** e ** x for 0 <= x. */
function expFixed(x: bigint): bigint {
  // e**x = (e**(x / 2**k)) ** 2**k.
  const halvings = Math.max(0, x.toString(2).length - BITS + 4);
  let result = expSeries(x >> BigInt(halvings));
  for (let count = 0; count < halvings; count++) result = multiply(result, result);
  return result;
}

function cellOf(coefficients: bigint[]): Cell {
  const values = Float64Array.from(coefficients, (coefficient) => toDouble(coefficient));
  return {
    coefficients: values,
    low0: toDouble(remainderOf(coefficients[0], values[0])),
    low1: toDouble(remainderOf(coefficients[1], values[1])),
    low2: toDouble(remainderOf(coefficients[2], values[2])),
  };
}

/** Taylor coefficients of erf around c: those of its derivative factor * e**-(c+t)**2 follow from (n+1) a[n+1] = -2c a[n] - 2 a[n-1]. */
function nearCell(index: number): Cell {
  const c = (BigInt(index) * ONE) / BigInt(CELLS_PER_UNIT);
  const decay = divide(ONE, expFixed(multiply(c, c)));
  const derivative: bigint[] = [multiply(factor(), decay)];
  for (let n = 0; n < TERMS; n++) {
    const before = n === 0 ? 0n : derivative[n - 1];
    derivative.push((-2n * multiply(c, derivative[n]) - 2n * before) / BigInt(n + 1));
  }
  const coefficients = [erfFixed(c)];
  for (let n = 1; n < TERMS; n++) coefficients.push(derivative[n - 1] / BigInt(n));
  return cellOf(coefficients);
}

/** erf(c) for c < 6, by the series without cancellation: factor * e**-c**2 * sum of 2**n c**(2n+1) / (1*3*...*(2n+1)). */
function erfFixed(c: bigint): bigint {
  const square = multiply(c, c);
  let term = c;
  let sum = c;
  for (let n = 1n; term !== 0n; n++) {
    term = (2n * multiply(term, square)) / (2n * n + 1n);
    sum += term;
  }
  return multiply(multiply(factor(), divide(ONE, expFixed(square))), sum);
}

/** Taylor coefficients of G(c + t) = erfc(c + t) * e**(c+t)**2: G' = 2xG - factor. */
function farCell(index: number): Cell {
  const c = (BigInt(index) * ONE) / BigInt(CELLS_PER_UNIT);
  const coefficients = [scaledComplement(c, index / CELLS_PER_UNIT)];
  for (let n = 0; n < TERMS - 1; n++) {
    const before = n === 0 ? 0n : coefficients[n - 1];
    const constant = n === 0 ? factor() : 0n;
    coefficients.push((2n * multiply(c, coefficients[n]) + 2n * before - constant) / BigInt(n + 1));
  }
  return cellOf(coefficients);
}

/** erfc(c) * e**(c*c). */
function scaledComplement(c: bigint, approximate: number): bigint {
  if (approximate < 4) return multiply(ONE - erfFixed(c), expFixed(multiply(c, c)));
  // Laplace's continued fraction: 1 / (c + (1/2) / (c + (2/2) / (c + (3/2) / ...))) / sqrt(pi).
  let tail = c;
  for (let n = Math.ceil(3000 / (approximate * approximate)) + 40; n > 0; n--)
    tail = c + divide((BigInt(n) * ONE) / 2n, tail);
  return divide(factor() / 2n, tail);
}

/** The value of a cell's series at t, as a double-double. */
function evaluate(cell: Cell, t: number): number {
  const { coefficients } = cell;
  let sum = 0;
  for (let n = TERMS - 1; n >= 3; n--) sum = sum * t + coefficients[n];
  const second = fastTwoSum(coefficients[2], sum * t + cell.low2);
  const quadratic = multiplyPairs(second, low[0], t, 0);
  const quadraticLow = low[0];
  const first = twoSum(coefficients[1], quadratic);
  const linear = multiplyPairs(first, low[0] + (quadraticLow + cell.low1), t, 0);
  const linearLow = low[0];
  const total = twoSum(coefficients[0], linear);
  return fastTwoSum(total, low[0] + (linearLow + cell.low0));
}

/** erf(x) for 0 <= x < 1 or a little more, as a double-double. */
function erfNear(x: number): number {
  const index = Math.round(x * CELLS_PER_UNIT);
  nearCells[index] ??= nearCell(index);
  return evaluate(nearCells[index]!, x - index / CELLS_PER_UNIT);
}

/** erfc(x) for x >= NEAR as (result + low) * 2**partsExponent. */
function erfcFar(x: number): number {
  const index = Math.round(x * CELLS_PER_UNIT);
  farCells[index] ??= farCell(index);
  const scaled = evaluate(farCells[index]!, x - index / CELLS_PER_UNIT);
  const scaledLow = low[0];
  const square = twoProduct(x, x);
  const decay = expParts(-square, -low[0]);
  return multiplyPairs(scaled, scaledLow, decay, low[0]);
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size > 5.95) return x < 0 ? -1 : 1;
  if (size < 2 ** -28) return tinyErf(x);
  const result = size < 1 ? erfNear(size) : differenceFrom(1, size);
  return x < 0 ? -result : result;
}

/** The first term of the series: a product with a double-double, scaled so that a subnormal is rounded once. */
function tinyErf(x: number): number {
  if (x === 0) return x;
  const constant = toDouble(factor());
  const rest = toDouble(remainderOf(factor(), constant));
  const scale = Math.abs(x) < 2 ** -900 ? 2 ** 100 : 1;
  const product = twoProduct(constant, x * scale);
  return (product + (low[0] + rest * x * scale)) / scale;
}

/** whole - erfc(x), x >= NEAR. */
function differenceFrom(whole: number, x: number): number {
  const complement = erfcFar(x);
  const rest = low[0];
  const scale = 2 ** partsExponent();
  const sum = twoSum(whole, -complement * scale);
  return sum + (low[0] - rest * scale);
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > ERFC_ZERO) return 0;
  if (x < -6) return 2;
  if (x < NEAR && x > -1) {
    const near = x < 0 ? -erfNear(-x) : erfNear(x);
    const nearLow = x < 0 ? -low[0] : low[0];
    const sum = twoSum(1, -near);
    return sum + (low[0] - nearLow);
  }
  if (x < 0) return differenceFrom(2, -x);
  let complement = erfcFar(x);
  let rest = low[0];
  let exponent = partsExponent();
  for (; complement < 0.5; exponent--) {
    complement *= 2;
    rest *= 2;
  }
  return scaleRounded(complement, rest, exponent);
}
