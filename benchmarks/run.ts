/**
 * The benchmark run: `npm run bench -- [PROGRAM ...] [--rounds 3] [--iterations 10] [--seconds 4]`.
 *
 * Each program of benchmarks/programs/ runs under Typhon (dist/cli.mjs), CPython 3.14 (TYPHON_ORACLE, or python3.14 on
 * the PATH) and, where it is found, PyPy (TYPHON_PYPY, or pypy3 on the PATH). A round is one fresh process per
 * implementation, one after the other, so that a noisy moment of the machine hits all of them. Two times are taken:
 * the first call of main(), and the steady state, the median of the later half of the calls; each is the median over
 * the rounds, and the spread says how far rounds lie apart. All implementations must return the same result.
 *
 * Writes benchmarks/results/latest.json and docs/benchmarks.md when all programs were run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findOracle, versionOf } from '../tools/oracle/oracle.ts';
import { geometricMean, median, spread } from './statistics.ts';

interface Implementation {
  name: string;
  command: string[];
  version: string;
}

/** Seconds of one process. */
interface Round {
  first: number;
  steady: number;
  result: string;
}

interface Measurement {
  first: number;
  steady: number;
  firstSpread: number;
  steadySpread: number;
}

interface Row {
  program: string;
  /** By name of the implementation; an error text where the program failed. */
  measurements: Record<string, Measurement | string>;
}

const FOLDER = 'benchmarks/programs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    iterations: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '4' },
  },
});

main();

function main(): void {
  const implementations = findImplementations();
  const programs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.py'))
    .map((name) => name.slice(0, -'.py'.length))
    .filter((name) => positionals.length === 0 || positionals.some((wanted) => name.includes(wanted)));
  console.log(implementations.map(({ name, version }) => `${name}: ${version}`).join('\n'));
  const rows: Row[] = [];
  for (const program of programs) {
    const row = measure(program, implementations);
    rows.push(row);
    console.log(summary(row, implementations));
  }
  const table = markdown(rows, implementations);
  console.log('\n' + table);
  if (positionals.length === 0) write(rows, implementations, table);
}

function findImplementations(): Implementation[] {
  const found: Implementation[] = [];
  const add = (name: string, command: string[], version: string) => {
    if (version !== '') found.push({ name, command, version });
  };
  add('Typhon', [process.execPath, 'dist/cli.mjs'], `on Node ${process.version}`);
  const oracle = findOracle();
  if (oracle !== undefined) add('CPython', [oracle, '-B'], versionOf(oracle));
  const pypy = process.env['TYPHON_PYPY'] ?? 'pypy3';
  add('PyPy', [pypy, '-B'], versionOf(pypy).replace(/\n/g, ' '));
  return found;
}

// ── Measuring ──────────────────────────────────────────────────────────────────────────────────────

function measure(program: string, implementations: Implementation[]): Row {
  const rounds = new Map<string, (Round | string)[]>(implementations.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const { name, command } of implementations) rounds.get(name)!.push(runOnce(program, command));
  }
  const measurements: Row['measurements'] = {};
  for (const [name, results] of rounds) measurements[name] = condense(results, expectedResult(rounds));
  return { program, measurements };
}

/** CPython's result where it ran, else anybody's. */
function expectedResult(rounds: Map<string, (Round | string)[]>): string | undefined {
  const all = [...(rounds.get('CPython') ?? []), ...[...rounds.values()].flat()];
  return all.find((round): round is Round => typeof round !== 'string')?.result;
}

function condense(results: (Round | string)[], expected: string | undefined): Measurement | string {
  const failure = results.find((round): round is string => typeof round === 'string');
  if (failure !== undefined) return failure;
  const rounds = results as Round[];
  const wrong = rounds.find(({ result }) => result !== expected);
  if (wrong !== undefined) return `result ${wrong.result} instead of ${expected}`;
  const [first, steady] = [rounds.map((round) => round.first), rounds.map((round) => round.steady)];
  return {
    first: median(first),
    steady: median(steady),
    firstSpread: spread(first),
    steadySpread: spread(steady),
  };
}

