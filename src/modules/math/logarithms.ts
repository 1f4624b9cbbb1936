/** Logarithms of floats and of integers of any size, which need not fit a float. */
import { raise, raiseValueError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { toFloat } from '../../objspace/operations.ts';
import { bitLengthBig } from '../../objspace/types/int/arithmetic.ts';
import { intOperand } from '../../objspace/types/int/int-object.ts';
import { reprFloat } from '../../util/float-repr.ts';
import { log } from '../../util/libm/log.ts';

type Logarithm = (x: number) => number;

export function logarithm(value: Value, compute: Logarithm): number | Exit {
  const int = intOperand(value);
  if (int !== undefined) {
    if (int <= 0) return raiseValueError('expected a positive input');
    const float = Number(int);
    return Number.isFinite(float) ? compute(float) : ofBig(int as bigint, compute);
  }
  const x = toFloat(value);
  if (x === EXIT) return EXIT;
  const result = compute(x as number);
  if ((x as number) > 0 || Number.isNaN(x)) return result;
  return raiseValueError(`expected a positive input, got ${reprFloat(x as number)}`);
}

/** log(m * 2**e) = log(m) + e * log(2), with m in [0.5, 1) rounded to a float. */
function ofBig(value: bigint, compute: Logarithm): number {
  const exponent = bitLengthBig(value);
  const cut = BigInt(exponent - 64);
  // 64 bits with a sticky one, so that the conversion rounds what there is.
  let leading = value >> cut;
  if (leading << cut !== value) leading |= 1n;
  return compute(Number(leading) * 2 ** -64) + compute(2) * exponent;
}

export function logWithBase(value: Value, base: Value): number | Exit {
  const numerator = logarithm(value, log);
  if (numerator === EXIT) return EXIT;
  const denominator = logarithm(base, log);
  if (denominator === EXIT) return EXIT;
  if (denominator === 0) return raise('ZeroDivisionError', 'division by zero');
  return (numerator as number) / (denominator as number);
}
