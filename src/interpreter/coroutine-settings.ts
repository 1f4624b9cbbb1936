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
  /** The first `count` of them are told of; an array that shrinks and grows again would be made anew each time. */
  private readonly notes: PyCoroutine[] = [];
  private count = 0;

  /** A coroutine was made: if it is never started, the program is told at its end. */
  note(coroutine: PyCoroutine): void {
    if (this.count === MAX_UNSTARTED) this.forgetStarted();
    this.notes[this.count++] = coroutine;
  }

  private forgetStarted(): void {
    this.count = keepUnstarted(this.notes, this.count);
    if (this.count <= MAX_UNSTARTED / 2) return;
    this.notes.copyWithin(0, this.count - MAX_UNSTARTED / 2, this.count);
    this.count = MAX_UNSTARTED / 2;
  }

  /** The coroutines that were made and neither awaited nor closed, since the last question. */
  takeUnstarted(): PyCoroutine[] {
    const found = this.notes.slice(0, keepUnstarted(this.notes, this.count));
    this.notes.length = 0;
    this.count = 0;
    return found;
  }
}

/** Moves those of the first ones that were not started to the front: how many there are. */
function keepUnstarted(notes: PyCoroutine[], count: number): number {
  let kept = 0;
  for (let index = 0; index < count; index++) if (!notes[index].isStarted) notes[kept++] = notes[index];
  return kept;
}

/** Those of the current interpreter. */
export const coroutineSettings = perInterpreter(() => new CoroutineSettings());
