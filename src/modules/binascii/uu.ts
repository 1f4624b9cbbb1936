/** A line of uuencoded data: a length, then groups of four characters of six bits each. */
import { binasciiError } from './errors.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

const MAX_LINE = 45;
const BACKTICK = 96;

export function encodeUu(data: Uint8Array, usesBacktick: boolean): Uint8Array {
  if (data.length > MAX_LINE) throw binasciiError.error('At most 45 bytes at once');
  const character = (bits: number): number => (bits === 0 && usesBacktick ? BACKTICK : bits + 32);
  const line = [character(data.length)];
  for (let index = 0; index < data.length; index += 3) {
    worked(1);
    const group = (data[index] << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0);
    line.push(
      character(group >> 18),
      character((group >> 12) & 63),
      character((group >> 6) & 63),
      character(group & 63),
    );
  }
  line.push(10);
  return Uint8Array.from(line);
}

const isLineEnd = (byte: number | undefined): boolean => byte === undefined || byte === 10 || byte === 13;

/** Six bits of a character; what is missing at the end of a line counts as zero. */
function bitsOf(byte: number | undefined): number {
  if (isLineEnd(byte)) return 0;
  if (byte! < 32 || byte! > 96) throw binasciiError.error('Illegal char');
  return (byte! - 32) & 63;
}

/** Throws binascii.Error. */
export function decodeUu(data: Uint8Array): Uint8Array {
  if (data.length === 0) throw binasciiError.error('Missing length byte');
  const length = (data[0] - 32) & 63;
  const result = newBytes(length);
  let position = 1;
  let bits = 0;
  let bitCount = 0;
  for (let count = 0; count < length; ) {
    const value = bitsOf(data[position]);
    if (!isLineEnd(data[position])) position++;
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      result[count++] = bits >> bitCount;
      bits &= (1 << bitCount) - 1;
    }
  }
  checkRest(data, position);
  return result;
}

/** Only padding may follow: some encoders write a few characters more. */
function checkRest(data: Uint8Array, start: number): void {
  for (let position = start; position < data.length; position++) {
    worked(1);
    const byte = data[position];
    if (byte !== 32 && byte !== BACKTICK && byte !== 10 && byte !== 13) throw binasciiError.error('Trailing garbage');
  }
}
