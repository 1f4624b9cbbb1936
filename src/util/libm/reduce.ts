/** Angles modulo pi/2, to about 100 bits whatever their size. */
import { divide, ONE, piBits, remainderOf, toDouble, BITS, leadingBits } from '../bigint-series.ts';
import { decompose } from '../float-digits.ts';
import { low, twoSum } from './double-double.ts';

/** Up to this the quotient has few enough bits for exact products with the parts of pi/2. */
const MAX_SMALL = 1e6;
const ROUNDER = 6755399441055744;
/** Bits of 2/pi that the largest double needs, and as many again behind the point. */
const QUOTIENT_BITS = 1024 + 53 + 128;

class Reduction {
  /** pi/2 in parts of 31 bits, and the rest. */
  readonly parts: Float64Array;
  readonly inverse: number;
  readonly halfPi: bigint;
  private quotient: bigint | undefined;

  constructor() {
    this.halfPi = piBits(BITS) / 2n;
    this.parts = new Float64Array(4);
    let rest = this.halfPi;
    for (let part = 0; part < 4; part++) {
      this.parts[part] = part < 3 ? leadingBits(rest, 31) : toDouble(rest);
      rest = remainderOf(rest, this.parts[part]);
    }
    this.inverse = toDouble(divide(ONE, this.halfPi));
    this.quotient = undefined;
  }

  /** 2/pi with QUOTIENT_BITS bits behind the point. */
  get twoOverPi(): bigint {
    this.quotient ??= (1n << BigInt(2 * QUOTIENT_BITS + 1)) / piBits(QUOTIENT_BITS);
    return this.quotient;
  }
}

let reduction: Reduction | undefined;

/** Quadrant of the last reduced angle: 0 to 3. */
export const quadrant = new Int32Array(1);

/** x - n * pi/2 as a double-double within pi/4 or a little more; n modulo 4 in `quadrant[0]`. */
export function reduceAngle(x: number): number {
  if (x <= 0.7853981633974483 && x >= -0.7853981633974483) {
    quadrant[0] = 0;
    low[0] = 0;
    return x;
  }
  reduction ??= new Reduction();
  return x < MAX_SMALL && x > -MAX_SMALL ? reduceSmall(reduction, x) : reduceLarge(reduction, x);
}

function reduceSmall(from: Reduction, x: number): number {
  const { parts } = from;
  const n = x * from.inverse + ROUNDER - ROUNDER;
  quadrant[0] = n & 3;
  // The first difference is exact, the others are kept with their errors.
  let high = twoSum(x - n * parts[0], -n * parts[1]);
  let small = low[0];
  high = twoSum(high, -n * parts[2]);
  small += low[0] - n * parts[3];
  const sum = high + small;
  low[0] = high - sum + small;
  return sum;
}

/** Payne and Hanek: the product with as many bits of 2/pi as count, in integers. */
function reduceLarge(from: Reduction, x: number): number {
  const { mantissa, exponent } = decompose(Math.abs(x));
  // 128 bits and more of the fraction, and two of the integer, are all that is looked at.
  const scaled = (BigInt(mantissa) * from.twoOverPi) << BigInt(exponent);
  const bits = BigInt(QUOTIENT_BITS);
  const fraction = BigInt.asIntN(QUOTIENT_BITS, scaled);
  const n = Number(BigInt.asUintN(2, (scaled - fraction) >> bits));
  const angle = ((fraction >> (bits - BigInt(BITS))) * from.halfPi) >> BigInt(BITS);
  const high = toDouble(angle);
  const rest = toDouble(remainderOf(angle, high));
  quadrant[0] = x < 0 ? (4 - n) & 3 : n;
  low[0] = x < 0 ? -rest : rest;
  return x < 0 ? -high : high;
}
