/**
 * What classes have under a name, and the sites that ask a class itself: `Class.VALUE`, `Class.create()`. Such a site is for one class
 * (InlineCache.owner), as long as neither that nor its metaclass has changed.
 */
import { getAttribute } from '../objspace/attributes.ts';
import { PyWrapperDescriptor } from '../objspace/descriptors.ts';
import { PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { type PyType, typeOf } from '../objspace/type.ts';
import { PyClassMethod, PyStaticMethod } from '../objspace/types/descriptors.ts';
import { PyFunction } from '../objspace/types/function.ts';
import { typeType } from '../objspace/types/type.ts';
import type { Frame } from './frame.ts';
import { cacheAt, type InlineCache, MAX_MISSES } from './runtime-code.ts';

/** InlineCache.kind, beside those of attribute-sites.ts: an attribute of the class as it is. */
export const OF_CLASS = 12;
/** A class method of the class. */
export const CLASS_METHOD_OF_CLASS = 13;

// ── What classes have ────────────────────────────────────────────────────────────────────────────────────────────

/** Not one of a class derived from `staticmethod`, which may have a `__get__` of its own. */
export function isStatic(found: Value | undefined): found is Value & PyStaticMethod {
  return found instanceof PyStaticMethod && !found.shape.type.isHeapType;
}

/** The same of `classmethod`, around a Python function. */
export function isClassMethod(found: Value | undefined): found is Value & PyClassMethod {
  return found instanceof PyClassMethod && !found.shape.type.isHeapType && found.callable instanceof PyFunction;
}

/** A Python function, or a builtin method, special ones included, of a type that this one derives from. */
export function isMethodOf(type: PyType, found: Value | undefined): boolean {
  if (found instanceof PyFunction) return true;
  if (found instanceof PyWrapperDescriptor) return type.isSubtypeOf(found.owner);
  return found instanceof PyMethodDescriptor && found.isFor(type);
}

/** What a class has under a name, where its metaclass does not come first; `undefined` where that is not so simple. */
export function foundIn(cls: PyType, name: string): Value | undefined {
  const metaclass = cls.shape.type;
  if (metaclass.slots.getAttribute !== typeType.slots.getAttribute) return undefined;
  const before = metaclass.lookup(name);
  return before !== undefined && typeOf(before).slots.set !== undefined ? undefined : cls.lookup(name);
}

// ── Sites ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whether the object is the class that the site is for, and has not changed. */
export function isOwner(cache: InlineCache, object: Value): boolean {
  const { owner } = cache;
  return (object as unknown) === owner && owner!.version === cache.layout;
}

/** An attribute of a class that no descriptor changes, or only in a way that is known: a function, a static method, a value. */
export function loadFromClass(frame: Frame, cls: PyType & Value, name: string, cacheIndex: number): Result {
  const found = foundIn(cls, name);
  if (found === undefined) return getAttribute(cls, name);
  const value = isStatic(found) ? found.callable : found;
  const isAsItIs =
    value !== found || isUnbound(found) || (typeOf(found).slots.get === undefined && !cls.isVariable(name));
  if (!isAsItIs) return getAttribute(cls, name);
  fillForClass(frame, cls, OF_CLASS, value, cacheIndex);
  return value;
}

/** A function or method that a class gives as it is. */
export function isUnbound(found: Value): boolean {
  if (found instanceof PyFunction || found instanceof PyWrapperDescriptor) return true;
  return found instanceof PyMethodDescriptor && !found.isClassMethod;
}

/** The same where it is called at once: nobody sees that a builtin class method is the same object each time. */
export function loadFunctionOfClass(frame: Frame, cls: PyType & Value, name: string, cacheIndex: number): Result {
  const found = foundIn(cls, name);
  if (!(found instanceof PyMethodDescriptor) || !found.isClassMethod)
    return loadFromClass(frame, cls, name, cacheIndex);
  const bound = getAttribute(cls, name);
  if (bound !== EXIT) fillForClass(frame, cls, OF_CLASS, bound as Value, cacheIndex);
  return bound;
}

/** The function of a class method, which is called with the class. */
export function classMethodOf(frame: Frame, cls: PyType & Value, name: string, cacheIndex: number): Value | undefined {
  const found = foundIn(cls, name);
  if (!isClassMethod(found)) return undefined;
  fillForClass(frame, cls, CLASS_METHOD_OF_CLASS, found.callable, cacheIndex);
  return found.callable;
}

function fillForClass(frame: Frame, cls: PyType & Value, kind: number, value: Value, cacheIndex: number): void {
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) return;
  cache.shape = cls.shape;
  cache.version = cls.shape.type.version;
  cache.kind = kind;
  cache.owner = cls;
  cache.layout = cls.version;
  cache.value = value;
}
