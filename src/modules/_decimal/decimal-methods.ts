/** The methods of Decimals. Where an operation depends on a context, the current one is the default. */
import { error, exceptionTypes, orThrow, takeException } from '../../objspace/exception.ts';
import { encodeText } from '../../objspace/codecs.ts';
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { typeOf } from '../../objspace/type.ts';
import { subtractInt } from '../../objspace/types/int/arithmetic.ts';
import { intOperand } from '../../objspace/types/int/int-object.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { fusedMultiplyAdd } from './arithmetic.ts';
import { contextArgument, getContext, perform, performBinary, performUnary, type PyDecimalContext } from './context.ts';
import { roundingOf } from './context-attributes.ts';
import { BINARY, CONTEXT_TESTS, TESTS, UNARY } from './context-methods.ts';
import { argumentOf, checkedSize } from './conversion.ts';
import { decimalTupleType } from './decimal-tuple.ts';
import { formatDecimal } from './formatting.ts';
import { toDouble, toInteger, toRatio } from './number-conversion.ts';
import { numberClass, quantize, quantizeTo, sameQuantum, toIntegral } from './quantize.ts';
import { ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, type Rounding } from './settings.ts';
import { digitsOf, engineeringText, scientificText } from './text.ts';
import { finite, INFINITE, nanOfOne, type PyDecimal } from './value.ts';

type Builder = TypeBuilder<PyDecimal & Value>;

/** The signatures of a table's rows differ in the name alone. */
type UnarySignature = 'm(self, /, context=None)';
type BinarySignature = 'm(self, /, other, context=None)';

function defineTables(type: Builder): void {
  for (const [name, doc, operation] of UNARY) {
    type.method(`${name}(self, /, context=None)` as UnarySignature, doc, (self, context) =>
      performUnary(contextArgument(context), operation, self),
    );
  }
  for (const [name, doc, operation] of BINARY) {
    type.method(`${name}(self, /, other, context=None)` as BinarySignature, doc, (self, other, context) =>
      performBinary(contextArgument(context), operation, self, argumentOf(other)),
    );
  }
  for (const [name, doc, test] of TESTS) {
    type.method(`${name}(self, /)` as 'm(self, /)', doc, (self) => test(self));
  }
  for (const [name, doc, test] of CONTEXT_TESTS) {
    type.method(`${name}(self, /, context=None)` as UnarySignature, doc, (self, context) =>
      test(self, contextArgument(context)),
    );
  }
}

/** The rounding of an argument `rounding=None`: that of the context by default. */
function roundingArgument(value: Value, context: PyDecimalContext): Rounding {
  return value === null ? context.settings.rounding : roundingOf(value);
}

function integral(self: PyDecimal, rounding: Value, contextValue: Value, signals: boolean): Result {
  const context = contextArgument(contextValue);
  const mode = roundingArgument(rounding, context);
  return perform(context, (settings) => toIntegral(self, mode, signals, settings) as Value);
}

function defineRounding(type: Builder): void {
  type.method(
    'to_integral(self, /, rounding=None, context=None)',
    'Identical to to_integral_value().',
    (self, rounding, context) => integral(self, rounding, context, false),
  );
  type.method(
    'to_integral_value(self, /, rounding=None, context=None)',
    'Return the nearest integer, without conditions.',
    (self, rounding, context) => integral(self, rounding, context, false),
  );
  type.method(
    'to_integral_exact(self, /, rounding=None, context=None)',
    'Return the nearest integer; rounding is a condition.',
    (self, rounding, context) => integral(self, rounding, context, true),
  );
  type.method(
    'quantize(self, /, exp, rounding=None, context=None)',
    'Return the number, rounded, with the exponent of exp. It is invalid if\nthe digits are more than the precision.',
    (self, exp, rounding, contextValue) => {
      const context = contextArgument(contextValue);
      const mode = roundingArgument(rounding, context);
      const pattern = argumentOf(exp);
      return perform(context, (settings) => quantize(self, pattern, mode, settings) as Value);
    },
  );
  type.method('@@__round__(self, ndigits=<absent>, /)', null, roundPython);
  type.method('__ceil__(self, /)', null, (self) => toInteger(self, ROUND_CEILING));
  type.method('__floor__(self, /)', null, (self) => toInteger(self, ROUND_FLOOR));
  type.method('__trunc__(self, /)', null, (self) => toInteger(self, ROUND_DOWN));
}

/** `round(self)` gives the nearest int, `round(self, n)` a Decimal of n places. */
function roundPython(self: PyDecimal, places: Value | undefined): Result {
  if (places === undefined) return toInteger(self, ROUND_HALF_EVEN);
  const count = intOperand(places);
  if (count === undefined) throw error('TypeError', 'optional arg must be an integer');
  const exponent = subtractInt(0, checkedSize(count));
  return perform(getContext(), (settings) => {
    if (self.isFinite) return quantizeTo(self, exponent, settings.rounding, settings) as Value;
    const nan = nanOfOne(self, settings);
    return (nan ?? quantize(self, finite(false, 1, 0), settings.rounding, settings)) as Value;
  });
}

