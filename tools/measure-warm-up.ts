/**
 * Shows how soon programs become fast: `node tools/run.mjs tools/measure-warm-up.ts [DIST]`.
 *
 * Runs benchmarks/warm_up.py with each program for which a JavaScript version is at hand, with arguments so small that a call takes a few
 * milliseconds at most. Prints CPU time (of all threads) until half the final speed, time of a call at the end, and the share of
 * compilation in the two seconds.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAMS: ReadonlyArray<readonly [name: string, ...args: number[]]> = [
  ['fannkuch', 6],
  ['mandelbrot', 40, 20, 200],
  ['matrix_product', 24],
  ['nbody_attributes', 300],
  ['os_simulation', 200],
  ['sieve', 60_000],
  ['spectral_norm', 30],
];

const command = join(process.argv[2] ?? 'dist', 'cli.cjs');
console.log(`${'program'.padEnd(20)}  half speed after     a call  compilation`);
for (const [name, ...args] of PROGRAMS) {
  const program = `benchmarks/programs/${name}.py`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'benchmarks/warm_up.py', program, ...args.map(String)],
    { encoding: 'utf8' },
  );
  const [reached, call, share] = stdout.trim().split(' ');
  if (share === undefined) throw new Error(`${name}: ${stderr}`);
  console.log(`${name.padEnd(20)}  ${reached.padStart(13)} ms  ${call.padStart(7)} ms  ${share.padStart(9)} %`);
}
