/**
 * Runs generated programs under Typhon and under CPython: none may end in an error of the host, hang or leave the interpreter
 * unsound, and both must print the same.
 *
 *   node tools/run.mjs tools/fuzz-programs.ts [--seed 1] [--first 0] [--count 1000] [--corpus 'GLOB' ...] [--jobs 2] [--show N] [--whole] [--within] [--hot] [--classes] [--jit SETTINGS ...]
 *
 * Program number i of seed s depends on s and i alone (and on the corpus, if programs are mutated from one), so a number reproduces it:
 * --show prints it. With --hot the programs are those of hot_grammar.py, with --classes those of class_grammar.py. Each is run by a Typhon of each --jit, all beside one run of CPython.
 * With --within, Typhon does not run those that are beyond CPython's limits, which take most of the time. The corpus `generated`
 * stands for the generated programs themselves. Differences are grouped by cause; the first of each
 * group is made smaller (not with --whole) and put into build/fuzz, with both outputs. A summary in JSON stands beside them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { causeOf, type Difference, firstDifference, type Group, Groups, type Kind } from './fuzz/groups.ts';
import { reduce } from './fuzz/reduce.ts';
import { ProgramServer, type Run } from './fuzz/server.ts';
import { requireOracle } from './oracle/oracle.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    count: { type: 'string', default: '1000' },
    corpus: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: '2' },
    show: { type: 'string' },
    whole: { type: 'boolean', default: false },
    within: { type: 'boolean', default: false },
    hot: { type: 'boolean', default: false },
    classes: { type: 'boolean', default: false },
    jit: { type: 'string', multiple: true, default: ['off'] },
  },
});
const FOLDER = 'build/fuzz';
const seed = Number(options.seed);
const count = Number(options.count);
const end = Number(options.first) + count;
/** What kind of programs they are, for the names of files. */
const KIND = options.corpus.length > 0 ? 'mutant' : options.classes ? 'classes' : options.hot ? 'hot' : 'program';
const NAME = `${FOLDER}/${KIND}-${seed}`;
/** Programs that a process gets at once. */
const BATCH = 20;
/** Batches until a process of Typhon is given up: what weak references have given stays as long as it never waits for anything. */
const BATCHES_PER_PROCESS = 40;
/** Seconds between two lines on the progress. */
const PERIOD = 15;
/** Typhon gets more time than CPython, whose own limit drops programs that take long. */
const TYPHON_LIMIT = 60_000;
const ORACLE_LIMIT = 120_000;
/** A busy machine is no hang: a program that is run again gets as much time as it may need. */
const LAST_LIMIT = 300_000;
/** Programs beyond CPython's limits must not end Typhon either; they are given up soon. */
const BEYOND_LIMIT = 3000;

const oracleServer = (hashSeed: string): ProgramServer =>
  new ProgramServer(requireOracle(), ['-B'], ORACLE_LIMIT, { PYTHONHASHSEED: hashSeed });
const typhonServer = (jit: string, limit: number, ...more: string[]): ProgramServer =>
  new ProgramServer(process.execPath, ['dist/cli.mjs', '--jit', jit, ...more], limit);

/** Those who look at a difference by itself: CPython, and Typhon by its settings. */
const aloneOracle = oracleServer('1');
const alone = new Map(options.jit.map((jit) => [jit, typhonServer(jit, LAST_LIMIT)]));
/** CPython with other hashes of strings. */
const otherOracles = ['2', '3', '4'].map(oracleServer);
const totals = { equal: 0, beyond: 0, unstable: 0, differences: {} as Record<Kind, number> };
const groups = new Groups();
const start = performance.now();
let next = Number(options.first);

const question = (index: number): object => {
  const { corpus, hot, classes } = options;
  return { ask: 'run', corpus, hot, classes, seed, index };
};

/** A program that CPython itself cannot run within its limits says nothing about what is right. */
const isBeyond = (run: Run): boolean => run.failure !== null || run.trace.includes('MemoryError');

/** Too slow is no error where CPython was too slow as well. */
const isFatal = (run: Run): boolean =>
  (run.failure !== null && run.failure !== 'time') || run.trace.includes('internal error');

