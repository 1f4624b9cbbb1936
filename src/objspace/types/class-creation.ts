/**
 * Making a Python class: `type.__new__` (bases, metaclass, layout, `__slots__`, `__classcell__`, `__set_name__`, `__init_subclass__`).
 * `__build_class__` is in modules/builtins.
 */
import { hasOdd, ODD_KEYWORDS_TEXT } from '../gateway/odd-keywords.ts';
import { encodeText } from '../codecs.ts';
import { findAttribute } from '../attributes.ts';
import { getAttribute } from '../attributes.ts';
import { PyGetSetDescriptor, PyMemberDescriptor } from '../descriptors.ts';
import { error, exceptionTypes, orThrow, raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { state } from '../state.ts';
import type { PyBuiltinFunction } from '../gateway/builtin-function.ts';
import { callNew, dictionaryOfObject } from '../gateway/builtin-type.ts';
import { makerOfMethods } from '../gateway/called-as-method.ts';
import { becomeDictionary, installDictionary, readPlace, reshape, writePlace } from '../instance.ts';
import { linearise, orderOf } from '../mro.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { argumentName, call, fullTypeName, itemsOf, lookupSpecial, repr, typeName } from '../operations.ts';
import { INLINE_SLOTS, Shape, type Shaped } from '../shape.ts';
import { poll } from '../safepoint.ts';
import { worked } from '../../util/work.ts';
import { firstSlots, isBuiltinNew } from '../slot-wrappers.ts';
import { PyType, typeOf } from '../type.ts';
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { PyDict } from './dict/dict.ts';
import { Cell, PyFunction } from './function.ts';
import { changeClass, layoutOf, objectType, placesBegin, sharesLayout } from './object.ts';
import { isIdentifierText } from './str/classify.ts';
import { isText, type PyStr, strOfName, textOf, unwrap } from './str/text.ts';
import { PyTuple } from './tuple.ts';
import { weakSupport } from './type-flags.ts';
import { addSubclass } from './subclasses.ts';
import {
  classCreation,
  descriptorMethods,
  descriptorsChanged,
  namespaceProxy,
  namespacesWithOtherKeys,
  qualifiedName,
  typeType,
  withoutMro,
} from './type.ts';

/** The most derived metaclass of the bases and `meta`. */
export function winningMetaclass(meta: PyType, bases: readonly Value[]): PyType | Exit {
  let winner = meta;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner.isSubtypeOf(candidate)) continue;
    if (!candidate.isSubtypeOf(winner)) {
      return raiseTypeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
    winner = candidate;
  }
  return winner;
}

/** `type.__new__(meta, name, bases, namespace, **keywords)`. */
function createClass(meta: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const positional = args.length - (keywords?.length ?? 0);
  if (positional !== 3) return raiseTypeError(`type.__new__() takes exactly 3 arguments (${positional} given)`);
  const [name, basesValue, namespace] = args;
  if (!isText(name)) return raiseTypeError(`type.__new__() argument 1 must be str, not ${argumentName(name)}`);
  if (!(basesValue instanceof PyTuple))
    return raiseTypeError(`type.__new__() argument 2 must be tuple, not ${argumentName(basesValue)}`);
  if (!(namespace instanceof PyDict))
    return raiseTypeError(`type.__new__() argument 3 must be dict, not ${argumentName(namespace)}`);
  for (const base of basesValue.items) {
    const entries = base instanceof PyType ? undefined : findAttribute(base, '__mro_entries__');
    if (entries === EXIT) return EXIT;
    if (entries !== undefined)
      return raiseTypeError("type() doesn't support MRO entry resolution; use types.new_class()");
  }
  const winner = winningMetaclass(meta, basesValue.items);
  if (winner === EXIT) return EXIT;
  if (winner !== meta && (winner as PyType).slots.new !== meta.slots.new)
    return (winner as PyType).slots.new!(winner as PyType, args, keywords);
  return buildClass(winner as PyType, name, basesValue, namespace, args.slice(3), keywords);
}

classCreation.create = createClass;

