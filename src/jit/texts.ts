/** Values as JavaScript. */

export function doubleText(value: number): string {
  return Object.is(value, -0) ? '(-0)' : value < 0 ? `(${value})` : String(value);
}
