/**
 * The interpreter's loop: runs frames until the one it was entered with is left.
 *
 * Invariants
 *   - `frame` is the running frame and equals `state.frame`; `registers`, `words` ... are its parts, reloaded at `switchFrame`.
 *   - A Python-to-Python call pushes a frame and goes on in the same loop: the JavaScript stack does not grow.
 *   - `frame.pc` is up to date whenever other code may look at it: it is stored before calls and on slow paths.
 *   - A case that ends with `break` has an exception in flight (state.exception); one that ends with `continue` has advanced `pc`.
 *
 * Fast paths repeat only what they name: exact ints within 2^53, exact floats, exact lists and tuples, cached attributes. Everything
 * else is an operation of the object space.
 */
import * as Op from '../bytecode/opcodes.generated.ts';
import * as arithmetic from '../objspace/arithmetic.ts';
import { setAttribute } from '../objspace/attributes.ts';
import { caught, raise, raiseTypeError } from '../objspace/exception.ts';
import { invoke, invoke1, invoke2, invoke3, PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { PyInstance, readPlace, writePlace } from '../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { compare, contains, getItem, isTrue, iter, len, setItem } from '../objspace/operations.ts';
import { INLINE_SLOTS } from '../objspace/shape.ts';
import { EQ, GE, GT, LE, LT, NE } from '../objspace/slots.ts';
import { state } from '../objspace/state.ts';
import { typeOf } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { Cell, PyFunction } from '../objspace/types/function.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyListIterator } from '../objspace/types/list/iterator.ts';
import { PyRangeIterator } from '../objspace/types/range.ts';
import { PySlice } from '../objspace/types/slice.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { bindArguments } from './arguments.ts';
import { prepareCall, callEx, callSlow } from './call.ts';
import * as display from './displays.ts';
import { Frame, FROM_CALL, FROM_CONSTRUCTOR, FROM_FOR, FROM_HOST, FROM_YIELD_FROM } from './frame.ts';
import { enterGenerator, newGenerator, PyAsyncGenerator, PyGenerator, returned } from './generator.ts';
import { intrinsic } from './intrinsics.ts';
import * as awaiting from './awaiting.ts';
import * as names from './names.ts';
import * as patterns from './patterns.ts';
import * as imports from './imports.ts';
import { runtimeOf } from './runtime-code.ts';
import { safepoint } from './safepoint.ts';
import * as sites from './attribute-sites.ts';
import * as raising from './raising.ts';
import { findHandler } from './unwinding.ts';
import { addTraceback } from './traceback.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** Stores the array operands `count, r1, r2 ...` at `at` into a fresh array of values. */
function collect(words: Int32Array, at: number, registers: readonly (Value | undefined)[]): Value[] {
  const count = words[at];
  const values: Value[] = new Array(count);
  for (let index = 0; index < count; index++) values[index] = registers[words[at + 1 + index]] as Value;
  return values;
}

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
  // The exception in flight is a Reraise: its traceback has this frame already.
  let isReraise = false;
  {
    switchFrame: for (;;) {
      const registers = frame.registers;
      const runtime = frame.runtime;
      const words = runtime.words;
      const constants = runtime.constants;
      const caches = runtime.caches;
      state.frame = frame;

      if (throwing) {
        throwing = false;
        const exception = state.exception!;
        if (!isReraise) addTraceback(exception, frame, pc);
        isReraise = false;
        const handler = findHandler(runtime.handlers, pc);
        if (handler !== undefined) {
          registers[handler.register] = exception;
          state.exception = null;
          pc = handler.target;
        } else {
          frame.pc = pc;
          state.handled = frame.handledBefore;
          state.depth--;
          const generator = frame.generator;
          if (generator !== null) {
            generator.isRunning = false;
            generator.isFinished = true;
          }
          if (frame === entry) return EXIT;
          frame = frame.back!;
          pc = frame.pc;
          throwing = true;
          continue;
        }
      }

      for (;;) {
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
            if (registers[words[pc + 1]] === undefined) {
              names.unboundLocal(frame, words[pc + 1]);
              break;
            }
            pc += 2;
            continue;
          case Op.Unbind:
            registers[words[pc + 1]] = undefined;
            pc += 2;
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
            if (value === undefined) {
              names.unboundCell(frame, words[pc + 2]);
              break;
            }
            registers[words[pc + 1]] = value;
            pc += 3;
            continue;
          }
          case Op.StoreCell:
            (registers[words[pc + 1]] as unknown as Cell).contents = registers[words[pc + 2]];
            pc += 3;
            continue;
          case Op.DeleteCell: {
            const cell = registers[words[pc + 1]] as unknown as Cell;
            if (cell.contents === undefined) {
              names.unboundCell(frame, words[pc + 1]);
              break;
            }
            cell.contents = undefined;
            pc += 2;
            continue;
          }
          case Op.LoadFree: {
            const value = frame.closure[words[pc + 2]].contents;
            if (value === undefined) {
              names.unboundFree(frame, words[pc + 2]);
              break;
            }
            registers[words[pc + 1]] = value;
            pc += 3;
            continue;
          }
          case Op.StoreFree:
            frame.closure[words[pc + 1]].contents = registers[words[pc + 2]];
            pc += 3;
            continue;
          case Op.DeleteFree: {
            const cell = frame.closure[words[pc + 1]];
            if (cell.contents === undefined) {
              names.unboundFree(frame, words[pc + 1]);
              break;
            }
            cell.contents = undefined;
            pc += 2;
            continue;
          }
          case Op.LoadFreeCell:
            registers[words[pc + 1]] = frame.closure[words[pc + 2]] as unknown as Value;
            pc += 3;
            continue;

          // ── Global and class-level names ─────────────────────────────────────────────────────────────────────
          case Op.LoadGlobal: {
            const cache = caches[words[pc + 3]];
            const globals = frame.globals;
            if (cache !== undefined && cache.layout === globals.layout) {
              if (cache.kind === names.IN_GLOBALS) {
                registers[words[pc + 1]] = globals.values[cache.place];
                pc += 4;
                continue;
              }
              if (cache.secondLayout === frame.builtins.layout) {
                registers[words[pc + 1]] = frame.builtins.values[cache.place];
                pc += 4;
                continue;
              }
            }
            frame.pc = pc;
            const value = names.loadGlobal(frame, words[pc + 2], words[pc + 3]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 4;
            continue;
          }
          case Op.StoreGlobal: {
            const cache = caches[words[pc + 3]];
            const globals = frame.globals;
            if (cache !== undefined && cache.layout === globals.layout) {
              globals.values[cache.place] = registers[words[pc + 2]] as Value;
            } else names.storeGlobal(frame, words[pc + 1], registers[words[pc + 2]] as Value, words[pc + 3]);
            pc += 4;
            continue;
          }
          case Op.DeleteGlobal:
            frame.pc = pc;
            if (names.deleteGlobal(frame, words[pc + 1]) === EXIT) break;
            pc += 2;
            continue;
          case Op.LoadName: {
            frame.pc = pc;
            const value = names.loadName(frame, words[pc + 2], words[pc + 3]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 4;
            continue;
          }
          case Op.StoreName:
            frame.pc = pc;
            if (names.storeName(frame, words[pc + 1], registers[words[pc + 2]] as Value, words[pc + 3]) === EXIT) break;
            pc += 4;
            continue;
          case Op.DeleteName:
            frame.pc = pc;
            if (names.deleteName(frame, words[pc + 1]) === EXIT) break;
            pc += 2;
            continue;
          case Op.LoadNameOrFree: {
            frame.pc = pc;
            const value = names.loadNameOrFree(frame, frame.namespace, words[pc + 2], words[pc + 3]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 4;
            continue;
          }
          case Op.LoadNameOrGlobal: {
            frame.pc = pc;
            const value = names.loadNameOrGlobal(frame, registers[words[pc + 2]] as Value, words[pc + 3]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 4;
            continue;
          }
          case Op.LoadMappingOrFree: {
            frame.pc = pc;
            const value = names.loadNameOrFree(frame, registers[words[pc + 2]] as Value, words[pc + 3], words[pc + 4]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 5;
            continue;
          }
          case Op.LoadNamespace:
            registers[words[pc + 1]] = frame.namespace;
            pc += 2;
            continue;
          case Op.LoadBuildClass: {
            frame.pc = pc;
            const value = names.loadBuildClass(frame);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 2;
            continue;
          }
          case Op.LoadAssertionError:
            registers[words[pc + 1]] = names.assertionErrorType();
            pc += 2;
            continue;

          // ── Attributes ───────────────────────────────────────────────────────────────────────────────────────
          case Op.LoadAttr: {
            const object = registers[words[pc + 2]] as Value;
            const cache = caches[words[pc + 4]];
            if (cache !== undefined && object !== null && typeof object === 'object') {
              const shape = object.shape;
              if (shape === cache.shape && cache.version === shape.type.version) {
                if (cache.kind === sites.OWN) {
                  const place = cache.place;
                  let value: Value | undefined;
                  if (place === 0) value = (object as unknown as PyInstance).s0;
                  else if (place === 1) value = (object as unknown as PyInstance).s1;
                  else value = readPlace(object as unknown as PyInstance, place);
                  if (value !== undefined) {
                    registers[words[pc + 1]] = value;
                    pc += 5;
                    continue;
                  }
                } else if (cache.kind === sites.CLASS_VALUE) {
                  registers[words[pc + 1]] = cache.value;
                  pc += 5;
                  continue;
                } else if (cache.kind === sites.PROPERTY) {
                  const fn = cache.value as unknown as PyFunction;
                  const target = runtimeOf(fn.code);
                  if (target.plainCount === 1 && state.depth < state.depthLimit) {
                    const next = new Frame(target, fn.globals, fn.builtins, null, fn.closure, fn, frame);
                    next.registers[0] = object;
                    next.entry = FROM_CALL;
                    next.returnRegister = words[pc + 1];
                    next.returnPc = pc + 5;
                    next.handledBefore = state.handled;
                    state.depth++;
                    frame.pc = pc;
                    frame = next;
                    pc = 0;
                    continue switchFrame;
                  }
                }
              }
            }
            frame.pc = pc;
            const value = sites.loadAttribute(frame, object, words[pc + 3], words[pc + 4]);
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 5;
            continue;
          }
          case Op.StoreAttr: {
            const object = registers[words[pc + 1]] as Value;
            const cache = caches[words[pc + 4]];
            if (cache !== undefined && object !== null && typeof object === 'object') {
              const shape = object.shape;
              if (shape === cache.shape && cache.version === shape.type.version) {
                const instance = object as unknown as PyInstance;
                const value = registers[words[pc + 3]];
                const place = cache.place;
                if (place === 0) instance.s0 = value;
                else if (place === 1) instance.s1 = value;
                else if (place === 2) instance.s2 = value;
                else if (place === 3) instance.s3 = value;
                else if (instance.rest !== null && place - INLINE_SLOTS < instance.rest.length) instance.rest[place - INLINE_SLOTS] = value;
                else writePlace(instance, place, value);
                if (cache.nextShape !== null) instance.shape = cache.nextShape;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            if (sites.storeAttribute(frame, object, words[pc + 2], registers[words[pc + 3]] as Value, words[pc + 4]) === EXIT) break;
            pc += 5;
            continue;
          }
          case Op.DeleteAttr:
            frame.pc = pc;
            if (setAttribute(registers[words[pc + 1]] as Value, runtime.names[words[pc + 2]], undefined) === EXIT) break;
            pc += 3;
            continue;
          case Op.LoadMethod: {
            const object = registers[words[pc + 3]] as Value;
            const cache = caches[words[pc + 5]];
            if (cache !== undefined) {
              if (object !== null && typeof object === 'object') {
                const shape = object.shape;
                if (shape === cache.shape && cache.version === shape.type.version && cache.kind === sites.METHOD) {
                  registers[words[pc + 1]] = cache.value;
                  registers[words[pc + 2]] = object;
                  pc += 6;
                  continue;
                }
              } else if (cache.kind === sites.STR_METHOD && typeof object === 'string') {
                registers[words[pc + 1]] = cache.value;
                registers[words[pc + 2]] = object;
                pc += 6;
                continue;
              }
            }
            frame.pc = pc;
            if (sites.loadMethod(frame, object, words[pc + 4], words[pc + 5], words[pc + 1], words[pc + 2]) === EXIT) break;
            pc += 6;
            continue;
          }
          case Op.LoadSuperAttr: {
            frame.pc = pc;
            const value = sites.loadSuper(
              registers[words[pc + 5]] as Value,
              registers[words[pc + 2]] as Value,
              registers[words[pc + 3]] as Value,
              runtime.names[words[pc + 4]],
            );
            if (value === EXIT) break;
            registers[words[pc + 1]] = value as Value;
            pc += 6;
            continue;
          }
          case Op.LoadSuperMethod:
            frame.pc = pc;
            if (sites.loadSuperMethod(frame, pc) === EXIT) break;
            pc += 7;
            continue;
          case Op.LoadSpecial:
            frame.pc = pc;
            if (sites.loadSpecial(frame, registers[words[pc + 3]] as Value, words[pc + 4], words[pc + 1], words[pc + 2]) === EXIT) break;
            pc += 5;
            continue;

          // ── Calls ────────────────────────────────────────────────────────────────────────────────────────────
          case Op.Call: {
            const callee = registers[words[pc + 2]] as Value;
            const count = words[pc + 4];
            frame.pc = pc;
            if (callee instanceof PyFunction) {
              const target = runtimeOf(callee.code);
              if (state.depth >= state.depthLimit) {
                raise('RecursionError', 'maximum recursion depth exceeded');
                break;
              }
              const next = new Frame(target, callee.globals, callee.builtins, null, callee.closure, callee, frame);
              if (target.plainCount === count) {
                const parameters = next.registers;
                for (let index = 0; index < count; index++) parameters[index] = registers[words[pc + 5 + index]];
              } else if (bindArguments(callee, next, collect(words, pc + 4, registers), null) === EXIT) break;
              next.entry = FROM_CALL;
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + 5 + count;
              next.handledBefore = state.handled;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            let result: Result;
            if (callee instanceof PyBuiltinFunction && callee.self === undefined) {
              const definition = callee.definition;
              if (count === 1) result = invoke1(definition, registers[words[pc + 5]] as Value);
              else if (count === 2) result = invoke2(definition, registers[words[pc + 5]] as Value, registers[words[pc + 6]] as Value);
              else result = invoke(definition, collect(words, pc + 4, registers), null);
            } else {
              const args = collect(words, pc + 4, registers);
              const next = prepareCall(callee, args, null, frame);
              if (next instanceof Frame) {
                next.returnRegister = words[pc + 1];
                next.returnPc = pc + 5 + count;
                state.depth++;
                frame = next;
                pc = 0;
                continue switchFrame;
              }
              result = next === undefined ? callSlow(callee, args, null) : next;
            }
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5 + count;
            continue;
          }
          case Op.CallMethod: {
            const callee = registers[words[pc + 2]] as Value;
            const self = registers[words[pc + 3]];
            const count = words[pc + 5];
            frame.pc = pc;
            let result: Result;
            if (self === undefined) {
              const args = collect(words, pc + 5, registers);
              const next = prepareCall(callee, args, null, frame);
              if (next instanceof Frame) {
                next.returnRegister = words[pc + 1];
                next.returnPc = pc + 6 + count;
                state.depth++;
                frame = next;
                pc = 0;
                continue switchFrame;
              }
              result = next === undefined ? callSlow(callee, args, null) : next;
            } else if (callee instanceof PyFunction) {
              const target = runtimeOf(callee.code);
              if (state.depth >= state.depthLimit) {
                raise('RecursionError', 'maximum recursion depth exceeded');
                break;
              }
              const next = new Frame(target, callee.globals, callee.builtins, null, callee.closure, callee, frame);
              if (target.plainCount === count + 1) {
                const parameters = next.registers;
                parameters[0] = self;
                for (let index = 0; index < count; index++) parameters[index + 1] = registers[words[pc + 6 + index]];
              } else if (bindArguments(callee, next, [self, ...collect(words, pc + 5, registers)], null) === EXIT) break;
              next.entry = FROM_CALL;
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + 6 + count;
              next.handledBefore = state.handled;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            } else if (callee instanceof PyMethodDescriptor) {
              const definition = callee.definition;
              if (count === 0) result = invoke1(definition, self);
              else if (count === 1) result = invoke2(definition, self, registers[words[pc + 6]] as Value);
              else if (count === 2) result = invoke3(definition, self, registers[words[pc + 6]] as Value, registers[words[pc + 7]] as Value);
              else result = invoke(definition, [self, ...collect(words, pc + 5, registers)], null);
            } else result = callSlow(callee, [self, ...collect(words, pc + 5, registers)], null);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 6 + count;
            continue;
          }
          case Op.CallKw: {
            const args = collect(words, pc + 5, registers);
            const keywords = (constants[words[pc + 3]] as unknown as PyTuple).items as readonly string[];
            const length = 6 + args.length;
            const callee = registers[words[pc + 2]] as Value;
            frame.pc = pc;
            const next = prepareCall(callee, args, keywords, frame);
            if (next instanceof Frame) {
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + length;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            const result = next === undefined ? callSlow(callee, args, keywords) : next;
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += length;
            continue;
          }
          case Op.CallMethodKw: {
            const self = registers[words[pc + 3]];
            let args = collect(words, pc + 6, registers);
            const length = 7 + args.length;
            if (self !== undefined) args = [self, ...args];
            const keywords = (constants[words[pc + 4]] as unknown as PyTuple).items as readonly string[];
            const callee = registers[words[pc + 2]] as Value;
            frame.pc = pc;
            const next = prepareCall(callee, args, keywords, frame);
            if (next instanceof Frame) {
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + length;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            const result = next === undefined ? callSlow(callee, args, keywords) : next;
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += length;
            continue;
          }
          case Op.CallEx: {
            frame.pc = pc;
            const next = callEx(frame, registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value, registers[words[pc + 4]]);
            if (next instanceof Frame) {
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + 5;
              state.depth++;
              frame = next;
              pc = 0;
              continue switchFrame;
            }
            if (next === EXIT) break;
            registers[words[pc + 1]] = next as Value;
            pc += 5;
            continue;
          }
          case Op.CallIntrinsic: {
            frame.pc = pc;
            const result = intrinsic(words[pc + 2], collect(words, pc + 3, registers), frame);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4 + words[pc + 3];
            continue;
          }

          // ── Binary operations ────────────────────────────────────────────────────────────────────────────────
          case Op.Add: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
              const text = left + right;
              registers[words[pc + 1]] = text;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.ADD);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.AddInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.ADD);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceAdd: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
              const text = left + right;
              registers[words[pc + 1]] = text;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.ADD);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceAddInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.ADD);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Subtract: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.SUBTRACT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.SubtractInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.SUBTRACT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceSubtract: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.SUBTRACT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceSubtractInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.SUBTRACT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Multiply: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.MultiplyInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceMultiply: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceMultiplyInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.TrueDivide: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (left instanceof PyFloat && right instanceof PyFloat && right.value !== 0) {
              registers[words[pc + 1]] = new PyFloat(left.value / right.value) as Value;
              pc += 5;
              continue;
            } else if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
              registers[words[pc + 1]] = new PyFloat(left / right) as Value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.TRUE_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.FloorDivide: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.FLOOR_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Modulo: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              // Beyond int32 `%` is slow in V8, and below 0 its sign is C's.
              const value = left >= 0 && left <= 0x7fffffff ? left % right : left - right * Math.floor(left / right);
              if (value >= 0 && value < right) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.MODULO);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LeftShift: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              const value = left * (1 << right >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.LEFT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.RightShift: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / (1 << right >>> 0));
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.RIGHT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.BitAnd: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.BIT_AND);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.FloorDivideInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.FLOOR_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.ModuloInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.MODULO);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LeftShiftInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              const value = left * (1 << right >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.LEFT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.RightShiftInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / (1 << right >>> 0));
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.RIGHT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.BitAndInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            } else if (typeof left === 'boolean') {
              registers[words[pc + 1]] = Number(left) & right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.BIT_AND);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.BitOr: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left | right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.BIT_OR);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.BitXor: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left ^ right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.BIT_XOR);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Power: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.POWER);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.MatrixMultiply: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            frame.pc = pc;
            const result = arithmetic.binary(left, right, arithmetic.MATRIX_MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceTrueDivide: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (left instanceof PyFloat && right instanceof PyFloat && right.value !== 0) {
              registers[words[pc + 1]] = new PyFloat(left.value / right.value) as Value;
              pc += 5;
              continue;
            } else if (typeof left === 'number' && typeof right === 'number' && right !== 0) {
              registers[words[pc + 1]] = new PyFloat(left / right) as Value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.TRUE_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceFloorDivide: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.FLOOR_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceModulo: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right > 0) {
              // Beyond int32 `%` is slow in V8, and below 0 its sign is C's.
              const value = left >= 0 && left <= 0x7fffffff ? left % right : left - right * Math.floor(left / right);
              if (value >= 0 && value < right) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.MODULO);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceLeftShift: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              const value = left * (1 << right >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.LEFT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceRightShift: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / (1 << right >>> 0));
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.RIGHT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceBitAnd: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.BIT_AND);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceFloorDivideInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right > 0) {
              registers[words[pc + 1]] = Math.floor(left / right);
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.FLOOR_DIVIDE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceModuloInt: {
            const left = registers[words[pc + 2]] as Value;
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
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.MODULO);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceLeftShiftInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              const value = left * (1 << right >>> 0);
              if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                registers[words[pc + 1]] = value;
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.LEFT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceRightShiftInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0 && right < 32) {
              registers[words[pc + 1]] = (left | 0) === left ? left >> right : Math.floor(left / (1 << right >>> 0));
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.RIGHT_SHIFT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceBitAndInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number' && right >= 0) {
              registers[words[pc + 1]] = left & right;
              pc += 5;
              continue;
            } else if (typeof left === 'boolean') {
              registers[words[pc + 1]] = Number(left) & right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.BIT_AND);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceBitOr: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left | right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.BIT_OR);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceBitXor: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
              registers[words[pc + 1]] = left ^ right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.BIT_XOR);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplacePower: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.POWER);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.InplaceMatrixMultiply: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            frame.pc = pc;
            const result = arithmetic.inplace(left, right, arithmetic.MATRIX_MULTIPLY);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }

          // ── Unary operations ─────────────────────────────────────────────────────────────────────────────────
          case Op.Not: {
            const operand = registers[words[pc + 2]] as Value;
            if (typeof operand === 'boolean') registers[words[pc + 1]] = !operand;
            else {
              frame.pc = pc;
              const truth = isTrue(operand);
              if (truth === EXIT) break;
              registers[words[pc + 1]] = !truth;
            }
            pc += 3;
            continue;
          }
          case Op.Negative: {
            const operand = registers[words[pc + 2]] as Value;
            if (typeof operand === 'number') registers[words[pc + 1]] = 0 - operand;
            else {
              frame.pc = pc;
              const result = arithmetic.negative(operand);
              if (result === EXIT) break;
              registers[words[pc + 1]] = result as Value;
            }
            pc += 4;
            continue;
          }
          case Op.Positive: {
            const operand = registers[words[pc + 2]] as Value;
            if (typeof operand === 'number') registers[words[pc + 1]] = operand;
            else {
              frame.pc = pc;
              const result = arithmetic.positive(operand);
              if (result === EXIT) break;
              registers[words[pc + 1]] = result as Value;
            }
            pc += 4;
            continue;
          }
          case Op.Invert: {
            const operand = registers[words[pc + 2]] as Value;
            if (typeof operand === 'number' && operand < MAX_SAFE) registers[words[pc + 1]] = -1 - operand;
            else {
              frame.pc = pc;
              const result = arithmetic.invert(operand);
              if (result === EXIT) break;
              registers[words[pc + 1]] = result as Value;
            }
            pc += 4;
            continue;
          }

          // ── Comparisons ──────────────────────────────────────────────────────────────────────────────────────
          case Op.Less: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left < right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value < right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, LT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LessInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left < right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, LT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LessEqual: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left <= right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value <= right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, LE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LessEqualInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left <= right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, LE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Equal: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if ((typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string')) {
              registers[words[pc + 1]] = left === right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value === right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, EQ);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.EqualInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left === right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, EQ);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.NotEqual: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if ((typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string')) {
              registers[words[pc + 1]] = left !== right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value !== right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, NE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.NotEqualInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left !== right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, NE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Greater: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left > right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value > right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, GT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.GreaterInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left > right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, GT);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.GreaterEqual: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            if (typeof left === 'number' && typeof right === 'number') {
              registers[words[pc + 1]] = left >= right;
              pc += 5;
              continue;
            } else if (left instanceof PyFloat && right instanceof PyFloat) {
              registers[words[pc + 1]] = left.value >= right.value;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, GE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.GreaterEqualInt: {
            const left = registers[words[pc + 2]] as Value;
            const right = words[pc + 3];
            if (typeof left === 'number') {
              registers[words[pc + 1]] = left >= right;
              pc += 5;
              continue;
            }
            frame.pc = pc;
            const result = compare(left, right, GE);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.Is: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            registers[words[pc + 1]] = (left === right || (left instanceof PyFloat && display.isSameFloat(left, right)));
            pc += 4;
            continue;
          }
          case Op.IsNot: {
            const left = registers[words[pc + 2]] as Value;
            const right = registers[words[pc + 3]] as Value;
            registers[words[pc + 1]] = !(left === right || (left instanceof PyFloat && display.isSameFloat(left, right)));
            pc += 4;
            continue;
          }
          case Op.In: {
            frame.pc = pc;
            const result = contains(registers[words[pc + 3]] as Value, registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as boolean;
            pc += 5;
            continue;
          }
          case Op.NotIn: {
            frame.pc = pc;
            const result = contains(registers[words[pc + 3]] as Value, registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = !result;
            pc += 5;
            continue;
          }
          // ── Subscripts ───────────────────────────────────────────────────────────────────────────────────────
          case Op.LoadItem: {
            const object = registers[words[pc + 2]] as Value;
            const key = registers[words[pc + 3]] as Value;
            if (typeof key === 'number') {
              if (object instanceof PyList && object.shape === display.LIST_SHAPE) {
                const length = object.length;
                const index = key < 0 ? key + length : key;
                if (index >= 0 && index < length) {
                  registers[words[pc + 1]] = object.get(index);
                  pc += 5;
                  continue;
                }
              } else if (object instanceof PyTuple && object.shape === display.TUPLE_SHAPE) {
                const items = object.items;
                const index = key < 0 ? key + items.length : key;
                if (index >= 0 && index < items.length) {
                  registers[words[pc + 1]] = items[index];
                  pc += 5;
                  continue;
                }
              }
            }
            frame.pc = pc;
            const result = getItem(object, key);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.LoadItemInt: {
            const object = registers[words[pc + 2]] as Value;
            const key = words[pc + 3];
            if (object instanceof PyList && object.shape === display.LIST_SHAPE) {
              const length = object.length;
              const index = key < 0 ? key + length : key;
              if (index >= 0 && index < length) {
                registers[words[pc + 1]] = object.get(index);
                pc += 5;
                continue;
              }
            } else if (object instanceof PyTuple && object.shape === display.TUPLE_SHAPE) {
              const items = object.items;
              const index = key < 0 ? key + items.length : key;
              if (index >= 0 && index < items.length) {
                registers[words[pc + 1]] = items[index];
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            const result = getItem(object, key);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.StoreItem: {
            const object = registers[words[pc + 1]] as Value;
            const key = registers[words[pc + 2]] as Value;
            if (typeof key === 'number' && object instanceof PyList && object.shape === display.LIST_SHAPE) {
              const length = object.length;
              const index = key < 0 ? key + length : key;
              if (index >= 0 && index < length) {
                object.set(index, registers[words[pc + 3]] as Value);
                pc += 5;
                continue;
              }
            }
            frame.pc = pc;
            if (setItem(object, key, registers[words[pc + 3]] as Value) === EXIT) break;
            pc += 5;
            continue;
          }
          case Op.DeleteItem:
            frame.pc = pc;
            if (setItem(registers[words[pc + 1]] as Value, registers[words[pc + 2]] as Value, undefined) === EXIT) break;
            pc += 3;
            continue;
          case Op.LoadSlice: {
            frame.pc = pc;
            const slice = new PySlice(registers[words[pc + 3]] as Value, registers[words[pc + 4]] as Value, null);
            const result = getItem(registers[words[pc + 2]] as Value, slice as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.StoreSlice: {
            frame.pc = pc;
            const slice = new PySlice(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value, null);
            if (setItem(registers[words[pc + 1]] as Value, slice as Value, registers[words[pc + 4]] as Value) === EXIT) break;
            pc += 5;
            continue;
          }
          case Op.BuildSlice:
            registers[words[pc + 1]] = new PySlice(
              registers[words[pc + 2]] as Value,
              registers[words[pc + 3]] as Value,
              registers[words[pc + 4]] as Value,
            ) as Value;
            pc += 5;
            continue;

          // ── Displays ─────────────────────────────────────────────────────────────────────────────────────────
          case Op.BuildTuple:
            registers[words[pc + 1]] = new PyTuple(collect(words, pc + 2, registers)) as Value;
            pc += 3 + words[pc + 2];
            continue;
          case Op.BuildList:
            registers[words[pc + 1]] = PyList.of(collect(words, pc + 2, registers));
            pc += 3 + words[pc + 2];
            continue;
          case Op.BuildSet: {
            frame.pc = pc;
            const result = display.buildSet(collect(words, pc + 2, registers));
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 3 + words[pc + 2];
            continue;
          }
          case Op.BuildMap: {
            frame.pc = pc;
            const result = display.buildMap(collect(words, pc + 2, registers));
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 3 + words[pc + 2];
            continue;
          }
          case Op.BuildConstMap:
            registers[words[pc + 1]] = display.buildConstMap(constants[words[pc + 2]], collect(words, pc + 3, registers));
            pc += 4 + words[pc + 3];
            continue;
          case Op.ListAppend:
            (registers[words[pc + 1]] as unknown as PyList).append(registers[words[pc + 2]] as Value);
            pc += 3;
            continue;
          case Op.ListExtend:
            frame.pc = pc;
            if (display.listExtend(registers[words[pc + 1]] as unknown as PyList, registers[words[pc + 2]] as Value) === EXIT) break;
            pc += 3;
            continue;
          case Op.ListToTuple:
            registers[words[pc + 1]] = new PyTuple((registers[words[pc + 2]] as unknown as PyList).toArray()) as Value;
            pc += 3;
            continue;
          case Op.SetAdd:
            frame.pc = pc;
            if (display.setAdd(registers[words[pc + 1]] as Value, registers[words[pc + 2]] as Value) === EXIT) break;
            pc += 3;
            continue;
          case Op.SetUpdate:
            frame.pc = pc;
            if (display.setUpdate(registers[words[pc + 1]] as Value, registers[words[pc + 2]] as Value) === EXIT) break;
            pc += 3;
            continue;
          case Op.MapAdd:
            frame.pc = pc;
            if ((registers[words[pc + 1]] as unknown as PyDict).set(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value) === EXIT) break;
            pc += 4;
            continue;
          case Op.MapUpdate:
            frame.pc = pc;
            if (display.mapUpdate(registers[words[pc + 1]] as unknown as PyDict, registers[words[pc + 2]] as Value) === EXIT) break;
            pc += 3;
            continue;
          case Op.MapMerge:
            frame.pc = pc;
            if (display.mapMerge(registers[words[pc + 1]] as unknown as PyDict, registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value) === EXIT) break;
            pc += 4;
            continue;
          case Op.UnpackSequence: {
            const source = registers[words[pc + 1]] as Value;
            const count = words[pc + 3];
            if (source instanceof PyTuple && source.shape === display.TUPLE_SHAPE && source.items.length === count) {
              const items = source.items;
              for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = items[index];
            } else {
              frame.pc = pc;
              const items = display.unpack(source, count);
              if (items === EXIT) break;
              for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = (items as readonly Value[])[index];
            }
            pc += 4 + count;
            continue;
          }
          case Op.UnpackEx: {
            frame.pc = pc;
            const count = words[pc + 3];
            const items = display.unpackEx(registers[words[pc + 1]] as Value, words[pc + 2], count - 1 - words[pc + 2]);
            if (items === EXIT) break;
            for (let index = 0; index < count; index++) registers[words[pc + 4 + index]] = (items as Value[])[index];
            pc += 4 + count;
            continue;
          }

          // ── Strings ──────────────────────────────────────────────────────────────────────────────────────────
          case Op.FormatValue: {
            const value = registers[words[pc + 2]] as Value;
            if (typeof value === 'string') registers[words[pc + 1]] = value;
            else if (typeof value === 'number') registers[words[pc + 1]] = `${value}`;
            else {
              frame.pc = pc;
              const result = display.formatted(value, '');
              if (result === EXIT) break;
              registers[words[pc + 1]] = result as Value;
            }
            pc += 3;
            continue;
          }
          case Op.FormatWithSpec: {
            frame.pc = pc;
            const result = display.formatted(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
          case Op.ConvertValue: {
            frame.pc = pc;
            const result = display.converted(registers[words[pc + 2]] as Value, words[pc + 3]);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
          case Op.BuildString:
            registers[words[pc + 1]] = display.buildString(collect(words, pc + 2, registers));
            pc += 3 + words[pc + 2];
            continue;
          case Op.BuildInterpolation:
            registers[words[pc + 1]] = display.buildInterpolation(
              registers[words[pc + 2]] as Value,
              registers[words[pc + 3]] as Value,
              words[pc + 4],
              registers[words[pc + 5]] as Value,
            );
            pc += 6;
            continue;
          case Op.BuildTemplate:
            registers[words[pc + 1]] = display.buildTemplate(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value);
            pc += 4;
            continue;

          // ── Control flow ─────────────────────────────────────────────────────────────────────────────────────
          case Op.Jump:
            pc = words[pc + 1];
            continue;
          case Op.LoopBack:
            if (--state.fuel < 0) {
              frame.pc = pc;
              if (safepoint() === EXIT) break;
            }
            pc = words[pc + 1];
            continue;
          case Op.JumpIfTrue: {
            const condition = registers[words[pc + 1]] as Value;
            if (condition === true) pc = words[pc + 2];
            else if (condition === false || condition === null) pc += 3;
            else {
              frame.pc = pc;
              const truth = isTrue(condition);
              if (truth === EXIT) break;
              pc = truth === true ? words[pc + 2] : pc + 3;
            }
            continue;
          }
          case Op.JumpIfFalse: {
            const condition = registers[words[pc + 1]] as Value;
            if (condition === true) pc += 3;
            else if (condition === false || condition === null) pc = words[pc + 2];
            else {
              frame.pc = pc;
              const truth = isTrue(condition);
              if (truth === EXIT) break;
              pc = truth === true ? pc + 3 : words[pc + 2];
            }
            continue;
          }
          case Op.JumpIfNone:
            pc = registers[words[pc + 1]] === null ? words[pc + 2] : pc + 3;
            continue;
          case Op.JumpIfNotNone:
            pc = registers[words[pc + 1]] !== null ? words[pc + 2] : pc + 3;
            continue;
          case Op.GetIter: {
            const iterable = registers[words[pc + 2]] as Value;
            if (iterable instanceof PyGenerator && !(iterable instanceof PyAsyncGenerator) && iterable.kind === 'generator') {
              registers[words[pc + 1]] = iterable;
            } else {
              frame.pc = pc;
              const result = iter(iterable);
              if (result === EXIT) break;
              registers[words[pc + 1]] = result as Value;
            }
            pc += 4;
            continue;
          }
          case Op.ForIter: {
            const iterator = registers[words[pc + 2]] as Value;
            let item: Result | undefined;
            if (iterator instanceof PyRangeIterator) item = iterator.next();
            else if (iterator instanceof PyListIterator) item = iterator.next();
            else if (iterator instanceof PyGenerator && iterator.kind === 'generator') {
              if (iterator.isFinished) item = undefined;
              else if (iterator.isRunning || state.depth >= state.depthLimit) {
                frame.pc = pc;
                item = awaiting.next(iterator);
              } else {
                const next = iterator.frame;
                frame.pc = pc;
                enterGenerator(iterator, frame, null);
                next.entry = FROM_FOR;
                next.returnRegister = words[pc + 1];
                next.returnPc = pc + 5;
                next.exitPc = words[pc + 3];
                state.depth++;
                frame = next;
                pc = next.pc;
                continue switchFrame;
              }
            } else {
              frame.pc = pc;
              item = awaiting.next(iterator);
            }
            if (item === undefined) pc = words[pc + 3];
            else if (item === EXIT) break;
            else {
              registers[words[pc + 1]] = item as Value;
              pc += 5;
            }
            continue;
          }
          case Op.Return:
          case Op.ReturnNone: {
            const value = words[pc] === Op.Return ? (registers[words[pc + 1]] as Value) : null;
            state.depth--;
            state.handled = frame.handledBefore;
            const generator = frame.generator;
            if (generator !== null) {
              generator.isRunning = false;
              generator.isFinished = true;
              frame.pc = pc;
            }
            const how = frame.entry;
            const back = frame.back!;
            if (how === FROM_CALL) {
              back.registers[frame.returnRegister] = value;
              pc = frame.returnPc;
            } else if (how === FROM_HOST) return value;
            else if (how === FROM_CONSTRUCTOR) {
              if (value !== null) {
                raiseTypeError(`__init__() should return None, not '${typeOf(value).name}'`);
                frame = back;
                pc = frame.pc;
                throwing = true;
                continue switchFrame;
              }
              back.registers[frame.returnRegister] = frame.returnValue;
              pc = frame.returnPc;
            } else if (how === FROM_FOR) pc = frame.exitPc;
            else {
              back.generator!.delegate = undefined;
              back.registers[frame.returnRegister] = value;
              pc = frame.returnPc;
            }
            frame = back;
            continue switchFrame;
          }

          // ── Functions ────────────────────────────────────────────────────────────────────────────────────────
          case Op.MakeFunction:
            registers[words[pc + 1]] = display.makeFunction(frame, constants[words[pc + 2]], collect(words, pc + 3, registers));
            pc += 4 + words[pc + 3];
            continue;
          case Op.SetFunctionPart:
            display.setFunctionPart(registers[words[pc + 1]] as unknown as PyFunction, words[pc + 2], registers[words[pc + 3]] as Value);
            pc += 4;
            continue;

          // ── Exceptions ───────────────────────────────────────────────────────────────────────────────────────
          case Op.Raise:
            frame.pc = pc;
            raising.raiseValue(registers[words[pc + 1]] as Value);
            break;
          case Op.RaiseFrom:
            frame.pc = pc;
            raising.raiseFrom(registers[words[pc + 1]] as Value, registers[words[pc + 2]] as Value);
            break;
          case Op.RaiseCurrent:
            isReraise = raising.raiseCurrent();
            break;
          case Op.Reraise:
            state.exception = registers[words[pc + 1]] as never;
            isReraise = true;
            break;
          case Op.EnterHandler:
            // null stands for "what the caller handles", which may change while a generator is suspended.
            registers[words[pc + 1]] = state.handled === frame.handledBefore ? null : state.handled;
            state.handled = registers[words[pc + 2]] as never;
            pc += 3;
            continue;
          case Op.LeaveHandler: {
            const saved = registers[words[pc + 1]];
            state.handled = saved === null ? frame.handledBefore : (saved as never);
            pc += 2;
            continue;
          }
          case Op.MatchException: {
            frame.pc = pc;
            const result = raising.matchException(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
          case Op.MatchExceptionGroup: {
            frame.pc = pc;
            const result = raising.matchExceptionGroup(registers[words[pc + 3]] as Value, registers[words[pc + 4]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = (result as { rest: Value; match: Value }).rest;
            registers[words[pc + 2]] = (result as { rest: Value; match: Value }).match;
            pc += 5;
            continue;
          }
          case Op.ExitContext: {
            frame.pc = pc;
            const result = raising.exitContext(registers[words[pc + 2]] as Value, registers[words[pc + 3]], registers[words[pc + 4]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }

          // ── Generators and coroutines ────────────────────────────────────────────────────────────────────────
          case Op.ReturnGenerator: {
            const generator = newGenerator(frame);
            frame.generator = generator;
            frame.pc = pc + 1;
            state.depth--;
            if (frame.entry === FROM_HOST) {
              frame.back = null;
              return generator;
            }
            const back = frame.back!;
            back.registers[frame.returnRegister] = generator;
            pc = frame.returnPc;
            frame.back = null;
            frame = back;
            continue switchFrame;
          }
          case Op.Yield: {
            const generator = frame.generator!;
            generator.sentRegister = words[pc + 1];
            frame.pc = pc;
            const value = registers[words[pc + 2]] as Value;
            for (;;) {
              // A chain of frames at YieldFrom passes the value on, outwards.
              const owner = frame.generator!;
              owner.isRunning = false;
              frame.handledInside = state.handled === frame.handledBefore ? null : state.handled;
              state.handled = frame.handledBefore;
              state.depth--;
              const back = frame.back!;
              frame.back = null;
              if (frame.entry === FROM_HOST) return value;
              if (frame.entry !== FROM_YIELD_FROM) {
                back.registers[frame.returnRegister] = value;
                pc = frame.returnPc;
                frame = back;
                continue switchFrame;
              }
              frame = back;
            }
          }
          case Op.YieldFrom: {
            const generator = frame.generator!;
            const iterator = registers[words[pc + 2]] as Value;
            const sent = generator.sent;
            generator.sent = null;
            generator.sentRegister = -1;
            frame.pc = pc;
            if (iterator instanceof PyGenerator && iterator.kind !== 'async generator' && !iterator.isRunning && !iterator.isFinished
              && (iterator.isStarted || sent === null) && state.depth < state.depthLimit) {
              const next = iterator.frame;
              generator.delegate = iterator;
              enterGenerator(iterator, frame, sent);
              next.entry = FROM_YIELD_FROM;
              next.returnRegister = words[pc + 1];
              next.returnPc = pc + 3;
              state.depth++;
              frame = next;
              pc = next.pc;
              continue switchFrame;
            }
            generator.delegate = iterator;
            let value = awaiting.sendTo(iterator, sent);
            if (value === EXIT) {
              generator.delegate = undefined;
              break;
            }
            if (value === undefined) {
              generator.delegate = undefined;
              registers[words[pc + 1]] = returned.value;
              pc += 3;
              continue;
            }
            for (;;) {
              const owner = frame.generator!;
              owner.isRunning = false;
              frame.handledInside = state.handled === frame.handledBefore ? null : state.handled;
              state.handled = frame.handledBefore;
              state.depth--;
              const back = frame.back!;
              frame.back = null;
              if (frame.entry === FROM_HOST) return value;
              if (frame.entry !== FROM_YIELD_FROM) {
                back.registers[frame.returnRegister] = value as Value;
                pc = frame.returnPc;
                frame = back;
                continue switchFrame;
              }
              frame = back;
            }
          }
          case Op.GetYieldFromIter: {
            frame.pc = pc;
            const result = awaiting.yieldFromIterator(frame, registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 3;
            continue;
          }
          case Op.GetAwaitable: {
            frame.pc = pc;
            const result = awaiting.awaitableIterator(registers[words[pc + 2]] as Value, words[pc + 3]);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
          case Op.GetAsyncIter: {
            frame.pc = pc;
            const result = awaiting.asyncIterator(registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 3;
            continue;
          }
          case Op.GetAsyncNext: {
            frame.pc = pc;
            const result = awaiting.asyncNext(registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 3;
            continue;
          }
          case Op.EndAsyncFor: {
            const exception = registers[words[pc + 1]] as Value;
            if (raising.isStopAsyncIteration(exception)) {
              pc += 2;
              continue;
            }
            state.exception = exception as never;
            isReraise = true;
            break;
          }

          // ── Pattern matching ─────────────────────────────────────────────────────────────────────────────────
          case Op.MatchMapping:
            registers[words[pc + 1]] = typeOf(registers[words[pc + 2]] as Value).pattern === 'mapping';
            pc += 3;
            continue;
          case Op.MatchSequence:
            registers[words[pc + 1]] = typeOf(registers[words[pc + 2]] as Value).pattern === 'sequence';
            pc += 3;
            continue;
          case Op.MatchKeys: {
            frame.pc = pc;
            const result = patterns.matchKeys(registers[words[pc + 2]] as Value, registers[words[pc + 3]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
          case Op.MatchClass: {
            frame.pc = pc;
            const result = patterns.matchClass(
              registers[words[pc + 2]] as Value,
              registers[words[pc + 3]] as Value,
              words[pc + 4],
              constants[words[pc + 5]],
            );
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 6;
            continue;
          }
          case Op.GetLength: {
            frame.pc = pc;
            const result = len(registers[words[pc + 2]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as number;
            pc += 3;
            continue;
          }

          // ── Imports ──────────────────────────────────────────────────────────────────────────────────────────
          case Op.ImportName: {
            frame.pc = pc;
            const result = imports.importName(frame, words[pc + 2], registers[words[pc + 3]] as Value, registers[words[pc + 4]] as Value);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 5;
            continue;
          }
          case Op.ImportFrom: {
            frame.pc = pc;
            const result = imports.importFrom(registers[words[pc + 2]] as Value, runtime.names[words[pc + 3]]);
            if (result === EXIT) break;
            registers[words[pc + 1]] = result as Value;
            pc += 4;
            continue;
          }
        }
        // Out of the switch: an exception is in flight.
        throwing = true;
        continue switchFrame;
      }
    }
  }
}
