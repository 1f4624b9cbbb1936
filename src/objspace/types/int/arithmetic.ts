/**
 * Exact arithmetic on ints: pairs of `number | bigint` in, a normalised result out.
 *
 * Numbers stay numbers while the result is below 2^53; everything else goes through BigInt. Divisors are not zero, shift counts and
 * exponents not negative: the callers have checked. What could become larger than the engine's BigInt gives EXIT (MemoryError).
 */
import { raise } from '../../exception.ts';
import type { Exit } from '../../object.ts';
import { divide, quotientOf, remainderOf } from '../../../util/huge/divide.ts';
import { multiply, power } from '../../../util/huge/multiply.ts';
import { bitLength, isHugeDividend, isHugeFactor, linearWork, MULTIPLY_BITS } from '../../../util/huge/size.ts';
import { binaryText } from '../../../util/huge/text.ts';
import { worked } from '../../../util/work.ts';
import type { Int } from './int-object.ts';

export const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const MAX_SAFE_BIG = BigInt(MAX_SAFE);
/** V8's limit on the bits of a BigInt. */
export const MAX_BITS = 2 ** 30;

/** The representation of an int that every value has. */
export function normalize(big: bigint): Int {
  return big <= MAX_SAFE_BIG && big >= -MAX_SAFE_BIG ? Number(big) : counted(big);
}

/** A BigInt, whose making is counted. */
function counted(big: bigint): bigint {
  if (isHugeFactor(big)) worked(linearWork(big));
  return big;
}

/** An integral JS number of any size as an int. */
export function intFromNumber(value: number): Int {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? value + 0 : BigInt(value);
}

export function addInt(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
  }
  return normalize(BigInt(left) + BigInt(right));
}

export function subtractInt(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
  }
  return normalize(BigInt(left) - BigInt(right));
}

export function multiplyInt(left: Int, right: Int): Int | Exit {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    // Adding 0 turns the -0 of `0 * -1` into 0.
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
    return BigInt(left) * BigInt(right);
  }
  return multiplyBig(BigInt(left), BigInt(right));
}

function multiplyBig(left: bigint, right: bigint): Int | Exit {
  try {
    if (!isHugeFactor(left) && !isHugeFactor(right)) return normalize(left * right);
    return bitLengthInt(left) + bitLengthInt(right) > MAX_BITS + 1
      ? raise('MemoryError')
      : normalize(multiply(left, right));
  } catch (thrown) {
    return beyondLimit(thrown);
  }
}

/** What an operation of BigInt throws when its result is too large. */
function beyondLimit(thrown: unknown): Exit {
  if (thrown instanceof RangeError) return raise('MemoryError');
  throw thrown;
}

export function floorDivideInt(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const remainder = left % right;
    const quotient = (left - remainder) / right;
    return (remainder !== 0 && remainder < 0 !== right < 0 ? quotient - 1 : quotient) + 0;
  }
  return normalize(floorDivideBig(BigInt(left), BigInt(right)));
}

export function floorDivideBig(left: bigint, right: bigint): bigint {
  if (left < 0n === right < 0n) {
    if (isHugeDividend(left)) return divide(left, right)[0];
    return left < 0n ? left / right : quotientOf(left, right);
  }
  const [quotient, remainder] = divide(left, right);
  return remainder === 0n ? quotient : quotient - 1n;
}

export function moduloInt(left: Int, right: Int): Int {
  if (typeof left === 'number' && typeof right === 'number') {
    const remainder = left % right;
    return (remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder) + 0;
  }
  return normalize(moduloBig(BigInt(left), BigInt(right)));
}

export function moduloBig(left: bigint, right: bigint): bigint {
  if (left >= 0n && right > 0n && !isHugeDividend(left)) return remainderOf(left, right);
  const remainder = isHugeDividend(left) ? divide(left, right)[1] : left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}

export function divmodInt(left: Int, right: Int): [quotient: Int, remainder: Int] {
  if (typeof left === 'number' && typeof right === 'number')
    return [floorDivideInt(left, right), moduloInt(left, right)];
  const divisor = BigInt(right);
  let [quotient, remainder] = divide(BigInt(left), divisor);
  if (remainder !== 0n && remainder < 0n !== divisor < 0n) {
    quotient -= 1n;
    remainder += divisor;
  }
  return [normalize(quotient), normalize(remainder)];
}

