/**
 * Feeds mutated and truncated sources to our front end: each must end in a tree, or in a Python-level refusal.
 *
 *   node tools/run.mjs tools/fuzz-syntax.ts [--corpus FOLDER ...] [--count 100000] [--seed 1] [--stage parse|compile]
 *                                           [--oracle SHARE] [--list N] [--show SEED]
 *
 * Source number i of seed s depends on s, i and the corpus alone, so a reported number reproduces it: --show prints it.
 * --oracle 0.01 sends every hundredth source to CPython too and compares class, text and positions. Exit status 1 if
 * any source ended in an error of the host.
 */
import { parseArgs } from 'node:util';
import { type Corpus, mutate, readCorpus } from './fuzz/mutate.ts';
import { type Outcome, type Refusal, runFrontEnd, type Stage } from './front-end.ts';
import { OracleProcess, requireOracle } from './oracle/oracle.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: ['examples', 'benchmarks/programs'] },
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    stage: { type: 'string', default: 'compile' },
    oracle: { type: 'string', default: '0' },
    list: { type: 'string', default: '20' },
    show: { type: 'string' },
  },
});
const stage = options.stage as Stage;
const limit = Number(options.list);

async function main(): Promise<void> {
  const corpus = readCorpus(options.corpus);
  if (options.show !== undefined) show(corpus, Number(options.show));
  else if ((await run(corpus)) > 0) process.exitCode = 1;
}

function show(corpus: Corpus, index: number): void {
  const source = mutate(corpus, Number(options.seed), index);
  console.log(JSON.stringify(typeof source === 'string' ? source : Buffer.from(source).toString('latin1')));
  console.log(JSON.stringify(runFrontEnd({ source, mode: 'exec' }, stage)));
}

async function run(corpus: Corpus): Promise<number> {
  const comparison = new Comparison(Number(options.oracle));
  const count = Number(options.count);
  const start = performance.now();
  let [refused, crashes, slowest, slowestIndex] = [0, 0, 0, 0];
  for (let index = 0; index < count; index++) {
    const source = mutate(corpus, Number(options.seed), index);
    const before = performance.now();
    try {
      const outcome = runFrontEnd({ source, mode: 'exec' }, stage);
      if (outcome.error !== null) refused++;
      await comparison.offer(index, source, outcome);
    } catch (error) {
      if (++crashes <= limit) console.log(`source ${index}: ${(error as Error)?.stack ?? error}`);
    }
    const elapsed = performance.now() - before;
    if (elapsed > slowest) [slowest, slowestIndex] = [elapsed, index];
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${count} sources in ${seconds} s: ${refused} refused, ${crashes} ended in an error of the host`);
  console.log(`slowest: source ${slowestIndex}, ${slowest.toFixed(0)} ms`);
  await comparison.report();
  return crashes;
}

/** Compares a share of the sources with CPython, every 1/share-th one, a batch in flight at a time. */
class Comparison {
  private readonly every: number;
  private readonly oracle: OracleProcess | undefined;
  private pending: Promise<void>[];
  private compared: number;
  private equal: number;
  private listed: number;

  constructor(share: number) {
    this.every = share > 0 ? Math.max(1, Math.round(1 / share)) : 0;
    this.oracle = share > 0 ? new OracleProcess(requireOracle(), 'tools/oracle/check-source.py') : undefined;
    this.pending = [];
    this.compared = 0;
    this.equal = 0;
    this.listed = 0;
  }

  async offer(index: number, source: string | Uint8Array, ours: Outcome): Promise<void> {
    if (this.oracle === undefined || index % this.every !== 0) return;
    const question = typeof source === 'string' ? { source } : { base64: Buffer.from(source).toString('base64') };
    const request = { ...question, mode: 'exec', only_ast: stage === 'parse' };
    const answer = this.oracle.request<Outcome>(request).then(
      (theirs) => this.compare(index, source, ours.error, theirs.error),
      (error) => console.log(`source ${index}: ${error.message}`),
    );
    this.pending.push(answer);
    if (this.pending.length >= 64) await this.drain();
  }

  private async drain(): Promise<void> {
    await Promise.all(this.pending);
    this.pending = [];
  }

  private compare(index: number, source: string | Uint8Array, ours: Refusal | null, theirs: Refusal | null): void {
    this.compared++;
    if (brief(ours) === brief(theirs)) this.equal++;
    else if (this.listed++ < limit) {
      console.log(`source ${index}, ${excerpt(source, theirs ?? ours)}`);
      console.log(`  expected ${brief(theirs)}\n  actual   ${brief(ours)}`);
    }
  }

  async report(): Promise<void> {
    if (this.oracle === undefined) return;
    await this.drain();
    this.oracle.end();
    const share = ((100 * this.equal) / this.compared).toFixed(2);
    console.log(`${this.equal} of ${this.compared} agree with CPython in class, text and positions (${share} %)`);
  }
}

function brief(refusal: Refusal | null): string {
  if (refusal === null) return 'accepted';
  const { lineno, offset, end_lineno, end_offset } = refusal;
  return `${refusal.class}: ${refusal.msg} at ${lineno}:${offset}-${end_lineno}:${end_offset}`;
}

/** The lines around the error. */
function excerpt(source: string | Uint8Array, refusal: Refusal | null): string {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  const lines = text.split('\n');
  const last = refusal?.lineno ?? 1;
  const from = Math.max(0, last - 3);
  const kind = typeof source === 'string' ? 'str' : 'bytes';
  return `${kind} of ${lines.length} lines, from line ${from + 1}: ${JSON.stringify(
    lines
      .slice(from, last + 2)
      .join('\n')
      .slice(0, 400),
  )}`;
}

await main();
