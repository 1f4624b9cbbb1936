/** How frames are left and generators entered from bytecode: what happens when a frame returns or yields to another. */
import { raiseTypeError } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import * as awaiting from './awaiting.ts';
import type { Continuation, Next } from './continuation.ts';
import { unlink } from './delegate-chains.ts';
import {
  type Frame,
  FROM_CALL,
  FROM_CONSTRUCTOR,
  FROM_FOR,
  FROM_HOST,
  FROM_OPERATION,
  FROM_SEND,
  FROM_YIELD_FROM,
} from './frame.ts';
import { hotSpots } from './hot-spots.ts';
import { instruments } from './instruments.ts';
import { canResume, endGenerator, enterGenerator, PyGenerator, returned, stopIteration } from './generator.ts';
import { FINISHED, RAISED, SWITCHED } from './outcomes.ts';

/** Words of ForIter and of YieldFrom. */
const FOR_ITER_LENGTH = 5;
export const YIELD_FROM_LENGTH = 3;

export function finishGenerator(generator: PyGenerator): void {
  generator.isRunning = false;
  endGenerator(generator);
}

/** The generator's code begins to handle an exception; whether it was handling another already. */
export function enterHandler(generator: PyGenerator): boolean {
  const isInner = generator.isHandling;
  generator.isHandling = true;
  return isInner;
}

/** Stores into the destination of the instruction that the frame is at. */
function deliver(back: Frame, value: Value): void {
  back.registers[back.runtime.words[back.pc + 1]] = value;
}

/** A frame that was not entered by a plain call has returned: where `back` goes on. */
export function leave(frame: Frame, back: Frame, value: Value): Next {
  switch (frame.entry) {
    case FROM_CALL:
      deliver(back, value);
      return frame.returnPc;
    case FROM_CONSTRUCTOR:
      if (value !== null) {
        raiseTypeError(`__init__() should return None, not '${typeName(value)}'`);
        return RAISED;
      }
      deliver(back, frame.pending as Value);
      return frame.returnPc;
    case FROM_FOR:
      if (instruments.isActive && instruments.loopEnded(back, value) === EXIT) return RAISED;
      return back.runtime.words[back.pc + 3];
    case FROM_OPERATION:
      return (frame.pending as Continuation).resume(back, value);
    case FROM_SEND:
      stopIteration(value);
      return RAISED;
    default:
      back.generator!.delegate = undefined;
      if (instruments.isActive && instruments.delegateReturned(back, value) === EXIT) return RAISED;
      deliver(back, value);
      return back.pc + YIELD_FROM_LENGTH;
  }
}

/** The loop goes on with the frame, which has been entered. */
export function switchTo(frame: Frame): number {
  state.frame = frame;
  return frame.runtime.heat < 0 ? hotSpots.entered(frame, SWITCHED) : SWITCHED;
}

/** `back`, the running frame, goes on as `leave` or a continuation says: SWITCHED, or RAISED with an exception in flight there. */
export function resumeAt(back: Frame, next: Next): number {
  if (typeof next !== 'number') return switchTo(next);
  if (next < 0) return RAISED;
  back.pc = next;
  return SWITCHED;
}

/** Resumes a generator for the ForIter that `back` is at. */
export function enterForLoop(generator: PyGenerator, back: Frame): Frame {
  enterGenerator(generator, back, null);
  generator.frame.entry = FROM_FOR;
  state.depth++;
  return generator.frame;
}

/**
 * The frame, a generator's, yields: a chain of frames at YieldFrom passes the value on, outwards. SWITCHED to the frame that gets it, behind
 * its ForIter or call; FINISHED if host code does; RAISED if an operation that resumed it fails with what it got. An observer can make one of
 * the frames raise, or go on elsewhere.
 */
export function yieldTo(start: Frame, value: Value): number {
  for (let frame = start; ; ) {
    const generator = frame.generator!;
    const passes = instruments.isActive ? instruments.yielded(frame, value) : true;
    if (passes !== true) {
      state.frame = frame;
      return passes === EXIT ? RAISED : SWITCHED;
    }
    generator.isRunning = false;
    generator.handledInside = generator.isHandling ? state.handled : null;
    state.handled = frame.handledBefore;
    state.depth--;
    const back = frame.back;
    frame.back = null;
    if (frame.entry === FROM_HOST) {
      state.result = value;
      return FINISHED;
    }
    if (frame.entry !== FROM_YIELD_FROM) {
      state.frame = back;
      return resumeAt(back!, afterYield(frame, back!, value));
    }
    frame = back!;
  }
}

/** Where `back`, which has resumed the generator, goes on with what that yields. */
function afterYield(frame: Frame, back: Frame, value: Value): Next {
  if (frame.entry === FROM_OPERATION) return (frame.pending as Continuation).yielded(back, value);
  deliver(back, value);
  return frame.entry === FROM_SEND ? frame.returnPc : back.pc + FOR_ITER_LENGTH;
}

/** What a delegate yielded. */
export class Yielded {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/**
 * YieldFrom at frame.pc: sends what was sent into the iterator. The frame to resume, what the iterator yields, `undefined` when it is
 * done (its result is in the destination), EXIT if it raised.
 */
export function delegate(frame: Frame): Frame | Yielded | Exit | undefined {
  const generator = frame.generator!;
  const iterator = frame.registers[frame.runtime.words[frame.pc + 2]] as Value;
  const { sent } = generator;
  unlink(generator);
  generator.sent = null;
  generator.sentRegister = -1;
  generator.delegate = iterator;
  if (canEnter(iterator, sent)) {
    enterGenerator(iterator, frame, sent);
    iterator.frame.entry = FROM_YIELD_FROM;
    state.depth++;
    return iterator.frame;
  }
  const value = awaiting.sendTo(iterator, sent);
  if (value !== undefined && value !== EXIT) return new Yielded(value as Value);
  generator.delegate = undefined;
  if (value === EXIT) return EXIT;
  const result = returned.value;
  if (instruments.isActive && endsByRaising(iterator, sent) && instruments.delegateStopped(frame, result) === EXIT)
    return EXIT;
  deliver(frame, result);
  return undefined;
}

/**
 * Whether what is not a generator ends by StopIteration: what can be thrown into, as all that builtin types give to be awaited, does so.
 * Their plain iterators simply have no next item.
 */
function endsByRaising(iterator: Value, sent: Value): boolean {
  if (iterator instanceof PyGenerator) return false;
  const type = typeOf(iterator);
  return sent !== null || type.isHeapType || type.lookup('throw') !== undefined;
}

/** Whether the frame has been entered at a YieldFrom that will do no more than to enter another generator's frame. */
export function onlyDelegates({ generator }: Frame): boolean {
  unlink(generator!);
  const { delegate: iterator, sentRegister, sent } = generator!;
  return sentRegister < 0 && iterator instanceof PyGenerator && canEnter(iterator, sent);
}

function canEnter(iterator: Value, sent: Value): iterator is PyGenerator {
  return (
    iterator instanceof PyGenerator &&
    iterator.kind !== 'async generator' &&
    canResume(iterator, sent) &&
    state.depth < state.depthLimit
  );
}
