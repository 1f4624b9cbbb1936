/**
 * What string literals mean: prefixes, escape sequences, and what is wrong with them.
 *
 * Escapes are decoded straight from the source, piece by piece between backslashes; a literal without any is a slice of it.
 * Positions in messages are those of CPython, which first rewrites each non-ASCII character as an escape of ten bytes.
 */
import { BytesConstant, type StrConstant, strConstant } from '../bytecode/constants.ts';
import { isAscii, isHighSurrogate, isLowSurrogate } from '../util/code-points.ts';
import { lookupCharacter } from '../util/unicode-names.ts';
import { isHexDigit } from './character-classes.ts';
import { escapeMessage } from './escape-message.ts';
import { LiteralError } from './literal-error.ts';
import { prefixBits } from './scan-string.ts';
import { Joiner } from '../util/joiner.ts';
import { STRIDE, worked } from '../util/work.ts';

/**
 * Receives the offset of the first invalid escape sequence of a literal, and the text of the warning. `lead` is what CPython
 * forgets to count in the first line of bytes: the prefix and quotes.
 */
export type EscapeWarner = (offset: number, message: string, lead: number) => void;

const LOWER_U = 117;
const LOWER_X = 120;
const CAPITAL_N = 78;
const CAPITAL_U = 85;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const NEWLINE = 10;
const REWRITTEN_LENGTH = 10;
const REWRITTEN_BACKSLASH_LENGTH = 6;

/** Values of the escapes of one character; -1 where the character makes none. */
const SIMPLE_ESCAPES: Int16Array = new Int16Array(128).fill(-1);
for (const [character, value] of Object.entries({
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
})) {
  SIMPLE_ESCAPES[character.charCodeAt(0)] = value;
}

export interface StringExtent {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  /** Offsets of what is between the quotes. */
  readonly start: number;
  readonly end: number;
}

/** Takes apart the StringLiteral token input[start:end]. */
export function stringExtent(input: string, start: number, end: number): StringExtent {
  const quote = input[end - 1]!;
  const quoteStart = input.indexOf(quote, start);
  const bits = quoteStart === start ? 0 : prefixBits(input, start, quoteStart);
  const isTriple = end - quoteStart >= 6 && input[quoteStart + 1] === quote && input[quoteStart + 2] === quote;
  const size = isTriple ? 3 : 1;
  return { isBytes: (bits & 1) !== 0, isRaw: (bits & 2) !== 0, start: quoteStart + size, end: end - size };
}

/** The constant of the StringLiteral token input[start:end]. Throws LiteralError. */
export function parseString(
  input: string,
  start: number,
  end: number,
  warn: EscapeWarner,
): string | StrConstant | BytesConstant {
  const extent = stringExtent(input, start, end);
  if (extent.isBytes) return parseBytes(input, extent, start, warn);
  return decode(input, extent.start, extent.end, extent.isRaw, false, warn);
}

/** The text that input[start:end], a middle of an f-string, stands for. Throws LiteralError. */
export function decodeText(
  input: string,
  start: number,
  end: number,
  isRaw: boolean,
  warn: EscapeWarner,
): string | StrConstant {
  return decode(input, start, end, isRaw, true, warn);
}

function decode(
  input: string,
  start: number,
  end: number,
  isRaw: boolean,
  isMiddle: boolean,
  warn: EscapeWarner,
): string | StrConstant {
  const body = input.slice(start, end);
  if (isRaw || !body.includes('\\')) return strConstant(body);
  return new TextDecoding(body, start, isMiddle, warn).run();
}

// ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Work of decoding an escape sequence. */
const PIECE_WORK = 4;

/** One run of the decoder. Invariant: `pieces` joined is the text of body[0:offset], `length` units long. */
class TextDecoding {
  private readonly body: string;
  private readonly base: number;
  /** Of an f-string: the tokenizer has warned of backslashes before braces. */
  private readonly isMiddle: boolean;
  private readonly warn: EscapeWarner;
  private readonly pieces: Joiner;
  private readonly splits: number[];
  private length: number;
  private offset: number;
  private hasWarned: boolean;
  /** The last code unit came from an escape and is a high surrogate. */
  private endsInHigh: boolean;

