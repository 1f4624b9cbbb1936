/** Arc tangents of doubles. */
export function atan2(y: number, x: number): number {
  return Math.atan2(y, x);
}
