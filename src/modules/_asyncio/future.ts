/** Futures: what a future is, and how it comes to be done. What Python sees of it is in future-type.ts. */
import { CO_VARARGS, CO_VARKEYWORDS, type Code } from '../../bytecode/code.ts';
import { methodOf } from '../../interpreter/attribute-sites.ts';
import { callWithFour } from '../../interpreter/call.ts';
import { runtimeOf } from '../../interpreter/runtime-code.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { newException, PyBaseException, raise, raiseObject, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, isSameOrEqual, isTrue } from '../../objspace/operations.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { functionCalls } from '../../objspace/gateway/short-calls.ts';
import { callImported, imported } from '../../objspace/types/imported.ts';
import { emptyTuple, PyTuple } from '../../objspace/types/tuple.ts';
import { type ContextValues, PyContext } from '../_contextvars/context.ts';

export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

/** `undefined` leaves the choice to the loop; values are those of a context that is made when somebody may look: many wait for long. */
type CallbackContext = Value | ContextValues | undefined;

/** What is called when a future is done, and the context for it. */
class DoneCallback {
  readonly callable: Value;
  context: CallbackContext;

  constructor(callable: Value, context: CallbackContext) {
    this.callable = callable;
    this.context = context;
  }

  contextMade(): Value | undefined {
    const made = madeContext(this.context);
    this.context = made;
    return made;
  }
}

function madeContext(context: CallbackContext): Value | undefined {
  return context instanceof Map ? new PyContext(context) : context;
}

/** What few futures have. */
class FutureExtras {
  exception: PyBaseException | null = null;
  /** The traceback of the exception when it was set; null once it was raised. */
  traceback: Value = null;
  cancelMessage: Value = null;
  /** The CancelledError that a task ended with: it is raised once more by who asks for the result. */
  cancelledError: PyBaseException | null = null;
  cancelRequests = 0;
  sourceTraceback: Value = null;
  /** Attributes that programs have given it; null while there are none. */
  attributes: PyDict | null = null;
}

/** Bits of `flags`. */
const BLOCKING = 1;
const LOGS_TRACEBACK = 2;
const MUST_CANCEL = 4;
const LOGS_DESTROY_PENDING = 8;

/** Programs have many that wait, so they are small: bits in one field, and what is rare in an object of its own. */
export class PyFuture extends PyObject {
  /** `undefined` until `__init__` has run. */
  loop: Value | undefined;
  state: FutureState;
  result: Value;
  /** Most futures have one: what is called, and its context. `undefined` without one, an array where there are several. */
  callback: Value | DoneCallback[] | undefined;
  callbackContext: CallbackContext;
  /** The tasks that wait for it: most are waited for by one. */
  awaitedBy: PyFuture | Set<PyFuture> | null;
  private flags: number;
  private extras: FutureExtras | null;
  /** For `id` and hashes, as whoever waits for several has them in a set; 0 before. */
  serial: number;

  constructor() {
    super();
    this.serial = 0;
    this.loop = undefined;
    this.state = 'PENDING';
    this.result = null;
    this.callback = undefined;
    this.callbackContext = undefined;
    this.awaitedBy = null;
    this.flags = 0;
    this.extras = null;
  }

  get isDone(): boolean {
    return this.state !== 'PENDING';
  }

  private has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  private put(flag: number, isSet: boolean): void {
    this.flags = isSet ? this.flags | flag : this.flags & ~flag;
  }

  /** Whether it waits for a task to take it: set by `await`, which yields the future itself, and cleared by the task. */
  get isBlocking(): boolean {
    return this.has(BLOCKING);
  }

  set isBlocking(isBlocking: boolean) {
    this.put(BLOCKING, isBlocking);
  }

  get logsTraceback(): boolean {
    return this.has(LOGS_TRACEBACK);
  }

  set logsTraceback(logs: boolean) {
    this.put(LOGS_TRACEBACK, logs);
  }

  /** Of tasks, as the next one. */
  get mustCancel(): boolean {
    return this.has(MUST_CANCEL);
  }

  set mustCancel(mustCancel: boolean) {
    this.put(MUST_CANCEL, mustCancel);
  }

  get logsDestroyPending(): boolean {
    return this.has(LOGS_DESTROY_PENDING);
  }

  set logsDestroyPending(logs: boolean) {
    this.put(LOGS_DESTROY_PENDING, logs);
  }

  /** To read from. */
  get rare(): Readonly<FutureExtras> {
    return this.extras ?? NOTHING_RARE;
  }

  /** To write to. */
  get own(): FutureExtras {
    this.extras ??= new FutureExtras();
    return this.extras;
  }

  forgetRare(): void {
    this.extras = null;
  }
}

const NOTHING_RARE: Readonly<FutureExtras> = new FutureExtras();

export function attributesOf(self: PyFuture, create: boolean): PyDict | null {
  if (create) self.own.attributes ??= new PyDict();
  return self.rare.attributes;
}

