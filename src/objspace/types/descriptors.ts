/** Types of the descriptors: methods and attributes of builtin types, `property`, `staticmethod`, `classmethod`. */
import { findAttribute, getAttribute, setAttribute } from '../attributes.ts';
import { PyGetSetDescriptor, PyMemberDescriptor, PyMethodWrapper, PyWrapperDescriptor } from '../descriptors.ts';
import { raise, raiseTypeError, swallow } from '../exception.ts';
import { invoke, PyBuiltinFunction, PyClassMethodDescriptor, PyMethodDescriptor } from '../gateway/builtin-function.ts';
import {
  builtinType,
  initSlot,
  makeStaticMethod,
  newSlot,
  textSignature,
  type TypeBuilder,
  fieldSetter,
} from '../gateway/builtin-type.ts';
import { identityHash } from '../identity.ts';
import { adopt, deleteOwnAttribute, isShaped, ownAttribute, setOwnAttribute } from '../instance.ts';
import type { Shaped } from '../shape.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { call, isTrue, repr, typeName } from '../operations.ts';
import { callWrapper } from '../slot-wrappers.ts';
import { EQ } from '../slots.ts';
import { state } from '../state.ts';
import { PyType, typeOf } from '../type.ts';
import { builtinNamed } from '../builtin-names.ts';
import { dictionarySetter } from './dictionary-setter.ts';
import { PyDict } from './dict/dict.ts';
import { NotImplemented } from './not-implemented.ts';
import { addressText, objectType } from './object.ts';
import { strOfName } from './str/text.ts';
import { PyTuple } from './tuple.ts';
import { descriptorsChanged } from './type.ts';

function checkSelf(owner: PyType, name: string, self: Value): Exit | null {
  if (typeOf(self).isSubtypeOf(owner)) return null;
  return raiseTypeError(
    `descriptor '${name}' for '${owner.errorName}' objects doesn't apply to a '${typeName(self)}' object`,
  );
}

// ── wrapper_descriptor and method-wrapper ────────────────────────────────────────────────────────────────────────

export const wrapperDescriptorType = builtinType<PyWrapperDescriptor>('wrapper_descriptor', {
  base: objectType,
  layout: PyWrapperDescriptor,
  isBaseType: false,
  slots: {
    repr: (self: PyWrapperDescriptor) => `<slot wrapper '${self.name}' of '${self.owner.errorName}' objects>`,
    get: (self: PyWrapperDescriptor, instance) => {
      if (instance === undefined) return self;
      return checkSelf(self.owner, self.name, instance) ?? new PyMethodWrapper(self, instance);
    },
    call: (self: PyWrapperDescriptor, args, keywords) => {
      if (args.length - (keywords?.length ?? 0) === 0)
        return raiseTypeError(`descriptor '${self.name}' of '${self.owner.errorName}' object needs an argument`);
      return callWrapperOf(self, args[0], args.slice(1), keywords);
    },
  },
  define(type) {
    defineCallableMembers(type, 'member', (self) => ({
      name: self.name,
      qualname: `${self.owner.qualname}.${self.name}`,
      doc: self.doc,
      signature: wrapperSignature(self),
    }));
    type.method('__reduce__(self, /)', null, (self) => reduceAttribute(self.owner, self.name));
    type.member('__objclass__', null, (self) => self.owner);
  },
});

/** A slot wrapper that is called with an object in front. */
export function callWrapperOf(
  self: PyWrapperDescriptor,
  object: Value,
  args: Value[],
  keywords: readonly string[] | null = null,
): Result {
  return checkCallSelf(self, object) ?? callWrapper(self, object, args, keywords);
}

function checkCallSelf(self: PyWrapperDescriptor, value: Value): Exit | null {
  if (typeOf(value).isSubtypeOf(self.owner)) return null;
  return raiseTypeError(
    `descriptor '${self.name}' requires a '${self.owner.errorName}' object but received a '${typeName(value)}'`,
  );
}