/** The base whose layout the class takes: the one with the most special builtin layout. Each is checked when it is its turn. */
export function bestBase(bases: readonly Value[]): PyType | Exit {
  let winner: PyType | undefined;
  let layout = objectType;
  for (const base of bases) {
    if (!(base instanceof PyType)) return raiseTypeError('bases must be types');
    if (!base.isBaseType) return raiseTypeError(`type '${base.errorName}' is not an acceptable base type`);
    const candidate = solidBase(base);
    if (winner !== undefined && layout.isSubtypeOf(candidate)) continue;
    if (winner !== undefined && !candidate.isSubtypeOf(layout))
      return raiseTypeError('multiple bases have instance lay-out conflict');
    winner = base;
    layout = candidate;
  }
  return winner as PyType;
}

/** The nearest base that adds to the layout of instances: a builtin type, or a class with `__slots__`. */
export function solidBase(type: PyType): PyType {
  let base = type;
  while (base.isHeapType && base.firstPlace === placesBegin(base.base!)) base = base.base!;
  // Exceptions and others without a host class of their own share the layout of their base.
  while (!base.isHeapType && base.base !== null && sharesLayout(base)) base = base.base;
  return base;
}

/** In CPython's order, which tells what is refused first: bases, slots, name, namespace, order of the bases. */
function buildClass(
  meta: PyType,
  name: Value,
  basesTuple: PyTuple,
  namespace: PyDict,
  keywordValues: Value[],
  keywords: readonly string[] | null,
): Result {
  const bases = basesTuple.length === 0 ? [objectType] : (basesTuple.items as PyType[]);
  const base = bestBase(bases);
  if (base === EXIT) return EXIT;
  const slots = slotsOf(base as PyType, textOf(name), namespace);
  if (slots === EXIT || checkName(name) === EXIT) return EXIT;
  const type = new PyType(textOf(name), bases, true);
  if (meta !== typeType) (type as { shape: Shape }).shape = meta.instanceShape;
  if (meta !== typeType) (type as unknown as Shaped).rest = null;
  type.base = base as PyType;
  if (basesTuple.length > 0) type.basesTuple = basesTuple as Value;
  fillNamespace(type, namespace);
  const tail = hasOwnMro(meta) ? (linearise(bases) ?? ancestorsOf(bases)) : orderOf(bases);
  if (tail === EXIT) return EXIT;
  type.mro = [type, ...(tail as PyType[])];
  layOut(type, slots as readonly string[] | undefined);
  if (!type.namespace.has('__doc__')) type.namespace.set('__doc__', null);
  if (type.namespace.has('__eq__') && !type.namespace.has('__hash__')) type.namespace.set('__hash__', null);
  withoutMro.add(type);
  const custom = customMro(meta, type);
  withoutMro.delete(type);
  if (custom === EXIT) return EXIT;
  // What no class behind it says how to hash cannot be hashed.
  if (!type.mro.some((ancestor) => ancestor.ensureNamespace().has('__hash__'))) type.namespace.set('__hash__', null);
  firstSlots(type);
  for (const direct of bases) addSubclass(direct, type);
  if (checkKeys(type, namespace) === EXIT) return EXIT;
  return finishClass(type, keywordValues, keywords);
}

function checkName(name: Value): true | Exit {
  if (encodeText(name as string | PyStr) === EXIT) return EXIT;
  return textOf(name).includes('\0') ? raiseValueError('type name must not contain null characters') : true;
}

/** Keys that are no strings are no attributes, and worth a warning. */
function checkKeys(type: PyType, namespace: PyDict): true | Exit {
  let position = namespace.nextPosition(0);
  while (position >= 0 && isText(namespace.keyAt(position))) position = namespace.nextPosition(position + 1);
  if (position < 0) return true;
  namespacesWithOtherKeys.set(type, namespace.copy());
  const warning = `non-string key in the __dict__ of class ${type.name}`;
  return state.interpreter.warn(exceptionTypes['RuntimeWarning'], warning, 1) ? true : EXIT;
}

/** All classes behind the bases, where they have no order: a metaclass's `mro()` is asked for one. */
const ancestorsOf = (bases: readonly PyType[]): PyType[] => [...new Set(bases.flatMap((base) => base.mro))];

