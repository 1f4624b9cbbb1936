/** `import`: what the instructions do. Finding and loading modules is behind `builtins.__import__` (vm/importer.ts). */
import { findAttribute, getAttribute } from '../objspace/attributes.ts';
import { newException, raise, raiseObject, raiseTypeError, swallow } from '../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, getItem, itemsOf, setItem, typeName } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import { intArgument } from '../objspace/types/bytes/allocate.ts';
import { typeOf } from '../objspace/type.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { moduleType, PyModule } from '../objspace/types/module.ts';
import { type ImportSituation, importSituation } from '../objspace/types/module-shadowing.ts';
import { isText, strFromText, strOfName, textOf } from '../objspace/types/str/text.ts';
import type { Frame } from './frame.ts';
import { builtinNamed } from './names.ts';

/** Set by vm/importer.ts. */
export const importHook = {
  importModule: (_name: string, _globals: Value | undefined, _fromList: Value, _level: number): Result =>
    raise('ImportError', 'no importer'),
};

/** `builtins.__import__`. */
export function importBuiltin(
  name: Value,
  globals: Value | undefined,
  _locals: Value,
  fromList: Value,
  level: Value,
): Result {
  if (!isText(name)) return raiseTypeError('module name must be a string');
  const depth = intArgument(level);
  return depth === EXIT ? EXIT : importHook.importModule(textOf(name), globals, fromList, depth as number);
}

export function importName(frame: Frame, nameIndex: number, level: Value, fromList: Value): Result {
  const importer = builtinNamed(frame, '__import__');
  if (importer === EXIT) return EXIT;
  if (importer === undefined) return raise('ImportError', '__import__ not found');
  if (importer instanceof PyBuiltinFunction && importer.definition.body === importBuiltin)
    return importHook.importModule(frame.runtime.names[nameIndex], frame.globals, fromList, level as number);
  const namespace = frame.namespace === null ? frame.globals : frame.namespace;
  return call(importer as Value, [
    strOfName(frame.runtime.names[nameIndex]),
    frame.globals,
    namespace,
    fromList,
    level,
  ]);
}

/** `from module import name`: the attribute, or a submodule that is already loaded. */
export function importFrom(module: Value, name: string): Result {
  const value = attributeOf(module, name);
  if (value === EXIT && !swallow('AttributeError')) return EXIT;
  if (value !== undefined && value !== EXIT) return value;
  const moduleName = findAttribute(module, '__name__');
  if (moduleName === EXIT && !swallow('AttributeError')) return EXIT;
  const isNamed = moduleName !== undefined && moduleName !== EXIT && isText(moduleName);
  if (isNamed) {
    const loaded = state.interpreter.modules.getStr(`${textOf(moduleName)}.${name}`);
    if (loaded !== undefined) return loaded;
  }
  return cannotImport(module, isNamed ? textOf(moduleName) : null, name);
}

/** The attribute of the module: of names that no type knows, what its namespace has. */
function attributeOf(module: Value, name: string): Result | undefined {
  if (module instanceof PyModule && module.shape.type === moduleType && !name.startsWith('__')) {
    const value = module.dict.getStr(name);
    if (value !== undefined) return value;
  }
  return findAttribute(module, name);
}

function cannotImport(module: Value, moduleName: string | null, name: string): Exit {
  const spec = findAttribute(module, '__spec__');
  if (spec === EXIT) state.exception = null;
  const situation = importSituation(moduleName, spec === undefined || spec === EXIT ? null : (spec as Value));
  if (situation === EXIT) return EXIT;
  const { origin, isInitializing, advice } = situation as ImportSituation;
  const path = origin ?? fileOf(module);
  const from = `'${moduleName ?? '<unknown module name>'}'`;
  const where = `(${path ?? 'unknown location'})`;
  const partial = isInitializing && advice === undefined;
  const message = partial
    ? `cannot import name '${name}' from partially initialized module ${from} (most likely due to a circular import) ${where}`
    : `cannot import name '${name}' from ${from} ${advice ?? where}`;
  const exception = newException('ImportError', message);
  exception.fields = new Map<string, Value>([
    ['msg', strFromText(message)],
    ['name', moduleName === null ? null : strFromText(moduleName)],
    ['path', path === null ? null : strFromText(path)],
    ['name_from', strOfName(name)],
  ]);
  return raiseObject(exception);
}

/** What stands in the dictionary of a module: its own `__getattr__` is not asked. */
function fileOf(module: Value): string | null {
  const file = module instanceof PyModule ? module.dict.getStr('__file__') : undefined;
  return file !== undefined && isText(file) ? textOf(file) : null;
}

/** `from module import *` into the namespace of the frame. */
export function importStar(frame: Frame, module: Value): Result {
  const target = frame.namespace === null ? (frame.globals as Value) : frame.namespace;
  const listed = findAttribute(module, '__all__');
  if (listed === EXIT) return EXIT;
  const isAll = listed !== undefined;
  const names = isAll ? sequenceItems(listed as Value) : namesOf(module);
  if (names === EXIT) return EXIT;
  for (const key of names as Value[]) {
    if (!isText(key)) return wrongName(module, key, isAll);
    const name = textOf(key);
    if (!isAll && name.startsWith('_')) continue;
    const value = getAttribute(module, name);
    if (value === EXIT || setItem(target, name, value as Value) === EXIT) return EXIT;
  }
  return null;
}

/** What `__all__` lists is asked for by index, whatever it is. */
function sequenceItems(all: Value): readonly Value[] | Exit {
  if (all instanceof PyDict) return raiseTypeError(`'${typeName(all)}' object is not a sequence`);
  if (typeOf(all).slots.getItem === undefined)
    return raiseTypeError(`'${typeName(all)}' object does not support indexing`);
  const items: Value[] = [];
  for (;;) {
    const item = getItem(all, items.length);
    if (item === EXIT) return swallow('IndexError') ? items : EXIT;
    items.push(item as Value);
  }
}

function namesOf(module: Value): readonly Value[] | Exit {
  const dict = getAttribute(module, '__dict__');
  if (dict === EXIT)
    return swallow('AttributeError')
      ? raise('ImportError', 'from-import-* object has no __dict__ and no __all__')
      : EXIT;
  return itemsOf(dict as Value);
}

function wrongName(module: Value, key: Value, isAll: boolean): Exit {
  const name = getAttribute(module, '__name__');
  if (name === EXIT) return EXIT;
  if (!isText(name as Value)) return raiseTypeError(`module __name__ must be a string, not ${typeName(name as Value)}`);
  const [what, where] = isAll ? ['Item', '__all__'] : ['Key', '__dict__'];
  return raiseTypeError(`${what} in ${textOf(name as Value)}.${where} must be str, not ${typeName(key)}`);
}
