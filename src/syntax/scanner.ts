/**
 * What all parts of the tokenizer share: the input with its lines, the table of tokens, and the ways to fail.
 *
 * The input is the source text with one more '\n' behind its end, at `limit`: loops over characters stop there without
 * asking for the length, and "end of file" is a '\n' at `limit`. A line is entered (`enterLine`) only when its first
 * character is wanted, so at the end of the file `line` is still the last line, as CPython's error positions require.
 *
 * Columns of tokens are UTF-8 bytes. In a source without non-ASCII characters they are differences of offsets; otherwise
 * they are counted onwards from the last column asked for in the line, so that long lines stay linear.
 */
import { charactersInBytes, extraBytes, utf8Length } from '../util/code-points.ts';
import { CHARACTERS, CHARACTERS_WORK, LONG_TEXT, STRIDE, worked } from '../util/work.ts';
import { NameTable } from './name-table.ts';
import type { Source } from './source.ts';
import type { StringMode } from './string-mode.ts';
import { PySyntaxError, type SyntaxErrorKind, type WarningSink } from './syntax-error.ts';

export type SourceMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface TokenizerOptions {
  readonly mode: SourceMode;
  /** Make TypeComment tokens and collect the `type: ignore` comments. */
  readonly typeComments: boolean;
  /** In mode 'single', the end of the input closes an open block (CPython's flag PyCF_DONT_IMPLY_DEDENT is unset). */
  readonly implyDedent: boolean;
  /** Numbers and names need not be right, nor numbers be told from what follows: for `tokenize`. */
  readonly isLenient?: boolean;
  /** The text is read from a file, line by line, as that of a program is. */
  readonly isFile?: boolean;
  readonly warn: WarningSink;
}

const NEWLINE = 10;
/** Tokens that there is room for at first: short texts have few, and those are compiled in loops. */
const LEAST_CAPACITY = 16;
const MOST_CAPACITY = 256;

function initialCapacity(length: number): number {
  return Math.min(Math.max(length, LEAST_CAPACITY), MOST_CAPACITY);
}

