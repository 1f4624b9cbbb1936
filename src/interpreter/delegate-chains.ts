/**
 * Generators that delegate to each other (`yield from`, `await`) and are suspended together. Resuming one of them by way of all the frames
 * before it would make a recursive generator quadratic in its depth, so those that compiled code has run stay linked: the outermost one, the
 * root, knows the innermost frame, and the frames between them stay as they were when they ran, with their `back`, and `isRunning`.
 *
 * Invariants: the root itself is suspended as any generator is; none of the others handles an exception; all of them have the same
 * `handledBefore`. Whoever meets one that seems to run asks `isBusy`, which takes the chain apart if its root does not.
 */
import { type Frame, FROM_YIELD_FROM } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import { state } from '../objspace/state.ts';

/** `delegate`, which `root` delegates to, has yielded, with what it has linked itself: as seen by `root`, it is suspended. */
export function link(root: PyGenerator, delegate: PyGenerator): void {
  const { frame } = delegate;
  if (delegate.innermost === null) {
    root.innermost = frame;
    root.linkedCount = 1;
  } else {
    root.innermost = delegate.innermost;
    root.linkedCount = delegate.linkedCount + 1;
    delegate.innermost = null;
  }
  state.handled = frame.handledBefore;
  state.depth--;
}

/** The innermost frame, which has been resumed by itself, has yielded again; `count` frames are linked up to it. */
export function relink(root: PyGenerator, last: Frame, count: number): void {
  const { innermost, linkedCount } = last.generator!;
  if (innermost === null) {
    root.innermost = last;
    root.linkedCount = count;
  } else {
    root.innermost = innermost;
    root.linkedCount = count + linkedCount;
    last.generator!.innermost = null;
  }
  state.handled = last.handledBefore;
  state.depth -= count;
}

/** The generators are suspended each by itself again. */
export function unlink(root: PyGenerator): void {
  let frame = root.innermost;
  root.innermost = null;
  while (frame !== null && frame.generator !== root) {
    const back: Frame | null = frame.back;
    const generator = frame.generator!;
    generator.isRunning = false;
    generator.handledInside = null;
    frame.back = null;
    frame = back;
  }
}

/** Whether the generator runs, rather than being linked in a chain whose root is suspended. */
export function isBusy(generator: PyGenerator): boolean {
  return generator.isRunning && !takenOut(generator);
}

function takenOut(generator: PyGenerator): boolean {
  let { frame } = generator;
  while (frame.entry === FROM_YIELD_FROM && frame.back !== null) frame = frame.back;
  const root = frame.generator!;
  if (root === generator || root.isRunning) return false;
  unlink(root);
  return !generator.isRunning;
}
