/** The methods of contexts: the operations of decimal arithmetic on Decimals and ints, under the context. */
import { error } from '../../objspace/exception.ts';
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { absolute, add, fusedMultiplyAdd, minus, multiply, plus, subtract } from './arithmetic.ts';
import {
  compare,
  compareSignaling,
  compareTotal,
  compareTotalMagnitude,
  maximum,
  maximumMagnitude,
  minimum,
  minimumMagnitude,
} from './comparison.ts';
import {
  type BinaryOperation,
  perform,
  performBinary,
  performUnary,
  type PyDecimalContext,
  type UnaryOperation,
} from './context.ts';
import { argumentOf } from './conversion.ts';
import { logicalAnd, logicalInvert, logicalOr, logicalXor, rotate, shift } from './digit-operations.ts';
import { divide, divideToInteger, divideWithRemainder, remainder, remainderNear } from './division.ts';
import { power, powerModulo } from './power.ts';
import {
  exponentOf,
  isNormal,
  isSubnormal,
  nextMinus,
  nextPlus,
  nextToward,
  normalized,
  numberClass,
  quantize,
  sameQuantum,
  scaleExponent,
  toIntegral,
} from './quantize.ts';
import { refinish } from './rounding.ts';
import { engineeringText, scientificText } from './text.ts';
import { commonLogarithm, exponential, naturalLogarithm, squareRoot } from './transcendental.ts';
import { finite, INFINITE, PyDecimal, QUIET, quieted, SIGNALING } from './value.ts';

type Builder = TypeBuilder<PyDecimalContext>;

/** Operations that a context and a Decimal have under one name. */
export const UNARY: readonly (readonly [string, string, UnaryOperation])[] = [
  ['exp', 'Return e raised to the power of the operand, correctly rounded.', exponential],
  ['ln', 'Return the natural logarithm of the operand, correctly rounded.', naturalLogarithm],
  ['log10', 'Return the logarithm to base ten of the operand, correctly rounded.', commonLogarithm],
  ['next_minus', 'Return the largest representable number below the operand.', nextMinus],
  ['next_plus', 'Return the smallest representable number above the operand.', nextPlus],
  ['normalize', 'Return the operand without trailing zeros, every zero as 0.', normalized],
  ['sqrt', 'Return the square root of the operand, correctly rounded.', squareRoot],
  ['logb', 'Return the exponent of the first digit of the operand.', exponentOf],
  ['logical_invert', 'Return the operand, a number of zeros and ones, with every digit inverted.', logicalInvert],
];

export const BINARY: readonly (readonly [string, string, BinaryOperation])[] = [
  ['compare', 'Return -1, 0 or 1 as the first operand is below, equal to or above the second; NaN for NaNs.', compare],
  ['compare_signal', 'Compare as compare(), but let all NaNs signal.', compareSignaling],
  ['max', 'Return the larger operand; a number is preferred to a quiet NaN.', maximum],
  ['max_mag', 'Return the operand of the larger absolute value.', maximumMagnitude],
  ['min', 'Return the smaller operand; a number is preferred to a quiet NaN.', minimum],
  ['min_mag', 'Return the operand of the smaller absolute value.', minimumMagnitude],
  ['next_toward', 'Return the number next to the first operand in the direction of the second.', nextToward],
  ['remainder_near', 'Return what is left of the first operand by the nearest multiple of the second.', remainderNear],
  ['logical_and', "Return the digitwise 'and' of two numbers of zeros and ones.", logicalAnd],
  ['logical_or', "Return the digitwise 'or' of two numbers of zeros and ones.", logicalOr],
  ['logical_xor', "Return the digitwise 'exclusive or' of two numbers of zeros and ones.", logicalXor],
  ['rotate', 'Return the first operand with its digits rotated by the second.', rotate],
  ['scaleb', 'Return the first operand with the second added to its exponent.', scaleExponent],
  ['shift', 'Return the first operand with its digits shifted by the second.', shift],
  ['compare_total', 'Return the order of the operands as they are represented.', compareTotal],
  [
    'compare_total_mag',
    'Return the order of the operands as they are represented, without their signs.',
    compareTotalMagnitude,
  ],
  ['copy_sign', 'Return the first operand with the sign of the second.', (a, b) => a.withSign(b.isNegative)],
];

