/**
 * Tells observers (trace and profile functions, tools of `sys.monitoring`) what a frame does: what an instrumented instruction means
 * to them, and what the hooks of calls, generators and exceptions tell.
 *
 * The order at one instruction: the frame is entered or goes on, the branch taken before, a new line, the instruction itself.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import type { Code } from '../bytecode/code.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { branchAt, goesBack, testPlace, waitsForItem } from './branch-places.ts';
import { chainPartAt } from './comparison-chains.ts';
import { before } from './instruction-order.ts';
import { placeOnLine } from './line-ranges.ts';
import { endsCase, isEndOfAlternatives } from './pattern-jumps.ts';
import { isSmallExit } from './small-exits.ts';
import type { Next } from './continuation.ts';
import { RAISED, RERAISED } from './outcomes.ts';
import type { Frame, FrameDebug } from './frame.ts';
import { debugOf, ELSEWHERE, NO_LINE } from './frame-debug.ts';
import { told, left, handledAtDelegate, raisedHere, stopped, stopWith } from './frame-events.ts';
import { observeCall, observeSuper } from './observed-calls.ts';
import { entryLine, placeOf } from './code-entry.ts';
import { ANEW, close, instrument, isNextElement, lineTable, open, putInOrder, targetOf } from './instrumentation.ts';
import { instruments } from './instruments.ts';
import { EVENT, fire, isMonitored, isToldOf } from './monitors.ts';
import { trace, tracing } from './tracing.ts';
import { isException, YIELD_LENGTH } from './generator.ts';
import { addTraceback, addTracebackAtLine } from './traceback.ts';
import { findHandler } from './handler-table.ts';
import { isBuiltin, testedAt } from './loops-of-calls.ts';
import { enterLoop } from './observed-loops.ts';
import './observed-exceptions.ts';

/** An instrumented instruction: observes it, and lets the loop execute it. */
export function observedInstruction(frame: Frame): Next {
  close();
  const { runtime, pc } = frame;
  if (!instruments.isActive) {
    putInOrder(runtime);
    return pc;
  }
  if (instruments.suspended === 0) {
    const next = observe(frame);
    if (next !== pc) return next;
  }
  open(runtime, pc);
  return pc;
}

/** The pc to execute; another one if a trace function has jumped, or if the instruction has been executed here. */
function observe(frame: Frame): Next {
  const { code, pc } = frame;
  const opcode = code.words[pc];
  const debug = debugOf(frame);
  // What makes a generator comes before it is entered.
  if (frame.runtime.isGenerator && frame.generator === null) return pc;
  if (debug.stage !== 'running' && enter(frame, debug) === EXIT) return RERAISED;
  if (debug.calling >= 0 && called(frame, debug) === EXIT) return RAISED;
  if (debug.branch >= 0 && branched(frame, debug) === EXIT) return RAISED;
  if (frame.pc !== pc) return arrived(frame, debug);
  if (newLine(frame, debug) === EXIT) return RAISED;
  if (frame.pc !== pc) return arrived(frame, debug);
  if (isMonitored(EVENT.INSTRUCTION) && fire(EVENT.INSTRUCTION, code, pc, placeOf(pc)) === EXIT) return RAISED;
  if (debug.traceOpcodes && trace(frame, 'opcode', null) === EXIT) return RAISED;
  return observeOpcode(frame, debug, opcode);
}

/** A trace function has jumped: the line that it has chosen does not begin for it. */
function arrived(frame: Frame, debug: FrameDebug): number {
  debug.line = lineTable(frame.code).lines[frame.pc];
  debug.pc = frame.pc - 1;
  return frame.pc;
}

/**
 * The frame goes on behind a call. CPython has an instruction there, on the line of the call, that takes the result from the stack: a
 * debugger that is started by the call (`breakpoint()`) stops at it. Here the place within the call stands for that.
 */
function called(frame: Frame, debug: FrameDebug): true | Exit {
  const { code, pc } = frame;
  const from = debug.calling;
  debug.calling = -1;
  const isWanted = debug.traceOpcodes || isMonitored(EVENT.INSTRUCTION);
  if (!isWanted || pc !== from + instructionLength(code.words, from)) return true;
  frame.pc = from;
  if (endsChoice(code, from, pc)) debug.shownLine = NO_LINE;
  let result = fire(EVENT.INSTRUCTION, code, from, testPlace(from));
  if (result === true && debug.traceOpcodes) result = trace(frame, 'opcode', null);
  debug.shownLine = -1;
  if (result === true) frame.pc = pc;
  return result;
}

