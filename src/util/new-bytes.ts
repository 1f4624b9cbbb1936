/** Zeroed memory of a size that a program chooses. */
import { allocating } from './work.ts';

/** Throws where there is no room. */
export function newBytes(length: number): Uint8Array<ArrayBuffer> {
  allocating(length);
  return new Uint8Array(length);
}
