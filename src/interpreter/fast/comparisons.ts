/** Comparisons of ints, floats, strings and tuples; identity; `not`. */
import { LONG_TEXT } from '../../util/work.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { isSameFloat } from '../displays.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE } from '../../objspace/slots.ts';
import { compareExactly } from '../../objspace/types/int/int.ts';
import { compareItems } from '../../objspace/types/sequences.ts';
import { isExactTuple } from '../../objspace/types/tuple.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { RAISED } from '../outcomes.ts';
import { isPlainInt } from './large-ints.ts';
import { asDouble } from './operands.ts';
import { plainTruth } from '../plain-length.ts';

/**
 * Stores the result of the comparison at `pc`, and takes the jump at `next` that it decides, if there is one: nearly all of them are followed by one,
 * which would cost the loop another turn.
 */
function decide(registers: Value[], words: Int32Array, pc: number, next: number, value: boolean): number {
  const target = words[pc + 1];
  registers[target] = value;
  if (words[next] === Op.JumpIfFalse && words[next + 1] === target) return value ? next + 3 : words[next + 2];
  return next;
}

export function less(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number') return lessOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left < right);
}

export function lessInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return lessOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left < right);
}

function lessOther(frame: Frame, registers: Value[], words: Int32Array, pc: number, left: Value, right: Value): number {
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, LT);
  return decide(registers, words, pc, pc + 5, first < second);
}

export function lessEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return lessEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left <= right);
}

export function lessEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return lessEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left <= right);
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
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, LE);
  return decide(registers, words, pc, pc + 5, first <= second);
}

export function greater(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return greaterOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left > right);
}

export function greaterInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return greaterOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left > right);
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
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, GT);
  return decide(registers, words, pc, pc + 5, first > second);
}

export function greaterEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return greaterEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left >= right);
}

export function greaterEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return greaterEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left >= right);
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
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, GE);
  return decide(registers, words, pc, pc + 5, first >= second);
}

export function equal(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return equalOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left === right);
}

export function equalInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return equalOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left === right);
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
    return decide(registers, words, pc, pc + 5, left === right);
  }
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, EQ);
  return decide(registers, words, pc, pc + 5, first === second);
}

export function notEqual(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number')
    return notEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left !== right);
}

export function notEqualInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number') return notEqualOther(frame, registers, words, pc, left, right);
  return decide(registers, words, pc, pc + 5, left !== right);
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
    return decide(registers, words, pc, pc + 5, left !== right);
  }
  const first = asDouble(left);
  const second = asDouble(right);
  if (first === undefined || second === undefined) return compareOther(frame, registers, words, pc, left, right, NE);
  return decide(registers, words, pc, pc + 5, first !== second);
}

/** Of tuples and of ints that are not small. */
function compareOther(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
  operator: CompareOperator,
): number {
  if (isPlainInt(left) && isPlainInt(right))
    return decide(registers, words, pc, pc + 5, compareExactly(left, right, operator));
  if (!(isExactTuple(left) && isExactTuple(right))) return executeInFull(frame, pc);
  frame.pc = pc;
  const result = compareItems(left, right, operator);
  if (typeof result === 'boolean') return decide(registers, words, pc, pc + 5, result);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return pc + 5;
}

export function is(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  return decide(registers, words, pc, pc + 4, left === right || (left instanceof PyFloat && isSameFloat(left, right)));
}

export function isNot(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  return decide(
    registers,
    words,
    pc,
    pc + 4,
    !(left === right || (left instanceof PyFloat && isSameFloat(left, right))),
  );
}

export function not(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const operand = registers[words[pc + 2]];
  const truth = plainTruth(operand);
  if (truth === undefined) return executeInFull(frame, pc);
  return decide(registers, words, pc, pc + 3, !truth);
}
