/**
 * Attribute sites: what fills the inline caches of LoadAttr, StoreAttr and LoadMethod, and the paths that no cache serves.
 *
 * A cache holds for one shape and one version of its type: the shape says where the object keeps its own attributes, the version that
 * no class of the MRO has changed, so what was found on the type is still what a look-up would find.
 */
import { genericGetAttribute, genericSetAttribute, getAttribute, nameAttributeError, setAttribute } from '../objspace/attributes.ts';
import { raiseTypeError } from '../objspace/exception.ts';
import { PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { ownAttribute } from '../objspace/instance.ts';
import type { Shaped } from '../objspace/shape.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, lookupSpecial } from '../objspace/operations.ts';
import { builtinGetAttribute } from '../objspace/slot-wrappers.ts';
import { SPECIAL_METHODS } from '../bytecode/instructions.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PyProperty } from '../objspace/types/descriptors.ts';
import { PyFunction } from '../objspace/types/function.ts';
import { superGetAttribute, superType } from '../objspace/types/super.ts';
import type { Frame } from './frame.ts';
import { cacheAt } from './runtime-code.ts';

/** InlineCache.kind of attribute sites. */
export const OWN = 1;
/** A class attribute that is no descriptor, on an instance without an attribute of that name. */
export const CLASS_VALUE = 2;
/** A function or builtin method of the class. */
export const METHOD = 3;
/** A method of str, whose objects have no shape of their own. */
export const STR_METHOD = 4;
/** A property with a Python getter: `value` is the function. */
export const PROPERTY = 5;

/** Sites that miss more often than this see too many shapes to be worth a cache. */
const MAX_MISSES = 64;

export function loadAttribute(frame: Frame, object: Value, nameIndex: number, cacheIndex: number): Result {
  const name = frame.runtime.names[nameIndex];
  if (object !== null && typeof object === 'object') cacheLoad(frame, object, name, cacheIndex);
  return getAttribute(object, name);
}

export function cacheLoad(frame: Frame, object: Value & object, name: string, cacheIndex: number): void {
  const shape = object.shape;
  const type = shape.type;
  if (type.slots.getAttribute !== genericGetAttribute || shape.isDict || type.dictionary !== null) return;
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) return;
  const found = type.lookup(name);
  const foundSlots = found === undefined ? undefined : typeOf(found).slots;
  if (foundSlots?.set !== undefined) {
    if (!(found instanceof PyProperty) || found.shape.type.isHeapType || !(found.getter instanceof PyFunction)) return;
    cache.kind = PROPERTY;
    cache.value = found.getter;
  } else {
    const place = type.hasDict ? shape.places.get(name) : undefined;
    if (place !== undefined) {
      cache.kind = OWN;
      cache.place = place;
    } else if (found !== undefined && foundSlots!.get === undefined) {
      cache.kind = CLASS_VALUE;
      cache.value = found;
    } else return;
  }
  cache.shape = shape;
  cache.version = type.version;
}

export function storeAttribute(frame: Frame, object: Value, nameIndex: number, value: Value, cacheIndex: number): true | Exit {
  const name = frame.runtime.names[nameIndex];
  if (object === null || typeof object !== 'object') return setAttribute(object, name, value);
  const before = object.shape;
  const type = before.type;
  const done = setAttribute(object, name, value);
  if (done === EXIT || type.slots.setAttribute !== genericSetAttribute || before.isDict || !type.hasDict || !type.isHeapType) return done;
  const after = object.shape;
  if (after.isDict || type.lookup(name) !== undefined) return done;
  const place = after.places.get(name);
  if (place === undefined || (before !== after && after.parent !== before)) return done;
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) return done;
  cache.shape = before;
  cache.version = type.version;
  cache.place = place;
  cache.nextShape = before === after ? null : after;
  return done;
}

/** Fills R[callee] and R[self]. */
export function loadMethod(frame: Frame, object: Value, nameIndex: number, cacheIndex: number, callee: number, self: number): true | Exit {
  const name = frame.runtime.names[nameIndex];
  const registers = frame.registers;
  const method = plainMethod(frame, object, name, cacheIndex);
  if (method !== undefined) {
    registers[callee] = method;
    registers[self] = object;
    return true;
  }
  const value = getAttribute(object, name);
  if (value === EXIT) return EXIT;
  registers[callee] = value as Value;
  registers[self] = undefined;
  return true;
}

/** The function or builtin method that the attribute is, if calling it with the object first is the same as binding it. */
function plainMethod(frame: Frame, object: Value, name: string, cacheIndex: number): Value | undefined {
  const type = typeOf(object);
  if (type.slots.getAttribute !== genericGetAttribute) return undefined;
  const found = type.lookup(name);
  if (!(found instanceof PyFunction) && !(found instanceof PyMethodDescriptor && !found.isClassMethod)) return undefined;
  if (object === null || typeof object !== 'object') {
    if (typeof object === 'string') {
      const cache = cacheAt(frame.runtime, cacheIndex);
      cache.kind = STR_METHOD;
      cache.shape = null;
      cache.value = found;
    }
    return found;
  }
  const shape = object.shape;
  if (shape.isDict || type.dictionary !== null) return ownHides(object, type, name) ? undefined : found;
  if (type.hasDict && shape.places.has(name)) return undefined;
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) return found;
  cache.kind = METHOD;
  cache.shape = shape;
  cache.version = type.version;
  cache.value = found;
  return found;
}

