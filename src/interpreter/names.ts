/** Names: the slow paths of globals, builtins, class-level and module-level names, and the errors of unbound variables. */
import { CO_OPTIMIZED } from '../bytecode/code.ts';
import { exceptionTypes, newException, raise, raiseObject, swallow } from '../objspace/exception.ts';
import { fromNamespace } from '../objspace/builtin-names.ts';
import { lateBuiltins } from '../objspace/late-builtins.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { setItem } from '../objspace/operations.ts';
import { state } from '../objspace/state.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { builtinsObject, ForeignBuiltins } from './foreign-builtins.ts';
import type { Frame } from './frame.ts';
import { cacheAt } from './runtime-code.ts';
import { strOfName } from '../objspace/types/str/text.ts';
import { utf8Length } from '../util/code-points.ts';

/** InlineCache.kind of LoadGlobal. */
export const IN_GLOBALS = 1;
export const IN_BUILTINS = 2;

// ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────

function raiseName(message: string, name: string): Exit {
  const exception = newException('NameError', message);
  exception.fields = new Map<string, Value>([['name', strOfName(name)]]);
  return raiseObject(exception);
}

/** How many bytes of a name that is not defined the error shows. */
const SHOWN_BYTES = 200;

function shownName(name: string): string {
  if (name.length * 3 <= SHOWN_BYTES || utf8Length(name) <= SHOWN_BYTES) return name;
  let shown = '';
  let bytes = 0;
  for (const character of name) {
    bytes += utf8Length(character);
    if (bytes > SHOWN_BYTES) break;
    shown += character;
  }
  return shown;
}

const noName = (name: string): Exit => raiseName(`name '${shownName(name)}' is not defined`, name);

function undefinedName(frame: Frame, name: string): Result {
  const late = frame.builtins === state.interpreter.builtins ? lateBuiltins.find(name) : undefined;
  return late === undefined ? noName(name) : late;
}

/** Without the name as a member: CPython suggests no other for a variable of the function itself. */
function unbound(name: string): Exit {
  return raise('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`);
}

export function unboundLocal(frame: Frame, register: number): Exit {
  return unbound(frame.code.varnames[register] ?? '?');
}

export function unboundCell(frame: Frame, register: number): Exit {
  const index = frame.code.cellRegisters.indexOf(register);
  const name = index >= 0 ? frame.code.cellvars[index] : (frame.code.varnames[register] ?? '?');
  return (frame.code.flags & CO_OPTIMIZED) !== 0 ? unbound(name) : noName(name);
}

export function unboundFree(frame: Frame, index: number): Exit {
  const name = frame.code.freevars[index];
  return raiseName(
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    name,
  );
}

// ── Globals ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function loadGlobal(frame: Frame, nameIndex: number, cacheIndex: number): Result {
  const name = frame.runtime.names[nameIndex];
  const { globals, builtins, runtime } = frame;
  if (!runtime.hasCaches || !isPlainDict(globals)) return globalOrBuiltin(frame, name);
  const slot = globals.slotOfStr(name);
  if (slot >= 0) {
    const cache = cacheAt(frame.runtime, cacheIndex);
    cache.kind = IN_GLOBALS;
    cache.layout = globals.layout;
    cache.place = slot;
    return globals.values[slot] as Value;
  }
  if (!isPlainDict(builtins)) return globalOrBuiltin(frame, name);
  const builtinSlot = builtins.slotOfStr(name);
  if (builtinSlot < 0) return undefinedName(frame, name);
  const cache = cacheAt(frame.runtime, cacheIndex);
  cache.kind = IN_BUILTINS;
  cache.layout = globals.layout;
  cache.secondLayout = builtins.layout;
  cache.place = builtinSlot;
  return builtins.values[builtinSlot] as Value;
}

export function storeGlobal(frame: Frame, nameIndex: number, value: Value, cacheIndex: number): void {
  const name = frame.runtime.names[nameIndex];
  const { globals } = frame;
  globals.setStr(name, value);
  const cache = cacheAt(frame.runtime, cacheIndex);
  cache.place = globals.slotOfStr(name);
  cache.layout = globals.layout;
}

export function deleteGlobal(frame: Frame, nameIndex: number): true | Exit {
  const name = frame.runtime.names[nameIndex];
  return frame.globals.deleteStr(name) ? true : noName(name);
}

