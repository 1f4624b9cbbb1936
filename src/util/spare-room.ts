/**
 * Room behind the items of arrays that grow side by side. The engine enlarges an array at once, in some ten milliseconds for millions of
 * items: where one has room for thousands of items that another has not, they grow at different times, with a look in between.
 */
import { STRIDE, worked } from './work.ts';

/** Shorter arrays grow in less than a millisecond. */
export const MANY = 2 ** 17;

/** Work that is followed by a look in any case: more than is left of the fuel. */
const ENLARGING = 4 * STRIDE;

/** Makes room for a few thousand items, where `spare` stands until then. */
export function addRoom<T>(items: T[], spare: T): void {
  for (let count = 0; count < STRIDE; count++) items.push(spare);
  worked(ENLARGING);
}
