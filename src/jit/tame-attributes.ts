/**
 * `getattr` and its like, `__class__`, `__dict__` and the attributes of patterns, where they run no Python code; UNTAMED, with nothing done, where they would, or where only the general
 * protocol knows.
 */
import { entryOf, METHOD, OWN } from '../interpreter/attribute-sites.ts';
import { isMethodOf, isStatic, isUnbound } from '../interpreter/class-sites.ts';
import { findAttribute, genericGetAttribute, genericSetAttribute, ownValue } from '../objspace/attributes.ts';
import {
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyMethodWrapper,
  PyWrapperDescriptor,
} from '../objspace/descriptors.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import { adopt, becomeDictionary, PyInstance, readPlace, setOwnAttribute } from '../objspace/instance.ts';
import { EXIT, type Result, type Value } from '../objspace/object.ts';
import { fastItems } from '../objspace/operations.ts';
import type { Shaped } from '../objspace/shape.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { getDictionary } from '../objspace/types/class-creation.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { PyModule } from '../objspace/types/module.ts';
import { layoutOf, objectType } from '../objspace/types/object.ts';
import { PyTuple } from '../objspace/types/tuple.ts';
import { hasPlainClass, typeType } from '../objspace/types/type.ts';
import { computed, isQuietAttribute } from './quiet-attributes.ts';
import { UNTAMED, type Untamed } from './tame.ts';

/** `getattr` with a default; without one (`undefined`), what is not there is UNTAMED. */
export function tamedAttributeOr(object: Value, name: Value, otherwise: Value | undefined): Value | Untamed {
  const found = lookUp(object, name);
  if (found !== undefined) return found;
  return otherwise === undefined ? UNTAMED : otherwise;
}

export function tamedHasAttribute(object: Value, name: Value): boolean | Untamed {
  const found = lookUp(object, name);
  return found === UNTAMED ? UNTAMED : found !== undefined;
}

/** `undefined`: there is no such attribute. */
function lookUp(object: Value, name: Value): Value | undefined | Untamed {
  if (typeof name !== 'string') return UNTAMED;
  if (object !== null && typeof object === 'object') {
    const entry = entryOf(object.shape, name);
    if (entry.kind === METHOD) return boundTo(object as Value, entry.value);
    if (entry.kind === OWN) return readPlace(object as unknown as Shaped, entry.place) ?? UNTAMED;
    if (object instanceof PyType) return ofClass(object, name);
    if (object instanceof PyModule) return ofModule(object, name);
    if (object instanceof PyFunction && OF_FUNCTIONS.has(name)) return findAttribute(object as Value, name) as Value;
  }
  return ofObject(object, name);
}

/** Attributes that all functions have, which run no Python code, whatever was stored in them. */
const OF_FUNCTIONS: ReadonlySet<string> = new Set(['__name__', '__qualname__', '__doc__', '__module__']);

/** Of a module: what it holds, and nothing else. */
function ofModule(module: Value & PyModule, name: string): Value | undefined | Untamed {
  const { type } = module.shape;
  if (type.isHeapType || type.lookup(name) !== undefined) return UNTAMED;
  return module.dict.getStr(name) ?? (module.dict.getStr('__getattr__') === undefined ? undefined : UNTAMED);
}

/** As `genericGetAttribute` finds it. */
function ofObject(object: Value, name: string): Value | undefined | Untamed {
  const type = typeOf(object);
  return type.slots.getAttribute === genericGetAttribute ? ofType(object, type, type.lookup(name), name) : UNTAMED;
}

/** `found`: what the type has by this name. */
function ofType(object: Value, type: PyType, found: Value | undefined, name: string): Value | undefined | Untamed {
  const slots = found === undefined ? undefined : typeOf(found).slots;
  if (slots?.set !== undefined) return ofSlot(object, found as Value);
  const own = ownValue(object, type, name);
  if (own !== undefined) return own;
  if (found === undefined || slots!.get === undefined) return found;
  return isMethodOf(type, found) ? boundTo(object, found) : UNTAMED;
}

/** The value of one of `__slots__`, if it has one. */
function ofSlot(object: Value, descriptor: Value): Value | Untamed {
  if (!(descriptor instanceof PyGetSetDescriptor) || !descriptor.isFor(typeOf(object))) return UNTAMED;
  if (descriptor instanceof PyMemberDescriptor && descriptor.place >= 0)
    return readPlace(object as unknown as Shaped, descriptor.place) ?? UNTAMED;
  const value = isQuietAttribute(descriptor) ? computed(descriptor, object) : EXIT;
  return value === EXIT ? UNTAMED : (value as Value);
}

