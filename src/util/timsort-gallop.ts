/** Searches in sorted runs that begin where the answer is likely, and go outwards in steps that double. */
import type { Less } from './timsort.ts';

/** Where `key` goes in the sorted keys[start, start + length), before equal ones; searched outwards from `hint`. */
export function gallopLeft<K>(
  less: Less<K>,
  key: K,
  keys: readonly K[],
  start: number,
  length: number,
  hint: number,
): number {
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
    const middle = low + ((high - low) >> 1);
    if (less(keys[start + middle], key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where `key` goes, after equal ones. */
export function gallopRight<K>(
  less: Less<K>,
  key: K,
  keys: readonly K[],
  start: number,
  length: number,
  hint: number,
): number {
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
    const middle = low + ((high - low) >> 1);
    if (less(key, keys[start + middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
