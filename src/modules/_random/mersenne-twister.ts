/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): 624 words of 32 bits, the period 2**19937 - 1.
 *
 * Every program that seeds it expects the same numbers from it as from CPython.
 */
import { STRIDE, worked } from '../../util/work.ts';

export const WORDS = 624;
const SHIFT = 397;
const MATRIX = 0x9908b0df;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;

export class MersenneTwister {
  readonly words: Uint32Array;
  /** The word to be given out next; WORDS when all have been. */
  index: number;

  constructor() {
    this.words = new Uint32Array(WORDS);
    this.index = WORDS;
  }

  /** Fills the state from one word. */
  private seedWord(seed: number): void {
    const { words } = this;
    words[0] = seed;
    for (let i = 1; i < WORDS; i++) {
      const previous = words[i - 1] ^ (words[i - 1] >>> 30);
      words[i] = Math.imul(1812433253, previous) + i;
    }
    this.index = WORDS;
  }

  /** Fills the state from a key of one or more words; a key of millions may be interrupted, which leaves what was seeded so far. */
  seed(key: Uint32Array): void {
    const { words } = this;
    this.seedWord(19650218);
    let i = 1;
    let j = 0;
    for (let count = Math.max(WORDS, key.length); count > 0; count--) {
      const previous = words[i - 1] ^ (words[i - 1] >>> 30);
      words[i] = (words[i] ^ Math.imul(previous, 1664525)) + key[j] + j;
      i = this.step(i);
      if ((count & (STRIDE - 1)) === 0) worked(STRIDE);
      j = j + 1 === key.length ? 0 : j + 1;
    }
    for (let count = WORDS - 1; count > 0; count--) {
      const previous = words[i - 1] ^ (words[i - 1] >>> 30);
      words[i] = (words[i] ^ Math.imul(previous, 1566083941)) - i;
      i = this.step(i);
    }
    words[0] = UPPER;
  }

  /** The next place of the seeding's walk; behind the last word, the first takes its value. */
  private step(i: number): number {
    if (i + 1 < WORDS) return i + 1;
    this.words[0] = this.words[WORDS - 1];
    return 1;
  }

  private regenerate(): void {
    const { words } = this;
    for (let i = 0; i < WORDS; i++) {
      const mixed = (words[i] & UPPER) | (words[i + 1 === WORDS ? 0 : i + 1] & LOWER);
      const other = i + SHIFT < WORDS ? i + SHIFT : i + SHIFT - WORDS;
      words[i] = words[other] ^ (mixed >>> 1) ^ ((mixed & 1) === 0 ? 0 : MATRIX);
    }
    this.index = 0;
  }

  /** 32 random bits, unsigned. */
  next(): number {
    if (this.index >= WORDS) this.regenerate();
    let word = this.words[this.index++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** A multiple of 2**-53 in [0, 1). */
  nextFloat(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }
}
