/** Copying bytes in pieces between which a program can be interrupted: hundreds of megabytes take the engine a tenth of a second. */
import { newBytes } from './new-bytes.ts';
import { STRIDE, worked } from './work.ts';

/** Of the number of bytes that are copied in a unit of work, the logarithm. */
const COPIED = 5;

/** Bytes that are copied at once: a few milliseconds' worth where the memory is new. */
const AT_ONCE = 1 << 23;

/** Up to here a loop is faster than the host's operations on arrays of bytes. */
const FEW = 32;

/** The bytes from `start` to `end` as an array of their own; may throw where they are many (util/work.ts). */
export function slicedBytes(source: Uint8Array, start: number, end: number): Uint8Array {
  const length = end - start;
  if (length >= STRIDE) return slicedLong(source, start, end);
  if (length > FEW) return source.slice(start, end);
  const copy = new Uint8Array(length);
  for (let index = 0; index < length; index++) copy[index] = source[start + index];
  return copy;
}

/** Numbers of 32 bits, as `slicedBytes`. */
export function slicedWords(source: Int32Array): Int32Array {
  if (source.byteLength <= AT_ONCE) return source.slice();
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return new Int32Array(slicedLong(bytes, 0, bytes.length).buffer);
}

function slicedLong(source: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  if (end - start > AT_ONCE) {
    const copy = newBytes(end - start);
    copyLong(source.subarray(start, end), copy, 0);
    return copy;
  }
  worked((end - start) >> COPIED);
  return source.slice(start, end) as Uint8Array<ArrayBuffer>;
}

/** Copies `source`, which does not overlap, to a place in `target`; may throw in between (util/work.ts). */
export function copyBytes(source: Uint8Array, target: Uint8Array, position: number): void {
  const { length } = source;
  if (length <= FEW) for (let index = 0; index < length; index++) target[position + index] = source[index];
  else if (length < STRIDE) target.set(source, position);
  else copyLong(source, target, position);
}

/** The same of the bytes from `start` to `end` of a source. */
export function copyPart(source: Uint8Array, start: number, end: number, target: Uint8Array, position: number): void {
  if (end - start > FEW) copyBytes(source.subarray(start, end), target, position);
  else for (let index = start; index < end; index++) target[position + index - start] = source[index];
}

function copyLong(source: Uint8Array, target: Uint8Array, position: number): void {
  for (let start = 0; start < source.length; start += AT_ONCE) {
    const piece = source.subarray(start, start + AT_ONCE);
    target.set(piece, position + start);
    worked(piece.length >> COPIED);
  }
}
