/**
 * Calls: small Python functions are inlined, others are called from unit to unit; builtins that have a form of their own are in builtins.ts;
 * everything else is called by the interpreter.
 */
import type { Builder } from '../builder.ts';
import type { Construction, Operation } from '../context.ts';
import { CodeState } from '../code-state.ts';
import type { Node } from '../graph.ts';
import { BOUND, isWithin, NONE, TYPE, UNBOUND } from '../kinds.ts';
import { newGenerator } from './suspending.ts';
import { awaitInPlace } from './awaiting.ts';
import { type Arguments, bind } from './binding.ts';
import { boundBuiltinCall, builtinCall, builtinMethodCall } from './builtins.ts';
import { callGetter } from './callable-objects.ts';
import { callByMetaclass, callNew, isCallOfType } from './constructing.ts';
import { consume } from './consuming.ts';
import {
  callExceptionClass,
  expectCalledPlainly,
  initException,
  isBaseInit,
  isCalledPlainly,
  isPlainException,
  newException,
} from './exceptions.ts';
import { newInstance } from '../virtuals.ts';
import { FEW_WORDS_OF_METHODS, isInlinable } from './inlining.ts';
import { callUnit, canBeOperated, constructed, expectCode, MAX_ARGUMENTS, operated } from './unit-calls.ts';
import { callUnknown } from './unknown-calls.ts';
import {
  type Callee,
  type Callees,
  conditionOf,
  type FunctionCallee,
  isNested,
  knownCallee,
  severalCallees,
} from './callees.ts';
import { specialMethod } from './special-methods.ts';
import { wrapperCall } from './wrappers.ts';
import { PyMethodWrapper, PyWrapperDescriptor } from '../../objspace/descriptors.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import { PyInstance } from '../../objspace/instance.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { objectType } from '../../objspace/types/object.ts';
import { runtimeOf, type RuntimeCode } from '../../interpreter/runtime-code.ts';

/** Instructions of a call: `list` is the place of the count of arguments. */
function argumentsAt(b: Builder, list: number): Node[] {
  const { words } = b;
  return Array.from({ length: words[list] }, (_item, index) => b.get(words[list + 1 + index]));
}

function interpreted(b: Builder): void {
  b.residual();
  b.reload(b.words[b.pc + 1]);
}

export function call(b: Builder): void {
  const { words, pc } = b;
  const list = pc + 4;
  callWith(b, b.get(words[pc + 2]), { positional: argumentsAt(b, list), names: [] }, list + 1 + words[list]);
}

export function callMethod(b: Builder): void {
  const { words, pc } = b;
  const list = pc + 5;
  const self = b.get(words[pc + 3]);
  const rest = argumentsAt(b, list);
  const callee = b.get(words[pc + 2]);
  const returnPc = list + 1 + words[list];
  if (self.kinds === UNBOUND) callWith(b, callee, { positional: rest, names: [] }, returnPc);
  else if ((self.kinds & UNBOUND) === 0) callWith(b, callee, { positional: [self, ...rest], names: [] }, returnPc);
  else interpreted(b);
}

export function callKw(b: Builder, isMethod: boolean): void {
  const { words, pc } = b;
  const at = isMethod ? pc + 4 : pc + 3;
  const list = at + 2;
  const names = (b.context.runtime.constants[words[at]] as unknown as { items: string[] }).items;
  const rest = argumentsAt(b, list);
  const callee = b.get(words[pc + 2]);
  const returnPc = list + 1 + words[list];
  if (!isMethod) {
    callWith(b, callee, { positional: rest, names }, returnPc);
    return;
  }
  const self = b.get(words[pc + 3]);
  if (self.kinds === UNBOUND) callWith(b, callee, { positional: rest, names }, returnPc);
  else if ((self.kinds & UNBOUND) === 0) callWith(b, callee, { positional: [self, ...rest], names }, returnPc);
  else interpreted(b);
}

/** `__exit__` with the exception that leaves a `with` block: its class, itself, and its traceback. */
export function exitContext(b: Builder): void {
  const { words, pc } = b;
  const self = b.get(words[pc + 3]);
  const exception = b.get(words[pc + 4]);
  const cls = b.read('class', '$0.shape.type', [exception], TYPE);
  const positional = [cls, exception, b.read('traceback', '$0.traceback', [exception], BOUND)];
  const callee = b.get(words[pc + 2]);
  if (self.kinds === UNBOUND) callWith(b, callee, { positional, names: [] }, pc + 5);
  else if ((self.kinds & UNBOUND) === 0) callWith(b, callee, { positional: [self, ...positional], names: [] }, pc + 5);
  else interpreted(b);
}

