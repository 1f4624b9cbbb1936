/**
 * How compiled code is left: at guards that fail, where an exception is in flight, and through calls of what is not compiled.
 *
 * A unit answers a value, or EXIT. It was entered by the interpreter's loop with a frame of its own, or by another unit with none (`D` in
 * emitted code, `isDirect` here). EXIT from a unit called directly means that an exception is in flight in the caller's frame, unless
 * `departure` says that all units on the stack are to be left: then the frames are in order, and the loop goes on with `state.frame`.
 */
import { instructionLength } from '../bytecode/operands.ts';
import { goOn, runUntil } from '../interpreter/dispatch.ts';
import { switchTo } from '../interpreter/leaving.ts';
import { findHandler } from '../interpreter/handler-table.ts';
import { handedOver, leaveRaising, noteRaised } from '../interpreter/unwinding.ts';
import { Frame, FROM_CALL, FROM_CONSTRUCTOR, FROM_HOST } from '../interpreter/frame.ts';
import { isHandedOver } from '../interpreter/handover.ts';
import { CALL_HEAT, hotSpots } from '../interpreter/hot-spots.ts';
import { executeInFull } from '../interpreter/instructions/complete.ts';
import { instruments } from '../interpreter/instruments.ts';
import { RAISED, RERAISED, SWITCHED } from '../interpreter/outcomes.ts';
import { runtimeOf } from '../interpreter/runtime-code.ts';
import { safepoint } from '../interpreter/safepoint.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { raise, swallow } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { type CodeState, type Entry, interpretation } from './code-state.ts';
import {
  AWAY,
  cameBack,
  depart,
  departLoose,
  departure,
  depthAbove,
  hangOn,
  IN_FLIGHT,
  IN_FLIGHT_AGAIN,
  kindOf,
  LEFT,
  observed,
  outcomeOf,
  returnPcOf,
  STAYS,
  THROWN,
  RETHROWN,
} from './departure.ts';
import { open, openLoose, rebuildFrames } from './rebuilding.ts';
import { UNWOUND } from './reasons.ts';
import type { Unit } from './unit.ts';

/** Told of every guard that fails, with the frame whose instruction it stands before. */
export const failures = {
  note: (_unit: Unit, _exit: number, _frame: Frame): void => {},
  /** A unit is left that was called without a frame: its callers are, too. */
  noteUnwinding: (_unit: Unit): void => {},
};

// ── Instructions that the interpreter executes ───────────────────────────────────────────────────────────────────

/** Executes the instruction of the frame at `pc`: the pc that follows, or why there is none. */
export function execute(frame: Frame, pc: number): number {
  const { words } = frame.runtime;
  const opcode = frame.runtime.code.words[pc];
  if (words[pc] !== opcode) words[pc] = opcode;
  const next = executeInFull(frame, pc);
  return next >= 0 && !instruments.isActive ? next : settle(frame, next);
}

/** Puts an instruction back that is replaced because something observes or records it. */
export function restore(words: Int32Array, pc: number, opcode: number): void {
  words[pc] = opcode;
}

/** An instruction of the frame has another outcome (outcomes.ts) than the pc that follows, or somebody observes. */
export function settle(frame: Frame, outcome: number): number {
  if (outcome >= 0) return observed(frame, outcome);
  let next = outcome;
  for (
    let inner = next === RAISED ? handedOver() : null;
    inner !== null;
    inner = next === RAISED ? handedOver() : null
  ) {
    inner.runtime.heat--;
    next = switchTo(inner);
  }
  const isThrowing = next === RAISED || next === RERAISED;
  if (isThrowing && state.frame === frame) return next === RAISED ? IN_FLIGHT : IN_FLIGHT_AGAIN;
  if (!isThrowing && next !== SWITCHED) return AWAY;
  if (suspendable.run !== undefined) {
    departure.kind = kindOf(next);
    return AWAY;
  }
  runUntil(frame, state.depth - depthAbove(frame), next);
  if (state.exception !== null) return IN_FLIGHT;
  return instruments.isActive ? observed(frame, frame.pc) : frame.pc;
}

/** What an iterator of a builtin type answers to the ForIter that the frame is at, if that is an exception or somebody observes. */
export function stepped(frame: Frame, answer: Result | undefined): Result | undefined {
  const item = answer === EXIT && swallow('StopIteration') ? undefined : answer;
  if (item === EXIT || !instruments.isActive) return item;
  const { words } = frame.runtime.code;
  const { pc } = frame;
  if (item !== undefined) frame.registers[words[pc + 1]] = item as Value;
  observed(frame, item === undefined ? words[pc + 3] : pc + instructionLength(words, pc));
  return EXIT;
}

// ── Leaving ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Units that were called directly go on interpreted, in a run of their own. */
function finish(frame: Frame, outcome: number): Result {
  const depth = state.depth - depthAbove(frame) - (isHandedOver() ? 2 : 1);
  const back = frame.back as Frame;
  if (frame.entry === FROM_HOST) return goOn(frame, outcome, back, depth);
  const register = back.runtime.code.words[back.pc + 1];
  runUntil(back, depth, outcome);
  return cameBack(back, register);
}

