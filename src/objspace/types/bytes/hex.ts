/** Hexadecimal text of bytes and back: `hex(sep, bytes_per_sep)` of all bytes-like types, `fromhex`. */
import { intArgument } from './allocate.ts';
import { PyBytes } from './bytes.ts';
import { tryBytesOf } from '../../buffer.ts';
import { error, orThrow } from '../../exception.ts';
import type { Value } from '../../object.ts';
import { len, typeName } from '../../operations.ts';
import { isText, textOf } from '../str/text.ts';
import { slicedBytes } from '../../../util/copy-bytes.ts';
import { Joiner } from '../../../util/joiner.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { CHARACTERS_WORK, LONG_TEXT, worked } from '../../../util/work.ts';

const DIGITS = '0123456789abcdef';
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => DIGITS[byte >> 4] + DIGITS[byte & 15]);
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));

/** Up to so many bytes their pairs of digits are put together one by one. */
const FEW = 24;
/** Bytes whose digits are decoded at once, and the work of it. */
const PIECE = 1 << 12;
const PIECE_WORK = 1 << 10;

export function plainHex(data: Uint8Array): string {
  return data.length > FEW ? hexInPieces(data) : hexOfFew(data);
}

function hexOfFew(data: Uint8Array): string {
  let text = '';
  for (let index = 0; index < data.length; index++) text += PAIRS[data[index]];
  return text;
}

/** Pairs of many bytes, each of them a concatenation, would be garbage that the engine's collector takes longer for than we for the digits. */
function hexInPieces(data: Uint8Array): string {
  let text = '';
  for (let start = 0; start < data.length; start += PIECE) {
    if (start > 0) worked(PIECE_WORK);
    text += hexOfPiece(data, start, Math.min(start + PIECE, data.length));
  }
  return text;
}

const digits = new Uint8Array(2 * PIECE);
const decoder = new TextDecoder();

function hexOfPiece(data: Uint8Array, start: number, end: number): string {
  let length = 0;
  for (let index = start; index < end; index++) {
    const byte = data[index];
    digits[length++] = CODES[byte >> 4];
    digits[length++] = CODES[byte & 15];
  }
  return decoder.decode(digits.subarray(0, length));
}

/** Work of making one group. */
const GROUP_WORK = 8;

function separatorOf(separator: Value): string {
  const length = orThrow(len(separator)) as number;
  if (length !== 1) throw error('ValueError', 'sep must be length 1.');
  if (isText(separator)) return asciiSeparator(textOf(separator));
  if (!(separator instanceof PyBytes)) throw error('TypeError', 'sep must be str or bytes.');
  return asciiSeparator(String.fromCharCode(separator.data[0]));
}

function asciiSeparator(text: string): string {
  if (text.charCodeAt(0) >= 0x80) throw error('ValueError', 'sep must be ASCII.');
  return text;
}

/** `hex()` with its arguments; throws Python exceptions. Groups count from the right, for a negative size from the left. */
export function hexText(data: Uint8Array, separator: Value | undefined, bytesPerSeparator: Value): string {
  const group = orThrow(intArgument(bytesPerSeparator)) as number;
  if (separator === undefined) return plainHex(data);
  const mark = separatorOf(separator);
  const size = Math.abs(group);
  if (size === 0 || size >= data.length) return plainHex(data);
  const joiner = new Joiner(mark);
  let position = group < 0 ? 0 : data.length % size;
  if (position > 0) joiner.add(plainHex(data.subarray(0, position)));
  for (; position < data.length; position += size) {
    worked(GROUP_WORK + (size >> 2));
    joiner.add(plainHex(data.subarray(position, position + size)));
  }
  return joiner.finish();
}

function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function isSpaceCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** `fromhex`; throws Python exceptions. */
export function bytesFromHex(source: Value): Uint8Array {
  if (isText(source)) {
    const text = textOf(source);
    // Found before anything else is wrong.
    const foreign = foreignIn(text);
    if (foreign >= 0) throw notHexadecimal(foreign);
    return parseHex(text.length, (index) => text.charCodeAt(index));
  }
  const buffer = tryBytesOf(source);
  if (buffer === undefined)
    throw error('TypeError', `fromhex() argument must be str or bytes-like, not ${typeName(source)}`);
  const data = (orThrow(buffer) as { data: Uint8Array }).data;
  return parseHex(data.length, (index) => data[index]);
}

/** The offset of a character beyond ASCII, or -1. */
function foreignIn(text: string): number {
  if (text.length < LONG_TEXT) return text.search(FOREIGN);
  for (let start = 0; start < text.length; start += LONG_TEXT) {
    const found = text.slice(start, start + LONG_TEXT).search(FOREIGN);
    if (found >= 0) return start + found;
    worked(CHARACTERS_WORK);
  }
  return -1;
}

const FOREIGN = /[^\0-\x7f]/;

function parseHex(length: number, codeAt: (index: number) => number): Uint8Array {
  const result = newBytes(length >> 1);
  let count = 0;
  let position = 0;
  for (let steps = 1; position < length; steps++) {
    if ((steps & 0x3fff) === 0) worked(0x4000);
    if (isSpaceCode(codeAt(position))) {
      position++;
      continue;
    }
    const high = digitValue(codeAt(position));
    if (high < 0) throw notHexadecimal(position);
    if (position + 1 === length)
      throw error('ValueError', 'fromhex() arg must contain an even number of hexadecimal digits');
    const low = digitValue(codeAt(position + 1));
    if (low < 0) throw notHexadecimal(position + 1);
    result[count++] = high * 16 + low;
    position += 2;
  }
  return count === result.length ? result : slicedBytes(result, 0, count);
}

function notHexadecimal(position: number): Value & object {
  return error('ValueError', `non-hexadecimal number found in fromhex() arg at position ${position}`);
}
