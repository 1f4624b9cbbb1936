/**
 * Tasks: coroutines that an event loop runs step by step. What Python sees of them is in task-type.ts.
 *
 * A step resumes the coroutine, which yields the future that it waits for, returns or raises. The loop calls a step, or the wakeup that a
 * future calls when it is done, by `Context.run`; then the coroutine's frame takes the place of that call (interpreter/handover.ts), so that
 * a program can be suspended inside a task. Steps called from elsewhere, and those that throw, nest a run.
 */
import { Continuation, type Next } from '../../interpreter/continuation.ts';
import type { Frame } from '../../interpreter/frame.ts';
import {
  canResume,
  pushGenerator,
  PyCoroutine,
  PyGenerator,
  resume,
  returned,
  throwInto,
} from '../../interpreter/generator.ts';
import { takeStopIteration } from '../../interpreter/generator.ts';
import { continuedCalls } from '../../interpreter/handover.ts';
import { findAttribute, setAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, newException, type PyBaseException, raise, takeException } from '../../objspace/exception.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, repr } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { strFromText, textOf } from '../../objspace/types/str/text.ts';
import {
  addAwaiting,
  addCallback,
  callSoon,
  cancelFuture,
  discardAwaiting,
  exceptionOf,
  invalidState,
  isCancelledError,
  makeCancelledError,
  PyFuture,
  setException,
  setResult,
} from './future.ts';
import { callMethod, enterTask, leaveTask, loopOf, unregisterTask } from './registry.ts';
import type { PyTask } from './task-object.ts';

/** What the loop calls for a step; an exception is thrown into the coroutine. */
export class PyTaskStep extends PyObject {
  readonly task: PyTask;
  readonly exception: PyBaseException | null;

  constructor(task: PyTask, exception: PyBaseException | null) {
    super();
    this.task = task;
    this.exception = exception;
  }
}

const WAKEUP = new BuiltinDefinition('task_wakeup(self, object, /)', null, wakeup, 'Task');

export function scheduleStep(task: PyTask, exception: PyBaseException | null): true | Exit {
  return callSoon(task.loop!, new PyTaskStep(task, exception), undefined, task.context);
}

// ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One step, as a call. */
export function step(task: PyTask, exception: PyBaseException | null): Result {
  if (enterTask(task.loop ?? null, task) === EXIT) return EXIT;
  return leaveAfter(task, stepEntered(task, exception)) === EXIT ? EXIT : null;
}

/** The step of a task that is the current one. */
export function stepEntered(task: PyTask, exception: PyBaseException | null): true | Exit {
  const thrown = beginStep(task, exception);
  if (thrown === EXIT) return EXIT;
  returned.value = null;
  const item = thrown === null ? sendNone(task.coroutine) : throwAt(task.coroutine, thrown as PyBaseException);
  if (item === EXIT) return afterRaise(task);
  return item === undefined ? afterReturn(task, returned.value) : afterYield(task, item as Value);
}

/** The task is not the current one any more; an exception in flight stays. */
function leaveAfter(task: PyTask, outcome: true | Exit): true | Exit {
  if (outcome !== EXIT) return leaveTask(task.loop!, task);
  const exception = takeException();
  if (leaveTask(task.loop!, task) === EXIT) takeException();
  state.exception = exception;
  return EXIT;
}

/** What the step throws; null if it sends. */
function beginStep(task: PyTask, exception: PyBaseException | null): PyBaseException | null | Exit {
  if (task.isDone) return alreadyDone(task, exception);
  let thrown = exception;
  if (task.mustCancel) {
    const isCancelled = thrown !== null && isCancelledError(thrown);
    if (isCancelled === EXIT) return EXIT;
    const error = isCancelled ? thrown : makeCancelledError(task);
    if (error === EXIT) return EXIT;
    thrown = error as PyBaseException;
    task.mustCancel = false;
  }
  task.waiter = null;
  return task.coroutine === null ? raise('RuntimeError', 'uninitialized Task object') : thrown;
}