/** Text signature of a special method, by the kind of its slot. */
function wrapperSignature(descriptor: PyWrapperDescriptor): string {
  switch (descriptor.kind) {
    case 'binary':
      return descriptor.slot === 'getItem' ? '($self, key, /)' : '($self, value, /)';
    case 'compare':
      return '($self, value, /)';
    case 'contains':
    case 'delitem':
      return '($self, key, /)';
    case 'setitem':
      return '($self, key, value, /)';
    case 'getattribute':
    case 'delattr':
      return '($self, name, /)';
    case 'setattr':
      return '($self, name, value, /)';
    case 'get':
      return '($self, instance, owner=None, /)';
    case 'set':
      return '($self, instance, value, /)';
    case 'delete':
      return '($self, instance, /)';
    case 'power':
      return '($self, value, mod=None, /)';
    case 'call':
    case 'init':
      return '($self, /, *args, **kwargs)';
    default:
      return '($self, /)';
  }
}

export const methodWrapperType = builtinType<PyMethodWrapper>('method-wrapper', {
  base: objectType,
  layout: PyMethodWrapper,
  isBaseType: false,
  slots: {
    repr: (self: PyMethodWrapper) =>
      `<method-wrapper '${self.descriptor.name}' of ${typeName(self.self)} object at ${addressText(self.self)}>`,
    call: (self: PyMethodWrapper, args, keywords) => callWrapper(self.descriptor, self.self, args, keywords),
    hash: (self: PyMethodWrapper) => identityHash(self.descriptor),
    compare: (self: PyMethodWrapper, other, operator) => {
      if (!(other instanceof PyMethodWrapper) || (operator !== EQ && operator !== 3)) return NotImplemented;
      return (self.descriptor === other.descriptor && self.self === other.self) === (operator === EQ);
    },
  },
  define(type) {
    defineCallableMembers(type, 'getset', ({ descriptor }) => ({
      name: descriptor.name,
      qualname: `${descriptor.owner.qualname}.${descriptor.name}`,
      doc: descriptor.doc,
      signature: wrapperSignature(descriptor),
    }));
    type.member('__self__', null, (self) => self.self);
    type.getset('__objclass__', null, (self) => self.descriptor.owner);
    type.method('__reduce__(self, /)', null, (self) => reduceAttribute(self.self, self.descriptor.name));
  },
});

interface CallableMembers {
  name: string;
  qualname: string;
  doc: string | null;
  signature: string | null;
}

/** The name is a plain field of descriptors, and computed of what is bound. */
function defineCallableMembers<Self>(
  type: TypeBuilder<Self>,
  name: 'member' | 'getset',
  members: (self: Self) => CallableMembers,
): void {
  type[name]('__name__', null, (self) => members(self).name);
  type.getset('__qualname__', null, (self) => members(self).qualname);
  type.getset('__doc__', null, (self) => members(self).doc);
  type.getset('__text_signature__', null, (self) => members(self).signature);
}

// ── builtin_function_or_method, method_descriptor ────────────────────────────────────────────────────────────────

/** What programs have set `__module__` of builtin functions to: None where they deleted it. */
const assignedModules = new WeakMap<PyBuiltinFunction, Value>();

function moduleOfBuiltin({ self, owner }: PyBuiltinFunction): Value {
  return self === undefined && typeof owner === 'string' ? owner : null;
}

export const builtinFunctionType = builtinType<PyBuiltinFunction>('builtin_function_or_method', {
  base: objectType,
  layout: PyBuiltinFunction,
  isBaseType: false,
  slots: {
    repr: (self: PyBuiltinFunction) => {
      if (self.owner instanceof PyType)
        return `<built-in method ${self.definition.name} of type object at ${addressText(self.owner)}>`;
      if (self.self === undefined || isModule(self.self)) return `<built-in function ${self.definition.name}>`;
      return `<built-in method ${self.definition.name} of ${typeName(self.self)} object at ${addressText(self.self)}>`;
    },
    call: (self: PyBuiltinFunction, args, keywords) => self.call(args, keywords),
    hash: (self: PyBuiltinFunction) => identityHash(self),
    compare: (self: PyBuiltinFunction, other, operator) => {
      if (!(other instanceof PyBuiltinFunction) || (operator !== EQ && operator !== 3)) return NotImplemented;
      const same = self.definition === other.definition && self.self === other.self;
      return same === (operator === EQ);
    },
  },
  define(type) {
    defineCallableMembers(type, 'getset', (self) => ({
      name: self.definition.name,
      qualname: builtinQualname(self),
      doc: self.definition.doc,
      signature: builtinSignature(self),
    }));
    type.member(
      '__module__',
      null,
      (self) => {
        const assigned = assignedModules.get(self);
        return assigned === undefined ? moduleOfBuiltin(self) : assigned;
      },
      (self, value) => {
        assignedModules.set(self, value ?? null);
        return true;
      },
    );
    type.getset('__self__', null, selfOfBuiltin);
    type.method('__reduce__(self, /)', null, reduceBuiltin);
  },
});

