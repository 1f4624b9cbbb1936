/**
 * Attribute sites: what fills the inline caches of LoadAttr, StoreAttr and LoadMethod, and the paths that no cache serves.
 *
 * A cache holds for one shape and one version of its type: the shape says where the object keeps its own attributes, the version that
 * no class of the MRO has changed, so what was found on the type is still what a look-up would find.
 */
import {
  genericGetAttribute,
  genericSetAttribute,
  getAttribute,
  nameAttributeError,
  setAttribute,
} from '../objspace/attributes.ts';
import { raiseTypeError } from '../objspace/exception.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../objspace/gateway/builtin-function.ts';
import {
  dictionaryIn,
  ownAttribute,
  readFloat,
  readPlace,
  renewShape,
  writePlace,
  PyInstance,
} from '../objspace/instance.ts';
import { AttributeEntry, isDoublePlace, type Shape, type Shaped } from '../objspace/shape.ts';
import { EXIT, type Exit, type Result, type Value } from '../objspace/object.ts';
import { call, fullTypeName, lookupSpecial } from '../objspace/operations.ts';
import { PyWrapperDescriptor } from '../objspace/descriptors.ts';
import { builtinGetAttribute, isAdapter } from '../objspace/slot-wrappers.ts';
import { SPECIAL_METHODS } from '../bytecode/instructions.ts';
import { PyGetSetDescriptor, PyMemberDescriptor } from '../objspace/descriptors.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PyModule } from '../objspace/types/module.ts';
import { PyProperty } from '../objspace/types/descriptors.ts';
import { PyFunction, PyMethod } from '../objspace/types/function.ts';
import { strOfName } from '../objspace/types/str/text.ts';
import { objectType } from '../objspace/types/object.ts';
import { superGetAttribute, superType } from '../objspace/types/super.ts';
import type { Frame } from './frame.ts';
import { pythonMethod } from './python-method.ts';
import { isImplicit } from './super-operands.ts';
import {
  classMethodOf,
  isClassMethod,
  isMethodOf,
  isStatic,
  loadFromClass,
  loadFunctionOfClass,
} from './class-sites.ts';
import { cacheAt, type InlineCache, MAX_MISSES } from './runtime-code.ts';

/** InlineCache.kind and AttributeEntry.kind. */
export const OWN = 1;
/** A class attribute that is no descriptor, on an instance without an attribute of that name. */
export const CLASS_VALUE = 2;
/** A function or builtin method of the class. */
export const METHOD = 3;
/** A method of str, whose objects have no shape of their own. */
export const STR_METHOD = 4;
/** A property with a Python getter: `value` is the function. */
export const PROPERTY = 5;
/** A global of a module: `layout` and `place` are those of its dictionary. */
export const MODULE = 6;
/** An attribute of the instance that is kept as a float without a box. */
export const OWN_FLOAT = 7;
/** There is no such attribute, and the class has a `__getattr__` in Python: `value` is the function. */
export const FALLBACK = 8;
/** A static method of the class: `value` is what it wraps. */
export const STATIC = 9;
/** A class method: `value` is the Python function that it wraps. */
export const CLASS_METHOD = 10;
/** A field that a builtin base computes: `value` is the descriptor. */
export const COMPUTED = 11;
/** What a descriptor says whose class is written in Python: `value` is the descriptor, which is asked anew each time how. */
export const DESCRIPTOR = 14;
/** A function or builtin method of the class, of an object that keeps a dictionary: as long as nothing in that hides it. Only in caches. */
export const UNHIDDEN = 15;
/** What an object that keeps a dictionary has in it: `place` is the position where the name was found last. */
export const IN_DICTIONARY = 16;
/** The same, or else `value`, which is a class attribute that is no descriptor. */
export const WITH_DEFAULT = 17;
/** What only the general protocol knows. */
const GENERAL = 0;

// ── What a shape knows of a name ─────────────────────────────────────────────────────────────────────────────────

