/** One embedded interpreter: entering it, and the objects that have crossed its boundary, so that each comes back as what it was. */
import type { PyJsObject } from '../modules/typhon/js-object.ts';
import { flushDirtyStreams } from '../modules/_io/support.ts';
import { caught, PyBaseException, takeException } from '../objspace/exception.ts';
import { state } from '../objspace/state.ts';
import { within } from '../vm/execution.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { AsyncRun } from './async-run.ts';
import type { Interruption } from './hosts.ts';
import { entrance, thrownFor } from './python-error.ts';

const sessions = new WeakMap<object, Session>();

/** The session of an interpreter. */
export function sessionOf(interpreter: object): Session {
  return sessions.get(interpreter)!;
}

/** The session of the interpreter that runs. */
export function currentSession(): Session {
  return sessionOf(state.interpreter);
}

export class Session {
  readonly interpreter: Interpreter;
  /** JavaScript's view of Python objects, by object. */
  readonly handles: WeakMap<object, object>;
  /** Python's view of JavaScript objects, by object. */
  readonly jsObjects: WeakMap<object, PyJsObject>;
  /** Called when something has run in the interpreter: suspended programs may have got what they wait for. */
  readonly sleepers: Set<() => void>;
  readonly interruption: Interruption;
  /** Programs that are suspended or about to run, in the order of their start. */
  readonly runs: Set<AsyncRun>;
  /** The one whose turn it is. */
  running: AsyncRun | undefined;
  /** Coroutines whose promises are not settled. */
  coroutines: number;
  isDisposed: boolean;
  /** Programs under way: each has the limits from when the first of them began. */
  private active: number;
  /** Entries that are under way, one inside the other. */
  private depth: number;

  constructor(interpreter: Interpreter, interruption: Interruption) {
    this.interpreter = interpreter;
    this.interruption = interruption;
    this.handles = new WeakMap();
    this.jsObjects = new WeakMap();
    this.sleepers = new Set();
    this.runs = new Set();
    this.running = undefined;
    this.coroutines = 0;
    this.isDisposed = false;
    this.active = 0;
    this.depth = 0;
    sessions.set(interpreter, this);
    interruption.isWelcome = () => this.running === undefined || this.running === this.interruptible;
  }

  /** Runs host code inside the interpreter. Exceptions leave it as what JavaScript throws for them. */
  enter<T>(body: () => T): T {
    if (this.isDisposed) throw new Error('the interpreter has been disposed of');
    this.depth++;
    try {
      return within(this.interpreter, () => {
        this.begin();
        try {
          return this.flushing(body);
        } catch (thrown) {
          throw outward(thrown);
        } finally {
          this.end();
        }
      });
    } finally {
      this.depth--;
      if (this.depth === 0) this.wake();
    }
  }

  /** What has been printed is shown, whether or not the line is complete. */
  private flushing<T>(body: () => T): T {
    if (this.depth > 1) return body();
    try {
      return body();
    } finally {
      flushDirtyStreams();
    }
  }

  /** A program begins, inside the interpreter: what it may use is counted from here, unless others are under way. */
  begin(): void {
    const { limits, options } = this.interpreter;
    if (this.active === 0) limits.restart(options.limits);
    this.active++;
  }

  /** What the embedding itself needs, inside the interpreter, counts for no program. */
  unlimited<T>(body: () => T): T {
    const { limits, options } = this.interpreter;
    limits.restart({});
    try {
      return body();
    } finally {
      limits.restart(options.limits);
    }
  }

  /** A program has ended. While none is under way nothing is limited: waiting for the next takes as long as it takes. */
  end(): void {
    this.active--;
    if (this.active === 0) this.interpreter.limits.restart({});
  }

  /** Whether a program is under way, suspended ones included. */
  get isBusy(): boolean {
    return this.active > 0;
  }

  /** The program that an interruption is for: the one started last; the event loop if there is no other. */
  private get interruptible(): AsyncRun | undefined {
    let found: AsyncRun | undefined;
    for (const run of this.runs) if (found === undefined || !run.isBackground) found = run;
    return found;
  }

  wake(): void {
    for (const sleeper of [...this.sleepers]) sleeper();
  }
}

/** A Python exception, or an overflow of the stack inside the interpreter, as JavaScript gets it. */
function outward(thrown: unknown): unknown {
  if (thrown instanceof PyBaseException) return thrownFor(thrown);
  if (!(thrown instanceof RangeError) || !/call stack|recursion/i.test(thrown.message)) return thrown;
  caught(thrown);
  return thrownFor(takeException());
}

// What the user sees of the stack of an error begins where JavaScript has called Python.
entrance.enter = Session.prototype.enter;