function runOnce(program: string, [command, ...prefix]: string[]): Round | string {
  const path = `${FOLDER}/${program}.py`;
  const parameters = [...prefix, 'benchmarks/driver.py', path, options.iterations, options.seconds];
  const process = spawnSync(command!, parameters, { encoding: 'utf8', timeout: 120_000 });
  const lines = process.stdout?.trimEnd().split('\n') ?? [];
  const result = lines.at(-1) ?? '';
  if (process.status !== 0 || !result.startsWith('result ')) {
    return process.stderr?.trim().split('\n').at(-1) || `ended with ${process.signal ?? process.status}`;
  }
  const times = lines.slice(0, -1).map((line) => Number(line.slice('iteration '.length)));
  return { first: times[0]!, steady: median(times.slice(Math.floor(times.length / 2))), result };
}

// ── Reporting ──────────────────────────────────────────────────────────────────────────────────────

function summary({ program, measurements }: Row, implementations: Implementation[]): string {
  const cells = implementations.map(({ name }) => {
    const value = measurements[name]!;
    const text = typeof value === 'string' ? value : `${milliseconds(value.first)} / ${milliseconds(value.steady)}`;
    return `${name} ${text}`;
  });
  return `${program.padEnd(20)} ${cells.join('   ')}`;
}

function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms`;
}

/** How many times faster than CPython, or undefined where one of the two failed. */
function speedUp(row: Row, name: string, phase: 'first' | 'steady'): number | undefined {
  const [base, other] = [row.measurements['CPython'], row.measurements[name]];
  if (base === undefined || other === undefined || typeof base === 'string' || typeof other === 'string')
    return undefined;
  return base[phase] / other[phase];
}

function markdown(rows: Row[], implementations: Implementation[]): string {
  const others = implementations.filter(({ name }) => name !== 'CPython');
  const columns = others.flatMap(({ name }) => [`${name} first`, `${name} steady`]);
  const head = ['program', 'CPython first', 'CPython steady', ...columns];
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:'))];
  for (const row of rows) {
    const base = row.measurements['CPython'];
    const absolute = base === undefined || typeof base === 'string' ? ['-', '-'] : phases(base);
    lines.push([row.program, ...absolute, ...others.flatMap(({ name }) => ratioCells(row, name))]);
  }
  lines.push(['**geometric mean**', '', '', ...others.flatMap(({ name }) => meanCells(rows, name))]);
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
}

function phases({ first, steady, firstSpread, steadySpread }: Measurement): string[] {
  return [`${milliseconds(first)} ${percent(firstSpread)}`, `${milliseconds(steady)} ${percent(steadySpread)}`];
}

function percent(share: number): string {
  return `±${(share * 100).toFixed(0)} %`;
}

function ratioCells(row: Row, name: string): string[] {
  const value = row.measurements[name]!;
  if (typeof value === 'string') return ['fails', 'fails'];
  const ratio = (phase: 'first' | 'steady') => speedUp(row, name, phase)?.toFixed(2) ?? milliseconds(value[phase]);
  return [`${ratio('first')} ${percent(value.firstSpread)}`, `${ratio('steady')} ${percent(value.steadySpread)}`];
}

function meanCells(rows: Row[], name: string): string[] {
  return (['first', 'steady'] as const).map((phase) => {
    const ratios = rows.map((row) => speedUp(row, name, phase)).filter((ratio) => ratio !== undefined);
    return ratios.length === 0 ? '-' : `**${geometricMean(ratios).toFixed(2)}** (${ratios.length})`;
  });
}

function write(rows: Row[], implementations: Implementation[], table: string): void {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} logical processors`;
  const versions = implementations.map(({ name, version }) => ({ name, version }));
  mkdirSync('benchmarks/results', { recursive: true });
  const report = { date: new Date().toISOString(), machine, options, versions, rows };
  writeFileSync('benchmarks/results/latest.json', JSON.stringify(report, null, 2) + '\n');
  writeFileSync('docs/benchmarks.md', document(machine, versions, table));
}

function document(machine: string, versions: { name: string; version: string }[], table: string): string {
  return `# Benchmarks

Made by \`npm run bench\`; do not edit. Programs: [benchmarks/programs](../benchmarks/programs). ${machine};
${versions.map(({ name, version }) => `${name} ${version.replace(/^Python /, '')}`).join('; ')}.

CPython's columns are times of one call of \`main()\`; the others say how many times faster than CPython (below 1: slower).
*First* is the first call in a fresh process, *steady* the median of the later half of ${options.iterations} calls (or ${options.seconds} s);
both are medians of ${options.rounds} interleaved rounds, with half the distance between the fastest and the slowest round.
The geometric mean stands with the number of programs in it.

${table}`;
}
