/** The files of a host, and the pipes and sockets of the interpreter: reading, writing and closing know both kinds of descriptors. */
import { type Clock, type DirectoryEntry, type FileStatus, type FileSystem, HostError, type Pending } from '../host.ts';
import { POLLERR, POLLHUP, POLLIN, POLLOUT } from '../sockets.ts';
import type { Descriptors } from './descriptors.ts';
import { type Endpoint, fail } from './endpoint.ts';

function endpointStatus(endpoint: Endpoint, fd: number): FileStatus {
  const mode = endpoint.fileKind | (endpoint.fileKind === 0o010000 ? 0o600 : 0o777);
  const none = 0n;
  return {
    mode,
    ino: BigInt(fd),
    dev: 8n,
    nlink: 1,
    uid: 0,
    gid: 0,
    size: 0,
    atimeNs: none,
    mtimeNs: none,
    ctimeNs: none,
    birthtimeNs: none,
    rdev: 0,
    blksize: 4096,
    blocks: 0,
  };
}

/** How long a blocking call waits for children, in seconds at a time; after so many times, signals get their turn. */
const PAUSE = 0.001;
const PAUSES = 20;

const S_IFSOCK = 0o140000;

export class LoopbackFiles implements FileSystem {
  private readonly files: FileSystem;
  private readonly descriptors: Descriptors;
  private readonly clock: Clock;

  constructor(descriptors: Descriptors, clock: Clock) {
    this.files = descriptors.files;
    this.descriptors = descriptors;
    this.clock = clock;
  }

  /** Waits until a blocking descriptor is ready. Without children, the only thread would wait for itself without end. */
  private waitFor(fd: number, endpoint: Endpoint, bits: number): void {
    if (!endpoint.isBlocking) return;
    for (let pauses = 0; ; pauses++) {
      // Asked first: what the last child did counts even if it is gone then.
      const { hasChildren } = this.descriptors;
      const readiness = this.descriptors.get(fd)?.readiness() ?? POLLHUP;
      if ((readiness & (bits | POLLHUP | POLLERR)) !== 0) return;
      if (!hasChildren) fail('EDEADLK');
      if (pauses === PAUSES) fail('EINTR');
      this.clock.sleep(PAUSE);
    }
  }

  close(fd: number): void {
    if (this.descriptors.get(fd) === undefined) this.files.close(fd);
    else this.descriptors.close(fd);
  }

  read(fd: number, buffer: Uint8Array, position?: number): number | Pending {
    const endpoint = this.descriptors.get(fd);
    if (endpoint === undefined) return this.files.read(fd, buffer, position);
    if (position !== undefined) return fail('ESPIPE');
    this.waitFor(fd, endpoint, POLLIN);
    return endpoint.read(buffer);
  }

  write(fd: number, data: Uint8Array, position?: number): number {
    const endpoint = this.descriptors.get(fd);
    if (endpoint === undefined) return this.files.write(fd, data, position);
    if (position !== undefined) return fail('ESPIPE');
    return endpoint.isBlocking ? this.writeAll(fd, endpoint, data) : endpoint.write(data);
  }

  /** Less than all only where the rest would fail. */
  private writeAll(fd: number, endpoint: Endpoint, data: Uint8Array): number {
    let written = 0;
    do {
      try {
        this.waitFor(fd, endpoint, POLLOUT);
        written += endpoint.write(data.subarray(written));
      } catch (thrown) {
        if (written === 0 || !(thrown instanceof HostError)) throw thrown;
        return written;
      }
    } while (written < data.length);
    return written;
  }

  seek(fd: number, offset: number, whence: 0 | 1 | 2): number {
    return this.descriptors.get(fd) === undefined ? this.files.seek(fd, offset, whence) : fail('ESPIPE');
  }

  truncate(fd: number, length: number): void {
    if (this.descriptors.get(fd) !== undefined) fail('EINVAL');
    this.files.truncate(fd, length);
  }