const hasOwnMro = (meta: PyType): boolean => meta !== typeType && meta.lookup('mro') !== typeType.lookup('mro');

/** A metaclass may override `mro()`. */
export function customMro(meta: PyType, type: PyType): true | Exit {
  if (!hasOwnMro(meta)) return true;
  const method = lookupSpecial(type, 'mro');
  if (method === EXIT || method === undefined) return EXIT;
  const result = call(method as Value, []);
  const items = result === EXIT ? EXIT : itemsOf(result as Value);
  if (items === EXIT) return EXIT;
  return setMro(type, items as Value[]);
}

/** Changes of classes that are in the MRO without being bases must reach the type too. */
function setMro(type: PyType, items: readonly Value[]): true | Exit {
  if (items.length === 0) return raiseTypeError('type MRO must not be empty');
  const layout = layoutOf(type);
  for (const item of items) {
    if (!(item instanceof PyType)) return raiseTypeError(`mro() returned a non-class ('${typeName(item)}')`);
    if (!layout.isSubtypeOf(layoutOf(item)))
      return raiseTypeError(`mro() returned base with unsuitable layout ('${item.name}')`);
  }
  type.mro = items as PyType[];
  const reference = new WeakRef(type);
  for (const item of type.mro) if (item !== type && !type.bases.includes(item)) item.derived.add(reference);
  return true;
}

/** Work of giving a class a name, or of looking at one. */
const NAME_WORK = 4;

/** Copies the class body's namespace and applies the conventions of the language. */
function fillNamespace(type: PyType, namespace: PyDict): void {
  const target = type.namespace;
  for (const key of namespace.strKeys()) {
    worked(NAME_WORK);
    target.set(key, namespace.getStr(key)!);
  }
  const qualname = target.get('__qualname__');
  if (isText(qualname)) type.qualname = textOf(qualname);
  else if (qualname !== undefined)
    throw error('TypeError', `type __qualname__ must be a str, not ${typeName(qualname)}`);
  target.delete('__qualname__');
  if (!target.has('__module__')) {
    const module = callerModule.of();
    if (module !== undefined) target.set('__module__', module);
  }
  const doc = target.get('__doc__');
  // C keeps it as UTF-8 too.
  if (isText(doc)) orThrow(encodeText(doc));
  const created = target.get('__new__');
  if (created instanceof PyFunction) target.set('__new__', new PyStaticMethod(created));
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const method = target.get(name);
    if (method instanceof PyFunction) target.set(name, new PyClassMethod(method));
  }
  fillCell(target, '__classcell__', () => type);
  // What is evaluated later sees what the class has become.
  fillCell(target, '__classdictcell__', () => namespaceProxy.of(type));
}

/** A cell by which the class body's functions find what becomes of the body. */
function fillCell(namespace: Map<string, Value>, name: string, contents: () => Value): void {
  const cell = namespace.get(name);
  if (cell === undefined) return;
  if (!(cell instanceof Cell)) {
    const given = orThrow<unknown>(repr(typeOf(cell))) as string;
    throw error('TypeError', `${name} must be a nonlocal cell, not ${given}`);
  }
  cell.contents = contents();
  namespace.delete(name);
}

/** Set by the interpreter: `__name__` of the globals of the running frame. */
export const callerModule = { of: (): Value | undefined => undefined };

/** Builtin types whose objects have a size of their own in CPython: their subclasses have no room for weak references. */
const VARIABLE_SIZED: ReadonlySet<string> = new Set(['int', 'tuple', 'bytes', 'type']);

/** The names that `__slots__` lists, checked; `undefined` where there is none. */
function slotsOf(base: PyType, className: string, namespace: PyDict): readonly string[] | undefined | Exit {
  const slots = namespace.getStr('__slots__');
  if (slots === undefined) return undefined;
  const items = isText(slots) ? [slots] : itemsOf(slots);
  if (items === EXIT || checkRoom(base, items as Value[]) === EXIT) return EXIT;
  if (checkSlots(base, items as Value[]) === EXIT) return EXIT;
  const names = slotNames(items as Value[], className, namespace);
  // In the order of their names: classes with the same slots have the same layout.
  return names === EXIT ? EXIT : (names as string[]).sort();
}