/** Powers of ten, which decimal arithmetic asks for again and again; made when they are. */
const POWERS_OF_TEN: (Int | undefined)[] = new Array(512).fill(undefined);

function powerOfTen(exponent: number): Int {
  return (POWERS_OF_TEN[exponent] ??= powNumber(10, exponent) ?? 10n ** BigInt(exponent));
}

/** `base ** exponent`, exponent >= 0. */
export function powInt(base: Int, exponent: Int): Int | Exit {
  if (base === 0 || base === 1 || base === -1 || exponent === 0) return powOfUnit(base, exponent);
  if (typeof exponent === 'bigint') return raise('MemoryError');
  if (base === 10 && exponent < POWERS_OF_TEN.length) return powerOfTen(exponent);
  if (typeof base === 'number') {
    const small = powNumber(base, exponent);
    if (small !== undefined) return small;
  }
  const bits = bitLengthInt(base) * exponent;
  if (bits - exponent >= MAX_BITS) return raise('MemoryError');
  try {
    if (bits > MULTIPLY_BITS) return hugePower(BigInt(base), exponent);
    return normalize(BigInt(base) ** BigInt(exponent));
  } catch (thrown) {
    return beyondLimit(thrown);
  }
}

/** The powers of two in the base are a shift of the result. */
function hugePower(base: bigint, exponent: number): Int {
  const lowest = base & -base;
  const zeros = lowest === 1n ? 0 : bitLengthBig(lowest) - 1;
  const odd = base >> BigInt(zeros);
  const result = odd === 1n ? 1n : odd === -1n ? (-1n) ** BigInt(exponent) : power(odd, exponent);
  return normalize(result << BigInt(zeros * exponent));
}

function powOfUnit(base: Int, exponent: Int): Int {
  if (exponent === 0) return 1;
  if (base !== -1) return base;
  const isOdd = typeof exponent === 'number' ? exponent % 2 === 1 : (exponent & 1n) === 1n;
  return isOdd ? -1 : 1;
}

/** Square and multiply while it is exact; `undefined` once it would not be. */
function powNumber(base: number, exponent: number): number | undefined {
  let result = 1;
  let power = base;
  for (let rest = exponent; ; ) {
    if (rest % 2 === 1) {
      result *= power;
      if (result > MAX_SAFE || result < -MAX_SAFE) return undefined;
    }
    rest = Math.floor(rest / 2);
    if (rest === 0) return result;
    power *= power;
    if (power > MAX_SAFE) return undefined;
  }
}

/** `base ** exponent % modulus`; exponent >= 0, modulus not 0. */
export function powModInt(base: Int, exponent: Int, modulus: Int): Int {
  if (typeof base === 'number' && isWord(exponent) && isWord(modulus) && modulus > 0) {
    const reduced = base % modulus;
    return powModWord(reduced < 0 ? reduced + modulus : reduced, exponent, modulus);
  }
  const divisor = BigInt(modulus);
  const size = divisor < 0n ? -divisor : divisor;
  if (size === 1n) return 0;
  const reduced = moduloBig(BigInt(base), size);
  const bits = typeof exponent === 'bigint' ? binaryText(exponent, 2) : exponent.toString(2);
  const isSmall = size <= 0x3fffffffn;
  const power = isSmall ? BigInt(powModSmall(Number(reduced), bits, Number(size))) : powModBig(reduced, bits, size);
  return normalize(divisor < 0n && power !== 0n ? power + divisor : power);
}

/** Work of a step of a power, in units of util/work.ts. */
const STEP_WORK = 16;

type ModularProduct = (left: bigint, right: bigint, modulus: bigint) => bigint;

function multiplyModBig(left: bigint, right: bigint, modulus: bigint): bigint {
  worked(STEP_WORK);
  return moduloBig(multiply(left, right), modulus);
}

/** Moduli below this need no look at how long they are: these looks take as long as a product of some hundred bits. */
const LONG_MODULUS = 1n << 4096n;

function multiplyModShort(left: bigint, right: bigint, modulus: bigint): bigint {
  worked(STEP_WORK);
  return (left * right) % modulus;
}

/** Exponents of so many bits are worth a table of the odd powers of the base. */
const LONG_EXPONENT = 48;
/** Bits of the exponent that one product takes in then. */
const WINDOW = 5;

