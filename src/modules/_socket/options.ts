/** Options of sockets, their time-outs and their blocking. */
import { onHost, raiseErrno } from '../../interpreter/host-errors.ts';
import { bytesOf, type PyBytesLike } from '../../objspace/buffer.ts';
import { orThrow, raiseTypeError } from '../../objspace/exception.ts';
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { toIndex, toInt } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { osError } from './errors.ts';
import { checkOpen, type PySocket, sockets, timeoutArgument, WITHOUT_END } from './socket-object.ts';

/** The longest value of an option that CPython asks for. */
const MAX_OPTION = 1024;

function optionBytes(value: number | Uint8Array): Uint8Array {
  if (typeof value !== 'number') return value;
  return new Uint8Array(Int32Array.of(value).buffer);
}

function getOption(self: PySocket, level: number, option: number, length: number): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  const value = onHost(() => sockets().getOption(self.fd, level, option));
  if (value === EXIT) return EXIT;
  const bytes = optionBytes(value as number | Uint8Array);
  if (length === 0)
    return bytes.length < 4 ? (bytes[0] ?? 0) : new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  if (length < 0 || length > MAX_OPTION) throw osError('getsockopt buflen out of range');
  return new PyBytes(bytes.slice(0, length)) as Value;
}

/** An option's value: a C int, or bytes. */
function optionValue(value: Value): number | Uint8Array {
  if (isInt(value)) {
    const number = orThrow(toInt(value)) as number | bigint;
    if (number >= -0x80000000 && number <= 0x7fffffff) return Number(number);
  }
  return (orThrow(bytesOf(value)) as PyBytesLike).data;
}

function setOption(self: PySocket, args: readonly Value[]): Result {
  if (args.length < 3 || args.length > 4) {
    return raiseTypeError(
      args.length < 3
        ? `setsockopt() takes exactly 3 arguments (${args.length} given)`
        : `setsockopt() takes at most 4 arguments (${args.length} given)`,
    );
  }
  const [level, option] = [orThrow(toIndex(args[0])) as number, orThrow(toIndex(args[1])) as number];
  // A length without a value is for protocols of the kernel's.
  if (args.length === 4) return raiseErrno('EFAULT');
  let value = optionValue(args[2]);
  if (typeof value !== 'number') {
    if (value.length === 0) return raiseErrno('EINVAL');
    value = value.length === 4 ? new DataView(value.buffer, value.byteOffset, 4).getInt32(0, true) : value.slice();
  }
  if (checkOpen(self) === EXIT) return EXIT;
  const checked = value;
  return onHost(() => {
    sockets().setOption(self.fd, level, option, checked);
    return null;
  });
}

function setTimeout(self: PySocket, seconds: number): Result {
  if (checkOpen(self) === EXIT) return EXIT;
  self.timeout = seconds;
  return onHost(() => {
    sockets().setBlocking(self.fd, seconds === WITHOUT_END);
    return null;
  });
}

export function timeoutValue(seconds: number): Value {
  return seconds === WITHOUT_END ? null : (new PyFloat(seconds) as Value);
}

export function defineOptions(type: TypeBuilder<PySocket>): void {
  type.method(
    '@getsockopt(self, level: cint, option: cint, buffersize: index = 0, /)',
    'getsockopt(level, option[, buffersize]) -> value\n\nGet a socket option.  See the Unix manual for level and option.\nIf a nonzero buffersize argument is given, the return value is a\nstring of that length; otherwise it is an integer.',
    getOption,
  );
  type.method(
    '@setsockopt(self, *args)',
    'setsockopt(level, option, value: int)\nsetsockopt(level, option, value: buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet a socket option.  See the Unix manual for level and option.\nThe value argument can either be an integer, a string buffer, or\nNone, optlen.',
    setOption,
  );
  type.method(
    '@settimeout(self, timeout, /)',
    "settimeout(timeout)\n\nSet a timeout on socket operations.  'timeout' can be a float,\ngiving in seconds, or None.  Setting a timeout of None disables\nthe timeout feature and is equivalent to setblocking(1).\nSetting a timeout of zero is the same as setblocking(0).",
    (self, timeout) => {
      const seconds = timeoutArgument(timeout);
      return seconds === EXIT ? EXIT : setTimeout(self, seconds as number);
    },
  );
  type.method(
    'gettimeout(self, /)',
    'gettimeout() -> timeout\n\nReturns the timeout in seconds (float) associated with socket\noperations. A timeout of None indicates that timeouts on socket\noperations are disabled.',
    (self) => timeoutValue(self.timeout),
  );
  type.method(
    '@setblocking(self, flag: bool, /)',
    'setblocking(flag)\n\nSet the socket to blocking (flag is true) or non-blocking (false).\nsetblocking(True) is equivalent to settimeout(None);\nsetblocking(False) is equivalent to settimeout(0.0).',
    (self, isBlocking) => setTimeout(self, isBlocking ? WITHOUT_END : 0),
  );
  type.method(
    'getblocking(self, /)',
    'getblocking()\n\nReturns True if socket is in blocking mode, or False if it\nis in non-blocking mode.',
    (self) => self.timeout !== 0,
  );
  type.getset('timeout', 'the socket timeout', (self) => timeoutValue(self.timeout));
}