function alreadyDone(task: PyTask, exception: PyBaseException | null): Exit {
  const shown = repr(task);
  const thrown = shown === EXIT ? EXIT : repr(exception === null ? '' : exception);
  if (thrown === EXIT) return EXIT;
  return invalidState(strFromText(`__step(): already done: ${textOf(shown as Value)} ${textOf(thrown as Value)}`));
}

/** As `resume`: what the coroutine yields, `undefined` when it has returned. */
function sendNone(coroutine: Value): Result | undefined {
  if (coroutine instanceof PyGenerator) return resume(coroutine, null);
  const result = callMethod(coroutine, 'send', [null]);
  return result === EXIT ? takeStopIteration() : result;
}

function throwAt(coroutine: Value, exception: PyBaseException): Result | undefined {
  if (coroutine instanceof PyGenerator) return throwInto(coroutine, [exception]);
  const result = callMethod(coroutine, 'throw', [exception]);
  return result === EXIT ? takeStopIteration() : result;
}

// ── After a step ─────────────────────────────────────────────────────────────────────────────────────────────────

function afterReturn(task: PyTask, value: Value): true | Exit {
  unregisterTask(task);
  if (!task.mustCancel) return setResult(task, value);
  // It was cancelled right before it returned.
  task.mustCancel = false;
  return cancelFuture(task, task.rare.cancelMessage) === EXIT ? EXIT : true;
}

/** The coroutine has raised what is in flight. Only what ends the program goes on to the loop. */
function afterRaise(task: PyTask): true | Exit {
  const { exception } = state;
  // Nothing in flight: the program is being suspended.
  if (exception === null) return EXIT;
  state.exception = null;
  unregisterTask(task);
  const isCancelled = isCancelledError(exception);
  if (isCancelled === EXIT) return EXIT;
  if (isCancelled) {
    task.own.cancelledError = exception;
    return cancelFuture(task, null) === EXIT ? EXIT : true;
  }
  if (setException(task, exception) === EXIT) return EXIT;
  const type = typeOf(exception);
  if (!type.isSubtypeOf(exceptionTypes['KeyboardInterrupt']) && !type.isSubtypeOf(exceptionTypes['SystemExit']))
    return true;
  state.exception = exception;
  return EXIT;
}

/** The coroutine waits for what it has yielded. */
function afterYield(task: PyTask, item: Value): true | Exit {
  if (item === null) return scheduleStep(task, null);
  if (item === task) return failSoon(task, 'Task cannot await on itself: ', task);
  if (item instanceof PyFuture && !typeOf(item).isHeapType) return awaitFuture(task, item);
  const blocking = findAttribute(item, '_asyncio_future_blocking');
  if (blocking === EXIT) return EXIT;
  if (blocking !== undefined && blocking !== null) return awaitForeign(task, item, blocking as Value);
  if (item instanceof PyGenerator && item.kind === 'generator')
    return failSoon(task, 'yield was used instead of yield from for generator in task ', task, ' with ', item);
  return failSoon(task, 'Task got bad yield: ', item);
}

/** The next step throws a RuntimeError; every second part of its text is an object to be shown. */
function failSoon(task: PyTask, ...parts: readonly Value[]): true | Exit {
  let message = '';
  for (let index = 0; index < parts.length; index++) {
    const text = index % 2 === 0 ? parts[index] : repr(parts[index]);
    if (text === EXIT) return EXIT;
    message += textOf(text as Value);
  }
  return scheduleStep(task, newException('RuntimeError', strFromText(message)));
}

const notAwaited = (task: PyTask, item: Value): true | Exit =>
  failSoon(task, 'yield was used instead of yield from in task ', task, ' with ', item);

const otherLoop = (task: PyTask, item: Value): true | Exit =>
  failSoon(task, 'Task ', task, ' got Future ', item, ' attached to a different loop');

function awaitFuture(task: PyTask, future: PyFuture): true | Exit {
  if (future.loop !== task.loop) return otherLoop(task, future);
  if (!future.isBlocking) return notAwaited(task, future);
  future.isBlocking = false;
  addAwaiting(future, task);
  if (addCallback(future, wakeupOf(task), task.context) === EXIT) return EXIT;
  task.waiter = future;
  return task.mustCancel ? cancelWaiter(task, future) : true;
}

