/** Operators on ints of any size, as the slots of `int` compute them but without the way there. Every other operand goes to the full form. */
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import type { Int } from '../../objspace/types/int/int.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { RAISED } from '../outcomes.ts';

export function isPlainInt(value: Value): value is Int {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** `left op right`, for an operation that takes any two ints. */
export function withInts(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
  operation: (left: Int, right: Int) => Result,
): number {
  if (!isPlainInt(left) || !isPlainInt(right)) return executeInFull(frame, pc);
  frame.pc = pc;
  const result = operation(left, right);
  if (result === EXIT) return RAISED;
  registers[words[pc + 1]] = result as Value;
  return pc + 5;
}

/** The same for an operation that has no answer for a divisor of 0. */
export function withDivisor(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
  operation: (left: Int, right: Int) => Result,
): number {
  if (right === 0) return executeInFull(frame, pc);
  return withInts(frame, registers, words, pc, left, right, operation);
}

/** The same for a count of bits, which must not be negative. */
export function withCount(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  left: Value,
  right: Value,
  operation: (left: Int, right: Int) => Result,
): number {
  if (typeof right !== 'number' || right < 0) return executeInFull(frame, pc);
  return withInts(frame, registers, words, pc, left, right, operation);
}
