/** `None`: the JavaScript value `null`. */
import { raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import type { Value } from '../object.ts';
import { type CompareOperator, EQ, NE } from '../slots.ts';
import { type PyType, primitiveTypes } from '../type.ts';
import { NotImplemented } from './not-implemented.ts';
import { objectType } from './object-type.ts';

/** CPython's constant since 3.12: programs may rely on an equal hash in every run. */
const HASH_OF_NONE = 0xfca86420;

export const noneType: PyType = builtinType('NoneType', {
  base: objectType,
  doc: 'The type of the None singleton.',
  signature: '()',
  isBaseType: false,
  slots: {
    new: (_cls: PyType, args: Value[], keywords: readonly string[] | null) =>
      args.length > 0 || keywords !== null ? raiseTypeError('NoneType takes no arguments') : null,
    repr: () => 'None',
    bool: () => false,
    hash: () => HASH_OF_NONE,
    compare: (_self: null, other: Value, operator: CompareOperator) =>
      other === null && (operator === EQ || operator === NE) ? operator === EQ : NotImplemented,
  },
});
primitiveTypes.none = noneType;
