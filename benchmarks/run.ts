/**
 * The benchmark run: `npm run bench -- [PROGRAM ...] [--rounds 3] [--iterations 30] [--seconds 4]`.
 *
 * Each program of benchmarks/programs/ runs under Typhon (dist/cli.mjs), with the compiler and without, CPython 3.14 (TYPHON_ORACLE, or python3.14
 * on the PATH) and, where they are found, PyPy (TYPHON_PYPY, or pypy3 on the PATH) and Pyodide (the package). Some programs have been written in JavaScript
 * too, as one would (benchmarks/javascript/): they run under Node. A round is one fresh process per implementation, one after the other, so that a noisy moment of the machine hits all of them. Two times are taken:
 * the first call of main(), and the steady state, the median of the later half of the calls; each is the median over
 * the rounds, and the spread says how far rounds lie apart. All implementations must return the same result.
 *
 * Writes benchmarks/results/latest.json and latest.html, and docs/benchmarks.md, when all programs were run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findOracle, versionOf } from '../tools/oracle/oracle.ts';
import {
  BASE,
  BY_HAND,
  type Implementation,
  INTERPRETED,
  type Measurement,
  milliseconds,
  OURS,
  type Report,
  type Row,
} from './measurement.ts';
import { htmlPage } from './report-html.ts';
import { markdownPage, markdownTable } from './report-markdown.ts';
import { median, spread } from './statistics.ts';

/** Seconds of one process. */
interface Round {
  first: number;
  steady: number;
  result: string;
}

/** Of what a program says that fails, at most: Node shows the whole line of the error, which may be a bundle. */
const MESSAGE_LENGTH = 200;

const FOLDER = 'benchmarks/programs';
const BY_HAND_FOLDER = 'benchmarks/javascript';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    iterations: { type: 'string', default: '30' },
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
  const report = reportOf(rows, implementations);
  console.log('\n' + markdownTable(report));
  if (positionals.length === 0) write(report);
}

function findImplementations(): Implementation[] {
  const found: Implementation[] = [];
  const add = (name: string, command: string[], version: string) => {
    if (version !== '') found.push({ name, version, command: (program) => pythonCommand(command, program) });
  };
  add(OURS, [process.execPath, 'dist/cli.mjs'], `on Node ${process.version}`);
  add(INTERPRETED, [process.execPath, 'dist/cli.mjs', '--jit', 'off'], 'in the same');
  const oracle = findOracle();
  if (oracle !== undefined) add('CPython', [oracle, '-B'], versionOf(oracle));
  const pypy = process.env['TYPHON_PYPY'] ?? 'pypy3';
  add('PyPy', [pypy, '-B'], versionOf(pypy).replace(/\n/g, ' '));
  const pyodide = [process.execPath, 'benchmarks/pyodide.mjs'];
  add('Pyodide', pyodide, versionOf(pyodide[0]!, [pyodide[1]!, '-V']));
  found.push({ name: BY_HAND, version: `on Node ${process.version}`, command: javascriptCommand });
  return found;
}

function pythonCommand(interpreter: string[], program: string): string[] {
  return [...interpreter, 'benchmarks/driver.py', `${FOLDER}/${program}.py`];
}

function javascriptCommand(program: string): string[] | undefined {
  const path = `${BY_HAND_FOLDER}/${program}.mjs`;
  return existsSync(path) ? [process.execPath, 'benchmarks/javascript-driver.mjs', path] : undefined;
}

// ── Measuring ──────────────────────────────────────────────────────────────────────────────────────

function measure(program: string, implementations: Implementation[]): Row {
  const commands = new Map<string, readonly string[]>();
  for (const { name, command } of implementations) {
    const words = command(program);
    if (words !== undefined) commands.set(name, words);
  }
  const rounds = new Map<string, (Round | string)[]>([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const [name, command] of commands) rounds.get(name)!.push(runOnce(command));
  }
  const expected = expectedResult(rounds);
  const measurements: Record<string, Measurement | string> = {};
  for (const [name, results] of rounds) {
    measurements[name] = condense(results, name === BY_HAND ? withoutBrackets(expected) : expected);
  }
  return { program, measurements };
}

/** CPython's result where it ran, else anybody's. */
function expectedResult(rounds: Map<string, (Round | string)[]>): string | undefined {
  const all = [...(rounds.get(BASE) ?? []), ...[...rounds.values()].flat()];
  return all.find((round): round is Round => typeof round !== 'string')?.result;
}

/** The result as JavaScript says it: tuples, lists and texts without their marks. */
function withoutBrackets(result: string | undefined): string | undefined {
  return result?.replace(/[()[\]']|(?<=,) /g, '');
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

function runOnce([command, ...prefix]: readonly string[]): Round | string {
  const parameters = [...prefix, options.iterations, options.seconds];
  const process = spawnSync(command!, parameters, { encoding: 'utf8', timeout: 120_000 });
  const lines = process.stdout?.trimEnd().split('\n') ?? [];
  const result = lines.at(-1) ?? '';
  if (process.status !== 0 || !result.startsWith('result ')) {
    const message = process.stderr?.trim().split('\n').at(-1)?.slice(0, MESSAGE_LENGTH);
    return message || `ended with ${process.signal ?? process.status}`;
  }
  const times = lines.slice(0, -1).map((line) => Number(line.slice('iteration '.length)));
  return { first: times[0]!, steady: median(times.slice(Math.floor(times.length / 2))), result };
}

// ── Reporting ──────────────────────────────────────────────────────────────────────────────────────

function summary({ program, measurements }: Row, implementations: Implementation[]): string {
  const cells = implementations.flatMap(({ name }) => {
    const value = measurements[name];
    if (value === undefined) return [];
    const text = typeof value === 'string' ? value : `${milliseconds(value.first)} / ${milliseconds(value.steady)}`;
    return `${name} ${text}`;
  });
  return `${program.padEnd(20)} ${cells.join('   ')}`;
}

function reportOf(rows: Row[], implementations: Implementation[]): Report {
  return {
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} logical processors`,
    options,
    versions: implementations.map(({ name, version }) => ({ name, version })),
    rows,
  };
}

function write(report: Report): void {
  mkdirSync('benchmarks/results', { recursive: true });
  writeFileSync('benchmarks/results/latest.json', JSON.stringify(report, null, 2) + '\n');
  writeFileSync('benchmarks/results/latest.html', htmlPage(report));
  writeFileSync('docs/benchmarks.md', markdownPage(report));
}
