/** Ints as text, and CPython's limit on the digits of a decimal one (`sys.set_int_max_str_digits`). */
import { raise } from '../../exception.ts';
import type { Exit } from '../../object.ts';
import { state } from '../../state.ts';
import { binaryText, decimalText } from '../../../util/huge/text.ts';
import { absInt, bitLengthInt } from './arithmetic.ts';
import type { Int } from './int-object.ts';

/** Below this many digits the limit never applies. */
const DIGITS_THRESHOLD = 640;
const BITS_PER_DIGIT = Math.log2(10);

/** The limit in force; 0 for none. */
function digitLimit(): number {
  return state.interpreter === null ? 4300 : state.interpreter.maxStrDigits;
}

/** OverflowError's kin for text that is too long to read: `digits` is the number of digits in it. */
export function checkDigits(digits: number): true | Exit {
  if (digits <= DIGITS_THRESHOLD) return true;
  const limit = digitLimit();
  if (limit === 0 || digits <= limit) return true;
  return raise(
    'ValueError',
    `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

function tooManyDigits(limit: number): Exit {
  return raise(
    'ValueError',
    `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** `str(int)`: the decimal text, or ValueError beyond the limit. */
export function intText(value: Int): string | Exit {
  if (typeof value === 'number') return String(value);
  const limit = digitLimit();
  // Long before the conversion: what is surely too long is not converted.
  if (limit !== 0 && bitLengthInt(value) > (Math.max(limit, DIGITS_THRESHOLD) + 1) * BITS_PER_DIGIT)
    return tooManyDigits(limit);
  const text = decimalText(value);
  const digits = text.length - (value < 0n ? 1 : 0);
  return limit !== 0 && digits > DIGITS_THRESHOLD && digits > limit ? tooManyDigits(limit) : text;
}

/** Digits of |value| in a base that is a power of two, which no limit applies to. */
export function digitsInBase(value: Int, base: 2 | 8 | 16): string {
  const size = absInt(value);
  return typeof size === 'number' ? size.toString(base) : binaryText(size, base);
}

/** `bin`, `oct` and `hex`. */
export function prefixedText(value: Int, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : '0x';
  return `${value < 0 ? '-' : ''}${prefix}${digitsInBase(value, base)}`;
}
