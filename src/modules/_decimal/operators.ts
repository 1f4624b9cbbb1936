/**
 * The operators of Decimals, with ints on either side: the hot paths are sums, differences and products of small numbers, which need no
 * rounding and leave no conditions.
 */
import { absolute, add, minus, multiply, plus, subtract } from './arithmetic.ts';
import type { Exit, Result, Value } from '../../objspace/object.ts';
import type { Slots } from '../../objspace/slots.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import {
  abandon,
  type BinaryOperation,
  getContext,
  performBinary,
  performUnary,
  type UnaryOperation,
} from './context.ts';
import { divmodDecimals, powerOf } from './context-methods.ts';
import { operandOf } from './conversion.ts';
import { divide, divideToInteger, remainder } from './division.ts';
import { scientificText } from './text.ts';
import type { PyDecimal } from './value.ts';
import { compareDecimals } from './python-comparison.ts';
import { hashDecimal, toDouble, toInteger } from './number-conversion.ts';
import { ROUND_DOWN } from './settings.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { caught } from '../../objspace/exception.ts';

type Binary = (self: PyDecimal, other: Value) => Result;

function forward(operation: BinaryOperation): Binary {
  return (self, other) => {
    const right = operandOf(other);
    return right === undefined ? NotImplemented : performBinary(getContext(), operation, self, right);
  };
}

function reflected(operation: BinaryOperation): Binary {
  return (self, other) => {
    const left = operandOf(other);
    return left === undefined ? NotImplemented : performBinary(getContext(), operation, left, self);
  };
}

function unary(operation: UnaryOperation): (self: PyDecimal) => Result {
  return (self) => performUnary(getContext(), operation, self);
}

function divmodSlot(left: Value, right: Value): Result {
  const [a, b] = [operandOf(left), operandOf(right)];
  return a === undefined || b === undefined ? NotImplemented : divmodDecimals(getContext(), a, b);
}

function powerSlot(left: Value, right: Value, modulus: Value | undefined): Result {
  const [a, b] = [operandOf(left), operandOf(right)];
  if (a === undefined || b === undefined) return NotImplemented;
  if (modulus === undefined || modulus === null) return powerOf(getContext(), a, b, undefined);
  const c = operandOf(modulus);
  return c === undefined ? NotImplemented : powerOf(getContext(), a, b, c);
}

/** What a conversion throws becomes the exception in flight: no gateway stands above a slot. */
function guarded<T extends Value>(compute: (self: PyDecimal) => T): (self: PyDecimal) => Result {
  return (self) => {
    try {
      return compute(self);
    } catch (thrown) {
      return caught(thrown);
    }
  };
}

const textOfDecimal = (self: PyDecimal): string => scientificText(self, getContext().capitals);

export const OPERATORS: Partial<Slots> = {
  repr: guarded((self) => `Decimal('${textOfDecimal(self)}')`),
  str: guarded(textOfDecimal),
  hash: guarded(hashDecimal),
  bool: (self: PyDecimal): boolean | Exit => !self.isZero,
  compare: (self: PyDecimal, other, operator) => {
    try {
      return compareDecimals(self, other, operator);
    } catch (thrown) {
      return abandon(getContext(), thrown);
    }
  },
  add: forward(add),
  radd: reflected(add),
  subtract: forward(subtract),
  rsubtract: reflected(subtract),
  multiply: forward(multiply),
  rmultiply: reflected(multiply),
  trueDivide: forward(divide),
  rtrueDivide: reflected(divide),
  floorDivide: forward(divideToInteger),
  rfloorDivide: reflected(divideToInteger),
  modulo: forward(remainder),
  rmodulo: reflected(remainder),
  divmod: (self: PyDecimal, other) => divmodSlot(self as Value, other),
  rdivmod: (self: PyDecimal, other) => divmodSlot(other, self as Value),
  power: (self: PyDecimal, other, modulus) => powerSlot(self as Value, other, modulus),
  rpower: (self: PyDecimal, other, modulus) => powerSlot(other, self as Value, modulus),
  negative: unary(minus),
  positive: unary(plus),
  absolute: unary(absolute),
  int: guarded((self) => toInteger(self, ROUND_DOWN)),
  float: guarded((self) => new PyFloat(toDouble(self)) as Value),
};
