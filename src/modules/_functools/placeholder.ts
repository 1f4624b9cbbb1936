/** `functools.Placeholder`: stands for a positional argument of `partial` that the call gives. */
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';

class PyPlaceholder extends PyObject {}

export const Placeholder: Value = new PyPlaceholder();

export const placeholderType: PyType = builtinType<PyPlaceholder>('_PlaceholderType', {
  base: objectType,
  layout: PyPlaceholder,
  module: 'functools',
  isBaseType: false,
  doc: 'The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.',
  slots: {
    new: (_cls: PyType, args: Value[]) =>
      args.length > 0 ? raiseTypeError('PlaceholderType takes no arguments') : Placeholder,
    init: () => true,
    repr: () => 'Placeholder',
  },
  define(type) {
    type.method('__reduce__(self, /)', null, () => 'Placeholder');
  },
});
