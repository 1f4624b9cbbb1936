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
  // Blocks of which many are the same one, and what is left: the whole is written once.
  const inBlock = Math.max(Math.floor(MANY / items.length), 1);
  const block = repeatOneByOne(items, inBlock);
  const others: T[][] = [];
  for (let left = count - inBlock; left > 0; left -= inBlock)
    others.push(left < inBlock ? repeatOneByOne(items, left) : block);
  worked(total >> 3);
  return others.length === 0 ? block : block.concat(...others);
}

/** An array that may have holes, as those that the engine makes of a length, but without the engine's limit: longer ones it makes of a hash table. */
export function filledArray<T>(value: T, count: number): T[] {
  if (count <= MANY) return new Array<T>(count).fill(value);
  allocating(count * ITEM_BYTES);
  const block = new Array<T>(MANY).fill(value);
  const others: T[][] = [];
  for (let left = count - MANY; left > 0; left -= MANY) others.push(left < MANY ? block.slice(0, left) : block);
  return block.concat(...others);
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
