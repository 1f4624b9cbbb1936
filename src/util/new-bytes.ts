/** Zeroed memory of a size that a program chooses. */
import { allocating, worked } from './work.ts';

/** Throws where there is no room. */
export function newBytes(length: number): Uint8Array<ArrayBuffer> {
  allocating(length);
  return new Uint8Array(length);
}

/** Bytes that are filled in one go, and the work of it: the system gives memory when it is written to. */
const PIECE = 1 << 20;
const PIECE_WORK = 1 << 15;

/** Fills `data[from:to]`. */
export function fillBytes(data: Uint8Array, value: number, from = 0, to = data.length): void {
  for (let at = from; at < to; at += PIECE) {
    const end = Math.min(at + PIECE, to);
    data.fill(value, at, end);
    if (end < to) worked(PIECE_WORK);
  }
}
