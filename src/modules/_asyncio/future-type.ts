/** The type `Future`, and the iterator that `await` gets from it. */
import { ResultIterator, tameAwaits } from '../../interpreter/awaiting.ts';
import { exceptionToThrow, type Thrown, warnOfOldForm } from '../../interpreter/thrown.ts';
import { returned } from '../../interpreter/generator.ts';
import { isExceptionClass } from '../../interpreter/raising.ts';
import { PyTraceback } from '../../interpreter/traceback.ts';
import {
  newException,
  PyBaseException,
  raise,
  raiseObject,
  raiseTypeError,
  raiseValueError,
} from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { isTrue } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { newGenericAlias } from '../../objspace/types/generic-alias.ts';
import { callImported } from '../../objspace/types/imported.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyFrozenSet } from '../../objspace/types/set/storage.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { currentContext } from '../_contextvars/context.ts';
import {
  addCallback,
  doneCallbacksOf,
  attributesOf,
  awaitersOf,
  cancelFuture,
  initFuture,
  invalidState,
  makeCancelledError,
  notInitialized,
  PyFuture,
  removeCallback,
  resultOf,
  setException,
  setResult,
} from './future.ts';
import { callMethod, eventLoop } from './registry.ts';

/** `__init__` of futures and tasks: the given loop, or the current one. */
export function initWithLoop(self: PyFuture, given: Value): true | Exit {
  const loop = given === null ? eventLoop() : given;
  return loop === EXIT ? EXIT : initFuture(self, loop as Value);
}

// ── await ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Yields the future once if it is not done; then its result is the result of the `await`. */
class PyFutureIterator extends ResultIterator {
  /** Null once closed. */
  future: PyFuture | null;

  constructor(future: PyFuture) {
    super();
    this.future = future;
  }

  advance(): Result | undefined {
    const { future } = this;
    if (future === null) return undefined;
    if (future.isDone) {
      const result = resultOf(future);
      if (result === EXIT) return EXIT;
      returned.value = result as Value;
      return undefined;
    }
    if (future.isBlocking) return raise('RuntimeError', "await wasn't used with future");
    future.isBlocking = true;
    return future;
  }
}

/** For who does not ask for the result otherwise: StopIteration has it. */
function nextOrStop(self: PyFutureIterator): Result {
  const item = self.advance();
  if (item !== undefined) return item;
  if (self.future === null) return raise('StopIteration');
  const stop = newException('StopIteration', returned.value);
  stop.fields = new Map([['value', returned.value]]);
  return raiseObject(stop);
}

function throwInto(self: PyFutureIterator, thrown: Thrown): Result {
  if (warnOfOldForm('throw', thrown) === EXIT) return EXIT;
  const [kind] = thrown;
  if (thrown.length > 2 && thrown[2] !== null && !(thrown[2] instanceof PyTraceback))
    return raiseTypeError('throw() third argument must be a traceback');
  if (!(kind instanceof PyBaseException) && !isExceptionClass(kind))
    return raiseTypeError('exceptions must be classes deriving BaseException or instances of such a class');
  const exception = exceptionToThrow(thrown);
  if (exception === EXIT) return EXIT;
  self.future = null;
  return raiseObject(exception as PyBaseException);
}

/** The arguments that were given. */
function given(...args: (Value | undefined)[]): Thrown {
  return args.filter((argument): argument is Value => argument !== undefined);
}

export const futureIteratorType = builtinType<PyFutureIterator>('FutureIter', {
  base: objectType,
  layout: PyFutureIterator,
  module: '_asyncio',
  isBaseType: false,
  slots: { iter: (self: PyFutureIterator) => self, next: nextOrStop },
  define(type) {
    type.method('send(self, object, /)', null, nextOrStop);
    type.method('@@throw(self, type, val=<absent>, tb=<absent>, /)', null, (self, kind, value, traceback) =>
      throwInto(self, given(kind, value, traceback)),
    );
    type.method('close(self, /)', null, (self) => {
      self.future = null;
      return null;
    });
  },
});

function iterate(self: PyFuture): Result {
  return self.loop === undefined ? notInitialized() : new PyFutureIterator(self);
}

tameAwaits.add(iterate);

// ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Attributes of C: those that can be set cannot be deleted. */
export function attribute<Self>(
  type: TypeBuilder<Self>,
  name: string,
  getter: (self: Self) => Result,
  setter?: (self: Self, value: Value) => true | Exit,
): void {
  const owner = `${type.type.module}.${type.type.name}`;
  type.getset(name, null, getter, (self, value) => {
    if (setter === undefined)
      return raise('AttributeError', `attribute '${name}' of '${owner}' objects is not writable`);
    if (value === undefined)
      return raise('AttributeError', `attribute '${name}' of '${owner}' objects cannot be deleted`);
    return setter(self, value);
  });
}

/** A getter that asks for an initialised future. */
const known =
  (getter: (self: PyFuture) => Value) =>
  (self: PyFuture): Result =>
    self.loop === undefined ? notInitialized() : getter(self);

function callbacksOf(self: PyFuture): Value {
  const callbacks = doneCallbacksOf(self);
  if (callbacks.length === 0) return null;
  return PyList.of(callbacks.map((entry) => new PyTuple([entry.callable, entry.contextMade() ?? null]) as Value));
}

function setBlocking(self: PyFuture, value: Value): true | Exit {
  if (self.loop === undefined) return notInitialized();
  const isBlocking = isTrue(value);
  if (isBlocking === EXIT) return EXIT;
  self.isBlocking = isBlocking as boolean;
  return true;
}

function setLogsTraceback(self: PyFuture, value: Value): true | Exit {
  const truth = isTrue(value);
  if (truth === EXIT) return EXIT;
  if (truth) return raiseValueError('_log_traceback can only be set to False');
  self.logsTraceback = false;
  return true;
}

