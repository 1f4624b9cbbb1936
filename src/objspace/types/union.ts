/** `typing.Union`, the type of `int | str` (PEP 604): a set of types that keeps its order. */
import { genericGetAttribute } from '../attributes.ts';
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../object.ts';
import { equals, hashOf, repr } from '../operations.ts';
import { EQ, NE } from '../slots.ts';
import { PyType } from '../type.ts';
import { GenericAlias } from './generic-alias.ts';
import { callTyping } from './typing/module.ts';
import { noneType } from './none.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object.ts';
import { PyFrozenSet } from './set/set.ts';
import { isText, textOf } from './str/str.ts';
import { PyTuple } from './tuple.ts';
import { collectParameters, substituteParameters, typeRepr } from './type-parameters.ts';
import { unionOf } from './type.ts';
import { state } from '../state.ts';

export class PyUnion extends PyObject {
  readonly args: readonly Value[];
  /** The members that have a hash. */
  readonly hashable: PyFrozenSet;
  /** The others: these are compared one by one. */
  readonly unhashable: readonly Value[];
  private parameters: Value | undefined;

  constructor(args: readonly Value[], hashable: PyFrozenSet, unhashable: readonly Value[]) {
    super();
    this.args = args;
    this.hashable = hashable;
    this.unhashable = unhashable;
    this.parameters = undefined;
  }

  parameterTuple(): Result {
    if (this.parameters === undefined) {
      const found = collectParameters(this.args);
      if (found === EXIT) return EXIT;
      this.parameters = new PyTuple(found as Value[]) as Value;
    }
    return this.parameters;
  }
}

/** Set by types/typing.ts: whether a value is a TypeAliasType. */
export const typeAliases = { isTypeAlias: (_value: Value): boolean => false };

// ── Making unions ────────────────────────────────────────────────────────────────────────────────────────────────

/** Collects members, each once: nested unions are taken apart, None stands for its type. */
class UnionBuilder {
  private readonly members: Value[] = [];
  private readonly hashable = new PyFrozenSet();
  private readonly unhashable: Value[] = [];

  add(value: Value): true | Exit {
    if (value instanceof PyUnion) {
      for (const member of value.args) if (this.addOnce(member) === EXIT) return EXIT;
      return true;
    }
    return this.addOnce(value === null ? noneType : value);
  }

  private addOnce(value: Value): true | Exit {
    if (hashOf(value) === EXIT) return this.addUnhashable(value);
    const { size } = this.hashable;
    if (this.hashable.add(value) === EXIT) return EXIT;
    if (this.hashable.size > size) this.members.push(value);
    return true;
  }

  /** Whatever its `__hash__` raised. */
  private addUnhashable(value: Value): true | Exit {
    state.exception = null;
    const known = isAmong(value, this.unhashable);
    if (known === EXIT) return EXIT;
    if (!known) {
      this.unhashable.push(value);
      this.members.push(value);
    }
    return true;
  }

  finish(): Value {
    return this.members.length === 1 ? this.members[0] : new PyUnion(this.members, this.hashable, this.unhashable);
  }
}

function isAmong(value: Value, members: readonly Value[]): boolean | Exit {
  for (const member of members) {
    const same = member === value ? true : equals(member, value);
    if (same !== false) return same;
  }
  return false;
}

function isUnionable(value: Value): boolean {
  return (
    value === null ||
    value instanceof PyType ||
    value instanceof GenericAlias ||
    value instanceof PyUnion ||
    typeAliases.isTypeAlias(value)
  );
}

function union(values: readonly Value[]): Result {
  const builder = new UnionBuilder();
  for (const value of values) if (builder.add(value) === EXIT) return EXIT;
  return builder.finish();
}

unionOf.members = (value) => (value instanceof PyUnion ? value.args : undefined);

/** Next to a union anything may stand that `Union[...]` takes. */
unionOf.of = (left, right) => {
  if (left instanceof PyUnion || right instanceof PyUnion) return checkedUnion(left, right);
  return isUnionable(left) && isUnionable(right) ? union([left, right]) : NotImplemented;
};

