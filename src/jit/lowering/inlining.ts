/** Which code is small enough, and known well enough, to be compiled in place of a call of it. */
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import type { Builder } from '../builder.ts';
import { CodeState } from '../code-state.ts';

/** Words of bytecode, at most. */
const MAX_WORDS = 300;
/** Calls within each other, at most. */
const MAX_DEPTH = 6;

/** `entry`: where the code is entered. Whether its exception handlers allow it is not asked. */
export function isInlinable(b: Builder, runtime: RuntimeCode, entry: number): boolean {
  const { profile } = CodeState.of(runtime);
  if (profile === null || !profile.isVisited(entry) || runtime.code.words.length > MAX_WORDS) return false;
  return b.context.depth < MAX_DEPTH && b.size <= b.inlining && !b.isRecursive(runtime);
}