function grown(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

/** The engine has concatenated lazily, and does at the first look what can take as long as a program may run on. */
function putTogether(text: string): void {
  text.charCodeAt(0);
  worked(text.length >> 4);
}

export class Scanner {
  readonly source: Source;
  readonly options: TokenizerOptions;
  readonly input: string;
  readonly limit: number;
  readonly isAscii: boolean;

  /** Columns of the table of tokens, valid below `count`. They are replaced when the table grows: do not keep them. */
  kinds: Int32Array;
  /** Offsets (UTF-16) into `input`. */
  starts: Int32Array;
  ends: Int32Array;
  /** Lines from 1, columns in bytes from 0; columns are -1 for Indent, Dedent and EndMarker, as in CPython. */
  lines: Int32Array;
  columns: Int32Array;
  endLines: Int32Array;
  endColumns: Int32Array;
  /** Number of a name in `names`. */
  values: Int32Array;
  count: number;

  offset: number;
  /** 0 before the first line is entered. */
  line: number;
  lineStart: number;
  /** Offset of line i + 1. */
  readonly lineStarts: number[];
  /** Start of the line in which the current run of lines joined by backslashes or strings began. */
  joinedStart: number;
  private countedOffset: number;
  private countedColumn: number;

  /** Open brackets: their characters, lines and byte columns, valid below `level`. */
  level: number;
  readonly bracketCodes: number[];
  readonly bracketLines: number[];
  readonly bracketColumns: number[];

  /** The innermost f-string or t-string that is open, and those around it. */
  stringMode: StringMode | undefined;
  readonly outerModes: StringMode[];

  /** `<>` is a token (PEP 401). */
  hasDiamond: boolean;

  readonly nameTable: NameTable;
  /** Tags of `# type: ignore` comments with their lines. */
  readonly typeIgnores: { line: number; tag: string }[];
  /** The end of the input has been read: an error now may be cured by more input. */
  isAtEnd: boolean;

  constructor(source: Source, options: TokenizerOptions) {
    this.source = source;
    this.options = options;
    const needsNewline = options.mode === 'exec' && !source.text.endsWith('\n');
    this.input = source.text + (needsNewline ? '\n\n' : '\n');
    this.limit = this.input.length - 1;
    if (this.limit >= LONG_TEXT) putTogether(this.input);
    this.isAscii = source.isAscii;
    const capacity = initialCapacity(this.input.length);
    const size = capacity * Int32Array.BYTES_PER_ELEMENT;
    const memory = new ArrayBuffer(8 * size);
    this.kinds = new Int32Array(memory, 0, capacity);
    this.starts = new Int32Array(memory, size, capacity);
    this.ends = new Int32Array(memory, 2 * size, capacity);
    this.lines = new Int32Array(memory, 3 * size, capacity);
    this.columns = new Int32Array(memory, 4 * size, capacity);
    this.endLines = new Int32Array(memory, 5 * size, capacity);
    this.endColumns = new Int32Array(memory, 6 * size, capacity);
    this.values = new Int32Array(memory, 7 * size, capacity);
    this.count = 0;
    this.offset = 0;
    this.line = 0;
    this.lineStart = 0;
    this.lineStarts = [];
    this.joinedStart = 0;
    this.countedOffset = 0;
    this.countedColumn = 0;
    this.level = 0;
    this.bracketCodes = [];
    this.bracketLines = [];
    this.bracketColumns = [];
    this.stringMode = undefined;
    this.outerModes = [];
    this.hasDiamond = false;
    this.nameTable = new NameTable();
    this.typeIgnores = [];
    this.isAtEnd = false;
  }

  // ── Lines and columns ──────────────────────────────────────────────────────────────────────────────────────────

  /** Makes the line at `offset` the current one; false at the end of the file. */
  enterLine(): boolean {
    if (this.offset >= this.limit) {
      this.isAtEnd = true;
      return false;
    }
    this.line++;
    this.lineStart = this.offset;
    this.lineStarts.push(this.offset);
    this.countedOffset = this.offset;
    this.countedColumn = 0;
    if ((this.line & (STRIDE - 1)) === 0) worked(STRIDE);
    return true;
  }

  /** Byte column of an offset in the current line. */
  column(offset: number): number {
    return this.isAscii ? offset - this.lineStart : this.countColumn(offset);
  }

  private countColumn(offset: number): number {
    if (offset < this.countedOffset) {
      this.countedOffset = this.lineStart;
      this.countedColumn = 0;
    }
    let column = this.countedColumn + offset - this.countedOffset;
    for (let i = this.countedOffset; i < offset; i++) {
      column += extraBytes(this.input.charCodeAt(i));
      if ((i & (CHARACTERS - 1)) === CHARACTERS - 1) worked(CHARACTERS_WORK);
    }
    this.countedOffset = offset;
    this.countedColumn = column;
    return column;
  }

  // ── The table ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Adds a token that ends at `end` in the current line, and returns its kind. */
  emit(kind: number, start: number, end: number, line: number, column: number): number {
    return this.emitAt(kind, start, end, line, column, this.line, this.column(end));
  }

  emitAt(
    kind: number,
    start: number,
    end: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): number {
    const index = this.count;
    if (index === this.kinds.length) this.grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.lines[index] = line;
    this.columns[index] = column;
    this.endLines[index] = endLine;
    this.endColumns[index] = endColumn;
    this.count = index + 1;
    return kind;
  }

  private grow(): void {
    this.kinds = grown(this.kinds);
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.lines = grown(this.lines);
    this.columns = grown(this.columns);
    this.endLines = grown(this.endLines);
    this.endColumns = grown(this.endColumns);
    this.values = grown(this.values);
  }

  // ── Failing ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Text of a line for an error: the current line with its line end, an earlier one without, as CPython shows them. */
  errorText(line: number): string {
    if (line >= this.line) {
      const end = this.input.indexOf('\n', this.lineStart);
      return this.input.slice(this.lineStart, Math.min(end + 1, this.limit));
    }
    const start = this.lineStarts[line - 1] ?? 0;
    return this.input.slice(start, this.input.indexOf('\n', start));
  }

  /**
   * An error at a line and byte offsets counted from 1 (as CPython's parser gives them): they become character offsets.
   * This is also the way for the parser's own errors.
   */
  errorAt(
    kind: SyntaxErrorKind,
    message: string,
    line: number,
    byteOffset: number,
    endLine: number,
    endByteOffset: number,
    isScannerError = false,
  ): PySyntaxError {
    const text = this.errorText(line);
    return new PySyntaxError(
      kind,
      message,
      {
        filename: this.source.filename,
        lineno: line,
        offset: charactersInBytes(text, byteOffset),
        text,
        endLineno: endLine,
        // Counted in the first line's text even where the end is in another one.
        endOffset: charactersInBytes(text, endByteOffset),
      },
      isScannerError,
    );
  }

  /** Fails with the error range [start, end] given as offsets in the current line; `end` is the last character. */
  failRange(message: string, start: number, end: number, kind: SyntaxErrorKind = 'SyntaxError'): never {
    const lineEnd = this.input.indexOf('\n', this.lineStart);
    const text = this.input.slice(this.lineStart, lineEnd);
    const place = (offset: number) => charactersInBytes(text, utf8Length(this.input, this.lineStart, offset));
    throw new PySyntaxError(
      kind,
      message,
      {
        filename: this.source.filename,
        lineno: this.line,
        offset: place(start),
        text,
        endLineno: this.line,
        endOffset: place(end),
      },
      true,
    );
  }

  /** Fails at the cursor: `offset` is behind the character to blame. */
  fail(message: string, offset: number): never {
    return this.failRange(message, offset, offset);
  }

  /** Fails in an earlier line, at the character at `start`: for literals that do not end. */
  failFrom(message: string, start: number, line: number): never {
    this.line = line;
    this.lineStart = this.lineStarts[line - 1]!;
    this.countedOffset = this.lineStart;
    this.countedColumn = 0;
    this.offset = start + 1;
    return this.fail(message, start + 1);
  }

  isEnd(offset: number): boolean {
    return offset === this.limit && this.input.charCodeAt(offset) === NEWLINE;
  }

  // ── Brackets ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** The error for the innermost bracket that is open at the end of the file. */
  unclosedBracketError(): PySyntaxError {
    const top = this.level - 1;
    const line = this.bracketLines[top]!;
    const message = `'${String.fromCharCode(this.bracketCodes[top]!)}' was never closed`;
    return this.errorAt('SyntaxError', message, line, this.bracketColumns[top]! + 1, line, 0);
  }
}
