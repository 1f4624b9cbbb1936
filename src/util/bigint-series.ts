/**
 * Elementary functions in fixed point: a number x is the BigInt x * 2 ** BITS. They make the tables of libm/ at the first call of a
 * function, so that no digits have to be trusted but those of the series; nothing here is fast.
 */

export const BITS = 200;
const SCALE = BigInt(BITS);
export const ONE: bigint = 1n << SCALE;

export function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> SCALE;
}

export function divide(a: bigint, b: bigint): bigint {
  return (a << SCALE) / b;
}

export function squareRoot(x: bigint): bigint {
  const target = x << SCALE;
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (root + target / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** atan(1 / n), or atanh(1 / n) where the signs do not alternate, with `bits` bits behind the point. */
function inverseSeries(n: bigint, bits: number, alternating: boolean): bigint {
  const square = n * n;
  let power = (1n << BigInt(bits)) / n;
  let sum = power;
  for (let divisor = 3n, sign = -1n; power !== 0n; divisor += 2n, sign = -sign) {
    power /= square;
    const term = power / divisor;
    sum += alternating ? sign * term : term;
  }
  return sum;
}

/** Pi (Machin's formula). */
export function piBits(bits: number): bigint {
  const guarded = bits + 32;
  const pi = 4n * (4n * inverseSeries(5n, guarded, true) - inverseSeries(239n, guarded, true));
  return pi >> 32n;
}

/** The natural logarithm of 2. */
export function ln2Bits(): bigint {
  return (2n * inverseSeries(3n, BITS + 32, false)) >> 32n;
}

/** e ** x for a small x. */
export function expSeries(x: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n++) {
    term = multiply(term, x) / n;
    sum += term;
  }
  return sum;
}

/** atan or atanh of a small x. */
export function arcSeries(x: bigint, alternating: boolean): bigint {
  const square = alternating ? -multiply(x, x) : multiply(x, x);
  let power = x;
  let sum = x;
  for (let divisor = 3n; power !== 0n && power !== -1n; divisor += 2n) {
    power = multiply(power, square);
    sum += power / divisor;
  }
  return sum;
}

/** [sin x, cos x] for a small x. */
export function sinCosSeries(x: bigint): [bigint, bigint] {
  let term = ONE;
  const sums: [bigint, bigint] = [0n, 0n];
  for (let n = 0n; term !== 0n && term !== -1n; n++) {
    const sign = n % 4n < 2n ? 1n : -1n;
    sums[n % 2n === 0n ? 1 : 0] += sign * term;
    term = multiply(term, x) / (n + 1n);
  }
  return sums;
}

/** The double nearest to a fixed-point number with `bits` bits behind the point. */
export function toDouble(x: bigint, bits = BITS): number {
  let value = Number(x);
  for (let left = bits; left > 0; left -= 512) value *= 2 ** -Math.min(left, 512);
  return value;
}

/** A double with a short mantissa: the first `kept` bits of x, so that products with small integers are exact. */
export function leadingBits(x: bigint, kept: number): number {
  const size = x.toString(2).length;
  const cut = BigInt(size - kept);
  return toDouble(((x >> cut) + ((x >> (cut - 1n)) & 1n)) << cut);
}

/** What a double leaves of x, which it is near to. */
export function remainderOf(x: bigint, part: number): bigint {
  return x - fromDouble(part);
}

/** A double between 2**-140 and 2**100, or 0, exactly. */
export function fromDouble(value: number): bigint {
  if (value === 0) return 0n;
  // Its last bit is not below 2**-193: in two steps, since 2**BITS times the value need not be a safe integer.
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return BigInt(mantissa) << BigInt(BITS - exponent);
}
