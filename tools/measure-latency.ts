/**
 * Prints how long after a limit of CPU time each long operation ends:
 * `node tools/run.mjs tools/measure-latency.ts [TEXT ...] [--huge | --methods] [--limit SECONDS] [--stretches [--stacks]]`.
 * `--huge`, `--methods`: those of huge-operations.ts or huge-methods.ts instead of long-operations.ts.
 * With `node --no-opt --no-maglev`, `--stretches` finds loops that do not look whatever the engine makes of them later.
 * `--stretches` (Linux): the longest CPU time of the thread between two looks for interruptions instead, which does not depend on where the
 * limit happens to fall, and what of it the engine spent collecting garbage. `--stacks`: the host's stacks at the end and the beginning of the longest stretch too.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { HUGE_METHODS } from '../test/interruption/huge-methods.ts';
import { HUGE_OPERATIONS } from '../test/interruption/huge-operations.ts';
import { LONG_OPERATIONS } from '../test/interruption/long-operations.ts';
import { measure } from '../test/interruption/measuring.ts';
import type { Measured } from '../test/interruption/measuring-worker.ts';

/** Milliseconds from which on an operation is shown at once. */
const SLOW = 50;
/** How many are shown at the end. */
const SHOWN = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '0.1' },
    huge: { type: 'boolean', default: false },
    methods: { type: 'boolean', default: false },
    stretches: { type: 'boolean', default: false },
    stacks: { type: 'boolean', default: false },
  },
});
const listed = values.methods ? HUGE_METHODS : values.huge ? HUGE_OPERATIONS : LONG_OPERATIONS;
const operations = listed.filter(
  ({ operation }) => positionals.length === 0 || positionals.some((text) => operation.includes(text)),
);
const folder = 'build/tools/measuring-worker';
await bundle({ 'measuring-worker': 'test/interruption/measuring-worker.ts' }, folder);
const all: Measured[] = [];

function print({ index, outcome, latency, collecting, where }: Measured): void {
  const shown = operations[index].operation.replaceAll('\n', '; ').slice(0, 90);
  const collected = values.stretches ? `(${collecting.toFixed(0).padStart(3)} of it collecting)  ` : '';
  console.log(`${latency.toFixed(1).padStart(9)} ms  ${collected}${outcome.padEnd(14)} ${shown}`);
  if (values.stacks && where !== '') console.log(`      ${where}`);
}

function report(measured: Measured): void {
  all.push(measured);
  if (measured.outcome !== 'LimitExceeded' || measured.latency > SLOW) print(measured);
}

const script = pathToFileURL(`${folder}/measuring-worker.mjs`);
await measure(script, operations, Number(values.limit), report, values.stretches);
all.sort((a, b) => a.latency - b.latency);
console.log(`${all.length} operations; the slowest:`);
for (const measured of all.slice(-SHOWN)) print(measured);
