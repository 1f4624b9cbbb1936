/**
 * Generators and coroutines as objects that own a heap frame, and how host code resumes them. In bytecode they are resumed without
 * leaving the loop (dispatch.ts); their Python types are in generator-types.ts.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, type Code } from '../bytecode/code.ts';
import { positionAt } from '../bytecode/position-table.ts';
import { coroutineSettings } from './coroutine-settings.ts';
import { addTraceback } from './traceback.ts';
import { findAttribute } from '../objspace/attributes.ts';
import {
  chainToHandled,
  type ExceptionName,
  exceptionTypes,
  newException,
  type PyBaseException,
  raise,
  raiseObject,
  raiseTypeError,
  raiseValueError,
  takeException,
} from '../objspace/exception.ts';
import { call, repr } from '../objspace/operations.ts';
import { textOf } from '../objspace/types/str/text.ts';
import type { Draining } from '../objspace/draining.ts';
import { declareObjectClass, EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import type { Shape } from '../objspace/shape.ts';
import { state } from '../objspace/state.ts';
import { fieldOf } from '../objspace/types/exceptions/base.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import type { PyFunction } from '../objspace/types/function.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { hotSpots } from './hot-spots.ts';
import { instruments } from './instruments.ts';
import type { Continuation } from './continuation.ts';
import { isBusy, unlink } from './delegate-chains.ts';
import { Frame, FROM_HOST, FROM_OPERATION, type Surroundings } from './frame.ts';
import { run } from './dispatch.ts';
import type { RuntimeCode } from './runtime-code.ts';
import { exceptionToThrow, isGeneratorExit, type Thrown } from './thrown.ts';

export type GeneratorKind = 'generator' | 'coroutine' | 'async generator';

/** `generator`, `coroutine` and `async_generator`: the host classes differ only in their type. */
const NOTHING: Value[] = [];

export class PyGenerator {
  declare readonly shape: Shape;
  /** Of those that have ended, a stand-in (`endGenerator`). */
  frame: Frame;
  name: string;
  qualname: string;
  /** On the prototypes. */
  declare readonly kind: GeneratorKind;
  isRunning: boolean;
  /** Whether the first instruction behind ReturnGenerator has run. */
  isStarted: boolean;
  isFinished: boolean;
  /** Register that the value sent goes to: that of the Yield where the frame is suspended; -1 at a YieldFrom. */
  sentRegister: number;
  /** The value sent while the frame is suspended at a YieldFrom, which sends it on. */
  sent: Value;
  /** What the frame delegates to while it is suspended at a YieldFrom; `undefined` otherwise. */
  delegate: Value | undefined;
  /** Of those that delegate, the frame that they go on in, if they are linked with it (delegate-chains.ts); and how many frames that are. */
  innermost: Frame | null;
  linkedCount: number;
  /** The exception that the suspended frame was handling itself; null if none. */
  handledInside: PyBaseException | null;
  /** Whether its code is handling an exception, which may be the one that the caller handles too. */
  isHandling: boolean;
  /** How the builtin that has resumed the generator drains it; 0 where each item is wanted by itself. */
  draining: Draining | 0;
  /** Where what is yielded is put meanwhile. */
  aside: Value[];

  constructor(frame: Frame, name: string, qualname: string) {
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    this.isRunning = false;
    this.isStarted = false;
    this.isFinished = false;
    this.sentRegister = -1;
    this.sent = null;
    this.delegate = undefined;
    this.innermost = null;
    this.linkedCount = 0;
    this.handledInside = null;
    this.isHandling = false;
    this.draining = 0;
    this.aside = NOTHING;
  }
}
declareObjectClass(PyGenerator);

export class PyCoroutine extends PyGenerator {
  /** For `id`, hashes of those that are keys, as `gather` makes them; 0 before. */
  serial = 0;
  /** Where it was created, for `cr_origin`: a tuple, or None where that is not tracked. */
  origin: Value = null;
  /** The place of the call that made it, for the warning that it was never awaited. */
  madeIn: Code | null = null;
  madeAt = 0;
}

export class PyAsyncGenerator extends PyGenerator {
  /** For `id` and hashes: event loops keep a set of them; 0 before. */
  serial = 0;
  /** Whether an asend/athrow/aclose is under way; whether it has ended or been closed. */
  isBusy = false;
  isClosed = false;
  /** `sys.set_asyncgen_hooks`: whether the hooks have been looked at. */
  hooksDone = false;
}

function declareKind(kind: GeneratorKind, { prototype }: { readonly prototype: PyGenerator }): void {
  Object.defineProperty(prototype, 'kind', { value: kind });
}

