/** Sizes that Typhon refuses with MemoryError before the engine would give up: an engine's out-of-memory cannot be caught. */

/** Most items of a list or tuple: V8's arrays end at 2^27 elements. */
export const MAX_ITEMS = 2 ** 27 - 64;
