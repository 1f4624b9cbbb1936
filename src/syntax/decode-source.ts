/**
 * From what `compile` is given, bytes or text, to a Source: byte order mark, declared encoding, decoding, and the
 * errors of each step, in CPython's words.
 */
import { CHARACTERS, CHARACTERS_WORK, worked } from '../util/work.ts';
import { countCodePoints, hasCharacter, isHighSurrogate, isLowSurrogate } from '../util/code-points.ts';
import { decodeLegacy, findLegacyEncoding, normaliseEncodingName } from '../util/legacy-encodings.ts';
import { Source } from './source.ts';
import { type Declaration, findDeclaration } from './source-encoding.ts';
import { type ErrorPlace, PySyntaxError, SourceError } from './syntax-error.ts';

export interface DecodeOptions {
  /** The bytes are a program file's: messages name the file, and the lines up to the declaration are decoded apart from the rest. */
  readonly isFile?: boolean;
  /** Decodes encodings that are not built in; undefined for an unknown one. May throw a SourceError. */
  readonly decode?: (encoding: string, bytes: Uint8Array) => string | undefined;
}

/** A declaration must be in the first two lines; so long a beginning is looked at first. */
const BEGINNING = 400;
const LINE_END = 10;
const MORE = 'but no encoding declared; see https://peps.python.org/pep-0263/ for details';
/** In the message of every codec that is given bytes which are no text. */
const CANNOT_DECODE = "codec can't decode";

export function sourceFromBytes(bytes: Uint8Array, filename: string, options: DecodeOptions = {}): Source {
  const nul = findByte(bytes, 0, 0);
  if (nul >= 0) throw options.isFile === true ? nullInFile(bytes, nul, filename) : nullBytesError();
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const declaration = findDeclaration(beginningOf(body));
  const isFile = options.isFile === true;
  const isUtf8 = declaration === undefined || declaration.encoding === 'utf-8';
  if (hasMark && !isUtf8) throw markError(declaration, filename);
  if (isFile && declaration !== undefined) checkBeginning(body, declaration, filename, options);
  if (isUtf8) {
    const isKnown = isFile && (hasMark || declaration !== undefined);
    return new Source(filename, decodeUtf8(body, isKnown ? lineError : utf8Error, filename, options));
  }
  // A file is decoded behind the declaration; text given to compile() as a whole. Offsets in errors tell the two apart.
  const start = isFile ? endOfLine(body, declaration.line) : 0;
  const rest = decodeDeclared(body.subarray(start), declaration.encoding, filename, options);
  return new Source(filename, decodeLatin1(body.subarray(0, start)) + rest);
}

/** The lines of a file up to its declaration must be text in that encoding. */
function checkBeginning(
  bytes: Uint8Array,
  { encoding, line }: Declaration,
  filename: string,
  options: DecodeOptions,
): void {
  const end = endOfLine(bytes, line);
  const beginning = bytes.subarray(0, end + 1);
  if (firstBeyondAscii(beginning) === beginning.length) return;
  try {
    decodeDeclared(beginning, encoding, filename, options);
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError) || !thrown.message.includes(CANNOT_DECODE)) throw thrown;
    throw unicodeError(thrown.message, bytes.subarray(lineStartBefore(bytes, end), end), line, filename);
  }
}

/** Where the line end of line 1 or 2 begins. */
function endOfLine(bytes: Uint8Array, line: number): number {
  let end = -1;
  for (let number = 1; number <= line; number++) {
    const next = bytes.indexOf(10, end + 1);
    if (next < 0) return bytes.length;
    end = next;
  }
  return end;
}

/** `splits`: offsets at which a high and a low surrogate do not make a pair (StrConstant.splits). */
export function sourceFromText(text: string, filename: string, splits: readonly number[] = []): Source {
  checkSurrogates(text, splits);
  if (hasCharacter(text, NUL)) throw nullBytesError();
  return new Source(filename, text);
}

function nullBytesError(): SourceError {
  return new SourceError('SyntaxError', 'source code string cannot contain null bytes');
}

/** A program file is read line by line: the error shows the line as far as the byte. */
function nullInFile(bytes: Uint8Array, offset: number, filename: string): PySyntaxError {
  const lineno = countLines(bytes, offset) + 1;
  const text = decodeLatin1(bytes.subarray(lineStartBefore(bytes, offset), offset));
  const message = 'source code cannot contain null bytes';
  return new PySyntaxError('SyntaxError', message, {
    filename,
    lineno,
    offset: 0,
    text,
    endLineno: lineno,
    endOffset: 0,
  });
}

// ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const SURROGATE = /[\ud800-\udfff]/;
const NUL = /\0/;

