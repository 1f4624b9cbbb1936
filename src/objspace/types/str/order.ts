/** Equality, order and hash of texts: by code points, whatever their form. */
import { state } from '../../state.ts';
import { pointAt, splitsOf, type Text, unitsOf } from './text.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../../../util/work.ts';

export function equalTexts(a: Text, b: Text): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  return (
    a.text === b.text && a.splits.length === b.splits.length && a.splits.every((split, at) => split === b.splits[at])
  );
}

/** Negative, zero or positive, in the order of code points; UTF-16's own order puts astral characters below U+E000. */
export function compareTexts(a: Text, b: Text): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const left = unitsOf(a);
  const right = unitsOf(b);
  const end = Math.min(left.length, right.length);
  let offset = 0;
  while (offset < end && left.charCodeAt(offset) === right.charCodeAt(offset)) offset++;
  const splitOrder = compareSplits(a, b, offset);
  if (splitOrder !== 0) return splitOrder;
  // The second halves of two pairs with the same first half differ as the pairs do, if both are pairs: compare whole code points.
  const start = typeof a === 'string' || a.isBoundary(offset) ? offset : offset - 1;
  const from = typeof b === 'string' || b.isBoundary(offset) ? start : Math.min(start, offset - 1);
  if (from >= left.length || from >= right.length) return left.length - right.length;
  return pointAt(a, from) - pointAt(b, from);
}

/** Within the common beginning: where one text has a pair and the other two lone surrogates, the pair is greater. */
function compareSplits(a: Text, b: Text, end: number): number {
  const left = splitsOf(a).filter((split) => split < end);
  const right = splitsOf(b).filter((split) => split < end);
  if (left.length === 0 && right.length === 0) return 0;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  if (at >= left.length && at >= right.length) return 0;
  return (left[at] ?? Number.POSITIVE_INFINITY) < (right[at] ?? Number.POSITIVE_INFINITY) ? -1 : 1;
}

/**
 * The hash of a str: 53 bits, so that it stays a small int, in two lanes of 32-bit multiplications, seeded per interpreter. Never -1;
 * the empty str has 0.
 */
export function hashText(text: Text): number {
  const units = unitsOf(text);
  if (units === '') return 0;
  const seed = state.interpreter.hashSeed;
  let high = seed ^ 0x5bd1e995;
  let low = seed ^ 0x41c6ce57;
  for (let offset = 0; offset < units.length; offset++) {
    const unit = units.charCodeAt(offset);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    low ^= high >>> 15;
    if ((offset & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
  }
  high = mix(high ^ units.length);
  low = mix(low ^ high);
  return (mix(high ^ low) >>> 11) * 0x100000000 + (low >>> 0);
}

function mix(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