/** What reading `name` of an object of the shape comes to, as long as the type has that version. */
function computeEntry(shape: Shape, name: string): AttributeEntry {
  const { type } = shape;
  const general = new AttributeEntry(type.version, GENERAL, 0, null);
  const isPlain = type.slots.getAttribute === genericGetAttribute;
  if (!(isPlain || asksFallbackLast(type))) return general;
  const found = type.lookup(name);
  const slots = found === undefined ? undefined : typeOf(found).slots;
  if (slots?.set !== undefined) {
    const entry = dataDescriptorEntry(type, found as Value) ?? general;
    // An AttributeError of a getter goes to `__getattr__`.
    return isPlain || entry.kind === OWN ? entry : general;
  }
  if (shape.isDict) return dictionaryEntry(type, name, found) ?? general;
  // What the dictionary may hide.
  if (type.dictionary !== null) return general;
  const place = type.hasDict ? shape.places.get(name) : undefined;
  if (place !== undefined) return new AttributeEntry(type.version, isDoublePlace(place) ? OWN_FLOAT : OWN, place, null);
  if (found === undefined) return isPlain ? general : (fallbackEntry(type) ?? general);
  if (slots!.get === undefined)
    return type.isVariable(name) ? general : new AttributeEntry(type.version, CLASS_VALUE, 0, found);
  if (isMethodOf(type, found)) return new AttributeEntry(type.version, METHOD, 0, found as Value);
  if (isStatic(found)) return new AttributeEntry(type.version, STATIC, 0, found.callable);
  if (isClassMethod(found)) return new AttributeEntry(type.version, CLASS_METHOD, 0, found.callable);
  return isPlain && found instanceof PyInstance ? new AttributeEntry(type.version, DESCRIPTOR, 0, found) : general;
}

/** Of objects that keep a dictionary, which comes before everything in the class that is left; methods see `unhiddenMethod`. */
function dictionaryEntry(type: PyType, name: string, found: Value | undefined): AttributeEntry | undefined {
  if (found === undefined) return new AttributeEntry(type.version, IN_DICTIONARY, 0, null);
  if (isMethodOf(type, found) || isStatic(found) || isClassMethod(found)) return undefined;
  const isDefault = typeOf(found).slots.get === undefined && !type.isVariable(name);
  return new AttributeEntry(type.version, isDefault ? WITH_DEFAULT : IN_DICTIONARY, 0, isDefault ? found : null);
}

/** Whether the class finds attributes as all do, but for a `__getattr__` that is asked where there are none. */
export function asksFallbackLast(type: PyType): boolean {
  return (
    isAdapter(type.slots.getAttribute) &&
    type.lookup('__getattribute__') === objectType.lookup('__getattribute__') &&
    type.lookup('__getattr__') !== undefined
  );
}

function fallbackEntry(type: PyType): AttributeEntry | undefined {
  const method = type.lookup('__getattr__');
  return method instanceof PyFunction ? new AttributeEntry(type.version, FALLBACK, 0, method) : undefined;
}

/** Properties with a Python getter, `__slots__`, fields of builtin bases. */
function dataDescriptorEntry(type: PyType, found: Value): AttributeEntry | undefined {
  if (found instanceof PyGetSetDescriptor && !found.isFor(type)) return undefined;
  if (found instanceof PyMemberDescriptor && found.place >= 0)
    return new AttributeEntry(type.version, OWN, found.place, null);
  if (found instanceof PyGetSetDescriptor) return new AttributeEntry(type.version, COMPUTED, 0, found);
  if (found instanceof PyInstance) return new AttributeEntry(type.version, DESCRIPTOR, 0, found as Value);
  if (!(found instanceof PyProperty) || found.shape.type.isHeapType || !(found.getter instanceof PyFunction))
    return undefined;
  return new AttributeEntry(type.version, PROPERTY, 0, found.getter);
}

/** The entry of a shape for a name, computed once for a version of the type. */
export function entryOf(shape: Shape, name: string): AttributeEntry {
  shape.entries ??= new Map();
  let entry = shape.entries.get(name);
  if (entry === undefined || entry.version !== shape.type.version) {
    entry = computeEntry(shape, name);
    shape.entries.set(name, entry);
  }
  return entry;
}

/** What a site that sees many shapes goes by: the entry of the shape, if it has been computed and still holds. */
export function entryBeside(cache: InlineCache, shape: Shape, name: string): AttributeEntry | undefined {
  if (cache.misses <= MAX_MISSES || shape.isStale) return undefined;
  const entry = shape.entries?.get(name);
  return entry !== undefined && entry.version === shape.type.version ? entry : undefined;
}