/**
 * Whether the call at `from` is the last operand of an `and` or `or` that is a statement. What drops the result, at `pc`, is reached
 * by other ways, too, and therefore stands on no line.
 */
function endsChoice(code: Code, from: number, pc: number): boolean {
  const call = positionAt(code, from);
  for (let at = 0; at < from; at += instructionLength(code.words, at)) {
    if (targetOf(code, at) !== pc) continue;
    const { line, column, endLine, endColumn } = positionAt(code, at);
    if (endLine !== call.endLine || endColumn !== call.endColumn) continue;
    if (line !== call.line || column !== call.column) return true;
  }
  return false;
}

function enter(frame: Frame, debug: FrameDebug): true | Exit {
  debug.branch = -1;
  return debug.stage === 'new' ? begin(frame, debug) : goOn(frame, debug);
}

/** What an observer raises stands where the frame was entered. */
function begin(frame: Frame, debug: FrameDebug): true | Exit {
  debug.stage = 'running';
  debug.line = isEntryTold(frame.code) ? ELSEWHERE : BEFORE;
  debug.pc = frame.pc - 1;
  const line = entryLine(frame.code);
  const result = told(frame, debug, EVENT.PY_START, 0, line);
  if (result === EXIT) addTracebackAtLine(state.exception!, frame, line);
  return result;
}

/** What an observer raises stands where the frame was suspended. */
function goOn(frame: Frame, debug: FrameDebug): true | Exit {
  const { code, pc } = frame;
  const from = suspendedAt(code, pc);
  debug.line = lineTable(code).lines[from];
  debug.pc = pc - 1;
  if (from < pc && code.words[from] === Op.YieldFrom) return goesOnBehindDelegate(frame, debug, from);
  const result = told(frame, debug, EVENT.PY_RESUME, from, debug.line);
  debug.stage = 'running';
  if (result === EXIT) addTraceback(state.exception!, frame, from);
  return result;
}

/** What has been thrown into a delegate has made it return: to the frame that is its StopIteration. */
function goesOnBehindDelegate(frame: Frame, debug: FrameDebug, from: number): true | Exit {
  const { code, pc, registers } = frame;
  const exception = stopWith(registers[code.words[from + 1]] as Value);
  debug.stage = 'running';
  frame.pc = from;
  let result = told(frame, debug, EVENT.PY_THROW, from, debug.line, exception);
  if (result === true) result = raisedHere(frame, exception);
  if (result === true) result = handledAtDelegate(frame, debug, exception);
  if (result === EXIT) addTraceback(state.exception!, frame, from);
  frame.pc = pc;
  return result;
}

/** Where a frame that goes on at `pc` was suspended: what delegates goes on at its instruction, what yields behind it. */
function suspendedAt({ words }: Code, pc: number): number {
  return words[pc] === Op.YieldFrom ? pc : Math.max(pc - YIELD_LENGTH, 0);
}

function isEntryTold(code: Code): boolean {
  return tracing.trace !== null || tracing.profile !== null || isToldOf(EVENT.PY_START, code, 0);
}

/** `line` in front of the first instruction. */
const BEFORE = -1;

/**
 * Monitors hear of a line when it is another one, that of the entry included unless that is told by itself; trace functions also of the
 * first, and of each turn of a loop.
 */
function newLine(frame: Frame, debug: FrameDebug): true | Exit {
  const { code, pc } = frame;
  const { lines, isStart } = lineTable(code);
  const line = lines[pc];
  if (line < 0) return true;
  const isOther = line !== debug.line || isStart[pc] === ANEW;
  const isNew = isStart[pc] !== 0 && (isOther || pc <= debug.pc);
  const isEntry = debug.line === BEFORE && line === entryLine(code);
  debug.line = line;
  debug.pc = pc;
  if (!isNew) return true;
  debug.event = 'line';
  const fired = isOther && !isEntry ? fire(EVENT.LINE, code, pc, line) : true;
  debug.event = '';
  if (fired === EXIT) return EXIT;
  return debug.traceLines ? trace(frame, 'line', null) : true;
}

