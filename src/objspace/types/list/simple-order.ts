/**
 * The stable order of many numbers, or of many strings, without comparing them one by one (util/radix-order.ts). Nothing can be seen of it:
 * they have one order, and comparing them runs no Python code.
 */
import { commonPrefix, keysOfNumbers, keysOfTexts } from '../../../util/radix-order.ts';
import { timsort } from '../../../util/timsort.ts';
import { worked } from '../../../util/work.ts';
import type { Value } from '../../object.ts';
import { state } from '../../state.ts';
import { PyFloat } from '../float-object.ts';

/** Fewer numbers, or texts, are compared one by one. */
const LEAST_NUMBERS = 128;
const LEAST_TEXTS = 48;
/** Work of making a key of a text, and of ordering a key. */
const KEY_WORK = 2;
/** So many keys are gone through between two reports of work. */
const PIECE = 1 << 16;
/** Texts that go on being alike are compared one by one after so many rounds. */
const MAX_ROUNDS = 12;

/** The places of the keys in ascending order; `undefined` if they have to be compared: few, almost sorted, or of another kind. */
export function simpleOrder(keys: readonly Value[]): Uint32Array | undefined {
  const first = keys[0];
  if (typeof first === 'string')
    return keys.length >= LEAST_TEXTS && areTexts(keys) ? orderOfTexts(keys, 0) : undefined;
  if (keys.length < LEAST_NUMBERS) return undefined;
  if (typeof first === 'number') return areNumbers(keys) ? orderOfNumbers(keys) : undefined;
  return first instanceof PyFloat ? orderOfFloats(keys) : undefined;
}

function areTexts(keys: readonly Value[]): keys is readonly string[] {
  for (let at = 0; at < keys.length; at++) {
    if (typeof keys[at] !== 'string') return false;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return true;
}

function areNumbers(keys: readonly Value[]): keys is readonly number[] {
  for (let at = 0; at < keys.length; at++) {
    if (typeof keys[at] !== 'number') return false;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return true;
}

function orderOfFloats(keys: readonly Value[]): Uint32Array | undefined {
  const numbers = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (!(key instanceof PyFloat)) return undefined;
    numbers[at] = key.value;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
  }
  return orderOfNumbers(numbers);
}

function orderOfNumbers(numbers: ArrayLike<number>): Uint32Array | undefined {
  const keys = keysOfNumbers(numbers);
  return keys === undefined || keys.isAlmostSorted ? undefined : keys.order();
}

// ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

function orderOfTexts(texts: readonly string[], round: number): Uint32Array | undefined {
  const prefix = commonPrefix(texts);
  worked(texts.length);
  const keys = keysOfTexts(texts, prefix);
  worked(texts.length * KEY_WORK);
  if (keys.isAlmostSorted) return undefined;
  const order = keys.order();
  worked(texts.length * KEY_WORK);
  for (let start = 0, at = 1; at <= order.length; at++) {
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE >> 2);
    if (at < order.length && keys.areEqual(order[at], order[start])) continue;
    if (at - start > 1) orderTie(texts, order.subarray(start, at), round);
    start = at;
  }
  return order;
}

/** Orders places of texts whose keys are equal. */
function orderTie(texts: readonly string[], places: Uint32Array, round: number): void {
  worked(places.length);
  const tied: string[] = [];
  let areSame = true;
  for (let at = 0; at < places.length; at++) {
    const text = texts[places[at]];
    tied.push(text);
    if (text !== tied[0]) areSame = false;
    if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE);
  }
  worked(places.length);
  if (areSame) return;
  const order = tied.length >= LEAST_TEXTS && round < MAX_ROUNDS ? orderOfTexts(tied, round + 1) : undefined;
  const old = Array.from(places);
  if (order === undefined) {
    timsort(tied, old, lessText);
    places.set(old);
  } else for (let at = 0; at < old.length; at++) places[at] = old[order[at]];
}

// A comparison may throw: so it is the place where a sort can be interrupted.
function lessText(left: string, right: string): boolean {
  if (--state.fuel < 0) worked(1);
  return left < right;
}

/** Puts items into an order of their places. */
export function permute(items: unknown[], order: Uint32Array, start = 0): void {
  worked(order.length);
  const old = items.slice(start, start + order.length);
  if (order.length > PIECE) permuteMany(items, old, order, start);
  else for (let at = 0; at < order.length; at++) items[start + at] = old[order[at]];
}

/** Items that lie far apart take long to fetch. Where that is interrupted, all items are there again. */
function permuteMany(items: unknown[], old: readonly unknown[], order: Uint32Array, start: number): void {
  try {
    for (let at = 0; at < order.length; at++) {
      items[start + at] = old[order[at]];
      if ((at & (PIECE - 1)) === PIECE - 1) worked(PIECE);
    }
  } catch (thrown) {
    for (let at = 0; at < old.length; at++) items[start + at] = old[at];
    throw thrown;
  }
}
