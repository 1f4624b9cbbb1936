/** A clock that nothing but the program moves: the same program sees the same times in every run. */
import type { Clock } from '../host.ts';

/** What a look at the clock takes: loops that wait for a time come to an end. */
const TICK_NS = 1000n;

export class VirtualClock implements Clock {
  readonly isVirtual = true;
  private readonly startNs: bigint;
  private readonly zone: string | undefined;
  private elapsedNs: bigint;

  constructor(startNs: bigint, zone: string | undefined) {
    this.startNs = startNs;
    this.zone = zone;
    this.elapsedNs = 0n;
  }

  private tick(): bigint {
    this.elapsedNs += TICK_NS;
    return this.elapsedNs;
  }

  wallTimeNs(): bigint {
    return this.startNs + this.tick();
  }

  monotonicNs(): bigint {
    return this.tick();
  }

  cpuTimeNs(): bigint {
    return this.tick();
  }

  /** Takes no time but the program's. */
  sleep(seconds: number): undefined {
    if (seconds > 0) this.elapsedNs += BigInt(Math.ceil(seconds * 1e9));
  }

  timeZone(): string | undefined {
    return this.zone;
  }
}
