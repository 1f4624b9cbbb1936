/**
 * What is wrong with a source that does not parse: the error CPython reports.
 *
 * The source is read once more, this time by a reader that looks for particular mistakes. If it finds none, the error is "invalid
 * syntax" at the first token that fitted nothing. Either gives way to an error of the tokenizer further on, and to a bracket
 * opened in an earlier line and never closed.
 */
import { PARSE_FAILURE, type Parser, stackOverflow } from '../parser/parser.ts';
import { ALLOW_INCOMPLETE_INPUT } from '../parser/options.ts';
import { raiseAtLastToken } from '../parser/raise.ts';
import type { SourceMode } from '../scanner.ts';
import { PySyntaxError, SourceError } from '../syntax-error.ts';
import type { Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import { statement } from './compound.ts';
import { expression, expressions } from './expressions.ts';
import { Reader } from './reader.ts';

/** The error to report for whatever the parser threw. */
export function explainFailure(p: Parser, mode: SourceMode, flags: number, thrown: unknown): unknown {
  if (thrown instanceof RangeError) return stackOverflow();
  if (thrown !== PARSE_FAILURE && !(thrown instanceof SourceError)) return thrown;
  const { tokens } = p;
  if (thrown === PARSE_FAILURE && hasBrace(tokens, p.statementStart)) thrown = read(p, mode, false) ?? thrown;
  if ((flags & ALLOW_INCOMPLETE_INPUT) !== 0 && tokens.hasSeenEnd) {
    return incompleteInput(p);
  }
  if (thrown !== PARSE_FAILURE) return tokens.hasSeenEnd ? thrown : preferLater(p, thrown);
  const last = tokens.count - 1;
  const mistake = read(p, mode, true);
  if (mistake !== undefined) return tokens.hasSeenEnd ? mistake : preferLater(p, mistake);
  const kind = tokens.kinds[last];
  if (kind === T.Indent) return thrownBy(() => raiseAtLastToken(p, 'unexpected indent', 'IndentationError'));
  if (kind === T.Dedent) return thrownBy(() => raiseAtLastToken(p, 'unexpected unindent', 'IndentationError'));
  const invalid = thrownBy(() => new Reader(p, last, false).failAtToken('invalid syntax', last));
  return preferLater(p, invalid);
}

/** An error of the tokenizer further on comes first, if `error` is not the tokenizer's own; but not one inside an f-string. */
function preferLater({ tokens }: Parser, error: unknown): unknown {
  if (tokens.hasFailed || !(error instanceof PySyntaxError)) return error;
  const later = tokens.findLaterError(tokens.lines[tokens.count - 1]);
  return later === undefined || tokens.stringMode !== undefined ? error : later;
}

/** Placed at the last token, or where the tokenizer gave up; its text goes on to the end of the input. */
function incompleteInput(p: Parser): unknown {
  const { tokens } = p;
  const message = 'incomplete input';
  const kind = '_IncompleteInputError';
  if (!tokens.hasFailed) return thrownBy(() => raiseAtLastToken(p, message, kind));
  const { line } = tokens;
  const { lineno, offset, endLineno, endOffset, filename } = tokens.errorAt(
    kind,
    message,
    line,
    tokens.cursorColumn,
    line,
    -1,
  );
  const text = tokens.input.slice(tokens.lineStart, tokens.limit);
  return new PySyntaxError(kind, message, { filename, lineno, offset, text, endLineno, endOffset });
}

function thrownBy(run: () => never): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

function functionType(r: Reader): boolean {
  if (!r.take(T.LeftParen)) return false;
  r.separated(T.Comma, expression);
  r.take(T.Comma);
  while (r.takeAnyOf(T.Star, T.DoubleStar) && expression(r) && r.take(T.Comma));
  return r.take(T.RightParen) && r.take(T.Arrow) && expression(r) !== undefined;
}

/** Mistakes in dictionaries come first of all: they have a look of their own, where there are any. */
function hasBrace({ kinds, count }: Tokenizer, start: number): boolean {
  for (let index = start; index < count; index++) if (kinds[index] === T.LeftBrace) return true;
  return false;
}

/**
 * Reads again from the statement that failed, and returns what is thrown. A source too deep for the reader has no
 * particular mistake, as far as we can tell.
 */
function read(p: Parser, mode: SourceMode, seeksMistakes: boolean): unknown {
  const r = new Reader(p, p.statementStart, seeksMistakes);
  try {
    if (mode === 'exec') r.repeated(statement);
    else if (mode === 'single') statement(r);
    else if (mode === 'eval') expressions(r);
    else functionType(r);
    return undefined;
  } catch (error) {
    return error instanceof RangeError ? undefined : error;
  }
}
