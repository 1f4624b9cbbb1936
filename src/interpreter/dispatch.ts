/**
 * The interpreter's loop: runs frames until the one it was entered with is left.
 *
 * Invariants
 *   - `state.frame` is the running frame; `registers` and `words` are its parts, reloaded when it changes.
 *   - A Python-to-Python call pushes a frame and goes on in the same loop: the JavaScript stack does not grow.
 *   - Each instruction is a function of fast/, which has the fast path of its instruction: it repeats only what it names (ints within
 *     2^53, exact floats, exact lists and tuples, cached attributes) and executes everything else in full (instructions/). It answers
 *     the pc that follows or one of outcomes.ts.
 *   - `frame.pc` is at the running instruction whenever other code may look at it: it is stored before calls and in the full form.
 *
 * V8 optimises the loop as a whole, and a path that it has not seen before throws the result away. So the loop holds little more than
 * calls: they are compiled in tens of milliseconds, V8 copies the hottest of the functions into the loop, and a new path in one of them costs the
 * compilation of that function alone (docs/architecture.md has the figures).
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { caught, raise } from '../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import * as arithmetic from './fast/arithmetic.ts';
import * as attributes from './fast/attributes.ts';
import * as bits from './fast/bits.ts';
import * as calls from './fast/calls.ts';
import * as cells from './fast/cells.ts';
import * as comparisons from './fast/comparisons.ts';
import * as displays from './fast/displays.ts';
import * as flow from './fast/flow.ts';
import * as handling from './fast/handling.ts';
import * as items from './fast/items.ts';
import * as names from './fast/names.ts';
import * as patterns from './fast/patterns.ts';
import * as suspending from './fast/suspending.ts';
import { type Frame, FROM_HOST } from './frame.ts';
import { HANDED_BACK, handback } from './handback.ts';
import { hotSpots } from './hot-spots.ts';
import { executeInFull } from './instructions/complete.ts';
import { FINISHED, RAISED, RERAISED, SWITCHED } from './outcomes.ts';
import { SUSPENDED } from './suspension.ts';
import * as stackRoom from './stack-room.ts';
import { unwind } from './unwinding.ts';

/**
 * Runs `entry` until it returns, yields or raises. `throwing`: it starts with the exception in flight, at its pc.
 */
export function run(entry: Frame, throwing = false): Result {
  const outerFrame = state.frame;
  const outerDepth = state.depth;
  if (++state.depth > state.depthLimit) {
    state.depth = outerDepth;
    if (entry.generator !== null) entry.generator.isRunning = false;
    return raise('RecursionError', 'maximum recursion depth exceeded');
  }
  const nesting = enterStack(entry, outerDepth);
  if (nesting < 0) return EXIT;
  state.frame = entry;
  const start = throwing ? unwound : entry.runtime.heat < 0 ? enterHot : loop;
  const result = drive(entry, start, outerFrame, outerDepth);
  stackRoom.leave(nesting);
  return result;
}

/** The nesting of runs so far; -1 if the stack has no room for another one, and that has been raised. */
function enterStack(entry: Frame, outerDepth: number): number {
  try {
    return stackRoom.enter();
  } catch (thrown) {
    state.depth = outerDepth;
    if (entry.generator !== null) entry.generator.isRunning = false;
    caught(thrown);
    return -1;
  }
}

hotSpots.resumedByHost = (frame) => run(frame);
hotSpots.drainedByHost = (frame) => run(frame);

/**
 * Goes on with the run of `entry`, which compiled code has begun on top of `outerFrame`: at `state.frame`, as `outcome` tells.
 */
export function goOn(entry: Frame, outcome: number, outerFrame: object | null, outerDepth: number): Result {
  const nesting = stackRoom.enter();
  const result = drive(
    entry,
    outcome === SWITCHED ? loop : outcome === RERAISED ? unwoundAgain : unwound,
    outerFrame,
    outerDepth,
  );
  stackRoom.leave(nesting);
  return result;
}

/** The same where something was thrown above `entry`. */
export function goOnAfter(thrown: unknown, entry: Frame, outerFrame: object | null, outerDepth: number): Result {
  const nesting = stackRoom.enter();
  state.frame = topFrameOf(entry, outerDepth);
  caught(thrown);
  const result = drive(entry, unwound, outerFrame, outerDepth);
  stackRoom.leave(nesting);
  return result;
}

/** Goes on with a run that answered SUSPENDED, at `state.frame`: with the exception in flight if there is one. */
export function continueRun(entry: Frame): Result {
  return drive(entry, state.exception !== null ? unwound : loop, null, 0);
}

