/** Item access, membership, comparison and repetition as bytes and bytearray have them in common. */
import { bytesOf, type PyBytesLike, tryBytesOf } from '../../buffer.ts';
import { raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { toInt, toSize, typeName } from '../../operations.ts';
import type { CompareOperator } from '../../slots.ts';
import { typeOf } from '../../type.ts';
import { NotImplemented } from '../not-implemented.ts';
import { adjustBounds, type Bounds, PySlice, sliceBounds } from '../slice.ts';
import { warnOfComparison } from './bytes-warning.ts';
import { type Kind, MAX_SIZE } from './allocate.ts';
import { hasIndex } from './byte-values.ts';
import { compareBytes, equalBytes, findBytes } from './search.ts';
import { repeatBytes } from './split.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** What indexOfKey gives for a slice. */
export const NOT_AN_INDEX = Symbol('slice');

/** An index as a number, NOT_AN_INDEX for a slice, TypeError for anything else. */
export function indexOfKey(key: Value, name: string): number | Exit | typeof NOT_AN_INDEX {
  if (key instanceof PySlice) return NOT_AN_INDEX;
  if (!hasIndex(key)) return raiseTypeError(`${name} indices must be integers or slices, not ${typeName(key)}`);
  return toSize(key, 'IndexError');
}

/** The bytes that a slice picks; the array itself where it picks all. */
export function sliceOfBytes(data: Uint8Array, key: Value): Uint8Array | Exit {
  const bounds = sliceBounds(key as PySlice);
  return bounds === EXIT ? EXIT : pick(data, bounds as Bounds);
}

export function pick(data: Uint8Array, bounds: Bounds): Uint8Array {
  const { start, step, length } = adjustBounds(bounds, data.length);
  if (length >= STRIDE) worked(length >> 4);
  if (step === 1) return length === data.length ? data : data.slice(start, start + length);
  const result = newBytes(length);
  for (let index = 0, position = start; index < length; index++, position += step) {
    if ((index & 0x3fff) === 0x3fff) worked(0x1000);
    result[index] = data[position];
  }
  return result;
}

/** `item in data`: a byte value or a run of bytes. */
export function containsByte(data: Uint8Array, item: Value): boolean | Exit {
  if (data.length >= STRIDE) worked(data.length >> 4);
  if (hasIndex(item)) {
    const byte = toInt(item);
    if (byte === EXIT) return EXIT;
    const value = Number(byte);
    return value >= 0 && value < 256 ? data.includes(value) : raiseValueError('byte must be in range(0, 256)');
  }
  const part = bytesOf(item);
  return part === EXIT ? EXIT : findBytes(data, (part as PyBytesLike).data, 0, data.length) >= 0;
}

/** Comparison with another bytes-like object by value. */
export function comparesAs(self: Value, data: Uint8Array, other: Value, operator: CompareOperator): Result {
  if (self === other) return operator === 1 || operator === 2 || operator === 5;
  if ((operator === 2 || operator === 3) && warnOfComparison(self, other) === EXIT) return EXIT;
  // A memoryview compares with bytes by its own rules, and has no order.
  if (other === null || typeof other !== 'object' || typeOf(other).name === 'memoryview') return NotImplemented;
  const buffer = tryBytesOf(other);
  if (buffer === EXIT || buffer === undefined) return buffer === undefined ? NotImplemented : EXIT;
  const right = (buffer as PyBytesLike).data;
  if (right.length >= STRIDE) worked(right.length >> 4);
  if (operator === 2) return equalBytes(data, right);
  if (operator === 3) return !equalBytes(data, right);
  const order = compareBytes(data, right);
  switch (operator) {
    case 0:
      return order < 0;
    case 1:
      return order <= 0;
    case 4:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** The largest C size: what is longer cannot even be asked for. */
const MAX_SSIZE = 2 ** 63;

/** `data * count`; the array itself where nothing changes. */
export function repeated(data: Uint8Array, count: Value, kind: Kind = 'bytearray'): Uint8Array | Exit {
  const size = toSize(count);
  if (size === EXIT) return EXIT;
  const times = Math.max(0, Number(size));
  if (times === 1) return data;
  const length = data.length * times;
  if (length <= MAX_SIZE) return repeatBytes(data, times);
  // A count beyond the safe integers has been clamped: several bytes of such are more than any size.
  const isTooLong = times === Number.MAX_SAFE_INTEGER ? data.length > 1 : length >= MAX_SSIZE;
  return isTooLong && kind === 'bytes' ? raise('OverflowError', 'repeated bytes are too long') : raise('MemoryError');
}
