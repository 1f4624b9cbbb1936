/** The functions of `math` that reduce sequences: fsum, prod, sumprod, hypot, dist. Sums are exact, or nearly so, and rounded once. */
import { ADD, binary, MULTIPLY } from '../../objspace/arithmetic.ts';
import { raise, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf, iter, iterate, next, toFloat } from '../../objspace/operations.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { nextOf } from '../../objspace/types/next-of.ts';
import { multiplyInt, normalize } from '../../objspace/types/int/arithmetic.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { fmaExactly } from './float-parts.ts';
import { low, twoProduct, twoSum } from '../../util/libm/double-double.ts';

// ── fsum ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A sum as doubles that do not overlap, smallest first (Shewchuk): their sum is exact. */
class ExactSum {
  private readonly partials: number[];
  /** How many of these are in use: engines take long to make arrays shorter. */
  private count: number;
  /** Sum of what is not finite. */
  private special: number;
  private infinities: number;

  constructor() {
    this.partials = [];
    this.count = 0;
    this.special = 0;
    this.infinities = 0;
  }

  add(x: number): true | Exit {
    const { partials } = this;
    let value = x;
    let kept = 0;
    for (let index = 0; index < this.count; index++) {
      const partial = partials[index];
      // The exact sum of two doubles (Knuth).
      const high = value + partial;
      const rounded = high - value;
      const lost = value - (high - rounded) + (partial - rounded);
      if (lost !== 0 && Number.isFinite(high)) partials[kept++] = lost;
      value = high;
    }
    this.count = kept;
    if (value === 0) return true;
    if (Number.isFinite(value)) partials[this.count++] = value;
    else {
      if (Number.isFinite(x)) return raise('OverflowError', 'intermediate overflow in fsum');
      if (!Number.isNaN(x)) this.infinities += x;
      this.special += x;
      this.count = 0;
    }
    return true;
  }

  result(): number | Exit {
    if (this.special !== 0) {
      return Number.isNaN(this.infinities) ? raiseValueError('-inf + inf in fsum') : this.special;
    }
    return sumOfPartials(this.partials, this.count);
  }
}

/** Partials that do not overlap, added from the top; a half is settled by the sign of what is below. */
function sumOfPartials(partials: readonly number[], count: number): number {
  let index = count;
  if (index === 0) return 0;
  let high = partials[--index];
  let rest = 0;
  while (index > 0) {
    high = twoSum(high, partials[--index]);
    rest = low[0];
    if (rest !== 0) break;
  }
  if (index > 0 && rest < 0 === partials[index - 1] < 0 && rest !== 0) {
    const doubled = rest * 2;
    const moved = high + doubled;
    if (moved - high === doubled) return moved;
  }
  return high;
}

export function fsum(iterable: Value): number | Exit {
  const sum = new ExactSum();
  const iterator = iter(iterable);
  if (iterator === EXIT) return EXIT;
  for (;;) {
    const item = nextOf(iterator as Value);
    if (item === undefined) return sum.result();
    if (item === EXIT) return EXIT;
    const value = item instanceof PyFloat ? item.value : toFloat(item as Value);
    if (value === EXIT || sum.add(value as number) === EXIT) return EXIT;
  }
}

// ── Products ─────────────────────────────────────────────────────────────────────────────────────────────────────

function multiply(left: Value, right: Value): Result {
  if (typeof left === 'number' && typeof right === 'number') return multiplyInt(left, right);
  if (left instanceof PyFloat && right instanceof PyFloat) return new PyFloat(left.value * right.value);
  return binary(left, right, MULTIPLY);
}

export function prod(iterable: Value, start: Value): Result {
  let total: Result = start;
  const done = iterate(iterable, (item) => {
    total = multiply(total as Value, item);
    return total === EXIT ? EXIT : true;
  });
  return done === EXIT ? EXIT : total;
}

/**
 * The total of sumprod so far, by the kinds of the items: exact while both are ints, in triple precision while both are floats or one is,
 * with Python's operators from the first pair on that is neither.
 */
class ProductSum {
  private total: Value;
  private ints: bigint;
  private usesInts: boolean;
  private usesFloats: boolean;
  private hasFloats: boolean;
  /** The float sum: three doubles. */
  private high: number;
  private middle: number;
  private tiny: number;

