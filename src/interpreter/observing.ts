/**
 * Tells observers (trace and profile functions, tools of `sys.monitoring`) what a frame does: what an instrumented instruction means
 * to them, and what the hooks of calls, generators and exceptions tell.
 *
 * The order at one instruction: the frame is entered or goes on, the branch taken before, a new line, the instruction itself.
 */
import type { Code } from '../bytecode/code.ts';
import { prepareReraiseStar } from '../bytecode/intrinsics.generated.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { newException, PyBaseException } from '../objspace/exception.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { branchAt, testPlace, waitsForItem } from './branch-places.ts';
import { Continuation, Initialized, type Next, Stored } from './continuation.ts';
import { RAISED, RERAISED } from './outcomes.ts';
import { type Frame, type FrameDebug, FROM_CONSTRUCTOR, FROM_OPERATION } from './frame.ts';
import { debugOf, NO_LINE } from './frame-debug.ts';
import { entryLine, placeOf } from './code-entry.ts';
import { ANEW, close, instrument, lineTable, open, putInOrder, targetOf } from './instrumentation.ts';
import { callInstruction } from './instructions/calls.ts';
import { instruments } from './instruments.ts';
import { placeOnLine } from './line-ranges.ts';
import { EVENT, fire, isMonitored, monitors } from './monitors.ts';
import { isImplicit } from './super-operands.ts';
import { profile, trace, tracing } from './tracing.ts';
import { isException, YIELD_LENGTH } from './generator.ts';
import { addTraceback, addTracebackAtLine, leavingPlace } from './traceback.ts';
import { findHandler } from './handler-table.ts';
import { isBuiltin, testedAt } from './loops-of-calls.ts';
import { enterLoop } from './observed-loops.ts';

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
  if (frame.pc !== pc) return frame.pc;
  if (newLine(frame, debug) === EXIT) return RAISED;
  if (frame.pc !== pc) {
    debug.line = ELSEWHERE;
    return frame.pc;
  }
  if (isMonitored(EVENT.INSTRUCTION) && fire(EVENT.INSTRUCTION, code, pc, placeOf(pc)) === EXIT) return RAISED;
  if (debug.traceOpcodes && trace(frame, 'opcode', null) === EXIT) return RAISED;
  return observeOpcode(frame, debug, opcode);
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
  debug.line = BEFORE;
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

/** In CPython a handler at the `yield from` takes what a delegate raises when something is thrown into it: its line begins again. */
function handledAtDelegate(frame: Frame, debug: FrameDebug, exception: Value): true | Exit {
  const { code, pc } = frame;
  let result = fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(pc), exception);
  if (result === true) result = fire(EVENT.LINE, code, pc, lineTable(code).lines[pc]);
  if (result === true && debug.traceLines) result = trace(frame, 'line', null);
  // From here nobody can jump.
  frame.pc = pc;
  return result;
}

/** Where a frame that goes on at `pc` was suspended: what delegates goes on at its instruction, what yields behind it. */
function suspendedAt({ words }: Code, pc: number): number {
  return words[pc] === Op.YieldFrom ? pc : Math.max(pc - YIELD_LENGTH, 0);
}

