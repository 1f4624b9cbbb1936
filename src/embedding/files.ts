/** The files of an interpreter as its embedder uses them. */
import { type FileSystem, HostError, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from '../host/host.ts';
import { expectString, expectText } from '../util/arguments.ts';
import { Internals, named, presented } from './internals.ts';

const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;

/**
 * A file operation of the embedder that failed: `code` as the system names it.
 *
 * @example
 * ```ts
 * import { FileError, Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * try {
 *   typhon.files.read('/missing.txt');
 * } catch (error) {
 *   if (error instanceof FileError) console.log(error.code, error.path); // ENOENT /missing.txt
 * }
 * ```
 */
export class FileError extends Error {
  readonly code: string;
  readonly path: string;

  private constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    Object.defineProperty(this, 'name', { value: 'FileError', writable: true, configurable: true });
    this.code = code;
    this.path = path;
  }

  /** @internal */
  static of(code: string, path: string): FileError {
    return new FileError(code, path);
  }
}

named(FileError, 'FileError');

interface Parts {
  readonly files: FileSystem;
  /** Does something that the permissions of the program do not forbid. */
  readonly privileged: <T>(body: () => T) => T;
}

const internals = new Internals<Parts>('Files');

/**
 * The file system of a host.
 *
 * @internal
 */
export function newFiles(files: FileSystem, privileged: <T>(body: () => T) => T): Files {
  return new (Files as unknown as new (parts: Parts) => Files)({ files, privileged });
}

/** Does something with a path; what the system refuses is a FileError. */
function at<T>(object: Files, path: string, body: (files: FileSystem) => T): T {
  expectString(path, 'path');
  const { files, privileged } = internals.of(object);
  try {
    return privileged(() => body(files));
  } catch (thrown) {
    throw thrown instanceof HostError ? FileError.of(thrown.code, path) : thrown;
  }
}

function writeAll(files: FileSystem, path: string, bytes: Uint8Array): void {
  const fd = files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += files.write(fd, bytes.subarray(offset));
  } finally {
    files.close(fd);
  }
}

function readAll(files: FileSystem, path: string): Uint8Array {
  const fd = files.open(path, O_RDONLY, 0);
  try {
    return contentsOf(files, fd);
  } finally {
    files.close(fd);
  }
}

function contentsOf(files: FileSystem, fd: number): Uint8Array {
  const buffer = new Uint8Array(files.fstat(fd).size);
  let filled = 0;
  while (filled < buffer.length) {
    const count = files.read(fd, buffer.subarray(filled));
    if (typeof count !== 'number' || count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function isDirectory(files: FileSystem, path: string, followLinks: boolean): boolean {
  return (files.stat(path, followLinks).mode & S_IFMT) === S_IFDIR;
}

/**
 * The file system that Python programs see; their permissions do not bind the embedder where it is a virtual one. Relative paths are relative to their working directory.
 *
 * @example
 * ```ts
 * import { Typhon } from 'typhon-python';
 *
 * const typhon = await Typhon.create();
 * typhon.files.write('/data/in.txt', 'one two');
 * typhon.run('open("/data/out.txt", "w").write(open("/data/in.txt").read().title())');
 * console.log(typhon.files.readText('/data/out.txt')); // One Two
 * console.log(typhon.files.list('/data')); // [ 'in.txt', 'out.txt' ]
 * ```
 */
export class Files {
  private constructor(parts?: never) {
    internals.attach(this, parts);
  }

  /** Writes a file, text as UTF-8; makes it and the directories on the way to it where they are missing. */
  write(path: string, contents: string | Uint8Array): void {
    expectString(path, 'path');
    expectText(contents, 'contents');
    const separator = path.lastIndexOf('/');
    if (separator > 0) this.makeDirectory(path.slice(0, separator));
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    at(this, path, (files) => writeAll(files, path, bytes));
  }

  /** The contents of a file. */
  read(path: string): Uint8Array {
    return at(this, path, (files) => readAll(files, path));
  }

  /** The contents of a file, as UTF-8. */
  readText(path: string): string {
    return new TextDecoder().decode(this.read(path));
  }

  /** The names in a directory, sorted; in the working directory if none is given. */
  list(path = '.'): string[] {
    return at(this, path, (files) => files.readDirectory(path).map(({ name }) => name)).sort();
  }

  /** Whether there is a file or directory. */
  exists(path: string): boolean {
    return at(this, path, (files) => files.access(path, 0));
  }

  /** Whether there is a directory. */
  isDirectory(path: string): boolean {
    return at(this, path, (files) => files.access(path, 0) && isDirectory(files, path, true));
  }

  /** Makes a directory and those on the way to it, where they are missing. */
  makeDirectory(path: string): void {
    if (path === '' || this.isDirectory(path)) return;
    const separator = path.replace(/\/+$/, '').lastIndexOf('/');
    if (separator > 0) this.makeDirectory(path.slice(0, separator));
    at(this, path, (files) => files.makeDirectory(path, 0o777));
  }

  /** Removes a file, or a directory with everything in it. */
  remove(path: string): void {
    at(this, path, (files) => {
      if (!isDirectory(files, path, false)) {
        files.unlink(path);
        return;
      }
      for (const { name } of files.readDirectory(path)) this.remove(`${path}/${name}`);
      files.removeDirectory(path);
    });
  }
}

presented(Files, 'Files', () => 'Files {}');
