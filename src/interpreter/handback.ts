/**
 * Where a run of the loop ends that compiled code has begun: when control comes back to the compiled code's own frame, by a result or by
 * an exception. Compiled code calls what it does not know through such runs (jit/leaving.ts).
 */
import { ExitSignal, type Exit } from '../objspace/object.ts';
import type { Frame } from './frame.ts';

/** The loop's answer: `handback.frame` is the running frame again, with an exception in flight if there is one. */
export const HANDED_BACK: Exit = new ExitSignal();

export const handback: { frame: Frame | null } = { frame: null };
