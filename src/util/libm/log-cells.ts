/** How the logarithms take a number apart: power of two, cell of the tables, and what is in the cell. */

/** ln(2) to 42 bits behind the point, so that its multiples are exact, and the rest. */
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;

/** The bits of `value[0]`, little end first. */
export const words = new Uint32Array(2);
export const value = new Float64Array(words.buffer);

/** Upper half of the bits of 0.6875, where the first cell begins. */
const FIRST = 0x3fe60000;

/** The cell of the last number split. */
export let cell = 0;

/** Splits a positive x into 2**k * z with z in [0.6875, 1.375): gives k, leaves z in `value[0]` and its cell in `cell`. */
export function normalise(x: number): number {
  value[0] = x;
  let shift = 0;
  if (x < 2.2250738585072014e-308) {
    value[0] = x * 4503599627370496;
    shift = 52;
  }
  const upper = words[1];
  const offset = (upper - FIRST) | 0;
  const k = offset >> 20;
  cell = (offset >> 13) & 127;
  words[1] = upper - (k << 20);
  return k - shift;
}
