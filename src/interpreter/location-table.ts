/**
 * The positions of code units as bytes in CPython's form, for `co_linetable`. Kept is a shorter form of another kind
 * (bytecode/position-table.ts).
 *
 * An entry is for up to eight units of one position. Its first byte has the high bit, the kind, and the number of units less one. Further bytes have the
 * high bit clear: numbers of six bits each, the lowest first, with a bit for more; differences have their sign in the lowest bit.
 */
import type { Position } from '../bytecode/code.ts';

/** Kinds up to 9 are on the same line, and have the higher bits of the column. */
const MAX_SHORT_COLUMN = 80;
const MAX_SHORT_WIDTH = 16;
/** On the same line, the next, or the one behind that. */
const ONE_LINE = 10;
const MAX_ONE_LINE_STEP = 2;
const MAX_ONE_LINE_COLUMN = 128;
const NO_COLUMNS = 13;
const LONG = 14;
const NOTHING = 15;

const MAX_UNITS = 8;

export class LocationTable {
  private readonly bytes: number[] = [];
  private line: number;

  constructor(firstLine: number) {
    this.line = firstLine;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  /** The next `count` units stand there. */
  add(count: number, position: Position): void {
    for (let left = count; left > 0; left -= MAX_UNITS) this.addEntry(Math.min(left, MAX_UNITS), position);
  }

  private addEntry(units: number, position: Position): void {
    const { line, endLine, column, endColumn } = position;
    if (line < 0) {
      this.begin(NOTHING, units);
      return;
    }
    const step = line - this.line;
    this.line = line;
    if (column < 0 || endColumn < 0) {
      this.begin(NO_COLUMNS, units);
      this.difference(step);
    } else if (line === endLine && this.addOnLine(units, step, column, endColumn)) return;
    else this.addLong(units, step, position);
  }

  /** Whether there is a shorter form. */
  private addOnLine(units: number, step: number, column: number, endColumn: number): boolean {
    const width = endColumn - column;
    if (step === 0 && column < MAX_SHORT_COLUMN && width >= 0 && width < MAX_SHORT_WIDTH) {
      this.begin(column >> 3, units);
      this.bytes.push(((column & 7) << 4) | width);
      return true;
    }
    if (step < 0 || step > MAX_ONE_LINE_STEP || column >= MAX_ONE_LINE_COLUMN || endColumn >= MAX_ONE_LINE_COLUMN)
      return false;
    this.begin(ONE_LINE + step, units);
    this.bytes.push(column, endColumn);
    return true;
  }

  /** Columns are written one higher: 0 is for those that are not known. */
  private addLong(units: number, step: number, { line, endLine, column, endColumn }: Position): void {
    this.begin(LONG, units);
    this.difference(step);
    this.number(endLine - line);
    this.number(column + 1);
    this.number(endColumn + 1);
  }

  private begin(kind: number, units: number): void {
    this.bytes.push(0x80 | (kind << 3) | (units - 1));
  }

  private number(value: number): void {
    let rest = value;
    for (; rest >= 64; rest >>= 6) this.bytes.push(64 | (rest & 63));
    this.bytes.push(rest);
  }

  private difference(value: number): void {
    this.number(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}