/** Square and multiply; long exponents by sliding windows, each of which begins and ends with a bit that is set. */
function powModBig(base: bigint, bits: string, modulus: bigint): bigint {
  const window = bits.length < LONG_EXPONENT ? 1 : WINDOW;
  const product = modulus < LONG_MODULUS ? multiplyModShort : multiplyModBig;
  const odd = oddPowers(base, 1 << (window - 1), modulus, product);
  let result = 1n;
  for (let at = 0; at < bits.length; ) {
    if (bits[at] === '0') {
      result = product(result, result, modulus);
      at++;
      continue;
    }
    const end = bits.lastIndexOf('1', Math.min(at + window, bits.length) - 1) + 1;
    for (let index = at; index < end; index++) result = product(result, result, modulus);
    result = product(result, odd[Number.parseInt(bits.slice(at, end), 2) >> 1], modulus);
    at = end;
  }
  return result;
}

/** base, base ** 3, base ** 5 and so on. */
function oddPowers(base: bigint, count: number, modulus: bigint, product: ModularProduct): bigint[] {
  const powers = [base];
  if (count === 1) return powers;
  const square = product(base, base, modulus);
  while (powers.length < count) powers.push(product(powers[powers.length - 1], square, modulus));
  return powers;
}

/** Modulus below 2^30: a product is below 2^60, so it is reduced in two halves of 15 bits. */
function powModSmall(base: number, bits: string, modulus: number): number {
  let result = 1;
  for (const bit of bits) {
    worked(1);
    result = multiplyMod(result, result, modulus);
    if (bit === '1') result = multiplyMod(result, base, modulus);
  }
  return result;
}

/** Whether it is an int from 0 to 2^30 - 1. */
function isWord(value: Int): value is number {
  return typeof value === 'number' && value >= 0 && value <= 0x3fffffff;
}

function powModWord(base: number, exponent: number, modulus: number): number {
  let result = 1 % modulus;
  for (let bit = 1 << (31 - Math.clz32(exponent)); exponent > 0 && bit > 0; bit >>= 1) {
    result = multiplyMod(result, result, modulus);
    if ((exponent & bit) !== 0) result = multiplyMod(result, base, modulus);
  }
  return result + 0;
}

function multiplyMod(left: number, right: number, modulus: number): number {
  const product = left * right;
  if (product <= MAX_SAFE) return product % modulus;
  const high = Math.floor(right / 32768);
  return (((left * high) % modulus) * 32768 + left * (right % 32768)) % modulus;
}

/** The inverse of `value` modulo `modulus`, both of any sign; `undefined` where there is none. */
export function inverseInt(value: Int, modulus: Int): Int | undefined {
  const size = BigInt(modulus) < 0n ? -BigInt(modulus) : BigInt(modulus);
  let [previous, remainder] = [moduloBig(BigInt(value), size), size];
  let [previousFactor, factor] = [1n, 0n];
  while (remainder !== 0n) {
    const [quotient, rest] = divide(previous, remainder);
    [previous, remainder] = [remainder, rest];
    [previousFactor, factor] = [factor, previousFactor - multiply(quotient, factor)];
    worked(STEP_WORK);
  }
  return previous === 1n || size === 1n ? normalize(moduloBig(previousFactor, BigInt(modulus))) : undefined;
}

/** The most digits of 30 bits that CPython counts. */
const MAX_DIGITS = ((1n << 63n) - 2n) / 30n;

/** The digits that CPython sets aside for a shifted number. */
function shiftedDigits(value: Int, count: bigint): bigint {
  const digits = BigInt(Math.ceil(bitLengthInt(value) / 30));
  return digits + (count + 29n) / 30n;
}

/** Whether the bits have to be counted, which takes longer than a shift. */
function mayShiftTooFar(value: Int, count: number): boolean {
  return count > MAX_BITS / 2 || (typeof value === 'bigint' && isHugeFactor(value));
}

/** `value << count`, count >= 0. */
export function leftShiftInt(value: Int, count: Int): Int | Exit {
  if (value === 0) return 0;
  if (typeof count === 'bigint')
    return shiftedDigits(value, count) > MAX_DIGITS
      ? raise('OverflowError', 'too many digits in integer')
      : raise('MemoryError');
  if (typeof value === 'number' && count < 53) {
    const shifted = value * 2 ** count;
    if (shifted <= MAX_SAFE && shifted >= -MAX_SAFE) return shifted;
  }
  if (mayShiftTooFar(value, count) && count + bitLengthInt(value) > MAX_BITS) return raise('MemoryError');
  try {
    return normalize(BigInt(value) << BigInt(count));
  } catch (thrown) {
    return beyondLimit(thrown);
  }
}

