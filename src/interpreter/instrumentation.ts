/**
 * Instrumented code: how the loop tells about instructions while something observes, and pays nothing while nothing does.
 *
 * The opcodes of a code that runs while something observes are replaced, in the very array that the loop reads, by one that the loop
 * has no case for. So each instruction comes here first. It is observed and put back for one execution: the next instruction that
 * comes here takes it out again. Operands stay where they are, and `Code.words` becomes a clean copy for everybody else.
 *
 * When nothing observes any more, a code is put in order by its first instruction that comes here.
 */
import type { Code, Handler } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { INSTRUCTION_COUNT, instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { positionAt, positionRanges } from '../bytecode/position-table.ts';
import { isCleanup } from './handler-table.ts';
import type { RuntimeCode } from './runtime-code.ts';

/** The opcode behind the last one. */
export const INSTRUMENTED = INSTRUCTION_COUNT;
/** Stands for an instruction whose operands are recorded for the compiler (jit/profile.ts). */
export const PROFILED = INSTRUMENTED + 1;

/** What is known about the lines of an instrumented code, by pc. */
export interface LineTable {
  /** Line of the instruction; -1 if it has none. */
  readonly lines: Int32Array;
  /** Whether a line may begin there: 0, 1, or ANEW. */
  readonly isStart: Uint8Array;
}

/** A line begins there, even if it is the one of the instruction before. */
export const ANEW = 2;

const tables = new WeakMap<Code, LineTable>();

/** The instruction that has been put back for one execution. */
let openWords: Int32Array | null = null;
let openPc = 0;

export function instrument(runtime: RuntimeCode): void {
  const { code, words } = runtime;
  if (runtime.isInstrumented) return;
  runtime.isInstrumented = true;
  if (code.words === words) code.words = words.slice();
  const clean = code.words;
  for (let pc = 0; pc < clean.length; pc += instructionLength(clean, pc)) words[pc] = INSTRUMENTED;
}

export function putInOrder(runtime: RuntimeCode): void {
  runtime.words.set(runtime.code.words);
  runtime.isInstrumented = false;
}

/** The loop executes the instruction at `pc` next. Whoever was told of it may have left another one open, of the same code perhaps. */
export function open(runtime: RuntimeCode, pc: number): void {
  close();
  runtime.words[pc] = runtime.code.words[pc];
  openWords = runtime.words;
  openPc = pc;
}

/** Takes out the instruction that was put back. */
export function close(): void {
  if (openWords === null) return;
  openWords[openPc] = INSTRUMENTED;
  openWords = null;
}

export function lineTable(code: Code): LineTable {
  let table = tables.get(code);
  if (table === undefined) {
    table = makeTable(code);
    tables.set(code, table);
  }
  return table;
}

function makeTable(code: Code): LineTable {
  const lines = new Int32Array(code.words.length).fill(-1);
  const isStart = new Uint8Array(code.words.length);
  let before = -1;
  for (const { start, end, position } of positionRanges(code)) {
    const { line } = position;
    lines.fill(line, start, end);
    if (line >= 0 && line !== before) isStart[start] = 1;
    before = line;
  }
  for (let pc = 0; pc < code.words.length; pc += instructionLength(code.words, pc)) {
    const target = code.words[pc] === Op.ForIter ? -1 : targetOf(code, pc);
    if (target < 0) continue;
    if (!isJump(code, target) && (target <= pc || lines[target] !== lines[pc])) isStart[target] = 1;
    if (isNextElement(code, pc, target) && lines[target] !== lines[pc])
      isStart[pc + instructionLength(code.words, pc)] = 1;
  }
  // A generator that is entered begins its first line, whose beginning it has come by when it was made.
  if (code.words[0] === Op.ReturnGenerator) isStart[instructionLength(code.words, 0)] = 1;
  for (const handler of code.handlers) {
    isStart[handler.target] = 1;
    const anew = lineBegunAnew(code, handler, lines);
    if (anew >= 0) isStart[anew] = ANEW;
  }
  return { lines, isStart };
}

/** Where the handler of a comprehension begins the line of the comprehension again, behind an instruction without a place; -1 in others. */
function lineBegunAnew(code: Code, handler: Handler, lines: Int32Array): number {
  if (!isCleanup(code, handler)) return -1;
  const behind = handler.target + instructionLength(code.words, handler.target);
  return code.words[behind] === Op.Unbind && lines[behind] >= 0 ? behind : -1;
}

/**
 * Whether the jump at `jump` goes to where the loop of a comprehension goes on with the next element, on the line of the element, which
 * stands before the condition. CPython puts the jump there, too, so that another line begins behind it.
 */
export function isNextElement(code: Code, jump: number, pc: number): boolean {
  const { words } = code;
  if (words[pc] !== Op.Nop || words[pc + 1] !== Op.LoopBack) return false;
  const condition = positionAt(code, jump);
  const element = positionAt(code, pc);
  return element.line < condition.line || (element.line === condition.line && element.column < condition.column);
}

/** A jump that closes a block has the line of what comes before it in the block. */
function isJump(code: Code, pc: number): boolean {
  return code.words[pc] === Op.Jump || code.words[pc] === Op.LoopBack;
}

/** The label of the instruction at `pc`; -1 if it has none. */
export function targetOf(code: Code, pc: number): number {
  const at = instructionInfo(code.words[pc]).operands.findIndex((operand) => operand.kind === 'label');
  return at < 0 ? -1 : code.words[pc + 1 + at];
}
