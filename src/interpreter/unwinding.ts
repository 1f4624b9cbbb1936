/** What becomes of an exception in flight: the handler that takes it, or the frames that it leaves. */
import * as Op from '../bytecode/opcodes.generated.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import * as sites from './attribute-sites.ts';
import type { Continuation } from './continuation.ts';
import { type Frame, FROM_HOST, FROM_OPERATION } from './frame.ts';
import { findHandler } from './handler-table.ts';
import { HANDED_BACK, handback } from './handback.ts';
import { takeHandover } from './handover.ts';
import { instruments } from './instruments.ts';
import { finishGenerator, resumeAt, switchTo } from './leaving.ts';
import { FINISHED, RAISED, RERAISED, SWITCHED } from './outcomes.ts';
import { isSuspension, SUSPENDED } from './suspension.ts';
import { addTraceback, leavingPlace } from './traceback.ts';

/**
 * The exception in flight was raised at `state.frame.pc`: SWITCHED to where it is handled, or FINISHED if it leaves the frame that host
 * code entered. Without an exception in flight, a builtin hands over to a frame (handover.ts: SWITCHED) or the run is put
 * aside (suspension.ts: FINISHED, with SUSPENDED). `isReraise`: the first frame is in its traceback already.
 */
export function unwind(isReraise: boolean): number {
  let isKnown = isReraise;
  for (let next = handedOver(); next !== null; next = handedOver()) {
    next.runtime.heat--;
    const outcome = switchTo(next);
    if (outcome === SWITCHED || outcome === FINISHED) return outcome;
    // What compiled code has run at once has ended with an exception, or hands over itself.
    isKnown = outcome === RERAISED;
  }
  if (isSuspension()) {
    state.result = SUSPENDED;
    return FINISHED;
  }
  for (;;) {
    const frame = state.frame as Frame;
    if (frame === handback.frame) {
      state.result = HANDED_BACK;
      return FINISHED;
    }
    noteRaised(frame, isKnown);
    isKnown = false;
    const handler = findHandler(frame.runtime.handlers, frame.pc);
    if (handler !== undefined) {
      (frame.registers as Value[])[handler.register] = state.exception!;
      state.exception = null;
      frame.pc = handler.target;
      return SWITCHED;
    }
    const outcome = leaveRaising(frame);
    if (outcome === SWITCHED || outcome === FINISHED) return outcome;
  }
}

/** The frame that a builtin hands over to, if it is no exception that the run is unwound for. */
export function handedOver(): Frame | null {
  return state.exception === null ? takeHandover() : null;
}

/** The frame enters the traceback, and observers hear of it. */
export function noteRaised(frame: Frame, isKnown: boolean): void {
  const { pc, runtime } = frame;
  if (!isKnown) addTraceback(state.exception!, frame, pc);
  const opcode = runtime.code.words[pc];
  if (opcode === Op.LoadAttr) sites.nameMissing(frame, runtime.words[pc + 2], runtime.words[pc + 3]);
  else if (opcode === Op.LoadMethod) sites.nameMissing(frame, runtime.words[pc + 3], runtime.words[pc + 4]);
  if (instruments.isActive) instruments.raised(frame, isKnown);
}

/** No handler of the frame takes it. RAISED: the exception goes on in the calling frame. */
export function leaveRaising(frame: Frame): number {
  const { pc } = frame;
  if (frame.runtime.code.words[pc] === Op.Reraise) frame.pc = leavingPlace(state.exception!, frame, pc);
  state.handled = frame.handledBefore;
  state.depth--;
  if (frame.generator !== null) finishGenerator(frame.generator);
  if (frame.entry === FROM_HOST) {
    state.result = EXIT;
    return FINISHED;
  }
  const back = frame.back!;
  state.frame = back;
  return resumeAt(back, frame.entry === FROM_OPERATION ? (frame.pending as Continuation).fail(back) : RAISED);
}
