/**
 * Euclidean length of two coordinates, by Borges' corrected square root ("An improved algorithm for hypot(a, b)", arXiv 1904.09481, 2019), which
 * the C library of Linux has too: hardly ever not the nearest double. (`math.hypot` is another function.)
 */
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

/** The square root of the rounded sum of squares, less what its square has too much, which is computed without cancellation. */
function hypotScaled(large: number, small: number): number {
  const root = Math.sqrt(large * large + small * small);
  let excess: number;
  if (root <= 2 * small) {
    const delta = root - small;
    excess = large * (2 * delta - large) + (delta - 2 * (large - small)) * delta;
  } else {
    const delta = root - large;
    excess = 2 * delta * (large - 2 * small) + ((4 * delta - small) * small + delta * delta);
  }
  return root - excess / (2 * root);
}