/** Tells of a frame that begins or goes on; it shows the line given. */
function told(
  frame: Frame,
  debug: FrameDebug,
  event: number,
  from: number,
  line: number,
  ...args: Value[]
): true | Exit {
  debug.shownLine = line;
  const place = event === EVENT.PY_START ? 0 : placeOf(from);
  let result = fire(event, frame.code, from, place, ...args);
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
      return left(frame, EVENT.PY_RETURN, value) === EXIT ? RAISED : leaveNow(frame, opcode);
    }
    case Op.Yield: {
      const value = frame.registers[code.words[pc + 2]] as Value;
      if (left(frame, EVENT.PY_YIELD, value) === EXIT) return RAISED;
      if (frame.pc === pc) return leaveNow(frame, opcode);
      debug.line = ELSEWHERE;
      return frame.pc;
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
    case Op.LoopBack: {
      return jumped(code, pc) === EXIT ? RAISED : pc;
    }
    case Op.JumpIfTrue:
    case Op.JumpIfFalse:
    case Op.JumpIfNone:
    case Op.JumpIfNotNone:
    case Op.ForIter:
    case Op.EndAsyncFor:
      if (isBranching()) debug.branch = pc;
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

function isBranching(): boolean {
  return isMonitored(EVENT.BRANCH_LEFT) || isMonitored(EVENT.BRANCH_RIGHT);
}

/** Jumps over handlers are made for them only. */
function jumped(code: Code, pc: number): true | Exit {
  if (!isMonitored(EVENT.JUMP)) return true;
  const to = code.words[pc + 1];
  if (code.handlers.some(({ target }) => pc < target && target < to)) return true;
  return fire(EVENT.JUMP, code, pc, placeOf(pc), placeOf(to));
}

/** The conditional jump before has come here. What waits for the next item of an asynchronous loop jumps at its end. */
function branched(frame: Frame, debug: FrameDebug): true | Exit {
  const { code } = frame;
  const from = debug.branch;
  debug.branch = -1;
  const isItem = code.words[from] === Op.YieldFrom;
  const jump = isItem ? findHandler(code.handlers, from)!.target : from;
  const { source, left, right, isTurned } = branchAt(code, jump)!;
  const isRight = !isItem && wentRight(frame, jump) !== isTurned;
  debug.event = 'line';
  debug.shownLine = lineTable(code).lines[from];
  const event = isRight ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT;
  const result = fire(event, code, jump, source, isRight ? right : left);
  debug.event = '';
  debug.shownLine = -1;
  return result;
}

function wentRight({ code, pc, registers }: Frame, jump: number): boolean {
  const site = testedAt(code, jump);
  if (site !== undefined) return !isBuiltin(site, registers[code.words[jump + 1]] as Value);
  return code.words[jump] === Op.EndAsyncFor || targetOf(code, jump) === pc;
}

/** The frame is about to return or yield; what stands on no line does so on the last one. */
function left(frame: Frame, event: number, value: Value): true | Exit {
  const { code, pc } = frame;
  const isPlaced = lineTable(code).lines[pc] >= 0;
  const place = isPlaced ? placeOf(pc) : placeOnLine(code, placeOf(pc), debugOf(frame).line);
  if (fire(event, code, pc, place, value) === EXIT) return EXIT;
  return leftLegacy(frame, value);
}

/** Tells trace and profile function. What only cleans up stands on no line: then the frame shows the last one. */
function leftLegacy(frame: Frame, value: Value): true | Exit {
  const debug = debugOf(frame);
  if (lineTable(frame.code).lines[frame.pc] < 0)
    debug.shownLine = raisesRest(frame.code, frame.pc) ? NO_LINE : debug.line;
  let result = trace(frame, 'return', value);
  if (result === true) result = profile(frame, 'return', value);
  debug.shownLine = -1;
  return result;
}

// ── Calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

function observeCall(frame: Frame, opcode: number): Next {
  const { code, pc } = frame;
  if (tracing.profile === null && !isMonitored(EVENT.CALL)) return pc;
  const callee = frame.registers[code.words[pc + 2]] as Value;
  // As in CPython, a call with `*args` tells of a bound method as it is, and not of its end.
  const isWhole = opcode === Op.CallEx && callee instanceof PyMethod;
  const shown = callee instanceof PyMethod && !isWhole ? callee.callable : callee;
  const first = firstArgument(frame, opcode, callee);
  if (fire(EVENT.CALL, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
  if (isWhole) return pc;
  const builtin = builtinOf(shown, first);
  if (builtin !== null && profile(frame, 'c_call', builtin) === EXIT) return RAISED;
  const next = callInstruction(frame, opcode);
  if (typeof next !== 'number') return shown instanceof PyFunction ? next : reporting(next, frame, shown, first);
  frame.pc = pc;
  if (next >= 0) {
    if (fire(EVENT.C_RETURN, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
    return builtin !== null && profile(frame, 'c_return', builtin) === EXIT ? RAISED : next;
  }
  if (fire(EVENT.C_RAISE, code, pc, placeOf(pc), shown, first) === true && builtin !== null)
    profile(frame, 'c_exception', builtin);
  return RAISED;
}

function firstArgument(frame: Frame, opcode: number, callee: Value): Value {
  const { words } = frame.code;
  const { pc, registers } = frame;
  const at = (index: number): Value => (words[index] > 0 ? (registers[words[index + 1]] as Value) : monitors.MISSING);
  if (callee instanceof PyMethod && opcode !== Op.CallEx) return callee.self;
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
      return firstOf(args);
    }
  }
}

/** Arguments of CallEx: other iterables have not been asked yet. */
function firstOf(args: Value): Value {
  if (!(args instanceof PyTuple) && !(args instanceof PyList)) return monitors.MISSING;
  const items = args instanceof PyTuple ? args.items : args.toArray();
  return items.length > 0 ? items[0] : monitors.MISSING;
}

/** To those who listen, making an object and calling an instance are calls of builtins, whether Python code does it or not. */
function reporting(made: Frame, back: Frame, shown: Value, first: Value): Frame {
  made.pending = new Reporting(continuationOf(made, back), shown, first);
  made.entry = FROM_OPERATION;
  return made;
}

/** What the call goes on with when the frame returns. */
function continuationOf({ entry, pending, returnPc }: Frame, back: Frame): Continuation {
  if (pending instanceof Continuation) return pending;
  const length = returnPc - back.pc;
  return entry === FROM_CONSTRUCTOR ? new Initialized(pending, length) : new Stored(length);
}

/** Reports that a call has ended. */
class Reporting extends Continuation {
  readonly inner: Continuation;
  readonly shown: Value;
  readonly first: Value;

  constructor(inner: Continuation, shown: Value, first: Value) {
    super();
    this.inner = inner;
    this.shown = shown;
    this.first = first;
  }

  resume(back: Frame, value: Value): Next {
    const next = this.inner.resume(back, value);
    if (typeof next !== 'number') return reporting(next, back, this.shown, this.first);
    return this.report(back, next >= 0 ? EVENT.C_RETURN : EVENT.C_RAISE) === EXIT ? RAISED : next;
  }

  override fail(back: Frame): Next {
    const next = this.inner.fail(back);
    return this.report(back, EVENT.C_RAISE) === EXIT ? RAISED : next;
  }

  private report({ code, pc }: Frame, event: number): true | Exit {
    if (!instruments.isActive || instruments.suspended > 0) return true;
    return fire(event, code, pc, placeOf(pc), this.shown, this.first);
  }
}

/** `super().name`, for which CPython tells of the call of `super` though it makes none. */
function observeSuper(frame: Frame, opcode: number): Next {
  const { code, pc, registers } = frame;
  const operands = opcode === Op.LoadSuperAttr ? pc + 2 : pc + 3;
  const type = registers[code.words[operands]] as Value;
  const shown = registers[code.words[operands + 3]] as Value;
  const first = isImplicit(code, pc, code.words[operands], code.words[operands + 3]) ? monitors.MISSING : type;
  if (fire(EVENT.CALL, code, pc, placeOf(pc), shown, first) === EXIT) return RAISED;
  return fire(EVENT.C_RETURN, code, pc, placeOf(pc), shown, first) === EXIT ? RAISED : pc;
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
  debugOf(frame).line = ELSEWHERE;
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

/** The StopIteration of a value, as if it had been raised: by a tuple of its arguments, or as it is. */
function ending(value: Value): PyBaseException {
  if (value instanceof PyTuple) return newException('StopIteration', ...value.items);
  return value instanceof PyBaseException && isException(value, 'StopIteration') ? value : stopWith(value);
}

function stopWith(value: Value): PyBaseException {
  return newException('StopIteration', ...(value === null ? [] : [value]));
}

function stopped(frame: Frame, value: Value, event: number): true | Exit {
  if (instruments.suspended > 0) return true;
  const exception = event === EVENT.STOP_ITERATION ? ending(value) : stopWith(value);
  const { code, pc } = frame;
  if (fire(event, code, pc, placeOf(pc), exception) === EXIT) return EXIT;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, null]) as Value);
}

instruments.raised = (frame, isReraise) => {
  close();
  if (frame.debug !== null) frame.debug.calling = -1;
  if (instruments.suspended > 0 || !instruments.isActive) return;
  const debug = debugOf(frame);
  if (raisedEvents(frame, debug, isReraise) === EXIT) addTraceback(state.exception!, frame, frame.pc);
  const { code, pc } = frame;
  const handler = findHandler(code.handlers, pc);
  if (handler !== undefined) {
    fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(handler.target), state.exception);
    return;
  }
  const again = isReraise ? raisesAgain(code, pc) : -1;
  const unwound = again < 0 ? pc : again;
  let result = fire(EVENT.PY_UNWIND, code, pc, placeOf(unwound), state.exception);
  // The trace function sees the frame where it is left.
  if (code.words[pc] === Op.Reraise) frame.pc = leftAt(frame, debug);
  if (result === true) result = leftLegacy(frame, null);
  frame.pc = pc;
  if (result === EXIT) addTraceback(state.exception!, frame, pc);
};

