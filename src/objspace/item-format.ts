/**
 * Items of native single-character formats (the codes of `struct`): reading and writing them in memory, for memoryview and array.
 *
 * A value is written in two steps: `take` makes of it what is stored, for which Python code may run, and `put` stores that. So memory
 * that goes away meanwhile is not touched.
 */
import { halfFromBits, halfToBits } from '../util/half-float.ts';
import { swallow } from './exception.ts';
import type { Shape } from './shape.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { isTrue, toFloat, toInt } from './operations.ts';
import { PyBytes } from './types/bytes/bytes.ts';
import { PyFloat } from './types/float-object.ts';

/** How a value does not fit. */
export type Misfit = 'wrong type' | 'out of range';
const WRONG_TYPE: Misfit = 'wrong type';
const OUT_OF_RANGE: Misfit = 'out of range';

/** What is stored; EXIT for errors of the conversion itself. */
export type Taken = number | bigint | Misfit | Exit;

/** An array of JavaScript over items in memory. */
export type MachineItems =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

type MachineItemsClass = new (buffer: ArrayBufferLike, start: number, length: number) => MachineItems;

export interface ItemFormat {
  readonly size: number;
  /** Bounds of the ints that such arrays hold as they are, which is what compiled code tests; NaN for floats. */
  readonly low: number;
  readonly high: number;
  /** Null where items are not numbers as they are in memory. */
  readonly itemsClass: MachineItemsClass | null;
  readonly read: (view: DataView, position: number) => Value;
  readonly take: (value: Value) => Taken;
  readonly put: (view: DataView, position: number, taken: number | bigint) => void;
}

/** What arrays and memoryviews have. */
export interface HasMachineItems {
  readonly format: ItemFormat | undefined;
  readonly items: MachineItems | null;
}

const OWNERS: ReadonlySet<string> = new Set(['array', 'memoryview']);

/** Whether objects of the shape are arrays or memoryviews. */
export function hasMachineItems({ type }: Shape): boolean {
  return !type.isHeapType && OWNERS.has(type.name);
}

const LITTLE = true;

/** Arrays of JavaScript have the byte order of the machine. */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The items of a run of memory as an array; null where JavaScript has none for them, or where they are not aligned. */
export function machineItems(
  format: ItemFormat,
  memory: Uint8Array,
  offset: number,
  count: number,
): MachineItems | null {
  const start = memory.byteOffset + offset;
  if (format.itemsClass === null || !IS_LITTLE || start % format.size !== 0) return null;
  return new format.itemsClass(memory.buffer, start, count);
}

function normal(big: bigint): Value {
  const number = Number(big);
  return Number.isSafeInteger(number) ? number : big;
}

/** The int that a value stands for; a type error becomes WRONG_TYPE. */
function intFor(value: Value): number | bigint | Exit | undefined {
  const int = toInt(value);
  return int === EXIT && swallow('TypeError') ? undefined : int;
}

type PutNumber = (view: DataView, position: number, value: number) => void;

function smallInt(
  itemsClass: MachineItemsClass,
  size: number,
  low: number,
  high: number,
  read: (view: DataView, position: number) => number,
  put: PutNumber,
): ItemFormat {
  const take = (value: Value): Taken => {
    const int = intFor(value);
    if (int === undefined || int === EXIT) return int === undefined ? WRONG_TYPE : EXIT;
    return typeof int === 'bigint' || (int as number) < low || (int as number) > high ? OUT_OF_RANGE : (int as number);
  };
  return { size, low, high, itemsClass, read, take, put: put as ItemFormat['put'] };
}

function longInt(min: bigint, max: bigint, read: (view: DataView, position: number) => bigint): ItemFormat {
  const take = (value: Value): Taken => {
    const int = intFor(value);
    if (int === undefined || int === EXIT) return int === undefined ? WRONG_TYPE : EXIT;
    const number = int as number | bigint;
    return number < min || number > max ? OUT_OF_RANGE : number;
  };
  return {
    size: 8,
    low: Number.NaN,
    high: Number.NaN,
    itemsClass: null,
    read: (view, position) => normal(read(view, position)),
    take,
    put: (view, position, int) => view.setBigUint64(position, BigInt.asUintN(64, BigInt(int)), LITTLE),
  };
}

function takeFloat(value: Value): Taken {
  const float = toFloat(value);
  if (float !== EXIT) return float as number;
  return swallow('TypeError') ? WRONG_TYPE : EXIT;
}

function floating(
  itemsClass: MachineItemsClass,
  size: number,
  read: (view: DataView, position: number) => number,
  put: PutNumber,
): ItemFormat {
  return {
    size,
    low: Number.NaN,
    high: Number.NaN,
    itemsClass,
    read: (view, position) => new PyFloat(read(view, position)),
    take: takeFloat,
    put: put as ItemFormat['put'],
  };
}

