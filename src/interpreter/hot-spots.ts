/**
 * Where code becomes hot: the interpreter counts `RuntimeCode.heat` down at calls and loop back-edges, and asks here when it is below zero.
 * The compiler (src/jit) fills the hooks; without it no code ever gets hot.
 */
import type { Frame } from './frame.ts';

/** Heat that is never used up. */
export const COLD = 2 ** 30;
/** A call counts as so many turns of a loop. */
export const CALL_HEAT = 4;

export const hotSpots = {
  initialHeat: COLD,
  /** `frame`, which is the running one, is about to go on at the loop header `target`. Answers what follows (outcomes.ts). */
  loop: (frame: Frame, target: number): number => {
    frame.runtime.heat = COLD;
    return target;
  },
  /** `frame`, which is the running one, has been entered and stands at its first instruction: SWITCHED if it runs interpreted. */
  call: (frame: Frame, otherwise: number): number => {
    frame.runtime.heat = COLD;
    return otherwise;
  },
  /** A frame with this code was made for a call that goes on in the loop whatever is answered: it gets warm all the same. */
  warm: (frame: Frame): void => {
    frame.runtime.heat = COLD;
  },
  /** An instruction of `frame` that is recorded before it is executed. Answers its pc. */
  record: (frame: Frame): number => frame.pc,
};
