/** Addition, multiplication and what is made of them. Each operation adds its conditions to the settings' status. */
import { addInt, normalize, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { multiply as multiplyBig } from '../../util/huge/multiply.ts';
import { larger, smaller } from './int-order.ts';
import { shiftLeft } from './powers-of-ten.ts';
import { finish, refinish } from './rounding.ts';
import { ROUND_FLOOR, type Settings } from './settings.ts';
import { finite, INFINITE, infinity, invalid, nanOf, nanOfOne, nanOfThree, type PyDecimal } from './value.ts';

export function multiplyCoefficients(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return normalize(multiplyBig(BigInt(a), BigInt(b)));
}

export function add(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  return addSigned(a, b, b.isNegative, settings);
}

export function subtract(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  return addSigned(a, b, !b.isNegative, settings);
}

/** a + b, where b has the given sign. */
function addSigned(a: PyDecimal, b: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  if (!a.isFinite || !b.isFinite) {
    const nan = nanOf(a, b, settings);
    if (nan !== undefined) return nan;
    if (!a.isFinite && !b.isFinite && a.isNegative !== isNegative) return invalid(settings);
    return infinity(a.isFinite ? isNegative : a.isNegative);
  }
  const other = isNegative === b.isNegative ? b : b.withSign(isNegative);
  if (a.coefficient === 0 || b.coefficient === 0) return addZero(a, other, settings);
  return a.exponent >= b.exponent ? addAligned(a, other, settings) : addAligned(other, a, settings);
}

/** A sum with at least one zero: the other operand with as many zeros behind it as the exponents ask for and the precision allows. */
function addZero(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  if (a.coefficient === 0 && b.coefficient === 0) {
    const isNegative = a.isNegative === b.isNegative ? a.isNegative : settings.rounding === ROUND_FLOOR;
    return finish(isNegative, 0, smaller(a.exponent, b.exponent), settings);
  }
  const [zero, value] = a.coefficient === 0 ? [a, b] : [b, a];
  if (zero.exponent >= value.exponent) return refinish(value, settings);
  const least = subtractInt(addInt(value.exponent, value.digits - 2), settings.precision);
  const exponent = larger(zero.exponent, least);
  if (exponent >= value.exponent) return refinish(value, settings);
  const places = subtractInt(value.exponent, exponent);
  return finish(value.isNegative, shiftLeft(value.coefficient, places), exponent, settings);
}

/** A sum of numbers that are not zero, `high` of the larger exponent. */
function addAligned(high: PyDecimal, low: PyDecimal, settings: Settings): PyDecimal {
  let coefficient = low.coefficient;
  let exponent = low.exponent;
  const gap = subtractInt(high.exponent, exponent);
  // What is far below the last digit of the result counts only by its sign.
  if (gap > settings.precision) {
    const room = subtractInt(high.digits - 2, settings.precision);
    const last = addInt(high.exponent, smaller(room, -1));
    if (low.adjusted < last) {
      coefficient = 1;
      exponent = last;
    }
  }
  const scaled = shiftLeft(high.coefficient, subtractInt(high.exponent, exponent));
  if (high.isNegative === low.isNegative)
    return finish(low.isNegative, addInt(scaled, coefficient), exponent, settings);
  const difference = subtractInt(scaled, coefficient);
  if (difference === 0) return finish(settings.rounding === ROUND_FLOOR, 0, exponent, settings);
  if (difference > 0) return finish(high.isNegative, difference, exponent, settings);
  return finish(low.isNegative, subtractInt(coefficient, scaled), exponent, settings);
}

export function multiply(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const product = multiplyExactly(a, b, settings);
  return product.isFinite ? refinish(product, settings) : product;
}

/** The product before it is rounded; NaNs and infinities are results. */
function multiplyExactly(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal {
  const isNegative = a.isNegative !== b.isNegative;
  if (a.isFinite && b.isFinite) {
    return finite(isNegative, multiplyCoefficients(a.coefficient, b.coefficient), addInt(a.exponent, b.exponent));
  }
  const nan = nanOf(a, b, settings);
  if (nan !== undefined) return nan;
  return a.isZero || b.isZero ? invalid(settings) : infinity(isNegative);
}

/** a * b + c, rounded once. */
export function fusedMultiplyAdd(a: PyDecimal, b: PyDecimal, c: PyDecimal, settings: Settings): PyDecimal {
  if (a.isNaN || b.isNaN) return nanOfThree(a, b, c, settings)!;
  const product = multiplyExactly(a, b, settings);
  // An infinity times zero is invalid whatever is added.
  return product.isNaN ? product : add(product, c, settings);
}

/** The unary plus: the number as the settings have it; a zero is positive unless the rounding is towards minus infinity. */
export function plus(a: PyDecimal, settings: Settings): PyDecimal {
  return withSignRule(a, a.isNegative, settings);
}

export function minus(a: PyDecimal, settings: Settings): PyDecimal {
  return withSignRule(a, !a.isNegative, settings);
}

export function absolute(a: PyDecimal, settings: Settings): PyDecimal {
  return a.isNegative ? minus(a, settings) : plus(a, settings);
}

function withSignRule(a: PyDecimal, isNegative: boolean, settings: Settings): PyDecimal {
  const nan = nanOfOne(a, settings);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return infinity(isNegative);
  const sign = isNegative && (a.coefficient !== 0 || settings.rounding === ROUND_FLOOR);
  return finish(sign, a.coefficient, a.exponent, settings);
}
