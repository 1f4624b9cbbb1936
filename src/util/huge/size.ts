/**
 * Sizes of BigInts. The engine's operations cannot be interrupted, so those on huge numbers are put together from smaller ones (the other
 * files of this folder). Comparing with a constant is the only test of a BigInt's size that takes no time: the engine compares lengths.
 */

const bound = (bits: number): bigint => 1n << BigInt(bits);

/** Operands below this many bits are multiplied by the engine: about 10 ms. */
export const MULTIPLY_BITS = 1 << 19;
/** Dividends below this many bits are divided by the engine. */
export const DIVIDE_BITS = 1 << 18;
/** Numbers below this many bits are written and read in decimal by the engine. */
export const DECIMAL_BITS = 1 << 16;

/** Below this many bits no number is huge, and its length is read off the text in base 16. */
const SHORT_BITS = 4096;
const SHORT = bound(SHORT_BITS);
const MINUS_SHORT = -SHORT;

const isLong = (value: bigint): boolean => value >= SHORT || value <= MINUS_SHORT;

/** Numbers of that many bits and more, of either sign. The bounds are made when the first long number comes: that takes memory and time. */
class Huge {
  private readonly bits: number;
  private least: bigint | undefined;
  private greatest: bigint | undefined;

  constructor(bits: number) {
    this.bits = bits;
    this.least = undefined;
    this.greatest = undefined;
  }

  has(value: bigint): boolean {
    this.least ??= bound(this.bits);
    this.greatest ??= -this.least;
    return value >= this.least || value <= this.greatest;
  }
}

const HUGE_FACTORS = new Huge(MULTIPLY_BITS);
const HUGE_DIVIDENDS = new Huge(DIVIDE_BITS);
const HUGE_DECIMALS = new Huge(DECIMAL_BITS);

export const isHugeFactor = (value: bigint): boolean => isLong(value) && HUGE_FACTORS.has(value);
export const isHugeDividend = (value: bigint): boolean => isLong(value) && HUGE_DIVIDENDS.has(value);
export const isHugeDecimal = (value: bigint): boolean => isLong(value) && HUGE_DECIMALS.has(value);

/** More bits than the engine's largest BigInt has. */
const TOP = 2 ** 30;

/** Bits of a positive BigInt, in linear time. */
export function bitLength(value: bigint): number {
  let rest = value;
  let length = 0;
  if (value >= SHORT) {
    for (let step = TOP; step >= SHORT_BITS / 2; step /= 2) {
      const high = rest >> BigInt(step);
      if (high === 0n) continue;
      length += step;
      rest = high;
    }
  }
  const text = rest.toString(16);
  return length + (text.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(text[0], 16));
}

/** A tier of sizes: below so many bits, a linear operation is so much work (units of work.ts). */
class Tier {
  readonly work: number;
  private readonly bits: number;
  private limit: bigint | undefined;

  constructor(bits: number, work: number) {
    this.work = work;
    this.bits = bits;
    this.limit = undefined;
  }

  /** The limit is made when it is first needed: that of the last tier takes 32 MB. */
  has(size: bigint): boolean {
    this.limit ??= bound(this.bits);
    return size < this.limit;
  }
}

/** Smallest first, so that no limit is made that is much larger than the numbers in use. */
const TIERS: readonly Tier[] = [new Tier(2 ** 22, 4_000), new Tier(2 ** 25, 60_000), new Tier(2 ** 28, 500_000)];
const LARGEST_WORK = 4_000_000;

/** Work of a linear operation whose result is the given huge number. */
export function linearWork(value: bigint): number {
  const size = value < 0n ? -value : value;
  for (const tier of TIERS) if (tier.has(size)) return tier.work;
  return LARGEST_WORK;
}
