/** Iterators over other iterators, which can say whether their next item is had without running Python code. */
import type { Value } from './object.ts';

/** Whether asking an iterator for its next item runs no Python code; `depth`: how many more it may have within each other. */
export type IsQuiet = (iterator: Value, depth: number) => boolean;

export interface QuietIterator {
  /** `of` says it of the iterators within. */
  isQuiet(of: IsQuiet, depth: number): boolean;
}
