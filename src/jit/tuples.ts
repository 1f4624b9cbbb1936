/** How tuples are read and made by emitted code: pairs and triples hold their items themselves (objspace/types/tuple.ts). */
import type { Builder } from './builder.ts';
import type { Node } from './graph.ts';
import * as kinds from './kinds.ts';
import { isWithin } from './kinds.ts';
import type { Value } from '../objspace/object.ts';
import { isExactTuple } from '../objspace/types/tuple.ts';

/** The making of a tuple of items with these texts. */
export function newTupleText(items: readonly string[]): string {
  const areHeld = items.length === 2 || items.length === 3;
  return areHeld ? `new Tuple(null, ${items.join(', ')})` : `Tuple.ofMany([${items.join(', ')}])`;
}

/** Whether a tuple has so many items. */
export function hasLength(count: number): string {
  return count === 2 ? '$0.isPair' : count === 3 ? '$0.third !== undefined' : `$0.length === ${count}`;
}

/** The items of a tuple that is known to have `count`. */
export function itemsOfLength(b: Builder, tuple: Node, count: number): Node[] {
  const areHeld = count === 2 || count === 3;
  const text = (index: number): string => (areHeld ? `$0.${['first', 'second', 'third'][index]}` : `$0.at(${index})`);
  return Array.from({ length: count }, (_item, index) => b.pure('item', text(index), [tuple], kinds.BOUND));
}

/** The first items of a tuple that has as many at least. */
export function firstItems(b: Builder, tuple: Node, count: number): Node[] {
  return Array.from({ length: count }, (_item, index) => itemOfTuple(b, tuple, b.constant(index)));
}

/** The item at an index that is within. */
export function itemOfTuple(b: Builder, tuple: Node, index: Node): Node {
  const items = knownItems(tuple);
  return items === null ? b.pure('item', '$0.at($1)', [tuple, index], kinds.BOUND) : itemOfKnown(b, items, index);
}

// ── Tuples that are constants ────────────────────────────────────────────────────────────────────────────────────

/** Longer ones are read as any other: nobody looks at all of their items. */
const MAX_KNOWN = 256;

/** The items of a tuple that the unit takes for a constant, as a table of the program often is; null of others. */
export function knownItems(tuple: Node): readonly Value[] | null {
  if (!tuple.isConstant) return null;
  const value = tuple.constant as Value;
  return isExactTuple(value) && value.length <= MAX_KNOWN ? value.items : null;
}

/** The items of such a tuple as constants, if they are so many. */
export function constantItems(b: Builder, tuple: Node, count: number): Node[] | null {
  const items = knownItems(tuple);
  return items?.length === count ? items.map((item) => b.constant(item)) : null;
}

/** What all items have in common is known of each. */
function itemOfKnown(b: Builder, items: readonly Value[], index: Node): Node {
  if (index.isConstant) return b.constant(items[index.constant as number]);
  if (items.length > 0 && items.every((item) => typeof item === 'number')) {
    const [low, high] = [Math.min(...items), Math.max(...items)];
    return b.int('item', '$0[$1]', [b.object(items), index], low, high);
  }
  return b.pure('item', '$0[$1]', [b.object(items), index], items.length > 0 ? kindsOf(items) : kinds.BOUND);
}

/** Lists count as one kind: their strategies may change. */
function kindsOf(items: readonly Value[]): number {
  let mask = 0;
  for (const item of items) mask |= isWithin(kinds.kindOf(item), kinds.LIST) ? kinds.LIST : kinds.kindOf(item);
  return mask;
}
