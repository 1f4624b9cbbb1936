/** The full names of relative imports, as CPython finds them out: from `__package__`, the module's spec, or its name. */
import { exceptionTypes, raise, raiseTypeError } from '../objspace/exception.ts';
import { ownAttribute, PyInstance } from '../objspace/instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { getAttribute } from '../objspace/attributes.ts';
import { isSameOrEqual } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { isText, type Text, textOf } from '../objspace/types/str/text.ts';
import { services } from '../interpreter/services.ts';

const MISMATCH = '__package__ != __spec__.parent';
const FALLING_BACK = "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
const NO_PARENT = 'attempted relative import with no known parent package';

/** Whether it is of importlib's own class. */
export function isPlainSpec(spec: Value): spec is PyInstance {
  return spec instanceof PyInstance && spec.shape.type === (services().importlib?.dict.getStr('ModuleSpec') as Value);
}

/** The `parent` of such a spec. */
function parentOf(spec: PyInstance): string | undefined {
  const name = ownAttribute(spec, 'name');
  if (typeof name !== 'string') return undefined;
  const isPackage = ownAttribute(spec, 'submodule_search_locations') !== null;
  return isPackage ? name : beforeDot(name);
}

/** What stands before the last dot; nothing if there is none. */
export function beforeDot(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}

/** `__package__`, where there is nothing to warn of: it is what the module's spec says, if there is one. */
export function plainPackage(globals: PyDict): string | undefined {
  const name = globals.getStr('__package__');
  if (typeof name !== 'string') return undefined;
  const spec = globals.getStr('__spec__');
  if (spec === undefined || spec === null) return name;
  return isPlainSpec(spec) && parentOf(spec) === name ? name : undefined;
}

function warn(category: string, message: string): true | Exit {
  return state.interpreter.warn(exceptionTypes[category], message, 1) ? true : EXIT;
}

/** Warns if the package is not what the spec calls its parent. */
function checkPackage(name: Value & Text, spec: Value): Result {
  const parent = getAttribute(spec, 'parent');
  const isSame = parent === EXIT ? EXIT : isSameOrEqual(name, parent as Value);
  if (isSame === EXIT) return EXIT;
  return isSame === false && warn('DeprecationWarning', MISMATCH) === EXIT ? EXIT : name;
}

function packageOfSpec(spec: Value): Result {
  const parent = getAttribute(spec, 'parent');
  if (parent === EXIT || isText(parent as Value)) return parent;
  return raiseTypeError('__spec__.parent must be a string');
}

/** What `__name__` tells; it is the package's own where there is a `__path__`. */
function packageByName(globals: PyDict): Result {
  if (warn('ImportWarning', FALLING_BACK) === EXIT) return EXIT;
  const name = globals.getStr('__name__');
  if (name === undefined) return raise('KeyError', "'__name__' not in globals");
  if (!isText(name)) return raiseTypeError('__name__ must be a string');
  return globals.hasStr('__path__') ? name : beforeDot(textOf(name));
}

function packageOf(globals: PyDict): Result {
  const name = globals.getStr('__package__') ?? null;
  const spec = globals.getStr('__spec__') ?? null;
  if (name !== null) {
    if (!isText(name)) return raiseTypeError('package must be a string');
    return spec === null ? name : checkPackage(name as Value & Text, spec);
  }
  return spec === null ? packageByName(globals) : packageOfSpec(spec);
}

/** The full name of what `level` dots and this name mean in these globals. */
export function absoluteName(name: string, globals: Value | undefined, level: number): string | Exit {
  if (globals === undefined) return raise('KeyError', "'__name__' not in globals");
  if (!(globals instanceof PyDict)) return raiseTypeError('globals must be a dict');
  const found = packageOf(globals);
  if (found === EXIT) return EXIT;
  let base = textOf(found as Value);
  if (base === '') return raise('ImportError', NO_PARENT);
  for (let above = 1; above < level; above++) {
    base = beforeDot(base);
    if (base === '') return raise('ImportError', 'attempted relative import beyond top-level package');
  }
  return name === '' ? base : `${base}.${name}`;
}
