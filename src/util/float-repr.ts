/** `repr(float)`: the shortest digits that give the same float, in Python's form. */
import { shortestDigits } from './float-digits.ts';

/** Decimal exponents outside of which Python writes an exponent. */
const MIN_EXPONENT = -4;
const MAX_EXPONENT = 16;

export function reprFloat(value: number): string {
  const text = shortText(value);
  return Number.isInteger(value) && Math.abs(value) < 10 ** MAX_EXPONENT ? `${text}.0` : text;
}

/** As repr, but integers have no point: the parts of a complex number. */
export function shortText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return Object.is(value, -0) ? '-0' : '0';
  // Between these JavaScript writes what Python writes.
  if (size >= 1e-4 && size < 1e16) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  const { digits, exponent } = shortestDigits(size);
  const sign = value < 0 ? '-' : '';
  if (exponent >= MIN_EXPONENT && exponent < MAX_EXPONENT) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return sign + withExponent(digits, exponent);
}

/** `d.ddde-05`: an exponent has a sign and two digits. */
export function withExponent(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${digits[0]}${fraction}e${exponentText(exponent)}`;
}

export function exponentText(exponent: number): string {
  const size = Math.abs(exponent);
  return `${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
}

export function reprComplex(real: number, imag: number): string {
  const imaginary = shortText(imag);
  if (Object.is(real, 0)) return `${imaginary}j`;
  return `(${shortText(real)}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j)`;
}