/** Objects of a class derived from dict may have `__getitem__` and more, of their own: nothing of theirs is cached. */
export function isPlainDict(dict: PyDict): boolean {
  return !dict.shape.type.isHeapType && !(dict instanceof ForeignBuiltins);
}

function globalOrBuiltin(frame: Frame, name: string): Result {
  const global = fromNamespace(frame.globals, name);
  if (global !== undefined) return global;
  const builtin = builtinNamed(frame, name);
  return builtin === undefined ? undefinedName(frame, name) : builtin;
}

/** What the builtins of a frame have under a name; `undefined` if nothing. */
export function builtinNamed(frame: Frame, name: string): Result | undefined {
  return fromNamespace(builtinsObject(frame.builtins), name);
}

// ── Names in a namespace ─────────────────────────────────────────────────────────────────────────────────────────

export function loadName(frame: Frame, nameIndex: number, cacheIndex: number): Result {
  if (frame.namespace === (frame.globals as Value)) return loadGlobalCached(frame, nameIndex, cacheIndex);
  if (ownNamespace(frame)) return loadGlobal(frame, nameIndex, cacheIndex);
  const name = frame.runtime.names[nameIndex];
  const local = fromNamespace(frame.namespace, name);
  return local === undefined ? globalOrBuiltin(frame, name) : local;
}

/** A function that was made of the code of a module has no namespace yet: it is the globals, as in the module. */
function ownNamespace(frame: Frame): boolean {
  if (frame.namespace !== null) return false;
  frame.namespace = frame.globals as Value;
  return true;
}

/** Module-level code: the namespace is the globals, so the cache of LoadGlobal serves. */
function loadGlobalCached(frame: Frame, nameIndex: number, cacheIndex: number): Result {
  const cache = frame.runtime.caches[cacheIndex];
  if (cache !== undefined && cache.layout === frame.globals.layout) {
    if (cache.kind === IN_GLOBALS) return frame.globals.values[cache.place] as Value;
    if (cache.secondLayout === frame.builtins.layout) return frame.builtins.values[cache.place] as Value;
  }
  return loadGlobal(frame, nameIndex, cacheIndex);
}

export function storeName(frame: Frame, nameIndex: number, value: Value, cacheIndex: number): true | Exit {
  const namespace = frame.namespace;
  if (namespace === (frame.globals as Value)) {
    const cache = frame.runtime.caches[cacheIndex];
    if (cache !== undefined && cache.layout === frame.globals.layout) frame.globals.replace(cache.place, value);
    else if (isPlainDict(frame.globals)) storeGlobal(frame, nameIndex, value, cacheIndex);
    else return setItem(namespace, strOfName(frame.runtime.names[nameIndex]), value);
    return true;
  }
  if (ownNamespace(frame)) {
    storeGlobal(frame, nameIndex, value, cacheIndex);
    return true;
  }
  const name = frame.runtime.names[nameIndex];
  if (!(namespace instanceof PyDict) || namespace.shape.type.isHeapType) return setItem(namespace, name, value);
  namespace.setStr(name, value);
  return true;
}

export function deleteName(frame: Frame, nameIndex: number): true | Exit {
  const name = frame.runtime.names[nameIndex];
  ownNamespace(frame);
  const namespace = frame.namespace;
  if (namespace instanceof PyDict && !namespace.shape.type.isHeapType)
    return namespace.deleteStr(name) ? true : noName(name);
  const done = setItem(namespace, name, undefined);
  return done === EXIT && swallow('KeyError') ? noName(name) : done;
}

export function loadNameOrFree(frame: Frame, namespace: Value, nameIndex: number, freeIndex: number): Result {
  const name = frame.runtime.names[nameIndex];
  const local = fromNamespace(namespace, name);
  if (local !== undefined) return local;
  const value = frame.closure[freeIndex].contents;
  return value === undefined ? unboundFree(frame, freeIndex) : value;
}

export function loadNameOrGlobal(frame: Frame, namespace: Value, nameIndex: number): Result {
  const name = frame.runtime.names[nameIndex];
  const local = fromNamespace(namespace, name);
  return local === undefined ? globalOrBuiltin(frame, name) : local;
}

export function loadBuildClass(frame: Frame): Result {
  const value = builtinNamed(frame, '__build_class__');
  return value === undefined ? raise('NameError', '__build_class__ not found') : value;
}

export function assertionErrorType(): Value {
  return exceptionTypes['AssertionError'];
}
