/**
 * How long functions run, and who calls them: what `_lsprof.Profiler` collects. A call pushes an activation; when it ends, its time is
 * split into that of the function itself and that of what it called.
 */
import type { PyCode } from '../../interpreter/py-code.ts';

/** A function: a code object, or the text that stands for a builtin. */
export type Callee = PyCode | string;

/** Counts and seconds of a function, or of a function as called by another. */
export class Times {
  calls = 0;
  recursiveCalls = 0;
  total = 0;
  own = 0;
  /** How often it runs at the moment. */
  level = 0;

  begin(): void {
    this.level++;
  }

  /** Time of a recursive call is part of that of the outermost one. */
  end(total: number, own: number): void {
    this.level--;
    this.calls++;
    if (this.level === 0) this.total += total;
    else this.recursiveCalls++;
    this.own += own;
  }
}

export class Entry extends Times {
  readonly callee: Callee;
  readonly called = new Map<Callee, Times>();

  constructor(callee: Callee) {
    super();
    this.callee = callee;
  }
}

interface Activation {
  readonly entry: Entry;
  /** As called by the one below; null if that is not recorded. */
  readonly asCalled: Times | null;
  readonly start: number;
  inCalls: number;
}

export class Profiler {
  readonly entries = new Map<Callee, Entry>();
  private readonly stack: Activation[] = [];
  recordsCalls = true;

  begin(callee: Callee, now: number): void {
    let entry = this.entries.get(callee);
    if (entry === undefined) this.entries.set(callee, (entry = new Entry(callee)));
    const caller = this.stack.at(-1)?.entry;
    const asCalled = caller === undefined || !this.recordsCalls ? null : calledBy(caller, callee);
    entry.begin();
    asCalled?.begin();
    this.stack.push({ entry, asCalled, start: now, inCalls: 0 });
  }

  /** The end of a call that began before the profiler was enabled is not counted. */
  end(callee: Callee, now: number): void {
    if (this.stack.at(-1)?.entry.callee === callee) this.pop(now);
  }

  endAll(now: number): void {
    while (this.stack.length > 0) this.pop(now);
  }

  clear(): void {
    this.entries.clear();
    this.stack.length = 0;
  }

  private pop(now: number): void {
    const { entry, asCalled, start, inCalls } = this.stack.pop()!;
    const total = now - start;
    const caller = this.stack.at(-1);
    if (caller !== undefined) caller.inCalls += total;
    entry.end(total, total - inCalls);
    asCalled?.end(total, total - inCalls);
  }
}

function calledBy(caller: Entry, callee: Callee): Times {
  let times = caller.called.get(callee);
  if (times === undefined) caller.called.set(callee, (times = new Times()));
  return times;
}