  changeMode(fd: number, mode: number): void {
    if (this.descriptors.get(fd) === undefined) this.files.changeMode(fd, mode);
  }

  changeOwner(fd: number, uid: number, gid: number): void {
    if (this.descriptors.get(fd) === undefined) this.files.changeOwner(fd, uid, gid);
  }

  changeTimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    if (this.descriptors.get(fd) === undefined) this.files.changeTimes(fd, atimeNs, mtimeNs);
  }

  fstat(fd: number): FileStatus {
    const endpoint = this.descriptors.get(fd);
    return endpoint === undefined ? this.files.fstat(fd) : endpointStatus(endpoint, fd);
  }

  isatty(fd: number): boolean {
    return this.descriptors.get(fd) === undefined && this.files.isatty(fd);
  }

  fsync(fd: number): void {
    if (this.descriptors.get(fd) !== undefined) fail('EINVAL');
    this.files.fsync(fd);
  }

  duplicateTo(fd: number, target: number): void {
    if (target === fd) {
      this.fstat(fd);
      return;
    }
    const endpoint = this.descriptors.get(fd);
    if (endpoint === undefined) this.files.fstat(fd);
    if (this.descriptors.get(target) !== undefined) this.descriptors.close(target);
    if (endpoint === undefined) this.files.duplicateTo(fd, target);
    else this.descriptors.place(endpoint, target);
  }

  pathOf(fd: number): string {
    return this.descriptors.get(fd) === undefined ? this.files.pathOf(fd) : fail('ENOTDIR');
  }

  duplicate(fd: number): number {
    return this.descriptors.get(fd) === undefined ? this.files.duplicate(fd) : this.descriptors.duplicate(fd);
  }

  // ── Paths: the host's ────────────────────────────────────────────────────────────────────────────────────────

  open(path: string, flags: number, mode: number): number {
    return this.files.open(path, flags, mode);
  }

  /** Files that stand for sockets are plain ones of the host: only we know what they are. */
  stat(path: string, followLinks: boolean): FileStatus {
    const status = this.files.stat(path, followLinks);
    const { socketFiles } = this.descriptors;
    if (socketFiles.size === 0 || !socketFiles.has(`${status.dev} ${status.ino}`)) return status;
    return { ...status, mode: (status.mode & 0o7777) | S_IFSOCK };
  }

  readDirectory(path: string): DirectoryEntry[] {
    return this.files.readDirectory(path);
  }

  makeDirectory(path: string, mode: number): void {
    this.files.makeDirectory(path, mode);
  }

  removeDirectory(path: string): void {
    this.files.removeDirectory(path);
  }

  unlink(path: string): void {
    const { socketFiles } = this.descriptors;
    const status = socketFiles.size > 0 ? this.files.stat(path, false) : undefined;
    this.files.unlink(path);
    if (status !== undefined) socketFiles.delete(`${status.dev} ${status.ino}`);
  }

  rename(from: string, to: string): void {
    this.files.rename(from, to);
  }

  link(from: string, to: string): void {
    this.files.link(from, to);
  }

  symlink(target: string, path: string): void {
    this.files.symlink(target, path);
  }

  readLink(path: string): string {
    return this.files.readLink(path);
  }

  chmod(path: string, mode: number): void {
    this.files.chmod(path, mode);
  }

  chown(path: string, uid: number, gid: number, followLinks: boolean): void {
    this.files.chown(path, uid, gid, followLinks);
  }

  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, followLinks: boolean): void {
    this.files.setTimes(path, atimeNs, mtimeNs, followLinks);
  }

  access(path: string, mode: number): boolean {
    return this.files.access(path, mode);
  }

  cwd(): string {
    return this.files.cwd();
  }

  chdir(path: string): void {
    this.files.chdir(path);
  }

  setMask(mask: number): void {
    this.files.setMask?.(mask);
  }
}
