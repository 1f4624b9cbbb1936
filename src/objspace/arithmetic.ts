/**
 * Binary, in-place and unary operators on any values: CPython's protocol of left and reflected slots, then sequence operations.
 *
 * The interpreter handles small ints, floats and strings before it comes here.
 */
import { raiseTypeError } from './exception.ts';
import { EXIT, type Result, type Value } from './object.ts';
import { hasSequenceMethods, toSize } from './operations.ts';
import { type BinarySlot, type SlotName, type Slots, SPECIAL_SLOTS } from './slots.ts';
import { type PyType, typeOf } from './type.ts';
import { addInt, andInt, multiplyInt, orInt, powInt, subtractInt, xorInt } from './types/int/arithmetic.ts';
import { NotImplemented } from './types/not-implemented.ts';

/** Slots and symbol of one binary operator. */
export interface BinaryOperator {
  readonly symbol: string;
  readonly slot: SlotName;
  readonly reflected: SlotName;
  /** Name of the reflected special method: a subclass that overrides it is asked first. */
  readonly reflectedName: string;
  readonly inplace: SlotName | null;
  /** Of two small ints, where that cannot fail: without looking at their types. */
  readonly ofInts: ((left: number, right: number) => Result) | null;
}

const operator = (
  symbol: string,
  slot: SlotName,
  reflected: SlotName,
  inplace: SlotName | null,
  ofInts: BinaryOperator['ofInts'] = null,
): BinaryOperator => ({
  symbol,
  slot,
  reflected,
  reflectedName: SPECIAL_SLOTS.find((row) => row[1] === reflected)![0],
  inplace,
  ofInts,
});

export const ADD = operator('+', 'add', 'radd', 'inplaceAdd', addInt);
export const SUBTRACT = operator('-', 'subtract', 'rsubtract', 'inplaceSubtract', subtractInt);
export const MULTIPLY = operator('*', 'multiply', 'rmultiply', 'inplaceMultiply', multiplyInt);
export const TRUE_DIVIDE = operator('/', 'trueDivide', 'rtrueDivide', 'inplaceTrueDivide');
export const FLOOR_DIVIDE = operator('//', 'floorDivide', 'rfloorDivide', 'inplaceFloorDivide');
export const MODULO = operator('%', 'modulo', 'rmodulo', 'inplaceModulo');
export const DIVMOD = operator('divmod()', 'divmod', 'rdivmod', null);
export const POWER = operator('** or pow()', 'power', 'rpower', 'inplacePower');
export const MATRIX_MULTIPLY = operator('@', 'matrixMultiply', 'rmatrixMultiply', 'inplaceMatrixMultiply');
export const LEFT_SHIFT = operator('<<', 'leftShift', 'rleftShift', 'inplaceLeftShift');
export const RIGHT_SHIFT = operator('>>', 'rightShift', 'rrightShift', 'inplaceRightShift');
export const BIT_AND = operator('&', 'bitAnd', 'rbitAnd', 'inplaceBitAnd', andInt);
export const BIT_OR = operator('|', 'bitOr', 'rbitOr', 'inplaceBitOr', orInt);
export const BIT_XOR = operator('^', 'bitXor', 'rbitXor', 'inplaceBitXor', xorInt);

/** The arithmetic of both operands: NotImplemented when neither knows the other. */
function tryBinary(left: Value, right: Value, op: BinaryOperator): Result {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const forward = leftType.slots[op.slot] as BinarySlot | undefined;
  let backward = leftType === rightType ? undefined : (rightType.slots[op.reflected] as BinarySlot | undefined);
  // A subclass that overrides the reflected method is asked first.
  if (backward !== undefined && overrides(rightType, leftType, op.reflectedName)) {
    const result = backward(right, left);
    if (result !== NotImplemented) return result;
    backward = undefined;
  }
  if (forward !== undefined) {
    const result = forward(left, right);
    if (result !== NotImplemented) return result;
  }
  return backward === undefined ? NotImplemented : backward(right, left);
}

/** Whether `type` derives from `base` and has a method of its own. */
export function overrides(type: PyType, base: PyType, name: string): boolean {
  return type.isSubtypeOf(base) && type.lookup(name) !== base.lookup(name);
}

export function unsupportedOperands(left: Value, right: Value, symbol: string): Result {
  return raiseTypeError(
    `unsupported operand type(s) for ${symbol}: '${typeOf(left).errorName}' and '${typeOf(right).errorName}'`,
  );
}

/** `left op right`. */
export function binary(left: Value, right: Value, op: BinaryOperator): Result {
  if (typeof left === 'number' && typeof right === 'number' && op.ofInts !== null) return op.ofInts(left, right);
  return binaryNamed(left, right, op, op.symbol, false);
}

/** The plain protocol under the name that the error text gives it: `op=` falls back on it. */
export function binaryNamed(left: Value, right: Value, op: BinaryOperator, symbol: string, isInplace: boolean): Result {
  const result = tryBinary(left, right, op);
  if (result !== NotImplemented) return result;
  return sequenceOrError(left, right, op, symbol, isInplace);
}

