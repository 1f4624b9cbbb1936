/**
 * Uncaught exceptions are printed as CPython prints them: carets, suggestions, chains, groups, syntax errors.
 *
 * The cases are recorded in uncaught.txt by tools/oracle/record-uncaught.py.
 */
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { test } from 'node:test';

const CASES = 'test/uncaught.txt';
const COMMAND = resolve('dist/cli.mjs');
const PROGRAM = `${'='.repeat(20)} PROGRAM\n`;
const PRINTS = `${'-'.repeat(20)} PRINTS\n`;
const TIMEOUT = 60_000;

/** What the program prints on standard error, without the folder that it lies in. */
async function errorsOf(source: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'typhon-uncaught-')));
  const path = join(folder, 'case.py');
  writeFileSync(path, source);
  const environment = { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' };
  const child = spawn(process.execPath, [COMMAND, path], { env: environment, cwd: folder, timeout: TIMEOUT });
  child.stdin.end();
  child.stdout.resume();
  const chunks: Buffer[] = [];
  for await (const chunk of child.stderr) chunks.push(chunk as Buffer);
  rmSync(folder, { recursive: true });
  return Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n').replaceAll(`${folder}${sep}`, '');
}

const cases = readFileSync(CASES, 'utf8').split(PROGRAM).slice(1);
const concurrency = Math.max(1, Math.floor(availableParallelism() / 2));

test('uncaught exceptions are printed as by CPython', {
  concurrency,
  skip: !existsSync(COMMAND) && 'not built',
}, async (t) => {
  await Promise.all(
    cases.map((entry) => {
      const [source, wanted] = entry.split(PRINTS) as [string, string];
      return t.test(source.trim(), async () => assert.strictEqual(await errorsOf(source), wanted));
    }),
  );
});
