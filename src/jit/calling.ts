/**
 * Calls of compiled code whose callee is found out at run time: Python functions, methods and classes are called from unit to unit, their
 * arguments bound here; builtins are called at once; everything else the interpreter calls.
 */
import { instructionLength } from '../bytecode/operands.ts';
import { newFunctionOf } from '../interpreter/call.ts';
import { Continuation, finish, type Next } from '../interpreter/continuation.ts';
import type { Frame } from '../interpreter/frame.ts';
import { callNested, callNestedWithEntries, callNestedWithOne, callNestedWithTwo } from '../interpreter/handover.ts';
import { instruments } from '../interpreter/instruments.ts';
import { runtimeOf } from '../interpreter/runtime-code.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { withSelf } from '../interpreter/with-self.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { isShort, type ShortCallable } from '../objspace/gateway/short-calls.ts';
import { PyInstance } from '../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { isTrue } from '../objspace/operations.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { objectType } from '../objspace/types/object.ts';
import { typeType } from '../objspace/types/type.ts';
import { enterWith, type Keywords, land, landed, valuesOf } from './bare.ts';
import { CodeState } from './code-state.ts';
import { afterNew, continued } from './continuing.ts';
import { observed, returnPcOf } from './departure.ts';
import { constructed, execute } from './leaving.ts';
import { newGenerator } from './resuming.ts';

// ── What the interpreter or a builtin does ───────────────────────────────────────────────────────────────────────

/** The interpreter executes the call. */
export function executeHere(frame: Frame, pc: number): Result {
  if (execute(frame, pc) < 0) return EXIT;
  return frame.registers[frame.runtime.code.words[pc + 1]] as Value;
}

/** Builtins, and objects of their classes, that the loop would call at once. */
function isBuiltin(callee: Value): boolean {
  if (callee instanceof PyBuiltinFunction || callee instanceof PyMethodDescriptor) return true;
  if (callee instanceof PyType) return !callee.isHeapType;
  return !(callee instanceof PyFunction || callee instanceof PyMethod || typeOf(callee).isHeapType);
}

/** Builtins are called at once, everything else by the interpreter. */
function executeCall(frame: Frame, pc: number, callee: Value, args: Value[], keywords: Keywords): Result {
  if (!isBuiltin(callee) || suspendable.run !== undefined) return executeHere(frame, pc);
  return builtinResult(frame, callNested(callee, args, keywords));
}

/** `callee(*items, **entries)` of a builtin that takes the entries as they are; `undefined` for all others. */
export function callWithEntries(
  frame: Frame,
  callee: Value,
  items: readonly Value[],
  entries: PyDict,
): Result | undefined {
  if (suspendable.run !== undefined) return undefined;
  const result = callNestedWithEntries(callee, items, entries);
  return result === undefined ? undefined : builtinResult(frame, result);
}

/** The frame has it, too: who looks for what the program still has finds it there. Nothing compiled goes on once somebody observes. */
function builtinResult(frame: Frame, result: Result): Result {
  if (result === EXIT) return EXIT;
  frame.registers[frame.runtime.code.words[frame.pc + 1]] = result as Value;
  if (!instruments.isActive) return result;
  observed(frame, returnPcOf(frame));
  return EXIT;
}

// ── Arguments in an array ────────────────────────────────────────────────────────────────────────────────────────

/** Calls with the arguments of an array, which it may change; the last ones have the names. */
export function callItems(frame: Frame, pc: number, callee: Value, items: Value[], keywords: Keywords): Result {
  if (callee instanceof PyFunction) return callFunction(frame, callee, items, keywords);
  if (callee instanceof PyMethod) {
    if (!(callee.callable instanceof PyFunction)) return executeHere(frame, pc);
    return callFunction(frame, callee.callable, withSelf(callee.self, items), keywords);
  }
  if (keywords === null && isShort(callee)) {
    if (items.length === 1) return callShort(frame, pc, callee, items[0]);
    if (items.length === 2) return callShortTwo(frame, pc, callee, items[0], items[1]);
  }
  const init = callee instanceof PyType ? initOf(callee) : undefined;
  if (init !== undefined) return construct(frame, callee as unknown as PyType, init, items, keywords);
  const maker = callee instanceof PyType ? makerOf(callee) : undefined;
  if (maker !== undefined) return make(frame, pc, callee as unknown as PyType, maker, items, keywords);
  return executeCall(frame, pc, callee, items, keywords);
}

