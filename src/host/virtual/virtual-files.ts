/**
 * A file system in memory with the semantics of POSIX: what Python's `os` and `io` can tell of a real one, they can tell of this one,
 * except that nothing outside sees it.
 */
import {
  type DirectoryEntry,
  type FileStatus,
  type FileSystem,
  HostError,
  O_ACCMODE,
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  type Pending,
} from '../host.ts';
import { nullDevice, randomDevice, zeroDevice } from './devices.ts';
import {
  Device,
  type DeviceDriver,
  Directory,
  type Inode,
  type Owner,
  RegularFile,
  S_IFDIR,
  S_IFLNK,
  S_IFREG,
  SymbolicLink,
} from './inode.ts';
import { type Acting, EXECUTE, isAllowed, type LastLink, PathWalker, type Place, READ, WRITE } from './paths.ts';

/** An open file description: descriptors that `duplicate` made share it. */
interface OpenFile {
  readonly inode: Inode;
  readonly flags: number;
  position: number;
}

/** As many as Linux allows a process by default. */
const MAX_DESCRIPTORS = 1024;

export interface VirtualFilesOptions {
  readonly user: Owner;
  /** The time that files get. */
  readonly wallTimeNs: () => bigint;
  readonly entropy: (buffer: Uint8Array) => void;
  readonly standardStreams: readonly [stdin: DeviceDriver, stdout: DeviceDriver, stderr: DeviceDriver];
  /** Bytes that all files together may have. */
  readonly capacity: number;
}

export class VirtualFiles implements FileSystem {
  private readonly options: VirtualFilesOptions;
  private readonly root: Directory;
  private readonly walker: PathWalker;
  private readonly acting: Acting;
  private readonly openFiles: (OpenFile | undefined)[];
  private directory: Directory;
  private lastInode: number;
  private used: number;
  private mask: number;

  constructor(options: VirtualFilesOptions) {
    this.options = options;
    this.lastInode = 1;
    this.used = 0;
    this.mask = 0o022;
    this.root = new Directory(this.lastInode, 0o755, SUPERUSER, options.wallTimeNs(), undefined);
    this.acting = { user: options.user };
    this.walker = new PathWalker(this.root, this.acting);
    this.directory = this.root;
    const device = (driver: DeviceDriver, mode = 0o666): Device =>
      new Device(++this.lastInode, mode, SUPERUSER, options.wallTimeNs(), driver);
    const [stdin, stdout, stderr] = options.standardStreams.map((driver) => device(driver, 0o620));
    this.openFiles = [stdin, stdout, stderr].map((inode) => ({ inode, flags: O_RDONLY, position: 0 }));
    this.openFiles[1] = { inode: stdout, flags: O_WRONLY, position: 0 };
    this.openFiles[2] = { inode: stderr, flags: O_WRONLY, position: 0 };
    this.populate(
      new Map([
        ['null', device(nullDevice)],
        ['zero', device(zeroDevice)],
        ['random', device(randomDevice(options.entropy))],
        ['urandom', device(randomDevice(options.entropy))],
        ['stdin', stdin],
        ['stdout', stdout],
        ['stderr', stderr],
      ]),
    );
  }

  /** `/dev`, and `/tmp`, which everybody may write. */
  private populate(devices: ReadonlyMap<string, Device>): void {
    const make = (name: string, mode: number): Directory => {
      const made = new Directory(++this.lastInode, mode, SUPERUSER, this.options.wallTimeNs(), this.root);
      this.root.entries.set(name, made);
      this.root.links++;
      return made;
    };
    const dev = make('dev', 0o755);
    for (const [name, inode] of devices) dev.entries.set(name, inode);
    make('tmp', 0o1777);
  }

  // ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────

  private find(path: string, lastLink: LastLink): Place {
    return this.walker.find(this.directory, path, lastLink);
  }

  /** What is at a path: ENOENT where nothing is. */
  private existing(path: string, followsLast: boolean): Inode {
    const { inode, wantsDirectory } = this.find(path, followsLast ? 'follow' : 'keep');
    if (inode === undefined) throw new HostError('ENOENT');
    if (wantsDirectory && !(inode instanceof Directory)) throw new HostError('ENOTDIR');
    return inode;
  }

  private demand(inode: Inode, mode: number): void {
    if (!isAllowed(inode, mode, this.acting.user)) throw new HostError('EACCES');
  }

  private requireOwner(inode: Inode): void {
    const { uid } = this.acting.user;
    if (uid !== 0 && uid !== inode.uid) throw new HostError('EPERM');
  }

