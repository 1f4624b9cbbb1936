/** UTF-16 and UTF-32, with and without byte order mark. Byte order: -1 little endian, 1 big endian, 0 native with a mark. */
import { EXIT, type Exit } from '../object.ts';
import { isAscii, isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { type Text, unitsOf } from '../types/str/text.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { EncodeContext } from './encode-context.ts';
import { textOfUnits } from './point-sink.ts';
import { worked } from '../../util/work.ts';

export type ByteOrder = -1 | 0 | 1;

export interface WideDecoded extends Decoded {
  /** The order found: as given, or what the mark said. */
  readonly order: ByteOrder;
}

function suffix(order: ByteOrder): string {
  return order === 0 ? '' : order < 0 ? '-le' : '-be';
}

// ── UTF-16 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function unitAt(data: Uint8Array, position: number, isBig: boolean): number {
  return isBig ? (data[position] << 8) | data[position + 1] : data[position] | (data[position + 1] << 8);
}

/** The byte order that a mark at the beginning tells, and the mark's size. */
function markOf(data: Uint8Array, size: 2 | 4): { order: ByteOrder; length: number } {
  if (data.length >= size) {
    const isLittle = data[0] === 0xff && data[1] === 0xfe && (size === 2 || (data[2] === 0 && data[3] === 0));
    const at = size - 2;
    const isBig = data[at] === 0xfe && data[at + 1] === 0xff && (size === 2 || (data[0] === 0 && data[1] === 0));
    if (isLittle) return { order: -1, length: size };
    if (isBig) return { order: 1, length: size };
  }
  return { order: 0, length: 0 };
}

export function decodeUtf16(data: Uint8Array, errors: string, isFinal: boolean, given: ByteOrder): WideDecoded | Exit {
  const mark = given === 0 ? markOf(data, 2) : { order: given, length: 0 };
  const isBig = mark.order === 1;
  const clean = cleanUtf16(data, mark.length, isBig);
  if (clean !== undefined) return { text: clean, consumed: data.length, order: mark.order };
  const context = new DecodeContext(isBig ? 'utf-16-be' : 'utf-16-le', data, errors);
  const decoded = decodeUnits(context, mark.length, isBig, isFinal);
  return decoded === EXIT ? EXIT : { ...(decoded as Decoded), order: mark.order };
}

/** The text where there is no surrogate at all. */
function cleanUtf16(data: Uint8Array, start: number, isBig: boolean): string | undefined {
  if (data.length % 2 !== 0) return undefined;
  const units = new Uint16Array((data.length - start) >> 1);
  for (let index = 0, position = start; index < units.length; index++, position += 2) {
    if ((index & 0x3fff) === 0x3fff) worked(0x4000);
    const unit = unitAt(data, position, isBig);
    if ((unit & 0xf800) === 0xd800) return undefined;
    units[index] = unit;
  }
  return textOfUnits(units);
}

/** Why no character stands at the position, and up to where; `undefined` if one does. */
function utf16Error(
  data: Uint8Array,
  position: number,
  isBig: boolean,
): { end: number; reason: string; isEnd: boolean } | undefined {
  const left = data.length - position;
  if (left < 2) return { end: data.length, reason: 'truncated data', isEnd: true };
  const unit = unitAt(data, position, isBig);
  if (isLowSurrogate(unit)) return { end: position + 2, reason: 'illegal encoding', isEnd: false };
  if (!isHighSurrogate(unit)) return undefined;
  if (left < 4) return { end: data.length, reason: 'unexpected end of data', isEnd: true };
  if (isLowSurrogate(unitAt(data, position + 2, isBig))) return undefined;
  return { end: position + 2, reason: 'illegal UTF-16 surrogate', isEnd: false };
}