/** Methods of a type or object are pickled as attributes of it. */
function reduceAttribute(holder: Value, name: string): Result {
  return new PyTuple([builtinNamed('getattr'), new PyTuple([holder, strOfName(name)]) as Value]) as Value;
}

function reduceBuiltin(builtin: PyBuiltinFunction): Result {
  const { owner, self, definition } = builtin;
  const holder = owner instanceof PyType ? owner : self;
  if (holder === undefined || isModule(holder)) return definition.name;
  return reduceAttribute(holder, definition.name);
}

/** What a builtin is bound to, or the module it is in, stands first in its signature. */
function builtinSignature({ definition, self, owner }: PyBuiltinFunction): string | null {
  if (definition.name === '__new__' && self === undefined) return '($type, *args, **kwargs)';
  if (owner instanceof PyType) return textSignature(definition, null);
  if (self === undefined) return textSignature(definition, 'module');
  return textSignature(definition, isModule(self) ? 'module' : self instanceof PyType ? 'type' : 'self');
}

/** `__self__`: what a builtin is bound to; of a module's function the module, which it does not know itself. */
function selfOfBuiltin(self: PyBuiltinFunction): Value {
  if (self.self !== undefined) return self.self;
  if (self.owner instanceof PyType) return self.definition.name === '__new__' ? self.owner : null;
  const module = self.owner === null ? undefined : state.interpreter.modules.getStr(self.owner);
  return module === undefined ? null : module;
}

function isModule(value: Value): boolean {
  return typeName(value) === 'module';
}

export function builtinQualname(self: PyBuiltinFunction): string {
  if (self.owner instanceof PyType) return `${self.owner.qualname}.${self.definition.name}`;
  if (self.self === undefined || isModule(self.self)) return self.definition.name;
  const owner = self.self instanceof PyType ? self.self : typeOf(self.self);
  return `${owner.qualname}.${self.definition.name}`;
}

function boundToClass({ definition, owner }: PyMethodDescriptor, cls: Value): Result {
  const where = `descriptor '${definition.name}' for type '${owner.errorName}'`;
  if (!(cls instanceof PyType)) return raiseTypeError(`${where} needs a type, not a '${typeName(cls)}' as arg 2`);
  if (!cls.isSubtypeOf(owner))
    return raiseTypeError(
      `descriptor '${definition.name}' requires a subtype of '${owner.errorName}' but received '${cls.errorName}'`,
    );
  return new PyBuiltinFunction(definition, cls, null);
}

const methodSlots = {
  repr: (self: PyMethodDescriptor): Result => `<method '${self.definition.name}' of '${self.owner.errorName}' objects>`,
  get: (self: PyMethodDescriptor, instance: Value | undefined, owner: Value): Result => {
    if (self.isClassMethod) return boundToClass(self, owner ?? typeOf(instance!));
    if (instance === undefined) return self;
    return (
      checkSelf(self.owner, self.definition.name, instance) ?? new PyBuiltinFunction(self.definition, instance, null)
    );
  },
  call: (self: PyMethodDescriptor, args: Value[], keywords: readonly string[] | null): Result => {
    if (args.length === (keywords === null ? 0 : keywords.length)) {
      return raiseTypeError(`unbound method ${self.owner.errorName}.${self.definition.name}() needs an argument`);
    }
    if (!self.isClassMethod && !typeOf(args[0]).isSubtypeOf(self.owner)) {
      return raiseTypeError(
        `descriptor '${self.definition.name}' for '${self.owner.errorName}' objects doesn't apply to a '${typeName(args[0])}' object`,
      );
    }
    return invoke(self.definition, args, keywords);
  },
};