/** A future of a Python class, or something else that says of itself that it is one: its own methods are called. */
function awaitForeign(task: PyTask, future: Value, blocking: Value): true | Exit {
  const loop = loopOf(future);
  if (loop === EXIT) return EXIT;
  if (loop !== task.loop) return otherLoop(task, future);
  const isBlocking = isTrue(blocking);
  if (isBlocking === EXIT) return EXIT;
  if (!isBlocking) return notAwaited(task, future);
  addAwaiting(future, task);
  if (setAttribute(future, '_asyncio_future_blocking', false) === EXIT) return EXIT;
  if (callMethod(future, 'add_done_callback', [wakeupOf(task), task.context], ['context']) === EXIT) return EXIT;
  task.waiter = future;
  return task.mustCancel ? cancelWaiter(task, future) : true;
}

/** The task was cancelled while it ran: what it waits for now is cancelled in its place. */
function cancelWaiter(task: PyTask, future: Value): true | Exit {
  const answer = callMethod(future, 'cancel', [task.rare.cancelMessage], ['msg']);
  const isCancelled = answer === EXIT ? EXIT : isTrue(answer as Value);
  if (isCancelled === EXIT) return EXIT;
  if (isCancelled) task.mustCancel = false;
  return true;
}

// ── Waking up ────────────────────────────────────────────────────────────────────────────────────────────────────

function wakeupOf(task: PyTask): Value {
  return new PyBuiltinFunction(WAKEUP, task, null);
}

/** A future that the task has waited for is done. */
function wakeup(task: PyTask, future: Value): Result {
  const exception = outcomeFor(task, future);
  return exception === EXIT ? EXIT : step(task, exception as PyBaseException | null);
}

/** What the future raises; null if it has a result, which the coroutine asks for itself. */
function outcomeFor(task: PyTask, future: Value): PyBaseException | null | Exit {
  discardAwaiting(future, task);
  if (future instanceof PyFuture && !typeOf(future).isHeapType) return exceptionOf(future);
  return callMethod(future, 'result', []) === EXIT ? takeException() : null;
}

// ── In place of the call ─────────────────────────────────────────────────────────────────────────────────────────

/** A step whose coroutine runs in a frame of the loop: when that is left, the step ends, and then the call that it stands for. */
class EndOfStep extends Continuation {
  private readonly task: PyTask;
  private readonly call: Continuation;

  constructor(task: PyTask, call: Continuation) {
    super();
    this.task = task;
    this.call = call;
  }

  resume(back: Frame, value: Value): Next {
    return this.end(back, afterReturn(this.task, value));
  }

  override yielded(back: Frame, value: Value): Next {
    return this.end(back, afterYield(this.task, value));
  }

  override fail(back: Frame): Next {
    return this.end(back, afterRaise(this.task));
  }

  end(back: Frame, outcome: true | Exit): Next {
    return leaveAfter(this.task, outcome) === EXIT ? this.call.fail(back) : this.call.resume(back, null);
  }
}

/** Begins a step in a frame on top of `back`. `undefined` where it has to be called. */
function pushStep(task: PyTask, back: Frame, call: Continuation): Next | undefined {
  const { coroutine } = task;
  if (!(coroutine instanceof PyCoroutine) || !canResume(coroutine, null) || task.mustCancel || task.isDone)
    return undefined;
  if (enterTask(task.loop!, task) === EXIT) return call.fail(back);
  task.waiter = null;
  return pushGenerator(coroutine, back, new EndOfStep(task, call));
}

continuedCalls.push = (callable, args, back, call) => {
  if (callable instanceof PyTaskStep) {
    if (callable.exception !== null || args.length > 0) return undefined;
    return pushStep(callable.task, back, call);
  }
  if (!(callable instanceof PyBuiltinFunction) || callable.definition !== WAKEUP || args.length !== 1) return undefined;
  const future = args[0];
  const isPlain = future instanceof PyFuture && future.state === 'FINISHED' && future.rare.exception === null;
  if (!isPlain || typeOf(future).isHeapType) return undefined;
  discardAwaiting(future, callable.self as PyTask);
  return pushStep(callable.self as PyTask, back, call);
};
