/** `float`: IEEE 754 doubles. The host classes are in float-object.ts, the operations that differ from JavaScript's in float-*.ts. */
import { objectType } from './object-type.ts';
import { decompose } from '../../util/float-digits.ts';
import { parseHexadecimal } from '../../util/float-parse.ts';
import { reprFloat } from '../../util/float-repr.ts';
import { encodeText, textForC } from '../codecs.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { formatFloatMethod } from '../format.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { hashFloat } from '../hash.ts';
import { identityHash } from '../identity.ts';
import { adopt } from '../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { call, argumentName, typeName } from '../operations.ts';
import { type BinarySlot, type CompareOperator, EQ, NE } from '../slots.ts';
import type { PyType } from '../type.ts';
import { floorDivideFloat, moduloFloat, powerOfFloats } from './float-arithmetic.ts';
import { floatFromNumber, floatFromValue, floatOperand } from './float-conversion.ts';
import { hexFloat } from './float-hex.ts';
import { isFloat, PyFloat, PyFloatObject } from './float-object.ts';
import { intFromFloat, roundFloat } from './float-rounding.ts';
import { normalize } from './int/arithmetic.ts';
import { compareExactly } from './int/int.ts';
import { intOperand } from './int/int-object.ts';
import { NotImplemented } from './not-implemented.ts';
import { isText, textOf } from './str/text.ts';
import { PyTuple } from './tuple.ts';

export { isFloat, PyFloat, PyFloatObject };

type Self = PyFloat | PyFloatObject;
type Operation = (left: number, right: number) => Result;

function binarySlot(operation: Operation): BinarySlot {
  return (self: Self, other: Value) => {
    const right = floatOperand(other);
    if (right === undefined) return NotImplemented;
    return right === EXIT ? EXIT : operation(self.value, right as number);
  };
}

function reflectedSlot(operation: Operation): BinarySlot {
  return (self: Self, other: Value) => {
    const left = floatOperand(other);
    if (left === undefined) return NotImplemented;
    return left === EXIT ? EXIT : operation(left as number, self.value);
  };
}

const divisionByZero = (): Exit => raise('ZeroDivisionError', 'division by zero');

const add: Operation = (left, right) => new PyFloat(left + right);
const subtract: Operation = (left, right) => new PyFloat(left - right);
const multiply: Operation = (left, right) => new PyFloat(left * right);
const trueDivide: Operation = (left, right) => (right === 0 ? divisionByZero() : new PyFloat(left / right));
const floorDivide: Operation = (left, right) =>
  right === 0 ? divisionByZero() : new PyFloat(floorDivideFloat(left, right));
const modulo: Operation = (left, right) => (right === 0 ? divisionByZero() : new PyFloat(moduloFloat(left, right)));
const divmod: Operation = (left, right) =>
  right === 0
    ? divisionByZero()
    : new PyTuple([new PyFloat(floorDivideFloat(left, right)), new PyFloat(moduloFloat(left, right))]);

function powerSlot(self: Self, other: Value, modulus?: Value): Result {
  if (modulus !== undefined && modulus !== null) return noModulus();
  const exponent = floatOperand(other);
  if (exponent === undefined || exponent === EXIT) return exponent === EXIT ? EXIT : NotImplemented;
  return powerOfFloats(self.value, exponent as number);
}

function reflectedPowerSlot(self: Self, other: Value, modulus?: Value): Result {
  if (modulus !== undefined && modulus !== null) return noModulus();
  const base = floatOperand(other);
  if (base === undefined || base === EXIT) return base === EXIT ? EXIT : NotImplemented;
  return powerOfFloats(base as number, self.value);
}

const noModulus = (): Exit => raiseTypeError('pow() 3rd argument not allowed unless all arguments are integers');

