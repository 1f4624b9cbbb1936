/**
 * The log of the compiler (`--jitlog FILE`): what was compiled, with its graph and source, what was refused and why, which guards failed. One JSON
 * object a line, written at once, so that it is there whatever becomes of the program; cli/jitlog.ts reads it.
 */
import { positionAt } from '../bytecode/position-table.ts';
import { instructionLength } from '../bytecode/operands.ts';
import type { CodeState } from './code-state.ts';
import type { Controls, Listener } from './controls.ts';
import type { Exit } from './exits.ts';
import type { Unit } from './unit.ts';

interface LogEntry {
  /** `qualname filename:line` of the code. */
  readonly code: string;
  readonly pc: number;
}

export interface LoggedGuard {
  readonly reason: string;
  /** `qualname:line` of the code that the guard is in, and where in it. */
  readonly place: string;
  readonly at: number;
  readonly file: string;
  readonly line: number;
}

export interface CompiledEntry extends LogEntry {
  readonly event: 'compiled';
  readonly unit: number;
  readonly milliseconds: number;
  readonly file: string;
  /** First and last line of what was compiled. */
  readonly lines: readonly [number, number];
  readonly guards: readonly LoggedGuard[];
  readonly graph: string;
  readonly source: string;
}

export interface RefusedEntry extends LogEntry {
  readonly event: 'refused';
  readonly reason: string;
  readonly line: number;
}

export interface FailedEntry extends LogEntry, LoggedGuard {
  readonly event: 'failed';
  readonly unit: number;
  readonly guard: number;
  /** How often the guard has failed so far. */
  readonly count: number;
}

export interface DroppedEntry extends LogEntry {
  readonly event: 'dropped';
  readonly reason: string;
}

export type LogRecord = CompiledEntry | RefusedEntry | FailedEntry | DroppedEntry;

/** From so many failures of a guard on, those are written whose number is a power of two. */
const MANY = 64;

function nameOf(state: CodeState): string {
  const { code } = state.runtime;
  return `${code.qualname} ${code.filename}:${code.firstLine}`;
}

function linesOf({ state, pc }: Unit): [number, number] {
  const { code } = state.runtime;
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  const { blocks } = state.flowFrom(pc);
  for (const { start, end } of blocks) {
    for (let at = start; at < end; at += instructionLength(code.words, at)) {
      const { line, endLine } = positionAt(code, at);
      if (line <= 0) continue;
      first = Math.min(first, line);
      last = Math.max(last, endLine);
    }
  }
  return [Math.min(first, last), last];
}

function guardOf({ reason, frames }: Exit): LoggedGuard {
  const { context, pc } = frames[frames.length - 1].state;
  const { code } = context.runtime;
  const place = `${code.qualname}:${code.firstLine}`;
  return { reason, place, at: pc, file: code.filename, line: positionAt(code, pc).line };
}

class Log implements Listener {
  private readonly write: (line: string) => void;
  private readonly numbers: WeakMap<Unit, number>;
  private last: number;

  constructor(write: (line: string) => void) {
    this.write = write;
    this.numbers = new WeakMap();
    this.last = 0;
  }

  compiled(unit: Unit, milliseconds: number): void {
    const number = ++this.last;
    this.numbers.set(unit, number);
    this.record({
      event: 'compiled',
      code: nameOf(unit.state),
      pc: unit.pc,
      unit: number,
      milliseconds,
      file: unit.state.runtime.code.filename,
      lines: linesOf(unit),
      guards: unit.exits.map(guardOf),
      graph: unit.graph,
      source: unit.source,
    });
  }

  refused(state: CodeState, pc: number, reason: string): void {
    const { line } = positionAt(state.runtime.code, pc);
    this.record({ event: 'refused', code: nameOf(state), pc, reason, line });
  }

  failed(unit: Unit, guard: number): void {
    const exit = unit.exits[guard];
    const { count } = exit;
    if (count > MANY && (count & (count - 1)) !== 0) return;
    const number = this.numbers.get(unit) ?? 0;
    this.record({
      event: 'failed',
      code: nameOf(unit.state),
      pc: unit.pc,
      unit: number,
      guard,
      count,
      ...guardOf(exit),
    });
  }

  dropped(state: CodeState, reason: string): void {
    this.record({ event: 'dropped', code: nameOf(state), pc: 0, reason });
  }

  private record(record: LogRecord): void {
    this.write(`${JSON.stringify(record)}\n`);
  }
}

/** Has everything written from now on that the compiler of an interpreter does. */
export function startLog(controls: Controls, write: (line: string) => void): void {
  controls.describesGraphs = true;
  controls.listeners.add(new Log(write));
}
