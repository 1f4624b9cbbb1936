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

/** Takes what importlib's `__import__` takes, with an absolute name. */
export function importTold(importlib: PyModule, given: readonly Value[]): Result {
  const [name, , , fromList] = given;
  const ask = (fn: string, ...args: Value[]): Result => call(importlib.dict.getStr(fn) as Value, args);
  if (!state.interpreter.modules.hasStr(textOf(name)) && isImportRefused(name)) return EXIT;
  const isFrom = fromList === null ? false : isTrue(fromList);
  if (isFrom === EXIT) return EXIT;
  if (!isFrom) return ask('__import__', ...given);
  const module = ask('_gcd_import', name);
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
