/** `==`, `<` and their kin between Decimals and other numbers: ints, floats and complex numbers by value, rationals by their parts. */
import { getAttribute } from '../../objspace/attributes.ts';
import { orThrow } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { type CompareOperator, EQ, GE, GT, LE, LT, NE } from '../../objspace/slots.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { isFloat } from '../../objspace/types/float-object.ts';
import { imported } from '../../objspace/types/imported.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { isInstance } from '../../objspace/types/type.ts';
import { type Int, intOperand } from '../../objspace/types/int/int-object.ts';
import { multiplyCoefficients } from './arithmetic.ts';
import { compareValues, type Order } from './comparison.ts';
import { FLOAT_OPERATION, INVALID_OPERATION } from './conditions.ts';
import { getContext, signalConditions } from './context.ts';
import { fromDouble, operandOf } from './conversion.ts';
import { FINITE, finite, fromInt, type PyDecimal, SIGNALING } from './value.ts';

export function compareDecimals(self: PyDecimal, other: Value, operator: CompareOperator): Result {
  const right = operandOf(other);
  if (right !== undefined) return ordered(self, right, operator);
  if (isFloat(other)) return compareWithDouble(self, other.value, operator);
  if (other instanceof PyComplex && (operator === EQ || operator === NE)) {
    if (other.imag === 0) return compareWithDouble(self, other.real, operator);
    // A number with an imaginary part is equal to no Decimal.
    const noted = noteFloat(operator);
    return noted === EXIT ? EXIT : operator === NE;
  }
  return compareWithRational(self, other, operator);
}

/** That a float takes part is a flag where it is compared for equality, and can be trapped where it is ordered. */
function noteFloat(operator: CompareOperator): true | Exit {
  const context = getContext();
  if (operator !== EQ && operator !== NE) return signalConditions(context, FLOAT_OPERATION);
  context.flags |= FLOAT_OPERATION;
  return true;
}

function compareWithDouble(self: PyDecimal, value: number, operator: CompareOperator): Result {
  return noteFloat(operator) === EXIT ? EXIT : ordered(self, fromDouble(value), operator);
}

/** With a rational number that is no int: both are multiplied by its denominator. */
function compareWithRational(self: PyDecimal, other: Value, operator: CompareOperator): Result {
  const rational = imported('numbers', 'Rational');
  if (rational === EXIT) return EXIT;
  const isRational = isInstance(other, rational as Value);
  if (isRational !== true) return isRational === EXIT ? EXIT : NotImplemented;
  const numerator = partOf(other, 'numerator');
  const denominator = partOf(other, 'denominator');
  if (numerator === undefined || denominator === undefined) return NotImplemented;
  return ordered(multiplied(self, denominator), fromInt(numerator), operator);
}

function partOf(rational: Value, name: string): Int | undefined {
  return intOperand(orThrow(getAttribute(rational, name)) as Value);
}

/** Times a positive int, exactly. */
function multiplied(a: PyDecimal, factor: Int): PyDecimal {
  if (a.kind !== FINITE) return a;
  return finite(a.isNegative, multiplyCoefficients(a.coefficient, factor), a.exponent);
}

/** NaNs are in no order: signaling ones, and any where an order is asked for, are invalid. */
function ordered(a: PyDecimal, b: PyDecimal, operator: CompareOperator): Result {
  if (!a.isNaN && !b.isNaN) return decide(compareValues(a, b), operator);
  const isEquality = operator === EQ || operator === NE;
  if (!isEquality || a.kind === SIGNALING || b.kind === SIGNALING) {
    if (signalConditions(getContext(), INVALID_OPERATION) === EXIT) return EXIT;
  }
  return operator === NE;
}

function decide(order: Order, operator: CompareOperator): boolean {
  switch (operator) {
    case LT:
      return order < 0;
    case LE:
      return order <= 0;
    case EQ:
      return order === 0;
    case NE:
      return order !== 0;
    case GT:
      return order > 0;
    case GE:
      return order >= 0;
  }
}
