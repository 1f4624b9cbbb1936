/** Calls of Python functions, which push a frame, and of builtin ones with few arguments. */
import {
  type BuiltinDefinition,
  invoke,
  invoke1,
  invoke2,
  invoke3,
  PyBuiltinFunction,
  PyMethodDescriptor,
} from '../../objspace/gateway/builtin-function.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { callType, typeType } from '../../objspace/types/type.ts';
import { bindArguments } from '../arguments.ts';
import { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { collect } from '../operand-lists.ts';
import { runtimeOf } from '../runtime-code.ts';
import { RAISED, SWITCHED } from '../outcomes.ts';

export function call(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const callee = registers[words[pc + 2]];
  if (callee instanceof PyFunction) {
    if (state.depth >= state.depthLimit || --state.fuel < 0) return executeInFull(frame, pc);
    const count = words[pc + 4];
    const target = runtimeOf(callee.code);
    frame.pc = pc;
    const next = new Frame(target, callee, null, frame, state.handled);
    if (target.plainCount === count) {
      const parameters = next.registers;
      for (let index = 0; index < count; index++) parameters[index] = registers[words[pc + 5 + index]];
    } else if (bindArguments(callee, next, collect(words, pc + 4, registers), null) === EXIT) return RAISED;
    next.returnPc = pc + 5 + count;
    state.depth++;
    state.frame = next;
    return SWITCHED;
  }
  if (callee instanceof PyType) return callClass(callee, frame, registers, words, pc);
  if (!(callee instanceof PyBuiltinFunction) || callee.self !== undefined) return executeInFull(frame, pc);
  frame.pc = pc;
  return callBuiltin(callee.definition, registers, words, pc, pc + 4);
}

/** Builtin classes are called at once. */
function callClass(cls: PyType, frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  if (cls.isHeapType || cls.shape.type !== typeType) return executeInFull(frame, pc);
  frame.pc = pc;
  const result = callType(cls, collect(words, pc + 4, registers), null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return pc + 5 + words[pc + 4];
}

export function callMethod(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const callee = registers[words[pc + 2]];
  const self = (registers as (Value | undefined)[])[words[pc + 3]];
  if (self === undefined) {
    if (!(callee instanceof PyBuiltinFunction) || callee.self !== undefined) return executeInFull(frame, pc);
    frame.pc = pc;
    return callBuiltin(callee.definition, registers, words, pc, pc + 5);
  }
  if (callee instanceof PyFunction) {
    if (state.depth >= state.depthLimit || --state.fuel < 0) return executeInFull(frame, pc);
    const count = words[pc + 5];
    const target = runtimeOf(callee.code);
    frame.pc = pc;
    const next = new Frame(target, callee, null, frame, state.handled);
    if (target.plainCount === count + 1) {
      const parameters = next.registers;
      parameters[0] = self;
      for (let index = 0; index < count; index++) parameters[index + 1] = registers[words[pc + 6 + index]];
    } else if (bindArguments(callee, next, [self, ...collect(words, pc + 5, registers)], null) === EXIT) return RAISED;
    next.returnPc = pc + 6 + count;
    state.depth++;
    state.frame = next;
    return SWITCHED;
  }
  if (!(callee instanceof PyMethodDescriptor)) return executeInFull(frame, pc);
  frame.pc = pc;
  return callBuiltinMethod(callee.definition, self, registers, words, pc);
}

function callBuiltin(
  definition: BuiltinDefinition,
  registers: Value[],
  words: Int32Array,
  pc: number,
  list: number,
): number {
  const count = words[list];
  let result: Result;
  if (count === 1) result = invoke1(definition, registers[words[list + 1]]);
  else if (count === 2) result = invoke2(definition, registers[words[list + 1]], registers[words[list + 2]]);
  else result = invoke(definition, collect(words, list, registers), null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return list + 1 + count;
}

function callBuiltinMethod(
  definition: BuiltinDefinition,
  self: Value,
  registers: Value[],
  words: Int32Array,
  pc: number,
): number {
  const count = words[pc + 5];
  let result: Result;
  if (count === 0) result = invoke1(definition, self);
  else if (count === 1) result = invoke2(definition, self, registers[words[pc + 6]]);
  else if (count === 2) result = invoke3(definition, self, registers[words[pc + 6]], registers[words[pc + 7]]);
  else result = invoke(definition, [self, ...collect(words, pc + 5, registers)], null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return pc + 6 + count;
}
