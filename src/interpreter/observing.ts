/**
 * Tells observers (trace and profile functions, tools of `sys.monitoring`) what a frame does: what an instrumented instruction means
 * to them, and what the hooks of calls, generators and exceptions tell.
 *
 * The order at one instruction: the frame is entered or goes on, the branch taken before, a new line, the instruction itself.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { newException, takeException } from '../objspace/exception.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyMethod } from '../objspace/types/function.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import type { Next } from './continuation.ts';
import { RAISED, RERAISED } from './outcomes.ts';
import type { Frame, FrameDebug } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { BYTES_PER_WORD, entryLine } from './code-entry.ts';
import { ANEW, close, instrument, lineTable, open, putInOrder, targetOf } from './instrumentation.ts';
import { callInstruction } from './instructions/calls.ts';
import { instruments } from './instruments.ts';
import { EVENT, fire, isMonitored, monitors } from './monitors.ts';
import { profile, trace, tracing } from './tracing.ts';
import { YIELD_LENGTH } from './generator.ts';
import { addTraceback, addTracebackAtLine } from './traceback.ts';
import { findHandler } from './handler-table.ts';
import { isLoop } from './loops-of-calls.ts';

/** `f_lasti` and offsets of events count the words as bytes. */

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
  if (debug.branch >= 0 && branched(debug, code, pc) === EXIT) return RAISED;
  if (frame.pc !== pc) return frame.pc;
  if (newLine(frame, debug) === EXIT) return RAISED;
  if (frame.pc !== pc) {
    debug.line = ELSEWHERE;
    return frame.pc;
  }
  if (isMonitored(EVENT.INSTRUCTION) && fire(EVENT.INSTRUCTION, code, pc, pc * BYTES_PER_WORD) === EXIT) return RAISED;
  if (debug.traceOpcodes && trace(frame, 'opcode', null) === EXIT) return RAISED;
  return observeOpcode(frame, debug, opcode);
}

/** What an observer raises stands where the frame was entered, or suspended before. */
function enter(frame: Frame, debug: FrameDebug): true | Exit {
  const { code, pc } = frame;
  const isFirst = debug.stage === 'new';
  debug.stage = 'running';
  debug.branch = -1;
  debug.line = isFirst ? BEFORE : lineTable(code).lines[Math.max(pc - YIELD_LENGTH, 0)];
  debug.pc = pc - 1;
  const line = isFirst ? entryLine(code) : debug.line;
  const result = told(frame, debug, isFirst ? EVENT.PY_START : EVENT.PY_RESUME, line);
  if (result === EXIT) {
    if (isFirst) addTracebackAtLine(state.exception!, frame, line);
    else addTraceback(state.exception!, frame, pc - YIELD_LENGTH);
  }
  return result;
}

/** Tells of a frame that begins or goes on; it shows the line given. */
function told(frame: Frame, debug: FrameDebug, event: number, line: number, ...args: Value[]): true | Exit {
  debug.shownLine = line;
  let result = fire(event, frame.code, frame.pc, frame.pc * BYTES_PER_WORD, ...args);
  if (result === true) result = trace(frame, 'call', null);
  if (result === true) result = profile(frame, 'call', null);
  debug.shownLine = -1;
  return result;
}

/** Lines in front of the first instruction, and behind a jump of a trace function. */
const BEFORE = -1;
const ELSEWHERE = -2;

/** Monitors hear of a line when it is another one, that of the entry included; trace functions also of the first, and of each turn of a loop. */
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
  switch (opcode) {
    case Op.Return:
    case Op.ReturnNone: {
      const value = opcode === Op.Return ? (frame.registers[code.words[pc + 1]] as Value) : null;
      return left(frame, EVENT.PY_RETURN, value) === EXIT ? RAISED : pc;
    }
    case Op.Yield: {
      const value = frame.registers[code.words[pc + 2]] as Value;
      return left(frame, EVENT.PY_YIELD, value) === EXIT ? RAISED : pc;
    }
    case Op.Call:
    case Op.CallMethod:
    case Op.CallKw:
    case Op.CallMethodKw:
    case Op.CallEx:
      return tracing.profile === null && !isMonitored(EVENT.CALL) ? pc : observeCall(frame, opcode);
    case Op.Jump:
    case Op.LoopBack: {
      return jumped(code, pc) === EXIT ? RAISED : pc;
    }
    case Op.JumpIfTrue:
    case Op.JumpIfFalse:
    case Op.JumpIfNone:
    case Op.JumpIfNotNone:
    case Op.ForIter:
      if (isMonitored(EVENT.BRANCH_LEFT) || isMonitored(EVENT.BRANCH_RIGHT)) debug.branch = pc;
      return pc;
    default:
      return pc;
  }
}

/** Jumps over handlers are made for them only. */
function jumped(code: Code, pc: number): true | Exit {
  if (!isMonitored(EVENT.JUMP)) return true;
  const to = code.words[pc + 1];
  if (code.handlers.some(({ target }) => pc < target && target < to)) return true;
  return fire(EVENT.JUMP, code, pc, pc * BYTES_PER_WORD, to * BYTES_PER_WORD);
}

/** The conditional jump before has come here. */
function branched(debug: FrameDebug, code: Code, pc: number): true | Exit {
  const from = debug.branch;
  debug.branch = -1;
  const event = targetOf(code, from) === pc ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT;
  debug.event = 'line';
  debug.shownLine = lineTable(code).lines[from];
  const result = fire(event, code, from, from * BYTES_PER_WORD, pc * BYTES_PER_WORD);
  debug.event = '';
  debug.shownLine = -1;
  return result;
}