  constructor(body: string, base: number, isMiddle: boolean, warn: EscapeWarner) {
    this.body = body;
    this.base = base;
    this.isMiddle = isMiddle;
    this.warn = warn;
    this.pieces = new Joiner('');
    this.splits = [];
    this.length = 0;
    this.offset = 0;
    this.hasWarned = false;
    this.endsInHigh = false;
  }

  run(): string | StrConstant {
    const { body } = this;
    for (;;) {
      worked(PIECE_WORK);
      const backslash = body.indexOf('\\', this.offset);
      const end = backslash < 0 ? body.length : backslash;
      if (end > this.offset) this.add(body.slice(this.offset, end), false);
      if (backslash < 0) return strConstant(this.pieces.finish(), this.splits);
      this.offset = backslash;
      this.decodeEscape(backslash);
    }
  }

  private add(text: string, isEscape: boolean): void {
    if (isEscape && this.endsInHigh && isLowSurrogate(text.charCodeAt(0))) this.splits.push(this.length);
    this.pieces.add(text);
    this.length += text.length;
    this.endsInHigh = isEscape && text.length === 1 && isHighSurrogate(text.charCodeAt(0));
  }

  private addUnit(code: number, end: number): void {
    this.add(String.fromCharCode(code), true);
    this.offset = end;
  }

  private decodeEscape(backslash: number): void {
    const { body } = this;
    const code = body.charCodeAt(backslash + 1);
    const simple = code < 128 ? SIMPLE_ESCAPES[code]! : -1;
    if (simple >= 0) this.addUnit(simple, backslash + 2);
    else if (code === NEWLINE) this.offset = backslash + 2;
    else if (code >= 48 && code <= 55) this.decodeOctal(backslash);
    else if (code === LOWER_X) this.decodeHex(backslash, 2, 'truncated \\xXX escape');
    else if (code === LOWER_U) this.decodeHex(backslash, 4, 'truncated \\uXXXX escape');
    else if (code === CAPITAL_U) this.decodeHex(backslash, 8, 'truncated \\UXXXXXXXX escape');
    else if (code === CAPITAL_N) this.decodeName(backslash);
    else this.keepBackslash(backslash, code);
  }

  /** No escape sequence: the backslash stands for itself. */
  private keepBackslash(backslash: number, code: number): void {
    this.addUnit(92, backslash + 1);
    const hasWarned = this.isMiddle && (code === LEFT_BRACE || code === RIGHT_BRACE);
    if (code < 128 && !hasWarned) {
      this.warnOnce(backslash, invalidEscapeMessage(String.fromCharCode(code)));
    }
  }

  private decodeOctal(backslash: number): void {
    const digits = octalDigits(this.body, backslash + 1);
    const value = Number.parseInt(digits, 8);
    if (value > 255) this.warnOnce(backslash, invalidOctalMessage(digits));
    this.addUnit(value, backslash + 1 + digits.length);
  }

  private decodeHex(backslash: number, count: number, message: string): void {
    const start = backslash + 2;
    let end = start;
    while (end < start + count && isHexDigit(this.body.charCodeAt(end))) end++;
    if (end < start + count) this.fail(backslash, end, message);
    const point = Number.parseInt(this.body.slice(start, end), 16);
    if (point > 0x10ffff) this.fail(backslash, end, 'illegal Unicode character');
    this.add(String.fromCodePoint(point), true);
    this.offset = end;
  }

  private decodeName(backslash: number): void {
    const { body } = this;
    const start = backslash + 3;
    const malformed = 'malformed \\N character escape';
    if (body.charCodeAt(backslash + 2) !== LEFT_BRACE) this.fail(backslash, backslash + 2, malformed);
    const end = body.indexOf('}', start);
    if (end === start) this.fail(backslash, start, malformed);
    if (end < 0) this.fail(backslash, body.length, malformed);
    const point = lookupCharacter(body.slice(start, end));
    if (point < 0) this.fail(backslash, end + 1, 'unknown Unicode character name');
    this.add(String.fromCodePoint(point), false);
    this.offset = end + 1;
  }

  private warnOnce(backslash: number, message: string): void {
    if (!this.hasWarned) this.warn(this.base + backslash, message, 0);
    this.hasWarned = true;
  }

