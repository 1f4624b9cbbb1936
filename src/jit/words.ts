/** Words of 64 bits and the ints that they are. Going through memory costs less than what converts bigints. */
import type { Value } from '../objspace/object.ts';

const memory = new ArrayBuffer(8);

/** The word as a bigint, and its halves, the lower one first. */
export const WHOLE = new BigUint64Array(memory);
export const HALVES = new Uint32Array(memory);

WHOLE[0] = 1n;
export const isLittleEndian = HALVES[0] === 1;

/** Halves above this make an int that is a bigint. */
const SAFE_HALF = 2 ** 21;

/** The int that a word is. */
export function fromWord(word: bigint): number | bigint {
  WHOLE[0] = word;
  const high = HALVES[1];
  return high < SAFE_HALF ? high * 0x1_0000_0000 + HALVES[0] : word;
}

const LIMIT = 2n ** 64n;

/** Whether a value is an int that a word holds. */
export function isWord(value: Value | undefined): boolean {
  if (typeof value === 'number') return value >= 0;
  return typeof value === 'bigint' && value >= 0n && value < LIMIT;
}

export function toWord(int: number | bigint): bigint {
  return BigInt.asUintN(64, BigInt(int));
}
