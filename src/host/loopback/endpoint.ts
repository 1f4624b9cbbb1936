/** What a descriptor of an interpreter's own network stands for: the common part of pipes and sockets. */
import { HostError } from '../host.ts';

/** Where Linux has its limits by default. */
export const PIPE_CAPACITY = 65536;
export const SOCKET_CAPACITY = 212992;

export abstract class Endpoint {
  /** Descriptors that stand for it (`dup`). */
  references = 1;
  isBlocking = true;
  /** Whether it may become ready without anybody in the interpreter doing something. */
  readonly changesByItself: boolean = false;

  /** S_IFIFO or S_IFSOCK. */
  abstract readonly fileKind: number;
  abstract readiness(): number;
  abstract read(buffer: Uint8Array): number;
  abstract write(data: Uint8Array): number;
  /** The last descriptor is closed. */
  abstract close(): void;
}

export function fail(code: string): never {
  throw new HostError(code);
}
