/** The package as its users get it: what it contains, that it runs from a fresh folder, and that its declarations fit its users' code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { rolldown } from 'rolldown';

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

/** The package in a fresh folder, unpacked from its archive as npm does it. */
function install(): string {
  const target = `${folder}/node_modules/typhon-python`;
  if (existsSync(target)) return target;
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], resolve('.'));
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  mkdirSync(target, { recursive: true });
  run('tar', ['xzf', archive, '-C', 'node_modules/typhon-python', '--strip-components=1']);
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  return target;
}

test('installed from its archive, it runs: as a module, in CommonJS, as a command', () => {
  const target = install();
  writeFileSync(`${folder}/script.mjs`, SCRIPT);
  assert.equal(run(process.execPath, ['script.mjs']), 'hello from 3.14\n42\nZeroDivisionError\nMemoryError\n');
  writeFileSync(`${folder}/script.cjs`, COMMON_JS);
  // Node 20 says of every require of a module that it is experimental.
  assert.equal(run(process.execPath, ['--no-warnings', 'script.cjs']), '42 function\n');
  const { bin, main, types } = JSON.parse(readFileSync(`${target}/package.json`, 'utf8')) as Record<string, unknown>;
  const command = join(target, (bin as { typhon: string }).typhon);
  assert.equal(run(command, ['-c', 'print(6 * 7)']), '42\n');
  for (const path of [main, types]) assert.ok(existsSync(join(target, path as string)), String(path));
});

test('its licences are in it', () => {
  const target = install();
  assert.match(readFileSync(`${target}/LICENSE`, 'utf8'), /^MIT License/);
  assert.match(readFileSync(`${target}/LICENSE.unicode`, 'utf8'), /UNICODE LICENSE V3/);
  assert.match(readFileSync(`${target}/LICENSE.python`, 'utf8'), /PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2/);
});

test('its declarations are about what is public, and fit strict programs', () => {
  const target = install();
  const declarations = readdirSync(`${target}/dist/types`, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    declarations.filter((path) => /objspace|modules|vm|compiler/.test(path)),
    [],
  );
  for (const path of declarations.filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(`${target}/dist/types/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    assert.doesNotMatch(text, /\bany\b/, path);
  }
  writeFileSync(`${folder}/consumer.ts`, CONSUMER);
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['es2022', 'bundler'],
    ['preserve', 'bundler'],
  ]) {
    const surroundings = ['--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
    const modules = ['--module', module, '--moduleResolution', resolution];
    run(process.execPath, [compiler, ...flags, ...surroundings, ...modules, 'consumer.ts']);
  }
  // A project for pages is not told of what only Node has.
  writeFileSync(`${folder}/page.ts`, "import { nodeHost, Typhon } from 'typhon-python';\nvoid [Typhon, nodeHost];\n");
  const pages = ['--module', 'es2022', '--moduleResolution', 'bundler', '--customConditions', 'browser'];
  assert.throws(
    () => run(process.execPath, [compiler, ...flags, '--target', 'es2022', '--lib', 'es2022,dom', ...pages, 'page.ts']),
    /no exported member 'nodeHost'/,
  );
});

test('a bundler for pages takes it, and nothing of Node', async () => {
  install();
  const entry = `${folder}/page.js`;
  writeFileSync(entry, "import { Typhon } from 'typhon-python';\nglobalThis.ready = Typhon.create();\n");
  const build = await rolldown({ input: entry, cwd: folder, platform: 'browser', logLevel: 'silent' });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  assert.equal(output.length, 1);
  assert.doesNotMatch(output[0].code, /["']node:/);
  assert.match(output[0].code, /stdlib\.image/);
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

const COMMON_JS = `
const { Typhon, nodeHost } = require('typhon-python');
console.log(Typhon.createSync().eval('6 * 7'), typeof nodeHost);
`;

/** Uses every name that is exported. */
const CONSUMER = `
import {
  type BrowserHostOptions, browserHost, type Clock, FileError, Files, type FileSystem, Globals, type Host, type InputPiece, type InputSource,
  type LimitOptions, type MemoryHostOptions, memoryHost, type NodeHostOptions, nodeHost, PythonError, type PythonFunction, PythonObject,
  type RunOptions, Typhon, type TyphonOptions, type VirtualHost, type VirtualHostOptions,
} from 'typhon-python';
type IsAny<T> = 0 extends 1 & T ? true : false;
const nothingIsAny: [
  IsAny<ReturnType<PythonFunction>>, IsAny<Parameters<PythonFunction>[number]>, IsAny<ReturnType<Typhon['eval']>>,
  IsAny<ReturnType<PythonObject['get']>>, IsAny<PythonError['cause']>,
] = [false, false, false, false, false];
const clock: Clock = {
  wallTimeNs: () => 0n, monotonicNs: () => 0n, cpuTimeNs: () => 0n, sleep: () => undefined, timeZone: () => undefined,
};
const ofPages: BrowserHostOptions = { clock };
const inMemory: MemoryHostOptions = { seed: 1 };
const ofNode: NodeHostOptions = { cwd: '/' };
const virtual: VirtualHostOptions = { files: { '/a': 'x' } };
const hosts: VirtualHost[] = [browserHost(ofPages), memoryHost(inMemory)];
const host: Host = nodeHost(ofNode);
const fileSystem: FileSystem = host.files;
const limits: LimitOptions = { steps: 1000 };
const piece: InputPiece = 'x';
const stdin: InputSource = () => piece;
const options: TyphonOptions = { ...virtual, stdin, limits, globals: { x: 1 } };
const typhon: Typhon = await Typhon.create(options);
const value: unknown = typhon.eval('x');
const double = typhon.eval('lambda x: 2 * x') as PythonFunction<number, [x: number]>;
const result: number = double(2);
const behind: PythonObject = typhon.objectOf(double);
const globals: Globals = typhon.newGlobals({ a: 1 });
const files: Files = typhon.files;
const run: RunOptions = { filename: 'a.py', globals };
console.log(nothingIsAny, hosts, fileSystem, value, result, files instanceof Files, globals instanceof Globals);
const object = typhon.eval('object()');
if (object instanceof PythonObject) console.log(object.type, object.length, [...object], \`\${object}\`, +object, behind.repr());
for await (const item of behind) console.log(item);
await typhon.runAsync('pass', run).catch((error: unknown) => {
  if (error instanceof PythonError) console.log(error.type, error.traceback, error.is('OSError'), error.exception.get('errno'), error.cause);
  if (error instanceof FileError) console.log(error.code, error.path);
});
// @ts-expect-error there is no such option
await Typhon.create({ stdot: console.log });
// @ts-expect-error a program is text
typhon.run(5);
// @ts-expect-error interpreters make them
new PythonObject();
`;
