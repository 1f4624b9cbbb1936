/**
 * Iterators that a builtin takes to their end. Where one is a map, or a generator whose code is compiled, it can go on from item to item without coming back for each
 * of them, as long as nobody can tell that it ran ahead of the builtin.
 */
import type { Result, Value } from './object.ts';

/** The items are only kept: whatever they are, the next ones may be made first. */
export const ALL_ITEMS = 1;
/** They are added or compared: as long as they are small ints and floats, that runs no Python code and does not fail. */
export const NUMBERS = 2;
/** They are dropped up to the first one that is true, or false; asking for the truth must run no Python code. */
export const UNTIL_TRUE = 3;
export const UNTIL_FALSE = 4;

export type Draining = 1 | 2 | 3 | 4;

/** Where `items` has a multiple of so many, a power of two, the builtin has a look at its limits. */
export const MOST_AHEAD = 1024;

/** So many numbers at most are put aside by what can come back for more at once: an array grows to that without being copied. */
export const FEW_AHEAD = 16;

export const draining = {
  /** As `nextOf`; what the iterator gave before that is put into `items`. Set by types/next-of.ts, and for generators and maps by interpreter/generator-types.ts. */
  next: undefined as unknown as (iterator: Value, way: Draining, items: Value[]) => Result | undefined,
};
