/** The package as its users get it: what it contains, that it runs from a fresh folder, and that its declarations fit its users' code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'typhon-package-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** The files of a bundle, from its entry on. */
function bundleFiles(entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
      visit(join(dirname(path), specifier));
  };
  visit(entry);
  return [...found];
}

test('the bundle for pages imports nothing of a platform', () => {
  const files = bundleFiles('dist/index.mjs');
  assert.ok(files.length > 1);
  for (const path of files) {
    const text = readFileSync(path, 'utf8');
    assert.deepEqual(text.match(/["']node:[a-z_/]+["']/g), null, path);
    assert.deepEqual(text.match(/(?<![.\w])require\(|\bprocess\.(?:env|argv|exit|stdout)\b/g), null, path);
  }
  assert.match(readFileSync('dist/index.node.mjs', 'utf8'), /["']node:fs["']/);
});

test('installed from its archive, it runs and its declarations compile', () => {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], resolve('.'));
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  mkdirSync(`${folder}/node_modules/typhon-python`, { recursive: true });
  run('tar', ['xzf', archive, '-C', 'node_modules/typhon-python', '--strip-components=1']);
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  writeFileSync(`${folder}/script.mjs`, SCRIPT);
  assert.equal(run(process.execPath, ['script.mjs']), 'hello from 3.14\n42\nZeroDivisionError\nMemoryError\n');
  assert.equal(run(process.execPath, ['node_modules/typhon-python/dist/cli.mjs', '-c', 'print(6 * 7)']), '42\n');
  writeFileSync(`${folder}/consumer.ts`, CONSUMER);
  const compiler = resolve('node_modules/typescript/bin/tsc');
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ])
    run(process.execPath, [
      compiler,
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom',
      '--types',
      '',
      '--module',
      module,
      '--moduleResolution',
      resolution,
      'consumer.ts',
    ]);
});

const SCRIPT = `
import { PythonError, Typhon } from 'typhon-python';
const typhon = await Typhon.create({ stdout: (text) => process.stdout.write(text) });
typhon.run('import sys; print("hello from", ".".join(map(str, sys.version_info[:2])))');
await typhon.runAsync('import asyncio; await asyncio.sleep(0); print(6 * 7)');
try {
  typhon.run('1 / 0');
} catch (error) {
  if (error instanceof PythonError) console.log(error.type);
}
try {
  Typhon.createSync({ limits: { memory: 2 ** 25 } }).run('x = []\\nwhile True: x.append([0] * 1000)');
} catch (error) {
  console.log(error.type);
}
`;

const CONSUMER = `
import { FileError, type Host, memoryHost, PythonError, type PythonFunction, PythonObject, Typhon, type TyphonOptions } from 'typhon-python';
const host: Host = memoryHost({ seed: 1 });
const options: TyphonOptions = { host, limits: { steps: 1000 }, globals: { x: 1 } };
const typhon: Typhon = await Typhon.create(options);
const value: unknown = typhon.eval('x');
const double = typhon.eval('lambda x: 2 * x') as PythonFunction;
const result: number = double(2);
const object = typhon.eval('object()');
if (object instanceof PythonObject) console.log(object.type, object.length, [...object], result, value);
await typhon.runAsync('pass', { filename: 'a.py', globals: typhon.newGlobals() }).catch((error: unknown) => {
  if (error instanceof PythonError) console.log(error.type, error.traceback);
  if (error instanceof FileError) console.log(error.code);
});
// @ts-expect-error there is no such option
await Typhon.create({ stdot: console.log });
`;
