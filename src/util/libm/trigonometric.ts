/** Sine and cosine of doubles. */
export function sin(x: number): number {
  return Math.sin(x);
}
export function cos(x: number): number {
  return Math.cos(x);
}
