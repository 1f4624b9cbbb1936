/**
 * The tokens of a source as `tokenize` shows them: with comments and with the line ends that mean nothing, which the compiler's
 * tokenizer skips. They are found again in the gaps between its tokens.
 */
import { Source } from '../../syntax/source.ts';
import { PySyntaxError } from '../../syntax/syntax-error.ts';
import { Tokenizer } from '../../syntax/tokenizer.ts';
import * as T from '../../syntax/tokens.ts';
import { COMMENT, DEDENT, ENDMARKER, INDENT, isOperator, NEWLINE, NL, OP, TOKEN_NUMBERS } from './token-numbers.ts';

export interface Token {
  readonly type: number;
  readonly text: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source lines that it stands in. */
  readonly line: string;
}

const LF = 10;
const CR = 13;
const HASH = 35;
const BACKSLASH = 92;

/** The input ended within brackets or after a backslash. */
export class EndOfInput extends Error {
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number) {
    super('unexpected EOF in multi-line statement');
    this.line = line;
    this.column = column;
  }
}

/** What `tokenize` makes of an error at the end of the input; `undefined` for any other. */
export function endOfInput(thrown: unknown, lastLine: number): EndOfInput | undefined {
  if (!(thrown instanceof PySyntaxError)) return undefined;
  if (thrown.message.endsWith('was never closed')) return new EndOfInput(lastLine, 0);
  return thrown.message.startsWith('unexpected EOF') ? new EndOfInput(thrown.lineno, thrown.offset ?? 0) : undefined;
}

export class TokenStream {
  /** The text as it was given, with its own line ends. */
  private readonly text: string;
  /** Offsets of the lines in `text`, and in the tokenizer's input, where every line end is one character. */
  private readonly lineStarts: number[];
  private readonly inputStarts: number[];
  private readonly tokenizer: Tokenizer;
  private readonly queue: Token[];
  /** Index of the next token of the tokenizer. */
  private index: number;
  /** Offset in the tokenizer's input up to which everything has been shown, and the line it is in. */
  private position: number;
  private line: number;
  private failure: unknown;
  private isDone: boolean;

  constructor(text: string, warn: () => void) {
    this.text = text;
    const source = new Source('<string>', text);
    this.tokenizer = new Tokenizer(source, {
      mode: 'exec',
      typeComments: false,
      implyDedent: true,
      isLenient: true,
      warn,
    });
    this.lineStarts = lineStarts(text);
    this.inputStarts = lineStarts(source.text);
    this.queue = [];
    this.index = 0;
    this.position = 0;
    this.line = 0;
    this.failure = undefined;
    this.isDone = false;
  }

  /** The next token; `undefined` behind the last. Throws what the tokenizer throws, or EndOfInput. */
  next(): Token | undefined {
    while (this.queue.length === 0) {
      if (this.failure !== undefined) throw this.failure;
      if (this.isDone) return undefined;
      this.advance();
    }
    return this.queue.shift();
  }

  private advance(): void {
    const { tokenizer, index } = this;
    if (this.text === '') {
      this.add(ENDMARKER, '', 1, 0, 1, 0, '');
      this.isDone = true;
      return;
    }
    let kind: number;
    try {
      kind = tokenizer.need(index);
    } catch (thrown) {
      this.fail(thrown);
      return;
    }
    const start = tokenizer.starts[index];
    this.showGap(kind === T.EndMarker ? tokenizer.limit : start);
    this.showToken(kind, index, start);
    this.index = index + 1;
  }

  /** Shows what comes before the error, and keeps the error for the next request. */
  private fail(thrown: unknown): void {
    const end = endOfInput(thrown, this.lastLine());
    const isInBrackets = end !== undefined && end.column === 0;
    this.showGap(isInBrackets ? this.tokenizer.limit : this.inputLength, true);
    this.failure = end ?? thrown;
  }

  /** Number of the last line that has something in it. */
  private lastLine(): number {
    const { text, lineStarts: starts } = this;
    return starts[starts.length - 1] === text.length ? starts.length - 1 : starts.length;
  }

  // ── Gaps ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Comments and line ends from the position on, up to an offset; `untilText`: up to anything else. */
  private showGap(end: number, untilText = false): void {
    const { input } = this.tokenizer;
    let offset = this.position;
    while (offset < end) {
      const code = input.charCodeAt(offset);
      if (code === HASH) offset = this.showComment(offset);
      else if (code === LF) {
        if (offset >= this.inputLength && this.endsInNewline) break;
        this.showLineEnd(NL, offset);
        offset++;
      } else if (code === BACKSLASH && input.charCodeAt(offset + 1) === LF) offset += 2;
      else if (untilText && code > 32) break;
      else offset++;
    }
    this.position = Math.max(this.position, offset);
  }

