/**
 * Searching for parts of at most SHORT code units: the engine does it, in time proportional to the product of the lengths at worst. Ranges are in
 * code units. A search that goes on for long is cut into pieces, so that it can be ended between them.
 */
import { worked } from '../../../util/work.ts';

/** Parts up to this length are left to the engine. */
export const SHORT = 64;

/** Code units that are searched in one go: a few milliseconds at worst. */
const PIECE = 1 << 22;
/** Backwards the engine compares at every place. */
const LAST_PIECE = 1 << 18;
/** Of the number of code units that are searched in a unit of work, the logarithm. */
const SPEED = 6;
const LAST_SPEED = 3;
/** Shorter searches are not counted. */
const FAR = 1 << 12;

/** The first occurrence within start..end, -1 if there is none. */
export function findShort(text: string, part: string, start: number, end: number): number {
  if (end - start > PIECE) return findPiecewise(text, part, start, end);
  const at = findInPiece(text, part, start, end);
  const distance = (at < 0 ? end : at) - start;
  if (distance >= FAR) worked(distance >> SPEED);
  return at;
}

function findInPiece(text: string, part: string, start: number, end: number): number {
  // Where the end is far, indexOf may run past it: cut the text when that would cost more than the copy.
  if (end < text.length && text.length - end > end - start) {
    const at = text.slice(start, end).indexOf(part);
    return at < 0 ? -1 : at + start;
  }
  const at = text.indexOf(part, start);
  return at < 0 || at + part.length > end ? -1 : at;
}

function findPiecewise(text: string, part: string, start: number, end: number): number {
  for (let from = start; from < end; from += PIECE) {
    const at = text.slice(from, Math.min(from + PIECE + part.length - 1, end)).indexOf(part);
    if (at >= 0) return from + at;
    worked(PIECE >> SPEED);
  }
  return -1;
}

/** The last occurrence within start..end, -1 if there is none. */
export function findLastShort(text: string, part: string, start: number, end: number): number {
  if (end - start > LAST_PIECE) return findLastPiecewise(text, part, start, end);
  const at = findLastInPiece(text, part, start, end);
  const distance = end - (at < 0 ? start : at);
  if (distance >= FAR) worked(distance >> LAST_SPEED);
  return at;
}

function findLastInPiece(text: string, part: string, start: number, end: number): number {
  if (start > end - start) {
    const at = text.slice(start, end).lastIndexOf(part);
    return at < 0 ? -1 : at + start;
  }
  const at = text.lastIndexOf(part, end - part.length);
  return at < start ? -1 : at;
}

function findLastPiecewise(text: string, part: string, start: number, end: number): number {
  for (let to = end; to > start; to -= LAST_PIECE) {
    const from = Math.max(to - LAST_PIECE - part.length + 1, start);
    const at = text.slice(from, to).lastIndexOf(part);
    if (at >= 0) return from + at;
    worked(LAST_PIECE >> LAST_SPEED);
  }
  return -1;
}
