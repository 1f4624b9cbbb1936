/** How tuples are read and made by emitted code: pairs and triples hold their items themselves (objspace/types/tuple.ts). */
import type { Builder } from './builder.ts';
import type { Node } from './graph.ts';
import * as kinds from './kinds.ts';

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
  return b.pure('item', '$0.at($1)', [tuple, index], kinds.BOUND);
}
