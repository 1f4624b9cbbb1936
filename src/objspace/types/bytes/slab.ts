/**
 * Short runs of bytes stand one behind the other in slabs. An array of JavaScript for each of them would take several times as long to
 * make as to fill, and two hundred bytes of memory. What is in a slab never changes; a slab lives as long as any bytes in it, so it is small.
 */
const SIZE = 1024;

/** What is longer has an array of its own. */
export const SHORT = 32;

/** The slab in use. Its first byte belongs to nobody: at position 0 is only what has an array for itself. */
export let slab = new Uint8Array(SIZE);
let end = 1;

/** The position of so many bytes, which the caller fills, in the slab that is in use then. */
export function reserve(length: number): number {
  if (end + length > SIZE) {
    slab = new Uint8Array(SIZE);
    end = 1;
  }
  const position = end;
  end += length;
  return position;
}
