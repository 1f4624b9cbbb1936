/**
 * What is to be printed of an exception, taken from it before anything is printed: its text, its stack, what it is chained to, and what
 * it contains. Each exception is taken once: chains may be cyclic.
 */
import type { PyTraceback } from '../../interpreter/traceback.ts';
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { exceptionTypes, type PyBaseException } from '../../objspace/exception.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { itemsOf, repr, str } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { exceptionsOf, isGroup } from '../../objspace/types/exceptions/groups.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { type StackEntry, stackEntries } from './stack.ts';
import { suggestionText } from './suggestions.ts';
import { type SyntaxDetails, syntaxDetails } from './syntax-details.ts';

export interface Report {
  readonly typeName: string;
  readonly message: string;
  readonly notes: readonly string[];
  readonly stack: readonly StackEntry[];
  readonly syntax: SyntaxDetails | undefined;
  readonly suppressesContext: boolean;
  cause: Report | undefined;
  context: Report | undefined;
  /** Of a group, what is in it. */
  exceptions: readonly Report[] | undefined;
}

export function reportOf(exception: PyBaseException): Report {
  const limit = tracebackLimit();
  const seen = new Set<PyBaseException>();
  const take = (taken: PyBaseException): Report => {
    seen.add(taken);
    return single(taken, limit);
  };
  const top = take(exception);
  const queue: { report: Report; exception: PyBaseException }[] = [{ report: top, exception }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    queue.push(...connect(next.report, next.exception, seen, take));
  return top;
}

/** Adds what the exception is chained to and contains; gives the new ones, whose turn comes later. */
function connect(
  report: Report,
  exception: PyBaseException,
  seen: ReadonlySet<PyBaseException>,
  take: (exception: PyBaseException) => Report,
): { report: Report; exception: PyBaseException }[] {
  const found: { report: Report; exception: PyBaseException }[] = [];
  const { cause, context } = exception;
  if (cause !== null && !seen.has(cause)) {
    report.cause = take(cause);
    found.push({ report: report.cause, exception: cause });
  }
  if (context !== null && report.cause === undefined && !exception.suppressContext && !seen.has(context)) {
    report.context = take(context);
    found.push({ report: report.context, exception: context });
  }
  if (isGroup(exception)) {
    const nested = exceptionsOf(exception).map((item) => ({ report: take(item), exception: item }));
    report.exceptions = nested.map((item) => item.report);
    found.push(...nested);
  }
  return found;
}

/** `sys.tracebacklimit`: so many of the innermost entries. */
export function tracebackLimit(): number | undefined {
  const sys = state.interpreter.modules.getStr('sys');
  if (sys === undefined) return undefined;
  const limit = findAttribute(sys, 'tracebacklimit');
  if (limit === EXIT) state.exception = null;
  if (typeof limit === 'bigint') return limit < 0n ? 0 : undefined;
  return typeof limit === 'number' ? Math.max(0, limit) : undefined;
}

function single(exception: PyBaseException, limit: number | undefined): Report {
  const isSyntaxError = exception.shape.type.isSubtypeOf(exceptionTypes['SyntaxError']);
  return {
    typeName: qualifiedName(exception),
    message:
      safeText(() => str(exception), '<exception str() failed>') + (isSyntaxError ? '' : suggestionText(exception)),
    notes: notesOf(exception),
    stack: stackEntries(exception.traceback as PyTraceback | null, limit),
    syntax: isSyntaxError ? syntaxDetails(exception) : undefined,
    suppressesContext: exception.suppressContext,
    cause: undefined,
    context: undefined,
    exceptions: undefined,
  };
}

/** The text that `make` gives, or what stands for it if that fails. */
export function safeText(make: () => Result, failed: string): string {
  const text = make();
  if (text !== EXIT && isText(text as Value)) return textOf(text as Value);
  state.exception = null;
  return failed;
}

/** The name of the type, with its module unless that is `builtins` or `__main__`. */
function qualifiedName(exception: PyBaseException): string {
  const type = typeOf(exception);
  const module = getAttribute(type, '__module__');
  if (module === EXIT) state.exception = null;
  if (module === 'builtins' || module === '__main__') return type.qualname;
  return `${module !== EXIT && isText(module as Value) ? textOf(module as Value) : '<unknown>'}.${type.qualname}`;
}

function notesOf(exception: PyBaseException): string[] {
  const notes = findAttribute(exception, '__notes__');
  if (notes === undefined || notes === null) return [];
  if (notes === EXIT) {
    const raised = state.exception!;
    state.exception = null;
    return [`Ignored error getting __notes__: ${safeText(() => repr(raised), '<__notes__ repr() failed>')}`];
  }
  const items = typeOf(notes as Value).pattern === 'sequence' ? itemsOf(notes as Value) : EXIT;
  if (items === EXIT) {
    state.exception = null;
    return [safeText(() => repr(notes as Value), '<__notes__ repr() failed>')];
  }
  return (items as Value[]).flatMap((note) => safeText(() => str(note), '<note str() failed>').split('\n'));
}
