/**
 * Generators that a loop, or `send`, resumes in place: the code that follows their Yield is compiled into the unit, and works on the frame that the
 * generator has anyway. So whoever else has the generator finds it suspended where it is, and nothing has to be proved about it.
 */
import { type Frame, FROM_FOR, FROM_SEND } from '../interpreter/frame.ts';
import { endGenerator, type PyGenerator, YIELD_LENGTH } from '../interpreter/generator.ts';
import { instruments } from '../interpreter/instruments.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { state } from '../objspace/state.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { PyFunction } from '../objspace/types/function.ts';

/** Where a loop has resumed generators of a code. */
export interface Place {
  readonly runtime: RuntimeCode;
  /** One of the functions of this code. */
  readonly fn: PyFunction;
  readonly pc: number;
  count: number;
}

/** More places than these are not told apart. */
const MAX_PLACES = 6;

export function notePlace(places: Place[], generator: PyGenerator): void {
  const { frame } = generator;
  const { runtime, source } = frame;
  if (generator.isRunning || generator.isFinished || !(source instanceof PyFunction)) return;
  const pc = resumptionPc(generator);
  const known = places.find((place) => place.runtime === runtime && place.pc === pc);
  if (known !== undefined) known.count++;
  else if (places.length < MAX_PLACES) places.push({ runtime, fn: source, pc, count: 1 });
}

/** Where a suspended frame goes on. */
export function resumptionPc({ frame, sentRegister }: PyGenerator): number {
  return sentRegister < 0 ? frame.pc : frame.pc + YIELD_LENGTH;
}

/** Where a suspended generator of the code goes on; -1 for any other, or one that handles an exception. */
export function placeIn(generator: PyGenerator, runtime: RuntimeCode, globals: PyDict): number {
  const { frame } = generator;
  const isOther = frame.runtime !== runtime || frame.source.globals !== globals;
  if (isOther || generator.isRunning || generator.isFinished || generator.isHandling) return -1;
  if (generator.handledInside !== null || instruments.isActive || state.depth >= state.depthLimit) return -1;
  return resumptionPc(generator);
}

/** As the `returnPc` of what a ForIter resumes. */
export const OF_LOOP = -1;

/** The generator runs, called by the ForIter or `send` that `back` is at, for whoever may look. */
export function pushResumed(generator: PyGenerator, back: Frame, returnPc: number): Frame {
  const { frame } = generator;
  frame.back = back;
  frame.handledBefore = state.handled;
  frame.entry = returnPc === OF_LOOP ? FROM_FOR : FROM_SEND;
  frame.returnPc = returnPc;
  generator.isRunning = true;
  generator.isStarted = true;
  return frame;
}

/** It has yielded, if somebody could look before. */
export function suspendResumed(frame: Frame | null, pc: number, sentRegister: number): void {
  if (frame === null) return;
  const generator = frame.generator!;
  generator.handledInside = generator.isHandling ? state.handled : null;
  state.handled = frame.handledBefore;
  frame.pc = pc;
  frame.back = null;
  generator.sentRegister = sentRegister;
  generator.isRunning = false;
}

/** It has come to its end. */
export function finishResumed(generator: PyGenerator, pc: number): void {
  const { frame } = generator;
  frame.pc = pc;
  frame.back = null;
  generator.isRunning = false;
  generator.isStarted = true;
  endGenerator(generator);
}
