/** What Typhon asks of a host for starting other programs: interfaces only. */

/** One of a child's first three descriptors: the host's own of that number, an open file of the host, or a pipe to its parent. */
export type ChildStream =
  | { readonly kind: 'inherit' }
  | { readonly kind: 'file'; readonly fd: number }
  | { readonly kind: 'pipe' };

export interface ProcessRequest {
  readonly file: string;
  /** The first is the name under which the program is called. */
  readonly args: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly cwd: string;
  readonly streams: readonly [ChildStream, ChildStream, ChildStream];
  /** Whether the third stream is the pipe that the second one is: what the child writes to both stays in order, where the host can. */
  readonly isJoined: boolean;
  /** Whether it gets a session of its own. */
  readonly isLeader: boolean;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/** The parent's end of a pipe to a child. What cannot happen now throws `HostError('EAGAIN')`. */
export interface ChildPipe {
  /** 0 at the end. */
  read(buffer: Uint8Array): number;
  write(data: Uint8Array): number;
  close(): void;
}

export interface ChildProcess {
  readonly pid: number;
  /** Pipes of the streams that asked for one. */
  readonly pipes: readonly (ChildPipe | undefined)[];
  /** What `wait()` gives, once the child has ended. */
  status(): number | undefined;
}

export interface Processes {
  /** Starts a program; throws the errno where that fails. */
  spawn(request: ProcessRequest): ChildProcess;
  /** As `SignalControl` does it, for hosts that leave their own signals to whoever embeds Python. */
  send(pid: number, signal: number): void;
}
