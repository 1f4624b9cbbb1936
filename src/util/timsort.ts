/**
 * A stable merge sort that takes advantage of runs (Tim Peters' algorithm, with the merge order of Munro and Wild's powersort).
 *
 * Sorts `keys`, and moves `values` along where they are another array. Only `less` is asked; it may throw, and both arrays are then a
 * permutation of what they were, with key and value still side by side.
 */
export type Less<T> = (left: T, right: T) => boolean;

/** Runs shorter than this are extended by insertion. */
const MIN_RUN_LIMIT = 64;
/** So many wins in a row of one side, and the merge gallops. */
const MIN_GALLOP = 7;

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

class Sorter<K, V> {
  private readonly keys: K[];
  private readonly values: V[] | null;
  private readonly less: Less<K>;
  private readonly runs: Run[];
  private minGallop: number;

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

  /** Length of the ascending run at `start`; a strictly descending one is reversed. */
  private countRun(start: number): number {
    const { keys, less } = this;
    const total = keys.length;
    let end = start + 1;
    if (end === total) return 1;
    if (less(keys[end], keys[start])) {
      end++;
      while (end < total && less(keys[end], keys[end - 1])) end++;
      this.reverse(start, end);
    } else {
      end++;
      while (end < total && !less(keys[end], keys[end - 1])) end++;
    }
    return end - start;
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
    const { runs, keys } = this;
    const right = runs.pop()!;
    const left = runs.at(-1)!;
    const { start, length } = left;
    left.length = length + right.length;
    // What is in place already at both ends need not be merged.
    const skipped = this.gallopRight(keys[right.start], keys, start, length, 0);
    if (skipped === length) return;
    const kept = this.gallopLeft(keys[start + length - 1], keys, right.start, right.length, right.length - 1);
    if (kept === 0) return;
    if (length - skipped <= kept) this.mergeLow(start + skipped, length - skipped, right.start, kept);
    else this.mergeHigh(start + skipped, length - skipped, right.start, kept);
  }

