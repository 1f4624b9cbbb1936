/**
 * The files of Node. Positions of regular files are kept here, because Node has no `lseek`; the working directory is kept here as well,
 * because it belongs to the interpreter and a worker cannot change the process's.
 */
import { hasLoneSurrogate } from '../util/surrogates.ts';
import {
  type BigIntStats,
  type Dirent,
  accessSync,
  chmodSync,
  chownSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lchownSync,
  linkSync,
  lstatSync,
  futimesSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import {
  type DirectoryEntry,
  type FileStatus,
  type FileSystem,
  HostError,
  O_ACCMODE,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_TRUNC,
  type Pending,
} from './host.ts';
import { NodeDescriptors } from './node-descriptors.ts';

/** Node's module for terminals brings that for networks with it, which takes a start milliseconds: it is asked where nothing else can tell. */
export function isTerminal(fd: number): boolean {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return false;
    const device = process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${fd}`) : '';
    if (device === '/dev/null') return false;
    return /^\/dev\/(pts\/|tty)\d+$/.test(device) || process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false;
  }
}

/** A time for Node: as text, since it takes a negative number as the present time. */
function secondsText(timeNs: bigint): string {
  return String(Number(timeNs) / 1e9);
}

/** Runs a call of Node's and turns its errors into HostError. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw hostError(thrown);
  }
}

function hostError(thrown: unknown): unknown {
  const { code } = thrown as { code?: string };
  if (thrown instanceof HostError || code === undefined) return thrown;
  if (code === 'ERR_OUT_OF_RANGE' && (thrown as Error).message.includes('"fd"')) return new HostError('EBADF');
  if (code === 'ERR_INVALID_ARG_VALUE' || code === 'ERR_OUT_OF_RANGE' || code === 'ERR_INVALID_ARG_TYPE')
    return new HostError('EINVAL');
  if (code === 'ERR_FS_EISDIR') return new HostError('EISDIR');
  if (code === 'EOF') return new HostError('EIO');
  return new HostError(code);
}

/** Flags of `open` that only some platforms have, with Linux's numbers. */
const FURTHER_FLAGS: readonly (readonly [
  number,
  'O_NOCTTY' | 'O_DSYNC' | 'O_DIRECT' | 'O_NOATIME' | 'O_SYNC' | 'O_NOFOLLOW' | 'O_DIRECTORY',
])[] = [
  [0o400, 'O_NOCTTY'],
  [0o10000, 'O_DSYNC'],
  [0o40000, 'O_DIRECT'],
  [0o200000, 'O_DIRECTORY'],
  [0o400000, 'O_NOFOLLOW'],
  [0o1000000, 'O_NOATIME'],
  [0o4010000, 'O_SYNC'],
];

/** Flags of Linux to those of the platform that runs. */
function nativeFlags(flags: number): number {
  const c = constants;
  let native = flags & O_ACCMODE;
  if (flags & O_CREAT) native |= c.O_CREAT;
  if (flags & O_EXCL) native |= c.O_EXCL;
  if (flags & O_TRUNC) native |= c.O_TRUNC;
  if (flags & O_APPEND) native |= c.O_APPEND;
  for (const [linux, name] of FURTHER_FLAGS) if ((flags & linux) === linux) native |= c[name] ?? 0;
  return native;
}

function statusOf(stats: BigIntStats): FileStatus {
  return {
    mode: Number(stats.mode),
    ino: stats.ino,
    dev: stats.dev,
    nlink: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    size: Number(stats.size),
    atimeNs: stats.atimeNs,
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
    birthtimeNs: stats.birthtimeNs,
    rdev: Number(stats.rdev),
    blksize: Number(stats.blksize),
    blocks: Number(stats.blocks),
  };
}

const SURROGATE = /[\ud800-\udfff]/;

/** A path with bytes that are no UTF-8 (lone surrogates, PEP 383) goes to Node as bytes. */
function nativePath(path: string): string | Buffer {
  if (!SURROGATE.test(path) || !hasLoneSurrogate(path)) return path;
  const bytes: number[] = [];
  for (const character of path) {
    const code = character.codePointAt(0)!;
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...Buffer.from(character, 'utf8'));
  }
  return Buffer.from(bytes);
}

/** Bytes of a file name to text; those that are no UTF-8 become lone surrogates. */
function textOfName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  let result = '';
  for (let index = 0; index < bytes.length; ) {
    const length = utf8Length(bytes, index);
    if (length === 0) result += String.fromCharCode(0xdc00 + bytes[index++]);
    else {
      result += bytes.toString('utf8', index, index + length);
      index += length;
    }
  }
  return result;
}

function utf8Length(bytes: Buffer, index: number): number {
  const first = bytes[index];
  const length =
    first < 0x80
      ? 1
      : first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0;
  if (length === 0 || index + length > bytes.length) return 0;
  return bytes.toString('utf8', index, index + length).includes('\ufffd') ? 0 : length;
}

const TERMINAL = /^\/dev\/(?:tty|console$|pts\/\d)/;

/** Reads standard input where the thread must not block by itself (cli/worker.ts). */
export type StandardInput = (buffer: Uint8Array) => number | Pending;

export class NodeFiles implements FileSystem {
  /**
   * Position of each open regular file, by its number in the process; other files have none. Nor have files that the process was started with,
   * standard streams as a rule: the system's own position counts, which they may share with other processes, until they are moved.
   */
  private readonly positions: Map<number, number>;
  private readonly appending: Set<number>;
  /** Files that a child may have made longer: writing goes on behind what it wrote, since the system's own position is not known. */
  private readonly shared: Set<number>;
  /** Terminals that the program has opened: reading them must not block the thread, which would not hear of Ctrl-C. */
  private readonly terminals: Set<number>;
  private readonly descriptors: NodeDescriptors;
  private readonly release: (native: number) => void;
  private directory: string;
  private readonly readStandardInput: StandardInput | undefined;

  constructor(directory: string, readStandardInput?: StandardInput) {
    this.positions = new Map();
    this.appending = new Set();
    this.shared = new Set();
    this.terminals = new Set();
    this.descriptors = new NodeDescriptors();
    this.release = (native) => {
      this.terminals.delete(native);
      this.shared.delete(native);
      this.positions.delete(native);
      this.appending.delete(native);
    };
    this.directory = directory;
    this.readStandardInput = readStandardInput;
  }

  private absolute(path: string): string | Buffer {
    if (path.includes('\0')) throw new HostError('EINVAL');
    if (path === '') throw new HostError('ENOENT');
    // A trailing separator says that the path must be a directory: `resolve` would drop it.
    const isAbsolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
    return nativePath(isAbsolute ? path : `${this.directory}${this.directory.endsWith('/') ? '' : '/'}${path}`);
  }

  open(path: string, flags: number, mode: number): number {
    const native = this.absolute(path);
    return guarded(() => {
      const isTerminal = typeof native === 'string' && TERMINAL.test(native);
      const fd = openSync(native, nativeFlags(flags) | (isTerminal ? constants.O_NONBLOCK : 0), mode);
      if (isTerminal) this.terminals.add(fd);
      const stats = fstatSync(fd);
      if (stats.isFile()) this.positions.set(fd, 0);
      if (flags & O_APPEND) this.appending.add(fd);
      return this.descriptors.adopt(fd);
    });
  }

  close(fd: number): void {
    guarded(() => this.descriptors.close(fd, this.release));
  }

  /** The process's number of a descriptor, negative where it is not open. */
  native(fd: number): number {
    return this.descriptors.native(fd);
  }

  read(descriptor: number, buffer: Uint8Array, position?: number): number | Pending {
    const fd = this.native(descriptor);
    if (fd === 0 && this.readStandardInput !== undefined) return this.readStandardInput(buffer);
    const own = this.positions.get(fd);
    const at = position ?? own ?? null;
    const count = this.terminals.has(fd) ? readTerminal(fd, buffer) : readWaiting(fd, buffer, at);
    if (position === undefined && own !== undefined) this.positions.set(fd, own + count);
    return count;
  }

  write(descriptor: number, data: Uint8Array, position?: number): number {
    const fd = this.native(descriptor);
    const own = this.shared.has(fd) ? Number(this.fstat(descriptor).size) : this.positions.get(fd);
    const at = position ?? (this.appending.has(fd) ? null : (own ?? null));
    const count = writeWaiting(fd, data, at);
    if (position === undefined && own !== undefined) {
      this.positions.set(fd, this.appending.has(fd) ? Number(this.fstat(descriptor).size) : own + count);
    }
    return count;
  }

  seek(descriptor: number, offset: number, whence: 0 | 1 | 2): number {
    const fd = this.native(descriptor);
    const own = this.positions.get(fd);
    const current = own ?? this.positionOfSystem(descriptor);
    if (current === undefined) {
      // EBADF if it is not open. Devices such as /dev/null have a position, which means nothing.
      if (isMemoryDevice(this.fstat(descriptor))) return 0;
      throw new HostError('ESPIPE');
    }
    const base = whence === 0 ? 0 : whence === 1 ? current : this.fstat(descriptor).size;
    const position = base + offset;
    // No file system has files of the length of a larger one.
    if (position < 0 || position >= Number.MAX_SAFE_INTEGER) throw new HostError('EINVAL');
    if (own === undefined && position === current) return position;
    this.positions.set(fd, position);
    if (whence !== 1 || offset !== 0) this.shared.delete(fd);
    return position;
  }

  /** The system's position of a regular file, where it can be known. */
  private positionOfSystem(descriptor: number): number | undefined {
    if ((this.fstat(descriptor).mode & 0o170000) !== 0o100000) return undefined;
    const fd = this.native(descriptor);
    const information = informationOf(fd);
    const position = /^pos:\s*(\d+)/m.exec(information);
    const flags = /^flags:\s*([0-7]+)/m.exec(information);
    if (flags !== null && (Number.parseInt(flags[1], 8) & O_APPEND) !== 0) this.appending.add(fd);
    return position === null ? undefined : Number(position[1]);
  }

  /** Whether the position of a file is kept here, and not by the system. */
  hasPosition(native: number): boolean {
    return this.positions.has(native);
  }

  /**
   * A descriptor for a child, to be closed behind its start: absent where it can have the one that is given. Reading a terminal answers at once
   * here, which children do not expect; and Node would change that for both when it starts one.
   */
  terminalForChild(native: number, isInput: boolean): number | undefined {
    if (!this.terminals.has(native)) return undefined;
    return guarded(() => openSync(`/proc/self/fd/${native}`, isInput ? 'r' : 'w'));
  }

  /** A child writes where the file ends. */
  share(fd: number): void {
    this.shared.add(this.native(fd));
  }

  truncate(fd: number, length: number): void {
    // Node takes less than nothing for nothing.
    if (length < 0) throw new HostError('EINVAL');
    guarded(() => ftruncateSync(this.native(fd), length));
  }

  changeMode(fd: number, mode: number): void {
    guarded(() => fchmodSync(this.native(fd), mode));
  }

  changeOwner(fd: number, uid: number, gid: number): void {
    guarded(() => fchownSync(this.native(fd), uid, gid));
  }

  changeTimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    guarded(() => futimesSync(this.native(fd), secondsText(atimeNs), secondsText(mtimeNs)));
  }

  fstat(fd: number): FileStatus {
    return guarded(() => statusOf(fstatSync(this.native(fd), { bigint: true })));
  }

  isatty(fd: number): boolean {
    return isTerminal(this.native(fd));
  }

  fsync(fd: number): void {
    guarded(() => fsyncSync(this.native(fd)));
  }

  duplicate(fd: number): number {
    return guarded(() => this.descriptors.duplicate(fd));
  }

  duplicateTo(fd: number, target: number): void {
    guarded(() => this.descriptors.duplicateTo(fd, target, this.release));
  }

  pathOf(fd: number): string {
    const native = this.native(fd);
    if (!guarded(() => fstatSync(native)).isDirectory()) throw new HostError('ENOTDIR');
    if (process.platform !== 'linux') throw new HostError('ENOSYS');
    return textOfName(guarded(() => readlinkSync(`/proc/self/fd/${native}`, 'buffer')));
  }

  stat(path: string, followLinks: boolean): FileStatus {
    const native = this.absolute(path);
    const stats = guarded(() => {
      const options = { bigint: true, throwIfNoEntry: false } as const;
      return followLinks ? statSync(native, options) : lstatSync(native, options);
    });
    if (stats === undefined) throw new HostError('ENOENT');
    return statusOf(stats);
  }

  readDirectory(path: string): DirectoryEntry[] {
    const native = this.absolute(path);
    const entries = guarded(() =>
      readdirSync(native, { withFileTypes: true, encoding: 'buffer' }),
    ) as unknown as Dirent[];
    return entries.map((entry) => ({
      name: textOfName(entry.name as unknown as Buffer),
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'symlink' : 'other',
    }));
  }

  makeDirectory(path: string, mode: number): void {
    const native = this.absolute(path);
    guarded(() => mkdirSync(native, { mode }));
  }

  removeDirectory(path: string): void {
    const native = this.absolute(path);
    guarded(() => rmdirSync(native));
  }

  unlink(path: string): void {
    const native = this.absolute(path);
    guarded(() => unlinkSync(native));
  }

  rename(from: string, to: string): void {
    const [source, target] = [this.absolute(from), this.absolute(to)];
    guarded(() => renameSync(source, target));
  }

  link(from: string, to: string): void {
    const [source, target] = [this.absolute(from), this.absolute(to)];
    guarded(() => linkSync(source, target));
  }

  symlink(target: string, path: string): void {
    const native = this.absolute(path);
    guarded(() => symlinkSync(nativePath(target), native));
  }

  readLink(path: string): string {
    const native = this.absolute(path);
    return textOfName(guarded(() => readlinkSync(native, { encoding: 'buffer' })));
  }

  chmod(path: string, mode: number): void {
    const native = this.absolute(path);
    guarded(() => chmodSync(native, mode));
  }

  chown(path: string, uid: number, gid: number, followLinks: boolean): void {
    const native = this.absolute(path);
    guarded(() => (followLinks ? chownSync(native, uid, gid) : lchownSync(native, uid, gid)));
  }

  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, followLinks: boolean): void {
    const native = this.absolute(path);
    const [atime, mtime] = [secondsText(atimeNs), secondsText(mtimeNs)];
    guarded(() => (followLinks ? utimesSync(native, atime, mtime) : lutimesSync(native, atime, mtime)));
  }

  access(path: string, mode: number): boolean {
    try {
      accessSync(this.absolute(path), mode);
      return true;
    } catch {
      return false;
    }
  }

  cwd(): string {
    return this.directory;
  }

  chdir(path: string): void {
    const native = this.absolute(path);
    if (!guarded(() => statSync(native)).isDirectory()) throw new HostError('ENOTDIR');
    guarded(() => accessSync(native, constants.X_OK));
    this.directory = guarded(() =>
      typeof native === 'string'
        ? realpathSync(resolve(native))
        : textOfName(realpathSync.native(native, { encoding: 'buffer' })),
    );
  }
}

/** What Linux tells of an open file. */
function informationOf(fd: number): string {
  try {
    return readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1');
  } catch {
    return '';
  }
}

/** Whether it is /dev/null, /dev/zero or another of the devices that Linux calls memory. */
function isMemoryDevice({ mode, rdev }: FileStatus): boolean {
  return (mode & 0o170000) === 0o020000 && rdev >> 8 === 1;
}

const wait = new Int32Array(new SharedArrayBuffer(4));

/** A pipe or terminal that Node has made non-blocking answers EAGAIN: try again a little later. */
function readWaiting(fd: number, buffer: Uint8Array, position: number | null): number {
  for (let delay = 1; ; delay = Math.min(delay * 2, 20)) {
    try {
      return readSync(fd, buffer, 0, buffer.length, position);
    } catch (thrown) {
      const { code } = thrown as { code?: string };
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw hostError(thrown);
      Atomics.wait(wait, 0, 0, delay);
    }
  }
}

/** Milliseconds that reading a terminal waits until the program looks for signals. */
const TERMINAL_WAIT = 20;

/** Whoever asked handles signals and asks again. */
function readTerminal(fd: number, buffer: Uint8Array): number {
  try {
    return readSync(fd, buffer);
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'EAGAIN') throw hostError(thrown);
    Atomics.wait(wait, 0, 0, TERMINAL_WAIT);
    throw new HostError('EINTR');
  }
}

/** Writes all of it, as a blocking descriptor does, even where Node has made a pipe non-blocking; less only where the rest fails. */
function writeWaiting(fd: number, data: Uint8Array, position: number | null): number {
  let written = 0;
  for (let delay = 1; ; ) {
    try {
      written += writeSync(fd, data, written, data.length - written, position === null ? null : position + written);
      if (written === data.length) return written;
      delay = 1;
    } catch (thrown) {
      if ((thrown as { code?: string }).code === 'EAGAIN') {
        Atomics.wait(wait, 0, 0, delay);
        delay = Math.min(delay * 2, 20);
      } else if (written > 0) {
        return written;
      } else {
        throw hostError(thrown);
      }
    }
  }
}
