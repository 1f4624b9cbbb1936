/**
 * Arithmetic of numbers of which a site has seen several sorts. Each operation is a function of its own, short enough for the host to put it
 * where it is called; what is no int of the safe range or float is left to the object space.
 */
import {
  ADD,
  type BinaryOperator,
  binary,
  FLOOR_DIVIDE,
  MODULO,
  MULTIPLY,
  POWER,
  SUBTRACT,
  TRUE_DIVIDE,
} from '../objspace/arithmetic.ts';
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import { PyFloat } from '../objspace/types/float.ts';
import {
  addInt,
  floorDivideInt,
  moduloInt,
  multiplyInt,
  powInt,
  subtractInt,
} from '../objspace/types/int/arithmetic.ts';
import type { Int } from '../objspace/types/int/int-object.ts';
import { MAX_SAFE } from './graph.ts';

function isPlainInt(value: Value): value is Value & Int {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** `ofInts`: the operator of ints of any size. */
function anyInts(
  left: Value,
  right: Value,
  operator: BinaryOperator,
  ofInts: (left: Int, right: Int) => Result,
): Result {
  if (!isPlainInt(left) || !isPlainInt(right)) return general(left, right, operator);
  try {
    return ofInts(left, right);
  } catch (thrown) {
    return caught(thrown);
  }
}

function general(left: Value, right: Value, operator: BinaryOperator): Result {
  try {
    return binary(left, right, operator);
  } catch (thrown) {
    return caught(thrown);
  }
}

export function addMixed(left: Value, right: Value): Result {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const sum = left + right;
      if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
    } else if (right instanceof PyFloat) return new PyFloat(left + right.value);
  } else if (left instanceof PyFloat) {
    if (right instanceof PyFloat) return new PyFloat(left.value + right.value);
    if (typeof right === 'number') return new PyFloat(left.value + right);
  }
  return anyInts(left, right, ADD, addInt);
}

export function subtractMixed(left: Value, right: Value): Result {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const difference = left - right;
      if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
    } else if (right instanceof PyFloat) return new PyFloat(left - right.value);
  } else if (left instanceof PyFloat) {
    if (right instanceof PyFloat) return new PyFloat(left.value - right.value);
    if (typeof right === 'number') return new PyFloat(left.value - right);
  }
  return anyInts(left, right, SUBTRACT, subtractInt);
}

export function multiplyMixed(left: Value, right: Value): Result {
  if (typeof left === 'number') {
    if (typeof right === 'number') {
      const product = left * right;
      if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
    } else if (right instanceof PyFloat) return new PyFloat(left * right.value);
  } else if (left instanceof PyFloat) {
    if (right instanceof PyFloat) return new PyFloat(left.value * right.value);
    if (typeof right === 'number') return new PyFloat(left.value * right);
  }
  return anyInts(left, right, MULTIPLY, multiplyInt);
}

export function divideMixed(left: Value, right: Value): Result {
  if (left instanceof PyFloat) {
    if (right instanceof PyFloat && right.value !== 0) return new PyFloat(left.value / right.value);
    if (typeof right === 'number' && right !== 0) return new PyFloat(left.value / right);
  } else if (typeof left === 'number') {
    if (typeof right === 'number' && right !== 0) return new PyFloat(left / right);
    if (right instanceof PyFloat && right.value !== 0) return new PyFloat(left / right.value);
  }
  return general(left, right, TRUE_DIVIDE);
}

export function floorDivideMixed(left: Value, right: Value): Result {
  return right === 0 ? general(left, right, FLOOR_DIVIDE) : anyInts(left, right, FLOOR_DIVIDE, floorDivideInt);
}

export function moduloMixed(left: Value, right: Value): Result {
  return right === 0 ? general(left, right, MODULO) : anyInts(left, right, MODULO, moduloInt);
}

export function powerMixed(left: Value, right: Value): Result {
  return isPlainInt(left) && isPlainInt(right) && right >= 0 ? powInt(left, right) : general(left, right, POWER);
}
