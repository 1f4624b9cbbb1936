/** Calls: which frame a call pushes, and what is called at once. */
import type { Code } from '../bytecode/code.ts';
import { bindArguments } from './arguments.ts';
import { run } from './dispatch.ts';
import { Continuation, finish, type Next } from './continuation.ts';
import { RAISED } from './outcomes.ts';
import { Frame, FROM_CONSTRUCTOR, FROM_HOST, FROM_OPERATION } from './frame.ts';
import { CALL_HEAT, hotSpots } from './hot-spots.ts';
import { instruments } from './instruments.ts';
import { runtimeOf } from './runtime-code.ts';
import { raise, raiseTypeError, swallow } from '../objspace/exception.ts';
import {
  invoke,
  invokeFunction,
  invokeWithEntries,
  PyBuiltinFunction,
  PyMethodDescriptor,
} from '../objspace/gateway/builtin-function.ts';
import { functionCalls } from '../objspace/gateway/short-calls.ts';
import { hasOdd, ODD_KEYWORDS_TEXT, oddKeyword } from '../objspace/gateway/odd-keywords.ts';
import { PyInstance } from '../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, fastItems, itemsOf, knowsIteration, typeName } from '../objspace/operations.ts';
import { isAdapter } from '../objspace/slot-wrappers.ts';
import { state } from '../objspace/state.ts';
import { worked } from '../util/work.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PyStaticMethod } from '../objspace/types/descriptors.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { type Cell, PyFunction, PyMethod } from '../objspace/types/function.ts';
import { objectType } from '../objspace/types/object.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { typeType } from '../objspace/types/type.ts';
import { isPlainDict } from '../objspace/types/dict/update.ts';
import { allowOdd } from './odd-callees.ts';
import { mapMerge, raiseAbout } from './merging.ts';
import { withSelf } from './with-self.ts';

/** The frame of a Python function, without its arguments; EXIT where that would be too deep. It counts as entered. */
function newFunctionFrame(fn: PyFunction, back: Frame | null): Frame | Exit {
  if (state.depth >= state.depthLimit) return raise('RecursionError', 'maximum recursion depth exceeded');
  const runtime = runtimeOf(fn.code);
  if (instruments.isActive) instruments.prepare(runtime);
  const frame = new Frame(runtime, fn, null, back, state.handled);
  runtime.heat -= CALL_HEAT;
  return frame;
}

/** The same with its arguments bound; EXIT if they do not fit. */
function functionFrame(
  fn: PyFunction,
  args: Value[],
  keywords: readonly string[] | null,
  back: Frame | null,
): Frame | Exit {
  const made = newFunctionFrame(fn, back);
  if (made === EXIT) return EXIT;
  const frame = made as Frame;
  if (keywords === null && frame.runtime.plainCount === args.length) fillParameters(frame, args);
  else if (bindArguments(fn, frame, args, keywords) === EXIT) return EXIT;
  return frame;
}

function fillParameters({ registers }: Frame, values: readonly Value[]): void {
  for (let index = 0; index < values.length; index++) registers[index] = values[index];
}

/** Pushes a special method's frame; its result goes to the continuation. */
export function pushCall(back: Frame, fn: PyFunction, args: Value[], continuation: Continuation): Next {
  const frame = functionFrame(fn, args, null, back);
  if (frame === EXIT) return RAISED;
  (frame as Frame).entry = FROM_OPERATION;
  (frame as Frame).pending = continuation;
  state.depth++;
  return frame as Frame;
}

function pushFunction(
  back: Frame,
  fn: PyFunction,
  args: Value[],
  keywords: readonly string[] | null,
  length: number,
): Next {
  const frame = functionFrame(fn, args, keywords, back);
  if (frame === EXIT) return RAISED;
  (frame as Frame).returnPc = back.pc + length;
  state.depth++;
  return frame as Frame;
}

/**
 * Calls `callee` for the instruction of `length` words that `frame` is at: everything that ends in a Python function (functions, bound
 * methods, classes whose `__init__` or `__new__` is Python, objects with a Python `__call__`) gets a frame, the rest is called at once.
 */
export function callInstructionTarget(
  frame: Frame,
  callee: Value,
  args: Value[],
  keywords: readonly string[] | null,
  length: number,
): Next {
  if (callee instanceof PyFunction) return pushFunction(frame, callee, args, keywords, length);
  if (callee instanceof PyMethod) {
    if (callee.callable instanceof PyFunction)
      return pushFunction(frame, callee.callable, withSelf(callee.self, args), keywords, length);
  } else if (callee instanceof PyType) {
    const next = pushConstructor(frame, callee, args, keywords, length);
    if (next !== undefined) return next;
  }
  if (typeOf(callee).isHeapType) {
    const method = typeOf(callee).lookup('__call__');
    if (method instanceof PyFunction) return pushFunction(frame, method, [callee, ...args], keywords, length);
  }
  return finish(frame, callSlow(callee, args, keywords), length);
}