/** One of several functions: each gets code of its own; builtins among them are told apart at run time. */
function callSeveral(
  b: Builder,
  node: Node,
  { functions: fns, others }: Callees,
  args: Arguments,
  returnPc: number,
): void {
  const { pc } = b;
  const areByCode = fns.map((fn) => b.site().isByCode || isNested(fn as Value));
  const conditions = fns.map((fn, index) => conditionOf(b, fn as Value, areByCode[index]));
  const hasRest = others.length > 0;
  if (hasRest) conditions.push(['true', []]);
  const call = (index: number): Node | null => {
    b.pc = pc;
    if (index === fns.length) return callUnknown(b, node, args, others);
    const fn = fns[index];
    const callee = { fn, node: areByCode[index] ? node : b.constant(fn as Value) };
    const bound = bind(b, callee, args);
    const value = bound === undefined ? undefined : callFunction(b, callee, bound, returnPc);
    return value === undefined ? callUnknown(b, node, args) : value;
  };
  const result = b.choose(node, conditions, call, hasRest);
  if (result !== null) b.set(b.words[b.pc + 1], result);
}

function callWith(b: Builder, node: Node, args: Arguments, returnPc: number): void {
  const several = severalCallees(b, node);
  if (several !== undefined) {
    callSeveral(b, node, several, args, returnPc);
    return;
  }
  const callee = knownCallee(b, node);
  const consumed = callee === undefined ? args : consume(b, callee.value, args, returnPc);
  if (consumed === null) return;
  const awaited = callee === undefined ? undefined : awaitInPlace(b, callee, consumed, returnPc);
  const known = awaited !== undefined || callee === undefined ? awaited : callKnown(b, callee, consumed, returnPc);
  const result = known === undefined ? callUnknown(b, node, consumed) : known;
  if (result !== null) b.set(b.words[b.pc + 1], result);
}

/** `undefined`: left to the interpreter; null: it does not return. */
function callKnown(b: Builder, callee: Callee, args: Arguments, returnPc: number): Node | null | undefined {
  const { value, node } = callee;
  if (value instanceof PyFunction) return callBound(b, { fn: value, node }, args, returnPc);
  if (value instanceof PyType) {
    const made =
      callByMetaclass(b, value, args, returnPc) ??
      (isCalledPlainly(value) ? construct(b, value, args, returnPc) : undefined);
    if (made !== undefined || args.names.length > 0) return made;
    return builtinCall(b, value, args.positional);
  }
  if (isCallOfType(value)) {
    const [cls, ...positional] = args.positional;
    const isKnown = cls?.isConstant && cls.constant instanceof PyType && cls.constant.isHeapType;
    return isKnown
      ? construct(b, cls.constant as unknown as PyType, { positional, names: args.names }, returnPc)
      : undefined;
  }
  if (value instanceof PyInstance) {
    const method = specialMethod(value.shape, 'call', '__call__');
    if (method === undefined) return undefined;
    b.expectShape(node, value.shape);
    b.expectVersion(value.shape.type);
    const fn = { fn: method, node: b.constant(method as Value) };
    return callBound(b, fn, { positional: [node, ...args.positional], names: args.names }, returnPc);
  }
  if (value instanceof PyMethod && value.callable instanceof PyFunction) {
    const self = node.isConstant ? b.constant(value.self) : b.pure('self', '$0.self', [node], BOUND);
    const fn = { fn: value.callable, node: b.constant(value.callable as Value) };
    return callBound(b, fn, { positional: [self, ...args.positional], names: args.names }, returnPc);
  }
  if (args.names.length > 0) return undefined;
  if (value instanceof PyMethodWrapper) return node.isConstant ? callGetter(b, value, args.positional) : undefined;
  if (isBaseInit(value)) return initException(b, args.positional);
  if (value instanceof PyWrapperDescriptor) return wrapperCall(b, value, args.positional);
  if (value instanceof PyMethodDescriptor) return builtinMethodCall(b, value, args.positional);
  if (!(value instanceof PyBuiltinFunction)) return undefined;
  if (node.isConstant) return builtinCall(b, value, args.positional);
  const self = b.pure('self', '$0.self', [node], BOUND);
  return boundBuiltinCall(b, value, self, args.positional);
}

export function callBound(
  b: Builder,
  callee: FunctionCallee,
  args: Arguments,
  returnPc: number,
): Node | null | undefined {
  const bound = bind(b, callee, args);
  return bound === undefined ? undefined : callFunction(b, callee, bound, returnPc);
}

/** Calls a function with values for all its parameters. */
export function callFunction(
  b: Builder,
  callee: FunctionCallee,
  values: readonly Node[],
  returnPc: number,
  made: Node | null = null,
): Node | null | undefined {
  const { fn } = callee;
  const runtime = runtimeOf(fn.code);
  if (runtime.parameterCount !== values.length) return undefined;
  if (runtime.isGenerator) {
    expectCode(b, callee);
    return made === null ? newGenerator(b, callee, runtime, values) : undefined;
  }
  const state = CodeState.of(runtime);
  if (canInline(b, runtime)) return inline(b, callee, runtime, state, values, returnPc, made);
  return made === null ? callUnit(b, callee, runtime, values) : undefined;
}

