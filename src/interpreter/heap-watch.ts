/**
 * How much of the engine's heap is in use, against a limit: the program's, and always the engine's own, because an engine that runs out of
 * memory ends the process. What is in use includes garbage; only where a collection leaves too much there is too much. Where the host
 * cannot tell, there is always room, and the sizes of single objects are all that is limited.
 */
import type { Host } from '../host/host.ts';
import { forgetIdleTexts, forgetTexts } from '../util/growing-text.ts';

/** The engine gives up when four fifths of its heap stay in use after collections, and needs room for arrays that grow. */
const USABLE_SHARE = 0.72;
/** How much of a limit is allocated between two collections that were asked for. */
const PAUSE_SHARE = 1 / 16;
/** Milliseconds between two looks. */
const INTERVAL = 2;
/** Milliseconds that the handler of a MemoryError has to let go of what it holds. */
const GRACE = 50;
/** Looks without room, one after the other, after which the program is not expected to free anything. */
const MOST_FAILURES = 3;
/** Bytes announced between two looks, however little time has passed. */
const UNSEEN = 8 << 20;

const NEVER = Number.POSITIVE_INFINITY;

export class HeapWatch {
  private readonly host: Host;
  private limit: number;
  /** What a program was granted beyond what was in use when it began, and how much that was. */
  private granted: number;
  private start: number;
  /** Use from which on a collection tells how much of it is garbage. */
  private threshold: number;
  private nextLook: number;
  private announced: number;
  private failures: number;
  /** Use after the last collection before a program. */
  private base: number;

  constructor(host: Host) {
    this.host = host;
    this.limit = NEVER;
    this.granted = NEVER;
    this.start = Number.NEGATIVE_INFINITY;
    this.threshold = NEVER;
    this.nextLook = 0;
    this.announced = 0;
    this.failures = 0;
    this.base = Number.NEGATIVE_INFINITY;
  }

  restart(memory: number | undefined): void {
    forgetTexts();
    const capacity = this.host.heapLimit?.() ?? NEVER;
    this.limit = capacity * USABLE_SHARE;
    this.granted = memory ?? NEVER;
    this.start = memory === undefined ? Number.NEGATIVE_INFINITY : this.useAtStart(memory * PAUSE_SHARE);
    if (memory !== undefined) this.limit = Math.min(this.limit, this.start + memory);
    this.threshold = this.limit;
    this.failures = 0;
  }

  /**
   * What is in use when a program begins, with little garbage: its limit would be too generous otherwise. Short programs (each call from
   * JavaScript is one) follow each other at once, so a collection serves all of them until more than `tolerance` bytes have come up.
   */
  private useAtStart(tolerance: number): number {
    const used = this.host.heapUsed();
    if (used === undefined) return NEVER;
    if (used >= this.base && used - this.base <= tolerance) return used;
    this.host.collectGarbage?.();
    this.base = this.host.heapUsed()!;
    return this.base;
  }

  /** Less is in use than when the program began: engines free the memory of buffers some time after they have collected them. */
  private noteUse(used: number): void {
    if (used >= this.start) return;
    this.start = used;
    if (this.limit <= used + this.granted) return;
    this.limit = used + this.granted;
    this.threshold = this.limit;
  }

  /** Whether it is time to look. */
  private get wantsLook(): boolean {
    return this.limit !== NEVER && performance.now() >= this.nextLook;
  }

  /** The same; says that somebody does. */
  isDue(): boolean {
    if (!this.wantsLook) return false;
    forgetIdleTexts();
    this.nextLook = performance.now() + INTERVAL;
    return true;
  }

  /** Looks if it is time to, and tells whether there is room without a collection; if not, it stays time to look. */
  passes(): boolean {
    if (!this.wantsLook) return true;
    const used = this.host.heapUsed();
    if (used !== undefined) {
      this.noteUse(used);
      if (used > this.threshold) return false;
    }
    forgetIdleTexts();
    this.nextLook = performance.now() + INTERVAL;
    return true;
  }

  /** Whether so many bytes more may be allocated. */
  hasRoom(bytes: number): boolean {
    this.announced += bytes;
    if (this.limit === NEVER || (bytes > 0 && this.announced < UNSEEN)) return true;
    this.announced = 0;
    const used = this.host.heapUsed();
    if (used === undefined) return true;
    this.noteUse(used);
    if (used + bytes <= this.threshold) return true;
    return this.hasRoomAfterCollection(bytes);
  }

  /** Whether the program goes on allocating in spite of its MemoryErrors. */
  get isHopeless(): boolean {
    return this.failures > MOST_FAILURES;
  }

  private hasRoomAfterCollection(bytes: number): boolean {
    forgetTexts();
    this.host.collectGarbage?.();
    const live = this.host.heapUsed()!;
    this.noteUse(live);
    if (live <= this.limit) {
      // What is too large alone says nothing about the rest.
      this.failures = 0;
      this.threshold = Math.max(this.limit, live + this.limit * PAUSE_SHARE);
      return live + bytes <= this.limit;
    }
    this.failures++;
    this.threshold = this.limit;
    this.nextLook = performance.now() + GRACE;
    return false;
  }
}