function compareSlot(self: Self, other: Value, operator: CompareOperator): Result {
  if (isFloat(other)) {
    // NaN differs from everything: no order holds.
    if (operator === EQ) return self.value === other.value;
    return operator === NE ? self.value !== other.value : compareExactly(self.value, other.value, operator);
  }
  const int = intOperand(other);
  return int === undefined ? NotImplemented : compareExactly(self.value, int, operator);
}

/** The float as an object of `cls`, which is float or derives from it. */
export function floatOfType(cls: PyType, value: number): Value {
  return cls === floatType ? new PyFloat(value) : adopt(new PyFloatObject(value), cls);
}

function newFloat(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null && cls.slots.init === floatType.slots.init)
    return raiseTypeError('float() takes no keyword arguments');
  const count = args.length - (keywords === null ? 0 : keywords.length);
  if (count > 1) return raiseTypeError(`float expected at most 1 argument, got ${count}`);
  const value = count === 0 ? 0 : floatFromValue(args[0]);
  return value === EXIT ? EXIT : floatOfType(cls, value as number);
}

/** Makes the result of an alternative constructor: subclasses are called. */
function construct(cls: PyType, value: number): Result {
  return cls === floatType ? new PyFloat(value) : call(cls, [new PyFloat(value)]);
}

function fromNumber(cls: PyType, number: Value): Result {
  if (cls === floatType && number instanceof PyFloat) return number;
  const value = floatFromNumber(number);
  if (value === undefined) return raiseTypeError(`must be real number, not ${typeName(number)}`);
  return value === EXIT ? EXIT : construct(cls, value as number);
}

function fromHex(cls: PyType, text: Value): Result {
  if (!isText(text)) return raiseTypeError('bad argument type for built-in operation');
  // Lone surrogates are the encoder's error, as in CPython, which looks at the text in UTF-8.
  if (typeof text !== 'string' && encodeText(text, 'utf-8', 'strict') === EXIT) return EXIT;
  const value = parseHexadecimal(textOf(text));
  if (value === 'invalid') return raiseValueError('invalid hexadecimal floating-point string');
  if (value === 'overflow') return raise('OverflowError', 'hexadecimal value too large to represent as a float');
  return construct(cls, value);
}

/** The two integers whose quotient is the finite float. */
export function integerRatio(value: number): [bigint, bigint] {
  let { mantissa, exponent } = decompose(Math.abs(value));
  if (mantissa === 0) return [0n, 1n];
  while (exponent < 0 && mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  const size = BigInt(mantissa) << BigInt(Math.max(exponent, 0));
  return [value < 0 ? -size : size, 1n << BigInt(Math.max(-exponent, 0))];
}

function asIntegerRatio(self: Self): Result {
  if (Number.isNaN(self.value)) return raiseValueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(self.value)) return raise('OverflowError', 'cannot convert Infinity to integer ratio');
  return new PyTuple(integerRatio(self.value).map(normalize));
}

function getFormat(typeText: Value): Result {
  if (!isText(typeText)) return raiseTypeError(`__getformat__() argument must be str, not ${argumentName(typeText)}`);
  const name = textForC(typeText);
  if (name === EXIT) return EXIT;
  if (name === 'double' || name === 'float') return 'IEEE, little-endian';
  return raiseValueError("__getformat__() argument 1 must be 'double' or 'float'");
}

