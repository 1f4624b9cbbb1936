/** The hash of bytes: 53 bits mixed from two 32-bit lanes, seeded per interpreter. bytes and memoryview share it. */
import { STRIDE, worked } from '../../../util/work.ts';
import { state } from '../../state.ts';

export function hashBytes(data: Uint8Array, start: number = 0, length: number = data.length): number {
  if (length === 0) return 0;
  const seed = state.interpreter?.hashSeed ?? 0;
  let low = 0xdeadbeef ^ seed;
  let high = 0x41c6ce57 ^ seed;
  for (let index = 0; index < length; index++) {
    const byte = data[start + index];
    low = Math.imul(low ^ byte, 2654435761);
    high = Math.imul(high ^ byte, 1597334677);
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE >> 2);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
