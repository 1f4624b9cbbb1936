/**
 * The log of the compiler (`--jitlog FILE`): what was compiled, with its source, what was refused and why, which guards failed. One JSON
 * object a line; jitlog-summary.ts reads it.
 */
import { events } from './driver.ts';
import type { CodeState } from './code-state.ts';
import type { Unit } from './unit.ts';

export interface LogRecord {
  readonly event: 'compiled' | 'refused' | 'failed' | 'dropped';
  /** `qualname filename:line` of the code. */
  readonly code: string;
  readonly pc: number;
  readonly [detail: string]: unknown;
}

const records: LogRecord[] = [];

function nameOf(state: CodeState): string {
  const { code } = state.runtime;
  return `${code.qualname} ${code.filename}:${code.firstLine}`;
}

/** Begins to keep records. */
export function startLog(): void {
  events.compiled = (unit: Unit, milliseconds: number): void => {
    records.push({ event: 'compiled', code: nameOf(unit.state), pc: unit.pc, milliseconds, source: unit.source });
  };
  events.refused = (state, pc, reason): void => {
    records.push({ event: 'refused', code: nameOf(state), pc, reason });
  };
  events.failed = (unit, number): void => {
    const { reason, frames } = unit.exits[number];
    const inner = frames[frames.length - 1].state;
    const place = { place: nameOfRuntime(inner.context.runtime.code), at: inner.pc };
    records.push({ event: 'failed', code: nameOf(unit.state), pc: unit.pc, reason, ...place });
  };
  events.dropped = (state): void => {
    records.push({ event: 'dropped', code: nameOf(state), pc: 0 });
  };
}

function nameOfRuntime(code: { qualname: string; firstLine: number }): string {
  return `${code.qualname}:${code.firstLine}`;
}

/** The records so far, as the lines of the file. */
export function logText(): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
