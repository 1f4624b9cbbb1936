/** Cutting bytes: split, rsplit, splitlines, partition, strip, replace, join, on plain arrays of bytes. */
import { countBytes, findBytes, findLastBytes } from './search.ts';
import { fillBytes, newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { copyBytes, copyPart, slicedBytes } from '../../../util/copy-bytes.ts';

/** ASCII white space: space, \t \n \v \f \r. */
export function isSpaceByte(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** The first place from `position` on with a byte that is white space, or (not `isSpace`) that is none; or the end. */
function endOfRun(data: Uint8Array, position: number, isSpace: boolean): number {
  for (; position < data.length && isSpaceByte(data[position]) !== isSpace; position++)
    if ((position & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
  return position;
}

/** As endOfRun, towards the beginning. */
function startOfRun(data: Uint8Array, position: number, isSpace: boolean): number {
  for (; position > 0 && isSpaceByte(data[position - 1]) !== isSpace; position--)
    if ((position & (STRIDE - 1)) === 0) worked(STRIDE >> 1);
  return position;
}

/** Work of making a part. */
const PART_WORK = 4;

/** At white space; `limit` cuts at most. */
export function splitSpace(data: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const length = data.length;
  let position = 0;
  for (;;) {
    position = endOfRun(data, position, false);
    if (position === length) return parts;
    if (parts.length === limit) break;
    const start = position;
    position = endOfRun(data, position, true);
    worked(PART_WORK);
    parts.push(slicedBytes(data, start, position));
  }
  parts.push(slicedBytes(data, position, length));
  return parts;
}

export function splitSpaceFromRight(data: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let position = data.length;
  for (;;) {
    position = startOfRun(data, position, false);
    if (position === 0) return parts.reverse();
    if (parts.length === limit) break;
    const end = position;
    position = startOfRun(data, position, true);
    worked(PART_WORK);
    parts.push(slicedBytes(data, position, end));
  }
  parts.push(slicedBytes(data, 0, position));
  return parts.reverse();
}

export function splitAt(data: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  while (parts.length < limit) {
    worked(PART_WORK);
    const found = findBytes(data, separator, start, data.length);
    if (found < 0) break;
    parts.push(slicedBytes(data, start, found));
    start = found + separator.length;
  }
  parts.push(slicedBytes(data, start, data.length));
  return parts;
}

export function splitAtFromRight(data: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = data.length;
  while (parts.length < limit) {
    worked(PART_WORK);
    const found = findLastBytes(data, separator, 0, end);
    if (found < 0) break;
    parts.push(slicedBytes(data, found + separator.length, end));
    end = found;
  }
  parts.push(slicedBytes(data, 0, end));
  return parts.reverse();
}

export function splitLines(data: Uint8Array, keepEnds: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  const length = data.length;
  let start = 0;
  while (start < length) {
    worked(PART_WORK);
    const end = endOfLine(data, start);
    let next = end;
    if (next < length) next += data[next] === 13 && data[next + 1] === 10 ? 2 : 1;
    lines.push(slicedBytes(data, start, keepEnds ? next : end));
    start = next;
  }
  return lines;
}

function endOfLine(data: Uint8Array, start: number): number {
  let end = start;
  for (; end < data.length && data[end] !== 10 && data[end] !== 13; end++)
    if ((end & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 2);
  return end;
}

export type Side = 'left' | 'right' | 'both';

/** `characters` are the bytes to remove; null stands for white space. */
export function stripBytes(data: Uint8Array, characters: Uint8Array | null, side: Side): Uint8Array {
  const removed = characters === null ? isSpaceByte : (byte: number): boolean => characters.includes(byte);
  let start = 0;
  let end = data.length;
  if (side !== 'right') {
    for (; start < end && removed(data[start]); start++) if (start % STRIDE === STRIDE - 1) worked(STRIDE);
  }
  if (side !== 'left') {
    for (; end > start && removed(data[end - 1]); end--) if (end % STRIDE === 0) worked(STRIDE);
  }
  return start === 0 && end === data.length ? data : slicedBytes(data, start, end);
}

/** Size of the result of replaceBytes, so that the caller can refuse what is too big. */
export function replacedSize(data: Uint8Array, from: Uint8Array, to: Uint8Array, limit: number): number {
  return data.length + countBytes(data, from, 0, data.length, limit) * (to.length - from.length);
}

export function replaceBytes(data: Uint8Array, from: Uint8Array, to: Uint8Array, limit: number): Uint8Array {
  if (from.length === 0) return interleave(data, to, limit);
  const result = newBytes(replacedSize(data, from, to, limit));
  let target = 0;
  let start = 0;
  for (let count = 0; count < limit; count++) {
    worked(PART_WORK);
    const found = findBytes(data, from, start, data.length);
    if (found < 0) break;
    copyPart(data, start, found, result, target);
    target += found - start;
    copyBytes(to, result, target);
    target += to.length;
    start = found + from.length;
  }
  copyPart(data, start, data.length, result, target);
  return result;
}

/** `to` before each byte and at the end, `limit` times at most. */
function interleave(data: Uint8Array, to: Uint8Array, limit: number): Uint8Array {
  const count = Math.min(limit, data.length + 1);
  const result = newBytes(data.length + count * to.length);
  let target = 0;
  for (let index = 0; index < count; index++) {
    worked(PART_WORK);
    result.set(to, target);
    target += to.length;
    if (index < data.length) result[target++] = data[index];
  }
  if (count < data.length) result.set(data.subarray(count), target);
  return result;
}

export function joinBytes(separator: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  let length = separator.length * Math.max(parts.length - 1, 0);
  for (let index = 0; index < parts.length; index++) {
    length += parts[index].length;
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  }
  const result = newBytes(length);
  let position = 0;
  for (let index = 0; index < parts.length; index++) {
    if (index > 0 && separator.length > 0) {
      copyBytes(separator, result, position);
      position += separator.length;
    }
    copyBytes(parts[index], result, position);
    position += parts[index].length;
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE * COPYING);
  }
  return result;
}

/** Work of putting an item in its place. */
const COPYING = 8;

/** Bytes that are copied at once. */
const MOST_COPIED = 1 << 20;

export function repeatBytes(data: Uint8Array, count: number): Uint8Array {
  const result = newBytes(data.length * count);
  if (data.length === 1) {
    fillBytes(result, data[0]);
    return result;
  }
  if (result.length === 0) return result;
  result.set(data);
  // Doubling: each copy takes all that is there already, or as much as takes no longer than a step should.
  for (let filled = data.length; filled < result.length; ) {
    const from = filled % data.length;
    const size = Math.min(filled - from, MOST_COPIED, result.length - filled);
    result.copyWithin(filled, from, from + size);
    filled += size;
    if (size === MOST_COPIED) worked(MOST_COPIED >> 5);
  }
  return result;
}
