/** Huge BigInts from bytes, in pieces that the engine converts in a few milliseconds. */
import { worked } from '../work.ts';
import { paste } from './pieces.ts';

/** Bytes of a piece, and the work of converting it. */
const PIECE = 3 << 15;
const PIECE_WORK = 100_000;

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The int that the bytes stand for, without a sign. */
export function readBytes(data: Uint8Array, isLittleEndian: boolean): bigint {
  const size = data.length;
  if (size <= PIECE) return readPiece(data, 0, size, isLittleEndian);
  const pieces: bigint[] = [];
  for (let low = 0; low < size; low += PIECE) {
    pieces.push(readPiece(data, low, Math.min(low + PIECE, size), isLittleEndian));
    worked(PIECE_WORK);
  }
  return paste(pieces, PIECE * 8);
}

/** Of the bytes [low, high), counted from the least significant one. */
function readPiece(data: Uint8Array, low: number, high: number, isLittleEndian: boolean): bigint {
  const last = data.length - 1;
  let digits = '0x';
  for (let index = high - 1; index >= low; index--) digits += PAIRS[data[isLittleEndian ? index : last - index]];
  return BigInt(digits);
}
