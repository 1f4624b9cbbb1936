/**
 * Methods of operators, and `__new__`, called from unit to unit: the instruction does not always take their answer as its result. The emitted
 * code tests for the answers that it takes. Everything else comes here, with the continuation that the interpreter would have given the frame
 * of the method.
 */
import { Return, ReturnNone } from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { AfterNew } from '../interpreter/call.ts';
import type { Continuation } from '../interpreter/continuation.ts';
import { type Frame, FROM_CALL, FROM_OPERATION } from '../interpreter/frame.ts';
import { instruments } from '../interpreter/instruments.ts';
import { resumeAt } from '../interpreter/leaving.ts';
import { type RuntimeCode, runtimeOf } from '../interpreter/runtime-code.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { PyType } from '../objspace/type.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { type Keywords, land } from './bare.ts';
import { departLoose, departure, kindOf, LEFT, observed, STAYS } from './departure.ts';
import { settle } from './leaving.ts';
import { openLoose } from './rebuilding.ts';

/** The frame, which was made for a plain call, goes on as that of an operation. */
function follow(frame: Frame, continuation: Continuation): void {
  if (frame.entry !== FROM_CALL) return;
  frame.entry = FROM_OPERATION;
  frame.pending = continuation;
}

/** Of a method that the instruction at `pc` of a published frame has called: the result of the instruction. */
export function continued(frame: Frame, pc: number, answer: Result, continuation: Continuation): Result {
  if (answer !== EXIT) return goOnWith(frame, pc, answer as Value, continuation);
  const { bottom } = departure;
  if (bottom !== null) {
    follow(bottom, continuation);
    return land(frame);
  }
  if (departure.kind === STAYS) return EXIT;
  if (state.frame === frame) return goOnObserved(frame, pc, continuation);
  let inner = state.frame as Frame;
  while (inner.back !== null && inner.back !== frame) inner = inner.back;
  follow(inner, continuation);
  return EXIT;
}

/** What the interpreter does with the answer. */
function goOnWith(frame: Frame, pc: number, answer: Value, continuation: Continuation): Result {
  // A run of the loop that has finished the method has moved it.
  frame.pc = pc;
  const register = frame.runtime.code.words[pc + 1];
  const next = continuation.resume(frame, answer);
  if (typeof next === 'number' && next >= 0) {
    if (!instruments.isActive) return frame.registers[register] as Value;
    observed(frame, next);
    return EXIT;
  }
  return settle(frame, resumeAt(frame, next)) < 0 ? EXIT : (frame.registers[register] as Value);
}

/** The method has returned to the frame as a plain call would, because somebody observes: the loop goes on behind the instruction. */
function goOnObserved(frame: Frame, pc: number, continuation: Continuation): Exit {
  const answer = frame.registers[departure.register] as Value;
  frame.pc = pc;
  departure.kind = kindOf(resumeAt(frame, continuation.resume(frame, answer)));
  return EXIT;
}

/** Of a method that was called without frames: what follows on it the interpreter does, to which all callers are left. */
export function continuedBare(fn: PyFunction, answer: Result, continuation: Continuation): Exit {
  if (answer !== EXIT) {
    const frame = returning(runtimeOf(fn.code), fn, answer as Value);
    follow(frame, continuation);
    return departLoose(frame, frame, LEFT);
  }
  const { bottom } = departure;
  if (bottom !== null) follow(bottom, continuation);
  return EXIT;
}

/** The frame of a method, which is about to return the answer. */
function returning(runtime: RuntimeCode, fn: PyFunction, answer: Value): Frame {
  const frame = openLoose(runtime, fn);
  const { words } = runtime.code;
  frame.pc = answer === null ? placeOf(words, ReturnNone) : -1;
  if (frame.pc < 0) {
    frame.pc = placeOf(words, Return);
    frame.registers[words[frame.pc + 1]] = answer;
  }
  state.depth++;
  return frame;
}

/** Where the first instruction of the kind is; -1: nowhere. */
function placeOf(words: Int32Array, opcode: number): number {
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) if (words[pc] === opcode) return pc;
  return -1;
}

/** `__init__` follows on `__new__`. `length`: of the calling instruction. */
export function afterNew(cls: PyType, args: Value[], keywords: Keywords, length: number): Continuation {
  return new AfterNew(cls, args, keywords, length);
}
