/** The clock of a page or worker. A worker may block; a page must not, so that waiting there is left to the event loop. */
import { type Clock, Pending } from '../host.ts';
import { engine } from './engine.ts';

const LONGEST_TIMEOUT_MS = 0x7fffffff;

export class PageClock implements Clock {
  /** Waited for in vain; absent where the thread must not block. */
  private readonly cell: Int32Array | undefined;

  constructor() {
    this.cell = canBlock() ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
  }

  wallTimeNs(): bigint {
    return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
  }

  monotonicNs(): bigint {
    return BigInt(Math.round(performance.now() * 1e6));
  }

  /** A page cannot tell: the time since it was loaded. */
  cpuTimeNs(): bigint {
    return engine.knowledge.cpuTimeNs?.() ?? this.monotonicNs();
  }

  sleep(seconds: number): undefined | Pending {
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMEOUT_MS);
    if (this.cell === undefined) return new Pending(new Promise((resolve) => setTimeout(resolve, milliseconds)));
    Atomics.wait(this.cell, 0, 0, milliseconds);
    return undefined;
  }

  timeZone(): string | undefined {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

/** Shared memory is there only in pages that are isolated from other origins, and only workers may wait for it. */
function canBlock(): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
