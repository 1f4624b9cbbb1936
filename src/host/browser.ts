/**
 * The host of a page or worker, and of any other engine that has no platform of its own to offer: real time and entropy, virtual files,
 * streams that go to callbacks.
 */
import { optionsCheck } from '../util/arguments.ts';
import type { Clock } from './host.ts';
import { COMMON_CHECKS, expectClock } from './virtual/option-checks.ts';
import { PageClock } from './virtual/page-clock.ts';
import { seededBytes } from './virtual/random-bytes.ts';
import { type VirtualHost, type VirtualHostOptions, virtualHost } from './virtual/virtual-host.ts';

/** Options of `browserHost`. */
export interface BrowserHostOptions extends VirtualHostOptions {
  clock?: Clock;
  /** What `os.urandom` comes from, instead of the platform's entropy. */
  seed?: number;
  /** A signal that arrived since the last question, or 0. */
  pendingSignal?: () => number;
}

/** What `crypto.getRandomValues` gives at a time. */
const ENTROPY_AT_A_TIME = 65536;
const UID = 1000;

const check = optionsCheck({ ...COMMON_CHECKS, clock: expectClock });

/**
 * The host that interpreters have without one of their own: real time and entropy, virtual files. To be changed before it is given as the option
 * `host`.
 *
 * @example
 * ```ts
 * import { browserHost, type Host, Typhon } from 'typhon-python';
 *
 * const virtual = browserHost({ stdout: (text) => console.log(text.trimEnd()) });
 * const host: Host = { ...virtual, system: { ...virtual.system, cpuCount: 64 } };
 * const typhon = await Typhon.create({ host });
 * typhon.run('import os; print(os.cpu_count())'); // 64
 * ```
 */
export function browserHost(options: BrowserHostOptions = {}): VirtualHost {
  check(options, 'options');
  return virtualHost(options, {
    clock: options.clock ?? new PageClock(),
    entropy: options.seed === undefined ? fillRandomly : seededBytes(options.seed),
    platform: 'browser',
    canCompile: canCompile(),
    cpuCount: (globalThis as { navigator?: { hardwareConcurrency?: number } }).navigator?.hardwareConcurrency ?? 1,
    uid: UID,
    pendingSignal: options.pendingSignal ?? (() => 0),
  });
}

function fillRandomly(buffer: Uint8Array): void {
  for (let offset = 0; offset < buffer.length; offset += ENTROPY_AT_A_TIME)
    crypto.getRandomValues(buffer.subarray(offset, offset + ENTROPY_AT_A_TIME) as Uint8Array<ArrayBuffer>);
}

/** Forbidden by strict content security policies. */
function canCompile(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}