  /** Enters a new name into its directory. */
  private enter({ directory, name }: Place, inode: Inode): void {
    this.demand(directory, WRITE | EXECUTE);
    if (directory.parent === undefined) throw new HostError('ENOENT');
    directory.entries.set(name, inode);
    if (inode instanceof Directory) directory.links++;
    this.touch(directory);
  }

  /** Takes a name out of its directory. */
  private remove({ directory, name }: Place, inode: Inode): void {
    this.demand(directory, WRITE | EXECUTE);
    this.requireSticky(directory, inode);
    directory.entries.delete(name);
    this.touch(directory);
  }

  /** In a sticky directory (/tmp) only owners remove. */
  private requireSticky(directory: Directory, inode: Inode): void {
    const { uid } = this.acting.user;
    if ((directory.mode & 0o1000) !== 0 && uid !== 0 && uid !== inode.uid && uid !== directory.uid)
      throw new HostError('EPERM');
  }

  private touch(inode: Inode): void {
    inode.mtimeNs = this.options.wallTimeNs();
    inode.ctimeNs = inode.mtimeNs;
  }

  private unlinked(inode: Inode): void {
    inode.links--;
    inode.ctimeNs = this.options.wallTimeNs();
    if (inode instanceof RegularFile) this.release(inode);
  }

  /** The bytes of a file that neither a name nor a descriptor leads to are free again. */
  private release(file: RegularFile): void {
    if (file.links > 0 || this.openFiles.some((open) => open?.inode === file)) return;
    this.used -= file.size;
    file.resize(0);
  }

  /** Takes account of a file's new size. */
  private reserve(file: RegularFile, size: number): void {
    if (size > MAX_FILE_SIZE) throw new HostError('EFBIG');
    const used = this.used + size - file.size;
    if (size > file.size && used > this.options.capacity) throw new HostError('ENOSPC');
    this.used = used;
  }

  // ── Open files ───────────────────────────────────────────────────────────────────────────────────────────────

