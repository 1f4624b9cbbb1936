/**
 * What `sys.unraisablehook` writes: a line that says where the exception was ignored, and the exception without marks, notes and chain.
 * CPython writes it in C, which reads sources from files alone: those of `-c` and of the prompt are not shown.
 */
import type { PyTraceback } from '../interpreter/traceback.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { repr, str } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyType } from '../objspace/type.ts';
import { isText, textOf } from '../objspace/types/str/str.ts';
import { safeText, tracebackLimit } from './traceback/report.ts';
import { formatStack, type StackEntry, stackEntries } from './traceback/stack.ts';
import { PLAIN } from './traceback/theme.ts';

/** What the hook is given: all but the type may be None. */
export interface Unraisable {
  readonly type: Value;
  readonly value: Value;
  readonly traceback: PyTraceback | null;
  readonly message: Value;
  readonly object: Value;
}

export function formatUnraisable({ type, value, traceback, message, object }: Unraisable): string {
  return heading(message, object) + stackText(traceback) + lastLine(type, value);
}

/** Nothing where neither a message nor an object says where it was. */
function heading(message: Value, object: Value): string {
  if (message === null && object === null) return '';
  const where = message === null ? 'Exception ignored in' : safeText(() => str(message), 'Exception ignored in');
  return object === null ? `${where}:\n` : `${where}: ${safeText(() => repr(object), '<object repr() failed>')}\n`;
}

function stackText(traceback: PyTraceback | null): string {
  const stack = stackEntries(traceback, tracebackLimit());
  if (stack.length === 0) return '';
  return `Traceback (most recent call last):\n${formatStack(stack.map(plain), PLAIN).join('')}`;
}

function plain(entry: StackEntry): StackEntry {
  const position = { ...entry.position, column: -1, endColumn: -1 };
  return { ...entry, position, hidesSource: entry.filename.startsWith('<') };
}

function lastLine(type: Value, value: Value): string {
  const text = value === null ? '' : `: ${safeText(() => str(value), '<exception str() failed>')}`;
  return `${type instanceof PyType ? nameOf(type) : ''}${text}\n`;
}

function nameOf(type: PyType): string {
  const module = getAttribute(type, '__module__');
  if (module === EXIT) state.exception = null;
  if (module === EXIT || !isText(module as Value)) return `<unknown>${type.qualname}`;
  const name = textOf(module as Value);
  return name === 'builtins' || name === '__main__' ? type.qualname : `${name}.${type.qualname}`;
}
