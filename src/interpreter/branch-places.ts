/**
 * Conditional jumps as places in `co_code`, for events and `co_branches`.
 *
 * A loop assigns its variable without an instruction of its own. Where CPython has one, on the line of the `for`, the last bytes of
 * the instruction that gets the item stand for it.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { BYTES_PER_WORD, ENTRY_BYTES, placeOf } from './code-entry.ts';
import { entrances, isFallenInto } from './entrances.ts';
import { findHandler } from './handler-table.ts';
import { type ChainPart, chainPartAt } from './comparison-chains.ts';
import { isNextElement, lineTable, targetOf } from './instrumentation.ts';
import { before } from './instruction-order.ts';
import { dropsAround, dropsValues, isAlternative, isEndOfAlternatives, isLastAlternative } from './pattern-jumps.ts';
import { isSmallExit } from './small-exits.ts';
import { loopSiteAt, testedAt } from './loops-of-calls.ts';

export interface BranchPlaces {
  readonly source: number;
  /** What follows, or the body of a loop. */
  readonly left: number;
  /** Where it jumps to, or what follows a loop. */
  readonly right: number;
  /** What the instruction jumps for is the left way. */
  readonly isTurned: boolean;
  /** Whether CPython jumps on from where the left way leads to. */
  readonly leftJumps?: boolean;
  readonly rightJumps?: boolean;
  /** Where it jumps to, if that is not where control goes on. */
  readonly rightJumpsTo?: number | undefined;
  /** Where the branch stands, if that is not where its condition does. */
  readonly elsewhere?: number | undefined;
}

/** Those that were asked for: a loop asks again and again. */
const known = new WeakMap<Code, Map<number, BranchPlaces | undefined>>();

export function branchAt(code: Code, pc: number): BranchPlaces | undefined {
  let places = known.get(code);
  if (places === undefined) {
    places = new Map();
    known.set(code, places);
  }
  if (!places.has(pc)) places.set(pc, findBranch(code, pc));
  return places.get(pc);
}

function findBranch(code: Code, pc: number): BranchPlaces | undefined {
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
  const part = chainPartAt(code, pc);
  const own = testPlace(pc);
  if (part !== undefined && !part.isLast) return linkAt(code, pc, end, part);
  if (dropsValues(code, pc)) return failureAt(code, pc, end, target);
  const element = isNextElement(code, pc, target) ? target : -1;
  const source = element < 0 ? placeOf(pc) : placeOf(element);
  if (isTurned(code, pc, target)) {
    const left = element < 0 ? own : source;
    const right = part === undefined ? placeOf(end) : own;
    return {
      source,
      left,
      right,
      isTurned: true,
      leftJumps: isAlternative(code, pc),
      rightJumps: part !== undefined,
      elsewhere: elsewhereAt(code, pc, element),
    };
  }
  const isCopied = part !== undefined && isSmallExit(code, end);
  const dropsOperand =
    part !== undefined || code.words[before(code, pc)] === Op.MatchException || isOfValue(code, pc, end);
  return {
    source: placeOf(pc),
    left: dropsOperand && !isCopied ? own : placeOf(end),
    right: placeOfTarget(code, target, own),
    isTurned: false,
    leftJumps: part !== undefined && !isCopied,
  };
}

/**
 * The jump out of a chain before its last comparison: the operand for the next one is dropped first. Where what follows the chain ends the
 * function, and is copied to the end of the chain, the rest follows at once.
 */
function linkAt(
  code: Code,
  pc: number,
  end: number,
  { isCondition, jumpsWhenFalse, end: behind }: ChainPart,
): BranchPlaces {
  const own = testPlace(pc);
  const left = isCondition ? placeOf(end) : own;
  const rightJumps = jumpsWhenFalse && !isSmallExit(code, behind);
  return { source: placeOf(pc), left, right: own, isTurned: false, rightJumps };
}

/** A test of a pattern that drops values where it fails. */
function failureAt(code: Code, pc: number, end: number, target: number): BranchPlaces {
  const own = testPlace(pc);
  const isLast = isLastAlternative(code, pc);
  // What is spread over lines has an instruction for that.
  const right = lineTable(code).lines[target] === lineTable(code).lines[pc] && !isLast ? placeOf(target) : own;
  return {
    source: placeOf(pc),
    left: isEndOfAlternatives(code, end) ? own : placeOf(end),
    right,
    isTurned: false,
    leftJumps: isEndOfAlternatives(code, end),
    rightJumps: isLast,
    rightJumpsTo: isLast && dropsAround(code, pc) ? own : undefined,
  };
}

/** Where the branch stands if its condition does on another line than the element. */
function elsewhereAt(code: Code, pc: number, element: number): number | undefined {
  const { lines } = lineTable(code);
  return element >= 0 && lines[element] !== lines[pc] ? element : undefined;
}

/**
 * Where a conditional jump leads to. What belongs to no line stands where control comes from. An operand that decides against leaving an
 * `and` or `or` around its own one leads to where that drops it.
 */
function placeOfTarget(code: Code, target: number, own: number): number {
  const last = before(code, target);
  const opcode = code.words[last];
  if ((opcode === Op.JumpIfTrue || opcode === Op.JumpIfFalse) && isOfValue(code, last, target)) return testPlace(last);
  return lineTable(code).lines[target] < 0 || endsBlock(code, target) ? own : placeOf(target);
}

/**
 * Whether a `try` or `with` block ends at `pc`, which nothing but one jump leads to: CPython has an instruction there, which belongs to where
 * control comes from.
 */
function endsBlock(code: Code, pc: number): boolean {
  return code.handlers.some(({ end }) => end === pc) && entrances(code, pc) === 1 && !isFallenInto(code, pc);
}

/**
 * Whether the jump at `pc` is one of an `and` or `or` whose value is asked for: CPython keeps the operand on the stack, and drops it where
 * it goes on. Such a jump stands at the whole, with the operand that follows inside.
 */
function isOfValue(code: Code, pc: number, end: number): boolean {
  const own = positionAt(code, pc);
  const next = positionAt(code, end);
  return (
    isBehind(next.line, next.column, own.line, own.column) &&
    !isBehind(next.endLine, next.endColumn, own.endLine, own.endColumn)
  );
}

function isBehind(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line > otherLine || (line === otherLine && column > otherColumn);
}

/**
 * Whether the condition is the opposite of CPython's: that jumps over the way back to the head of a loop, where no block ends, and over raising again what
 * `__exit__` does not suppress.
 */
function isTurned(code: Code, pc: number, target: number): boolean {
  const { words } = code;
  if (isAlternative(code, pc)) return true;
  if (goesBack(code, pc, target))
    return findHandler(code.handlers, pc)?.target === findHandler(code.handlers, target)?.target;
  if (words[target] !== Op.LeaveHandler || words[pc] !== Op.JumpIfFalse) return false;
  const answering = words[before(code, pc)];
  return answering === Op.ExitContext || answering === Op.YieldFrom;
}

/** Whether the jump at `jump` goes to where there is but the way back to the head of a loop; `continue` is a statement of its own. */
export function goesBack(code: Code, jump: number, pc: number): boolean {
  const { words } = code;
  if (words[pc] !== Op.LoopBack) return isNextElement(code, jump, pc);
  const own = positionAt(code, pc);
  const last = positionAt(code, before(code, pc));
  return own.line === last.line && own.column === last.column;
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
