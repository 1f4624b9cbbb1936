/**
 * A network of one: sockets that reach only each other, inside the interpreter. For hosts that have no sockets, and for programs that
 * may have none. Other machines are unreachable (ENETUNREACH); ports where nobody of this interpreter listens refuse (ECONNREFUSED).
 */
import { O_CREAT, O_EXCL, O_WRONLY } from '../host.ts';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  POLLIN,
  POLLNVAL,
  POLLOUT,
  type Received,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  type SocketAddress,
  type SocketKind,
  type Sockets,
} from '../sockets.ts';
import type { ChildPipe } from '../processes.ts';
import { AddressTable, isLocal } from './addresses.ts';
import { ChildWatch } from './child-watch.ts';
import { DatagramSocket } from './datagram.ts';
import type { Descriptors } from './descriptors.ts';
import { type Endpoint, fail, SOCKET_CAPACITY } from './endpoint.ts';
import { PipeReader, PipeWriter } from './pipe.ts';
import { Socket } from './socket.ts';
import { StreamSocket } from './stream.ts';

const IPPROTO_TCP = 6;
const IPPROTO_UDP = 17;
const SOL_SOCKET = 1;
/** SOL_SOCKET, IPPROTO_IP, IPPROTO_TCP, IPPROTO_IPV6. */
const LEVELS = new Set([0, SOL_SOCKET, 6, 41]);

/** Checks what may be made, and fills in the protocol. */
function checkedKind({ family, type, protocol }: SocketKind): SocketKind {
  if (family !== AF_UNIX && family !== AF_INET && family !== AF_INET6) return fail('EAFNOSUPPORT');
  if (type === SOCK_RAW && family !== AF_UNIX) return fail('EPERM');
  if (type !== SOCK_STREAM && type !== SOCK_DGRAM && (type !== SOCK_SEQPACKET || family !== AF_UNIX))
    return fail('ESOCKTNOSUPPORT');
  const natural = family === AF_UNIX ? 0 : type === SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
  if (protocol !== 0 && protocol !== natural) return fail('EPROTONOSUPPORT');
  return { family, type, protocol };
}

function newSocket(kind: SocketKind, table: AddressTable): StreamSocket | DatagramSocket {
  return kind.type === SOCK_STREAM ? new StreamSocket(kind, table) : new DatagramSocket(kind, table);
}

export class LoopbackSockets implements Sockets {
  private readonly descriptors: Descriptors;
  private readonly table: AddressTable;

  constructor(descriptors: Descriptors) {
    this.descriptors = descriptors;
    this.table = new AddressTable();
  }

  private endpoint(fd: number): Endpoint {
    const endpoint = this.descriptors.get(fd);
    if (endpoint !== undefined) return endpoint;
    this.descriptors.files.fstat(fd); // EBADF if it is not open
    return fail('ENOTSOCK');
  }

  private socket(fd: number): Socket {
    const endpoint = this.endpoint(fd);
    return endpoint instanceof Socket ? endpoint : fail('ENOTSOCK');
  }

  private stream(fd: number): StreamSocket {
    const socket = this.socket(fd);
    return socket instanceof StreamSocket ? socket : fail('EOPNOTSUPP');
  }

  create(kind: SocketKind): number {
    return this.descriptors.add(newSocket(checkedKind(kind), this.table));
  }

  pair(kind: SocketKind): readonly [number, number] {
    const checked = checkedKind(kind);
    if (checked.family !== AF_UNIX) return fail('EOPNOTSUPP');
    const [one, other] = [newSocket(checked, this.table), newSocket(checked, this.table)];
    one.join(other as never);
    return [this.descriptors.add(one), this.descriptors.add(other)];
  }

  pipe(): readonly [number, number] {
    const reader = new PipeReader();
    return [this.descriptors.add(reader), this.descriptors.add(new PipeWriter(reader))];
  }

  kindOf(fd: number): SocketKind {
    return this.socket(fd).kind;
  }

  bind(fd: number, address: SocketAddress): void {
    const socket = this.socket(fd);
    if (socket.isBound || address.family !== socket.kind.family) fail('EINVAL');
    if (!isLocal(address)) fail('EADDRNOTAVAIL');
    if (address.family === AF_UNIX) this.makeSocketFile(address.host);
    socket.bind(address);
  }

  /** A socket with a path shows there as a file. */
  private makeSocketFile(path: string): void {
    if (path === '' || path.startsWith('\0')) return;
    const { files } = this.descriptors;
    if (files.access(path, 0)) fail('EADDRINUSE');
    files.close(files.open(path, O_CREAT | O_EXCL | O_WRONLY, 0o777));
    const { dev, ino } = files.stat(path, true);
    this.descriptors.socketFiles.add(`${dev} ${ino}`);
  }

