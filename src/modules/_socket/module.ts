/** `_socket`: sockets. What they reach is the host's affair (src/host/sockets.ts). https://docs.python.org/3.14/library/socket.html */
import { AF_UNIX } from '../../host/sockets.ts';
import { onHost } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { exceptionTypes, raise, swallow } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Value } from '../../objspace/object.ts';
import { toSize } from '../../objspace/operations.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { descriptor } from '../posix/paths.ts';
import { defineByteOrder } from './byte-order.ts';
import { SOCKET_CONSTANTS } from './constants.ts';
import { gaierror, herror } from './errors.ts';
import { defineLookups } from './lookups.ts';
import { timeoutValue } from './options.ts';
import { definePackedAddresses } from './packed-addresses.ts';
import { defaultTimeout, PySocket, setDefaultTimeout, sockets, timeoutArgument } from './socket-object.ts';
import { adoptDescriptor, closeDescriptor, socketType } from './socket-type.ts';

/** sizeof(struct cmsghdr), and what messages are aligned to. */
const CONTROL_HEADER = 16;
const ALIGNMENT = 8;

function pair(family: number, type: number, protocol: number): Value {
  const kind = { family, type: type & 0xf, protocol };
  const made = sockets()
    .pair(kind)
    .map((fd) => {
      const socket = new PySocket();
      adoptDescriptor(socket, fd, kind, (type & 0x800) !== 0);
      return socket as Value;
    });
  return new PyTuple(made) as Value;
}

function controlSize(name: string, length: Value, measure: (length: number) => number) {
  const size = toSize(length);
  if (size === EXIT)
    return swallow('OverflowError') ? raise('OverflowError', 'Python int too large to convert to C ssize_t') : EXIT;
  const total = measure(size as number);
  return (size as number) < 0 || total > 0x7fffffff ? raise('OverflowError', `${name}() argument out of range`) : total;
}

function defineSockets(module: ModuleBuilder): void {
  module.function(
    `@socketpair(family: cint = ${AF_UNIX}, type: cint = 1, proto: cint = 0, /)`,
    'socketpair([family[, type [, proto]]]) -> (socket object, socket object)\n\nCreate a pair of socket objects from the sockets returned by the platform\nsocketpair() function.\nThe arguments are the same as for socket() except the default family is\nAF_UNIX if defined on the platform; otherwise, the default is AF_INET.',
    ((family: number, type: number, protocol: number) => onHost(() => pair(family, type, protocol))) as never,
  );
  module.function(
    '@close(fd, /)',
    "close(integer) -> None\n\nClose an integer socket file descriptor.  This is like os.close(), but for\nsockets; on some platforms os.close() won't work for socket file descriptors.",
    (fd) => closeDescriptor(descriptor(fd)),
  );
  module.function(
    '@dup(fd, /)',
    "dup(integer) -> integer\n\nDuplicate an integer socket file descriptor.  This is like os.dup(), but for\nsockets; on some platforms os.dup() won't work for socket file descriptors.",
    (fd) => {
      const number = descriptor(fd);
      return onHost(() => {
        const { files } = services().host;
        files.fstat(number); // EBADF if it is not open
        return files.duplicate(number);
      });
    },
  );
  module.function(
    '@getdefaulttimeout()',
    'getdefaulttimeout() -> timeout\n\nReturns the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.',
    () => timeoutValue(defaultTimeout()),
  );
  module.function(
    '@setdefaulttimeout(timeout, /)',
    'setdefaulttimeout(timeout)\n\nSet the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.',
    (timeout) => {
      const seconds = timeoutArgument(timeout);
      if (seconds === EXIT) return EXIT;
      setDefaultTimeout(seconds as number);
      return null;
    },
  );
  module.function(
    '@@CMSG_LEN(length, /)',
    'CMSG_LEN(length) -> control message length\n\nReturn the total length, without trailing padding, of an ancillary\ndata item with associated data of the given length.',
    (length) => controlSize('CMSG_LEN', length, (size) => CONTROL_HEADER + size),
  );
  module.function(
    '@@CMSG_SPACE(length, /)',
    'CMSG_SPACE(length) -> buffer size\n\nReturn the buffer size needed for recvmsg() to receive an ancillary\ndata item with associated data of the given length, along with any\ntrailing padding.',
    (length) => controlSize('CMSG_SPACE', length, (size) => CONTROL_HEADER + Math.ceil(size / ALIGNMENT) * ALIGNMENT),
  );
}

export const _socket = builtinModule(
  '_socket',
  'Implementation module for socket operations.\n\nSee the socket module for documentation.',
  (module) => {
    module.constant('error', exceptionTypes['OSError']);
    module.constant('herror', herror.type);
    module.constant('gaierror', gaierror.type);
    module.constant('timeout', exceptionTypes['TimeoutError']);
    module.constant('SocketType', socketType);
    module.constant('socket', socketType);
    module.constant('has_ipv6', true);
    module.constant('BDADDR_ANY', '00:00:00:00:00:00');
    module.constant('BDADDR_LOCAL', '00:00:00:FF:FF:FF');
    for (const [name, number] of SOCKET_CONSTANTS) module.constant(name, number);
    defineSockets(module);
    defineLookups(module);
    defineByteOrder(module);
    definePackedAddresses(module);
  },
);