declareKind('generator', PyGenerator);
declareKind('coroutine', PyCoroutine);
declareKind('async generator', PyAsyncGenerator);

/** The object of a frame that has just executed ReturnGenerator. */
export function newGenerator(frame: Frame): PyGenerator {
  const flags = frame.code.flags;
  const name = frame.callee === null ? frame.code.name : frame.callee.name;
  const qualname = frame.callee === null ? frame.code.qualname : frame.callee.qualname;
  if ((flags & CO_COROUTINE) !== 0) return newCoroutine(frame, name, qualname);
  if ((flags & CO_ASYNC_GENERATOR) !== 0) return new PyAsyncGenerator(frame, name, qualname);
  return new PyGenerator(frame, name, qualname);
}

function newCoroutine(frame: Frame, name: string, qualname: string): PyCoroutine {
  const coroutine = new PyCoroutine(frame, name, qualname);
  const settings = coroutineSettings();
  if (settings.originDepth > 0) coroutine.origin = originOf(frame.back, settings.originDepth);
  if (frame.back !== null) {
    coroutine.madeIn = frame.back.code;
    coroutine.madeAt = frame.back.pc;
  }
  settings.note(coroutine);
  return coroutine;
}

/** A generator of the function that is delegated to at once. */
export function startedGenerator(frame: Frame, { name, qualname }: PyFunction): PyGenerator {
  const generator = new PyGenerator(frame, name, qualname);
  generator.isRunning = true;
  generator.isStarted = true;
  return generator;
}

/** A coroutine that is awaited at once: nobody is told that it was not. */
export function startedCoroutine(frame: Frame): PyCoroutine {
  const { name, qualname } = frame.callee!;
  const coroutine = new PyCoroutine(frame, name, qualname);
  const { originDepth } = coroutineSettings();
  if (originDepth > 0) coroutine.origin = originOf(frame.back, originDepth);
  coroutine.isRunning = true;
  coroutine.isStarted = true;
  return coroutine;
}

/** Names nothing: of frames that never run. */
const NOWHERE: Surroundings = { globals: new PyDict(), builtins: new PyDict(), closure: [] };

/**
 * The code has come to its end. The frame is given up, and all that the variables hold, however long the object is held: only the code of the
 * frame is asked for afterwards, so one frame stands in for those of all such generators. Whoever has got hold of the frame itself keeps it.
 */
export function endGenerator(generator: PyGenerator): void {
  const { runtime } = generator.frame;
  generator.isFinished = true;
  generator.frame = (runtime.endedFrame ?? endedFrame(runtime)) as Frame;
}

function endedFrame(runtime: RuntimeCode): Frame {
  const frame = new Frame(runtime, NOWHERE, null, null, null);
  runtime.endedFrame = frame;
  return frame;
}

/** (filename, line, function) of the frames that led to a coroutine. */
function originOf(frame: Frame | null, depth: number): Value {
  const entries: Value[] = [];
  for (let caller = frame; caller !== null && entries.length < depth; caller = caller.back) {
    const { code } = caller;
    entries.push(new PyTuple([code.filename, positionAt(code, caller.pc).line, code.name]) as Value);
  }
  return new PyTuple(entries) as Value;
}

/** Words of a Yield and of a YieldFrom instruction. */
export const YIELD_LENGTH = 3;

/** StopIteration carrying what the generator returned. */
export function stopIteration(value: Value): Exit {
  return value === null ? raiseObject(newStopIteration()) : stopWith(value);
}

/** StopIteration with a value, which as in CPython has no context. */
export function stopWith(value: Value): Exit {
  const exception = newStopIteration(value);
  exception.fields!.set('value', value);
  state.exception = exception;
  return EXIT;
}

function newStopIteration(...args: Value[]): PyBaseException {
  const exception = newException('StopIteration', ...args);
  exception.fields = new Map([['value', null as Value]]);
  return exception;
}

/** Whether sending the value makes the generator's code go on, rather than being an error or an answer by itself. */
export function canResume(generator: PyGenerator, sent: Value): boolean {
  return !isBusy(generator) && !generator.isFinished && (generator.isStarted || sent === null);
}

/** Puts the generator's frame on top of `back`, ready to go on with the value sent. A suspended frame stands at its Yield. */
export function enterGenerator(generator: PyGenerator, back: Frame | null, sent: Value): void {
  const frame = generator.frame;
  frame.back = back;
  frame.handledBefore = state.handled;
  if (generator.handledInside !== null) state.handled = generator.handledInside;
  if (instruments.isActive) {
    unlink(generator);
    instruments.resuming(frame, !generator.isStarted);
  }
  generator.isRunning = true;
  generator.isStarted = true;
  takeSent(generator, sent);
}

