/** `_signal`: handlers of signals. `signal.py` puts enumerations around the numbers. */
import { intArgument } from '../../objspace/types/bytes/allocate.ts';
import { audit } from '../../objspace/audit.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { checkSignals, signalHandler } from '../../interpreter/safepoint.ts';
import { services } from '../../interpreter/services.ts';
import { Pending } from '../../host/host.ts';
import {
  exceptionTypes,
  error,
  raise,
  raiseObject,
  raiseValueError,
  type PyBaseException,
} from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { builtinType, dedent } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call, itemsOf, toInt } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { PySet } from '../../objspace/types/set/set.ts';
import { structSequence } from '../../objspace/types/struct-sequence.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { Handlers, SIG_DFL, SIG_IGN, signalNumber } from './handlers.ts';
import { describeSignal, isCatchable, SIGNAL_COUNT, SIGNALS } from './signals.ts';
import { Timers } from './timers.ts';
import { perInterpreter } from '../../objspace/per-interpreter.ts';
import { spanArgument } from '../../objspace/gateway/time-arguments.ts';

const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;

const sigInfo = structSequence(
  'signal.struct_siginfo',
  'struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n(si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.',
  [
    ['si_signo', 'signal number'],
    ['si_code', 'signal code'],
    ['si_errno', 'errno associated with this signal'],
    ['si_pid', 'sending process ID'],
    ['si_uid', 'real user ID of sending process'],
    ['si_status', 'exit value or signal'],
    ['si_band', 'band event for SIGPOLL'],
  ],
);

/** What one interpreter's module works on. */
interface State {
  readonly handlers: Handlers;
  readonly timers: Timers;
  readonly itimerError: PyType;
  wakeupFd: number;
}

const pair = ([first, second]: readonly [number, number]): Value =>
  new PyTuple([new PyFloat(first), new PyFloat(second)]);

// ── Handlers ─────────────────────────────────────────────────────────────────────────────────────────────────────

function defineHandling(module: ModuleBuilder, { handlers }: State): void {
  module.function(
    'signal(signalnum, handler, /)',
    'Set the action for the given signal.\n\nThe action can be SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for possible return\nvalues.\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments: the first is\nthe signal number, the second is the interrupted stack frame.',
    (signalnum, handler) => {
      const number = signalNumber(signalnum);
      return number === EXIT ? EXIT : handlers.set(number as number, handler);
    },
  );
  module.function(
    'getsignal(signalnum, /)',
    'Return the current action for the given signal.\n\nThe return value can be:\n  SIG_IGN -- if the signal is being ignored\n  SIG_DFL -- if the default action for the signal is in effect\n  None    -- if an unknown handler is in effect\n  anything else -- the callable Python object used as a handler',
    (signalnum) => {
      const number = signalNumber(signalnum);
      return number === EXIT ? EXIT : handlers.get(number as number);
    },
  );
  module.function('raise_signal(signalnum, /)', 'Send a signal to the executing process.', (signalnum) =>
    sendSelf(handlers, signalnum),
  );
  module.function('pthread_kill(thread_id, signalnum, /)', 'Send a signal to a thread.', (thread, signalnum) => {
    audit('signal.pthread_kill', thread, signalnum);
    return sendSelf(handlers, signalnum);
  });
  module.function(
    'pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)',
    'Send a signal to a process referred to by a pid file descriptor.',
    () => raiseErrno('ENOSYS'),
  );
  module.function(
    'strsignal(signalnum, /)',
    'Return the system description of the given signal.\n\nReturns the description of signal *signalnum*, such as "Interrupt"\nfor :const:`SIGINT`. Returns :const:`None` if *signalnum* has no\ndescription. Raises :exc:`ValueError` if *signalnum* is invalid.',
    (signalnum) => {
      const number = signalNumber(signalnum);
      return number === EXIT ? EXIT : describeSignal(number as number);
    },
  );
  module.function(
    'siginterrupt(signalnum, flag, /)',
    'Change system call restart behaviour.\n\nIf flag is False, system calls will be restarted when interrupted by\nsignal sig, else system calls will be interrupted.',
    (signalnum): Result => {
      const number = signalNumber(signalnum);
      if (number === EXIT) return EXIT;
      return isCatchable(number as number) ? null : raiseErrno('EINVAL');
    },
  );
  module.function(
    'valid_signals()',
    'Return a set of valid signal numbers on this platform.\n\nThe signal numbers returned by this function can be safely passed to\nfunctions like `pthread_sigmask`.',
    () => setOf(validSignals()),
  );
}