/** The frame of a unit that was called directly is left by the exception, if it has no handler for it. */
function leaveUnhandled(frame: Frame, isKnown: boolean): boolean {
  if (instruments.isActive || frame.entry !== FROM_CALL) return false;
  if (findHandler(frame.runtime.handlers, frame.pc) !== undefined) return false;
  noteRaised(frame, isKnown);
  leaveRaising(frame);
  return true;
}

/**
 * An exception is in flight at `inner`, or a callee answered EXIT. `inlined`: how many frames `inner` is above the unit's own one, `frame`.
 */
export function fail(isDirect: boolean, frame: Frame, inner: Frame, outcome: number, inlined: number): Result {
  state.depth += inlined;
  if (departure.kind !== STAYS) return EXIT;
  state.frame = inner;
  const isKnown = outcome === IN_FLIGHT_AGAIN;
  if (!isDirect || suspendable.run !== undefined) return depart(isKnown ? RETHROWN : THROWN);
  if (inlined === 0 && state.exception !== null && leaveUnhandled(frame, isKnown)) return EXIT;
  return finish(frame, isKnown ? RERAISED : RAISED);
}

/**
 * A guard failed, a quiet operation has raised, or a callee was left that has made no frame: what the unit knows goes into frames, which the
 * interpreter goes on with.
 */
export function leave(
  unit: Unit,
  number: number,
  isDirect: boolean,
  own: Frame | null,
  fn: PyFunction,
  ...values: unknown[]
): Result {
  const exit = unit.exits[number];
  const isBare = isDirect && unit.isFrameless;
  const outer = own ?? (isBare ? openLoose(unit.state.runtime, fn) : open(unit, fn));
  const inner = rebuildFrames(exit, outer, values);
  const kind = kindOfLeaving(unit, number, inner, isBare);
  const top = exit.reason === UNWOUND ? hangOn(inner) : inner;
  state.depth += exit.frames.length - 1;
  if (isBare) return departLoose(outer, top, kind);
  state.frame = top;
  if (!isDirect || suspendable.run !== undefined) return depart(kind);
  departure.kind = STAYS;
  return finish(outer, outcomeOf(kind));
}

/** How the innermost frame goes on; notes why the unit is left. */
function kindOfLeaving(unit: Unit, number: number, frame: Frame, isBare: boolean): number {
  const exit = unit.exits[number];
  if (exit.reason !== UNWOUND) {
    if (!exit.isThrowing || exit.taker !== null) failures.note(unit, number, frame);
    if (isBare) failures.noteUnwinding(unit);
    return exit.isThrowing ? THROWN : LEFT;
  }
  exit.count++;
  // The callee has raised before it had a frame.
  return departure.kind === STAYS ? THROWN : departure.kind;
}

// ── Calls of what is not compiled ────────────────────────────────────────────────────────────────────────────────

/** A call that has to wait: for the safepoint, or because the limit of recursion is reached. */
export function overdue(unit: Unit, fn: PyFunction, args: Value[]): Result {
  state.depth--;
  if (state.fuel < 0 && safepoint() === EXIT) return EXIT;
  return interpret(unit.state, fn, args);
}

/**
 * `__init__` of the object was called directly, by the instruction that `back` is at. What is left of it in frames, if all units are left,
 * goes on as a constructor.
 */
export function constructed(back: Frame, object: Value, result: Result): Result {
  if (result !== EXIT || departure.kind === STAYS) return result;
  if (state.frame === back) back.registers[departure.register] = object;
  let frame = state.frame as Frame | null;
  while (frame !== null && frame !== back && frame.back !== back) frame = frame.back;
  if (frame !== null && frame !== back && frame.entry === FROM_CALL) {
    frame.entry = FROM_CONSTRUCTOR;
    frame.pending = object;
  }
  return EXIT;
}

/** The same of an `__init__` that was called without frames: its frame hangs on none yet. */
export function constructedBare(object: Value): Result {
  const { bottom } = departure;
  if (bottom !== null) {
    bottom.entry = FROM_CONSTRUCTOR;
    bottom.pending = object;
  }
  return EXIT;
}

/** Calls a function for a unit, whose frame is the running one: as the interpreter does, in a run of its own. */
function interpret(code: CodeState, fn: PyFunction, args: readonly Value[]): Result {
  if (state.depth >= state.depthLimit) return raise('RecursionError', 'maximum recursion depth exceeded');
  const { runtime } = code;
  const back = state.frame as Frame;
  if (instruments.isActive) instruments.prepare(runtime);
  const frame = new Frame(runtime, fn, null, back, state.handled);
  frame.returnPc = returnPcOf(back);
  for (let index = 0; index < args.length; index++) frame.registers[index] = args[index];
  const { depth } = state;
  state.depth++;
  state.frame = frame;
  if (suspendable.run !== undefined) return depart(LEFT);
  const register = back.runtime.code.words[back.pc + 1];
  runtime.heat -= CALL_HEAT;
  if (back === state.hostCaller) {
    frame.entry = FROM_HOST;
    return goOn(frame, SWITCHED, back, depth);
  }
  const outcome = runtime.heat < 0 ? hotSpots.entered(frame, SWITCHED) : SWITCHED;
  runUntil(back, depth, outcome);
  return cameBack(back, register);
}

interpretation.entryOf = (code): Entry => {
  return (_frame, fn, ...args) => (runtimeOf(fn.code) === code.runtime ? interpret(code, fn, args) : EXIT);
};
