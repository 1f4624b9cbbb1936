/**
 * Putting a run aside and going on with it later, without a JavaScript stack: so that a page stays responsive, and so that a program may
 * wait where its host must not block. The embedder's driver (src/embedding/run-async.ts) starts a run that may be suspended and goes on
 * with it from the event loop.
 *
 * The run is left by EXIT without an exception in flight, which the loop of that run turns into SUSPENDED; state and frames stay as they
 * are. Two things suspend:
 *
 *   its turn is over   at a safepoint of the loop: the instruction at `frame.pc` begins anew later
 *   it has to wait     inside a builtin: the call is done again when there may be something new, and asks again
 *
 * The second is possible only where the loop has called that builtin itself and the builtin can be called twice (REPEATABLE): between
 * the loop and anything deeper there are JavaScript frames that nothing can put aside.
 */
import { EXIT, type Exit, ExitSignal } from '../objspace/object.ts';
import { executionParts } from '../objspace/per-interpreter.ts';
import { state } from '../objspace/state.ts';
import { type Frame, FROM_HOST } from './frame.ts';
import { calledBuiltin } from './handover.ts';
import { instruments } from './instruments.ts';
import { safepoint } from './safepoint.ts';

/** What the run of a suspended program answers. */
export const SUSPENDED: Exit = new ExitSignal();

/** A wait that is under way: the call that waits, and until when. */
interface Wait {
  readonly frame: Frame;
  readonly pc: number;
  /** In seconds of the host's clock; infinite without a time-out. */
  readonly end: number;
}

/** A run that may be suspended. */
export class SuspendableRun {
  readonly entry: Frame;
  /** Milliseconds of a real clock, whatever time the program sees. */
  private readonly now: () => number;
  private turnEnd: number;
  /** Why the run was left: its turn is over, or what it waits for (together with `wait`). */
  reason: 'turn' | 'wait' | undefined;
  wait: Wait | undefined;
  /** What ends the wait, besides its time-out and whatever wakes all waiting runs. */
  promise: Promise<unknown> | undefined;
  /** When to look again, in seconds from now. */
  interval: number;

  constructor(entry: Frame, now: () => number) {
    this.entry = entry;
    this.now = now;
    this.turnEnd = 0;
    this.reason = undefined;
    this.wait = undefined;
    this.promise = undefined;
    this.interval = Number.POSITIVE_INFINITY;
  }

  /** It is going to run, at most so many milliseconds. */
  begin(milliseconds: number): void {
    this.reason = undefined;
    this.promise = undefined;
    this.turnEnd = this.now() + milliseconds;
  }

  get isTurnOver(): boolean {
    return this.now() >= this.turnEnd;
  }
}

/** The run that may be suspended now; `undefined` while what runs has to come to its end. */
export const suspendable: { run: SuspendableRun | undefined } = { run: undefined };

executionParts.push({
  take: () => {
    const { run } = suspendable;
    suspendable.run = undefined;
    return run;
  },
  give: (run) => {
    suspendable.run = run as SuspendableRun | undefined;
  },
});

/** The safepoint of the interpreter's loop, where a run may be put aside. */
export function safepointOfLoop(): true | Exit {
  if (instruments.rewritten !== null) instruments.settleRewritten();
  if (safepoint() === EXIT) return EXIT;
  const { run } = suspendable;
  if (run === undefined || !run.isTurnOver || !isCalledByLoop(run)) return true;
  run.reason = 'turn';
  return EXIT;
}

/** What the loop asks when it is left without an exception. */
export function isSuspension(): boolean {
  return state.exception === null && suspendable.run?.reason !== undefined;
}

// ── Waiting ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Builtins that may be called again after a wait: what they do before they wait, they can do twice. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'time.sleep',
  'input',
  'select.select',
  'poll.poll',
  'lock.acquire',
  'typhon.run_sync',
  'TextIOWrapper.readline',
  'TextIOWrapper.read',
  'TextIOWrapper.__next__',
  'BufferedReader.readline',
  'BufferedReader.read',
  'BufferedReader.read1',
  'BufferedReader.__next__',
  'FileIO.read',
  'FileIO.readall',
  'FileIO.readinto',
  'posix.read',
]);

/** Whether what runs is in the loop of the suspendable run itself, or a builtin that it has called. */
function isCalledByLoop(run: SuspendableRun): boolean {
  let frame = state.frame as Frame | null;
  while (frame !== null && frame.entry !== FROM_HOST) frame = frame.back;
  return frame === run.entry;
}

/** Whether a builtin that has to wait may suspend the program. */
export function canSuspend(): boolean {
  const { run } = suspendable;
  const frame = state.frame as Frame | null;
  if (run === undefined || frame === null) return false;
  return REPEATABLE.has(calledBuiltin(frame) ?? '') && isCalledByLoop(run);
}

/** The wait that the call which runs has begun before; `undefined` if this is its first time. */
export function waitUnderWay(): Wait | undefined {
  const wait = suspendable.run?.wait;
  return wait !== undefined && wait.frame === state.frame && wait.pc === wait.frame.pc ? wait : undefined;
}

/**
 * Suspends the program in the builtin that runs (`canSuspend`), which returns what this answers. It is called again after the time-out,
 * after `interval` seconds, when the promise is settled, or when something else has run, whichever comes first.
 */
export function suspendToWait(end: number, interval: number, promise?: Promise<unknown>): Exit {
  const run = suspendable.run!;
  const frame = state.frame as Frame;
  run.reason = 'wait';
  run.wait = { frame, pc: frame.pc, end };
  run.promise = promise;
  run.interval = interval;
  return EXIT;
}

/** The call that waited has got what it waited for. */
export function endWait(): void {
  if (suspendable.run !== undefined) suspendable.run.wait = undefined;
}
