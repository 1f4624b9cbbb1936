/** What every stage of the compiler must know about the source it compiles, and how all of them report errors. */
import type { LocatedNode } from '../syntax/ast.generated.ts';
import { PySyntaxError, SourceError, type WarningSink } from '../syntax/syntax-error.ts';

export interface CompileContext {
  readonly filename: string;
  /** The source line, with its line end, for the text of errors; undefined where there is no file to read it from. */
  readonly lineText: (lineno: number) => string | undefined;
  readonly warn: WarningSink;
  /** 0, 1 as with -O, 2 as with -OO. */
  readonly optimize: number;
  /** The source is one statement typed at a prompt. */
  readonly isInteractive: boolean;
  /** `await` may stand at the top level (`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`). */
  readonly allowsTopLevelAwait: boolean;
}

export type Place = Pick<LocatedNode, 'lineno' | 'col_offset' | 'end_lineno' | 'end_col_offset'>;

/** Unlike the parser, CPython's compiler counts the offsets of its errors in bytes. */
export function errorAt(context: CompileContext, message: string, place: Place, isBare = false): PySyntaxError {
  return new PySyntaxError('SyntaxError', message, {
    filename: context.filename,
    lineno: place.lineno,
    offset: place.col_offset + 1,
    text: context.lineText(place.lineno),
    endLineno: place.end_lineno,
    endOffset: place.end_col_offset + 1,
    isBare,
  });
}

/** An error of the symbol table or of a future import. */
export function bareErrorAt(context: CompileContext, message: string, place: Place): PySyntaxError {
  return errorAt(context, message, place, true);
}

/** Issues a SyntaxWarning; the sink throws where a filter makes an error of it. */
export function warnAt(context: CompileContext, message: string, place: Place): void {
  context.warn({
    category: 'SyntaxWarning',
    message,
    filename: context.filename,
    lineno: place.lineno,
    column: place.col_offset,
    endLineno: place.end_lineno,
    endColumn: place.end_col_offset,
    origin: 'compiler',
  });
}

/** Syntax nested deeper than this is refused, whatever the host's stack takes. Chains that lean to the left do not count. */
export const MAX_NESTING = 10_000;

/** Whether the host gave up because calls are nested too deeply: what is compiled is then too deep for it. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message) && !(error instanceof SourceError);
}

export function nestingError(): SourceError {
  return new SourceError('RecursionError', 'maximum recursion depth exceeded during compilation');
}
