/**
 * Times single operations in hot loops beside CPython, the slowest in comparison first:
 *
 *   node tools/run.mjs tools/measure-operations.ts [-s SECONDS] [NUMBER ...]
 *
 * Needs TYPHON_ORACLE. SECONDS (0.4) is the time for each operation; NUMBER picks some of tools/operations/operations.py.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { requireOracle } from './oracle/oracle.ts';

const PROGRAM = 'tools/operations/operations.py';

interface Row {
  /** Nanoseconds a turn; NaN where the operation failed. */
  readonly time: number;
  readonly text: string;
}

function measure(command: string, before: readonly string[], args: readonly string[]): Map<string, Row> {
  const { stdout, stderr } = spawnSync(command, [...before, PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  process.stderr.write(stderr);
  const lines = stdout.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [number, time, statement, setup] = line.split('\t');
      return [number, { time: Number(time), text: `${statement} ${setup.slice(0, 70)}` }];
    }),
  );
}

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', short: 's', default: '0.4' } },
  allowPositionals: true,
});
const args = [values.seconds, ...positionals];
const theirs = measure(requireOracle(), [], args);
const ours = measure(process.execPath, ['dist/cli.cjs'], args);
const rows = [...theirs].map(([number, { time, text }]) => {
  const own = ours.get(number)?.time ?? NaN;
  return { number, text, time, own, ratio: time / own };
});
rows.sort((a, b) => a.ratio - b.ratio);
for (const { number, text, time, own, ratio } of rows)
  console.log(
    `${number.padStart(4)} ${time.toFixed(0).padStart(7)} ${own.toFixed(0).padStart(7)} ${ratio.toFixed(2).padStart(6)}  ${text}`,
  );
const known = rows.filter(({ ratio }) => ratio > 0);
const mean = Math.exp(known.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / known.length);
console.log(`geometric mean of ${known.length}: ${mean.toFixed(3)}; ns of CPython, ns of ours, ratio`);