function defineMethodMembers(type: TypeBuilder<PyMethodDescriptor>): void {
  defineCallableMembers(type, 'member', (self) => ({
    name: self.definition.name,
    qualname: `${self.owner.qualname}.${self.definition.name}`,
    doc: self.definition.doc,
    signature: textSignature(self.definition, self.isClassMethod ? 'type' : 'self'),
  }));
  type.member('__objclass__', null, (self) => self.owner);
}

export const methodDescriptorType = builtinType<PyMethodDescriptor>('method_descriptor', {
  base: objectType,
  layout: PyMethodDescriptor,
  isBaseType: false,
  slots: methodSlots,
  define(type) {
    defineMethodMembers(type);
    type.method('__reduce__(self, /)', null, (self) => reduceAttribute(self.owner, self.definition.name));
  },
});

export const classMethodDescriptorType = builtinType<PyClassMethodDescriptor>('classmethod_descriptor', {
  base: objectType,
  layout: PyClassMethodDescriptor,
  isBaseType: false,
  slots: methodSlots,
  define: (type) => defineMethodMembers(type as never),
});

// ── getset_descriptor ────────────────────────────────────────────────────────────────────────────────────────────

const getsetSlots = {
  repr: (self: PyGetSetDescriptor): Result =>
    `<${self.isMember ? 'member' : 'attribute'} '${self.name}' of '${self.owner.errorName}' objects>`,
  get: (self: PyGetSetDescriptor, instance: Value | undefined): Result => {
    if (instance === undefined) return self;
    return checkSelf(self.owner, self.name, instance) ?? self.getter(instance);
  },
  set: (self: PyGetSetDescriptor, instance: Value, value: Value | undefined): true | Exit => {
    const wrong = checkSelf(self.owner, self.name, instance);
    if (wrong !== null) return wrong;
    if (self.setter !== undefined) return self.setter(instance, value);
    if (self.isMember) return raise('AttributeError', 'readonly attribute');
    return raise('AttributeError', `attribute '${self.name}' of '${self.owner.errorName}' objects is not writable`);
  },
};

function defineAttributeMembers(type: TypeBuilder<PyGetSetDescriptor>): void {
  type.getset('__doc__', null, (self) => self.doc);
  type.member('__name__', null, (self) => self.name);
  type.getset('__qualname__', null, (self) => `${self.owner.qualname}.${self.name}`);
  type.member('__objclass__', null, (self) => self.owner);
}

export const getsetDescriptorType = builtinType<PyGetSetDescriptor>('getset_descriptor', {
  base: objectType,
  layout: PyGetSetDescriptor,
  isBaseType: false,
  slots: getsetSlots,
  define: defineAttributeMembers,
});

export const memberDescriptorType = builtinType<PyMemberDescriptor>('member_descriptor', {
  base: objectType,
  layout: PyMemberDescriptor,
  isBaseType: false,
  slots: getsetSlots,
  define(type) {
    defineAttributeMembers(type as never);
    type.method('__reduce__(self, /)', null, (self) => reduceAttribute(self.owner, self.name));
  },
});

// ── property ─────────────────────────────────────────────────────────────────────────────────────────────────────

export class PyProperty extends PyObject {
  getter: Value;
  setter: Value;
  deleter: Value;
  doc: Value;
  /** Whether the text is the getter's: another getter brings its own. */
  isDocOfGetter: boolean;
  name: Value | undefined;

  constructor() {
    super();
    this.getter = null;
    this.setter = null;
    this.deleter = null;
    this.doc = null;
    this.isDocOfGetter = false;
    this.name = undefined;
  }
}

function propertyName(self: PyProperty): Value | undefined | Exit {
  if (self.name !== undefined) return self.name;
  return self.getter === null ? undefined : (findAttribute(self.getter, '__name__') as Value | undefined | Exit);
}

function noAccessor(self: PyProperty, instance: Value, accessor: string): Exit {
  const name = propertyName(self);
  if (name === EXIT) return EXIT;
  const text = name === undefined ? '' : repr(name as Value);
  if (text === EXIT) return EXIT;
  const which = text === '' ? 'property' : `property ${text}`;
  return raise('AttributeError', `${which} of '${typeOf(instance).qualname}' object has no ${accessor}`);
}

