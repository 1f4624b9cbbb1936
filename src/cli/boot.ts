/**
 * Starts the program whose path is in `BOOT_SCRIPT`: compiles it with V8's code cache, so that a start neither parses the machine nor
 * compiles the functions that every start needs. The cache belongs to one version of V8; without a fitting one, the script is compiled
 * as usual and a cache is written if the folder allows it.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as v8 from 'node:v8';
import { Script } from 'node:vm';

function tryRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A cache that is older than its script is of another build. */
function cachePath(script: string): string {
  const stamp = Math.floor(statSync(script).mtimeMs).toString(36);
  return `${script}.${stamp}.${v8.cachedDataVersionTag().toString(36)}.cache`;
}

/** Written when the program ends, so that the functions that it used are in it. */
function writeCacheAtExit(script: Script, path: string): void {
  process.on('exit', () => {
    try {
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, path);
    } catch {
      // A folder that cannot be written: every start compiles.
    }
  });
}

export function boot(path: string): void {
  const cache = cachePath(path);
  const cachedData = tryRead(cache);
  const source = `(function (require, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, cachedData === undefined ? { filename: path } : { filename: path, cachedData });
  if (cachedData === undefined || script.cachedDataRejected === true) writeCacheAtExit(script, cache);
  script.runInThisContext()(createRequire(path), path, dirname(path));
}
