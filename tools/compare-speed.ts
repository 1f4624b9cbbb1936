/**
 * Times our front end beside CPython's compile(), interleaved in one run:
 *
 *   node tools/run.mjs tools/compare-speed.ts [--folder FOLDER] [--passes 3] [--no-linear]
 *
 * Without --folder, over the oracle's own Lib (without its tests). The first pass is cold, the others follow warm.
 * CPython's compile() is timed whole; ours as parser alone and as parser and compiler. Then the growth with size: each
 * generated source at sizes n and 2n, where a ratio near 2 says linear.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runFrontEnd, type Stage } from './front-end.ts';
import { OracleProcess, requireOracle } from './oracle/oracle.ts';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    passes: { type: 'string', default: '3' },
    'no-linear': { type: 'boolean', default: false },
    'no-files': { type: 'boolean', default: false },
  },
});
const oracle = new OracleProcess(requireOracle(), 'tools/oracle/compile-speed.py');
const STAGES: Stage[] = ['parse', 'compile'];

async function compareFiles(): Promise<void> {
  const request = { do: 'load', folder: options.folder ?? null, skip: ['test', 'tests', 'idle_test', '__pycache__'] };
  const loaded = await oracle.request<{ files: string[]; bytes: number }>(request);
  const sources = loaded.files.map((path) => readFileSync(path));
  const megabytes = loaded.bytes / 1e6;
  console.log(`${sources.length} files, ${megabytes.toFixed(2)} MB; MB/s, and our time as a multiple of CPython's`);
  console.log('pass     CPython compile     our parser            our parser + compiler');
  for (let pass = 0; pass <= Number(options.passes); pass++) {
    const native = (await oracle.request<{ seconds: number }>({ do: 'pass' })).seconds;
    // The cold pass is measured for what users run: parser and compiler together.
    const stages = pass === 0 ? STAGES.slice(1) : STAGES;
    const ours = new Map(stages.map((stage) => [stage, timeAll(sources, stage)]));
    const cells = STAGES.map((stage) => cell(megabytes, ours.get(stage), native).padEnd(22));
    console.log(
      `${(pass === 0 ? 'cold' : `warm ${pass}`).padEnd(9)}${cell(megabytes, native, native).padEnd(20)}${cells.join('')}`,
    );
  }
}

function cell(megabytes: number, seconds: number | undefined, native: number): string {
  if (seconds === undefined) return '-';
  return `${(megabytes / seconds).toFixed(2)} (${(seconds / native).toFixed(2)}x)`;
}

function timeAll(sources: Uint8Array[], stage: Stage): number {
  let milliseconds = 0;
  for (const source of sources) milliseconds += timeOne(source, stage);
  return milliseconds / 1000;
}

/** Milliseconds; a source that CPython accepts and we refuse ends the run, as its time would mean nothing. */
function timeOne(source: Uint8Array, stage: Stage): number {
  const start = performance.now();
  const { error } = runFrontEnd({ source, mode: 'exec' }, stage);
  const elapsed = performance.now() - start;
  if (error !== null) console.log(`refused: ${error.msg} (line ${error.lineno})`);
  return elapsed;
}

// ── Growth with size ───────────────────────────────────────────────────────────────────────────────

/** Name, size n, and the source of a given size. */
const GROWTH: [string, number, (size: number) => string][] = [
  ['functions', 2_500, functions],
  ['file of 10 MB at 2n', 43_000, functions],
  ['literal, one element a line', 50_000, (size) => `x = [\n${repeat(size, (i) => `    ${i},\n`)}]\n`],
  ['literal on one line', 50_000, (size) => `x = [${repeat(size, (i) => `"${i}", `)}]\n`],
  ['dict literal', 50_000, (size) => `x = {\n${repeat(size, (i) => `    "key${i}": (${i}, ${i}.5),\n`)}}\n`],
  ['names of one function', 10_000, (size) => `def f():\n${repeat(size, (i) => `    a${i} = b${i}\n`)}`],
  ['string of one line', 500_000, (size) => `x = "${'a'.repeat(size)}"\n`],
  ['comment of one line', 500_000, (size) => `# ${'a'.repeat(size)}\n`],
];

function repeat(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join('');
}

function functions(count: number): string {
  return repeat(
    count,
    (i) =>
      `def function_${i}(a, b=${i}, *rest):\n    if a > b:\n        return [x * 2 for x in rest if x]\n    return {"a": a, "b": f"{b!r:>{a}}"}\n\n`,
  );
}

async function compareGrowth(): Promise<void> {
  mkdirSync('build/oracle/growth', { recursive: true });
  console.log('\nseconds at n and 2n (ratio)       n        CPython                  ours');
  for (const [name, size, generate] of GROWTH) {
    const [native, ours] = [[], []] as number[][];
    for (const count of [size, 2 * size]) {
      const path = `build/oracle/growth/${count}.py`;
      writeFileSync(path, generate(count));
      const source = readFileSync(path);
      const best = (times: number[]) => Math.min(...times);
      native!.push(best([await timeNative(path), await timeNative(path)]));
      ours!.push(best([timeOne(source, 'compile'), timeOne(source, 'compile')]) / 1000);
    }
    console.log(`${name.padEnd(30)}${String(size).padStart(8)}   ${growth(native!).padEnd(25)}${growth(ours!)}`);
  }
}

async function timeNative(path: string): Promise<number> {
  return (await oracle.request<{ seconds: number }>({ do: 'file', path })).seconds;
}

function growth([single, double]: number[]): string {
  return `${single!.toFixed(3)} ${double!.toFixed(3)} (${(double! / single!).toFixed(1)})`;
}

if (!options['no-files']) await compareFiles();
if (!options['no-linear']) await compareGrowth();
oracle.end();
