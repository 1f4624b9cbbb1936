/**
 * log(x) as a double-double, for functions that go on computing with it.
 *
 * x = 2**k * m with m in [1, 2): m * c - 1 = r is exact and below 2**-7 for a c of few bits from a table, and log(x) is the sum of
 * k * ln(2), -log(c) and log(1 + r), whose first three terms are double-doubles.
 */
import { arcSeries, leadingBits, ln2Bits, ONE, remainderOf, toDouble } from '../bigint-series.ts';
import { fastTwoSum, low, SPLITTER, twoSum } from './double-double.ts';

const TABLE_SIZE = 128;
/** From this cell on k is one more, so that logarithms of numbers near 1 do not cancel. */
const TURN = 53;
const GRID = 1024;

class LogTables {
  readonly factor: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** ln(2): 40 bits, so that its product with k is exact, and the rest. */
  readonly ln2High: number;
  readonly ln2Low: number;

  constructor() {
    const ln2 = ln2Bits();
    this.ln2High = leadingBits(ln2, 40);
    this.ln2Low = toDouble(remainderOf(ln2, this.ln2High));
    this.factor = new Float64Array(TABLE_SIZE);
    this.high = new Float64Array(TABLE_SIZE);
    this.low = new Float64Array(TABLE_SIZE);
    this.fill(ln2);
  }

  private fill(ln2: bigint): void {
    let numerator = GRID;
    let logarithm = 0n;
    for (let j = 0; j < TABLE_SIZE; j++) {
      const next = j === 0 ? GRID : j === TABLE_SIZE - 1 ? GRID / 2 : Math.round(GRID / (1 + (j + 0.5) / TABLE_SIZE));
      // log(next / numerator) = 2 atanh((next - numerator) / (next + numerator)).
      logarithm += 2n * arcSeries((BigInt(next - numerator) * ONE) / BigInt(next + numerator), false);
      numerator = next;
      const entry = pairOf(-logarithm - (j >= TURN ? ln2 : 0n));
      const isNextToOne = j === 0 || j === TABLE_SIZE - 1;
      this.factor[j] = next / GRID;
      this.high[j] = isNextToOne ? 0 : entry[0];
      this.low[j] = isNextToOne ? 0 : entry[1];
    }
  }
}

function pairOf(x: bigint): [number, number] {
  const high = toDouble(x);
  return [high, toDouble(remainderOf(x, high))];
}

let tables: LogTables | undefined;

const words = new Uint32Array(2);
const value = new Float64Array(words.buffer);

/** log(x) of a positive finite x as a double-double (double-double.ts). */
export function logPair(x: number): number {
  tables ??= new LogTables();
  value[0] = x;
  let k = (words[1] >>> 20) - 1023;
  if (k === -1023) {
    value[0] = x * 2 ** 54;
    k = (words[1] >>> 20) - 1023 - 54;
  }
  const j = (words[1] >>> 13) & 127;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  if (j >= TURN) k++;
  const m = value[0];
  const c = tables.factor[j];
  // m * c - 1 exactly, in two parts: the halves of m times c are exact.
  const split = SPLITTER * m;
  const top = split - (split - m);
  const r = twoSum(top * c - 1, (m - top) * c);
  return logSum(k * tables.ln2High, tables.high[j], r, low[0], k * tables.ln2Low + tables.low[j]);
}

/** kLn2 + entry + log(1 + r + tail) + rest, with |r| < 2**-7. */
function logSum(kLn2: number, entry: number, r: number, tail: number, rest: number): number {
  // r**2 exactly, r**3 nearly.
  let split = SPLITTER * r;
  const rTop = split - (split - r);
  const rRest = r - rTop;
  const square = r * r;
  const squareLow = rTop * rTop - square + 2 * rTop * rRest + rRest * rRest;
  const cube = square * r;
  split = SPLITTER * square;
  const sTop = split - (split - square);
  const sRest = square - sTop;
  const cubeLow = sTop * rTop - cube + sTop * rRest + sRest * rTop + sRest * rRest + squareLow * r;
  const third = cube * (1 / 3);
  // The error of the division by 3, and of 1/3 itself.
  const thirdLow = (cube - third * 3 + cubeLow) * (1 / 3);
  const fourth =
    square * square * (-0.25 + r * (0.2 + r * (-1 / 6 + r * (1 / 7 + r * (-0.125 + r * (1 / 9 - r * 0.1))))));
  let high = twoSum(kLn2, entry);
  let small = low[0];
  high = twoSum(high, r);
  small += low[0];
  high = twoSum(high, -0.5 * square);
  small += low[0];
  high = twoSum(high, third);
  small += low[0] + rest + tail * (1 - r) - 0.5 * squareLow + thirdLow + fourth;
  const sum = high + small;
  low[0] = high - sum + small;
  return sum;
}

/** log(x + tail) as a double-double; tail is below an ulp of x. */
export function logOfPair(x: number, tail: number): number {
  const high = logPair(x);
  return fastTwoSum(high, low[0] + tail / x);
}

/** ln(2) as a double-double. */
export function ln2Pair(): readonly [number, number] {
  tables ??= new LogTables();
  return [tables.ln2High, tables.ln2Low];
}
