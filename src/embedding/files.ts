/** The files of an interpreter as its embedder uses them. */
import { type FileSystem, HostError, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from '../host/host.ts';

const S_IFMT = 0o170000;
const S_IFDIR = 0o040000;

/** A file operation that failed: `code` as the system names it, as in `ENOENT`. */
export class FileError extends Error {
  readonly code: string;
  readonly path: string;

  /** @internal */
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.name = 'FileError';
    this.code = code;
    this.path = path;
  }
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
  private readonly files: FileSystem;

  private readonly privileged: <T>(body: () => T) => T;

  /** @internal */
  constructor(files: FileSystem, privileged: <T>(body: () => T) => T) {
    this.files = files;
    this.privileged = privileged;
  }

  private run<T>(path: string, body: () => T): T {
    try {
      return this.privileged(body);
    } catch (thrown) {
      throw thrown instanceof HostError ? new FileError(thrown.code, path) : thrown;
    }
  }

  /** Writes a file, text as UTF-8; makes it and the directories on the way to it where they are missing. */
  write(path: string, contents: string | Uint8Array): void {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    const separator = path.lastIndexOf('/');
    if (separator > 0) this.makeDirectory(path.slice(0, separator));
    this.run(path, () => {
      const fd = this.files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
      try {
        for (let offset = 0; offset < bytes.length; ) offset += this.files.write(fd, bytes.subarray(offset));
      } finally {
        this.files.close(fd);
      }
    });
  }

  /** The contents of a file. */
  read(path: string): Uint8Array {
    return this.run(path, () => {
      const fd = this.files.open(path, O_RDONLY, 0);
      try {
        return this.contentsOf(fd);
      } finally {
        this.files.close(fd);
      }
    });
  }

  private contentsOf(fd: number): Uint8Array {
    const buffer = new Uint8Array(this.files.fstat(fd).size);
    let filled = 0;
    while (filled < buffer.length) {
      const count = this.files.read(fd, buffer.subarray(filled));
      if (typeof count !== 'number' || count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  }

  /** The contents of a file, as UTF-8. */
  readText(path: string): string {
    return new TextDecoder().decode(this.read(path));
  }

  /** The names in a directory, sorted. */
  list(path = '.'): string[] {
    return this.run(path, () => this.files.readDirectory(path).map(({ name }) => name)).sort();
  }

  exists(path: string): boolean {
    return this.run(path, () => this.files.access(path, 0));
  }

  isDirectory(path: string): boolean {
    return this.run(path, () => this.exists(path) && (this.files.stat(path, true).mode & S_IFMT) === S_IFDIR);
  }

  /** Makes a directory and those on the way to it, where they are missing. */
  makeDirectory(path: string): void {
    if (path === '' || this.isDirectory(path)) return;
    const separator = path.replace(/\/+$/, '').lastIndexOf('/');
    if (separator > 0) this.makeDirectory(path.slice(0, separator));
    this.run(path, () => this.files.makeDirectory(path, 0o777));
  }

  /** Removes a file, or a directory with everything in it. */
  remove(path: string): void {
    this.run(path, () => {
      if ((this.files.stat(path, false).mode & S_IFMT) !== S_IFDIR) {
        this.files.unlink(path);
        return;
      }
      for (const { name } of this.files.readDirectory(path)) this.remove(`${path}/${name}`);
      this.files.removeDirectory(path);
    });
  }
}
