/** Searching texts: all offsets are in code units, and boundaries of code points. */
import { isHighSurrogate, isLowSurrogate } from '../../../util/code-points.ts';
import { isGrowing, partOf, unitAt } from '../../../util/growing-text.ts';
import { findLastLong, findLong } from './long-search.ts';
import { equalTexts } from './order.ts';
import { findLastShort, findShort, SHORT } from './short-search.ts';
import { type PyStr, sliceUnits, type Text, unitsOf } from './text.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** Of the number of code units that are compared in a unit of work, the logarithm. */
const COMPARED = 4;

/** The offset of the first occurrence within start..end, or -1. */
export function findText(text: Text, part: Text, start: number, end: number): number {
  if (typeof text === 'string') {
    if (typeof part !== 'string') return -1;
    return findUnits(text, part, start, end);
  }
  const units = unitsOf(part);
  for (let at = findUnits(text.text, units, start, end); at >= 0; at = findUnits(text.text, units, at + 1, end)) {
    if (isWhole(text, part, at)) return at;
  }
  return -1;
}

function findUnits(text: string, part: string, start: number, end: number): number {
  if (end - start < part.length) return -1;
  if (isGrowing(text)) return findInGrowing(text, part, start, end);
  return part.length > SHORT ? findLong(text, part, start, end) : findShort(text, part, start, end);
}

/** Code units of a text that grows which are searched first, and how many times as many each time after. */
const WINDOW = 1 << 12;
const WIDER = 8;

/** In windows, which are part of few pieces: what is near the beginning is found without a look at the rest. */
function findInGrowing(text: string, part: string, start: number, end: number): number {
  let size = WINDOW;
  for (let from = start; end - from >= part.length; from += size, size *= WIDER) {
    const window = partOf(text, from, Math.min(from + size + part.length - 1, end));
    const at = findUnits(window, part, 0, window.length);
    if (at >= 0) return from + at;
  }
  return -1;
}

function findLastInGrowing(text: string, part: string, start: number, end: number): number {
  let size = WINDOW;
  for (let to = end; to - start >= part.length; to -= size, size *= WIDER) {
    const from = Math.max(to - size - part.length + 1, start);
    const window = partOf(text, from, to);
    const at = findLastUnits(window, part, 0, window.length);
    if (at >= 0) return from + at;
  }
  return -1;
}

/** The offset of the last occurrence within start..end, or -1. */
export function findLastText(text: Text, part: Text, start: number, end: number): number {
  if (typeof text === 'string') {
    if (typeof part !== 'string') return -1;
    return findLastUnits(text, part, start, end);
  }
  const units = unitsOf(part);
  for (let at = findLastUnits(text.text, units, start, end); at >= 0; ) {
    if (isWhole(text, part, at)) return at;
    if (at === 0) return -1;
    at = findLastUnits(text.text, units, start, at - 1 + units.length);
  }
  return -1;
}

function findLastUnits(text: string, part: string, start: number, end: number): number {
  if (end - start < part.length) return -1;
  if (isGrowing(text)) return findLastInGrowing(text, part, start, end);
  return part.length > SHORT ? findLastLong(text, part, start, end) : findLastShort(text, part, start, end);
}

/** Whether the code units that were found at an offset are the code points of `part`. */
function isWhole(text: PyStr, part: Text, at: number): boolean {
  if (typeof part === 'string') return part !== '' || text.isBoundary(at);
  const end = at + part.text.length;
  if (isLowSurrogate(part.text.charCodeAt(0)) && !text.isBoundary(at)) return false;
  if (isHighSurrogate(unitAt(text.text, end - 1)) && !text.isBoundary(end)) return false;
  if (part.splits.length === 0 && text.splits.length === 0) return true;
  return equalTexts(sliceUnits(text, at, end), part);
}

/** Whether `part` stands at an offset; start and end bound the search. */
export function isAt(text: Text, part: Text, at: number, end: number): boolean {
  const units = unitsOf(part);
  if (units.length >= STRIDE) worked(units.length >> COMPARED);
  if (at < 0 || at + units.length > end || !standsAt(unitsOf(text), units, at)) return false;
  return typeof text === 'string' ? typeof part === 'string' : isWhole(text, part, at);
}

function standsAt(text: string, part: string, at: number): boolean {
  return isGrowing(text) ? partOf(text, at, at + part.length) === part : text.startsWith(part, at);
}

/** Number of occurrences that do not overlap; of '' one more than there are code points. */
export function countText(text: Text, part: Text, start: number, end: number): number {
  const size = unitsOf(part).length;
  if (size === 0) return start > end ? 0 : sliceUnits(text, start, end).length + 1;
  let count = 0;
  for (let at = findText(text, part, start, end); at >= 0; at = findText(text, part, at + size, end)) {
    worked(4);
    count++;
  }
  return count;
}
