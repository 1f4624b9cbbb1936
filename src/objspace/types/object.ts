/** `object`: the root of all types, with the generic behaviour that everything inherits. */
// First: modules that import this one in a cycle need `objectType` while this file still waits for them.
import { laterObjectNew } from '../slots.ts';
import { objectType } from './object-type.ts';
import { isRefused } from '../audit.ts';
import { genericGetAttribute, genericSetAttribute, findAttribute } from '../attributes.ts';
import { error, orThrow, raiseTypeError } from '../exception.ts';
import { declareRoot } from '../gateway/builtin-type.ts';
import { PyInstance } from '../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, str, argumentName, isTrue, typeName, uncheckedRepr } from '../operations.ts';
import { isText, textOf } from './str/text.ts';
import { type CompareOperator, EQ, NE } from '../slots.ts';
import { PyType, typeOf } from '../type.ts';
import { identityHash, identityOf } from '../identity.ts';
import { INLINE_SLOTS } from '../shape.ts';
import type { PyList } from './list/list.ts';
import { intArgument } from './bytes/allocate.ts';
import { NotImplemented } from './not-implemented.ts';
import { PyTuple } from './tuple.ts';

function objectRepr(self: Value): Result {
  const type = typeOf(self);
  const module = orThrowModule(type);
  const prefix = module === 'builtins' || module === null ? '' : `${module}.`;
  return `<${prefix}${type.qualname} object at ${addressText(self)}>`;
}

function orThrowModule(type: PyType): string | null {
  const module = type.isHeapType ? type.namespace.get('__module__') : type.module;
  return typeof module === 'string' ? module : null;
}

/** `0x7f...`: an address as CPython prints one. */
export function addressText(value: Value): string {
  return `0x${(0x7f0000000000 + Number(identityOf(value)) * 16).toString(16)}`;
}

/** `object.__eq__` and `object.__ne__`; no order. */
function objectCompare(self: Value, other: Value, operator: CompareOperator): Result {
  if (operator === EQ) return self === other ? true : NotImplemented;
  if (operator !== NE) return NotImplemented;
  // `!=` is the inverse of what the type's `==` says.
  const slot = typeOf(self).slots.compare;
  const result =
    slot === undefined || slot === objectCompare ? objectCompare(self, other, EQ) : slot(self as never, other, EQ);
  if (result === NotImplemented || result === EXIT) return result;
  const truth = isTrue(result as Value);
  return truth === EXIT ? EXIT : !truth;
}

/** `object.__new__`. Arguments are an error unless `__init__` is overridden and takes them. */
function objectNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (args.length > 0 || keywords !== null) {
    if (cls.slots.new !== objectNew)
      return raiseTypeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (cls.slots.init === objectInit) return raiseTypeError(`${cls.name}() takes no arguments`);
  }
  const abstract = cls.isAbstract ? abstractNames(cls) : null;
  if (abstract !== null) return abstract;
  return new PyInstance(cls.instanceShape) as Value;
}

/** The same for a class that has, or had, another `__new__`, for which arguments are. */
laterObjectNew.slot = (cls: PyType, args: Value[], keywords: readonly string[] | null): Result =>
  args.length > 0 || keywords !== null
    ? raiseTypeError('object.__new__() takes exactly one argument (the type to instantiate)')
    : objectNew(cls, args, keywords);

function abstractNames(cls: PyType): Exit | null {
  const missing = cls.namespace.get('__abstractmethods__');
  if (missing === undefined) return null;
  const items = findAttribute(missing, '__iter__');
  if (items === undefined || items === EXIT) return null;
  const names = orThrow(call(sortedBuiltin.value, [missing])) as PyList;
  const quoted = names
    .toArray()
    .map((name) => `'${name}'`)
    .join(', ');
  const plural = names.length === 1 ? '' : 's';
  return raiseTypeError(
    `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${plural} ${quoted}`,
  );
}

/** Set by modules/builtins: `sorted`, for the names of abstract methods. */
export const sortedBuiltin = { value: null as Value };

function objectInit(self: Value, args: Value[], keywords: readonly string[] | null): true | Exit {
  if (args.length === 0 && keywords === null) return true;
  const type = typeOf(self);
  if (type.slots.init !== objectInit) {
    return raiseTypeError('object.__init__() takes exactly one argument (the instance to initialize)');
  }
  if (type.slots.new === objectNew)
    return raiseTypeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
  return true;
}

export { objectType };

