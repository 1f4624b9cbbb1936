/** `typing.NoDefault`: stands for the default that a type parameter does not have. */
import { raiseTypeError } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { PyObject, type Value } from '../../object.ts';
import { objectType } from '../object.ts';

class NoDefaultClass extends PyObject {}

export const NoDefault: Value = new NoDefaultClass();

export const noDefaultType = builtinType<NoDefaultClass>('NoDefaultType', {
  base: objectType,
  layout: NoDefaultClass,
  isBaseType: false,
  signature: '()',
  doc: 'The type of the NoDefault singleton.',
  slots: {
    new: (_cls: Value, args, keywords) =>
      args.length > 0 || keywords !== null ? raiseTypeError('NoDefaultType takes no arguments') : NoDefault,
    repr: () => 'typing.NoDefault',
  },
  define(type) {
    type.method('__reduce__(self, /)', null, () => 'NoDefault');
  },
});
