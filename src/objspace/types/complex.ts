/** `complex`: pairs of doubles. The arithmetic is in complex-arithmetic.ts, the constructor's arguments in complex-conversion.ts. */
import { objectType } from './object-type.ts';
import { reprComplex } from '../../util/float-repr.ts';
import { hypot } from '../../util/libm/hypot.ts';
import { raise, raiseTypeError, raiseValueError } from '../exception.ts';
import { formatComplexMethod } from '../format.ts';
import { builtinType } from '../gateway/builtin-type.ts';
import { hashComplex, hashFloat } from '../hash.ts';
import { identityHash } from '../identity.ts';
import { adopt } from '../instance.ts';
import { EXIT, type Result, type Value } from '../object.ts';
import { call, typeName } from '../operations.ts';
import { type CompareOperator, EQ, NE } from '../slots.ts';
import type { PyType } from '../type.ts';
import { complexPower, divideComplex, divideReal, multiplyComplex } from './complex-arithmetic.ts';
import { complexFromArguments, complexFromNumber } from './complex-conversion.ts';
import { PyComplex } from './complex-object.ts';
import { orderlyTypes } from './set/element-hash.ts';
import { floatOperand } from './float-conversion.ts';
import { isFloat, PyFloat } from './float-object.ts';
import { compareExactly } from './int/int.ts';
import { intOperand } from './int/int-object.ts';
import { NotImplemented } from './not-implemented.ts';
import { PyTuple } from './tuple.ts';

export { PyComplex };

/** One operator: between complex numbers, and with a real number on either side. */
interface Operation {
  readonly both: (a: PyComplex, b: PyComplex) => Result;
  readonly realRight: (a: PyComplex, b: number) => Result;
  readonly realLeft: (a: number, b: PyComplex) => Result;
}

function forward(operation: Operation): (self: PyComplex, other: Value) => Result {
  return (self, other) => {
    if (other instanceof PyComplex) return operation.both(self, other);
    const right = floatOperand(other);
    if (right === undefined) return NotImplemented;
    return right === EXIT ? EXIT : operation.realRight(self, right as number);
  };
}

function reflected(operation: Operation): (self: PyComplex, other: Value) => Result {
  return (self, other) => {
    if (other instanceof PyComplex) return operation.both(other, self);
    const left = floatOperand(other);
    if (left === undefined) return NotImplemented;
    return left === EXIT ? EXIT : operation.realLeft(left as number, self);
  };
}

const ADD: Operation = {
  both: (a, b) => new PyComplex(a.real + b.real, a.imag + b.imag),
  realRight: (a, b) => new PyComplex(a.real + b, a.imag),
  realLeft: (a, b) => new PyComplex(a + b.real, b.imag),
};

const SUBTRACT: Operation = {
  both: (a, b) => new PyComplex(a.real - b.real, a.imag - b.imag),
  realRight: (a, b) => new PyComplex(a.real - b, a.imag),
  realLeft: (a, b) => new PyComplex(a - b.real, -b.imag),
};

const MULTIPLY: Operation = {
  both: (a, b) => multiplyComplex(a.real, a.imag, b.real, b.imag),
  realRight: (a, b) => new PyComplex(a.real * b, a.imag * b),
  realLeft: (a, b) => new PyComplex(a * b.real, a * b.imag),
};

const isZero = (value: PyComplex): boolean => value.real === 0 && value.imag === 0;
const divisionByZero = (): Result => raise('ZeroDivisionError', 'division by zero');

const TRUE_DIVIDE: Operation = {
  both: (a, b) => (isZero(b) ? divisionByZero() : divideComplex(a.real, a.imag, b.real, b.imag)),
  realRight: (a, b) => (b === 0 ? divisionByZero() : new PyComplex(a.real / b, a.imag / b)),
  realLeft: (a, b) => (isZero(b) ? divisionByZero() : divideReal(a, b.real, b.imag)),
};

/** `left ** right` with both as complex numbers. */
function power(left: Value, right: Value, modulus: Value | undefined): Result {
  const base = complexOperand(left);
  const exponent = complexOperand(right);
  if (base === EXIT || exponent === EXIT) return EXIT;
  if (base === undefined || exponent === undefined) return NotImplemented;
  if (modulus !== undefined && modulus !== null) return raiseValueError('complex modulo');
  const [a, b] = [base as PyComplex, exponent as PyComplex];
  return complexPower(a.real, a.imag, b.real, b.imag);
}

function complexOperand(value: Value): PyComplex | Result | undefined {
  if (value instanceof PyComplex) return value;
  const real = floatOperand(value);
  return real === undefined || real === EXIT ? (real as undefined) : new PyComplex(real as number, 0);
}

