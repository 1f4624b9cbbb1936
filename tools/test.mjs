/**
 * Runs the tests: `node tools/test.mjs [PATTERN...]` bundles every `*.test.ts` whose path contains one of the
 * patterns (all without a pattern) into build/test and hands them to Node's test runner.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from './glob.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const patterns = process.argv.slice(2);
const sources = globSync(['src', 'test', 'tools', 'benchmarks'], '.test.ts').filter(
  (file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)),
);
if (sources.length === 0) {
  console.error(`no test matches ${patterns.join(' ')}`);
  process.exit(1);
}
const folder = resolve('build/test', String(process.pid));
mkdirSync(folder, { recursive: true });
const entries = Object.fromEntries(sources.map((file) => [file.replace(/[\\/]/g, '.').replace(/\.ts$/, ''), file]));
await bundle(entries, folder);
const outputs = Object.keys(entries).map((name) => resolve(folder, `${name}.mjs`));
const reporter = process.env.CI ? 'spec' : 'dot';
const result = spawnSync(
  process.execPath,
  ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...outputs],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true, force: true });
process.exit(result.status ?? 1);
