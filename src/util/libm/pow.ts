/** `x ** y` of doubles: e ** (y * log(x)) with the logarithm and the product as double-doubles. */
import { low, twoProduct } from './double-double.ts';
import { expOfPair } from './exp.ts';
import { logPair } from './log-pair.ts';

/** x ** y as IEEE 754 defines it (C's pow). */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && x < Number.POSITIVE_INFINITY && Number.isFinite(y)) return powOfPositive(x, y);
  if (!Number.isFinite(y)) {
    const size = Math.abs(x);
    if (size === 1) return 1;
    return y > 0 === size > 1 ? Number.POSITIVE_INFINITY : 0;
  }
  return powOfSpecial(x, y);
}

/** Zero, infinite and negative bases with a finite exponent. */
function powOfSpecial(x: number, y: number): number {
  const isNegative = (x < 0 || Object.is(x, -0)) && Math.abs(y % 2) === 1;
  const base = Math.abs(x);
  if (base === 0 || base === Number.POSITIVE_INFINITY) {
    const size = (base === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return isNegative ? -size : size;
  }
  if (!Number.isInteger(y)) return Number.NaN;
  const size = base === 1 ? 1 : powOfPositive(base, y);
  return isNegative ? -size : size;
}

function powOfPositive(x: number, y: number): number {
  const small = y === 2 ? x * x : y === 1 ? x : y === 0.5 ? Math.sqrt(x) : y === -1 ? 1 / x : -1;
  if (small >= 0) return small;
  const logarithm = logPair(x);
  const product = logarithm * y;
  if (product > 709.8) return Number.POSITIVE_INFINITY;
  if (product < -745.2) return 0;
  // Below 2**-54 nothing is seen, and the exact product could leave the range of doubles.
  if (product < 5e-17 && product > -5e-17) return 1 + product;
  const rest = low[0];
  const high = twoProduct(logarithm, y);
  return expOfPair(high, low[0] + rest * y);
}