const isSame = (expected: Run, actual: Run): boolean =>
  !isFatal(actual) && (isBeyond(expected) || (actual.failure === null && actual.trace === expected.trace));

/** The processes of one worker that run programs with the same settings. */
interface Side {
  readonly jit: string;
  batches: number;
  readonly typhon: ProgramServer;
  readonly limited: ProgramServer;
}

/** Takes batches until none is left. Several workers keep the processes of both sides busy. */
async function worker(): Promise<void> {
  const oracle = oracleServer('1');
  const sides = options.jit.map((jit) => ({
    jit,
    batches: 0,
    typhon: typhonServer(jit, TYPHON_LIMIT),
    limited: typhonServer(jit, BEYOND_LIMIT, '-X', 'max_memory=300M'),
  }));
  while (next < end) {
    const first = next;
    next = Math.min(end, next + BATCH);
    const indices = Array.from({ length: next - first }, (_, at) => first + at);
    const expected = await oracle.runAll(indices.map(question));
    for (const side of sides) await compareBatch(side, indices, expected);
  }
  oracle.restart();
  for (const { typhon, limited } of sides) for (const server of [typhon, limited]) server.restart();
}

async function compareBatch(side: Side, indices: number[], expected: Run[]): Promise<void> {
  const { jit, typhon, limited } = side;
  if (++side.batches % BATCHES_PER_PROCESS === 0) typhon.restart();
  const within = expected.filter((run) => !isBeyond(run));
  const beyond = options.within ? [] : expected.filter(mayRunBeyond);
  const ran = [...(await runBatch(typhon, within)), ...(await limited.runAll(beyond.map(runQuestion)))];
  const actual = new Map([...within, ...beyond].map((run, at) => [run, ran[at]!]));
  for (const [at, run] of expected.entries()) await compare(jit, indices[at]!, run, actual.get(run));
}

const mayRunBeyond = (run: Run): boolean => isBeyond(run) && run.source !== '' && run.failure !== FORBIDDEN;

/** How a mutant ends that would change files. */
const FORBIDDEN = 'status 77';

const runQuestion = (run: Run, at?: number, all?: readonly Run[]): object => ({
  ask: 'run',
  source: run.source,
  check: at === undefined || at + 1 === all!.length,
});

/** One look at the soundness per batch; if it fails, each program is looked at by itself. */
async function runBatch(typhon: ProgramServer, programs: readonly Run[]): Promise<Run[]> {
  const runs = await typhon.runAll(programs.map((run, at, all) => runQuestion(run, at, all)));
  if (runs.at(-1)?.failure !== 'unsound') return runs;
  const again: Run[] = [];
  for (const { source } of programs) {
    typhon.restart();
    again.push(await typhon.run(source));
  }
  typhon.restart();
  return again;
}

async function compare(jit: string, index: number, expected: Run, actual: Run | undefined): Promise<void> {
  if (actual === undefined || (isBeyond(expected) && isSame(expected, actual))) totals.beyond++;
  else if (isSame(expected, actual)) totals.equal++;
  else await lookAgain(jit, index, expected, actual);
}

/** Runs a program that differed by itself, and under CPython with other hashes. */
async function lookAgain(jit: string, index: number, expected: Run, actual: Run): Promise<void> {
  const { source } = expected;
  const typhon = alone.get(jit)!;
  const [isUnstable, again] = await Promise.all([runsOtherwise(source, expected), typhon.run(source)]);
  if (again.failure !== null) typhon.restart();
  if (isUnstable && !isFatal(again)) {
    totals.unstable++;
    return;
  }
  const kind = kindOf(again, isSame(expected, again));
  const seen = kind === 'only among others' ? actual : again;
  const [theirs, ours] = firstDifference(expected, seen);
  totals.differences[kind] = (totals.differences[kind] ?? 0) + 1;
  const difference = { index, jit, kind, theirs, ours: seen.failure ?? ours };
  if (groups.add(difference)) save(difference, source, expected, seen);
}

/** Whether what a program prints depends on the hashes of strings. */
async function runsOtherwise(source: string, expected: Run): Promise<boolean> {
  const others = await Promise.all(otherOracles.map((oracle) => oracle.run(source)));
  return others.some(({ trace }) => trace !== expected.trace);
}

