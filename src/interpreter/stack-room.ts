/**
 * Room on the stack of the host. Runs of the loop that nest end with a RangeError when the stack does, and that becomes a RecursionError;
 * but the engine itself ends the process if it has to compile a regular expression there. So a nested run looks ahead from time to time.
 */

/** Runs between two looks. */
const INTERVAL = 16;
/** Runs that may end before a look is worth nothing: programs go to and fro about the same nesting all the time. */
const SLACK = 16;
/** Calls of `use` that fit into the room that is wanted: what so many runs need, and some 100 KB. */
const LEVELS = 2000;

let nesting = 0;
/** The nesting up to which there is room. */
let known = INTERVAL;

function use(levels: number): number {
  return levels === 0 ? 0 : use(levels - 1) + 1;
}

/** A run is entered: gives the nesting before it, for `leave`. Throws RangeError where there is no room for it. */
export function enter(): number {
  const before = nesting;
  if (before >= known) {
    use(LEVELS);
    known = before + INTERVAL;
  }
  nesting = before + 1;
  return before;
}

/** The run is left, and with it what it had called, however that ended. */
export function leave(before: number): void {
  nesting = before;
  if (before + INTERVAL + SLACK < known) known = before + INTERVAL;
}
