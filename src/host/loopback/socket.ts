/** Sockets of an interpreter's own network. What is common to streams and datagrams; the two kinds are stream.ts and datagram.ts. */
import type { Received, SocketAddress, SocketKind } from '../sockets.ts';
import { NO_ADDRESS } from './addresses.ts';
import type { AddressTable } from './addresses.ts';
import { Endpoint } from './endpoint.ts';

const S_IFSOCK = 0o140000;

export abstract class Socket extends Endpoint {
  readonly fileKind = S_IFSOCK;
  readonly kind: SocketKind;
  protected readonly table: AddressTable;
  local: SocketAddress;
  isBound = false;
  isListening = false;
  /** 'level option' -> value, of the options that were set to something but 0. */
  readonly options: Map<string, number | Uint8Array>;

  constructor(kind: SocketKind, table: AddressTable) {
    super();
    this.kind = kind;
    this.table = table;
    this.local = NO_ADDRESS[kind.family];
    this.options = new Map();
  }

  bind(address: SocketAddress): void {
    this.local = this.table.bind(this, address);
    this.isBound = true;
  }

  /** Gives the address back. */
  protected unbind(): void {
    if (this.isBound) this.table.release(this, this.local);
    this.isBound = false;
  }

  /** The error that SO_ERROR tells, once. */
  takeError(): number {
    return 0;
  }

  abstract connect(address: SocketAddress | undefined): void;
  abstract send(data: Uint8Array, address: SocketAddress | undefined): number;
  abstract receive(length: number, flags: number): Received;
  abstract shutdown(how: number): void;
  /** ENOTCONN where there is none. */
  abstract peerAddress(): SocketAddress;

  read(buffer: Uint8Array): number {
    const { data } = this.receive(buffer.length, 0);
    buffer.set(data);
    return data.length;
  }

  write(data: Uint8Array): number {
    return this.send(data, undefined);
  }
}