function defineQuiet(type: Builder): void {
  type.method('adjusted(self, /)', 'Return the exponent of the first digit; 0 of a special number.', (self) =>
    self.isFinite ? self.adjusted : 0,
  );
  type.method('canonical(self, /)', 'Return self.', (self) => self);
  type.method('conjugate(self, /)', 'Return self.', (self) => self);
  type.method('radix(self, /)', 'Return Decimal(10).', () => finite(false, 10, 0) as Value);
  type.method('copy_abs(self, /)', 'Return the number without its sign.', (self) => self.withSign(false) as Value);
  type.method(
    'copy_negate(self, /)',
    'Return the number with the other sign.',
    (self) => self.withSign(!self.isNegative) as Value,
  );
  type.method(
    'same_quantum(self, /, other, context=None)',
    'Return True if both have the same exponent, or are both infinite or NaN.',
    (self, other, context) => {
      contextArgument(context);
      return sameQuantum(self, argumentOf(other));
    },
  );
  type.method(
    'number_class(self, /, context=None)',
    "Return the name of the class of the number: 'NaN', 'sNaN', or one of\n'Infinity', 'Normal', 'Subnormal' and 'Zero' with its sign.",
    (self, context) => numberClass(self, contextArgument(context).settings),
  );
  type.method(
    'to_eng_string(self, /, context=None)',
    'Return the number as text in engineering notation.',
    (self, context) => engineeringText(self, contextArgument(context).capitals),
  );
}

function defineArithmetic(type: Builder): void {
  type.method(
    'fma(self, /, other, third, context=None)',
    'Return self * other + third, rounded once.',
    (self, other, third, contextValue) => {
      const context = contextArgument(contextValue);
      const [b, c] = [argumentOf(other), argumentOf(third)];
      return perform(context, (settings) => fusedMultiplyAdd(self, b, c, settings) as Value);
    },
  );
}

// ── Parts and copies ─────────────────────────────────────────────────────────────────────────────────────────────

const SPECIAL_EXPONENTS = ['', 'F', 'n', 'N'] as const;

/** (sign, digits, exponent); the exponent of a special number is its letter. */
function asTuple(self: PyDecimal): Result {
  const hasDigits = self.isFinite || self.coefficient !== 0;
  const text = hasDigits ? digitsOf(self.coefficient) : self.kind === INFINITE ? '0' : '';
  const digits = new PyTuple([...text].map(Number)) as Value;
  const exponent = self.isFinite ? self.exponent : SPECIAL_EXPONENTS[self.kind];
  return call(decimalTupleType(), [self.isNegative ? 1 : 0, digits, exponent]);
}

/** Digits of a machine word of the coefficient, as CPython lays it out, and how many words an object has room for anyway. */
const WORD_DIGITS = 19;
const LEAST_SIZE = 104;
const FREE_WORDS = 4;

function sizeOf(self: PyDecimal): number {
  const words = Math.ceil(self.digits / WORD_DIGITS);
  return words <= FREE_WORDS ? LEAST_SIZE : LEAST_SIZE + words * 8;
}

function defineParts(type: Builder): void {
  type.method('as_tuple(self, /)', 'Return the sign, the digits and the exponent as a tuple.', asTuple);
  type.method(
    'as_integer_ratio(self, /)',
    'Return a pair of ints in lowest terms whose ratio is the number.',
    (self) => new PyTuple(toRatio(self)) as Value,
  );
  type.method('__copy__(self, /)', null, (self) => self);
  type.method('@__deepcopy__(self, memo, /)', null, (self) => self);
  type.method('__reduce__(self, /)', null, (self) => {
    const text = scientificText(self, getContext().capitals);
    return new PyTuple([typeOf(self), new PyTuple([text]) as Value]) as Value;
  });
  type.method('__complex__(self, /)', null, (self) => new PyComplex(toDouble(self), 0));
  type.method('__sizeof__(self, /)', null, sizeOf);
  type.method('@@__format__(self, fmtarg, override=<absent>, /)', null, format);
  type.getset('real', null, (self) => self);
  type.getset('imag', null, () => finite(false, 0, 0) as Value);
}

function format(self: PyDecimal, spec: Value, override: Value | undefined): Result {
  if (!isText(spec)) throw error('TypeError', 'format arg must be str');
  orThrow(encodeText(spec));
  const { settings, capitals } = getContext();
  return strFromText(formatDecimal(self, textOf(spec), override, settings.rounding, capitals, warnOfOldLetter));
}

function warnOfOldLetter(): void {
  const message = "Format specifier 'N' is deprecated and slated for removal in Python 3.18";
  if (!state.interpreter.warn(exceptionTypes['DeprecationWarning'], message, 1)) throw takeException();
}

export function defineDecimalMethods(type: Builder): void {
  defineTables(type);
  defineRounding(type);
  defineQuiet(type);
  defineArithmetic(type);
  defineParts(type);
}
