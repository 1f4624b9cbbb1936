/**
 * The descriptors of an interpreter's own pipes and sockets, beside those of the host's files. Each takes a number from the host by
 * opening the null device, so that numbers are as small as programs expect and never meet those of files.
 */
import { type FileSystem, HostError, O_RDWR } from '../host.ts';
import type { ChildPipe } from '../processes.ts';
import { type Endpoint, fail } from './endpoint.ts';
import { Pump } from './pump.ts';

/** Numbers for hosts without a null device: far from those that files get. */
const FIRST_OWN_NUMBER = 1 << 16;

export class Descriptors {
  readonly files: FileSystem;
  /** 'device inode' of the files that stand for sockets. */
  readonly socketFiles: Set<string>;
  private readonly endpoints: Map<number, Endpoint>;
  private readonly reserved: Set<number>;
  private nextNumber: number;
  private pumps: Pump[];
  /** Endpoints that change by themselves. */
  private watches: number;

  constructor(files: FileSystem) {
    this.files = files;
    this.socketFiles = new Set();
    this.endpoints = new Map();
    this.reserved = new Set();
    this.nextNumber = FIRST_OWN_NUMBER;
    this.pumps = [];
    this.watches = 0;
  }

  get(fd: number): Endpoint | undefined {
    if (this.pumps.length > 0) this.runPumps();
    return this.endpoints.get(fd);
  }

  /** Whether children hold descriptors: what they do changes what is ready. Asking lets their bytes move on. */
  get hasChildren(): boolean {
    if (this.pumps.length > 0) this.runPumps();
    return this.pumps.length > 0 || this.watches > 0;
  }

  /** A child gets the endpoint as one of its own descriptors, at the other end of a pipe. */
  give(fd: number, pipe: ChildPipe, isInput: boolean): void {
    const endpoint = this.endpoints.get(fd) ?? fail('EBADF');
    endpoint.references++;
    this.pumps.push(new Pump(pipe, endpoint, isInput));
  }

  private runPumps(): void {
    for (const pump of this.pumps) pump.run();
    this.pumps = this.pumps.filter((pump) => !pump.isDone);
  }

  add(endpoint: Endpoint): number {
    const fd = this.reserve();
    this.endpoints.set(fd, endpoint);
    if (endpoint.changesByItself) this.watches++;
    return fd;
  }

  private reserve(): number {
    try {
      const fd = this.files.open('/dev/null', O_RDWR, 0);
      this.reserved.add(fd);
      return fd;
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.code === 'EMFILE') throw thrown;
      return this.nextNumber++;
    }
  }

  duplicate(fd: number): number {
    const endpoint = this.endpoints.get(fd) ?? fail('EBADF');
    const copy = this.add(endpoint);
    endpoint.references++;
    return copy;
  }

  /** Has a number that the program chose stand for an endpoint. */
  place(endpoint: Endpoint, target: number): void {
    const device = this.files.open('/dev/null', O_RDWR, 0);
    try {
      this.files.duplicateTo(device, target);
    } finally {
      this.files.close(device);
    }
    this.reserved.add(target);
    this.endpoints.set(target, endpoint);
    if (endpoint.changesByItself) this.watches++;
    endpoint.references++;
  }

  close(fd: number): void {
    const endpoint = this.endpoints.get(fd) ?? fail('EBADF');
    this.endpoints.delete(fd);
    if (endpoint.changesByItself) this.watches--;
    if (this.reserved.delete(fd)) this.files.close(fd);
    endpoint.references--;
    if (endpoint.references === 0) endpoint.close();
  }
}
