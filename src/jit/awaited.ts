/**
 * Coroutines that are awaited where they are made, and whose code is compiled into that of the coroutine which awaits them. There is neither
 * coroutine nor frame as long as nobody looks and nothing is waited for; then both are made as if the call had made them. The same goes for
 * generators that are delegated to where they are made.
 */
import { type Frame, Frame as HeapFrame, FROM_YIELD_FROM } from '../interpreter/frame.ts';
import { CO_COROUTINE } from '../bytecode/code.ts';
import { link } from '../interpreter/delegate-chains.ts';
import { endGenerator, type PyGenerator, startedCoroutine, startedGenerator } from '../interpreter/generator.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { state } from '../objspace/state.ts';
import type { PyFunction } from '../objspace/types/function.ts';

/** The frame of a coroutine or generator that was called at `callPc`, and is resumed by the YieldFrom that `back` is at. */
export function pushAwaited(runtime: RuntimeCode, fn: PyFunction, back: Frame, callPc: number): Frame {
  const frame = new HeapFrame(runtime, fn, null, back, state.handled);
  const isCoroutine = (runtime.code.flags & CO_COROUTINE) !== 0;
  delegateTo(isCoroutine ? calledAt(callPc, frame, back) : startedGenerator(frame, fn), frame, back);
  return frame;
}

/** A coroutine may note where it was called. */
function calledAt(callPc: number, frame: Frame, back: Frame): PyGenerator {
  const yieldPc = back.pc;
  back.pc = callPc;
  const coroutine = startedCoroutine(frame);
  back.pc = yieldPc;
  return coroutine;
}

function delegateTo(inner: PyGenerator, frame: Frame, back: Frame): void {
  frame.generator = inner;
  frame.entry = FROM_YIELD_FROM;
  back.registers[back.runtime.words[back.pc + 2]] = inner;
  const outer = back.generator!;
  outer.delegate = inner;
  outer.sentRegister = -1;
  outer.sent = null;
}

/** The frames above `outer` wait for what the innermost one, `inner`, has yielded. */
export function suspendAwaited(inner: Frame, outer: Frame): void {
  const count = linkableCount(inner, outer);
  if (count === 0) suspendOneByOne(inner, outer);
  else {
    state.depth += count;
    link(outer.generator!, inner, count);
    state.frame = outer;
  }
}

/** How many frames there are, if they can be linked as a chain (delegate-chains.ts); otherwise 0. */
function linkableCount(inner: Frame, outer: Frame): number {
  let count = 0;
  for (let frame = inner; frame !== outer; frame = frame.back!) {
    if (frame.generator!.isHandling) return 0;
    count++;
  }
  return count;
}

function suspendOneByOne(inner: Frame, outer: Frame): void {
  for (let frame = inner; frame !== outer; ) {
    const back = frame.back!;
    const generator = frame.generator!;
    generator.isRunning = false;
    generator.handledInside = generator.isHandling ? state.handled : null;
    state.handled = frame.handledBefore;
    frame.back = null;
    frame = back;
  }
  state.frame = outer;
}

/** The same where `inner` has executed a Yield; `sent` is its register for what is sent. */
export function yieldAwaited(inner: Frame, outer: Frame, sent: number): void {
  inner.generator!.sentRegister = sent;
  suspendAwaited(inner, outer);
}

/** The coroutine has returned, or is left by an exception. */
export function finishAwaited(frame: Frame): void {
  const generator = frame.generator!;
  generator.isRunning = false;
  endGenerator(generator);
  frame.back!.generator!.delegate = undefined;
  frame.back = null;
}
