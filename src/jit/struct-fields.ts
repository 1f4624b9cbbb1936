/** Single fields of `struct`: compiled code packs and reads them without looking at the format again (lowering/structs.ts). */
import { PyBytes, singleByte } from '../objspace/types/bytes/bytes.ts';
import { reserve, slab } from '../objspace/types/bytes/slab.ts';

/** An int that fits as so many bytes, four at most. */
export function packWord(value: number, size: number, isLittle: boolean): PyBytes {
  if (size === 1) return singleByte(value & 255);
  const position = reserve(size);
  const target = slab;
  for (let index = 0; index < size; index++)
    target[position + (isLittle ? index : size - 1 - index)] = value >>> (8 * index);
  return new PyBytes(target, position, size);
}

const DOUBLE_SIZE = 8;
const doubleBytes = new Uint8Array(DOUBLE_SIZE);
const doubleView = new DataView(doubleBytes.buffer);

export function packDouble(value: number, isLittle: boolean): PyBytes {
  doubleView.setFloat64(0, value, isLittle);
  return PyBytes.ofPart(doubleBytes, 0, DOUBLE_SIZE);
}

export function readDouble({ store, offset }: PyBytes, at: number, isLittle: boolean): number {
  for (let index = 0; index < DOUBLE_SIZE; index++) doubleBytes[index] = store[offset + at + index];
  return doubleView.getFloat64(0, isLittle);
}
