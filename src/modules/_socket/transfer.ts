/** Methods of sockets that send and receive. */
import {
  MSG_DONTWAIT,
  MSG_TRUNC,
  MSG_WAITALL,
  POLLIN,
  POLLOUT,
  type Received,
  SOCK_STREAM,
} from '../../host/sockets.ts';
import { audit } from '../../objspace/audit.ts';
import { waitUnderWay } from '../../interpreter/suspension.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { bytesOf, type PyBytesLike, writableBytesOf } from '../../objspace/buffer.ts';
import { orThrow, raiseTypeError, raiseValueError, swallow } from '../../objspace/exception.ts';
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf, toIndex } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { addressArgument, addressValue } from './addresses.ts';
import { type PySocket, sockets, whenReady } from './socket-object.ts';

/** The most that is received at a time, whatever the program asks for. */
const LARGEST_BUFFER = 1 << 26;

function receive(self: PySocket, length: number, flags: number): Received | Exit {
  const timeout = (flags & MSG_DONTWAIT) !== 0 ? 0 : self.timeout;
  const wanted = Math.min(length, LARGEST_BUFFER);
  const first = whenReady(self, POLLIN, () => sockets().receive(self.fd, wanted, flags), timeout);
  if (first === EXIT || (flags & MSG_WAITALL) === 0 || self.type !== SOCK_STREAM) return first;
  return receiveRest(self, first as Received, wanted, flags, timeout);
}

/** MSG_WAITALL: until everything is there or the other end is closed. */
function receiveRest(self: PySocket, first: Received, wanted: number, flags: number, timeout: number): Received | Exit {
  const data = new Uint8Array(wanted);
  data.set(first.data);
  let filled = first.data.length;
  while (filled > 0 && filled < wanted) {
    const next = whenReady(self, POLLIN, () => sockets().receive(self.fd, wanted - filled, flags), timeout);
    if (next === EXIT) return EXIT;
    const part = (next as Received).data;
    if (part.length === 0) break;
    data.set(part, filled);
    filled += part.length;
  }
  return { data: data.subarray(0, filled), address: first.address, isTruncated: false, fullLength: filled };
}

function bytesValue(received: Received): Value {
  return new PyBytes(received.data.slice()) as Value;
}

function senderValue(received: Received): Value {
  return received.address === undefined ? null : addressValue(received.address);
}

function recv(self: PySocket, length: number, flags: number): Result {
  if (length < 0) return raiseValueError('negative buffersize in recv');
  const received = receive(self, length, flags);
  return received === EXIT ? EXIT : bytesValue(received as Received);
}

function recvfrom(self: PySocket, length: number, flags: number): Result {
  if (length < 0) return raiseValueError('negative buffersize in recvfrom');
  const received = receive(self, length, flags);
  return received === EXIT
    ? EXIT
    : (new PyTuple([bytesValue(received as Received), senderValue(received as Received)]) as Value);
}

/** Receives into memory of the program's. */
function receiveInto(self: PySocket, name: string, buffer: Value, count: number, flags: number): Received | Exit {
  const target = writableBytesOf(buffer, name, ' 1');
  if (target === EXIT) return EXIT;
  const { data } = target as PyBytesLike;
  if (count < 0) return raiseValueError(`negative buffersize in ${name}`);
  if (count > data.length)
    return raiseValueError(
      name === 'recv_into' ? 'buffer too small for requested bytes' : 'nbytes is greater than the length of the buffer',
    );
  const received = receive(self, count === 0 ? data.length : count, flags);
  if (received !== EXIT) data.set((received as Received).data);
  return received;
}

function recvInto(self: PySocket, buffer: Value, count: number, flags: number): Result {
  const received = receiveInto(self, 'recv_into', buffer, count, flags);
  return received === EXIT ? EXIT : (received as Received).data.length;
}

function recvfromInto(self: PySocket, buffer: Value, count: number, flags: number): Result {
  const received = receiveInto(self, 'recvfrom_into', buffer, count, flags);
  return received === EXIT
    ? EXIT
    : (new PyTuple([(received as Received).data.length, senderValue(received as Received)]) as Value);
}

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

