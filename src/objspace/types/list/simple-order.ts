/**
 * The stable order of many numbers, or of many strings, without comparing them one by one (util/radix-order.ts). Nothing can be seen of it:
 * they have one order, and comparing them runs no Python code.
 */
import { MOST_FEW, areKeysEqual, orderKeys, setKey } from '../../../util/few-order.ts';
import { commonPrefix, keysOfNumbers, keysOfTexts } from '../../../util/radix-order.ts';
import { timsort } from '../../../util/timsort.ts';
import { worked } from '../../../util/work.ts';
import type { Value } from '../../object.ts';
import { state } from '../../state.ts';
import { PyFloat } from '../float-object.ts';

/** Fewer numbers, or texts, are merged. */
const LEAST_NUMBERS = 128;
const LEAST_TEXTS = MOST_FEW;
/** Work of making a key of a text, and of ordering a key. */
const KEY_WORK = 2;
/** So many keys are gone through between two reports of work. */
const PIECE = 1 << 16;
/** Texts that go on being alike are compared one by one after so many rounds. */
const MAX_ROUNDS = 12;

/** Places of keys. */
export type Order = Uint32Array | readonly number[];

/** The places of the keys in ascending order; `undefined` if they have to be compared: few, almost sorted, or of another kind. */
export function simpleOrder(keys: readonly Value[]): Order | undefined {
  const first = keys[0];
  if (typeof first === 'string') {
    if (!areTexts(keys)) return undefined;
    return keys.length >= LEAST_TEXTS ? orderOfTexts(keys, 0) : orderOfFewTexts(keys);
  }
  if (keys.length < LEAST_NUMBERS) return orderOfFewNumbers(keys);
  if (typeof first === 'number') return areNumbers(keys) ? orderOfNumbers(keys) : undefined;
  return first instanceof PyFloat ? orderOfFloats(keys) : undefined;
}

// ── Few keys ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** All ints that are numbers, or all floats that are objects or raw doubles. */
function orderOfFewNumbers(keys: readonly Value[]): Order | undefined {
  const areInts = typeof keys[0] === 'number';
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (areInts ? typeof key !== 'number' : !(key instanceof PyFloat)) return undefined;
    const double = areInts ? (key as number) : (key as PyFloat).value;
    if (Number.isNaN(double)) return undefined;
    setKey(at, double);
  }
  worked(keys.length);
  return orderKeys(keys.length);
}

/** By their first units; those that are alike in these are compared. */
function orderOfFewTexts(texts: readonly string[]): Order {
  worked(texts.length * KEY_WORK);
  const prefix = commonPrefix(texts);
  for (let at = 0; at < texts.length; at++) setKey(at, keyOfText(texts[at], prefix));
  const order = orderKeys(texts.length);
  for (let start = 0, at = 1; at <= order.length; at++) {
    if (at < order.length && areKeysEqual(order[at], order[start])) continue;
    if (at - start > 1) orderFewTied(texts, order, start, at);
    start = at;
  }
  return order;
}

/** A double in the order of three units; ends count as zeros. */
function keyOfText(text: string, offset: number): number {
  const { length } = text;
  if (length - offset > 2)
    return (text.charCodeAt(offset) * 65536 + text.charCodeAt(offset + 1)) * 65536 + text.charCodeAt(offset + 2);
  if (length === offset) return 0;
  return (text.charCodeAt(offset) * 65536 + (length - offset > 1 ? text.charCodeAt(offset + 1) : 0)) * 65536;
}

function orderFewTied(texts: readonly string[], order: number[], start: number, end: number): void {
  let at = start + 1;
  while (at < end && texts[order[at]] === texts[order[start]]) at++;
  if (at === end) return;
  const places = order.slice(start, end);
  const tied = places.map((place) => texts[place]);
  timsort(tied, places, lessText);
  for (at = 0; at < places.length; at++) order[start + at] = places[at];
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

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
export function permute(items: unknown[], order: Order, start = 0): void {
  worked(order.length);
  const old = items.slice(start, start + order.length);
  if (order.length > PIECE) permuteMany(items, old, order, start);
  else for (let at = 0; at < order.length; at++) items[start + at] = old[order[at]];
}

/** Items that lie far apart take long to fetch. Where that is interrupted, all items are there again. */
function permuteMany(items: unknown[], old: readonly unknown[], order: Order, start: number): void {
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
