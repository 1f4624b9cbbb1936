/** Futures: what a future is, and how it comes to be done. What Python sees of it is in future-type.ts. */
import { getAttribute } from '../../objspace/attributes.ts';
import { newException, PyBaseException, raise, raiseObject, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { call, isSameOrEqual, isTrue } from '../../objspace/operations.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { callImported, imported } from '../../objspace/types/imported.ts';

export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

/** What is called when a future is done, and the context for it: `undefined` leaves the choice to the loop. */
export interface DoneCallback {
  readonly callable: Value;
  readonly context: Value | undefined;
}

export class PyFuture extends PyObject {
  /** `undefined` until `__init__` has run. */
  loop: Value | undefined;
  state: FutureState;
  result: Value;
  exception: PyBaseException | null;
  /** The traceback of the exception when it was set; null once it was raised. */
  traceback: Value;
  /** Most futures have one. */
  callbacks: DoneCallback | DoneCallback[] | null;
  /** Whether it waits for a task to take it: set by `await`, which yields the future itself, and cleared by the task. */
  isBlocking: boolean;
  logsTraceback: boolean;
  cancelMessage: Value;
  /** The CancelledError that a task ended with: it is raised once more by who asks for the result. */
  cancelledError: PyBaseException | null;
  sourceTraceback: Value;
  /** The tasks that wait for it: most are waited for by one. */
  awaitedBy: PyFuture | Set<PyFuture> | null;
  /** Attributes that programs have given it; null while there are none. */
  attributes: PyDict | null;

  constructor() {
    super();
    this.loop = undefined;
    this.state = 'PENDING';
    this.result = null;
    this.exception = null;
    this.traceback = null;
    this.callbacks = null;
    this.isBlocking = false;
    this.logsTraceback = false;
    this.cancelMessage = null;
    this.cancelledError = null;
    this.sourceTraceback = null;
    this.awaitedBy = null;
    this.attributes = null;
  }

  get isDone(): boolean {
    return this.state !== 'PENDING';
  }
}

export function attributesOf(self: PyFuture, create: boolean): PyDict | null {
  if (create) self.attributes ??= new PyDict();
  return self.attributes;
}

export function doneCallbacksOf({ callbacks }: PyFuture): readonly DoneCallback[] {
  if (callbacks === null) return [];
  return Array.isArray(callbacks) ? callbacks : [callbacks];
}

/** `__init__`, with the loop known. */
export function initFuture(self: PyFuture, loop: Value): true | Exit {
  self.loop = loop;
  self.state = 'PENDING';
  self.result = null;
  self.exception = null;
  self.traceback = null;
  self.callbacks = null;
  self.isBlocking = false;
  self.logsTraceback = false;
  self.cancelMessage = null;
  self.cancelledError = null;
  self.awaitedBy = null;
  return recordSource(self, loop);
}

/** In debug mode a future remembers where it was made. */
function recordSource(self: PyFuture, loop: Value): true | Exit {
  self.sourceTraceback = null;
  const method = getAttribute(loop, 'get_debug');
  const debug = method === EXIT ? EXIT : call(method as Value, []);
  const isDebugging = debug === EXIT ? EXIT : isTrue(debug as Value);
  if (isDebugging !== true) return isDebugging === EXIT ? EXIT : true;
  const stack = callImported('traceback', 'extract_stack', []);
  if (stack === EXIT) return EXIT;
  self.sourceTraceback = stack as Value;
  return true;
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
  const kept = self.cancelledError;
  self.cancelledError = null;
  if (kept !== null) return kept;
  return newAsyncioError('CancelledError', self.cancelMessage === null ? [] : [self.cancelMessage]);
}

// ── Becoming done ────────────────────────────────────────────────────────────────────────────────────────────────

const CONTEXT = ['context'];

/** `loop.call_soon(callable[, argument], context=context)`. */
export function callSoon(
  loop: Value,
  callable: Value,
  argument: Value | undefined,
  context: Value | undefined,
): true | Exit {
  const method = getAttribute(loop, 'call_soon');
  if (method === EXIT) return EXIT;
  const args = argument === undefined ? [callable] : [callable, argument];
  if (context !== undefined) args.push(context);
  return call(method as Value, args, context === undefined ? null : CONTEXT) === EXIT ? EXIT : true;
}

function scheduleCallbacks(self: PyFuture): true | Exit {
  const { callbacks } = self;
  if (callbacks === null) return true;
  self.callbacks = null;
  if (!Array.isArray(callbacks)) return callSoon(self.loop!, callbacks.callable, self, callbacks.context);
  for (const { callable, context } of callbacks)
    if (callSoon(self.loop!, callable, self, context) === EXIT) return EXIT;
  return true;
}

export function addCallback(self: PyFuture, callable: Value, context: Value | undefined): true | Exit {
  if (self.isDone) return callSoon(self.loop!, callable, self, context);
  const { callbacks } = self;
  const added = { callable, context };
  if (callbacks === null) self.callbacks = added;
  else if (Array.isArray(callbacks)) callbacks.push(added);
  else self.callbacks = [callbacks, added];
  return true;
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
  if (removed.size > 0) self.callbacks = doneCallbacksOf(self).filter((callback) => !removed.has(callback));
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
  self.exception = exception;
  self.traceback = exception.traceback;
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
  self.cancelMessage = message;
  return scheduleCallbacks(self) === EXIT ? EXIT : true;
}

// ── The outcome ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a future that is done raises; null if it has a result. */
export function exceptionOf(self: PyFuture): PyBaseException | null | Exit {
  if (self.state === 'CANCELLED') return makeCancelledError(self);
  self.logsTraceback = false;
  const { exception } = self;
  if (exception === null) return null;
  exception.traceback = self.traceback;
  self.traceback = null;
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