function sendSelf(handlers: Handlers, signalnum: Value): Result {
  const number = intArgument(signalnum);
  if (number === EXIT) return EXIT;
  if ((number as number) < 0 || (number as number) >= SIGNAL_COUNT) return raiseErrno('EINVAL');
  if (number === 0) return null;
  return handlers.deliver(number as number) === EXIT ? EXIT : null;
}

function validSignals(): number[] {
  const numbers: number[] = [];
  for (let number = 1; number < SIGNAL_COUNT; number++) if (number !== 32 && number !== 33) numbers.push(number);
  return numbers;
}

function setOf(numbers: Iterable<number>): Result {
  const set = new PySet();
  for (const number of numbers) if (set.add(number) === EXIT) return EXIT;
  return set;
}

// ── Masks and waiting ────────────────────────────────────────────────────────────────────────────────────────────

/** The signals of an iterable of numbers. */
function signalSet(iterable: Value): number[] | Exit {
  const items = itemsOf(iterable);
  if (items === EXIT) return EXIT;
  const numbers: number[] = [];
  for (const item of items as Value[]) {
    const int = toInt(item);
    if (int === EXIT) return EXIT;
    if ((int as number | bigint) < 1 || (int as number | bigint) >= SIGNAL_COUNT) {
      return raiseValueError(`signal number ${String(int)} out of range [1; ${SIGNAL_COUNT - 1}]`);
    }
    numbers.push(int as number);
  }
  return numbers;
}

function changeMask(handlers: Handlers, how: Value, mask: Value): Result {
  const operation = toInt(how);
  if (operation === EXIT) return EXIT;
  const numbers = signalSet(mask);
  if (numbers === EXIT) return EXIT;
  const { blocked } = handlers;
  const before = [...blocked].sort((a, b) => a - b);
  if (operation !== SIG_BLOCK && operation !== SIG_UNBLOCK && operation !== SIG_SETMASK) return raiseErrno('EINVAL');
  if (operation === SIG_SETMASK) blocked.clear();
  for (const number of numbers as number[]) {
    if (operation === SIG_UNBLOCK) blocked.delete(number);
    else if (isCatchable(number)) blocked.add(number);
  }
  return handlers.release() === EXIT ? EXIT : setOf(before);
}

/** Lets time pass until a signal is there; EXIT if its handler raised or the host cannot wait. */
function waitForSignal(seconds: number): true | Exit {
  const waited = services().host.clock.sleep(seconds);
  if (waited instanceof Pending) return raise('RuntimeError', 'this host cannot wait for signals');
  return checkSignals();
}

/** Waits for one of the signals to be pending; `undefined` after the time is over. */
function waitForPending(handlers: Handlers, sigset: Value, seconds: number): number | undefined | Exit {
  const numbers = signalSet(sigset);
  if (numbers === EXIT) return EXIT;
  const { clock } = services().host;
  const deadline = clock.monotonicNs() + BigInt(Math.round(Math.min(seconds, 1e9) * 1e9));
  for (;;) {
    const found = (numbers as number[]).find((number) => handlers.pending.has(number));
    if (found !== undefined) {
      handlers.pending.delete(found);
      return found;
    }
    const left = Number(deadline - clock.monotonicNs()) / 1e9;
    if (left <= 0) return undefined;
    if (waitForSignal(Math.min(left, 0.05)) === EXIT) return EXIT;
  }
}