/** Items whose numbers in memory are not the values. */
function coded(
  size: number,
  read: ItemFormat['read'],
  take: ItemFormat['take'],
  put: PutNumber = (view, at, byte) => view.setUint8(at, byte),
): ItemFormat {
  return { size, low: Number.NaN, high: Number.NaN, itemsClass: null, read, take, put: put as ItemFormat['put'] };
}

const HALF = coded(
  2,
  (view, at) => new PyFloat(halfFromBits(view.getUint16(at, LITTLE))),
  (value) => {
    const float = takeFloat(value);
    return typeof float === 'number' ? (halfToBits(float) ?? OUT_OF_RANGE) : float;
  },
  (view, at, bits) => view.setUint16(at, bits, LITTLE),
);

const BOOL = coded(
  1,
  (view, at) => view.getUint8(at) !== 0,
  (value) => {
    const truth = isTrue(value);
    return truth === EXIT ? EXIT : Number(truth);
  },
);

const CHARACTER = coded(
  1,
  (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
  (value) => {
    if (!(value instanceof PyBytes)) return WRONG_TYPE;
    return value.length === 1 ? value.data[0] : OUT_OF_RANGE;
  },
);

const SIGNED_8 = smallInt(
  Int8Array,
  1,
  -0x80,
  0x7f,
  (view, at) => view.getInt8(at),
  (view, at, value) => view.setInt8(at, value),
);
const UNSIGNED_8 = smallInt(
  Uint8Array,
  1,
  0,
  0xff,
  (view, at) => view.getUint8(at),
  (view, at, value) => view.setUint8(at, value),
);
const SIGNED_16 = smallInt(
  Int16Array,
  2,
  -0x8000,
  0x7fff,
  (view, at) => view.getInt16(at, LITTLE),
  (view, at, value) => view.setInt16(at, value, LITTLE),
);
const UNSIGNED_16 = smallInt(
  Uint16Array,
  2,
  0,
  0xffff,
  (view, at) => view.getUint16(at, LITTLE),
  (view, at, value) => view.setUint16(at, value, LITTLE),
);
const SIGNED_32 = smallInt(
  Int32Array,
  4,
  -0x80000000,
  0x7fffffff,
  (view, at) => view.getInt32(at, LITTLE),
  (view, at, value) => view.setInt32(at, value, LITTLE),
);
const UNSIGNED_32 = smallInt(
  Uint32Array,
  4,
  0,
  0xffffffff,
  (view, at) => view.getUint32(at, LITTLE),
  (view, at, value) => view.setUint32(at, value, LITTLE),
);
const SIGNED_64 = longInt(-(1n << 63n), (1n << 63n) - 1n, (view, at) => view.getBigInt64(at, LITTLE));
const UNSIGNED_64 = longInt(0n, (1n << 64n) - 1n, (view, at) => view.getBigUint64(at, LITTLE));
const POINTER = longInt(-(1n << 63n), (1n << 64n) - 1n, (view, at) => view.getBigUint64(at, LITTLE));

/** Formats of a 64-bit little-endian Unix, which is what Typhon tells programs it is. */
export const ITEM_FORMATS: ReadonlyMap<string, ItemFormat> = new Map([
  ['c', CHARACTER],
  ['?', BOOL],
  ['b', SIGNED_8],
  ['B', UNSIGNED_8],
  ['h', SIGNED_16],
  ['H', UNSIGNED_16],
  ['i', SIGNED_32],
  ['I', UNSIGNED_32],
  ['l', SIGNED_64],
  ['L', UNSIGNED_64],
  ['q', SIGNED_64],
  ['Q', UNSIGNED_64],
  ['n', SIGNED_64],
  ['N', UNSIGNED_64],
  ['P', POINTER],
  ['e', HALF],
  [
    'f',
    floating(
      Float32Array,
      4,
      (view, at) => view.getFloat32(at, LITTLE),
      (view, at, value) => view.setFloat32(at, value, LITTLE),
    ),
  ],
  [
    'd',
    floating(
      Float64Array,
      8,
      (view, at) => view.getFloat64(at, LITTLE),
      (view, at, value) => view.setFloat64(at, value, LITTLE),
    ),
  ],
]);

/** The format that a buffer's format string names, with or without `@`; `undefined` if it is none of these. */
export function itemFormat(text: string): ItemFormat | undefined {
  return ITEM_FORMATS.get(text.length === 2 && text[0] === '@' ? text[1] : text);
}

export function viewOf(memory: Uint8Array): DataView {
  return new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
}
