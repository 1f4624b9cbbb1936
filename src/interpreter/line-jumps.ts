/** `frame.f_lineno = line`: jumps of a debugger, where the frame stays in one piece. */
import type { Code } from '../bytecode/code.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { SPECIAL_METHODS } from '../bytecode/instructions.ts';
import { exceptionTypes, type PyBaseException, raise, raiseValueError } from '../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import type { Frame } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import { lineTable } from './instrumentation.ts';

export function setLine(frame: Frame, value: Value | undefined): true | Exit {
  if (value === undefined) return raise('AttributeError', "attribute 'f_lineno' of 'frame' objects cannot be deleted");
  if (typeof value !== 'number' || !Number.isInteger(value)) return raiseValueError('lineno must be an integer');
  const event = frame.debug?.event ?? '';
  if (event === '') return raiseValueError('f_lineno can only be set in a trace function');
  if (event === 'call' && frame.debug!.line < 0)
    return raiseValueError("can't jump from the 'call' trace event of a new frame");
  if (!allowsJump(frame, event)) return raiseValueError("can only jump from a 'line' trace event");
  return jump(frame, value);
}

/** A jump from a `yield` goes on elsewhere, and nothing is yielded; one from where the frame is resumed also goes on elsewhere. */
function allowsJump({ code, pc, debug }: Frame, event: string): boolean {
  const opcode = code.words[pc];
  if (event === 'return') return opcode === Op.Yield || opcode === Op.YieldFrom;
  return event === 'line' || (event === 'call' && debug!.stage === 'resumed');
}

function jump(frame: Frame, line: number): true | Exit {
  const { code } = frame;
  if (line < code.firstLine) return raiseValueError(`line ${line} comes before the current code block`);
  const places = startsOf(code, line);
  if (places.length === 0) return raiseValueError(`line ${line} comes after the current code block`);
  const problems = places.map((place) => refusal(code, frame.pc, place));
  const possible = places.filter((_, index) => problems[index] === '');
  if (possible.length === 0) return raiseValueError(problems[0]);
  return land(frame, innermostPlace(code, possible));
}

/** Code that stands in several places, as that of a `finally` does: where the frame is in the most blocks, it leaves the fewest. */
function innermostPlace(code: Code, places: readonly number[]): number {
  const depths = places.map((place) => blocksAt(code, place).length);
  return places[depths.indexOf(Math.max(...depths))];
}

/** Code relies on what is bound before it: so nothing stays unbound. Handlers that are left stop handling. */
function land(frame: Frame, place: number): true | Exit {
  const { registers, code } = frame;
  const unbound = code.varnames.filter((_, register) => registers[register] === undefined).length;
  if (unbound > 0) {
    const text = `assigning None to ${unbound} unbound local${unbound === 1 ? '' : 's'}`;
    if (!state.interpreter.warn(exceptionTypes['RuntimeWarning'], text, 0)) return EXIT;
  }
  for (let register = 0; register < code.varnames.length; register++)
    if (registers[register] === undefined) registers[register] = null;
  const there = blocksAt(code, place);
  const isLeft = (block: Block): boolean => !there.some((other) => other.start === block.start);
  const handler = blocksAt(code, frame.pc).find((block) => block.kind === 'except' && isLeft(block));
  if (handler !== undefined) leaveHandler(frame, registers[code.words[handler.start + 1]] as PyBaseException | null);
  moveManagers(frame, blocksAt(code, frame.pc), there);
  if (frame.generator !== null) forgetDelegate(frame.generator);
  frame.pc = place;
  const { debug } = frame;
  debug!.shownLine = -1;
  // Who jumps where the frame is resumed is not told the line that it has chosen, even if the frame would have gone on there.
  if (debug!.event === 'call') {
    debug!.line = lineTable(code).lines[place];
    debug!.pc = place - 1;
  }
  return true;
}

/** What the frame waits for is left, and what is sent to it. */
function forgetDelegate(generator: PyGenerator): void {
  generator.delegate = undefined;
  generator.sent = null;
}

/** The `with` statements that are entered by a jump from others leave the managers of those: CPython has them at the same places of its stack. */
function moveManagers({ code, registers }: Frame, here: readonly Block[], there: readonly Block[]): void {
  const pairs = pairsOfWith(here, there) ?? [];
  const values = pairs.map(([from]) => exitOf(code, from.start).map((register) => registers[register]));
  pairs.forEach(([, to], index) => {
    exitOf(code, to.start).forEach((register, part) => {
      registers[register] = values[index][part];
    });
  });
}

/** The registers of the function and the self of `__exit__`, from the handler of a `with` statement or where they are looked up. */
function exitOf({ words }: Code, start: number): number[] {
  let pc = start;
  if (words[pc] === Op.LoadSpecial) return [words[pc + 1], words[pc + 2]];
  while (words[pc] !== Op.ExitContext) pc += instructionLength(words, pc);
  return [words[pc + 2], words[pc + 3]];
}

