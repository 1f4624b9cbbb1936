/**
 * Build step: the standard library into `dist/lib`: sources as files, code as an archive for Node and as an image for pages.
 *
 * `node tools/run.mjs tools/stdlib/freeze.ts [FOLDER]`. Nothing is done when both are newer than everything that they are made from.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packLibrary } from '../../src/bytecode/library-image.ts';
import { PLAIN } from '../../src/bytecode/image-format.ts';
import { packArchive } from '../../src/bytecode/module-archive.ts';
import { serializeCode } from '../../src/bytecode/serialize.ts';
import { compileSource } from '../../src/compiler/compile.ts';
import { SourceError } from '../../src/syntax/syntax-error.ts';
import { extractTo, standardLibrary } from './extract.ts';

const folder = process.argv[2] ?? 'dist/lib';
const imagePath = join(folder, 'stdlib.image');
const archivePath = join(folder, 'stdlib.archive');
const stampPath = join(folder, 'stdlib.stamp');

/** Changes when a source of the library or anything that compiles it changes. */
function stamp(sources: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [path, contents] of sources) hash.update(path).update(contents);
  for (const part of ['src/syntax', 'src/bytecode', 'src/compiler', 'src/util']) {
    for (const file of (readdirSync(part, { recursive: true, encoding: 'utf8' }) as string[]).sort()) {
      const path = join(part, file);
      if (statSync(path).isFile() && !file.includes('test')) hash.update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

/** Never a part of it where a program looks that runs meanwhile. */
function writeWhole(path: string, contents: Uint8Array): void {
  writeFileSync(`${path}.new`, contents);
  renameSync(`${path}.new`, path);
}

const sources = standardLibrary();
const wanted = stamp(sources);
const isThere = [imagePath, archivePath, stampPath].every((path) => existsSync(path));
if (!isThere || readFileSync(stampPath, 'utf8') !== wanted) {
  const started = performance.now();
  mkdirSync(folder, { recursive: true });
  extractTo(join(folder, 'python3.14'), sources);
  const packed = new Map<string, Uint8Array>();
  const plain = new Map<string, Uint8Array>();
  for (const [path, contents] of sources) {
    try {
      const code = compileSource(contents, path, 'exec');
      packed.set(path, serializeCode(code));
      plain.set(path, serializeCode(code, PLAIN));
    } catch (thrown) {
      // Files of lib2to3's kind, which are not Python 3, are left to whoever reads them as data.
      if (!(thrown instanceof SourceError)) throw thrown;
    }
  }
  writeWhole(imagePath, packLibrary(packed));
  writeWhole(archivePath, packArchive(plain));
  writeFileSync(stampPath, wanted);
  console.log(`standard library: ${plain.size} modules in ${Math.round(performance.now() - started)} ms`);
}