/** The same for a builtin that passes control on: the call is its own, not that of the instruction. */
export function callWithin(frame: Frame, callee: Value, items: Value[]): Result {
  if (callee instanceof PyFunction) return callFunction(frame, callee, items, null);
  if (callee instanceof PyMethod && callee.callable instanceof PyFunction)
    return callFunction(frame, callee.callable, withSelf(callee.self, items), null);
  return builtinResult(frame, callNested(callee, items, null));
}

function callFunction(frame: Frame, fn: PyFunction, items: Value[], keywords: Keywords): Result {
  const code = CodeState.of(runtimeOf(fn.code));
  const values = valuesOf(code.runtime, fn, items, keywords);
  if (values === EXIT) return EXIT;
  if (code.runtime.isGenerator) return newGenerator(code, fn, frame, ...(values as Value[])) as Value;
  return landed(frame, enterWith(code.entry, fn, values as Value[]));
}

/** The `__init__` of a class whose calls make a plain instance and do nothing but call that; `undefined` for all others. */
function initOf(cls: PyType): PyFunction | undefined {
  if (!cls.isHeapType || cls.isAbstract || cls.slots.new !== objectType.slots.new) return undefined;
  if (typeOf(cls).slots.call !== typeType.slots.call) return undefined;
  const init = cls.lookup('__init__');
  if (!(init instanceof PyFunction)) return undefined;
  const runtime = runtimeOf(init.code);
  return !runtime.isGenerator && CodeState.of(runtime).returnsNone ? init : undefined;
}

function construct(frame: Frame, cls: PyType, init: PyFunction, items: Value[], keywords: Keywords): Result {
  const code = CodeState.of(runtimeOf(init.code));
  const object = new PyInstance(cls.instanceShape) as Value;
  const values = valuesOf(code.runtime, init, withSelf(object, items), keywords);
  if (values === EXIT) return EXIT;
  const answer = enterWith(code.entry, init, values as Value[]);
  const result = answer === EXIT ? constructed(frame, object, land(frame)) : answer;
  return result === EXIT ? EXIT : object;
}

/** The `__new__` of a class whose calls do nothing but call that, if it is a Python function; `undefined` for all others. */
function makerOf(cls: PyType): PyFunction | undefined {
  if (!isLeftToNew(cls) || typeOf(cls).slots.call !== typeType.slots.call) return undefined;
  const maker = newFunctionOf(cls);
  return maker === undefined || runtimeOf(maker.code).isGenerator ? undefined : maker;
}

/** Whether `__init__`, which follows for objects of the class, does nothing. */
export function isLeftToNew({ isHeapType, slots }: PyType): boolean {
  return isHeapType && slots.init === objectType.slots.init;
}

function make(frame: Frame, pc: number, cls: PyType, maker: PyFunction, items: Value[], keywords: Keywords): Result {
  const code = CodeState.of(runtimeOf(maker.code));
  const values = valuesOf(code.runtime, maker, withSelf(cls as Value, items), keywords);
  if (values === EXIT) return EXIT;
  const answer = enterWith(code.entry, maker, values as Value[]);
  if (answer !== EXIT && typeOf(answer as Value) === cls && isLeftToNew(cls)) return answer;
  const length = instructionLength(frame.runtime.code.words, pc);
  return continued(frame, pc, answer, afterNew(cls, items, keywords, length));
}

// ── By the number of arguments ───────────────────────────────────────────────────────────────────────────────────

/** A Python function that takes these arguments as they are; `undefined` for any other callee. */
export function plainTarget(callee: Value, count: number): CodeState | undefined {
  if (!(callee instanceof PyFunction)) return undefined;
  const runtime = runtimeOf(callee.code);
  return runtime.plainCount === count && !runtime.isGenerator ? CodeState.of(runtime) : undefined;
}

