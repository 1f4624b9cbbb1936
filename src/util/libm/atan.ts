/**
 * The inverse trigonometric functions, rounded once but for one in some thousand results: all of them are arc tangents of
 * double-doubles.
 *
 * atan(x) = atan(j/64) + atan((x - j/64) / (1 + x * j/64)), the first from a table.
 */
import { arcSeries, BITS, ONE, piBits, remainderOf, toDouble } from '../bigint-series.ts';
import { addPairs, dividePairs, fastTwoSum, low, twoProduct } from './double-double.ts';

const TABLE_SIZE = 65;

class AtanTables {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly pi: number;
  readonly piLow: number;

  constructor() {
    this.high = new Float64Array(TABLE_SIZE);
    this.low = new Float64Array(TABLE_SIZE);
    let angle = 0n;
    for (let j = 0; j < TABLE_SIZE; j++) {
      // atan(j/64) - atan((j-1)/64) = atan(64 / (64**2 + j * (j-1))).
      if (j > 0) angle += arcSeries((64n * ONE) / BigInt(4096 + j * (j - 1)), true);
      this.high[j] = toDouble(angle);
      this.low[j] = toDouble(remainderOf(angle, this.high[j]));
    }
    const pi = piBits(BITS);
    this.pi = toDouble(pi);
    this.piLow = toDouble(remainderOf(pi, this.pi));
  }
}

let tables: AtanTables | undefined;

/** atan(x + tail) for 0 <= x <= 1. */
function atanUnit(from: AtanTables, x: number, tail: number): number {
  const j = Math.round(x * 64);
  let t = x;
  let rest = tail;
  if (j > 0) {
    const c = j / 64;
    const product = twoProduct(x, c);
    const productLow = low[0] + tail * c;
    const denominator = fastTwoSum(1, product);
    t = dividePairs(x - c, tail, denominator, low[0] + productLow);
    rest = low[0];
  }
  const square = t * t;
  const series = t * square * (-1 / 3 + square * (0.2 + square * (-1 / 7 + square * (1 / 9 - square * (1 / 11)))));
  if (j === 0) return fastTwoSum(t, rest + series);
  const sum = fastTwoSum(from.high[j], t);
  return fastTwoSum(sum, low[0] + (rest + series + from.low[j]));
}

/** atan((yh + yl) / (xh + xl)) for numbers that are not negative and not both zero. */
export function atanQuotient(yh: number, yl: number, xh: number, xl: number): number {
  tables ??= new AtanTables();
  if (yh <= xh) {
    const quotient = dividePairs(yh, yl, xh, xl);
    return atanUnit(tables, quotient, low[0]);
  }
  const quotient = dividePairs(xh, xl, yh, yl);
  const angle = atanUnit(tables, quotient, low[0]);
  return addPairs(tables.pi / 2, tables.piLow / 2, -angle, -low[0]);
}

export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -27) return Number.isNaN(x) || x === 0 ? x : x - (x * x * x) / 3;
  if (size > 2 ** 60) return x < 0 ? -Math.PI / 2 : Math.PI / 2;
  const angle = Number.isNaN(x) ? x : atanQuotient(size, 0, 1, 0);
  return x < 0 ? -angle : angle;
}

/** The angle of the point (x, y), with C's rules for zeros and infinities (which are JavaScript's). */
export function atan2(y: number, x: number): number {
  let [height, width] = [Math.abs(y), Math.abs(x)];
  if (!(height > 0 && width > 0 && height < Number.POSITIVE_INFINITY && width < Number.POSITIVE_INFINITY))
    return Math.atan2(y, x);
  // Scaled so that exact products stay in range; a quotient beyond that is decided by its size.
  const scale = Math.max(height, width);
  if (scale > 2 ** 500) [height, width] = [height * 2 ** -600, width * 2 ** -600];
  else if (scale < 2 ** -400) [height, width] = [height * 2 ** 600, width * 2 ** 600];
  if (height === 0 || width === 0 || height / width < 2 ** -400 || width / height < 2 ** -400)
    return atan2Extreme(y, x);
  let angle = atanQuotient(height, 0, width, 0);
  if (x < 0) angle = addPairs(tables!.pi, tables!.piLow, -angle, -low[0]);
  return y < 0 ? -angle : angle;
}

function atan2Extreme(y: number, x: number): number {
  if (x > 0 && Math.abs(y) < x) return y / x;
  return Math.atan2(y, x);
}