function observeOpcode(frame: Frame, debug: FrameDebug, opcode: number): Next {
  const { code, pc } = frame;
  if (isMonitored(EVENT.JUMP) && isFollowedByJump(code, pc)) debug.branch = pc;
  switch (opcode) {
    case Op.Return:
    case Op.ReturnNone: {
      const value = opcode === Op.Return ? (frame.registers[code.words[pc + 1]] as Value) : null;
      return left(frame, EVENT.PY_RETURN, value) === EXIT ? RAISED : leaveNow(frame, opcode);
    }
    case Op.Yield: {
      const value = frame.registers[code.words[pc + 2]] as Value;
      if (left(frame, EVENT.PY_YIELD, value) === EXIT) return RAISED;
      return frame.pc === pc ? leaveNow(frame, opcode) : arrived(frame, debug);
    }
    case Op.Call: {
      const loop = enterLoop(frame);
      if (loop !== undefined) return loop;
      debug.calling = pc;
      return observeCall(frame, opcode);
    }
    case Op.CallMethod:
    case Op.CallKw:
    case Op.CallMethodKw:
    case Op.CallEx:
      debug.calling = pc;
      return observeCall(frame, opcode);
    case Op.LoadGlobal:
    case Op.LoadName:
    case Op.LoadNameOrFree:
    case Op.LoadFree:
    case Op.LoadCell:
      if (isBranching() && testedAt(code, pc) !== undefined) debug.branch = pc;
      return pc;
    case Op.Jump:
    case Op.LoopBack:
      return jumped(frame, debug) === EXIT ? RAISED : pc;
    case Op.JumpIfTrue:
    case Op.JumpIfFalse:
    case Op.JumpIfNone:
    case Op.JumpIfNotNone:
    case Op.ForIter:
    case Op.EndAsyncFor:
      if (isMonitoringWays() || isNextElement(code, pc, targetOf(code, pc))) debug.branch = pc;
      return pc;
    case Op.YieldFrom:
      if (isBranching() && waitsForItem(code, pc)) debug.branch = pc;
      return pc;
    case Op.LoadSuperAttr:
    case Op.LoadSuperMethod:
      return isMonitored(EVENT.CALL) ? observeSuper(frame, opcode) : pc;
    default:
      return pc;
  }
}

/** Executes what leaves the frame: the instruction is never put back, for the frame that goes on may have come to the same one. */
function leaveNow(frame: Frame, opcode: number): number {
  return instruments.leaving[opcode](frame, frame.registers as Value[], frame.code.words, frame.pc);
}

/** Whether CPython has a jump behind the instruction. */
function isFollowedByJump(code: Code, pc: number): boolean {
  return chainPartAt(code, pc) !== undefined || endsCase(code, pc);
}

function isMonitoringWays(): boolean {
  return isBranching() || isMonitored(EVENT.JUMP);
}

function isBranching(): boolean {
  return isMonitored(EVENT.BRANCH_LEFT) || isMonitored(EVENT.BRANCH_RIGHT);
}

/** Jumps over handlers are made for them only. What a branch leads to goes back from there. */
function jumped({ code, pc }: Frame, debug: FrameDebug): true | Exit {
  const from = debug.wayBack;
  debug.wayBack = -1;
  if (!isMonitored(EVENT.JUMP)) return true;
  const to = code.words[pc + 1];
  if (code.handlers.some(({ target }) => pc < target && target < to)) return true;
  if (code.words[pc] === Op.Jump && (isSmallExit(code, to) || isOverWayBack(code, pc, to))) return true;
  return fire(EVENT.JUMP, code, pc, from < 0 ? placeOf(pc) : testPlace(from), reachedPlace(code, to));
}

/**
 * Whether a jump leads over nothing but the way back to the head of a loop, which only conditional jumps come to: in CPython each of them goes
 * back by itself.
 */
function isOverWayBack(code: Code, pc: number, to: number): boolean {
  const between = pc + instructionLength(code.words, pc);
  if (code.words[between] !== Op.LoopBack || between + instructionLength(code.words, between) !== to) return false;
  return goesBack(code, pc, between);
}

