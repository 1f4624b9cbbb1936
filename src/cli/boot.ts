/**
 * Starts the machine: runs its script under V8's code cache, so that a start neither parses the machine nor compiles the functions that
 * every start needs.
 *
 * V8 itself refuses a cache where flags differ or it is damaged. Without a fitting one the script is compiled as usual, and a cache is written when the
 * program ends, with the functions that it used. A start with options for Node leaves alone what is there: it would take it from all others.
 */
import { Script } from 'node:vm';
import type { CodeBytes } from './channel.ts';
import { type CodeFiles, writeCache } from './code-files.ts';

/** Of the bundle (tools/build.mjs makes the values). */
declare const __dirname: string;
declare const require: NodeJS.Require;

type Main = (load: NodeJS.Require, folder: string) => void;

/** `text` is ASCII (tools/bundle.mjs). */
export function boot(files: CodeFiles, { text, cache: cachedData }: CodeBytes): void {
  const source = Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1');
  const filename = files.path;
  const script = new Script(source, cachedData === undefined ? { filename } : { filename, cachedData });
  const isRefused = script.cachedDataRejected === true && process.execArgv.length === 0;
  if (cachedData === undefined || isRefused) process.on('exit', () => writeCache(files, script.createCachedData()));
  (script.runInThisContext() as Main)(require, __dirname);
}
