/** Bit operations on small ints; on others by large-ints.ts. */
import type { Value } from '../../objspace/object.ts';
import * as integers from '../../objspace/types/int/arithmetic.ts';
import type { Frame } from '../frame.ts';
import { withCount, withInts } from './large-ints.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

export function leftShift(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
    const value = left * ((1 << right) >>> 0);
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return withCount(frame, registers, words, pc, left, right, integers.leftShiftInt);
}

export function leftShiftInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left === 'number' && right >= 0 && right < 32) {
    const value = left * ((1 << right) >>> 0);
    if (value <= MAX_SAFE && value >= -MAX_SAFE) {
      registers[words[pc + 1]] = value;
      return pc + 5;
    }
  }
  return withCount(frame, registers, words, pc, left, right, integers.leftShiftInt);
}

export function rightShift(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left !== 'number' || typeof right !== 'number' || right < 0 || right >= 32)
    return withCount(frame, registers, words, pc, left, right, integers.rightShiftInt);
  registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / ((1 << right) >>> 0));
  return pc + 5;
}

export function rightShiftInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number' || right < 0 || right >= 32)
    return withCount(frame, registers, words, pc, left, right, integers.rightShiftInt);
  registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / ((1 << right) >>> 0));
  return pc + 5;
}

/** A mask that is not negative takes the low bits of any small int as they are. */
export function bitAndInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = words[pc + 3];
  if (typeof left !== 'number' || right < 0) return withInts(frame, registers, words, pc, left, right, integers.andInt);
  registers[words[pc + 1]] = left & right;
  return pc + 5;
}

/** Ints that are not negative are combined half by half: this is the weight of the upper half. */
const HIGH = 0x1_0000_0000;

export function bitAnd(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) {
      registers[words[pc + 1]] = left & right;
      return pc + 5;
    }
    if (left >= 0 && right >= 0) {
      const high = Math.floor(left / HIGH) & Math.floor(right / HIGH);
      registers[words[pc + 1]] = high * HIGH + ((left & right) >>> 0);
      return pc + 5;
    }
  }
  return withInts(frame, registers, words, pc, left, right, integers.andInt);
}

export function bitOr(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) {
      registers[words[pc + 1]] = left | right;
      return pc + 5;
    }
    if (left >= 0 && right >= 0) {
      const high = Math.floor(left / HIGH) | Math.floor(right / HIGH);
      registers[words[pc + 1]] = high * HIGH + ((left | right) >>> 0);
      return pc + 5;
    }
  }
  return withInts(frame, registers, words, pc, left, right, integers.orInt);
}

export function bitXor(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const left = registers[words[pc + 2]];
  const right = registers[words[pc + 3]];
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) {
      registers[words[pc + 1]] = left ^ right;
      return pc + 5;
    }
    if (left >= 0 && right >= 0) {
      const high = Math.floor(left / HIGH) ^ Math.floor(right / HIGH);
      registers[words[pc + 1]] = high * HIGH + ((left ^ right) >>> 0);
      return pc + 5;
    }
  }
  return withInts(frame, registers, words, pc, left, right, integers.xorInt);
}
