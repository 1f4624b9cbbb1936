/** Half-precision floats (IEEE 754 binary16) from and to bits. */

/** The value of 16 bits. */
export function halfFromBits(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Rounds to even. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)) return floor + 1;
  return floor;
}

/** The nearest half; `undefined` if a finite value is too large for one. */
export function halfToBits(value: number): number | undefined {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundHalfEven(size * 2 ** 24);
  const exponent = Math.min(Math.floor(Math.log2(size)), 16);
  // The logarithm may be off by one at powers of two.
  const exact = size < 2 ** exponent ? exponent - 1 : size >= 2 ** (exponent + 1) ? exponent + 1 : exponent;
  const fraction = roundHalfEven((size / 2 ** exact - 1) * 1024);
  // A fraction that rounds up to 1024 carries into the exponent by itself.
  const bits = ((exact + 15) << 10) + fraction;
  return bits >= 0x7c00 ? undefined : sign | bits;
}
