/** The greatest common divisor of large integers by Lehmer's method: most steps of Euclid's algorithm on the leading bits alone. */

import { divide } from './huge/divide.ts';
import { bitLength } from './huge/size.ts';
import { worked } from './work.ts';

/** Leading bits that a step looks at; quotients and cofactors stay exact in doubles. */
const LEADING = 50n;

/** Work of a step on numbers of so many bits, in units of work.ts. */
const stepWork = (bits: number): number => 10 + (bits >> 10);

/** From here on each operation takes so long that it is reported. */
const HUGE_BITS = 1 << 22;

/** p * a + q * b of huge numbers. */
function combined(p: number, a: bigint, q: number, b: bigint, bits: number): bigint {
  const left = BigInt(p) * a;
  worked(stepWork(bits));
  const right = BigInt(q) * b;
  worked(stepWork(bits));
  const sum = left + right;
  worked(stepWork(bits));
  return sum;
}

/** gcd of two integers that are not negative. */
export function gcdBig(first: bigint, second: bigint): bigint {
  let [a, b] = first >= second ? [first, second] : [second, first];
  while (b > 0xffffffffffffffffn) {
    const bits = bitLength(a);
    const shift = BigInt(bits) - LEADING;
    worked(stepWork(bits));
    const [p, q, r, s] = cofactors(Number(a >> shift), Number(b >> shift));
    if (q === 0) [a, b] = [b, divide(a, b)[1]];
    else if (bits < HUGE_BITS) [a, b] = [BigInt(p) * a + BigInt(q) * b, BigInt(r) * a + BigInt(s) * b];
    else [a, b] = [combined(p, a, q, b, bits), combined(r, a, s, b, bits)];
  }
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The matrix of the steps that the leading parts decide: as long as both bounds of the quotient agree. */
function cofactors(x0: number, y0: number): [number, number, number, number] {
  let [x, y] = [x0, y0];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (y + r !== 0 && y + s !== 0) {
    const quotient = Math.floor((x + p) / (y + r));
    if (quotient !== Math.floor((x + q) / (y + s))) break;
    [p, q, r, s] = [r, s, p - quotient * r, q - quotient * s];
    [x, y] = [y, x - quotient * y];
  }
  return [p, q, r, s];
}
