/**
 * Raises SyntaxErrors at places of the source, by the ways CPython has to name one.
 *
 * The tree's columns are bytes from 0; the offsets of an error count from 1 (Scanner.errorAt makes characters of them).
 */
import type { SyntaxErrorKind } from '../syntax-error.ts';
import type { Tokenizer } from '../tokenizer.ts';
import type { Located } from './parser.ts';

interface HasTokens {
  readonly tokens: Tokenizer;
}

/** From the start of one node or token to the end of another. */
export function raiseRange({ tokens }: HasTokens, first: Located, last: Located, message: string): never {
  throw tokens.errorAt(
    'SyntaxError',
    message,
    first.lineno,
    first.col_offset + 1,
    last.end_lineno,
    last.end_col_offset + 1,
  );
}

export function raiseAt(p: HasTokens, place: Located, message: string): never {
  return raiseRange(p, place, place, message);
}

/** From the start of a node or token to where the tokenizer is now. */
export function raiseFrom({ tokens }: HasTokens, first: Located, message: string): never {
  throw tokens.errorAt('SyntaxError', message, first.lineno, first.col_offset + 1, tokens.line, tokens.cursorColumn);
}

/** At a token; one without a column (an Indent, the end of the file) is placed at the tokenizer's cursor. */
export function raiseAtToken(
  { tokens }: HasTokens,
  index: number,
  message: string,
  kind: SyntaxErrorKind = 'SyntaxError',
): never {
  const column = tokens.columns[index];
  const endColumn = tokens.endColumns[index];
  throw tokens.errorAt(
    kind,
    message,
    tokens.lines[index],
    column === -1 ? tokens.cursorColumn : column + 1,
    tokens.endLines[index],
    endColumn === -1 ? -1 : endColumn + 1,
  );
}

/** At the last token that has been made, however far the parser has gone back: CPython's default place. */
export function raiseAtLastToken(p: HasTokens, message: string, kind: SyntaxErrorKind = 'SyntaxError'): never {
  return raiseAtToken(p, p.tokens.count - 1, message, kind);
}
