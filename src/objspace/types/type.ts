/** `type`: the class of classes. Calling a class, attributes of classes, and what `type` objects show. Creation is in class-creation.ts. */
import { encodeText } from '../codecs.ts';
import { sizeOfType } from './sizes.ts';
import { isRefused } from '../audit.ts';
import { attributeFinders } from '../attribute-finders.ts';
import { findAttribute, genericGetAttribute, raiseAttribute, shownTypeName } from '../attributes.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { dedent, builtinType } from '../gateway/builtin-type.ts';
import { makerOfMethods } from '../gateway/called-as-method.ts';
import { callWithTwo } from '../gateway/short-calls.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, callSpecial, isTrue, typeName } from '../operations.ts';
import { ROWS_BY_NAME, type Slots } from '../slots.ts';
import { builtinTypeCalled, updateSlots } from '../slot-wrappers.ts';
import { PyType, typeOf } from '../type.ts';
import { orderOf } from '../mro.ts';
import { PyDict } from './dict/dict.ts';
import { objectType } from './object.ts';
import { poll } from '../safepoint.ts';
import { STRIDE } from '../../util/work.ts';
import { PyList } from './list/list.ts';
import { PyFunction } from './function.ts';
import { isText, strFromText, strOfName, textOf } from './str/text.ts';
import { subclassesOf } from './subclasses.ts';
import { PyTuple } from './tuple.ts';
import { flagsOf, INLINE_VALUES, hasDictionary, weakSupport } from './type-flags.ts';

/** The value of `cls.__module__`, or `undefined`. */
export function moduleOf(type: PyType): Value | undefined {
  return type.isHeapType ? type.namespace.get('__module__') : type.module;
}

function typeRepr(self: PyType): Result {
  const module = moduleOf(self);
  if (typeof module !== 'string' || module === 'builtins')
    return `<class '${self.isHeapType ? self.qualname : self.name}'>`;
  return `<class '${module}.${self.qualname}'>`;
}

/** Calling a class: `__new__`, then `__init__` if that gave an instance of the class. */
export function callType(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (cls === typeType) {
    const positional = args.length - (keywords?.length ?? 0);
    if (positional === 1)
      return keywords === null ? typeOf(args[0]) : raiseTypeError('type() takes no keyword arguments');
    if (positional !== 3) return raiseTypeError('type() takes 1 or 3 arguments');
  }
  return construct(cls, cls.slots.new, args, keywords);
}

/** `type.__call__(cls, ...)` of a builtin class. */
builtinTypeCalled.of = (cls, args, keywords) => {
  const isType = cls === typeType;
  if (isType && args.length === 1 && keywords === null) return typeOf(args[0]);
  if (isType && args.length - (keywords?.length ?? 0) !== 3) return raiseTypeError('type() takes 1 or 3 arguments');
  return construct(cls, makerOfMethods(cls), args, keywords);
};

function construct(cls: PyType, maker: Slots['new'], args: Value[], keywords: readonly string[] | null): Result {
  if (maker === undefined) return raiseTypeError(`cannot create '${qualifiedName(cls)}' instances`);
  const object = maker(cls, args, keywords);
  if (object === EXIT) return EXIT;
  const type = typeOf(object as Value);
  if (type !== cls && !type.isSubtypeOf(cls)) return object;
  if (type.slots.init !== undefined && type.slots.init(object as never, args, keywords) === EXIT) return EXIT;
  return object;
}

export function qualifiedName(cls: PyType): string {
  return cls.module === 'builtins' ? cls.name : `${cls.module}.${cls.name}`;
}

/** `cls.name`. */
export function getTypeAttribute(cls: PyType, name: string): Result {
  const value = findTypeAttribute(cls, name);
  if (value !== undefined) return value;
  return raiseAttribute(`type object '${shownTypeName(cls)}' has no attribute '${name}'`, cls, name);
}

/** Data descriptors of the metaclass, the class and its bases, other attributes of the metaclass; `undefined` if there is none. */
function findTypeAttribute(cls: PyType, name: string): Result | undefined {
  const meta = typeOf(cls);
  const metaValue = meta.lookup(name);
  const metaSlots = metaValue === undefined ? undefined : typeOf(metaValue).slots;
  if (metaSlots !== undefined && metaSlots.get !== undefined && metaSlots.set !== undefined) {
    return metaSlots.get(metaValue as never, cls, meta);
  }
  const value = cls.lookup(name);
  if (value !== undefined) {
    const get = typeOf(value).slots.get;
    return get === undefined ? value : get(value as never, undefined, cls);
  }
  if (metaValue === undefined) return undefined;
  return metaSlots!.get === undefined ? metaValue : metaSlots!.get(metaValue as never, cls, meta);
}

