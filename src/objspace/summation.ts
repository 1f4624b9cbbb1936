/**
 * How `sum` adds: ints exactly, floats and complex numbers compensated (Neumaier), as in CPython since 3.12:
 * https://doi.org/10.1002/zamm.19740540106. Ints that come in between are added to a float sum as floats. Once something else has been added,
 * or an int of more than 64 bits while the sum was an int, all that follows is added by plain additions.
 */
import { ADD, binary } from './arithmetic.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { PyComplex } from './types/complex-object.ts';
import { isFloat, PyFloat } from './types/float-object.ts';
import { floatFromInt } from './types/float-conversion.ts';
import { intOperand } from './types/int/int-object.ts';
import { STRIDE, worked } from '../util/work.ts';

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

/** A sum that takes what it can add without loss; anything else ends it. EXIT: an int that is too large. */
interface Compensated {
  take(item: Value): boolean | Exit;
  readonly value: Value;
}

class CompensatedFloat implements Compensated {
  private readonly sum: FloatSum;

  constructor(high: number, low: number) {
    this.sum = new FloatSum(high, low);
  }

  take(item: Value): boolean | Exit {
    const real = item instanceof PyFloat ? (isExact(item) ? item.value : undefined) : realOfInt(item);
    if (real === undefined) return false;
    if (real === EXIT) return EXIT;
    this.sum.add(real as number);
    return true;
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

  take(item: Value): boolean | Exit {
    const isComplex = item instanceof PyComplex && isExact(item);
    const real = isComplex ? item.real : isFloat(item) ? item.value : realOfInt(item);
    if (real === undefined) return false;
    if (real === EXIT) return EXIT;
    this.real.add(real as number);
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

function realOfInt(item: Value): number | Exit | undefined {
  if (typeof item === 'number') return item;
  const int = intOperand(item);
  return int === undefined ? undefined : floatFromInt(int);
}

function compensatedFrom(total: Value): Compensated | null {
  if (total instanceof PyFloat && isExact(total)) return new CompensatedFloat(total.value, 0);
  return total instanceof PyComplex && isExact(total) ? new CompensatedComplex(total) : null;
}

/** An int of 64 bits. */
function isSmall(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'bigint' && BigInt.asIntN(64, value) === value);
}

function isFarFromOverflow(total: bigint): boolean {
  return Math.abs(Number(total)) < 1e300;
}

/** The sum of doubles that lie side by side, begun with an int of the safe range. */
export function sumOfDoubles(items: readonly number[], start: number): number {
  const sum = new FloatSum(start + items[0], 0);
  for (let index = 1; index < items.length; index++) {
    sum.add(items[index]);
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 1);
  }
  return sum.total;
}

export class Summation {
  private total: Value;
  /** Of a total that is a bigint: small ints that are still to be added to it. */
  private pending: number;
  private compensated: Compensated | null;
  /** Whether the start and all items so far were ints of 64 bits, and the total is. */
  private isOfInts: boolean;
  /** Whether adding what is pending later cannot hide that the total leaves the 64 bits. */
  private canWait: boolean;

  constructor(start: Value) {
    this.total = start;
    this.pending = 0;
    this.isOfInts = isSmall(start);
    this.canWait = false;
    this.compensated = compensatedFrom(start);
  }

  /** A sum of floats that has lost `low` so far. */
  static ofFloats(high: number, low: number): Summation {
    const summation = new Summation(0);
    summation.isOfInts = false;
    summation.compensated = new CompensatedFloat(high, low);
    return summation;
  }

  take(item: Value): true | Exit {
    const { compensated } = this;
    if (compensated !== null) {
      const isTaken = compensated.take(item);
      if (isTaken !== false) return isTaken;
      this.total = compensated.value;
    } else if (typeof item === 'number' && this.takeNumber(item)) return true;
    return this.add(item, compensated instanceof CompensatedFloat);
  }

  private takeNumber(item: number): boolean {
    const { total, pending } = this;
    if (typeof total === 'number') {
      if (!Number.isSafeInteger(total + item)) return false;
      this.total = total + item;
      return true;
    }
    if (typeof total !== 'bigint' || !this.canWait || !Number.isSafeInteger(pending + item)) return false;
    this.pending = pending + item;
    return true;
  }

  /** By the operator. */
  private add(item: Value, wasFloat: boolean): true | Exit {
    this.settle();
    const result = binary(this.total, item, ADD);
    if (result === EXIT) return EXIT;
    this.total = result as Value;
    const wasOfInts = this.isOfInts;
    this.isOfInts = wasOfInts && (isSmall(item) || typeof item === 'boolean') && isSmall(result as Value);
    this.canWait = !this.isOfInts || Math.abs(Number(result as number | bigint)) < 2 ** 62;
    const isComplex = result instanceof PyComplex;
    this.compensated = wasOfInts || (wasFloat && isComplex) ? compensatedFrom(result as Value) : null;
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
