/** `types.GenericAlias` (`list[int]`): a class with arguments that only annotations and `typing` look at (PEP 585). */
import { findAttribute, genericGetAttribute, getAttribute, setAttribute } from '../attributes.ts';
import { raiseTypeError, swallow } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { adopt } from '../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { call, callSpecial, classSubscript, equals, hashOf, itemsOf } from '../operations.ts';
import { EQ, NE } from '../slots.ts';
import { PyType, typeOf } from '../type.ts';
import { genericAlias } from './descriptors.ts';
import { builtinNamed } from '../builtin-names.ts';
import { reduction } from './iterator-methods.ts';
import { PyList } from './list/list.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { PyTuple } from './tuple.ts';
import { argumentRepr, collectParameters, substituteParameters, typeRepr } from './type-parameters.ts';
import { unionOf } from './type.ts';

export class GenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: PyTuple & Value;
  /** `*tuple[int]`: stands for its arguments. */
  readonly isUnpacked: boolean;
  private parameters: Value | undefined;

  /** `args`: a tuple of the arguments, or the only one. */
  constructor(origin: Value, args: Value, isUnpacked = false) {
    super();
    this.origin = origin;
    this.args = (args instanceof PyTuple ? args : new PyTuple([args])) as PyTuple & Value;
    this.isUnpacked = isUnpacked;
    this.parameters = undefined;
  }

  /** `__parameters__`, a tuple. */
  parameterTuple(): Result {
    if (this.parameters === undefined) {
      const found = collectParameters(this.args.items);
      if (found === EXIT) return EXIT;
      this.parameters = new PyTuple(found as Value[]) as Value;
    }
    return this.parameters;
  }
}

/** Attributes that are the alias's own; all others are those of its origin. */
const OWN = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]);
/** Attributes that must not be taken for the origin's. */
const HIDDEN = new Set(['__bases__', '__copy__', '__deepcopy__']);

function aliasGetAttribute(self: GenericAlias, name: string): Result {
  if (OWN.has(name) || HIDDEN.has(name)) return genericGetAttribute(self, name);
  if (typeOf(self).isHeapType && typeOf(self).lookup(name) !== undefined && !isDunder(name))
    return genericGetAttribute(self, name);
  return getAttribute(self.origin, name);
}

const isDunder = (name: string): boolean => name.startsWith('__') && name.endsWith('__');

function aliasRepr(self: GenericAlias): Result {
  const origin = typeRepr(self.origin);
  if (origin === EXIT) return EXIT;
  const texts: string[] = [];
  for (const item of self.args.items) {
    const text = argumentRepr(item);
    if (text === EXIT) return EXIT;
    texts.push(text as string);
  }
  return `${self.isUnpacked ? '*' : ''}${origin}[${texts.length === 0 ? '()' : texts.join(', ')}]`;
}

/** Calling an alias calls its origin; the new object remembers the alias where it can. */
function aliasCall(self: GenericAlias, args: Value[], keywords: readonly string[] | null): Result {
  const object = call(self.origin, args, keywords);
  if (object === EXIT) return EXIT;
  const done = setAttribute(object as Value, '__orig_class__', self);
  return done === EXIT && !swallow('AttributeError') && !swallow('TypeError') ? EXIT : object;
}

function aliasGetItem(self: GenericAlias, item: Value): Result {
  const parameters = self.parameterTuple();
  if (parameters === EXIT) return EXIT;
  const args = substituteParameters(self, self.args.items, (parameters as unknown as PyTuple).items, item);
  return args === EXIT ? EXIT : new GenericAlias(self.origin, new PyTuple(args as Value[]) as Value, self.isUnpacked);
}

function sameAlias(self: GenericAlias, other: GenericAlias): boolean | Exit {
  if (self.isUnpacked !== other.isUnpacked) return false;
  const origin = equals(self.origin, other.origin);
  return origin === true ? equals(self.args, other.args) : origin;
}

function aliasNew(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('GenericAlias() takes no keyword arguments');
  if (args.length !== 2) return raiseTypeError(`GenericAlias expected 2 arguments, got ${args.length}`);
  const alias = new GenericAlias(args[0], args[1]);
  return cls === genericAliasType ? alias : adopt(alias, cls);
}

function xorHashes(left: number | bigint, right: number | bigint): Value {
  const hash = BigInt.asIntN(64, BigInt(left) ^ BigInt(right));
  if (hash === -1n) return -2;
  return hash >= -0x1fffffffffffffn && hash <= 0x1fffffffffffffn ? Number(hash) : hash;
}

function aliasHash(self: GenericAlias): Result {
  const origin = hashOf(self.origin);
  if (origin === EXIT) return EXIT;
  const args = hashOf(self.args);
  return args === EXIT ? EXIT : xorHashes(origin as number | bigint, args as number | bigint);
}