/** The `__new__` of a class, if it is a Python function and no metaclass has a `__getattribute__` that would be asked for it. */
export function newFunctionOf(cls: PyType): PyFunction | undefined {
  if (!isAdapter(cls.slots.new) || typeOf(cls).slots.getAttribute !== typeType.slots.getAttribute) return undefined;
  const found = cls.lookup('__new__');
  const isStatic = found instanceof PyStaticMethod && !found.shape.type.isHeapType;
  return isStatic && found.callable instanceof PyFunction ? found.callable : undefined;
}

/** `undefined` where constructing pushes no frame. */
function pushConstructor(
  back: Frame,
  cls: PyType,
  args: Value[],
  keywords: readonly string[] | null,
  length: number,
): Next | undefined {
  if (!cls.isHeapType || typeOf(cls).slots.call !== typeType.slots.call) return undefined;
  const init = cls.lookup('__init__');
  if (cls.slots.new === objectType.slots.new) {
    if (cls.isAbstract || !(init instanceof PyFunction)) return undefined;
    return pushInit(back, init, new PyInstance(cls.instanceShape) as Value, args, keywords, length);
  }
  if (!isAdapter(cls.slots.new)) {
    if (!(init instanceof PyFunction)) return undefined;
    const object = cls.slots.new!(cls, args, keywords);
    if (object === EXIT) return RAISED;
    if (!typeOf(object as Value).isSubtypeOf(cls)) return finish(back, object as Value, length);
    return pushInit(back, init, object as Value, args, keywords, length);
  }
  const make = newFunctionOf(cls);
  if (make === undefined) return undefined;
  const frame = functionFrame(make, [cls, ...args], keywords, back);
  if (frame === EXIT) return RAISED;
  (frame as Frame).entry = FROM_OPERATION;
  (frame as Frame).pending = new AfterNew(cls, args, keywords, length);
  state.depth++;
  return frame as Frame;
}

function pushInit(
  back: Frame,
  init: PyFunction,
  object: Value,
  args: Value[],
  keywords: readonly string[] | null,
  length: number,
): Next {
  const frame = functionFrame(init, [object, ...args], keywords, back);
  if (frame === EXIT) return RAISED;
  (frame as Frame).entry = FROM_CONSTRUCTOR;
  (frame as Frame).pending = object;
  (frame as Frame).returnPc = back.pc + length;
  state.depth++;
  return frame as Frame;
}

/** `__new__` has returned: `__init__` follows if that gave an instance of the class. */
export class AfterNew extends Continuation {
  readonly cls: PyType;
  readonly args: Value[];
  readonly keywords: readonly string[] | null;
  readonly length: number;

  constructor(cls: PyType, args: Value[], keywords: readonly string[] | null, length: number) {
    super();
    this.cls = cls;
    this.args = args;
    this.keywords = keywords;
    this.length = length;
  }

  resume(back: Frame, value: Value): Next {
    const type = typeOf(value);
    if (!type.isSubtypeOf(this.cls) || type.slots.init === undefined) return finish(back, value, this.length);
    const init = type.lookup('__init__');
    if (init instanceof PyFunction) return pushInit(back, init, value, this.args, this.keywords, this.length);
    return type.slots.init(value as never, this.args, this.keywords) === EXIT
      ? RAISED
      : finish(back, value, this.length);
  }
}

/** Calls what pushes no frame. */
export function callSlow(callee: Value, args: Value[], keywords: readonly string[] | null): Result {
  if (callee instanceof PyBuiltinFunction) return invokeFunction(callee, args, keywords);
  if (
    callee instanceof PyMethodDescriptor &&
    args.length > 0 &&
    typeOf(args[0]) === callee.owner &&
    !callee.isClassMethod
  ) {
    return invoke(callee.definition, args, keywords);
  }
  return call(callee, args, keywords);
}

/** The `call` slot of functions: runs in a nested loop, for calls from TypeScript. */
export function callFunction(fn: PyFunction, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && hasOdd(keywords)) return raiseTypeError(ODD_KEYWORDS_TEXT);
  const runtime = runtimeOf(fn.code);
  const answer = hotSpots.calledByHost(fn, runtime, args, keywords);
  if (answer !== undefined) return answer;
  const frame = functionFrame(fn, args, keywords, state.frame as Frame | null);
  if (frame === EXIT) return EXIT;
  (frame as Frame).entry = FROM_HOST;
  return run(frame as Frame);
}

/** The same with the values of all parameters, which are four. */
export function callWithFour(fn: PyFunction, first: Value, second: Value, third: Value, fourth: Value): Result {
  const answer = hotSpots.boundByHost(fn, runtimeOf(fn.code), first, second, third, fourth);
  return answer === undefined ? runBound(fn, [first, second, third, fourth]) : answer;
}

function runBound(fn: PyFunction, values: Value[]): Result {
  const frame = newFunctionFrame(fn, state.frame as Frame | null);
  if (frame === EXIT) return EXIT;
  fillParameters(frame as Frame, values);
  (frame as Frame).entry = FROM_HOST;
  return run(frame as Frame);
}