/** The frame is about to return or yield. */
function left(frame: Frame, event: number, value: Value): true | Exit {
  if (fire(event, frame.code, frame.pc, frame.pc * BYTES_PER_WORD, value) === EXIT) return EXIT;
  return leftLegacy(frame, value);
}

/** Tells trace and profile function. What only cleans up stands on no line: then the frame shows the last one. */
function leftLegacy(frame: Frame, value: Value): true | Exit {
  const debug = debugOf(frame);
  if (lineTable(frame.code).lines[frame.pc] < 0) debug.shownLine = debug.line;
  let result = trace(frame, 'return', value);
  if (result === true) result = profile(frame, 'return', value);
  debug.shownLine = -1;
  return result;
}

// ── Calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

function observeCall(frame: Frame, opcode: number): Next {
  const { code, pc } = frame;
  const callee = frame.registers[code.words[pc + 2]] as Value;
  if (isLoop(frame, callee)) return pc;
  const shown = callee instanceof PyMethod ? callee.callable : callee;
  const first = firstArgument(frame, opcode, callee);
  if (fire(EVENT.CALL, code, pc, pc * BYTES_PER_WORD, shown, first) === EXIT) return RAISED;
  const builtin = builtinOf(shown, first);
  if (builtin !== null && profile(frame, 'c_call', builtin) === EXIT) return RAISED;
  const next = callInstruction(frame, opcode);
  if (typeof next !== 'number') return next;
  frame.pc = pc;
  if (next >= 0) {
    if (fire(EVENT.C_RETURN, code, pc, pc * BYTES_PER_WORD, shown, first) === EXIT) return RAISED;
    return builtin !== null && profile(frame, 'c_return', builtin) === EXIT ? RAISED : next;
  }
  if (fire(EVENT.C_RAISE, code, pc, pc * BYTES_PER_WORD, shown, first) === true && builtin !== null)
    profile(frame, 'c_exception', builtin);
  return RAISED;
}

function firstArgument(frame: Frame, opcode: number, callee: Value): Value {
  const { words } = frame.code;
  const { pc, registers } = frame;
  const at = (index: number): Value => (words[index] > 0 ? (registers[words[index + 1]] as Value) : monitors.MISSING);
  if (callee instanceof PyMethod) return callee.self;
  switch (opcode) {
    case Op.Call:
      return at(pc + 4);
    case Op.CallKw:
      return at(pc + 5);
    case Op.CallMethod:
    case Op.CallMethodKw: {
      const self = registers[words[pc + 3]];
      return self === undefined ? at(pc + (opcode === Op.CallMethod ? 5 : 6)) : self;
    }
    default: {
      const args = registers[words[pc + 3]] as Value;
      return args instanceof PyTuple && args.items.length > 0 ? args.items[0] : monitors.MISSING;
    }
  }
}

/** What a profile function sees of a builtin that is called: methods come bound; null for all else. */
function builtinOf(callee: Value, first: Value): Value {
  if (callee instanceof PyBuiltinFunction) return callee;
  if (!(callee instanceof PyMethodDescriptor)) return null;
  return new PyBuiltinFunction(callee.definition, first, null) as Value;
}

// ── Hooks ────────────────────────────────────────────────────────────────────────────────────────────────────────

instruments.prepare = instrument;

instruments.resuming = (frame, isFirst) => {
  close();
  instrument(frame.runtime);
  debugOf(frame).stage = isFirst ? 'new' : 'resumed';
};

/** What an observer raises here is reported and goes no further: the frames are already being left. */
instruments.yielded = (frame, value) => {
  if (instruments.suspended > 0 || frame.code.words[frame.pc] !== Op.YieldFrom) return;
  const running = state.frame;
  state.frame = frame;
  if (left(frame, EVENT.PY_YIELD, value) === EXIT) state.interpreter.unraisable(takeException(), null);
  state.frame = running;
};

instruments.delegateReturned = (frame, value) => {
  if (instruments.suspended > 0) return true;
  const exception = newException('StopIteration', ...(value === null ? [] : [value]));
  const { code, pc } = frame;
  if (fire(EVENT.STOP_ITERATION, code, pc, pc * BYTES_PER_WORD, exception) === EXIT) return EXIT;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, null]) as Value);
};

instruments.raised = (frame, isReraise) => {
  if (instruments.suspended > 0 || !instruments.isActive) return;
  const debug = debugOf(frame);
  if (raisedEvents(frame, debug, isReraise) === EXIT) addTraceback(state.exception!, frame, frame.pc);
  const { code, pc } = frame;
  if (findHandler(code.handlers, pc) !== undefined) {
    fire(EVENT.EXCEPTION_HANDLED, code, pc, pc * BYTES_PER_WORD, state.exception);
    return;
  }
  let result = fire(EVENT.PY_UNWIND, code, pc, pc * BYTES_PER_WORD, state.exception);
  if (result === true) result = leftLegacy(frame, null);
  if (result === EXIT) addTraceback(state.exception!, frame, pc);
};

function raisedEvents(frame: Frame, debug: FrameDebug, isReraise: boolean): true | Exit {
  const { code, pc } = frame;
  const exception = state.exception!;
  debug.branch = -1;
  if (debug.stage !== 'running') {
    const { stage } = debug;
    debug.stage = 'running';
    const line = lineTable(code).lines[pc];
    if (stage === 'resumed' && told(frame, debug, EVENT.PY_THROW, line, exception) === EXIT) return EXIT;
  }
  if (lineTable(code).lines[pc] >= 0) debug.line = lineTable(code).lines[pc];
  const event = isReraise ? EVENT.RERAISE : EVENT.RAISE;
  if (fire(event, code, pc, pc * BYTES_PER_WORD, exception) === EXIT) return EXIT;
  if (isReraise) return true;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, exception.traceback]) as Value);
}