function ownHides(object: Value & object, type: PyType, name: string): boolean {
  if (object.shape.isDict) return ownAttribute(object as Value & Shaped, name) !== undefined;
  return type.dictionary!(object, false)?.hasStr(name) ?? false;
}


// ── super ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function loadSuper(global: Value, type: Value, self: Value, name: string): Result {
  if (global !== superType) {
    const object = call(global, [type, self]);
    return object === EXIT ? EXIT : getAttribute(object as Value, name);
  }
  return superGetAttribute(type, self, name);
}

/** LoadSuperMethod at pc: callee bound type self name global. */
export function loadSuperMethod(frame: Frame, pc: number): true | Exit {
  const { words, names } = frame.runtime;
  const registers = frame.registers;
  const self = registers[words[pc + 4]] as Value;
  const type = registers[words[pc + 3]] as Value;
  const name = names[words[pc + 5]];
  const method = registers[words[pc + 6]] === superType ? superFunction(type, self, name) : undefined;
  if (method !== undefined) {
    registers[words[pc + 1]] = method;
    registers[words[pc + 2]] = self;
    return true;
  }
  const value = loadSuper(registers[words[pc + 6]] as Value, type, self, name);
  if (value === EXIT) return EXIT;
  registers[words[pc + 1]] = value as Value;
  registers[words[pc + 2]] = undefined;
  return true;
}

/** A plain function found behind `type` in the MRO of an instance `self`. */
function superFunction(type: Value, self: Value, name: string): PyFunction | undefined {
  if (!(type instanceof PyType) || self instanceof PyType) return undefined;
  const mro = typeOf(self).mro;
  const start = mro.indexOf(type);
  if (start < 0) return undefined;
  for (let index = start + 1; index < mro.length; index++) {
    const found = mro[index].ensureNamespace().get(name);
    if (found !== undefined) return found instanceof PyFunction ? found : undefined;
  }
  return undefined;
}

// ── with ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const CONTEXT_ERRORS: Record<string, string> = {
  __enter__: 'the context manager protocol (missed __enter__ method)',
  __exit__: 'the context manager protocol (missed __exit__ method)',
  __aenter__: 'the asynchronous context manager protocol (missed __aenter__ method)',
  __aexit__: 'the asynchronous context manager protocol (missed __aexit__ method)',
};

/** The protocol that an object has instead of the one that is missing, for the hint of the error. */
const OTHER_PROTOCOL: Record<string, readonly [string, string, string]> = {
  __enter__: ['__aenter__', '__aexit__', "asynchronous context manager protocol. Did you mean to use 'async with'?"],
  __exit__: ['__aenter__', '__aexit__', "asynchronous context manager protocol. Did you mean to use 'async with'?"],
  __aenter__: ['__enter__', '__exit__', "context manager protocol. Did you mean to use 'with'?"],
  __aexit__: ['__enter__', '__exit__', "context manager protocol. Did you mean to use 'with'?"],
};

export function loadSpecial(frame: Frame, object: Value, which: number, callee: number, self: number): true | Exit {
  const name = SPECIAL_METHODS[which];
  const registers = frame.registers;
  const found = typeOf(object).lookup(name);
  if (found instanceof PyFunction) {
    registers[callee] = found;
    registers[self] = object;
    return true;
  }
  const method = lookupSpecial(object, name);
  if (method === EXIT) return EXIT;
  if (method === undefined) return noContextManager(object, name);
  registers[callee] = method as Value;
  registers[self] = undefined;
  return true;
}

function noContextManager(object: Value, name: string): Exit {
  const type = typeOf(object);
  const [enter, exit, text] = OTHER_PROTOCOL[name];
  const message = `'${type.name}' object does not support ${CONTEXT_ERRORS[name]}`;
  if (type.lookup(enter) === undefined || type.lookup(exit) === undefined) return raiseTypeError(message);
  return raiseTypeError(`${message} but it supports the ${text}`);
}

/** The attribute as the nearest builtin base finds it, for classes with a `__getattr__` of their own. */
export function getBuiltin(object: Value, name: string): Result {
  return builtinGetAttribute(object, typeOf(object), name);
}

/** Reading an attribute of the object in the register has failed: the AttributeError in flight gets to know of what. */
export function nameMissing(frame: Frame, register: number, nameIndex: number): void {
  nameAttributeError(frame.registers[register] as Value, frame.runtime.names[nameIndex]);
}
