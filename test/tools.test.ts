/** `typhon ast`, `dis` and `check` on programs that are long enough for the front end to report its work. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const COMMAND = resolve('dist/cli.cjs');
const skip = !existsSync(COMMAND) && 'not built';

const run = (...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });

test('a file of a thousand functions', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-tools-'));
  try {
    const file = join(folder, 'long.py');
    const count = 1000;
    writeFileSync(
      file,
      Array.from({ length: count }, (_, i) => `def f${i}(a):\n    return a * ${i} + 'x' * 40\n`).join(''),
    );
    const outputs = { ast: /FunctionDef\(/g, dis: /^code f\d+ /gm, check: undefined };
    for (const [tool, pattern] of Object.entries(outputs)) {
      const { status, stdout, stderr } = run(tool, file);
      assert.deepEqual([tool, stderr, status], [tool, '', 0]);
      if (pattern !== undefined) assert.equal(String(stdout).match(pattern)?.length, count, tool);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('refused and missing files', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-tools-'));
  try {
    const file = join(folder, 'bad.py');
    writeFileSync(file, 'x = (\n');
    const refused = run('check', file);
    assert.equal(refused.status, 1);
    assert.match(String(refused.stderr), /SyntaxError: '\(' was never closed/);
    const missing = run('check', join(folder, 'none.py'));
    assert.equal(missing.status, 2);
    assert.match(String(missing.stderr), /\[Errno 2\] No such file or directory/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
