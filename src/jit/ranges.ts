/**
 * Ranges of ints that profiles have seen: whether int32, uint32 or 64 bits hold them, which decides what compiled code computes with.
 */
import type { Value } from '../objspace/object.ts';

/** An int below zero. */
export const NEGATIVE = 1;
/** Beyond int32 below. */
export const BELOW_INT32 = 2;
/** From 2^31 up to below 2^32. */
export const UPPER_HALF = 4;
/** From 2^32 up. */
export const ABOVE_UINT32 = 8;
/** A bigint that 64 bits hold, and is not negative. */
export const BIG_UINT64 = 16;
/** Any other bigint. */
export const BIG_OTHER = 32;

/** Why a unit is left where an int is beyond the range that the profile has seen. */
export const RANGE = 'range';

const INT32 = 2 ** 31;
const UINT32 = 2 ** 32;
const UINT64 = 2n ** 64n;

export function rangeOf(value: Value | undefined): number {
  if (typeof value === 'number') {
    if (value >= UINT32) return ABOVE_UINT32;
    if (value >= INT32) return UPPER_HALF;
    if (value >= 0) return 0;
    return value < -INT32 ? NEGATIVE | BELOW_INT32 : NEGATIVE;
  }
  if (typeof value !== 'bigint') return 0;
  return value >= 0n && value < UINT64 ? BIG_UINT64 : BIG_OTHER;
}

/** A range that one comparison of a number makes sure of. */
export interface IntRange {
  readonly low: number;
  readonly high: number;
  readonly check: string;
}

const SMALL_INT: IntRange = { low: 0, high: INT32 - 1, check: '($0 | 0) === $0 && $0 >= 0' };
const SIGNED: IntRange = { low: -INT32, high: INT32 - 1, check: '($0 | 0) === $0' };
const UNSIGNED: IntRange = { low: 0, high: UINT32 - 1, check: '$0 >>> 0 === $0' };

/** The smallest range that holds all ints seen; null if only the safe ints do. */
export function rangeOfSeen(seen: number): IntRange | null {
  if (seen === 0) return SMALL_INT;
  if (seen === NEGATIVE) return SIGNED;
  return seen === UPPER_HALF ? UNSIGNED : null;
}

const RANGES = [SMALL_INT, SIGNED, UNSIGNED];

/** The smallest range that holds all ints seen and those from `low` to `high`; null if there is none. */
export function rangeWith(seen: number, low: number, high: number): IntRange | null {
  const own = rangeOfSeen(seen);
  if (own === null) return null;
  const [least, most] = [Math.min(own.low, low), Math.max(own.high, high)];
  return RANGES.find((range) => least >= range.low && most <= range.high) ?? null;
}

/** The range with these bounds; null if ints are not tested for them. */
export function rangeWithin(low: number, high: number): IntRange | null {
  return RANGES.find((range) => range.low === low && range.high === high) ?? null;
}

/** Whether all ints seen are such as 64 bits hold, and some are bigints. */
export function isUint64(seen: number): boolean {
  return (seen & BIG_UINT64) !== 0 && (seen & (NEGATIVE | BIG_OTHER)) === 0;
}
