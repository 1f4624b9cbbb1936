/**
 * Build step: the standard library into `dist/lib`: sources as files, code as one image.
 *
 * `node tools/run.mjs tools/stdlib/freeze.ts [FOLDER]`. Nothing is done when the image is newer than everything that it is made from.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packLibrary } from '../../src/bytecode/library-image.ts';
import { serializeCode } from '../../src/bytecode/serialize.ts';
import { compileSource } from '../../src/compiler/compile.ts';
import { SourceError } from '../../src/syntax/syntax-error.ts';
import { extractTo, standardLibrary } from './extract.ts';

const folder = process.argv[2] ?? 'dist/lib';
const imagePath = join(folder, 'stdlib.image');
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

const sources = standardLibrary();
const wanted = stamp(sources);
if (!existsSync(imagePath) || !existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== wanted) {
  const started = performance.now();
  mkdirSync(folder, { recursive: true });
  extractTo(join(folder, 'python3.14'), sources);
  const modules = new Map<string, Uint8Array>();
  for (const [path, contents] of sources) {
    try {
      modules.set(path, serializeCode(compileSource(contents, path, 'exec')));
    } catch (thrown) {
      // Files of lib2to3's kind, which are not Python 3, are left to whoever reads them as data.
      if (!(thrown instanceof SourceError)) throw thrown;
    }
  }
  writeFileSync(imagePath, packLibrary(modules));
  writeFileSync(stampPath, wanted);
  console.log(`standard library: ${modules.size} modules in ${Math.round(performance.now() - started)} ms`);
}
