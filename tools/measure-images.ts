/**
 * Serialises every Python file of a folder: does reading give back what was written, and how large is it beside CPython's .pyc?
 *
 *   node tools/run.mjs tools/measure-images.ts FOLDER          TYPHON_ORACLE names a CPython for the comparison of sizes
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Code } from '../src/bytecode/code.ts';
import { deserializeCode } from '../src/bytecode/deserialize.ts';
import { LibraryImage, packLibrary } from '../src/bytecode/library-image.ts';
import { serializeCode } from '../src/bytecode/serialize.ts';
import { verifyCode } from '../src/compiler/backend/verify.ts';
import { constantKey } from '../src/compiler/backend/pools.ts';
import { compileSource } from '../src/compiler/compile.ts';
import { SourceError } from '../src/syntax/syntax-error.ts';
import { findOracle } from './oracle/oracle.ts';

interface Sizes {
  files: number;
  plain: number;
  gzip: number;
  solid: number;
}

/** Everything in a code object as a text. */
function contents(code: Code): string {
  const { words, positions, constants, ...rest } = code.fields();
  const values = constants.map((value) => (value instanceof Code ? contents(value) : constantKey(value)));
  const fields = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fields, [...words], [...positions], values]);
}

function compileFile(folder: string, path: string): Code | undefined {
  try {
    return compileSource(readFileSync(join(folder, path)), path, 'exec');
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

interface Measured {
  readonly sizes: Sizes;
  readonly different: string[];
  readonly decoding: number;
  readonly library: Uint8Array;
}

function measure(folder: string): Measured {
  const images = new Map<string, Uint8Array>();
  const different: string[] = [];
  let decoding = 0;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  for (const path of paths.sort()) {
    const code = compileFile(folder, path);
    if (code === undefined) continue;
    const image = serializeCode(code);
    images.set(path, image);
    const started = performance.now();
    const read = deserializeCode(image);
    verifyCode(read);
    decoding += performance.now() - started;
    if (contents(read) !== contents(code)) different.push(path);
  }
  const all = [...images.values()];
  const library = packLibrary(images);
  const sizes = {
    files: all.length,
    plain: all.reduce((sum, image) => sum + image.length, 0),
    gzip: all.reduce((sum, image) => sum + gzipSync(image, { level: 9 }).length, 0),
    solid: gzipSync(library, { level: 9 }).length,
  };
  return { sizes, different, decoding, library };
}

/** What a program pays: opening the library, and the code of one module that nobody calls yet. */
function showOpening(library: Uint8Array): void {
  const started = performance.now();
  const opened = new LibraryImage(library);
  const loading = performance.now();
  const code = opened.codeOf('typing.py', 'typing.py');
  const words = code?.words.length ?? 0;
  const done = performance.now();
  const inner = code?.constants.filter((constant) => constant instanceof Code) ?? [];
  const decoded = inner.filter((constant) => (constant as Code).isDecoded).length;
  console.log(`library opened in ${(loading - started).toFixed(2)} ms`);
  console.log(
    `typing: ${words} words in ${(done - loading).toFixed(2)} ms; ${decoded} of ${inner.length} inside decoded`,
  );
}

function show(name: string, { files, plain, gzip, solid }: Sizes): void {
  console.log(`${name}: ${files} files, ${plain} bytes, gzip one by one ${gzip}, gzip as one stream ${solid}`);
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('usage: measure-images.ts FOLDER');
const { sizes, different, decoding, library } = measure(folder);
for (const path of different) console.log(`${path}: what is read differs from what was written`);
show('Typhon', sizes);
console.log(`decoded and verified in ${Math.round(decoding)} ms`);
showOpening(library);
const oracle = findOracle();
if (oracle !== undefined) {
  const result = spawnSync(oracle, ['-W', 'ignore', 'tools/oracle/pyc-sizes.py', folder], { encoding: 'utf8' });
  const theirs = JSON.parse(result.stdout) as Sizes;
  show('CPython', theirs);
  for (const key of ['plain', 'gzip', 'solid'] as const) {
    console.log(`${key}: ${((100 * sizes[key]) / theirs[key]).toFixed(1)} %`);
  }
}
process.exitCode = different.length > 0 ? 1 : 0;
