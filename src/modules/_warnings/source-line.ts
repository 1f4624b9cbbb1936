/** The source line of a warning, asked of the loader of the module that it is about: the file may be in an archive. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { raiseTypeError, swallow } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { argumentName, call } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { splitLines } from '../../objspace/types/str/split.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';
import { unwrap } from '../../objspace/types/str/text.ts';

/** `undefined` if the loader cannot tell. */
export function lineByLoader(globals: PyDict, lineno: number): string | undefined | Exit {
  const loader = loaderOf(globals);
  if (loader === EXIT) return EXIT;
  const name = nameOf(globals);
  if (name === EXIT) return EXIT;
  if (loader === null || name === undefined) return undefined;
  const getSource = findAttribute(loader as Value, 'get_source');
  if (getSource === EXIT || getSource === undefined) return getSource;
  const source = call(getSource as Value, [name as Value]);
  // As for a module that has no source.
  if (source === EXIT) return swallow('ImportError') ? undefined : EXIT;
  if (source === null) return undefined;
  if (!isText(source as Value)) return raiseTypeError(`must be str, not ${argumentName(source as Value)}`);
  const line = splitLines(unwrap(source as Value), false)[lineno - 1];
  return line === undefined ? undefined : textOf(line as Value);
}

/** A script's `__main__` has no spec, and needs none. */
function loaderOf(globals: PyDict): Result {
  if (globals.getStr('__spec__') === null && globals.getStr('__name__') === '__main__')
    return globals.getStr('__loader__') ?? null;
  const external = state.interpreter.modules.getStr('_frozen_importlib_external');
  if (external === undefined) return null;
  const bless = getAttribute(external, '_bless_my_loader');
  return bless === EXIT ? EXIT : call(bless as Value, [globals]);
}

/** What the loader knows the module by: `__main__` may be another one, executed with `-m`. */
function nameOf(globals: PyDict): Value | undefined | Exit {
  const spec = globals.getStr('__spec__');
  if (spec !== undefined && spec !== null) {
    const name = findAttribute(spec, 'name');
    if (name !== undefined) return name as Value | Exit;
  }
  return globals.getStr('__name__');
}
