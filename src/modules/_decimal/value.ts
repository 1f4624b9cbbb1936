/**
 * Decimal numbers as data: sign, coefficient and exponent, or an infinity, or a NaN whose coefficient is its diagnostic number.
 *
 * Coefficient and exponent are Python ints: JS numbers as long as they are safe, so that arithmetic on small values stays in doubles.
 * Coefficients are never negative; the coefficient of an infinity is 0.
 */
import { addInt, moduloBig } from '../../objspace/types/int/arithmetic.ts';
import { declareObjectClass } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import type { Int } from '../../objspace/types/int/int-object.ts';
import { INVALID_OPERATION } from './conditions.ts';
import { countDigits, powerOfTen } from './powers-of-ten.ts';
import type { Settings } from './settings.ts';

export const FINITE = 0;
export const INFINITE = 1;
export const QUIET = 2;
export const SIGNALING = 3;
export type Kind = 0 | 1 | 2 | 3;

export class PyDecimal {
  declare readonly shape: Shape;
  readonly kind: Kind;
  readonly isNegative: boolean;
  readonly coefficient: Int;
  readonly exponent: Int;
  /** Digits of the coefficient; 0 until they are counted. */
  private digitCount: number;

  constructor(kind: Kind, isNegative: boolean, coefficient: Int, exponent: Int) {
    this.kind = kind;
    this.isNegative = isNegative;
    this.coefficient = coefficient;
    this.exponent = exponent;
    this.digitCount = 0;
  }

  get digits(): number {
    if (this.digitCount === 0) this.digitCount = countDigits(this.coefficient);
    return this.digitCount;
  }

  /** The exponent of the first digit. */
  get adjusted(): Int {
    return addInt(this.exponent, this.digits - 1);
  }

  get isFinite(): boolean {
    return this.kind === FINITE;
  }

  get isNaN(): boolean {
    return this.kind >= QUIET;
  }

  get isZero(): boolean {
    return this.kind === FINITE && this.coefficient === 0;
  }

  withSign(isNegative: boolean): PyDecimal {
    return new PyDecimal(this.kind, isNegative, this.coefficient, this.exponent);
  }
}
declareObjectClass(PyDecimal);

export function finite(isNegative: boolean, coefficient: Int, exponent: Int): PyDecimal {
  return new PyDecimal(FINITE, isNegative, coefficient, exponent);
}

export function infinity(isNegative: boolean): PyDecimal {
  return new PyDecimal(INFINITE, isNegative, 0, 0);
}

export function fromInt(value: Int): PyDecimal {
  return value < 0
    ? new PyDecimal(FINITE, true, typeof value === 'number' ? -value : -value, 0)
    : new PyDecimal(FINITE, false, value, 0);
}

/** The NaN that stands for a result that there is not. */
export function invalid(settings: Settings, condition: number = INVALID_OPERATION): PyDecimal {
  settings.status |= condition;
  return new PyDecimal(QUIET, false, 0, 0);
}

/** A NaN that is the result of an operation: quiet, with as many digits as the precision leaves to it. */
export function quieted(value: PyDecimal, settings: Settings): PyDecimal {
  const room = settings.precision > value.digits ? value.digits : Number(settings.precision) - settings.clamp;
  const cut =
    value.digits > room ? (room === 0 ? 0 : moduloBig(BigInt(value.coefficient), powerOfTen(room))) : value.coefficient;
  const payload = typeof cut === 'bigint' && cut <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(cut) : cut;
  return new PyDecimal(QUIET, value.isNegative, payload, 0);
}

/** The operand that is NaN as the result, a signaling one first; `undefined` if there is none. */
export function nanOf(a: PyDecimal, b: PyDecimal, settings: Settings): PyDecimal | undefined {
  if (a.kind < QUIET && b.kind < QUIET) return undefined;
  if (a.kind === SIGNALING || b.kind === SIGNALING) {
    settings.status |= INVALID_OPERATION;
    return quieted(a.kind === SIGNALING ? a : b, settings);
  }
  return quieted(a.kind === QUIET ? a : b, settings);
}

/** Likewise of one operand. */
export function nanOfOne(a: PyDecimal, settings: Settings): PyDecimal | undefined {
  if (a.kind < QUIET) return undefined;
  if (a.kind === SIGNALING) settings.status |= INVALID_OPERATION;
  return quieted(a, settings);
}

/** Likewise of three: a signaling one first, then from left to right. */
export function nanOfThree(a: PyDecimal, b: PyDecimal, c: PyDecimal, settings: Settings): PyDecimal | undefined {
  const operands = [a, b, c];
  const signaling = operands.find((operand) => operand.kind === SIGNALING);
  if (signaling !== undefined) settings.status |= INVALID_OPERATION;
  const chosen = signaling ?? operands.find((operand) => operand.kind === QUIET);
  return chosen === undefined ? undefined : quieted(chosen, settings);
}
