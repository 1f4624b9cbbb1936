/** Comparisons of small ints, floats and strings; identity; `not`. */
import { LONG_TEXT } from '../../util/work.ts';
import { isSameFloat } from '../displays.ts';
import type { Value } from '../../objspace/object.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { asDouble } from './operands.ts';

export function less(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number') return lessOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left < right;
  return pc + 5;
}

export function lessInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return lessOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left < right;
  return pc + 5;
}

function lessOther(frame: Frame, registers: Value[], words: Int32Array, pc: number, left: Value, right: Value): number {
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first < second;
  return pc + 5;
}

export function lessEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return lessEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left <= right;
  return pc + 5;
}

export function lessEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return lessEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left <= right;
  return pc + 5;
}

function lessEqualOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first <= second;
  return pc + 5;
}

export function greater(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return greaterOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left > right;
  return pc + 5;
}

export function greaterInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return greaterOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left > right;
  return pc + 5;
}

function greaterOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first > second;
  return pc + 5;
}

export function greaterEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return greaterEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left >= right;
  return pc + 5;
}

export function greaterEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return greaterEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left >= right;
  return pc + 5;
}

function greaterEqualOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first >= second;
  return pc + 5;
}

export function equal(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return equalOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left === right;
  return pc + 5;
}

export function equalInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return equalOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left === right;
  return pc + 5;
}

function equalOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  if (typeof left === 'string' && typeof right === 'string' && left.length < LONG_TEXT) {
    registers[words[pc + 1]] = left === right;
    return pc + 5;
  }
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first === second;
  return pc + 5;
}

export function notEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return notEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left !== right;
  return pc + 5;
}

export function notEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return notEqualOther(frame, registers, words, pc, left, right);
  registers[words[pc + 1]] = left !== right;
  return pc + 5;
}

function notEqualOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  if (typeof left === 'string' && typeof right === 'string' && left.length < LONG_TEXT) {
    registers[words[pc + 1]] = left !== right;
    return pc + 5;
  }
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = first !== second;
  return pc + 5;
}

export function is(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  registers[words[pc + 1]] = left === right || (left instanceof PyFloat && isSameFloat(left, right));
  return pc + 4;
}

export function isNot(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  registers[words[pc + 1]] = !(left === right || (left instanceof PyFloat && isSameFloat(left, right)));
  return pc + 4;
}

export function not(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const operand = registers[words[pc + 2]];
  if (typeof operand !== 'boolean') return executeInFull(frame, pc);
  registers[words[pc + 1]] = !operand;
  return pc + 3;
}
