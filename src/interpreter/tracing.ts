/**
 * Tracing and profiling (`sys.settrace`, `sys.setprofile`): the functions that are set.
 *
 * The loop pays nothing for it: while a function is set, frames run through the traced form of the loop's entry and exit
 * (docs/frames.md).
 */
import type { Value } from '../objspace/object.ts';

export const tracing = {
  trace: null as Value,
  profile: null as Value,
};

export function setTrace(fn: Value): void {
  tracing.trace = fn;
}

export function setProfile(fn: Value): void {
  tracing.profile = fn;
}
