/**
 * The tangent, rounded once but for one in some ten thousand results: the quotient of sine and cosine as double-doubles.
 *
 * The reduced angle is j/128 + r with |r| <= 1/256; sine and cosine of j/128 are double-doubles from a table, and the addition theorem
 * does the rest, its largest product exactly.
 */
import { dividePairs, low, SPLITTER } from './double-double.ts';
import { quadrant, reduceAngle } from './reduce.ts';
import { CELLS, sineTables } from './sine-tables.ts';

/**
 * The sine (or cosine) of a reduced angle y + tail as a double-double, which need not be normalised.
 */
function sinOrCos(y: number, tail: number, isCosine: boolean): number {
  const tables = sineTables();
  const isNegative = y < 0;
  const size = isNegative ? -y : y;
  const j = Math.round(size * CELLS);
  const r = size - j / CELLS;
  const rest = isNegative ? -tail : tail;
  const square = r * r;
  const sinRest = r * square * (-1 / 6 + square * (1 / 120 - square * (1 / 5040)));
  const cosRest = square * (-0.5 + square * (1 / 24 - square * (1 / 720)));
  const sine = tables.sinHigh[j];
  const cosine = tables.cosHigh[j];
  if (isCosine) {
    const small = cosine * cosRest - sine * sinRest + tables.cosLow[j] - tables.sinLow[j] * r - sine * rest;
    return sumWithProduct(cosine, -sine, r, small);
  }
  const small = sine * cosRest + cosine * sinRest + tables.sinLow[j] + tables.cosLow[j] * r + cosine * rest;
  const high = sumWithProduct(sine, cosine, r, small);
  if (!isNegative) return high;
  low[0] = -low[0];
  return -high;
}

/** first + a * b + small, the product exact. */
function sumWithProduct(first: number, a: number, b: number, small: number): number {
  const product = a * b;
  let split = SPLITTER * a;
  const aTop = split - (split - a);
  const aRest = a - aTop;
  split = SPLITTER * b;
  const bTop = split - (split - b);
  const bRest = b - bTop;
  const error = aTop * bTop - product + aTop * bRest + aRest * bTop + aRest * bRest;
  const sum = first + product;
  const part = sum - first;
  const rest = first - (sum - part) + (product - part) + (error + small);
  const high = sum + rest;
  low[0] = sum - high + rest;
  return high;
}

/** Angles so small that the function is the first terms of its series. */
const TINY = 2 ** -28;

export function tan(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (x < TINY && x > -TINY) return x === 0 ? x : x + (x * x * x) / 3;
  const y = reduceAngle(x);
  const tail = low[0];
  const isOdd = (quadrant[0] & 1) === 1;
  const sine = sinOrCos(y, tail, false);
  const sineLow = low[0];
  const cosine = sinOrCos(y, tail, true);
  const cosineLow = low[0];
  return isOdd ? -dividePairs(cosine, cosineLow, sine, sineLow) : dividePairs(sine, sineLow, cosine, cosineLow);
}