/** Operations that are operators of Decimals. */
const CONTEXT_UNARY: readonly (readonly [string, string, UnaryOperation])[] = [
  ['abs', 'Return the absolute value.', absolute],
  ['minus', 'Return the negative, rounded.', minus],
  ['plus', 'Return the operand, rounded.', plus],
];

const CONTEXT_BINARY: readonly (readonly [string, string, BinaryOperation])[] = [
  ['add', 'Return the sum.', add],
  ['subtract', 'Return the difference.', subtract],
  ['multiply', 'Return the product.', multiply],
  ['divide', 'Return the quotient.', divide],
  ['divide_int', 'Return the integral part of the quotient.', divideToInteger],
  ['remainder', 'Return the remainder, which has the sign of the dividend.', remainder],
];

/** Tests of an operand, which have no conditions. */
export const TESTS: readonly (readonly [string, string, (a: PyDecimal) => boolean])[] = [
  ['is_canonical', 'Return True: every Decimal is canonical.', () => true],
  ['is_finite', 'Return True for all but infinities and NaNs.', (a) => a.isFinite],
  ['is_infinite', 'Return True for an infinity.', (a) => a.kind === INFINITE],
  ['is_nan', 'Return True for a NaN.', (a) => a.isNaN],
  ['is_qnan', 'Return True for a quiet NaN.', (a) => a.kind === QUIET],
  ['is_snan', 'Return True for a signaling NaN.', (a) => a.kind === SIGNALING],
  ['is_signed', 'Return True for a negative sign, whatever bears it.', (a) => a.isNegative],
  ['is_zero', 'Return True for a zero.', (a) => a.isZero],
];

export const CONTEXT_TESTS: readonly (readonly [
  string,
  string,
  (a: PyDecimal, context: PyDecimalContext) => boolean,
])[] = [
  ['is_normal', 'Return True for a finite number in the normal range.', (a, context) => isNormal(a, context.settings)],
  [
    'is_subnormal',
    'Return True for a finite number below the normal range.',
    (a, context) => isSubnormal(a, context.settings),
  ],
];

/** The signatures of the table's rows differ in the name alone. */
type UnarySignature = 'm(self, x, /)';
type BinarySignature = 'm(self, x, y, /)';

function defineTables(type: Builder): void {
  for (const [name, doc, operation] of [...CONTEXT_UNARY, ...UNARY]) {
    type.method(`${name}(self, x, /)` as UnarySignature, doc, (self, x) =>
      performUnary(self, operation, argumentOf(x)),
    );
  }
  for (const [name, doc, operation] of [...CONTEXT_BINARY, ...BINARY]) {
    type.method(`${name}(self, x, y, /)` as BinarySignature, doc, (self, x, y) =>
      performBinary(self, operation, argumentOf(x), argumentOf(y)),
    );
  }
  for (const [name, doc, test] of TESTS) {
    if (name === 'is_canonical') continue;
    type.method(`${name}(self, x, /)` as UnarySignature, doc, (_self, x) => test(argumentOf(x)));
  }
  for (const [name, doc, test] of CONTEXT_TESTS) {
    type.method(`${name}(self, x, /)` as UnarySignature, doc, (self, x) => test(argumentOf(x), self));
  }
}

export function divmodDecimals(context: PyDecimalContext, a: PyDecimal, b: PyDecimal): Result {
  return perform(context, (settings) => {
    const [quotient, rest] = divideWithRemainder(a, b, settings);
    return new PyTuple([quotient as Value, rest as Value]) as Value;
  });
}

/** a ** b, or a ** b % modulus. */
export function powerOf(context: PyDecimalContext, a: PyDecimal, b: PyDecimal, modulus: PyDecimal | undefined): Result {
  if (modulus === undefined) return performBinary(context, power, a, b);
  return perform(context, (settings) => powerModulo(a, b, modulus, settings) as Value);
}

function decimalArgument(value: Value): PyDecimal {
  if (value instanceof PyDecimal) return value;
  throw error('TypeError', 'argument must be a Decimal');
}

