/** What an interpreter knows of its coroutines: hooks and depth that `sys` sets, and those that nobody has awaited so far. */
import type { Value } from '../objspace/object.ts';
import { perInterpreter } from '../objspace/per-interpreter.ts';
import type { PyCoroutine } from './generator.ts';

/** So many coroutines that were never awaited are remembered: a program that drops them by the million does not keep them all. */
const MAX_UNSTARTED = 512;

export class CoroutineSettings {
  /** `sys.set_coroutine_origin_tracking_depth`. */
  originDepth = 0;
  /** `sys.set_asyncgen_hooks`. */
  firstIteration: Value = null;
  finalizer: Value = null;
  private unstarted: PyCoroutine[] = [];

  /** A coroutine was made: if it is never started, the program is told at its end. */
  note(coroutine: PyCoroutine): void {
    this.unstarted.push(coroutine);
    if (this.unstarted.length < MAX_UNSTARTED) return;
    this.unstarted = this.unstarted.filter((item) => !item.isStarted).slice(-MAX_UNSTARTED / 2);
  }

  /** The coroutines that were made and neither awaited nor closed, since the last question. */
  takeUnstarted(): PyCoroutine[] {
    const found = this.unstarted.filter((item) => !item.isStarted);
    this.unstarted = [];
    return found;
  }
}

/** Those of the current interpreter. */
export const coroutineSettings = perInterpreter(() => new CoroutineSettings());
