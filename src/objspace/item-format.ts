/** Items of native single-character formats (the codes of `struct`): reading and writing them in memory, for memoryview and array. */
import { halfFromBits, halfToBits } from '../util/half-float.ts';
import { swallow } from './exception.ts';
import { EXIT, type Exit, type Value } from './object.ts';
import { isTrue, toFloat, toInt } from './operations.ts';
import { PyBytes } from './types/bytes/bytes.ts';
import { PyFloat } from './types/float-object.ts';

/** What writing an item answers: done, or how the value does not fit; EXIT for errors of the conversion itself. */
export const WRITTEN = 0;
export const WRONG_TYPE = 1;
export const OUT_OF_RANGE = 2;
export type Written = typeof WRITTEN | typeof WRONG_TYPE | typeof OUT_OF_RANGE | Exit;

export interface ItemFormat {
  readonly size: number;
  readonly read: (view: DataView, position: number) => Value;
  readonly write: (view: DataView, position: number, value: Value) => Written;
}

const LITTLE = true;

function normal(big: bigint): Value {
  const number = Number(big);
  return Number.isSafeInteger(number) ? number : big;
}

/** The int that a value stands for; a type error becomes WRONG_TYPE. */
function intFor(value: Value): number | bigint | Exit | undefined {
  const int = toInt(value);
  return int === EXIT && swallow('TypeError') ? undefined : int;
}

type PutInt = (view: DataView, position: number, value: number) => void;

function smallInt(
  size: number,
  min: number,
  max: number,
  read: (view: DataView, position: number) => number,
  put: PutInt,
): ItemFormat {
  const write = (view: DataView, position: number, value: Value): Written => {
    const int = intFor(value);
    if (int === undefined || int === EXIT) return int === undefined ? WRONG_TYPE : EXIT;
    if (typeof int === 'bigint' || (int as number) < min || (int as number) > max) return OUT_OF_RANGE;
    put(view, position, int as number);
    return WRITTEN;
  };
  return { size, read, write };
}

function longInt(min: bigint, max: bigint, read: (view: DataView, position: number) => bigint): ItemFormat {
  const write = (view: DataView, position: number, value: Value): Written => {
    const int = intFor(value);
    if (int === undefined || int === EXIT) return int === undefined ? WRONG_TYPE : EXIT;
    const big = BigInt(int as number | bigint);
    if (big < min || big > max) return OUT_OF_RANGE;
    view.setBigUint64(position, BigInt.asUintN(64, big), LITTLE);
    return WRITTEN;
  };
  return { size: 8, read: (view, position) => normal(read(view, position)), write };
}

type PutFloat = (view: DataView, position: number, value: number) => boolean;

function floating(size: number, read: (view: DataView, position: number) => number, put: PutFloat): ItemFormat {
  const write = (view: DataView, position: number, value: Value): Written => {
    const float = toFloat(value);
    if (float === EXIT) return swallow('TypeError') ? WRONG_TYPE : EXIT;
    return put(view, position, float as number) ? WRITTEN : OUT_OF_RANGE;
  };
  return { size, read: (view, position) => new PyFloat(read(view, position)), write };
}

function writeHalf(view: DataView, position: number, value: number): boolean {
  const bits = halfToBits(value);
  if (bits === undefined) return false;
  view.setUint16(position, bits, LITTLE);
  return true;
}

const always =
  (put: (view: DataView, position: number, value: number) => void): PutFloat =>
  (view, position, value) => {
    put(view, position, value);
    return true;
  };

const BOOL: ItemFormat = {
  size: 1,
  read: (view, position) => view.getUint8(position) !== 0,
  write: (view, position, value) => {
    const truth = isTrue(value);
    if (truth === EXIT) return EXIT;
    view.setUint8(position, truth ? 1 : 0);
    return WRITTEN;
  },
};

const CHARACTER: ItemFormat = {
  size: 1,
  read: (view, position) => new PyBytes(Uint8Array.of(view.getUint8(position))),
  write: (view, position, value) => {
    if (!(value instanceof PyBytes)) return WRONG_TYPE;
    if (value.length !== 1) return OUT_OF_RANGE;
    view.setUint8(position, value.data[0]);
    return WRITTEN;
  },
};

const SIGNED_8 = smallInt(
  1,
  -0x80,
  0x7f,
  (view, at) => view.getInt8(at),
  (view, at, value) => view.setInt8(at, value),
);
const UNSIGNED_8 = smallInt(
  1,
  0,
  0xff,
  (view, at) => view.getUint8(at),
  (view, at, value) => view.setUint8(at, value),
);
const SIGNED_16 = smallInt(
  2,
  -0x8000,
  0x7fff,
  (view, at) => view.getInt16(at, LITTLE),
  (view, at, value) => view.setInt16(at, value, LITTLE),
);
const UNSIGNED_16 = smallInt(
  2,
  0,
  0xffff,
  (view, at) => view.getUint16(at, LITTLE),
  (view, at, value) => view.setUint16(at, value, LITTLE),
);
const SIGNED_32 = smallInt(
  4,
  -0x80000000,
  0x7fffffff,
  (view, at) => view.getInt32(at, LITTLE),
  (view, at, value) => view.setInt32(at, value, LITTLE),
);
const UNSIGNED_32 = smallInt(
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
  ['e', floating(2, (view, at) => halfFromBits(view.getUint16(at, LITTLE)), writeHalf)],
  [
    'f',
    floating(
      4,
      (view, at) => view.getFloat32(at, LITTLE),
      always((view, at, value) => view.setFloat32(at, value, LITTLE)),
    ),
  ],
  [
    'd',
    floating(
      8,
      (view, at) => view.getFloat64(at, LITTLE),
      always((view, at, value) => view.setFloat64(at, value, LITTLE)),
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