/** As an array, from now on. */
export function doneCallbacksOf(self: PyFuture): readonly DoneCallback[] {
  const { callback } = self;
  if (callback === undefined) return [];
  return Array.isArray(callback) ? callback : severalCallbacks(self, callback);
}

function severalCallbacks(self: PyFuture, callable: Value): DoneCallback[] {
  const callbacks = [new DoneCallback(callable, self.callbackContext)];
  self.callback = callbacks;
  self.callbackContext = undefined;
  return callbacks;
}

/** `__init__`, with the loop known. */
export function initFuture(self: PyFuture, loop: Value): true | Exit {
  const { attributes } = self.rare;
  self.loop = loop;
  self.state = 'PENDING';
  self.result = null;
  self.callback = undefined;
  self.callbackContext = undefined;
  self.isBlocking = false;
  self.logsTraceback = false;
  self.awaitedBy = null;
  self.forgetRare();
  if (attributes !== null) self.own.attributes = attributes;
  return recordSource(self, loop);
}

/** In debug mode a future remembers where it was made. */
function recordSource(self: PyFuture, loop: Value): true | Exit {
  const debug = debugOf(loop);
  const isDebugging = debug === EXIT ? EXIT : isTrue(debug as Value);
  if (isDebugging !== true) return isDebugging === EXIT ? EXIT : true;
  const stack = callImported('traceback', 'extract_stack', []);
  if (stack === EXIT) return EXIT;
  self.own.sourceTraceback = stack as Value;
  return true;
}

/** `loop.get_debug()`. */
function debugOf(loop: Value): Result {
  const fn = methodOf(loop, 'get_debug');
  if (fn !== undefined && runtimeOf(fn.code).plainCount === 1) return functionCalls.one(fn, loop);
  const method = getAttribute(loop, 'get_debug');
  return method === EXIT ? EXIT : call(method as Value, []);
}

export const notInitialized = (): Exit => raise('RuntimeError', 'Future object is not initialized.');

// ── Exceptions of asyncio ────────────────────────────────────────────────────────────────────────────────────────

function newAsyncioError(name: 'InvalidStateError' | 'CancelledError', args: Value[]): PyBaseException | Exit {
  const cls = imported('asyncio.exceptions', name);
  return cls === EXIT ? EXIT : (call(cls as Value, args) as PyBaseException | Exit);
}

export function invalidState(message: Value): Exit {
  const error = newAsyncioError('InvalidStateError', [message]);
  return error === EXIT ? EXIT : raiseObject(error as PyBaseException);
}

export function isCancelledError(exception: PyBaseException): boolean | Exit {
  const cls = imported('asyncio.exceptions', 'CancelledError');
  return cls === EXIT ? EXIT : typeOf(exception).isSubtypeOf(cls as PyType);
}

/** The error for a cancelled future. The one that was kept is given once: each raise adds to its traceback. */
export function makeCancelledError(self: PyFuture): PyBaseException | Exit {
  const { cancelledError, cancelMessage } = self.rare;
  if (cancelledError === null) return newAsyncioError('CancelledError', cancelMessage === null ? [] : [cancelMessage]);
  self.own.cancelledError = null;
  return cancelledError;
}

// ── Becoming done ────────────────────────────────────────────────────────────────────────────────────────────────

const CONTEXT = ['context'];

/** Whether a method is declared as asyncio does: `call_soon(self, callback, *args, context=None)`. */
function isUsual(code: Code): boolean {
  const { argcount, kwonlyargcount, varnames, flags } = code;
  if (argcount !== 2 || kwonlyargcount !== 1 || varnames[2] !== 'context') return false;
  return (flags & (CO_VARARGS | CO_VARKEYWORDS)) === CO_VARARGS && !runtimeOf(code).isGenerator;
}

/** `loop.call_soon(callable[, argument], context=context)`. */
export function callSoon(
  loop: Value,
  callable: Value,
  argument: Value | undefined,
  context: Value | undefined,
): true | Exit {
  const fn = context === undefined ? undefined : methodOf(loop, 'call_soon');
  if (fn !== undefined && isUsual(fn.code)) {
    const rest = argument === undefined ? emptyTuple : new PyTuple([argument]);
    return callWithFour(fn, loop, callable, context!, rest as Value) === EXIT ? EXIT : true;
  }
  const method = getAttribute(loop, 'call_soon');
  if (method === EXIT) return EXIT;
  const args = argument === undefined ? [callable] : [callable, argument];
  if (context !== undefined) args.push(context);
  return call(method as Value, args, context === undefined ? null : CONTEXT) === EXIT ? EXIT : true;
}

function scheduleCallbacks(self: PyFuture): true | Exit {
  const { callback, callbackContext } = self;
  if (callback === undefined) return true;
  self.callback = undefined;
  self.callbackContext = undefined;
  if (!Array.isArray(callback)) return callSoon(self.loop!, callback, self, madeContext(callbackContext));
  for (const entry of callback)
    if (callSoon(self.loop!, entry.callable, self, entry.contextMade()) === EXIT) return EXIT;
  return true;
}

