/**
 * The `site` module: imported at start only where it has something to do, that is where packages are installed, and before a prompt. What it gives every
 * program otherwise (`exit`, `quit`, `copyright`, `credits`, `license`, `help`) is made when a program first names it.
 */
import { getAttribute } from '../objspace/attributes.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { lateBuiltins } from '../objspace/late-builtins.ts';
import { services } from '../interpreter/services.ts';
import { importByName } from './importer.ts';
import type { Interpreter } from './interpreter.ts';
import { packageFolders } from './paths.ts';

const COPYRIGHT =
  'Copyright (c) The Typhon authors.\nThe standard library is Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.';
const CREDITS = '    Thanks to the makers of CPython, PyPy and V8 for what Typhon learns from and builds on.';
const LICENSE = 'See https://docs.python.org/3/license.html for the license of the standard library.';

function made(className: string, args: Value[]): Result {
  const module = importByName('_sitebuiltins');
  const cls = module === EXIT ? EXIT : getAttribute(module as Value, className);
  return cls === EXIT ? EXIT : call(cls as Value, args);
}

const MAKERS: ReadonlyMap<string, () => Result> = new Map([
  ['exit', () => made('Quitter', ['exit', 'Ctrl-D (i.e. EOF)'])],
  ['quit', () => made('Quitter', ['quit', 'Ctrl-D (i.e. EOF)'])],
  ['copyright', () => made('_Printer', ['copyright', COPYRIGHT])],
  ['credits', () => made('_Printer', ['credits', CREDITS])],
  ['license', () => made('_Printer', ['license', LICENSE])],
  ['help', () => made('_Helper', [])],
]);

lateBuiltins.find = (name) => {
  const make = MAKERS.get(name);
  const interpreter = services();
  if (make === undefined || interpreter.options.noSite || interpreter.modules.hasStr('site')) return undefined;
  const value = make();
  if (value === EXIT) {
    state.exception = null;
    return undefined;
  }
  interpreter.builtins.setStr(name, value as Value);
  return value as Value;
};

/** Imports `site` if packages are installed; otherwise only makes sure that nothing of it is missed. */
export function startSite(interpreter: Interpreter): void {
  if (packageFolders(interpreter).length > 0) importSite(interpreter);
}

/** Imports `site`, unless -S says not to. */
export function importSite(interpreter: Interpreter): void {
  if (interpreter.options.noSite) return;
  if (importByName('site') === EXIT) interpreter.unraisable(state.exception!, null);
  state.exception = null;
}
