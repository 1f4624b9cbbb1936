/**
 * Scans string literals, and the literal parts of f-strings and t-strings (PEP 701, PEP 750).
 *
 * Only the extent of a literal is found here; string-literal.ts says what it means.
 */
import { isPrintable } from '../util/unicode-ranges.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../util/work.ts';
import type { Scanner } from './scanner.ts';
import { StringMode } from './string-mode.ts';
import { escapeMessage } from './escape-message.ts';
import * as T from './tokens.ts';

const NEWLINE = 10;
const BACKSLASH = 92;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const CAPITAL_N = 78;
const MAX_NESTED_STRINGS = 150;
const MAX_NESTED_FIELDS = 3;

/** Bits of the letters of a prefix, and the pairs that exclude each other in the order CPython complains. */
const PREFIX_BITS: Readonly<Record<string, number>> = { b: 1, r: 2, u: 4, f: 8, t: 16 };
const INCOMPATIBLE = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];

/** The letters of a string prefix as bits; -1 if input[start:end] is none. */
export function prefixBits(input: string, start: number, end: number): number {
  let bits = 0;
  for (let i = start; i < end; i++) {
    const bit = PREFIX_BITS[input[i]!.toLowerCase()];
    if (bit === undefined || (bits & bit) !== 0) return -1;
    bits |= bit;
  }
  return bits;
}

function checkPrefix(scanner: Scanner, start: number, end: number, bits: number): void {
  for (const pair of INCOMPATIBLE) {
    const both = PREFIX_BITS[pair[0]!]! | PREFIX_BITS[pair[1]!]!;
    if ((bits & both) !== both) continue;
    scanner.failRange(`'${pair[0]}' and '${pair[1]}' prefixes are incompatible`, start + 1, end + 1);
  }
}

/** Scans the string literal at `start` whose quote is at `quoteStart`; `bits` are its prefix's. */
export function scanString(scanner: Scanner, start: number, quoteStart: number, bits: number): number {
  if (bits !== 0) checkPrefix(scanner, start, quoteStart, bits);
  const quote = scanner.input.charCodeAt(quoteStart);
  if ((bits & 24) !== 0) return beginMode(scanner, start, quoteStart, bits);
  const { input } = scanner;
  const line = scanner.line;
  const column = scanner.column(start);
  if (input.charCodeAt(quoteStart + 1) !== quote) {
    scanner.offset = scanSimple(scanner, start, quoteStart + 1, quote);
  } else if (input.charCodeAt(quoteStart + 2) !== quote) {
    scanner.offset = quoteStart + 2;
  } else {
    scanner.offset = scanTriple(scanner, start, quoteStart + 3, quote);
  }
  return scanner.emit(T.StringLiteral, start, scanner.offset, line, column);
}

