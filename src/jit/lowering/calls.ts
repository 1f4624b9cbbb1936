/**
 * Calls: small Python functions are inlined, others are called from unit to unit; builtins that have a form of their own are in builtins.ts;
 * everything else is called by the interpreter.
 */
import type { Builder } from '../builder.ts';
import { CodeState } from '../code-state.ts';
import type { Node } from '../graph.ts';
import { BOUND, INSTANCE, isWithin, NONE, UNBOUND } from '../kinds.ts';
import { newGenerator } from './suspending.ts';
import { builtinCall, builtinMethodCall } from './builtins.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { objectType } from '../../objspace/types/object.ts';
import { typeType } from '../../objspace/types/type.ts';
import { runtimeOf, type RuntimeCode } from '../../interpreter/runtime-code.ts';

/** Words of bytecode of a function that is inlined, at most. */
const MAX_INLINED_WORDS = 300;
const MAX_DEPTH = 6;

interface Arguments {
  readonly positional: readonly Node[];
  /** Names of the last of them. */
  readonly names: readonly string[];
}

/** Instructions of a call: `list` is the place of the count of arguments. */
function argumentsAt(b: Builder, list: number): Node[] {
  const { words } = b;
  return Array.from({ length: words[list] }, (_item, index) => b.get(words[list + 1 + index]));
}

function interpreted(b: Builder): void {
  b.residual();
  b.reload(b.words[b.pc + 1]);
}

