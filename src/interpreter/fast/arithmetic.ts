/**
 * Arithmetic on small ints and floats. Larger ints are in large-ints.ts, and every other operand goes to the full form.
 *
 * Each function is one instruction on plain ints and hands floats to a neighbour: V8 copies small functions into the loop.
 */
import { LONG_TEXT } from '../../util/work.ts';
import type { Value } from '../../objspace/object.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import * as integers from '../../objspace/types/int/arithmetic.ts';
import { withDivisor, withInts } from './large-ints.ts';
import { asDouble } from './operands.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** The int that a bool is in arithmetic. */
function withoutBool(value: Value): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}

function store(registers: Value[], words: Int32Array, pc: number, value: number): number {
  registers[words[pc + 1]] = new PyFloat(value) as Value;
  return pc + 5;
}

export function add(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    const value = left + right;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return addOther(frame, registers, words, pc, left, right);
}

export function addInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number') {
    const value = left + right;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return addOther(frame, registers, words, pc, left, right);
}

function addOther(frame: Frame, registers: Value[], words: Int32Array, pc: number, left: Value, right: Value): number {
  if (left instanceof PyFloat && right instanceof PyFloat) return store(registers, words, pc, left.value + right.value);
  if (typeof left === 'string' && typeof right === 'string' && left.length < LONG_TEXT) {
    registers[words[pc + 1]] = left + right;
    return pc + 5;
  }
  if (!(left instanceof PyFloat || right instanceof PyFloat))
    return withInts(frame, registers, words, pc, withoutBool(left), withoutBool(right), integers.addInt);
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  return store(registers, words, pc, first + second);
}

export function subtract(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    const value = left - right;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return subtractOther(frame, registers, words, pc, left, right);
}

export function subtractInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number') {
    const value = left - right;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return subtractOther(frame, registers, words, pc, left, right);
}

function subtractOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  if (left instanceof PyFloat && right instanceof PyFloat) return store(registers, words, pc, left.value - right.value);
  if (!(left instanceof PyFloat || right instanceof PyFloat))
    return withInts(frame, registers, words, pc, withoutBool(left), withoutBool(right), integers.subtractInt);
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  return store(registers, words, pc, first - second);
}

export function multiply(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    const value = left * right + 0;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return multiplyOther(frame, registers, words, pc, left, right);
}

export function multiplyInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number') {
    const value = left * right + 0;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return multiplyOther(frame, registers, words, pc, left, right);
}

function multiplyOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
): number {
  if (left instanceof PyFloat && right instanceof PyFloat) return store(registers, words, pc, left.value * right.value);
  if (!(left instanceof PyFloat || right instanceof PyFloat))
    return withInts(frame, registers, words, pc, withoutBool(left), withoutBool(right), integers.multiplyInt);
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return executeInFull(frame, pc);
  return store(registers, words, pc, first * second);
}

export function trueDivide(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = asDouble(registers[words[pc + 2]]);
  const right = asDouble(registers[words[pc + 3]]);
  if (left === undefined || right === undefined || right === 0) return executeInFull(frame, pc);
  return store(registers, words, pc, left / right);
}

export function floorDivide(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number' && right > 0) {
    registers[words[pc + 1]] = Math.floor(left / right);
    return pc + 5;
  }
  return withDivisor(frame, registers, words, pc, left, right, integers.floorDivideInt);
}

export function floorDivideInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number' && right > 0) {
    registers[words[pc + 1]] = Math.floor(left / right);
    return pc + 5;
  }
  return withDivisor(frame, registers, words, pc, left, right, integers.floorDivideInt);
}

/** `left % right` of a positive divisor. Beyond int32 `%` is slow in V8, and below 0 its sign is C's. */
function remainder(left: number, right: number): number {
  if (left >= 0 && left <= 0x7fffffff) return left % right;
  return left - right >= -Number.MAX_SAFE_INTEGER ? left - right * Math.floor(left / right) : farRemainder(left, right);
}

/** The same where the next multiple below is beyond the safe ints. */
function farRemainder(left: number, right: number): number {
  const remainder = left % right;
  return remainder < 0 ? remainder + right : 0;
}

export function modulo(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number' && right > 0) {
    registers[words[pc + 1]] = remainder(left, right);
    return pc + 5;
  }
  return withDivisor(frame, registers, words, pc, left, right, integers.moduloInt);
}

export function moduloInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number' && right > 0) {
    registers[words[pc + 1]] = remainder(left, right);
    return pc + 5;
  }
  return withDivisor(frame, registers, words, pc, left, right, integers.moduloInt);
}

export function negative(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const operand = registers[words[pc + 2]];
  if (typeof operand === 'number') registers[words[pc + 1]] = 0 - operand;
  else if (operand instanceof PyFloat) registers[words[pc + 1]] = new PyFloat(-operand.value) as Value;
  else return executeInFull(frame, pc);
  return pc + 4;
}