attributeFinders.set(getTypeAttribute, findTypeAttribute);

/** `cls.name = value`; `undefined` deletes. */
function setTypeAttribute(cls: PyType, name: string, value: Value | undefined): true | Exit {
  if (!cls.isHeapType) {
    return raiseTypeError(`cannot set '${name}' attribute of immutable type '${cls.errorName}'`);
  }
  const metaValue = typeOf(cls).lookup(name);
  const set = metaValue === undefined ? undefined : typeOf(metaValue).slots.set;
  if (set !== undefined) return set(metaValue as never, cls, value);
  if (value !== undefined) {
    if (rebindVariable(cls, name, value)) return true;
    cls.namespace.set(name, value);
  } else if (!cls.namespace.delete(name)) {
    return raiseAttribute(`type object '${shownTypeName(cls)}' has no attribute '${name}'`, cls, name);
  }
  namespaceChanged(cls, name);
  return true;
}

function isDescriptor(value: Value): boolean {
  const { slots } = typeOf(value);
  return slots.get !== undefined || slots.set !== undefined;
}

/** One value takes the place of another: from the second time on, that leaves the version of the class as it is. */
function rebindVariable(cls: PyType, name: string, value: Value): boolean {
  const old = cls.namespace.get(name);
  if (old === undefined || isDescriptor(old) || isDescriptor(value)) {
    // Compiled code takes what variables hold as it is.
    cls.variables?.delete(name);
    return false;
  }
  if (cls.variables !== null && cls.variables.has(name)) {
    cls.namespace.set(name, value);
    return true;
  }
  if (ROWS_BY_NAME.has(name)) return false;
  cls.variables ??= new Set();
  cls.variables.add(name);
  return false;
}

/** Stores in one of the `variables` of a class whose metaclass is `type`, as a rule. */
export function setClassVariable(cls: PyType, name: string, value: Value): true | Exit {
  return rebindVariable(cls, name, value) || setTypeAttribute(cls, name, value);
}

const DESCRIPTOR_METHODS: ReadonlySet<string> = new Set(['__get__', '__set__', '__delete__']);

/** After a change of a class attribute: forgets caches, and rebuilds slots if the name is a special method. */
export function namespaceChanged(cls: PyType, name: string): void {
  if (DESCRIPTOR_METHODS.has(name)) descriptorsChanged();
  else cls.modified();
  if (ROWS_BY_NAME.has(name)) updateSlotsBelow(cls);
}

/** Objects that any class may have as attributes have become descriptors, or are none any more: what is known of attributes is forgotten. */
export function descriptorsChanged(): void {
  objectType.modified();
}

/** What a class makes of its objects as attributes of other classes: equal for those that make the same. */
export function descriptorMethods({ slots }: PyType): number {
  return (slots.get === undefined ? 0 : 1) + (slots.set === undefined ? 0 : 2);
}

function updateSlotsBelow(cls: PyType): void {
  updateSlots(cls);
  for (const reference of cls.derived) {
    const derived = reference.deref();
    if (derived !== undefined) updateSlotsBelow(derived);
  }
}

function moduleOrRaise(type: PyType): Result {
  const module = moduleOf(type);
  return module === undefined ? raise('AttributeError', '__module__') : module;
}