export const floatType: PyType = builtinType<Self & { shape: never } & object>('float', {
  base: objectType,
  layout: PyFloat as never,
  doc: 'Convert a string or number to a floating-point number, if possible.',
  signature: '(x=0, /)',
  slots: {
    new: newFloat,
    repr: (self: Self) => reprFloat(self.value),
    hash: (self: Self) => (Number.isNaN(self.value) ? identityHash(self) : hashFloat(self.value)),
    bool: (self: Self) => self.value !== 0,
    compare: compareSlot,
    add: binarySlot(add),
    radd: reflectedSlot(add),
    subtract: binarySlot(subtract),
    rsubtract: reflectedSlot(subtract),
    multiply: binarySlot(multiply),
    rmultiply: reflectedSlot(multiply),
    trueDivide: binarySlot(trueDivide),
    rtrueDivide: reflectedSlot(trueDivide),
    floorDivide: binarySlot(floorDivide),
    rfloorDivide: reflectedSlot(floorDivide),
    modulo: binarySlot(modulo),
    rmodulo: reflectedSlot(modulo),
    divmod: binarySlot(divmod),
    rdivmod: reflectedSlot(divmod),
    power: powerSlot,
    rpower: reflectedPowerSlot,
    negative: (self: Self) => new PyFloat(-self.value),
    positive: (self: Self) => new PyFloat(self.value),
    absolute: (self: Self) => new PyFloat(Math.abs(self.value)),
    int: (self: Self) => intFromFloat(self.value),
    float: (self: Self) => (self instanceof PyFloat ? self : new PyFloat(self.value)),
  },
  define(float) {
    float.method(
      'conjugate(self, /) -> float',
      'Return self, the complex conjugate of any float.',
      (self) => self.value,
    );
    float.method('__trunc__(self, /)', 'Return the Integral closest to x between 0 and x.', (self) =>
      intFromFloat(self.value),
    );
    float.method('__floor__(self, /)', 'Return the floor as an Integral.', (self) =>
      intFromFloat(Math.floor(self.value)),
    );
    float.method('__ceil__(self, /)', 'Return the ceiling as an Integral.', (self) =>
      intFromFloat(Math.ceil(self.value)),
    );
    float.method(
      '__round__(self, ndigits=None, /)',
      `
      Return the Integral closest to x, rounding half toward even.

      When an argument is passed, work like built-in round(x, ndigits).
    `,
      (self, digits) => roundFloat(self.value, digits),
    );
    float.method(
      'as_integer_ratio(self, /)',
      `
      Return a pair of integers, whose ratio is exactly equal to the original float.

      The ratio is in lowest terms and has a positive denominator.  Raise
      OverflowError on infinities and a ValueError on NaNs.

      >>> (10.0).as_integer_ratio()
      (10, 1)
      >>> (0.0).as_integer_ratio()
      (0, 1)
      >>> (-.25).as_integer_ratio()
      (-1, 4)
    `,
      asIntegerRatio,
    );
    float.classMethod('from_number(cls, number, /)', 'Convert real number to a floating-point number.', fromNumber);
    float.classMethod(
      'fromhex(cls, string, /)',
      `
      Create a floating-point number from a hexadecimal string.

      >>> float.fromhex('0x1.ffffp10')
      2047.984375
      >>> float.fromhex('-0x1p-1074')
      -5e-324
    `,
      fromHex,
    );
    float.method(
      'hex(self, /)',
      `
      Return a hexadecimal representation of a floating-point number.

      >>> (-0.1).hex()
      '-0x1.999999999999ap-4'
      >>> 3.14159.hex()
      '0x1.921f9f01b866ep+1'
    `,
      (self) => hexFloat(self.value),
    );
    float.method('is_integer(self, /)', 'Return True if the float is an integer.', (self) =>
      Number.isInteger(self.value),
    );
    float.method('__getnewargs__(self, /)', '', (self) => new PyTuple([new PyFloat(self.value)]));
    float.classMethod(
      '__getformat__(cls, typestr, /)',
      `
      You probably don't want to use this function.

        typestr
          Must be 'double' or 'float'.

      It exists mainly to be used in Python's test suite.

      This function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,
      little-endian' best describes the format of floating-point numbers used by the
      C type named by typestr.
    `,
      (_cls, typeText) => getFormat(typeText),
    );
    float.method('__format__(self, format_spec, /)', 'Formats the float according to format_spec.', formatFloatMethod);
    float.getset('real', 'the real part of a complex number', (self) => new PyFloat(self.value));
    float.getset('imag', 'the imaginary part of a complex number', () => new PyFloat(0));
  },
});

floatType.ofOne = (value) => (typeof value === 'number' ? (new PyFloat(value) as Value) : undefined);
