/**
 * The hash of a sequence of hashes: CPython's simplified xxHash over 64-bit lanes, in two 32-bit halves, since BigInt costs 20 times as
 * much. State is kept in module variables: nothing can run in between.
 */

// Primes of xxHash, as high and low halves.
const P1_HIGH = 0x9e3779b1;
const P1_LOW = 0x85ebca87;
const P2_HIGH = 0xc2b2ae3d;
const P2_LOW = 0x27d4eb4f;
const P5_HIGH = 0x27d4eb2f;
const P5_LOW = 0x165667c5;
const TWO_32 = 0x100000000;

/** High half of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/** Accumulates hashes of items. */
export class TupleHash {
  private high: number;
  private low: number;

  constructor() {
    this.high = P5_HIGH;
    this.low = P5_LOW;
  }

  /** Adds the hash of an item, an int of at most 64 bits. */
  add(hash: number | bigint): void {
    if (typeof hash === 'number') {
      if ((hash | 0) === hash) this.addLane(hash < 0 ? 0xffffffff : 0, hash >>> 0);
      else this.addLane(Math.floor(hash / TWO_32) >>> 0, hash >>> 0);
    } else this.addLane(Number((hash >> 32n) & 0xffffffffn), Number(hash & 0xffffffffn));
  }

  private addLane(laneHigh: number, laneLow: number): void {
    // acc += lane * PRIME2
    const productLow = Math.imul(laneLow, P2_LOW) >>> 0;
    const productHigh = (multiplyHigh(laneLow, P2_LOW) + Math.imul(laneHigh, P2_LOW) + Math.imul(laneLow, P2_HIGH)) | 0;
    const sum = this.low + productLow;
    const low = sum >>> 0;
    const high = (this.high + productHigh + (sum >= TWO_32 ? 1 : 0)) >>> 0;
    // acc = rotate left by 31, which is the two halves swapped and rotated right by 1
    const rotatedHigh = ((low >>> 1) | (high << 31)) >>> 0;
    const rotatedLow = ((high >>> 1) | (low << 31)) >>> 0;
    // acc *= PRIME1
    this.low = Math.imul(rotatedLow, P1_LOW) >>> 0;
    this.high =
      (multiplyHigh(rotatedLow, P1_LOW) + Math.imul(rotatedHigh, P1_LOW) + Math.imul(rotatedLow, P1_HIGH)) >>> 0;
  }

  /** The hash of a tuple of `length` items. */
  finish(length: number): number | bigint {
    // acc += length ^ (PRIME5 ^ 3527539)
    const low = this.low + ((length ^ (P5_LOW ^ 3527539)) >>> 0);
    const carry = low >= TWO_32 ? 1 : 0;
    return toInt((this.high + P5_HIGH + carry) | 0, low >>> 0);
  }

  /** The hash without the length (a slice). */
  finishPlain(): number | bigint {
    return toInt(this.high | 0, this.low);
  }
}

/** The Python int of a signed high half and an unsigned low half; -1 is no hash. */
function toInt(high: number, low: number): number | bigint {
  if (high === -1 && low === 0xffffffff) return 1546275796;
  if (high >= -0x200000 && high < 0x200000) {
    const small = high * TWO_32 + low;
    if (Number.isSafeInteger(small)) return small;
  }
  return BigInt(high) * 0x100000000n + BigInt(low);
}