  constructor() {
    this.total = 0;
    this.ints = 0n;
    this.usesInts = true;
    this.usesFloats = true;
    this.hasFloats = false;
    this.high = 0;
    this.middle = 0;
    this.tiny = 0;
  }

  add(left: Value, right: Value): true | Exit {
    if (this.usesInts) {
      if (isExactInt(left) && isExactInt(right) && this.addInts(BigInt(left), BigInt(right))) return true;
      if (this.closeInts() === EXIT) return EXIT;
    }
    if (this.usesFloats) {
      if (this.addFloats(left, right)) return true;
      if (this.closeFloats() === EXIT) return EXIT;
    }
    const product = binary(left, right, MULTIPLY);
    return product === EXIT ? EXIT : this.addToTotal(product as Value);
  }

  /** As in CPython, ints beyond 64 bits end this path, and with it the one of floats: later sums depend on that. */
  private addInts(left: bigint, right: bigint): boolean {
    const product = left * right;
    const sum = this.ints + product;
    if (!isInt64(left) || !isInt64(right) || !isInt64(product) || !isInt64(sum)) return false;
    this.ints = sum;
    return true;
  }

  private addToTotal(value: Value): true | Exit {
    const sum = binary(this.total, value, ADD);
    if (sum === EXIT) return EXIT;
    this.total = sum as Value;
    return true;
  }

  private closeInts(): true | Exit {
    this.usesInts = false;
    return this.addToTotal(normalize(this.ints));
  }

  private closeFloats(): true | Exit {
    this.usesFloats = false;
    if (!this.hasFloats) return true;
    twoSum(this.middle, this.tiny);
    return this.addToTotal(new PyFloat(this.high + (this.middle + this.tiny)));
  }

  /** false if the pair is not for this path, or its product leaves the range of floats. */
  private addFloats(left: Value, right: Value): boolean {
    const [x, y] = [floatFactor(left), floatFactor(right)];
    if (x === undefined || y === undefined || !(left instanceof PyFloat || right instanceof PyFloat)) return false;
    const product = exactProduct(x, y);
    const productLow = low[0];
    const high = twoSum(this.high, product);
    const highRest = low[0];
    if (!Number.isFinite(high)) return false;
    const middle = twoSum(this.middle, productLow);
    const middleRest = low[0];
    const carried = twoSum(middle, highRest);
    this.high = high;
    this.middle = carried;
    this.tiny += middleRest + low[0];
    this.hasFloats = true;
    return true;
  }

  result(): Result {
    if (this.usesInts && this.closeInts() === EXIT) return EXIT;
    if (this.usesFloats && this.closeFloats() === EXIT) return EXIT;
    return this.total;
  }
}

function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