/** Decides what instances hold: dictionary, `__slots__`, weak references; and makes the root shapes. */
function layOut(type: PyType, slots: readonly string[] | undefined): void {
  const base = type.base!;
  const builtin = layoutOf(type);
  const inherited = type.mro.slice(1);
  let place = placesBegin(base);
  let wantsDict = slots === undefined;
  if (slots !== undefined) {
    type.placed = slots.filter((name) => name !== '__dict__' && name !== '__weakref__');
    wantsDict = slots.includes('__dict__');
    type.hasWeakrefs = slots.includes('__weakref__');
    for (const name of type.placed) define(type, name, slotDescriptor(type, name, place++));
  }
  // Classes keep their attributes themselves, whatever their metaclass is.
  const isMeta = builtin === typeType;
  type.hasDict =
    !isMeta &&
    (wantsDict || inherited.some((ancestor) => ancestor.isHeapType && ancestor.hasDict) || hasOwnDictionary(builtin));
  type.hasWeakrefs ||= VARIABLE_SIZED.has(builtin.name)
    ? base.hasWeakrefs
    : slots === undefined || inherited.some((ancestor) => ancestor.hasWeakrefs);
  type.dictionary = null;
  type.firstPlace = place;
  type.dictPlace = Math.max(0, place - INLINE_SLOTS);
  type.instanceShape = Shape.root(type, place, false);
  type.dictShape = Shape.root(type, place, true);
  type.pattern = inherited.find((ancestor) => ancestor.pattern !== 'none')?.pattern ?? 'none';
  // Whatever other bases have: only the objects of the first one have room already.
  const isFirstDictionary = !hasRoomForDictionary(base);
  if (type.hasDict && isFirstDictionary) define(type, '__dict__', dictDescriptor(type));
  if (type.hasWeakrefs && !isReferableBase(base) && !isMeta && !base.hasWeakrefs)
    define(type, '__weakref__', weakrefDescriptor(type));
}

/** Descriptors of what objects hold give way to what the class body has under their names. */
function define(type: PyType, name: string, descriptor: Value): void {
  if (!type.namespace.has(name)) type.namespace.set(name, descriptor);
}

function weakrefDescriptor(type: PyType): Value {
  return new PyGetSetDescriptor(
    '__weakref__',
    'list of weak references to the object',
    (self) => weakSupport.first(self as object),
    undefined,
    type,
    false,
  );
}

/** Slots need room that the objects of the base have. */
function checkRoom(base: PyType, items: readonly Value[]): true | Exit {
  if (items.length === 0 || !VARIABLE_SIZED.has(layoutOf(base).name)) return true;
  return raiseTypeError(`nonempty __slots__ not supported for subtype of '${base.errorName}'`);
}

/** All must be names, and there is only one place for the dictionary and for weak references. */
function checkSlots(base: PyType, items: readonly Value[]): true | Exit {
  let hasDict = hasRoomForDictionary(base);
  let hasWeakrefs = base.hasWeakrefs || isReferableBase(base);
  for (const item of items) {
    if (!isText(item)) return raiseTypeError(`__slots__ items must be strings, not '${typeName(item)}'`);
    if (!isIdentifierText(unwrap(item))) return raiseTypeError('__slots__ must be identifiers');
    const name = textOf(item);
    if ((name === '__dict__' && hasDict) || (name === '__weakref__' && hasWeakrefs))
      return raiseTypeError(`${name} slot disallowed: we already got one`);
    hasDict ||= name === '__dict__';
    hasWeakrefs ||= name === '__weakref__';
  }
  return true;
}

/** Whether objects have room for weak references from a builtin type. */
const isReferableBase = (base: PyType): boolean => base.mro.some((type) => !type.isHeapType && weakSupport.of(type));

/** Whether the objects of a class have a place for `__dict__`, which a class that derives from it need not make. */
function hasRoomForDictionary(base: PyType): boolean {
  if (base.isHeapType && base.hasDict) return true;
  return hasOwnDictionary(layoutOf(base));
}