export const typeType: PyType = builtinType<PyType>('type', {
  base: objectType,
  layout: PyType,
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  slots: {
    repr: typeRepr,
    call: (self: PyType, args, keywords) => callType(self, args, keywords),
    getAttribute: getTypeAttribute,
    setAttribute: setTypeAttribute,
    new: (meta: PyType, args, keywords) => classCreation.create(meta, args, keywords),
    init: (_self: PyType, args, keywords) => {
      if (keywords !== null && args.length - keywords.length === 1)
        return raiseTypeError('type.__init__() takes no keyword arguments');
      const count = args.length - (keywords?.length ?? 0);
      return count === 1 || count === 3 ? true : raiseTypeError('type.__init__() takes 1 or 3 arguments');
    },
    bitOr: (self: PyType, other) => unionOf.of(self, other),
    rbitOr: (self: PyType, other) => unionOf.of(other, self),
  },
  define(type) {
    type.getset('__name__', null, (self) => strFromText(self.name), setName);
    type.getset(
      '__qualname__',
      null,
      (self) => strFromText(self.qualname),
      (self, value) => {
        if (!self.isHeapType || value === undefined) return notAssignable(self, '__qualname__', value);
        if (isRefused('object.__setattr__', self, '__qualname__', value)) return EXIT;
        if (!isText(value))
          return raiseTypeError(`can only assign string to ${self.name}.__qualname__, not '${typeName(value)}'`);
        self.qualname = textOf(value);
        return true;
      },
    );
    type.getset('__module__', null, moduleOrRaise, (self, value) => {
      if (assignTold(self, '__module__', value) === EXIT) return EXIT;
      self.namespace.delete('__firstlineno__');
      return true;
    });
    type.getset(
      '__bases__',
      null,
      (self) => {
        self.basesTuple ??= new PyTuple(self.bases) as Value;
        return self.basesTuple;
      },
      (self, value) => classCreation.setBases(self, value),
    );
    type.member('__base__', null, (self) => self.base);
    type.getset('__mro__', null, (self) => (withoutMro.has(self) ? null : mroOf(self)));
    type.getset('__dict__', null, (self) => namespaceProxy.of(self));
    type.getset('__doc__', null, getDoc, (self, value) => assignTold(self, '__doc__', value));
    type.getset('__text_signature__', null, (self) => self.textSignature);
    type.getset(
      '__abstractmethods__',
      null,
      (self) => ownOf(self, '__abstractmethods__') ?? raise('AttributeError', '__abstractmethods__'),
      setAbstractMethods,
    );
    type.getset('__annotations__', null, annotationsOf, (self, value) => setAnnotations(self, value));
    type.getset('__annotate__', null, annotateOf, setAnnotate);
    type.getset(
      '__type_params__',
      null,
      (self) => ownOf(self, '__type_params__') ?? new PyTuple([]),
      (self, value) => assignTold(self, '__type_params__', value),
    );
    type.member('__flags__', null, flagsOf);
    type.member('__basicsize__', null, (self) => sizeOfType(self).basic);
    type.member('__itemsize__', null, (self) => sizeOfType(self).item);
    type.member('__dictoffset__', null, (self) => (hasDictionary(self) ? -1 : 0));
    type.member('__weakrefoffset__', null, (self) => (weakSupport.of(self) ? 16 : 0));
    type.method('mro(self, /)', "Return a type's method resolution order.", resolutionOrder);
    type.method('__subclasses__(self, /)', 'Return a list of immediate subclasses.', (self) =>
      PyList.of(subclassesOf(self)),
    );
    type.method('__instancecheck__(self, instance, /)', 'Check if an object is an instance.', (self, instance) =>
      isRealInstance(instance, self),
    );
    type.method('__subclasscheck__(self, subclass, /)', 'Check if a class is a subclass.', (self, subclass) =>
      isRealSubclass(subclass, self),
    );
    type.method('__dir__(self, /)', 'Specialized __dir__ implementation for types.', (self) => typeDirectory(self));
    type.method('__sizeof__(self, /)', 'Return memory consumption of the type object.', sizeOfClass);
    type.classMethod(
      '__prepare__(cls, /, *args, **kwds)',
      'Create the namespace for the class statement',
      () => new PyDict(),
    );
  },
});

/** Set by class-creation.ts and others that stand above this file. */
export const classCreation = {
  create: (_meta: PyType, _args: Value[], _keywords: readonly string[] | null): Result => EXIT,
  setBases: (_type: PyType, _value: Value | undefined): true | Exit => EXIT,
};
/** Set by union.ts: makes `left | right`; the members of a union, `undefined` for what is none. */
export const unionOf = {
  of: (_left: Value, _right: Value): Result => null,
  members: (_value: Value): readonly Value[] | undefined => undefined,
};
/** What classes were made of that were given keys that are no strings: these are no attributes, but `__dict__` shows them. */
export const namespacesWithOtherKeys: WeakMap<PyType, PyDict> = new WeakMap();
export const namespaceProxy = { of: (_type: PyType): Value => null };

