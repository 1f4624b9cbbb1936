/**
 * Hashes of numbers and tuples, with CPython's values: numbers that are equal hash equal, whatever their types.
 *
 * The hash of a rational number is its residue modulo 2**61 - 1, with its sign; -1 is never a hash. Everything here is a Python int
 * in the range of 64 bits with sign.
 */
import { normalize } from './types/int/arithmetic.ts';
import type { Int } from './types/int/int-object.ts';

const HASH_BITS = 61;
const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;
const IMAGINARY = 1000003n;
const WORD = 0x100000000;

/** Residue of a bigint, of its sign. */
function residue(value: bigint): bigint {
  // Division is quadratic for large values: halves of a multiple of 61 bits are added, since 2**61 is 1 modulo the modulus.
  let size = value < 0n ? -value : value;
  for (let bits = foldingBits(size); bits >= 1024; bits = foldingBits(size)) {
    const half = BigInt(Math.ceil(bits / 2 / HASH_BITS) * HASH_BITS);
    size = (size >> half) + BigInt.asUintN(Number(half), size);
  }
  return value < 0n ? -(size % MODULUS) : size % MODULUS;
}

function foldingBits(value: bigint): number {
  return value < 1n << 1024n ? 0 : value.toString(16).length * 4;
}

export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const hash = normalize(residue(value));
  return hash === -1 ? -2 : hash;
}

/** NaN is not hashed by value: the caller does that. */
export function hashFloat(value: number): Int {
  if (Number.isInteger(value))
    return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER
      ? hashInt(value + 0)
      : hashInt(BigInt(value));
  if (!Number.isFinite(value)) return value > 0 ? INFINITY_HASH : -INFINITY_HASH;
  return hashFraction(value);
}

/** value = m * 2**-shift: m is rotated to the right by `shift` within 61 bits. */
function hashFraction(value: number): Int {
  let shift = 0;
  let integer = Math.abs(value);
  while (!Number.isInteger(integer)) {
    integer *= 2 ** 32;
    shift += 32;
  }
  const rotation = BigInt(HASH_BITS - (shift % HASH_BITS));
  let rotated = residue(BigInt(integer)) << rotation;
  rotated = (rotated & MODULUS) + (rotated >> 61n);
  if (rotated >= MODULUS) rotated -= MODULUS;
  const hash = normalize(value < 0 ? -rotated : rotated);
  return hash === -1 ? -2 : hash;
}

/** Of the hashes of both parts, in 64 bits with wrap-around. */
export function hashComplex(real: Int, imag: Int): Int {
  const hash = normalize(BigInt.asIntN(64, BigInt(real) + IMAGINARY * BigInt(imag)));
  return hash === -1 ? -2 : hash;
}

// ── Tuples ───────────────────────────────────────────────────────────────────────────────────────────────────────

// The primes of xxHash's 64-bit version, as halves of 32 bits.
const PRIME1_HIGH = 0x9e3779b1;
const PRIME1_LOW = 0x85ebca87;
const PRIME2_HIGH = 0xc2b2ae3d;
const PRIME2_LOW = 0x27d4eb4f;
const PRIME5_HIGH = 0x27d4eb2f;
const PRIME5_LOW = 0x165667c5;

/** High half of the 64-bit product of two unsigned 32-bit numbers. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(cross / 65536)) >>> 0;
}

/** The hash of a tuple, of those of its items: a simplified xxHash. */
export function hashTuple(hashes: readonly Int[]): Int {
  let high = PRIME5_HIGH;
  let low = PRIME5_LOW;
  for (const hash of hashes) {
    const laneLow = typeof hash === 'number' ? hash >>> 0 : Number(BigInt.asUintN(32, hash));
    const laneHigh = typeof hash === 'number' ? Math.floor(hash / WORD) >>> 0 : Number(BigInt.asUintN(32, hash >> 32n));
    // accumulator += lane * PRIME2
    const productHigh =
      highProduct(laneLow, PRIME2_LOW) + Math.imul(laneLow, PRIME2_HIGH) + Math.imul(laneHigh, PRIME2_LOW);
    const sum = low + (Math.imul(laneLow, PRIME2_LOW) >>> 0);
    high = (high + productHigh + (sum >= WORD ? 1 : 0)) >>> 0;
    low = sum >>> 0;
    // rotate left by 31
    const rotated = ((high << 31) | (low >>> 1)) >>> 0;
    low = ((low << 31) | (high >>> 1)) >>> 0;
    high = rotated;
    // accumulator *= PRIME1
    high = (highProduct(low, PRIME1_LOW) + Math.imul(low, PRIME1_HIGH) + Math.imul(high, PRIME1_LOW)) >>> 0;
    low = Math.imul(low, PRIME1_LOW) >>> 0;
  }
  const sum = low + ((hashes.length ^ PRIME5_LOW ^ 3527539) >>> 0);
  high = (high + PRIME5_HIGH + (sum >= WORD ? 1 : 0)) >>> 0;
  return signed64(high, sum >>> 0, 1546275796);
}

/** Two halves as an int of 64 bits with sign; -1 becomes `instead`. */
export function signed64(high: number, low: number, instead: number): Int {
  const signedHigh = high | 0;
  if (signedHigh === -1 && low === 0xffffffff) return instead;
  const value = signedHigh * WORD + low;
  if (value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER) return value;
  return (BigInt(signedHigh) << 32n) | BigInt(low);
}