/** The same of a bound method of a Python function. */
function methodTarget(callee: Value, count: number): CodeState | undefined {
  return callee instanceof PyMethod ? plainTarget(callee.callable, count + 1) : undefined;
}

export function callAny0(frame: Frame, pc: number, callee: Value): Result {
  const target = plainTarget(callee, 0);
  if (target !== undefined) return landed(frame, target.entry(null, callee as unknown as PyFunction));
  const method = methodTarget(callee, 0);
  if (method === undefined) return callItems(frame, pc, callee, [], null);
  const { callable, self } = callee as unknown as PyMethod;
  return landed(frame, method.entry(null, callable as unknown as PyFunction, self));
}

export function callAny1(frame: Frame, pc: number, callee: Value, a: Value): Result {
  const target = plainTarget(callee, 1);
  if (target !== undefined) return landed(frame, target.entry(null, callee as unknown as PyFunction, a));
  const method = methodTarget(callee, 1);
  if (method === undefined)
    return isShort(callee) ? callShort(frame, pc, callee, a) : callItems(frame, pc, callee, [a], null);
  const { callable, self } = callee as unknown as PyMethod;
  return landed(frame, method.entry(null, callable as unknown as PyFunction, self, a));
}

/** An object of a builtin type that needs no array. */
export function callShort(frame: Frame, pc: number, callee: Value & ShortCallable, a: Value): Result {
  return suspendable.run === undefined ? builtinResult(frame, callNestedWithOne(callee, a)) : executeHere(frame, pc);
}

export function callShortTwo(frame: Frame, pc: number, callee: Value & ShortCallable, a: Value, b: Value): Result {
  if (suspendable.run !== undefined) return executeHere(frame, pc);
  return builtinResult(frame, callNestedWithTwo(callee, a, b));
}

export function callAny2(frame: Frame, pc: number, callee: Value, a: Value, b: Value): Result {
  const target = plainTarget(callee, 2);
  if (target !== undefined) return landed(frame, target.entry(null, callee as unknown as PyFunction, a, b));
  const method = methodTarget(callee, 2);
  if (method === undefined)
    return isShort(callee) ? callShortTwo(frame, pc, callee, a, b) : callItems(frame, pc, callee, [a, b], null);
  const { callable, self } = callee as unknown as PyMethod;
  return landed(frame, method.entry(null, callable as unknown as PyFunction, self, a, b));
}

/** `isinstance` of a class by the `__instancecheck__` of its metaclass. */
export function instanceBy(frame: Frame, pc: number, method: Value, cls: Value, object: Value): Result {
  if (typeOf(object) === cls) return true;
  if (suspendable.run !== undefined) return executeHere(frame, pc);
  const answer = callAny2(frame, pc, method, cls, object);
  if (typeof answer === 'boolean') return answer;
  return continued(frame, pc, answer, new AfterTest(instructionLength(frame.runtime.code.words, pc)));
}

/** The answer of the method becomes a bool. */
class AfterTest extends Continuation {
  readonly length: number;

  constructor(length: number) {
    super();
    this.length = length;
  }

  resume(back: Frame, answer: Value): Next {
    return finish(back, isTrue(answer), this.length);
  }
}

export function callAny3(frame: Frame, pc: number, callee: Value, a: Value, b: Value, c: Value): Result {
  const target = plainTarget(callee, 3);
  if (target !== undefined) return landed(frame, target.entry(null, callee as unknown as PyFunction, a, b, c));
  const method = methodTarget(callee, 3);
  if (method === undefined) return callItems(frame, pc, callee, [a, b, c], null);
  const { callable, self } = callee as unknown as PyMethod;
  return landed(frame, method.entry(null, callable as unknown as PyFunction, self, a, b, c));
}

export function callAny4(frame: Frame, pc: number, callee: Value, a: Value, b: Value, c: Value, d: Value): Result {
  const target = plainTarget(callee, 4);
  if (target !== undefined) return landed(frame, target.entry(null, callee as unknown as PyFunction, a, b, c, d));
  return callItems(frame, pc, callee, [a, b, c, d], null);
}