/** Classes being made, whose metaclass has not said yet in which order they and their bases come. */
export const withoutMro: WeakSet<PyType> = new WeakSet();

function resolutionOrder(self: PyType): Result {
  const incomplete = self.bases.find((base) => withoutMro.has(base));
  if (incomplete !== undefined) return raiseTypeError(`Cannot extend an incomplete type '${incomplete.errorName}'`);
  if (!self.isHeapType) return PyList.of([...self.mro]);
  const tail = orderOf(self.bases);
  return tail === EXIT ? EXIT : PyList.of([self, ...(tail as PyType[])]);
}

/** In CPython: a class is larger than a builtin type, and has the keys of its objects' dictionaries. */
function sizeOfClass(self: PyType): number {
  if (!self.isHeapType) return 416;
  return 936 + ((flagsOf(self) & INLINE_VALUES) === 0 ? 0 : 768);
}

function notAssignable(cls: PyType, name: string, value: Value | undefined): Exit {
  const verb = cls.isHeapType && value === undefined ? 'delete' : 'set';
  return raiseTypeError(`cannot ${verb} '${name}' attribute of immutable type '${cls.errorName}'`);
}

function assign(cls: PyType, name: string, value: Value | undefined, shown = name): true | Exit {
  if (!cls.isHeapType || value === undefined) return notAssignable(cls, shown, value);
  cls.namespace.set(name, value);
  namespaceChanged(cls, name);
  return true;
}

/** The same for what audit hooks are told of. */
function assignTold(cls: PyType, name: string, value: Value | undefined): true | Exit {
  const isAllowed = cls.isHeapType && value !== undefined;
  return isAllowed && isRefused('object.__setattr__', cls, name, value) ? EXIT : assign(cls, name, value);
}

function setName(self: PyType, value: Value | undefined): true | Exit {
  if (!self.isHeapType || value === undefined) return notAssignable(self, '__name__', value);
  if (isRefused('object.__setattr__', self, '__name__', value)) return EXIT;
  if (!isText(value))
    return raiseTypeError(`can only assign string to ${self.name}.__name__, not '${typeName(value)}'`);
  if (encodeText(value) === EXIT) return EXIT;
  const name = textOf(value);
  if (name.includes('\0')) return raiseValueError('type name must not contain null characters');
  self.name = name;
  return true;
}

function getDoc(self: PyType): Result {
  if (!self.isHeapType) return self.doc === null ? null : dedent(self.doc);
  const doc = self.namespace.get('__doc__');
  if (doc === undefined) return null;
  const get = typeOf(doc).slots.get;
  return get === undefined ? doc : get(doc as never, undefined, self);
}

/** A value in the class's own namespace; that of `type` itself holds the attribute's descriptor. */
function ownOf(self: PyType, name: string): Value | undefined {
  return self === typeType ? undefined : self.namespace.get(name);
}

function setAbstractMethods(self: PyType, value: Value | undefined): true | Exit {
  if (value === undefined) {
    if (!self.namespace.delete('__abstractmethods__')) return raise('AttributeError', '__abstractmethods__');
    self.isAbstract = false;
    return true;
  }
  const truth = isTrue(value);
  if (truth === EXIT) return EXIT;
  self.namespace.set('__abstractmethods__', value);
  self.isAbstract = truth as boolean;
  self.modified();
  return true;
}

/** `cls.__annotations__`: evaluated by `__annotate__` at the first look and kept (PEP 649). */
function annotationsOf(self: PyType): Result {
  if (!self.isHeapType)
    return raise('AttributeError', `type object '${shownTypeName(self)}' has no attribute '__annotations__'`);
  const { namespace } = self;
  const known = namespace.has('__annotations__')
    ? namespace.get('__annotations__')
    : namespace.get('__annotations_cache__');
  if (known !== undefined) {
    const { get } = typeOf(known).slots;
    return get === undefined ? known : get(known as never, undefined, self);
  }
  const annotate = annotateOf(self);
  if (annotate === EXIT) return EXIT;
  const isMade = typeOf(annotate as Value).slots.call !== undefined;
  const result = isMade ? call(annotate as Value, [1]) : new PyDict();
  if (result === EXIT) return EXIT;
  if (!(result instanceof PyDict))
    return raiseTypeError(`__annotate__ returned non-dict of type '${typeName(result as Value)}'`);
  self.namespace.set('__annotations_cache__', result);
  return result;
}

