/** Gives the errors and warnings of literals their places: the decoders know offsets, not lines and columns. */
import { utf8Length } from '../../util/code-points.ts';
import { LiteralError } from '../literal-error.ts';
import type { EscapeWarner } from '../string-literal.ts';
import { PySyntaxError, SourceError } from '../syntax-error.ts';
import type { Parser } from './parser.ts';
import { raiseAtLastToken, raiseAtToken } from './raise.ts';

const ESCAPE_LENGTH = 2;

/** Reports what is wrong with the literal at token `index`; any other error is thrown on. */
export function raiseLiteralError(p: Parser, error: unknown, index: number): never {
  if (!(error instanceof LiteralError)) throw error;
  switch (error.kind) {
    case 'number':
      return raiseAtLine(p, error, index);
    default:
      return raiseAtToken(p, index, error.syntaxMessage);
  }
}

/** Reports what is wrong with a literal part of an f-string whose end has just been reached. */
export function raiseMiddleError(p: Parser, error: unknown): never {
  if (!(error instanceof LiteralError)) throw error;
  return raiseAtLastToken(p, error.syntaxMessage);
}

/** Nobody has made a SyntaxError of what is wrong in a format spec. */
export function raiseSpecError(error: unknown): never {
  if (!(error instanceof LiteralError)) throw error;
  throw new SourceError('UnicodeDecodeError', error.message);
}

/** The limit on digits: CPython knows the line only. */
function raiseAtLine({ tokens }: Parser, error: LiteralError, index: number): never {
  const line = tokens.lines[index];
  throw new PySyntaxError('SyntaxError', error.syntaxMessage, {
    filename: tokens.source.filename,
    lineno: line,
    offset: 0,
    text: tokens.errorText(line),
    endLineno: line,
    endOffset: 0,
  });
}

/**
 * Receives the warnings about escape sequences of token `index`, whose text is taken to begin in line `line`.
 * A token that is parsed again, because the parser went back, does not warn again.
 */
export function escapeWarner(p: Parser, index: number, line: number): EscapeWarner {
  return (offset, message, lead) => {
    if (index <= p.lastWarned) return;
    p.lastWarned = index;
    warnAt(p, p.tokens.starts[index], offset, line, message, lead);
  };
}

function warnAt(
  { tokens }: Parser,
  start: number,
  offset: number,
  firstLine: number,
  message: string,
  lead: number,
): void {
  const { input, options, source } = tokens;
  let line = firstLine;
  for (let i = input.indexOf('\n', start); i >= 0 && i < offset; i = input.indexOf('\n', i + 1)) line++;
  const inLine = utf8Length(input, input.lastIndexOf('\n', offset - 1) + 1, offset);
  const column = line === firstLine ? inLine - lead : inLine;
  options.warn({
    category: 'SyntaxWarning',
    message,
    filename: source.filename,
    lineno: line,
    column,
    endLineno: line,
    endColumn: column + ESCAPE_LENGTH,
    origin: 'parser',
  });
}