/** The Python function that a call of the object's method of this name calls, if looking it up runs no code and finds nothing else. */
export function methodOf(object: Value, name: string): PyFunction | undefined {
  if (object === null || typeof object !== 'object') return undefined;
  const { kind, value } = entryOf(object.shape, name);
  return kind === METHOD && value instanceof PyFunction ? value : undefined;
}

/** Lets a site answer by itself the next time. */
function fillCache(frame: Frame, shape: Shape, entry: AttributeEntry, cacheIndex: number): void {
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) return;
  cache.shape = shape;
  cache.version = entry.version;
  cache.kind = entry.kind;
  cache.place = entry.place;
  cache.value = entry.value;
}

// ── Loads ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The value; `undefined` if a Python function gives it, which `getter` then is: that of a property, a `__getattr__`, a `__get__`. */
export function loadAttribute(frame: Frame, object: Value, nameIndex: number, cacheIndex: number): Result | undefined {
  const name = frame.runtime.names[nameIndex];
  if (object === null || typeof object !== 'object' || !frame.runtime.hasCaches) return getAttribute(object, name);
  if (object instanceof PyModule) return loadFromModule(frame, object, name, cacheIndex);
  if (object instanceof PyType) return loadFromClass(frame, object, name, cacheIndex);
  if (object.shape.isStale) renewShape(object as unknown as Shaped);
  const { shape } = object;
  const entry = entryOf(shape, name);
  if (entry.kind === GENERAL) return getAttribute(object, name);
  if (entry.kind !== CLASS_METHOD) fillCache(frame, shape, entry, cacheIndex);
  switch (entry.kind) {
    case OWN: {
      const value = readPlace(object as unknown as Shaped, entry.place);
      return value === undefined ? getAttribute(object, name) : value;
    }
    case OWN_FLOAT:
      return readFloat(object as unknown as Shaped, entry.place);
    case IN_DICTIONARY:
    case WITH_DEFAULT: {
      const value = fromDictionary(object as unknown as Shaped, name, entry);
      return value === undefined ? getAttribute(object, name) : value;
    }
    case CLASS_VALUE:
    case STATIC:
      return entry.value;
    case COMPUTED:
    case METHOD:
      return computed(entry.value, object);
    case PROPERTY:
      return toCall(entry.value as unknown as PyFunction, [object]);
    case FALLBACK:
      return toCall(entry.value as unknown as PyFunction, [object, strOfName(name)]);
    case DESCRIPTOR: {
      const method = pythonMethod(entry.value, typeOf(entry.value).slots.get, '__get__');
      return method === undefined ? getAttribute(object, name) : toCall(method, [entry.value, object, shape.type]);
    }
    default:
      return getAttribute(object, name);
  }
}

/** What the descriptor of a builtin type gives, or a method: itself bound. */
export function computed(descriptor: Value, object: Value): Result {
  return typeOf(descriptor).slots.get!(descriptor as never, object, typeOf(object));
}

/** The getter to call after loadAttribute has answered `undefined`, and with what. */
export const getter = { fn: null as unknown as PyFunction, args: [] as Value[] };

function toCall(fn: PyFunction, args: Value[]): undefined {
  getter.fn = fn;
  getter.args = args;
}

/** Whether `loadAttribute` knows how the object finds the attribute. */
export function isKnown(frame: Frame, object: Value, nameIndex: number): boolean {
  if (object === null || typeof object !== 'object' || !frame.runtime.hasCaches) return false;
  if (object.shape.isStale) renewShape(object as unknown as Shaped);
  const name = frame.runtime.names[nameIndex];
  const entry = entryOf(object.shape, name);
  return entry.kind === IN_DICTIONARY
    ? fromDictionary(object as unknown as Shaped, name, entry) !== undefined
    : entry.kind !== GENERAL;
}

/**
 * What an object that keeps a dictionary has in it, or the default that the site knows. `undefined` if there is neither, or if looking
 * for it may run Python code. Objects that are made alike have a name in the same position.
 */
