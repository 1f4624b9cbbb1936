/**
 * Modules of the library that are *frozen*: CPython carries their code in itself and imports them without a file, so their frames are those
 * of `<frozen os>` and show no source. Those that importlib is made of are needed before anything can be imported.
 */

/** Under the names that they run by. */
const BOOTSTRAP: ReadonlyMap<string, string> = new Map([
  ['_frozen_importlib', 'importlib._bootstrap'],
  ['_frozen_importlib_external', 'importlib._bootstrap_external'],
  ['zipimport', 'zipimport'],
]);

const OTHERS: readonly string[] = [
  'abc',
  'codecs',
  'io',
  '_collections_abc',
  '_sitebuiltins',
  'genericpath',
  'ntpath',
  'posixpath',
  'os',
  'site',
  'stat',
  'importlib.util',
  'importlib.machinery',
  'runpy',
];

const FROZEN: ReadonlyMap<string, string> = new Map([
  ...BOOTSTRAP,
  ...OTHERS.map((name): [string, string] => [name, name]),
]);

/** The name under which the library has the module. `usesAll`: what -X frozen_modules says about those that could be loaded from files. */
export function frozenOrigin(name: string, usesAll: boolean): string | undefined {
  return (usesAll ? FROZEN : BOOTSTRAP).get(name);
}

export function frozenNames(): Iterable<string> {
  return FROZEN.keys();
}
