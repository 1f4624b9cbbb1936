/** The hash of a sequence of hashes: CPython's simplified xxHash over 64-bit lanes, in two words. */
import { highWordOf, intOfWords, lowWordOf, multiplyHigh } from './words64.ts';

// Primes of xxHash, as high and low words.
const P1_HIGH = 0x9e3779b1;
const P1_LOW = 0x85ebca87;
const P2_HIGH = 0xc2b2ae3d;
const P2_LOW = 0x27d4eb4f;
const P5_HIGH = 0x27d4eb2f;
const P5_LOW = 0x165667c5;

/** Accumulates hashes of items. All words have a sign: numbers beyond 31 bits would be objects of the host. */
export class TupleHash {
  high: number;
  low: number;

  constructor() {
    this.high = P5_HIGH;
    this.low = P5_LOW;
  }

  start(): void {
    this.high = P5_HIGH;
    this.low = P5_LOW;
  }

  /** Adds the hash of an item, an int of at most 64 bits. */
  add(hash: number | bigint): void {
    this.addWords(highWordOf(hash), lowWordOf(hash));
  }

  addWords(laneHigh: number, laneLow: number): void {
    // acc += lane * PRIME2
    const productLow = Math.imul(laneLow, P2_LOW);
    const productHigh = multiplyHigh(laneLow, P2_LOW) + Math.imul(laneHigh, P2_LOW) + Math.imul(laneLow, P2_HIGH);
    const low = (this.low + productLow) | 0;
    const carry = low >>> 0 < productLow >>> 0 ? 1 : 0;
    const high = (this.high + (productHigh | 0) + carry) | 0;
    // acc = rotate left by 31, which is the two words swapped and rotated right by 1
    const rotatedHigh = (low >>> 1) | (high << 31);
    const rotatedLow = (high >>> 1) | (low << 31);
    // acc *= PRIME1
    this.low = Math.imul(rotatedLow, P1_LOW);
    this.high =
      (multiplyHigh(rotatedLow, P1_LOW) + Math.imul(rotatedHigh, P1_LOW) + Math.imul(rotatedLow, P1_HIGH)) | 0;
  }

  /** Makes `high` and `low` the hash of a tuple of `length` items. */
  finish(length: number): void {
    // acc += length ^ (PRIME5 ^ 3527539)
    const added = length ^ (P5_LOW ^ 3527539);
    const low = (this.low + added) | 0;
    const carry = low >>> 0 < added >>> 0 ? 1 : 0;
    this.high = (this.high + P5_HIGH + carry) | 0;
    this.low = low;
    this.finishPlain();
  }

  /** The same without the length (a slice); -1 is no hash. */
  finishPlain(): void {
    if (this.high !== -1 || this.low !== -1) return;
    this.high = 0;
    this.low = 1546275796;
  }

  /** The hash as a Python int. */
  get int(): number | bigint {
    return intOfWords(this.high, this.low);
  }
}