functionCalls.one = (fn, argument) => {
  const answer = hotSpots.calledWithOne(fn, runtimeOf(fn.code), argument);
  return answer === undefined ? callFunction(fn, [argument], null) : answer;
};

functionCalls.two = (fn, first, second) => {
  const answer = hotSpots.calledWithTwo(fn, runtimeOf(fn.code), first, second);
  return answer === undefined ? callFunction(fn, [first, second], null) : answer;
};

functionCalls.three = (fn, first, second, third) => {
  const answer = hotSpots.calledWithThree(fn, runtimeOf(fn.code), first, second, third);
  return answer === undefined ? callFunction(fn, [first, second, third], null) : answer;
};

// ── f(*args, **kwargs) ───────────────────────────────────────────────────────────────────────────────────────────

export function callEx(
  frame: Frame,
  callee: Value,
  starred: Value,
  doubleStarred: Value | undefined,
  length: number,
): Next {
  const isPlain = doubleStarred === undefined || isPlainDict(doubleStarred);
  const fast = isPlain ? fastItems.of(starred) : undefined;
  if (fast === undefined) return callExInFull(frame, callee, starred, doubleStarred, length);
  return callWithItems(frame, callee, fast, doubleStarred, length);
}

/** Where items or keywords may come from Python code: CPython takes up the mapping first, and then asks for the items. */
function callExInFull(
  frame: Frame,
  callee: Value,
  starred: Value,
  doubleStarred: Value | undefined,
  length: number,
): Next {
  const dict = doubleStarred === undefined ? undefined : keywordDict(callee, doubleStarred);
  const args = dict === EXIT ? EXIT : positionalArguments(callee, starred);
  return args === EXIT ? RAISED : callWithItems(frame, callee, args as Value[], dict as Value | undefined, length);
}

function callWithItems(frame: Frame, callee: Value, args: Value[], dict: Value | undefined, length: number): Next {
  let keywords: string[] | null = null;
  if (dict !== undefined && (dict as PyDict).size > 0) {
    const answer = invokeWithEntries(callee, args, dict as PyDict);
    if (answer !== undefined) return finish(frame, answer, length);
    keywords = [];
    if (addKeywords(callee, dict as PyDict, args, keywords) === EXIT) return RAISED;
  }
  return callInstructionTarget(frame, callee, args, keywords, length);
}

function positionalArguments(callee: Value, starred: Value): Value[] | Exit {
  const items = itemsOf(starred);
  if (items !== EXIT) return items;
  if (!knowsIteration(typeOf(starred)) && swallow('TypeError')) {
    return raiseAbout(callee, `argument after * must be an iterable, not ${typeName(starred)}`);
  }
  return EXIT;
}

/** Appends the entries of a dictionary. Names that are no str reach callees that look at them (odd-keywords.ts), no Python function. */
export function addKeywords(callee: Value, entries: PyDict, args: Value[], keywords: string[]): true | Exit {
  for (let position = entries.nextPosition(0); position >= 0; position = entries.nextPosition(position + 1)) {
    const key = entries.keyAt(position);
    keywords.push(isText(key) ? textOf(key) : oddKeyword(key));
    args.push(entries.valueAt(position));
    if (--state.fuel < 0) worked(1);
  }
  return hasOdd(keywords) ? allowOdd(callee, args, keywords) : true;
}

/** A dictionary of what the mapping gives now. */
function keywordDict(callee: Value, mapping: Value): PyDict | Exit {
  const dict = new PyDict();
  return mapMerge(dict, mapping, callee) === EXIT ? EXIT : dict;
}

// ── Class bodies and exec ────────────────────────────────────────────────────────────────────────────────────────

/** Runs the body of a class statement in `namespace`; its result is the `__class__` cell or None. */
export function runClassBody(body: PyFunction, namespace: Value): Result {
  if (state.depth >= state.depthLimit) return raise('RecursionError', 'maximum recursion depth exceeded');
  const runtime = runtimeOf(body.code);
  if (instruments.isActive) instruments.prepare(runtime);
  const frame = new Frame(runtime, body, namespace, state.frame as Frame | null, state.handled);
  frame.entry = FROM_HOST;
  return run(frame);
}

/** Runs the code of a module, of `exec` or of `eval`. */
export function runCode(code: Code, globals: PyDict, builtins: PyDict, namespace: Value, closure: Cell[]): Result {
  return run(codeFrame(code, globals, builtins, namespace, closure));
}

/** The frame of such code, ready to be run by host code. */
export function codeFrame(code: Code, globals: PyDict, builtins: PyDict, namespace: Value, closure: Cell[]): Frame {
  const runtime = runtimeOf(code);
  if (instruments.isActive) instruments.prepare(runtime);
  const frame = new Frame(
    runtime,
    { globals, builtins, closure },
    namespace,
    state.frame as Frame | null,
    state.handled,
  );
  frame.entry = FROM_HOST;
  return frame;
}