function aliasDirectory(self: GenericAlias): Result {
  const names = callSpecial(self.origin, '__dir__', []);
  const items = names === EXIT || names === undefined ? EXIT : itemsOf(names as Value);
  if (items === EXIT) return EXIT;
  const own = [...OWN].filter((name) => !(items as Value[]).includes(name));
  return PyList.of([...(items as Value[]), ...own]);
}

function noChecks(function_: string): Exit {
  return raiseTypeError(`${function_}() argument 2 cannot be a parameterized generic`);
}

export const genericAliasType: PyType = builtinType<GenericAlias>('GenericAlias', {
  base: objectType,
  layout: GenericAlias,
  module: 'types',
  signature: '(origin, args, /)',
  doc: 'Represent a PEP 585 generic type\n\nFor example, for t = list[int], t.__origin__ is list and t.__args__\nis (int,).',
  slots: {
    new: aliasNew,
    repr: aliasRepr,
    call: aliasCall,
    getAttribute: aliasGetAttribute,
    getItem: aliasGetItem,
    hash: aliasHash,
    iter: (self: GenericAlias) => new GenericAliasIterator(self),
    bitOr: (self: GenericAlias, other) => unionOf.of(self, other),
    rbitOr: (self: GenericAlias, other) => unionOf.of(other, self),
    compare: (self: GenericAlias, other, operator) => {
      if (!(other instanceof GenericAlias) || (operator !== EQ && operator !== NE)) return NotImplemented;
      const same = sameAlias(self, other);
      return same === EXIT ? EXIT : same === (operator === EQ);
    },
  },
  define(type) {
    type.member('__origin__', null, (self) => self.origin);
    type.member('__args__', null, (self) => self.args);
    type.member('__unpacked__', null, (self) => self.isUnpacked);
    type.getset('__parameters__', 'Type variables in the GenericAlias.', (self) => self.parameterTuple());
    type.getset('__typing_unpacked_tuple_args__', null, (self) =>
      self.isUnpacked && self.origin instanceof PyType && self.origin.name === 'tuple' ? self.args : null,
    );
    type.method('__mro_entries__(self, object, /)', null, (self) => new PyTuple([self.origin]) as Value);
    type.method('__instancecheck__(self, object, /)', null, () => noChecks('isinstance'));
    type.method('__subclasscheck__(self, object, /)', null, () => noChecks('issubclass'));
    type.method('__reduce__(self, /)', null, reduceAlias);
    type.method('__dir__(self, /)', null, aliasDirectory);
  },
});

/** An unpacked alias is what iterating over the plain one gives. */
function reduceAlias(self: GenericAlias): Result {
  if (!self.isUnpacked) return new PyTuple([genericAliasType, new PyTuple([self.origin, self.args]) as Value]) as Value;
  const next = builtinNamed('next');
  const iterator = new GenericAliasIterator(new GenericAlias(self.origin, self.args));
  return new PyTuple([next, new PyTuple([iterator]) as Value]) as Value;
}

/** Iterating over an alias gives it once, unpacked: what makes `*tuple[int]` work. */
class GenericAliasIterator extends PyObject {
  alias: GenericAlias | undefined;
  constructor(alias: GenericAlias) {
    super();
    this.alias = alias;
  }
}

export const genericAliasIteratorType = builtinType<GenericAliasIterator>('generic_alias_iterator', {
  base: objectType,
  layout: GenericAliasIterator,
  isBaseType: false,
  slots: {
    iter: (self: GenericAliasIterator) => self,
    next: (self: GenericAliasIterator) => {
      const { alias } = self;
      if (alias === undefined) return undefined;
      self.alias = undefined;
      return new GenericAlias(alias.origin, alias.args, true);
    },
  },
  define(type) {
    type.method('__reduce__(self, /)', null, (self) => {
      const iter = builtinNamed('iter');
      const source = self.alias === undefined ? (new PyTuple([]) as Value) : self.alias;
      return reduction(iter, [source]);
    });
  },
});

genericAlias.of = newGenericAlias;

/** `cls[item]` for classes: the metaclass has no `__getitem__`, so the class's own `__class_getitem__` is called. */
classSubscript.of = (cls, item) => {
  if (!(cls instanceof PyType)) return undefined;
  // type[int] itself is an alias; the metaclass instances otherwise say how.
  if (cls.name === 'type' && !cls.isHeapType) return new GenericAlias(cls, item);
  if (cls.lookup('__class_getitem__') === undefined)
    return raiseTypeError(`type '${cls.errorName}' is not subscriptable`);
  const method = findAttribute(cls, '__class_getitem__');
  if (method === null || method === undefined) return raiseTypeError(`type '${cls.errorName}' is not subscriptable`);
  return method === EXIT ? EXIT : call(method as Value, [item]);
};

/** The body of `__class_getitem__` of builtin generic types. */
export function newGenericAlias(cls: PyType, item: Value): Result {
  return new GenericAlias(cls, item);
}
