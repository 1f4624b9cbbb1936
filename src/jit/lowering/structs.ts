/**
 * `struct.pack` of one number and `struct.unpack` of some, where the format is a constant that says the order of the bytes: they are put
 * and read where they lie, and the tuple of `unpack` need not be made.
 */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { newTuple } from '../virtuals.ts';

interface Field {
  readonly size: number;
  /** Of ints; null for doubles. */
  readonly low: number | null;
  readonly high: number;
}

const BYTE = 2 ** 8;
const SHORT = 2 ** 16;
const WORD = 2 ** 32;
const signed = (size: number, count: number): Field => ({ size, low: -count / 2, high: count / 2 - 1 });
const unsigned = (size: number, count: number): Field => ({ size, low: 0, high: count - 1 });

const FIELDS: Record<string, Field> = {
  b: signed(1, BYTE),
  B: unsigned(1, BYTE),
  h: signed(2, SHORT),
  H: unsigned(2, SHORT),
  i: signed(4, WORD),
  I: unsigned(4, WORD),
  l: signed(4, WORD),
  L: unsigned(4, WORD),
  d: { size: 8, low: null, high: 0 },
};

interface Format {
  readonly isLittle: boolean;
  readonly fields: readonly Field[];
  readonly size: number;
}

/** More are read by the module. */
const MAX_FIELDS = 8;

/** Null for formats of other kinds. */
function formatOf({ isConstant, constant }: Node): Format | null {
  if (!isConstant || typeof constant !== 'string' || constant.length - 1 > MAX_FIELDS) return null;
  const match = /^([<>!])([bBhHiIlLd]+)$/.exec(constant);
  if (match === null) return null;
  const fields = Array.from(match[2], (code) => FIELDS[code]);
  return { isLittle: match[1] === '<', fields, size: fields.reduce((sum, { size }) => sum + size, 0) };
}

export function pack(b: Builder, args: readonly Node[]): Node | null {
  const format = args.length === 2 ? formatOf(args[0]) : null;
  if (format === null || format.fields.length !== 1) return null;
  const value = args[1];
  const [{ low, high, size }] = format.fields;
  if (low === null) {
    if (value.kinds !== kinds.FLOAT) return null;
    return b.write('pack', `packDouble($0, ${format.isLittle})`, [b.raw(value)], kinds.BYTES);
  }
  if (!isWithin(value.kinds, kinds.INT)) return null;
  if (value.low < low || value.high > high) b.guard(`$0 >= ${low} && $0 <= ${high}`, [value], 'an int that fits');
  return b.write('pack', `packWord($0, ${size}, ${format.isLittle})`, [value], kinds.BYTES);
}

export function unpack(b: Builder, args: readonly Node[]): Node | null {
  const format = args.length === 2 ? formatOf(args[0]) : null;
  if (format === null || args[1].kinds !== kinds.BYTES) return null;
  const [, bytes] = args;
  b.guard(`$0.length === ${format.size}`, [bytes], 'size of a struct');
  let at = 0;
  const items = format.fields.map((field) => {
    const item = itemAt(b, bytes, field, at, format.isLittle);
    at += field.size;
    return item;
  });
  return newTuple(b, items);
}

function itemAt(b: Builder, bytes: Node, field: Field, at: number, isLittle: boolean): Node {
  const { low, high, size } = field;
  if (low === null) return b.double('unpack', `readDouble($0, ${at}, ${isLittle})`, [bytes]);
  const parts = Array.from({ length: size }, (_part, index) => {
    const shift = 8 * (isLittle ? index : size - 1 - index);
    return `$0.store[$0.offset + ${at + index}]${shift === 0 ? '' : ` << ${shift}`}`;
  });
  const together = parts.join(' | ');
  if (low === 0) return b.int('unpack', size === 4 ? `(${together}) >>> 0` : together, [bytes], low, high);
  const unused = 32 - 8 * size;
  return b.int('unpack', unused === 0 ? together : `(${together}) << ${unused} >> ${unused}`, [bytes], low, high);
}
