/** The questions that sequence patterns ask first. */
import type { Value } from '../../objspace/object.ts';
import { typeOf } from '../../objspace/type.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { plainLength } from '../plain-length.ts';

export function matchSequence(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  registers[words[pc + 1]] = typeOf(registers[words[pc + 2]]).pattern === 'sequence';
  return pc + 3;
}

export function getLength(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const subject = registers[words[pc + 2]];
  const length = subject === null || typeof subject !== 'object' ? undefined : plainLength(subject);
  if (length === undefined) return executeInFull(frame, pc);
  registers[words[pc + 1]] = length;
  return pc + 3;
}