export function fromDictionary(object: Shaped, name: string, site: InlineCache | AttributeEntry): Value | undefined {
  const dict = dictionaryIn(object);
  const { place } = site;
  if (place < dict.end && dict.keys[place] === name) return dict.values[place];
  if (dict.table !== null) return undefined;
  const position = dict.slotOfStr(name);
  if (position < 0) return site.kind === WITH_DEFAULT ? site.value : undefined;
  site.place = position;
  return dict.values[position];
}

/** Gives what such an object has under the name another value; false if there is nothing, or if looking for it may run Python code. */
export function replaceInDictionary(
  object: Shaped,
  name: string,
  value: Value,
  site: InlineCache | AttributeEntry,
): boolean {
  const dict = dictionaryIn(object);
  if (site.place >= dict.end || dict.keys[site.place] !== name) {
    const position = dict.table === null ? dict.slotOfStr(name) : -1;
    if (position < 0) return false;
    site.place = position;
  }
  dict.replace(site.place, value);
  return true;
}

function loadFromModule(frame: Frame, module: PyModule, name: string, cacheIndex: number): Result {
  const { dict } = module;
  const { shape } = module as Value & PyModule;
  const place = dict.slotOfStr(name);
  if (place < 0 || shape.type.isHeapType || shape.type.lookup(name) !== undefined) return getAttribute(module, name);
  const cache = cacheAt(frame.runtime, cacheIndex);
  cache.shape = shape;
  cache.version = shape.type.version;
  cache.kind = MODULE;
  cache.layout = dict.layout;
  cache.place = place;
  return dict.values[place] as Value;
}

// ── Stores ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function storeAttribute(
  frame: Frame,
  object: Value,
  nameIndex: number,
  value: Value,
  cacheIndex: number,
): true | Exit {
  const name = frame.runtime.names[nameIndex];
  if (object === null || typeof object !== 'object' || !frame.runtime.hasCaches)
    return setAttribute(object, name, value);
  if (object.shape.isStale) renewShape(object as unknown as Shaped);
  const before = object.shape;
  const { type } = before;
  if (!type.isHeapType || type.slots.setAttribute !== genericSetAttribute) return setAttribute(object, name, value);
  const found = type.lookup(name);
  if (found instanceof PyMemberDescriptor && found.place >= 0 && found.isFor(type)) {
    fillStore(frame, name, before, null, OWN, found.place, cacheIndex);
    writePlace(object as unknown as Shaped, found.place, value);
    return true;
  }
  const done = setAttribute(object, name, value);
  const after = object.shape;
  const isOwn = found === undefined || typeOf(found).slots.set === undefined;
  if (done === EXIT || !isOwn || !type.hasDict) return done;
  if (before.isDict) {
    fillStore(frame, name, before, null, IN_DICTIONARY, 0, cacheIndex);
    return done;
  }
  const place = after.places.get(name);
  if (place !== undefined && (before === after || after.parent === before)) {
    const kind = isDoublePlace(place) ? OWN_FLOAT : OWN;
    fillStore(frame, name, before, before === after ? null : after, kind, place, cacheIndex);
  }
  return done;
}

