/** The type `Task`, and what an event loop calls for a step of a task. */
import { PyCoroutine } from '../../interpreter/generator.ts';
import { caught, raise, raiseTypeError, takeException } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, repr, str } from '../../objspace/operations.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { state } from '../../objspace/state.ts';
import type { PyType } from '../../objspace/type.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { callImported } from '../../objspace/types/imported.ts';
import { objectType } from '../../objspace/types/object.ts';
import { textOf } from '../../objspace/types/str/text.ts';
import { currentContext, enter, leave, PyContext } from '../_contextvars/context.ts';
import { attribute, defineFutureMethods, finalizeFuture, futureType, initWithLoop, report } from './future-type.ts';
import { makeCancelledError } from './future.ts';
import { callMethod, registerEager, registerTask, swapTask, unregisterEager } from './registry.ts';
import { PyTaskStep, scheduleStep, step, stepEntered } from './task.ts';
import { PyTask } from './task-object.ts';

// ── Making tasks ─────────────────────────────────────────────────────────────────────────────────────────────────

/** How many tasks have no name of their own. */
const unnamed = perInterpreter(() => ({ count: 0 }));

function isCoroutine(value: Value): boolean | Exit {
  if (value instanceof PyCoroutine) return true;
  const answer = callImported('asyncio.coroutines', 'iscoroutine', [value]);
  return answer === EXIT ? EXIT : isTrue(answer as Value);
}

function initTask(
  self: PyTask,
  coroutine: Value,
  loop: Value,
  name: Value,
  context: Value,
  startsEagerly: boolean,
): true | Exit {
  if (initWithLoop(self, loop) === EXIT) return EXIT;
  const isRight = isCoroutine(coroutine);
  if (isRight === EXIT) return EXIT;
  if (!isRight) return notACoroutine(self, coroutine);
  const text = name === null ? ++unnamed().count : str(name);
  if (text === EXIT) return EXIT;
  self.name = text as Value;
  self.context = context === null ? currentContext().copy() : context;
  self.waiter = null;
  self.mustCancel = false;
  self.logsDestroyPending = true;
  self.coroutine = coroutine;
  if (startsEagerly) {
    const answer = callMethod(self.loop!, 'is_running', []);
    const isRunning = answer === EXIT ? EXIT : isTrue(answer as Value);
    if (isRunning === EXIT) return EXIT;
    if (isRunning) return startEagerly(self);
  }
  return scheduleStep(self, null) === EXIT ? EXIT : registerTask(self);
}

const initByNames = initSlot(
  'Task(self, coro, *, loop=None, name=None, context=None, eager_start: bool = False)',
  initTask,
);

/** As event loops make tasks, with the coroutine and the loop; all other arguments are bound to their parameters. */
function init(self: PyTask, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (keywords === null || keywords.length !== 1 || args.length !== 2 || keywords[0] !== 'loop')
    return initByNames!(self as never, args, keywords) as true | Exit;
  try {
    return initTask(self, args[0], args[1], null, null, false);
  } catch (thrown) {
    return caught(thrown);
  }
}

function notACoroutine(self: PyTask, value: Value): Exit {
  self.logsDestroyPending = false;
  const shown = repr(value);
  return shown === EXIT ? EXIT : raiseTypeError(`a coroutine was expected, got ${textOf(shown as Value)}`);
}

// ── Eager start ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The first step at once, within the call that makes the task. */
function startEagerly(self: PyTask): true | Exit {
  const before = swapTask(self.loop!, self);
  if (before === EXIT) return EXIT;
  registerEager(self);
  const outcome = stepInContext(self);
  unregisterEager(self);
  const exception = outcome === EXIT ? takeException() : null;
  const after = swapTask(self.loop!, before as Value);
  if (exception !== null) {
    if (after === EXIT) takeException();
    state.exception = exception;
  }
  if (self.isDone) self.coroutine = null;
  else if (registerTask(self) === EXIT) return EXIT;
  return after === EXIT || outcome === EXIT ? EXIT : true;
}

