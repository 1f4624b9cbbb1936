/** Arrays that consist of another one many times over. */
import { allocating, worked } from './work.ts';

/** Bytes that an item takes in an array of the engine. */
export const ITEM_BYTES = 8;

/** Below this many items they are copied one by one. */
const MANY = 1 << 16;

/**
 * A new array of the same sort: the items `count` times. Large ones are concatenated, which makes an array of exactly the size that it needs:
 * one that grows by pushing needs more than the engine's largest array before it is as long.
 */
export function repeatItems<T>(items: readonly T[], count: number): T[] {
  const total = items.length * count;
  allocating(total * ITEM_BYTES);
  if (total <= MANY) return repeatOneByOne(items, count);
  const parts: T[][] = [];
  // The part that is doubled, and the parts of the binary form of the count.
  for (let left = count, part = items.slice(); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) parts.push(part);
    if (left > 1) part = part.concat(part);
    worked(part.length >> 3);
  }
  const largest = parts.pop()!;
  return parts.length === 0 ? largest : largest.concat(...parts);
}

function repeatOneByOne<T>(items: readonly T[], count: number): T[] {
  const repeated = items.slice();
  const length = items.length;
  if (length === 1) {
    const item = items[0];
    for (let turn = 1; turn < count; turn++) repeated.push(item);
    return repeated;
  }
  for (let turn = 1; turn < count; turn++) for (let index = 0; index < length; index++) repeated.push(items[index]);
  return repeated;
}
