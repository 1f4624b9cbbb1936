/**
 * How long computations stay interruptible and allocations stay survivable. Algorithms that call no Python report here what they have
 * done, every few thousand steps, and what they are about to allocate; whoever runs them (interpreter/safepoint.ts) sets the hooks,
 * which throw where the computation must end. What has been changed by then must be in order: an algorithm that works in place reports
 * only where its data are whole.
 */

export const workHooks = {
  done: (_units: number): void => {},
  allocating: (_bytes: number): void => {},
};

/** Steps between two reports of a loop whose step takes a few nanoseconds: a power of two. */
export const STRIDE = 4096;

/** Characters between two reports of a loop over the characters of a text, and the work of them. */
export const CHARACTERS = 1 << 14;
export const CHARACTERS_WORK = 1 << 12;

/** Texts from this length on go through operations that report their work. */
export const LONG_TEXT = 1 << 16;

/**
 * Reports work; a unit is about 10 ns, and one report covers at most a few milliseconds. Loops report at the end of a stretch, never before
 * it: a report as large as the fuel calls for a safepoint, which the work on a short text must not cost.
 */
export function worked(units: number): void {
  workHooks.done(units);
}

/** Allocations below this many bytes are not announced: the heap is looked at often enough to see them. */
const BULK = 1 << 16;

/** Announces an allocation whose size a program chooses; throws where there is no room. */
export function allocating(bytes: number): void {
  if (bytes >= BULK) workHooks.allocating(bytes);
}

/** Work of showing an item. */
export const REPR_WORK = 8;
