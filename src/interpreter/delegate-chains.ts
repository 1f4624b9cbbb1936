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

/**
 * `last` has yielded, the last one of `count` frames up to the one that `root` delegates to. All but `last` are linked already, or have been; it
 * may be the root of a chain itself, which goes on with that one then.
 */
export function link(root: PyGenerator, last: Frame, count: number): void {
  const inner = last.generator!;
  if (inner.innermost === null) {
    root.innermost = last;
    root.linkedCount = count;
  } else {
    root.innermost = inner.innermost;
    root.linkedCount = count + inner.linkedCount;
    inner.innermost = null;
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
