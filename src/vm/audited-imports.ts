/**
 * `__import__` while there are audit hooks: as the C code does it, which tells of what it does not find in `sys.modules` before it asks
 * importlib, and imports what a `from` names by `__import__` again.
 */
import { state } from '../objspace/state.ts';
import { isRefused } from '../objspace/audit.ts';
import { findAttribute } from '../objspace/attributes.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call, isTrue } from '../objspace/operations.ts';
import { services } from '../interpreter/services.ts';
import type { PyModule } from '../objspace/types/module.ts';
import { textOf } from '../objspace/types/str/text.ts';

/** Takes what importlib's `__import__` takes. */
export function importTold(importlib: PyModule, given: readonly Value[]): Result {
  const [name, globals, , fromList, level] = given;
  const ask = (fn: string, ...args: Value[]): Result => call(importlib.dict.getStr(fn) as Value, args);
  const packageName = level === 0 ? null : ask('_calc___package__', globals);
  if (packageName === EXIT) return EXIT;
  const full = level === 0 ? name : ask('_resolve_name', name, packageName as Value, level);
  const isKnown = full !== EXIT && full !== '';
  // What importlib refuses it refuses below as well, with what it has to say.
  if (!isKnown) state.exception = null;
  else if (!state.interpreter.modules.hasStr(textOf(full as Value)) && isImportRefused(full as Value)) return EXIT;
  const isFrom = fromList === null ? false : isTrue(fromList);
  if (isFrom === EXIT) return EXIT;
  if (!isFrom || !isKnown) return ask('__import__', ...given);
  const module = ask('_gcd_import', full as Value);
  if (module === EXIT) return EXIT;
  const path = findAttribute(module as Value, '__path__');
  if (path === EXIT) return EXIT;
  if (path === undefined) return module;
  return ask('_handle_fromlist', module as Value, fromList, state.interpreter.builtins.getStr('__import__') as Value);
}

function isImportRefused(name: Value): boolean {
  const { sys } = services();
  const known = (attribute: string): Value => sys.getStr(attribute) ?? null;
  return isRefused('import', name, null, known('path'), known('meta_path'), known('path_hooks'));
}
