/** Functions of `_socket` that look up names: of hosts, services, protocols and interfaces. */
import { AF_INET, AF_INET6, type SocketAddress } from '../../host/sockets.ts';
import { audit } from '../../objspace/audit.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { services } from '../../interpreter/services.ts';
import { error, orThrow, raise, raiseTypeError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { toIndex, toInt } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { addressValue, hostText } from './addresses.ts';
import { osError, resolverError, unknownHost, EAI_NONAME } from './errors.ts';
import { parseIPv4, parseIPv6 } from './ip-addresses.ts';
import { unsigned } from './byte-order.ts';
import { fspath } from '../../objspace/fspath.ts';
import { hostName, resolve, resolveHost } from './resolve.ts';
import { protocolNumber, serviceName, servicePort } from './services.ts';

const NI_NUMERICHOST = 1;
const NI_NUMERICSERV = 2;
const NI_NAMEREQD = 8;
const NI_DGRAM = 16;

function hostQuery(host: Value): string | undefined {
  if (host === null) return undefined;
  if (isText(host)) return textOf(host);
  if (host instanceof PyBytes) return String.fromCharCode(...host.data.subarray(0, 1024));
  throw error('TypeError', 'getaddrinfo() argument 1 must be string or None');
}

function portQuery(port: Value): string | undefined {
  if (port === null) return undefined;
  if (isInt(port)) return String(orThrow(toInt(port)));
  if (isText(port)) return textOf(port);
  if (port instanceof PyBytes) return String.fromCharCode(...port.data.subarray(0, 1024));
  throw osError('Int or String expected');
}

function getaddrinfo(host: Value, port: Value, family: number, type: number, protocol: number, flags: number): Result {
  const query = { host: hostQuery(host), port: portQuery(port), family, type, protocol, flags };
  audit('socket.getaddrinfo', host, port, family, type, protocol);
  const found = resolve(query);
  return PyList.of(
    found.map(
      (one) => new PyTuple([one.family, one.type, one.protocol, one.canonicalName, addressValue(one.address)]) as Value,
    ),
  ) as Value;
}

/** The name of an address: this machine's, or none. */
function nameOf(address: SocketAddress): string | undefined {
  const isLoopback = address.family === AF_INET ? address.host.startsWith('127.') : address.host === '::1';
  return isLoopback ? 'localhost' : undefined;
}

function getnameinfo(sockaddr: Value, flags: number): Result {
  if (!(sockaddr instanceof PyTuple)) return raiseTypeError('getnameinfo() argument 1 must be a tuple');
  const [host, portValue] = sockaddr.items;
  if (sockaddr.items.length < 2 || sockaddr.items.length > 4 || !isText(host))
    return raiseTypeError('getnameinfo(): illegal sockaddr argument');
  const port = orThrow(toIndex(portValue)) as number;
  const flow = sockaddr.items.length > 2 ? (orThrow(toIndex(sockaddr.items[2])) as number) : 0;
  if (flow < 0 || flow > 0xfffff) return raise('OverflowError', 'getnameinfo(): flowinfo must be 0-1048575.');
  audit('socket.getnameinfo', sockaddr);
  const text = textOf(host);
  const found = resolve({ host: text, port: String(port), family: 0, type: 2, protocol: 0, flags: 4 });
  const { address } = found[0];
  if (address.family === AF_INET && sockaddr.items.length !== 2) throw osError('IPv4 sockaddr must be 2 tuple');
  const name = (flags & NI_NUMERICHOST) !== 0 ? undefined : nameOf(address);
  if (name === undefined && (flags & NI_NAMEREQD) !== 0) throw resolverError(EAI_NONAME);
  const service =
    (flags & NI_NUMERICSERV) !== 0 ? undefined : serviceName(address.port, (flags & NI_DGRAM) !== 0 ? 'udp' : 'tcp');
  return new PyTuple([name ?? address.host, service ?? String(address.port)]) as Value;
}

function isLiteral(host: string): boolean {
  return parseIPv4(host) !== undefined || parseIPv6(host) !== undefined;
}

function gethostbynameEx(host: Value): Result {
  const name = hostText(host);
  audit('socket.gethostbyname', host);
  if (name === '') throw unknownHost();
  const address = resolveHost(name, AF_INET);
  return new PyTuple([name, PyList.of([]), PyList.of([address.host])]) as Value;
}

function gethostbyaddr(host: Value): Result {
  const text = hostText(host);
  audit('socket.gethostbyaddr', host);
  if (text === '') throw osError('wildcard resolved to multiple address');
  const address = resolveHost(text, parseIPv6(text) === undefined ? AF_INET : AF_INET6);
  const name = nameOf(address);
  if (name === undefined) throw unknownHost();
  return new PyTuple([isLiteral(text) ? name : text, PyList.of([]), PyList.of([address.host])]) as Value;
}

function defineHosts(module: ModuleBuilder): void {
  module.function('@gethostname()', 'gethostname() -> string\n\nReturn the current host name.', () => {
    audit('socket.gethostname');
    return strFromText(hostName());
  });
  module.function('@@sethostname(name, /)', 'sethostname(name)\n\nSets the hostname to name.', (name) => {
    if (!isText(name)) fspath(name);
    audit('socket.sethostname', name);
    return raiseErrno('EPERM');
  });
  module.function(
    '@@gethostbyname(host, /)',
    "gethostbyname(host) -> address\n\nReturn the IP address (a string of the form '255.255.255.255') for a host.",
    (host) => {
      const name = hostText(host);
      audit('socket.gethostbyname', host);
      return resolveHost(name, AF_INET).host;
    },
  );
  module.function(
    '@@gethostbyname_ex(host, /)',
    'gethostbyname_ex(host) -> (name, aliaslist, addresslist)\n\nReturn the true host name, a list of aliases, and a list of IP addresses,\nfor a host.  The host argument is a string giving a host name or IP number.',
    gethostbynameEx,
  );
  module.function(
    '@@gethostbyaddr(host, /)',
    'gethostbyaddr(host) -> (name, aliaslist, addresslist)\n\nReturn the true host name, a list of aliases, and a list of IP addresses,\nfor a host.  The host argument is a string giving a host name or IP number.',
    gethostbyaddr,
  );
  module.function(
    '@getaddrinfo(host, port, family: cint = 0, type: cint = 0, proto: cint = 0, flags: cint = 0)',
    'getaddrinfo(host, port [, family, type, proto, flags])\n    -> list of (family, type, proto, canonname, sockaddr)\n\nResolve host and port into addrinfo struct.',
    getaddrinfo,
  );
  module.function(
    '@getnameinfo(sockaddr, flags: cint, /)',
    'getnameinfo(sockaddr, flags) --> (host, port)\n\nGet host and port for a sockaddr.',
    getnameinfo,
  );
}

export function defineLookups(module: ModuleBuilder): void {
  defineHosts(module);
  module.function(
    '@getservbyname(servicename: text, protocolname: text = <absent>, /)',
    "getservbyname(servicename[, protocolname]) -> integer\n\nReturn a port number from a service name and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
    (name, protocol) => {
      audit('socket.getservbyname', name, protocol ?? null);
      const port = servicePort(name, protocol);
      if (port === undefined) throw osError('service/proto not found');
      return port;
    },
  );
  module.function(
    '@getservbyport(port: cint, protocolname: text = <absent>, /)',
    "getservbyport(port[, protocolname]) -> string\n\nReturn the service name from a port number and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
    (port, protocol) => {
      if (port < 0 || port > 0xffff) return raise('OverflowError', 'getservbyport: port must be 0-65535.');
      audit('socket.getservbyport', port, protocol ?? null);
      const name = serviceName(port, protocol);
      if (name === undefined) throw osError('port/proto not found');
      return name;
    },
  );
  module.function(
    '@@getprotobyname(name: text, /)',
    'getprotobyname(name) -> integer\n\nReturn the protocol number for the named protocol.  (Rarely used.)',
    (name) => {
      const number = protocolNumber(name);
      if (number === undefined) throw osError('protocol not found');
      return number;
    },
  );
  defineInterfaces(module);
}

function defineInterfaces(module: ModuleBuilder): void {
  const interfaces = () => services().host.sockets.interfaces();
  module.function(
    '@if_nameindex()',
    'if_nameindex()\n\nReturns a list of network interface information (index, name) tuples.',
    () => PyList.of(interfaces().map(([index, name]) => new PyTuple([index, name]) as Value)) as Value,
  );
  module.function(
    'if_nametoindex(oname: text, /)',
    'Returns the interface index corresponding to the interface name if_name.',
    (name) => {
      const found = interfaces().find((one) => one[1] === name);
      return found === undefined ? raiseErrno('ENODEV') : found[0];
    },
  );
  module.function(
    'if_indextoname(if_index, /)',
    'Returns the interface name corresponding to the interface index if_index.',
    (index) => {
      const number = unsigned(index, 32, 'unsigned int');
      const found = interfaces().find((one) => one[0] === number);
      return found === undefined ? raiseErrno('ENXIO') : found[1];
    },
  );
}