function messageFlags(received: Received): number {
  return received.isTruncated ? MSG_TRUNC : 0;
}

function recvmsg(self: PySocket, length: number, ancillary: number, flags: number): Result {
  if (length < 0) return raiseValueError('negative buffer size in recvmsg()');
  if (ancillary < 0) return raiseValueError('invalid ancillary data buffer length');
  const received = receive(self, length, flags);
  if (received === EXIT) return EXIT;
  const message = received as Received;
  return new PyTuple([bytesValue(message), PyList.of([]), messageFlags(message), senderValue(message)]) as Value;
}

function iterableOf(value: Value, name: string): Value[] | Exit {
  const items = itemsOf(value);
  if (items !== EXIT || !swallow('TypeError')) return items;
  return raiseTypeError(`${name}() argument 1 must be an iterable`);
}

function recvmsgInto(self: PySocket, buffers: Value, ancillary: number, flags: number): Result {
  const items = iterableOf(buffers, 'recvmsg_into');
  if (items === EXIT) return EXIT;
  const targets: Uint8Array[] = [];
  for (const item of items as Value[]) {
    const target = writableBytesOf(item, 'recvmsg_into');
    if (target === EXIT) {
      return swallow('TypeError')
        ? raiseTypeError('recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers')
        : EXIT;
    }
    targets.push((target as PyBytesLike).data);
  }
  if (ancillary < 0) return raiseValueError('invalid ancillary data buffer length');
  const received = receive(
    self,
    targets.reduce((sum, target) => sum + target.length, 0),
    flags,
  );
  if (received === EXIT) return EXIT;
  const message = received as Received;
  let offset = 0;
  for (const target of targets) {
    target.set(message.data.subarray(offset, offset + target.length));
    offset += target.length;
  }
  return new PyTuple([message.data.length, PyList.of([]), messageFlags(message), senderValue(message)]) as Value;
}

function concatenated(items: readonly Value[]): Uint8Array {
  const parts = items.map((item) => (orThrow(bytesOf(item)) as PyBytesLike).data);
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    data.set(part, offset);
    offset += part.length;
  }
  return data;
}

function sendmsg(self: PySocket, buffers: Value, ancillary: Value, flags: number, address: Value): Result {
  const items = iterableOf(buffers, 'sendmsg');
  if (items === EXIT) return EXIT;
  const data = concatenated(items as Value[]);
  const control = ancillary === undefined ? [] : itemsOf(ancillary);
  if (control === EXIT) return swallow('TypeError') ? raiseTypeError('sendmsg() argument 2 must be an iterable') : EXIT;
  // Descriptors are not passed on: there is nobody else to get them.
  if ((control as Value[]).length > 0) return raiseErrno('EINVAL');
  const target =
    address === null || address === undefined ? undefined : addressArgument(address, self.family, 'sendmsg');
  if (waitUnderWay() === undefined) audit('socket.sendmsg', self, address ?? null);
  return whenReady(
    self,
    POLLOUT,
    () => sockets().send(self.fd, data, target),
    (flags & MSG_DONTWAIT) !== 0 ? 0 : self.timeout,
  );
}

// ── Sending ──────────────────────────────────────────────────────────────────────────────────────────────────────

function send(self: PySocket, { data }: PyBytesLike, flags: number): Result {
  return whenReady(
    self,
    POLLOUT,
    () => sockets().send(self.fd, data, undefined),
    (flags & MSG_DONTWAIT) !== 0 ? 0 : self.timeout,
  );
}

/** All of it, in the time that the socket has for it in all. */
function sendAll(self: PySocket, { data }: PyBytesLike): Result {
  const end = performance.now() + self.timeout * 1000;
  let sent = 0;
  do {
    const timeout = self.timeout <= 0 ? self.timeout : Math.max((end - performance.now()) / 1000, 1e-9);
    const from = sent;
    const count = whenReady(self, POLLOUT, () => sockets().send(self.fd, data.subarray(from), undefined), timeout);
    if (count === EXIT) return EXIT;
    sent += count as number;
  } while (sent < data.length);
  return null;
}

