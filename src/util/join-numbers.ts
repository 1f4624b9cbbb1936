/** Numbers as text between commas, in pieces that take a few milliseconds. */
import { reprFloat } from './float-repr.ts';
import { Joiner } from './joiner.ts';
import { worked } from './work.ts';

const PIECE = 1 << 14;
const WORK = 8;

export function joinNumbers(numbers: readonly number[]): string {
  if (numbers.length <= PIECE) return numbers.join(', ');
  const parts: string[] = [];
  for (let start = 0; start < numbers.length; start += PIECE) {
    parts.push(numbers.slice(start, start + PIECE).join(', '));
    worked(Math.min(PIECE, numbers.length - start) * WORK);
  }
  return parts.join(', ');
}

/** Work of showing a float. */
const FLOAT_WORK = 30;

/** The same for floats, as Python shows them. */
export function joinFloats(numbers: readonly number[]): string {
  const joiner = new Joiner(', ');
  for (let index = 0; index < numbers.length; index++) {
    joiner.add(reprFloat(numbers[index]));
    worked(FLOAT_WORK);
  }
  return joiner.finish();
}
