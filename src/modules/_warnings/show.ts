/** Showing a warning: through `warnings._showwarnmsg` if that module is there, else as one line and its source. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { raise, raiseTypeError } from '../../objspace/exception.ts';
import { call, str } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyType, typeOf } from '../../objspace/type.ts';
import { importModule } from '../../objspace/types/imported.ts';
import { textOf } from '../../objspace/types/str/str.ts';
import { type Warning, warningsAttribute } from './filters.ts';

/** Set by vm/: the line of a source file, where it can be had. */
export const warningSource = { lineOf: (_filename: string, _lineno: number): string | undefined => undefined };

/** Shows a warning; `sourceLine` where the caller knows it. */
export function show(warning: Warning, sourceLine: string | undefined): Result {
  // A warning about an object wants the module: it knows where the object was made.
  if (warning.source !== null && importModule('warnings') === EXIT) state.exception = null;
  const showMessage = warningsAttribute('_showwarnmsg');
  if (showMessage === undefined) return write(warning, sourceLine);
  if (typeOf(showMessage as Value).slots.call === undefined)
    return raiseTypeError('warnings._showwarnmsg() must be set to a callable');
  const make = warningsAttribute('WarningMessage');
  if (make === undefined) return raise('RuntimeError', 'unable to get warnings.WarningMessage');
  const { message, category, filename, lineno, source } = warning;
  const shown = call(make as Value, [
    message,
    category,
    filename,
    lineno,
    null,
    sourceLine === undefined ? null : sourceLine,
    source,
  ]);
  return shown === EXIT || call(showMessage as Value, [shown as Value]) === EXIT ? EXIT : null;
}

/** The form that needs no Python code. */
function write({ text, category, filename, lineno }: Warning, sourceLine: string | undefined): Result {
  const shown = str(text);
  if (shown === EXIT) return EXIT;
  const file = textOf(filename);
  const name = category instanceof PyType ? category.name : 'Warning';
  let line = `${file}:${lineno}: ${name}: ${textOf(shown as Value)}\n`;
  // CPython reads it of files alone here.
  const known = file.startsWith('<') ? undefined : warningSource.lineOf(file, lineno);
  const source = (sourceLine ?? known)?.trim();
  if (source !== undefined && source !== '') line += `  ${source}\n`;
  writeToStderr(line);
  return null;
}

/** What cannot be written is lost. */
function writeToStderr(text: string): void {
  const sys = state.interpreter.modules.getStr('sys');
  const stderr = sys === undefined ? undefined : findAttribute(sys, 'stderr');
  if (stderr !== undefined && stderr !== null && stderr !== EXIT) {
    const method = getAttribute(stderr as Value, 'write');
    if (method !== EXIT) call(method as Value, [text]);
  }
  state.exception = null;
}