  /** Where `key` goes in the sorted keys[start, start + length), before equal ones; searched outwards from `hint`. */
  private gallopLeft(key: K, keys: readonly K[], start: number, length: number, hint: number): number {
    const { less } = this;
    let low: number;
    let high: number;
    if (less(keys[start + hint], key)) {
      let step = 1;
      low = hint + 1;
      while (hint + step < length && less(keys[start + hint + step], key)) {
        low = hint + step + 1;
        step = step * 2 + 1;
      }
      high = Math.min(hint + step, length);
    } else {
      let step = 1;
      high = hint;
      while (hint - step >= 0 && !less(keys[start + hint - step], key)) {
        high = hint - step;
        step = step * 2 + 1;
      }
      low = Math.max(hint - step + 1, 0);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (less(keys[start + middle], key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where `key` goes, after equal ones. */
  private gallopRight(key: K, keys: readonly K[], start: number, length: number, hint: number): number {
    const { less } = this;
    let low: number;
    let high: number;
    if (less(key, keys[start + hint])) {
      let step = 1;
      high = hint;
      while (hint - step >= 0 && less(key, keys[start + hint - step])) {
        high = hint - step;
        step = step * 2 + 1;
      }
      low = Math.max(hint - step + 1, 0);
    } else {
      let step = 1;
      low = hint + 1;
      while (hint + step < length && !less(key, keys[start + hint + step])) {
        low = hint + step + 1;
        step = step * 2 + 1;
      }
      high = Math.min(hint + step, length);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (less(key, keys[start + middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Copies `count` keys and values to `target`, ascending. */
  private copyUp(
    target: number,
    fromKeys: readonly K[],
    fromValues: readonly V[] | null,
    from: number,
    count: number,
  ): void {
    const { keys, values } = this;
    for (let offset = 0; offset < count; offset++) {
      keys[target + offset] = fromKeys[from + offset];
      if (values !== null) values[target + offset] = fromValues![from + offset];
    }
  }

  /** Copies `count` keys and values down from `from` to `target` and below, descending. */
  private copyDown(
    target: number,
    fromKeys: readonly K[],
    fromValues: readonly V[] | null,
    from: number,
    count: number,
  ): void {
    const { keys, values } = this;
    for (let offset = 0; offset < count; offset++) {
      keys[target - offset] = fromKeys[from - offset];
      if (values !== null) values[target - offset] = fromValues![from - offset];
    }
  }

  /** Merges neighbouring runs from the left; the left one, the shorter, is copied away. */
  private mergeLow(start1: number, length1: number, start2: number, length2: number): void {
    const { keys, values, less } = this;
    const leftKeys = keys.slice(start1, start1 + length1);
    const leftValues = values === null ? null : values.slice(start1, start1 + length1);
    const end2 = start2 + length2;
    let target = start1;
    let from1 = 0;
    let from2 = start2;
    let wins1 = 0;
    let wins2 = 0;
    try {
      while (from1 < length1 && from2 < end2) {
        if (less(keys[from2], leftKeys[from1])) {
          keys[target] = keys[from2];
          if (values !== null) values[target] = values[from2];
          target++;
          from2++;
          wins2++;
          wins1 = 0;
        } else {
          keys[target] = leftKeys[from1];
          if (values !== null) values[target] = leftValues![from1];
          target++;
          from1++;
          wins1++;
          wins2 = 0;
        }
        if ((wins1 | wins2) < this.minGallop) continue;
        // One side wins consistently: find how far with a search, and copy in one go, as long as that pays.
        let gain1 = 0;
        let gain2 = 0;
        do {
          if (from1 === length1 || from2 === end2) break;
          this.minGallop = Math.max(1, this.minGallop - 1);
          gain1 = this.gallopRight(keys[from2], leftKeys, from1, length1 - from1, 0);
          this.copyUp(target, leftKeys, leftValues, from1, gain1);
          target += gain1;
          from1 += gain1;
          if (from1 === length1) break;
          gain2 = this.gallopLeft(leftKeys[from1], keys, from2, end2 - from2, 0);
          this.copyUp(target, keys, values, from2, gain2);
          target += gain2;
          from2 += gain2;
        } while (gain1 >= MIN_GALLOP || gain2 >= MIN_GALLOP);
        this.minGallop += 2;
        wins1 = 0;
        wins2 = 0;
      }
    } finally {
      // The gap before the rest of the right run is exactly as long as the rest of the left one.
      this.copyUp(target, leftKeys, leftValues, from1, length1 - from1);
    }
  }

  /** Merges neighbouring runs from the right; the right one, the shorter, is copied away. */
  private mergeHigh(start1: number, length1: number, start2: number, length2: number): void {
    const { keys, values, less } = this;
    const rightKeys = keys.slice(start2, start2 + length2);
    const rightValues = values === null ? null : values.slice(start2, start2 + length2);
    let target = start2 + length2 - 1;
    let from1 = start1 + length1 - 1;
    let from2 = length2 - 1;
    let wins1 = 0;
    let wins2 = 0;
    try {
      while (from1 >= start1 && from2 >= 0) {
        if (less(rightKeys[from2], keys[from1])) {
          keys[target] = keys[from1];
          if (values !== null) values[target] = values[from1];
          target--;
          from1--;
          wins1++;
          wins2 = 0;
        } else {
          keys[target] = rightKeys[from2];
          if (values !== null) values[target] = rightValues![from2];
          target--;
          from2--;
          wins2++;
          wins1 = 0;
        }
        if ((wins1 | wins2) < this.minGallop) continue;
        let gain1 = 0;
        let gain2 = 0;
        do {
          if (from1 < start1 || from2 < 0) break;
          this.minGallop = Math.max(1, this.minGallop - 1);
          const rest1 = from1 - start1 + 1;
          gain1 = rest1 - this.gallopRight(rightKeys[from2], keys, start1, rest1, rest1 - 1);
          this.copyDown(target, keys, values, from1, gain1);
          target -= gain1;
          from1 -= gain1;
          if (from1 < start1) break;
          gain2 = from2 + 1 - this.gallopLeft(keys[from1], rightKeys, 0, from2 + 1, from2);
          this.copyDown(target, rightKeys, rightValues, from2, gain2);
          target -= gain2;
          from2 -= gain2;
        } while (gain1 >= MIN_GALLOP || gain2 >= MIN_GALLOP);
        this.minGallop += 2;
        wins1 = 0;
        wins2 = 0;
      }
    } finally {
      this.copyDown(target, rightKeys, rightValues, from2, from2 + 1);
    }
  }
}

function reverseRange(items: unknown[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const item = items[low];
    items[low] = items[high];
    items[high] = item;
  }
}