function defineRounding(type: Builder): void {
  const silent = (self: PyDecimalContext, x: Value): Result =>
    perform(self, (settings) => toIntegral(argumentOf(x), settings.rounding, false, settings) as Value);
  type.method('to_integral(self, x, /)', 'Identical to to_integral_value().', silent);
  type.method('to_integral_value(self, x, /)', 'Return the nearest integer, without conditions.', silent);
  type.method('to_integral_exact(self, x, /)', 'Return the nearest integer.', (self, x) =>
    perform(self, (settings) => toIntegral(argumentOf(x), settings.rounding, true, settings) as Value),
  );
  type.method('quantize(self, x, y, /)', 'Return x, rounded, with the exponent of y.', (self, x, y) => {
    const [a, b] = [argumentOf(x), argumentOf(y)];
    return perform(self, (settings) => quantize(a, b, settings.rounding, settings) as Value);
  });
}

function definePowers(type: Builder): void {
  type.method('divmod(self, x, y, /)', 'Return the integral quotient and the remainder.', (self, x, y) =>
    divmodDecimals(self, argumentOf(x), argumentOf(y)),
  );
  type.method(
    'power(self, /, a, b, modulo=None)',
    'Return a to the power of b, modulo the third operand if there is one.',
    (self, a, b, modulo) =>
      powerOf(self, argumentOf(a), argumentOf(b), modulo === null ? undefined : argumentOf(modulo)),
  );
  type.method('fma(self, x, y, z, /)', 'Return x * y + z, rounded once.', (self, x, y, z) => {
    const [a, b, c] = [argumentOf(x), argumentOf(y), argumentOf(z)];
    return perform(self, (settings) => fusedMultiplyAdd(a, b, c, settings) as Value);
  });
}

/** Copies, names and texts: nothing here has conditions. */
function defineQuiet(type: Builder): void {
  type.method('is_canonical(self, x, /)', 'Return True: every Decimal is canonical.', (_self, x) => {
    decimalArgument(x);
    return true;
  });
  type.method('canonical(self, x, /)', 'Return x.', (_self, x) => decimalArgument(x) as Value);
  type.method(
    'copy_abs(self, x, /)',
    'Return x without its sign.',
    (_self, x) => argumentOf(x).withSign(false) as Value,
  );
  type.method('copy_decimal(self, x, /)', 'Return x as a Decimal.', (_self, x) => argumentOf(x) as Value);
  type.method('copy_negate(self, x, /)', 'Return x with the other sign.', (_self, x) => {
    const a = argumentOf(x);
    return a.withSign(!a.isNegative) as Value;
  });
  type.method('same_quantum(self, x, y, /)', 'Return True if both have the same exponent.', (_self, x, y) =>
    sameQuantum(argumentOf(x), argumentOf(y)),
  );
  type.method('number_class(self, x, /)', 'Return the name of the class of x.', (self, x) =>
    numberClass(argumentOf(x), self.settings),
  );
  type.method('to_sci_string(self, x, /)', 'Return x as text in scientific notation.', (self, x) =>
    scientificText(argumentOf(x), self.capitals),
  );
  type.method('to_eng_string(self, x, /)', 'Return x as text in engineering notation.', (self, x) =>
    engineeringText(argumentOf(x), self.capitals),
  );
  type.method('radix(self, /)', 'Return Decimal(10).', () => finite(false, 10, 0) as Value);
  type.method('@_apply(self, x, /)', 'Return x, rounded.', (self, x) => {
    const a = decimalArgument(x);
    return performUnary(self, fitted, a);
  });
}

/** Unlike the unary plus, it leaves the sign of a zero, and NaNs do not signal. */
const fitted: UnaryOperation = (a, settings) => {
  if (a.isFinite) return refinish(a, settings);
  return a.isNaN ? new PyDecimal(a.kind, a.isNegative, quieted(a, settings).coefficient, 0) : a;
};

export function defineOperations(type: Builder): void {
  defineTables(type);
  defineRounding(type);
  definePowers(type);
  defineQuiet(type);
}
