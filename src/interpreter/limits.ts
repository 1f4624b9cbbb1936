/**
 * What a program may use: time, steps, memory, depth. Limits belong to an interpreter and are looked at where signals are, at safepoints.
 *
 * Memory that is used up is a MemoryError. Time and steps are a LimitExceeded, which derives from BaseException alone, so that
 * `except Exception` does not see it, but `finally` and `with` clean up. A program that goes on nevertheless gets a grace; after it the
 * exception is raised again and unwinds everything (`state.isUnstoppable`), so that no program outlives its limits by catching them.
 *
 * The start of an interpreter is not limited: its end sets the limits of the options. Whoever runs programs one after the other calls
 * `restart` before each, and reads `exceeded` and `steps` after it.
 */
import type { Host } from '../host/host.ts';
import { PyBaseException, raise, raiseObject } from '../objspace/exception.ts';
import type { Exit } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { limitExceededType } from '../objspace/types/exceptions/limit-exceeded.ts';
import { HeapWatch } from './heap-watch.ts';
import type { LimitOptions } from './limit-options.ts';

/** Steps between two looks, where a step is a loop back-edge, a call, or about 10 ns of work of a builtin: below a millisecond. */
export const FUEL = 10_000;

export type LimitKind = 'time' | 'cpuTime' | 'steps' | 'memory';

/** For cleaning up after a limit was exceeded. */
const GRACE_SECONDS = 0.05;
const GRACE_STEPS = 5 * FUEL;
const END_SECONDS = 1;

const NEVER = Number.POSITIVE_INFINITY;

export class Limits {
  private readonly host: Host;
  private readonly heap: HeapWatch;
  private options: LimitOptions;
  /** Which limit was exceeded since the last restart. */
  exceeded: LimitKind | undefined;
  /** Whether what is raised unwinds everything. */
  private isFinal: boolean;
  /** Moments of the two clocks, and numbers of steps, from which on the program is in excess. */
  private timeEnd: number;
  private cpuTimeEnd: number;
  private stepsEnd: number;
  private spent: number;
  /** The fuel that was given last. */
  private given: number;

  constructor(host: Host) {
    this.host = host;
    this.heap = new HeapWatch(host);
    this.options = {};
    this.exceeded = undefined;
    this.isFinal = false;
    this.timeEnd = NEVER;
    this.cpuTimeEnd = NEVER;
    this.stepsEnd = NEVER;
    this.spent = 0;
    this.given = 0;
    this.restart();
  }

  /** Sets the limits anew; they count from now. */
  restart(options = this.options): void {
    this.options = options;
    this.exceeded = undefined;
    this.isFinal = false;
    this.timeEnd = options.time === undefined ? NEVER : this.now() + options.time;
    this.cpuTimeEnd = options.cpuTime === undefined ? NEVER : this.cpuNow() + options.cpuTime;
    this.spent = 0;
    this.stepsEnd = options.steps ?? NEVER;
    this.heap.restart(options.memory);
    this.resume();
  }

  /** The interpreter becomes the one that runs on this thread. */
  resume(): void {
    this.given = 0;
    state.fuel = 0;
    state.isUnstoppable = this.isFinal;
  }

  /** Another interpreter is about to run. */
  suspend(): void {
    this.refuel(0);
  }

  /** What a program in excess has still to do at its end (messages, exit callbacks, open files) has a second. */
  restartForEnd(): void {
    if (this.exceeded !== undefined) this.restart({ time: END_SECONDS });
  }

  /** Steps taken since the last restart. */
  get steps(): number {
    return this.spent + this.given - state.fuel;
  }

  /** The most that the program may ask for with `sys.setrecursionlimit`. */
  get recursion(): number {
    return this.options.recursion ?? NEVER;
  }

  /** Seconds until the program has to be looked at again. */
  get secondsLeft(): number {
    return this.timeEnd === NEVER ? NEVER : Math.max(this.timeEnd - this.now(), 0);
  }

  /** Books the fuel that was used, and gives more: not more than there are steps left. */
  refuel(amount: number): void {
    this.spent += this.given - state.fuel;
    this.given = Math.min(amount, Math.max(this.stepsEnd - this.spent, 0));
    state.fuel = this.given;
  }

  /** Whether `check` would find nothing; where it would, it still will. */
  passes(): boolean {
    if (this.spent + this.given - state.fuel > this.stepsEnd) return false;
    if (this.timeEnd !== NEVER && this.now() >= this.timeEnd) return false;
    if (this.cpuTimeEnd !== NEVER && this.cpuNow() >= this.cpuTimeEnd) return false;
    return this.heap.passes();
  }

  check(): true | Exit {
    if (this.spent > this.stepsEnd) return this.exceed('steps', `${this.options.steps} steps`);
    if (this.timeEnd !== NEVER && this.now() >= this.timeEnd)
      return this.exceed('time', `${this.options.time} s of time`);
    if (this.cpuTimeEnd !== NEVER && this.cpuNow() >= this.cpuTimeEnd)
      return this.exceed('cpuTime', `${this.options.cpuTime} s of CPU time`);
    return this.heap.isDue() ? this.reserve(0) : true;
  }

  /** Before an allocation of so many bytes. */
  reserve(bytes: number): true | Exit {
    if (this.heap.hasRoom(bytes)) return true;
    this.exceeded = 'memory';
    // One who catches the error and goes on collecting would reach the end of the engine's memory.
    if (this.heap.isHopeless) this.becomeFinal();
    return raise('MemoryError');
  }

  private exceed(kind: LimitKind, what: string): Exit {
    // The second time: the grace is over.
    if (this.exceeded === kind) this.becomeFinal();
    this.exceeded = kind;
    if (kind === 'time') this.timeEnd = this.now() + GRACE_SECONDS;
    else if (kind === 'cpuTime') this.cpuTimeEnd = this.cpuNow() + GRACE_SECONDS;
    else this.stepsEnd = this.spent + GRACE_STEPS;
    this.refuel(FUEL);
    return raiseObject(new PyBaseException(limitExceededType.instanceShape, [`the program has used up ${what}`]));
  }

  private becomeFinal(): void {
    this.isFinal = true;
    state.isUnstoppable = true;
  }

  private now(): number {
    return Number(this.host.clock.monotonicNs()) / 1e9;
  }

  private cpuNow(): number {
    return Number(this.host.clock.cpuTimeNs()) / 1e9;
  }
}