  private fail(start: number, end: number, reason: string): never {
    const first = rewrittenLength(this.body, start);
    const last = first + rewrittenLength(this.body.slice(start), end - start) - 1;
    const message = `'unicodeescape' codec can't decode bytes in position ${first}-${last}: ${reason}`;
    throw new LiteralError('unicode', message, this.base + start);
  }
}

/** Length of body[0:end] after CPython has rewritten non-ASCII characters, and backslashes before them, as escapes. */
function rewrittenLength(body: string, end: number): number {
  let length = 0;
  for (let i = 0; i < end; i++) {
    const code = body.charCodeAt(i);
    if (code === 92) {
      const isBeforeWide = body.charCodeAt(i + 1) >= 128;
      length += isBeforeWide ? REWRITTEN_BACKSLASH_LENGTH : 1;
      // An escaped backslash does not escape what follows.
      if (!isBeforeWide && i + 1 < end) {
        length++;
        i++;
      }
    } else if (code < 128) {
      length++;
    } else if (!isLowSurrogate(code)) {
      length += REWRITTEN_LENGTH;
    }
  }
  return length;
}

function octalDigits(body: string, start: number): string {
  let end = start;
  while (end < start + 3 && body.charCodeAt(end) >= 48 && body.charCodeAt(end) <= 55) end++;
  return body.slice(start, end);
}

// ── Bytes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function parseBytes(input: string, extent: StringExtent, tokenStart: number, warn: EscapeWarner): BytesConstant {
  const body = input.slice(extent.start, extent.end);
  if (!isAscii(body)) {
    throw new LiteralError('bytes', 'bytes can only contain ASCII literal characters', tokenStart);
  }
  const bytes = new Uint8Array(body.length);
  if (!extent.isRaw && body.includes('\\')) {
    const lead = extent.start - tokenStart;
    return new BytesConstant(bytes.slice(0, decodeBytes(body, bytes, extent.start, lead, warn)));
  }
  for (let i = 0; i < body.length; i++) {
    bytes[i] = body.charCodeAt(i);
    if ((i & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 2);
  }
  return new BytesConstant(bytes);
}

/** Decodes a bytes literal's body into `bytes` and returns the number of bytes. */
function decodeBytes(body: string, bytes: Uint8Array, base: number, lead: number, warn: EscapeWarner): number {
  let length = 0;
  let hasWarned = false;
  const warnOnce = (offset: number, message: string): void => {
    if (!hasWarned) warn(base + offset, message, lead);
    hasWarned = true;
  };
  for (let i = 0, steps = 1; i < body.length; steps++) {
    if ((steps & (STRIDE - 1)) === 0) worked(STRIDE);
    const code = body.charCodeAt(i);
    if (code !== 92) {
      bytes[length++] = code;
      i++;
      continue;
    }
    const next = body.charCodeAt(i + 1);
    if (SIMPLE_ESCAPES[next]! >= 0) {
      bytes[length++] = SIMPLE_ESCAPES[next]!;
      i += 2;
    } else if (next === NEWLINE) {
      i += 2;
    } else if (next >= 48 && next <= 55) {
      const digits = octalDigits(body, i + 1);
      const value = Number.parseInt(digits, 8);
      if (value > 255) warnOnce(i, invalidOctalMessage(digits));
      bytes[length++] = value & 255;
      i += 1 + digits.length;
    } else if (next === LOWER_X) {
      bytes[length++] = decodeHexByte(body, i, base);
      i += 4;
    } else {
      warnOnce(i, invalidEscapeMessage(String.fromCharCode(next)));
      bytes[length++] = 92;
      i++;
    }
  }
  return length;
}

function decodeHexByte(body: string, backslash: number, base: number): number {
  if (!isHexDigit(body.charCodeAt(backslash + 2)) || !isHexDigit(body.charCodeAt(backslash + 3))) {
    throw new LiteralError('value', `invalid \\x escape at position ${backslash}`, base + backslash);
  }
  return Number.parseInt(body.slice(backslash + 2, backslash + 4), 16);
}

// ── Messages ───────────────────────────────────────────────────────────────────────────────────────────────────────

function invalidEscapeMessage(character: string): string {
  return escapeMessage(character, 'escape');
}

function invalidOctalMessage(digits: string): string {
  return escapeMessage(digits, 'octal escape');
}
