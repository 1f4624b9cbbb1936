/** Keys that are pairs or triples which have not been made: they are looked up by their items (../tuple-keys.ts), and made where that needs the tuple. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { virtualOf } from '../virtuals.ts';
import { attempt, attemptRaising, orElse, UNTAMED_TEST } from './tame.ts';

/** The items of such a key; null for all others, and where an item would have to be boxed. */
export function unmadeKey(b: Builder, key: Node): readonly Node[] | null {
  const virtual = virtualOf(b, key);
  if (virtual?.kind !== 'tuple' || virtual.fields.size < 2 || virtual.fields.size > 3) return null;
  const items = Array.from(virtual.fields.values());
  return items.some((item) => item.isRaw) ? null : items;
}

/** Arguments behind the first `count`. */
function itemsText(items: readonly Node[], count: number): string {
  return items.map((_item, index) => `$${index + count}`).join(', ');
}

/** What is tried is written as it is: where it does not work, something else is done. */
function tried(
  b: Builder,
  op: string,
  call: string,
  inputs: readonly Node[],
  items: readonly Node[],
  of: number,
): Node {
  const arguments_ = inputs.map((_node, index) => `$${index}`).join(', ');
  const text = `${call}(${arguments_}, ${itemsText(items, inputs.length)})`;
  return b.write(
    op,
    text,
    [...inputs, ...items].map((node) => b.boxed(node)),
    of,
  );
}

/** `dict[key]`. */
export function valueOfItems(b: Builder, dict: Node, key: Node, items: readonly Node[], isAgain: boolean): Node {
  const value = tried(b, 'item', isAgain ? 'valueOfItemsAgain' : 'valueOfItems', [dict], items, kinds.BOUND);
  return orElse(b, value, UNTAMED_TEST, () => attemptRaising(b, 'item', 'tamedItem($0, $1)', [dict, key])!);
}

/** `dict.get(key, otherwise)`. */
export function getItems(b: Builder, dict: Node, items: readonly Node[], otherwise: Node): Node | null {
  return attempt(b, 'get', `getItemsOr($0, $1, ${itemsText(items, 2)})`, [dict, otherwise, ...items]);
}

/** `key in container`, a dictionary or set. */
export function hasItems(b: Builder, container: Node, items: readonly Node[], isSet: boolean): Node | null {
  const call = `${isSet ? 'setHasItems' : 'hasItems'}($0, ${itemsText(items, 1)})`;
  return attempt(b, 'contains', call, [container, ...items], kinds.BOOL);
}

/** `dict[key] = value`. */
export function storeItems(b: Builder, dict: Node, key: Node, items: readonly Node[], value: Node): void {
  const stored = tried(b, 'store_item', 'replaceOfItems', [dict, value], items, kinds.BOUND);
  orElse(b, stored, UNTAMED_TEST, () => attempt(b, 'store_item', 'setMade($0, $1, $2)', [dict, key, value])!);
}

/** `set.add(key)`. */
export function addItems(b: Builder, set: Node, key: Node, items: readonly Node[]): Node {
  const added = tried(b, 'set_add', 'addItems', [set], items, kinds.BOUND);
  return orElse(b, added, UNTAMED_TEST, () => attempt(b, 'set_add', 'addMade($0, $1)', [set, key])!);
}