/**
 * The `with` statements that a jump enters, each with one that it leaves at the same depth, outermost first; undefined if there is not one
 * for each, or if another block is left, too.
 */
function pairsOfWith(here: readonly Block[], there: readonly Block[]): [from: Block, to: Block][] | undefined {
  const left = without(here, there);
  const entered = without(there, here);
  if (entered.length > left.length || [...left, ...entered].some(({ kind }) => kind !== 'with')) return undefined;
  left.reverse();
  return entered.reverse().map((to, index) => [left[index], to]);
}

function without(blocks: readonly Block[], others: readonly Block[]): Block[] {
  return blocks.filter(({ start }) => !others.some((other) => other.start === start));
}

function leaveHandler(frame: Frame, saved: PyBaseException | null): void {
  if (saved === null && frame.generator !== null) frame.generator.isHandling = false;
  state.handled = saved === null ? frame.handledBefore : saved;
}

/** Where the line begins, or the first one behind it that has instructions. The head of a loop that begins there is none of its beginnings. */
function startsOf(code: Code, line: number): number[] {
  const { lines, isStart } = lineTable(code);
  let wanted = -1;
  for (let pc = 0; pc < lines.length; pc++) {
    if (isStart[pc] === 1 && lines[pc] >= line && (wanted < 0 || lines[pc] < wanted)) wanted = lines[pc];
  }
  const places: number[] = [];
  if (wanted >= 0)
    for (let pc = 0; pc < lines.length; pc++)
      if (isStart[pc] === 1 && lines[pc] === wanted && !LOOP_HEADS.has(code.words[pc])) places.push(pc);
  return places;
}

/** Why a jump is not possible: the text of the error; empty if it is. */
function refusal(code: Code, from: number, to: number): string {
  const here = blocksAt(code, from);
  const there = blocksAt(code, to);
  const entered = without(there, here);
  if (entered.length > 0 && pairsOfWith(here, there) === undefined) return INTO[innermost(entered).kind];
  return needsTemporaries(code, to) ? INCOMPATIBLE : '';
}

interface Block {
  readonly kind: 'for' | 'except' | 'with';
  /** Where the head of the loop, or the handler, is. */
  readonly start: number;
  /** The first instruction in the block: inner blocks begin later. */
  readonly begin: number;
}

function innermost(blocks: readonly Block[]): Block {
  return blocks.reduce((inner, block) => (block.begin > inner.begin ? block : inner));
}

const INCOMPATIBLE = 'incompatible stacks';

const INTO: Readonly<Record<Block['kind'], string>> = {
  for: "can't jump into the body of a for loop",
  except: "can't jump into an 'except' block as there's no exception",
  with: INCOMPATIBLE,
};

/** Loops, handlers and `with` bodies that an instruction is in. */
function blocksAt(code: Code, at: number): Block[] {
  const { words } = code;
  const blocks: Block[] = [];
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
    if (words[pc] === Op.LoopBack) addLoop(blocks, words, words[pc + 1], pc, at);
    else if (words[pc] === Op.EnterHandler && pc < at && at <= endOfHandler(code, pc))
      blocks.push({ kind: 'except', start: pc, begin: pc });
  }
  blocks.push(...withBlocksAt(code, at));
  return blocks;
}

/** `with` statements whose body or exit `at` is in. One whose body cannot raise has no handler: then `start` is where its exit is looked up. */
function withBlocksAt(code: Code, at: number): Block[] {
  const { words, handlers } = code;
  const blocks: Block[] = [];
  for (const { start, end, target } of handlers) {
    if (start > at || !isWith(code, target)) continue;
    if (at < exitEnd(code, end, exitOf(code, target))) blocks.push({ kind: 'with', start: target, begin: start });
  }
  for (let pc = 0; pc < at; pc += instructionLength(words, pc)) {
    if (words[pc] !== Op.LoadSpecial || !EXITS.has(words[pc + 4])) continue;
    const begin = bodyBegin(code, pc);
    if (begin <= at && at < unguardedEnd(code, begin, exitOf(code, pc)))
      blocks.push({ kind: 'with', start: pc, begin });
  }
  return blocks;
}

const EXITS: ReadonlySet<number> = new Set([SPECIAL_METHODS.indexOf('__exit__'), SPECIAL_METHODS.indexOf('__aexit__')]);

/** Behind the call of `__enter__`. */
function bodyBegin({ words }: Code, special: number): number {
  let pc = special;
  while (words[pc] !== Op.CallMethod) pc += instructionLength(words, pc);
  return pc + instructionLength(words, pc);
}

