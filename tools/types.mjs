/**
 * Declarations for those who import the package: `node tools/types.mjs FOLDER` writes what can be reached from the entries of the package,
 * and nothing else of the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

const EMITTED = resolve('build/types');
const target = resolve(process.argv[2]);

const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tools/types.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(1);

/** What is imported for its effect declares nothing. */
const EFFECT = /^import '[^']*';\n/gm;

/** Specifiers as they are emitted end in `.ts`. */
const SPECIFIER = /(from |import\()(['"])(\.[^'"]*)\.ts\2/g;

const done = new Set();

/** Copies a declaration file and those that it imports. */
function copy(path) {
  if (done.has(path)) return;
  done.add(path);
  const text = readFileSync(`${path}.d.ts`, 'utf8').replace(EFFECT, '');
  for (const [, , , specifier] of text.matchAll(SPECIFIER)) copy(resolve(dirname(path), specifier));
  const output = join(target, path.slice(EMITTED.length));
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.d.ts`, text.replace(SPECIFIER, '$1$2$3.js$2'));
}

rmSync(target, { recursive: true, force: true });
for (const entry of ['index', 'index.node']) copy(join(EMITTED, entry));
