/** `inet_aton`, `inet_ntop` and their relatives. */
import { AF_INET, AF_INET6 } from '../../host/sockets.ts';
import { raiseErrno } from '../../interpreter/host-errors.ts';
import { raise, raiseValueError } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { osError } from './errors.ts';
import { formatIPv4, formatIPv6, parseIPv4, parseIPv6, parseLooseIPv4 } from './ip-addresses.ts';

export function definePackedAddresses(module: ModuleBuilder): void {
  module.function(
    'inet_aton(ip_addr: text, /)',
    'Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format used in low-level network functions.',
    (text) => {
      // As in C, what follows a blank is not looked at.
      const bytes = parseLooseIPv4(/^[^ \t\n\v\f\r]*/.exec(text)![0]);
      if (bytes === undefined) throw osError('illegal IP address string passed to inet_aton');
      return new PyBytes(bytes) as Value;
    },
  );
  module.function(
    'inet_ntoa(packed_ip: bytes, /)',
    'Convert an IP address from 32-bit packed binary format to string format.',
    ({ data }) => {
      if (data.length !== 4) throw osError('packed IP wrong length for inet_ntoa');
      return formatIPv4(data);
    },
  );
  module.function(
    '@inet_pton(af: cint, ip: text, /)',
    'inet_pton(af, ip) -> packed IP address string\n\nConvert an IP address from string format to a packed string suitable\nfor use with low-level network functions.',
    (family, text) => {
      if (family !== AF_INET && family !== AF_INET6) return raiseErrno('EAFNOSUPPORT');
      const bytes = family === AF_INET ? parseIPv4(text) : parseIPv6(text);
      if (bytes === undefined) throw osError('illegal IP address string passed to inet_pton');
      return new PyBytes(bytes) as Value;
    },
  );
  module.function(
    '@inet_ntop(af: cint, packed_ip: bytes, /)',
    'inet_ntop(af, packed_ip) -> string formatted IP address\n\nConvert a packed IP address of the given family to string format.',
    (family, { data }) => {
      if (family !== AF_INET && family !== AF_INET6) return raise('ValueError', `unknown address family ${family}`);
      if (data.length !== (family === AF_INET ? 4 : 16))
        return raiseValueError('invalid length of packed IP address string');
      return family === AF_INET ? formatIPv4(data) : formatIPv6(data);
    },
  );
}