function hasOwnDictionary(builtin: PyType): boolean {
  return builtin.dictionary !== null;
}

/** Slots that may have the name of something in the class body, which then stays, or is taken out of it. */
const UNCHECKED_SLOTS: ReadonlySet<string> = new Set(['__dict__', '__weakref__', '__qualname__', '__classcell__']);

function slotNames(items: readonly Value[], className: string, namespace: PyDict): string[] | Exit {
  const names: string[] = [];
  const owner = className.replace(/^_+/, '');
  for (const item of items) {
    const text = textOf(item);
    const isPrivate = owner !== '' && text.startsWith('__') && !text.endsWith('__');
    const name = isPrivate ? `_${owner}${text}` : text;
    if (!UNCHECKED_SLOTS.has(name) && namespace.getStr(name) !== undefined) {
      return raiseValueError(`'${name}' in __slots__ conflicts with class variable`);
    }
    names.push(name);
  }
  return names;
}

function slotDescriptor(type: PyType, name: string, place: number): PyMemberDescriptor {
  return new PyMemberDescriptor(
    name,
    null,
    (self: Value & Shaped) => readPlace(self, place) ?? noSlotValue(self, name, readPlace(self, place)),
    (self: Value & Shaped, value) => {
      if (value === undefined && readPlace(self, place) === undefined) return raise('AttributeError', name);
      writePlace(self, place, value);
      return true;
    },
    type,
    place,
  );
}

/** `??` takes None for absent: only `undefined` is. */
function noSlotValue(self: Value, name: string, value: Value | undefined): Result {
  if (value === null) return null;
  return raise('AttributeError', `'${fullTypeName(self)}' object has no attribute '${name}'`);
}

/** Classes show theirs to be read, whatever other base their metaclass has. */
export function getDictionary(self: Value & Shaped): Result {
  return self instanceof PyType ? ofTypes().getter(self) : becomeDictionary(self);
}

function setDictionary(self: Value & Shaped, value: Value | undefined): true | Exit {
  if (self instanceof PyType) return typeOf(ofTypes()).slots.set!(ofTypes() as never, self, value);
  const layout = layoutOf(typeOf(self));
  const own = layout.dictionary === null ? undefined : layout.lookup('__dict__');
  if (own instanceof PyMemberDescriptor && own.setter === undefined)
    return typeOf(own).slots.set!(own as never, self, value);
  // A builtin type that has dictionaries of its own wants one.
  if (value === undefined && layout.dictionary !== null) return raiseTypeError('cannot delete __dict__');
  if (value === undefined) installDictionary(self, new PyDict());
  else if (!(value instanceof PyDict))
    return raiseTypeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  else installDictionary(self, value);
  return true;
}

dictionaryOfObject.get = getDictionary as never;
dictionaryOfObject.set = setDictionary as never;

const ofTypes = (): PyGetSetDescriptor => typeType.ensureNamespace().get('__dict__') as PyGetSetDescriptor;

function dictDescriptor(type: PyType): PyGetSetDescriptor {
  return new PyGetSetDescriptor(
    '__dict__',
    'dictionary for instance variables',
    getDictionary,
    setDictionary,
    type,
    false,
  );
}

/** `__set_name__` of the attributes, then `__init_subclass__` of the parent. */
function finishClass(type: PyType, keywordValues: Value[], keywords: readonly string[] | null): Result {
  const others = namespacesWithOtherKeys.get(type);
  if (others !== undefined) {
    if (setNamesOf(type, others.copy()) === EXIT) return EXIT;
  } else
    for (const [name, value] of [...type.namespace]) if (setName(type, strOfName(name), value) === EXIT) return EXIT;
  const parent = superInitSubclass(type);
  if (parent === EXIT) return EXIT;
  if (parent === undefined && keywordValues.length > 0)
    return raiseTypeError('super.__init_subclass__() takes no keyword arguments');
  if (parent === undefined) return type;
  if (keywords !== null && hasOdd(keywords)) return raiseTypeError(ODD_KEYWORDS_TEXT);
  return call(parent as Value, keywordValues, keywords) === EXIT ? EXIT : type;
}

