/**
 * Conditional jumps as places in `co_code`, for events and `co_branches`.
 *
 * A loop assigns its variable without an instruction of its own. Where CPython has one, on the line of the `for`, the last bytes of
 * the instruction that gets the item stand for it.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { BYTES_PER_WORD, ENTRY_BYTES, placeOf } from './code-entry.ts';
import { findHandler } from './handler-table.ts';
import { targetOf } from './instrumentation.ts';
import { loopSiteAt, testedAt } from './loops-of-calls.ts';

export interface BranchPlaces {
  readonly source: number;
  /** What follows, or the body of a loop. */
  readonly left: number;
  /** Where it jumps to, or what follows a loop. */
  readonly right: number;
  /** What the instruction jumps for is the left way. */
  readonly isTurned: boolean;
}

export function branchAt(code: Code, pc: number): BranchPlaces | undefined {
  const { words } = code;
  const end = pc + instructionLength(words, pc);
  switch (words[pc]) {
    case Op.EndAsyncFor:
      return asyncLoopAt(code, pc, end);
    case Op.Call:
      return loopAt(code, pc, end);
    case Op.ForIter:
      return forLoopAt(code, pc, end);
    case Op.JumpIfTrue:
    case Op.JumpIfFalse:
    case Op.JumpIfNone:
    case Op.JumpIfNotNone:
      return conditionAt(code, pc, end);
    default:
      return testAt(code, pc, end);
  }
}

function conditionAt(code: Code, pc: number, end: number): BranchPlaces {
  const target = targetOf(code, pc);
  if (isTurned(code, pc, target, end))
    return { source: placeOf(pc), left: testPlace(pc), right: placeOf(end), isTurned: true };
  // A class that an exception is not of is taken from the stack by an instruction of its own.
  const left = code.words[before(code, pc)] === Op.MatchException ? testPlace(pc) : placeOf(end);
  return { source: placeOf(pc), left, right: placeOf(target), isTurned: false };
}

/**
 * Whether the condition is the opposite of CPython's: that jumps over the way back to the head of a loop, where no block ends, and over raising again what
 * `__exit__` does not suppress.
 */
function isTurned(code: Code, pc: number, target: number, end: number): boolean {
  const { words } = code;
  if (isAlternative(code, pc)) return true;
  if (goesBack(code, target) && !isChained(code, pc, end))
    return findHandler(code.handlers, pc)?.target === findHandler(code.handlers, target)?.target;
  if (words[target] !== Op.LeaveHandler || words[pc] !== Op.JumpIfFalse) return false;
  const answering = words[before(code, pc)];
  return answering === Op.ExitContext || answering === Op.YieldFrom;
}

/**
 * Whether the jump leaves an alternative of a `|` pattern that fits. CPython jumps from those that do not fit, to the next one. What a
 * pattern compares with is loaded where it is compared; in an expression both operands are within the comparison.
 */
function isAlternative(code: Code, pc: number): boolean {
  const { words } = code;
  const own = positionAt(code, pc);
  if (words[pc] === Op.JumpIfNone) return own.endColumn - own.column === NONE_LENGTH && own.line === own.endLine;
  const compared = before(code, pc);
  if (words[pc] !== Op.JumpIfTrue || (words[compared] !== Op.Equal && words[compared] !== Op.Is)) return false;
  const loading = before(code, compared);
  const loaded = positionAt(code, loading);
  return (
    !instructionInfo(words[loading]).jumps &&
    loaded.line === own.line &&
    loaded.column === own.column &&
    loaded.endColumn === own.endColumn
  );
}

const NONE_LENGTH = 'None'.length;

/** Whether the jump leaves a chain of comparisons before its last one: CPython drops an operand before it goes back. */
function isChained(code: Code, pc: number, end: number): boolean {
  const { words } = code;
  const own = positionAt(code, pc);
  for (let at = end; at < words.length && words[at] !== Op.LoopBack; at += instructionLength(words, at)) {
    if (words[at] !== Op.JumpIfFalse && words[at] !== Op.JumpIfTrue) continue;
    const { line, column, endLine, endColumn } = positionAt(code, at);
    if (line === own.line && column === own.column && endLine === own.endLine && endColumn === own.endColumn)
      return true;
  }
  return false;
}

/** Whether there is but the way back to the head of a loop; `continue` is a statement of its own. */
function goesBack(code: Code, pc: number): boolean {
  const { words } = code;
  const isElement = words[pc] === Op.Nop && words[pc + 1] === Op.LoopBack;
  if (words[pc] !== Op.LoopBack) return isElement;
  const own = positionAt(code, pc);
  const last = positionAt(code, before(code, pc));
  return own.line === last.line && own.column === last.column;
}

/** The instruction before the one at `pc`. */
function before({ words }: Code, pc: number): number {
  let last = 0;
  for (let at = 0; at < pc; at += instructionLength(words, at)) last = at;
  return last;
}

function forLoopAt(code: Code, pc: number, end: number): BranchPlaces {
  const target = targetOf(code, pc);
  const right = code.words[target] === Op.LoopBack ? testPlace(pc) : placeOf(target);
  return { source: placeOf(pc), left: insideOf(end), right, isTurned: false };
}

/** A call that is a loop asks for an item and goes on, or ends. */
function loopAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  if (loopSiteAt(code, pc) === undefined) return undefined;
  return { source: placeOf(pc), left: testPlace(pc), right: insideOf(end), isTurned: false };
}

/** Within the instruction. */
export function testPlace(pc: number): number {
  return pc * BYTES_PER_WORD + ENTRY_BYTES;
}

/** The name of such a call is tested where it is loaded. */
function testAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  const site = testedAt(code, pc);
  return site && { source: insideOf(end), left: placeOf(end), right: placeOf(site.call), isTurned: false };
}

/** The end of an asynchronous loop is the handler of what waits for the next item. */
function asyncLoopAt(code: Code, pc: number, end: number): BranchPlaces | undefined {
  const handler = code.handlers.find(({ target }) => target === pc);
  return handler && { source: placeOf(pc), left: insideOf(handler.end), right: placeOf(end), isTurned: false };
}

/** The last bytes of the instruction that ends there. */
function insideOf(end: number): number {
  return end * BYTES_PER_WORD - ENTRY_BYTES;
}

/** Whether the YieldFrom at `pc` waits for the next item of an asynchronous loop; comprehensions do not tell of those. */
export function waitsForItem(code: Code, pc: number): boolean {
  const { words, handlers } = code;
  const end = pc + instructionLength(words, pc);
  const handler = handlers.find((other) => words[other.target] === Op.EndAsyncFor && end === other.end);
  return handler !== undefined && !isOfComprehension(code, pc, handler.target);
}

/** The waiting and the end of a comprehension's loop both stand at the comprehension. */
function isOfComprehension(code: Code, waiting: number, end: number): boolean {
  const first = positionAt(code, waiting);
  const last = positionAt(code, end);
  return first.line === last.line && first.column === last.column && first.endColumn === last.endColumn;
}
