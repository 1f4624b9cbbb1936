/** `typing.Generic`: the base of generic classes. What it does is Python's, in `typing`; here it is made, so that classes can derive. */
import { builtinType } from '../../gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../../object.ts';
import { call } from '../../operations.ts';
import type { PyType } from '../../type.ts';
import { callTyping, ofTyping } from './module.ts';
import { objectType } from '../object.ts';
import { PyTuple } from '../tuple.ts';
import { unpackParameters } from './type-alias.ts';

export const genericType: PyType = builtinType('Generic', {
  base: objectType,
  module: 'typing',
  doc: `
    Abstract base class for generic types.

    On Python 3.12 and newer, generic classes implicitly inherit from
    Generic when they declare a parameter list after the class's name::

        class Mapping[KT, VT]:
            def __getitem__(self, key: KT) -> VT:
                ...
            # Etc.

    On older versions of Python, however, generic classes have to
    explicitly inherit from Generic.

    After a class has been declared to be generic, it can then be used as
    follows::

        def lookup_name[KT, VT](mapping: Mapping[KT, VT], key: KT, default: VT) -> VT:
            try:
                return mapping[key]
            except KeyError:
                return default

  `,
  define(type) {
    type.classMethod(
      '@__class_getitem__(cls, *args, **kwargs)',
      'Parameterizes a generic class.',
      (cls, args, keywords) => forward('_generic_class_getitem', cls, args, keywords),
    );
    type.classMethod(
      '@__init_subclass__(cls, *args, **kwargs)',
      'Function to initialize subclasses.',
      (cls, args, keywords) => forward('_generic_init_subclass', cls, args, keywords),
    );
  },
});

// As `object`, without a `__new__` of its own: one of a class behind it in the MRO is found.
genericType.slots.new = objectType.slots.new;

function forward(name: string, cls: PyType, args: Value[], keywords: ReadonlyMap<string, Value>): Result {
  const callee = ofTyping(name);
  if (callee === EXIT) return EXIT;
  return call(callee as Value, [cls, ...args, ...keywords.values()], keywords.size === 0 ? null : [...keywords.keys()]);
}

/** The implicit base `Generic[T, ...]` of `class C[T, ...]`. */
export function genericBase(parameters: Value): Result {
  const items = unpackParameters((parameters as unknown as PyTuple).items);
  return items === EXIT ? EXIT : callTyping('_GenericAlias', [genericType, new PyTuple(items as Value[]) as Value]);
}
