/**
 * Python's operators on constants, exactly, or not at all: `undefined` means that the operation is left to run time.
 *
 * That is so where it raises an error, where the result would be large (CPython's limits), and where the host
 * cannot be trusted with the last digit (powers of floats, products of complex numbers).
 */
import type { OperatorKind } from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import {
  BytesConstant,
  ComplexConstant,
  concatenateStr,
  type ConstantValue,
  FloatConstant,
  FrozenSetConstant,
  intConstant,
  isStrConstant,
  StrConstant,
  TupleConstant,
} from '../bytecode/constants.ts';

type Folded = ConstantValue | undefined;
type Int = number | bigint;

/** CPython's limits on what it folds. */
const MAX_INT_BITS = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

// ── Kinds of numbers ───────────────────────────────────────────────────────────────────────────────────────────

/** The int that a bool or int is. */
function asInt(value: ConstantValue): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** The float that a real number is converted to; undefined where it does not fit. */
function asFloat(value: ConstantValue): number | undefined {
  if (value instanceof FloatConstant) return value.value;
  const int = asInt(value);
  if (int === undefined) return undefined;
  const float = Number(int);
  return Number.isFinite(float) ? float : undefined;
}

function bitLength(value: Int): number {
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  return magnitude === 0n ? 0 : magnitude.toString(2).length;
}

// ── Unary operators ────────────────────────────────────────────────────────────────────────────────────────────

export function negate(value: ConstantValue): Folded {
  const int = asInt(value);
  if (int !== undefined) return int === 0 ? 0 : intConstant(-BigInt(int));
  if (value instanceof FloatConstant) return new FloatConstant(-value.value);
  return value instanceof ComplexConstant ? new ComplexConstant(-value.real, -value.imag) : undefined;
}

export function positive(value: ConstantValue): Folded {
  return asInt(value) ?? (value instanceof FloatConstant || value instanceof ComplexConstant ? value : undefined);
}

/** `~` of a bool is deprecated: its warning comes at run time. */
export function invert(value: ConstantValue): Folded {
  return typeof value === 'number' || typeof value === 'bigint' ? intConstant(~BigInt(value)) : undefined;
}

export function constantTruth(value: ConstantValue): boolean {
  if (value instanceof FloatConstant) return value.value !== 0;
  if (value instanceof ComplexConstant) return value.real !== 0 || value.imag !== 0;
  if (value instanceof BytesConstant) return value.bytes.length > 0;
  if (value instanceof TupleConstant || value instanceof FrozenSetConstant) return value.items.length > 0;
  return Boolean(value);
}

// ── Binary operators ───────────────────────────────────────────────────────────────────────────────────────────

export function foldBinary(operator: OperatorKind, left: ConstantValue, right: ConstantValue): Folded {
  const a = asInt(left);
  const b = asInt(right);
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean' && isBitwise(operator)) {
      return Boolean(intOperation(operator, a, b));
    }
    return intOperation(operator, a, b);
  }
  if (left instanceof ComplexConstant || right instanceof ComplexConstant)
    return complexOperation(operator, left, right);
  const x = asFloat(left);
  const y = asFloat(right);
  if (x !== undefined && y !== undefined) return floatOperation(operator, x, y);
  return sequenceOperation(operator, left, right);
}

function isBitwise(operator: OperatorKind): boolean {
  return operator === Kind.BitAnd || operator === Kind.BitOr || operator === Kind.BitXor;
}

function intOperation(operator: OperatorKind, a: Int, b: Int): Folded {
  switch (operator) {
    case Kind.Add:
      return intConstant(BigInt(a) + BigInt(b));
    case Kind.Sub:
      return intConstant(BigInt(a) - BigInt(b));
    case Kind.Mult:
      return bitLength(a) + bitLength(b) > MAX_INT_BITS ? undefined : intConstant(BigInt(a) * BigInt(b));
    case Kind.Div:
      if (typeof a === 'bigint' || typeof b === 'bigint' || b === 0) return undefined;
      return new FloatConstant(a / b);
    case Kind.FloorDiv:
      return b === 0 ? undefined : intConstant(floorDivide(BigInt(a), BigInt(b)));
    case Kind.Mod:
      return b === 0 ? undefined : intConstant(modulo(BigInt(a), BigInt(b)));
    case Kind.Pow:
      return intPower(a, b);
    case Kind.LShift:
      return leftShift(a, b);
    case Kind.RShift:
      return rightShift(a, b);
    case Kind.BitAnd:
      return intConstant(BigInt(a) & BigInt(b));
    case Kind.BitOr:
      return intConstant(BigInt(a) | BigInt(b));
    case Kind.BitXor:
      return intConstant(BigInt(a) ^ BigInt(b));
    default:
      return undefined;
  }
}

