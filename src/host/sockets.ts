/**
 * What Typhon asks of a host for sockets and pipes: interfaces only. Every descriptor is non-blocking at this level: what cannot happen
 * now throws `HostError('EAGAIN')`, and who wants to wait asks `readiness` again later. Numbers are those of Linux, whatever the platform.
 */

import type { ChildPipe } from './processes.ts';

export const AF_UNSPEC = 0;
export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;

export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const SOCK_RAW = 3;
export const SOCK_SEQPACKET = 5;

/** Bits of `poll()`. */
export const POLLIN = 0x1;
export const POLLPRI = 0x2;
export const POLLOUT = 0x4;
export const POLLERR = 0x8;
export const POLLHUP = 0x10;
export const POLLNVAL = 0x20;
export const POLLRDHUP = 0x2000;

export const MSG_PEEK = 0x2;
export const MSG_TRUNC = 0x20;
export const MSG_DONTWAIT = 0x40;
export const MSG_WAITALL = 0x100;

export const SHUT_RD = 0;
export const SHUT_WR = 1;
export const SHUT_RDWR = 2;

/** `host` is the address in its usual form, for AF_UNIX the path ('' for none, names that start with NUL are abstract). */
export interface SocketAddress {
  readonly family: number;
  readonly host: string;
  readonly port: number;
  readonly flow: number;
  readonly scope: number;
}

/** What was received: `address` where the sender is told, `isTruncated` where a part of a datagram was dropped. */
export interface Received {
  readonly data: Uint8Array;
  readonly address: SocketAddress | undefined;
  readonly isTruncated: boolean;
  /** Length of the whole datagram. */
  readonly fullLength: number;
}

export interface SocketKind {
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
}

export interface Sockets {
  create(kind: SocketKind): number;
  pair(kind: SocketKind): readonly [number, number];
  /** A pipe: the end to read from, the end to write to. */
  pipe(): readonly [number, number];
  /** ENOTSOCK for anything else. */
  kindOf(fd: number): SocketKind;
  bind(fd: number, address: SocketAddress): void;
  listen(fd: number, backlog: number): void;
  accept(fd: number): { readonly fd: number; readonly address: SocketAddress };
  connect(fd: number, address: SocketAddress | undefined): void;
  send(fd: number, data: Uint8Array, address: SocketAddress | undefined): number;
  receive(fd: number, length: number, flags: number): Received;
  shutdown(fd: number, how: number): void;
  localAddress(fd: number): SocketAddress;
  peerAddress(fd: number): SocketAddress;
  getOption(fd: number, level: number, option: number): number | Uint8Array;
  setOption(fd: number, level: number, option: number, value: number | Uint8Array): void;
  /** The bits of `poll()` that hold now; POLLNVAL where the descriptor is not open. */
  readiness(fd: number): number;
  /** Whether reads and writes through the file system may wait. */
  isBlocking(fd: number): boolean;
  setBlocking(fd: number, isBlocking: boolean): void;
  /** Whether the descriptor is a socket or pipe of these, not a file of the host. */
  isOwn(fd: number): boolean;
  /** A child process has the descriptor too, at the other end of a pipe to it. */
  giveToChild(fd: number, pipe: ChildPipe, isInput: boolean): void;
  /** A descriptor that is ready once a child has ended. */
  watchChild(hasEnded: () => boolean): number;
  /** Whether children have descriptors, so that what is ready changes by itself. */
  readonly hasChildren: boolean;
  /** Names of the interfaces by their numbers. */
  interfaces(): readonly (readonly [number, string])[];
}
