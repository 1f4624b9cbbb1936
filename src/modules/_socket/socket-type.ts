/** `_socket.socket`: one end of a connection. https://docs.python.org/3.14/library/socket.html#socket-objects */
import { HostError } from '../../host/host.ts';
import { audit, isRefused } from '../../objspace/audit.ts';
import { waitUnderWay } from '../../interpreter/suspension.ts';
import { POLLIN, POLLOUT, type SocketKind } from '../../host/sockets.ts';
import { onHost } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { isInFlight, orThrow, raiseTypeError, raiseValueError, takeException } from '../../objspace/exception.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { toIndex } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isFloat } from '../../objspace/types/float-object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { addressArgument, addressValue } from './addresses.ts';
import { defineOptions } from './options.ts';
import { checkOpen, defaultTimeout, PySocket, sockets, whenReady } from './socket-object.ts';
import { defineTransfer } from './transfer.ts';

const SOCK_CLOEXEC = 0x80000;
const SOCK_NONBLOCK = 0x800;
const SOMAXCONN_DEFAULT = 128;
/** What `connect_ex` answers when the time is up. */
const EAGAIN = 11;

/** Makes `self` stand for a descriptor. */
export function adoptDescriptor(self: PySocket, fd: number, kind: SocketKind, isNonBlocking: boolean): void {
  self.fd = fd;
  self.family = kind.family;
  self.type = kind.type;
  self.protocol = kind.protocol;
  self.timeout = isNonBlocking ? 0 : defaultTimeout();
  sockets().setBlocking(fd, self.timeout === -1);
}

function initialize(self: PySocket, family: number, type: number, protocol: number, fileno: Value): true | Exit {
  if (isRefused('socket.__new__', self, family, type, protocol)) return EXIT;
  if (fileno !== null) return fromDescriptor(self, family, type, protocol, fileno);
  const kind = {
    family: family === -1 ? 2 : family,
    type: type === -1 ? 1 : type & ~(SOCK_CLOEXEC | SOCK_NONBLOCK),
    protocol: protocol === -1 ? 0 : protocol,
  };
  return onHost((): true => {
    adoptDescriptor(self, sockets().create(kind), kind, type !== -1 && (type & SOCK_NONBLOCK) !== 0);
    return true;
  });
}

function fromDescriptor(self: PySocket, family: number, type: number, protocol: number, fileno: Value): true | Exit {
  if (isFloat(fileno)) return raiseTypeError("'float' object cannot be interpreted as an integer");
  const fd = orThrow(toIndex(fileno)) as number;
  if (fd < 0) return raiseValueError('negative file descriptor');
  return onHost((): true => {
    const own = sockets().kindOf(fd);
    const kind = {
      family: family === -1 ? own.family : family,
      type: type === -1 ? own.type : type & ~(SOCK_CLOEXEC | SOCK_NONBLOCK),
      protocol: protocol === -1 ? (sockets().getOption(fd, 1, 38) as number) : protocol,
    };
    adoptDescriptor(self, fd, kind, type !== -1 && (type & SOCK_NONBLOCK) !== 0);
    return true;
  });
}

function accept(self: PySocket): Result {
  const accepted = whenReady(self, POLLIN, () => sockets().accept(self.fd));
  if (accepted === EXIT) return EXIT;
  const { fd, address } = accepted as { fd: number; address: Parameters<typeof addressValue>[0] };
  return new PyTuple([fd, addressValue(address)]) as Value;
}

function connect(self: PySocket, address: Value, caller: string): Result {
  const target = addressArgument(address, self.family, caller);
  if (waitUnderWay() === undefined) audit('socket.connect', self, address);
  const done = whenReady(self, POLLOUT, () => {
    sockets().connect(self.fd, target);
    return true;
  });
  return done === EXIT ? EXIT : null;
}

/** The number of the error instead of the exception, where there is one. */
function connectEx(self: PySocket, address: Value): Result {
  const target = addressArgument(address, self.family, 'connect_ex');
  if (waitUnderWay() === undefined) audit('socket.connect', self, address);
  const done = whenReady(self, POLLOUT, () => {
    sockets().connect(self.fd, target);
    return true;
  });
  if (done !== EXIT) return 0;
  if (!isInFlight('OSError')) return EXIT;
  const errno = takeException().fields?.get('errno') ?? null;
  return errno === null ? EAGAIN : errno;
}

function close(self: PySocket): Result {
  const { fd } = self;
  if (fd < 0) return null;
  self.fd = -1;
  return closeDescriptor(fd);
}

/** Closes a descriptor; a connection that is gone already is no error. */
export function closeDescriptor(fd: number): Result {
  return onHost(() => {
    try {
      services().host.files.close(fd);
    } catch (thrown) {
      if (!(thrown instanceof HostError) || thrown.code !== 'ECONNRESET') throw thrown;
    }
    return null;
  });
}

function onSocket(self: PySocket, run: () => Value): Result {
  return checkOpen(self) === EXIT ? EXIT : onHost(run);
}