/** The callee as a constant, if the site has always called the same. */
function knownCallee(b: Builder, node: Node): Value | undefined {
  if (node.isConstant) return node.constant;
  const { callees } = b.site();
  if (callees.length !== 1) return undefined;
  const [callee] = callees;
  if (callee instanceof PyFunction || callee instanceof PyType || callee instanceof PyBuiltinFunction) {
    b.guard('$0 === $1', [node, b.constant(callee)], 'callee');
    return callee;
  }
  return undefined;
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

/** The functions that a site has called, if they are a few. */
function severalCallees(b: Builder, node: Node): PyFunction[] | undefined {
  const { callees } = b.site();
  if (node.isConstant || callees.length < 2 || callees.length > 4) return undefined;
  return callees.every((callee) => callee instanceof PyFunction) ? (callees as unknown as PyFunction[]) : undefined;
}

/** One of several functions: each gets code of its own. */
function callSeveral(b: Builder, node: Node, fns: readonly PyFunction[], args: Arguments, returnPc: number): void {
  const { pc } = b;
  const register = b.words[pc + 1];
  const result = b.choose(node, fns as unknown as Value[], (fn) => {
    b.pc = pc;
    const value = callKnown(b, fn, args, returnPc);
    if (value !== undefined) return value;
    interpreted(b);
    return b.get(register);
  });
  if (result !== null) b.set(register, result);
}

/** Many different functions: which unit to call is found out each time. */
function callUnknown(b: Builder, node: Node, args: Arguments): Node | undefined {
  const { callees } = b.site();
  const { positional, names } = args;
  if (names.length > 0 || positional.length > 6 || callees.length === 0) return undefined;
  if (!callees.every((callee) => callee instanceof PyFunction)) return undefined;
  b.publish();
  const boxed = positional.map((value) => b.boxed(value));
  const { frameName, depth } = b.context;
  const list = boxed.map((_value, index) => `, $${index + 1}`).join('');
  const result = b.write('call', `callAny(${frameName}, ${b.pc}, $0${list})`, [node, ...boxed], BOUND);
  b.write('check', `if ($0 === EXIT) return fail(D, F, ${frameName}, -3, ${depth})`, [result]);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}

function callWith(b: Builder, node: Node, args: Arguments, returnPc: number): void {
  const several = severalCallees(b, node);
  if (several !== undefined) {
    callSeveral(b, node, several, args, returnPc);
    return;
  }
  const callee = knownCallee(b, node);
  const result = callee === undefined ? callUnknown(b, node, args) : callKnown(b, callee, args, returnPc);
  if (result === undefined) interpreted(b);
  else if (result !== null) b.set(b.words[b.pc + 1], result);
}

/** `undefined`: left to the interpreter; null: it does not return. */
function callKnown(b: Builder, callee: Value, args: Arguments, returnPc: number): Node | null | undefined {
  if (callee instanceof PyFunction) {
    const bound = bind(b, callee, args);
    return bound === undefined ? undefined : callFunction(b, callee, bound, returnPc);
  }
  if (callee instanceof PyType) {
    const made = callClass(b, callee, args, returnPc);
    if (made !== undefined || args.names.length > 0) return made;
    return builtinCall(b, callee, args.positional);
  }
  if (args.names.length > 0) return undefined;
  if (callee instanceof PyMethod && callee.callable instanceof PyFunction) {
    const all = { positional: [b.constant(callee.self), ...args.positional], names: [] };
    const bound = bind(b, callee.callable, all);
    return bound === undefined ? undefined : callFunction(b, callee.callable, bound, returnPc);
  }
  if (callee instanceof PyMethodDescriptor) return builtinMethodCall(b, callee, args.positional);
  return callee instanceof PyBuiltinFunction ? builtinCall(b, callee, args.positional) : undefined;
}

/** The values of the parameters, defaults filled in; `undefined` if the call is not that simple. */
function bind(b: Builder, fn: PyFunction, args: Arguments): Node[] | undefined {
  const runtime = runtimeOf(fn.code);
  const { plainCount } = runtime;
  if (plainCount < 0) return undefined;
  const given = args.positional.length - args.names.length;
  if (given > plainCount) return undefined;
  const values: (Node | undefined)[] = new Array(plainCount).fill(undefined);
  for (let index = 0; index < given; index++) values[index] = args.positional[index];
  for (let index = 0; index < args.names.length; index++) {
    const at = fn.code.varnames.indexOf(args.names[index]);
    if (at < Math.max(given, fn.code.posonlyargcount) || at >= plainCount) return undefined;
    if (values[at] !== undefined) return undefined;
    values[at] = args.positional[given + index];
  }
  const defaults = fn.defaults ?? [];
  for (let index = 0; index < plainCount; index++) {
    if (values[index] !== undefined) continue;
    const at = index - (plainCount - defaults.length);
    if (at < 0) return undefined;
    values[index] = b.constant(defaults[at]);
  }
  return values as Node[];
}

/** Calls a function with values for all its parameters. */
export function callFunction(
  b: Builder,
  fn: PyFunction,
  values: readonly Node[],
  returnPc: number,
  made: Node | null = null,
): Node | null | undefined {
  const runtime = runtimeOf(fn.code);
  if (runtime.plainCount !== values.length) return undefined;
  if (runtime.isGenerator) return made === null ? newGenerator(b, fn, runtime, values) : undefined;
  if (fn.globals !== b.namespaces.globals || fn.builtins !== b.namespaces.builtins) {
    // Other modules have other globals: their code is compiled on its own.
    return made === null ? callUnit(b, fn, runtime, values) : undefined;
  }
  const state = CodeState.of(runtime);
  if (canInline(b, runtime, state)) return inline(b, fn, runtime, state, values, returnPc, made);
  return made === null ? callUnit(b, fn, runtime, values) : undefined;
}

/** Calls the method of an operator, whose result may be NotImplemented: only inlined, since its frame knows what follows then. */
export function callMethodOf(b: Builder, fn: PyFunction, values: readonly [Node, Node]): Node | null | undefined {
  const runtime = runtimeOf(fn.code);
  if (runtime.isGenerator || runtime.plainCount !== 2) return undefined;
  if (fn.globals !== b.namespaces.globals || fn.builtins !== b.namespaces.builtins) return undefined;
  const state = CodeState.of(runtime);
  if (!canInline(b, runtime, state)) return undefined;
  return inline(b, fn, runtime, state, values, 0, null, values);
}

function canInline(b: Builder, runtime: RuntimeCode, state: CodeState): boolean {
  if (state.profile === null || !state.profile.isVisited(0) || runtime.code.words.length > MAX_INLINED_WORDS)
    return false;
  if (b.context.depth >= MAX_DEPTH || b.size > b.inlining || b.isRecursive(runtime)) return false;
  return runtime.code.handlers.length === 0;
}

function expectCode(b: Builder, fn: PyFunction): void {
  b.guard(`$0.version === ${fn.version}`, [b.constant(fn as Value)], 'code of a function');
}

function inline(
  b: Builder,
  fn: PyFunction,
  runtime: RuntimeCode,
  state: CodeState,
  values: readonly Node[],
  returnPc: number,
  made: Node | null,
  operands: readonly [Node, Node] | null = null,
): Node | null {
  expectCode(b, fn);
  const registers: (Node | null)[] = new Array(runtime.registerCount).fill(null);
  const unbound = b.constant(undefined);
  const flow = state.flowFrom(0);
  for (let index = 0; index < flow.variableCount; index++) registers[index] = unbound;
  values.forEach((value, index) => {
    registers[index] = value;
  });
  const context = b.newContext(runtime, flow, state.profile!, fn, made, returnPc, operands);
  const result = b.inline(context, registers);
  if (result === null || made === null) return result;
  // `__init__` must return None.
  b.pc = context.callPc;
  return isWithin(result.kinds, NONE) ? made : null;
}

/** A call from unit to unit. */
function callUnit(b: Builder, fn: PyFunction, runtime: RuntimeCode, values: readonly Node[]): Node | undefined {
  if (values.length > 8) return undefined;
  expectCode(b, fn);
  const state = CodeState.of(runtime);
  b.publish();
  const boxed = values.map((value) => b.boxed(value));
  const list = boxed.map((_value, index) => `, $${index + 2}`).join('');
  const result = b.write(
    'call',
    `$0.entry(null, $1${list})`,
    [b.object(state), b.constant(fn as Value), ...boxed],
    BOUND,
  );
  const { frameName, depth } = b.context;
  b.write('check', `if ($0 === EXIT) return fail(D, F, ${frameName}, -3, ${depth})`, [result]);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}

/** An instance of a Python class, its `__init__` inlined. */
function callClass(b: Builder, cls: PyType, args: Arguments, returnPc: number): Node | null | undefined {
  if (!cls.isHeapType || cls.isAbstract || cls.slots.new !== objectType.slots.new) return undefined;
  if (cls.shape.type.slots.call !== typeType.slots.call) return undefined;
  const init = cls.lookup('__init__');
  if (!(init instanceof PyFunction)) return undefined;
  const runtime = runtimeOf(init.code);
  const state = CodeState.of(runtime);
  if (init.globals !== b.namespaces.globals || init.builtins !== b.namespaces.builtins) return undefined;
  if (!canInline(b, runtime, state) || !endsInNone(runtime)) return undefined;
  b.expectVersion(cls);
  const object = b.write('new_instance', 'new Instance($0)', [b.object(cls.instanceShape)], INSTANCE);
  b.environment.shapes.set(object, cls.instanceShape);
  const bound = bind(b, init, { positional: [object, ...args.positional], names: args.names });
  if (bound === undefined || runtime.plainCount !== bound.length) return undefined;
  return inline(b, init, runtime, state, bound, returnPc, object);
}

/** Whether every return of the code gives None. */
function endsInNone(runtime: RuntimeCode): boolean {
  return CodeState.of(runtime).returnsNone();
}
