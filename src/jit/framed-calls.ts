/**
 * Calls from TypeScript of units that make frames where they need them: without a run of the loop, which begins only where such a unit is left.
 *
 * Invariant: while one runs, `state.hostCaller` is the frame that builtin code was called from. A frame that is made on top of that one is called by
 * the host (FROM_HOST): its result is the builtin's, not that of the instruction which the calling frame is at.
 */
import { goOn, goOnAfter } from '../interpreter/dispatch.ts';
import { type Frame, FROM_HOST } from '../interpreter/frame.ts';
import { instruments } from '../interpreter/instruments.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import type { CodeState, Entry } from './code-state.ts';
import { departure, STAYS, takeDeparture } from './departure.ts';

/** Whether the code has a unit that the host can call so. */
export function isFramedReady(runtime: RuntimeCode): boolean {
  const code = runtime.compiled as CodeState | null;
  if (code === null || !code.hasEntryUnit || instruments.isActive) return false;
  return suspendable.run === undefined && state.frame !== null;
}

/** Calls with one argument, two or three, as many as the code has parameters. */
export function enterFramed(entry: Entry, fn: PyFunction, first: Value, second?: Value, third?: Value): Result {
  const outer = state.frame as Frame;
  const { depth, hostCaller } = state;
  state.hostCaller = outer;
  try {
    const answer =
      second === undefined
        ? entry(null, fn, first)
        : third === undefined
          ? entry(null, fn, first, second)
          : entry(null, fn, first, second, third);
    return answer === EXIT && departure.kind !== STAYS ? left(outer, depth) : answer;
  } catch (thrown) {
    return rescued(thrown, outer, depth);
  } finally {
    state.hostCaller = hostCaller;
  }
}

/** All units on the stack are to be left: those above the builtin are finished by a run of the loop. */
function left(outer: Frame, depth: number): Result {
  return goOn(bottomAbove(outer) as Frame, takeDeparture(), outer, depth);
}

/** The host ran out of stack or memory, or a slot threw: the running frame gets that as an exception, if there is one above the builtin. */
function rescued(thrown: unknown, outer: Frame, depth: number): Result {
  const bottom = bottomAbove(outer);
  if (bottom === undefined || bottom.entry !== FROM_HOST) throw thrown;
  return goOnAfter(thrown, bottom, outer, depth);
}

/** The frame that hangs on this one; `undefined` if nothing runs above it. */
function bottomAbove(outer: Frame): Frame | undefined {
  let frame = state.frame as Frame | null;
  while (frame !== null && frame !== outer && frame.back !== outer) frame = frame.back;
  return frame === null || frame === outer ? undefined : frame;
}
