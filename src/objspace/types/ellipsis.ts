/** `...`, the singleton `Ellipsis`. */
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { PyObject, type Value } from '../object.ts';
import type { PyType } from '../type.ts';
import { objectType } from './object-type.ts';

export class PyEllipsis extends PyObject {}

export const Ellipsis: Value = new PyEllipsis();

export const ellipsisType: PyType = builtinType('ellipsis', {
  base: objectType,
  layout: PyEllipsis,
  doc: 'The type of the Ellipsis singleton.',
  signature: '()',
  isBaseType: false,
  slots: {
    new: (_cls: PyType, args: Value[], keywords: readonly string[] | null) =>
      args.length > 0 || keywords !== null ? raiseTypeError('EllipsisType takes no arguments') : Ellipsis,
    repr: () => 'Ellipsis',
  },
  define(type) {
    type.method('__reduce__(self, /)', '', () => 'Ellipsis');
  },
});