/** Keys that are no strings are names to `__set_name__`, too. */
function setNamesOf(type: PyType, namespace: PyDict): true | Exit {
  for (let at = namespace.nextPosition(0); at >= 0; at = namespace.nextPosition(at + 1)) {
    const key = namespace.keyAt(at);
    if (setName(type, key, namespace.valueAt(at)) === EXIT) return EXIT;
  }
  return true;
}

function setName(type: PyType, name: Value, value: Value): true | Exit {
  if (poll(NAME_WORK) === EXIT) return EXIT;
  const method = lookupSpecial(value, '__set_name__');
  if (method === undefined) return true;
  if (method === EXIT) return EXIT;
  return call(method as Value, [type, name]) === EXIT ? noteSetName(type, name, value) : true;
}

function noteSetName(type: PyType, name: Value, value: Value): Exit {
  const exception = state.exception!;
  state.exception = null;
  const shown = orThrow<unknown>(repr(name)) as string;
  const note = `Error calling __set_name__ on '${typeName(value)}' instance ${shown} in '${type.name}'`;
  const add = getAttribute(exception, 'add_note');
  if (add !== EXIT) call(add as Value, [note]);
  state.exception = exception;
  return EXIT;
}

/** An MRO of a metaclass's own may have nothing behind the class, or lack the class. */
function superInitSubclass(type: PyType): Result | undefined {
  const place = type.mro.indexOf(type);
  if (place < 0) {
    const { errorName } = type;
    return raiseTypeError(
      `super(type, obj): obj (type ${errorName}) is not an instance or subtype of type (${errorName}).`,
    );
  }
  for (const base of type.mro.slice(place + 1)) {
    const found = base.ensureNamespace().get('__init_subclass__');
    if (found === undefined) continue;
    const get = typeOf(found).slots.get;
    // As super() of a class: there is no instance.
    return get === undefined ? found : get(found as never, undefined, type);
  }
  return undefined;
}

/** The nearest class whose `__new__` is a builtin type's. */
function ownMaker(cls: PyType): PyType {
  let maker = cls;
  while (maker.base !== null && !isBuiltinNew(maker.lookup('__new__'))) maker = maker.base;
  return maker;
}

/** Whether a builtin type has no `__new__` but that of this base. */
function isMakerOf(base: PyType, layout: PyType): boolean {
  return (layout.lookup('__new__') as unknown as PyBuiltinFunction | undefined)?.owner === base;
}

callNew.of = (type, args, keywords) => {
  const [cls, ...rest] = args;
  if (args.length === 0) return raiseTypeError(`${type.errorName}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType))
    return raiseTypeError(`${type.errorName}.__new__(X): X is not a type object (${typeName(cls)})`);
  if (!cls.isSubtypeOf(type)) {
    const [wanted, given] = [type.errorName, cls.errorName];
    return raiseTypeError(`${wanted}.__new__(${given}): ${given} is not a subtype of ${wanted}`);
  }
  const layout = layoutOf(cls);
  if (layout.slots.new === undefined) return raiseTypeError(`cannot create '${qualifiedName(cls)}' instances`);
  if (layout !== type && layout.slots.new !== type.slots.new && !isMakerOf(type, layout)) {
    return raiseTypeError(
      `${type.errorName}.__new__(${cls.errorName}) is not safe, use ${ownMaker(cls).errorName}.__new__()`,
    );
  }
  const names = keywords.size === 0 ? null : [...keywords.keys()];
  const maker = cls === layout ? makerOfMethods(cls)! : layout.slots.new;
  return maker(cls, names === null ? rest : [...rest, ...keywords.values()], names);
};

changeClass.of = (object, type) => {
  const shaped = object as Value & Shaped;
  const isOtherDescriptor = descriptorMethods(shaped.shape.type) !== descriptorMethods(type);
  if (shaped.shape.isDict) shaped.shape = type.dictShape;
  else reshape(shaped, shaped.shape.from(type.instanceShape));
  // What attributes of a class are depends on its metaclass.
  if (object instanceof PyType) object.modified();
  if (isOtherDescriptor) descriptorsChanged();
};
