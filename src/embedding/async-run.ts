/**
 * The driver of a run that may be suspended (interpreter/suspension.ts): runs it in turns of a few milliseconds, between which the event
 * loop goes on, and lets it wait without blocking.
 */
import { continueRun, run } from '../interpreter/dispatch.ts';
import type { Frame } from '../interpreter/frame.ts';
import { safepoint } from '../interpreter/safepoint.ts';
import { SUSPENDED, SuspendableRun, suspendable } from '../interpreter/suspension.ts';
import { EXIT, type Result } from '../objspace/object.ts';
import { Execution } from '../vm/execution.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import { valueOf } from './python-error.ts';
import { soon } from './scheduling.ts';
import type { Session } from './session.ts';

const TURN_MS = 8;
/** How often shared memory is looked at while a program waits, in seconds. */
const FLAG_INTERVAL = 0.02;
const LONGEST_TIMEOUT_MS = 0x7fffffff;

/** Makes the frame to run, inside the interpreter. */
export type Start = () => Frame;

export class AsyncRun {
  readonly promise: Promise<unknown>;
  private readonly session: Session;
  private readonly start: Start;
  /** Whether it is a thread of its own: its context does not become that of the runs that follow. */
  readonly isBackground: boolean;
  private resolve!: (value: unknown) => void;
  private reject!: (reason: unknown) => void;
  private run: SuspendableRun | undefined;
  /** What it is put aside as; `undefined` before its first turn. */
  private execution: Execution | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a turn is due already. */
  private isScheduled: boolean;
  private readonly wake: () => void;

  constructor(session: Session, start: Start, isBackground = false) {
    this.session = session;
    this.start = start;
    this.isBackground = isBackground;
    this.isScheduled = false;
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.wake = () => this.schedule();
    session.runs.add(this);
    if (!isBackground) session.enter(() => session.begin());
    this.schedule();
  }

  /** The interpreter is gone. */
  abandon(reason: unknown): void {
    this.stopWaiting();
    this.session.runs.delete(this);
    this.reject(reason);
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.stopWaiting();
    soon(() => {
      this.isScheduled = false;
      if (!this.session.isDisposed) this.turn();
    });
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.session.sleepers.delete(this.wake);
  }

  private turn(): void {
    const { running } = this.session;
    this.session.running = this;
    try {
      const result = this.session.enter(() => (this.isBackground ? this.besideOthers() : this.proceed()));
      if (result === SUSPENDED) this.suspend();
      else this.finish(() => this.resolve(result));
    } catch (thrown) {
      this.finish(() => this.reject(thrown));
    } finally {
      this.session.running = running;
    }
  }

  private finish(settle: () => void): void {
    this.session.runs.delete(this);
    if (!this.isBackground) this.session.enter(() => this.session.end());
    settle();
  }

  private besideOthers(): unknown {
    const others = new Execution();
    try {
      return this.proceed();
    } finally {
      others.resume();
    }
  }

  /** One turn, inside the interpreter: the value of the run in JavaScript, or SUSPENDED. */
  private proceed(): unknown {
    const result = this.execution === undefined ? this.begin() : this.goOn(this.execution);
    if (result === SUSPENDED) {
      this.execution = new Execution();
      return SUSPENDED;
    }
    suspendable.run = undefined;
    return boundary.toJavaScript(valueOf(result));
  }

  private begin(): Result {
    const frame = this.start();
    this.run = new SuspendableRun(frame, () => performance.now());
    this.run.begin(TURN_MS);
    suspendable.run = this.run;
    return run(frame);
  }

  private goOn(execution: Execution): Result {
    const suspended = this.run!;
    execution.resume();
    // What came up meanwhile (an interruption, a limit) is raised where the program was suspended.
    suspendable.run = undefined;
    if (safepoint() === EXIT) suspended.wait = undefined;
    suspendable.run = suspended;
    suspended.begin(TURN_MS);
    return continueRun(suspended.entry);
  }

  /** Nobody tells when another thread asks for an interruption. */
  private get interruptionInterval(): number {
    const isIdle = this.isBackground && this.session.coroutines === 0;
    return this.session.interruption.isShared && !isIdle ? FLAG_INTERVAL : Number.POSITIVE_INFINITY;
  }

  /** Sees to it that the run goes on. */
  private suspend(): void {
    const { reason, wait, promise, interval } = this.run!;
    if (reason === 'turn' || wait === undefined) {
      this.schedule();
      return;
    }
    this.session.sleepers.add(this.wake);
    promise?.then(this.wake);
    const { clock } = this.session.interpreter.host;
    const seconds = Math.min(wait.end - Number(clock.monotonicNs()) / 1e9, interval, this.interruptionInterval);
    if (seconds < Number.POSITIVE_INFINITY)
      this.timer = setTimeout(this.wake, Math.min(Math.max(seconds * 1000, 0), LONGEST_TIMEOUT_MS));
  }
}
