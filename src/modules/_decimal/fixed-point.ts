/**
 * Elementary functions of numbers of any size in fixed point: x is the BigInt x * 2 ** bits. Results are within a few units of their last
 * bit (ERROR_BITS); who needs certain digits asks for more bits than those (transcendental.ts).
 */

import { divide } from '../../util/huge/divide.ts';
import { multiply } from '../../util/huge/multiply.ts';
import { worked } from '../../util/work.ts';

/** Of the bits of a product that the engine makes, those that are a unit of work, as a logarithm. */
const SPEED = 3;

/** Results are wrong by less than 2 ** ERROR_BITS units. */
export const ERROR_BITS = 12;

// ── The natural logarithm of ten ─────────────────────────────────────────────────────────────────────────────────

/** atanh(1 / n) as a fraction, from the terms `first` to `last` of its series, by halves: P / (B * Q), Q a power of n ** 2. */
function series(square: bigint, first: number, last: number): [p: bigint, q: bigint, b: bigint] {
  if (last - first === 1) return [1n, square, BigInt(2 * first + 1)];
  const middle = (first + last) >> 1;
  const [p1, q1, b1] = series(square, first, middle);
  const [p2, q2, b2] = series(square, middle, last);
  worked((last - first) * 8);
  return [multiply(multiply(p1, b2), q2) + multiply(p2, b1), multiply(q1, q2), multiply(b1, b2)];
}

/** atanh(1 / n). */
function inverseTangent(n: number, bits: number): bigint {
  const terms = Math.ceil(bits / (2 * Math.log2(n))) + 2;
  const [p, q, b] = series(BigInt(n * n), 0, terms);
  // The series has one factor 1 / n where it counts one of n ** 2.
  return divide((p << BigInt(bits)) * BigInt(n), multiply(b, q))[0];
}

const knownLn10 = { bits: 0, value: 0n };

/** ln 10, kept at the highest precision that was asked for. */
export function ln10(bits: number): bigint {
  if (knownLn10.bits < bits) {
    const guarded = bits + 64;
    knownLn10.value =
      46n * inverseTangent(31, guarded) + 34n * inverseTangent(49, guarded) + 20n * inverseTangent(161, guarded);
    knownLn10.bits = guarded;
  }
  return knownLn10.value >> BigInt(knownLn10.bits - bits);
}

// ── e ** x ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** e ** x for 0 <= x < 4: the series of a part of x, squared again as often as x was halved. */
export function exp(x: bigint, bits: number): bigint {
  const halvings = Math.ceil(Math.sqrt(bits)) + 4;
  const precision = bits + 2 * halvings + 16;
  const scale = BigInt(precision);
  const part = (x << BigInt(precision - bits)) >> BigInt(halvings);
  let sum = (1n << scale) + part;
  const stepWork = precision >> SPEED;
  let term = part;
  for (let n = 2n; term !== 0n; n++) {
    term = (multiply(term, part) >> scale) / n;
    worked(stepWork);
    sum += term;
  }
  for (let left = halvings; left > 0; left--) {
    worked(stepWork);
    sum = multiply(sum, sum) >> scale;
  }
  return sum >> BigInt(precision - bits);
}

// ── ln x ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Bits of a logarithm in double precision that are certain. */
const DOUBLE_BITS = 40;

/**
 * ln x for 1/4 < x < 4. Each step of `y + 2 (x - e**y) / (x + e**y)` makes three times as many bits right, and needs no more precision
 * than that.
 */
export function ln(x: bigint, bits: number): bigint {
  let [value, right] = firstLogarithm(x, bits);
  let precision = bits;
  while (right < bits) {
    const next = Math.min(bits, right * 3 - 8);
    const work = Math.min(bits, next + 24);
    const target = x >> BigInt(bits - work);
    const guess = work >= precision ? value << BigInt(work - precision) : value >> BigInt(precision - work);
    const power = expOfSigned(guess, work);
    value = guess + divide((2n * (target - power)) << BigInt(work), target + power)[0];
    precision = work;
    right = next;
  }
  return precision === bits ? value : value << BigInt(bits - precision);
}

/** A first value, in the precision of `bits`, and how many of its bits are right. */
function firstLogarithm(x: bigint, bits: number): [bigint, number] {
  const one = 1n << BigInt(bits);
  const near = x > one ? x - one : one - x;
  const size = near.toString(16).length * 4;
  // Near one, x - 1 itself is right to twice the bits that it begins behind the point with.
  if (near === 0n || (bits - size) * 2 > DOUBLE_BITS) return [x - one, near === 0n ? bits : (bits - size) * 2];
  const double = Number(x >> BigInt(Math.max(0, bits - 60))) / 2 ** Math.min(bits, 60);
  const scaled = BigInt(Math.round(Math.log(double) * 2 ** 50));
  return [bits >= 50 ? scaled << BigInt(bits - 50) : scaled >> BigInt(50 - bits), DOUBLE_BITS];
}

function expOfSigned(x: bigint, bits: number): bigint {
  return x >= 0n ? exp(x, bits) : divide(1n << BigInt(2 * bits), exp(-x, bits))[0];
}
