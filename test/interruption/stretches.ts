/**
 * The longest stretch of a program without a look for interruptions: what a limit may be late by, which one run with a limit shows only by
 * chance. In CPU time of the thread, as Linux tells it: other programs and the collector's threads do not count.
 */
import { openSync, readSync } from 'node:fs';
import { GCProfiler } from 'node:v8';
import type { Limits } from '../../src/interpreter/limits.ts';

const STATISTICS = '/proc/thread-self/schedstat';

/** Milliseconds from which on it is asked what a stretch consisted of. */
const REMARKABLE = 5;
/** How many callers are told. */
const CALLERS = 12;

function callers(): Error {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = CALLERS + 4;
  const error = new Error();
  Error.stackTraceLimit = before;
  return error;
}

function namesOf(callers: Error): string {
  const lines = callers.stack!.split('\n').slice(4);
  return lines
    .map((line) =>
      line
        .trim()
        .split(' ')[1]
        .replace(/^file:.*\//, ''),
    )
    .join(' < ');
}

export class Stretches {
  /** Milliseconds; of the time since `begin`. */
  longest: number;
  /** Milliseconds of the longest stretch in which the engine collected garbage, by the clock. */
  collecting: number;
  /** Where the longest stretch ended and began: the host's stacks. */
  where: string;
  private last: number;
  private lastCallers: Error;
  private profiler: GCProfiler;
  private readonly file: number;
  private readonly buffer: Buffer;

  constructor(limits: Limits) {
    this.longest = 0;
    this.collecting = 0;
    this.where = '';
    this.last = 0;
    this.lastCallers = callers();
    this.profiler = new GCProfiler();
    this.profiler.start();
    this.file = openSync(STATISTICS, 'r');
    this.buffer = Buffer.alloc(64);
    const check = limits.check.bind(limits);
    const passes = limits.passes.bind(limits);
    limits.check = () => {
      this.look();
      return check();
    };
    limits.passes = () => {
      this.look();
      return passes();
    };
  }

  begin(): void {
    this.longest = 0;
    this.collecting = 0;
    this.where = '';
    this.collected();
    this.lastCallers = callers();
    this.last = this.now();
  }

  private look(): void {
    const time = this.now() - this.last;
    const collecting = time > REMARKABLE ? this.collected() : 0;
    if (time > this.longest) {
      this.longest = time;
      this.collecting = collecting;
      this.where = time > REMARKABLE ? `${namesOf(callers())}\n      since ${namesOf(this.lastCallers)}` : '';
    }
    this.lastCallers = callers();
    this.last = this.now();
  }

  /** Milliseconds of collections since it was called last. */
  private collected(): number {
    const { statistics } = this.profiler.stop();
    this.profiler = new GCProfiler();
    this.profiler.start();
    return statistics.reduce((sum, { cost }) => sum + cost, 0) / 1000;
  }

  private now(): number {
    const size = readSync(this.file, this.buffer, 0, this.buffer.length, 0);
    return Number.parseInt(this.buffer.toString('latin1', 0, size), 10) / 1e6;
  }
}
