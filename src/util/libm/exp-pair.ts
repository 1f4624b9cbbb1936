/**
 * e ** x as a double-double, for functions that go on computing with it.
 *
 * x = k * ln(2)/128 + r with |r| < 0.0028: 2**(k/128) comes from a table of double-doubles, e**r from a polynomial whose first term is
 * kept exactly.
 */
import { divide, expSeries, leadingBits, ln2Bits, multiply, ONE, remainderOf, toDouble } from '../bigint-series.ts';
import { low, SPLITTER } from './double-double.ts';

const TABLE_SIZE = 128;
/** Adding and taking it away rounds to an integer. */
const ROUNDER = 6755399441055744;

export class ExpTables {
  /** 2 ** (j / 128) as double-doubles, and the lower part as a fraction of the upper one. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly fraction: Float64Array;
  /** ln(2) / 128 in two parts; the first has 35 bits, so that its product with k is exact. */
  readonly step1: number;
  readonly step2: number;
  readonly inverse: number;

  constructor() {
    const ln2 = ln2Bits();
    const step = ln2 / BigInt(TABLE_SIZE);
    this.high = new Float64Array(TABLE_SIZE);
    this.low = new Float64Array(TABLE_SIZE);
    this.fraction = new Float64Array(TABLE_SIZE);
    const factor = expSeries(step);
    let power = ONE;
    for (let j = 0; j < TABLE_SIZE; j++) {
      this.high[j] = toDouble(power);
      this.low[j] = toDouble(remainderOf(power, this.high[j]));
      this.fraction[j] = this.low[j] / this.high[j];
      power = multiply(power, factor);
    }
    this.step1 = leadingBits(step, 35);
    this.step2 = toDouble(remainderOf(step, this.step1));
    this.inverse = toDouble(divide(ONE, step));
  }
}

let tables: ExpTables | undefined;

export function expTables(): ExpTables {
  tables ??= new ExpTables();
  return tables;
}

/** Exponent that goes with the last result of expParts. */
let scale = 0;

export function partsExponent(): number {
  return scale;
}

/** e ** (x + tail) as a double-double times 2 ** partsExponent(), |x| < 760; tail is below an ulp of x. */
export function expParts(x: number, tail: number): number {
  tables ??= new ExpTables();
  const k = x * tables.inverse + ROUNDER - ROUNDER;
  const whole = x - k * tables.step1;
  const part = k * tables.step2;
  const first = whole - part;
  const rest = whole - first - part + tail;
  const r = first + rest;
  return expReduced(tables, k, r, first - r + rest);
}

/** 2 ** (k / 128) * e ** (r + tail) as a double-double times 2 ** scale. */
function expReduced(from: ExpTables, k: number, r: number, tail: number): number {
  const j = ((k % TABLE_SIZE) + TABLE_SIZE) % TABLE_SIZE;
  const high = from.high[j];
  const rest = tail * (1 + r) + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720)))));
  // high * r exactly.
  const product = high * r;
  let split = SPLITTER * high;
  const highTop = split - (split - high);
  const highRest = high - highTop;
  split = SPLITTER * r;
  const rTop = split - (split - r);
  const rRest = r - rTop;
  const error = highTop * rTop - product + highTop * rRest + highRest * rTop + highRest * rRest;
  const sum = high + product;
  const small = high - sum + product + (error + from.low[j] * (1 + r) + high * rest);
  scale = (k - j) / TABLE_SIZE;
  low[0] = small;
  return sum;
}
