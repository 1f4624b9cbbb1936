/**
 * Arrays for the time that one function takes to be finished, used again for the next one.
 *
 * Most functions are small, and an array of its own for each table of each function costs more than the passes over
 * it. Only one function is finished at a time, so each table has one array, which is longer than what was asked for.
 */

/** Larger arrays are not kept. */
const MAX_KEPT = 1 << 18;

export class Scratch {
  private array: Int32Array;

  constructor() {
    this.array = new Int32Array(64);
  }

  /** An array of at least `length` elements, the first `length` of which are `value`. */
  take(length: number, value: number): Int32Array {
    return this.ofLength(length).fill(value, 0, length);
  }

  /** As `take`, with anything in it. */
  ofLength(length: number): Int32Array {
    if (length <= this.array.length) return this.array;
    if (length > MAX_KEPT) return new Int32Array(length);
    this.array = new Int32Array(Math.max(length, 2 * this.array.length));
    return this.array;
  }
}