  listen(fd: number, backlog: number): void {
    this.stream(fd).listen(backlog);
  }

  accept(fd: number): { fd: number; address: SocketAddress } {
    const connection = this.stream(fd).accept();
    return { fd: this.descriptors.add(connection), address: connection.acceptedFrom };
  }

  connect(fd: number, address: SocketAddress | undefined): void {
    const socket = this.socket(fd);
    if (address !== undefined && address.family !== socket.kind.family) fail('EAFNOSUPPORT');
    if (address?.family === AF_UNIX && !address.host.startsWith('\0')) this.descriptors.files.stat(address.host, true);
    socket.connect(address);
  }

  send(fd: number, data: Uint8Array, address: SocketAddress | undefined): number {
    return this.socket(fd).send(data, address);
  }

  receive(fd: number, length: number, flags: number): Received {
    return this.socket(fd).receive(length, flags);
  }

  shutdown(fd: number, how: number): void {
    if (how < 0 || how > 2) fail('EINVAL');
    this.socket(fd).shutdown(how);
  }

  localAddress(fd: number): SocketAddress {
    return this.socket(fd).local;
  }

  peerAddress(fd: number): SocketAddress {
    return this.socket(fd).peerAddress();
  }

  getOption(fd: number, level: number, option: number): number | Uint8Array {
    const socket = this.socket(fd);
    if (!LEVELS.has(level)) fail('EOPNOTSUPP');
    if (level === SOL_SOCKET) {
      const known = knownOption(socket, option);
      if (known !== undefined) return known;
    }
    return socket.options.get(`${level} ${option}`) ?? 0;
  }

  setOption(fd: number, level: number, option: number, value: number | Uint8Array): void {
    const socket = this.socket(fd);
    if (!LEVELS.has(level)) fail('ENOPROTOOPT');
    if (value === 0) socket.options.delete(`${level} ${option}`);
    else socket.options.set(`${level} ${option}`, value);
  }

  readiness(fd: number): number {
    const endpoint = this.descriptors.get(fd);
    if (endpoint !== undefined) return endpoint.readiness();
    try {
      this.descriptors.files.fstat(fd);
    } catch {
      return POLLNVAL;
    }
    // The host cannot tell whether a terminal or a pipe of its own would wait: like files, they count as ready.
    return POLLIN | POLLOUT;
  }

  isBlocking(fd: number): boolean {
    const endpoint = this.descriptors.get(fd);
    if (endpoint === undefined) this.descriptors.files.fstat(fd);
    return endpoint?.isBlocking ?? true;
  }

  setBlocking(fd: number, isBlocking: boolean): void {
    const endpoint = this.descriptors.get(fd);
    if (endpoint === undefined) this.descriptors.files.fstat(fd);
    else endpoint.isBlocking = isBlocking;
  }

  giveToChild(fd: number, pipe: ChildPipe, isInput: boolean): void {
    this.descriptors.give(fd, pipe, isInput);
  }

  watchChild(hasEnded: () => boolean): number {
    return this.descriptors.add(new ChildWatch(hasEnded));
  }

  isOwn(fd: number): boolean {
    return this.descriptors.get(fd) !== undefined;
  }

  get hasChildren(): boolean {
    return this.descriptors.hasChildren;
  }

  interfaces(): readonly (readonly [number, string])[] {
    return [[1, 'lo']];
  }
}

/** Options of SOL_SOCKET that tell something about the socket. */
function knownOption(socket: Socket, option: number): number | undefined {
  switch (option) {
    case 3: // SO_TYPE
      return socket.kind.type;
    case 4: // SO_ERROR
      return socket.takeError();
    case 7: // SO_SNDBUF
    case 8: {
      // SO_RCVBUF
      // Linux doubles what is asked for.
      const wanted = socket.options.get(`${SOL_SOCKET} ${option}`);
      return typeof wanted === 'number' ? Math.max(wanted * 2, 2304) : SOCKET_CAPACITY;
    }
    case 30: // SO_ACCEPTCONN
      return socket.isListening ? 1 : 0;
    case 38: // SO_PROTOCOL
      return (
        socket.kind.protocol ||
        (socket.kind.family === AF_UNIX ? 0 : socket.kind.type === SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP)
      );
    case 39: // SO_DOMAIN
      return socket.kind.family;
    default:
      return undefined;
  }
}
