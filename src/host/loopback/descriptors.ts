/**
 * The descriptors of an interpreter's own pipes and sockets, beside those of the host's files. Each takes a number from the host by
 * opening the null device, so that numbers are as small as programs expect and never meet those of files.
 */
import { type FileSystem, HostError, O_RDWR } from '../host.ts';
import { type Endpoint, fail } from './endpoint.ts';

/** Numbers for hosts without a null device: far from those that files get. */
const FIRST_OWN_NUMBER = 1 << 16;

export class Descriptors {
  readonly files: FileSystem;
  private readonly endpoints: Map<number, Endpoint>;
  private readonly reserved: Set<number>;
  private nextNumber: number;

  constructor(files: FileSystem) {
    this.files = files;
    this.endpoints = new Map();
    this.reserved = new Set();
    this.nextNumber = FIRST_OWN_NUMBER;
  }

  get(fd: number): Endpoint | undefined {
    return this.endpoints.get(fd);
  }

  add(endpoint: Endpoint): number {
    const fd = this.reserve();
    this.endpoints.set(fd, endpoint);
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

  close(fd: number): void {
    const endpoint = this.endpoints.get(fd) ?? fail('EBADF');
    this.endpoints.delete(fd);
    if (this.reserved.delete(fd)) this.files.close(fd);
    endpoint.references--;
    if (endpoint.references === 0) endpoint.close();
  }
}
