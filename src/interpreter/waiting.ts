/** Waiting until something outside the running code has happened: the one place where descriptors are waited for. */
import { Pending } from '../host/host.ts';
import { raise } from '../objspace/exception.ts';
import { EXIT, type Exit } from '../objspace/object.ts';
import { areAllPatient, safepoint } from './safepoint.ts';
import { services } from './services.ts';
import { canSuspend, endWait, suspendToWait, waitUnderWay } from './suspension.ts';

/** The longest sleep at a time, in seconds: hosts count in 32 bits of milliseconds. */
const LONGEST_SLEEP = 3600;
/** How often those who watch safepoints (timers, limits) get their turn. */
const WATCHED_SLEEP = 0.01;
/** How often children are looked at. */
export const CHILD_SLEEP = 0.001;

/** Documented in docs/embedding.md. */
export const CANNOT_WAIT =
  'the program would have to wait, which it cannot here: run it with runAsync, and wait outside of callbacks of built-in functions';

/** How long it may take until somebody looks again: only what happens by itself, outside of the interpreter, has to be looked for. */
function reasonableSleep(): number {
  const { host, limits } = services();
  if (host.sockets.hasChildren) return CHILD_SLEEP;
  return Math.min(limits.secondsLeft, areAllPatient() ? Number.POSITIVE_INFINITY : WATCHED_SLEEP);
}

function now(): number {
  return Number(services().host.clock.monotonicNs()) / 1e9;
}

/** What `waitUntil` answers where the program can be suspended: this call is done again. */
function suspendUntil(seconds: number | undefined, interval: number): boolean | Exit {
  const end = waitUnderWay()?.end ?? (seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds);
  if (now() < end) return suspendToWait(end, Math.min(interval, reasonableSleep()));
  endWait();
  return false;
}

/**
 * What a host answered that cannot do the operation yet: suspends the program until it is worth another try, or raises where nothing can
 * wait.
 */
export function waitForHost(pending: Pending): Exit {
  if (canSuspend()) return suspendToWait(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, pending.promise);
  return raise('RuntimeError', CANNOT_WAIT);
}

/**
 * Waits until `isReady`, at most `seconds` (`undefined`: without end); answers whether it came about. Signals are handled meanwhile, and
 * what their handlers and child processes do is what can make something ready: nothing else runs while this thread waits. Looks again
 * after every `interval`, and more often where there is a reason.
 */
export function waitUntil(
  isReady: () => boolean,
  seconds: number | undefined,
  interval = Number.POSITIVE_INFINITY,
): boolean | Exit {
  if (isReady()) {
    endWait();
    return true;
  }
  if (seconds !== undefined && seconds <= 0) return false;
  if (services().host.clock.isVirtual !== true && canSuspend()) return suspendUntil(seconds, interval);
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds;
  for (let left = seconds ?? LONGEST_SLEEP; left > 0; left = end - now()) {
    // Asked first: it may be what makes something ready, and then there may be no reason to look again soon.
    const reasonable = reasonableSleep();
    if (isReady()) return true;
    const waiting = services().host.clock.sleep(Math.min(left, interval, reasonable, LONGEST_SLEEP));
    if (waiting instanceof Pending) return raise('RuntimeError', CANNOT_WAIT);
    if (safepoint() === EXIT) return EXIT;
    if (isReady()) return true;
  }
  return false;
}
