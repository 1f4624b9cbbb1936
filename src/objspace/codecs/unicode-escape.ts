/** unicode_escape and raw_unicode_escape: the escapes of string literals as codecs. */
import { lookupCharacter } from '../../util/unicode-names.ts';
import { exceptionTypes } from '../exception.ts';
import { EXIT, type Exit } from '../object.ts';
import { state } from '../state.ts';
import { pointArray, type Text } from '../types/str/text.ts';
import { ByteSink } from './byte-sink.ts';
import { DecodeContext, type Decoded } from './decode-context.ts';
import { backslashEscape } from './handlers.ts';
import { worked } from '../../util/work.ts';

const BACKSLASH = 92;

/** What one-letter escapes stand for; -1 for a line joining. */
const SIMPLE: Readonly<Record<string, number>> = {
  '\n': -1,
  '\\': 92,
  "'": 39,
  '"': 34,
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX_REASONS: Readonly<Record<string, string>> = {
  x: 'truncated \\xXX escape',
  u: 'truncated \\uXXXX escape',
  U: 'truncated \\UXXXXXXXX escape',
};

function hexValue(byte: number): number {
  const lower = byte | 32;
  if (byte >= 48 && byte <= 57) return byte - 48;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const isOctal = (byte: number): boolean => byte >= 48 && byte <= 55;

/** Number of octal digits at `position`, at most 3, and their value. */
export function readOctal(data: Uint8Array, position: number): { value: number; length: number } {
  let value = 0;
  let length = 0;
  while (length < 3 && isOctal(data[position + length])) value = value * 8 + data[position + length++] - 48;
  return { value, length };
}

/** Warns of escapes that will become errors; false if the warning was made an exception. */
export function warnOfEscape(text: string): boolean {
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], text, 1);
}

const FUTURE = 'Such sequences will not work in the future. ';

export function invalidEscape(prefix: string, escape: string, isOctalEscape: boolean): boolean {
  return warnOfEscape(
    `${prefix}"\\${escape}" is an invalid ${isOctalEscape ? 'octal ' : ''}escape sequence. ${FUTURE}`,
  );
}

class EscapeDecoder {
  private readonly context: DecodeContext;
  private readonly isFinal: boolean;
  private position: number;
  /** The first escape that should not be, for one warning at the end. */
  private invalid: { escape: string; isOctal: boolean } | undefined;

  constructor(data: Uint8Array, errors: string, isFinal: boolean) {
    this.context = new DecodeContext('unicodeescape', data, errors);
    this.isFinal = isFinal;
    this.position = 0;
    this.invalid = undefined;
  }

  run(): Decoded | Exit {
    const { context } = this;
    while (this.position < context.data.length) {
      worked(2);
      const byte = context.data[this.position];
      if (byte !== BACKSLASH) {
        context.sink.push(byte);
        this.position++;
        continue;
      }
      const step = this.escape(this.position);
      if (step === EXIT) return EXIT;
      if (!step) break;
    }
    if (this.invalid !== undefined && !invalidEscape('', this.invalid.escape, this.invalid.isOctal)) return EXIT;
    return context.finish(this.position);
  }

  /** Decodes the escape at `start`; false where more input is needed. */
  private escape(start: number): boolean | Exit {
    const { data, sink } = this.context;
    if (start + 1 >= data.length) return this.incomplete(start, data.length, '\\ at end of string');
    const character = String.fromCharCode(data[start + 1]);
    const simple = SIMPLE[character];
    if (simple !== undefined) {
      if (simple >= 0) sink.push(simple);
      this.position = start + 2;
      return true;
    }
    if (isOctal(data[start + 1])) return this.octal(start);
    if (character in HEX_DIGITS) return this.hexadecimal(start, character);
    if (character === 'N') return this.named(start);
    this.invalid ??= { escape: character, isOctal: false };
    sink.push(BACKSLASH);
    this.position = start + 1;
    return true;
  }

  private octal(start: number): boolean | Exit {
    const { data, sink } = this.context;
    const { value, length } = readOctal(data, start + 1);
    if (value > 0o377) this.invalid ??= { escape: value.toString(8), isOctal: true };
    sink.push(value);
    this.position = start + 1 + length;
    return true;
  }

  /** An error at the very end of input that is not final only asks for more. */
  private incomplete(start: number, end: number, reason: string): boolean | Exit {
    if (!this.isFinal && end === this.context.data.length) {
      this.position = start;
      return false;
    }
    return this.fail(start, end, reason);
  }

