/** Whether a builtin is quiet (quiet.ts) with the arguments of a call. */
import type { Builder } from '../builder.ts';
import { checkOfSeveral } from '../checks.ts';
import type { Node } from '../graph.ts';
import { FLAT } from '../quiet.ts';
import { itemsOf } from '../virtuals.ts';
import * as kinds from '../kinds.ts';

/**
 * Whether arguments of these kinds make what wants `wanted` quiet. `seen`: kinds that the arguments have had, which they are then made sure
 * to be of; lists, to hold no objects.
 */
export function areQuiet(
  b: Builder,
  args: readonly Node[],
  wanted: readonly number[],
  seen: readonly number[],
): boolean {
  const flat: Node[] = [];
  const tested: (readonly [Node, number, string])[] = [];
  for (let index = 0; index < args.length; index++) {
    const node = args[index];
    const mask = wanted[Math.min(index, wanted.length - 1)];
    if (kinds.isWithin(node.kinds, mask) || isTupleOfInts(node, mask)) continue;
    const known = seen[index] ?? 0;
    if (kinds.isWithin(node.kinds, kinds.LIST)) {
      if (!kinds.isWithin(FLAT, mask) || !kinds.isWithin(known, FLAT)) return false;
      flat.push(node);
      continue;
    }
    // Lists are told apart by what is in them, which may change.
    const check = checkOfSeveral(mask & ~kinds.LIST, node.kinds);
    if (check === null || known === 0 || !kinds.isWithin(known, mask & ~kinds.LIST)) return false;
    tested.push([node, mask, check]);
  }
  for (const [node, mask, check] of tested) b.guard(check, [node], kinds.kindText(mask));
  for (const list of flat) b.guard('$0.kind !== 0', [list], 'list of numbers');
  return true;
}

/** A tuple that was made of ints serves where lists of them do. */
function isTupleOfInts(node: Node, mask: number): boolean {
  if (!kinds.isWithin(FLAT, mask)) return false;
  const items = itemsOf(node);
  return items !== null && items.every((input) => kinds.isWithin(input.kinds, kinds.INT));
}
