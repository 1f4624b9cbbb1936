/**
 * Safepoints: the slow side of the fuel counter. Function entries and loop back-edges count down; when the fuel is used up, everything
 * that may interrupt a program is looked at here: limits, signals, profilers, other threads.
 */
import { raise, takeException } from '../objspace/exception.ts';
import { EXIT, type Exit } from '../objspace/object.ts';
import { safepoints } from '../objspace/safepoint.ts';
import { state } from '../objspace/state.ts';
import { workHooks } from '../util/work.ts';
import { instruments } from './instruments.ts';
import { FUEL } from './limits.ts';
import { services } from './services.ts';

/** What wants to be asked at safepoints; returns EXIT to raise. */
export interface Watcher {
  (): true | Exit;
  /** Whether nothing is lost when it is asked late: nobody has to wake up for it. */
  isPatient?: boolean;
  /** Of the patient: does what runs no Python code; whether there is nothing else to do now. */
  passes?(): boolean;
}

export const watchers: Watcher[] = [];

/** Set by the `_signal` module: runs the Python handler of a signal. Without it, SIGINT raises KeyboardInterrupt. */
export const signalHandler = {
  run: (_signal: number): true | Exit => raise('KeyboardInterrupt'),
  /** Whether handling it runs no Python code. */
  isPlain: (_signal: number): boolean => true,
};

/** A signal that arrived where its handler could not run; 0 if there is none. */
let postponed = 0;

/** Runs the handler of a signal that has arrived. */
export function checkSignals(): true | Exit {
  const signal = postponed === 0 ? services().host.pendingSignal() : postponed;
  postponed = 0;
  return signal === 0 ? true : signalHandler.run(signal);
}

/** Steps after which a program is worth preparing for: those that end before are not delayed by it. */
const TRIAL = 500;

/** What is done once in a process, at the second safepoint after `isWanted` was set. */
export const preparation = { isWanted: false, isNext: false, run: (): void => {} };

/** Milliseconds from one look to the next, below which there is more fuel until the following one, and above which there is as much as usual. */
const OFTEN = 0.5;
const SELDOM = 2;
/** The most fuel that is given: where code becomes slow all of a sudden, it must not be long until the next look. */
const MOST = 16 * FUEL;
/** The least: a step may take microseconds. */
const LEAST = FUEL / 8;

let ration = FUEL;
let lastLook = 0;

/** Compiled code, which is left for a look, uses up fuel so fast that it would do little else. */
function measured(): number {
  const now = performance.now();
  const time = now - lastLook;
  lastLook = now;
  if (time > SELDOM) ration = Math.max(ration >> 1, LEAST);
  else if (time < OFTEN) ration *= 2;
  ration = Math.min(ration, areAllPatient() ? MOST : FUEL);
  return ration;
}

/** Code is about to run that never has: its steps take many times what others took, which the fuel was given for. */
export function expectSlowSteps(): void {
  ration = LEAST;
  if (state.fuel > LEAST) services().limits.refuel(LEAST);
}

/** Something has taken long that does not count as steps of the program: the next look comes at once. */
export function lookSoon(): void {
  if (state.fuel > 0) services().limits.refuel(0);
}

/** Whether nobody watches who must not be asked late. */
export function areAllPatient(): boolean {
  for (const watch of watchers) if (watch.isPatient !== true) return false;
  return true;
}

/** Whether all who watch are patient, and have nothing to do now that runs Python code. */
function allPass(): boolean {
  for (const watch of watchers) if (watch.isPatient !== true || watch.passes?.() === false) return false;
  return true;
}

/** The fuel until the next safepoint. */
function portion(): number {
  // Without fuel every call takes its full form, which prepares the frame for observers.
  if (instruments.isActive) return 0;
  if (!preparation.isWanted) return measured();
  if (!preparation.isNext) {
    preparation.isNext = true;
    return TRIAL;
  }
  preparation.isWanted = false;
  preparation.run();
  return FUEL;
}

/** What may interrupt a wait: signals, and who watches. */
export function checkInterruptions(): true | Exit {
  if (checkSignals() === EXIT) return EXIT;
  for (const watch of watchers) if (watch() === EXIT) return EXIT;
  return true;
}

export function safepoint(): true | Exit {
  const { limits } = services();
  limits.refuel(portion());
  return limits.check() === EXIT ? EXIT : checkInterruptions();
}

/**
 * The safepoint where it has nothing to do that could be noticed: false, and nothing done, where it has. For compiled code, which would have
 * to make frames for the others.
 */
export function passQuietly(): boolean {
  if (instruments.isActive || preparation.isWanted || postponed !== 0) return false;
  if (!allPass()) return false;
  const { limits, host } = services();
  if (!limits.passes()) return false;
  postponed = host.pendingSignal();
  if (postponed !== 0) return false;
  limits.refuel(measured());
  return true;
}

/** Work that was reported since the last look, while the fuel was used up. */
let strain = 0;

/**
 * The part of a safepoint that runs no Python code, for work whose data must not change meanwhile. The fuel stays used up: whoever was
 * not asked is asked at the next full safepoint.
 */
function plainSafepoint(): true | Exit {
  const { limits, host } = services();
  limits.refuel(0);
  if (limits.check() === EXIT) return EXIT;
  if (postponed === 0) postponed = host.pendingSignal();
  return postponed !== 0 && signalHandler.isPlain(postponed) ? checkSignals() : true;
}

safepoints.pass = safepoint;

workHooks.done = (units) => {
  state.fuel -= units;
  // Without an interpreter (`typhon dis`) the front end works for nobody who could be asked.
  if (state.fuel >= 0 || state.interpreter === null) return;
  strain += units;
  if (strain < FUEL) return;
  strain = 0;
  if (plainSafepoint() === EXIT) throw takeException();
};

/** Bytes whose allocation takes as long as a step. */
const BYTES_PER_STEP = 64;

workHooks.allocating = (bytes) => {
  if (state.interpreter === null) return;
  if (services().limits.reserve(bytes) === EXIT) throw takeException();
  workHooks.done(Math.min(Math.ceil(bytes / BYTES_PER_STEP), FUEL));
};