function sendTo(self: PySocket, args: readonly Value[]): Result {
  if (args.length < 2 || args.length > 3)
    return raiseTypeError(`sendto() takes 2 or 3 arguments (${args.length} given)`);
  const bytes = bytesOf(args[0]);
  if (bytes === EXIT) return EXIT;
  if (args.length === 3 && toIndex(args[1]) === EXIT) return EXIT;
  const address = addressArgument(args[args.length - 1], self.family, 'sendto');
  if (waitUnderWay() === undefined) audit('socket.sendto', self, args[args.length - 1]);
  return whenReady(self, POLLOUT, () => sockets().send(self.fd, (bytes as PyBytesLike).data, address));
}

export function defineTransfer(type: TypeBuilder<PySocket>): void {
  type.method(
    '@recv(self, buffersize: index, flags: cint = 0, /)',
    'recv(buffersize[, flags]) -> data\n\nReceive up to buffersize bytes from the socket.  For the optional flags\nargument, see the Unix manual.  When no data is available, block until\nat least one byte is available or until the remote end is closed.  When\nthe remote end is closed and all data is read, return the empty string.',
    recv,
  );
  type.method(
    '@recv_into(self, buffer, nbytes: index = 0, flags: cint = 0)',
    'recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nA version of recv() that stores its data into a buffer rather than creating\na new string.  Receive up to buffersize bytes from the socket.  If buffersize\nis not specified (or 0), receive up to the size available in the given buffer.\n\nSee recv() for documentation about the flags.',
    recvInto,
  );
  type.method(
    '@recvfrom(self, buffersize: index, flags: cint = 0, /)',
    "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(buffersize, flags) but also return the sender's address info.",
    recvfrom,
  );
  type.method(
    '@recvfrom_into(self, buffer, nbytes: index = 0, flags: cint = 0)',
    "recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)\n\nLike recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.",
    recvfromInto,
  );
  type.method(
    '@recvmsg(self, bufsize: index, ancbufsize: index = 0, flags: cint = 0, /)',
    'recvmsg(bufsize[, ancbufsize[, flags]]) -> (data, ancdata, msg_flags, address)\n\nReceive normal data (up to bufsize bytes) and ancillary data from the\nsocket.',
    recvmsg,
  );
  type.method(
    '@recvmsg_into(self, buffers, ancbufsize: index = 0, flags: cint = 0, /)',
    'recvmsg_into(buffers[, ancbufsize[, flags]]) -> (nbytes, ancdata, msg_flags, address)\n\nReceive normal data and ancillary data from the socket, scattering the\nnon-ancillary data into a series of buffers.',
    recvmsgInto,
  );
  type.method(
    '@send(self, data: bytes, flags: cint = 0, /)',
    'send(data[, flags]) -> count\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  Return the number of bytes\nsent; this may be less than len(data) if the network is busy.',
    send,
  );
  type.method(
    '@sendall(self, data: bytes, flags: cint = 0, /)',
    "sendall(data[, flags])\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  This calls send() repeatedly\nuntil all data is sent.  If an error occurs, it's impossible\nto tell how much data has been sent.",
    (self, data) => sendAll(self, data),
  );
  type.method(
    '@sendto(self, *args)',
    'sendto(data[, flags], address) -> count\n\nLike send(data, flags) but allows specifying the destination address.\nFor IP sockets, the address is a pair (hostaddr, port).',
    sendTo,
  );
  type.method(
    '@sendmsg(self, buffers, ancdata=<absent>, flags: cint = 0, address=None, /)',
    'sendmsg(buffers[, ancdata[, flags[, address]]]) -> count\n\nSend normal and ancillary data to the socket, gathering the\nnon-ancillary data from a series of buffers and concatenating it into\na single message.',
    sendmsg as never,
  );
}
