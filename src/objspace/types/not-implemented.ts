/** `NotImplemented`: what a special method answers to let the other operand try. */
import { objectType } from './object-type.ts';
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { PyObject, type Value } from '../object.ts';
import type { PyType } from '../type.ts';

export class PyNotImplemented extends PyObject {}

export const NotImplemented: Value = new PyNotImplemented();

export const notImplementedType: PyType = builtinType('NotImplementedType', {
  base: objectType,
  layout: PyNotImplemented,
  doc: 'The type of the NotImplemented singleton.',
  signature: '()',
  isBaseType: false,
  slots: {
    new: (_cls: PyType, args: Value[], keywords: readonly string[] | null) =>
      args.length > 0 || keywords !== null ? raiseTypeError('NotImplementedType takes no arguments') : NotImplemented,
    repr: () => 'NotImplemented',
    bool: () => raiseTypeError('NotImplemented should not be used in a boolean context'),
  },
  define(type) {
    type.method('__reduce__(self, /)', '', () => 'NotImplemented');
  },
});
