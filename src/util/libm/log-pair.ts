/**
 * log(x) as a double-double, for functions that go on computing with it.
 *
 * As in log.ts: x = 2**k * z, a table's 1/c, r = z * (1/c) - 1, and the sum of k * log(2), log(c) and log(1 + r); here r has a second part,
 * its square is exact, and log(c) has what it differs from the double. In the cells beside 1, c is 1. The relative error is below 2**-68.
 */
import { fastTwoSum, low, SPLITTER } from './double-double.ts';
import { cell, LN2_HIGH, LN2_LOW, normalise, value } from './log-cells.ts';
import { LOG_INVERSES, LOG_RESTS, LOG_VALUES } from './log-tables.generated.ts';

/** The cells that end and begin at 1. */
const BELOW_ONE = 79;
const ABOVE_ONE = 80;

/** log(x) of a positive finite x as a double-double (double-double.ts). */
export function logPair(x: number): number {
  const k = normalise(x);
  const z = value[0];
  if (cell === BELOW_ONE || cell === ABOVE_ONE) return logSum(k * LN2_HIGH, z - 1, 0, k * LN2_LOW);
  // z * inverse - 1 exactly, in two parts.
  const inverse = LOG_INVERSES[cell];
  const product = z * inverse;
  let split = SPLITTER * z;
  const zTop = split - (split - z);
  const zRest = z - zTop;
  split = SPLITTER * inverse;
  const top = split - (split - inverse);
  const rest = inverse - top;
  const error = zTop * top - product + zTop * rest + zRest * top + zRest * rest;
  const r = product - 1 + error;
  return logSum(k * LN2_HIGH + LOG_VALUES[cell], r, product - 1 - r + error, k * LN2_LOW + LOG_RESTS[cell]);
}

/** whole + log(1 + r + tail) + rest, with |r| < 2**-7 and below |whole|, or whole = 0. */
function logSum(whole: number, r: number, tail: number, rest: number): number {
  const square = r * r;
  const split = SPLITTER * r;
  const top = split - (split - r);
  const bottom = r - top;
  const squareLow = top * top - square + 2 * top * bottom + bottom * bottom;
  const beyond =
    square *
    r *
    (1 / 3 + r * (-0.25 + r * (0.2 + r * (-1 / 6 + r * (1 / 7 + r * (-0.125 + r * (1 / 9 + r * (-0.1 + r / 11))))))));
  const first = whole + r;
  const second = first - 0.5 * square;
  const small =
    whole - first + r + (first - second - 0.5 * square) + (rest + tail * (1 - r) - 0.5 * squareLow + beyond);
  const sum = second + small;
  low[0] = second - sum + small;
  return sum;
}

/** log(x + tail) as a double-double; tail is below an ulp of x. */
export function logOfPair(x: number, tail: number): number {
  const high = logPair(x);
  return fastTwoSum(high, low[0] + tail / x);
}