  private get inputLength(): number {
    return this.tokenizer.source.text.length;
  }

  private get endsInNewline(): boolean {
    return this.tokenizer.source.text.endsWith('\n');
  }

  private showComment(start: number): number {
    const { input } = this.tokenizer;
    const end = input.indexOf('\n', start);
    const line = this.lineAt(start);
    const column = this.columnAt(start, line);
    const text = input.slice(start, end);
    this.add(COMMENT, text, line, column, line, column + characters(text), this.lineText(line, line));
    return end;
  }

  /** A line end at an offset: its text is '' where the source ends without one. */
  private showLineEnd(type: number, offset: number): void {
    const line = this.lineAt(offset);
    const column = this.columnAt(offset, line);
    const text = this.lineEndText(line);
    this.add(type, text, line, column, line, column + Math.max(text.length, 1), this.lineText(line, line));
  }

  private lineEndText(line: number): string {
    const text = this.lineText(line, line);
    if (!text.endsWith('\n')) return text.endsWith('\r') ? '\r' : '';
    return text.charCodeAt(text.length - 2) === CR ? '\r\n' : '\n';
  }

  // ── Tokens ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private showToken(kind: number, index: number, start: number): void {
    switch (kind) {
      case T.Newline:
        this.showLineEnd(NEWLINE, start);
        this.position = start + 1;
        return;
      case T.Indent:
      case T.Dedent:
        this.showIndentation(kind, start);
        return;
      case T.EndMarker:
        this.add(ENDMARKER, '', this.lastLine() + 1, 0, this.lastLine() + 1, 0, '');
        this.isDone = true;
        return;
    }
    const end = this.tokenizer.ends[index];
    this.addRange(isOperator(kind) ? OP : TOKEN_NUMBERS[kind], start, end);
    this.position = Math.max(this.position, end);
  }

  private addRange(type: number, start: number, end: number): void {
    const first = this.lineAt(start);
    const startColumn = this.columnAt(start, first);
    const last = this.lineAt(end);
    const text = this.text.slice(this.originalOffset(start, first), this.originalOffset(end, last));
    this.add(type, text, first, startColumn, last, this.columnAt(end, last), this.lineText(first, last));
  }

  private showIndentation(kind: number, offset: number): void {
    if (offset >= this.inputLength) {
      const line = this.lastLine() + 1;
      this.add(DEDENT, '', line, 0, line, 0, '');
      return;
    }
    const line = this.lineAt(offset);
    const column = this.columnAt(offset, line);
    const lineText = this.lineText(line, line);
    if (kind === T.Dedent) this.add(DEDENT, '', line, column, line, column, lineText);
    else
      this.add(INDENT, this.tokenizer.input.slice(this.inputStarts[line - 1], offset), line, 0, line, column, lineText);
  }

  private add(
    type: number,
    text: string,
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
    line: string,
  ): void {
    this.queue.push({ type, text, startLine, startColumn, endLine, endColumn, line });
  }

  // ── Places ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The line of an offset in the input. Offsets come in order, or nearly so. */
  private lineAt(offset: number): number {
    const starts = this.inputStarts;
    while (this.line > 1 && starts[this.line - 1] > offset) this.line--;
    while (this.line < starts.length && starts[this.line] <= offset) this.line++;
    return Math.max(this.line, 1);
  }

  private columnAt(offset: number, line: number): number {
    const start = this.inputStarts[line - 1];
    return this.tokenizer.isAscii ? offset - start : characters(this.tokenizer.input.slice(start, offset));
  }

  private originalOffset(offset: number, line: number): number {
    return this.lineStarts[line - 1] + offset - this.inputStarts[line - 1];
  }

  /** Lines as they were given. */
  private lineText(first: number, last: number): string {
    return this.text.slice(this.lineStarts[first - 1], this.lineStarts[last] ?? this.text.length);
  }
}

/** Where each line begins; '\r\n', '\n' and '\r' end lines. A last, empty line counts. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LF || (code === CR && text.charCodeAt(index + 1) !== LF)) starts.push(index + 1);
  }
  return starts;
}

/** Number of code points. */
function characters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xd800 && code <= 0xdbff) count--;
  }
  return count;
}