  open(path: string, flags: number, mode: number): number {
    const fd = this.freeDescriptor();
    const isExclusive = (flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0;
    const place = this.find(path, isExclusive || (flags & O_NOFOLLOW) !== 0 ? 'keep' : 'follow');
    if ((flags & O_CREAT) !== 0 && place.wantsDirectory) throw new HostError('EISDIR');
    if (isExclusive && place.inode !== undefined) throw new HostError('EEXIST');
    const inode = place.inode ?? this.create(place, flags, mode);
    if (place.inode !== undefined) this.requireOpen(place, inode, flags);
    if ((flags & O_TRUNC) !== 0 && inode instanceof RegularFile) this.resize(inode, 0);
    this.openFiles[fd] = { inode, flags, position: 0 };
    return fd;
  }

  private create(place: Place, flags: number, mode: number): RegularFile {
    if ((flags & O_CREAT) === 0) throw new HostError('ENOENT');
    const { user, wallTimeNs } = this.options;
    const file = new RegularFile(++this.lastInode, mode & 0o7777 & ~this.mask, user, wallTimeNs());
    this.enter(place, file);
    return file;
  }

  private requireOpen({ wantsDirectory }: Place, inode: Inode, flags: number): void {
    if (inode instanceof SymbolicLink) throw new HostError('ELOOP');
    const access = flags & O_ACCMODE;
    const isDirectory = inode instanceof Directory;
    if (isDirectory && (access !== O_RDONLY || (flags & O_CREAT) !== 0)) throw new HostError('EISDIR');
    if (!isDirectory && (wantsDirectory || (flags & O_DIRECTORY) !== 0)) throw new HostError('ENOTDIR');
    this.demand(inode, access === O_RDONLY ? READ : access === O_WRONLY ? WRITE : READ | WRITE);
    if ((flags & O_TRUNC) !== 0) this.demand(inode, WRITE);
  }

  private freeDescriptor(): number {
    let fd = 0;
    while (this.openFiles[fd] !== undefined) fd++;
    if (fd >= MAX_DESCRIPTORS) throw new HostError('EMFILE');
    return fd;
  }

  private opened(fd: number): OpenFile {
    return this.openFiles[fd] ?? fail('EBADF');
  }

  close(fd: number): void {
    const { inode } = this.opened(fd);
    this.openFiles[fd] = undefined;
    if (inode instanceof RegularFile) this.release(inode);
  }

  read(fd: number, buffer: Uint8Array, position?: number): number | Pending {
    const open = this.opened(fd);
    const { inode } = open;
    if ((open.flags & O_ACCMODE) === O_WRONLY) throw new HostError('EBADF');
    if (inode instanceof Device) return inode.driver.read(buffer);
    if (!(inode instanceof RegularFile)) throw new HostError('EISDIR');
    const count = inode.read(buffer, position ?? open.position);
    if (position === undefined) open.position += count;
    if (count > 0) inode.atimeNs = this.options.wallTimeNs();
    return count;
  }

  write(fd: number, data: Uint8Array, position?: number): number {
    const open = this.opened(fd);
    const { inode } = open;
    if ((open.flags & O_ACCMODE) === O_RDONLY) throw new HostError('EBADF');
    if (inode instanceof Device) return inode.driver.write(data);
    const file = inode as RegularFile;
    const at = (open.flags & O_APPEND) !== 0 ? file.size : (position ?? open.position);
    if (data.length > 0) {
      this.reserve(file, Math.max(file.size, at + data.length));
      file.write(data, at);
      this.touch(file);
    }
    if (position === undefined) open.position = at + data.length;
    return data.length;
  }

  seek(fd: number, offset: number, whence: 0 | 1 | 2): number {
    const open = this.opened(fd);
    if (open.inode instanceof Device) return fd <= 2 || open.inode.driver.isTerminal ? fail('ESPIPE') : 0;
    const base = whence === 0 ? 0 : whence === 1 ? open.position : open.inode.size;
    if (base + offset < 0) throw new HostError('EINVAL');
    open.position = base + offset;
    return open.position;
  }

  truncate(fd: number, length: number): void {
    const { inode, flags } = this.opened(fd);
    if (!(inode instanceof RegularFile) || (flags & O_ACCMODE) === O_RDONLY || length < 0)
      throw new HostError('EINVAL');
    this.resize(inode, length);
  }

  private resize(file: RegularFile, length: number): void {
    this.reserve(file, length);
    file.resize(length);
    this.touch(file);
  }

  changeMode(fd: number, mode: number): void {
    this.setMode(this.opened(fd).inode, mode);
  }

  changeOwner(fd: number, uid: number, gid: number): void {
    this.setOwner(this.opened(fd).inode, uid, gid);
  }

  changeTimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.setTimesOf(this.opened(fd).inode, atimeNs, mtimeNs);
  }

  fstat(fd: number): FileStatus {
    return this.opened(fd).inode.status();
  }

  isatty(fd: number): boolean {
    const { inode } = this.opened(fd);
    return inode instanceof Device && inode.driver.isTerminal;
  }

  fsync(fd: number): void {
    if (this.opened(fd).inode instanceof Device) throw new HostError('EINVAL');
  }

  duplicate(fd: number): number {
    const open = this.opened(fd);
    const copy = this.freeDescriptor();
    this.openFiles[copy] = open;
    return copy;
  }

  duplicateTo(fd: number, target: number): void {
    const open = this.opened(fd);
    if (target < 0 || target >= MAX_DESCRIPTORS) throw new HostError('EBADF');
    if (target === fd) return;
    if (this.openFiles[target] !== undefined) this.close(target);
    this.openFiles[target] = open;
  }

  pathOf(fd: number): string {
    const { inode } = this.opened(fd);
    return inode instanceof Directory ? this.walker.pathOf(inode) : fail('ENOTDIR');
  }

  // ── Paths ────────────────────────────────────────────────────────────────────────────────────────────────────

  stat(path: string, followLinks: boolean): FileStatus {
    return this.existing(path, followLinks).status();
  }

  readDirectory(path: string): DirectoryEntry[] {
    const directory = this.existing(path, true);
    if (!(directory instanceof Directory)) throw new HostError('ENOTDIR');
    this.demand(directory, READ);
    directory.atimeNs = this.options.wallTimeNs();
    return [...directory.entries].map(([name, inode]) => ({ name, kind: KINDS[inode.format] ?? 'other' }));
  }

  makeDirectory(path: string, mode: number): void {
    const place = this.find(path, 'name');
    if (place.inode !== undefined) throw new HostError('EEXIST');
    const { user, wallTimeNs } = this.options;
    this.enter(place, new Directory(++this.lastInode, mode & 0o1777 & ~this.mask, user, wallTimeNs(), place.directory));
  }