function compareSlot(self: PyComplex, other: Value, operator: CompareOperator): Result {
  if (operator !== EQ && operator !== NE) return NotImplemented;
  const equal = isEqual(self, other);
  return equal === undefined ? NotImplemented : equal === (operator === EQ);
}

function isEqual(self: PyComplex, other: Value): boolean | undefined {
  if (other instanceof PyComplex) return self.real === other.real && self.imag === other.imag;
  if (isFloat(other)) return self.imag === 0 && self.real === other.value;
  const int = intOperand(other);
  return int === undefined ? undefined : self.imag === 0 && compareExactly(self.real, int, EQ);
}

function hash(self: PyComplex): Result {
  const part = (value: number): number | bigint => (Number.isNaN(value) ? identityHash(self) : hashFloat(value));
  return hashComplex(part(self.real), part(self.imag));
}

export function absolute(self: PyComplex): Result {
  const size = hypot(self.real, self.imag);
  const isOverflow = size === Number.POSITIVE_INFINITY && Number.isFinite(self.real) && Number.isFinite(self.imag);
  return isOverflow ? raise('OverflowError', 'absolute value too large') : new PyFloat(size);
}

/** The number as an object of `cls`, which is complex or derives from it. */
export function complexOfType(cls: PyType, value: PyComplex): Value {
  return cls === complexType ? value : adopt(new PyComplex(value.real, value.imag), cls);
}

function newComplex(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  const value = complexFromArguments(args, keywords);
  if (value === EXIT) return EXIT;
  const number = value as PyComplex;
  // An instance of a subclass is not handed through as a complex.
  const exact = number.shape.type === complexType ? number : new PyComplex(number.real, number.imag);
  return complexOfType(cls, exact);
}

function fromNumber(cls: PyType, number: Value): Result {
  if (cls === complexType && number instanceof PyComplex && number.shape.type === complexType) return number;
  const value = complexFromNumber(number);
  if (value === undefined) return raiseTypeError(`must be real number, not ${typeName(number)}`);
  if (value === EXIT) return EXIT;
  const exact = new PyComplex((value as PyComplex).real, (value as PyComplex).imag);
  return cls === complexType ? exact : call(cls, [exact]);
}

export const complexType: PyType = builtinType<PyComplex>('complex', {
  base: objectType,
  layout: PyComplex,
  doc: `
    Create a complex number from a string or numbers.

    If a string is given, parse it as a complex number.
    If a single number is given, convert it to a complex number.
    If the 'real' or 'imag' arguments are given, create a complex number
    with the specified real and imaginary components.
  `,
  signature: '(real=0, imag=0)',
  slots: {
    new: newComplex,
    repr: (self: PyComplex) => reprComplex(self.real, self.imag),
    hash,
    bool: (self: PyComplex) => self.real !== 0 || self.imag !== 0,
    compare: compareSlot,
    add: forward(ADD),
    radd: reflected(ADD),
    subtract: forward(SUBTRACT),
    rsubtract: reflected(SUBTRACT),
    multiply: forward(MULTIPLY),
    rmultiply: reflected(MULTIPLY),
    trueDivide: forward(TRUE_DIVIDE),
    rtrueDivide: reflected(TRUE_DIVIDE),
    power: (self: PyComplex, other: Value, modulus?: Value) => power(self, other, modulus),
    rpower: (self: PyComplex, other: Value, modulus?: Value) => power(other, self, modulus),
    negative: (self: PyComplex) => new PyComplex(-self.real, -self.imag),
    positive: (self: PyComplex) => new PyComplex(self.real, self.imag),
    absolute,
  },
  define(complex) {
    complex.classMethod(
      'from_number(cls, number, /)',
      'Convert number to a complex floating-point number.',
      fromNumber,
    );
    complex.method(
      'conjugate(self, /)',
      'Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.',
      (self) => new PyComplex(self.real, -self.imag),
    );
    complex.method(
      '__complex__(self, /)',
      'Convert this value to exact type complex.',
      (self) => new PyComplex(self.real, self.imag),
    );
    complex.method(
      '__getnewargs__(self, /)',
      '',
      (self) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)]),
    );
    complex.method(
      '__format__(self, format_spec, /)',
      'Convert to a string according to format_spec.',
      formatComplexMethod,
    );
    complex.member('real', 'the real part of a complex number', (self) => new PyFloat(self.real));
    complex.member('imag', 'the imaginary part of a complex number', (self) => new PyFloat(self.imag));
  },
});

orderlyTypes.set(complexType, ({ real, imag }: PyComplex) => !Number.isNaN(real) && !Number.isNaN(imag));
