/**
 * The builtin error handlers on plain data: what stands for the part of the input that could not be converted.
 * `undefined` means that the handler does not know what to do, and the error is raised.
 */
import { nameOfCharacter } from '../../util/unicode-names.ts';
import { PointSink } from './point-sink.ts';
import type { Text } from '../types/str/text.ts';

const REPLACEMENT = '\ufffd';

export interface DecodeReplacement {
  readonly text: Text;
  readonly position: number;
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/** `\xe4`, `\u20ac`, `\U0001f600`. */
export function backslashEscape(point: number): string {
  if (point <= 0xff) return `\\x${hex(point, 2)}`;
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

function namedEscape(point: number): string {
  const name = nameOfCharacter(point);
  return name === undefined ? backslashEscape(point) : `\\N{${name}}`;
}

const isSurrogate = (point: number): boolean => (point & 0xfffff800) === 0xd800;

// ── Decoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Bytes that surrogateescape takes at once. */
const MAX_ESCAPED = 4;

function escapeBytes(data: Uint8Array, start: number, end: number): DecodeReplacement | undefined {
  const sink = new PointSink();
  let position = start;
  const stop = Math.min(end, start + MAX_ESCAPED);
  while (position < stop && data[position] >= 0x80) sink.push(0xdc00 + data[position++]);
  return position === start ? undefined : { text: sink.finish(), position };
}

type Unit = 'utf-8' | 'utf-16-le' | 'utf-16-be' | 'utf-32-le' | 'utf-32-be';

/** The UTF that surrogatepass has to do with; `undefined` for other encodings. */
function utfOf(encoding: string): Unit | undefined {
  const match = /^utf[-_]?(8|16|32)(?:[-_]?(le|be))?$/i.exec(encoding);
  if (match === null) return undefined;
  if (match[1] === '8') return match[2] === undefined ? 'utf-8' : undefined;
  return `utf-${match[1]}-${match[2]?.toLowerCase() ?? 'le'}` as Unit;
}

const UNIT_SIZE: Record<Unit, number> = { 'utf-8': 3, 'utf-16-le': 2, 'utf-16-be': 2, 'utf-32-le': 4, 'utf-32-be': 4 };

function surrogateIn(data: Uint8Array, start: number, unit: Unit): number {
  const [a, b, c, d] = [data[start], data[start + 1], data[start + 2], data[start + 3]];
  switch (unit) {
    case 'utf-8':
      return (a & 0xf0) === 0xe0 && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80
        ? ((a & 15) << 12) | ((b & 63) << 6) | (c & 63)
        : 0;
    case 'utf-16-le':
      return a | (b << 8);
    case 'utf-16-be':
      return (a << 8) | b;
    case 'utf-32-le':
      return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    case 'utf-32-be':
      return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }
}

function passSurrogate(encoding: string, data: Uint8Array, start: number): DecodeReplacement | undefined {
  const unit = utfOf(encoding);
  if (unit === undefined || data.length - start < UNIT_SIZE[unit]) return undefined;
  const point = surrogateIn(data, start, unit);
  if (!isSurrogate(point)) return undefined;
  const sink = new PointSink();
  sink.push(point);
  return { text: sink.finish(), position: start + UNIT_SIZE[unit] };
}

/** Names that decodeReplacement and encodeReplacement know. */
export const BUILTIN_HANDLERS: ReadonlySet<string> = new Set([
  'strict',
  'ignore',
  'replace',
  'xmlcharrefreplace',
  'backslashreplace',
  'namereplace',
  'surrogatepass',
  'surrogateescape',
]);

export function decodeReplacement(
  errors: string,
  encoding: string,
  data: Uint8Array,
  start: number,
  end: number,
): DecodeReplacement | undefined {
  switch (errors) {
    case 'ignore':
      return { text: '', position: end };
    case 'replace':
      return { text: REPLACEMENT, position: end };
    case 'backslashreplace':
      return { text: Array.from(data.subarray(start, end), backslashEscape).join(''), position: end };
    case 'surrogateescape':
      return escapeBytes(data, start, end);
    case 'surrogatepass':
      return passSurrogate(encoding, data, start);
  }
  return undefined;
}

// ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface EncodeReplacement {
  /** Text to be encoded in its turn, or bytes as they are. */
  readonly text: Text | undefined;
  readonly bytes: Uint8Array | undefined;
  readonly position: number;
}

function surrogateBytes(point: number, unit: Unit): number[] {
  const [low, high] = [point & 0xff, point >> 8];
  switch (unit) {
    case 'utf-8':
      return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)];
    case 'utf-16-le':
      return [low, high];
    case 'utf-16-be':
      return [high, low];
    case 'utf-32-le':
      return [low, high, 0, 0];
    case 'utf-32-be':
      return [0, 0, high, low];
  }
}

function passedSurrogates(encoding: string, points: readonly number[]): Uint8Array | undefined {
  const unit = utfOf(encoding);
  if (unit === undefined || !points.every(isSurrogate)) return undefined;
  return Uint8Array.from(points.flatMap((point) => surrogateBytes(point, unit)));
}

export function isEscapedByte(point: number): boolean {
  return point >= 0xdc80 && point <= 0xdcff;
}

/** `points` are the code points at start..end. */
export function encodeReplacement(
  errors: string,
  encoding: string,
  points: readonly number[],
  end: number,
): EncodeReplacement | undefined {
  const text = (replacement: string): EncodeReplacement => ({ text: replacement, bytes: undefined, position: end });
  const bytes = (replacement: Uint8Array | undefined): EncodeReplacement | undefined =>
    replacement === undefined ? undefined : { text: undefined, bytes: replacement, position: end };
  switch (errors) {
    case 'ignore':
      return text('');
    case 'replace':
      return text('?'.repeat(points.length));
    case 'xmlcharrefreplace':
      return text(points.map((point) => `&#${point};`).join(''));
    case 'backslashreplace':
      return text(points.map(backslashEscape).join(''));
    case 'namereplace':
      return text(points.map(namedEscape).join(''));
    case 'surrogateescape':
      return bytes(points.every(isEscapedByte) ? Uint8Array.from(points, (point) => point - 0xdc00) : undefined);
    case 'surrogatepass':
      return bytes(passedSurrogates(encoding, points));
  }
  return undefined;
}
