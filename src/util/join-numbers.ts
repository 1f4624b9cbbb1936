/** Numbers as text between commas, in pieces that take a few milliseconds. */
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
