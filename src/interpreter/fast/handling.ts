/** What `except`, `finally` and `raise` compile to. */
import type { Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import type { Frame } from '../frame.ts';
import { enterHandler as enterHandlerInGenerator } from '../leaving.ts';
import * as raising from '../raising.ts';
import { RAISED, RERAISED } from '../outcomes.ts';

export function raiseCurrent(frame: Frame, _registers: Value[], _words: Int32Array, pc: number): number {
  frame.pc = pc;
  return raising.raiseCurrent() ? RERAISED : RAISED;
}

export function reraise(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  frame.pc = pc;
  state.exception = registers[words[pc + 1]] as never;
  return RERAISED;
}

/** null stands for "what the caller handles", which may change while a generator is suspended. */
export function enterHandler(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const exception = registers[words[pc + 2]];
  const isInner =
    frame.generator === null ? state.handled !== frame.handledBefore : enterHandlerInGenerator(frame.generator);
  registers[words[pc + 1]] = isInner ? state.handled : null;
  state.handled = exception as never;
  return pc + 3;
}

export function leaveHandler(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const saved = registers[words[pc + 1]];
  if (saved === null && frame.generator !== null) frame.generator.isHandling = false;
  state.handled = saved === null ? frame.handledBefore : (saved as never);
  return pc + 2;
}

export function endAsyncFor(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const exception = registers[words[pc + 1]];
  if (raising.isStopAsyncIteration(exception)) return pc + 2;
  frame.pc = pc;
  state.exception = exception as never;
  return RERAISED;
}
