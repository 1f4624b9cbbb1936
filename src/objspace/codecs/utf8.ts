/** UTF-8. Clean input goes through the host's TextDecoder and TextEncoder; what they refuse is done here, with Python's error ranges. */
import { hasLoneSurrogate } from '../../util/surrogates.ts';
import { EXIT, type Exit } from '../object.ts';
import { PyStr, strFromText, type Text } from '../types/str/text.ts';
import { isAscii, isHighSurrogate } from '../../util/code-points.ts';
import { concatBytes } from '../types/bytes/search.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { EncodeContext } from './encode-context.ts';
import { isEscapedByte } from './handlers.ts';
import { textOfUnits } from './point-sink.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Below this a loop is faster than the host. */
const SHORT = 48;

const ENCODING = 'utf-8';

/** The text of bytes that are ASCII, or undefined. */
function decodeShortAscii(data: Uint8Array): string | undefined {
  for (let index = 0; index < data.length; index++) if (data[index] >= 0x80) return undefined;
  return textOfUnits(data);
}

/** The text of well-formed UTF-8, or undefined. */
export function decodeCleanUtf8(data: Uint8Array): Text | undefined {
  if (data.length <= SHORT) {
    const ascii = decodeShortAscii(data);
    if (ascii !== undefined) return ascii;
  }
  try {
    return data.length > PIECE ? decodePieces(data) : strFromText(decoder.decode(data));
  } catch (thrown) {
    if (thrown instanceof TypeError) return undefined;
    throw thrown;
  }
}

/** Bytes that are decoded in one go, and the work of it. */
const PIECE = 1 << 20;
const PIECE_WORK = PIECE >> 3;

function decodePieces(data: Uint8Array): Text {
  let text = '';
  let isWide = false;
  for (let start = 0; start < data.length; ) {
    const end = boundaryBefore(data, start + PIECE);
    const piece = strFromText(decoder.decode(data.subarray(start, end)));
    if (typeof piece !== 'string') isWide = true;
    text += typeof piece === 'string' ? piece : piece.text;
    start = end;
    worked(PIECE_WORK);
  }
  return isWide ? new PyStr(text) : text;
}

/** The last place up to `end` that is in no sequence of well-formed bytes. */
function boundaryBefore(data: Uint8Array, end: number): number {
  if (end >= data.length) return data.length;
  for (let back = 0; back < 4; back++) if ((data[end - back] & 0xc0) !== 0x80) return end - back;
  return end;
}

export function decodeUtf8(data: Uint8Array, errors: string, isFinal: boolean): Decoded | Exit {
  const clean = decodeCleanUtf8(data);
  if (clean !== undefined) return { text: clean, consumed: data.length };
  return decodeWithErrors(data, errors, isFinal);
}

/** How the bytes at a position go wrong. */
const UNEXPECTED_END = 'unexpected end of data';
const INVALID_START = 'invalid start byte';
const INVALID_CONTINUATION = 'invalid continuation byte';

/** Bytes of the sequence that a start byte announces; 0 if it announces none. */
function announcedLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2) return 0;
  if (byte < 0xe0) return 2;
  if (byte < 0xf0) return 3;
  return byte < 0xf5 ? 4 : 0;
}

/** Whether `byte` can be the second one after `first`: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
function isSecond(first: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false;
  switch (first) {
    case 0xe0:
      return byte >= 0xa0;
    case 0xed:
      return byte < 0xa0;
    case 0xf0:
      return byte >= 0x90;
    case 0xf4:
      return byte < 0x90;
    default:
      return true;
  }
}

/** Number of bytes from `start` on that begin a well-formed sequence, at most `length`. */
function wellFormed(data: Uint8Array, start: number, length: number): number {
  let count = 1;
  while (count < length && start + count < data.length) {
    const byte = data[start + count];
    const fits = count === 1 ? isSecond(data[start], byte) : (byte & 0xc0) === 0x80;
    if (!fits) return count;
    count++;
  }
  return count;
}

/** Two of the three bytes of a surrogate at the end: what follows may make them one that a handler lets pass. */
function isCutSurrogate(data: Uint8Array, position: number): boolean {
  return data[position] === 0xed && data.length - position === 2 && (data[position + 1] & 0xe0) === 0xa0;
}

