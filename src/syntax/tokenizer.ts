/**
 * The tokenizer: turns source text into tokens, one at a time and only when the parser asks.
 *
 * It is lazy so that of a syntax error and a later tokenizer error the first one is reported, as in CPython. The tokens made
 * stay in the table (scanner.ts), so the parser goes back by remembering an index. After an error the same
 * error is thrown again by every request for a token that does not exist.
 */
import { hashStep, KEYWORD_COUNT } from './name-table.ts';
import { isPrintable } from '../util/unicode-ranges.ts';
import * as Class from './character-classes.ts';
import { firstInvalidInName, isDigit } from './character-classes.ts';
import { continueLine, failAtEnd, Indentation } from './indentation.ts';
import { scanNumber } from './scan-number.ts';
import { failCharacter, prefixBits, scanString, scanStringPart } from './scan-string.ts';
import { Scanner, type TokenizerOptions } from './scanner.ts';
import { findTypeComment } from './type-comment.ts';
import type { Source } from './source.ts';
import type { StringMode } from './string-mode.ts';
import { SourceError } from './syntax-error.ts';
import * as T from './tokens.ts';
import { CHARACTERS, CHARACTERS_WORK, LONG_TEXT, worked } from '../util/work.ts';

const MAX_BRACKETS = 200;
/** Scanning, parsing and compiling what a token stands for, in units of util/work.ts. */
const TOKEN_WORK = 30;
/** Constants of the language: no identifier's normal form may be one. */
const CONSTANT_NAMES: ReadonlySet<string> = new Set(['False', 'None', 'True']);
const MAX_PREFIX = 5;
const DOT = 46;
const EQUAL = 61;
const GREATER = 62;
const LESS = 60;
const MINUS = 45;

/** Kinds of operators by their first character: alone, followed by `=`, doubled. 0 where there is none. */
const SINGLE_KINDS: Int32Array = new Int32Array(128);
const EQUAL_KINDS: Int32Array = new Int32Array(128);
const DOUBLE_KINDS: Int32Array = new Int32Array(128);
for (let kind: number = T.FirstOperator; kind < T.FirstKeyword; kind++) {
  const text = T.TOKEN_TEXTS[kind]!;
  const code = text.charCodeAt(0);
  if (text.length === 1) SINGLE_KINDS[code] = kind;
  else if (text.length === 2 && text[1] === '=') EQUAL_KINDS[code] = kind;
  else if (text.length === 2 && text[1] === text[0]) DOUBLE_KINDS[code] = kind;
}

/** The operator of three characters that `pair` begins, if `=` follows. */
function tripleKind(pair: number): number {
  switch (pair) {
    case T.DoubleStar:
      return T.DoubleStarEqual;
    case T.DoubleSlash:
      return T.DoubleSlashEqual;
    case T.LeftShift:
      return T.LeftShiftEqual;
    case T.RightShift:
      return T.RightShiftEqual;
    default:
      return 0;
  }
}

/** Tokens whose end shows without a look at what follows. */
function isDelimited(kind: number): boolean {
  switch (kind) {
    case T.StringLiteral:
    case T.FStringEnd:
    case T.TStringEnd:
    case T.Newline:
    case T.Ellipsis:
    case T.DoubleStarEqual:
    case T.DoubleSlashEqual:
    case T.LeftShiftEqual:
    case T.RightShiftEqual:
      return true;
    default:
      return false;
  }
}

export class Tokenizer extends Scanner {
  private readonly indentation: Indentation;
  private isAtLineStart: boolean;
  /** Index of the last Newline made up for the end of the input (mode 'single'), or -1. */
  private madeUpNewline: number;
  /** Offset of the last comment, or -1. */
  private commentStart: number;
  /** For names with non-ASCII characters that are valid: number in the name table -> number of the NFKC form. */
  private readonly normalForms: Map<number, number>;
  private failure: unknown;

  constructor(source: Source, options: TokenizerOptions) {
    super(source, options);
    this.indentation = new Indentation(this);
    this.isAtLineStart = true;
    this.madeUpNewline = -1;
    this.commentStart = -1;
    this.normalForms = new Map();
    this.failure = undefined;
  }

