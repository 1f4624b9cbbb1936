/**
 * Runs the app-level tests on the shipped command, or on a CPython to check what they expect:
 *
 *   node tools/run.mjs tools/run-apptests.ts [--host=PATH] [--jobs=N] [--option=FLAG] [-kNAME] [PATTERN ...]
 *
 * A pattern is a part of a file's path. Each process runs several files; a process that dies or hangs fails the files it had left.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';

interface Outcome {
  passed: number;
  failed: number;
}

const TIME_LIMIT = 120_000;
/** Files given to one process: few enough that a crash costs little. */
const BATCH = 8;

function parseArguments(args: readonly string[]) {
  const value = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return {
    host: value('host'),
    jobs: Number(value('jobs') ?? 2),
    options: args.filter((arg) => arg.startsWith('--option=')).map((arg) => arg.slice('--option='.length)),
    selection: args.filter((arg) => arg.startsWith('-k')),
    patterns: args.filter((arg) => !arg.startsWith('-')),
  };
}

function findTests(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...findTests(path));
    else if (/^apptest_.*\.py$/.test(entry.name)) found.push(path);
  }
  return found.sort();
}

/** Runs one process over some files; what it prints is shown, but for its summary. */
function runBatch(command: string, prefix: readonly string[], files: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    // Absolute: a test may change the current folder.
    const child = spawn(command, [...prefix, ...files.map((file) => absolute(file))], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const summary = /^(\d+) passed, (\d+) failed$/m.exec(output);
      const text = output
        .replaceAll(`${process.cwd()}/`, '')
        .replace(/^\d+ passed, \d+ failed\n?/m, '')
        .trim();
      if (text !== '') console.log(text);
      if (summary !== null) {
        resolve({ passed: Number(summary[1]), failed: Number(summary[2]) });
        return;
      }
      const how = signal === null ? `status ${status}` : `signal ${signal}`;
      console.log(`FAIL the process ended with ${how} in one of: ${files.join(' ')}`);
      resolve({ passed: 0, failed: files.length });
    });
  });
}

/** As runBatch; a batch that ends without a summary is run again file by file, to find the culprit. */
async function runFiles(command: string, prefix: readonly string[], files: readonly string[]): Promise<Outcome> {
  const outcome = await runBatch(command, prefix, files);
  const died = outcome.passed === 0 && outcome.failed === files.length && files.length > 1;
  if (!died) return outcome;
  const total: Outcome = { passed: 0, failed: 0 };
  for (const file of files) add(total, await runBatch(command, prefix, [file]));
  return total;
}

function add(total: Outcome, { passed, failed }: Outcome): void {
  total.passed += passed;
  total.failed += failed;
}

const { host, jobs, options, selection, patterns } = parseArguments(process.argv.slice(2));
if (host === undefined && !existsSync('dist/cli.mjs')) {
  console.error('dist/cli.mjs is missing: run `npm run build` first');
  process.exit(2);
}
const all = findTests('src').filter(
  (path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)),
);
const command = host ?? process.execPath;
const prefix = [...(host === undefined ? ['dist/cli.mjs', ...options] : []), 'tools/apptest_host.py', ...selection];
const batches: string[][] = [];
for (let index = 0; index < all.length; index += BATCH) batches.push(all.slice(index, index + BATCH));

const total: Outcome = { passed: 0, failed: 0 };
async function worker(): Promise<void> {
  for (let files = batches.shift(); files !== undefined; files = batches.shift())
    add(total, await runFiles(command, prefix, files));
}
await Promise.all(Array.from({ length: jobs }, worker));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
