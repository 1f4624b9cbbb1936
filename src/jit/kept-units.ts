/**
 * Which units are kept, within a bound on the size of their sources: when it is exceeded, those of the codes that were entered least
 * recently are dropped.
 *
 * Codes are referred to weakly, so that a function that dies takes its units with it. A WeakRef keeps its target alive until the host's event
 * loop runs, which a program may never let happen; hence `endTurn`, which has the host forget that.
 */
import { services } from '../interpreter/services.ts';
import type { CodeState } from './code-state.ts';

/** The units of one code. */
export class Keeping {
  readonly code: WeakRef<CodeState>;
  bytes: number;
  /** When it was known to have been entered last. */
  lastEntered: number;

  constructor(code: CodeState) {
    this.code = new WeakRef(code);
    this.bytes = 0;
    this.lastEntered = 0;
  }
}

/** New codes after which it is looked which have died. */
const BETWEEN_LOOKS = 256;
/** New codes after which the host forgets who was looked at. */
const BETWEEN_TURNS = 64;

export class KeptUnits {
  private readonly all: Set<Keeping>;
  /** Counts what is made and entered. */
  private clock: number;
  private untilLook: number;
  private untilTurn: number;
  bytes: number;

  constructor() {
    this.all = new Set();
    this.clock = 0;
    this.untilLook = BETWEEN_LOOKS;
    this.untilTurn = BETWEEN_TURNS;
    this.bytes = 0;
  }

  get codes(): number {
    return this.all.size;
  }

  noteEntered(code: CodeState): void {
    if (code.keeping !== null) code.keeping.lastEntered = ++this.clock;
  }

  /** A code has got a unit of so many bytes. Answers how many codes had to give way. */
  add(code: CodeState, bytes: number, limit: number): number {
    if (code.keeping === null) this.begin(code);
    const keeping = code.keeping!;
    keeping.bytes += bytes;
    keeping.lastEntered = ++this.clock;
    this.bytes += bytes;
    return this.bytes > limit ? this.makeRoom(keeping, limit) : 0;
  }

  private begin(code: CodeState): void {
    code.keeping = new Keeping(code);
    this.all.add(code.keeping);
    if (--this.untilTurn === 0) {
      this.untilTurn = BETWEEN_TURNS;
      services().host.endTurn?.();
    }
    if (--this.untilLook > 0) return;
    this.forgetDead();
    this.untilLook = Math.max(BETWEEN_LOOKS, this.all.size);
  }

  private forgetDead(): void {
    for (const keeping of this.all) if (keeping.code.deref() === undefined) this.remove(keeping);
    services().host.endTurn?.();
  }

  private remove(keeping: Keeping): void {
    if (this.all.delete(keeping)) this.bytes -= keeping.bytes;
  }

  /** A unit of so many bytes is gone. */
  subtract({ keeping }: CodeState, bytes: number): void {
    if (keeping === null) return;
    keeping.bytes -= bytes;
    this.bytes -= bytes;
  }

  /** The units of a code are gone. */
  forget(code: CodeState): void {
    if (code.keeping === null) return;
    this.remove(code.keeping);
    code.keeping = null;
  }

  /** All codes that have units. */
  dropAll(drop: (code: CodeState) => void): void {
    const keepings = [...this.all];
    this.all.clear();
    this.bytes = 0;
    for (const { code } of keepings) {
      const state = code.deref();
      if (state !== undefined) drop(state);
    }
  }

  /** Drops until a quarter is free: what is looked at pays for itself. The others are asked to tell when they are entered next. */
  private makeRoom(newest: Keeping, limit: number): number {
    this.forgetDead();
    const oldestFirst = [...this.all].sort((a, b) => a.lastEntered - b.lastEntered);
    let dropped = 0;
    for (const keeping of oldestFirst) {
      const code = keeping === newest ? undefined : keeping.code.deref();
      if (code === undefined) continue;
      if (this.bytes <= limit * 0.75) code.askWhenEntered(() => this.noteEntered(code));
      else {
        code.renew();
        this.forget(code);
        dropped++;
      }
    }
    services().host.endTurn?.();
    return dropped;
  }
}
