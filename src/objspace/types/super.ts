/** `super`: attribute look-up behind a class in the MRO of an object (https://docs.python.org/3/library/functions.html#super). */
import { genericGetAttribute } from '../attributes.ts';
import { raise, raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { whenCalledAsMethod } from '../gateway/called-as-method.ts';
import { adopt } from '../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { argumentName, call, typeName } from '../operations.ts';
import { PyType, typeOf } from '../type.ts';
import { findAttribute } from '../attributes.ts';
import { objectType } from './object.ts';

export class PySuper extends PyObject {
  /** The class behind which is searched. */
  type: PyType | null;
  self: Value | undefined;
  /** The class whose MRO is searched. */
  selfType: PyType | null;

  constructor() {
    super();
    this.type = null;
    this.self = undefined;
    this.selfType = null;
  }
}

/** The class whose MRO counts for super(type, self): self's class, or self if it is a class. TypeError if there is none. */
function checkSelf(type: PyType, self: Value): PyType | Exit {
  if (self instanceof PyType && self.isSubtypeOf(type)) return self;
  const selfType = typeOf(self);
  if (selfType.isSubtypeOf(type)) return selfType;
  const claimed = findAttribute(self, '__class__');
  if (claimed === EXIT || (claimed instanceof PyType && claimed.isSubtypeOf(type))) return claimed;
  return wrongSelf(type, self);
}

function wrongSelf(type: PyType, self: Value): Exit {
  const what = self instanceof PyType ? `type ${self.errorName}` : `instance of ${typeName(self)}`;
  return raiseTypeError(`super(type, obj): obj (${what}) is not an instance or subtype of type (${type.errorName}).`);
}

/** `super(type, self).name`; None for `self` leaves the object unbound. */
export function superGetAttribute(type: Value, self: Value, name: string): Result {
  if (!(type instanceof PyType)) return raiseTypeError(`super() argument 1 must be a type, not ${typeName(type)}`);
  if (self === null) return superProxy(type, undefined, null, name);
  const selfType = checkSelf(type, self);
  if (selfType === EXIT) return EXIT;
  return lookUp(type, self, selfType as PyType, name) ?? presentNone(type, self, selfType as PyType, name);
}

function presentNone(type: PyType, self: Value, selfType: PyType, name: string): Result {
  if (searched(type, selfType, name) !== undefined) return null;
  return superProxy(type, self, selfType, name);
}

function superProxy(type: PyType, self: Value | undefined, selfType: PyType | null, name: string): Result {
  const proxy = new PySuper();
  proxy.type = type;
  proxy.self = self;
  proxy.selfType = selfType;
  return genericGetAttribute(proxy, name);
}

function searched(type: PyType, selfType: PyType, name: string): Value | undefined {
  const { mro } = selfType;
  for (let index = mro.indexOf(type) + 1; index < mro.length; index++) {
    const found = mro[index].ensureNamespace().get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lookUp(type: PyType, self: Value, selfType: PyType, name: string): Result | undefined {
  if (name === '__class__') return undefined;
  const found = searched(type, selfType, name);
  if (found === undefined) return undefined;
  const get = typeOf(found).slots.get;
  if (get === undefined) return found;
  return get(found as never, self === selfType ? undefined : self, selfType);
}

/** What `super.__new__` has made. */
const madeByMethods = new WeakSet<PySuper>();

/** Whether `super` itself is called: `__init__` of what was made before, or of a derived class, words its errors otherwise. */
const isCall = (self: PySuper): boolean =>
  self.shape.type === superType && self.type === null && !madeByMethods.has(self);

function tooMany(self: PySuper, count: number): string {
  return isCall(self)
    ? `super() expected at most 2 arguments, got ${count}`
    : `super() takes at most 2 arguments (${count} given)`;
}

function noType(self: PySuper, type: Value): string {
  return isCall(self)
    ? `super() argument 1 must be a type, not ${typeName(type)}`
    : `super() argument 1 must be type, not ${argumentName(type)}`;
}

/** Set by the interpreter: class and first argument of the running method, for `super()`. */
export const superContext = {
  of: (): { type: Value; self: Value } | Result => raise('RuntimeError', 'super(): no current frame'),
};

export const superType: PyType = builtinType<PySuper>('super', {
  base: objectType,
  layout: PySuper,
  doc: `
    super() -> same as super(__class__, <first argument>)
    super(type) -> unbound super object
    super(type, obj) -> bound super object; requires isinstance(obj, type)
    super(type, type2) -> bound super object; requires issubclass(type2, type)
    Typical use to call a cooperative superclass method:
    class C(B):
        def meth(self, arg):
            super().meth(arg)
    This works for class methods too:
    class C(B):
        @classmethod
        def cmeth(cls, arg):
            super().cmeth(arg)
  `,
  slots: {
    new: (cls: PyType) => (cls === superType ? new PySuper() : adopt(new PySuper(), cls)),
    init: (self: PySuper, args, keywords) => {
      if (keywords !== null) return raiseTypeError('super() takes no keyword arguments');
      if (args.length > 2) return raiseTypeError(tooMany(self, args.length));
      let [type, object] = args as [Value | undefined, Value | undefined];
      if (type === undefined) {
        const context = superContext.of();
        if (context === EXIT) return EXIT;
        ({ type, self: object } = context as { type: Value; self: Value });
      }
      if (!(type instanceof PyType)) return raiseTypeError(noType(self, type as Value));
      self.type = type;
      if (object === undefined || object === null) return true;
      const selfType = checkSelf(type, object);
      if (selfType === EXIT) return EXIT;
      self.self = object;
      self.selfType = selfType as PyType;
      return true;
    },
    getAttribute: (self: PySuper, name) => {
      if (self.selfType === null || self.type === null || self.self === undefined)
        return genericGetAttribute(self, name);
      const found = lookUp(self.type, self.self, self.selfType, name);
      if (found !== undefined) return found;
      return genericGetAttribute(self, name);
    },
    get: (self: PySuper, instance) => {
      if (instance === undefined || self.self !== undefined || self.type === null) return self;
      if (typeOf(self) !== superType) return call(typeOf(self), [self.type, instance]);
      const bound = new PySuper();
      const selfType = checkSelf(self.type, instance);
      if (selfType === EXIT) return EXIT;
      bound.type = self.type;
      bound.self = instance;
      bound.selfType = selfType as PyType;
      return bound;
    },
    repr: (self: PySuper) => {
      const name = self.type === null ? 'NULL' : self.type.name;
      if (self.selfType === null) return `<super: <class '${name}'>, NULL>`;
      return `<super: <class '${name}'>, <${self.selfType.name} object>>`;
    },
  },
  define(type) {
    type.member('__thisclass__', 'the class invoking super()', (self) => self.type);
    type.member('__self__', 'the instance invoking super(); may be None', (self) => self.self ?? null);
    type.member('__self_class__', 'the type of the instance invoking super(); may be None', (self) => self.selfType);
  },
});

whenCalledAsMethod(superType, () => {
  const object = new PySuper();
  madeByMethods.add(object);
  return object;
});