function setAnnotations(self: PyType, value: Value | undefined): true | Exit {
  if (!self.isHeapType)
    return raiseTypeError(`cannot set '__annotations__' attribute of immutable type '${self.name}'`);
  const { namespace } = self;
  if (value === undefined) {
    const wasSet = namespace.delete('__annotations__');
    const wasKept = namespace.delete('__annotations_cache__');
    if (!wasSet && !wasKept) return raise('AttributeError', '__annotations__');
  } else namespace.set(namespace.has('__annotations__') ? '__annotations__' : '__annotations_cache__', value);
  namespace.delete('__annotate_func__');
  namespace.delete('__annotate__');
  self.modified();
  return true;
}

function annotateOf(self: PyType): Result {
  if (!self.isHeapType)
    return raise('AttributeError', `type object '${shownTypeName(self)}' has no attribute '__annotate__'`);
  const { namespace } = self;
  const own = namespace.has('__annotate__') ? namespace.get('__annotate__') : namespace.get('__annotate_func__');
  if (own !== undefined) return own;
  namespace.set('__annotate_func__', null);
  return null;
}

function setAnnotate(self: PyType, value: Value | undefined): true | Exit {
  if (value === undefined) return raiseTypeError('cannot delete __annotate__ attribute');
  if (self.isHeapType && value !== null && typeOf(value).slots.call === undefined)
    return raiseTypeError('__annotate__ must be callable or None');
  if (assign(self, '__annotate_func__', value, '__annotate__') === EXIT) return EXIT;
  if (value !== null) self.namespace.delete('__annotations_cache__');
  return true;
}

/** Names for `dir(cls)`, unsorted as a list: `dir` sorts them. */
function typeDirectory(self: PyType): Value {
  const names = new Set<string>();
  for (const type of self.mro) for (const name of type.ensureNamespace().keys()) names.add(name);
  names.delete('__annotations_cache__');
  return PyList.of([...names].sort().map(strOfName));
}

// ── isinstance and issubclass ────────────────────────────────────────────────────────────────────────────────────

/** `type.__instancecheck__`: the type, or what `__class__` claims. */
export function isRealInstance(instance: Value, cls: Value): boolean | Exit {
  if (!(cls instanceof PyType)) return isAbstractInstance(instance, cls);
  const type = typeOf(instance);
  if (type.isSubtypeOf(cls)) return true;
  // Only objects that answer for themselves (instances, proxies) can claim another class.
  if (!type.isHeapType && type.slots.getAttribute === genericGetAttribute) return false;
  if (hasPlainClass(type)) return false;
  const claimed = findAttribute(instance, '__class__');
  if (claimed === EXIT) return EXIT;
  return claimed instanceof PyType && claimed !== typeOf(instance) && claimed.isSubtypeOf(cls);
}

/** Whether `__class__` of the instances is what they are made of: mostly it is the descriptor of object, which tells the class itself. */
export function hasPlainClass(type: PyType): boolean {
  if (type.plainClassVersion === type.version) return true;
  if (type.slots.getAttribute !== genericGetAttribute) return false;
  if (type.lookup('__class__') !== objectType.lookup('__class__')) return false;
  type.plainClassVersion = type.version;
  return true;
}

/** `isinstance` of several classes that have no metaclass. */
export function isInstanceOfAny(value: Value, classes: readonly PyType[]): boolean | Exit {
  const type = typeOf(value);
  for (let index = 0; index < classes.length; index++) if (type.isSubtypeOf(classes[index])) return true;
  if (hasPlainClass(type)) return false;
  for (const cls of classes) {
    const result = isRealInstance(value, cls);
    if (result !== false) return result;
  }
  return false;
}

