/**
 * Builtins that hand over to Python code instead of calling it: `coroutine.send`, and `Context.run`, through
 * which asyncio runs every step of a task.
 * A nested run of the loop could not be suspended; a frame that the loop runs in place of the call can.
 *
 * The builtin answers EXIT without an exception in flight, and `unwind` goes on in the frame that it has left here. The frame's result is
 * that of the call.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import type { ShortCallable } from '../objspace/gateway/short-calls.ts';
import {
  type Body,
  invokeWithEntries,
  PyBuiltinFunction,
  PyMethodDescriptor,
} from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { callSlow } from './call.ts';
import type { Continuation, Next } from './continuation.ts';
import type { Frame } from './frame.ts';
import { instruments } from './instruments.ts';

function isCall(opcode: number): boolean {
  switch (opcode) {
    case Op.Call:
    case Op.CallMethod:
    case Op.CallKw:
    case Op.CallMethodKw:
    case Op.CallEx:
      return true;
    default:
      return false;
  }
}

/** The qualified name of the builtin that the instruction which `frame` is at calls; `undefined` if it calls none. */
export function calledBuiltin(frame: Frame): string | undefined {
  const opcode = frame.runtime.code.words[frame.pc];
  const operand = frame.registers[frame.runtime.words[frame.pc + 2]];
  if (opcode === Op.ForIter) return `${typeOf(operand as Value).name}.__next__`;
  if (!isCall(opcode)) return undefined;
  const isBuiltin = operand instanceof PyBuiltinFunction || operand instanceof PyMethodDescriptor;
  return isBuiltin ? (operand.definition.qualified ?? undefined) : undefined;
}

/** The frame to go on in; null if nobody hands over. */
let waiting: Frame | null = null;
/** While a builtin that could hand over calls instead, what it calls is not called by the loop. */
let calls = 0;

/** The frame whose instruction has called the builtin of this name, if that may hand over to another frame; null otherwise. */
export function callingFrame(name: string): Frame | null {
  const frame = state.frame as Frame | null;
  if (frame === null || calls > 0 || instruments.isActive || state.depth >= state.depthLimit) return null;
  return calledBuiltin(frame) === name ? frame : null;
}

/** Where the calling frame goes on. */
export function pcBehindCall(frame: Frame): number {
  return frame.pc + instructionLength(frame.runtime.code.words, frame.pc);
}

/** What the builtin returns; the frame counts as entered. */
export function handOverTo(frame: Frame): Exit {
  waiting = frame;
  return EXIT;
}

/** For `unwind`. */
export function takeHandover(): Frame | null {
  const frame = waiting;
  waiting = null;
  return frame;
}

/**
 * Set by the `_asyncio` module: begins a call of one of its functions in a frame on top of `back`; when that is left, `call` goes on. The
 * frame, RAISED, or `undefined` for everything that has to be called.
 */
export const continuedCalls = {
  push: (_callable: Value, _args: readonly Value[], _back: Frame, _call: Continuation): Next | undefined => undefined,
};

/** Set by the `_contextvars` module: what `Context.run` does before and after the call, for compiled code, which makes that itself. */
export const contextRun = {
  body: null as Body | null,
  enter: (_context: Value): true | Exit => true,
  leave: (_context: Value): void => {},
};

/** Builtins that may hand over: compiled code calls them by `callNested`. */
export const HANDING_OVER: ReadonlySet<string> = new Set([
  'Context.run',
  'generator.send',
  'coroutine.send',
  'async generator.send',
]);

/** Calls what pushes no frame, and what that calls, in a nested loop. */
export function callNested(callee: Value, args: Value[], keywords: readonly string[] | null): Result {
  calls++;
  try {
    return callSlow(callee, args, keywords);
  } finally {
    calls--;
  }
}

/** The same of what needs no array around its argument. */
export function callNestedWithOne(callee: ShortCallable, argument: Value): Result {
  calls++;
  try {
    return callee.callOne(argument);
  } finally {
    calls--;
  }
}

export function callNestedWithTwo(callee: ShortCallable, first: Value, second: Value): Result {
  calls++;
  try {
    return callee.callTwo(first, second);
  } finally {
    calls--;
  }
}

/** `callee(*args, **entries)` of a builtin that takes the entries as they are; `undefined` for all others. */
export function callNestedWithEntries(callee: Value, args: readonly Value[], entries: PyDict): Result | undefined {
  calls++;
  try {
    return invokeWithEntries(callee, args, entries);
  } finally {
    calls--;
  }
}

/** Whether a builtin has handed over to a frame, which counts as entered already. */
export function isHandedOver(): boolean {
  return waiting !== null;
}
