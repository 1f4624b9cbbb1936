/** Collects code points into a text: code units in one array, and the places where lone surrogates would read as a pair. */
import { isHighSurrogate, isLowSurrogate } from '../../util/code-points.ts';
import { Joiner } from '../../util/joiner.ts';
import { worked } from '../../util/work.ts';
import { makeText, splitsOf, type Text, unitsOf } from '../types/str/text.ts';

/** Code units given to String.fromCharCode at once. */
const CHUNK = 8192;

export class PointSink {
  private units: Uint16Array;
  private length: number;
  private splits: number[];
  /** Whether the last unit is a lone high surrogate. */
  private endsInHigh: boolean;

  constructor(capacity = 64) {
    this.units = new Uint16Array(Math.max(16, capacity));
    this.length = 0;
    this.splits = [];
    this.endsInHigh = false;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.units.length) return;
    const larger = new Uint16Array(Math.max(this.length + count, this.units.length * 2));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }

  /** A code point; a surrogate stands alone. */
  push(point: number): void {
    this.reserve(2);
    if (point > 0xffff) {
      this.units[this.length++] = 0xd7c0 + (point >> 10);
      this.units[this.length++] = 0xdc00 | (point & 0x3ff);
      this.endsInHigh = false;
      return;
    }
    if (this.endsInHigh && isLowSurrogate(point)) this.splits.push(this.length);
    this.endsInHigh = isHighSurrogate(point);
    this.units[this.length++] = point;
  }

  append(text: Text): void {
    const units = unitsOf(text);
    if (units === '') return;
    if (this.endsInHigh && isLowSurrogate(units.charCodeAt(0))) this.splits.push(this.length);
    for (const split of splitsOf(text)) this.splits.push(this.length + split);
    this.reserve(units.length);
    for (let index = 0; index < units.length; index++) this.units[this.length++] = units.charCodeAt(index);
    this.endsInHigh = isHighSurrogate(units.charCodeAt(units.length - 1));
  }

  finish(): Text {
    return makeText(textOfUnits(this.units.subarray(0, this.length)), this.splits);
  }
}

/** The JS text of code units, or of bytes read as latin-1. */
export function textOfUnits(units: Uint16Array | Uint8Array): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  const joiner = new Joiner('');
  for (let start = 0; start < units.length; start += CHUNK) {
    joiner.add(String.fromCharCode.apply(null, units.subarray(start, start + CHUNK) as unknown as number[]));
    worked(CHUNK >> 3);
  }
  return joiner.finish();
}
