/** `typing.TypeVarTuple`: stands for any number of types (PEP 646). */
import { raiseTypeError } from '../../exception.ts';
import { builtinType, newSlot } from '../../gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { getItem, iter } from '../../operations.ts';
import type { PyType } from '../../type.ts';
import { callTyping, ofTyping } from './module.ts';
import { objectType } from '../object.ts';
import { PyTuple } from '../tuple.ts';
import { NoDefault } from './no-default.ts';
import * as shared from './type-parameter.ts';

export class PyTypeVarTuple extends shared.PyTypeParameter {}

/** `typing.Unpack[value]`. */
export function unpacked(value: Value): Result {
  const unpack = ofTyping('Unpack');
  return unpack === EXIT ? EXIT : getItem(unpack as Value, value);
}

/** An iterator over `Unpack[self]` alone: what makes `*Ts` work. */
export function unpackedOnce(self: Value): Result {
  const item = unpacked(self);
  return item === EXIT ? EXIT : iter(new PyTuple([item as Value]) as Value);
}

export const typeVarTupleType: PyType = builtinType<PyTypeVarTuple>('TypeVarTuple', {
  base: objectType,
  layout: PyTypeVarTuple,
  module: 'typing',
  isBaseType: false,
  dictionary: shared.parameterDictionary,
  doc: `
    Type variable tuple. A specialized form of type variable that enables
    variadic generics.

    The preferred way to construct a type variable tuple is via the
    dedicated syntax for generic functions, classes, and type aliases,
    where a single '*' indicates a type variable tuple::

        def move_first_element_to_last[T, *Ts](tup: tuple[T, *Ts]) -> tuple[*Ts, T]:
            return (*tup[1:], tup[0])

    Type variables tuples can have default values:

        type AliasWithDefault[*Ts = (str, int)] = tuple[*Ts]

    For compatibility with Python 3.11 and earlier, TypeVarTuple objects
    can also be created as follows::

        Ts = TypeVarTuple('Ts')  # Can be given any name
        DefaultTs = TypeVarTuple('Ts', default=(str, int))

    Just as a TypeVar (type variable) is a placeholder for a single type,
    a TypeVarTuple is a placeholder for an *arbitrary* number of types. For
    example, if we define a generic class using a TypeVarTuple::

        class C[*Ts]: ...

    Then we can parameterize that class with an arbitrary number of type
    arguments::

        C[int]       # Fine
        C[int, str]  # Also fine
        C[()]        # Even this is fine

    For more details, see PEP 646.

    Note that only TypeVarTuples defined in the global scope can be
    pickled.
  `,
  slots: {
    new: newSlot('typevartuple(cls, name, *, default=<absent>)', ((
      _cls: PyType,
      nameValue: Value,
      given: Value | undefined,
    ) => {
      const name = shared.parameterName(nameValue, 'typevartuple');
      if (name === EXIT) return EXIT;
      const variable = new PyTypeVarTuple(name as string);
      variable.infersVariance = false;
      variable.defaultValue = given === undefined ? NoDefault : given;
      shared.setCallerModule(variable);
      return variable;
    }) as never),
    repr: (self: PyTypeVarTuple) => self.name,
    iter: unpackedOnce,
  },
  define(type) {
    shared.defineCommon(type as never, 'TypeVarTuple', 'The default value for this TypeVarTuple.');
    type.method('__typing_subst__(self, arg, /)', null, () =>
      raiseTypeError('Substitution of bare TypeVarTuple is not supported'),
    );
    type.method('__typing_prepare_subst__(self, alias, args, /)', null, (self, alias, args) =>
      callTyping('_typevartuple_prepare_subst', [self, alias, args]),
    );
  },
});
