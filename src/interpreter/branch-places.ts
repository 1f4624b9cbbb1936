/**
 * Conditional jumps as places in `co_code`, for events and `co_branches`.
 *
 * A loop assigns its variable without an instruction of its own. Where CPython has one, on the line of the `for`, the last bytes of
 * the instruction that gets the item stand for it.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { BYTES_PER_WORD, ENTRY_BYTES, placeOf } from './code-entry.ts';
import { targetOf } from './instrumentation.ts';
import { loopSiteAt, testedAt } from './loops-of-calls.ts';

export interface BranchPlaces {
  readonly source: number;
  /** What follows, or the body of a loop. */
  readonly left: number;
  /** Where it jumps to, or what follows a loop. */
  readonly right: number;
}

const CONDITIONAL: ReadonlySet<number> = new Set([
  Op.JumpIfTrue,
  Op.JumpIfFalse,
  Op.JumpIfNone,
  Op.JumpIfNotNone,
  Op.ForIter,
]);

export function branchAt(code: Code, pc: number): BranchPlaces | undefined {
  const { words } = code;
  const end = pc + instructionLength(words, pc);
  if (words[pc] === Op.EndAsyncFor) return asyncLoopAt(code, pc, end);
  if (words[pc] === Op.Call) return loopAt(code, pc, end);
  if (!CONDITIONAL.has(words[pc])) return testAt(code, pc, end);
  const left = words[pc] === Op.ForIter ? insideOf(end) : placeOf(end);
  return { source: placeOf(pc), left, right: placeOf(targetOf(code, pc)) };
}

/** A call that is a loop asks for an item and goes on, or ends. */
function loopAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  if (loopSiteAt(code, pc) === undefined) return undefined;
  return { source: placeOf(pc), left: testPlace(pc), right: placeOf(end) };
}

/** Where such a call tests an item: within the instruction. */
export function testPlace(pc: number): number {
  return placeOf(pc) + ENTRY_BYTES;
}

/** The name of such a call is tested where it is loaded. */
function testAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  const site = testedAt(code, pc);
  return site && { source: insideOf(end), left: placeOf(end), right: placeOf(site.call) };
}

/** The end of an asynchronous loop is the handler of what waits for the next item. */
function asyncLoopAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  const handler = code.handlers.find(({ target }) => target === pc);
  return handler && { source: placeOf(pc), left: insideOf(handler.end), right: placeOf(end) };
}

/** The last bytes of the instruction that ends there. */
function insideOf(end: number): number {
  return end * BYTES_PER_WORD - ENTRY_BYTES;
}

/** Whether the YieldFrom at `pc` waits for the next item of an asynchronous loop. */
export function waitsForItem({ words, handlers }: Code, pc: number): boolean {
  return handlers.some(
    ({ target, end }) => words[target] === Op.EndAsyncFor && end === pc + instructionLength(words, pc),
  );
}
