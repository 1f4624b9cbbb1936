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
import * as T from '../tokens.ts';
import { statement } from './compound.ts';
import { expressions } from './expressions.ts';
import { Reader } from './reader.ts';

/** The error to report for whatever the parser threw. */
export function explainFailure(p: Parser, mode: SourceMode, flags: number, thrown: unknown): unknown {
  if (thrown instanceof RangeError) return stackOverflow();
  if (thrown !== PARSE_FAILURE && !(thrown instanceof SourceError)) return thrown;
  const { tokens } = p;
  if ((flags & ALLOW_INCOMPLETE_INPUT) !== 0 && tokens.isAtEnd) {
    return incompleteInput(p);
  }
  if (thrown !== PARSE_FAILURE) return preferLater(p, thrown);
  const last = tokens.count - 1;
  const mistake = findMistake(p, mode);
  if (mistake !== undefined) return preferLater(p, mistake);
  const kind = tokens.kinds[last];
  if (kind === T.Indent) return thrownBy(() => raiseAtLastToken(p, 'unexpected indent', 'IndentationError'));
  if (kind === T.Dedent) return thrownBy(() => raiseAtLastToken(p, 'unexpected unindent', 'IndentationError'));
  const invalid = thrownBy(() => new Reader(p, last).failAtToken('invalid syntax', last));
  return preferLater(p, invalid);
}

/** An error of the tokenizer further on comes first, if `error` is not the tokenizer's own; but not one inside an f-string. */
function preferLater({ tokens }: Parser, error: unknown): unknown {
  if (tokens.hasFailed || !(error instanceof PySyntaxError)) return error;
  const later = tokens.findLaterError(tokens.lines[tokens.count - 1]);
  return later === undefined || tokens.stringMode !== undefined ? error : later;
}

/** Placed at the last token, or where the tokenizer gave up. */
function incompleteInput(p: Parser): unknown {
  const { tokens } = p;
  const message = 'incomplete input';
  if (!tokens.hasFailed) return thrownBy(() => raiseAtLastToken(p, message, '_IncompleteInputError'));
  return tokens.errorAt('_IncompleteInputError', message, tokens.line, tokens.cursorColumn, tokens.line, -1);
}

function thrownBy(run: () => never): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

/**
 * Reads again from the statement that failed. A source too deep for the reader has no particular mistake, as far as
 * we can tell.
 */
function findMistake(p: Parser, mode: SourceMode): unknown {
  const r = new Reader(p, p.statementStart);
  try {
    if (mode === 'eval') expressions(r);
    else if (mode !== 'func_type') r.repeated(statement);
    return undefined;
  } catch (error) {
    return error instanceof RangeError ? undefined : error;
  }
}
