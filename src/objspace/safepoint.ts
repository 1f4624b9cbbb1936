/**
 * Safepoints of builtins: loops over iterables and other work that may run Python code anyway count down the fuel as the loop of the
 * interpreter does. (Loops that must not be entered again use util/work.ts.)
 */
import type { Exit } from './object.ts';
import { state } from './state.ts';

/** Set by the interpreter: looks at everything that may interrupt a program. */
export const safepoints = { pass: (): true | Exit => true };

/** Counts work; EXIT if the program is interrupted. */
export function poll(units = 1): true | Exit {
  state.fuel -= units;
  return state.fuel < 0 ? safepoints.pass() : true;
}
