/** Unpacks the character sets (tools/oracle/east-asia.py describes the packing). Each is unpacked when it is first asked for. */
import { TABLES } from './tables.generated.ts';
import { worked } from '../../util/work.ts';

/** The parts of a line. */
export interface PackedSet {
  readonly bases: readonly string[];
  readonly dropped: string;
  readonly given: string;
  readonly other: string;
  readonly pairs: string;
  readonly firstBytes: string;
}

let lines: ReadonlyMap<string, readonly string[]> | undefined;

function partsOf(name: string): readonly string[] {
  lines ??= new Map(TABLES().map((line) => [line.slice(0, line.indexOf(';')), line.split(';')]));
  return lines.get(name)!;
}

export function packedSet(name: string): PackedSet {
  const [, bases, dropped, given, other, pairs, firstBytes] = partsOf(name);
  return { bases: bases === '' ? [] : bases.split(' '), dropped, given, other, pairs, firstBytes };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Reads numbers of seven bits a byte from base64. */
class NumberReader {
  private readonly text: string;
  private at: number;
  private bits: number;
  private count: number;
  private static readonly values = Uint8Array.from({ length: 128 }, (_, code) =>
    Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
  );

  constructor(text: string) {
    this.text = text;
    this.at = 0;
    this.bits = 0;
    this.count = 0;
  }

  /** Fewer than eight bits are padding. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private byte(): number {
    while (this.count < 8) {
      this.bits = ((this.bits << 6) | NumberReader.values[this.text.charCodeAt(this.at++)]) & 0x3fff;
      this.count += 6;
    }
    this.count -= 8;
    return (this.bits >> this.count) & 0xff;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  difference(): number {
    const value = this.number();
    return (value & 1) === 0 ? value >> 1 : -((value + 1) >> 1);
  }
}

/** Keys and values of a table. */
export function readTable(packed: string, take: (key: number, value: number) => void): void {
  const reader = new NumberReader(packed);
  let key = 0;
  let value = 0;
  while (!reader.isAtEnd) {
    key += reader.number();
    const length = reader.number();
    worked(length);
    for (let left = length; left > 0; left--) {
      value += reader.difference();
      take(key++, value);
    }
  }
}

export function readKeys(packed: string, take: (key: number) => void): void {
  const reader = new NumberReader(packed);
  let key = 0;
  while (!reader.isAtEnd) {
    key += reader.number();
    for (let left = reader.number(); left > 0; left--) take(key++);
  }
}

/** Where the codes of four bytes begin to count on: code points, and the numbers of their codes. */
export interface FourByteRanges {
  readonly points: readonly number[];
  readonly numbers: readonly number[];
}

export function readFourByteRanges(): FourByteRanges {
  const reader = new NumberReader(partsOf('four')[1]);
  const points: number[] = [];
  const numbers: number[] = [];
  for (let point = 0, number = 0; !reader.isAtEnd; ) {
    points.push((point += reader.number()));
    numbers.push((number += reader.difference()));
  }
  return { points, numbers };
}