function stepInContext(self: PyTask): true | Exit {
  const { context } = self;
  if (!(context instanceof PyContext)) return raiseTypeError('a Context object was expected');
  if (enter(context) === EXIT) return EXIT;
  const outcome = stepEntered(self, null);
  leave(context);
  return outcome;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

function nameOf(self: PyTask): Result {
  if (typeof self.name === 'number') self.name = `Task-${self.name}`;
  return self.name;
}

function setName(self: PyTask, value: Value): Result {
  const text = str(value);
  if (text === EXIT) return EXIT;
  self.name = text as Value;
  return null;
}

/** Cancels what the task waits for, or else lets its next step raise. */
function cancel(self: PyTask, message: Value): Result {
  self.logsTraceback = false;
  if (self.isDone) return false;
  self.own.cancelRequests++;
  if (self.waiter !== null) {
    const answer = callMethod(self.waiter, 'cancel', [message], ['msg']);
    const isCancelled = answer === EXIT ? EXIT : isTrue(answer as Value);
    // The waiter stays: it may be a task that refuses to be cancelled.
    if (isCancelled !== false) return isCancelled;
  }
  self.mustCancel = true;
  self.own.cancelMessage = message;
  return true;
}

function uncancel(self: PyTask): Result {
  if (self.rare.cancelRequests > 0) {
    self.own.cancelRequests--;
    if (self.rare.cancelRequests === 0) self.mustCancel = false;
  }
  return self.rare.cancelRequests;
}

function defineCancelling(type: TypeBuilder<PyTask>): void {
  type.method(
    'cancel(self, /, msg=None)',
    "Request that this task cancel itself.\n\nThis arranges for a CancelledError to be thrown into the\nwrapped coroutine on the next cycle through the event loop.\nThe coroutine then has a chance to clean up or even deny\nthe request using try/except/finally.\n\nUnlike Future.cancel, this does not guarantee that the\ntask will be cancelled: the exception might be caught and\nacted upon, delaying cancellation of the task or preventing\ncancellation completely.  The task may also return a value or\nraise a different exception.\n\nImmediately after this method is called, Task.cancelled() will\nnot return True (unless the task was already cancelled).  A\ntask will be marked as cancelled when the wrapped coroutine\nterminates with a CancelledError exception (even if cancel()\nwas not called).\n\nThis also increases the task's count of cancellation requests.",
    cancel,
  );
  type.method(
    'cancelling(self, /)',
    "Return the count of the task's cancellation requests.\n\nThis count is incremented when .cancel() is called\nand may be decremented using .uncancel().",
    (self) => self.rare.cancelRequests,
  );
  type.method(
    'uncancel(self, /)',
    "Decrement the task's count of cancellation requests.\n\nThis should be used by tasks that catch CancelledError\nand wish to continue indefinitely until they are cancelled again.\n\nReturns the remaining number of cancellation requests.",
    uncancel,
  );
  type.method(
    '_make_cancelled_error(self, /)',
    'Create the CancelledError to raise if the Task is cancelled.\n\nThis should only be called once when handling a cancellation since\nit erases the context exception value.',
    makeCancelledError,
  );
}

function defineMethods(type: TypeBuilder<PyTask>): void {
  type.method('set_result(self, result, /)', null, () =>
    raise('RuntimeError', 'Task does not support set_result operation'),
  );
  type.method('set_exception(self, exception, /)', null, () =>
    raise('RuntimeError', 'Task does not support set_exception operation'),
  );
  type.method(
    'get_stack(self, /, *, limit=None)',
    "Return the list of stack frames for this task's coroutine.\n\nIf the coroutine is not done, this returns the stack where it is\nsuspended.  If the coroutine has completed successfully or was\ncancelled, this returns an empty list.  If the coroutine was\nterminated by an exception, this returns the list of traceback\nframes.\n\nThe frames are always ordered from oldest to newest.\n\nThe optional limit gives the maximum number of frames to\nreturn; by default all available frames are returned.  Its\nmeaning differs depending on whether a stack or a traceback is\nreturned: the newest frames of a stack are returned, but the\noldest frames of a traceback are returned.  (This matches the\nbehavior of the traceback module.)\n\nFor reasons beyond our control, only one stack frame is\nreturned for a suspended coroutine.",
    (self, limit) => callImported('asyncio.base_tasks', '_task_get_stack', [self, limit]),
  );
  type.method(
    'print_stack(self, /, *, limit=None, file=None)',
    "Print the stack or traceback for this task's coroutine.\n\nThis produces output similar to that of the traceback module,\nfor the frames retrieved by get_stack().  The limit argument\nis passed to get_stack().  The file argument is an I/O stream\nto which the output is written; by default output is written\nto sys.stderr.",
    (self, limit, file) => callImported('asyncio.base_tasks', '_task_print_stack', [self, limit, file]),
  );
  type.method('get_name(self, /)', null, nameOf);
  type.method('set_name(self, value, /)', null, setName);
  type.method('get_coro(self, /)', null, (self) => self.coroutine);
  type.method('get_context(self, /)', null, (self) => self.context);
  type.classMethod(
    '__class_getitem__(cls, object, /)',
    'Tasks are generic over the return type of their wrapped coroutines',
    newGenericAlias,
  );
}

function setLogsDestroyPending(self: PyTask, value: Value): true | Exit {
  const truth = isTrue(value);
  if (truth === EXIT) return EXIT;
  self.logsDestroyPending = truth as boolean;
  return true;
}

/** `__del__`: nothing can resume the task any more. */
function finalizeTask(self: PyTask): Result {
  if (!self.isDone && self.logsDestroyPending && self.loop !== undefined) {
    if (report(self, 'Task was destroyed but it is pending!', [['task', self]]) === EXIT) return EXIT;
  }
  return finalizeFuture(self);
}

export const taskType: PyType = builtinType<PyTask>('Task', {
  base: futureType,
  layout: PyTask,
  module: '_asyncio',
  signature: '(coro, *, loop=None, name=None, context=None, eager_start=False)',
  doc: 'A coroutine wrapped in a Future.',
  slots: {
    new: (cls: PyType) => (cls === taskType ? new PyTask() : adopt(new PyTask(), cls)),
    init,
    repr: (self: PyTask) => callImported('asyncio.base_tasks', '_task_repr', [self]),
    iter: futureType.slots.iter,
    await: futureType.slots.await,
    finalize: finalizeTask,
  },
  define(type) {
    defineFutureMethods(type as never);
    defineMethods(type);
    defineCancelling(type);
    attribute(type, '_log_destroy_pending', (self) => self.logsDestroyPending, setLogsDestroyPending);
    attribute(type, '_must_cancel', (self) => self.mustCancel);
    attribute(type, '_coro', (self) => self.coroutine);
    attribute(type, '_fut_waiter', (self) => self.waiter);
  },
});

export const taskStepType = builtinType<PyTaskStep>('TaskStepMethWrapper', {
  base: objectType,
  layout: PyTaskStep,
  module: '_asyncio',
  isBaseType: false,
  isCallable: false,
  slots: {
    call: (self: PyTaskStep, args: Value[], keywords: readonly string[] | null) => {
      if (keywords !== null && keywords.length > 0) return raiseTypeError('function takes no keyword arguments');
      if (args.length > 0) return raiseTypeError('function takes no positional arguments');
      return step(self.task, self.exception);
    },
  },
  define: (type) => type.getset('__self__', null, (self) => self.task),
});
