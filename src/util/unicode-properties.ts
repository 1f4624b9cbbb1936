/**
 * What str's methods ask of a character, as bits of one number: Unicode 16, as in Python 3.14, whatever the engine's own tables say.
 *
 * The table of all code points is unpacked when the first character beyond ASCII is asked for.
 */
import { RANGES } from './unicode-properties.generated.ts';
import {
  PRINTABLE as PRINTABLE_RANGES,
  type Ranges,
  unpack,
  XID_CONTINUE as XID_CONTINUE_RANGES,
  XID_START as XID_START_RANGES,
} from './unicode-ranges.ts';

export const ALPHA = 1;
export const DECIMAL = 2;
export const DIGIT = 4;
export const NUMERIC = 8;
export const LOWERCASE = 16;
export const UPPERCASE = 32;
export const TITLECASE = 64;
export const SPACE = 128;
/** A final sigma looks past it. */
export const CASE_IGNORABLE = 256;
export const PRINTABLE = 512;
export const XID_START = 1024;
export const XID_CONTINUE = 2048;
/** `str.splitlines` ends a line there. */
export const LINE_BREAK = 4096;
export const CASED = LOWERCASE | UPPERCASE | TITLECASE;
export const ALPHANUMERIC = ALPHA | DECIMAL | DIGIT | NUMERIC;

const BITS = { ALPHA, DECIMAL, DIGIT, NUMERIC, LOWERCASE, UPPERCASE, TITLECASE, SPACE, CASE_IGNORABLE } as const;
const LINE_BREAKS = [10, 11, 12, 13, 28, 29, 30, 0x85, 0x2028, 0x2029];
const POINTS = 0x110000;

let table: Uint16Array | undefined;

function mark(bits: Uint16Array, ranges: Ranges, bit: number): void {
  for (let at = 0; at < ranges.length; at += 2) {
    const end = Math.min(ranges[at + 1], bits.length);
    for (let point = ranges[at]; point < end; point++) bits[point] |= bit;
  }
}

/** The table of the first `size` code points, as the ranges say. */
export function buildTable(size: number): Uint16Array {
  const bits = new Uint16Array(size);
  for (const [name, bit] of Object.entries(BITS)) mark(bits, unpack(RANGES[name as keyof typeof RANGES]), bit);
  mark(bits, PRINTABLE_RANGES(), PRINTABLE);
  mark(bits, XID_START_RANGES(), XID_START);
  mark(bits, XID_CONTINUE_RANGES(), XID_CONTINUE);
  for (const point of LINE_BREAKS) if (point < size) bits[point] |= LINE_BREAK;
  return bits;
}

const LETTER = ALPHA | XID_START | XID_CONTINUE;
const ASCII_DIGIT = DECIMAL | DIGIT | NUMERIC | XID_CONTINUE;
const ASCII_IGNORABLE = "'.:^`";

/** By rule, since most programs never need more: the same as the tables say (test/unicode-properties.test.ts). */
function asciiProperties(point: number): number {
  let bits = point >= 32 && point < 127 ? PRINTABLE : 0;
  if (point >= 97 && point <= 122) bits |= LETTER | LOWERCASE;
  if (point >= 65 && point <= 90) bits |= LETTER | UPPERCASE;
  if (point >= 48 && point <= 57) bits |= ASCII_DIGIT;
  if ((point >= 9 && point <= 13) || (point >= 28 && point <= 32)) bits |= SPACE;
  if ((point >= 10 && point <= 13) || (point >= 28 && point <= 30)) bits |= LINE_BREAK;
  if (ASCII_IGNORABLE.includes(String.fromCharCode(point))) bits |= CASE_IGNORABLE;
  return bits;
}

const ascii = Uint16Array.from({ length: 128 }, (_, point) => asciiProperties(point));

/** The properties of a code point. */
export function propertiesOf(point: number): number {
  return point < 128 ? ascii[point] : (table ??= buildTable(POINTS))[point];
}

let decimals: Ranges | undefined;

/** The value of a decimal digit of any script, -1 for everything else. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point < 58 ? point - 48 : -1;
  if ((propertiesOf(point) & DECIMAL) === 0) return -1;
  decimals ??= unpack(RANGES.DECIMAL);
  let low = 0;
  let high = decimals.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (decimals[middle * 2] <= point) low = middle;
    else high = middle - 1;
  }
  // Digits come in tens, and a range begins with a zero.
  return (point - decimals[low * 2]) % 10;
}
