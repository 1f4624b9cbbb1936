/**
 * The host of a page or worker, and of any other engine that has no platform of its own to offer: real time and entropy, virtual files,
 * streams that go to callbacks.
 */
import type { Clock } from './host.ts';
import { PageClock } from './virtual/page-clock.ts';
import { seededBytes } from './virtual/random-bytes.ts';
import { type VirtualHost, type VirtualHostOptions, virtualHost } from './virtual/virtual-host.ts';

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

export function browserHost(options: BrowserHostOptions = {}): VirtualHost {
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