export function addCallback(self: PyFuture, callable: Value, context: CallbackContext): true | Exit {
  if (self.isDone) return callSoon(self.loop!, callable, self, madeContext(context));
  const { callback } = self;
  if (callback === undefined) {
    self.callback = callable;
    self.callbackContext = context;
    return true;
  }
  const callbacks = Array.isArray(callback) ? callback : severalCallbacks(self, callback);
  callbacks.push(new DoneCallback(callable, context));
  return true;
}

function keepCallbacks(self: PyFuture, removed: ReadonlySet<DoneCallback>): void {
  const kept = doneCallbacksOf(self).filter((callback) => !removed.has(callback));
  self.callback = kept.length === 0 ? undefined : kept;
}

/** Removes all callbacks that equal `callable`; how many there were. Comparing may change the callbacks. */
export function removeCallback(self: PyFuture, callable: Value): number | Exit {
  const before = [...doneCallbacksOf(self)];
  const removed = new Set<DoneCallback>();
  for (const callback of before) {
    const same = isSameOrEqual(callback.callable, callable);
    if (same === EXIT) return EXIT;
    if (same === true) removed.add(callback);
  }
  if (removed.size > 0) keepCallbacks(self, removed);
  return removed.size;
}

export function setResult(self: PyFuture, result: Value): true | Exit {
  if (self.loop === undefined) return notInitialized();
  if (self.isDone) return invalidState('invalid state');
  self.result = result;
  self.state = 'FINISHED';
  return scheduleCallbacks(self);
}

export function setException(self: PyFuture, value: Value): true | Exit {
  if (self.loop === undefined) return notInitialized();
  if (self.isDone) return invalidState('invalid state');
  const made = value instanceof PyType ? call(value, []) : value;
  if (made === EXIT) return EXIT;
  if (!(made instanceof PyBaseException)) return raiseTypeError('invalid exception object');
  const exception = withoutStop(made);
  self.own.exception = exception;
  self.own.traceback = exception.traceback;
  self.state = 'FINISHED';
  if (scheduleCallbacks(self) === EXIT) return EXIT;
  self.logsTraceback = true;
  return true;
}

/** StopIteration means the end of the generator that it is raised in: it is the cause of another exception. */
function withoutStop(exception: PyBaseException): PyBaseException {
  const stop = newException('StopIteration');
  if (!typeOf(exception).isSubtypeOf(stop.shape.type)) return exception;
  const message = 'StopIteration interacts badly with generators and cannot be raised into a Future';
  const replacement = newException('RuntimeError', message);
  replacement.cause = exception;
  replacement.context = exception;
  replacement.suppressContext = true;
  return replacement;
}

/** Whether it was not done yet. */
export function cancelFuture(self: PyFuture, message: Value): boolean | Exit {
  if (self.loop === undefined) return notInitialized();
  self.logsTraceback = false;
  if (self.isDone) return false;
  self.state = 'CANCELLED';
  if (message !== self.rare.cancelMessage) self.own.cancelMessage = message;
  return scheduleCallbacks(self) === EXIT ? EXIT : true;
}

// ── The outcome ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a future that is done raises; null if it has a result. */
export function exceptionOf(self: PyFuture): PyBaseException | null | Exit {
  if (self.state === 'CANCELLED') return makeCancelledError(self);
  self.logsTraceback = false;
  const { exception, traceback } = self.rare;
  if (exception === null) return null;
  exception.traceback = traceback;
  self.own.traceback = null;
  return exception;
}

/** `result()`. */
export function resultOf(self: PyFuture): Result {
  if (self.loop === undefined) return invalidState('Future object is not initialized.');
  if (!self.isDone) return invalidState('Result is not set.');
  const exception = exceptionOf(self);
  if (exception === EXIT) return EXIT;
  return exception === null ? self.result : raiseObject(exception as PyBaseException);
}

// ── Who waits for whom ───────────────────────────────────────────────────────────────────────────────────────────

export function addAwaiting(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const { awaitedBy } = future;
  if (awaitedBy === null) future.awaitedBy = waiter;
  else if (awaitedBy instanceof Set) awaitedBy.add(waiter);
  else if (awaitedBy !== waiter) future.awaitedBy = new Set([awaitedBy, waiter]);
}

export function discardAwaiting(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const { awaitedBy } = future;
  if (awaitedBy instanceof Set) awaitedBy.delete(waiter);
  else if (awaitedBy === waiter) future.awaitedBy = null;
}

export function awaitersOf({ awaitedBy }: PyFuture): Iterable<PyFuture> {
  if (awaitedBy === null) return [];
  return awaitedBy instanceof Set ? awaitedBy : [awaitedBy];
}
