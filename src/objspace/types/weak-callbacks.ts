/**
 * Callbacks of weak references: who died is found out at safepoints.
 *
 * An engine keeps what a WeakRef was made for, or answered, until its event loop goes on, which a program may never let happen. So turns are
 * ended now and then, where the host can (`Host.endTurn`). All references with callbacks are looked at when an object that nobody refers to
 * has gone, for then the collector has been at work: the time that takes is in proportion to its.
 */
import { takeException } from '../exception.ts';
import { EXIT } from '../object.ts';
import { call } from '../operations.ts';
import { state } from '../state.ts';
import type { PyWeakReference } from './weak-reference.ts';

/** A turn ends when so many references were made in it, or so many milliseconds after the last one. */
const MADE = 1000;
const MILLISECONDS = 500;

let made = 0;
let lastEnd = 0;

/** Something that nobody refers to: null before the first reference is made. */
let canary: WeakRef<object> | null = null;

/** The references that have callbacks, of objects that were alive at the last look. */
let watched: WeakRef<PyWeakReference>[] = [];
/** Of those that have died since. */
const pending: WeakRef<PyWeakReference>[] = [];

/** A reference has been made. */
export function watchWeakly(entry: WeakRef<PyWeakReference>, hasCallback: boolean): void {
  canary ??= new WeakRef({});
  made++;
  if (hasCallback) watched.push(entry);
}

/** Ends the turn if that is due. To be called where programs can be interrupted. */
export function passTurn(endTurn: (() => void) | undefined): void {
  if (canary === null) return;
  const now = performance.now();
  if (made < MADE && now - lastEnd < MILLISECONDS) return;
  made = 0;
  lastEnd = now;
  lookForDead();
  endTurn?.();
}

function lookForDead(): void {
  if (canary!.deref() !== undefined) return;
  canary = new WeakRef({});
  watched = watched.filter(isToBeWatched);
}

function isToBeWatched(entry: WeakRef<PyWeakReference>): boolean {
  const reference = entry.deref();
  if (reference === undefined) return false;
  if (reference.target.deref() !== undefined) return true;
  pending.push(entry);
  return false;
}

/** Whether callbacks of the running interpreter wait to be called. */
export function hasPendingCallbacks(): boolean {
  return pending.length > 0 && pending.some((entry) => entry.deref()?.interpreter === state.interpreter);
}

/** Calls the callbacks of objects that have died; errors in them are reported, not raised. */
export function runPendingCallbacks(): void {
  if (pending.length === 0) return;
  for (const entry of pending.splice(0)) {
    const reference = entry.deref();
    if (reference === undefined || reference.callback === null) continue;
    if (reference.interpreter !== state.interpreter) {
      pending.push(entry);
      continue;
    }
    const { callback } = reference;
    reference.callback = null;
    if (call(callback, [reference]) === EXIT) state.interpreter.unraisable(takeException(), callback);
  }
}
