/**
 * How `sum` adds: ints exactly, floats and complex numbers compensated (Neumaier), as in CPython since 3.12:
 * https://doi.org/10.1002/zamm.19740540106. Ints that come in between are added to a float sum exactly as floats.
 */
import { ADD, binary } from './arithmetic.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { PyComplex } from './types/complex-object.ts';
import { PyFloat } from './types/float.ts';

class FloatSum {
  high: number;
  low: number;

  constructor(high: number, low: number) {
    this.high = high;
    this.low = low;
  }

  add(x: number): void {
    const sum = this.high + x;
    if (Math.abs(this.high) >= Math.abs(x)) this.low += this.high - sum + x;
    else this.low += x - sum + this.high;
    this.high = sum;
  }

  get total(): number {
    return compensated(this.high, this.low);
  }
}

/** A sum with what it has lost. */
export function compensated(high: number, low: number): number {
  return low !== 0 && Number.isFinite(low) ? high + low : high;
}

/** A sum that takes what it can add without loss; anything else ends it. */
interface Compensated {
  take(item: Value): boolean;
  readonly value: Value;
}

class CompensatedFloat implements Compensated {
  private readonly sum: FloatSum;

  constructor(high: number, low: number) {
    this.sum = new FloatSum(high, low);
  }

  take(item: Value): boolean {
    const real = realOf(item);
    if (real !== undefined) this.sum.add(real);
    return real !== undefined;
  }

  get value(): Value {
    return new PyFloat(this.sum.total) as Value;
  }
}

class CompensatedComplex implements Compensated {
  private readonly real: FloatSum;
  private readonly imag: FloatSum;

  constructor(start: PyComplex) {
    this.real = new FloatSum(start.real, 0);
    this.imag = new FloatSum(start.imag, 0);
  }

  take(item: Value): boolean {
    const isComplex = item instanceof PyComplex && isExact(item);
    const real = isComplex ? item.real : realOf(item);
    if (real === undefined) return false;
    this.real.add(real);
    if (isComplex) this.imag.add(item.imag);
    return true;
  }

  get value(): Value {
    return new PyComplex(this.real.total, this.imag.total) as Value;
  }
}

function isExact(value: PyFloat | PyComplex): boolean {
  return !(value as Value & object).shape.type.isHeapType;
}

/** A float or a small int, of these very types. */
function realOf(item: Value): number | undefined {
  if (typeof item === 'number') return item;
  return item instanceof PyFloat && isExact(item) ? item.value : undefined;
}

function compensatedFrom(total: Value): Compensated | null {
  if (total instanceof PyFloat && isExact(total)) return new CompensatedFloat(total.value, 0);
  return total instanceof PyComplex && isExact(total) ? new CompensatedComplex(total) : null;
}

function isFarFromOverflow(total: bigint): boolean {
  return Math.abs(Number(total)) < 1e300;
}

export class Summation {
  private total: Value;
  /** Of a total that is a bigint: small ints that are still to be added to it. */
  private pending: number;
  private compensated: Compensated | null;

  constructor(start: Value) {
    this.total = start;
    this.pending = 0;
    this.compensated = compensatedFrom(start);
  }

  /** A sum of floats that has lost `low` so far. */
  static ofFloats(high: number, low: number): Summation {
    const summation = new Summation(0);
    summation.compensated = new CompensatedFloat(high, low);
    return summation;
  }

  take(item: Value): true | Exit {
    if (this.compensated !== null) {
      if (this.compensated.take(item)) return true;
      this.total = this.compensated.value;
      this.compensated = null;
    }
    if (typeof item === 'number') {
      const { total, pending } = this;
      if (typeof total === 'number' && Number.isSafeInteger(total + item)) {
        this.total = total + item;
        return true;
      }
      if (typeof total === 'bigint' && Number.isSafeInteger(pending + item)) {
        this.pending = pending + item;
        return true;
      }
    }
    this.settle();
    const result = binary(this.total, item, ADD);
    if (result === EXIT) return EXIT;
    this.total = result as Value;
    this.compensated = compensatedFrom(result as Value);
    return true;
  }

  private settle(): void {
    if (this.pending === 0) return;
    this.total = binary(this.total, this.pending, ADD) as Value;
    this.pending = 0;
  }

  /** Whether adding small ints and floats runs no Python code, and cannot fail, as it does with ints that no float is large enough for. */
  get isNumber(): boolean {
    const { compensated, total } = this;
    return compensated !== null || typeof total === 'number' || (typeof total === 'bigint' && isFarFromOverflow(total));
  }

  get value(): Value {
    this.settle();
    return this.compensated === null ? this.total : this.compensated.value;
  }
}
