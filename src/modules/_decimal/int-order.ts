/** The smaller and the larger of two Python ints: `Math.min` knows no bigints. */
import type { Int } from '../../objspace/types/int/int-object.ts';

export function smaller(a: Int, b: Int): Int {
  if (a < b) return a;
  return b;
}

export function larger(a: Int, b: Int): Int {
  if (a > b) return a;
  return b;
}