function defineAttributes(type: TypeBuilder<PyFuture>): void {
  attribute(
    type,
    '_state',
    known((self) => self.state),
  );
  attribute(type, '_asyncio_future_blocking', (self) => self.loop !== undefined && self.isBlocking, setBlocking);
  attribute(type, '_loop', (self) => self.loop ?? null);
  attribute(type, '_callbacks', known(callbacksOf));
  attribute(
    type,
    '_result',
    known((self) => self.result),
  );
  attribute(
    type,
    '_exception',
    known((self) => self.rare.exception),
  );
  attribute(
    type,
    '_log_traceback',
    known((self) => self.logsTraceback),
    setLogsTraceback,
  );
  attribute(type, '_source_traceback', (self) => self.rare.sourceTraceback);
  attribute(
    type,
    '_cancel_message',
    (self) => self.rare.cancelMessage,
    (self, value) => {
      self.own.cancelMessage = value;
      return true;
    },
  );
  attribute(type, '_asyncio_awaited_by', (self) => {
    const waiters = PyFrozenSet.of(awaitersOf(self));
    return waiters.size === 0 ? null : waiters;
  });
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

function exceptionMethod(self: PyFuture): Result {
  if (self.loop === undefined) return invalidState('Future object is not initialized.');
  if (self.state === 'CANCELLED') {
    const error = makeCancelledError(self);
    return error === EXIT ? EXIT : raiseObject(error as PyBaseException);
  }
  if (!self.isDone) return invalidState('Exception is not set.');
  self.logsTraceback = false;
  return self.rare.exception;
}

function addDoneCallback(self: PyFuture, callable: Value, context: Value | undefined): Result {
  if (self.loop === undefined) return raise('RuntimeError', 'uninitialized Future object');
  return addCallback(self, callable, context === undefined ? currentContext().snapshot() : context) === EXIT
    ? EXIT
    : null;
}

const done = (outcome: true | Exit): Result => (outcome === EXIT ? EXIT : null);

/** What futures and tasks have alike: each type has these methods for itself. */
export function defineFutureMethods(type: TypeBuilder<PyFuture>): void {
  type.method(
    'result(self, /)',
    "Return the result this future represents.\n\nIf the future has been cancelled, raises CancelledError.  If the\nfuture's result isn't yet available, raises InvalidStateError.  If\nthe future is done and has an exception set, this exception is\nraised.",
    resultOf,
  );
  type.method(
    'exception(self, /)',
    "Return the exception that was set on this future.\n\nThe exception (or None if no exception was set) is returned only if\nthe future is done.  If the future has been cancelled, raises\nCancelledError.  If the future isn't done yet, raises\nInvalidStateError.",
    exceptionMethod,
  );
  type.method(
    'add_done_callback(self, fn, /, *, context=<absent <unrepresentable>>)',
    'Add a callback to be run when the future becomes done.\n\nThe callback is called with a single argument - the future object.\nIf the future is already done when this is called, the callback is\nscheduled with call_soon.',
    addDoneCallback,
  );
  type.method(
    'remove_done_callback(self, fn, /)',
    'Remove all instances of a callback from the "call when done" list.\n\nReturns the number of callbacks removed.',
    (self, callable) => (self.loop === undefined ? notInitialized() : removeCallback(self, callable)),
  );
  type.method('cancelled(self, /)', 'Return True if the future was cancelled.', (self) => self.state === 'CANCELLED');
  type.method(
    'done(self, /)',
    'Return True if the future is done.\n\nDone means either that a result / exception are available, or that\nthe future was cancelled.',
    (self) => self.isDone,
  );
}

/** What tasks do in another way, or inherit. */
function defineOutcomes(type: TypeBuilder<PyFuture>): void {
  type.method(
    'get_loop(self, /)',
    'Return the event loop the Future is bound to.',
    (self) => self.loop ?? notInitialized(),
  );
  type.method(
    'set_result(self, result, /)',
    'Mark the future done and set its result.\n\nIf the future is already done when this method is called, raises\nInvalidStateError.',
    (self, result) => done(setResult(self, result)),
  );
  type.method(
    'set_exception(self, exception, /)',
    'Mark the future done and set an exception.\n\nIf the future is already done when this method is called, raises\nInvalidStateError.',
    (self, exception) => done(setException(self, exception)),
  );
  type.method(
    'cancel(self, /, msg=None)',
    "Cancel the future and schedule callbacks.\n\nIf the future is already done or cancelled, return False.\nOtherwise, change the future's state to cancelled, schedule the\ncallbacks and return True.",
    cancelFuture,
  );
  type.method(
    '_make_cancelled_error(self, /)',
    'Create the CancelledError to raise if the Future is cancelled.\n\nThis should only be called once when handling a cancellation since\nit erases the context exception value.',
    makeCancelledError,
  );
}

// ── Being forgotten ──────────────────────────────────────────────────────────────────────────────────────────────

/** Tells the loop's exception handler of a future; an error of that is nobody's to handle. */
export function report(self: PyFuture, message: string, entries: readonly (readonly [string, Value])[]): Result {
  const context = new PyDict();
  for (const [name, value] of entries) context.setStr(name, value);
  context.setStr('message', message);
  const { sourceTraceback } = self.rare;
  if (sourceTraceback !== null) context.setStr('source_traceback', sourceTraceback);
  return callMethod(self.loop ?? null, 'call_exception_handler', [context as Value]);
}

/** `__del__`: nobody has asked for the exception. */
export function finalizeFuture(self: PyFuture): Result {
  if (!self.logsTraceback) return null;
  self.logsTraceback = false;
  return report(self, `${typeOf(self).name} exception was never retrieved`, [
    ['exception', self.rare.exception],
    ['future', self],
  ]);
}

export const futureType: PyType = builtinType<PyFuture>('Future', {
  base: objectType,
  layout: PyFuture,
  module: '_asyncio',
  dictionary: attributesOf,
  signature: '(*, loop=None)',
  doc: `
    This class is *almost* compatible with concurrent.futures.Future.

        Differences:

        - result() and exception() do not take a timeout argument and
          raise an exception when the future isn't done yet.

        - Callbacks registered with add_done_callback() are always called
          via the event loop's call_soon_threadsafe().

        - This class is not compatible with the wait() and as_completed()
          methods in the concurrent.futures package.
  `,
  slots: {
    new: (cls: PyType) => (cls === futureType ? new PyFuture() : adopt(new PyFuture(), cls)),
    init: initSlot('Future(self, /, *, loop=None)', initWithLoop),
    repr: (self: PyFuture) =>
      self.loop === undefined ? notInitialized() : callImported('asyncio.base_futures', '_future_repr', [self]),
    iter: iterate,
    await: iterate,
    finalize: finalizeFuture,
  },
  define(type) {
    defineFutureMethods(type);
    defineOutcomes(type);
    defineAttributes(type);
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Futures are generic over the type of their results',
      newGenericAlias,
    );
  },
});