/** Python rounds quotients down, JavaScript towards zero. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function modulo(a: bigint, b: bigint): bigint {
  const remainder = a % b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
}

function intPower(a: Int, b: Int): Folded {
  if (b < 0 || (a !== 0 && b > 0 && bitLength(a) * Number(b) > MAX_INT_BITS)) return undefined;
  // What is left with a large exponent is 0.
  return a === 0 ? Number(b === 0) : intConstant(BigInt(a) ** BigInt(b));
}

function leftShift(a: Int, b: Int): Folded {
  if (b < 0) return undefined;
  if (a === 0) return 0;
  return b > MAX_INT_BITS || bitLength(a) + Number(b) > MAX_INT_BITS ? undefined : intConstant(BigInt(a) << BigInt(b));
}

function rightShift(a: Int, b: Int): Folded {
  if (b < 0) return undefined;
  return b > bitLength(a) ? (a < 0 ? -1 : 0) : intConstant(BigInt(a) >> BigInt(b));
}

function floatOperation(operator: OperatorKind, x: number, y: number): Folded {
  switch (operator) {
    case Kind.Add:
      return new FloatConstant(x + y);
    case Kind.Sub:
      return new FloatConstant(x - y);
    case Kind.Mult:
      return new FloatConstant(x * y);
    case Kind.Div:
      return y === 0 ? undefined : new FloatConstant(x / y);
    case Kind.FloorDiv:
      return y === 0 ? undefined : new FloatConstant(floatDivmod(x, y)[0]);
    case Kind.Mod:
      return y === 0 ? undefined : new FloatConstant(floatDivmod(x, y)[1]);
    default:
      return undefined;
  }
}

/** Quotient rounded down, and the remainder, which has the sign of the divisor. */
function floatDivmod(x: number, y: number): [number, number] {
  let remainder = x % y;
  let quotient = (x - remainder) / y;
  if (remainder === 0) remainder = Object.is(Math.sign(y), 1) ? 0 : -0;
  else if (y < 0 !== remainder < 0) {
    remainder += y;
    quotient -= 1;
  }
  if (quotient === 0) return [x / y < 0 || Object.is(x / y, -0) ? -0 : 0, remainder];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

/** Sums and differences only: they are what complex literals are written with. A real operand has no imaginary part. */
function complexOperation(operator: OperatorKind, left: ConstantValue, right: ConstantValue): Folded {
  if (operator !== Kind.Add && operator !== Kind.Sub) return undefined;
  const sign = operator === Kind.Add ? 1 : -1;
  if (left instanceof ComplexConstant) {
    if (right instanceof ComplexConstant) {
      return new ComplexConstant(left.real + sign * right.real, left.imag + sign * right.imag);
    }
    const y = asFloat(right);
    return y === undefined ? undefined : new ComplexConstant(left.real + sign * y, left.imag);
  }
  const x = asFloat(left);
  if (x === undefined || !(right instanceof ComplexConstant)) return undefined;
  return new ComplexConstant(x + sign * right.real, sign * right.imag);
}

// ── Sequences ──────────────────────────────────────────────────────────────────────────────────────────────────

function sequenceOperation(operator: OperatorKind, left: ConstantValue, right: ConstantValue): Folded {
  if (operator === Kind.Add) return concatenate(left, right);
  if (operator !== Kind.Mult) return undefined;
  const count = asInt(right);
  if (count !== undefined) return repeat(left, count);
  const before = asInt(left);
  return before === undefined ? undefined : repeat(right, before);
}

function concatenate(left: ConstantValue, right: ConstantValue): Folded {
  if (isStrConstant(left) && isStrConstant(right)) return concatenateStr([left, right]);
  if (left instanceof TupleConstant && right instanceof TupleConstant) {
    return new TupleConstant([...left.items, ...right.items]);
  }
  if (!(left instanceof BytesConstant && right instanceof BytesConstant)) return undefined;
  const bytes = new Uint8Array(left.bytes.length + right.bytes.length);
  bytes.set(left.bytes);
  bytes.set(right.bytes, left.bytes.length);
  return new BytesConstant(bytes);
}

function repeat(value: ConstantValue, count: Int): Folded {
  if (typeof value === 'string') {
    return isSmall(value.length, count, MAX_STR_SIZE) ? value.repeat(Number(count)) : undefined;
  }
  if (value instanceof StrConstant) return undefined;
  if (value instanceof BytesConstant) {
    return isSmall(value.bytes.length, count, MAX_STR_SIZE) ? repeatBytes(value.bytes, Number(count)) : undefined;
  }
  if (!(value instanceof TupleConstant) || !isSmall(value.items.length, count, MAX_COLLECTION_SIZE)) return undefined;
  if (count !== 0 && totalItems(value) > MAX_TOTAL_ITEMS) return undefined;
  return new TupleConstant(Array.from({ length: value.items.length && Number(count) }, () => value.items).flat());
}

function isSmall(size: number, count: Int, limit: number): boolean {
  return size === 0 ? count >= 0 && count <= limit : count >= 0 && count <= Math.floor(limit / size);
}

function repeatBytes(bytes: Uint8Array, count: number): BytesConstant {
  const repeated = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) repeated.set(bytes, i * bytes.length);
  return new BytesConstant(repeated);
}

/** Items in a tuple and in the tuples in it. */
function totalItems(value: ConstantValue): number {
  if (!(value instanceof TupleConstant)) return 0;
  return value.items.reduce<number>((total, item) => total + totalItems(item), value.items.length);
}

/** `value[index]` for a str, bytes or tuple and an int that is in range. */
export function foldItem(value: ConstantValue, index: ConstantValue): Folded {
  const given = asInt(index);
  if (typeof given !== 'number') return undefined;
  if (typeof value === 'string') return value.charAt(position(given, value.length) ?? value.length) || undefined;
  const items = value instanceof TupleConstant ? value.items : value instanceof BytesConstant ? value.bytes : undefined;
  const at = items === undefined ? undefined : position(given, items.length);
  return at === undefined ? undefined : items![at];
}

function position(index: number, length: number): number | undefined {
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? at : undefined;
}