/** A suspended frame goes on behind its Yield, with the value sent; at a YieldFrom it sends that on. */
export function takeSent(generator: PyGenerator, sent: Value): void {
  const { frame, sentRegister } = generator;
  generator.draining = 0;
  if (sentRegister < 0) generator.sent = sent;
  else {
    frame.registers[sentRegister] = sent;
    frame.pc += YIELD_LENGTH;
  }
}

/** The same for an operation, which goes on with the continuation when the generator yields or ends. */
export function pushGenerator(generator: PyGenerator, back: Frame, continuation: Continuation): Frame {
  const { frame } = generator;
  enterGenerator(generator, back, null);
  frame.entry = FROM_OPERATION;
  frame.pending = continuation;
  state.depth++;
  return frame;
}

function alreadyRunning(generator: PyGenerator): Result {
  return raiseValueError(`${generator.kind} already executing`);
}

/** What a finished generator answers: `undefined` to `next`, an error to a coroutine that is awaited twice. */
function resumeFinished(generator: PyGenerator): Result | undefined {
  if (generator.kind === 'coroutine') return raise('RuntimeError', 'cannot reuse already awaited coroutine');
  return undefined;
}

/**
 * Resumes from host code. The next value yielded; `undefined` when the generator returns, with the value in `returned`;
 * EXIT when it raises.
 */
export function resume(generator: PyGenerator, sent: Value): Result | undefined {
  if (isBusy(generator)) return alreadyRunning(generator);
  if (generator.isFinished) return resumeFinished(generator);
  if (!generator.isStarted && sent !== null) {
    return raiseTypeError(`can't send non-None value to a just-started ${generator.kind}`);
  }
  enterGenerator(generator, state.frame as Frame | null, sent);
  generator.frame.entry = FROM_HOST;
  const { frame } = generator;
  return outcome(generator, --frame.runtime.heat < 0 ? hotSpots.resumedByHost(frame) : run(frame));
}

/** As `resume(generator, null)`, for a builtin that takes all items: those before the answer are put into `items`. */
export function drain(generator: PyGenerator, way: Draining, items: Value[]): Result | undefined {
  if (generator.isRunning || generator.isFinished) return resume(generator, null);
  enterGenerator(generator, state.frame as Frame | null, null);
  generator.draining = way;
  generator.aside = items;
  const { frame } = generator;
  frame.entry = FROM_HOST;
  return outcome(generator, --frame.runtime.heat < 0 ? hotSpots.drainedByHost(frame, way, items) : run(frame));
}

/** The value of the `return` that ended the generator resumed last. */
export const returned = { value: null as Value };

function outcome(generator: PyGenerator, result: Result): Result | undefined {
  if (result === EXIT || !generator.isFinished) return result;
  returned.value = result as Value;
  return undefined;
}

/**
 * Raises an exception inside the suspended generator, from host code; answers as `resume` does. GeneratorExit closes what the generator
 * delegates to, but for the steps of asynchronous generators, which throw it there.
 */
export function throwInto(generator: PyGenerator, thrown: Thrown, closesDelegate = true): Result | undefined {
  const isBusyNow = isBusy(generator);
  unlink(generator);
  return generator.delegate === undefined || isBusyNow || generator.isFinished
    ? throwHere(generator, thrown)
    : throwThrough(generator, thrown, closesDelegate);
}

function throwHere(generator: PyGenerator, thrown: Thrown): Result | undefined {
  const exception = exceptionToThrow(thrown);
  return exception === EXIT ? EXIT : raiseInside(generator, exception as PyBaseException);
}

function raiseInside(generator: PyGenerator, exception: PyBaseException): Result | undefined {
  if (generator.isRunning) return alreadyRunning(generator);
  if (generator.isFinished) {
    if (generator.kind === 'coroutine') return raise('RuntimeError', 'cannot reuse already awaited coroutine');
    return raiseAgain(exception);
  }
  if (generator.isStarted) return raiseInFrame(generator, exception);
  addTraceback(exception, generator.frame, 0);
  generator.isStarted = true;
  endGenerator(generator);
  return raiseAgain(exception);
}

function raiseAgain(exception: PyBaseException): Exit {
  state.exception = exception;
  return EXIT;
}

function raiseInFrame(generator: PyGenerator, exception: PyBaseException): Result | undefined {
  const frame = generator.frame;
  generator.delegate = undefined;
  generator.sentRegister = -1;
  enterGenerator(generator, state.frame as Frame | null, null);
  frame.entry = FROM_HOST;
  // What the caller of throw() handles is not the exception's context.
  if (generator.handledInside !== null) chainToHandled(exception);
  state.exception = exception;
  return outcome(generator, run(frame, true));
}

