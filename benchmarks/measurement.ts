/** What a benchmark run measures, and what its reports are made of. */
import { geometricMean } from './statistics.ts';

export interface Implementation {
  readonly name: string;
  readonly version: string;
  /** The command for one program, but for the iterations and seconds; undefined where the implementation has not got that program. */
  readonly command: (program: string) => readonly string[] | undefined;
}

/** Seconds; the spreads are half the distance between the fastest and the slowest round, as a share of the median. */
export interface Measurement {
  readonly first: number;
  readonly steady: number;
  readonly firstSpread: number;
  readonly steadySpread: number;
}

export type Phase = 'first' | 'steady';
export const PHASES: readonly Phase[] = ['first', 'steady'];

export interface Row {
  readonly program: string;
  /** By name of the implementation; an error text where the program failed, nothing where it does not exist. */
  readonly measurements: Readonly<Record<string, Measurement | string>>;
}

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly options: { readonly rounds: string; readonly iterations: string; readonly seconds: string };
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly rows: readonly Row[];
}

/** The implementation that the others are compared with. */
export const BASE = 'CPython';

/** The same program written in JavaScript by hand: not another Python, so it has a table of its own. */
export const BY_HAND = 'JavaScript';
export const OURS = 'Typhon';
export const INTERPRETED = 'Typhon without compiler';

/** What runs the Python programs, but for CPython itself. */
export function comparedNames(report: Report): string[] {
  return report.versions.map(({ name }) => name).filter((name) => name !== BASE && name !== BY_HAND);
}

/** The programs that exist in JavaScript. */
export function rowsByHand(report: Report): Row[] {
  return report.rows.filter((row) => row.measurements[BY_HAND] !== undefined);
}

/** How many times as long as the program in JavaScript ours takes. */
export function timesByHand(row: Row, phase: Phase): number | undefined {
  const [ours, other] = [row.measurements[OURS], row.measurements[BY_HAND]];
  if (ours === undefined || other === undefined || typeof ours === 'string' || typeof other === 'string')
    return undefined;
  return ours[phase] / other[phase];
}

/** How many times faster than CPython, or undefined where one of the two failed. */
export function speedUp(row: Row, name: string, phase: Phase): number | undefined {
  const [base, other] = [row.measurements[BASE], row.measurements[name]];
  if (base === undefined || other === undefined || typeof base === 'string' || typeof other === 'string')
    return undefined;
  return base[phase] / other[phase];
}

/** The geometric mean of the ratios that there are, and their number. */
export function meanSpeedUp(rows: readonly Row[], name: string, phase: Phase): { mean: number; count: number } {
  const ratios = rows.map((row) => speedUp(row, name, phase)).filter((ratio) => ratio !== undefined);
  return { mean: ratios.length === 0 ? Number.NaN : geometricMean(ratios), count: ratios.length };
}

export function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms`;
}

export function percent(share: number): string {
  return `±${(share * 100).toFixed(0)} %`;
}

/** `Python 3.14.8` is said shorter. */
export function versionText({ name, version }: { name: string; version: string }): string {
  return `${name} ${version.replace(/^Python |^Pyodide /, '')}`;
}