/** `first`: how the running frame begins. */
function drive(entry: Frame, first: () => Result, outerFrame: object | null, outerDepth: number): Result {
  let begin = first;
  const { hostCaller } = state;
  for (;;) {
    try {
      const result = begin();
      if (result === SUSPENDED) return result;
      state.frame = outerFrame;
      state.depth = outerDepth;
      return result;
    } catch (thrown) {
      // The host ran out of stack or memory, or a slot threw: the running frame gets it as a Python exception.
      state.hostCaller = hostCaller;
      state.frame = topFrameOf(entry, outerDepth);
      begin = unwound;
      caught(thrown);
    }
  }
}

/** With an exception in flight. */
function unwound(): Result {
  return unwind(false) === FINISHED ? state.result : loop();
}

/** With an exception in flight that the frame has raised again. */
function unwoundAgain(): Result {
  return unwind(true) === FINISHED ? state.result : loop();
}

/** The code of the frame is hot: compiled code may run it. */
function enterHot(): Result {
  const outcome = hotSpots.entered(state.frame as Frame, SWITCHED);
  if (outcome === FINISHED) return state.result;
  if (outcome !== SWITCHED && unwind(outcome === RERAISED) === FINISHED) return state.result;
  return loop();
}

/**
 * Runs `state.frame`, which was pushed upon `back` at that depth, until `back` would go on: an exception may be in flight there.
 * `outcome`: how the frame begins, as instructions tell it (outcomes.ts). For compiled code, which `back` belongs to.
 */
export function runUntil(back: Frame, depth: number, outcome: number): void {
  const nesting = stackRoom.enter();
  const outer = handback.frame;
  handback.frame = back;
  const { hostCaller } = state;
  let first = outcome;
  for (;;) {
    try {
      if (first === SWITCHED || unwind(first === RERAISED) !== FINISHED) loop();
      break;
    } catch (thrown) {
      state.hostCaller = hostCaller;
      state.frame = topFrameOf(back, depth - 1);
      first = RAISED;
      caught(thrown);
    }
  }
  handback.frame = outer;
  stackRoom.leave(nesting);
  state.frame = back;
  state.depth = depth;
}

/** The innermost frame that the run of `entry` itself was executing when something threw; nested runs are abandoned. */
function topFrameOf(entry: Frame, outerDepth: number): Frame {
  let top = state.frame as Frame;
  let depth = 1;
  for (let frame = top; frame !== entry; frame = frame.back!, depth++) {
    if (frame.entry !== FROM_HOST) continue;
    top = frame.back!;
    depth = 0;
  }
  state.depth = outerDepth + depth;
  return top;
}

