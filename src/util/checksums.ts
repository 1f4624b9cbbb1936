/** Checksums: CRC-32 (of gzip, PNG ...), Adler-32 (of zlib) and the 16-bit CRC of BinHex. */
import { worked } from './work.ts';

/** Bytes that are counted as work at a time: Adler's sums of so many stay within 32 bits. */
const BLOCK = 3800;

let table: Uint32Array | undefined;

function crcTable(): Uint32Array {
  if (table !== undefined) return table;
  table = new Uint32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[index] = value >>> 0;
  }
  return table;
}

/** Goes on from `start`, the checksum so far. */
export function crc32(data: Uint8Array, start = 0): number {
  const entries = crcTable();
  let crc = ~start;
  for (let from = 0; from < data.length; from += BLOCK) {
    const end = Math.min(from + BLOCK, data.length);
    for (let index = from; index < end; index++) crc = (crc >>> 8) ^ entries[(crc ^ data[index]) & 0xff];
    worked((end - from) >> 2);
  }
  return ~crc >>> 0;
}

const MODULUS = 65521;

/** Goes on from `start`, the checksum so far. */
export function adler32(data: Uint8Array, start = 1): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (let from = 0; from < data.length; from += BLOCK) {
    const end = Math.min(from + BLOCK, data.length);
    worked((end - from) >> 2);
    for (let index = from; index < end; index++) {
      low += data[index];
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}

const POLYNOMIAL = 0x1021;

export function crcHqx(data: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (let index = 0; index < data.length; index++) {
    if (index % BLOCK === BLOCK - 1) worked(BLOCK);
    crc ^= data[index] << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ POLYNOMIAL) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