function decodeUnits(context: DecodeContext, start: number, isBig: boolean, isFinal: boolean): Decoded | Exit {
  let position = start;
  while (position < context.data.length) {
    worked(2);
    const data = context.data;
    const problem = utf16Error(data, position, isBig);
    if (problem === undefined) {
      const unit = unitAt(data, position, isBig);
      const isPair = isHighSurrogate(unit);
      context.sink.push(isPair ? 0x10000 + ((unit & 0x3ff) << 10) + (unitAt(data, position + 2, isBig) & 0x3ff) : unit);
      position += isPair ? 4 : 2;
      continue;
    }
    if (problem.isEnd && !isFinal) break;
    const next = context.fail(position, problem.end, problem.reason);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return context.finish(position);
}

const isSurrogate = (point: number): boolean => (point & 0xfffff800) === 0xd800;

/** Encodes with `put` for each code point that is no lone surrogate. */
function encodeWide(context: EncodeContext, put: (point: number) => void): Uint8Array | Exit {
  const { points } = context;
  const append = (replacement: Text): boolean => {
    const units = unitsOf(replacement);
    if (!isAscii(units)) return false;
    for (let index = 0; index < units.length; index++) put(units.charCodeAt(index));
    return true;
  };
  let position = 0;
  while (position < points.length) {
    worked(2);
    if (!isSurrogate(points[position])) {
      put(points[position++]);
      continue;
    }
    const next = context.fail(position, position + 1, 'surrogates not allowed', append);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return context.sink.finish();
}

export function encodeUtf16(text: Text, errors: string, order: ByteOrder): Uint8Array | Exit {
  const context = new EncodeContext(`utf-16${suffix(order)}`, text, errors, 2);
  const { sink } = context;
  const isBig = order === 1;
  const putUnit = (unit: number): void => {
    sink.push(isBig ? unit >> 8 : unit & 0xff);
    sink.push(isBig ? unit & 0xff : unit >> 8);
  };
  if (order === 0) putUnit(0xfeff);
  return encodeWide(context, (point) => {
    if (point < 0x10000) {
      putUnit(point);
      return;
    }
    putUnit(0xd7c0 + (point >> 10));
    putUnit(0xdc00 | (point & 0x3ff));
  });
}

// ── UTF-32 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function pointAt(data: Uint8Array, position: number, isBig: boolean): number {
  const [a, b, c, d] = [data[position], data[position + 1], data[position + 2], data[position + 3]];
  return (isBig ? (a << 24) | (b << 16) | (c << 8) | d : (d << 24) | (c << 16) | (b << 8) | a) >>> 0;
}

function utf32Error(
  data: Uint8Array,
  position: number,
  isBig: boolean,
): { end: number; reason: string; isEnd: boolean } | undefined {
  if (data.length - position < 4) return { end: data.length, reason: 'truncated data', isEnd: true };
  const point = pointAt(data, position, isBig);
  if (isSurrogate(point)) {
    return { end: position + 4, reason: 'code point in surrogate code point range(0xd800, 0xe000)', isEnd: false };
  }
  return point > 0x10ffff
    ? { end: position + 4, reason: 'code point not in range(0x110000)', isEnd: false }
    : undefined;
}

export function decodeUtf32(data: Uint8Array, errors: string, isFinal: boolean, given: ByteOrder): WideDecoded | Exit {
  const mark = given === 0 ? markOf(data, 4) : { order: given, length: 0 };
  const isBig = mark.order === 1;
  const context = new DecodeContext(isBig ? 'utf-32-be' : 'utf-32-le', data, errors);
  let position = mark.length;
  while (position < context.data.length) {
    worked(2);
    const problem = utf32Error(context.data, position, isBig);
    if (problem === undefined) {
      context.sink.push(pointAt(context.data, position, isBig));
      position += 4;
      continue;
    }
    if (problem.isEnd && !isFinal) break;
    const next = context.fail(position, problem.end, problem.reason);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return { ...context.finish(position), order: mark.order };
}

export function encodeUtf32(text: Text, errors: string, order: ByteOrder): Uint8Array | Exit {
  const context = new EncodeContext(`utf-32${suffix(order)}`, text, errors, 4);
  const { sink } = context;
  const put = (point: number): void => {
    const bytes = [point & 0xff, (point >> 8) & 0xff, point >> 16, 0];
    if (order === 1) bytes.reverse();
    for (const byte of bytes) sink.push(byte);
  };
  if (order === 0) put(0xfeff);
  return encodeWide(context, put);
}