function isAbstractInstance(instance: Value, cls: Value): boolean | Exit {
  const wrong = checkBases(cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  if (wrong === EXIT) return EXIT;
  const claimed = findAttribute(instance, '__class__');
  if (claimed === EXIT) return EXIT;
  return claimed === undefined ? false : isAbstractSubclass(claimed as Value, cls);
}

/** `type.__subclasscheck__`. */
export function isRealSubclass(derived: Value, cls: Value): boolean | Exit {
  if (derived instanceof PyType && cls instanceof PyType) return derived.isSubtypeOf(cls);
  if (checkBases(derived, 'issubclass() arg 1 must be a class') === EXIT) return EXIT;
  const message = 'issubclass() arg 2 must be a class, a tuple of classes, or a union';
  return checkBases(cls, message) === EXIT ? EXIT : isAbstractSubclass(derived, cls);
}

/** What is no type counts as a class if its `__bases__` are a tuple. */
function basesOf(cls: Value): readonly Value[] | undefined | Exit {
  const bases = findAttribute(cls, '__bases__');
  if (bases === EXIT) return EXIT;
  return bases instanceof PyTuple ? bases.items : undefined;
}

function checkBases(cls: Value, message: string): true | Exit {
  const bases = basesOf(cls);
  if (bases === undefined) return raiseTypeError(message);
  return bases === EXIT ? EXIT : true;
}

/** Depth first: what makes its bases up may do so without end. */
function isAbstractSubclass(derived: Value, cls: Value, depth = 0): boolean | Exit {
  if (derived === cls) return true;
  const bases = basesOf(derived);
  if (bases === EXIT) return EXIT;
  if (bases === undefined) return false;
  if (depth > MAX_DEPTH_OF_BASES)
    return raise('RecursionError', 'maximum recursion depth exceeded in __subclasscheck__');
  for (const base of bases as readonly Value[]) {
    const found = isAbstractSubclass(base, cls, depth + 1);
    if (found !== false) return found;
  }
  return false;
}

const MAX_DEPTH_OF_BASES = 2000;
const MAX_DEPTH_OF_TUPLES = 5000;

const tooDeep = (method: string): Exit => raise('RecursionError', `maximum recursion depth exceeded in ${method}`);

/** `__mro__`: the same tuple each time, as long as the bases are the same. */
function mroOf(type: PyType): Value {
  const known = type.mroTuple as (PyTuple & Value) | null;
  if (known !== null && type.mroOfTuple === type.mro) return known;
  const tuple = new PyTuple(type.mro) as PyTuple & Value;
  type.mroTuple = tuple;
  type.mroOfTuple = type.mro;
  return tuple;
}

/** `isinstance(value, cls)`: types, tuples, unions, `__instancecheck__`. */
export function isInstance(value: Value, cls: Value, depth = 0): boolean | Exit {
  if (typeOf(value) === cls) return true;
  if (typeOf(cls) === typeType) return isRealInstance(value, cls);
  const choices = cls instanceof PyTuple ? cls.items : unionOf.members(cls);
  if (choices !== undefined) {
    if (depth > MAX_DEPTH_OF_TUPLES) return tooDeep('__instancecheck__');
    for (let index = 0; index < choices.length; index++) {
      const result = isInstance(value, choices[index], depth + 1);
      if (result !== false) return result;
      if ((index & (STRIDE - 1)) === STRIDE - 1 && poll(STRIDE) === EXIT) return EXIT;
    }
    return false;
  }
  return checkBy('__instancecheck__', cls, value) ?? isRealInstance(value, cls);
}

/** `issubclass(derived, cls)`. */
export function isSubclass(derived: Value, cls: Value, depth = 0): boolean | Exit {
  if (typeOf(cls) === typeType) return derived === cls ? true : isRealSubclass(derived, cls);
  const choices = cls instanceof PyTuple ? cls.items : unionOf.members(cls);
  if (choices !== undefined) {
    if (depth > MAX_DEPTH_OF_TUPLES) return tooDeep('__subclasscheck__');
    for (let index = 0; index < choices.length; index++) {
      const result = isSubclass(derived, choices[index], depth + 1);
      if (result !== false) return result;
      if ((index & (STRIDE - 1)) === STRIDE - 1 && poll(STRIDE) === EXIT) return EXIT;
    }
    return false;
  }
  return checkBy('__subclasscheck__', cls, derived) ?? isRealSubclass(derived, cls);
}

function checkBy(method: string, cls: Value, value: Value): boolean | Exit | undefined {
  const found = typeOf(cls).lookup(method);
  if (found === undefined) return undefined;
  const result = found instanceof PyFunction ? callWithTwo(found, cls, value) : callSpecial(cls, method, [value]);
  if (result === undefined) return undefined;
  return result === EXIT ? EXIT : isTrue(result as Value);
}