/** Of a class whose metaclass leaves attributes to `type`. */
function ofClass(cls: PyType, name: string): Value | undefined | Untamed {
  const metaclass = cls.shape.type;
  if (metaclass.slots.getAttribute !== typeType.slots.getAttribute) return UNTAMED;
  const before = metaclass.lookup(name);
  if (before !== undefined && typeOf(before).slots.set !== undefined) return UNTAMED;
  const found = cls.lookup(name);
  if (found === undefined && before !== undefined) return UNTAMED;
  if (found === undefined || isUnbound(found) || typeOf(found).slots.get === undefined) return found;
  return isStatic(found) ? found.callable : UNTAMED;
}

/** What `type` says that an attribute of classes is, whatever they have themselves; `undefined` where it does not. */
export function descriptorOfClasses(name: string): Value | undefined {
  const found = typeType.lookup(name);
  return found !== undefined && typeOf(found).slots.set !== undefined ? found : undefined;
}

/** Such an attribute of a class, if its metaclass leaves that to `type`. */
export function tamedOfType(cls: Value, name: string, descriptor: PyGetSetDescriptor): Result | Untamed {
  if (!(cls instanceof PyType)) return UNTAMED;
  const metaclass = cls.shape.type;
  if (metaclass !== typeType) {
    const isLeft = metaclass.slots.getAttribute === typeType.slots.getAttribute;
    if (!isLeft || (metaclass.lookup(name) as unknown) !== descriptor) return UNTAMED;
  }
  return computed(descriptor, cls);
}

function boundTo(object: Value, method: Value): Value {
  if (method instanceof PyWrapperDescriptor) return new PyMethodWrapper(method, object) as Value;
  return method instanceof PyMethodDescriptor
    ? (new PyBuiltinFunction(method.definition, object, null) as Value)
    : (new PyMethod(method, object) as unknown as Value);
}

export function tamedSetAttribute(object: Value, name: Value, value: Value): null | Untamed {
  if (typeof name !== 'string' || object === null || typeof object !== 'object') return UNTAMED;
  const type = typeOf(object);
  if (type.slots.setAttribute !== genericSetAttribute || !type.hasDict) return UNTAMED;
  const found = type.lookup(name);
  if (found !== undefined && typeOf(found).slots.set !== undefined) return UNTAMED;
  setOwnAttribute(object as Value & Shaped, name, value);
  return null;
}

/** `object.__class__`. */
export function tamedClass(object: Value): Value | Untamed {
  const type = typeOf(object);
  return hasPlainClass(type) ? (type as Value) : UNTAMED;
}

/** `object.__new__(cls)`. */
export function tamedNew(cls: Value): Value | Untamed {
  if (!(cls instanceof PyType) || cls.isAbstract || layoutOf(cls) !== objectType) return UNTAMED;
  return new PyInstance(cls.instanceShape) as Value;
}

/** `tuple.__new__(cls, items)` of a class that derives from tuple. */
export function tamedNewTuple(cls: PyType, iterable: Value): Value | Untamed {
  const items = fastItems.of(iterable);
  return items === undefined ? UNTAMED : (adopt(new PyTuple(items), cls) as Value);
}

/** `object.__dict__` of an instance of a Python class, which has another shape from then on. */
export function tamedDictionary(object: Value): Value | Untamed {
  const type = typeOf(object);
  if (type.slots.getAttribute !== genericGetAttribute || object instanceof PyType) return UNTAMED;
  return givesDictionary(type.lookup('__dict__')) ? (becomeDictionary(object as Value & Shaped) as Value) : UNTAMED;
}

function givesDictionary(found: Value | undefined): boolean {
  return found instanceof PyGetSetDescriptor && found.getter === getDictionary;
}

/** `object.__getattribute__(object, name)`, which says itself that there is no such attribute. */
export function tamedOfObject(object: Value, name: Value): Result | Untamed {
  if (typeof name !== 'string' || object instanceof PyType) return UNTAMED;
  const type = typeOf(object);
  const found = type.lookup(name);
  if (found !== undefined && name === '__dict__' && givesDictionary(found))
    return becomeDictionary(object as Value & Shaped) as Value;
  const value = ofType(object, type, found, name);
  return value === undefined ? genericGetAttribute(object, name) : value;
}

/** An attribute of what is a class without a metaclass. */
export function tamedClassAttribute(cls: Value, name: string): Value | Untamed {
  const found = cls instanceof PyType ? ofClass(cls, name) : UNTAMED;
  return found === undefined ? UNTAMED : found;
}

/** A class pattern with keywords only: the attributes, null where it does not match. */
export function tamedMatch(subject: Value, cls: PyType, names: PyTuple): PyTuple | null | Untamed {
  const type = typeOf(subject);
  if (!type.isSubtypeOf(cls)) return hasPlainClass(type) ? null : UNTAMED;
  const values: Value[] = [];
  for (const name of names.items) {
    const value = lookUp(subject, name);
    if (value === UNTAMED) return UNTAMED;
    if (value === undefined) return null;
    values.push(value as Value);
  }
  return new PyTuple(values);
}
