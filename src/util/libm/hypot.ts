/** Euclidean length, rounded once. */
import { low, twoProduct } from './double-double.ts';

export function hypot(x: number, y: number): number {
  if (x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  let large = Math.abs(x);
  let small = Math.abs(y);
  if (!(large >= small)) [large, small] = [small, large];
  if (small === 0 || Number.isNaN(small) || Number.isNaN(large)) return large + small;
  if (small < large * 2 ** -54) return large + small;
  // Powers of two keep the squares in range.
  if (large > 2 ** 500) return hypotScaled(large * 2 ** -600, small * 2 ** -600) * 2 ** 600;
  if (small < 2 ** -400) return hypotScaled(large * 2 ** 600, small * 2 ** 600) * 2 ** -600;
  return hypotScaled(large, small);
}

function hypotScaled(large: number, small: number): number {
  const first = twoProduct(large, large);
  const firstLow = low[0];
  const second = twoProduct(small, small);
  const sum = first + second;
  const rest = second - (sum - first) + (firstLow + low[0]);
  const root = Math.sqrt(sum);
  const square = twoProduct(root, root);
  return root + (sum - square - low[0] + rest) / (2 * root);
}
