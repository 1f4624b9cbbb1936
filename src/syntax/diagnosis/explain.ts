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
    return thrownBy(() => raiseAtLastToken(p, 'incomplete input', '_IncompleteInputError'));
  }
  if (thrown !== PARSE_FAILURE) return thrown instanceof PySyntaxError ? preferLater(p, thrown) : thrown;
  const last = tokens.count - 1;
  const mistake = findMistake(p, mode);
  if (mistake !== undefined) return mistake instanceof PySyntaxError ? preferLater(p, mistake) : mistake;
  const kind = tokens.kinds[last];
  if (kind === T.Indent) return thrownBy(() => raiseAtLastToken(p, 'unexpected indent', 'IndentationError'));
  if (kind === T.Dedent) return thrownBy(() => raiseAtLastToken(p, 'unexpected unindent', 'IndentationError'));
  const invalid = thrownBy(() => new Reader(p, last).failAtToken('invalid syntax', last));
  return preferLater(p, invalid as PySyntaxError);
}

/** An error of the tokenizer further on comes first; one of its own is final. */
function preferLater({ tokens }: Parser, error: PySyntaxError): SourceError {
  if (tokens.hasFailed) return error;
  return tokens.findLaterError(tokens.lines[tokens.count - 1]) ?? error;
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
