/** Cutting positive BigInts into pieces of equal numbers of bits, and putting such pieces together, each in n log n. */
import { worked } from '../work.ts';

/** The `count` pieces of `bits` bits of a number that has no more, the lowest first. */
export function cut(value: bigint, bits: number, count: number): bigint[] {
  const pieces: bigint[] = new Array(count).fill(0n);
  cutInto(pieces, value, bits, 0, count);
  return pieces;
}

function cutInto(pieces: bigint[], value: bigint, bits: number, first: number, count: number): void {
  if (value === 0n) return;
  if (count === 1) {
    pieces[first] = value;
    return;
  }
  const low = count >> 1;
  const shift = low * bits;
  worked(shift >> 9);
  cutInto(pieces, BigInt.asUintN(shift, value), bits, first, low);
  cutInto(pieces, value >> BigInt(shift), bits, first + low, count - low);
}

/** The sum of pieces[i] << (i * bits); pieces may be longer than `bits`, and negative. */
export function paste(pieces: readonly bigint[], bits: number, first = 0, count = pieces.length): bigint {
  if (count === 1) return pieces[first];
  const low = count >> 1;
  const high = paste(pieces, bits, first + low, count - low);
  worked((count * bits) >> 9);
  return (high << BigInt(low * bits)) + paste(pieces, bits, first, low);
}
