/**
 * Products of huge BigInts by the algorithm of Schönhage and Strassen (https://en.wikipedia.org/wiki/Schönhage-Strassen_algorithm): the factors
 * are cut into pieces, the coefficients of polynomials, which are multiplied modulo 2^N + 1 by a fast Fourier transform whose roots of unity
 * are powers of two. All steps are operations of the engine on numbers that are small enough for it.
 */
import { worked } from '../work.ts';
import { cut, paste } from './pieces.ts';
import { bitLength, isHugeFactor, MULTIPLY_BITS } from './size.ts';

export function multiply(left: bigint, right: bigint): bigint {
  if (!isHugeFactor(left) && !isHugeFactor(right)) return left * right;
  const product = multiplyPositive(left < 0n ? -left : left, right < 0n ? -right : right);
  return left < 0n !== right < 0n ? -product : product;
}

function multiplyPositive(left: bigint, right: bigint): bigint {
  const [short, long] = left < right ? [left, right] : [right, left];
  if (!isHugeFactor(long)) {
    worked(NATIVE_WORK);
    return short * long;
  }
  if (short === 0n) return 0n;
  const shortBits = bitLength(short);
  const longBits = bitLength(long);
  const pieceBits = Math.max(shortBits, MULTIPLY_BITS - 1);
  if (longBits >= 2 * pieceBits || !isHugeFactor(short)) return multiplyPieces(short, long, pieceBits, longBits);
  return transformed(short, long, shortBits + longBits);
}

/** Work of a product of the engine, in units of work.ts. */
const NATIVE_WORK = 200_000;

/** A factor that is much longer than the other one: its pieces are multiplied. */
function multiplyPieces(short: bigint, long: bigint, pieceBits: number, longBits: number): bigint {
  const pieces = cut(long, pieceBits, Math.ceil(longBits / pieceBits));
  const products = pieces.map((piece) => multiplyPositive(short, piece));
  return paste(products, pieceBits);
}

/** The product of numbers of about the same size, which has at most `bits` bits. */
function transformed(left: bigint, right: bigint, bits: number): bigint {
  // The pieces grow with the square root of the size, and so does their number.
  const exponent = Math.max(6, Math.round(Math.log2(bits) / 2) - 4);
  const count = 2 ** exponent;
  const pieceBits = Math.ceil(bits / count);
  // Each coefficient is a sum of `count` products; 2^(2N/count) must be a root of unity.
  const ring = new Ring(Math.ceil((2 * pieceBits + exponent + 1) / count) * count);
  const step = (2 * ring.bits) / count;
  const a = cut(left, pieceBits, count);
  const b = left === right ? a : cut(right, pieceBits, count);
  transform(a, ring, step);
  if (b !== a) transform(b, ring, step);
  for (let index = 0; index < count; index++) a[index] = ring.reduce(multiply(a[index], b[index]));
  inverseTransform(a, ring, step);
  const shift = 2 * ring.bits - exponent;
  // Coefficients are not negative and below half of the modulus, but for the representation.
  for (let index = 0; index < count; index++) a[index] = ring.positive(ring.shift(a[index], shift));
  return paste(a, pieceBits);
}

/** Integers modulo 2^bits + 1, represented by numbers of a size below 2^(bits + 2). */
class Ring {
  readonly bits: number;
  private readonly modulus: bigint;
  private readonly shiftBy: bigint;
  private readonly work: number;

  constructor(bits: number) {
    this.bits = bits;
    this.shiftBy = BigInt(bits);
    this.modulus = (1n << this.shiftBy) + 1n;
    this.work = 20 + (bits >> 8);
  }

  /** The same modulo the modulus, of a size not much above it. */
  reduce(value: bigint): bigint {
    worked(this.work);
    return BigInt.asUintN(this.bits, value) - (value >> this.shiftBy);
  }

  positive(value: bigint): bigint {
    const reduced = this.reduce(value);
    if (reduced < 0n) return reduced + this.modulus;
    return reduced >= this.modulus ? reduced - this.modulus : reduced;
  }

  /** value * 2 ** count; 2 ** (2 * bits) is 1. */
  shift(value: bigint, count: number): bigint {
    const turned = count % (2 * this.bits);
    if (turned < this.bits) return this.reduce(value << BigInt(turned));
    return -this.reduce(value << BigInt(turned - this.bits));
  }
}

/** In place; the result is in bit-reversed order. `step`: the exponent of 2 that is a root of unity of the order of the length. */
function transform(items: bigint[], ring: Ring, step: number): void {
  for (let half = items.length >> 1, root = step; half >= 1; half >>= 1, root *= 2) {
    for (let start = 0; start < items.length; start += 2 * half) {
      for (let offset = 0; offset < half; offset++) {
        const a = items[start + offset];
        const b = items[start + offset + half];
        items[start + offset] = ring.reduce(a + b);
        items[start + offset + half] = ring.shift(a - b, offset * root);
      }
    }
  }
}

/** Undoes `transform`, but for a factor of the length. */
function inverseTransform(items: bigint[], ring: Ring, step: number): void {
  const turn = 2 * ring.bits;
  for (let half = 1, root = (step * items.length) / 2; half < items.length; half <<= 1, root /= 2) {
    for (let start = 0; start < items.length; start += 2 * half) {
      for (let offset = 0; offset < half; offset++) {
        const a = items[start + offset];
        const b = ring.shift(items[start + offset + half], turn - offset * root);
        items[start + offset] = ring.reduce(a + b);
        items[start + offset + half] = ring.reduce(a - b);
      }
    }
  }
}

/** base ** exponent, exponent > 0, where the result may be huge. */
export function power(base: bigint, exponent: number): bigint {
  let result = base;
  for (const bit of exponent.toString(2).slice(1)) {
    result = multiply(result, result);
    if (bit === '1') result = multiply(result, base);
  }
  return result;
}
