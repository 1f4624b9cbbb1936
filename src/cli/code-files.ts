/**
 * The files of a script of this folder that is run under V8's code cache (boot.ts): its text and, once it has been run, the cache.
 *
 * A cache belongs to one script (its fingerprint is in the name) and one version of Node. It lies beside the script or, where that folder
 * cannot be written, in the user's folder for caches.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import type { CodeBytes } from './channel.ts';

/** Of the bundle (tools/build.mjs makes the value). */
declare const __dirname: string;

export interface CodeFiles {
  /** The script. */
  readonly path: string;
  /** The name of the cache. */
  readonly cacheName: string;
}

export function codeFiles(scriptName: string, fingerprint: string): CodeFiles {
  return {
    path: `${__dirname}/${scriptName}`,
    cacheName: `${scriptName}.${fingerprint}.${process.version}-${process.arch}.cache`,
  };
}

/** As the platform has it; `undefined` for a user without a home. */
function userFolder(): string | undefined {
  const { XDG_CACHE_HOME: caches, HOME: home, LOCALAPPDATA: local } = process.env;
  if (process.platform === 'win32') return local && `${local}\\typhon`;
  if (caches) return `${caches}/typhon`;
  return home && `${home}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}/typhon`;
}

/** Gives what `use` makes of the first of the folders where a cache may lie, best first, for which it makes something. */
function inFolders<T>(use: (folder: string) => T | undefined): T | undefined {
  const beside = use(__dirname);
  if (beside !== undefined) return beside;
  const user = userFolder();
  return user ? use(user) : undefined;
}

/** Puts the cache into place as a whole; `undefined` where the folder cannot be written. */
function writeTo(folder: string, name: string, data: Buffer): true | undefined {
  const temporary = `${folder}/${name}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, data);
    renameSync(temporary, `${folder}/${name}`);
  } catch {
    return undefined;
  }
  return true;
}

export function writeCache({ cacheName }: CodeFiles, data: Buffer): void {
  inFolders((folder) => writeTo(folder, cacheName, data));
}

function tryRead(path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return readFileSync(path) as Uint8Array<ArrayBuffer>;
  } catch {
    return undefined;
  }
}

export function readCode({ path, cacheName }: CodeFiles): CodeBytes {
  return {
    text: readFileSync(path) as Uint8Array<ArrayBuffer>,
    cache: inFolders((folder) => tryRead(`${folder}/${cacheName}`)),
  };
}

/** The memory of what was read, to give it to another thread; a short file lies in memory that Node shares out. */
export function buffersOf({ text, cache }: CodeBytes): ArrayBuffer[] {
  const own = (bytes: Uint8Array<ArrayBuffer> | undefined): ArrayBuffer[] =>
    bytes === undefined || bytes.length < bytes.buffer.byteLength ? [] : [bytes.buffer];
  return [...own(text), ...own(cache)];
}
