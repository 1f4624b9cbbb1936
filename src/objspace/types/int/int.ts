/** `int`: integers of any size. The values are `number | bigint` (int-object.ts), the arithmetic is in arithmetic.ts. */
import { objectType } from '../object-type.ts';
import { raise } from '../../exception.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { formatIntMethod } from '../../format.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { hashInt } from '../../hash.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { type BinarySlot, type CompareOperator, EQ, GE, GT, LE, LT } from '../../slots.ts';
import { type PyType, primitiveTypes } from '../../type.ts';
import { powerOfFloats } from '../float-arithmetic.ts';
import { PyFloat } from '../float-object.ts';
import { NotImplemented } from '../not-implemented.ts';
import { PyTuple } from '../tuple.ts';
import * as arithmetic from './arithmetic.ts';
import { bytesToInt, intToBytes } from './bytes.ts';
import { whenCalledAsMethod } from '../../gateway/called-as-method.ts';
import { intFromArguments } from './conversion.ts';
import { type Int, intOf, intOperand, isInt, PyIntObject } from './int-object.ts';
import { roundInt } from './rounding.ts';
import { digitsInBase, intText } from './text.ts';

export { type Int, intOf, isInt, PyIntObject };

type Self = Int | boolean | PyIntObject;

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────

type Operation = (left: Int, right: Int) => Result;

function binarySlot(operation: Operation): BinarySlot {
  return (self: Self, other: Value) => {
    const right = intOperand(other);
    return right === undefined ? NotImplemented : operation(intOf(self), right);
  };
}

function reflectedSlot(operation: Operation): BinarySlot {
  return (self: Self, other: Value) => {
    const left = intOperand(other);
    return left === undefined ? NotImplemented : operation(left, intOf(self));
  };
}

const divisionByZero = (): Exit => raise('ZeroDivisionError', 'division by zero');

function trueDivide(left: Int, right: Int): Result {
  if (right === 0) return divisionByZero();
  const quotient = arithmetic.trueDivideInt(left, right);
  return quotient === undefined
    ? raise('OverflowError', 'integer division result too large for a float')
    : new PyFloat(quotient);
}

const floorDivide: Operation = (left, right) =>
  right === 0 ? divisionByZero() : arithmetic.floorDivideInt(left, right);
const modulo: Operation = (left, right) => (right === 0 ? divisionByZero() : arithmetic.moduloInt(left, right));
const divmod: Operation = (left, right) =>
  right === 0 ? divisionByZero() : (new PyTuple(arithmetic.divmodInt(left, right)) as Value);

const leftShift: Operation = (left, right) =>
  right < 0 ? raise('ValueError', 'negative shift count') : arithmetic.leftShiftInt(left, right);
const rightShift: Operation = (left, right) =>
  right < 0 ? raise('ValueError', 'negative shift count') : arithmetic.rightShiftInt(left, right);

/** `pow(base, exponent, modulus)`; the operator gives no modulus, the function None. */
function power(base: Int, exponent: Int, modulus: Value | undefined): Result {
  if (modulus !== undefined && modulus !== null) return powerModulo(base, exponent, modulus);
  if (exponent >= 0) return arithmetic.powInt(base, exponent);
  if (base === 0) return raise('ZeroDivisionError', 'zero to a negative power');
  const [floatBase, floatExponent] = [Number(base), Number(exponent)];
  if (!Number.isFinite(floatBase) || !Number.isFinite(floatExponent)) {
    return raise('OverflowError', 'int too large to convert to float');
  }
  return powerOfFloats(floatBase, floatExponent);
}

function powerModulo(base: Int, exponent: Int, modulus: Value): Result {
  const divisor = intOperand(modulus);
  if (divisor === undefined) return NotImplemented;
  if (divisor === 0) return raise('ValueError', 'pow() 3rd argument cannot be 0');
  if (exponent >= 0) return arithmetic.powModInt(base, exponent, divisor);
  const inverse = arithmetic.inverseInt(base, divisor);
  if (inverse === undefined) return raise('ValueError', 'base is not invertible for the given modulus');
  return arithmetic.powModInt(inverse, arithmetic.negateInt(exponent), divisor);
}

function powerSlot(self: Self, other: Value, modulus?: Value): Result {
  const exponent = intOperand(other);
  return exponent === undefined ? NotImplemented : power(intOf(self), exponent, modulus);
}

function reflectedPowerSlot(self: Self, other: Value, modulus?: Value): Result {
  const base = intOperand(other);
  return base === undefined ? NotImplemented : power(base, intOf(self), modulus);
}

