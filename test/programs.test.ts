/**
 * Every program of examples/ and benchmarks/programs/ prints what CPython 3.14 prints.
 *
 * The expectations lie beside the programs (NAME.expected, NAME.expected-stderr) and are recorded by
 * tools/oracle/record-outputs.py. Programs run in the built command, from the root of the repository, because
 * the paths in tracebacks are those of the command line.
 */
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { test } from 'node:test';

const FOLDERS = ['examples', 'examples/stdlib', 'benchmarks/programs'];
const COMMAND = 'dist/cli.mjs';
const TIMEOUT = 60_000;

interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

function run(program: string): Promise<Result> {
  const stdin = program.replace(/\.py$/, '.stdin');
  const environment = { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, program], { env: environment, timeout: TIMEOUT });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('close', (status) => {
      resolve({ status, stdout: text(Buffer.concat(stdout)), stderr: text(Buffer.concat(stderr)) });
    });
    child.stdin.on('error', () => {}); // a program need not read its input
    child.stdin.end(existsSync(stdin) ? readFileSync(stdin) : '');
  });
}

const ROOT = `${process.cwd()}${sep}`;

/** Line ends are the platform's: the recorded ones are those of Linux. Paths are relative to the repository. */
function text(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\r\n', '\n').replaceAll(ROOT, '');
}

function expected(program: string): Result {
  const base = program.replace(/\.py$/, '');
  const stdout = text(readFileSync(`${base}.expected`));
  if (!existsSync(`${base}.expected-stderr`)) return { status: 0, stdout, stderr: '' };
  const recorded = text(readFileSync(`${base}.expected-stderr`));
  const [, status, stderr] = /^exit status (-?\d+)\n([\s\S]*)$/.exec(recorded)!;
  return { status: Number(status), stdout, stderr: stderr! };
}

const programs = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => `${folder}/${name}`),
);

test('programs print what CPython prints', { concurrency: 2, skip: !existsSync(COMMAND) && 'not built' }, async (t) => {
  await Promise.all(
    programs.map((program) =>
      t.test(program, async () => {
        const [actual, wanted] = [await run(program), expected(program)];
        assert.strictEqual(actual.stderr, wanted.stderr);
        assert.strictEqual(actual.stdout, wanted.stdout);
        assert.strictEqual(actual.status, wanted.status);
      }),
    ),
  );
});