function pointOf(data: Uint8Array, start: number, length: number): number {
  let point = data[start] & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) point = (point << 6) | (data[start + index] & 0x3f);
  return length === 1 ? data[start] : point;
}

function decodeWithErrors(input: Uint8Array, errors: string, isFinal: boolean): Decoded | Exit {
  const context = new DecodeContext(ENCODING, input, errors);
  let position = 0;
  while (position < context.data.length) {
    worked(2);
    const data = context.data;
    const length = announcedLength(data[position]);
    const valid = length === 0 ? 0 : wellFormed(data, position, length);
    if (valid === length && length > 0) {
      context.sink.push(pointOf(data, position, length));
      position += length;
      continue;
    }
    const atEnd = length > 0 && position + valid === data.length;
    if (!isFinal && (atEnd || isCutSurrogate(data, position))) break;
    const reason = length === 0 ? INVALID_START : atEnd ? UNEXPECTED_END : INVALID_CONTINUATION;
    const next = context.fail(position, position + Math.max(valid, 1), reason);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return context.finish(position);
}

// ── Encoding ───────────────────────────────────────────────────────────────────────────────────────────────────────

function encodeShortAscii(text: string): Uint8Array | undefined {
  const bytes = newBytes(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return undefined;
    bytes[index] = code;
  }
  return bytes;
}

/** The bytes of a text without lone surrogates, or undefined. */
export function encodeCleanUtf8(text: Text): Uint8Array | undefined {
  if (typeof text === 'string') {
    if (text.length <= SHORT) {
      const ascii = encodeShortAscii(text);
      if (ascii !== undefined) return ascii;
    }
    return text.length > PIECE ? encodePieces(text, true) : encoder.encode(text);
  }
  if (text.splits.length > 0) return undefined;
  if (text.text.length > PIECE) return encodePieces(text.text, false);
  return hasLoneSurrogate(text.text) ? undefined : encoder.encode(text.text);
}

/** A long text; undefined where it has lone surrogates, as one that is plain has not. */
function encodePieces(text: string, isPlain: boolean): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < text.length; ) {
    // A pair stays together.
    const full = start + PIECE;
    const end = full < text.length && isHighSurrogate(text.charCodeAt(full - 1)) ? full - 1 : full;
    const piece = text.slice(start, end);
    if (!isPlain && hasLoneSurrogate(piece)) return undefined;
    pieces.push(encoder.encode(piece));
    start = end;
    worked(PIECE_WORK);
  }
  return concatBytes(pieces);
}

export function encodeUtf8(text: Text, errors: string): Uint8Array | Exit {
  return encodeCleanUtf8(text) ?? encodeWithErrors(text, errors);
}

const isSurrogate = (point: number): boolean => (point & 0xfffff800) === 0xd800;

function encodeWithErrors(text: Text, errors: string): Uint8Array | Exit {
  const context = new EncodeContext(ENCODING, text, errors);
  const { points, sink } = context;
  const append = (replacement: Text): boolean => {
    if (typeof replacement !== 'string' || !isAscii(replacement)) return false;
    sink.appendText(replacement);
    return true;
  };
  let position = 0;
  while (position < points.length) {
    worked(2);
    if (!isSurrogate(points[position])) {
      pushPoint(context, points[position++]);
      continue;
    }
    let end = position + 1;
    while (end < points.length && isSurrogate(points[end])) end++;
    if (errors === 'surrogateescape') {
      while (position < end && isEscapedByte(points[position])) sink.push(points[position++] - 0xdc00);
      if (position === end) continue;
    }
    const next = context.fail(position, end, 'surrogates not allowed', append);
    if (next === EXIT) return EXIT;
    position = next as number;
  }
  return sink.finish();
}

function pushPoint({ sink }: EncodeContext, point: number): void {
  if (point < 0x80) {
    sink.push(point);
    return;
  }
  if (point < 0x800) {
    sink.push(0xc0 | (point >> 6));
  } else {
    if (point < 0x10000) {
      sink.push(0xe0 | (point >> 12));
    } else {
      sink.push(0xf0 | (point >> 18));
      sink.push(0x80 | ((point >> 12) & 0x3f));
    }
    sink.push(0x80 | ((point >> 6) & 0x3f));
  }
  sink.push(0x80 | (point & 0x3f));
}
