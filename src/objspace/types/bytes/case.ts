/** ASCII case and character classes of bytes, on plain arrays. */
import { isSpaceByte } from './split.ts';
import { copyBytes } from '../../../util/copy-bytes.ts';
import { fillBytes, newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);

const raise = (byte: number): number => (isLower(byte) ? byte - 32 : byte);
const lower = (byte: number): number => (isUpper(byte) ? byte + 32 : byte);

/** Bytes that are looked at between two reports of work. */
const PIECE = 1 << 14;

/** The bytes that `change` makes of each, one after the other. */
function changed(data: Uint8Array, change: (byte: number) => number): Uint8Array {
  const result = newBytes(data.length);
  for (let index = 0; index < data.length; index++) {
    if ((index & (PIECE - 1)) === PIECE - 1) worked(PIECE);
    result[index] = change(data[index]);
  }
  return result;
}

export function upperBytes(data: Uint8Array): Uint8Array {
  return changed(data, raise);
}

export function lowerBytes(data: Uint8Array): Uint8Array {
  return changed(data, lower);
}

export function swapCaseBytes(data: Uint8Array): Uint8Array {
  return changed(data, (byte) => (isUpper(byte) ? byte + 32 : raise(byte)));
}

export function capitalizeBytes(data: Uint8Array): Uint8Array {
  const result = changed(data, lower);
  if (result.length > 0) result[0] = raise(data[0]);
  return result;
}

export function titleBytes(data: Uint8Array): Uint8Array {
  let inWord = false;
  return changed(data, (byte) => {
    const result = inWord ? lower(byte) : raise(byte);
    inWord = isAlpha(byte);
    return result;
  });
}

const all = (data: Uint8Array, test: (byte: number) => boolean): boolean =>
  data.length > 0 && !some(data, (byte) => !test(byte));

function some(data: Uint8Array, test: (byte: number) => boolean): boolean {
  for (let start = 0; start < data.length; start += PIECE) {
    if (data.subarray(start, start + PIECE).some(test)) return true;
    worked(Math.min(PIECE, data.length - start));
  }
  return false;
}

export const isAlphanumericBytes = (data: Uint8Array): boolean => all(data, (byte) => isAlpha(byte) || isDigit(byte));
export const isAlphaBytes = (data: Uint8Array): boolean => all(data, isAlpha);
export const isDigitBytes = (data: Uint8Array): boolean => all(data, isDigit);
export const isSpaceBytes = (data: Uint8Array): boolean => all(data, isSpaceByte);
export const isUpperBytes = (data: Uint8Array): boolean => some(data, isUpper) && !some(data, isLower);
export const isLowerBytes = (data: Uint8Array): boolean => some(data, isLower) && !some(data, isUpper);

export function isAsciiBytes(data: Uint8Array): boolean {
  for (let index = 0; index < data.length; index++) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    if (data[index] >= 0x80) return false;
  }
  return true;
}

export function isTitleBytes(data: Uint8Array): boolean {
  let inWord = false;
  let seen = false;
  for (const byte of data) {
    worked(1);
    if (isAlpha(byte)) {
      if (isUpper(byte) === inWord) return false;
      seen = true;
      inWord = true;
    } else {
      inWord = false;
    }
  }
  return seen;
}

/** Calls `tab` with the place of each tab, and the number of spaces for it. */
function eachTab(data: Uint8Array, size: number, tab: (index: number, spaces: number) => void): void {
  let column = 0;
  for (let index = 0; index < data.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const byte = data[index];
    if (byte === 9) {
      const count = size > 0 ? size - (column % size) : 0;
      tab(index, count);
      column += count;
    } else column = byte === 10 || byte === 13 ? 0 : column + 1;
  }
}

export function expandTabs(data: Uint8Array, size: number): Uint8Array {
  let length = data.length;
  eachTab(data, size, (_, spaces) => {
    length += spaces - 1;
  });
  const result = newBytes(length);
  let from = 0;
  let to = 0;
  eachTab(data, size, (index, spaces) => {
    result.set(data.subarray(from, index), to);
    to += index - from;
    result.fill(32, to, to + spaces);
    to += spaces;
    from = index + 1;
  });
  result.set(data.subarray(from), to);
  return result;
}

/** Leading zeros behind a sign. */
export function zeroFill(data: Uint8Array, width: number): Uint8Array {
  const fill = width - data.length;
  if (fill <= 0) return data.slice();
  const result = newBytes(width);
  fillBytes(result, 48, 0, fill);
  copyBytes(data, result, fill);
  const sign = data[0];
  if (sign === 43 || sign === 45) {
    result[fill] = 48;
    result[0] = sign;
  }
  return result;
}

/** Padding on the left and right with a fill byte. */
export function padBytes(data: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const result = newBytes(left + data.length + right);
  fillBytes(result, fill, 0, left);
  copyBytes(data, result, left);
  fillBytes(result, fill, left + data.length);
  return result;
}
