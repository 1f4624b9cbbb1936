/** Warnings issued by host code: they go through the `_warnings` module as those of Python code do. */
import { EXIT, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { services } from '../interpreter/services.ts';
import { warningSource } from '../modules/_warnings/show.ts';
import { strFromText } from '../objspace/types/str/text.ts';
import { sourceLine } from './source-lines.ts';

warningSource.lineOf = sourceLine;

function warningsFunction(name: 'warn' | 'warn_explicit'): Value | undefined {
  const module = services().createBuiltinModule('_warnings');
  if (module === undefined) return undefined;
  const found = getAttribute(module, name);
  return found === EXIT ? undefined : (found as Value);
}

/** `warnings.warn(message, category, stacklevel)`; false if it became an exception in flight. */
export function warnFromFrame(category: Value, message: string, stackLevel: number): boolean {
  const warn = warningsFunction('warn');
  return warn === undefined || call(warn, [strFromText(message), category, stackLevel]) !== EXIT;
}

/** `warnings.warn_explicit(message, category, filename, lineno)`. */
export function warnExplicitly(category: Value, message: string, filename: string, lineno: number): boolean {
  const warn = warningsFunction('warn_explicit');
  return warn === undefined || call(warn, [strFromText(message), category, strFromText(filename), lineno]) !== EXIT;
}
