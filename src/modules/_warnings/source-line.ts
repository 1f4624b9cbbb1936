/** The source line of a warning, asked of the loader of the module that it is about: the file may be in an archive. */
import { findAttribute, getAttribute } from '../../objspace/attributes.ts';
import { raise } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { isText, textOf } from '../../objspace/types/str/str.ts';

/** `undefined` if the loader cannot tell. */
export function lineByLoader(globals: PyDict, lineno: number): string | undefined | Exit {
  const external = state.interpreter.modules.getStr('_frozen_importlib_external');
  if (external === undefined) return undefined;
  const bless = getAttribute(external, '_bless_my_loader');
  const loader = bless === EXIT ? EXIT : call(bless as Value, [globals]);
  if (loader === EXIT) return EXIT;
  const name = globals.getStr('__name__');
  if (loader === null || name === undefined) return undefined;
  const getSource = findAttribute(loader as Value, 'get_source');
  if (getSource === EXIT || getSource === undefined) return getSource;
  const source = call(getSource as Value, [name]);
  if (source === EXIT) return EXIT;
  if (source === null || !isText(source as Value)) return undefined;
  const line = textOf(source as Value).split(/\r\n|\r|\n/)[lineno - 1];
  return line === undefined ? raise('IndexError', 'list index out of range') : line;
}
