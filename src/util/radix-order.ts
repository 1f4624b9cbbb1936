/**
 * Stable orders by numbers of 32 or 64 bits, digit by digit from the lowest one: a pass over all keys costs some nanoseconds a key, where a
 * sort that compares calls the host or a function for each of its n log n comparisons.
 */
import { worked } from './work.ts';

const DIGIT_BITS = 8;
const DIGIT_VALUES = 1 << DIGIT_BITS;
const DIGIT_MASK = DIGIT_VALUES - 1;
const DIGITS = 32 / DIGIT_BITS;
/** So many keys are moved between two reports of work. */
const PIECE = 1 << 16;
/** Where keys rise (or fall) but for so many places, a sort that finds runs is faster. */
const FEW_TURNS = 8;

/** Unsigned keys of 64 bits, or of 32 if there are no high words. */
export class RadixKeys {
  readonly low: Uint32Array;
  readonly high: Uint32Array | null;

  constructor(low: Uint32Array, high: Uint32Array | null) {
    this.low = low;
    this.high = high;
  }

  /** Whether the keys are in order, or in the opposite one, but for a few places. */
  get isAlmostSorted(): boolean {
    const { low, high } = this;
    let descents = 0;
    for (let at = 1; at < low.length; at++) {
      const isHighEqual = high === null || high[at] === high[at - 1];
      if (isHighEqual ? low[at] < low[at - 1] : high[at] < high[at - 1]) descents++;
      if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
    }
    return descents < FEW_TURNS || descents > low.length - FEW_TURNS;
  }

  areEqual(first: number, second: number): boolean {
    const { low, high } = this;
    return low[first] === low[second] && (high === null || high[first] === high[second]);
  }

  /** The places of the keys in ascending order. */
  order(): Uint32Array {
    const count = this.low.length;
    let order = new Uint32Array(count);
    let spare = new Uint32Array(count);
    for (let at = 0; at < count; at++) order[at] = at;
    for (let words: Uint32Array | null = this.low; words !== null; words = words === this.low ? this.high : null) {
      if (isConstant(words)) continue;
      const counts = countDigits(words);
      for (let digit = 0; digit < DIGITS; digit++) {
        if (!startsOfDigit(counts, digit, words)) continue;
        distribute(words, counts, digit, order, spare);
        [order, spare] = [spare, order];
      }
    }
    return order;
  }
}

/** Whether all words are the same, as where texts are short. */
function isConstant(words: Uint32Array): boolean {
  const first = words[0];
  for (let at = 1; at < words.length; at++) {
    if (words[at] !== first) return false;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return true;
}

/** For the counts of keys that are gone through without a report of work: nothing else is ordered in between. */
const COUNTS = new Uint32Array(DIGITS * DIGIT_VALUES);

/** How often each value of each digit is there. */
function countDigits(words: Uint32Array): Uint32Array {
  const counts = words.length < PIECE ? COUNTS.fill(0) : new Uint32Array(DIGITS * DIGIT_VALUES);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    counts[word & DIGIT_MASK]++;
    counts[DIGIT_VALUES + ((word >>> 8) & DIGIT_MASK)]++;
    counts[2 * DIGIT_VALUES + ((word >>> 16) & DIGIT_MASK)]++;
    counts[3 * DIGIT_VALUES + (word >>> 24)]++;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return counts;
}

/** Makes counts of a digit the places where its values start; false if all keys have the same value. */
function startsOfDigit(counts: Uint32Array, digit: number, words: Uint32Array): boolean {
  const first = digit * DIGIT_VALUES;
  const value = (words[0] >>> (digit * DIGIT_BITS)) & DIGIT_MASK;
  if (counts[first + value] === words.length) return false;
  let start = 0;
  for (let at = first; at < first + DIGIT_VALUES; at++) {
    const count = counts[at];
    counts[at] = start;
    start += count;
  }
  return true;
}

function distribute(words: Uint32Array, starts: Uint32Array, digit: number, from: Uint32Array, to: Uint32Array): void {
  const shift = digit * DIGIT_BITS;
  const first = digit * DIGIT_VALUES;
  for (let at = 0; at < from.length; at++) {
    const place = from[at];
    const start = first + ((words[place] >>> shift) & DIGIT_MASK);
    to[starts[start]++] = place;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

const TWO_32 = 4294967296;

/** Keys in the order of the numbers, both zeros being one; `undefined` if NaN is among them. */
export function keysOfNumbers(numbers: ArrayLike<number>): RadixKeys | undefined {
  const count = numbers.length;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let isIntegral = true;
  for (let at = 0; at < count; at++) {
    const number = numbers[at];
    if (Number.isNaN(number)) return undefined;
    if (number < least) least = number;
    if (number > greatest) greatest = number;
    if (isIntegral && !Number.isInteger(number)) isIntegral = false;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  const range = greatest - least;
  if (!isIntegral || range > Number.MAX_SAFE_INTEGER) return keysOfDoubles(numbers);
  const low = new Uint32Array(count);
  if (range < TWO_32) {
    for (let at = 0; at < count; at++) {
      low[at] = numbers[at] - least;
      if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
    }
    return new RadixKeys(low, null);
  }
  const high = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const distance = numbers[at] - least;
    low[at] = distance >>> 0;
    high[at] = distance / TWO_32;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return new RadixKeys(low, high);
}

/** The bits of doubles are in the order of the doubles, but for the sign. */
function keysOfDoubles(numbers: ArrayLike<number>): RadixKeys {
  const count = numbers.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  for (let at = 0; at < count; at++) {
    double[0] = numbers[at] + 0;
    const isNegative = words[1] >>> 31 === 1;
    low[at] = isNegative ? ~words[0] : words[0];
    high[at] = isNegative ? ~words[1] : words[1] | 0x80000000;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return new RadixKeys(low, high);
}

// ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Keys of the eight units behind `offset`, or of four where units are wide; ends count as zeros. */
export function keysOfTexts(texts: readonly string[], offset: number): RadixKeys {
  const low = new Uint32Array(texts.length);
  const high = new Uint32Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at];
    let first = 0;
    let second = 0;
    const end = Math.min(text.length - offset, 8);
    for (let unit = 0; unit < end; unit++) {
      const code = text.charCodeAt(offset + unit);
      if (code > 255) return keysOfWideTexts(texts, offset);
      if (unit < 4) first |= code << (24 - 8 * unit);
      else second |= code << (56 - 8 * unit);
    }
    high[at] = first;
    low[at] = second;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE);
  }
  return new RadixKeys(low, high);
}

function keysOfWideTexts(texts: readonly string[], offset: number): RadixKeys {
  const low = new Uint32Array(texts.length);
  const high = new Uint32Array(texts.length);
  const unit = (text: string, at: number) => (at < text.length ? text.charCodeAt(at) : 0);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at];
    high[at] = (unit(text, offset) << 16) | unit(text, offset + 1);
    low[at] = (unit(text, offset + 2) << 16) | unit(text, offset + 3);
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE);
  }
  return new RadixKeys(low, high);
}

/** How many units all texts begin with; they are at least two. */
export function commonPrefix(texts: readonly string[]): number {
  const first = texts[0];
  let length = first.length;
  for (let at = 1; at < texts.length && length > 0; at++) {
    const text = texts[at];
    if (text.length < length) length = text.length;
    let same = 0;
    while (same < length && text.charCodeAt(same) === first.charCodeAt(same)) same++;
    length = same;
  }
  return length;
}
