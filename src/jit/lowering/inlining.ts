/** Which code is small enough, and known well enough, to be compiled in place of a call of it. */
import type { RuntimeCode } from '../../interpreter/runtime-code.ts';
import { type Builder, NODES_PER_WORD } from '../builder.ts';
import { CodeState } from '../code-state.ts';
import type { Context } from '../context.ts';

/** Of the room for what is inlined into a loop: calls outside loops are executed once for the call of the unit, which costs as much. */
const ROOM_WITHOUT_LOOP = 0.4;
/** Words of bytecode, at most. */
const MAX_WORDS = 300;
/** Words of bytecode that are hardly more than a call of them. */
const FEW_WORDS = 24;
/** The same of methods of operators and `__init__`: the interpreter would call them for the unit, whose frames and objects would be made. */
export const FEW_WORDS_OF_METHODS = 64;
/** The same of generators that a builtin consumes: besides them, the builtin would run Python code, for which the unit would need a frame. */
export const FEW_WORDS_OF_CONSUMED = 96;
/** Calls within each other, at most. */
const MAX_DEPTH = 6;

/**
 * `entry`: where the code is entered; `levels`: how often it may be within itself, the outermost one included. Whether its exception handlers
 * allow it is not asked.
 */
export function isInlinable(b: Builder, runtime: RuntimeCode, entry: number, few = FEW_WORDS, levels = 1): boolean {
  const state = CodeState.of(runtime);
  if (state.profile === null || !state.profile.isVisited(entry) || runtime.code.words.length > MAX_WORDS) return false;
  return b.context.depth < MAX_DEPTH && hasRoom(b, state.sizeFrom(entry), few) && levelsOf(b, runtime) < levels;
}

/** How often the code is compiled in place of calls within each other here, that of the unit itself included. */
function levelsOf(b: Builder, runtime: RuntimeCode): number {
  let count = 0;
  for (let context: Context | null = b.context; context !== null; context = context.parent)
    if (context.runtime === runtime) count++;
  return count;
}

/** Whether the unit stays small enough to be optimised soon. */
function hasRoom(b: Builder, words: number, few: number): boolean {
  if (words <= few) return b.expectedSize <= b.inlining * 2;
  const room = isRepeated(b.context, b.pc) ? b.inlining : b.inlining * ROOM_WITHOUT_LOOP;
  return b.expectedSize + words * NODES_PER_WORD <= room;
}

/** Whether the instruction is executed several times in one run of the unit, or the unit is one of a generator that is resumed in a loop. */
function isRepeated(context: Context, pc: number): boolean {
  if (context.flow.isInLoop(pc) || context.runtime.isGenerator) return true;
  return context.parent !== null && isRepeated(context.parent, context.callPc);
}
