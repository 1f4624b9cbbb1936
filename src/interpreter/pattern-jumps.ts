/**
 * Conditional jumps of the patterns of a `match`, and of the clauses of `except*`, found again in the code.
 *
 * CPython has the values that are being matched on its stack. A test that fails leads to where it drops them, on the line of the pattern;
 * the last alternative of a `|` pattern then jumps to what is behind all patterns that have failed with it. Nothing has to be dropped where the
 * only value that is matched is compared.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { positionAt, repeatedPositions } from '../bytecode/position-table.ts';
import { targetOf } from './instrumentation.ts';
import { before } from './instruction-order.ts';

interface Patterns {
  /** Tests of values that are the last of several. */
  readonly marked: ReadonlySet<number>;
  /** Tests of the last alternative of a pattern. */
  readonly last: Set<number>;
  /** Behind the last alternative. */
  readonly ends: Set<number>;
  /** Where tests lead to that have dropped something. */
  readonly dropped: Set<number>;
}

const known = new WeakMap<Code, Patterns>();

function patternsOf(code: Code): Patterns {
  let patterns = known.get(code);
  if (patterns === undefined) {
    patterns = { marked: repeatedPositions(code), last: new Set(), ends: new Set(), dropped: new Set() };
    known.set(code, patterns);
    fill(code, patterns);
  }
  return patterns;
}

function fill(code: Code, { marked, last, ends, dropped }: Patterns): void {
  const { words } = code;
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
    const target = targetOf(code, pc);
    if (target < 0) continue;
    if (leavesAlternative(code, pc, target)) addLast(code, pc, target, last, ends);
    else if (isStructureTest(code, pc) || isGroupTest(code, pc) || (marked.has(pc) && isPatternTest(code, pc)))
      dropped.add(target);
  }
}

/** The tests between where an alternative jumps to the end, and that. */
function addLast(code: Code, from: number, end: number, last: Set<number>, ends: Set<number>): void {
  const { words } = code;
  const failed = targetOf(code, before(code, end));
  ends.add(end);
  for (let pc = from + instructionLength(words, from); pc < end; pc += instructionLength(words, pc)) {
    if (targetOf(code, pc) === failed && isPatternTest(code, pc)) last.add(pc);
  }
}

/** Whether the jump leaves an alternative that fits, for the end of the last one. */
function leavesAlternative(code: Code, pc: number, target: number): boolean {
  const { words } = code;
  if (!isPatternTest(code, before(code, target)) || target <= pc) return false;
  if (words[pc] !== Op.Jump) return isAlternative(code, pc);
  const last = before(code, pc);
  return words[last] === Op.Move || words[last] === Op.UnpackSequence || isPatternTest(code, last);
}

/** Whether a test drops values where it fails. */
export function dropsValues(code: Code, pc: number): boolean {
  return (
    isStructureTest(code, pc) ||
    isGroupTest(code, pc) ||
    isLastAlternative(code, pc) ||
    (patternsOf(code).marked.has(pc) && isPatternTest(code, pc))
  );
}

export function isLastAlternative(code: Code, pc: number): boolean {
  return patternsOf(code).last.has(pc);
}

/** Whether the last alternative drops what is around it when it has failed. */
export function dropsAround(code: Code, pc: number): boolean {
  return patternsOf(code).marked.has(pc);
}

/** Whether an alternative that fits jumps to `pc`. */
export function isEndOfAlternatives(code: Code, pc: number): boolean {
  return patternsOf(code).ends.has(pc);
}

/** Whether the instruction at `pc` is the last of a case or clause, and CPython jumps from there over what drops values for one that has failed. */
export function endsCase(code: Code, pc: number): boolean {
  const end = pc + instructionLength(code.words, pc);
  return patternsOf(code).dropped.has(end) && !instructionInfo(code.words[pc]).jumps;
}

/** Whether the jump at `pc` goes where a pattern fails, or out of an alternative that fits. */
export function isPatternTest(code: Code, pc: number): boolean {
  if (!instructionInfo(code.words[pc]).jumps) return false;
  return isStructureTest(code, pc) || isNoneTest(code, pc) || isValueTest(code, pc);
}

/** Whether the jump passes by a clause of `except*` that takes nothing. */
function isGroupTest(code: Code, pc: number): boolean {
  return code.words[pc] === Op.JumpIfNone && code.words[before(code, pc)] === Op.MatchExceptionGroup;
}

/** Tests of the type, the length or the keys. */
function isStructureTest(code: Code, pc: number): boolean {
  const { words } = code;
  const tested = before(code, pc);
  switch (words[tested]) {
    case Op.MatchSequence:
    case Op.MatchMapping:
      return words[pc] === Op.JumpIfFalse;
    case Op.MatchClass:
    case Op.MatchKeys:
      return words[pc] === Op.JumpIfNone;
    case Op.EqualInt:
    case Op.GreaterEqualInt:
      return words[pc] === Op.JumpIfFalse && words[before(code, tested)] === Op.GetLength;
    default:
      return false;
  }
}

/** Whether the jump leaves an alternative of a `|` pattern that fits. CPython jumps from those that do not fit, to the next one. */
export function isAlternative(code: Code, pc: number): boolean {
  if (code.words[pc] === Op.JumpIfNone) return isNoneTest(code, pc);
  return code.words[pc] === Op.JumpIfTrue && isValueTest(code, pc);
}

/** The pattern `None`: the jump stands at it; in an expression, at the whole comparison. */
function isNoneTest(code: Code, pc: number): boolean {
  const { words } = code;
  if (words[pc] !== Op.JumpIfNone && words[pc] !== Op.JumpIfNotNone) return false;
  const { line, endLine, column, endColumn } = positionAt(code, pc);
  return line === endLine && endColumn - column === NONE_LENGTH && !isStructureTest(code, pc);
}

const NONE_LENGTH = 'None'.length;

/** What a pattern compares with is loaded where it is compared; in an expression both operands are within the comparison. */
function isValueTest(code: Code, pc: number): boolean {
  const { words } = code;
  const compared = before(code, pc);
  if (words[pc] !== Op.JumpIfTrue && words[pc] !== Op.JumpIfFalse) return false;
  if (words[compared] !== Op.Equal && words[compared] !== Op.Is) return false;
  const loading = before(code, compared);
  const own = positionAt(code, pc);
  const loaded = positionAt(code, loading);
  return (
    !instructionInfo(words[loading]).jumps &&
    loaded.line === own.line &&
    loaded.column === own.column &&
    loaded.endColumn === own.endColumn
  );
}
