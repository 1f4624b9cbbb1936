/**
 * Coroutines that are awaited where they are made, and whose code is compiled into that of the coroutine which awaits them. There is neither
 * coroutine nor frame as long as nobody looks and nothing is waited for; then both are made as if the call had made them.
 */
import { type Frame, Frame as HeapFrame, FROM_YIELD_FROM } from '../interpreter/frame.ts';
import { endGenerator, startedCoroutine } from '../interpreter/generator.ts';
import type { RuntimeCode } from '../interpreter/runtime-code.ts';
import { state } from '../objspace/state.ts';
import type { Value } from '../objspace/object.ts';
import type { PyFunction } from '../objspace/types/function.ts';

/** The frame of a coroutine that was called at `callPc`, and is resumed by the YieldFrom that `back` is at. */
export function pushAwaited(runtime: RuntimeCode, fn: PyFunction, back: Frame, callPc: number): Frame {
  const frame = new HeapFrame(runtime, fn, null, back, state.handled);
  const yieldPc = back.pc;
  back.pc = callPc;
  const coroutine = startedCoroutine(frame);
  back.pc = yieldPc;
  frame.generator = coroutine;
  frame.entry = FROM_YIELD_FROM;
  back.registers[back.runtime.code.words[yieldPc + 2]] = coroutine as Value;
  const outer = back.generator!;
  outer.delegate = coroutine as Value;
  outer.sentRegister = -1;
  outer.sent = null;
  return frame;
}

/** The frames above `outer` wait for what the innermost one, `inner`, has yielded. */
export function suspendAwaited(inner: Frame, outer: Frame): void {
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

/** The coroutine has returned, or is left by an exception. */
export function finishAwaited(frame: Frame): void {
  const generator = frame.generator!;
  generator.isRunning = false;
  endGenerator(generator);
  frame.back!.generator!.delegate = undefined;
  frame.back = null;
}