/** `Union[...]`: members are checked as types, strings become forward references. */
export function unionFromItems(item: Value): Result {
  const given = item instanceof PyTuple ? item.items : [item];
  if (given.length === 0) return raiseTypeError('Cannot take a Union of no types.');
  const members: Value[] = [];
  for (const value of given) {
    if (isUnionable(value)) members.push(value);
    else {
      const checked = isText(value)
        ? callTyping('_make_forward_ref', [value])
        : callTyping('_type_check', [value, 'Union[arg, ...]: each arg must be a type.']);
      if (checked === EXIT) return EXIT;
      members.push(checked as Value);
    }
  }
  return union(members);
}

/** `value | other` of what only `typing` can check (type variables, forward references). */
export function checkedUnion(left: Value, right: Value): Result {
  return unionFromItems(new PyTuple([left, right]) as Value);
}

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────

function sameMembers(left: PyUnion, right: PyUnion): boolean | Exit {
  if (left.unhashable.length !== right.unhashable.length) return false;
  const same = equals(left.hashable as Value, right.hashable as Value);
  if (same !== true) return same;
  for (const member of left.unhashable) {
    const found = isAmong(member, right.unhashable);
    if (found !== true) return found;
  }
  return true;
}

/** A member that has no hash says so itself; what it was when the union was made counts. */
function unionHash(self: PyUnion): Result {
  for (const member of self.unhashable) if (hashOf(member) === EXIT) return EXIT;
  const count = self.unhashable.length;
  if (count > 0) return raiseTypeError(`union contains ${count} unhashable element${count > 1 ? 's' : ''}`);
  return hashOf(self.hashable as Value);
}

function unionRepr(self: PyUnion): Result {
  const texts: string[] = [];
  for (const member of self.args) {
    const text = typeRepr(member);
    if (text === EXIT) return EXIT;
    texts.push(text as string);
  }
  return texts.join(' | ');
}

function unionGetItem(self: PyUnion, item: Value): Result {
  const parameters = self.parameterTuple();
  if (parameters === EXIT) return EXIT;
  const args = substituteParameters(self, self.args, (parameters as unknown as PyTuple).items, item);
  return args === EXIT ? EXIT : union(args as Value[]);
}

/** Attributes that come from the type: a union says where it is defined. */
function unionGetAttribute(self: PyUnion, name: string): Result {
  if (name === '__module__') return 'typing';
  return genericGetAttribute(self, name);
}

export const unionType: PyType = builtinType<PyUnion>('Union', {
  base: objectType,
  layout: PyUnion,
  module: 'typing',
  isBaseType: false,
  doc: 'Represent a union type\n\nE.g. for int | str',
  slots: {
    repr: unionRepr,
    hash: unionHash,
    getAttribute: unionGetAttribute,
    getItem: unionGetItem,
    bitOr: (self: PyUnion, other) => unionOf.of(self, other),
    rbitOr: (self: PyUnion, other) => unionOf.of(other, self),
    compare: (self: PyUnion, other, operator) => {
      if (!(other instanceof PyUnion) || (operator !== EQ && operator !== NE)) return NotImplemented;
      const same = sameMembers(self, other);
      return same === EXIT ? EXIT : same === (operator === EQ);
    },
  },
  define(type) {
    type.member('__args__', null, (self) => new PyTuple(self.args) as Value);
    type.getset('__name__', 'Name of the type', () => 'Union');
    type.getset('__qualname__', 'Qualified name of the type', () => 'Union');
    type.getset('__origin__', 'Always returns the type', () => unionType);
    type.getset('__parameters__', 'Type variables in the types.UnionType.', (self) => self.parameterTuple());
    type.method('__mro_entries__(self, object, /)', null, (self) => {
      const text = repr(self);
      return text === EXIT ? EXIT : raiseTypeError(`Cannot subclass ${textOf(text as Value)}`);
    });
    type.classMethod('__class_getitem__(cls, object, /)', 'Create a union containing the given types', (_cls, item) =>
      unionFromItems(item),
    );
  },
});