const LEAVE_HANDLER_LENGTH = 2;

/** Where a frame that an exception leaves was last: raising again without a place goes back to what raised. */
function leftAt(frame: Frame, { raisedAt }: FrameDebug): number {
  const { code, pc } = frame;
  if (raisedAt >= 0 && lineTable(code).lines[pc] < 0) return raisedAt;
  return leavingPlace(state.exception!, frame, pc);
}

/** Whether the Reraise at `pc` ends a handler that begins nowhere: those of `with` begin at its manager. */
function endsUnplaced(code: Code, pc: number): boolean {
  return raisesAgain(code, pc) >= 0 && unplacedBeginning(code, pc) >= 0;
}

/** Where the handler that the Reraise at `pc` ends is entered, if that is on no line; otherwise -1. */
function unplacedBeginning(code: Code, pc: number): number {
  const { words } = code;
  const saved = words[pc - LEAVE_HANDLER_LENGTH + 1];
  let begin = -1;
  for (let at = 0; at < pc; at += instructionLength(words, at))
    if (words[at] === Op.EnterHandler && words[at + 1] === saved) begin = at;
  return begin >= 0 && lineTable(code).lines[begin] < 0 ? begin : -1;
}

/** What a handler does not take comes by its clean-up, which raises it once more, as if it had been raised in the handler. */
function raisedAgain({ code, pc }: Frame, debug: FrameDebug, exception: Value): true | Exit {
  const again = raisesAgain(code, pc);
  if (again < 0) return fire(EVENT.RERAISE, code, pc, placeOf(pc), exception);
  const place = lineTable(code).lines[pc] < 0 ? placeOf(debug.pc) : placeOf(pc);
  if (fire(EVENT.RERAISE, code, pc, place, exception) === EXIT) return EXIT;
  if (fire(EVENT.EXCEPTION_HANDLED, code, pc, placeOf(again), exception) === EXIT) return EXIT;
  return fire(EVENT.RERAISE, code, again, placeOf(again), exception);
}

