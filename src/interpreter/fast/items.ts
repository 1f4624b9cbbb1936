/** Subscripts and `in` on the builtin containers themselves; subclasses may have methods of their own. */
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { raiseKey } from '../../objspace/types/dict/keys.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { BYTEARRAY_SHAPE, BYTES_SHAPE, DICT_SHAPE, LIST_SHAPE, TUPLE_SHAPE } from '../displays.ts';
import type { Frame } from '../frame.ts';
import { characterOf } from '../../util/growing-text.ts';
import { STRIDE } from '../../util/work.ts';
import { executeInFull } from '../instructions/complete.ts';
import { RAISED } from '../outcomes.ts';
import { sliceBytes, sliceList, sliceText, sliceTuple } from '../slices.ts';

export function loadItem(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 2]];
  const key = registers[words[pc + 3]];
  if (typeof key !== 'number' || !(object instanceof PyList) || object.shape !== LIST_SHAPE)
    return loadOther(frame, registers, words, pc, object, key);
  const { length } = object;
  const index = key < 0 ? key + length : key;
  if (index < 0 || index >= length) return executeInFull(frame, pc);
  registers[words[pc + 1]] = object.get(index);
  return pc + 5;
}

export function loadItemInt(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 2]];
  const key = words[pc + 3];
  if (!(object instanceof PyList) || object.shape !== LIST_SHAPE)
    return loadOther(frame, registers, words, pc, object, key);
  const { length } = object;
  const index = key < 0 ? key + length : key;
  if (index < 0 || index >= length) return executeInFull(frame, pc);
  registers[words[pc + 1]] = object.get(index);
  return pc + 5;
}

/** Dictionaries, tuples and strings. */
function loadOther(frame: Frame, registers: Value[], words: Int32Array, pc: number, object: Value, key: Value): number {
  if (object instanceof PyDict) return loadValue(frame, registers, words, pc, object, key);
  if (typeof key !== 'number') return executeInFull(frame, pc);
  if (object instanceof PyTuple && object.shape === TUPLE_SHAPE) {
    const { items } = object;
    const index = key < 0 ? key + items.length : key;
    if (index < 0 || index >= items.length) return executeInFull(frame, pc);
    registers[words[pc + 1]] = items[index];
    return pc + 5;
  }
  if (typeof object !== 'string') return loadByte(frame, registers, words, pc, object, key);
  const index = key < 0 ? key + object.length : key;
  if (index < 0 || index >= object.length) return executeInFull(frame, pc);
  registers[words[pc + 1]] = characterOf(object, index);
  return pc + 5;
}

function loadByte(frame: Frame, registers: Value[], words: Int32Array, pc: number, object: Value, key: number): number {
  let byte: number;
  if (object instanceof PyBytes && object.shape === BYTES_SHAPE) {
    const index = key < 0 ? key + object.length : key;
    if (index < 0 || index >= object.length) return executeInFull(frame, pc);
    byte = object.at(index);
  } else if (object instanceof PyByteArray && object.shape === BYTEARRAY_SHAPE) {
    const index = key < 0 ? key + object.length : key;
    if (index < 0 || index >= object.length) return executeInFull(frame, pc);
    byte = object.at(index);
  } else return executeInFull(frame, pc);
  registers[words[pc + 1]] = byte;
  return pc + 5;
}

/** A key that is not there is not looked for again: its methods would be asked twice. */
function loadValue(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  object: PyDict,
  key: Value,
): number {
  if (object.shape !== DICT_SHAPE) return executeInFull(frame, pc);
  frame.pc = pc;
  const value = object.get(key);
  if (value === undefined) raiseKey(key);
  if (value === undefined || value === EXIT) return RAISED;
  registers[words[pc + 1]] = value as Value;
  return pc + 5;
}

export function storeItem(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 1]];
  const key = registers[words[pc + 2]];
  if (typeof key !== 'number' || !(object instanceof PyList) || object.shape !== LIST_SHAPE)
    return storeValue(frame, registers, words, pc, object, key);
  const { length } = object;
  const index = key < 0 ? key + length : key;
  if (index < 0 || index >= length) return executeInFull(frame, pc);
  object.set(index, registers[words[pc + 3]]);
  return pc + 5;
}

function storeValue(
  frame: Frame,
  registers: Value[],
  words: Int32Array,
  pc: number,
  object: Value,
  key: Value,
): number {
  if (!(object instanceof PyDict) || object.shape !== DICT_SHAPE)
    return storeByte(frame, registers, words, pc, object, key);
  frame.pc = pc;
  return object.set(key, registers[words[pc + 3]]) === EXIT ? RAISED : pc + 5;
}

function storeByte(frame: Frame, registers: Value[], words: Int32Array, pc: number, object: Value, key: Value): number {
  const value = registers[words[pc + 3]];
  if (!(object instanceof PyByteArray) || object.shape !== BYTEARRAY_SHAPE || typeof key !== 'number')
    return executeInFull(frame, pc);
  const index = key < 0 ? key + object.length : key;
  if (index < 0 || index >= object.length || typeof value !== 'number' || value < 0 || value > 255)
    return executeInFull(frame, pc);
  object.put(index, value);
  return pc + 5;
}

export function contains(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  return containment(frame, registers, words, pc, false);
}

export function notContains(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  return containment(frame, registers, words, pc, true);
}

/** Strings are searched here, but for long ones, whose work is counted; containers of builtin types answer by their slot. */
function containment(frame: Frame, registers: Value[], words: Int32Array, pc: number, isNegated: boolean): number {
  const container = registers[words[pc + 3]];
  const item = registers[words[pc + 2]];
  if (typeof container === 'string' && typeof item === 'string' && container.length < STRIDE) {
    registers[words[pc + 1]] = container.includes(item) !== isNegated;
    return pc + 5;
  }
  if (container === null || typeof container !== 'object') return executeInFull(frame, pc);
  const { type } = container.shape;
  const slot = type.slots.contains;
  if (type.isHeapType || slot === undefined) return executeInFull(frame, pc);
  frame.pc = pc;
  const found = slot(container as never, item);
  if (found === EXIT) return RAISED;
  registers[words[pc + 1]] = (found as boolean) !== isNegated;
  return pc + 5;
}

/** Of lists, strings, tuples and bytes between plain bounds. */
export function loadSlice(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const object = registers[words[pc + 2]];
  const start = registers[words[pc + 3]];
  const stop = registers[words[pc + 4]];
  if (!isBound(start) || !isBound(stop)) return executeInFull(frame, pc);
  frame.pc = pc;
  let slice: Result;
  if (typeof object === 'string') slice = sliceText(object, start, stop);
  else if (object instanceof PyList && object.shape === LIST_SHAPE) slice = sliceList(object, start, stop);
  else if (object instanceof PyTuple && object.shape === TUPLE_SHAPE) slice = sliceTuple(object, start, stop);
  else if (object instanceof PyBytes && object.shape === BYTES_SHAPE) slice = sliceBytes(object, start, stop);
  else return executeInFull(frame, pc);
  if (slice === EXIT) return RAISED;
  registers[words[pc + 1]] = slice as Value;
  return pc + 5;
}

function isBound(value: Value): value is number | null {
  return typeof value === 'number' || value === null;
}
