/**
 * `await f(...)`, where `f` is an `async def` whose code is small enough: the code is compiled in place of the call, and no coroutine is made as
 * long as nothing is waited for (jit/awaited.ts). So is that of a generator in `yield from f(...)`: it is made where it yields.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../../bytecode/code.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { runtimeOf } from '../../interpreter/runtime-code.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import type { Builder } from '../builder.ts';
import { CodeState, RETURN_GENERATOR_LENGTH } from '../code-state.ts';
import type { Context } from '../context.ts';
import { publishState, stateAt } from '../frame-states.ts';
import { Node, PURE } from '../graph.ts';
import { BOOL, OTHER } from '../kinds.ts';
import { escape } from '../virtuals.ts';
import { type Arguments, bind } from './binding.ts';
import type { Callee, FunctionCallee } from './callees.ts';
import { isInlinable } from './inlining.ts';

/** How often the code of a recursive generator, as that of a walk through a tree, is in a unit: levels that yield nothing need no frames. */
const MAX_LEVELS = 3;

/**
 * The call that the builder is at, which goes on at `returnPc`: a stand-in for the coroutine, until the YieldFrom takes its result; null if the
 * code never returns, `undefined` if it is not compiled in place.
 */
export function awaitInPlace(b: Builder, callee: Callee, args: Arguments, returnPc: number): Node | null | undefined {
  const yieldPc = awaitedAt(b, returnPc);
  if (yieldPc < 0) return undefined;
  const called = functionOf(b, callee, args);
  if (called === undefined || !isTaken(b, called.callee.fn, b.words[returnPc])) return undefined;
  const values = bind(b, called.callee, called.args);
  const runtime = runtimeOf(called.callee.fn.code);
  if (values === undefined || values.length !== runtime.parameterCount) return undefined;
  const result = inlineAwaited(b, called.callee, values, yieldPc);
  if (result === null) return null;
  const standIn = new Node('awaited', 'undefined', [], PURE, OTHER);
  b.awaited.set(standIn, result);
  return standIn;
}

/** The YieldFrom that takes the coroutine or generator of the call at once; -1 if there is none, or it has never been seen at work. */
function awaitedAt(b: Builder, returnPc: number): number {
  const { words, context } = b;
  const coroutine = words[b.pc + 1];
  const yieldPc = returnPc + instructionLength(words, returnPc);
  const { flow, profile } = context;
  const isTaker = words[returnPc] === Op.GetAwaitable || words[returnPc] === Op.GetYieldFromIter;
  if (!isTaker || words[returnPc + 2] !== coroutine || flow.isKept(coroutine)) return -1;
  if (words[yieldPc] !== Op.YieldFrom || words[yieldPc + 2] !== words[returnPc + 1]) return -1;
  if (flow.isKept(words[returnPc + 1]) || flow.isJoin(returnPc) || flow.isJoin(yieldPc)) return -1;
  // A profile may have begun behind the call. What was never executed is left there, and the stand-in must not be seen.
  const isVisited = profile.isVisited(returnPc) && profile.isVisited(yieldPc);
  return isVisited && runsOnFrames(b) ? yieldPc : -1;
}

/** Whether the code that awaits is that of a coroutine or generator which has its frame, or is awaited in place itself. */
function runsOnFrames(b: Builder): boolean {
  let context: Context = b.context;
  while (context.awaitedAt >= 0) context = context.parent!;
  return context === b.root && context.runtime.isGenerator && b.draining === 0;
}

function functionOf(
  b: Builder,
  { value, node }: Callee,
  args: Arguments,
): { readonly callee: FunctionCallee; readonly args: Arguments } | undefined {
  if (value instanceof PyFunction) return { callee: { fn: value, node }, args };
  if (!(value instanceof PyMethod) || !(value.callable instanceof PyFunction) || !node.isConstant) return undefined;
  const callee = { fn: value.callable, node: b.constant(value.callable) };
  return { callee, args: { positional: [b.constant(value.self), ...args.positional], names: args.names } };
}

/** Whether what the function makes is compiled in place for an instruction that takes coroutines, or generators. */
function isTaken(b: Builder, { code }: PyFunction, taker: number): boolean {
  const runtime = runtimeOf(code);
  const kind = code.flags & (CO_COROUTINE | CO_ASYNC_GENERATOR | CO_GENERATOR);
  if (kind !== (taker === Op.GetAwaitable ? CO_COROUTINE : CO_GENERATOR)) return false;
  const levels = kind === CO_GENERATOR ? MAX_LEVELS : 1;
  if (!isInlinable(b, runtime, RETURN_GENERATOR_LENGTH, undefined, levels)) return false;
  return CodeState.of(runtime).flowFrom(RETURN_GENERATOR_LENGTH).isStructured;
}

function inlineAwaited(
  b: Builder,
  { fn, node }: FunctionCallee,
  values: readonly Node[],
  yieldPc: number,
): Node | null {
  if (node.isConstant) b.rely(fn.dependents);
  b.expectUnobserved();
  const runtime = runtimeOf(fn.code);
  const state = CodeState.of(runtime);
  const flow = state.flowFrom(RETURN_GENERATOR_LENGTH);
  const registers: (Node | null)[] = new Array(runtime.registerCount).fill(null);
  const unbound = b.constant(undefined);
  for (let index = 0; index < flow.variableCount; index++) registers[index] = unbound;
  values.forEach((value, index) => {
    registers[index] = value;
  });
  const callPc = b.pc;
  b.pc = yieldPc;
  const context = b.newContext(runtime, flow, state.profile!, fn, node, null, 0);
  context.awaitedAt = callPc;
  const result = b.inline(context, registers);
  // Where the frame was made, the coroutine is in the register.
  b.outdate(b.words[yieldPc + 2]);
  b.pc = callPc;
  b.currentState = null;
  return result;
}

/** At a Yield of a generator that is delegated to in place: it is made, and suspended together with those that delegate to it. */
export function yieldAwaited(b: Builder, value: Node, sent: number): void {
  const boxed = b.boxed(value);
  escape(b, boxed);
  publishState(b, stateAt(b.pc, b.environment, b.context.flow.liveWithin(b.pc)));
  b.write('suspend', `yieldAwaited(${b.context.frameName}, F, ${sent})`, []);
  b.block.terminator = { type: 'return', value: boxed };
  b.isClosed = true;
}

/** The code of a coroutine that is awaited in place has come to its end. */
export function finishAwaited(b: Builder): void {
  const { frameName } = b.context;
  b.write('finish_awaited', `if (${frameName} !== null) finishAwaited(${frameName})`, []).reason = frameName;
}

/** At a YieldFrom, with the frames made known: what the delegate yields goes out of the unit. */
export function passOnAwaited(b: Builder, item: Node): void {
  const outer = b.environment;
  const following = b.branchAside(b.pure('yielded', '$0 !== undefined', [item], BOOL));
  b.write('suspend', `suspendAwaited(${b.context.frameName}, F)`, []);
  escape(b, item);
  b.block.terminator = { type: 'return', value: item };
  b.isClosed = true;
  b.resume(following, outer);
}
