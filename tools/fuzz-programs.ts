/**
 * Runs generated programs under Typhon and under CPython: none may end in an error of the host, hang or leave the interpreter
 * unsound, and both must print the same.
 *
 *   node tools/run.mjs tools/fuzz-programs.ts [--seed 1] [--first 0] [--count 1000] [--corpus 'GLOB' ...] [--jobs 1] [--show N] [--whole]
 *
 * Program number i of seed s depends on s and i alone (and on the corpus, if programs are mutated from one), so a number reproduces it:
 * --show prints it. A program that differs is run again in fresh processes; if it still differs it is made smaller (not with --whole) and put into
 * build/fuzz, with both outputs. One that differs only among others has found state that outlives a program.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reduce } from './fuzz/reduce.ts';
import { ProgramServer, type Run } from './fuzz/server.ts';
import { requireOracle } from './oracle/oracle.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    count: { type: 'string', default: '1000' },
    corpus: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: '1' },
    show: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});
const FOLDER = 'build/fuzz';
const seed = Number(options.seed);
const end = Number(options.first) + Number(options.count);
/** Typhon gets more time than CPython, whose own limit drops programs that take long. */
const TYPHON_LIMIT = 30_000;
const ORACLE_LIMIT = 60_000;

interface Servers {
  oracle: ProgramServer;
  typhon: ProgramServer;
  /** Another Typhon, which has seen only the programs that differed. */
  second: ProgramServer;
}

function makeServers(): Servers {
  const typhon = (): ProgramServer => new ProgramServer(process.execPath, ['dist/cli.mjs'], TYPHON_LIMIT);
  return { oracle: new ProgramServer(requireOracle(), ['-B'], ORACLE_LIMIT), typhon: typhon(), second: typhon() };
}

function stop(servers: Servers): void {
  for (const server of Object.values(servers)) server.restart();
}

async function make(servers: Servers, index: number): Promise<string> {
  return (await servers.oracle.ask<{ source: string }>({ ask: 'make', corpus: options.corpus, seed, index })).source;
}

/** What became of all programs. */
const totals = { equal: 0, dropped: 0, different: 0, hostErrors: 0, hangs: 0, unsound: 0, leaks: 0 };
let next = Number(options.first);

/** A program that CPython itself cannot run within its limits says nothing. */
const isDropped = (run: Run): boolean => run.failure !== null || run.trace.includes('MemoryError');

/** Too slow is no error where CPython was too slow as well. */
const isFatal = (run: Run): boolean =>
  (run.failure !== null && run.failure !== 'time') || run.trace.includes('internal error');

const isSame = (expected: Run, actual: Run): boolean =>
  isDropped(expected) || (actual.failure === null && actual.trace === expected.trace);

async function worker(): Promise<void> {
  const servers = makeServers();
  while (next < end) {
    const index = next++;
    const source = await make(servers, index);
    const [expected, actual] = await Promise.all([servers.oracle.run(source), servers.typhon.run(source)]);
    if (isSame(expected, actual) && !isFatal(actual)) totals[isDropped(expected) ? 'dropped' : 'equal']++;
    else await report(servers, index, source, expected, actual);
  }
  stop(servers);
}

/** Looks at a difference again, by itself; makes it smaller, and says what it is. */
async function report(servers: Servers, index: number, source: string, expected: Run, actual: Run): Promise<void> {
  const again = await servers.second.run(source);
  const kind = kindOf(again, isSame(expected, again));
  totals[kind]++;
  const isReduced = !options.whole && (kind === 'different' || kind === 'hostErrors') && !isDropped(expected);
  const small = isReduced ? await reduce(source, servers.oracle, (smaller) => differs(servers, smaller)) : source;
  const [theirs, ours] = isReduced
    ? await Promise.all([servers.oracle.run(small), servers.second.run(small)])
    : [expected, kind === 'leaks' ? actual : again];
  save(index, kind, small, theirs, ours);
}

function kindOf(again: Run, isSameAgain: boolean): 'leaks' | 'hangs' | 'unsound' | 'hostErrors' | 'different' {
  if (again.failure === 'time') return 'hangs';
  if (again.failure === 'unsound') return 'unsound';
  if (isFatal(again)) return 'hostErrors';
  return isSameAgain ? 'leaks' : 'different';
}

async function differs(servers: Servers, source: string): Promise<boolean> {
  const [expected, actual] = await Promise.all([servers.oracle.run(source), servers.second.run(source)]);
  return !isSame(expected, actual);
}

function save(index: number, kind: string, source: string, expected: Run, actual: Run): void {
  mkdirSync(FOLDER, { recursive: true });
  const name = `${FOLDER}/${options.corpus.length > 0 ? 'mutant' : 'program'}-${seed}-${index}`;
  writeFileSync(`${name}.py`, source);
  const [theirs, ours] = [expected.trace.split('\n'), actual.trace.split('\n')];
  const at = theirs.findIndex((line, number) => line !== ours[number]);
  console.log(`${name}.py: ${kind}${actual.failure === null ? '' : ` (${actual.failure})`}`);
  console.log(`  CPython  ${theirs[at]}\n  Typhon   ${ours[at]}`);
  writeFileSync(
    `${name}.txt`,
    `${kind}\n--- CPython\n${expected.trace}\n--- Typhon ${actual.failure ?? ''}\n${actual.trace}\n`,
  );
}

async function main(): Promise<void> {
  if (options.show !== undefined) {
    const servers = makeServers();
    process.stdout.write(await make(servers, Number(options.show)));
    stop(servers);
    return;
  }
  const start = performance.now();
  await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { equal, dropped, different, hostErrors, hangs, unsound, leaks } = totals;
  console.log(
    `${options.count} programs of seed ${seed} in ${seconds.toFixed(0)} s (${(Number(options.count) / seconds).toFixed(1)} per second)`,
  );
  console.log(
    `${equal} equal, ${dropped} beyond CPython's limits, ${different} different, ${hostErrors} host errors, ${hangs} hangs, ${unsound} unsound, ${leaks} differ only among others`,
  );
  process.exitCode = different + hostErrors + hangs + unsound + leaks > 0 ? 1 : 0;
}

await main();
