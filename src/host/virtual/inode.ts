/** What a path of the virtual file system leads to: files, directories, symbolic links and devices, with their properties. */
import type { FileStatus, Pending } from '../host.ts';

export const S_IFCHR = 0o020000;
export const S_IFDIR = 0o040000;
export const S_IFREG = 0o100000;
export const S_IFLNK = 0o120000;

const BLOCK_SIZE = 4096;
const DEVICE = 20n;

/** What all of them have. `mode` has the permissions only. */
export abstract class Inode {
  readonly ino: number;
  mode: number;
  uid: number;
  gid: number;
  links: number;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  readonly birthtimeNs: bigint;
  /** S_IFREG and its like. */
  abstract readonly format: number;

  constructor(ino: number, mode: number, owner: Owner, timeNs: bigint) {
    this.ino = ino;
    this.mode = mode;
    this.uid = owner.uid;
    this.gid = owner.gid;
    this.links = 1;
    this.atimeNs = timeNs;
    this.mtimeNs = timeNs;
    this.ctimeNs = timeNs;
    this.birthtimeNs = timeNs;
  }

  abstract get size(): number;

  get rdev(): number {
    return 0;
  }

  status(): FileStatus {
    return {
      mode: this.format | this.mode,
      ino: BigInt(this.ino),
      dev: DEVICE,
      nlink: this.links,
      uid: this.uid,
      gid: this.gid,
      size: this.size,
      atimeNs: this.atimeNs,
      mtimeNs: this.mtimeNs,
      ctimeNs: this.ctimeNs,
      birthtimeNs: this.birthtimeNs,
      rdev: this.rdev,
      blksize: BLOCK_SIZE,
      blocks: Math.ceil(this.size / 512),
    };
  }
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** A regular file: bytes in a buffer that grows by doubling. Behind `size` the buffer is zero. */
export class RegularFile extends Inode {
  readonly format = S_IFREG;
  private bytes: Uint8Array = new Uint8Array(0);
  private length = 0;

  get size(): number {
    return this.length;
  }

  get contents(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  read(buffer: Uint8Array, position: number): number {
    const part = this.bytes.subarray(position, Math.min(this.length, position + buffer.length));
    buffer.set(part);
    return part.length;
  }

  write(data: Uint8Array, position: number): void {
    const end = position + data.length;
    if (end > this.bytes.length) this.grow(end);
    this.bytes.set(data, position);
    if (end > this.length) this.length = end;
  }

  resize(length: number): void {
    if (length > this.bytes.length) this.grow(length);
    else if (length < this.length) this.bytes.fill(0, length, this.length);
    this.length = length;
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    larger.set(this.contents);
    this.bytes = larger;
  }
}

/** A directory knows its parent, because `..` is no entry; that of the root is the root. */
export class Directory extends Inode {
  readonly format = S_IFDIR;
  readonly entries: Map<string, Inode>;
  /** `undefined` once it has been removed: nothing can be made in it any more. */
  parent: Directory | undefined;

  constructor(ino: number, mode: number, owner: Owner, timeNs: bigint, parent: Directory | undefined) {
    super(ino, mode, owner, timeNs);
    this.entries = new Map();
    this.parent = parent ?? this;
    this.links = 2;
  }

  get size(): number {
    return BLOCK_SIZE;
  }
}

export class SymbolicLink extends Inode {
  readonly format = S_IFLNK;
  readonly target: string;

  constructor(ino: number, owner: Owner, timeNs: bigint, target: string) {
    super(ino, 0o777, owner, timeNs);
    this.target = target;
  }

  get size(): number {
    return new TextEncoder().encode(this.target).length;
  }
}

/** What is behind a character device. */
export interface DeviceDriver {
  readonly rdev: number;
  read(buffer: Uint8Array): number | Pending;
  write(data: Uint8Array): number;
  readonly isTerminal: boolean;
}

export class Device extends Inode {
  readonly format = S_IFCHR;
  readonly driver: DeviceDriver;

  constructor(ino: number, mode: number, owner: Owner, timeNs: bigint, driver: DeviceDriver) {
    super(ino, mode, owner, timeNs);
    this.driver = driver;
  }

  get size(): number {
    return 0;
  }

  override get rdev(): number {
    return this.driver.rdev;
  }
}
