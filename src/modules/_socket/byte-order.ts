/** `htons` and its relatives: little-endian machines swap, and Typhon is one. */
import { error, orThrow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';

/** An int of so many bits; throws the Python exception where it has more or is negative. */
export function unsigned(value: Value, bits: number, typeName: string): number {
  const number = orThrow(toInt(value)) as number | bigint;
  if (number < 0) throw error('ValueError', 'Cannot convert negative int');
  if (number >= 2 ** bits) throw error('OverflowError', `Python int too large for C ${typeName}`);
  return Number(number);
}

function swapped16(value: number): number {
  return ((value & 255) << 8) | (value >> 8);
}

function swapped32(value: number): number {
  return swapped16(value & 0xffff) * 65536 + swapped16(value >>> 16);
}

export function defineByteOrder(module: ModuleBuilder): void {
  const short = (value: Value) => swapped16(unsigned(value, 16, 'uint16_t'));
  const long = (value: Value) => swapped32(unsigned(value, 32, 'uint32_t'));
  module.function('ntohs(integer, /)', 'Convert a 16-bit unsigned integer from network to host byte order.', short);
  module.function('ntohl(integer, /)', 'Convert a 32-bit unsigned integer from network to host byte order.', long);
  module.function('htons(integer, /)', 'Convert a 16-bit unsigned integer from host to network byte order.', short);
  module.function('htonl(integer, /)', 'Convert a 32-bit unsigned integer from host to network byte order.', long);
}
