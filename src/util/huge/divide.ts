/**
 * Division of huge BigInts by the recursive algorithm of Burnikel and Ziegler (https://pure.mpg.de/rest/items/item_1819444_4/component/file_2599480/content),
 * on top of the engine's division of smaller ones.
 */
import { worked } from '../work.ts';
import { multiply } from './multiply.ts';
import { cut, paste } from './pieces.ts';
import { bitLength, DIVIDE_BITS, isHugeDividend } from './size.ts';

type Division = readonly [quotient: bigint, remainder: bigint];

/** Work of a division of the engine, in units of work.ts. */
const NATIVE_WORK = 100_000;

/** After a few operations on numbers of so many bits that take linear time. */
const countLinear = (bits: number): void => worked(bits >> 7);

/** Divisors up to this give remainders that are words with a sign. */
const MAX_WORD = (1n << 63n) - 1n;

/** The engine divides numbers that are nearly as long as each other by the same recursion as others; shorter divisors are no matter. */
const LEAST_DIVISOR = 1n << 8192n;
/** Longer quotients are left to the general division. */
const SHORT_QUOTIENT = 64n;
const HIGH_BITS = 128;

/**
 * The quotient of numbers that are not negative if it is short: the highest bits of both tell it, all but for one. `undefined` if it is not
 * short, or the divisor so.
 */
function shortQuotient(dividend: bigint, divisor: bigint): bigint | undefined {
  if (divisor < LEAST_DIVISOR) return undefined;
  const shift = BigInt(bitLength(divisor) - HIGH_BITS);
  const high = dividend >> shift;
  const low = divisor >> shift;
  if (high >> SHORT_QUOTIENT >= low) return undefined;
  const least = high / (low + 1n);
  const most = (high + 1n) / low;
  return least === most || most * divisor > dividend ? least : most;
}

/** `dividend / divisor` of numbers that are not negative, the dividend not huge. */
export function quotientOf(dividend: bigint, divisor: bigint): bigint {
  return shortQuotient(dividend, divisor) ?? dividend / divisor;
}

/** `dividend % divisor` of the same. */
export function remainderOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = shortQuotient(dividend, divisor);
  return quotient === undefined ? dividend % divisor : dividend - quotient * divisor;
}

/** As `/` and `%` of BigInt: rounded towards zero, the remainder has the sign of the dividend. */
export function divide(dividend: bigint, divisor: bigint): Division {
  if (!isHugeDividend(dividend)) return divideNatively(dividend, divisor);
  const [quotient, remainder] = dividePositive(dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor);
  return [dividend < 0n !== divisor < 0n ? -quotient : quotient, dividend < 0n ? -remainder : remainder];
}

/** Remainders that are known to fit into a word follow from the lowest words. */
function divideNatively(dividend: bigint, divisor: bigint): Division {
  if (dividend >= 0n && divisor >= LEAST_DIVISOR) {
    const quotient = quotientOf(dividend, divisor);
    return [quotient, dividend - quotient * divisor];
  }
  const quotient = dividend / divisor;
  if (divisor > MAX_WORD || divisor < -MAX_WORD) return [quotient, dividend % divisor];
  return [quotient, BigInt.asIntN(64, BigInt.asIntN(64, dividend) - BigInt.asIntN(64, quotient) * divisor)];
}

function dividePositive(dividend: bigint, divisor: bigint): Division {
  if (dividend < divisor) return [0n, dividend];
  const short = shortQuotient(dividend, divisor);
  const bits = bitLength(divisor);
  countLinear(bits);
  if (short !== undefined) {
    const whole = short * divisor;
    countLinear(bits);
    return [short, dividend - whole];
  }
  const length = bitLength(dividend);
  // Schoolbook division by digits that have the length of the divisor, or what the engine divides well.
  const digitBits = Math.max(bits, DIVIDE_BITS >> 1);
  const digits = cut(dividend, digitBits, Math.ceil(length / digitBits));
  const quotients: bigint[] = new Array(digits.length);
  let remainder = 0n;
  for (let index = digits.length - 1; index >= 0; index--) {
    const part = (remainder << BigInt(digitBits)) + digits[index];
    countLinear(digitBits);
    [quotients[index], remainder] = divideTwoByOne(part, divisor, digitBits);
  }
  return [paste(quotients, digitBits), remainder];
}

/** The quotient has at most `bits` bits, as the divisor. */
function divideTwoByOne(dividend: bigint, divisor: bigint, bits: number): Division {
  if (bits <= DIVIDE_BITS >> 1) {
    worked(NATIVE_WORK);
    const quotient = dividend / divisor;
    return [quotient, dividend - quotient * divisor];
  }
  if (dividend < divisor) return [0n, dividend];
  // The halves of the divisor must be full: its highest bit is moved to the top of an even number of bits.
  const even = bits + (bits & 1);
  const spare = even - bitLength(divisor);
  if (spare > 0) {
    const shift = BigInt(spare);
    const shifted = dividend << shift;
    countLinear(even);
    const [quotient, remainder] = divideFull(shifted, divisor << shift, even);
    countLinear(even);
    return [quotient, remainder >> shift];
  }
  return divideFull(dividend, divisor, even);
}

function divideFull(dividend: bigint, divisor: bigint, bits: number): Division {
  const half = bits >> 1;
  const low = BigInt.asUintN(half, dividend);
  const middle = BigInt.asUintN(half, dividend >> BigInt(half));
  countLinear(bits);
  const [high, rest] = divideThreeByTwo(dividend >> BigInt(bits), middle, divisor, half);
  const [quotient, remainder] = divideThreeByTwo(rest, low, divisor, half);
  countLinear(bits);
  return [(high << BigInt(half)) + quotient, remainder];
}

/** (high << half) + low divided by a divisor of two halves, of which `high` is no more than the divisor. */
function divideThreeByTwo(high: bigint, low: bigint, divisor: bigint, half: number): Division {
  const shift = BigInt(half);
  const top = divisor >> shift;
  let quotient: bigint;
  let remainder: bigint;
  if (high >> shift < top) [quotient, remainder] = divideTwoByOne(high, top, half);
  else {
    quotient = (1n << shift) - 1n;
    remainder = high - (top << shift) + top;
    countLinear(half);
  }
  const product = multiply(quotient, BigInt.asUintN(half, divisor));
  countLinear(half);
  let rest = (remainder << shift) + low - product;
  countLinear(half);
  while (rest < 0n) {
    countLinear(half);
    rest += divisor;
    quotient--;
  }
  return [quotient, rest];
}
