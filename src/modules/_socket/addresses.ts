/** Addresses as Python has them: tuples for the Internet, paths for AF_UNIX. */
import { AF_INET, AF_INET6, AF_UNIX, type SocketAddress } from '../../host/sockets.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { decodePath, encodePath } from '../../objspace/codecs.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt, typeName } from '../../objspace/operations.ts';
import { PyByteArray } from '../../objspace/types/bytes/bytearray.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { osError } from './errors.ts';
import { resolveHost } from './resolve.ts';

/** sizeof(sun_path). */
const MAX_PATH = 108;

/** The name of a host: str, or bytes without an encoding of their own. */
export function hostText(host: Value): string {
  let text: string;
  if (isText(host)) text = textOf(host);
  else if (host instanceof PyBytes || host instanceof PyByteArray)
    text = String.fromCharCode(...host.data.subarray(0, 1024));
  else throw error('TypeError', `str, bytes or bytearray expected, not ${typeName(host)}`);
  if (text.includes('\0')) throw error('TypeError', 'host name must not contain null character');
  return text;
}

function bounded(value: Value, limit: number, text: string): number {
  const number = orThrow(toInt(value)) as number | bigint;
  if (number < 0 || number > limit) throw error('OverflowError', text);
  return Number(number);
}

function internetAddress(address: Value, family: number, caller: string): SocketAddress {
  const name = family === AF_INET ? 'AF_INET' : 'AF_INET6';
  if (!(address instanceof PyTuple))
    throw error('TypeError', `${caller}(): ${name} address must be tuple, not ${typeName(address)}`);
  const { items } = address;
  if (family === AF_INET ? items.length !== 2 : items.length < 2 || items.length > 4) {
    throw error(
      'TypeError',
      family === AF_INET
        ? 'AF_INET address must be a pair (host, port)'
        : 'AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])',
    );
  }
  const host = hostText(items[0]);
  const wanted = orThrow(toInt(items[1])) as number | bigint;
  const found = resolveHost(host, family);
  const port = bounded(wanted, 0xffff, `${caller}(): port must be 0-65535.`);
  const flow = items.length > 2 ? bounded(items[2], 0xfffff, `${caller}(): flowinfo must be 0-1048575.`) : 0;
  const scope =
    items.length > 3 ? bounded(items[3], 0xffffffff, `${caller}(): scope_id must be 0-4294967295.`) : found.scope;
  return { ...found, port, flow, scope };
}

function pathAddress(address: Value): SocketAddress {
  const bytes = isText(address)
    ? (orThrow(encodePath(address as string)) as Uint8Array)
    : (orThrow(bytesOf(address)) as { data: Uint8Array }).data;
  const isAbstract = bytes[0] === 0;
  if (bytes.length > MAX_PATH - (isAbstract ? 0 : 1)) throw osError('AF_UNIX path too long');
  const text = textOf(decodePath(bytes));
  // A path ends at the first NUL, as C has it.
  const end = isAbstract ? -1 : text.indexOf('\0');
  return { family: AF_UNIX, host: end < 0 ? text : text.slice(0, end), port: 0, flow: 0, scope: 0 };
}

/** Converts an address for a socket of the family; throws the Python exception where it is none. */
export function addressArgument(address: Value, family: number, caller: string): SocketAddress {
  if (family === AF_UNIX) return pathAddress(address);
  if (family === AF_INET || family === AF_INET6) return internetAddress(address, family, caller);
  throw osError(`${caller}(): unsupported address family`);
}

export function addressValue(address: SocketAddress): Value {
  if (address.family === AF_UNIX) {
    if (address.host.startsWith('\0')) return new PyBytes(orThrow(encodePath(address.host)) as Uint8Array);
    return strFromText(address.host);
  }
  if (address.family === AF_INET) return new PyTuple([address.host, address.port]);
  return new PyTuple([address.host, address.port, address.flow, address.scope]);
}
