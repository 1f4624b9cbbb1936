/** Waiting until something outside the running code has happened: the one place where descriptors are waited for. */
import { Pending } from '../host/host.ts';
import { raise } from '../objspace/exception.ts';
import { EXIT, type Exit } from '../objspace/object.ts';
import { safepoint, watchers } from './safepoint.ts';
import { services } from './services.ts';

/** The longest sleep at a time, in seconds: hosts count in 32 bits of milliseconds. */
const LONGEST_SLEEP = 3600;
/** How often those who watch safepoints (timers, limits) get their turn. */
const WATCHED_SLEEP = 0.01;
/** How often children are looked at. */
export const CHILD_SLEEP = 0.001;

function reasonableSleep(): number {
  const { host, limits } = services();
  if (host.sockets.hasChildren) return CHILD_SLEEP;
  return Math.min(limits.secondsLeft, watchers.length > 0 ? WATCHED_SLEEP : LONGEST_SLEEP);
}

function now(): number {
  return Number(services().host.clock.monotonicNs()) / 1e9;
}

/**
 * Waits until `isReady`, at most `seconds` (`undefined`: without end); answers whether it came about. Signals are handled meanwhile, and
 * what their handlers and child processes do is what can make something ready: nothing else runs while this thread waits. Looks again
 * after every `interval`, and more often where there is a reason.
 */
export function waitUntil(
  isReady: () => boolean,
  seconds: number | undefined,
  interval = LONGEST_SLEEP,
): boolean | Exit {
  if (isReady()) return true;
  if (seconds !== undefined && seconds <= 0) return false;
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds;
  for (let left = seconds ?? LONGEST_SLEEP; left > 0; left = end - now()) {
    // Asked first: it may be what makes something ready, and then there may be no reason to look again soon.
    const reasonable = reasonableSleep();
    if (isReady()) return true;
    const waiting = services().host.clock.sleep(Math.min(left, interval, reasonable));
    if (waiting instanceof Pending)
      return raise('RuntimeError', 'this host cannot wait: run the program asynchronously');
    if (safepoint() === EXIT) return EXIT;
    if (isReady()) return true;
  }
  return false;
}