function checkSurrogates(text: string, splits: readonly number[]): void {
  if (!hasCharacter(text, SURROGATE)) return;
  for (let i = 0; i < text.length; i++) {
    const length = surrogatesAt(text, i, splits);
    if (length > 0) throw encodeError(text, i, length);
    if (isHighSurrogate(text.charCodeAt(i))) i++;
    if ((i & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
  }
}

/** Number of lone surrogates in a row at `start`. */
function surrogatesAt(text: string, start: number, splits: readonly number[]): number {
  let end = start;
  while ((text.charCodeAt(end) & 0xf800) === 0xd800) {
    const isPair = isHighSurrogate(text.charCodeAt(end)) && isLowSurrogate(text.charCodeAt(end + 1));
    if (isPair && !splits.includes(end + 1)) break;
    end++;
  }
  return end - start;
}

function encodeError(text: string, offset: number, length: number): SourceError {
  const position = countCodePoints(text, 0, offset);
  const what =
    length === 1
      ? `character '\\u${text.charCodeAt(offset).toString(16)}' in position ${position}`
      : `characters in position ${position}-${position + length - 1}`;
  return new SourceError('UnicodeEncodeError', `'utf-8' codec can't encode ${what}: surrogates not allowed`);
}

// ── Bytes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The first two lines, one character per byte. */
function beginningOf(bytes: Uint8Array): string {
  let end = Math.min(BEGINNING, bytes.length);
  for (let lines = countLines(bytes, end); lines < 2 && end < bytes.length; lines++) {
    const next = findByte(bytes, LINE_END, end);
    end = next < 0 ? bytes.length : next + 1;
  }
  return decodeLatin1(bytes.subarray(0, end));
}

/** bytes.indexOf(byte, from). */
function findByte(bytes: Uint8Array, byte: number, from: number): number {
  for (let start = from; start < bytes.length; start += PIECE) {
    const at = bytes.subarray(start, start + PIECE).indexOf(byte);
    if (at >= 0) return start + at;
    if (bytes.length - start >= PIECE) worked(PIECE_WORK);
  }
  return -1;
}

function countLines(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let i = 0; i < end; i++) {
    if (bytes[i] === 10) lines++;
    if ((i & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
  }
  return lines;
}

function decodeLatin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const size = 8192;
  for (let i = 0; i < bytes.length; i += size) {
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + size)));
    worked(size >> 3);
  }
  return pieces.join('');
}

/** Bytes that are decoded in one go, and the work of it. */
const PIECE = 1 << 20;
const PIECE_WORK = PIECE >> 3;

function decodePieces(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += decoder.decode(bytes.subarray(start, start + PIECE), { stream: true });
    worked(PIECE_WORK);
  }
  return text + decoder.decode();
}

type DecodingError = (bytes: Uint8Array, filename: string, isFile: boolean) => PySyntaxError;

function decodeUtf8(bytes: Uint8Array, error: DecodingError, filename: string, options: DecodeOptions): string {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return bytes.length > PIECE ? decodePieces(decoder, bytes) : decoder.decode(bytes);
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw error(bytes, filename, options.isFile ?? false);
  }
}

/** What a codec says of the line with the first bad byte: the file is known to be UTF-8, and read line by line. */
function lineError(bytes: Uint8Array, filename: string): PySyntaxError {
  const bad = firstInvalidUtf8(bytes);
  const start = lineStartBefore(bytes, bad);
  const next = bytes.indexOf(10, bad);
  const line = bytes.subarray(start, next < 0 ? bytes.length : next);
  return unicodeError(codecError(line, bad - start), line, countLines(bytes, bad) + 1, filename);
}

/** An error of a codec in a line of the file. */
function unicodeError(message: string, line: Uint8Array, lineno: number, filename: string): PySyntaxError {
  return new PySyntaxError('SyntaxError', `(unicode error) ${message}`, {
    filename,
    lineno,
    offset: 0,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(line),
    endLineno: lineno,
    endOffset: 0,
  });
}

/** UTF-8 by another of its names is a codec like any other, with errors of its own. */
function decodeDeclaredUtf8(bytes: Uint8Array, filename: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw encodingError(codecError(bytes, firstInvalidUtf8(bytes)), filename);
  }
}

function codecError(bytes: Uint8Array, bad: number): string {
  const length = wellFormedPrefix(bytes, bad);
  const where =
    length <= 1
      ? `byte 0x${bytes[bad]!.toString(16).padStart(2, '0')} in position ${bad}`
      : `bytes in position ${bad}-${bad + length - 1}`;
  // A line end follows even the last byte, so that no character is merely cut off.
  const reason = length === 0 ? 'invalid start byte' : 'invalid continuation byte';
  return `'utf-8' ${CANNOT_DECODE} ${where}: ${reason}`;
}

/** How many bytes of the ill-formed character at `offset` could belong to a well-formed one; 0 if not even the first. */
function wellFormedPrefix(bytes: Uint8Array, offset: number): number {
  let length = 0;
  while (length < 3 && offset + length < bytes.length && isPossible(bytes.subarray(offset, offset + length + 1)))
    length++;
  return length;
}