/** The frame is suspended at a YieldFrom: the exception goes to what it delegates to. */
function throwThrough(generator: PyGenerator, thrown: Thrown, closesDelegate: boolean): Result | undefined {
  const delegate = generator.delegate!;
  const isClosing = closesDelegate && isGeneratorExit(thrown);
  const method = isClosing || delegate instanceof PyGenerator ? undefined : findAttribute(delegate, 'throw');
  if (method === EXIT) return EXIT;
  const { frame } = generator;
  const caller = state.frame as Frame | null;
  generator.isRunning = true;
  returned.value = null;
  // The delegate sees the generator as its caller.
  frame.back = caller;
  state.frame = frame;
  const result = isClosing
    ? closeDelegate(delegate)
    : throwIntoDelegate(delegate, method as Value | undefined, thrown, closesDelegate);
  state.frame = caller;
  frame.back = null;
  generator.isRunning = false;
  if (result === HERE) return throwHere(generator, thrown);
  if (result === EXIT) return raiseInFrame(generator, takeException());
  if (result !== undefined) return result as Value;
  return finishDelegation(generator, returned.value);
}

/** The answer of a delegate that leaves the exception to the generator itself. */
const HERE = Symbol('here');

export function isException(exception: PyBaseException, name: ExceptionName): boolean {
  return exception.shape.type.isSubtypeOf(exceptionTypes[name]);
}

/** GeneratorExit closes the delegate and is then raised in the delegating frame. */
function closeDelegate(delegate: Value): Exit | typeof HERE {
  const closed = delegate instanceof PyGenerator ? close(delegate) : callIfPresent(delegate, 'close');
  return closed === EXIT ? EXIT : HERE;
}

function complainOfClosing(delegate: Value): void {
  const exception = takeException();
  const shown = repr(delegate);
  const name = shown === EXIT ? '<object repr() failed>' : textOf(shown as Value);
  if (shown === EXIT) takeException();
  state.interpreter.unraisable(exception, null, `Exception ignored while closing generator ${name}`);
}

function callIfPresent(object: Value, name: string): true | Exit {
  const method = findAttribute(object, name);
  if (method === EXIT) complainOfClosing(object);
  if (method === undefined || method === EXIT) return true;
  return call(method as Value, []) === EXIT ? EXIT : true;
}

function throwIntoDelegate(
  delegate: Value,
  method: Value | undefined,
  thrown: Thrown,
  closesDelegate: boolean,
): Result | undefined | typeof HERE {
  if (delegate instanceof PyGenerator) return throwInto(delegate, thrown, closesDelegate);
  if (method === undefined) return HERE;
  const result = call(method, [...thrown]);
  return result === EXIT ? takeStopIteration() : result;
}

/** If a StopIteration is in flight: takes it, its value goes to `returned`, and the answer is `undefined`. EXIT otherwise. */
export function takeStopIteration(): Exit | undefined {
  const { exception } = state;
  // Without an exception the program is being suspended.
  if (exception === null || !isException(exception, 'StopIteration')) return EXIT;
  state.exception = null;
  returned.value = fieldOf(exception, 'value');
  return undefined;
}

/** The delegate has returned: the YieldFrom gets its result, and the frame goes on behind it. */
function finishDelegation(generator: PyGenerator, value: Value): Result | undefined {
  const frame = generator.frame;
  const { words } = frame.runtime;
  generator.delegate = undefined;
  frame.registers[words[frame.pc + 1]] = value;
  frame.pc += YIELD_LENGTH;
  enterGenerator(generator, state.frame as Frame | null, null);
  frame.entry = FROM_HOST;
  return outcome(generator, run(frame));
}

/** `generator.close()`: raises GeneratorExit inside. The value that the generator returns, or None. */
export function close(generator: PyGenerator): Result {
  if (isBusy(generator)) return alreadyRunning(generator) as Exit;
  if (generator.isFinished) return null;
  if (!generator.isStarted) {
    generator.isStarted = true;
    endGenerator(generator);
    return null;
  }
  const result = throwInto(generator, [newException('GeneratorExit')]);
  if (result === undefined) return returned.value;
  if (result !== EXIT) return raise('RuntimeError', `${generator.kind} ignored GeneratorExit`);
  if (isException(state.exception!, 'GeneratorExit') || isException(state.exception!, 'StopIteration')) {
    state.exception = null;
    return null;
  }
  return EXIT;
}