function initProperty(self: PyProperty, getter: Value, setter: Value, deleter: Value, doc: Value): true | Exit {
  if (self.getter !== null || self.setter !== null) descriptorsChanged();
  self.getter = getter;
  self.setter = setter;
  self.deleter = deleter;
  self.doc = doc;
  self.isDocOfGetter = false;
  self.name = undefined;
  if (doc === null && getter !== null) {
    const own = findAttribute(getter, '__doc__');
    if (own === EXIT) return EXIT;
    self.doc = own === undefined ? null : (own as Value);
    self.isDocOfGetter = self.doc !== null;
  }
  return typeOf(self) === propertyType ? true : storeDoc(self);
}

/** An instance of a subclass keeps its text as an attribute: else that of the class would hide it. */
function storeDoc(self: PyProperty): true | Exit {
  if (setAttribute(self, '__doc__', self.doc) !== EXIT) return true;
  return !self.isDocOfGetter && swallow('AttributeError') ? true : EXIT;
}

function withAccessor(self: PyProperty, getter: Value, setter: Value, deleter: Value): Result {
  const doc = self.isDocOfGetter && getter !== null ? null : self.doc;
  const copy = call(typeOf(self), [getter, setter, deleter, doc]);
  if (copy instanceof PyProperty) copy.name = self.name;
  return copy;
}

export const propertyType: PyType = builtinType<PyProperty>('property', {
  base: objectType,
  layout: PyProperty,
  signature: '(fget=None, fset=None, fdel=None, doc=None)',
  doc: `
    Property attribute.

      fget
        function to be used for getting an attribute value
      fset
        function to be used for setting an attribute value
      fdel
        function to be used for del'ing an attribute
      doc
        docstring

    Typical use is to define a managed attribute x:

    class C(object):
        def getx(self): return self._x
        def setx(self, value): self._x = value
        def delx(self): del self._x
        x = property(getx, setx, delx, "I'm the 'x' property.")

    Decorators make defining new properties or modifying existing ones easy:

    class C(object):
        @property
        def x(self):
            "I am the 'x' property."
            return self._x
        @x.setter
        def x(self, value):
            self._x = value
        @x.deleter
        def x(self):
            del self._x
  `,
  slots: {
    new: newSlot('property(cls, *args, **kwargs)', (cls) => construct(new PyProperty(), cls, propertyType)),
    init: initSlot('property(self, fget=None, fset=None, fdel=None, doc=None)', initProperty),
    get: (self: PyProperty, instance) => {
      if (instance === undefined) return self;
      return self.getter === null ? noAccessor(self, instance, 'getter') : call(self.getter, [instance]);
    },
    set: (self: PyProperty, instance, value) => {
      const accessor = value === undefined ? self.deleter : self.setter;
      if (accessor === null) return noAccessor(self, instance, value === undefined ? 'deleter' : 'setter');
      return call(accessor, value === undefined ? [instance] : [instance, value]) === EXIT ? EXIT : true;
    },
  },
  define(property) {
    property.method(
      'getter(self, object, /)',
      'Descriptor to obtain a copy of the property with a different getter.',
      (self, getter) => withAccessor(self, getter, self.setter, self.deleter),
    );
    property.method(
      'setter(self, object, /)',
      'Descriptor to obtain a copy of the property with a different setter.',
      (self, setter) => withAccessor(self, self.getter, setter, self.deleter),
    );
    property.method(
      'deleter(self, object, /)',
      'Descriptor to obtain a copy of the property with a different deleter.',
      (self, deleter) => withAccessor(self, self.getter, self.setter, deleter),
    );
    property.method(
      '__set_name__(self, *args)',
      '__set_name__(owner, name)\n--\n\nMethod to set name of a property.',
      (self, items: Value[]) => {
        if (items.length !== 2)
          return raiseTypeError(`__set_name__() takes 2 positional arguments but ${items.length} were given`);
        self.name = items[1];
        return null;
      },
    );
    property.member('fget', null, (self) => self.getter);
    property.member('fset', null, (self) => self.setter);
    property.member('fdel', null, (self) => self.deleter);
    property.member('__doc__', null, (self) => self.doc, fieldSetter('doc'));
    property.getset(
      '__name__',
      null,
      (self) => {
        const name = propertyName(self);
        return name === undefined ? raise('AttributeError', "'property' object has no attribute '__name__'") : name;
      },
      (self, value) => {
        self.name = value;
        return true;
      },
    );
    property.getset('__isabstractmethod__', null, (self) => {
      for (const accessor of [self.getter, self.setter, self.deleter]) {
        const abstract = isAbstract(accessor);
        if (abstract !== false) return abstract;
      }
      return false;
    });
  },
});