function kindOf(again: Run, isSameAgain: boolean): Kind {
  if (again.failure === 'time') return 'hangs';
  if (again.failure === 'unsound') return 'unsound';
  if (isFatal(again)) return 'host errors';
  return isSameAgain ? 'only among others' : 'different';
}

function save({ index, jit, kind, theirs, ours }: Difference, source: string, expected: Run, actual: Run): void {
  const name = `${NAME}-${index}`;
  writeFileSync(`${name}.py`, source);
  writeFileSync(
    `${name}.txt`,
    `${kind} with --jit ${jit}\nCPython  ${theirs}\nTyphon   ${ours}\n--- CPython\n${expected.trace}\n--- Typhon ${actual.failure ?? ''}\n${actual.trace}\n`,
  );
}

/** Makes the first program of a group smaller, as long as it differs in the same way. */
async function makeSmaller(group: Group): Promise<void> {
  if (group.kind !== 'different' && group.kind !== 'host errors') return;
  const cause = causeOf(group);
  const { source } = await aloneOracle.ask<Run>({ ...question(group.index), ask: 'make' });
  const small = await reduce(source, aloneOracle, async (smaller) => {
    const [expected, actual] = await runAlone(group.jit, smaller);
    if (isSame(expected, actual)) return false;
    if (!isFatal(actual) && (await runsOtherwise(smaller, expected))) return false;
    const [theirs, ours] = firstDifference(expected, actual);
    const kind = kindOf(actual, false);
    return causeOf({ index: 0, jit: group.jit, kind, theirs, ours: actual.failure ?? ours }) === cause;
  });
  const [expected, actual] = await runAlone(group.jit, small);
  const [theirs, ours] = firstDifference(expected, actual);
  save({ ...group, theirs, ours: actual.failure ?? ours }, small, expected, actual);
}

async function runAlone(jit: string, source: string): Promise<[Run, Run]> {
  const typhon = alone.get(jit)!;
  const runs = await Promise.all([aloneOracle.run(source), typhon.run(source)]);
  if (runs[1].failure !== null) typhon.restart();
  return runs;
}

const seconds = (): number => (performance.now() - start) / 1000;
const done = (): number => totals.equal + totals.beyond + totals.unstable + differing();
const differing = (): number => Object.values(totals.differences).reduce((sum, number) => sum + number, 0);

function progress(): void {
  const rate = done() / seconds();
  console.log(
    `${done()}/${count * options.jit.length} programs, ${rate.toFixed(1)} per second, ${differing()} differ in ${groups.sorted().length} ways`,
  );
  writeSummary();
}

function writeSummary(): void {
  const summary = {
    seed,
    corpus: options.corpus,
    hot: options.hot,
    classes: options.classes,
    jit: options.jit,
    first: Number(options.first),
    count,
    seconds: seconds(),
    ...totals,
  };
  writeFileSync(
    `${NAME}-${options.first}.json`,
    `${JSON.stringify({ ...summary, groups: groups.sorted() }, null, 2)}\n`,
  );
}

function report(): void {
  for (const { count: number, kind, theirs, ours, programs } of groups.sorted())
    console.log(`${number} ${kind}: ${programs.join(' ')}\n  CPython  ${theirs}\n  Typhon   ${ours}`);
  const kinds = Object.entries(totals.differences).map(([kind, number]) => `, ${number} ${kind}`);
  console.log(
    `${done()} programs of seed ${seed} in ${seconds().toFixed(0)} s (${(done() / seconds()).toFixed(1)} per second)\n` +
      `${totals.equal} equal, ${totals.beyond} beyond CPython's limits, ${totals.unstable} that CPython runs otherwise each time${kinds.join('')}`,
  );
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  if (options.show !== undefined) {
    const { source } = await aloneOracle.ask<Run>({ ...question(Number(options.show)), ask: 'make' });
    process.stdout.write(source);
  } else {
    const timer = setInterval(progress, PERIOD * 1000);
    await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
    clearInterval(timer);
    report();
    writeSummary();
    if (!options.whole) for (const group of groups.sorted()) await makeSmaller(group);
    process.exitCode = differing() > 0 ? 1 : 0;
  }
  for (const server of [aloneOracle, ...alone.values(), ...otherOracles]) server.restart();
}

await main();
