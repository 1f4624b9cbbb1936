/** Copying bytes in pieces between which a program can be interrupted: hundreds of megabytes take the engine a tenth of a second. */
import { STRIDE, worked } from './work.ts';

/** Of the number of bytes that are copied in a unit of work, the logarithm. */
const COPIED = 5;

/** Bytes that are copied at once: a few milliseconds' worth where the memory is new. */
const AT_ONCE = 1 << 23;

/** Copies `source`, which does not overlap, to a place in `target`; may throw in between (util/work.ts). */
export function copyBytes(source: Uint8Array, target: Uint8Array, position: number): void {
  if (source.length < STRIDE) target.set(source, position);
  else copyLong(source, target, position);
}

function copyLong(source: Uint8Array, target: Uint8Array, position: number): void {
  for (let start = 0; start < source.length; start += AT_ONCE) {
    const piece = source.subarray(start, start + AT_ONCE);
    target.set(piece, position + start);
    worked(piece.length >> COPIED);
  }
}