/** The conditional jump before has come here. What waits for the next item of an asynchronous loop jumps at its end. */
function branched(frame: Frame, debug: FrameDebug): true | Exit {
  const { code, pc } = frame;
  const from = debug.branch;
  debug.branch = -1;
  const isItem = code.words[from] === Op.YieldFrom;
  const jump = isItem ? findHandler(code.handlers, from)!.target : from;
  const branch = branchAt(code, jump);
  if (branch === undefined) return jumpedBehind(frame, from);
  const { source, left, right, isTurned, leftJumps, rightJumps, rightJumpsTo, elsewhere } = branch;
  const isRight = !isItem && wentRight(frame, jump) !== isTurned;
  if (elsewhere !== undefined && newLineAt(frame, debug, elsewhere) === EXIT) return EXIT;
  if (frame.pc !== pc) return true;
  const event = isRight ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT;
  debug.event = 'line';
  debug.shownLine = lineTable(code).lines[elsewhere ?? from];
  let result = fire(event, code, jump, source, isRight ? right : left);
  const jumps = (isRight ? rightJumps : leftJumps) === true;
  if (goesBack(code, from, pc)) debug.wayBack = code.words[pc] === Op.LoopBack ? from : -1;
  else if (result === true && jumps) result = jumpedBehind(frame, from, isRight ? rightJumpsTo : undefined);
  debug.event = '';
  debug.shownLine = -1;
  return result;
}

/**
 * The frame has come from `from` by a jump for which there is no instruction: to where it is, or to `place`. Behind what stands on no line it
 * belongs to the last one.
 */
function jumpedBehind(frame: Frame, from: number, place: number = reachedPlace(frame.code, frame.pc)): true | Exit {
  const { code, pc } = frame;
  if (isSmallExit(code, pc)) return true;
  const isPlaced = lineTable(code).lines[from] >= 0;
  const source = isPlaced ? testPlace(from) : placeOnLine(code, placeOf(from), debugOf(frame).line);
  return fire(EVENT.JUMP, code, from, source, place);
}

/** Behind alternatives, where one that fits goes on, CPython drops what was matched. */
function reachedPlace(code: Code, pc: number): number {
  return isEndOfAlternatives(code, pc) ? testPlace(before(code, pc)) : placeOf(pc);
}

/** Tells of the line of the instruction at `place`, which the frame has not come to. */
function newLineAt(frame: Frame, debug: FrameDebug, place: number): true | Exit {
  const { pc } = frame;
  const from = debug.pc;
  frame.pc = place;
  const result = newLine(frame, debug);
  debug.pc = from;
  if (frame.pc === place) frame.pc = pc;
  return result;
}

function wentRight({ code, pc, registers }: Frame, jump: number): boolean {
  const site = testedAt(code, jump);
  if (site !== undefined) return !isBuiltin(site, registers[code.words[jump + 1]] as Value);
  return code.words[jump] === Op.EndAsyncFor || targetOf(code, jump) === pc;
}

// ── Hooks ────────────────────────────────────────────────────────────────────────────────────────────────────────

instruments.prepare = instrument;

instruments.resuming = (frame, isFirst) => {
  close();
  instrument(frame.runtime);
  debugOf(frame).stage = isFirst ? 'new' : 'resumed';
};

instruments.yielded = (frame, value) => {
  const { pc } = frame;
  if (instruments.suspended > 0 || frame.code.words[pc] !== Op.YieldFrom) return true;
  const running = state.frame;
  state.frame = frame;
  const result = left(frame, EVENT.PY_YIELD, value);
  state.frame = running;
  if (result === EXIT) {
    frame.generator!.delegate = undefined;
    return EXIT;
  }
  if (frame.pc === pc) return true;
  arrived(frame, debugOf(frame));
  return false;
};

instruments.delegateReturned = (frame, value) => stopped(frame, value, EVENT.STOP_ITERATION);
instruments.delegateStopped = (frame, value) => stopped(frame, value, EVENT.RAISE);

/**
 * As in CPython, where a loop that tells of lines or branches asks its iterator by a call: that hands over a value by StopIteration. It is
 * taken there, and whatever observers raise with it.
 */
instruments.loopEnded = (frame, value) => {
  const isAsked = tracing.trace !== null || isMonitored(EVENT.LINE) || isBranching();
  if (!isAsked) return stopped(frame, value, EVENT.STOP_ITERATION);
  if (value !== null && stopped(frame, value, EVENT.RAISE) === EXIT) state.exception = null;
  return true;
};

instruments.loopStopped = (frame) => {
  const { exception } = state;
  if (instruments.suspended > 0 || exception === null || !isException(exception, 'StopIteration')) return;
  raisedHere(frame, exception);
  state.exception = exception;
};
