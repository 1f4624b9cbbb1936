/** Assignment to and deletion of items and slices of a bytearray. */
import { hasPlainData, tryCopyBytesOf } from '../../buffer.ts';
import { raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Value } from '../../object.ts';
import { typeName } from '../../operations.ts';
import { typeOf } from '../../type.ts';
import { PyComplex } from '../complex-object.ts';
import { adjustBounds, type Bounds, type Indices, type PySlice, sliceBounds } from '../slice.ts';
import { byteValue, bytesFromIterable, hasIndex } from './byte-values.ts';
import type { PyByteArray } from './bytearray.ts';
import { PyBytes } from './bytes.ts';
import { indexOfKey, NOT_AN_INDEX } from './sequence.ts';
import { isText } from '../str/text.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

function positionOf(self: PyByteArray, index: number): number | Exit {
  const position = index < 0 ? index + self.length : index;
  if (position < 0 || position >= self.length) return raise('IndexError', 'bytearray index out of range');
  return position;
}

/** `self[key] = value`. */
export function setItems(self: PyByteArray, key: Value, value: Value): true | Exit {
  const index = indexOfKey(key, 'bytearray');
  if (index === EXIT) return EXIT;
  if (index === NOT_AN_INDEX) return setSlice(self, key as PySlice, value);
  // Converting the value may run Python code: the position is checked after it.
  const byte = byteValue(value);
  if (byte === EXIT) return EXIT;
  const position = positionOf(self, index as number);
  if (position === EXIT) return EXIT;
  self.put(position as number, byte as number);
  return true;
}

function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return slots.float !== undefined || slots.int !== undefined || value instanceof PyComplex;
}

/** The bytes to be assigned to a slice: a copy of those that may change with it. */
function replacement(value: Value): Uint8Array | Exit {
  const wrong = (): Exit => raiseTypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  if (hasIndex(value) || isText(value) || isNumber(value)) return wrong();
  if (value instanceof PyBytes && hasPlainData(value)) return value.data;
  const copy = tryCopyBytesOf(value);
  if (copy !== undefined) return copy;
  return (
    bytesFromIterable(value, 'bytearray') ?? raiseTypeError(`cannot convert '${typeName(value)}' object to bytearray`)
  );
}

function setSlice(self: PyByteArray, key: PySlice, value: Value): true | Exit {
  const bounds = sliceBounds(key);
  if (bounds === EXIT) return EXIT;
  const bytes = replacement(value);
  if (bytes === EXIT) return EXIT;
  const indices = adjustBounds(bounds as Bounds, self.length);
  return assign(self, indices, bytes as Uint8Array);
}

function assign(self: PyByteArray, { start, stop, step, length }: Indices, bytes: Uint8Array): true | Exit {
  if (step === 1) return self.splice(start, Math.max(start, stop), bytes);
  if (bytes.length === 0) return deleteIndices(self, { start, stop, step, length });
  if (bytes.length !== length) {
    return raiseValueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${length}`);
  }
  const { data } = self;
  for (let from = 0; from < length; from += STRIDE) {
    const end = Math.min(from + STRIDE, length);
    for (let index = from, position = start + from * step; index < end; index++, position += step)
      data[position] = bytes[index];
    if (end - from === STRIDE) worked(STRIDE >> 1);
  }
  return true;
}

/** `del self[key]`. */
export function deleteItems(self: PyByteArray, key: Value): true | Exit {
  const index = indexOfKey(key, 'bytearray');
  if (index === EXIT) return EXIT;
  if (index !== NOT_AN_INDEX) {
    const position = positionOf(self, index as number);
    if (position === EXIT) return EXIT;
    return self.splice(position as number, (position as number) + 1, new Uint8Array(0));
  }
  const bounds = sliceBounds(key as PySlice);
  if (bounds === EXIT) return EXIT;
  return deleteIndices(self, adjustBounds(bounds as Bounds, self.length));
}

function deleteIndices(self: PyByteArray, { start, stop, step, length }: Indices): true | Exit {
  if (length === 0) return true;
  if (step === 1) return self.splice(start, Math.max(start, stop), new Uint8Array(0));
  if (self.checkResizable() === EXIT) return EXIT;
  const first = step > 0 ? start : start + (length - 1) * step;
  const stride = Math.abs(step);
  const last = first + (length - 1) * stride;
  const kept = keptBetween(self.data, first, last, stride);
  const tail = self.data.subarray(last + 1);
  self.data.set(kept, first);
  self.data.set(tail, first + kept.length);
  return self.resize(self.length - length);
}

/** What stands between the bytes at first, first + stride ... last: apart, because the work may be interrupted. */
function keptBetween(data: Uint8Array, first: number, last: number, stride: number): Uint8Array {
  const kept = newBytes(last - first - (last - first) / stride);
  let target = 0;
  let next = STRIDE;
  for (let position = first; position < last; position += stride) {
    for (let offset = 1; offset < stride; offset++) kept[target++] = data[position + offset];
    if (target < next) continue;
    worked(STRIDE);
    next = target + STRIDE;
  }
  return kept;
}
