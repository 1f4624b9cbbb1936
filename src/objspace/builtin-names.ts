/** Names that builtins ask for in the namespaces of the code that runs: its builtins may be any mapping. */
import { getAttribute } from './attributes.ts';
import { error, orThrow, swallow } from './exception.ts';
import { EXIT, type Result, type Value } from './object.ts';
import { call, getItem } from './operations.ts';
import { state } from './state.ts';
import { PyDict } from './types/dict/dict.ts';
import { strOfName } from './types/str/text.ts';
import { PyTuple } from './types/tuple.ts';

/** Set by vm/: the builtins of the running code, and its globals (`undefined` if no code runs). */
export const runningCode = {
  builtins: (): Value => null,
  globals: (): PyDict | undefined => undefined,
};

/** The item of a namespace, which may be any mapping; `undefined` if it has none. */
export function fromNamespace(namespace: Value, name: string): Result | undefined {
  if (namespace instanceof PyDict && !namespace.shape.type.isHeapType) return namespace.get(strOfName(name));
  const value = getItem(namespace, strOfName(name));
  return value === EXIT && swallow('KeyError') ? undefined : value;
}

/** A builtin by name, for what pickles as a call of it; throws if there is none. */
export function builtinNamed(name: string): Value {
  const found = fromNamespace(runningCode.builtins(), name);
  if (found === undefined) throw error('AttributeError', name);
  return orThrow(found);
}

/** Imports a module as an `import` in the running code would: by the `__import__` of the `__builtins__` of its globals. */
export function importByRunningCode(name: string): Result {
  const globals = runningCode.globals();
  const importer = importerOf(globals);
  if (importer === EXIT) return EXIT;
  const scope = globals === undefined ? null : (globals as Value);
  const module = call(importer as Value, [name, scope, scope, new PyTuple([]), 0]);
  return module === EXIT ? EXIT : getItem(state.interpreter.modules as Value, name);
}

function importerOf(globals: PyDict | undefined): Result {
  if (globals === undefined) return getItem(state.interpreter.builtins as Value, '__import__');
  const builtins = getItem(globals as Value, '__builtins__');
  if (builtins === EXIT) return EXIT;
  return builtins instanceof PyDict
    ? getItem(builtins as Value, '__import__')
    : getAttribute(builtins as Value, '__import__');
}
