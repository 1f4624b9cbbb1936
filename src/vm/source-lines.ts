/** Lines of sources for tracebacks: of files, of the standard library, and of code that was never in a file (`-c`, the prompt). */
import { HostError } from '../host/host.ts';
import { SourceError } from '../syntax/syntax-error.ts';
import { sourceFromBytes } from '../syntax/decode-source.ts';
import { PyBaseException } from '../objspace/exception.ts';
import { services } from '../interpreter/services.ts';
import type { Interpreter } from './interpreter.ts';
import { sourceDecoding } from './source-decoding.ts';
import { perInterpreter } from '../objspace/per-interpreter.ts';

/** Per interpreter: two of them may run different sources under the same name. */
const known = perInterpreter(() => ({ registered: new Map<string, string[]>(), cache: new Map<string, string[]>() }));
const MAX_CACHED = 64;

/** Makes a source that is in no file known to tracebacks. */
export function registerSource(filename: string, source: string): void {
  known().registered.set(filename, source.split('\n'));
}

/** The line, without its end; `undefined` if it cannot be had. */
export function sourceLine(filename: string, lineno: number): string | undefined {
  return sourceLines(filename)?.[lineno - 1];
}

export function sourceLines(filename: string): readonly string[] | undefined {
  const { registered, cache } = known();
  const lines = registered.get(filename) ?? cache.get(filename);
  if (lines !== undefined) return lines;
  if (filename.startsWith('<')) return undefined;
  const read = readLines(filename);
  if (read === undefined) return undefined;
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(filename, read);
  return read;
}

function readLines(filename: string): string[] | undefined {
  const bytes = readFile(filename);
  if (bytes === undefined) return librarySource(filename)?.split('\n');
  try {
    return sourceFromBytes(bytes, filename, sourceDecoding(filename, true)).text.split('\n');
  } catch (thrown) {
    if (thrown instanceof SourceError || thrown instanceof PyBaseException) return undefined;
    throw thrown;
  }
}

function librarySource(filename: string): string | undefined {
  const { library } = services() as Interpreter;
  return filename.startsWith(`${library.folder}/`)
    ? library.sourceOf(filename.slice(library.folder.length + 1))
    : undefined;
}

function readFile(filename: string): Uint8Array | undefined {
  const { files } = services().host;
  try {
    const fd = files.open(filename, 0, 0);
    try {
      const bytes = new Uint8Array(files.fstat(fd).size);
      let offset = 0;
      while (offset < bytes.length) {
        const count = files.read(fd, bytes.subarray(offset));
        if (typeof count !== 'number' || count === 0) break;
        offset += count;
      }
      return bytes.subarray(0, offset);
    } finally {
      files.close(fd);
    }
  } catch (thrown) {
    if (thrown instanceof HostError) return undefined;
    throw thrown;
  }
}