/** The body of a string with single quotes; returns the end of the literal. */
function scanSimple(scanner: Scanner, start: number, bodyStart: number, quote: number): number {
  const { input } = scanner;
  const line = scanner.line;
  let offset = bodyStart;
  let hasEscapedQuote = false;
  for (;;) {
    let code = input.charCodeAt(offset);
    if (code === quote) return offset + 1;
    if (code === BACKSLASH) {
      offset++;
      code = input.charCodeAt(offset);
      hasEscapedQuote ||= code === quote;
      if (code === NEWLINE && !enterNextLine(scanner, offset)) {
        return failUnterminated(scanner, start, line, quote, 1, hasEscapedQuote);
      }
    } else if (code === NEWLINE) {
      if (scanner.isEnd(offset)) scanner.isAtEnd = true;
      return failUnterminated(scanner, start, line, quote, 1, hasEscapedQuote);
    }
    offset++;
    if ((offset & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
  }
}

/** The body of a string with triple quotes; returns the end of the literal. */
function scanTriple(scanner: Scanner, start: number, bodyStart: number, quote: number): number {
  const { input } = scanner;
  const line = scanner.line;
  let offset = bodyStart;
  for (;;) {
    let code = input.charCodeAt(offset);
    if (code === BACKSLASH) {
      offset++;
      code = input.charCodeAt(offset);
    } else if (code === quote && input.charCodeAt(offset + 1) === quote && input.charCodeAt(offset + 2) === quote) {
      return offset + 3;
    }
    if (code === NEWLINE && !enterNextLine(scanner, offset)) {
      return failUnterminated(scanner, start, line, quote, 3, false);
    }
    offset++;
    if ((offset & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
  }
}

/** Inside a literal, the '\n' at `offset` is passed; false if the input ends here. */
function enterNextLine(scanner: Scanner, offset: number): boolean {
  scanner.offset = Math.min(offset + 1, scanner.limit);
  return scanner.enterLine();
}

function failUnterminated(
  scanner: Scanner,
  start: number,
  line: number,
  quote: number,
  quoteSize: number,
  hasEscapedQuote: boolean,
): never {
  const mode = scanner.stringMode;
  // The quote that seems to begin a string inside a replacement field is rather the end of the f-string.
  if (mode !== undefined && mode.quote === quote && mode.quoteSize === quoteSize) {
    scanner.isAtEnd = false;
    scanner.failFrom(`${mode.name}: expecting '}'`, start, line);
  }
  const kind = quoteSize === 3 ? 'triple-quoted string' : 'string';
  const hint = hasEscapedQuote ? '; perhaps you escaped the end quote?' : '';
  const detected = `(detected at line ${scanner.line})`;
  return scanner.failFrom(`unterminated ${kind} literal ${detected}${hint}`, start, line);
}

// ── f-strings and t-strings ────────────────────────────────────────────────────────────────────────────────────────

function beginMode(scanner: Scanner, start: number, quoteStart: number, bits: number): number {
  const { input } = scanner;
  const quote = input.charCodeAt(quoteStart);
  const isTriple = input.charCodeAt(quoteStart + 1) === quote && input.charCodeAt(quoteStart + 2) === quote;
  const quoteSize = isTriple ? 3 : 1;
  if (scanner.stringMode !== undefined) {
    if (scanner.outerModes.length + 2 >= MAX_NESTED_STRINGS) {
      scanner.fail('too many nested f-strings or t-strings', quoteStart + quoteSize);
    }
    scanner.outerModes.push(scanner.stringMode);
  }
  const isTemplate = (bits & 16) !== 0;
  scanner.stringMode = new StringMode(quote, quoteSize, (bits & 2) !== 0, isTemplate, start, scanner.line);
  scanner.offset = quoteStart + quoteSize;
  const kind = isTemplate ? T.TStringStart : T.FStringStart;
  return scanner.emit(kind, start, scanner.offset, scanner.line, scanner.column(start));
}

/**
 * Scans in a literal part: makes the string's end, or a middle, or leaves the literal part for an expression.
 * Returns false in the last case, when no token was made.
 */
export function scanStringPart(scanner: Scanner, mode: StringMode): boolean {
  const { input, offset } = scanner;
  if (input.charCodeAt(offset) === LEFT_BRACE && input.charCodeAt(offset + 1) !== LEFT_BRACE) {
    beginField(scanner, mode, offset);
    return false;
  }
  if (isQuoteAt(input, offset, mode)) {
    scanner.offset = offset + mode.quoteSize;
    scanner.stringMode = scanner.outerModes.pop();
    const kind = mode.isTemplate ? T.TStringEnd : T.FStringEnd;
    scanner.emit(kind, offset, scanner.offset, scanner.line, scanner.column(offset));
    return true;
  }
  scanMiddle(scanner, mode);
  return true;
}

function isQuoteAt(input: string, offset: number, mode: StringMode): boolean {
  const { quote } = mode;
  if (input.charCodeAt(offset) !== quote) return false;
  return mode.quoteSize === 1 || (input.charCodeAt(offset + 1) === quote && input.charCodeAt(offset + 2) === quote);
}

/** A replacement field opens; its brace is left to the expression, as the first of its tokens. */
function beginField(scanner: Scanner, mode: StringMode, cursor: number): void {
  mode.fieldDepth++;
  if (mode.fieldDepth >= MAX_NESTED_FIELDS) scanner.fail(`${mode.name}: expressions nested too deeply`, cursor);
  mode.isInLiteral = false;
}

/** Makes a middle token: literal text up to a field, a doubled brace (of which one is kept), or the end of the string. */
function scanMiddle(scanner: Scanner, mode: StringMode): void {
  const start = scanner.offset;
  const { line } = scanner;
  const column = scanner.column(start);
  const kind = mode.isTemplate ? T.TStringMiddle : T.FStringMiddle;
  const end = findMiddleEnd(scanner, mode, start);
  scanner.emit(kind, start, end, line, column);
}

/** The end of the middle that begins at `start`; the scanner goes where the next token begins. */
function findMiddleEnd(scanner: Scanner, mode: StringMode, start: number): number {
  const { input } = scanner;
  const inSpec = mode.isInFormatSpec && mode.fieldDepth >= 0;
  let offset = start;
  let isNamedEscape = false;
  for (;;) {
    const code = input.charCodeAt(offset);
    if (code === mode.quote && isQuoteAt(input, offset, mode)) {
      scanner.offset = offset;
      return offset;
    }
    if (code === NEWLINE) {
      if (mode.quoteSize === 1) failMiddle(scanner, mode, inSpec, offset);
      if (!enterNextLine(scanner, offset)) failMiddle(scanner, mode, false, offset);
    } else if (code === LEFT_BRACE) {
      return endAtBrace(scanner, mode, offset, !inSpec);
    } else if (code === RIGHT_BRACE) {
      if (!isNamedEscape) return endAtBrace(scanner, mode, offset, !inSpec && mode.depth === 0);
      scanner.offset = offset + 1;
      return offset + 1;
    } else if (code === BACKSLASH) {
      const escapeEnd = skipEscape(scanner, mode, offset);
      isNamedEscape ||= escapeEnd === offset + 3;
      offset = escapeEnd - 1;
    }
    offset++;
    if ((offset & (CHARACTERS - 2)) === 0) worked(CHARACTERS_WORK);
  }
}

/** A brace ends the middle: with the first of two where they may be doubled, else before a field opens or closes. */
function endAtBrace(scanner: Scanner, mode: StringMode, offset: number, mayBeDoubled: boolean): number {
  const code = scanner.input.charCodeAt(offset);
  if (mayBeDoubled && scanner.input.charCodeAt(offset + 1) === code) {
    scanner.offset = offset + 2;
    return offset + 1;
  }
  scanner.offset = offset;
  if (code === LEFT_BRACE) beginField(scanner, mode, offset);
  else mode.isInLiteral = false;
  return offset;
}

/** Passes the backslash at `offset` and what belongs to it: nothing before a brace, three characters for a `\\N{`. */
function skipEscape(scanner: Scanner, mode: StringMode, offset: number): number {
  const next = scanner.input.charCodeAt(offset + 1);
  if (next === LEFT_BRACE || next === RIGHT_BRACE) {
    if (!mode.isRaw) warnOfEscapedBrace(scanner, next, offset);
    return offset + 1;
  }
  if (next === NEWLINE && !enterNextLine(scanner, offset + 1)) failMiddle(scanner, mode, false, offset + 1);
  const isNamed = !mode.isRaw && next === CAPITAL_N && scanner.input.charCodeAt(offset + 2) === LEFT_BRACE;
  return offset + (isNamed ? 3 : 2);
}

/** The literal ends at the '\n' at `offset`, or at the end of the file, where it may not. */
function failMiddle(scanner: Scanner, mode: StringMode, inSpec: boolean, offset: number): never {
  scanner.isAtEnd = mode.quoteSize === 3;
  if (inSpec && !scanner.isEnd(offset)) {
    const message = `newlines are not allowed in format specifiers for single quoted ${mode.name}s`;
    scanner.fail(`${mode.name}: ${message}`, offset + 1);
  }
  const kind = mode.quoteSize === 3 ? `triple-quoted ${mode.name}` : mode.name;
  return scanner.failFrom(
    `unterminated ${kind} literal (detected at line ${scanner.line})`,
    mode.start,
    mode.startLine,
  );
}

function warnOfEscapedBrace(scanner: Scanner, brace: number, offset: number): void {
  const text = String.fromCharCode(brace);
  const column = scanner.column(offset + 1);
  scanner.options.warn({
    category: 'SyntaxWarning',
    message: escapeMessage(text, 'escape'),
    filename: scanner.source.filename,
    lineno: scanner.line,
    column,
    endLineno: scanner.line,
    endColumn: column,
    origin: 'scanner',
  });
}

/** Fails at a character that can stand nowhere outside strings. */
export function failCharacter(scanner: Scanner, offset: number): never {
  const point = scanner.input.codePointAt(offset)!;
  const end = offset + (point > 0xffff ? 2 : 1);
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (isPrintable(point)) return scanner.fail(`invalid character '${String.fromCodePoint(point)}' (${code})`, end);
  return scanner.fail(`invalid non-printable character ${code}`, end);
}
