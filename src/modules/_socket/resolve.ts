/** Names of hosts to addresses and back. Without a network, the names that resolve are literal addresses and this machine's. */
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_STREAM,
  type SocketAddress,
} from '../../host/sockets.ts';
import { services } from '../../interpreter/services.ts';
import { EAI_ADDRFAMILY, EAI_FAMILY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE, resolverError } from './errors.ts';
import { formatIPv4, formatIPv6, parseIPv6, parseLooseIPv4 } from './ip-addresses.ts';
import { servicePort } from './services.ts';

export const AI_PASSIVE = 1;
export const AI_CANONNAME = 2;
export const AI_NUMERICHOST = 4;

/** Protocols of the types of sockets that `getaddrinfo` answers with, in its order. */
const TRANSPORTS: readonly (readonly [type: number, protocol: number, name: string])[] = [
  [SOCK_STREAM, 6, 'tcp'],
  [SOCK_DGRAM, 17, 'udp'],
  [SOCK_RAW, 0, ''],
];

export interface Resolved {
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
  readonly canonicalName: string;
  readonly address: SocketAddress;
}

export interface Query {
  /** `undefined` for the machine itself. */
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
  readonly flags: number;
}

function inet(host: string): SocketAddress {
  return { family: AF_INET, host, port: 0, flow: 0, scope: 0 };
}

function inet6(host: string, scope = 0): SocketAddress {
  return { family: AF_INET6, host, port: 0, flow: 0, scope };
}

/** The number of the interface in a literal address such as fe80::1%lo. */
function scopeOf(zone: string): number | undefined {
  if (/^[0-9]+$/.test(zone)) return Number(zone);
  return services()
    .host.sockets.interfaces()
    .find(([, name]) => name === zone)?.[0];
}

function literal(host: string): SocketAddress | undefined {
  const four = parseLooseIPv4(host);
  if (four !== undefined) return inet(formatIPv4(four));
  const [address, zone] = host.split('%', 2);
  const six = parseIPv6(address);
  const scope = zone === undefined ? 0 : scopeOf(zone);
  return six === undefined || scope === undefined ? undefined : inet6(formatIPv6(six), scope);
}

/** Whether the name is one of this machine's own. */
export function isOwnName(host: string): boolean {
  const name = host.toLowerCase();
  return (
    name === 'localhost' ||
    name === 'localhost.localdomain' ||
    name.endsWith('.localhost') ||
    name === hostName().toLowerCase()
  );
}

export function hostName(): string {
  return services().host.system.uname[1];
}

function addressesOf({ host, family, flags }: Query): SocketAddress[] {
  if (host === undefined) {
    const both = (flags & AI_PASSIVE) !== 0 ? [inet('0.0.0.0'), inet6('::')] : [inet6('::1'), inet('127.0.0.1')];
    return both.filter((address) => family === AF_UNSPEC || family === address.family);
  }
  const address = literal(host);
  if (address !== undefined) {
    if (family !== AF_UNSPEC && family !== address.family) throw resolverError(EAI_ADDRFAMILY);
    return [address];
  }
  if ((flags & AI_NUMERICHOST) !== 0 || !isOwnName(host)) throw resolverError(EAI_NONAME);
  return [family === AF_INET6 ? inet6('::1') : inet('127.0.0.1')];
}

/** The port for each transport; services have one only where they are known. */
function portOf(port: string | undefined, transport: string): number | undefined {
  if (port === undefined) return 0;
  if (/^[0-9]+$/.test(port)) return Number(BigInt(port) & 0xffffn);
  return transport === '' ? undefined : servicePort(port, transport);
}

function checkQuery({ host, port, family, type, protocol }: Query): void {
  if (family !== AF_UNSPEC && family !== AF_INET && family !== AF_INET6) throw resolverError(EAI_FAMILY);
  if (host === undefined && port === undefined) throw resolverError(EAI_NONAME);
  if (type !== 0 && !TRANSPORTS.some((row) => row[0] === type)) throw resolverError(EAI_SOCKTYPE);
  if (
    type !== 0 &&
    type !== SOCK_RAW &&
    protocol !== 0 &&
    !TRANSPORTS.some((row) => row[0] === type && row[1] === protocol)
  )
    throw resolverError(EAI_SOCKTYPE);
}

/** `getaddrinfo`; throws the Python exception where there is no answer. */
export function resolve(query: Query): Resolved[] {
  checkQuery(query);
  const { type, protocol } = query;
  const transports = TRANSPORTS.filter(
    (row) => (type === 0 || row[0] === type) && (protocol === 0 || row[1] === protocol || row[0] === SOCK_RAW),
  );
  const ports = transports.map((row) => portOf(query.port, row[2]));
  if (!ports.some((port) => port !== undefined)) throw resolverError(EAI_SERVICE);
  const canonicalName = (query.flags & AI_CANONNAME) !== 0 ? (query.host ?? '') : '';
  const found: Resolved[] = [];
  for (const address of addressesOf(query)) {
    for (const [index, row] of transports.entries()) {
      const port = ports[index];
      if (port === undefined) continue;
      const name = found.length === 0 ? canonicalName : '';
      found.push({
        family: address.family,
        type: row[0],
        protocol: row[1] || protocol,
        canonicalName: name,
        address: { ...address, port },
      });
    }
  }
  return found;
}

/** The address of a host for a socket of the family: '' is all of this machine's. */
export function resolveHost(host: string, family: number): SocketAddress {
  if (host === '') return family === AF_INET6 ? inet6('::') : inet('0.0.0.0');
  if (host === '<broadcast>') {
    if (family === AF_INET6) throw resolverError(EAI_ADDRFAMILY);
    return inet('255.255.255.255');
  }
  return addressesOf({ host, port: undefined, family, type: 0, protocol: 0, flags: 0 })[0];
}
