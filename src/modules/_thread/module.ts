/** `_thread`: locks and what there is of threads. There is one thread: starting another is refused as by a system that has no more. */
import { services } from '../../interpreter/services.ts';
import { audit } from '../../objspace/audit.ts';
import { isTrue } from '../../objspace/operations.ts';
import { signalHandler } from '../../interpreter/safepoint.ts';
import { exceptionTypes, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { PyThreadHandle, threadHandleType } from './handle.ts';
import { localType } from './local.ts';
import { lockType, MAIN_THREAD, MAX_TIMEOUT, newLock, recursiveLockType } from './lock.ts';
import { reportThreadException } from './report.ts';

const MAX_NAME = 15;
const MIN_STACK = 53248;
const SIGNALS = 65;

const cannotStart = (): Exit => raise('RuntimeError', "can't start new thread");

function startThread(callee: Value, args: Value, keywords: Value | undefined): Result {
  if (typeOf(callee).slots.call === undefined) return raiseTypeError('first arg must be callable');
  if (!(args instanceof PyTuple)) return raiseTypeError('2nd arg must be a tuple');
  if (keywords !== undefined && !(keywords instanceof PyDict))
    return raiseTypeError('optional 3rd arg must be a dictionary');
  audit('_thread.start_new_thread', callee, args, keywords ?? null);
  return cannotStart();
}

function startJoinable(callee: Value, handle: Value, isDaemon: Value): Result {
  if (typeOf(callee).slots.call === undefined) return raiseTypeError('thread function must be callable');
  if (handle !== null && !(handle instanceof PyThreadHandle)) return raiseTypeError("'handle' must be a _ThreadHandle");
  audit('_thread.start_joinable_thread', callee, isTrue(isDaemon) === true ? 1 : 0, handle);
  return cannotStart();
}

function defineLocks(module: ModuleBuilder): void {
  module.constant('LockType', lockType);
  module.constant('lock', lockType);
  module.constant('RLock', recursiveLockType);
  module.function(
    'allocate_lock()',
    'Create a new lock object. See help(type(threading.Lock())) for\ninformation about locks.',
    newLock,
  );
  module.function('allocate()', 'An obsolete synonym of allocate_lock().', newLock);
  module.constant('TIMEOUT_MAX', new PyFloat(MAX_TIMEOUT) as Value);
}

function defineThreads(module: ModuleBuilder): void {
  module.constant('_ThreadHandle', threadHandleType);
  module.constant('_local', localType);
  const startDoc =
    'Start a new thread and return its identifier.\n\nThe thread will call the function with positional arguments from the\ntuple args and keyword arguments taken from the optional dictionary\nkwargs.  The thread exits when the function returns; the return value\nis ignored.  The thread will also exit when the function raises an\nunhandled exception; a stack trace will be printed unless the exception\nis SystemExit.';
  module.function('start_new_thread(function, args, kwargs=<absent {}>, /)', startDoc, startThread);
  module.function(
    'start_new(function, args, kwargs=<absent {}>, /)',
    'An obsolete synonym of start_new_thread().',
    startThread,
  );
  module.function(
    'start_joinable_thread(function, handle=None, daemon=True)',
    '*For internal use only*: start a new thread.',
    startJoinable,
  );
  module.function(
    '_make_thread_handle(ident: index, /)',
    'Internal only. Make a thread handle for threads not spawned\nby the _thread or threading module.',
    (ident) => new PyThreadHandle(ident, 'running'),
  );
  module.function(
    'get_ident()',
    'Return a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.',
    () => MAIN_THREAD,
  );
  module.function(
    '_get_main_thread_ident()',
    'Internal only. Return a non-zero integer that uniquely identifies the main thread\nof the main interpreter.',
    () => MAIN_THREAD,
  );
  module.function(
    'get_native_id()',
    'Return a non-negative integer identifying the thread as reported\nby the OS (kernel).',
    () => services().host.system.pid,
  );
  module.function(
    '_count()',
    'Return the number of currently running Python threads, excluding\nthe main thread.',
    () => 0,
  );
  module.function(
    'daemon_threads_allowed()',
    'Return True if daemon threads are allowed in the current interpreter,\nand False otherwise.',
    () => true,
  );
  module.function(
    '_is_main_interpreter()',
    'Return True if the current interpreter is the main Python interpreter.',
    () => true,
  );
  module.function(
    '_shutdown()',
    'Wait for all non-daemon threads (other than the calling thread) to stop.',
    () => null,
  );
}

/** Name and stack size are remembered, and mean nothing. */
function defineSettings(module: ModuleBuilder): void {
  let name = 'python3.14';
  let stackSize = 0;
  module.constant('_NAME_MAXLEN', MAX_NAME);
  module.function('_get_name()', 'Get the name of the current thread.', () => name);
  module.function('set_name(name: text)', 'Set the name of the current thread.', (given) => {
    name = given.slice(0, MAX_NAME);
    return null;
  });
  module.function(
    'stack_size(size: index = 0, /)',
    'Return the thread stack size used when creating new threads.',
    (size) => {
      if (size < 0 || (size > 0 && size < MIN_STACK))
        return raiseValueError(`size must be at least ${MIN_STACK} bytes`);
      const before = stackSize;
      stackSize = size;
      return before;
    },
  );
}

const hookArguments = structSequence(
  '_thread._ExceptHookArgs',
  'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
  [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['thread', 'Thread'],
  ],
);

export const _thread = builtinModule(
  '_thread',
  "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  (module) => {
    module.constant('error', exceptionTypes['RuntimeError']);
    defineLocks(module);
    defineThreads(module);
    defineSettings(module);
    module.function(
      'exit()',
      "This is synonymous to ``raise SystemExit''.  It will cause the current\nthread to exit silently unless the exception is caught.",
      () => raise('SystemExit'),
    );
    module.function('exit_thread()', 'An obsolete synonym of exit().', () => raise('SystemExit'));
    module.function(
      'interrupt_main(signum: parsedint = signal.SIGINT, /)',
      'Simulate the arrival of the given signal in the main thread,\nwhere the corresponding signal handler will be executed.\nIf *signum* is omitted, SIGINT is assumed.\nA subthread can use this function to interrupt the main thread.',
      (signum) => {
        if (signum < 1 || signum >= SIGNALS) return raiseValueError('signal number out of range');
        return signalHandler.run(signum) === EXIT ? EXIT : null;
      },
    );
    module.constant('_ExceptHookArgs', hookArguments.type);
    module.function('_excepthook(args, /)', 'Handle uncaught Thread.run() exception.', (args) => {
      if (typeOf(args) !== hookArguments.type)
        return raiseTypeError('_thread.excepthook argument type must be ExceptHookArgs');
      return reportThreadException(args);
    });
  },
);