/**
 * Where the clean-up raises again what the Reraise at `pc`, the end of a handler, has raised. If nothing else needs the clean-up, there is
 * none: then the beginning of the handler stands for it, if it is on no line, too. -1 if the Reraise does not end a handler.
 */
function raisesAgain(code: Code, pc: number): number {
  const { words, handlers } = code;
  const isHandler = (at: number): boolean => handlers.some(({ target }) => target === at);
  const before = pc - LEAVE_HANDLER_LENGTH;
  if (words[pc] !== Op.Reraise || before < 0 || !isInstruction(code, before, Op.LeaveHandler) || isHandler(before))
    return -1;
  if (raisesRest(code, pc)) return -1;
  const behind = pc + instructionLength(words, pc);
  if (words[behind] === Op.LeaveHandler && isHandler(behind)) return behind + LEAVE_HANDLER_LENGTH;
  const begin = unplacedBeginning(code, pc);
  return begin >= 0 ? begin : pc;
}

/**
 * Whether the Reraise at `pc` raises what the clauses of `except*` have left: behind the handler, in no other, and on no line. It stands
 * where the test for something left jumps to.
 */
function raisesRest({ words }: Code, pc: number): boolean {
  if (words[pc] !== Op.Reraise) return false;
  let isRest = false;
  for (let at = 0; at < pc; at += instructionLength(words, at)) {
    if (isRest && words[at] === Op.JumpIfNotNone && words[at + 2] === pc - LEAVE_HANDLER_LENGTH) return true;
    isRest = words[at] === Op.CallIntrinsic && words[at + 2] === prepareReraiseStar;
  }
  return false;
}

/** Whether an instruction with the opcode begins there. */
function isInstruction({ words }: Code, wanted: number, opcode: number): boolean {
  let pc = 0;
  while (pc < wanted) pc += instructionLength(words, pc);
  return pc === wanted && words[pc] === opcode;
}

function raisedEvents(frame: Frame, debug: FrameDebug, isReraise: boolean): true | Exit {
  const { code, pc } = frame;
  const exception = state.exception!;
  debug.branch = -1;
  const line = lineTable(code).lines[pc];
  const isThrown = debug.stage === 'resumed';
  debug.stage = 'running';
  if (isThrown && told(frame, debug, EVENT.PY_THROW, pc, line, exception) === EXIT) return EXIT;
  if (isReraise) debug.line = ELSEWHERE;
  else if (line >= 0) debug.line = line;
  if (line >= 0 || raisesRest(code, pc)) debug.raisedAt = pc;
  // The end of a `finally` raises where that was last.
  else if (endsUnplaced(code, pc)) debug.raisedAt = debug.pc;
  if (isThrown && code.words[pc] === Op.YieldFrom) return raisedByDelegate(frame, debug, exception);
  return isReraise ? raisedAgain(frame, debug, exception) : raisedHere(frame, exception);
}

/** What has been thrown into a delegate comes out of it. */
function raisedByDelegate(frame: Frame, debug: FrameDebug, exception: PyBaseException): true | Exit {
  if (raisedHere(frame, exception) === EXIT) return EXIT;
  if (handledAtDelegate(frame, debug, exception) === EXIT) return EXIT;
  return fire(EVENT.RERAISE, frame.code, frame.pc, placeOf(frame.pc), exception);
}

function raisedHere(frame: Frame, exception: PyBaseException): true | Exit {
  const { code, pc } = frame;
  if (fire(EVENT.RAISE, code, pc, placeOf(pc), exception) === EXIT) return EXIT;
  return trace(frame, 'exception', new PyTuple([exception.shape.type, exception, exception.traceback]) as Value);
}
