/** V8's code cache of the command (src/cli/boot.ts): written by the first start, used by the others, never in the way. */
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const DIST = resolve('dist');
const skip = !existsSync(join(DIST, 'cli.cjs')) && 'not built';
const isRoot = process.getuid?.() === 0;

/** Runs `check` with a copy of the command that has no cache yet. */
function withCommand(check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'typhon-startup-'));
  for (const name of ['cli.cjs', 'worker.cjs', 'worker.script.js']) copyFileSync(join(DIST, name), join(folder, name));
  symlinkSync(join(DIST, 'lib'), join(folder, 'lib'), 'junction');
  check(folder);
  chmodSync(folder, 0o755);
  for (const each of [folder, userFolder(folder)]) rmSync(each, { recursive: true, force: true });
}

function userFolder(folder: string): string {
  return `${folder}-user`;
}

function run(folder: string, options: readonly string[] = []): void {
  const environment = { ...process.env, XDG_CACHE_HOME: userFolder(folder) };
  const words = [...options, join(folder, 'cli.cjs'), '-c', 'print("started")'];
  const { stdout, stderr } = spawnSync(process.execPath, words, { env: environment, encoding: 'utf8' });
  assert.deepStrictEqual([stdout.trim(), stderr], ['started', '']);
}

function caches(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cache'))
    .map((name) => join(folder, name));
}

test('the first start writes a cache, the others leave it', { skip }, () => {
  withCommand((folder) => {
    run(folder);
    const [cache, ...others] = caches(folder);
    assert.deepStrictEqual(others, []);
    const written = readFileSync(cache);
    run(folder);
    run(folder, ['--max-lazy']);
    assert.deepStrictEqual(caches(folder), [cache]);
    assert.ok(readFileSync(cache).equals(written));
  });
});

test('a damaged cache is replaced', { skip }, () => {
  withCommand((folder) => {
    run(folder);
    const [cache] = caches(folder);
    writeFileSync(cache, 'nothing of use');
    run(folder);
    assert.ok(readFileSync(cache).length > 100_000);
  });
});

test('where the folder cannot be written, the cache is the user’s', {
  skip: skip || (isRoot && 'root writes anywhere'),
}, () => {
  withCommand((folder) => {
    chmodSync(folder, 0o555);
    run(folder);
    assert.deepStrictEqual(caches(folder), []);
    assert.equal(caches(join(userFolder(folder), 'typhon')).length, 1);
  });
});

test('a command may be indented as a whole', () => {
  const printed = (command: string) => {
    const { stdout, status } = spawnSync(process.execPath, ['dist/cli.mjs', '-c', command], { encoding: 'utf8' });
    return status === 0 ? stdout : status;
  };
  assert.strictEqual(printed('    x = 1\n\n    if x:\n        print(x)\n'), '1\n');
  assert.strictEqual(printed('  # a comment\n    \n  print("a\\\n   b")'), 'a b\n');
  assert.strictEqual(printed('print(len("""a\n   \n"""))'), '6\n');
  assert.strictEqual(printed('  x = 1\nx'), 1);
});