declareRoot<Value & object>(objectType, {
  base: null,
  signature: '()',
  doc: `
    The base class of the class hierarchy.

    When called, it accepts no arguments and returns a new featureless
    instance that has no instance attributes and cannot be given any.
  `,
  slots: {
    repr: objectRepr,
    str: uncheckedRepr,
    hash: (self: Value) => identityHash(self),
    getAttribute: genericGetAttribute,
    setAttribute: genericSetAttribute,
    compare: objectCompare,
    init: objectInit,
    new: objectNew,
  },
  define(object) {
    object.getset('__class__', "the object's class", (self) => typeOf(self), setClass);
    object.method(
      '__format__(self, format_spec, /)',
      'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
      (self, spec) => {
        if (!isText(spec)) throw error('TypeError', `__format__() argument must be str, not ${argumentName(spec)}`);
        if (textOf(spec) !== '')
          throw error('TypeError', `unsupported format string passed to ${typeName(self)}.__format__`);
        return str(self);
      },
    );
    object.method('__sizeof__(self, /)', 'Size of object in memory, in bytes.', (self) => memorySize.of(self));
    object.method('__dir__(self, /)', 'Default dir() implementation.', (self) => directory.of(self));
    object.method('__reduce__(self, /)', 'Helper for pickle.', (self) => reduction.of(self, 0));
    object.method('__reduce_ex__(self, protocol, /)', 'Helper for pickle.', (self, given) => {
      const protocol = orThrow(intArgument(given)) as number;
      // The object is asked first, as a `__getattribute__` may tell; the class decides.
      const reduce = orThrow(findAttribute(self, '__reduce__')) as Value | undefined;
      const own = typeOf(self).lookup('__reduce__');
      const isOwn = own !== undefined && own !== objectType.lookup('__reduce__');
      return isOwn && reduce !== undefined ? call(reduce, []) : reduction.of(self, protocol);
    });
    object.method('__getstate__(self, /)', 'Helper for pickle.', (self) => reduction.stateOf(self));
    object.classMethod(
      '__subclasshook__(cls, object, /)',
      'Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).',
      () => NotImplemented,
    );
    object.classMethod(
      '__init_subclass__(cls, /)',
      'This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.',
      () => null,
    );
  },
});

/** Set by sizes.ts. */
export const memorySize = { of: (_object: Value): number => 16 };

/** Set by reflection.ts: `dir(object)` and the parts of pickling, which need many types. */
export const directory = { of: (_object: Value): Result => new PyTuple([]) as Value };
export const reduction = {
  of: (_object: Value, _protocol: Value): Result => null,
  stateOf: (_object: Value): Result => null,
};

function setClass(self: Value, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError("can't delete __class__ attribute");
  if (!(value instanceof PyType)) {
    return raiseTypeError(`__class__ must be set to a class, not '${typeName(value)}' object`);
  }
  if (isRefused('object.__setattr__', self, '__class__', value)) return EXIT;
  if (changeModuleClass.of(self, value)) return true;
  const old = typeOf(self);
  if (!old.isHeapType || !value.isHeapType) {
    return raiseTypeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (!haveSameLayout(old, value)) {
    return raiseTypeError(`__class__ assignment: '${value.errorName}' object layout differs from '${old.errorName}'`);
  }
  changeClass.of(self, value);
  return true;
}

/** Whether objects of one class can become objects of the other. */
export function haveSameLayout(a: PyType, b: PyType): boolean {
  return (
    holdDictionary(a) === holdDictionary(b) &&
    a.hasWeakrefs === b.hasWeakrefs &&
    layoutOf(a) === layoutOf(b) &&
    slotsOf(a) === slotsOf(b) &&
    growAlike(a, b)
  );
}

/** Whether the objects have attributes of their own: those of some builtin types keep the dictionary themselves. */
const holdDictionary = (type: PyType): boolean => type.hasDict || type.dictionary !== null;

/** Whether the same class, or two with the same base, gave the objects of both what they have beyond a builtin type's. */
function growAlike(a: PyType, b: PyType): boolean {
  const [grownA, grownB] = [growingClass(a), growingClass(b)];
  return grownA === grownB || (grownA.isHeapType && grownB.isHeapType && grownA.base === grownB.base);
}

/** Where the places of a class that derives from `base` begin. */
export function placesBegin(base: PyType): number {
  if (base.isHeapType) return base.firstPlace;
  return layoutOf(base) === objectType ? 0 : INLINE_SLOTS;
}

/** The nearest class that adds a dictionary, weak references or slots to the objects of its base. */
function growingClass(type: PyType): PyType {
  let grown = type;
  while (grown.isHeapType) {
    const base = grown.base!;
    if (
      holdDictionary(grown) !== holdDictionary(base) ||
      grown.hasWeakrefs !== base.hasWeakrefs ||
      grown.firstPlace !== placesBegin(base)
    )
      return grown;
    grown = base;
  }
  return layoutOf(grown);
}

/** What `__slots__` of a class and its bases hold, in the order of their places. */
function slotsOf(type: PyType): string {
  const names: string[] = [];
  for (const { isHeapType, placed } of type.mro) if (isHeapType) names.unshift(...placed);
  return names.join();
}

/** The builtin type whose layout instances of a class have. */
export function layoutOf(type: PyType): PyType {
  let layout: PyType = type;
  while (layout.isHeapType || sharesLayout(layout)) layout = layout.base!;
  return layout;
}

/** Whether objects of a builtin type are laid out as its base's: KeyError as BaseException, Generic as object. */
export function sharesLayout(type: PyType): boolean {
  return !type.extendsLayout && type.base !== null && type.slots.new === type.base.slots.new;
}

/** Set by types/module.ts: modules may become instances of subclasses of their type, and modules again. */
export const changeModuleClass = { of: (_object: Value, _type: PyType): boolean => false };

/** Set by types/class-creation.ts: gives an instance the shape that another class has for the same attributes. */
export const changeClass = { of: (_object: Value, _type: PyType): void => undefined };
