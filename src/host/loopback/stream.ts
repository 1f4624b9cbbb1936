/** Stream sockets: two ends joined by a queue of bytes each, and listening ones that hand out such ends. */
import {
  AF_UNIX,
  MSG_PEEK,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLOUT,
  POLLRDHUP,
  type Received,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  type SocketAddress,
} from '../sockets.ts';
import { destination, isLocal } from './addresses.ts';
import { ByteQueue } from './byte-queue.ts';
import { HostError } from '../host.ts';
import { fail, SOCKET_CAPACITY } from './endpoint.ts';
import { Socket } from './socket.ts';

/** Linux's SOMAXCONN, for backlogs that ask for less than a few. */
const MAX_BACKLOG = 4096;

export class StreamSocket extends Socket {
  private readonly incoming = new ByteQueue(SOCKET_CAPACITY);
  private peer: StreamSocket | undefined;
  private remote: SocketAddress | undefined;
  /** Connections that nobody has accepted yet. */
  private waiting: StreamSocket[] = [];
  private backlog = 0;
  private isReadShut = false;
  private isWriteShut = false;
  /** The other end is gone with bytes of ours unread. */
  private isReset = false;

  private get atEnd(): boolean {
    return this.isReadShut || this.peer === undefined || this.peer.isWriteShut;
  }

  /** The address that `accept` tells. */
  get acceptedFrom(): SocketAddress {
    return this.remote!;
  }

  private get isConnected(): boolean {
    return this.remote !== undefined;
  }

  readiness(): number {
    if (this.isListening) return this.waiting.length > 0 ? POLLIN : 0;
    if (!this.isConnected) return POLLOUT | POLLHUP;
    let bits = 0;
    if (this.incoming.length > 0 || this.atEnd || this.isReset) bits |= POLLIN;
    if (this.peer === undefined || this.isWriteShut || this.peer.incoming.room > 0) bits |= POLLOUT;
    if (this.atEnd) bits |= POLLRDHUP;
    // A TCP connection hangs up when both directions are closed, a local one when the other end is gone.
    if ((this.isWriteShut && this.atEnd) || (this.peer === undefined && this.kind.family === AF_UNIX)) bits |= POLLHUP;
    return this.isReset ? bits | POLLERR : bits;
  }

  override takeError(): number {
    const wasReset = this.isReset;
    this.isReset = false;
    return wasReset ? 104 : 0;
  }

  join(other: StreamSocket): void {
    this.peer = other;
    other.peer = this;
    this.remote = other.local;
    other.remote = this.local;
  }

  listen(backlog: number): void {
    if (this.isConnected) fail('EINVAL');
    if (!this.isBound) this.bind(this.local);
    this.isListening = true;
    this.backlog = Math.min(Math.max(backlog, 0), MAX_BACKLOG);
  }

  accept(): StreamSocket {
    if (!this.isListening) return fail('EINVAL');
    return this.waiting.shift() ?? fail('EAGAIN');
  }

  connect(address: SocketAddress | undefined): void {
    if (address === undefined) return;
    if (this.isListening || this.isConnected) fail('EISCONN');
    if (!isLocal(address)) fail('ENETUNREACH');
    const target = destination(address);
    const listener = this.table.find(this.kind.type, target);
    if (!(listener instanceof StreamSocket)) throw new HostError('ECONNREFUSED');
    if (listener.waiting.length > listener.backlog) fail('EAGAIN');
    if (!this.isBound && target.port > 0) this.bind({ ...target, port: 0 });
    const accepted = new StreamSocket(listener.kind, this.table);
    accepted.local = target;
    this.join(accepted);
    listener.waiting.push(accepted);
  }

  send(data: Uint8Array, _address: SocketAddress | undefined): number {
    if (!this.isConnected) return fail(this.kind.family === AF_UNIX ? 'ENOTCONN' : 'EPIPE');
    if (this.takeError() !== 0) return fail('ECONNRESET');
    if (this.peer === undefined || this.isWriteShut || this.peer.isReadShut) return fail('EPIPE');
    const count = this.peer.incoming.push(data);
    return count === 0 && data.length > 0 ? fail('EAGAIN') : count;
  }

  receive(length: number, flags: number): Received {
    if (!this.isConnected) return fail(this.isListening || this.kind.family !== AF_UNIX ? 'ENOTCONN' : 'EINVAL');
    if (this.incoming.length === 0 && length > 0) {
      if (this.takeError() !== 0) return fail('ECONNRESET');
      if (!this.atEnd) return fail('EAGAIN');
    }
    const data = new Uint8Array(Math.min(length, this.incoming.length));
    this.incoming.pull(data, (flags & MSG_PEEK) !== 0);
    return { data, address: undefined, isTruncated: false, fullLength: data.length };
  }

  shutdown(how: number): void {
    if (!this.isConnected) fail('ENOTCONN');
    if (how === SHUT_RD || how === SHUT_RDWR) this.isReadShut = true;
    if (how === SHUT_WR || how === SHUT_RDWR) this.isWriteShut = true;
  }

  peerAddress(): SocketAddress {
    return this.remote === undefined || (this.peer === undefined && this.isReset) ? fail('ENOTCONN') : this.remote;
  }

  close(): void {
    this.unbind();
    for (const connection of this.waiting) connection.close();
    this.waiting = [];
    this.isListening = false;
    const { peer } = this;
    if (peer === undefined) return;
    peer.peer = undefined;
    if (this.incoming.length > 0) peer.isReset = true;
    this.peer = undefined;
  }
}
