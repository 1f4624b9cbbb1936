/**
 * Starts the machine: runs a script of this folder under V8's code cache, so that a start neither parses the machine nor compiles the
 * functions that every start needs.
 *
 * A cache belongs to one script (its fingerprint is in the name) and one version of Node; V8 itself refuses it where flags differ or it is
 * damaged. It lies beside the script or, where that folder cannot be written, in the user's folder for caches. Without a fitting one the
 * script is compiled as usual, and a cache is written when the program ends, with the functions that it used. A start with options for
 * Node leaves alone what is there: it would take it from all others.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** Of the bundle (tools/build.mjs makes the values). */
declare const __dirname: string;
declare const require: NodeJS.Require;

type Main = (load: NodeJS.Require, folder: string) => void;

function tryRead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** As the platform has it; `undefined` for a user without a home. */
function userFolder(): string | undefined {
  const { XDG_CACHE_HOME: caches, HOME: home, LOCALAPPDATA: local } = process.env;
  if (process.platform === 'win32') return local && `${local}\\typhon`;
  if (caches) return `${caches}/typhon`;
  return home && `${home}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}/typhon`;
}

/** Folders where a cache may lie, best first. */
function folders(): string[] {
  const user = userFolder();
  return user ? [__dirname, user] : [__dirname];
}

/** Puts the cache into place as a whole; false where the folder cannot be written. */
function write(folder: string, name: string, data: Buffer): boolean {
  const temporary = `${folder}/${name}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, data);
    renameSync(temporary, `${folder}/${name}`);
  } catch {
    return false;
  }
  return true;
}

function writeAtExit(script: Script, name: string): void {
  process.on('exit', () => {
    const data = script.createCachedData();
    folders().some((folder) => write(folder, name, data));
  });
}

function cacheOf(name: string): Buffer | undefined {
  const beside = tryRead(`${__dirname}/${name}`);
  if (beside !== undefined) return beside;
  const folder = userFolder();
  return folder ? tryRead(`${folder}/${name}`) : undefined;
}

export function boot(scriptName: string, fingerprint: string): void {
  const path = `${__dirname}/${scriptName}`;
  const name = `${scriptName}.${fingerprint}.${process.version}-${process.arch}.cache`;
  const cachedData = cacheOf(name);
  // All of it is ASCII (tools/bundle.mjs).
  const source = readFileSync(path, 'latin1');
  const script = new Script(source, cachedData === undefined ? { filename: path } : { filename: path, cachedData });
  const isRefused = script.cachedDataRejected === true && process.execArgv.length === 0;
  if (cachedData === undefined || isRefused) writeAtExit(script, name);
  (script.runInThisContext() as Main)(require, __dirname);
}
