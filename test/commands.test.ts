/**
 * Whole commands do what CPython's do: options, the environment, streams that are closed, how programs end.
 *
 * The cases are recorded in commands.txt by tools/oracle/record-commands.py.
 */
import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const CASES = 'test/commands.txt';
const COMMAND = resolve('dist/cli.cjs');
const SCRIPT = `${'='.repeat(20)} COMMAND\n`;
const PRINTS = `${'-'.repeat(20)} PRINTS\n`;
const TIMEOUT = 240_000;

/** What the script prints, without what differs from run to run. */
async function printedBy(script: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'typhon-commands-')));
  const environment: NodeJS.ProcessEnv = { PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1', P: COMMAND };
  for (const [name, value] of Object.entries(process.env)) if (!name.startsWith('PYTHON')) environment[name] ??= value;
  const child = spawn('sh', ['-c', script], { env: environment, cwd: folder, timeout: TIMEOUT });
  child.stdin.end();
  const streams = [child.stdout, child.stderr].map(async (stream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  });
  const text = (await Promise.all(streams)).join('');
  rmSync(folder, { recursive: true });
  return text
    .replaceAll(COMMAND, 'python')
    .replaceAll(folder, '')
    .replaceAll(/0x[0-9a-f]+/g, '0x');
}

const cases = readFileSync(CASES, 'utf8').split(SCRIPT).slice(1);
const concurrency = Math.max(1, Math.floor(availableParallelism() / 2));
const skip = !existsSync(COMMAND) ? 'not built' : process.platform === 'win32' ? 'needs a shell' : false;

test('commands do what those of CPython do', { concurrency, skip }, async (t) => {
  await Promise.all(
    cases.map((item) => {
      const [script, expected] = item.split(PRINTS);
      return t.test(script.trimEnd(), async () => assert.strictEqual(await printedBy(script), expected));
    }),
  );
});
