/** Exceptions that a unit handles itself, on its frame: as unwinding.ts and fast/handling.ts do it for the interpreter. */
import * as Op from '../bytecode/opcodes.generated.ts';
import { instruments } from '../interpreter/instruments.ts';
import type { Frame } from '../interpreter/frame.ts';
import { findHandler } from '../interpreter/handler-table.ts';
import { enterHandler as enterHandlerInGenerator } from '../interpreter/leaving.ts';
import * as raising from '../interpreter/raising.ts';
import { leavingPlace } from '../interpreter/traceback.ts';
import { noteRaised } from '../interpreter/unwinding.ts';
import type { Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { finishAwaited } from './awaited.ts';
import { AWAY, departure, IN_FLIGHT, IN_FLIGHT_AGAIN, STAYS } from './departure.ts';

/** Whether the exception in flight, raised at the frame's pc, goes to its handler: the unit goes on there. */
export function handles(frame: Frame, outcome: number): boolean {
  const { exception } = state;
  if (outcome === AWAY || departure.kind !== STAYS || exception === null || instruments.isActive) return false;
  const handler = findHandler(frame.runtime.handlers, frame.pc);
  if (handler === undefined) return false;
  noteRaised(frame, outcome === IN_FLIGHT_AGAIN);
  frame.registers[handler.register] = exception as Value;
  state.exception = null;
  state.frame = frame;
  return true;
}

/** The same for an exception of a call that is inlined: the frames from `inner` on are left for that of the handler. */
export function handlesFor(frame: Frame, inner: Frame, outcome: number): boolean {
  const { exception } = state;
  if (outcome === AWAY || departure.kind !== STAYS || exception === null || instruments.isActive) return false;
  let isKnown = outcome === IN_FLIGHT_AGAIN;
  for (let left = inner; left !== frame; ) {
    const back = left.back!;
    noteRaised(left, isKnown);
    isKnown = false;
    if (left.runtime.code.words[left.pc] === Op.Reraise) left.pc = leavingPlace(exception, left, left.pc);
    state.handled = left.handledBefore;
    if (left.generator !== null) finishAwaited(left);
    left = back;
  }
  return handles(frame, IN_FLIGHT);
}

/** Gives what is saved for `leaveHandler`: null stands for "what the caller handles". */
export function enterHandler(frame: Frame, exception: Value): Value {
  const { generator } = frame;
  const isInner = generator === null ? state.handled !== frame.handledBefore : enterHandlerInGenerator(generator);
  const saved = isInner ? (state.handled as Value) : null;
  state.handled = exception as never;
  return saved;
}

export function leaveHandler(frame: Frame, saved: Value): void {
  if (saved === null && frame.generator !== null) frame.generator.isHandling = false;
  state.handled = saved === null ? frame.handledBefore : (saved as never);
}

export function raiseAgain(exception: Value): number {
  state.exception = exception as never;
  return IN_FLIGHT_AGAIN;
}

/** `raise` alone. */
export function raiseCurrent(): number {
  return raising.raiseCurrent() ? IN_FLIGHT_AGAIN : IN_FLIGHT;
}
