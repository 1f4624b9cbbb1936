/** Calls of compiled code whose arguments are in containers, `f(*args, **kwargs)`, and whose callee is found out at run time. */
import { restOf } from '../interpreter/arguments.ts';
import { addKeywords } from '../interpreter/call.ts';
import type { Frame } from '../interpreter/frame.ts';
import { buildConstMap, LIST_SHAPE } from '../interpreter/displays.ts';
import { contextRun } from '../interpreter/handover.ts';
import { runtimeOf } from '../interpreter/runtime-code.ts';
import { suspendable } from '../interpreter/suspension.ts';
import { type BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { isShort, type ShortCallable } from '../objspace/gateway/short-calls.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { fastItems } from '../objspace/operations.ts';
import { PyType } from '../objspace/type.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { isPlainDict } from '../objspace/types/dict/update.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { objectType } from '../objspace/types/object.ts';
import { isExactTuple, type PyTuple } from '../objspace/types/tuple.ts';
import { enterWith, fittingBehind, fittingValues } from './bare.ts';
import { callItems, callWithEntries, callWithin, executeHere } from './calling.ts';
import type { CodeState } from './code-state.ts';
import { tamedNew } from './tame-attributes.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** Calls for the instruction at `pc`, at which the frames are. */
export function callSpread(
  frame: Frame,
  pc: number,
  callee: Value,
  starred: Value,
  mapping: Value | undefined,
): Result {
  if (mapping === undefined && isContextRun(callee) && isFilledList(starred)) {
    const given = starred.view();
    return callInContext(frame, callee.self!, given[0], argumentsIn(given));
  }
  const isPlain = mapping === undefined || isPlainDict(mapping);
  const items = isPlain ? fastItems.of(starred) : undefined;
  if (items === undefined) return executeHere(frame, pc);
  if (mapping === undefined || (mapping as PyDict).size === 0) return callItems(frame, pc, callee, items, null);
  if ((mapping as PyDict).size === 1) {
    const single = callWithOne(frame, pc, callee, items, mapping as PyDict);
    if (single !== undefined) return single;
  }
  const answer = callWithEntries(frame, callee, items, mapping as PyDict);
  if (answer !== undefined) return answer;
  const keywords: string[] = [];
  if (addKeywords(callee, mapping as PyDict, items, keywords) === EXIT) return EXIT;
  return callItems(frame, pc, callee, items, keywords);
}

/**
 * The same without frames: of functions whose units need none, with positional arguments that fit, and of `object.__new__`, by which copies
 * are made. UNTAMED, with nothing done, for all others.
 */
export function trySpread(callee: Value, starred: Value, mapping: Value | undefined): Result | Untamed {
  if (mapping !== undefined && (!isPlainDict(mapping) || mapping.size > 0)) return UNTAMED;
  if (isNewOfObject(callee)) return madeByObject(starred);
  const fn = functionOf(callee);
  const code = framelessCode(fn);
  const items = code === undefined ? undefined : fastItems.of(starred);
  if (items === undefined) return UNTAMED;
  const { runtime } = code!;
  const values =
    callee instanceof PyMethod ? fittingBehind(runtime, callee.self, items) : fittingValues(runtime, items);
  return values === undefined ? UNTAMED : enterWith(code!.bareEntry, fn!, values);
}

function isNewOfObject(callee: Value): boolean {
  return callee instanceof PyBuiltinFunction && callee === objectType.namespace.get('__new__');
}

/** `object.__new__(*starred)` of one class. */
function madeByObject(starred: Value): Value | Untamed {
  const items = isExactTuple(starred) || starred instanceof PyList ? fastItems.of(starred) : undefined;
  return items?.length === 1 ? tamedNew(items[0]) : UNTAMED;
}

/** The result of a call that its callee knows, of few arguments; `undefined` for all others. */
export function quietSpread(callee: Value, starred: Value, mapping: Value | undefined): Value | undefined {
  if (mapping !== undefined || !isShort(callee)) return undefined;
  if (starred instanceof PyList && starred.shape === LIST_SHAPE) return quietCall(callee, starred.view());
  return isExactTuple(starred) ? quietCall(callee, starred.items) : undefined;
}

function quietCall(callee: ShortCallable, items: readonly Value[]): Value | undefined {
  if (items.length === 2) return callee.quietTwo(items[0], items[1]);
  if (items.length === 1) return callee.quietOne(items[0]);
  return items.length === 0 ? callee.quietNone() : callee.quietItems(items);
}

/** Whether `quietSpread` is worth while. */
export function isQuietSpread(callee: Value): boolean {
  return isShort(callee) && callee.isQuietAtTimes;
}

function functionOf(callee: Value): PyFunction | undefined {
  const fn = callee instanceof PyMethod ? callee.callable : callee;
  return fn instanceof PyFunction ? fn : undefined;
}

function framelessCode(fn: PyFunction | undefined): CodeState | undefined {
  const code = fn === undefined ? undefined : (runtimeOf(fn.code).compiled as CodeState | null);
  return code?.isFrameless === true ? code : undefined;
}

/** Whether `trySpread` is worth while with such a callee by now. */
export function isFramelessSpread(callee: Value): boolean {
  return framelessCode(functionOf(callee)) !== undefined || isNewOfObject(callee);
}

/** With one keyword, and few other arguments: no array grows, for which it would take room for many. `undefined` for others. */
function callWithOne(frame: Frame, pc: number, callee: Value, items: Value[], mapping: PyDict): Result | undefined {
  const position = mapping.nextPosition(0);
  const name = mapping.keyAt(position);
  if (typeof name !== 'string' || items.length > 2) return undefined;
  const value = mapping.valueAt(position);
  const args = items.length === 0 ? [value] : items.length === 1 ? [items[0], value] : [items[0], items[1], value];
  return callItems(frame, pc, callee, args, [name]);
}

/** Whether it is `Context.run` of some context, and need not be something that can be suspended. */
function isContextRun(callee: Value): callee is PyBuiltinFunction {
  const isRun = callee instanceof PyBuiltinFunction && callee.definition.body === contextRun.body;
  return isRun && suspendable.run === undefined;
}

function isFilledList(starred: Value): starred is Value & PyList {
  return starred instanceof PyList && starred.shape === LIST_SHAPE && starred.length > 0;
}

/** Event loops call all callbacks that way. */
function callInContext(frame: Frame, context: Value, callee: Value, args: Value[]): Result {
  if (contextRun.enter(context) === EXIT) return EXIT;
  try {
    return callWithin(frame, callee, args);
  } finally {
    contextRun.leave(context);
  }
}

/** `context.run(callee, *args)`, of which neither the method nor the list of arguments has been made. */
export function runInContext(
  frame: Frame,
  pc: number,
  run: BuiltinDefinition,
  context: Value,
  callee: Value,
  args: PyTuple,
): Result {
  if (suspendable.run === undefined) return callInContext(frame, context, callee, [...args.items]);
  const list = PyList.of([callee, ...args.items]) as Value;
  return executeWith(frame, pc, new PyBuiltinFunction(run, context, null) as Value, list, undefined);
}

/** Calls a builtin class with arguments the last of which have the names. */
export function callWithNames(
  frame: Frame,
  pc: number,
  callee: Value,
  args: Value[],
  names: readonly string[],
  keys: Value,
): Result {
  if (isBuiltinClass(callee) && suspendable.run === undefined) return callItems(frame, pc, callee, args, names);
  const positional = PyList.of(args.slice(0, args.length - names.length)) as Value;
  const mapping = buildConstMap(keys, args.slice(args.length - names.length));
  return executeWith(frame, pc, callee, positional, mapping);
}

function isBuiltinClass(callee: Value): boolean {
  return callee instanceof PyType && !callee.isHeapType;
}

/** The interpreter executes the CallEx, whose operands the frame has not got so far. */
function executeWith(frame: Frame, pc: number, callee: Value, starred: Value, mapping: Value | undefined): Result {
  const { words } = frame.runtime.code;
  frame.registers[words[pc + 2]] = callee;
  frame.registers[words[pc + 3]] = starred;
  frame.registers[words[pc + 4]] = mapping;
  return executeHere(frame, pc);
}

/** Written out: `slice` takes several times as long. */
function argumentsIn(items: readonly Value[]): Value[] {
  if (items.length === 1) return [];
  return items.length === 2 ? [items[1]] : items.slice(1);
}

/** The items of a tuple behind the first ones, for `*args`. */
export function restOfTuple(tuple: PyTuple, count: number): PyTuple {
  return restOf(tuple.items, count, tuple.length) as unknown as PyTuple;
}