  // ── For the parser ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes tokens until `index` exists, and returns its kind. Behind EndMarker there are only EndMarkers. */
  need(index: number): number {
    while (this.count <= index) {
      worked(TOKEN_WORK);
      this.scanToken();
    }
    return this.kinds[index]!;
  }

  /** The NFKC-normalised identifier of a Name token, or a keyword's text; equal names are one JS string. */
  name(index: number): string {
    return this.nameTable.names[this.values[index]!]!;
  }

  /** The tokenizer has failed: there will be no more tokens. */
  get hasFailed(): boolean {
    return this.failure !== undefined;
  }

  /** The end of the input has been seen, be it only to know that the last token goes no further: more input might change it. */
  get hasSeenEnd(): boolean {
    if (this.isAtEnd || this.hasFailed || this.count === 0) return this.isAtEnd;
    const last = this.count - 1;
    return this.ends[last] === this.limit && !isDelimited(this.kinds[last]);
  }

  /** The source text of a token. */
  text(index: number): string {
    return this.input.slice(this.starts[index]!, this.ends[index]!);
  }

  /** Byte column of the cursor: where CPython places an error at a token without column, counted from 1. */
  get cursorColumn(): number {
    return this.column(Math.min(this.offset, this.limit));
  }

  /**
   * Tokenizes the rest of the input after a syntax error in line `errorLine`, and returns the error to report instead, if any:
   * one of the scanner's own, or a bracket that was opened in an earlier line and never closed.
   */
  findLaterError(errorLine: number): SourceError | undefined {
    try {
      while (this.count === 0 || this.kinds[this.count - 1] !== T.EndMarker) this.need(this.count);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error.isFromScanner) return error;
      if (this.level > 0 && errorLine > this.bracketLines[this.level - 1]!) return this.unclosedBracketError();
    }
    return undefined;
  }

  // ── Tokens ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private scanToken(): void {
    if (this.failure !== undefined) throw this.failure;
    try {
      const mode = this.stringMode;
      if (mode === undefined || !mode.isInLiteral || !scanStringPart(this, mode)) this.scanRegular();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  private scanRegular(): number {
    const { input, indentation } = this;
    if (this.isAtLineStart) {
      this.isAtLineStart = false;
      indentation.beginLine();
    }
    if (indentation.pending !== 0) return indentation.emitPending();
    for (;;) {
      const start = this.offset;
      const code = input.charCodeAt(start);
      switch (code < 128 ? Class.CLASS_OF[code] : Class.LETTER) {
        case Class.SPACE:
          this.offset = start + 1;
          if ((start & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
          continue;
        case Class.LETTER:
          return this.scanName(start);
        case Class.DIGIT:
          return this.scanNumber(start);
        case Class.QUOTE:
          return scanString(this, start, start, 0);
        case Class.OPERATOR:
          return this.scanOperator(start, code);
        case Class.COMMENT:
          if (this.skipComment(start)) return T.TypeComment;
          continue;
        case Class.BACKSLASH:
          continueLine(this);
          continue;
        case Class.LINE_END:
          if (this.isEnd(start)) return this.scanEnd();
          this.offset = start + 1;
          if (!indentation.isBlankLine && this.level === 0) {
            this.isAtLineStart = true;
            return this.emitNewline(start);
          }
          indentation.beginLine();
          if (indentation.pending !== 0) return indentation.emitPending();
          continue;
        default:
          return this.scanOther(start);
      }
    }
  }

  /** A comment before the end of the line belongs to the token's place, though not to its text. */
  private emitNewline(start: number): number {
    const first = this.column(this.commentStart >= this.lineStart ? this.commentStart : start);
    return this.emitAt(T.Newline, start, start + 1, this.line, first, this.line, this.column(start) + 1);
  }

  private scanEnd(): number {
    if (this.level > 0) failAtEnd(this);
    this.isAtEnd = true;
    let kind: number = T.EndMarker;
    if (this.options.mode === 'single' && this.count > this.madeUpNewline + 1) {
      kind = T.Newline;
      this.madeUpNewline = this.count;
      if (this.options.implyDedent) this.indentation.closeAll();
    }
    return this.emitAt(kind, this.limit, this.limit, this.line, -1, this.line, -1);
  }

  private scanName(start: number): number {
    const { input } = this;
    let offset = start;
    let hash = 0;
    let isAscii = true;
    let code = input.charCodeAt(offset);
    while (code >= 128 || Class.CONTINUES_NAME[code] === 1) {
      if (code >= 128) isAscii = false;
      hash = hashStep(hash, code);
      code = input.charCodeAt(++offset);
      if ((offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    if ((code === 39 || code === 34) && offset - start <= MAX_PREFIX) {
      const bits = prefixBits(input, start, offset);
      if (bits >= 0) return scanString(this, start, offset, bits);
    }
    const name = this.nameTable.intern(input, start, offset, hash);
    const value = isAscii ? name : this.normalForm(name, start, offset);
    this.offset = offset;
    const kind = name < KEYWORD_COUNT ? T.FirstKeyword + name : T.Name;
    this.emit(kind, start, offset, this.line, this.column(start));
    this.values[this.count - 1] = value;
    return kind;
  }

  /** Checks a name with non-ASCII characters and returns the number of its normal form. One that looks like a keyword is a name all the same. */
  private normalForm(name: number, start: number, end: number): number {
    const known = this.normalForms.get(name);
    if (known !== undefined) return known;
    const text = this.input.slice(start, end);
    const invalid = firstInvalidInName(text);
    if (invalid >= 0 && !this.options.isLenient) failCharacter(this, start + invalid);
    const normal = text.normalize('NFKC');
    if (CONSTANT_NAMES.has(normal) && !this.options.isLenient)
      throw new SourceError('ValueError', `identifier field can't represent '${normal}' constant`);
    const value = this.nameTable.internText(normal);
    this.normalForms.set(name, value);
    return value;
  }

  private scanNumber(start: number): number {
    const end = scanNumber(this, start);
    this.offset = end;
    return this.emit(T.NumberLiteral, start, end, this.line, this.column(start));
  }

  /** Skips the comment at `start`; true if it made a token. */
  private skipComment(start: number): boolean {
    const end = this.input.indexOf('\n', start);
    if (end - start >= LONG_TEXT) worked((end - start) >> 6);
    this.offset = end;
    this.commentStart = start;
    if (!this.options.typeComments) return false;
    const comment = findTypeComment(this.input, start, end);
    if (comment === undefined) return false;
    if (comment.isIgnore) {
      // Alone in its line it takes the line end with it.
      const isAlone = this.indentation.isBlankLine;
      this.typeIgnores.push({ line: this.line, tag: this.input.slice(comment.start, isAlone ? end + 1 : end) });
      return false;
    }
    this.emit(T.TypeComment, comment.start, end, this.line, this.column(comment.start));
    // With a token in it the line is none of the blank ones: it has a Newline.
    this.indentation.isBlankLine = false;
    return true;
  }

  /** A character that begins no token: CPython's parser refuses the printable ones, its tokenizer the others. */
  private scanOther(start: number): number {
    if (!isPrintable(this.input.charCodeAt(start))) failCharacter(this, start);
    return this.emitOperator(T.Unknown, start, 1);
  }

  // ── Operators and brackets ─────────────────────────────────────────────────────────────────────────────────────

  private emitOperator(kind: number, start: number, length: number): number {
    this.offset = start + length;
    const column = this.column(start);
    return this.emitAt(kind, start, this.offset, this.line, column, this.line, column + length);
  }

  private scanOperator(start: number, code: number): number {
    const next = this.input.charCodeAt(start + 1);
    switch (code) {
      case 40:
        return this.openBracket(T.LeftParen, start, code);
      case 41:
        return this.closeBracket(T.RightParen, start, code, 40);
      case 44:
        return this.emitOperator(T.Comma, start, 1);
      case 46:
        return this.scanDot(start, next);
      case 58:
        return this.scanColon(start, next);
      case 59:
        return this.emitOperator(T.Semicolon, start, 1);
      case 91:
        return this.openBracket(T.LeftBracket, start, code);
      case 93:
        return this.closeBracket(T.RightBracket, start, code, 91);
      case 123:
        return this.openBracket(T.LeftBrace, start, code);
      case 125:
        return this.closeBracket(T.RightBrace, start, code, 123);
      case 126:
        return this.emitOperator(T.Tilde, start, 1);
      default:
        return this.scanCompound(start, code, next);
    }
  }

  /** Operators that may be followed by themselves, by `=`, or both. */
  private scanCompound(start: number, code: number, next: number): number {
    const pair = this.pairKind(code, next);
    if (pair === 0) return this.emitOperator(SINGLE_KINDS[code]!, start, 1);
    if (this.input.charCodeAt(start + 2) === EQUAL) {
      const triple = tripleKind(pair);
      if (triple !== 0) return this.emitOperator(triple, start, 3);
    }
    return this.emitOperator(pair, start, 2);
  }

  private pairKind(code: number, next: number): number {
    if (next === EQUAL) return EQUAL_KINDS[code]!;
    if (next === code) return DOUBLE_KINDS[code]!;
    if (next !== GREATER) return 0;
    return code === MINUS ? T.Arrow : code === LESS && this.hasDiamond ? T.NotEqual : 0;
  }

  private scanDot(start: number, next: number): number {
    if (isDigit(next)) return this.scanNumber(start);
    const isEllipsis = next === DOT && this.input.charCodeAt(start + 2) === DOT;
    return isEllipsis ? this.emitOperator(T.Ellipsis, start, 3) : this.emitOperator(T.Dot, start, 1);
  }

  private scanColon(start: number, next: number): number {
    const mode = this.stringMode;
    if (mode !== undefined && mode.depth - 1 === mode.fieldDepth) {
      mode.isInLiteral = true;
      mode.isInFormatSpec = true;
      return this.emitOperator(T.Colon, start, 1);
    }
    return next === EQUAL ? this.emitOperator(T.ColonEqual, start, 2) : this.emitOperator(T.Colon, start, 1);
  }

  private openBracket(kind: number, start: number, code: number): number {
    const { level } = this;
    if (level >= MAX_BRACKETS) this.fail('too many nested parentheses', start + 1);
    this.bracketCodes[level] = code;
    this.bracketLines[level] = this.line;
    this.bracketColumns[level] = this.column(start);
    this.level = level + 1;
    if (this.stringMode !== undefined) this.stringMode.depth++;
    return this.emitOperator(kind, start, 1);
  }

  private closeBracket(kind: number, start: number, code: number, opening: number): number {
    const mode = this.stringMode;
    if (mode !== undefined && mode.depth === 0 && kind === T.RightBrace) {
      this.fail(`${mode.name}: single '}' is not allowed`, start + 1);
    }
    if (this.options.isLenient) {
      if (this.level === 0) return this.emitOperator(kind, start, 1);
      this.level--;
    } else this.checkClosing(start, code, opening);
    if (mode !== undefined) this.closeBracketInString(mode, kind, start, code);
    return this.emitOperator(kind, start, 1);
  }

  private checkClosing(start: number, code: number, opening: number): void {
    if (this.level === 0) this.fail(`unmatched '${String.fromCharCode(code)}'`, start + 1);
    this.level--;
    if (this.bracketCodes[this.level] !== opening) this.failMismatch(start, code);
  }

  private closeBracketInString(mode: StringMode, kind: number, start: number, code: number): void {
    mode.depth--;
    if (mode.depth < 0) this.fail(`${mode.name}: unmatched '${String.fromCharCode(code)}'`, start + 1);
    if (kind === T.RightBrace && mode.depth === mode.fieldDepth) {
      mode.fieldDepth--;
      mode.isInLiteral = true;
      mode.isInFormatSpec = false;
    }
  }

  private failMismatch(start: number, code: number): never {
    const mode = this.stringMode;
    const closing = String.fromCharCode(code);
    const opening = String.fromCharCode(this.bracketCodes[this.level]!);
    if (mode !== undefined && opening === '{' && mode.depth - 1 === mode.fieldDepth) {
      this.fail(`${mode.name}: unmatched '${closing}'`, start + 1);
    }
    const line = this.bracketLines[this.level]!;
    const where = line === this.line ? '' : ` on line ${line}`;
    return this.fail(
      `closing parenthesis '${closing}' does not match opening parenthesis '${opening}'${where}`,
      start + 1,
    );
  }
}
