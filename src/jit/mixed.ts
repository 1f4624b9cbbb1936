/**
 * Arithmetic of numbers of which a site has seen several sorts. Each operation is a function of its own, short enough for the host to put it
 * where it is called; what is no int of the safe range or float is left to the object space.
 */
import { ADD, type BinaryOperator, binary, MULTIPLY, SUBTRACT, TRUE_DIVIDE } from '../objspace/arithmetic.ts';
import { caught } from '../objspace/exception.ts';
import type { Result, Value } from '../objspace/object.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { MAX_SAFE } from './graph.ts';

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
  return general(left, right, ADD);
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
  return general(left, right, SUBTRACT);
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
  return general(left, right, MULTIPLY);
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