/** The truth of `left operator right` for values that JavaScript compares exactly: numbers and bigints, mixed or not. */
export function compareExactly(left: Int, right: Int, operator: CompareOperator): boolean {
  switch (operator) {
    case LT:
      return left < right;
    case LE:
      return left <= right;
    case GT:
      return left > right;
    case GE:
      return left >= right;
    default:
      // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value
      return (left == right) === (operator === EQ);
  }
}

function compareSlot(self: Self, other: Value, operator: CompareOperator): Result {
  const right = intOperand(other);
  return right === undefined ? NotImplemented : compareExactly(intOf(self), right, operator);
}

function toFloatSlot(self: Self): Result {
  const float = Number(intOf(self));
  return Number.isFinite(float) ? new PyFloat(float) : raise('OverflowError', 'int too large to convert to float');
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The int as an object of `cls`, which is int or derives from it. */
export function intOfType(cls: PyType, value: Int): Value {
  return cls === intType ? value : adopt(new PyIntObject(value), cls);
}

function newInt(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const value = intFromArguments(args, keywords, cls === intType);
  return value === EXIT ? EXIT : intOfType(cls, value as Int);
}

/** Memory in CPython: digits of 30 bits behind a header. */
function sizeInBytes(value: Int): number {
  return 24 + 4 * Math.max(1, Math.ceil(arithmetic.bitLengthInt(value) / 30));
}

function bitCount(value: Int): number {
  if (typeof value === 'number' && (value | 0) === value) return onesIn(Math.abs(value));
  const text = digitsInBase(value, 16);
  let count = 0;
  for (let index = 0; index < text.length; index += 8) {
    if ((index & 0x7fff) === 0x7ff8) worked(STRIDE);
    count += onesIn(Number.parseInt(text.slice(index, index + 8), 16));
  }
  return count;
}

function onesIn(word: number): number {
  let bits = word | 0;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export const intType: PyType = builtinType<Self & object>('int', {
  base: objectType,
  layout: PyIntObject as never,
  doc: `
    int([x]) -> integer
    int(x, base=10) -> integer

    Convert a number or string to an integer, or return 0 if no arguments
    are given.  If x is a number, return x.__int__().  For floating-point
    numbers, this truncates towards zero.

    If x is not a number or if base is given, then x must be a string,
    bytes, or bytearray instance representing an integer literal in the
    given base.  The literal can be preceded by '+' or '-' and be surrounded
    by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.
    Base 0 means to interpret the base from the string as an integer
    iteral.
    >>> int('0b100', base=0)
    4
  `,
  slots: {
    new: newInt,
    repr: (self: Self) => intText(intOf(self)),
    hash: (self: Self) => hashInt(intOf(self)),
    bool: (self: Self) => intOf(self) !== 0,
    compare: compareSlot,
    add: binarySlot(arithmetic.addInt),
    radd: reflectedSlot(arithmetic.addInt),
    subtract: binarySlot(arithmetic.subtractInt),
    rsubtract: reflectedSlot(arithmetic.subtractInt),
    multiply: binarySlot(arithmetic.multiplyInt),
    rmultiply: reflectedSlot(arithmetic.multiplyInt),
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
    leftShift: binarySlot(leftShift),
    rleftShift: reflectedSlot(leftShift),
    rightShift: binarySlot(rightShift),
    rrightShift: reflectedSlot(rightShift),
    bitAnd: binarySlot(arithmetic.andInt),
    rbitAnd: reflectedSlot(arithmetic.andInt),
    bitOr: binarySlot(arithmetic.orInt),
    rbitOr: reflectedSlot(arithmetic.orInt),
    bitXor: binarySlot(arithmetic.xorInt),
    rbitXor: reflectedSlot(arithmetic.xorInt),
    negative: (self: Self) => arithmetic.negateInt(intOf(self)),
    positive: (self: Self) => intOf(self),
    absolute: (self: Self) => arithmetic.absInt(intOf(self)),
    invert: (self: Self) => arithmetic.invertInt(intOf(self)),
    int: (self: Self) => intOf(self),
    float: toFloatSlot,
    index: (self: Self) => intOf(self),
  },
  define(int) {
    int.method('conjugate(self, /)', 'Returns self, the complex conjugate of any int.', (self) => intOf(self));
    int.method(
      'bit_length(self, /)',
      `
      Number of bits necessary to represent self in binary.

      >>> bin(37)
      '0b100101'
      >>> (37).bit_length()
      6
    `,
      (self) => arithmetic.bitLengthInt(intOf(self)),
    );
    int.method(
      'bit_count(self, /)',
      `
      Number of ones in the binary representation of the absolute value of self.

      Also known as the population count.

      >>> bin(13)
      '0b1101'
      >>> (13).bit_count()
      3
    `,
      (self) => bitCount(intOf(self)),
    );
    int.method(
      "to_bytes(self, /, length=1, byteorder='big', *, signed: bool = False)",
      `
      Return an array of bytes representing an integer.

        length
          Length of bytes object to use.  An OverflowError is raised if the
          integer is not representable with the given number of bytes.  Default
          is length 1.
        byteorder
          The byte order used to represent the integer.  If byteorder is 'big',
          the most significant byte is at the beginning of the byte array.  If
          byteorder is 'little', the most significant byte is at the end of the
          byte array.  To request the native byte order of the host system, use
          sys.byteorder as the byte order value.  Default is to use 'big'.
        signed
          Determines whether two's complement is used to represent the integer.
          If signed is False and a negative integer is given, an OverflowError
          is raised.
    `,
      (self, length, byteorder, signed) => intToBytes(intOf(self), length, byteorder, signed),
    );
    int.classMethod(
      "from_bytes(cls, /, bytes, byteorder='big', *, signed: bool = False)",
      `
      Return the integer represented by the given array of bytes.

        bytes
          Holds the array of bytes to convert.  The argument must either
          support the buffer protocol or be an iterable object producing bytes.
          Bytes and bytearray are examples of built-in objects that support the
          buffer protocol.
        byteorder
          The byte order used to represent the integer.  If byteorder is 'big',
          the most significant byte is at the beginning of the byte array.  If
          byteorder is 'little', the most significant byte is at the end of the
          byte array.  To request the native byte order of the host system, use
          sys.byteorder as the byte order value.  Default is to use 'big'.
        signed
          Indicates whether two's complement is used to represent the integer.
    `,
      (cls, bytes, byteorder, signed) => bytesToInt(cls, bytes, byteorder, signed),
    );
    int.method(
      'as_integer_ratio(self, /)',
      `
      Return a pair of integers, whose ratio is equal to the original int.

      The ratio is in lowest terms and has a positive denominator.

      >>> (10).as_integer_ratio()
      (10, 1)
      >>> (-10).as_integer_ratio()
      (-10, 1)
      >>> (0).as_integer_ratio()
      (0, 1)
    `,
      (self) => new PyTuple([intOf(self), 1]) as Value,
    );
    int.method('__trunc__(self, /)', 'Truncating an Integral returns itself.', (self) => intOf(self));
    int.method('__floor__(self, /)', 'Flooring an Integral returns itself.', (self) => intOf(self));
    int.method('__ceil__(self, /)', 'Ceiling of an Integral returns itself.', (self) => intOf(self));
    int.method(
      '__round__(self, ndigits=None, /)',
      `
      Rounding an Integral returns itself.

      Rounding with an ndigits argument also returns an integer.
    `,
      (self, digits) => roundInt(intOf(self), digits),
    );
    int.method('__getnewargs__(self, /)', '', (self) => new PyTuple([intOf(self)]) as Value);
    int.method('__format__(self, format_spec, /)', 'Convert to a string according to format_spec.', formatIntMethod);
    int.method('__sizeof__(self, /)', 'Returns size in memory, in bytes.', (self) => sizeInBytes(intOf(self)));
    int.method(
      'is_integer(self, /)',
      'Returns True. Exists for duck type compatibility with float.is_integer.',
      () => true,
    );
    int.getset('real', 'the real part of a complex number', (self) => intOf(self));
    int.getset('imag', 'the imaginary part of a complex number', () => 0);
    int.getset('numerator', 'the numerator of a rational number in lowest terms', (self) => intOf(self));
    int.getset('denominator', 'the denominator of a rational number in lowest terms', () => 1);
  },
});
primitiveTypes.int = intType;

/** Longer ones may not be safe integers. */
const MAX_DIGITS = 15;

/** The int of a number, or of a short text of digits. */
function shortInt(value: Value): Value | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_DIGITS) return undefined;
  const isNegative = value.charCodeAt(0) === MINUS;
  if (isNegative && value.length === 1) return undefined;
  let number = 0;
  for (let index = isNegative ? 1 : 0; index < value.length; index++) {
    const digit = value.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return isNegative ? 0 - number : number;
}

const MINUS = 45;
const ZERO = 48;

intType.ofOne = shortInt;

whenCalledAsMethod(intType, (_cls, args, keywords) => intFromArguments(args, keywords, false));