function sequenceOrError(left: Value, right: Value, op: BinaryOperator, symbol: string, isInplace: boolean): Result {
  const result = sequenceOperation(left, right, op, isInplace);
  return result === undefined ? unsupportedOperands(left, right, symbol) : result;
}

/** How `op` and `op=` are called in errors. */
export function symbolOf(op: BinaryOperator, isInplace: boolean): string {
  if (!isInplace) return op.symbol;
  return op === POWER ? '**=' : `${op.symbol}=`;
}

/** What is left of the protocol when the left operand's method has answered NotImplemented. */
export function binaryAfterLeft(left: Value, right: Value, op: BinaryOperator, isInplace: boolean): Result {
  const rightType = typeOf(right);
  const backward = typeOf(left) === rightType ? undefined : (rightType.slots[op.reflected] as BinarySlot | undefined);
  if (backward !== undefined) {
    const result = backward(right, left);
    if (result !== NotImplemented) return result;
  }
  return binaryAfterBoth(left, right, op, isInplace);
}

/** What is left when both have. */
export function binaryAfterBoth(left: Value, right: Value, op: BinaryOperator, isInplace: boolean): Result {
  return sequenceOrError(left, right, op, symbolOf(op, isInplace), isInplace);
}

/** `left op= right`; op.inplace is not null. */
export function inplace(left: Value, right: Value, op: BinaryOperator): Result {
  const slot = typeOf(left).slots[op.inplace!] as BinarySlot | undefined;
  if (slot !== undefined) {
    const result = slot(left, right);
    if (result !== NotImplemented) return result;
  }
  return binaryNamed(left, right, op, symbolOf(op, true), true);
}

/** Concatenation and repetition, which are tried last; `undefined` if neither applies. */
function sequenceOperation(left: Value, right: Value, op: BinaryOperator, isInplace: boolean): Result | undefined {
  const slots = typeOf(left).slots;
  if (op === ADD) {
    const concat = (isInplace ? slots.inplaceConcat : undefined) ?? slots.concat;
    return concat?.(left as never, right);
  }
  if (op !== MULTIPLY) return undefined;
  const repeat = (isInplace ? slots.inplaceRepeat : undefined) ?? slots.repeat;
  if (repeat !== undefined) return repeatSequence(repeat, left, right);
  if (isInplace && hasSequenceMethods(typeOf(left))) return undefined;
  const reflected = typeOf(right).slots.repeat;
  return reflected === undefined ? undefined : repeatSequence(reflected, right, left);
}

function repeatSequence(repeat: BinarySlot, sequence: Value, count: Value): Result {
  if (typeOf(count).slots.index === undefined) {
    return raiseTypeError(`can't multiply sequence by non-int of type '${typeOf(count).errorName}'`);
  }
  const size = toSize(count);
  return size === EXIT ? EXIT : repeat(sequence, size as number);
}

/** `base ** exponent`, `pow(base, exponent, modulus)`; modulus is None where there is none. */
export function power(base: Value, exponent: Value, modulus: Value): Result {
  if (modulus === null) {
    if (typeof base === 'number' && typeof exponent === 'number' && exponent >= 0) return powInt(base, exponent);
    return binary(base, exponent, POWER);
  }
  const [baseType, exponentType, modulusType] = [typeOf(base), typeOf(exponent), typeOf(modulus)];
  const { power } = baseType.slots;
  const reflected = exponentType === baseType ? undefined : exponentType.slots.rpower;
  let result: Result = NotImplemented;
  // A subclass that reflects in its own way goes first.
  const isFirst = reflected !== undefined && reflected !== baseType.slots.rpower && exponentType.isSubtypeOf(baseType);
  if (isFirst) result = reflected(exponent as never, base, modulus);
  if (result === NotImplemented && power !== undefined) result = power(base as never, exponent, modulus);
  if (result === NotImplemented && !isFirst && reflected !== undefined)
    result = reflected(exponent as never, base, modulus);
  // A float or complex modulus says itself that it cannot be one.
  if (
    result === NotImplemented &&
    !modulusType.isHeapType &&
    typeof modulus === 'object' &&
    modulusType.slots.rpower !== undefined
  ) {
    result = modulusType.slots.rpower(exponent as never, base, modulus);
  }
  if (result !== NotImplemented) return result;
  const names = [base, exponent, modulus].map((value) => `'${typeOf(value).errorName}'`);
  return raiseTypeError(`unsupported operand type(s) for ** or pow(): ${names[0]}, ${names[1]}, ${names[2]}`);
}

function unary(operand: Value, slot: SlotName, symbol: string): Result {
  const operation = typeOf(operand).slots[slot] as Slots['negative'];
  if (operation === undefined) return raiseTypeError(`bad operand type for ${symbol}: '${typeOf(operand).errorName}'`);
  return operation(operand as never);
}

export const negative = (operand: Value): Result => unary(operand, 'negative', 'unary -');
export const positive = (operand: Value): Result => unary(operand, 'positive', 'unary +');
export const invert = (operand: Value): Result => unary(operand, 'invert', 'unary ~');
export const absolute = (operand: Value): Result => unary(operand, 'absolute', 'abs()');