/** Whether a callable is marked by `abc.abstractmethod`. */
export function isAbstract(callable: Value): boolean | Exit {
  if (callable === null) return false;
  const mark = findAttribute(callable, '__isabstractmethod__');
  if (mark === undefined) return false;
  return mark === EXIT ? EXIT : isTrue(mark as Value);
}

/** An object of a builtin type made for `cls`: an instance of a Python class if it is not the type itself. */
export function construct<T extends PyObject>(object: T, cls: PyType, exact: PyType): T {
  return cls === exact ? object : adopt(object, cls);
}

// ── staticmethod, classmethod ────────────────────────────────────────────────────────────────────────────────────

export class PyStaticMethod extends PyObject {
  callable: Value;
  attributes: PyDict | null;

  constructor(callable: Value) {
    super();
    this.callable = callable;
    this.attributes = null;
  }
}

export class PyClassMethod extends PyObject {
  callable: Value;
  attributes: PyDict | null;

  constructor(callable: Value) {
    super();
    this.callable = callable;
    this.attributes = null;
  }
}

type Wrapper = PyStaticMethod | PyClassMethod;

/** Copied from the wrapped callable when it is wrapped. */
const WRAPPED_NAMES = ['__module__', '__name__', '__qualname__', '__doc__'];

function wrapCallable(self: Wrapper, callable: Value): true | Exit {
  // One that has been initialised before may be known as an attribute of classes by what it wrapped.
  if (self.callable !== null || self.attributes !== null) descriptorsChanged();
  self.callable = callable;
  const attributes = wrapperDictionary(self, true)!;
  // A class below has a dictionary of its own, and may set attributes in its own way.
  const isPlain = !isShaped(self as Value);
  for (const name of WRAPPED_NAMES) {
    const value = findAttribute(callable, name);
    if (value === EXIT) return EXIT;
    if (value === undefined) continue;
    if (isPlain) attributes.setStr(name, value as Value);
    else if (setAttribute(self, name, value as Value) === EXIT) return EXIT;
  }
  return true;
}

function wrapperDictionary(self: Wrapper, create: boolean): PyDict | null {
  if (self.attributes === null && create) self.attributes = new PyDict();
  return self.attributes;
}

// What an object has in its own dictionary; that of a class below is laid out by its shape.

const shaped = (self: Wrapper): Value & Shaped => self as unknown as Value & Shaped;

const ownerOf = (self: Wrapper): string => (self instanceof PyStaticMethod ? 'staticmethod' : 'classmethod');

const ownOf = (self: Wrapper, name: string): Value | undefined =>
  isShaped(self as Value) ? ownAttribute(shaped(self), name) : self.attributes?.getStr(name);

function setOwnOf(self: Wrapper, name: string, value: Value): void {
  if (isShaped(self as Value)) setOwnAttribute(shaped(self), name, value);
  else wrapperDictionary(self, true)!.setStr(name, value);
}

const deleteOwnOf = (self: Wrapper, name: string): boolean =>
  isShaped(self as Value) ? deleteOwnAttribute(shaped(self), name) : self.attributes?.deleteStr(name) === true;

const setWrapperDictionary = dictionarySetter((self: Wrapper, dict) => {
  self.attributes = dict;
});

/** Set by generic-alias.ts: `types.GenericAlias(cls, item)`. */
export const genericAlias = { of: (_cls: PyType, _item: Value): Result => null };

