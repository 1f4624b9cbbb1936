/**
 * The longest stretch of a program without a look for interruptions: what a limit may be late by, which one run with a limit shows only by
 * chance. In CPU time of the thread, as Linux tells it: other programs and the collector's threads do not count.
 */
import { openSync, readSync } from 'node:fs';
import type { Limits } from '../../src/interpreter/limits.ts';

const STATISTICS = '/proc/thread-self/schedstat';

export class Stretches {
  /** Milliseconds; of the time since `begin`. */
  longest: number;
  private last: number;
  private readonly file: number;
  private readonly buffer: Buffer;

  constructor(limits: Limits) {
    this.longest = 0;
    this.last = 0;
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
    this.last = this.now();
  }

  private look(): void {
    const now = this.now();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
  }

  private now(): number {
    const size = readSync(this.file, this.buffer, 0, this.buffer.length, 0);
    return Number.parseInt(this.buffer.toString('latin1', 0, size), 10) / 1e6;
  }
}