/** Runs `state.frame` from its pc on. */
function loop(): Result {
  for (;;) {
    const frame = state.frame as Frame;
    if (frame === handback.frame) return HANDED_BACK;
    const registers = frame.registers as Value[];
    const words = frame.runtime.words;
    let pc = frame.pc;
    for (;;) {
      switch (words[pc]) {
        case Op.Move:
          registers[words[pc + 1]] = registers[words[pc + 2]];
          pc += 3;
          continue;
        case Op.LoadConst:
          registers[words[pc + 1]] = frame.runtime.constants[words[pc + 2]];
          pc += 3;
          continue;
        case Op.LoadInt:
          registers[words[pc + 1]] = words[pc + 2];
          pc += 3;
          continue;
        case Op.LoadNone:
          registers[words[pc + 1]] = null;
          pc += 2;
          continue;
        case Op.LoadTrue:
          registers[words[pc + 1]] = true;
          pc += 2;
          continue;
        case Op.LoadFalse:
          registers[words[pc + 1]] = false;
          pc += 2;
          continue;
        case Op.Unbind:
          (registers as (Value | undefined)[])[words[pc + 1]] = undefined;
          pc += 2;
          continue;
        case Op.CheckBound:
          pc = registers[words[pc + 1]] === undefined ? executeInFull(frame, pc) : pc + 2;
          break;
        case Op.Nop:
          pc++;
          continue;
        case Op.Jump:
          pc = words[pc + 1];
          continue;
        case Op.JumpIfNone:
          pc = registers[words[pc + 1]] === null ? words[pc + 2] : pc + 3;
          continue;
        case Op.JumpIfNotNone:
          pc = registers[words[pc + 1]] !== null ? words[pc + 2] : pc + 3;
          continue;

        // Variables of inner functions and globals
        case Op.MakeCell:
          pc = cells.makeCell(frame, registers, words, pc);
          break;
        case Op.LoadCell:
          pc = cells.loadCell(frame, registers, words, pc);
          break;
        case Op.StoreCell:
          pc = cells.storeCell(frame, registers, words, pc);
          break;
        case Op.LoadFree:
          pc = cells.loadFree(frame, registers, words, pc);
          break;
        case Op.StoreFree:
          pc = cells.storeFree(frame, registers, words, pc);
          break;
        case Op.LoadFreeCell:
          pc = cells.loadFreeCell(frame, registers, words, pc);
          break;
        case Op.LoadGlobal:
          pc = names.loadGlobal(frame, registers, words, pc);
          break;
        case Op.StoreGlobal:
          pc = names.storeGlobal(frame, registers, words, pc);
          break;

        // Attributes and calls
        case Op.LoadAttr:
          pc = attributes.loadAttr(frame, registers, words, pc);
          break;
        case Op.StoreAttr:
          pc = attributes.storeAttr(frame, registers, words, pc);
          break;
        case Op.LoadMethod:
          pc = attributes.loadMethod(frame, registers, words, pc);
          break;
        case Op.Call:
          pc = calls.call(frame, registers, words, pc);
          break;
        case Op.CallMethod:
          pc = calls.callMethod(frame, registers, words, pc);
          break;

        // Operators
        case Op.Add:
        case Op.InplaceAdd:
          pc = arithmetic.add(frame, registers, words, pc);
          break;
        case Op.AddInt:
        case Op.InplaceAddInt:
          pc = arithmetic.addInt(frame, registers, words, pc);
          break;
        case Op.Subtract:
        case Op.InplaceSubtract:
          pc = arithmetic.subtract(frame, registers, words, pc);
          break;
        case Op.SubtractInt:
        case Op.InplaceSubtractInt:
          pc = arithmetic.subtractInt(frame, registers, words, pc);
          break;
        case Op.Multiply:
        case Op.InplaceMultiply:
          pc = arithmetic.multiply(frame, registers, words, pc);
          break;
        case Op.MultiplyInt:
        case Op.InplaceMultiplyInt:
          pc = arithmetic.multiplyInt(frame, registers, words, pc);
          break;
        case Op.TrueDivide:
        case Op.InplaceTrueDivide:
          pc = arithmetic.trueDivide(frame, registers, words, pc);
          break;
        case Op.FloorDivide:
        case Op.InplaceFloorDivide:
          pc = arithmetic.floorDivide(frame, registers, words, pc);
          break;
        case Op.FloorDivideInt:
        case Op.InplaceFloorDivideInt:
          pc = arithmetic.floorDivideInt(frame, registers, words, pc);
          break;
        case Op.Modulo:
        case Op.InplaceModulo:
          pc = arithmetic.modulo(frame, registers, words, pc);
          break;
        case Op.ModuloInt:
        case Op.InplaceModuloInt:
          pc = arithmetic.moduloInt(frame, registers, words, pc);
          break;
        case Op.Negative:
          pc = arithmetic.negative(frame, registers, words, pc);
          break;
        case Op.LeftShift:
        case Op.InplaceLeftShift:
          pc = bits.leftShift(frame, registers, words, pc);
          break;
        case Op.LeftShiftInt:
        case Op.InplaceLeftShiftInt:
          pc = bits.leftShiftInt(frame, registers, words, pc);
          break;
        case Op.RightShift:
        case Op.InplaceRightShift:
          pc = bits.rightShift(frame, registers, words, pc);
          break;
        case Op.RightShiftInt:
        case Op.InplaceRightShiftInt:
          pc = bits.rightShiftInt(frame, registers, words, pc);
          break;
        case Op.BitAnd:
        case Op.InplaceBitAnd:
          pc = bits.bitAnd(frame, registers, words, pc);
          break;
        case Op.BitAndInt:
        case Op.InplaceBitAndInt:
          pc = bits.bitAndInt(frame, registers, words, pc);
          break;
        case Op.BitOr:
        case Op.InplaceBitOr:
          pc = bits.bitOr(frame, registers, words, pc);
          break;
        case Op.BitXor:
        case Op.InplaceBitXor:
          pc = bits.bitXor(frame, registers, words, pc);
          break;
        case Op.Less:
          pc = comparisons.less(frame, registers, words, pc);
          break;
        case Op.LessInt:
          pc = comparisons.lessInt(frame, registers, words, pc);
          break;
        case Op.LessEqual:
          pc = comparisons.lessEqual(frame, registers, words, pc);
          break;
        case Op.LessEqualInt:
          pc = comparisons.lessEqualInt(frame, registers, words, pc);
          break;
        case Op.Greater:
          pc = comparisons.greater(frame, registers, words, pc);
          break;
        case Op.GreaterInt:
          pc = comparisons.greaterInt(frame, registers, words, pc);
          break;
        case Op.GreaterEqual:
          pc = comparisons.greaterEqual(frame, registers, words, pc);
          break;
        case Op.GreaterEqualInt:
          pc = comparisons.greaterEqualInt(frame, registers, words, pc);
          break;
        case Op.Equal:
          pc = comparisons.equal(frame, registers, words, pc);
          break;
        case Op.EqualInt:
          pc = comparisons.equalInt(frame, registers, words, pc);
          break;
        case Op.NotEqual:
          pc = comparisons.notEqual(frame, registers, words, pc);
          break;
        case Op.NotEqualInt:
          pc = comparisons.notEqualInt(frame, registers, words, pc);
          break;
        case Op.Is:
          pc = comparisons.is(frame, registers, words, pc);
          break;
        case Op.IsNot:
          pc = comparisons.isNot(frame, registers, words, pc);
          break;
        case Op.Not:
          pc = comparisons.not(frame, registers, words, pc);
          break;

        // Containers
        case Op.LoadItem:
          pc = items.loadItem(frame, registers, words, pc);
          break;
        case Op.LoadItemInt:
          pc = items.loadItemInt(frame, registers, words, pc);
          break;
        case Op.StoreItem:
          pc = items.storeItem(frame, registers, words, pc);
          break;
        case Op.LoadSlice:
          pc = items.loadSlice(frame, registers, words, pc);
          break;
        case Op.MatchSequence:
          pc = patterns.matchSequence(frame, registers, words, pc);
          break;
        case Op.GetLength:
          pc = patterns.getLength(frame, registers, words, pc);
          break;
        case Op.In:
          pc = items.contains(frame, registers, words, pc);
          break;
        case Op.NotIn:
          pc = items.notContains(frame, registers, words, pc);
          break;
        case Op.BuildTuple:
          pc = displays.buildTuple(frame, registers, words, pc);
          break;
        case Op.BuildList:
          pc = displays.buildList(frame, registers, words, pc);
          break;
        case Op.ListAppend:
          pc = displays.listAppend(frame, registers, words, pc);
          break;
        case Op.ListExtend:
          pc = displays.listExtend(frame, registers, words, pc);
          break;
        case Op.SetAdd:
          pc = displays.setAdd(frame, registers, words, pc);
          break;
        case Op.MapAdd:
          pc = displays.mapAdd(frame, registers, words, pc);
          break;
        case Op.UnpackSequence:
          pc = displays.unpackSequence(frame, registers, words, pc);
          break;
        case Op.FormatValue:
          pc = displays.formatValue(frame, registers, words, pc);
          break;
        case Op.BuildString:
          pc = displays.joinParts(frame, registers, words, pc);
          break;

        // Control flow
        case Op.LoopBack:
          pc = flow.loopBack(frame, registers, words, pc);
          break;
        case Op.JumpIfTrue:
          pc = flow.jumpIfTrue(frame, registers, words, pc);
          break;
        case Op.JumpIfFalse:
          pc = flow.jumpIfFalse(frame, registers, words, pc);
          break;
        case Op.GetIter:
          pc = flow.getIter(frame, registers, words, pc);
          break;
        case Op.ForIter:
          pc = flow.forIter(frame, registers, words, pc);
          break;
        case Op.Return:
          pc = flow.returnValue(frame, registers, words, pc);
          break;
        case Op.ReturnNone:
          pc = flow.returnNone(frame, registers, words, pc);
          break;

        // Exceptions
        case Op.RaiseCurrent:
          pc = handling.raiseCurrent(frame, registers, words, pc);
          break;
        case Op.Reraise:
          pc = handling.reraise(frame, registers, words, pc);
          break;
        case Op.EnterHandler:
          pc = handling.enterHandler(frame, registers, words, pc);
          break;
        case Op.LeaveHandler:
          pc = handling.leaveHandler(frame, registers, words, pc);
          break;
        case Op.EndAsyncFor:
          pc = handling.endAsyncFor(frame, registers, words, pc);
          break;

        // Generators and coroutines
        case Op.ReturnGenerator:
          pc = suspending.returnGenerator(frame, registers, words, pc);
          break;
        case Op.Yield:
          pc = suspending.yieldValue(frame, registers, words, pc);
          break;
        case Op.YieldFrom:
          pc = suspending.yieldFrom(frame, registers, words, pc);
          break;

        default:
          pc = executeInFull(frame, pc);
      }
      if (pc >= 0) continue;
      if (pc === SWITCHED) break;
      if (pc === FINISHED || unwind(pc === RERAISED) === FINISHED) return state.result;
      break;
    }
  }
}