/** `value >> count`, count >= 0. */
export function rightShiftInt(value: Int, count: Int): Int {
  if (typeof value === 'number') {
    if (count < 32 && (value | 0) === value) return value >> Number(count);
    return count >= 64 ? (value < 0 ? -1 : 0) : Math.floor(value / 2 ** Number(count));
  }
  if (typeof count === 'bigint') return value < 0n ? -1 : 0;
  return normalize(value >> BigInt(count));
}

/** Whether both are 32-bit integers: bit operations of JavaScript are Python's. */
function areInt32(left: Int, right: Int): boolean {
  return typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right;
}

export function andInt(left: Int, right: Int): Int {
  return areInt32(left, right) ? (left as number) & (right as number) : normalize(BigInt(left) & BigInt(right));
}

export function orInt(left: Int, right: Int): Int {
  return areInt32(left, right) ? (left as number) | (right as number) : normalize(BigInt(left) | BigInt(right));
}

export function xorInt(left: Int, right: Int): Int {
  return areInt32(left, right) ? (left as number) ^ (right as number) : normalize(BigInt(left) ^ BigInt(right));
}

export function negateInt(value: Int): Int {
  return typeof value === 'number' ? 0 - value : counted(-value);
}

export function invertInt(value: Int): Int {
  return subtractInt(-1, value);
}

export function absInt(value: Int): Int {
  return value < 0 ? negateInt(value) : value;
}

/** Number of bits of |value|. */
export function bitLengthInt(value: Int): number {
  if (typeof value === 'number') return bitLengthNumber(value);
  return bitLengthBig(value < 0n ? -value : value);
}

function bitLengthNumber(value: number): number {
  const size = Math.abs(value);
  if (size < 0x100000000) return 32 - Math.clz32(size);
  return 64 - Math.clz32(Math.floor(size / 0x100000000));
}

/** Bits of a positive bigint, in linear time: the engine has nothing faster. */
export function bitLengthBig(value: bigint): number {
  return value <= MAX_SAFE_BIG ? bitLengthNumber(Number(value)) : bitLength(counted(value));
}

/** `left / right` as the nearest float; `undefined` where it does not fit. */
export function trueDivideInt(left: Int, right: Int): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left / right;
  const quotient = trueDivideBig(BigInt(left), BigInt(right));
  return Number.isFinite(quotient) ? quotient : undefined;
}

/**
 * The nearest double of a quotient, ties to even: 55 or more bits of the quotient with a sticky bit are rounded once. Below 2^-1022
 * fewer bits are kept, so that the only rounding is the one to the subnormal's precision.
 */
function trueDivideBig(left: bigint, right: bigint): number {
  const isNegative = left < 0n !== right < 0n;
  const dividend = left < 0n ? -left : left;
  const divisor = right < 0n ? -right : right;
  if (dividend === 0n) return isNegative ? -0 : 0;
  const difference = bitLengthBig(dividend) - bitLengthBig(divisor);
  if (difference > 1025) return Number.POSITIVE_INFINITY;
  if (difference < -1076) return isNegative ? -0 : 0;
  // The quotient, shifted to 65 bits or to the scale of the smallest subnormal and two more bits.
  const shift = Math.min(65 - difference, 1076);
  const [scaled, scale] = shift >= 0 ? [dividend << BigInt(shift), divisor] : [dividend, divisor << BigInt(-shift)];
  const [whole, rest] = divide(scaled, scale);
  const quotient = rest === 0n ? whole : whole | 1n;
  const result = scaleExactly(quotient, -shift);
  return isNegative ? -result : result;
}

/** `value * 2 ** exponent`, rounded once: the bits of a subnormal are cut before the conversion rounds. */
function scaleExactly(value: bigint, exponent: number): number {
  const lost = -1074 - exponent;
  if (lost <= 0 || bitLengthBig(value) - lost >= 53) {
    const float = Number(value);
    // Two steps: 2 ** exponent itself may not be representable.
    const half = Math.trunc(exponent / 2);
    return float * 2 ** half * 2 ** (exponent - half);
  }
  const cut = BigInt(lost);
  let kept = value >> cut;
  const rest = value - (kept << cut);
  const middle = 1n << (cut - 1n);
  if (rest > middle || (rest === middle && (kept & 1n) === 1n)) kept += 1n;
  return Number(kept) * Number.MIN_VALUE;
}
