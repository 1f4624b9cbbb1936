/** Lines of sources for tracebacks: of files, of the standard library, and of code that was never in a file (`-c`, the prompt). */
import { HostError } from '../host/host.ts';
import { SourceError } from '../syntax/syntax-error.ts';
import { sourceFromBytes } from '../syntax/decode-source.ts';
import { PyBaseException } from '../objspace/exception.ts';
import { services } from '../interpreter/services.ts';
import type { Interpreter } from './interpreter.ts';
import { sourceDecoding } from './source-decoding.ts';
import { perInterpreter } from '../objspace/per-interpreter.ts';
import { findAttribute } from '../objspace/attributes.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import type { PyDict } from '../objspace/types/dict/dict.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { isText, textOf } from '../objspace/types/str/text.ts';

/** Per interpreter: two of them may run different sources under the same name. */
const known = perInterpreter(() => ({ registered: new Map<string, string[]>(), cache: new Map<string, string[]>() }));
const MAX_CACHED = 64;

/** Makes a source that is in no file known to tracebacks. */
export function registerSource(filename: string, source: string): void {
  known().registered.set(filename, source.split('\n'));
}

/** The line, without its end; `undefined` if it cannot be had. `globals` are those of the code, whose loader may know the source. */
export function sourceLine(filename: string, lineno: number, globals?: PyDict): string | undefined {
  return sourceLines(filename, globals)?.[lineno - 1];
}

export function sourceLines(filename: string, globals?: PyDict): readonly string[] | undefined {
  const { registered, cache } = known();
  const lines = registered.get(filename) ?? cache.get(filename);
  if (lines !== undefined) return lines;
  if (filename.startsWith('<')) return undefined;
  const read = readLines(filename) ?? elsewhere(filename, globals);
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

/** Where `linecache` looks for what is no file: at the loader of the module that the code runs in, then along `sys.path`. */
function elsewhere(filename: string, globals: PyDict | undefined): string[] | undefined {
  if (filename === '') return undefined;
  const before = state.exception;
  const loaded = globals === undefined ? undefined : sourceOfLoader(globals);
  state.exception = before;
  if (loaded !== undefined) return loaded === null ? undefined : loaded.split(/\r\n?|\n/);
  return filename.startsWith('/') ? undefined : alongPath(filename);
}

/** What `get_source` of the loader answers; null if that is nothing, `undefined` if nobody can be asked. */
function sourceOfLoader(globals: PyDict): string | null | undefined {
  const own = globals.getStr('__name__');
  if (own === undefined) return undefined;
  const spec = globals.getStr('__spec__') ?? null;
  const loader = attributeOf(spec, 'loader') ?? globals.getStr('__loader__') ?? null;
  const read = attributeOf(loader, 'get_source');
  if (read === null) return undefined;
  const source = call(read, [attributeOf(spec, 'name') ?? own]);
  if (source === EXIT) return undefined;
  return isText(source) ? textOf(source as Value) : null;
}

/** null where there is no such attribute. */
function attributeOf(object: Value, name: string): Value {
  const value = object === null ? undefined : findAttribute(object, name);
  return value === undefined || value === EXIT ? null : (value as Value);
}

function alongPath(filename: string): string[] | undefined {
  const path = services().sys.getStr('path');
  if (!(path instanceof PyList)) return undefined;
  for (const folder of path.toArray()) {
    const lines = isText(folder) && textOf(folder) !== '' ? readLines(`${textOf(folder)}/${filename}`) : undefined;
    if (lines !== undefined) return lines;
  }
  return undefined;
}
