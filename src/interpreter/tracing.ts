/**
 * Tracing and profiling (`sys.settrace`, `sys.setprofile`): the functions that are set, and how they are called. What they are
 * called for is in observing.ts.
 */
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { executionParts } from '../objspace/per-interpreter.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import type { Frame } from './frame.ts';
import { debugOf } from './frame-debug.ts';
import { instruments } from './instruments.ts';
import { updateObservers } from './observers.ts';

export const tracing = {
  trace: null as Value,
  profile: null as Value,
};

/** Who observes what runs, and whether an observer is running. Whoever switches calls updateObservers afterwards. */
executionParts.push({
  take: () => {
    const taken = { ...tracing, suspended: instruments.suspended };
    tracing.trace = null;
    tracing.profile = null;
    instruments.suspended = 0;
    return taken;
  },
  give: (taken) => {
    const { trace, profile, suspended } = taken as { trace: Value; profile: Value; suspended: number };
    tracing.trace = trace;
    tracing.profile = profile;
    instruments.suspended = suspended;
  },
});

export function setTrace(fn: Value): void {
  tracing.trace = fn;
  updateObservers();
}

export function setProfile(fn: Value): void {
  tracing.profile = fn;
  updateObservers();
}

/**
 * Calls an observer: what it does is not observed itself. An exception in flight stays, unless the observer raises another. While a
 * frame begins or goes on, it shows a line of its own.
 */
export function callObserver(fn: Value, args: Value[]): Result {
  const { exception, frame } = state;
  const pending = exception;
  state.exception = null;
  instruments.suspended++;
  const result = call(fn, args);
  instruments.suspended--;
  state.frame = frame;
  if (result !== EXIT) state.exception = pending;
  return result;
}

/** Tells the trace function of an event: the global one of a call, that of the frame of everything else. */
export function trace(frame: Frame, event: string, arg: Value): true | Exit {
  if (tracing.trace === null) return true;
  const debug = debugOf(frame);
  const fn = event === 'call' ? tracing.trace : debug.trace;
  if (fn === null) return true;
  debug.event = event;
  const result = callObserver(fn, [frame as unknown as Value, event, arg]);
  debug.event = '';
  if (result === EXIT) {
    debug.trace = null;
    setTrace(null);
    return EXIT;
  }
  if (result !== null) debug.trace = result as Value;
  return true;
}

export function profile(frame: Frame, event: string, arg: Value): true | Exit {
  if (tracing.profile === null) return true;
  const result = callObserver(tracing.profile, [frame as unknown as Value, event, arg]);
  if (result !== EXIT) return true;
  setProfile(null);
  return EXIT;
}

/** `sys.call_tracing`: observes what an observer runs. */
export function callTracing(fn: Value, args: Value[]): Result {
  const { suspended } = instruments;
  instruments.suspended = 0;
  const result = call(fn, args);
  instruments.suspended = suspended;
  return result;
}
