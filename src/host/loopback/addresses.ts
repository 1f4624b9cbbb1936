/** Addresses of an interpreter's own network: which are local, which ports are taken. */
import { AF_INET, AF_INET6, AF_UNIX, type SocketAddress, SOCK_STREAM } from '../sockets.ts';
import { fail } from './endpoint.ts';
import type { Socket } from './socket.ts';

const FIRST_FREE_PORT = 32768;
const LAST_FREE_PORT = 60999;

export const NO_ADDRESS: Readonly<Record<number, SocketAddress>> = {
  [AF_UNIX]: { family: AF_UNIX, host: '', port: 0, flow: 0, scope: 0 },
  [AF_INET]: { family: AF_INET, host: '0.0.0.0', port: 0, flow: 0, scope: 0 },
  [AF_INET6]: { family: AF_INET6, host: '::', port: 0, flow: 0, scope: 0 },
};

export function isWildcard(address: SocketAddress): boolean {
  return address.host === NO_ADDRESS[address.family].host;
}

export function isLocal(address: SocketAddress): boolean {
  if (address.family === AF_UNIX || isWildcard(address)) return true;
  return address.family === AF_INET ? address.host.startsWith('127.') : address.host === '::1';
}

/** Where a connection to `address` goes: the wildcard means this machine. */
export function destination(address: SocketAddress): SocketAddress {
  if (address.family === AF_UNIX || !isWildcard(address)) return address;
  return { ...address, host: address.family === AF_INET ? '127.0.0.1' : '::1' };
}

/** The sockets that have an address. */
export class AddressTable {
  private readonly sockets: Map<string, Socket[]>;
  private nextPort: number;

  constructor() {
    this.sockets = new Map();
    this.nextPort = FIRST_FREE_PORT;
  }

  private key(type: number, address: SocketAddress): string {
    return address.family === AF_UNIX ? `${type} ${address.host}` : `${type} ${address.family} ${address.port}`;
  }

  /** Gives a socket an address, with a free port for port 0; EADDRINUSE where it belongs to another. */
  bind(socket: Socket, wanted: SocketAddress): SocketAddress {
    const address = wanted.family !== AF_UNIX && wanted.port === 0 ? this.withFreePort(socket, wanted) : wanted;
    const key = this.key(socket.kind.type, address);
    const others = this.sockets.get(key) ?? [];
    if (others.some((other) => conflicts(socket, address, other))) return fail('EADDRINUSE');
    this.sockets.set(key, [...others, socket]);
    return address;
  }

  private withFreePort(socket: Socket, wanted: SocketAddress): SocketAddress {
    for (let tries = LAST_FREE_PORT - FIRST_FREE_PORT; tries >= 0; tries--) {
      const port = this.nextPort;
      this.nextPort = port === LAST_FREE_PORT ? FIRST_FREE_PORT : port + 1;
      const address = { ...wanted, port };
      if (!this.sockets.has(this.key(socket.kind.type, address))) return address;
    }
    return fail('EADDRINUSE');
  }

  release(socket: Socket, address: SocketAddress): void {
    const key = this.key(socket.kind.type, address);
    const others = (this.sockets.get(key) ?? []).filter((other) => other !== socket);
    if (others.length === 0) this.sockets.delete(key);
    else this.sockets.set(key, others);
  }

  /** The socket that what is sent to `address` reaches: for streams one that listens. */
  find(type: number, address: SocketAddress): Socket | undefined {
    const candidates = (this.sockets.get(this.key(type, address)) ?? []).filter(
      (socket) => type !== SOCK_STREAM || socket.isListening,
    );
    return (
      candidates.find((socket) => socket.local.host === address.host) ??
      candidates.find((socket) => isWildcard(socket.local))
    );
  }
}

const SO_REUSEADDR = '1 2';
const SO_REUSEPORT = '1 15';

function conflicts(socket: Socket, address: SocketAddress, other: Socket): boolean {
  if (
    address.family !== AF_UNIX &&
    address.host !== other.local.host &&
    !isWildcard(address) &&
    !isWildcard(other.local)
  )
    return false;
  const both = (option: string) => socket.options.has(option) && other.options.has(option);
  if (both(SO_REUSEPORT)) return false;
  return !both(SO_REUSEADDR) || (socket.kind.type === SOCK_STREAM && other.isListening);
}
