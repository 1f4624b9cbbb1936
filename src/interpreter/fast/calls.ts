/** Calls of Python functions, which push a frame, and of builtin ones with few arguments. */
import {
  type BuiltinDefinition,
  invoke,
  invoke1,
  invoke2,
  invoke3,
  invokeFunction,
  PyBuiltinFunction,
  PyMethodDescriptor,
  takes,
} from '../../objspace/gateway/builtin-function.ts';
import { PyInstance } from '../../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { objectType } from '../../objspace/types/object.ts';
import { callType, typeType } from '../../objspace/types/type.ts';
import { bindArguments } from '../arguments.ts';
import { Frame, FROM_CONSTRUCTOR } from '../frame.ts';
import { CALL_HEAT, hotSpots } from '../hot-spots.ts';
import { executeInFull } from '../instructions/complete.ts';
import { collect } from '../operand-lists.ts';
import { runtimeOf } from '../runtime-code.ts';
import { RAISED, SWITCHED } from '../outcomes.ts';

export function call(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const callee = registers[words[pc + 2]];
  if (callee instanceof PyFunction) return enter(frame, registers, words, pc, pc + 4, callee, undefined, null);
  return callOther(frame, registers, words, pc, pc + 4, callee);
}

export function callMethod(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const callee = registers[words[pc + 2]];
  const self = (registers as (Value | undefined)[])[words[pc + 3]];
  if (callee instanceof PyFunction) return enter(frame, registers, words, pc, pc + 5, callee, self, null);
  if (self === undefined) return callOther(frame, registers, words, pc, pc + 5, callee);
  if (!(callee instanceof PyMethodDescriptor)) return executeInFull(frame, pc);
  frame.pc = pc;
  return callBuiltinMethod(callee.definition, self, registers, words, pc, pc + 5);
}

/**
 * Pushes the frame of a Python function. `self` comes first if there is one; the other arguments are those of the list of operands at
 * `list`. `made` is the object that the function, an `__init__`, fills in; null for all others.
 */
function enter(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  list: number,
  fn: PyFunction,
  self: Value | undefined,
  made: Value,
): number {
  if (state.depth >= state.depthLimit || --state.fuel < 0) return executeInFull(frame, pc);
  const target = runtimeOf(fn.code);
  const count = words[list];
  frame.pc = pc;
  const next = new Frame(target, fn, null, frame, state.handled);
  const parameters = next.registers;
  let given = self === undefined ? 0 : 1;
  const missing = target.plainCount - given - count;
  if (missing === 0 || (missing > 0 && fn.defaults !== null && missing <= fn.defaults.length)) {
    if (self !== undefined) parameters[0] = self;
    for (let index = list + 1; index <= list + count; index++) parameters[given++] = registers[words[index]];
    if (missing > 0) fillIn(parameters, fn.defaults!, given, missing);
  } else {
    const args = collect(words, list, registers);
    if (bindArguments(fn, next, self === undefined ? args : [self, ...args], null) === EXIT) return RAISED;
  }
  if (made !== null) {
    next.entry = FROM_CONSTRUCTOR;
    next.pending = made;
  }
  next.returnPc = list + 1 + count;
  state.depth++;
  state.frame = next;
  return (target.heat -= CALL_HEAT) < 0 ? hotSpots.entered(next, SWITCHED) : SWITCHED;
}

/** The last parameters get their defaults. */
function fillIn(parameters: (Value | undefined)[], defaults: readonly Value[], given: number, missing: number): void {
  const first = defaults.length - missing;
  for (let index = 0; index < missing; index++) parameters[given + index] = defaults[first + index];
}

/** What is no Python function. */
function callOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  list: number,
  callee: Value,
): number {
  if (callee instanceof PyBuiltinFunction) {
    frame.pc = pc;
    const { definition, self } = callee;
    if (self === undefined) return callBuiltin(definition, registers, words, pc, list);
    return takes(definition, words[list] + 1)
      ? callBuiltinMethod(definition, self, registers, words, pc, list)
      : callBound(callee, registers, words, pc, list);
  }
  if (callee instanceof PyType) return callClass(frame, registers, words, pc, list, callee);
  if (callee instanceof PyMethod && callee.callable instanceof PyFunction)
    return enter(frame, registers, words, pc, list, callee.callable, callee.self, null);
  if (!(callee instanceof PyMethodDescriptor) || !isForOwn(callee, registers, words, list))
    return executeInFull(frame, pc);
  frame.pc = pc;
  return callBuiltin(callee.definition, registers, words, pc, list);
}

/** Whether a method as its type has it is called with an object of just that type. */
function isForOwn(callee: PyMethodDescriptor, registers: Value[], words: Int32Array, list: number): boolean {
  return !callee.isClassMethod && words[list] > 0 && typeOf(registers[words[list + 1]]) === callee.owner;
}

/** Builtin classes are called at once; those of Python that only have an `__init__` get a frame for that. */
function callClass(frame: Frame, registers: Value[], words: Int32Array, pc: number, list: number, cls: PyType): number {
  if (cls.isHeapType) return construct(frame, registers, words, pc, list, cls);
  if (cls.shape.type !== typeType) return executeInFull(frame, pc);
  frame.pc = pc;
  const result = callType(cls, collect(words, list, registers), null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return list + 1 + words[list];
}

function construct(frame: Frame, registers: Value[], words: Int32Array, pc: number, list: number, cls: PyType): number {
  if (cls.slots.new !== objectType.slots.new || cls.isAbstract || cls.shape.type.slots.call !== typeType.slots.call)
    return executeInFull(frame, pc);
  const init = cls.lookup('__init__');
  if (!(init instanceof PyFunction)) return executeInFull(frame, pc);
  const object = new PyInstance(cls.instanceShape) as Value;
  return enter(frame, registers, words, pc, list, init, object, object);
}

function callBound(callee: PyBuiltinFunction, registers: Value[], words: Int32Array, pc: number, list: number): number {
  const result = invokeFunction(callee, collect(words, list, registers), null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return list + 1 + words[list];
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
  else if (count === 3)
    result = invoke3(definition, registers[words[list + 1]], registers[words[list + 2]], registers[words[list + 3]]);
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
  list: number,
): number {
  const count = words[list];
  let result: Result;
  if (count === 0) result = invoke1(definition, self);
  else if (count === 1) result = invoke2(definition, self, registers[words[list + 1]]);
  else if (count === 2) result = invoke3(definition, self, registers[words[list + 1]], registers[words[list + 2]]);
  else result = invoke(definition, [self, ...collect(words, list, registers)], null);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return list + 1 + count;
}
