/**
 * Hashes of numbers, with CPython's values: numbers that are equal hash equal, whatever their types. (Tuples: util/tuple-hash.ts.)
 *
 * The hash of a rational number is its residue modulo 2**61 - 1, with its sign; -1 is never a hash. Everything here is a Python int
 * in the range of 64 bits with sign.
 */
import { bitLength, isHugeFactor } from '../util/huge/size.ts';
import { worked } from '../util/work.ts';
import { normalize } from './types/int/arithmetic.ts';
import type { Int } from './types/int/int-object.ts';

const HASH_BITS = 61;
const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;
const IMAGINARY = 1000003n;

/** Residue of a bigint, of its sign. */
function residue(value: bigint): bigint {
  // Division is quadratic for large values: halves of a multiple of 61 bits are added, since 2**61 is 1 modulo the modulus.
  let size = value < 0n ? -value : value;
  while (isHugeFactor(size)) size = foldedHuge(size);
  for (let bits = foldingBits(size); bits >= 1024; bits = foldingBits(size)) {
    const half = BigInt(halfOf(bits));
    size = (size >> half) + BigInt.asUintN(Number(half), size);
  }
  return value < 0n ? -(size % MODULUS) : size % MODULUS;
}

const halfOf = (bits: number): number => Math.ceil(bits / 2 / HASH_BITS) * HASH_BITS;

function foldedHuge(size: bigint): bigint {
  const bits = bitLength(size);
  worked(bits >> 7);
  const half = halfOf(bits);
  const high = size >> BigInt(half);
  const low = BigInt.asUintN(half, size);
  worked(bits >> 8);
  return high + low;
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