const informationOf = (number: number): Value =>
  sigInfo.make([number, 0, 0, services().host.system.pid, services().host.system.uid, 0, 0]);

function defineMasks(module: ModuleBuilder, { handlers }: State): void {
  module.function(
    'pthread_sigmask(how, mask, /)',
    'Fetch and/or change the signal mask of the calling thread.',
    (how, mask) => changeMask(handlers, how, mask),
  );
  module.function(
    'sigpending()',
    'Examine pending signals.\n\nReturns a set of signal numbers that are pending for delivery to\nthe calling thread.',
    () => setOf(handlers.pending),
  );
  module.function(
    'sigwait(sigset, /)',
    'Wait for a signal.\n\nSuspend execution of the calling thread until the delivery of one of the\nsignals specified in the signal set sigset.  The function accepts the\nsignal and returns the signal number.',
    (sigset) => waitForPending(handlers, sigset, Number.POSITIVE_INFINITY) as Result,
  );
  module.function(
    'sigwaitinfo(sigset, /)',
    'Wait synchronously until one of the signals in *sigset* is delivered.\n\nReturns a struct_siginfo containing information about the signal.',
    (sigset) => {
      const number = waitForPending(handlers, sigset, Number.POSITIVE_INFINITY);
      return number === EXIT ? EXIT : informationOf(number as number);
    },
  );
  module.function(
    'sigtimedwait(sigset, timeout, /)',
    'Like sigwaitinfo(), but with a timeout.\n\nThe timeout is specified in seconds, with floating-point numbers allowed.',
    (sigset, timeout) => {
      const seconds = spanArgument(timeout);
      if (seconds < 0) return raiseValueError('timeout must be non-negative');
      const number = waitForPending(handlers, sigset, seconds);
      if (number === EXIT) return EXIT;
      return number === undefined ? null : informationOf(number as number);
    },
  );
  module.function('pause()', 'Wait until a signal arrives.', () => (waitForSignal(1e9) === EXIT ? EXIT : null));
}

// ── Timers ───────────────────────────────────────────────────────────────────────────────────────────────────────

function raiseITimer(type: PyType): Exit {
  const exception = call(type, [22, 'Invalid argument']);
  return exception === EXIT ? EXIT : raiseObject(exception as PyBaseException);
}

function timerIndex(which: Value, type: PyType): number | Exit {
  const index = intArgument(which);
  if (index === EXIT) return EXIT;
  return index === 0 || index === 1 || index === 2 ? (index as number) : raiseITimer(type);
}

function setTimer({ timers, itimerError }: State, which: Value, seconds: Value, interval: Value): Result {
  const delay = spanArgument(seconds);
  const every = spanArgument(interval);
  const index = timerIndex(which, itimerError);
  if (index === EXIT) return EXIT;
  if (delay < 0 || every < 0) return raiseITimer(itimerError);
  const before = timers.get(index as number);
  timers.set(index as number, delay, every);
  return pair(before);
}

function defineTimers(module: ModuleBuilder, own: State): void {
  const { timers, itimerError } = own;
  module.function(
    'alarm(seconds, /)',
    'Arrange for SIGALRM to arrive after the given number of seconds.',
    (seconds) => {
      const delay = intArgument(seconds);
      if (delay === EXIT) return EXIT;
      const [left] = timers.get(0);
      timers.set(0, Number(delay), 0);
      return Math.ceil(left);
    },
  );
  module.function(
    'setitimer(which, seconds, interval=0.0, /)',
    'Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval\nseconds.  The itimer can be cleared by setting seconds to zero.\n\nReturns old values as a tuple: (delay, interval).',
    (which, seconds, interval) => setTimer(own, which, seconds, interval),
  );
  module.function('getitimer(which, /)', 'Returns current value of given itimer.', (which) => {
    const index = timerIndex(which, itimerError);
    return index === EXIT ? EXIT : pair(timers.get(index as number));
  });
}

