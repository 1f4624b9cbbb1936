/** Which types C declares statically in CPython, with no more of its structures and of their dictionaries than they need. */
import type { PyType } from './type.ts';

const MODULES: ReadonlySet<string> = new Set([
  'builtins',
  'types',
  'datetime',
  'weakref',
  'sys',
  'string.templatelib',
  '_contextvars',
]);
const OTHERS: ReadonlySet<string> = new Set(['Union', 'TypeAliasType', 'OrderedDict']);

/** Of builtin types. */
export function isStaticType({ module, name }: PyType): boolean {
  return MODULES.has(module) || OTHERS.has(name);
}
