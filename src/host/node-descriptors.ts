/**
 * Numbers of open files as programs see them, and those of the process. Mostly they are the same: Node can only open and close. What `dup`
 * and `dup2` make is another number for the same file of the process, as is a standard stream that a program closes: it belongs to the process,
 * whose other interpreters use it too.
 */
import { closeSync, fstatSync, openSync, readdirSync, readlinkSync } from 'node:fs';
import { HostError } from './host.ts';

/** No descriptor of the process: what is done with it fails as with one that is not open. */
const CLOSED = -1;
const LAST_STANDARD_STREAM = 2;
const NULL_DEVICE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

/**
 * Whether the descriptor is one of Node's own, which would abort without it: programs that close all numbers there may be do not mean these.
 * Linux tells what a descriptor is; of pipes, only those of Node have both ends in the process.
 */
function isOfNode(native: number): boolean {
  if (process.platform !== 'linux') return false;
  const target = targetOf(native);
  if (target.startsWith('anon_inode:')) return true;
  if (!target.startsWith('pipe:')) return false;
  return readdirSync('/proc/self/fd').filter((fd) => targetOf(Number(fd)) === target).length > 1;
}

function targetOf(native: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${native}`);
  } catch {
    return '';
  }
}

export class NodeDescriptors {
  /** Numbers of the process that programs have opened. */
  private readonly opened: Set<number>;

  /** The process's number, for those that have another one. */
  private readonly natives: Map<number, number>;
  /** How many numbers stand for a descriptor of the process, where it is not one. */
  private readonly holders: Map<number, number>;
  /** Numbers that the null device keeps from being given to another file. */
  private readonly reserved: Set<number>;

  constructor() {
    this.opened = new Set();
    this.natives = new Map();
    this.holders = new Map();
    this.reserved = new Set();
  }

  /** The process's number, which is negative where it is not open. */
  native(fd: number): number {
    return this.natives.get(fd) ?? fd;
  }

  /** Gives a number to a file that the process has just opened. */
  adopt(native: number): number {
    this.opened.add(native);
    const standard = this.closedStandardStream();
    if (standard === undefined && !this.natives.has(native)) return native;
    const fd = standard ?? this.reserve();
    this.natives.set(fd, native);
    return fd;
  }

  /** The smallest number that is free. */
  duplicate(fd: number): number {
    const native = this.required(fd);
    const copy = this.closedStandardStream() ?? this.reserve();
    this.stand(copy, native);
    return copy;
  }

  /** Has `target` stand for the file of `fd`; `release` is called with the descriptor of the process that nothing stands for any more. */
  duplicateTo(fd: number, target: number, release: (native: number) => void): void {
    const native = this.required(fd);
    if (fd === target) return;
    if (this.isOpen(target) && !this.isForeign(this.native(target))) this.close(target, release);
    this.stand(target, native);
  }

  /** Frees a number; `release` is called with the descriptor of the process if nothing else stands for it. */
  close(fd: number, release: (native: number) => void): void {
    const native = this.required(fd);
    if (this.isForeign(native)) throw new HostError('EBADF');
    const count = (this.holders.get(native) ?? 1) - 1;
    this.natives.delete(fd);
    if (fd <= LAST_STANDARD_STREAM || (fd === native && count > 0)) this.natives.set(fd, CLOSED);
    if (this.reserved.delete(fd)) closeSync(fd);
    if (count > 1) this.holders.set(native, count);
    else this.holders.delete(native);
    if (count > 0) return;
    release(native);
    if (native <= LAST_STANDARD_STREAM) return;
    this.opened.delete(native);
    closeSync(native);
    if (this.natives.get(native) === CLOSED) this.natives.delete(native);
  }

  private isForeign(native: number): boolean {
    return native > LAST_STANDARD_STREAM && !this.opened.has(native) && isOfNode(native);
  }

  private stand(fd: number, native: number): void {
    if (fd === native) this.natives.delete(fd);
    else this.natives.set(fd, native);
    this.holders.set(native, (this.holders.get(native) ?? 1) + 1);
  }

  /** Throws Node's error where the number is not open. */
  private required(fd: number): number {
    const native = this.native(fd);
    fstatSync(native);
    return native;
  }

  private isOpen(fd: number): boolean {
    try {
      this.required(fd);
      return true;
    } catch {
      return false;
    }
  }

  private closedStandardStream(): number | undefined {
    if (this.natives.size === 0) return undefined;
    for (let fd = 0; fd <= LAST_STANDARD_STREAM; fd++) if (this.natives.get(fd) === CLOSED) return fd;
    return undefined;
  }

  private reserve(): number {
    const passed: number[] = [];
    let fd = openSync(NULL_DEVICE, 'r');
    for (; this.natives.has(fd); fd = openSync(NULL_DEVICE, 'r')) passed.push(fd);
    for (const number of passed) closeSync(number);
    this.reserved.add(fd);
    return fd;
  }
}
