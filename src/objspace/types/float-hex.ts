/** `float.hex()`. */
import { decompose } from '../../util/float-digits.ts';

export function hexFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}inf`;
  if (size === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(size);
  const lead = mantissa >= 2 ** 52 ? 1 : 0;
  const fraction = (mantissa - lead * 2 ** 52).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
