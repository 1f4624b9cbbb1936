/**
 * The logarithms by tables of reciprocals (Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic",
 * ACM TOMS 16, 1990).
 *
 * x = 2**k * z with z in [0.6875, 1.375); for a table's 1/c near 1/z, r = z * (1/c) - 1 is small, and log(x) = k * log(2) + log(c) + log(1 + r). The table's
 * values are such that log(c) has 20 zeros behind its last bit: then k * log(2) + log(c) is exact. Near 1, where the terms would cancel, a
 * polynomial in x - 1 is taken.
 *
 * What is left out of account is two hundredths of an ulp. The C library of Linux takes the same way (S. Nagy's routines, with fused
 * multiply-adds) with these tables, degrees and order of terms, so that even the results that are not the nearest doubles agree.
 */
import { fused, SPLITTER } from './double-double.ts';
import { cell, LN2_HIGH, LN2_LOW, normalise, value, words } from './log-cells.ts';
import { LOG2_INVERSES, LOG2_VALUES, LOG_INVERSES, LOG_VALUES } from './log-tables.generated.ts';

/** 1 / ln(2): 32 bits, and the rest. */
const LOG2E_HIGH = 1.4426950407214463;
const LOG2E_LOW = 1.6751713164886512e-10;
/** log10(e), and log10(2): 40 bits, and the rest. */
const LOG10E = Math.LOG10E;
const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;

/** The polynomials are minimax (tools/oracle/libm-polynomials.py). log(1 + r) beyond r - r**2/2 in a cell. */
const A3 = 0.3333333333182646;
const A4 = -0.24999999997999092;
const A5 = 0.20000304445509295;
const A6 = -0.16666985397041392;

/** The same near 1. */
const N3 = 0.3333333333333352;
const N4 = -0.24999999999998365;
const N5 = 0.199999999993215;
const N6 = -0.16666666670022526;
const N7 = 0.14285715076212332;
const N8 = -0.12499997818180644;
const N9 = 0.11110712055591905;
const N10 = -0.10000496458929821;
const N11 = 0.09181996456742426;
const N12 = -0.08327615594401655;

/** log2(1 + r) beyond its first term in a cell. */
const B2 = -0.7213475204444879;
const B3 = 0.48089834696300005;
const B4 = -0.3606737595641873;
const B5 = 0.28853900726517767;
const B6 = -0.24046900724039624;
const B7 = 0.20612066912151303;

/** The same near 1. */
const M2 = -0.7213475204444817;
const M3 = 0.48089834696298717;
const M4 = -0.36067376022194153;
const M5 = 0.2885390081813038;
const M6 = -0.2404491743975063;
const M7 = 0.20609928556569815;
const M8 = -0.18033574533460162;
const M9 = 0.1603032291302397;
const M10 = -0.14488273212574354;
const M11 = 0.13055376298983942;

/** z * inverse - 1, rounded once. */
function reduced(z: number, inverse: number): number {
  const product = z * inverse;
  let split = SPLITTER * z;
  const zTop = split - (split - z);
  const zRest = z - zTop;
  split = SPLITTER * inverse;
  const top = split - (split - inverse);
  const rest = inverse - top;
  return product - 1 + (zTop * top - product + zTop * rest + zRest * top + zRest * rest);
}

/** k * ln(2) - log(inverse) + log(z * inverse). */
export function logInCell(k: number, z: number, inverse: number, logarithm: number): number {
  const r = reduced(z, inverse);
  const whole = k * LN2_HIGH + logarithm;
  const high = whole + r;
  const low = whole - high + r + k * LN2_LOW;
  const square = r * r;
  return low - 0.5 * square + r * square * (A3 + r * A4 + square * (A5 + r * A6)) + high;
}

function logNearOne(x: number): number {
  const r = x - 1;
  const square = r * r;
  const cube = r * square;
  const series =
    N3 + r * N4 + square * N5 + cube * (N6 + r * N7 + square * N8 + cube * (N9 + r * N10 + square * N11 + cube * N12));
  const shifted = r * 134217728;
  const top = r + shifted - shifted;
  const half = -0.5 * top * top;
  const high = r + half;
  const low = r - high + half - 0.5 * (r - top) * (top + r);
  return fused(cube, series, low) + high;
}

export function log(x: number): number {
  if (x < 1.064697265625 && x >= 0.9375) return x === 1 ? 0 : logNearOne(x);
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return special(x);
  const k = normalise(x);
  return logInCell(k, value[0], LOG_INVERSES[cell], LOG_VALUES[cell]);
}

/** The logarithms where they need no computing. */
function special(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x < 0 ? Number.NaN : x;
}

/** k - log2(inverse) + log2(z * inverse). */
export function log2InCell(k: number, z: number, inverse: number, logarithm: number): number {
  const r = reduced(z, inverse);
  const first = r * LOG2E_HIGH;
  const whole = k + logarithm;
  const high = whole + first;
  const low = whole - high + first + (r * LOG2E_LOW + fused(r, LOG2E_HIGH, -first));
  const square = r * r;
  const series = B2 + r * B3 + square * (B4 + r * B5) + square * square * (B6 + r * B7);
  return low + square * series + high;
}

function log2NearOne(x: number): number {
  const r = x - 1;
  const first = r * LOG2E_HIGH;
  const rest = r * LOG2E_LOW + fused(r, LOG2E_HIGH, -first);
  const square = r * r;
  const fourth = square * square;
  const second = M2 + r * M3;
  const high = fused(square, second, first);
  const low = rest + fused(square, second, first - high);
  const series = M4 + r * M5 + square * (M6 + r * M7) + fourth * (M8 + r * M9 + square * (M10 + r * M11));
  return fused(fourth, series, low) + high;
}

export function log2(x: number): number {
  if (x < 1.0442743301391602 && x >= 0.9576029777526855) return x === 1 ? 0 : log2NearOne(x);
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return special(x);
  const k = normalise(x);
  return log2InCell(k, value[0], LOG2_INVERSES[cell >> 1], LOG2_VALUES[cell >> 1]);
}

/** The decimal logarithm: as C libraries have it, from the natural logarithm of a mantissa in [1, 2), or in [0.5, 1) for numbers below 1. */
export function log10(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return special(x);
  value[0] = x;
  let k = (words[1] >>> 20) - 1023;
  if (k === -1023) {
    value[0] = x * 18014398509481984;
    k = (words[1] >>> 20) - 1077;
  }
  const isBelow = k < 0 ? 1 : 0;
  words[1] = (words[1] & 0xfffff) | ((0x3ff - isBelow) << 20);
  const exponent = k + isBelow;
  return exponent * LOG10_2_LOW + LOG10E * log(value[0]) + exponent * LOG10_2_HIGH;
}