function defineConnections(type: TypeBuilder<PySocket>): void {
  type.method(
    '_accept(self, /)',
    '_accept() -> (integer, address info)\n\nWait for an incoming connection.  Return a new socket file descriptor\nrepresenting the connection, and the address of the client.\nFor IP sockets, the address info is a pair (hostaddr, port).',
    accept,
  );
  type.method(
    'bind(self, object, /)',
    'bind(address)\n\nBind the socket to a local address.  For IP sockets, the address is a\npair (host, port); the host must refer to the local host. For raw packet\nsockets the address is a tuple (ifname, proto [,pkttype [,hatype [,addr]]])',
    (self, address) => {
      const target = addressArgument(address, self.family, 'bind');
      audit('socket.bind', self, address);
      return onSocket(self, () => {
        sockets().bind(self.fd, target);
        return null;
      });
    },
  );
  type.method(
    'connect(self, object, /)',
    'connect(address)\n\nConnect the socket to a remote address.  For IP sockets, the address\nis a pair (host, port).',
    (self, address) => connect(self, address, 'connect'),
  );
  type.method(
    'connect_ex(self, object, /)',
    'connect_ex(address) -> errno\n\nThis is like connect(address), but returns an error code (the errno value)\ninstead of raising an exception when an error occurs.',
    connectEx,
  );
  type.method(
    `@listen(self, backlog: cint = ${SOMAXCONN_DEFAULT}, /)`,
    'listen([backlog])\n\nEnable a server to accept connections.  If backlog is specified, it must be\nat least 0 (if it is lower, it is set to 0); it specifies the number of\nunaccepted connections that the system will allow before refusing new\nconnections. If not specified, a default reasonable value is chosen.',
    (self: PySocket, backlog: number) =>
      onSocket(self, () => {
        sockets().listen(self.fd, backlog);
        return null;
      }),
  );
  type.method(
    '@shutdown(self, flag: cint, /)',
    'shutdown(flag)\n\nShut down the reading side of the socket (flag == SHUT_RD), the writing side\nof the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).',
    (self, how) =>
      onSocket(self, () => {
        sockets().shutdown(self.fd, how);
        return null;
      }),
  );
  type.method('close(self, /)', 'close()\n\nClose the socket.  It cannot be used after this call.', close);
  type.method(
    'detach(self, /)',
    'detach()\n\nClose the socket object without closing the underlying file descriptor.\nThe object cannot be used after this call, but the file descriptor\ncan be reused for other purposes.  The file descriptor is returned.',
    (self) => {
      const { fd } = self;
      self.fd = -1;
      return fd;
    },
  );
  type.method(
    'fileno(self, /)',
    'fileno() -> integer\n\nReturn the integer file descriptor of the socket.',
    (self) => self.fd,
  );
  type.method(
    'getsockname(self, /)',
    'getsockname() -> address info\n\nReturn the address of the local endpoint. The format depends on the\naddress family. For IPv4 sockets, the address info is a pair\n(hostaddr, port). For IPv6 sockets, the address info is a 4-tuple\n(hostaddr, port, flowinfo, scope_id).',
    (self) => onSocket(self, () => addressValue(sockets().localAddress(self.fd))),
  );
  type.method(
    'getpeername(self, /)',
    'getpeername() -> address info\n\nReturn the address of the remote endpoint.  For IP sockets, the address\ninfo is a pair (hostaddr, port).',
    (self) => onSocket(self, () => addressValue(sockets().peerAddress(self.fd))),
  );
}

export const socketType: PyType = builtinType<PySocket>('socket', {
  base: objectType,
  layout: PySocket,
  module: '_socket',
  doc: `
    socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object
    socket(family=-1, type=-1, proto=-1, fileno=None) -> socket object

    Open a socket of the given type.  The family argument specifies the
    address family; it defaults to AF_INET.  The type argument specifies
    whether this is a stream (SOCK_STREAM, this is the default)
    or datagram (SOCK_DGRAM) socket.  The protocol argument defaults to 0,
    specifying the default protocol.  Keyword arguments are accepted.
    The socket is created as non-inheritable.

    When a fileno is passed in, family, type and proto are auto-detected,
    unless they are explicitly set.

    A socket object represents one endpoint of a network connection.
  `,
  slots: {
    new: (cls: PyType) => (cls === socketType ? new PySocket() : adopt(new PySocket(), cls)),
    init: initSlot('socket(self, family: cint = -1, type: cint = -1, proto: cint = -1, fileno=None)', initialize),
    repr: (self: PySocket) =>
      `<socket object, fd=${self.fd}, family=${self.family}, type=${self.type}, proto=${self.protocol}>`,
  },
  define(type) {
    defineConnections(type);
    defineTransfer(type);
    defineOptions(type);
    type.member('family', 'the socket family', (self) => self.family);
    type.member('type', 'the socket type', (self) => self.type);
    type.member('proto', 'the socket protocol', (self) => self.protocol);
  },
});
