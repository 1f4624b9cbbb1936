/** Variables shared with inner functions. */
import type { Value } from '../../objspace/object.ts';
import { Cell } from '../../objspace/types/function.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';

export function makeCell(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const register = words[pc + 1];
  registers[register] = new Cell(registers[register]) as unknown as Value;
  return pc + 2;
}

export function loadCell(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const value = (registers[words[pc + 2]] as unknown as Cell).contents;
  if (value === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = value;
  return pc + 3;
}

export function storeCell(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  (registers[words[pc + 1]] as unknown as Cell).contents = registers[words[pc + 2]];
  return pc + 3;
}

export function loadFree(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const value = frame.source.closure[words[pc + 2]].contents;
  if (value === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = value;
  return pc + 3;
}

export function storeFree(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  frame.source.closure[words[pc + 1]].contents = registers[words[pc + 2]];
  return pc + 3;
}

export function loadFreeCell(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  registers[words[pc + 1]] = frame.source.closure[words[pc + 2]] as unknown as Value;
  return pc + 3;
}
