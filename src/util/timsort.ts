/**
 * A stable merge sort that takes advantage of runs (Tim Peters' algorithm, with the merge order of Munro and Wild's powersort).
 *
 * Sorts `keys`, and moves `values` along where they are another array. Only `less` is asked; it may throw, and both arrays are then a
 * permutation of what they were, with key and value still side by side.
 */
import { gallopLeft, gallopRight } from './timsort-gallop.ts';
import { MergeDown, MergeUp, MIN_GALLOP, type SortState } from './timsort-merge.ts';

export type Less<T> = (left: T, right: T) => boolean;

/** Runs shorter than this are extended by insertion. */
const MIN_RUN_LIMIT = 64;
interface Run {
  readonly start: number;
  length: number;
  /** Depth of the boundary before the next run in the ideal merge tree. */
  power: number;
}

export function timsort<K, V>(keys: K[], values: V[] | null, less: Less<K>): void {
  if (keys.length < 2) return;
  new Sorter<K, V>(keys, values, less).sort();
}

/** Length below which runs are made by insertion: n / minRun is a power of two or just below one. */
function minRunLength(length: number): number {
  let dropped = 0;
  while (length >= MIN_RUN_LIMIT) {
    dropped |= length & 1;
    length >>= 1;
  }
  return length + dropped;
}

/** First index at which the middles of two neighbouring runs differ, as binary fractions of the whole. */
function boundaryPower(start1: number, length1: number, length2: number, total: number): number {
  // Twice the midpoints; compared bit by bit with twice the length, as Python's float-free version must.
  let left = 2 * start1 + length1;
  let right = left + length1 + length2;
  let power = 0;
  for (;;) {
    power++;
    if (left >= total) {
      left -= total;
      right -= total;
    } else if (right >= total) return power;
    left *= 2;
    right *= 2;
  }
}

class Sorter<K, V> implements SortState<K, V> {
  readonly keys: K[];
  readonly values: V[] | null;
  readonly less: Less<K>;
  minGallop: number;
  private readonly runs: Run[];

  constructor(keys: K[], values: V[] | null, less: Less<K>) {
    this.keys = keys;
    this.values = values;
    this.less = less;
    this.runs = [];
    this.minGallop = MIN_GALLOP;
  }

  sort(): void {
    const total = this.keys.length;
    const minRun = minRunLength(total);
    let start = 0;
    while (start < total) {
      let length = this.countRun(start);
      if (length < minRun) {
        const forced = Math.min(minRun, total - start);
        this.insertionSort(start, start + forced, start + length);
        length = forced;
      }
      this.pushRun(start, length);
      start += length;
    }
    while (this.runs.length > 1) this.mergeLast();
  }

  private pushRun(start: number, length: number): void {
    const { runs } = this;
    const previous = runs.at(-1);
    if (previous !== undefined) {
      const power = boundaryPower(previous.start, previous.length, length, this.keys.length);
      while (runs.length > 1 && runs.at(-2)!.power > power) this.mergeLast();
      runs.at(-1)!.power = power;
    }
    runs.push({ start, length, power: 0 });
  }

  // ── Runs ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Length of the run at `start`, which ascends afterwards. A run may descend with equal items in it: blocks of equals are reversed on
   * their own first, so that reversing the whole keeps their order.
   */
  private countRun(start: number): number {
    const { keys, less } = this;
    const total = keys.length;
    let end = start + 1;
    while (end < total && !less(keys[end], keys[end - 1])) end++;
    if (end === total) return end - start;
    if (end - start > 1 && less(keys[start], keys[end - 1])) return end - start;
    end = this.descend(start, end);
    this.reverse(start, end);
    while (end < total && !less(keys[end], keys[end - 1])) end++;
    return end - start;
  }

  /** The end of the descending run whose first items, up to `smaller`, are equal, and the next is smaller. */
  private descend(start: number, smaller: number): number {
    const { keys, less } = this;
    this.reverse(start, smaller);
    let equalFrom = smaller;
    let end = smaller + 1;
    for (; end < keys.length; end++) {
      if (less(keys[end], keys[end - 1])) {
        this.reverse(equalFrom, end);
        equalFrom = end;
      } else if (less(keys[end - 1], keys[end])) break;
    }
    this.reverse(equalFrom, end);
    return end;
  }

  private reverse(start: number, end: number): void {
    reverseRange(this.keys, start, end);
    if (this.values !== null) reverseRange(this.values, start, end);
  }

  /** Sorts [start, end) by binary insertion; [start, sorted) is in order already. */
  private insertionSort(start: number, end: number, sorted: number): void {
    const { keys, values, less } = this;
    for (let next = sorted; next < end; next++) {
      const pivot = keys[next];
      let low = start;
      let high = next;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (less(pivot, keys[middle])) high = middle;
        else low = middle + 1;
      }
      for (let index = next; index > low; index--) keys[index] = keys[index - 1];
      keys[low] = pivot;
      if (values !== null) {
        const value = values[next];
        for (let index = next; index > low; index--) values[index] = values[index - 1];
        values[low] = value;
      }
    }
  }

  // ── Merging ────────────────────────────────────────────────────────────────────────────────────────────────────

  private mergeLast(): void {
    const { runs, keys, less } = this;
    const right = runs.pop()!;
    const left = runs.at(-1)!;
    const { start, length } = left;
    left.length = length + right.length;
    // What is in place already at both ends need not be merged.
    const skipped = gallopRight(less, keys[right.start], keys, start, length, 0);
    if (skipped === length) return;
    const kept = gallopLeft(less, keys[start + length - 1], keys, right.start, right.length, right.length - 1);
    if (kept === 0) return;
    if (length - skipped <= kept) new MergeUp(this, start + skipped, length - skipped, right.start, kept).run();
    else new MergeDown(this, start + skipped, length - skipped, right.start, kept).run();
  }
}

function reverseRange(items: unknown[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const item = items[low];
    items[low] = items[high];
    items[high] = item;
  }
}