/** Whether some character begins with these bytes: it is enough to try the kinds of second bytes. */
function isPossible(beginning: Uint8Array): boolean {
  return [0x80, 0x90, 0xa0].some((second) => {
    const attempt = Uint8Array.of(...beginning, second, 0x80, 0x80);
    return characterLength(attempt, 0) >= Math.max(2, beginning.length);
  });
}

function utf8Error(bytes: Uint8Array, filename: string, isFile: boolean): PySyntaxError {
  const bad = firstInvalidUtf8(bytes);
  const replacing = new TextDecoder('utf-8', { ignoreBOM: true });
  const before = replacing.decode(bytes.subarray(0, bad)).split(/\r\n?|\n/);
  const lineStart = replacing.decode(bytes.subarray(lineStartBefore(bytes, bad), bad));
  const rest = replacing.decode(bytes.subarray(bad)).split(/[\r\n]/, 1)[0]!;
  const line = before.length;
  const code = `\\x${bytes[bad]!.toString(16).padStart(2, '0')}`;
  const where = isFile ? `in file ${filename} on line ${line}` : `on line ${line}`;
  const offset = countCodePoints(lineStart) + 1;
  return new PySyntaxError('SyntaxError', `Non-UTF-8 code starting with '${code}' ${where}, ${MORE}`, {
    filename,
    lineno: line,
    offset,
    text: lineStart + rest,
    endLineno: line,
    endOffset: offset,
  });
}

function lineStartBefore(bytes: Uint8Array, offset: number): number {
  let start = offset;
  while (start > 0 && bytes[start - 1] !== 10 && bytes[start - 1] !== 13)
    if ((--start & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  return start;
}

/** Offset of the first byte that does not belong to a well-formed character. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let offset = 0;
  let steps = 0;
  while (offset < bytes.length) {
    const length = characterLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
    if ((++steps & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  }
  return offset;
}

/** Length of the UTF-8 character at `offset`, or 0 if there is none. */
function characterLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[offset + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[offset + 1] ?? 0;
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  return first === 0xf4 && second > 0x8f ? 0 : length;
}

const ASCII_NAMES = new Set(
  '646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 ascii cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii'.split(
    ' ',
  ),
);
const UTF_8_NAMES = new Set('utf8 utf_8 u8 utf utf8_ucs2 utf8_ucs4 cp65001 utf_8_sig'.split(' '));
const LATIN_1_NAMES = new Set(
  '8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1 latin_1'.split(
    ' ',
  ),
);

function decodeDeclared(bytes: Uint8Array, encoding: string, filename: string, options: DecodeOptions): string {
  const name = normaliseEncodingName(encoding);
  if (LATIN_1_NAMES.has(name)) return decodeLatin1(bytes);
  if (UTF_8_NAMES.has(name)) return decodeDeclaredUtf8(bytes, filename);
  if (ASCII_NAMES.has(name)) return decodeAscii(bytes, filename);
  const legacy = findLegacyEncoding(encoding);
  if (legacy !== undefined) {
    const text = decodeLegacy(legacy, bytes);
    if (typeof text === 'string') return text;
    throw undecodable(bytes, text, legacy.isSingleByte ? 'charmap' : legacy.name, filename);
  }
  const text = options.decode?.(encoding, bytes);
  if (text === undefined) throw encodingError(`unknown encoding: ${encoding}`, filename);
  return text;
}

function firstBeyondAscii(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length && bytes[offset]! < 0x80)
    if ((++offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
  return offset;
}

function decodeAscii(bytes: Uint8Array, filename: string): string {
  const bad = firstBeyondAscii(bytes);
  if (bad < bytes.length) throw undecodable(bytes, bad, 'ascii', filename);
  return decodeLatin1(bytes);
}

const REASONS: Readonly<Record<string, string>> = {
  ascii: 'ordinal not in range(128)',
  charmap: 'character maps to <undefined>',
};

function undecodable(bytes: Uint8Array, offset: number, codec: string, filename: string): PySyntaxError {
  const reason = REASONS[codec] ?? 'illegal multibyte sequence';
  const byte = bytes[offset]!.toString(16).padStart(2, '0');
  return encodingError(`'${codec}' ${CANNOT_DECODE} byte 0x${byte} in position ${offset}: ${reason}`, filename);
}

/** The source cannot be decoded: an error before any line has been read. */
export function encodingError(message: string, filename: string): PySyntaxError {
  const place: ErrorPlace = {
    filename,
    lineno: 0,
    offset: -1,
    text: undefined,
    endLineno: undefined,
    endOffset: undefined,
  };
  return new PySyntaxError('SyntaxError', message, place);
}

function markError({ encoding, line, lineText }: Declaration, filename: string): PySyntaxError {
  const bytes = Uint8Array.from(lineText, (character) => character.charCodeAt(0));
  const text = new TextDecoder('utf-8').decode(bytes);
  return new PySyntaxError('SyntaxError', `encoding problem: ${encoding} with BOM`, {
    filename,
    lineno: line,
    offset: 0,
    text,
    endLineno: line,
    endOffset: countCodePoints(text) + line - 1,
  });
}
