/**
 * Searching for a run of bytes in another. The first byte is found by the engine's own indexOf; when candidates turn out false so
 * often that the search would become quadratic, Knuth-Morris-Pratt takes over.
 */
import { copyBytes } from '../../../util/copy-bytes.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** Comparisons that may fail before the search goes over to the linear algorithm, per byte of the haystack. */
const PATIENCE = 4;

/** Work of looking at a place where the first byte is. */
const CANDIDATE_WORK = 2;

/** Among so few places a loop is done before the engine's own search has begun. */
const FEW = 48;

function firstOfFew(haystack: Uint8Array, byte: number, from: number, last: number): number {
  for (let position = from; position <= last; position++) if (haystack[position] === byte) return position;
  return -1;
}

function matchesAt(haystack: Uint8Array, needle: Uint8Array, position: number): number {
  let index = 1;
  while (index < needle.length && haystack[position + index] === needle[index]) index++;
  return index;
}

/** First position in haystack[start:end] at which needle begins, or -1. */
export function findBytes(haystack: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const last = end - needle.length;
  if (start > last) return -1;
  if (needle.length === 0) return start;
  const first = needle[0];
  let budget = PATIENCE * (end - start) + 1000;
  for (let position = start; position <= last; position++) {
    worked(CANDIDATE_WORK);
    position = last - position < FEW ? firstOfFew(haystack, first, position, last) : haystack.indexOf(first, position);
    if (position < 0 || position > last) return -1;
    const matched = matchesAt(haystack, needle, position);
    if (matched === needle.length) return position;
    budget -= matched;
    if (matched >= STRIDE) worked(matched >> 3);
    if (budget < 0) return findLinear(haystack, needle, position, end);
  }
  return -1;
}

/** Lengths of the longest proper border of each prefix. */
function borders(needle: Uint8Array): Int32Array {
  const table = new Int32Array(needle.length);
  let length = 0;
  for (let index = 1; index < needle.length; index++) {
    if ((index & 0x3fff) === 0) worked(0x1000);
    while (length > 0 && needle[index] !== needle[length]) length = table[length - 1];
    if (needle[index] === needle[length]) length++;
    table[index] = length;
  }
  return table;
}

function findLinear(haystack: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const table = borders(needle);
  let matched = 0;
  for (let position = start; position < end; position++) {
    if ((position & 0x3fff) === 0x3fff) worked(0x1000);
    while (matched > 0 && haystack[position] !== needle[matched]) matched = table[matched - 1];
    if (haystack[position] === needle[matched]) matched++;
    if (matched === needle.length) return position - matched + 1;
  }
  return -1;
}

/** Last position in haystack[start:end] at which needle begins, or -1. */
export function findLastBytes(haystack: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const last = end - needle.length;
  if (start > last) return -1;
  if (needle.length === 0) return end;
  const first = needle[0];
  let budget = PATIENCE * (end - start) + 1000;
  for (let position = last; position >= start; position--) {
    worked(CANDIDATE_WORK);
    position = haystack.lastIndexOf(first, position);
    if (position < start) return -1;
    const matched = matchesAt(haystack, needle, position);
    if (matched === needle.length) return position;
    budget -= matched;
    if (matched >= STRIDE) worked(matched >> 3);
    if (budget < 0) return findLastLinear(haystack, needle, start, position + needle.length - 1);
  }
  return -1;
}

/** The mirror image of findLinear: the last match in haystack[start:end]. */
function findLastLinear(haystack: Uint8Array, needle: Uint8Array, start: number, end: number): number {
  const reversed = haystack.slice(start, end).reverse();
  const found = findLinear(reversed, needle.slice().reverse(), 0, reversed.length);
  return found < 0 ? -1 : end - found - needle.length;
}

/** Number of occurrences that do not overlap, at most `limit`. */
export function countBytes(
  haystack: Uint8Array,
  needle: Uint8Array,
  start: number,
  end: number,
  limit: number,
): number {
  if (start > end) return 0;
  if (needle.length === 0) return Math.min(end - start + 1, limit);
  let count = 0;
  let position = start;
  while (count < limit) {
    worked(4);
    position = findBytes(haystack, needle, position, end);
    if (position < 0) break;
    count++;
    position += needle.length;
  }
  return count;
}

/** Negative, zero or positive as the runs compare. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  const index = sameUpTo(left, 0, right, length);
  return index < length ? left[index] - right[index] : left.length - right.length;
}

/** How many bytes of `left` from `at` on are those of `right`, up to `length`. */
function sameUpTo(left: Uint8Array, at: number, right: Uint8Array, length: number): number {
  for (let from = 0; from < length; from += COMPARED) {
    const end = Math.min(from + COMPARED, length);
    for (let index = from; index < end; index++) if (left[at + index] !== right[index]) return index;
    if (end < length) worked(COMPARED_WORK);
  }
  return length;
}

/** Bytes that are compared between two reports, and the work of them. */
const COMPARED = 1 << 17;
const COMPARED_WORK = 1 << 13;

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && compareBytes(left, right) === 0;
}

export function startsWithAt(data: Uint8Array, part: Uint8Array, position: number): boolean {
  if (part.length > COMPARED) return sameUpTo(data, position, part, part.length) === part.length;
  for (let index = 0; index < part.length; index++) if (data[position + index] !== part[index]) return false;
  return true;
}

export function concatTwo(left: Uint8Array, right: Uint8Array): Uint8Array {
  const result = newBytes(left.length + right.length);
  copyBytes(left, result, 0);
  copyBytes(right, result, left.length);
  return result;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const result = newBytes(length);
  let position = 0;
  for (let index = 0; index < parts.length; index++) {
    copyBytes(parts[index], result, position);
    position += parts[index].length;
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  }
  return result;
}
