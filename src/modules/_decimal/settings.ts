/**
 * What arithmetic asks of a context: precision, bounds of the exponent, rounding. Operations add their conditions to `status`; whoever
 * runs them takes the status away and turns it into flags and exceptions (context.ts).
 *
 * Bounds reach 10**18, beyond what a JS number holds exactly: they are Python ints (`Int`), numbers in all usual contexts.
 */
import { addInt, subtractInt } from '../../objspace/types/int/arithmetic.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';

export const MAX_PREC: Int = 999999999999999999n;
export const MAX_EMAX: Int = 999999999999999999n;
export const MIN_EMIN: Int = -999999999999999999n;
export const MIN_ETINY: Int = -1999999999999999997n;

export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;
export type Rounding = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Names of the rounding modes, by their numbers. */
export const ROUNDING_NAMES = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;

/** Digits of a safe integer that are certainly exact, and those of the largest. */
const SAFE_DIGITS = 15;
const MOST_SAFE_DIGITS = 16;
const FAR = 2 ** 52;

export class Settings {
  precision: Int;
  emin: Int;
  emax: Int;
  rounding: Rounding;
  clamp: 0 | 1;
  /** Conditions of the operation that runs. */
  status: number;
  /** The least exponent of a subnormal number, and the largest that keeps all digits. */
  etiny: Int;
  etop: Int;
  /** A finite number with a coefficient up to `plainLimit` and an exponent between the other two needs neither rounding nor clamping. */
  plainLimit: number;
  plainLow: number;
  plainHigh: number;

  constructor(precision: Int, emin: Int, emax: Int, rounding: Rounding, clamp: 0 | 1) {
    this.precision = precision;
    this.emin = emin;
    this.emax = emax;
    this.rounding = rounding;
    this.clamp = clamp;
    this.status = 0;
    this.etiny = 0;
    this.etop = 0;
    this.plainLimit = 0;
    this.plainLow = 0;
    this.plainHigh = 0;
    this.update();
  }

  /** After a change of precision or bounds: brings what is derived from them up to date. */
  update(): void {
    const places = subtractInt(this.precision, 1);
    this.etiny = subtractInt(this.emin, places);
    this.etop = subtractInt(this.emax, places);
    this.plainLimit = this.precision > SAFE_DIGITS ? Number.MAX_SAFE_INTEGER : 10 ** Number(this.precision) - 1;
    this.plainLow = Math.max(Number(this.emin), -FAR);
    const highest = this.clamp === 1 ? this.etop : addInt(this.emax, -MOST_SAFE_DIGITS);
    this.plainHigh = Math.min(Number(highest), Number(this.emax) - MOST_SAFE_DIGITS, FAR);
  }

  copy(): Settings {
    return new Settings(this.precision, this.emin, this.emax, this.rounding, this.clamp);
  }

  /** A copy that rounds in another way. */
  withRounding(rounding: Rounding): Settings {
    return new Settings(this.precision, this.emin, this.emax, rounding, this.clamp);
  }

  /** A copy of another precision and without clamping, for intermediate results. */
  forWork(precision: Int, rounding: Rounding): Settings {
    return new Settings(precision, this.emin, this.emax, rounding, 0);
  }
}

/** Settings under which every number that there can be is exact. */
export function widestSettings(precision: Int = MAX_PREC): Settings {
  return new Settings(precision, MIN_EMIN, MAX_EMAX, ROUND_HALF_EVEN, 0);
}
