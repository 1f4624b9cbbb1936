/** The cube root, rounded once: a Newton step on a nearby root with an exact cube. */
import { low, twoProduct } from './double-double.ts';

export function cbrt(x: number): number {
  const size = Math.abs(x);
  if (size === 0 || !(size < Number.POSITIVE_INFINITY)) return x;
  // Powers of 8 keep the cube in range.
  let scale = 1;
  let scaled = size;
  if (size > 2 ** 600) [scaled, scale] = [size * 2 ** -600, 2 ** 200];
  else if (size < 2 ** -600) [scaled, scale] = [size * 2 ** 600, 2 ** -200];
  const near = Math.cbrt(scaled);
  const square = twoProduct(near, near);
  const squareLow = low[0];
  const cube = twoProduct(square, near);
  const rest = scaled - cube - (low[0] + squareLow * near);
  const root = near + rest / (3 * square);
  return (x < 0 ? -root : root) * scale;
}
