/** Names of Python modules that builtin types are defined to use (`typing._type_check`, `string.templatelib._template_unpickle`). */
import { getAttribute } from '../attributes.ts';
import { raise } from '../exception.ts';
import { EXIT, type Result, type Value } from '../object.ts';
import { call } from '../operations.ts';
import { state } from '../state.ts';
import { PyTuple } from './tuple.ts';

/** The module, imported if it is not yet. */
export function importModule(name: string): Result {
  const loaded = state.interpreter.modules.getStr(name);
  if (loaded !== undefined && loaded !== null) return loaded;
  const importer = state.interpreter.builtins.getStr('__import__');
  if (importer === undefined) return raise('ImportError', '__import__ not found');
  return call(importer, [name, null, null, new PyTuple(['*']) as Value, 0]);
}

/** An attribute of a module. */
export function imported(module: string, name: string): Result {
  const loaded = importModule(module);
  return loaded === EXIT ? EXIT : getAttribute(loaded as Value, name);
}

/** Calls a function of a module. */
export function callImported(module: string, name: string, args: Value[]): Result {
  const callee = imported(module, name);
  return callee === EXIT ? EXIT : call(callee as Value, args);
}
