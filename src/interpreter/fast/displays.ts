/** Displays, unpacking and the parts of f-strings. */
import type { Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { buildString, TUPLE_SHAPE } from '../displays.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { collect } from '../operand-lists.ts';

export function buildTuple(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const count = words[pc + 2];
  registers[words[pc + 1]] = (
    count === 2
      ? new PyTuple(null, registers[words[pc + 3]], registers[words[pc + 4]])
      : new PyTuple(collect(words, pc + 2, registers))
  ) as Value;
  return pc + 3 + count;
}

export function buildList(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  registers[words[pc + 1]] = PyList.of(collect(words, pc + 2, registers)) as Value;
  return pc + 3 + words[pc + 2];
}

export function listAppend(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  (registers[words[pc + 1]] as unknown as PyList).append(registers[words[pc + 2]]);
  return pc + 3;
}

export function unpackSequence(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const source = registers[words[pc + 1]];
  const count = words[pc + 3];
  if (!(source instanceof PyTuple) || source.shape !== TUPLE_SHAPE || source.length !== count)
    return executeInFull(frame, pc);
  for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = source.at(index);
  return pc + 4 + count;
}

export function formatValue(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const value = registers[words[pc + 2]];
  if (typeof value === 'string') registers[words[pc + 1]] = value;
  else if (typeof value === 'number') registers[words[pc + 1]] = `${value}`;
  else return executeInFull(frame, pc);
  return pc + 3;
}

export function joinParts(_frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  registers[words[pc + 1]] = buildString(collect(words, pc + 2, registers));
  return pc + 3 + words[pc + 2];
}