/** Behind the call of `__exit__` that follows a body, or the end of the body if none does. */
function exitEnd(code: Code, end: number, exit: readonly number[]): number {
  const { words } = code;
  const call = end < words.length && words[end] === Op.LoadNone ? end + instructionLength(words, end) : end;
  return callsExit(code, call, exit) ? call + instructionLength(words, call) : end;
}

function callsExit({ words }: Code, pc: number, [callee, self]: readonly number[]): boolean {
  return words[pc] === Op.CallMethod && words[pc + 2] === callee && words[pc + 3] === self;
}

/** Where a body without a handler has been left; -1 if it has one. */
function unguardedEnd(code: Code, begin: number, exit: readonly number[]): number {
  const { words } = code;
  for (let pc = begin; pc < words.length; pc += instructionLength(words, pc)) {
    if (callsExit(code, pc, exit)) return pc + instructionLength(words, pc);
    if (code.handlers.some(({ start, end }) => start <= pc && pc < end && start >= begin)) return -1;
    if (instructionInfo(words[pc]).raises) return -1;
  }
  return -1;
}

const LOOP_HEADS: ReadonlySet<number> = new Set([Op.ForIter, Op.GetAsyncNext]);

/** What reads registers that a block keeps while it runs. */
const OF_BLOCKS: ReadonlySet<number> = new Set([
  Op.ForIter,
  Op.GetAsyncNext,
  Op.EndAsyncFor,
  Op.YieldFrom,
  Op.CallMethod,
  Op.ExitContext,
  Op.LeaveHandler,
  Op.Reraise,
]);

/** Whether the code from `start` on, up to the next jump, reads what an expression before it has left in a register. */
function needsTemporaries(code: Code, start: number): boolean {
  const { words } = code;
  const known = new Set<number>(code.cellRegisters);
  const isTemporary = (register: number): boolean => register >= code.varnames.length && !known.has(register);
  for (let pc = start; pc < words.length; pc += instructionLength(words, pc)) {
    const { reads, writes } = registersOf(words, pc);
    if (!OF_BLOCKS.has(words[pc]) && reads.some(isTemporary)) return true;
    for (const register of writes) known.add(register);
    const { jumps, ends } = instructionInfo(words[pc]);
    if (jumps || ends) break;
  }
  return false;
}

/** The registers that the instruction reads and writes. */
function registersOf(words: Int32Array, pc: number): { reads: number[]; writes: number[] } {
  const reads: number[] = [];
  const writes: number[] = [];
  instructionInfo(words[pc]).operands.forEach(({ kind }, index) => {
    const at = pc + 1 + index;
    if (kind === 'reg' || kind === 'var') reads.push(words[at]);
    if (kind === 'dst' || kind === 'var') writes.push(words[at]);
    if (kind === 'regs') reads.push(...words.subarray(at + 1, at + 1 + words[at]));
    if (kind === 'dsts') writes.push(...words.subarray(at + 1, at + 1 + words[at]));
  });
  return { reads, writes };
}

/** The loop from its head to the jump back, if it keeps an iterator. A loop may have several jumps back. */
function addLoop(blocks: Block[], words: Int32Array, head: number, last: number, at: number): void {
  if (!LOOP_HEADS.has(words[head]) || at < head || at > last || blocks.some(({ start }) => start === head)) return;
  blocks.push({ kind: 'for', start: head, begin: head });
}

/** The last place of the handler entered at `pc`. A clause of `except*` is left to the handler that collects what it raises. */
function endOfHandler(code: Code, pc: number): number {
  const last = lastLeave(code, pc);
  if (last > pc) return last;
  const collecting = code.handlers.filter(({ start }) => start > pc);
  const first = Math.min(...collecting.map(({ start }) => start));
  return Math.max(pc, ...collecting.filter(({ start }) => start === first).map(({ end }) => end - 1));
}

/** Where the handler entered at `pc` is left for the last time: by its clean-up, a handler of its own. */
function lastLeave(code: Code, pc: number): number {
  const { words } = code;
  const saved = words[pc + 1];
  let last = pc;
  for (let at = pc; at < words.length; at += instructionLength(words, at)) {
    if (words[at] === Op.LeaveHandler && words[at + 1] === saved) last = at;
    else if (at > pc && words[at] === Op.EnterHandler && words[at + 1] === saved) break;
  }
  return last;
}

/** Whether a handler is that of a `with` statement, which calls `__exit__`. */
function isWith(code: Code, target: number): boolean {
  const { words } = code;
  for (let pc = target, steps = 0; pc < words.length && steps < 4; pc += instructionLength(words, pc), steps++) {
    if (words[pc] === Op.ExitContext) return true;
    if (instructionInfo(words[pc]).ends) return false;
  }
  return false;
}
