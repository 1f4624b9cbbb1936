/**
 * `import`: the fast path for what is loaded already, and the door to importlib for the rest.
 *
 * importlib's own bootstrap modules (`_frozen_importlib`, `_frozen_importlib_external`) find and load modules, unmodified; their frames
 * are cut out of tracebacks, as CPython does.
 */
import { findAttribute } from '../objspace/attributes.ts';
import { auditor } from '../objspace/audit.ts';
import { importTold } from './audited-imports.ts';
import { absoluteName, beforeDot, isPlainSpec, plainPackage } from './relative-names.ts';
import { isInFlight, type PyBaseException, raise, swallow } from '../objspace/exception.ts';
import { ownAttribute } from '../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { call, isTrue } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { moduleType, PyModule } from '../objspace/types/module.ts';
import { strOfName } from '../objspace/types/str/text.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { services } from '../interpreter/services.ts';
import { noteLoaded, notePackage } from './import-time.ts';
import type { PyTraceback } from '../interpreter/traceback.ts';

/** `builtins.__import__`. */
export function importModule(name: string, globals: Value | undefined, fromList: Value, level: number): Result {
  if (level < 0) return raise('ValueError', 'level must be >= 0');
  if (level > 0) return importRelative(name, globals, fromList, level);
  return name === '' ? raise('ValueError', 'Empty module name') : importAbsolute(name, fromList);
}

function importAbsolute(name: string, fromList: Value): Result {
  const loaded = loadedModule(name, fromList);
  if (loaded === undefined) return importSlowly(name, fromList);
  noteLoaded(name);
  if (givesPackage(fromList)) notePackage(name);
  return loaded;
}

function importRelative(name: string, globals: Value | undefined, fromList: Value, level: number): Result {
  if (globals instanceof PyDict && !givesPackage(fromList)) {
    const loaded = loadedRelative(name, globals, fromList, level);
    if (loaded !== undefined) return loaded;
  }
  const full = absoluteName(name, globals, level);
  if (full === EXIT) return EXIT;
  const isFrom = fromList === null ? false : isTrue(fromList);
  if (isFrom === EXIT) return EXIT;
  return isFrom ? importAbsolute(full as string, fromList) : importBeginning(name, full as string);
}

/** What an import of `.a.b` gives that names nothing in it: `a`. */
function importBeginning(name: string, full: string): Result {
  if (importAbsolute(full, null) === EXIT) return EXIT;
  const dot = name.indexOf('.');
  const given = dot < 0 ? full : full.slice(0, full.length - name.length + dot);
  const module = state.interpreter.modules.getStr(given);
  return module === undefined ? raise('KeyError', `'${given}' not in sys.modules as expected`) : module;
}

/** Whether the import of `a.b` gives `a`. */
function givesPackage(fromList: Value): boolean {
  return fromList === null || (fromList instanceof PyTuple && fromList.items.length === 0);
}

/** The answer where the module is loaded completely and nothing of a package has to be imported. */
function loadedModule(name: string, fromList: Value): Result | undefined {
  const { modules } = state.interpreter;
  const module = modules.getStr(name);
  if (module === undefined || module === null || !(module instanceof PyModule) || isInitializing(module))
    return undefined;
  if (givesPackage(fromList)) {
    const dot = name.indexOf('.');
    return dot < 0 ? module : modules.getStr(name.slice(0, dot));
  }
  if (!(fromList instanceof PyTuple)) return undefined;
  if (!module.dict.hasStr('__path__')) {
    const path = pathByRules(module);
    if (path === EXIT) return EXIT;
    return path === undefined ? module : importFromPackage(module, fromList);
  }
  for (const item of fromList.items) if (typeof item !== 'string' || !module.dict.hasStr(item)) return undefined;
  return module;
}

/** What a class of modules or the module's own `__getattr__` gives as `__path__`. */
function pathByRules(module: PyModule): Result | undefined {
  if (module.shape.type === moduleType && !module.dict.hasStr('__getattr__')) return undefined;
  return findAttribute(module, '__path__');
}

/** Imports what the list names of a package that is loaded. */
function importFromPackage(module: PyModule, fromList: Value): Result {
  const { dict } = services().importlib!;
  const given = [module, fromList, dict.getStr('_gcd_import') as Value];
  const result = call(dict.getStr('_handle_fromlist') as Value, given);
  if (result === EXIT) removeImportlibFrames(state.exception!);
  return result;
}

/** The same of a relative import, by the full name. */
function loadedRelative(name: string, globals: PyDict, fromList: Value, level: number): Result | undefined {
  let base = plainPackage(globals);
  if (base === undefined) return undefined;
  for (let above = 1; above < level; above++) base = beforeDot(base);
  if (base === '') return undefined;
  const full = name === '' ? base : `${base}.${name}`;
  const loaded = loadedModule(full, fromList);
  if (loaded !== undefined) noteLoaded(full);
  return loaded;
}

function isInitializing(module: PyModule): boolean {
  const spec = module.dict.getStr('__spec__');
  if (spec === undefined || spec === null) return false;
  const flag = isPlainSpec(spec) ? ownAttribute(spec, '_initializing') : findAttribute(spec, '_initializing');
  if (flag === EXIT) swallow('Exception');
  return flag !== undefined && flag !== EXIT && isTrue(flag as Value) === true;
}

function importSlowly(name: string, fromList: Value): Result {
  const importlib = services().importlib;
  if (importlib === undefined) return raise('ImportError', `No module named '${name}'`);
  const implementation = importlib.dict.getStr('__import__') as Value;
  const given = [strOfName(name), null, null, fromList, 0];
  const result = auditor === undefined ? call(implementation, given) : importTold(importlib, given);
  if (result === EXIT) removeImportlibFrames(state.exception!);
  return result;
}

const BOOTSTRAP = '<frozen importlib._bootstrap>';
const EXTERNAL = '<frozen importlib._bootstrap_external>';

/**
 * Cuts importlib's own frames out: all of them from an ImportError, else the chunks that end in `_call_with_frames_removed`.
 * With -v they stay.
 */
function removeImportlibFrames(exception: PyBaseException): void {
  if (services().options.verbose > 0) return;
  const always = isInFlight('ImportError');
  let previous: PyTraceback | null = null;
  let beforeChunk: PyTraceback | null = null;
  let inChunk = false;
  for (let link = exception.traceback as PyTraceback | null; link !== null; link = link.next) {
    const { filename, name } = link.frame.code;
    const isOurs = filename === BOOTSTRAP || filename === EXTERNAL;
    if (isOurs && !inChunk) beforeChunk = previous;
    inChunk = isOurs;
    if (isOurs && (always || name === '_call_with_frames_removed')) {
      if (beforeChunk === null) exception.traceback = link.next;
      else beforeChunk.next = link.next;
      previous = beforeChunk;
    } else previous = link;
  }
}

/** Imports a module by its full name: `importlib.import_module` for host code. */
export function importByName(name: string): Result {
  const result = importModule(name, null, new PyTuple(['__name__']) as Value, 0);
  if (result === EXIT) return EXIT;
  const module = state.interpreter.modules.getStr(name);
  return module === undefined ? result : module;
}
