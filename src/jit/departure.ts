/**
 * Units on the stack that are all left: how the loop goes on with their frames.
 *
 * A unit without published frames is called without the caller's frame (bare.ts). Where it is left, its own frames are made, and the chain of
 * them waits here for the frame that it is to hang on, which each calling unit makes in turn.
 */
import { instructionLength } from '../bytecode/operands.ts';
import type { Frame } from '../interpreter/frame.ts';
import { instruments } from '../interpreter/instruments.ts';
import { RAISED, RERAISED, SWITCHED } from '../interpreter/outcomes.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';

export const STAYS = 0;
/** The loop goes on with `state.frame`. */
export const LEFT = 1;
/** The loop unwinds: `state.frame` has an exception in flight, or what stands for one. */
export const THROWN = 2;
/** As THROWN, and the frame is in the exception's traceback already. */
export const RETHROWN = 3;

interface Departure {
  /** Why EXIT was answered. */
  kind: number;
  /** Frames that hang on none yet: the innermost one, which becomes `state.frame`, and the outermost one. */
  top: Frame | null;
  bottom: Frame | null;
  /** Of a frame that the interpreter goes on with behind a call (`cameBack`): the register of the result. */
  register: number;
}

export const departure: Departure = { kind: STAYS, top: null, bottom: null, register: -1 };

export function depart(kind: number): Exit {
  departure.kind = kind;
  return EXIT;
}

/** The same with frames whose calling frame is not made yet. */
export function departLoose(bottom: Frame, top: Frame, kind: number): Exit {
  departure.bottom = bottom;
  departure.top = top;
  departure.kind = kind;
  return EXIT;
}

/** What the loop does next with `state.frame`, by the kind of departure, which is over. */
export function takeDeparture(): number {
  const { kind } = departure;
  departure.kind = STAYS;
  return outcomeOf(kind);
}

export function outcomeOf(kind: number): number {
  if (kind === LEFT) return SWITCHED;
  return kind === RETHROWN ? RERAISED : RAISED;
}

/** The kind of a departure after which the loop does so. */
export function kindOf(outcome: number): number {
  if (outcome === RERAISED) return RETHROWN;
  return outcome === RAISED ? THROWN : LEFT;
}

/** Where a frame goes on behind the call that it is at. */
export function returnPcOf(back: Frame): number {
  return back.pc + instructionLength(back.runtime.code.words, back.pc);
}

/** Hangs the frames that wait on the frame that called them, if there are any. Gives the innermost frame. */
export function hangOn(back: Frame): Frame {
  const { bottom, top } = departure;
  if (bottom === null) return back;
  bottom.back = back;
  bottom.returnPc = returnPcOf(back);
  departure.bottom = null;
  departure.top = null;
  return top!;
}

/** Raised in the frame; left altogether; raised again in the frame. */
export const IN_FLIGHT = -1;
export const AWAY = -2;
export const IN_FLIGHT_AGAIN = -4;

/** Somebody observes from now on: nothing compiled goes on. */
export function observed(frame: Frame, pc: number): number {
  frame.pc = pc;
  departure.kind = LEFT;
  return AWAY;
}

/**
 * A run of the loop has ended, and control is back in the frame of compiled code, where the result is in `register`: the result, or EXIT where
 * the interpreter goes on.
 */
export function cameBack(frame: Frame, register: number): Result {
  if (state.exception !== null) return EXIT;
  if (!instruments.isActive) return frame.registers[register] as Value;
  departure.register = register;
  observed(frame, frame.pc);
  return EXIT;
}

/** How many frames are above this one. */
export function depthAbove(frame: Frame): number {
  let depth = 0;
  for (let above = state.frame as Frame; above !== frame; above = above.back!) depth++;
  return depth;
}
