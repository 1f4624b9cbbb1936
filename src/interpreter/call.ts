/**
 * Calls: which frame a call pushes, and what is called at once.
 *
 * `prepareCall` answers the frame for everything that ends in a Python function (functions, bound methods, classes whose
 * `__init__` is Python), so that the loop pushes it; the rest is called through the `call` slot.
 */
import type { Code } from '../bytecode/code.ts';
import { bindArguments } from './arguments.ts';
import { run } from './dispatch.ts';
import { Frame, FROM_CALL, FROM_CONSTRUCTOR, FROM_HOST } from './frame.ts';
import { runtimeOf } from './runtime-code.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { raise, raiseTypeError, swallow } from '../objspace/exception.ts';
import { invoke, PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { PyInstance } from '../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, getItem, itemsOf, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { type Cell, PyFunction, PyMethod } from '../objspace/types/function.ts';
import { objectType } from '../objspace/types/object.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { typeType } from '../objspace/types/type.ts';

/** The frame to push; `undefined` if the call runs no Python function of its own; EXIT if the arguments do not fit. */
export function prepareCall(callee: Value, args: Value[], keywords: readonly string[] | null, back: Frame): Frame | Exit | undefined {
  if (callee instanceof PyFunction) return functionFrame(callee, args, keywords, back);
  if (callee instanceof PyMethod) {
    return callee.callable instanceof PyFunction ? functionFrame(callee.callable, [callee.self, ...args], keywords, back) : undefined;
  }
  if (callee instanceof PyType) return constructorFrame(callee, args, keywords, back);
  return undefined;
}

function functionFrame(fn: PyFunction, args: Value[], keywords: readonly string[] | null, back: Frame | null): Frame | Exit {
  if (state.depth >= state.depthLimit) return raise('RecursionError', 'maximum recursion depth exceeded');
  const frame = new Frame(runtimeOf(fn.code), fn.globals, fn.builtins, null, fn.closure, fn, back);
  if (bindArguments(fn, frame, args, keywords) === EXIT) return EXIT;
  frame.entry = FROM_CALL;
  frame.handledBefore = state.handled;
  return frame;
}

/** A class with the ordinary `__new__` and a Python `__init__`: the instance is made, the frame of `__init__` fills it. */
function constructorFrame(cls: PyType, args: Value[], keywords: readonly string[] | null, back: Frame): Frame | Exit | undefined {
  if (!cls.isHeapType || cls.slots.new !== objectType.slots.new || cls.isAbstract) return undefined;
  if (typeOf(cls).slots.call !== typeType.slots.call) return undefined;
  const init = cls.lookup('__init__');
  if (!(init instanceof PyFunction)) return undefined;
  const instance = new PyInstance(cls.instanceShape) as Value;
  const frame = functionFrame(init, [instance, ...args], keywords, back);
  if (frame === EXIT) return EXIT;
  (frame as Frame).entry = FROM_CONSTRUCTOR;
  (frame as Frame).returnValue = instance;
  return frame;
}

/** Calls what pushes no frame. */
export function callSlow(callee: Value, args: Value[], keywords: readonly string[] | null): Result {
  if (callee instanceof PyBuiltinFunction) {
    return invoke(callee.definition, callee.self === undefined ? args : [callee.self, ...args], keywords);
  }
  if (callee instanceof PyMethodDescriptor && args.length > 0 && typeOf(args[0]) === callee.owner && !callee.isClassMethod) {
    return invoke(callee.definition, args, keywords);
  }
  return call(callee, args, keywords);
}

/** The `call` slot of functions: runs in a nested loop, for calls from TypeScript. */
export function callFunction(fn: PyFunction, args: Value[], keywords: readonly string[] | null): Result {
  const back = state.frame as Frame | null;
  const frame = functionFrame(fn, args, keywords, back);
  if (frame === EXIT) return EXIT;
  (frame as Frame).entry = FROM_HOST;
  return run(frame as Frame);
}

// ── f(*args, **kwargs) ───────────────────────────────────────────────────────────────────────────────────────────

export function callEx(frame: Frame, callee: Value, starred: Value, doubleStarred: Value | undefined): Frame | Result {
  const args = positionalArguments(callee, starred);
  if (args === EXIT) return EXIT;
  let keywords: string[] | null = null;
  if (doubleStarred !== undefined) {
    keywords = [];
    if (addKeywords(callee, doubleStarred, args as Value[], keywords) === EXIT) return EXIT;
    if (keywords.length === 0) keywords = null;
  }
  const next = prepareCall(callee, args as Value[], keywords, frame);
  return next === undefined ? callSlow(callee, args as Value[], keywords) : next;
}

/** How errors name what is called. */
export function calleeText(callee: Value): string {
  const name = callee instanceof PyMethod && callee.callable instanceof PyFunction ? callee.callable : callee;
  if (name instanceof PyFunction) return functionText(name.module, name.qualname);
  if (name instanceof PyBuiltinFunction) return `${functionText(name.self === undefined ? name.owner : null, name.definition.name)}`;
  if (name instanceof PyType) return functionText(null, name.qualname);
  return `${typeName(callee)} object`;
}

function functionText(module: Value, qualname: string): string {
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${qualname}()` : `${qualname}()`;
}

function positionalArguments(callee: Value, starred: Value): Value[] | Exit {
  const items = itemsOf(starred);
  if (items !== EXIT) return items;
  if (typeOf(starred).slots.iter === undefined && typeOf(starred).slots.getItem === undefined && swallow('TypeError')) {
    return raiseTypeError(`${calleeText(callee)} argument after * must be an iterable, not ${typeName(starred)}`);
  }
  return EXIT;
}

function addKeywords(callee: Value, mapping: Value, args: Value[], keywords: string[]): true | Exit {
  if (mapping instanceof PyDict) return addKeywordsOfDict(callee, mapping, args, keywords);
  const keys = mappingKeys(callee, mapping);
  if (keys === EXIT) return EXIT;
  for (const key of keys as Value[]) {
    if (!isText(key)) return raiseTypeError('keywords must be strings');
    const value = getItem(mapping, key);
    if (value === EXIT) return EXIT;
    keywords.push(textOf(key));
    args.push(value as Value);
  }
  return true;
}

function addKeywordsOfDict(_callee: Value, dict: PyDict, args: Value[], keywords: string[]): true | Exit {
  for (let position = dict.nextPosition(0); position >= 0; position = dict.nextPosition(position + 1)) {
    const key = dict.keyAt(position);
    if (!isText(key)) return raiseTypeError('keywords must be strings');
    keywords.push(textOf(key));
    args.push(dict.valueAt(position));
  }
  return true;
}

function mappingKeys(callee: Value, mapping: Value): Value[] | Exit {
  const method = getAttribute(mapping, 'keys');
  if (method === EXIT) {
    if (!swallow('AttributeError')) return EXIT;
    return raiseTypeError(`${calleeText(callee)} argument after ** must be a mapping, not ${typeName(mapping)}`);
  }
  const keys = call(method as Value, []);
  return keys === EXIT ? EXIT : itemsOf(keys as Value);
}


// ── Class bodies and exec ────────────────────────────────────────────────────────────────────────────────────────

/** Runs the body of a class statement in `namespace`; its result is the `__class__` cell or None. */
export function runClassBody(body: PyFunction, namespace: Value): Result {
  if (state.depth >= state.depthLimit) return raise('RecursionError', 'maximum recursion depth exceeded');
  const frame = new Frame(runtimeOf(body.code), body.globals, body.builtins, namespace, body.closure, body, state.frame as Frame | null);
  frame.entry = FROM_HOST;
  frame.handledBefore = state.handled;
  return run(frame);
}

/** Runs the code of a module, of `exec` or of `eval`. */
export function runCode(code: Code, globals: PyDict, builtins: PyDict, namespace: Value, closure: Cell[]): Result {
  const frame = new Frame(runtimeOf(code), globals, builtins, namespace, closure, null, state.frame as Frame | null);
  frame.entry = FROM_HOST;
  frame.handledBefore = state.handled;
  return run(frame);
}
