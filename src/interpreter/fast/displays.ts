/** Displays, unpacking and the parts of f-strings. */
import { STRIDE } from '../../util/work.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { setAdd as addToSet, buildString, LIST_SHAPE, TUPLE_SHAPE } from '../displays.ts';
import type { Frame } from '../frame.ts';
import { executeInFull } from '../instructions/complete.ts';
import { collect } from '../operand-lists.ts';
import { RAISED } from '../outcomes.ts';

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

export function listExtend(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const list = registers[words[pc + 1]] as unknown as PyList;
  const source = registers[words[pc + 2]];
  if (!(source instanceof PyTuple) || source.shape !== TUPLE_SHAPE || list.length + source.length >= STRIDE)
    return executeInFull(frame, pc);
  if (list.length === 0) list.become(PyList.of(source.items.slice()));
  else list.extend(source.items);
  return pc + 3;
}

export function setAdd(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  frame.pc = pc;
  return addToSet(registers[words[pc + 1]], registers[words[pc + 2]]) === EXIT ? RAISED : pc + 3;
}

export function mapAdd(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  frame.pc = pc;
  const dict = registers[words[pc + 1]] as unknown as PyDict;
  return dict.set(registers[words[pc + 2]], registers[words[pc + 3]]) === EXIT ? RAISED : pc + 4;
}

export function unpackSequence(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const source = registers[words[pc + 1]];
  const count = words[pc + 3];
  if (source instanceof PyTuple && source.shape === TUPLE_SHAPE && source.length === count)
    for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = source.at(index);
  else if (source instanceof PyList && source.shape === LIST_SHAPE && source.length === count)
    for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = source.get(index);
  else return executeInFull(frame, pc);
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
