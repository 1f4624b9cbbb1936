/** Sizes that Typhon refuses with MemoryError before the engine would give up: an engine's out-of-memory cannot be caught. */

/** Most items of a list or tuple that is made at once: V8's arrays end at 2^27 elements. */
export const MAX_ITEMS = 2 ** 27 - 64;

/** Most items of an array that grows item by item: V8 makes it larger by a half, and ends the process where that is beyond 2^27. */
export const MAX_GROWN_ITEMS = 89_000_000;
