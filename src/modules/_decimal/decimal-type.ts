/** The type `Decimal`. Its operators are in operators.ts, its methods in decimal-methods.ts. */
import { error } from '../../objspace/exception.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { contextArgument } from './context.ts';
import { decimalOfType, exactDecimal, fromFloatOrInt } from './conversion.ts';
import { defineDecimalMethods } from './decimal-methods.ts';
import { OPERATORS } from './operators.ts';
import { PyDecimal } from './value.ts';

function newDecimal(cls: PyType, value: Value, context: Value): Result {
  const number = exactDecimal(value, contextArgument(context));
  return number === EXIT ? EXIT : decimalOfType(cls, decimalType, number as PyDecimal);
}

/** A number made outside of `__new__` as an object of cls, whose constructor Python code may have replaced. */
function ofClass(cls: PyType, number: PyDecimal): Result {
  return cls === decimalType ? (number as Value) : call(cls, [number as Value]);
}

function fromFloat(cls: PyType, value: Value): Result {
  const number = fromFloatOrInt(value);
  if (number === undefined) throw error('TypeError', 'argument must be int or float');
  return ofClass(cls, number);
}

function fromNumber(cls: PyType, value: Value): Result {
  const number = value instanceof PyDecimal ? value : fromFloatOrInt(value);
  if (number === undefined) throw error('TypeError', `conversion from ${typeName(value)} to Decimal is not supported`);
  return ofClass(cls, decimalOfType(decimalType, decimalType, number) as PyDecimal);
}

export const decimalType: PyType = builtinType<PyDecimal & Value>('Decimal', {
  base: objectType,
  layout: PyDecimal as never,
  module: 'decimal',
  signature: '(value="0", context=None)',
  doc: `
    A decimal floating-point number, made exactly from an int, a float, text,
    another Decimal, or a tuple of sign, digits and exponent. The context only
    says whether a value that is no number raises InvalidOperation.
  `,
  slots: {
    ...OPERATORS,
    new: newSlot('Decimal(cls, value="0", context=None)', newDecimal, true),
  },
  define(type) {
    type.classMethod('from_float(cls, f, /)', 'Return the float f as a Decimal, exactly.', fromFloat);
    type.classMethod(
      'from_number(cls, number, /)',
      'Return a number (int, float or Decimal) as a Decimal, exactly.',
      fromNumber,
    );
    defineDecimalMethods(type);
    type.nameless();
  },
});
