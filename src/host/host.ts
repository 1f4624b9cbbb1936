/**
 * What Typhon asks of its surroundings: interfaces only. The core reaches files, clocks, the console and entropy through one `Host`,
 * so that it runs wherever JavaScript runs, and so that what a program may do is what its host offers.
 *
 * Implementations: node.ts (a process), browser.ts (a page or worker), memory.ts (virtual and deterministic, for tests and sandboxes).
 *
 * Errors of the platform are thrown as `HostError`; the modules that call the host turn them into OSError. An operation that cannot finish
 * now answers a `Pending`: it is tried again once its promise is settled, and the program is suspended until then. Where nothing can
 * wait, it fails.
 */

import type { Processes } from './processes.ts';
import type { Sockets } from './sockets.ts';
import type { Terminals } from './terminals.ts';

/** An error of the operating system: `code` is the name of its errno, as in 'ENOENT'. */
export class HostError {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** The answer of an operation that cannot be done yet: worth another try once the promise is settled. */
export class Pending {
  readonly promise: Promise<unknown>;

  constructor(promise: Promise<unknown>) {
    this.promise = promise;
  }
}

/** A file's properties; times in nanoseconds since the epoch. */
export interface FileStatus {
  readonly mode: number;
  readonly ino: bigint;
  readonly dev: bigint;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly birthtimeNs: bigint;
  readonly rdev: number;
  readonly blksize: number;
  readonly blocks: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
}

/** Flags of `open`: those of Linux, whatever the platform. */
export const O_RDONLY = 0;
export const O_ACCMODE = 3;
export const O_WRONLY = 1;
export const O_RDWR = 2;
export const O_CREAT = 0o100;
export const O_EXCL = 0o200;
export const O_TRUNC = 0o1000;
export const O_APPEND = 0o2000;
export const O_DIRECTORY = 0o200000;
export const O_NOFOLLOW = 0o400000;

/**
 * Paths are JS strings; bytes that are no UTF-8 are lone surrogates (PEP 383), as in Python. Relative ones are relative to `cwd()`,
 * which is the interpreter's own: changing it changes nothing outside.
 */
export interface FileSystem {
  open(path: string, flags: number, mode: number): number;
  close(fd: number): void;
  /** Reads into `buffer` from the file's position, or from `position` without moving it; 0 at the end. */
  read(fd: number, buffer: Uint8Array, position?: number): number | Pending;
  /** Writes all or a part of `data`; answers how much. */
  write(fd: number, data: Uint8Array, position?: number): number;
  /** whence: 0 from the start, 1 from the position, 2 from the end; answers the new position. ESPIPE where there is none. */
  seek(fd: number, offset: number, whence: 0 | 1 | 2): number;
  truncate(fd: number, length: number): void;
  fstat(fd: number): FileStatus;
  changeMode(fd: number, mode: number): void;
  /** An id of -1 stays as it is. */
  changeOwner(fd: number, uid: number, gid: number): void;
  changeTimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void;
  isatty(fd: number): boolean;
  fsync(fd: number): void;
  duplicate(fd: number): number;
  /** Has `target` stand for the open file of `fd`: what it stood for before is closed. */
  duplicateTo(fd: number, target: number): void;
  /** The path of an open folder. ENOTDIR for other files. */
  pathOf(fd: number): string;

  stat(path: string, followLinks: boolean): FileStatus;
  readDirectory(path: string): DirectoryEntry[];
  makeDirectory(path: string, mode: number): void;
  removeDirectory(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  symlink(target: string, path: string): void;
  readLink(path: string): string;
  chmod(path: string, mode: number): void;
  chown(path: string, uid: number, gid: number, followLinks: boolean): void;
  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, followLinks: boolean): void;
  /** mode: a sum of 4 read, 2 write, 1 execute; 0 asks for existence. */
  access(path: string, mode: number): boolean;

  cwd(): string;
  chdir(path: string): void;
  /** Permissions that new files do not get; absent where the platform does not let a thread choose. */
  setMask?(mask: number): void;
}

export interface Clock {
  /** Nanoseconds since the epoch. */
  wallTimeNs(): bigint;
  /** Nanoseconds since an arbitrary moment, never going back. */
  monotonicNs(): bigint;
  /** CPU time of the process, in nanoseconds. */
  cpuTimeNs(): bigint;
  /** Waits; where the host cannot block, the answer is Pending. Ends early when the program is interrupted. */
  sleep(seconds: number): undefined | Pending;
  /** Whether it passes at the program's pace: then waiting takes no time. */
  readonly isVirtual?: boolean;
  /** Name of the time zone in IANA's database, or undefined for UTC. */
  timeZone(): string | undefined;
}

export interface SystemInformation {
  /** `sys.platform`: linux, darwin, win32, browser. */
  readonly platform: string;
  /** `os.name`: posix or nt. */
  readonly osName: 'posix' | 'nt';
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  readonly gid: number;
  /** sysname, nodename, release, version, machine. */
  readonly uname: readonly [string, string, string, string, string];
  readonly cpuCount: number;
  /** How many programs wanted to run, on average over the last 1, 5 and 15 minutes. */
  readonly loadAverage: readonly [number, number, number];
  /** Columns and lines of the terminal of a file descriptor, or undefined if it is none. */
  terminalSize(fd: number): readonly [number, number] | undefined;
  /** The path of the command that runs, for `sys.executable`; '' if there is none. */
  readonly executable: string;
}

/** Signals between processes. */
export interface SignalControl {
  /** From now on the program handles the signal (`pendingSignal` tells of it), or the system does what it does by default. */
  watch(signal: number, isHandled: boolean): void;
  /** Sends a signal; HostError ESRCH, EPERM. Signal 0 only asks whether the process is there. */
  send(pid: number, signal: number): void;
}

export interface Host {
  readonly files: FileSystem;
  readonly sockets: Sockets;
  /** Absent where other programs cannot be started. */
  readonly processes?: Processes;
  /** Absent where terminals can only be read and written. */
  readonly terminals?: Terminals;
  readonly clock: Clock;
  readonly system: SystemInformation;
  /** The environment as the program first sees it. */
  readonly environment: ReadonlyMap<string, string>;
  /** Fills with random bytes. */
  entropy(buffer: Uint8Array): void;
  /** Whether `new Function` may be used. */
  readonly canCompile: boolean;
  /** A signal that arrived since the last question (2 = SIGINT), or 0. Asked at safepoints: must be cheap. */
  pendingSignal(): number;
  /** Ends the process at once; a negative status by the signal of that number. Absent where it is not the program's to end. */
  readonly exit?: (status: number) => void;
  /** Absent where the host has no processes. */
  readonly signalControl?: SignalControl;
  /** Memory of the program in use, garbage included, in bytes, where the host can tell. Asked often: must be cheap. */
  heapUsed(): number | undefined;
  /** The heap at which the engine gives up, where the host can tell. */
  heapLimit?(): number;
  /** Frees all garbage at once, where the host can. */
  collectGarbage?(): void;
  /** Forgets which weak references were looked at, which engines otherwise do when their event loop goes on; where the host can. */
  endTurn?(): void;
}
