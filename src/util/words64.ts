/** Ints of 64 bits as two words of 32 bits with sign, since BigInt costs 20 times as much. */

const TWO_32 = 0x100000000;

/** The low word of an int in the range of 64 bits with sign. */
export function lowWordOf(int: number | bigint): number {
  return typeof int === 'number' ? int | 0 : Number(BigInt.asIntN(32, int));
}

export function highWordOf(int: number | bigint): number {
  if (typeof int === 'bigint') return Number(BigInt.asIntN(32, int >> 32n));
  return (int | 0) === int ? int >> 31 : Math.floor(int / TWO_32) | 0;
}

/** High word of the product of two words without sign. The partial products are below 2**53. */
export function multiplyHigh(a: number, b: number): number {
  const left = a >>> 0;
  const low = left * (b & 0xffff);
  const high = left * (b >>> 16);
  return Math.floor((high + Math.floor(low / 0x10000)) / 0x10000) | 0;
}

/** The Python int of two words. */
export function intOfWords(high: number, low: number): number | bigint {
  if (high >= -0x200000 && high < 0x200000) {
    const small = high * TWO_32 + (low >>> 0);
    if (Number.isSafeInteger(small)) return small;
  }
  words[0] = low;
  words[1] = high;
  return long[0];
}

/** Memory that gives a bigint at once: one that is put together makes three others on the way. Node's machines have the low word first. */
const words = new Int32Array(2);
const long = new BigInt64Array(words.buffer);
