/**
 * Searching for long texts in linear time. The engine's own search is fast, but takes time proportional to the product of the lengths where
 * text and part are alike, as in 'a...ab' in 'a...a'. For parts of at most SHORT code units (short-search.ts) that factor is bounded.
 *
 * Longer ones are looked for by their beginning, and compared where that is found. When such comparisons fail too often, the search goes on
 * with Knuth, Morris and Pratt's algorithm, which looks at each code unit about twice.
 */
import { worked } from '../../../util/work.ts';
import { findLastShort, findShort, SHORT } from './short-search.ts';

/** Work that comparisons may waste, as a multiple of the length of the text. */
const PATIENCE = 8;
/** Of the number of code units that are compared in a unit of work, the logarithm. */
const COMPARED = 4;

/** For each beginning of the part: the length of the longest shorter beginning that ends it. */
function borders(unitAt: (index: number) => number, length: number): Int32Array {
  const table = new Int32Array(length);
  let border = 0;
  for (let index = 1; index < length; index++) {
    if ((index & 0x3fff) === 0) worked(0x4000);
    const unit = unitAt(index);
    while (border > 0 && unit !== unitAt(border)) border = table[border - 1];
    if (unit === unitAt(border)) border++;
    table[index] = border;
  }
  return table;
}

/** The first occurrence within start..end by Knuth, Morris and Pratt; -1 if there is none. */
function findLinear(text: string, part: string, start: number, end: number): number {
  const table = borders((index) => part.charCodeAt(index), part.length);
  let matched = 0;
  for (let at = start; at < end; at++) {
    if ((at & 0x3fff) === 0x3fff) worked(0x4000);
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== part.charCodeAt(matched)) matched = table[matched - 1];
    if (unit === part.charCodeAt(matched) && ++matched === part.length) return at + 1 - matched;
  }
  return -1;
}

/** The same backwards. */
function findLastLinear(text: string, part: string, start: number, end: number): number {
  const last = part.length - 1;
  const table = borders((index) => part.charCodeAt(last - index), part.length);
  let matched = 0;
  for (let at = end - 1; at >= start; at--) {
    if ((at & 0x3fff) === 0x3fff) worked(0x4000);
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== part.charCodeAt(last - matched)) matched = table[matched - 1];
    if (unit === part.charCodeAt(last - matched) && ++matched === part.length) return at;
  }
  return -1;
}

/** The first occurrence of a part longer than SHORT within start..end; -1 if there is none. */
export function findLong(text: string, part: string, start: number, end: number): number {
  const beginning = part.slice(0, SHORT);
  const last = end - part.length;
  let left = (end - start) * PATIENCE;
  for (
    let at = findShort(text, beginning, start, end);
    at >= 0 && at <= last;
    at = findShort(text, beginning, at + 1, end)
  ) {
    if (text.startsWith(part, at)) return at;
    worked(part.length >> COMPARED);
    left -= part.length;
    if (left < 0) return findLinear(text, part, at + 1, end);
  }
  return -1;
}

/** The last occurrence of a part longer than SHORT within start..end; -1 if there is none. */
export function findLastLong(text: string, part: string, start: number, end: number): number {
  const beginning = part.slice(0, SHORT);
  let left = (end - start) * PATIENCE;
  const last = end - part.length + SHORT;
  for (
    let at = findLastShort(text, beginning, start, last);
    at >= start;
    at = findLastShort(text, beginning, start, at - 1 + SHORT)
  ) {
    if (text.startsWith(part, at)) return at;
    if (at === start) return -1;
    worked(part.length >> COMPARED);
    left -= part.length;
    if (left < 0) return findLastLinear(text, part, start, at - 1 + part.length);
  }
  return -1;
}
