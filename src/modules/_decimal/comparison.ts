/** Orders of decimal numbers: by value, in total, by size; maximum and minimum. */
import { subtractInt } from '../../objspace/types/int/arithmetic.ts';
import { INVALID_OPERATION } from './conditions.ts';
import { shiftLeft } from './powers-of-ten.ts';
import { refinish } from './rounding.ts';
import type { Settings } from './settings.ts';
import { FINITE, finite, INFINITE, nanOf, type PyDecimal, QUIET, SIGNALING } from './value.ts';

export type Order = -1 | 0 | 1;

const flipped = (order: Order): Order => (order === 0 ? 0 : order === 1 ? -1 : 1);

/** -1, 0 or 1; neither operand is a NaN. */
export function compareValues(a: PyDecimal, b: PyDecimal): Order {
  const [left, right] = [signum(a), signum(b)];
  if (left !== right) return left < right ? -1 : 1;
  if (left === 0) return 0;
  const order = compareSizes(a, b);
  return left > 0 ? order : flipped(order);
}

function signum(a: PyDecimal): Order {
  if (a.kind === FINITE && a.coefficient === 0) return 0;
  return a.isNegative ? -1 : 1;
}

/** The order of the absolute values. */
export function compareSizes(a: PyDecimal, b: PyDecimal): Order {
  if (a.kind === INFINITE || b.kind === INFINITE) return a.kind === b.kind ? 0 : a.kind === INFINITE ? 1 : -1;
  if (a.coefficient === 0 || b.coefficient === 0)
    return a.coefficient === b.coefficient ? 0 : a.coefficient === 0 ? -1 : 1;
  if (a.exponent === b.exponent) return orderOf(a.coefficient, b.coefficient);
  const [left, right] = [a.adjusted, b.adjusted];
  if (left !== right) return left < right ? -1 : 1;
  // Of the same size: as many zeros are missing as the numbers of digits differ.
  return a.exponent > b.exponent
    ? orderOf(shiftLeft(a.coefficient, subtractInt(a.exponent, b.exponent)), b.coefficient)
    : orderOf(a.coefficient, shiftLeft(b.coefficient, subtractInt(b.exponent, a.exponent)));
}

function orderOf(a: number | bigint, b: number | bigint): Order {
  return a < b ? -1 : a === b ? 0 : 1;
}

function orderAsDecimal(order: Order): PyDecimal {
  return finite(order < 0, Math.abs(order), 0);
}

export function compare(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  return nanOf(a, b, settings) ?? orderAsDecimal(compareValues(a, b));
}

/** Likewise, but a quiet NaN signals too. */
export function compareSignaling(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const nan = nanOf(a, b, settings);
  if (nan === undefined) return orderAsDecimal(compareValues(a, b));
  settings.status |= INVALID_OPERATION;
  return nan;
}

// ── The total order ──────────────────────────────────────────────────────────────────────────────────────────────

/** The order of representations: -NaN < -sNaN < -Infinity < ... < Infinity < sNaN < NaN, and 1.00 < 1.0. */
function totalOrder(a: PyDecimal, b: PyDecimal): Order {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  const order = totalOrderOfSizes(a, b);
  return a.isNegative ? flipped(order) : order;
}

function totalOrderOfSizes(a: PyDecimal, b: PyDecimal): Order {
  if (a.kind >= QUIET || b.kind >= QUIET) {
    if (a.kind < QUIET || b.kind < QUIET) return a.kind < QUIET ? -1 : 1;
    if (a.kind !== b.kind) return a.kind === SIGNALING ? -1 : 1;
    return orderOf(a.coefficient, b.coefficient);
  }
  const order = compareSizes(a, b);
  return order !== 0 || a.kind === INFINITE ? order : orderOf(a.exponent, b.exponent);
}

export function compareTotal(a: PyDecimal, b: PyDecimal): PyDecimal {
  return orderAsDecimal(totalOrder(a, b));
}

export function compareTotalMagnitude(a: PyDecimal, b: PyDecimal): PyDecimal {
  return orderAsDecimal(totalOrderOfSizes(a, b));
}

// ── Maximum and minimum ──────────────────────────────────────────────────────────────────────────────────────────

/** The larger operand (`wanted` 1) or the smaller (-1) by `order`; equal ones by representation, a quiet NaN gives way to a number. */
function select(
  a: PyDecimal,
  b: PyDecimal,
  wanted: Order,
  order: (a: PyDecimal, b: PyDecimal) => Order,
  settings: Settings,
): PyDecimal {
  if (a.kind === QUIET && b.kind < QUIET) return plainly(b, settings);
  if (b.kind === QUIET && a.kind < QUIET) return plainly(a, settings);
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  let decided = order(a, b);
  if (decided === 0) decided = totalOrder(a, b);
  return plainly(decided === wanted || decided === 0 ? a : b, settings);
}

function plainly(a: PyDecimal, settings: Settings): PyDecimal {
  return a.isFinite ? refinish(a, settings) : a;
}

export const maximum = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  select(a, b, 1, compareValues, settings);
export const minimum = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  select(a, b, -1, compareValues, settings);
export const maximumMagnitude = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  select(a, b, 1, compareSizes, settings);
export const minimumMagnitude = (a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal =>
  select(a, b, -1, compareSizes, settings);