/** Lets a site store by itself the next time; one that sees many shapes goes by their entries. */
function fillStore(
  frame: Frame,
  name: string,
  before: Shape,
  after: Shape | null,
  kind: number,
  place: number,
  cacheIndex: number,
): void {
  const cache = cacheAt(frame.runtime, cacheIndex);
  if (cache.misses++ > MAX_MISSES) {
    if (after === null) entryOf(before, name);
    return;
  }
  cache.shape = before;
  cache.version = before.type.version;
  cache.place = place;
  cache.kind = kind;
  cache.nextShape = after;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Fills R[callee] and R[self]. */
export function loadMethod(
  frame: Frame,
  object: Value,
  nameIndex: number,
  cacheIndex: number,
  callee: number,
  self: number,
): true | Exit {
  const name = frame.runtime.names[nameIndex];
  const { registers } = frame;
  const { hasCaches } = frame.runtime;
  const method = hasCaches ? plainMethod(frame, object, name, cacheIndex) : undefined;
  if (method !== undefined) {
    registers[callee] = method;
    registers[self] = object;
    return true;
  }
  const classMethod = hasCaches ? classMethodFor(frame, object, name, cacheIndex) : undefined;
  if (classMethod !== undefined) {
    registers[callee] = classMethod;
    registers[self] = object instanceof PyType ? object : typeOf(object);
    return true;
  }
  const value = loadUnbound(frame, object, name, cacheIndex);
  if (value === EXIT) return EXIT;
  const unbound = frame.runtime.hasCaches ? undefined : unboundMethod(value as Value, object, name);
  registers[callee] = unbound ?? (value as Value);
  registers[self] = unbound === undefined ? undefined : object;
  return true;
}

/** The class method that is called with the class of the object, or with the object if that is a class. */
function classMethodFor(frame: Frame, object: Value, name: string, cacheIndex: number): Value | undefined {
  if (object === null || typeof object !== 'object') return undefined;
  if (object instanceof PyType) return classMethodOf(frame, object, name, cacheIndex);
  const entry = entryOf(object.shape, name);
  if (entry.kind !== CLASS_METHOD) return undefined;
  fillCache(frame, object.shape, entry, cacheIndex);
  return entry.value;
}

const UNBOUND_KINDS: ReadonlySet<number> = new Set([OWN, CLASS_VALUE, STATIC, IN_DICTIONARY, WITH_DEFAULT]);

/** What is called without the object in front. */
function loadUnbound(frame: Frame, object: Value, name: string, cacheIndex: number): Result {
  if (!frame.runtime.hasCaches || object === null || typeof object !== 'object') return getAttribute(object, name);
  if (object instanceof PyModule) return loadFromModule(frame, object, name, cacheIndex);
  if (object instanceof PyType) return loadFunctionOfClass(frame, object, name, cacheIndex);
  const { shape } = object;
  const entry = entryOf(shape, name);
  if (UNBOUND_KINDS.has(entry.kind)) fillCache(frame, shape, entry, cacheIndex);
  return getAttribute(object, name);
}

/** Without caches a builtin method comes bound; errors name one that is called at once after the class that has it. */
function unboundMethod(value: Value, object: Value, name: string): Value | undefined {
  const type = typeOf(object);
  if (!(value instanceof PyBuiltinFunction) || type.slots.getAttribute !== genericGetAttribute) return undefined;
  const found = type.lookup(name);
  return isMethodOf(type, found) && (found as PyMethodDescriptor).definition === value.definition ? found : undefined;
}

/** The function or builtin method that the attribute is, if calling it with the object first is the same as binding it. */
function plainMethod(frame: Frame, object: Value, name: string, cacheIndex: number): Value | undefined {
  if (object === null || typeof object !== 'object') return primitiveMethod(frame, object, name, cacheIndex);
  if (object.shape.isStale) renewShape(object as unknown as Shaped);
  const { shape } = object;
  const entry = entryOf(shape, name);
  if (entry.kind === METHOD) {
    fillCache(frame, shape, entry, cacheIndex);
    return entry.value;
  }
  return entry.kind === GENERAL ? unhiddenMethod(frame, object, name, cacheIndex) : undefined;
}

/** A method of str, as it is found on the type. */
export function methodOfText(name: string): Value | undefined {
  const type = typeOf('');
  const found = type.lookup(name);
  return isMethodOf(type, found) ? found : undefined;
}

/** Bare values have no attributes of their own. */
function primitiveMethod(frame: Frame, object: Value, name: string, cacheIndex: number): Value | undefined {
  const type = typeOf(object);
  const found = type.lookup(name);
  if (!isMethodOf(type, found)) return undefined;
  if (typeof object === 'string') {
    const cache = cacheAt(frame.runtime, cacheIndex);
    cache.kind = STR_METHOD;
    cache.shape = null;
    cache.value = found as Value;
  }
  return found;
}

/** Objects that keep a dictionary: the method counts if no attribute of the object hides it. */
function unhiddenMethod(frame: Frame, object: Value & object, name: string, cacheIndex: number): Value | undefined {
  const { shape } = object;
  const found = methodUnlessHidden(shape, name);
  if (found === undefined) return undefined;
  fillCache(frame, shape, new AttributeEntry(shape.type.version, UNHIDDEN, 0, found), cacheIndex);
  return hides(object, name) ? undefined : found;
}

/** Whether an object that keeps a dictionary has something in it under this name. */
export function hides(object: Value & object, name: string): boolean {
  const { type } = object.shape;
  if (object.shape.isDict) return ownAttribute(object as Value & Shaped, name) !== undefined;
  return type.dictionary !== null && (type.dictionary(object, false)?.hasStr(name) ?? false);
}

/** The method that all objects of a shape have that do not hide it: of objects that keep a dictionary. */
export function methodUnlessHidden({ type, isDict }: Shape, name: string): Value | undefined {
  if (type.slots.getAttribute !== genericGetAttribute || !(isDict || type.dictionary !== null)) return undefined;
  const found = type.lookup(name);
  return isMethodOf(type, found) ? found : undefined;
}

// ── super ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `super().name` for the instruction at `pc`, whose operand that holds the class is at `operands`: type self name global. */
export function loadSuper({ runtime, registers }: Frame, pc: number, operands: number): Result {
  const { words, names, code } = runtime;
  const type = registers[words[operands]] as Value;
  const self = registers[words[operands + 1]] as Value;
  const name = names[words[operands + 2]];
  const global = registers[words[operands + 3]] as Value;
  if (global === superType) return superGetAttribute(type, self, name);
  // Something else of that name gets the arguments that were written.
  const isWritten = !isImplicit(code, pc, words[operands], words[operands + 3]);
  const object = call(global, isWritten ? [type, self] : []);
  return object === EXIT ? EXIT : getAttribute(object as Value, name);
}

/** LoadSuperMethod at pc: callee bound type self name global. */
export function loadSuperMethod(frame: Frame, pc: number): true | Exit {
  const { words, names } = frame.runtime;
  const registers = frame.registers;
  const self = registers[words[pc + 4]] as Value;
  const type = registers[words[pc + 3]] as Value;
  const name = names[words[pc + 5]];
  const method = registers[words[pc + 6]] === superType ? superMethod(type, self, name) : undefined;
  if (method !== undefined) {
    registers[words[pc + 1]] = method;
    registers[words[pc + 2]] = self;
    return true;
  }
  const value = loadSuper(frame, pc, pc + 3);
  if (value === EXIT) return EXIT;
  registers[words[pc + 1]] = value as Value;
  registers[words[pc + 2]] = undefined;
  return true;
}

/** A plain function found behind `type` in the MRO of an instance `self`. */
export function superFunction(type: Value, self: Value, name: string): PyFunction | undefined {
  const found = superMethod(type, self, name);
  return found instanceof PyFunction ? found : undefined;
}

/** The same, or a builtin method: what is called with the instance in front. */
export function superMethod(type: Value, self: Value, name: string): Value | undefined {
  if (!(type instanceof PyType) || self instanceof PyType) return undefined;
  return superOf(type, (typeOf(self) as PyType).instanceShape, name);
}

/** The same for the instances of a class, as long as no class in its MRO changes. */
export function superOf(type: PyType, shape: Shape, name: string): Value | undefined {
  const found = behind(type, shape, name);
  return isMethodOf(shape.type, found) ? found : undefined;
}

/** What the classes behind `type` in the MRO have of that name. */
export function behind(type: PyType, shape: Shape, name: string): Value | undefined {
  const { mro } = shape.type;
  const start = mro.indexOf(type);
  if (start < 0) return undefined;
  for (let index = start + 1; index < mro.length; index++) {
    const found = mro[index].ensureNamespace().get(name);
    if (found !== undefined) return found;
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
  // Whether a builtin method is for the object is asked when it is called: of two that are not, the first to be called is named.
  const method = isForeign(typeOf(object), found)
    ? (new PyMethod(found, object) as unknown as Value)
    : lookupSpecial(object, name);
  if (method === EXIT) return EXIT;
  if (method === undefined) return noContextManager(object, name);
  registers[callee] = method as Value;
  registers[self] = undefined;
  return true;
}

/** Whether a builtin method is not for objects of the class. */
function isForeign(type: PyType, found: Value | undefined): found is Value {
  if (found instanceof PyWrapperDescriptor) return !type.isSubtypeOf(found.owner);
  return found instanceof PyMethodDescriptor && !found.isClassMethod && !found.isFor(type);
}

function noContextManager(object: Value, name: string): Exit {
  const type = typeOf(object);
  const [enter, exit, text] = OTHER_PROTOCOL[name];
  const message = `'${fullTypeName(object)}' object does not support ${CONTEXT_ERRORS[name]}`;
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