  private fail(start: number, end: number, reason: string): boolean | Exit {
    const next = this.context.fail(start, end, reason);
    if (next === EXIT) return EXIT;
    this.position = next as number;
    return true;
  }

  private hexadecimal(start: number, letter: string): boolean | Exit {
    const { data, sink } = this.context;
    const count = HEX_DIGITS[letter];
    let point = 0;
    let position = start + 2;
    for (const end = position + count; position < end; position++) {
      const digit = position < data.length ? hexValue(data[position]) : -1;
      if (digit < 0) return this.incomplete(start, position, HEX_REASONS[letter]);
      point = point * 16 + digit;
    }
    if (point > 0x10ffff) return this.fail(start, position, 'illegal Unicode character');
    sink.push(point);
    this.position = position;
    return true;
  }

  private named(start: number): boolean | Exit {
    const { data, sink } = this.context;
    const open = start + 2;
    const malformed = 'malformed \\N character escape';
    if (open >= data.length) return this.incomplete(start, open, malformed);
    if (data[open] !== 0x7b) return this.fail(start, open, malformed);
    const close = data.indexOf(0x7d, open);
    if (close < 0) return this.incomplete(start, data.length, malformed);
    if (close === open + 1) return this.fail(start, close, malformed);
    const name = String.fromCharCode(...data.subarray(open + 1, Math.min(close, open + 300)));
    const point = lookupCharacter(name);
    if (point < 0) return this.fail(start, close + 1, 'unknown Unicode character name');
    sink.push(point);
    this.position = close + 1;
    return true;
  }
}

export function decodeUnicodeEscape(data: Uint8Array, errors: string, isFinal: boolean): Decoded | Exit {
  return new EscapeDecoder(data, errors, isFinal).run();
}

const NAMED: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

export function encodeUnicodeEscape(text: Text): Uint8Array {
  const sink = new ByteSink();
  for (const point of pointArray(text)) {
    worked(2);
    if (point >= 32 && point < 127 && point !== BACKSLASH) sink.push(point);
    else sink.appendText(NAMED[point] ?? backslashEscape(point));
  }
  return sink.finish();
}

// ── Raw ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const LOWER_U = 117;
const UPPER_U = 85;

export function decodeRawUnicodeEscape(data: Uint8Array, errors: string, isFinal: boolean): Decoded | Exit {
  const context = new DecodeContext('rawunicodeescape', data, errors);
  let position = 0;
  while (position < context.data.length) {
    worked(2);
    const bytes = context.data;
    if (bytes[position] !== BACKSLASH) {
      context.sink.push(bytes[position++]);
      continue;
    }
    if (position + 1 >= bytes.length) {
      if (!isFinal) break;
      context.sink.push(bytes[position++]);
      continue;
    }
    const letter = bytes[position + 1];
    if (letter !== LOWER_U && letter !== UPPER_U) {
      context.sink.push(BACKSLASH);
      context.sink.push(letter);
      position += 2;
      continue;
    }
    const step = rawEscape(context, position, letter === LOWER_U ? 4 : 8, isFinal);
    if (step === EXIT) return EXIT;
    if (step === position) break;
    position = step as number;
  }
  return context.finish(position);
}

/** Where to go on behind the escape at `start`; `start` itself where more input is needed. */
function rawEscape(context: DecodeContext, start: number, count: number, isFinal: boolean): number | Exit {
  const { data } = context;
  let point = 0;
  let position = start + 2;
  for (const end = position + count; position < end; position++) {
    const digit = position < data.length ? hexValue(data[position]) : -1;
    if (digit < 0) {
      if (!isFinal && position >= data.length) return start;
      return context.fail(start, position, count === 4 ? HEX_REASONS['u'] : HEX_REASONS['U']);
    }
    point = point * 16 + digit;
  }
  if (point > 0x10ffff) return context.fail(start, position, '\\Uxxxxxxxx out of range');
  context.sink.push(point);
  return position;
}

export function encodeRawUnicodeEscape(text: Text): Uint8Array {
  const sink = new ByteSink();
  for (const point of pointArray(text)) {
    worked(2);
    if (point < 256) sink.push(point);
    else sink.appendText(backslashEscape(point));
  }
  return sink.finish();
}
