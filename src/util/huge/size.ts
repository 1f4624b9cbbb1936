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

const MULTIPLY = bound(MULTIPLY_BITS);
const DIVIDE = bound(DIVIDE_BITS);
const DECIMAL = bound(DECIMAL_BITS);

export const isHugeFactor = (value: bigint): boolean => value >= MULTIPLY || value <= -MULTIPLY;
export const isHugeDividend = (value: bigint): boolean => value >= DIVIDE || value <= -DIVIDE;
export const isHugeDecimal = (value: bigint): boolean => value >= DECIMAL || value <= -DECIMAL;

/** Below this many bits the length is read off the text in base 16. */
const SHORT_BITS = 4096;
const SHORT = bound(SHORT_BITS);
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

/** Bounds of tiers, largest first, and the work (units of work.ts) of a linear operation on a number of the tier. */
const TIERS: ReadonlyArray<readonly [bigint, number]> = [
  [bound(2 ** 28), 4_000_000],
  [bound(2 ** 25), 500_000],
  [bound(2 ** 22), 60_000],
  [0n, 4_000],
];

/** Work of a linear operation whose result is the given huge number. */
export function linearWork(value: bigint): number {
  const size = value < 0n ? -value : value;
  for (const [least, work] of TIERS) if (size >= least) return work;
  return 0;
}