function isExactInt(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A float, int or bool as a double; `undefined` for everything else. */
function floatFactor(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  if (typeof value !== 'bigint') return undefined;
  const float = Number(value);
  return Number.isFinite(float) ? float : undefined;
}

/** Large factors are scaled: the halves of twoProduct must not leave the range. What tiny products lose is computed exactly. */
function exactProduct(x: number, y: number): number {
  const product = x * y;
  const size = Math.abs(product);
  if (size > 1e-280 && size < 1e300 && Math.abs(x) < 1e290 && Math.abs(y) < 1e290) return twoProduct(x, y);
  low[0] = 0;
  if (size > 1e-280 && size < Number.POSITIVE_INFINITY) {
    const isLeftLarge = Math.abs(x) > Math.abs(y);
    const scaled = twoProduct(isLeftLarge ? x * 2 ** -600 : x, isLeftLarge ? y : y * 2 ** -600);
    low[0] *= 2 ** 600;
    return Number.isFinite(scaled * 2 ** 600) ? scaled * 2 ** 600 : product;
  }
  if (size > 0 && size <= 1e-280) low[0] = fmaExactly(x, y, -product);
  return product;
}

export function sumprod(left: Value, right: Value): Result {
  const leftIterator = iter(left);
  if (leftIterator === EXIT) return EXIT;
  const rightIterator = iter(right);
  if (rightIterator === EXIT) return EXIT;
  const sum = new ProductSum();
  for (;;) {
    const first = next(leftIterator as Value);
    if (first === EXIT) return EXIT;
    const second = next(rightIterator as Value);
    if (second === EXIT) return EXIT;
    if (first === undefined || second === undefined) {
      return first === second ? sum.result() : raiseValueError('Inputs are not the same length');
    }
    if (sum.add(first as Value, second as Value) === EXIT) return EXIT;
  }
}

// ── Lengths ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The Euclidean length of a vector of sizes, rounded once. */
function vectorLength(sizes: readonly number[]): number {
  let largest = 0;
  let hasNaN = false;
  for (let index = 0; index < sizes.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const size = sizes[index];
    if (Number.isNaN(size)) hasNaN = true;
    else if (size > largest) largest = size;
  }
  if (largest === Number.POSITIVE_INFINITY) return largest;
  if (hasNaN) return Number.NaN;
  if (largest === 0 || sizes.length <= 1) return largest;
  // A power of two brings the largest near 1, so that squares neither overflow nor matter where they vanish.
  const exponent = Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
  if (largest < 2 ** -1000) return vectorLength(sizes.map((size) => size * 2 ** 900)) * 2 ** -900;
  return scaledLength(sizes, 2 ** -exponent) * 2 ** exponent;
}

/** Work of one coordinate: to take it, and to add its square. */
const SIZE_WORK = 4;

/** Sizes up to this, and down to its inverse, have squares that neither overflow nor vanish, nor does what these lose. */
const MODERATE = 2 ** 200;

/** Of a vector in the plane, by the same steps as of others. */
export function lengthInPlane(x: number, y: number): number {
  const first = Math.abs(x);
  const second = Math.abs(y);
  if (!(isModerate(first) && isModerate(second) && first + second > 0)) return vectorLength([first, second]);
  const square = twoProduct(first, first);
  const squareRest = low[0];
  const other = twoProduct(second, second);
  const otherRest = low[0];
  const sum = twoSum(square, other);
  return rootOf(sum, squareRest + (low[0] + otherRest));
}

function isModerate(size: number): boolean {
  return size === 0 || (size < MODERATE && size > 1 / MODERATE);
}

function scaledLength(sizes: readonly number[], scale: number): number {
  let sum = 0;
  let rest = 0;
  for (let index = 0; index < sizes.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const scaled = sizes[index] * scale;
    const square = scaled > 2 ** -400 ? twoProduct(scaled, scaled) : 0;
    const squareLow = scaled > 2 ** -400 ? low[0] : 0;
    sum = twoSum(sum, square);
    rest += low[0] + squareLow;
  }
  return rootOf(sum, rest);
}

/** The square root of a sum and what it has lost. */
function rootOf(sum: number, rest: number): number {
  const total = sum + rest;
  const small = sum - total + rest;
  const root = Math.sqrt(total);
  const square = twoProduct(root, root);
  return root + (total - square - low[0] + small) / (2 * root);
}

function sizesOf(values: readonly Value[]): number[] | Exit {
  const sizes: number[] = [];
  for (const value of values) {
    const float = toFloat(value);
    if (float === EXIT) return EXIT;
    worked(SIZE_WORK);
    sizes.push(Math.abs(float as number));
  }
  return sizes;
}

export function hypot(values: readonly Value[]): number | Exit {
  const sizes = sizesOf(values);
  return sizes === EXIT ? EXIT : vectorLength(sizes as number[]);
}

export function dist(p: Value, q: Value): number | Exit {
  const first = itemsOf(p);
  if (first === EXIT) return EXIT;
  const second = itemsOf(q);
  if (second === EXIT) return EXIT;
  const [a, b] = [first as Value[], second as Value[]];
  if (a.length !== b.length) return raiseValueError('both points must have the same number of dimensions');
  const sizes: number[] = [];
  for (let index = 0; index < a.length; index++) {
    const x = toFloat(a[index]);
    if (x === EXIT) return EXIT;
    const y = toFloat(b[index]);
    if (y === EXIT) return EXIT;
    worked(SIZE_WORK);
    sizes.push(Math.abs((x as number) - (y as number)));
  }
  return vectorLength(sizes);
}
