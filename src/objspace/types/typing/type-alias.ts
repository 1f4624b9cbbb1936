/** `typing.TypeAliasType`: what `type Name[T] = value` makes; the value is evaluated when somebody asks (PEP 695). */
import { raiseTypeError } from '../../exception.ts';
import { builtinType, newSlot } from '../../gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../object.ts';
import { repr, argumentName, typeName } from '../../operations.ts';
import type { PyType } from '../../type.ts';
import { callerModule } from '../class-creation.ts';
import { GenericAlias } from '../generic-alias.ts';
import { objectType } from '../object.ts';
import { isText, textOf } from '../str/str.ts';
import { PyTuple } from '../tuple.ts';
import { unionOf } from '../type.ts';
import { typeAliases } from '../union.ts';
import { evaluated, evaluatorOf, PyTypeParameter } from './type-parameter.ts';
import { PyTypeVarTuple, unpacked, unpackedOnce } from './type-var-tuple.ts';

export class PyTypeAlias extends PyObject {
  readonly name: string;
  /** A tuple, or None. */
  readonly parameters: Value;
  value: Value | undefined;
  readonly evaluateValue: Value;
  readonly module: Value;

  constructor(name: string, parameters: Value, evaluateValue: Value, module: Value) {
    super();
    this.name = name;
    this.parameters = parameters;
    this.value = undefined;
    this.evaluateValue = evaluateValue;
    this.module = module;
  }

  get parameterItems(): readonly Value[] {
    return this.parameters instanceof PyTuple ? this.parameters.items : [];
  }
}

typeAliases.isTypeAlias = (value) => value instanceof PyTypeAlias;

/** The parameters of `TypeAliasType(...)`: those with defaults come last. */
function checkParameters(parameters: PyTuple): true | Exit {
  let seenDefault = false;
  for (const parameter of parameters.items) {
    const text = repr(parameter);
    if (text === EXIT) return EXIT;
    if (!(parameter instanceof PyTypeParameter))
      return raiseTypeError(`Expected a type param, got ${textOf(text as Value)}`);
    const hasDefault = evaluatorHasDefault(parameter);
    if (seenDefault && !hasDefault) {
      return raiseTypeError(`non-default type parameter '${textOf(text as Value)}' follows default type parameter`);
    }
    seenDefault ||= hasDefault;
  }
  return true;
}

function evaluatorHasDefault(parameter: PyTypeParameter): boolean {
  return (
    parameter.evaluateDefault !== null ||
    (parameter.defaultValue !== undefined && typeName(parameter.defaultValue) !== 'NoDefaultType')
  );
}

/** TypeVarTuples stand unpacked in `__parameters__`. */
export function unpackParameters(parameters: readonly Value[]): Value[] | Exit {
  const items: Value[] = [];
  for (const parameter of parameters) {
    const item = parameter instanceof PyTypeVarTuple ? unpacked(parameter) : parameter;
    if (item === EXIT) return EXIT;
    items.push(item as Value);
  }
  return items;
}

function typeAliasNew(_cls: PyType, name: Value, value: Value, parameters: Value | undefined): Result {
  if (!isText(name)) return raiseTypeError(`typealias() argument 'name' must be str, not ${argumentName(name)}`);
  if (parameters !== undefined && !(parameters instanceof PyTuple))
    return raiseTypeError('type_params must be a tuple');
  if (parameters !== undefined && checkParameters(parameters as unknown as PyTuple) === EXIT) return EXIT;
  const isEmpty = parameters === undefined || (parameters as unknown as PyTuple).items.length === 0;
  const module = callerModule.of();
  const alias = new PyTypeAlias(
    textOf(name),
    isEmpty ? null : (parameters as Value),
    null,
    module === undefined ? null : module,
  );
  alias.value = value;
  return alias;
}

export const typeAliasType: PyType = builtinType<PyTypeAlias>('TypeAliasType', {
  base: objectType,
  layout: PyTypeAlias,
  module: 'typing',
  isBaseType: false,
  doc: `
    Type alias.

    Type aliases are created through the type statement::

        type Alias = int

    In this example, Alias and int will be treated equivalently by static
    type checkers.

    At runtime, Alias is an instance of TypeAliasType. The __name__
    attribute holds the name of the type alias. The value of the type alias
    is stored in the __value__ attribute. It is evaluated lazily, so the
    value is computed only if the attribute is accessed.

    Type aliases can also be generic::

        type ListOrSet[T] = list[T] | set[T]

    In this case, the type parameters of the alias are stored in the
    __type_params__ attribute.

    See PEP 695 for more information.

  `,
  slots: {
    new: newSlot('typealias(cls, name, value, *, type_params=<absent>)', typeAliasNew as never),
    repr: (self: PyTypeAlias) => self.name,
    getItem: (self: PyTypeAlias, item) => {
      if (self.parameters === null) return raiseTypeError('Only generic type aliases are subscriptable');
      return new GenericAlias(self, item);
    },
    iter: unpackedOnce,
    bitOr: (self: PyTypeAlias, other) => unionOf.of(self, other),
    rbitOr: (self: PyTypeAlias, other) => unionOf.of(other, self),
  },
  define(type) {
    type.member('__name__', null, (self) => self.name);
    type.getset('__module__', null, (self) => self.module);
    type.getset('__value__', null, (self) =>
      evaluated(self.value, self.evaluateValue, null, (value) => {
        self.value = value;
      }),
    );
    type.getset('evaluate_value', null, (self) => evaluatorOf(self.value, self.evaluateValue));
    type.getset('__type_params__', null, (self) => new PyTuple(self.parameterItems) as Value);
    type.getset('__parameters__', null, (self) => {
      const items = unpackParameters(self.parameterItems);
      return items === EXIT ? EXIT : (new PyTuple(items as Value[]) as Value);
    });
    type.method('__reduce__(self, /)', null, (self) => self.name);
  },
});
