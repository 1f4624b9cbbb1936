/** Sorting numbers that have one order (no NaN, no negative zero) by the engine's sort of doubles, in pieces that take a few milliseconds. */
import { worked } from './work.ts';

/** The engine sorts so many in about 5 ms. */
const PIECE = 1 << 16;
/** Work of sorting or merging one number, in units of work.ts. */
const SORT_WORK = 8;

/** Sorts in place; the array is as it was if the work is interrupted. */
export function sortDoubles(numbers: number[]): void {
  const sorted = sortedDoubles(Float64Array.from(numbers));
  for (let index = 0; index < sorted.length; index++) numbers[index] = sorted[index];
}

function sortedDoubles(numbers: Float64Array): Float64Array {
  for (let start = 0; start < numbers.length; start += PIECE) {
    numbers.subarray(start, start + PIECE).sort();
    worked(Math.min(PIECE, numbers.length - start) * SORT_WORK);
  }
  let from = numbers;
  let to = numbers.length > PIECE ? new Float64Array(numbers.length) : numbers;
  for (let width = PIECE; width < numbers.length; width *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * width) merge(from, to, start, width);
    [from, to] = [to, from];
  }
  return from;
}

/** Merges [start, start + width) and the `width` numbers behind it. */
function merge(from: Float64Array, to: Float64Array, start: number, width: number): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let left = start;
  let right = middle;
  for (let index = start; index < end; index++) {
    to[index] = right >= end || (left < middle && from[left] <= from[right]) ? from[left++] : from[right++];
    if (index % PIECE === PIECE - 1) worked(PIECE);
  }
}
