/**
 * The beginning of lines: measures indentation and turns its changes into Indent and Dedent tokens.
 *
 * Each level is measured twice, with tab stops every 8 columns and with tabs as one column; where the two
 * measures disagree about a comparison, the line's tabs and spaces are inconsistent.
 */
import { utf8Length } from '../util/code-points.ts';
import { CHARACTERS, CHARACTERS_WORK, worked } from '../util/work.ts';
import type { Scanner } from './scanner.ts';
import * as T from './tokens.ts';

const NEWLINE = 10;
const FORM_FEED = 12;
const TAB = 9;
const SPACE = 32;
const COMMENT = 35;
const BACKSLASH = 92;
const TAB_SIZE = 8;
const MAX_LEVELS = 100;

export class Indentation {
  private readonly scanner: Scanner;
  private readonly columns: number[];
  private readonly alternatives: number[];
  /** Indents (positive) or dedents (negative) whose tokens are still to be made. */
  pending: number;
  /** The line holds only white space or a comment: it makes no tokens. */
  isBlankLine: boolean;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
    this.columns = [0];
    this.alternatives = [0];
    this.pending = 0;
    this.isBlankLine = false;
  }

  get depth(): number {
    return this.columns.length - 1;
  }

  /** Enters the line at the scanner's offset, skips its white space and compares it with the lines before. */
  beginLine(): void {
    const { scanner } = this;
    const { input } = scanner;
    scanner.enterLine();
    scanner.joinedStart = scanner.lineStart;
    let column = 0;
    let alternative = 0;
    let continuedColumn = 0;
    for (;;) {
      const code = input.charCodeAt(scanner.offset);
      if (code === SPACE) {
        column++;
        alternative++;
      } else if (code === TAB) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        alternative++;
      } else if (code === FORM_FEED) {
        column = alternative = 0;
      } else if (code === BACKSLASH) {
        // Of an indentation split by backslashes, the first line counts.
        continuedColumn ||= column;
        continueLine(scanner, true);
        scanner.joinedStart = scanner.lineStart;
        continue;
      } else {
        const isEnd = code === NEWLINE && scanner.isEnd(scanner.offset);
        this.isBlankLine = code === COMMENT || (code === NEWLINE && !isEnd);
        break;
      }
      scanner.offset++;
      if ((scanner.offset & (CHARACTERS - 1)) === 0) worked(CHARACTERS_WORK);
    }
    if (this.isBlankLine || scanner.level > 0) return;
    if (continuedColumn > 0) column = alternative = continuedColumn;
    this.change(column, alternative);
  }

  private change(column: number, alternative: number): void {
    const top = this.columns.length - 1;
    if (column === this.columns[top]) {
      if (alternative !== this.alternatives[top]) this.failMixed();
    } else if (column > this.columns[top]!) {
      if (top + 1 >= MAX_LEVELS) this.failTooDeep();
      if (alternative <= this.alternatives[top]!) this.failMixed();
      this.columns.push(column);
      this.alternatives.push(alternative);
      this.pending++;
    } else {
      this.dedent(column, alternative);
    }
  }

  private dedent(column: number, alternative: number): void {
    while (this.columns.length > 1 && column < this.columns[this.columns.length - 1]!) this.pop();
    const top = this.columns.length - 1;
    if (column !== this.columns[top]) this.failUnmatched();
    if (alternative !== this.alternatives[top]) this.failMixed();
  }

  private pop(): void {
    this.columns.pop();
    this.alternatives.pop();
    this.pending--;
  }

  /** Closes all blocks: the end of the input in mode 'single'. */
  closeAll(): void {
    while (this.columns.length > 1) this.pop();
  }

  /** Makes one of the pending tokens. They have no column: errors at them are placed at the cursor. */
  emitPending(): number {
    const { scanner } = this;
    const kind = this.pending > 0 ? T.Indent : T.Dedent;
    this.pending += this.pending > 0 ? -1 : 1;
    return scanner.emitAt(kind, scanner.offset, scanner.offset, scanner.line, -1, scanner.line, -1);
  }

  private failMixed(): never {
    const { line } = this.scanner;
    const message = 'inconsistent use of tabs and spaces in indentation';
    throw this.scanner.errorAt('TabError', message, line, 1, line, 0);
  }

  private failTooDeep(): never {
    const { line } = this.scanner;
    throw this.scanner.errorAt('IndentationError', 'too many levels of indentation', line, 1, line, 0);
  }

  private failUnmatched(): never {
    const { scanner } = this;
    const message = 'unindent does not match any outer indentation level';
    scanner.offset = scanner.input.indexOf('\n', scanner.offset) + 1;
    const column = scanner.column(Math.min(scanner.offset, scanner.limit));
    throw scanner.errorAt('IndentationError', message, scanner.line, column, scanner.line, -1);
  }
}

/** Goes from the backslash at the scanner's offset to the beginning of the next line. */
export function continueLine(scanner: Scanner, isIndentation = false): void {
  const next = scanner.offset + 1;
  if (scanner.input.charCodeAt(next) !== NEWLINE || scanner.isEnd(next)) {
    const cursor = scanner.isEnd(next) ? next : next + 1;
    const message = 'unexpected character after line continuation character';
    // CPython counts this column from the first of the joined lines.
    const column = utf8Length(scanner.input, scanner.joinedStart, cursor);
    throw scanner.errorAt('SyntaxError', message, scanner.line, column, scanner.line, 0);
  }
  scanner.offset += 2;
  if (!scanner.enterLine()) failAtEnd(scanner, isIndentation);
}

/** The input ends where it may not. Of a file, what is in front of the first token of a line is forgotten by then. */
export function failAtEnd(scanner: Scanner, isIndentation = false): never {
  scanner.isAtEnd = true;
  if (scanner.level > 0) throw scanner.unclosedBracketError();
  const isForgotten = isIndentation && scanner.options.isFile === true;
  const column = isForgotten ? 0 : scanner.column(scanner.offset);
  throw scanner.errorAt('SyntaxError', 'unexpected EOF while parsing', scanner.line, column, scanner.line, -1);
}