// ── The module ───────────────────────────────────────────────────────────────────────────────────────────────────

function setWakeupFd(own: State, fd: Value): Result {
  const number = toInt(fd);
  if (number === EXIT) return EXIT;
  const before = own.wakeupFd;
  own.wakeupFd = Number(number);
  return before;
}

const DOC = `
  This module provides mechanisms to use signal handlers in Python.

  Functions:

  alarm() -- cause SIGALRM after a specified time [Unix only]
  setitimer() -- cause a signal (described below) after a specified
                 float time and the timer may restart then [Unix only]
  getitimer() -- get current value of timer [Unix only]
  signal() -- set the action for a given signal
  getsignal() -- get the signal action for a given signal
  pause() -- wait until a signal arrives [Unix only]
  default_int_handler() -- default SIGINT handler

  signal constants:
  SIG_DFL -- used to refer to the system default handler
  SIG_IGN -- used to ignore the signal
  NSIG -- number of defined signals
  SIGINT, SIGTERM, etc. -- signal numbers

  itimer constants:
  ITIMER_REAL -- decrements in real time, and delivers SIGALRM upon
                 expiration
  ITIMER_VIRTUAL -- decrements only when the process is executing,
                 and delivers SIGVTALRM upon expiration
  ITIMER_PROF -- decrements both when the process is executing and
                 when the system is executing on behalf of the process.
                 Coupled with ITIMER_VIRTUAL, this timer is usually
                 used to profile the time spent by the application
                 in user and kernel space. SIGPROF is delivered upon
                 expiration.


  *** IMPORTANT NOTICE ***
  A signal handler function is called with two arguments:
  the first is the signal number, the second is the interrupted stack frame.
`;

/** The handlers of the current interpreter, once it has imported the module. */
const deliveries = perInterpreter((): { handlers: Handlers | null } => ({ handlers: null }));

signalHandler.run = (signal) => {
  const { handlers } = deliveries();
  return handlers === null ? raise('KeyboardInterrupt') : handlers.deliver(signal);
};

signalHandler.isPlain = (signal) => deliveries().handlers?.isPlain(signal) ?? true;

export const _signal = builtinModule('_signal', dedent(DOC), (module) => {
  module.function(
    'default_int_handler(signalnum, frame, /)',
    'The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.',
    () => {
      throw error('KeyboardInterrupt');
    },
  );
  const itimerError = builtinType('ItimerError', {
    base: exceptionTypes['OSError'],
    module: 'signal',
  });
  const handlers = new Handlers(module.contents.get('default_int_handler')!);
  const own: State = { handlers, timers: new Timers((signal) => handlers.deliver(signal)), itimerError, wakeupFd: -1 };
  deliveries().handlers = handlers;
  defineHandling(module, own);
  defineMasks(module, own);
  defineTimers(module, own);
  module.function(
    'set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)',
    'Sets the fd to be written to (with the signal number) when a signal comes in.\n\nA library can use this to wakeup select or poll.\nThe previous fd or -1 is returned.\n\nThe fd must be non-blocking.',
    (fd) => setWakeupFd(own, fd),
  );
  module.constant('NSIG', SIGNAL_COUNT);
  module.constant('SIG_BLOCK', SIG_BLOCK);
  module.constant('SIG_UNBLOCK', SIG_UNBLOCK);
  module.constant('SIG_SETMASK', SIG_SETMASK);
  for (const [name, number] of SIGNALS) module.constant(name, number);
  module.constant('ITIMER_REAL', 0);
  module.constant('ITIMER_VIRTUAL', 1);
  module.constant('ITIMER_PROF', 2);
  module.constant('SIG_DFL', SIG_DFL);
  module.constant('SIG_IGN', SIG_IGN);
  module.types(itimerError);
  module.constant('struct_siginfo', sigInfo.type);
});
