/**
 * Every program of examples/, benchmarks/programs/ and test/programs/ prints what CPython 3.14 prints: as it is, by the interpreter alone,
 * without inline caches, and with everything compiled at once and guards that fail at random.
 * program-files.ts says where the expectations are. Some of them: `node tools/run.mjs test/programs.test.ts PATTERN ...`
 */
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { isMainThread } from 'node:worker_threads';
import {
  comparable,
  exitStatus,
  expectedOutcome,
  findPrograms,
  type Outcome,
  type Program,
  programEnvironment,
} from './program-files.ts';
import { COMMAND, LIBRARY, ProgramHost, serve } from './program-host.ts';

const TIMEOUT = 60_000;
const THREADS = Math.min(4, availableParallelism());
const WITHOUT_CACHES = ['-X', 'inline_caches=off'];
/** Of these each takes a second, because they are there to be measured: they run as they are measured, with caches. */
const MEASURED_FOLDER = 'benchmarks/';
/** Run by the command as it is shipped; the others by its interpreter in this process. */
const COMMAND_FOLDER = 'examples/';

function commandLine(program: Program, options: readonly string[]): string[] {
  return ['-B', ...options, ...program.options, program.path, ...program.args];
}

function runCommand(argv: readonly string[], stdin: Uint8Array): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...argv], { env: programEnvironment(), timeout: TIMEOUT });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('close', (status, signal) => {
      const text = (chunks: Buffer[]): string => comparable(Buffer.concat(chunks), LIBRARY);
      resolve({ status: exitStatus(status, signal), stdout: text(stdout), stderr: text(stderr) });
    });
    child.stdin.on('error', () => {}); // a program need not read its input
    child.stdin.end(stdin);
  });
}

/** Threads that wait for programs. */
const idle: ProgramHost[] = [];

function run(program: Program, options: readonly string[]): Promise<Outcome> {
  const argv = commandLine(program, options);
  const isCommand = program.needsProcess || (options.length === 0 && program.path.startsWith(COMMAND_FOLDER));
  if (isCommand) return runCommand(argv, program.stdin);
  const host = idle.pop() ?? new ProgramHost(new URL(import.meta.url), TIMEOUT);
  return host.run(argv, program.stdin).finally(() => idle.push(host));
}

async function check(program: Program, options: readonly string[]): Promise<void> {
  const [actual, wanted] = [await run(program, options), expectedOutcome(program)];
  assert.strictEqual(actual.stderr, wanted.stderr);
  assert.strictEqual(actual.stdout, wanted.stdout);
  assert.strictEqual(actual.status, wanted.status);
}

function checkAll(name: string, programs: readonly Program[], options: readonly string[]): void {
  test(name, { concurrency: THREADS, skip: !existsSync(COMMAND) && 'not built' }, async (t) => {
    await Promise.all(programs.map((program) => t.test(program.path, () => check(program, options))));
    for (const host of idle.splice(0)) host.close();
  });
}

function main(): void {
  const programs = findPrograms(process.argv.slice(2));
  const others = programs.filter(({ path }) => !path.startsWith(MEASURED_FOLDER));
  checkAll('programs print what CPython prints', programs, []);
  checkAll('and do so without the compiler', others, ['--jit', 'off']);
  checkAll('and do so without inline caches', others, WITHOUT_CACHES);
  checkAll('and do so with everything compiled at once and guards that fail at random', others, [
    '--jit',
    'stress,seed=1',
  ]);
}

if (isMainThread) main();
else serve();
