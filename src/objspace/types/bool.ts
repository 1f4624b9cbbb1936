/** `bool`: JavaScript's booleans, which Python counts among the ints. */
import { exceptionTypes, raiseTypeError } from '../exception.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../object.ts';
import { isTrue } from '../operations.ts';
import type { BinarySlot } from '../slots.ts';
import { state } from '../state.ts';
import { type PyType, primitiveTypes } from '../type.ts';
import { intType } from './int/int.ts';

function newBool(_cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('bool() takes no keyword arguments');
  if (args.length > 1) return raiseTypeError(`bool expected at most 1 argument, got ${args.length}`);
  return args.length === 0 ? false : isTrue(args[0]);
}

/** Bit operations of two bools are bools; with anything else they are those of int. */
function logical(
  operation: (left: boolean, right: boolean) => boolean,
  slot: 'bitAnd' | 'bitOr' | 'bitXor',
): BinarySlot {
  return (self: boolean, other: Value) =>
    typeof other === 'boolean' ? operation(self, other) : intType.slots[slot]!(self, other);
}

const INVERT_WARNING =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying " +
  "int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you " +
  'really want the bitwise inversion of the underlying int.';

function invert(self: boolean): Result {
  return state.interpreter.warn(exceptionTypes['DeprecationWarning'], INVERT_WARNING, 1) ? (self ? -2 : -1) : EXIT;
}

export const boolType: PyType = builtinType<Value & object>('bool', {
  base: intType,
  doc: `
    Returns True when the argument is true, False otherwise.
    The builtins True and False are the only two instances of the class bool.
    The class bool is a subclass of the class int, and cannot be subclassed.
  `,
  signature: '(object=False, /)',
  isBaseType: false,
  slots: {
    new: newBool,
    repr: (self: boolean) => (self ? 'True' : 'False'),
    bitAnd: logical((left, right) => left && right, 'bitAnd'),
    rbitAnd: logical((left, right) => left && right, 'bitAnd'),
    bitOr: logical((left, right) => left || right, 'bitOr'),
    rbitOr: logical((left, right) => left || right, 'bitOr'),
    bitXor: logical((left, right) => left !== right, 'bitXor'),
    rbitXor: logical((left, right) => left !== right, 'bitXor'),
    invert,
  },
});
primitiveTypes.bool = boolType;