/** An attribute of the wrapped callable that is copied when first asked for, because it may be expensive to make. */
function defineLazyCopy(type: TypeBuilder<Wrapper>, name: string): void {
  type.getset(
    name,
    null,
    (self) => {
      const known = ownOf(self, name);
      if (known !== undefined) return known;
      const value = getAttribute(self.callable, name);
      if (value !== EXIT) setOwnOf(self, name, value as Value);
      return value;
    },
    (self, value) => {
      if (value === undefined) {
        if (deleteOwnOf(self, name)) return true;
        return raise('AttributeError', `'${ownerOf(self)}' object has no attribute '${name}'`);
      }
      setOwnOf(self, name, value);
      return true;
    },
  );
}

function defineMethodWrapper(type: TypeBuilder<Wrapper>): void {
  type.member('__func__', null, (self) => self.callable);
  type.member('__wrapped__', null, (self) => self.callable);
  type.getset('__isabstractmethod__', null, (self) => isAbstract(self.callable));
  defineLazyCopy(type, '__annotations__');
  defineLazyCopy(type, '__annotate__');
  type.getset('__dict__', null, (self) => wrapperDictionary(self, true), setWrapperDictionary);
  type.classMethod('__class_getitem__(cls, object, /)', null, (cls, item) => genericAlias.of(cls, item));
}

export const staticMethodType: PyType = builtinType<PyStaticMethod>('staticmethod', {
  base: objectType,
  layout: PyStaticMethod,
  signature: '(function, /)',
  dictionary: wrapperDictionary,
  doc: `
    Convert a function to be a static method.

    A static method does not receive an implicit first argument.
    To declare a static method, use this idiom:

         class C:
             @staticmethod
             def f(arg1, arg2, argN):
                 ...

    It can be called either on the class (e.g. C.f()) or on an instance
    (e.g. C().f()). Both the class and the instance are ignored, and
    neither is passed implicitly as the first argument to the method.

    Static methods in Python are similar to those found in Java or C++.
    For a more advanced concept, see the classmethod builtin.
  `,
  slots: {
    new: newSlot('staticmethod(cls, *args, **kwargs)', (cls) =>
      construct(new PyStaticMethod(null), cls, staticMethodType),
    ),
    init: initSlot('staticmethod(self, function, /)', wrapCallable as never),
    get: (self: PyStaticMethod) => self.callable,
    call: (self: PyStaticMethod, args, keywords) => call(self.callable, args, keywords),
    repr: (self: PyStaticMethod) => {
      const inner = repr(self.callable);
      return inner === EXIT ? EXIT : `<staticmethod(${inner})>`;
    },
  },
  define(type) {
    defineMethodWrapper(type as TypeBuilder<Wrapper>);
  },
});

makeStaticMethod.of = (callable) => new PyStaticMethod(callable);

export const classMethodType: PyType = builtinType<PyClassMethod>('classmethod', {
  base: objectType,
  layout: PyClassMethod,
  signature: '(function, /)',
  dictionary: wrapperDictionary,
  doc: `
    Convert a function to be a class method.

    A class method receives the class as implicit first argument,
    just like an instance method receives the instance.
    To declare a class method, use this idiom:

      class C:
          @classmethod
          def f(cls, arg1, arg2, argN):
              ...

    It can be called either on the class (e.g. C.f()) or on an instance
    (e.g. C().f()).  The instance is ignored except for its class.
    If a class method is called for a derived class, the derived class
    object is passed as the implied first argument.

    Class methods are different than C++ or Java static methods.
    If you want those, see the staticmethod builtin.
  `,
  slots: {
    new: newSlot('classmethod(cls, *args, **kwargs)', (cls) =>
      construct(new PyClassMethod(null), cls, classMethodType),
    ),
    init: initSlot('classmethod(self, function, /)', wrapCallable as never),
    get: (self: PyClassMethod, instance, owner) => boundMethod.of(self.callable, owner ?? typeOf(instance!)),
    repr: (self: PyClassMethod) => {
      const inner = repr(self.callable);
      return inner === EXIT ? EXIT : `<classmethod(${inner})>`;
    },
  },
  define(type) {
    defineMethodWrapper(type as TypeBuilder<Wrapper>);
  },
});

/** Set by types/function-type.ts: a `method` object. */
export const boundMethod = { of: (callable: Value, _self: Value): Value => callable };
