/** The compiler's own tokens, as `TokenizerIter` gives them without `extra_tokens`: for CPython's tests, and the curious. */
import { Source } from '../../syntax/source.ts';
import { Tokenizer } from '../../syntax/tokenizer.ts';
import * as T from '../../syntax/tokens.ts';
import { endOfInput, type Token } from './token-stream.ts';
import { OP, TOKEN_NUMBERS } from './token-numbers.ts';
import type { WarningSink } from '../../syntax/syntax-error.ts';

export class PlainTokens {
  private readonly tokenizer: Tokenizer;
  private readonly lines: readonly string[];
  private index: number;
  private readonly isEmpty: boolean;

  constructor(text: string, warn: WarningSink) {
    this.tokenizer = new Tokenizer(new Source('<string>', text), {
      mode: 'exec',
      typeComments: false,
      implyDedent: true,
      warn,
    });
    this.lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    this.index = 0;
    this.isEmpty = text === '';
  }

  next(): Token | undefined {
    const { tokenizer, index } = this;
    if (this.isEmpty || (index > 0 && tokenizer.kinds[index - 1] === T.EndMarker)) return undefined;
    const kind = this.kindAt(index);
    this.index++;
    const startLine = tokenizer.lines[index];
    const endLine = tokenizer.endLines[index];
    const hasPlace = tokenizer.columns[index] >= 0;
    const type = kind === T.Unknown ? OP : TOKEN_NUMBERS[kind];
    const [startColumn, endColumn] = hasPlace ? this.columns(index, startLine, endLine) : [-1, -1];
    const text = kind === T.Newline ? this.commentBefore(index) : hasPlace ? tokenizer.text(index) : '';
    // CPython has no line to show for the end of an input without tokens.
    const line = index === 0 && kind === T.EndMarker ? '' : this.lines.slice(startLine - 1, endLine).join('');
    return {
      type,
      text,
      startLine,
      startColumn,
      endLine,
      endColumn: kind === T.Newline ? startColumn + text.length : endColumn,
      line,
    };
  }

  private kindAt(index: number): number {
    try {
      return this.tokenizer.need(index);
    } catch (thrown) {
      throw endOfInput(thrown, this.lines.length) ?? thrown;
    }
  }

  /** A Newline begins with the comment before it. */
  private commentBefore(index: number): string {
    const { tokenizer } = this;
    const line = this.lines[tokenizer.lines[index] - 1] ?? '';
    const bytes = new TextEncoder().encode(line).subarray(tokenizer.columns[index]);
    return new TextDecoder().decode(bytes).replace(/\n$/, '');
  }

  private columns(index: number, startLine: number, endLine: number): [number, number] {
    const { tokenizer } = this;
    return [
      this.characters(startLine, tokenizer.columns[index]),
      this.characters(endLine, tokenizer.endColumns[index]),
    ];
  }

  /** A byte column as a column of characters. */
  private characters(line: number, column: number): number {
    if (this.tokenizer.isAscii) return column;
    const bytes = new TextEncoder().encode(this.lines[line - 1] ?? '').subarray(0, column);
    return [...new TextDecoder().decode(bytes)].length;
  }
}
