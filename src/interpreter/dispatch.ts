/**
 * The interpreter's loop: runs frames until the one it was entered with is left.
 *
 * Invariants
 *   - `frame` is the running frame and equals `state.frame`; `registers`, `words` ... are its parts, reloaded at `switchFrame`.
 *   - A Python-to-Python call pushes a frame and goes on in the same loop: the JavaScript stack does not grow.
 *   - A case has the fast path of its instruction: it repeats only what it names (ints within 2^53, exact floats, exact lists and
 *     tuples, cached attributes), advances `pc` and continues. Leaving the switch executes the instruction in full (instructions/);
 *     leaving `dispatch` means that an exception is in flight.
 *   - `frame.pc` is at the running instruction whenever other code may look at it: it is stored before calls and in the full form.
 *
 * The function is kept small, because V8 optimises it as a whole: half the bytecode is half the warm-up.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import { caught, raise } from '../objspace/exception.ts';
import {
  invoke,
  invoke1,
  invoke2,
  invoke3,
  PyBuiltinFunction,
  PyMethodDescriptor,
} from '../objspace/gateway/builtin-function.ts';
import { type PyInstance, readPlace, writePlace } from '../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { INLINE_SLOTS } from '../objspace/shape.ts';
import { state } from '../objspace/state.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { Cell, PyFunction } from '../objspace/types/function.ts';
import { PyListIterator } from '../objspace/types/list/iterator.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyRangeIterator } from '../objspace/types/range-iterator.ts';
import type { PyModule } from '../objspace/types/module.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { bindArguments } from './arguments.ts';
import { next as nextItem } from './awaiting.ts';
import * as sites from './attribute-sites.ts';
import { buildString, isSameFloat, LIST_SHAPE, TUPLE_SHAPE } from './displays.ts';
import { Frame, FROM_CALL, FROM_HOST, FROM_OPERATION } from './frame.ts';
import { PyGenerator, newGenerator } from './generator.ts';
import { instruments } from './instruments.ts';
import { executeInFull } from './instructions/complete.ts';
import { delegate, enterForLoop, enterHandler, finishGenerator, leave, type Yielded, yieldTo } from './leaving.ts';
import { IN_GLOBALS } from './names.ts';
import { collect } from './operand-lists.ts';
import * as raising from './raising.ts';
import { runtimeOf } from './runtime-code.ts';
import { safepoint } from './safepoint.ts';
import { addTraceback, leavingPlace } from './traceback.ts';
import { findHandler } from './unwinding.ts';
import type { Continuation } from './continuation.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

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
  let frame = entry;
  let isThrowing = throwing;
  for (;;) {
    try {
      const result = loop(entry, frame, isThrowing);
      state.frame = outerFrame;
      state.depth = outerDepth;
      return result;
    } catch (thrown) {
      // The host ran out of stack or memory, or a slot threw: the running frame gets it as a Python exception.
      frame = topFrameOf(entry, outerDepth);
      isThrowing = true;
      caught(thrown);
    }
  }
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

function loop(entry: Frame, start: Frame, startsThrowing: boolean): Result {
  let frame = start;
  let pc = start.pc;
  let throwing = startsThrowing;
  // The exception in flight is raised again: its traceback has this frame already.
  let isReraise = false;
  switchFrame: for (;;) {
    const runtime = frame.runtime;
    const registers = frame.registers as Value[];
    const words = runtime.words;
    const constants = runtime.constants;
    const caches = runtime.caches;
    state.frame = frame;

    if (throwing) {
      throwing = false;
      let exception = state.exception!;
      if (!isReraise) addTraceback(exception, frame, pc);
      const opcode = runtime.code.words[pc];
      if (opcode === Op.LoadAttr) sites.nameMissing(frame, words[pc + 2], words[pc + 3]);
      else if (opcode === Op.LoadMethod) sites.nameMissing(frame, words[pc + 3], words[pc + 4]);
      if (instruments.isActive) {
        frame.pc = pc;
        instruments.raised(frame, isReraise);
        exception = state.exception!;
      }
      isReraise = false;
      const handler = findHandler(runtime.handlers, pc);
      if (handler !== undefined) {
        registers[handler.register] = exception;
        state.exception = null;
        pc = handler.target;
      } else {
        frame.pc = opcode === Op.Reraise ? leavingPlace(exception, frame, pc) : pc;
        state.handled = frame.handledBefore;
        state.depth--;
        if (frame.generator !== null) finishGenerator(frame.generator);
        if (frame === entry) return EXIT;
        const left = frame;
        frame = frame.back!;
        pc = frame.pc;
        throwing = true;
        if (left.entry === FROM_OPERATION) {
          state.frame = frame;
          const next = (left.pending as Continuation).fail(frame);
          if (typeof next !== 'number') {
            frame = next;
            pc = 0;
            throwing = false;
          } else if (next >= 0) {
            pc = next;
            throwing = false;
          }
        }
        continue;
      }
    }

    for (;;) {
      dispatch: {
        switch (words[pc]) {
          // ── Moves and constants ──────────────────────────────────────────────────────────────────────────────
          case Op.Move:
            registers[words[pc + 1]] = registers[words[pc + 2]];
            pc += 3;
            continue;
          case Op.LoadConst:
            registers[words[pc + 1]] = constants[words[pc + 2]];
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
          case Op.CheckBound:
            if (registers[words[pc + 1]] === undefined) break;
            pc += 2;
            continue;
          case Op.Unbind:
            (registers as (Value | undefined)[])[words[pc + 1]] = undefined;
            pc += 2;
            continue;
          case Op.Nop:
            pc++;
            continue;

          // ── Cells ────────────────────────────────────────────────────────────────────────────────────────────
          case Op.MakeCell: {
            const register = words[pc + 1];
            registers[register] = new Cell(registers[register]) as unknown as Value;
            pc += 2;
            continue;
          }
          case Op.LoadCell: {
            const value = (registers[words[pc + 2]] as unknown as Cell).contents;
            if (value === undefined) break;
            registers[words[pc + 1]] = value;
            pc += 3;
            continue;
          }
          case Op.StoreCell:
            (registers[words[pc + 1]] as unknown as Cell).contents = registers[words[pc + 2]];
            pc += 3;
            continue;
          case Op.LoadFree: {
            const value = frame.source.closure[words[pc + 2]].contents;
            if (value === undefined) break;
            registers[words[pc + 1]] = value;
            pc += 3;
            continue;
          }
          case Op.StoreFree:
            frame.source.closure[words[pc + 1]].contents = registers[words[pc + 2]];
            pc += 3;
            continue;
          case Op.LoadFreeCell:
            registers[words[pc + 1]] = frame.source.closure[words[pc + 2]] as unknown as Value;
            pc += 3;
            continue;

          // ── Globals ──────────────────────────────────────────────────────────────────────────────────────────
          case Op.LoadGlobal: {
            const cache = caches[words[pc + 3]];
            if (cache === undefined) break;
            const { globals } = frame.source;
            if (cache.layout !== globals.layout) break;
            if (cache.kind === IN_GLOBALS) registers[words[pc + 1]] = globals.values[cache.place] as Value;
            else {
              const { builtins } = frame.source;
              if (cache.secondLayout !== builtins.layout) break;
              registers[words[pc + 1]] = builtins.values[cache.place] as Value;
            }
            pc += 4;
            continue;
          }
          case Op.StoreGlobal: {
            const cache = caches[words[pc + 3]];
            const { globals } = frame.source;
            if (cache === undefined || cache.layout !== globals.layout) break;
            globals.values[cache.place] = registers[words[pc + 2]];
            pc += 4;
            continue;
          }

          // ── Attributes ───────────────────────────────────────────────────────────────────────────────────────
          case Op.LoadAttr: {
            const object = registers[words[pc + 2]];
            const cache = caches[words[pc + 4]];
            if (cache === undefined || object === null || typeof object !== 'object') break;
            const { shape } = object;
            if (shape !== cache.shape || cache.version !== shape.type.version) break;
            if (cache.kind === sites.OWN) {
              const { place } = cache;
              let value: Value | undefined;
              if (place === 0) value = (object as unknown as PyInstance).s0;
              else if (place === 1) value = (object as unknown as PyInstance).s1;
              else value = readPlace(object as unknown as PyInstance, place);
              if (value === undefined) break;
              registers[words[pc + 1]] = value;
              pc += 5;
              continue;
            }
            if (cache.kind === sites.CLASS_VALUE) {
              registers[words[pc + 1]] = cache.value;
              pc += 5;
              continue;
            }
            if (cache.kind === sites.MODULE) {
              const { dict } = object as unknown as PyModule;
              if (cache.layout !== dict.layout) break;
              registers[words[pc + 1]] = dict.values[cache.place] as Value;
              pc += 5;
              continue;
            }
            const getter = cache.value as unknown as PyFunction;
            const target = runtimeOf(getter.code);
            if (
              cache.kind !== sites.PROPERTY ||
              target.plainCount !== 1 ||
              state.depth >= state.depthLimit ||
              state.fuel < 1
            )
              break;
            const next = new Frame(target, getter, null, frame, state.handled);
            next.registers[0] = object;
            next.returnPc = pc + 5;
            state.depth++;
            frame.pc = pc;
            frame = next;
            pc = 0;
            continue switchFrame;
          }
          case Op.StoreAttr: {
            const object = registers[words[pc + 1]];
            const cache = caches[words[pc + 4]];
            if (cache === undefined || object === null || typeof object !== 'object') break;
            const { shape } = object;
            if (shape !== cache.shape || cache.version !== shape.type.version) break;
            const instance = object as unknown as PyInstance;
            const value = registers[words[pc + 3]];
            const { place } = cache;
            if (place === 0) instance.s0 = value;
            else if (place === 1) instance.s1 = value;
            else if (place === 2) instance.s2 = value;
            else if (place === 3) instance.s3 = value;
            else if (instance.rest !== null && place - INLINE_SLOTS < instance.rest.length)
              instance.rest[place - INLINE_SLOTS] = value;
            else writePlace(instance, place, value);
            if (cache.nextShape !== null) instance.shape = cache.nextShape;
            pc += 5;
            continue;
          }
          case Op.LoadMethod: {
            const object = registers[words[pc + 3]];
            const cache = caches[words[pc + 5]];
            if (cache === undefined) break;
            if (object !== null && typeof object === 'object') {
              const { shape } = object;
              if (shape !== cache.shape || cache.version !== shape.type.version) break;
              if (cache.kind === sites.MODULE) {
                const { dict } = object as unknown as PyModule;
                if (cache.layout !== dict.layout) break;
                registers[words[pc + 1]] = dict.values[cache.place] as Value;
                (registers as (Value | undefined)[])[words[pc + 2]] = undefined;
                pc += 6;
                continue;
              }
              if (cache.kind !== sites.METHOD) break;
            } else if (cache.kind !== sites.STR_METHOD || typeof object !== 'string') break;
            registers[words[pc + 1]] = cache.value;
            registers[words[pc + 2]] = object;
            pc += 6;
            continue;
          }

          // ── Calls ────────────────────────────────────────────────────────────────────────────────────────────
          case Op.Call: {
            const callee = registers[words[pc + 2]];
            const count = words[pc + 4];
            if (callee instanceof PyFunction) {
              if (state.depth >= state.depthLimit || --state.fuel < 0) break;
              const target = runtimeOf(callee.code);
              frame.pc = pc;
              const next = new Frame(target, callee, null, frame, state.handled);
              if (target.plainCount === count) {
                const parameters = next.registers;
                for (let index = 0; index < count; index++) parameters[index] = registers[words[pc + 5 + index]];
              } else if (bindArguments(callee, next, collect(words, pc + 4, registers), null) === EXIT) break dispatch;
              next.returnPc = pc + 5 + count;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            if (!(callee instanceof PyBuiltinFunction) || callee.self !== undefined) break;
            frame.pc = pc;
            const { definition } = callee;
            const result =
              count === 1
                ? invoke1(definition, registers[words[pc + 5]])
                : count === 2
                  ? invoke2(definition, registers[words[pc + 5]], registers[words[pc + 6]])
                  : invoke(definition, collect(words, pc + 4, registers), null);
            if (result === EXIT) break dispatch;
            registers[words[pc + 1]] = result as Value;
            pc += 5 + count;
            continue;
          }
          case Op.CallMethod: {
            const callee = registers[words[pc + 2]];
            const self = (registers as (Value | undefined)[])[words[pc + 3]];
            const count = words[pc + 5];
            if (self === undefined) {
              if (!(callee instanceof PyBuiltinFunction) || callee.self !== undefined) break;
              frame.pc = pc;
              const result =
                count === 1
                  ? invoke1(callee.definition, registers[words[pc + 6]])
                  : count === 2
                    ? invoke2(callee.definition, registers[words[pc + 6]], registers[words[pc + 7]])
                    : invoke(callee.definition, collect(words, pc + 5, registers), null);
              if (result === EXIT) break dispatch;
              registers[words[pc + 1]] = result as Value;
              pc += 6 + count;
              continue;
            }
            if (callee instanceof PyFunction) {
              if (state.depth >= state.depthLimit || --state.fuel < 0) break;
              const target = runtimeOf(callee.code);
              frame.pc = pc;
              const next = new Frame(target, callee, null, frame, state.handled);
              if (target.plainCount === count + 1) {
                const parameters = next.registers;
                parameters[0] = self;
                for (let index = 0; index < count; index++) parameters[index + 1] = registers[words[pc + 6 + index]];
              } else if (bindArguments(callee, next, [self, ...collect(words, pc + 5, registers)], null) === EXIT)
                break dispatch;
              next.returnPc = pc + 6 + count;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            if (!(callee instanceof PyMethodDescriptor)) break;
            frame.pc = pc;
            const { definition } = callee;
            const result =
              count === 0
                ? invoke1(definition, self)
                : count === 1
                  ? invoke2(definition, self, registers[words[pc + 6]])
                  : count === 2
                    ? invoke3(definition, self, registers[words[pc + 6]], registers[words[pc + 7]])
                    : invoke(definition, [self, ...collect(words, pc + 5, registers)], null);
            if (result === EXIT) break dispatch;
            registers[words[pc + 1]] = result as Value;
            pc += 6 + count;
            continue;
          }

          // ── Binary operations and comparisons ────────────────────────────────────────────────────────────────
          case Op.Add:
          case Op.InplaceAdd: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              const value = left + right;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value + right.value) as Value;
              pc += 5;
              continue;
            } else if (typeof left === 'string' && typeof right === 'string') {
              registers[words[pc + 1]] = left + right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.AddInt:
          case Op.InplaceAddInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number') {
              const value = left + right;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value + right) as Value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Subtract:
          case Op.InplaceSubtract: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              const value = left - right;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value - right.value) as Value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.SubtractInt:
          case Op.InplaceSubtractInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number') {
              const value = left - right;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value - right) as Value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Multiply:
          case Op.InplaceMultiply: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              const value = left * right + 0;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value * right.value) as Value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.MultiplyInt:
          case Op.InplaceMultiplyInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number') {
              const value = left * right + 0;
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            } else if (left instanceof PyFloat) {
              registers[words[pc + 1]] = new PyFloat(left.value * right) as Value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.FloorDivide:
          case Op.InplaceFloorDivide: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            break;
          }
          case Op.FloorDivideInt:
          case Op.InplaceFloorDivideInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Modulo:
          case Op.InplaceModulo: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              // Beyond int32 `%` is slow in V8, and below 0 its sign is C's.
              const value = left >= 0 && left <= 0x7fffffff ? left % right : left - right * Math.floor(left / right);
              if (value >= 0 && value < right) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            break;
          }
          case Op.ModuloInt:
          case Op.InplaceModuloInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number' && right > 0) {
              // Beyond int32 `%` is slow in V8, and below 0 its sign is C's.
              const value = left >= 0 && left <= 0x7fffffff ? left % right : left - right * Math.floor(left / right);
              if (value >= 0 && value < right) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            break;
          }
          case Op.LeftShift:
          case Op.InplaceLeftShift: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              const value = left * ((1 << right) >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            break;
          }
          case Op.RightShift:
          case Op.InplaceRightShift: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / ((1 << right) >>> 0));
              pc += 5;
              continue;
            }
            break;
          }
          case Op.LeftShiftInt:
          case Op.InplaceLeftShiftInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              const value = left * ((1 << right) >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            break;
          }
          case Op.RightShiftInt:
          case Op.InplaceRightShiftInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / ((1 << right) >>> 0));
              pc += 5;
              continue;
            }
            break;
          }
          case Op.BitAndInt:
          case Op.InplaceBitAndInt: {
            const left = registers[words[pc + 2]];
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.BitAnd:
          case Op.InplaceBitAnd: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.BitOr:
          case Op.InplaceBitOr: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left | right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.BitXor:
          case Op.InplaceBitXor: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left ^ right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Less: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left < right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value < right.value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.LessInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left < words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.LessEqual: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left <= right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value <= right.value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.LessEqualInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left <= words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Greater: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left > right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value > right.value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.GreaterInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left > words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.GreaterEqual: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left >= right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value >= right.value;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.GreaterEqualInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left >= words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.Equal: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left === right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value === right.value;
              pc += 5;
              continue;
            } else if (typeof left === 'string' && typeof right === 'string') {
              registers[words[pc + 1]] = left === right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.EqualInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left === words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.NotEqual: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left !== right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value !== right.value;
              pc += 5;
              continue;
            } else if (typeof left === 'string' && typeof right === 'string') {
              registers[words[pc + 1]] = left !== right;
              pc += 5;
              continue;
            }
            break;
          }
          case Op.NotEqualInt: {
            const left = registers[words[pc + 2]];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left !== words[pc + 3];
              pc += 5;
              continue;
            }
            break;
          }
          case Op.TrueDivide:
          case Op.InplaceTrueDivide: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            if (left instanceof PyFloat && right instanceof PyFloat && right.value !== 0) {
              registers[words[pc + 1]] = new PyFloat(left.value / right.value) as Value;
            } else if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
              registers[words[pc + 1]] = new PyFloat(left / right) as Value;
            } else break;
            pc += 5;
            continue;
          }
          case Op.Is: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            registers[words[pc + 1]] = left === right || (left instanceof PyFloat && isSameFloat(left, right));
            pc += 4;
            continue;
          }
          case Op.IsNot: {
            const left = registers[words[pc + 2]];
            const right = registers[words[pc + 3]];
            registers[words[pc + 1]] = !(left === right || (left instanceof PyFloat && isSameFloat(left, right)));
            pc += 4;
            continue;
          }
          case Op.Not: {
            const operand = registers[words[pc + 2]];
            if (typeof operand !== 'boolean') break;
            registers[words[pc + 1]] = !operand;
            pc += 3;
            continue;
          }
          case Op.Negative: {
            const operand = registers[words[pc + 2]];
            if (typeof operand === 'number') registers[words[pc + 1]] = 0 - operand;
            else if (operand instanceof PyFloat) registers[words[pc + 1]] = new PyFloat(-operand.value) as Value;
            else break;
            pc += 4;
            continue;
          }

          // ── Subscripts ───────────────────────────────────────────────────────────────────────────────────────
          case Op.LoadItem: {
            const object = registers[words[pc + 2]];
            const key = registers[words[pc + 3]];
            if (typeof key !== 'number') break;
            if (object instanceof PyList && object.shape === LIST_SHAPE) {
              const { length } = object;
              const index = key < 0 ? key + length : key;
              if (index < 0 || index >= length) break;
              registers[words[pc + 1]] = object.get(index);
            } else if (object instanceof PyTuple && object.shape === TUPLE_SHAPE) {
              const { items } = object;
              const index = key < 0 ? key + items.length : key;
              if (index < 0 || index >= items.length) break;
              registers[words[pc + 1]] = items[index];
            } else break;
            pc += 5;
            continue;
          }
          case Op.LoadItemInt: {
            const object = registers[words[pc + 2]];
            const key = words[pc + 3];
            if (object instanceof PyList && object.shape === LIST_SHAPE) {
              const { length } = object;
              const index = key < 0 ? key + length : key;
              if (index < 0 || index >= length) break;
              registers[words[pc + 1]] = object.get(index);
            } else if (object instanceof PyTuple && object.shape === TUPLE_SHAPE) {
              const { items } = object;
              const index = key < 0 ? key + items.length : key;
              if (index < 0 || index >= items.length) break;
              registers[words[pc + 1]] = items[index];
            } else break;
            pc += 5;
            continue;
          }
          case Op.StoreItem: {
            const object = registers[words[pc + 1]];
            const key = registers[words[pc + 2]];
            if (typeof key !== 'number' || !(object instanceof PyList) || object.shape !== LIST_SHAPE) break;
            const { length } = object;
            const index = key < 0 ? key + length : key;
            if (index < 0 || index >= length) break;
            object.set(index, registers[words[pc + 3]]);
            pc += 5;
            continue;
          }

          // ── Displays and strings ─────────────────────────────────────────────────────────────────────────────
          case Op.BuildTuple:
            registers[words[pc + 1]] = new PyTuple(collect(words, pc + 2, registers)) as Value;
            pc += 3 + words[pc + 2];
            continue;
          case Op.BuildList:
            registers[words[pc + 1]] = PyList.of(collect(words, pc + 2, registers)) as Value;
            pc += 3 + words[pc + 2];
            continue;
          case Op.ListAppend:
            (registers[words[pc + 1]] as unknown as PyList).append(registers[words[pc + 2]]);
            pc += 3;
            continue;
          case Op.UnpackSequence: {
            const source = registers[words[pc + 1]];
            const count = words[pc + 3];
            if (!(source instanceof PyTuple) || source.shape !== TUPLE_SHAPE || source.items.length !== count) break;
            const { items } = source;
            for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = items[index];
            pc += 4 + count;
            continue;
          }
          case Op.FormatValue: {
            const value = registers[words[pc + 2]];
            if (typeof value === 'string') registers[words[pc + 1]] = value;
            else if (typeof value === 'number') registers[words[pc + 1]] = `${value}`;
            else break;
            pc += 3;
            continue;
          }
          case Op.BuildString:
            registers[words[pc + 1]] = buildString(collect(words, pc + 2, registers));
            pc += 3 + words[pc + 2];
            continue;

          // ── Control flow ─────────────────────────────────────────────────────────────────────────────────────
          case Op.Jump:
            pc = words[pc + 1];
            continue;
          case Op.LoopBack:
            if (--state.fuel < 0) {
              frame.pc = pc;
              if (safepoint() === EXIT) break dispatch;
            }
            pc = words[pc + 1];
            continue;
          case Op.JumpIfTrue: {
            const condition = registers[words[pc + 1]];
            if (condition === true) pc = words[pc + 2];
            else if (condition === false || condition === null) pc += 3;
            else if (typeof condition === 'number') pc = condition !== 0 ? words[pc + 2] : pc + 3;
            else break;
            continue;
          }
          case Op.JumpIfFalse: {
            const condition = registers[words[pc + 1]];
            if (condition === true) pc += 3;
            else if (condition === false || condition === null) pc = words[pc + 2];
            else if (typeof condition === 'number') pc = condition !== 0 ? pc + 3 : words[pc + 2];
            else break;
            continue;
          }
          case Op.JumpIfNone:
            pc = registers[words[pc + 1]] === null ? words[pc + 2] : pc + 3;
            continue;
          case Op.JumpIfNotNone:
            pc = registers[words[pc + 1]] !== null ? words[pc + 2] : pc + 3;
            continue;
          case Op.ForIter: {
            const iterator = registers[words[pc + 2]];
            let item: Value | undefined;
            if (iterator instanceof PyRangeIterator) item = iterator.next();
            else if (iterator instanceof PyListIterator) item = iterator.next();
            else if (
              iterator instanceof PyGenerator &&
              iterator.kind === 'generator' &&
              !iterator.isRunning &&
              !iterator.isFinished &&
              state.depth < state.depthLimit
            ) {
              frame.pc = pc;
              frame = enterForLoop(iterator, frame);
              pc = frame.pc;
              continue switchFrame;
            } else {
              // Iterators of builtin types answer at once; those of Python classes get a frame.
              if (iterator === null || typeof iterator !== 'object' || iterator.shape.type.isHeapType) break;
              frame.pc = pc;
              const result = nextItem(iterator);
              if (result === EXIT) break dispatch;
              item = result as Value | undefined;
            }
            if (item === undefined) pc = words[pc + 3];
            else {
              registers[words[pc + 1]] = item;
              pc += 5;
            }
            continue;
          }
          case Op.Return:
          case Op.ReturnNone: {
            const value = words[pc] === Op.Return ? registers[words[pc + 1]] : null;
            state.depth--;
            state.handled = frame.handledBefore;
            frame.pc = pc;
            const back = frame.back!;
            if (frame.entry === FROM_CALL) {
              back.registers[back.runtime.words[back.pc + 1]] = value;
              pc = frame.returnPc;
              frame = back;
              continue switchFrame;
            }
            if (frame.generator !== null) finishGenerator(frame.generator);
            if (frame.entry === FROM_HOST) return value;
            state.frame = back;
            const next = leave(frame, back, value);
            frame = back;
            if (typeof next !== 'number') {
              frame = next;
              pc = 0;
            } else if (next >= 0) pc = next;
            else {
              pc = back.pc;
              throwing = true;
            }
            continue switchFrame;
          }

          // ── Exceptions ───────────────────────────────────────────────────────────────────────────────────────
          case Op.RaiseCurrent:
            frame.pc = pc;
            isReraise = raising.raiseCurrent();
            break dispatch;
          case Op.Reraise:
            state.exception = registers[words[pc + 1]] as never;
            isReraise = true;
            break dispatch;
          case Op.EnterHandler: {
            // null stands for "what the caller handles", which may change while a generator is suspended.
            const exception = registers[words[pc + 2]];
            const isInner =
              frame.generator === null ? state.handled !== frame.handledBefore : enterHandler(frame.generator);
            registers[words[pc + 1]] = isInner ? state.handled : null;
            state.handled = exception as never;
            pc += 3;
            continue;
          }
          case Op.LeaveHandler: {
            const saved = registers[words[pc + 1]];
            if (saved === null && frame.generator !== null) frame.generator.isHandling = false;
            state.handled = saved === null ? frame.handledBefore : (saved as never);
            pc += 2;
            continue;
          }
          case Op.EndAsyncFor:
            if (!raising.isStopAsyncIteration(registers[words[pc + 1]])) {
              state.exception = registers[words[pc + 1]] as never;
              isReraise = true;
              break dispatch;
            }
            pc += 2;
            continue;

          // ── Generators and coroutines ────────────────────────────────────────────────────────────────────────
          case Op.ReturnGenerator: {
            const generator = newGenerator(frame);
            frame.generator = generator;
            frame.pc = pc + 1;
            state.depth--;
            const { entry: how, back } = frame;
            frame.back = null;
            if (how === FROM_HOST) return generator;
            const next = leave(frame, back!, generator);
            frame = back!;
            if (typeof next !== 'number') {
              frame = next;
              pc = 0;
            } else if (next >= 0) pc = next;
            else {
              pc = frame.pc;
              throwing = true;
            }
            continue switchFrame;
          }
          case Op.Yield: {
            const value = registers[words[pc + 2]];
            // A suspended frame stands at its Yield.
            frame.generator!.sentRegister = words[pc + 1];
            frame.pc = pc;
            const receiver = yieldTo(frame, value);
            if (receiver === undefined) return value;
            frame = receiver;
            pc = frame.pc + 5;
            continue switchFrame;
          }
          case Op.YieldFrom: {
            frame.pc = pc;
            const outcome = delegate(frame);
            if (outcome === EXIT) break dispatch;
            if (outcome instanceof Frame) {
              frame = outcome;
              pc = frame.pc;
              continue switchFrame;
            }
            if (outcome === undefined) {
              pc += 3;
              continue;
            }
            const receiver = yieldTo(frame, (outcome as Yielded).value);
            if (receiver === undefined) return (outcome as Yielded).value;
            frame = receiver;
            pc = frame.pc + 5;
            continue switchFrame;
          }
        }
        // No fast path took it.
        frame.pc = pc;
        if (state.fuel < 0 && safepoint() === EXIT) break dispatch;
        const next = executeInFull(frame);
        if (typeof next === 'number') {
          if (next < 0) break dispatch;
          pc = next;
          continue;
        }
        frame = next;
        pc = next.pc;
        continue switchFrame;
      }
      throwing = true;
      continue switchFrame;
    }
  }
}
