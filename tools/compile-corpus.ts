/**
 * Compiles source files and checks the code: `node tools/run.mjs tools/compile-corpus.ts PATH...`.
 *
 * Each path is a file or a folder, whose `*.py` files are taken. Errors of the host and of the verifier are listed, refusals of
 * the source are counted. `--list` shows the refusals as well.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyCode } from '../src/compiler/backend/verify.ts';
import { compileSource } from '../src/compiler/compile.ts';
import { SourceError } from '../src/syntax/syntax-error.ts';

/** The Python files in `path`, itself or inside it. */
export function pythonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.py'));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const showsRefusals = process.argv.includes('--list');
let compiled = 0;
let refused = 0;
let failed = 0;
for (const file of paths.flatMap(pythonFiles)) {
  try {
    verifyCode(compileSource(readFileSync(file), file, 'exec'));
    compiled++;
  } catch (error) {
    if (error instanceof SourceError) {
      refused++;
      if (showsRefusals) console.log(`${file}: ${error.kind}: ${error.message}`);
      continue;
    }
    failed++;
    console.log(`${file}: ${error instanceof Error ? error.stack : error}`);
  }
}
console.log(`${compiled} compiled, ${refused} refused, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
