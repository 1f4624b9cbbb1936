/** Jumps, loops and returns. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import {
  type DictIterator,
  nextKey,
  nextPair,
  nextValue,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictValueIterator,
} from '../../objspace/types/dict/iterators.ts';
import { PyEnumerate } from '../../objspace/types/enumerate.ts';
import { PyListIterator } from '../../objspace/types/list/iterator.ts';
import { PyRangeIterator } from '../../objspace/types/range-iterator.ts';
import { PyStrAsciiIterator } from '../../objspace/types/str/iterator.ts';
import { PyTupleIterator } from '../../objspace/types/tuple-iterator.ts';
import { PyZip } from '../../objspace/types/zip.ts';
import { iter } from '../../objspace/operations.ts';
import { next as nextItem } from '../awaiting.ts';
import { type Frame, FROM_CALL, FROM_HOST } from '../frame.ts';
import { PyGenerator } from '../generator.ts';
import { hotSpots } from '../hot-spots.ts';
import { instruments } from '../instruments.ts';
import { executeInFull } from '../instructions/complete.ts';
import { enterForLoop, finishGenerator, leave, resumeAt } from '../leaving.ts';
import { safepointOfLoop } from '../suspension.ts';
import { FINISHED, RAISED, SWITCHED } from '../outcomes.ts';
import { plainTruth } from '../plain-length.ts';
import * as pairs from './pairs.ts';

export function loopBack(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  if (--state.fuel < 0) {
    frame.pc = pc;
    if (safepointOfLoop() === EXIT) return RAISED;
  }
  if (--frame.runtime.heat < 0) {
    frame.pc = pc;
    return hotSpots.loop(frame, words[pc + 1]);
  }
  const next = words[pc + 1];
  return words[next] === Op.ForIter ? forIter(frame, registers, words, next) : next;
}

export function jumpIfTrue(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const condition = registers[words[pc + 1]];
  if (condition === true) return words[pc + 2];
  if (condition === false || condition === null) return pc + 3;
  const truth = plainTruth(condition);
  if (truth === undefined) return executeInFull(frame, pc);
  return truth ? words[pc + 2] : pc + 3;
}

export function jumpIfFalse(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const condition = registers[words[pc + 1]];
  if (condition === true) return pc + 3;
  if (condition === false || condition === null) return words[pc + 2];
  const truth = plainTruth(condition);
  if (truth === undefined) return executeInFull(frame, pc);
  return truth ? pc + 3 : words[pc + 2];
}

/** What is no instance of a Python class has its iterator made at once. */
export function getIter(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const iterable = registers[words[pc + 2]];
  if (iterable === null || typeof iterable !== 'object' || iterable.shape.type.isHeapType)
    return executeInFull(frame, pc);
  frame.pc = pc;
  const iterator = iter(iterable);
  if (iterator === EXIT) return RAISED;
  registers[words[pc + 1]] = iterator as Value;
  return pc + 4;
}

export function forIter(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const iterator = registers[words[pc + 2]];
  let item: Value | undefined;
  if (iterator instanceof PyRangeIterator) item = iterator.next();
  else if (iterator instanceof PyListIterator) item = iterator.next();
  else return nextOfOther(frame, registers, words, pc, iterator);
  if (item === undefined) return words[pc + 3];
  registers[words[pc + 1]] = item;
  return pc + 5;
}

function nextOfOther(frame: Frame, registers: Value[], words: Int32Array, pc: number, iterator: Value): number {
  if (iterator instanceof PyGenerator) return enterOrFail(frame, pc, iterator);
  frame.pc = pc;
  if (pairs.isTakenApart(words, pc)) {
    const next = pairs.nextPair(registers, words, pc, iterator);
    if (next !== pairs.NO_PAIR) return next;
  }
  return nextOfBuiltin(frame, registers, words, pc, iterator);
}

/** As forIter, but never the instruction that follows, too: compiled code takes up the item by itself. */
export function forIterAlone(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  const iterator = registers[words[pc + 2]];
  if (iterator instanceof PyGenerator) return enterOrFail(frame, pc, iterator);
  frame.pc = pc;
  return nextOfBuiltin(frame, registers, words, pc, iterator);
}

/** Iterators of builtin types answer at once, the commonest without a look at their slots; those of Python classes get a frame. */
function nextOfBuiltin(frame: Frame, registers: Value[], words: Int32Array, pc: number, iterator: Value): number {
  let item: Result | undefined;
  if (iterator instanceof PyTupleIterator) item = iterator.next();
  else if (iterator instanceof PyDictKeyIterator) item = nextKey(iterator as unknown as DictIterator);
  else if (iterator instanceof PyDictItemIterator) item = nextPair(iterator as unknown as DictIterator);
  else if (iterator instanceof PyDictValueIterator) item = nextValue(iterator as unknown as DictIterator);
  else if (iterator instanceof PyStrAsciiIterator) item = iterator.next();
  else if (iterator instanceof PyEnumerate && iterator.shape === pairs.ENUMERATE_SHAPE) item = iterator.next();
  else if (iterator instanceof PyZip && iterator.shape === pairs.ZIP_SHAPE) item = iterator.next();
  else if (iterator === null || typeof iterator !== 'object' || iterator.shape.type.isHeapType)
    return executeInFull(frame, pc);
  else item = nextItem(iterator);
  if (item === EXIT) return RAISED;
  if (item === undefined) return words[pc + 3];
  registers[words[pc + 1]] = item as Value;
  return pc + 5;
}

function enterOrFail(frame: Frame, pc: number, generator: PyGenerator): number {
  if (generator.kind !== 'generator' || generator.isRunning || generator.isFinished || state.depth >= state.depthLimit)
    return executeInFull(frame, pc);
  frame.pc = pc;
  const inner = enterForLoop(generator, frame);
  state.frame = inner;
  return --inner.runtime.heat < 0 ? hotSpots.entered(inner, SWITCHED) : SWITCHED;
}

export function returnValue(frame: Frame, registers: Value[], words: Int32Array, pc: number): number {
  return returnFrom(frame, pc, registers[words[pc + 1]]);
}

export function returnNone(frame: Frame, _registers: Value[], _words: Int32Array, pc: number): number {
  return returnFrom(frame, pc, null);
}

instruments.leaving[Op.Return] = returnValue;
instruments.leaving[Op.ReturnNone] = returnNone;

export function returnFrom(frame: Frame, pc: number, value: Value): number {
  state.depth--;
  state.handled = frame.handledBefore;
  frame.pc = pc;
  if (frame.entry !== FROM_CALL) return returnOtherwise(frame, value);
  const back = frame.back!;
  back.registers[back.runtime.words[back.pc + 1]] = value;
  back.pc = frame.returnPc;
  state.frame = back;
  return SWITCHED;
}

/** The frame was not entered by a plain call. */
function returnOtherwise(frame: Frame, value: Value): number {
  if (frame.generator !== null) finishGenerator(frame.generator);
  if (frame.entry === FROM_HOST) {
    state.result = value;
    return FINISHED;
  }
  const back = frame.back!;
  state.frame = back;
  return resumeAt(back, leave(frame, back, value));
}
