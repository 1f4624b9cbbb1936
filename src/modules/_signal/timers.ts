/** `alarm` and `setitimer`: clocks that are looked at when signals are, so a timer fires at the first safepoint after its time. */
import { watchers } from '../../interpreter/safepoint.ts';
import { services } from '../../interpreter/services.ts';
import type { Exit } from '../../objspace/object.ts';

/** Signals of ITIMER_REAL, ITIMER_VIRTUAL and ITIMER_PROF. */
const SIGNALS = [14, 26, 27];

interface Timer {
  /** When it fires, in nanoseconds of its clock. */
  due: bigint;
  interval: bigint;
}

const toNs = (seconds: number): bigint => BigInt(Math.round(seconds * 1e6)) * 1000n;
const toSeconds = (ns: bigint): number => Number(ns / 1000n) / 1e6;

export class Timers {
  private readonly timers: (Timer | null)[];
  private isWatching: boolean;
  private readonly deliver: (signal: number) => true | Exit;

  constructor(deliver: (signal: number) => true | Exit) {
    this.timers = [null, null, null];
    this.isWatching = false;
    this.deliver = deliver;
  }

  /** Seconds left and interval. */
  get(which: number): [number, number] {
    const timer = this.timers[which];
    if (timer === null) return [0, 0];
    const left = timer.due - clock(which);
    return [left > 0n ? toSeconds(left) : 0.000001, toSeconds(timer.interval)];
  }

  /** Zero seconds switch it off. */
  set(which: number, seconds: number, interval: number): void {
    this.timers[which] = seconds === 0 ? null : { due: clock(which) + toNs(seconds), interval: toNs(interval) };
    if (this.isWatching) return;
    this.isWatching = true;
    const interpreter = services();
    watchers.push(() => (services() === interpreter ? this.check() : true));
  }

  private check(): true | Exit {
    for (let which = 0; which < this.timers.length; which++) {
      const timer = this.timers[which];
      if (timer === null) continue;
      const now = clock(which);
      if (now < timer.due) continue;
      if (timer.interval === 0n) this.timers[which] = null;
      else timer.due = now + timer.interval;
      const delivered = this.deliver(SIGNALS[which]);
      if (delivered !== true) return delivered;
    }
    return true;
  }
}

/** Real time, or the time that the program has computed. */
function clock(which: number): bigint {
  const { clock: hostClock } = services().host;
  return which === 0 ? hostClock.monotonicNs() : hostClock.cpuTimeNs();
}