  removeDirectory(path: string): void {
    const place = this.find(path, 'name');
    const { inode } = place;
    if (inode === undefined) throw new HostError('ENOENT');
    if (!(inode instanceof Directory)) throw new HostError('ENOTDIR');
    if (inode === this.root) throw new HostError('EBUSY');
    if (place.name === '') throw new HostError(/(^|\/)\.\/*$/.test(path) ? 'EINVAL' : 'ENOTEMPTY');
    if (inode.entries.size > 0) throw new HostError('ENOTEMPTY');
    this.remove(place, inode);
    this.detach(inode);
    place.directory.links--;
  }

  /** A removed directory: whoever is in it finds nothing any more. */
  private detach(directory: Directory): void {
    directory.parent = undefined;
    directory.links = 0;
  }

  unlink(path: string): void {
    const place = this.find(path, 'name');
    const { inode } = place;
    if (inode === undefined) throw new HostError('ENOENT');
    if (inode instanceof Directory) throw new HostError('EISDIR');
    if (place.wantsDirectory) throw new HostError('ENOTDIR');
    this.remove(place, inode);
    this.unlinked(inode);
  }

  rename(from: string, to: string): void {
    const source = this.find(from, 'name');
    const target = this.find(to, 'name');
    const { inode } = source;
    if (source.name === '' || target.name === '') throw new HostError('EBUSY');
    if (inode === undefined) throw new HostError('ENOENT');
    const needsDirectory = source.wantsDirectory || target.wantsDirectory;
    if (needsDirectory && !(inode instanceof Directory)) throw new HostError('ENOTDIR');
    if (inode instanceof Directory && isInside(target.directory, inode)) throw new HostError('EINVAL');
    if (target.inode instanceof Directory && isInside(source.directory, target.inode)) throw new HostError('ENOTEMPTY');
    if (target.inode === inode) return;
    if (target.inode !== undefined) requireReplaceable(inode, target.inode);
    this.move(source, target, inode);
  }

  private move(source: Place, target: Place, inode: Inode): void {
    this.demand(target.directory, WRITE | EXECUTE);
    if (target.directory.parent === undefined) throw new HostError('ENOENT');
    if (target.inode !== undefined) this.requireSticky(target.directory, target.inode);
    this.remove(source, inode);
    const replaced = target.inode;
    if (replaced instanceof Directory) {
      this.detach(replaced);
      target.directory.links--;
    } else if (replaced !== undefined) this.unlinked(replaced);
    if (inode instanceof Directory) {
      source.directory.links--;
      inode.parent = target.directory;
    }
    this.enter(target, inode);
    inode.ctimeNs = this.options.wallTimeNs();
  }

  link(from: string, to: string): void {
    const inode = this.existing(from, false);
    const place = this.find(to, 'name');
    if (place.inode !== undefined) throw new HostError('EEXIST');
    if (place.wantsDirectory) throw new HostError('ENOENT');
    if (inode instanceof Directory) throw new HostError('EPERM');
    this.enter(place, inode);
    inode.links++;
    inode.ctimeNs = this.options.wallTimeNs();
  }

  symlink(target: string, path: string): void {
    if (target === '') throw new HostError('ENOENT');
    const place = this.find(path, 'name');
    if (place.inode !== undefined) throw new HostError('EEXIST');
    if (place.wantsDirectory) throw new HostError('ENOENT');
    const { user, wallTimeNs } = this.options;
    this.enter(place, new SymbolicLink(++this.lastInode, user, wallTimeNs(), target));
  }

  readLink(path: string): string {
    const inode = this.existing(path, false);
    return inode instanceof SymbolicLink ? inode.target : fail('EINVAL');
  }

  chmod(path: string, mode: number): void {
    this.setMode(this.existing(path, true), mode);
  }

  private setMode(inode: Inode, mode: number): void {
    this.requireOwner(inode);
    inode.mode = mode & 0o7777;
    inode.ctimeNs = this.options.wallTimeNs();
  }

  chown(path: string, uid: number, gid: number, followLinks: boolean): void {
    this.setOwner(this.existing(path, followLinks), uid, gid);
  }

  /** Only the superuser gives files away; an owner may name the owner and group that are. */
  private setOwner(inode: Inode, uid: number, gid: number): void {
    const { user } = this.options;
    const isGiven = (uid !== -1 && uid !== inode.uid) || (gid !== -1 && gid !== inode.gid && gid !== user.gid);
    if (user.uid !== 0 && (isGiven || user.uid !== inode.uid)) throw new HostError('EPERM');
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctimeNs = this.options.wallTimeNs();
  }

  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, followLinks: boolean): void {
    this.setTimesOf(this.existing(path, followLinks), atimeNs, mtimeNs);
  }

  private setTimesOf(inode: Inode, atimeNs: bigint, mtimeNs: bigint): void {
    this.requireOwner(inode);
    inode.atimeNs = atimeNs;
    inode.mtimeNs = mtimeNs;
    inode.ctimeNs = this.options.wallTimeNs();
  }

  access(path: string, mode: number): boolean {
    try {
      return isAllowed(this.existing(path, true), mode, this.acting.user);
    } catch (thrown) {
      if (thrown instanceof HostError) return false;
      throw thrown;
    }
  }

  cwd(): string {
    return this.walker.pathOf(this.directory);
  }

  chdir(path: string): void {
    const inode = this.existing(path, true);
    if (!(inode instanceof Directory)) throw new HostError('ENOTDIR');
    this.demand(inode, EXECUTE);
    this.directory = inode;
  }

  setMask(mask: number): void {
    this.mask = mask;
  }

  // ── For the embedder, who is above permissions ───────────────────────────────────────────────────────────────

  /** What `body` does, no permission forbids; what it makes belongs to the user all the same. */
  privileged<T>(body: () => T): T {
    this.acting.user = SUPERUSER;
    try {
      return body();
    } finally {
      this.acting.user = this.options.user;
    }
  }

  /** Makes a file with its directories, or replaces what it contains; they belong to the user. */
  put(path: string, contents: Uint8Array): void {
    const separator = path.lastIndexOf('/');
    const directory = this.ensureDirectory(path.slice(0, separator + 1) || '.');
    const name = path.slice(separator + 1);
    if (path.includes('\0')) throw new HostError('EINVAL');
    if (name === '' || name === '.' || name === '..') throw new HostError('EISDIR');
    const present = directory.entries.get(name);
    if (present instanceof Directory) throw new HostError('EISDIR');
    const { user, wallTimeNs } = this.options;
    const file =
      present instanceof RegularFile ? present : new RegularFile(++this.lastInode, 0o644, user, wallTimeNs());
    directory.entries.set(name, file);
    this.resize(file, 0);
    this.reserve(file, contents.length);
    file.write(contents, 0);
  }

  /** Makes a directory and all those on the way to it. */
  ensureDirectory(path: string): Directory {
    let directory = path.startsWith('/') ? this.root : this.directory;
    for (const name of path.split('/')) {
      if (name === '' || name === '.') continue;
      const { inode } = this.walker.find(directory, name, 'follow');
      const next = inode ?? this.newDirectory(directory, name);
      if (!(next instanceof Directory)) throw new HostError('ENOTDIR');
      directory = next;
    }
    return directory;
  }

  private newDirectory(parent: Directory, name: string): Directory {
    const { user, wallTimeNs } = this.options;
    const made = new Directory(++this.lastInode, 0o755, user, wallTimeNs(), parent);
    parent.entries.set(name, made);
    parent.links++;
    return made;
  }

  /** The contents of a file. */
  contentsOf(path: string): Uint8Array {
    const inode = this.existing(path, true);
    if (!(inode instanceof RegularFile)) throw new HostError(inode instanceof Directory ? 'EISDIR' : 'EINVAL');
    return inode.contents.slice();
  }
}

const SUPERUSER: Owner = { uid: 0, gid: 0 };
/** What a buffer can hold. */
const MAX_FILE_SIZE = 2 ** 31 - 1;
const KINDS: Readonly<Record<number, DirectoryEntry['kind']>> = {
  [S_IFREG]: 'file',
  [S_IFDIR]: 'directory',
  [S_IFLNK]: 'symlink',
};

function fail(code: string): never {
  throw new HostError(code);
}

function isInside(directory: Directory, ancestor: Directory): boolean {
  for (let current: Directory | undefined = directory; current !== undefined; current = current.parent) {
    if (current === ancestor) return true;
    if (current.parent === current) return false;
  }
  return false;
}

/** A directory replaces only an empty directory, anything else only what is no directory. */
function requireReplaceable(moved: Inode, present: Inode): void {
  if (!(moved instanceof Directory)) {
    if (present instanceof Directory) throw new HostError('EISDIR');
    return;
  }
  if (!(present instanceof Directory)) throw new HostError('ENOTDIR');
  if (present.entries.size > 0) throw new HostError('ENOTEMPTY');
}
