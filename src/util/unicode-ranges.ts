/**
 * Properties of characters as sorted ranges of code points, unpacked from the generated text when first asked for.
 *
 * They are Unicode 16's, as in Python 3.14, whatever the JavaScript engine's own tables say.
 */
import { RANGES } from './unicode-ranges.generated.ts';

/** Starts and ends alternate: [start, end), ascending. */
export type Ranges = Uint32Array;

export function unpack(text: string): Ranges {
  const numbers = text.split(' ');
  const ranges = new Uint32Array(numbers.length);
  let position = 0;
  for (let i = 0; i < numbers.length; i++) {
    position += Number.parseInt(numbers[i]!, 36);
    ranges[i] = position;
  }
  return ranges;
}

function lazily(name: keyof typeof RANGES): () => Ranges {
  let ranges: Ranges | undefined;
  return () => (ranges ??= unpack(RANGES[name]));
}

export const XID_START: () => Ranges = lazily('XID_START');
export const XID_CONTINUE: () => Ranges = lazily('XID_CONTINUE');
export const PRINTABLE: () => Ranges = lazily('PRINTABLE');

export function isInRanges(ranges: Ranges, point: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]! <= point) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

/** Python's `str.isprintable` for one code point. */
export function isPrintable(point: number): boolean {
  return point < 127 ? point >= 32 : isInRanges(PRINTABLE(), point);
}
