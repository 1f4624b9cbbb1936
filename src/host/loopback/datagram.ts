/** Datagram sockets: each has a queue of messages, which keep their bounds and their senders. */
import { AF_UNIX, MSG_PEEK, POLLIN, POLLOUT, type Received, type SocketAddress, SOCK_SEQPACKET } from '../sockets.ts';
import { destination, isLocal, NO_ADDRESS } from './addresses.ts';
import { fail, SOCKET_CAPACITY } from './endpoint.ts';
import { Socket } from './socket.ts';

/** The longest message over IP. */
const MAX_MESSAGE = 65507;
/** What a message takes besides its bytes: bounds the number of empty ones. */
const OVERHEAD = 256;

interface Message {
  readonly data: Uint8Array;
  readonly from: SocketAddress;
}

export class DatagramSocket extends Socket {
  private readonly messages: Message[] = [];
  private queued = 0;
  /** Where `send` goes. */
  private remote: SocketAddress | undefined;
  /** The other end of a pair. */
  private partner: DatagramSocket | undefined;
  private isClosed = false;
  private isReadShut = false;
  private isWriteShut = false;
  /** A message of ours reached nobody. */
  private isRefused = false;

  join(other: DatagramSocket): void {
    this.partner = other;
    other.partner = this;
    this.remote = other.local;
    other.remote = this.local;
  }

  readiness(): number {
    const isEnded = this.kind.type === SOCK_SEQPACKET && (this.partner === undefined || this.partner.isClosed);
    return POLLOUT | (this.messages.length > 0 || this.isReadShut || this.isRefused || isEnded ? POLLIN : 0);
  }

  override takeError(): number {
    const wasRefused = this.isRefused;
    this.isRefused = false;
    return wasRefused ? 111 : 0;
  }

  connect(address: SocketAddress | undefined): void {
    if (address === undefined) {
      this.remote = undefined;
      return;
    }
    if (!isLocal(address)) fail('ENETUNREACH');
    const target = destination(address);
    if (address.family === AF_UNIX && this.table.find(this.kind.type, target) === undefined) fail('ECONNREFUSED');
    if (!this.isBound && target.family !== AF_UNIX) this.bind({ ...target, port: 0 });
    this.remote = target;
  }

  private receiver(address: SocketAddress | undefined): DatagramSocket | undefined {
    if (address === undefined && this.partner !== undefined)
      return this.partner.isClosed ? fail('ECONNREFUSED') : this.partner;
    const target = address ?? this.remote;
    if (target === undefined) return fail(this.kind.family === AF_UNIX ? 'ENOTCONN' : 'EDESTADDRREQ');
    if (!isLocal(target)) return fail('ENETUNREACH');
    if (!this.isBound && target.family !== AF_UNIX) this.bind({ ...NO_ADDRESS[target.family], port: 0 });
    return this.table.find(this.kind.type, destination(target)) as DatagramSocket | undefined;
  }

  send(data: Uint8Array, address: SocketAddress | undefined): number {
    if (this.isWriteShut) return fail('EPIPE');
    if (this.takeError() !== 0) return fail('ECONNREFUSED');
    if (data.length > (this.kind.family === AF_UNIX ? SOCKET_CAPACITY : MAX_MESSAGE)) return fail('EMSGSIZE');
    const receiver = this.receiver(address);
    if (receiver === undefined) {
      if (this.kind.family === AF_UNIX) return fail('ECONNREFUSED');
      this.isRefused = address === undefined;
      return data.length;
    }
    // Over IP a message that finds no room is lost; a socket of AF_UNIX waits.
    if (receiver.queued + data.length > SOCKET_CAPACITY + OVERHEAD)
      return this.kind.family === AF_UNIX ? fail('EAGAIN') : data.length;
    receiver.messages.push({ data: data.slice(), from: this.addressFor(receiver) });
    receiver.queued += data.length + OVERHEAD;
    return data.length;
  }

  /** Our address as the receiver sees it. */
  private addressFor(receiver: DatagramSocket): SocketAddress {
    return this.local.family !== AF_UNIX ? destination({ ...this.local, family: receiver.kind.family }) : this.local;
  }

  receive(length: number, flags: number): Received {
    if (this.takeError() !== 0) return fail('ECONNREFUSED');
    const message = this.messages[0];
    if (message === undefined) return this.nothing();
    const data = message.data.subarray(0, length);
    if ((flags & MSG_PEEK) === 0) {
      this.messages.shift();
      this.queued -= message.data.length + OVERHEAD;
    }
    return {
      data,
      address: message.from,
      isTruncated: data.length < message.data.length,
      fullLength: message.data.length,
    };
  }

  private nothing(): Received {
    const isEnded =
      this.isReadShut || (this.kind.type === SOCK_SEQPACKET && (this.partner === undefined || this.partner.isClosed));
    if (!isEnded) return fail('EAGAIN');
    return { data: new Uint8Array(0), address: undefined, isTruncated: false, fullLength: 0 };
  }

  shutdown(how: number): void {
    if (this.remote === undefined) fail('ENOTCONN');
    if (how !== 1) this.isReadShut = true;
    if (how !== 0) this.isWriteShut = true;
  }

  peerAddress(): SocketAddress {
    return this.remote ?? fail('ENOTCONN');
  }

  close(): void {
    this.unbind();
    this.isClosed = true;
  }
}