/** Calls the method of an operator, whose result the instruction does not take as it is. */
export function callMethodOf(
  b: Builder,
  fn: PyFunction,
  values: readonly Node[],
  operation: Operation,
): Node | null | undefined {
  const runtime = runtimeOf(fn.code);
  const isInlined = canInline(b, runtime, FEW_WORDS_OF_METHODS);
  if (runtime.isGenerator || !(isInlined || canBeOperated(b, runtime))) return undefined;
  const callee = { fn, node: b.constant(fn as Value) };
  const bound = bind(b, callee, { positional: values, names: [] });
  if (bound === undefined || bound.length !== runtime.parameterCount) return undefined;
  if (!isInlined) return callUnit(b, callee, runtime, bound, operated(b, callee, operation));
  return inline(b, callee, runtime, CodeState.of(runtime), bound, 0, null, operation);
}

export function canInline(b: Builder, runtime: RuntimeCode, few?: number): boolean {
  return isInlinable(b, runtime, 0, few) && CodeState.of(runtime).flowFrom(0).isStructured;
}

export function inline(
  b: Builder,
  callee: FunctionCallee,
  runtime: RuntimeCode,
  state: CodeState,
  values: readonly Node[],
  returnPc: number,
  made: Node | null,
  operation: Operation | Construction | null = null,
): Node | null {
  expectCode(b, callee);
  b.expectUnobserved();
  const registers: (Node | null)[] = new Array(runtime.registerCount).fill(null);
  const unbound = b.constant(undefined);
  const flow = state.flowFrom(0);
  for (let index = 0; index < flow.variableCount; index++) registers[index] = unbound;
  values.forEach((value, index) => {
    registers[index] = value;
  });
  const context = b.newContext(runtime, flow, state.profile!, callee.fn, callee.node, made, returnPc, operation);
  const result = b.inline(context, registers);
  if (result === null || made === null) return result;
  // `__init__` must return None.
  b.pc = context.callPc;
  return isWithin(result.kinds, NONE) ? made : null;
}

function exceptionOf(b: Builder, cls: PyType, args: Arguments): Node | undefined {
  return args.names.length > 0 ? undefined : callExceptionClass(b, cls, args.positional);
}

/** What the class makes, whatever its metaclass does with calls. */
export function construct(b: Builder, cls: PyType, args: Arguments, returnPc: number): Node | null | undefined {
  return callClass(b, cls, args, returnPc) ?? callNew(b, cls, args, returnPc) ?? exceptionOf(b, cls, args);
}

/** An instance of a Python class, its `__init__` inlined or called. */
function callClass(b: Builder, cls: PyType, args: Arguments, returnPc: number): Node | null | undefined {
  const isPlain = cls.slots.new === objectType.slots.new;
  if (!cls.isHeapType || cls.isAbstract || !(isPlain || isPlainException(cls))) return undefined;
  if (isPlain && cls.slots.init === objectType.slots.init) return callWithoutInit(b, cls, args);
  const init = cls.lookup('__init__');
  if (!(init instanceof PyFunction)) return undefined;
  const runtime = runtimeOf(init.code);
  const isInlined = canInline(b, runtime, FEW_WORDS_OF_METHODS);
  if (runtime.isGenerator || !endsInNone(runtime)) return undefined;
  if (!isInlined && runtime.parameterCount > MAX_ARGUMENTS) return undefined;
  expectCalledPlainly(b, cls);
  const object = isPlain ? newInstance(b, cls.instanceShape) : newException(b, cls, args.positional);
  const callee = { fn: init, node: b.constant(init as Value) };
  const bound = bind(b, callee, { positional: [object, ...args.positional], names: args.names });
  if (bound === undefined || bound.length !== runtime.parameterCount) return undefined;
  return callInit(b, init, object, bound, returnPc);
}

/** Of a class that leaves `__new__` and `__init__` to `object`, which take no arguments. */
function callWithoutInit(b: Builder, cls: PyType, { positional, names }: Arguments): Node | undefined {
  if (positional.length > 0 || names.length > 0) return undefined;
  expectCalledPlainly(b, cls);
  return newInstance(b, cls.instanceShape);
}

/** `__init__` with values for all its parameters, the object first: gives the object. */
export function callInit(b: Builder, init: PyFunction, object: Node, values: Node[], returnPc: number): Node | null {
  const runtime = runtimeOf(init.code);
  const callee = { fn: init, node: b.constant(init as Value) };
  if (canInline(b, runtime, FEW_WORDS_OF_METHODS))
    return inline(b, callee, runtime, CodeState.of(runtime), values, returnPc, object);
  callUnit(b, callee, runtime, values, constructed(object));
  return object;
}

/** Whether every return of the code gives None. */
function endsInNone(runtime: RuntimeCode): boolean {
  return CodeState.of(runtime).returnsNone;
}
