/**
 * A host in memory that depends on nothing outside: files, clock and entropy of its own. A program runs the same way every time, and
 * reaches nothing that was not given to it. For tests and sandboxes.
 */
import { expectInteger, optionsCheck } from '../util/arguments.ts';
import type { Clock } from './host.ts';
import { COMMON_CHECKS, expectMoment, expectTimeZone } from './virtual/option-checks.ts';
import { seededBytes } from './virtual/random-bytes.ts';
import { VirtualClock } from './virtual/virtual-clock.ts';
import { type VirtualHost, type VirtualHostOptions, virtualHost } from './virtual/virtual-host.ts';

/** Options of `memoryHost`. */
export interface MemoryHostOptions extends VirtualHostOptions {
  /** The moment of the start, or a clock; 1 January 2025 if not given. Time passes only when the program looks at it or sleeps. */
  clock?: Date | Clock;
  /** IANA's name of the time zone; UTC if not given. */
  timeZone?: string;
  /** What `os.urandom` and hashes of strings come from; 0 if not given. */
  seed?: number;
  /** The user that the program runs as, 1000 if not given; 0 may do everything. */
  uid?: number;
  /** A signal that arrived since the last question, or 0. */
  pendingSignal?: () => number;
}

const START = new Date('2025-01-01T00:00:00Z');

const check = optionsCheck({
  ...COMMON_CHECKS,
  clock: expectMoment,
  timeZone: expectTimeZone,
  uid: expectInteger,
});

/**
 * A host whose programs run the same way every time, for the option `host`.
 *
 * @example
 * ```ts
 * import { memoryHost, Typhon } from 'typhon-python';
 *
 * const host = memoryHost({ seed: 7, clock: new Date('2026-01-01T00:00:00Z') });
 * const typhon = await Typhon.create({ host });
 * console.log(typhon.eval('__import__("time").strftime("%Y-%m-%d")')); // 2026-01-01
 * console.log(typhon.eval('__import__("os").getpid()')); // 1
 * ```
 */
export function memoryHost(options: MemoryHostOptions = {}): VirtualHost {
  check(options, 'options');
  const start = options.clock ?? START;
  return virtualHost(options, {
    clock: start instanceof Date ? new VirtualClock(BigInt(start.getTime()) * 1_000_000n, options.timeZone) : start,
    entropy: seededBytes(options.seed ?? 0),
    platform: 'linux',
    canCompile: false,
    cpuCount: 1,
    uid: options.uid ?? 1000,
    pendingSignal: options.pendingSignal ?? (() => 0),
  });
}
