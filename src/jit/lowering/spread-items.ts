/** Items of tuples that are spread where always as many have been seen: into an argument list, or into a list that is not made. */
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import { isWithin, TUPLE } from '../kinds.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { hasLength, itemsOfLength } from '../tuples.ts';
import { itemsOf, itemsOfList, MAX_ITEMS } from '../virtuals.ts';

/** What `*source` gives; `undefined` if that is not known. */
export function spreadItems(b: Builder, source: Node): readonly Node[] | undefined {
  const made = itemsOfList(b, source) ?? itemsOf(source);
  if (made !== null) return made;
  const { masks, spread, isWild } = b.site();
  const { constant } = original(source);
  if (constant instanceof PyTuple && isWithin(source.kinds, TUPLE)) return constantItems(b, constant);
  if (isWild || spread < 0 || spread > MAX_ITEMS || masks[1] !== TUPLE) return undefined;
  const tuple = b.expect(source, TUPLE);
  if (tuple === null) return undefined;
  b.guard(hasLength(spread), [tuple], 'count of items');
  return itemsOfLength(b, tuple, spread);
}

function constantItems(b: Builder, tuple: PyTuple): Node[] | undefined {
  return tuple.length > MAX_ITEMS ? undefined : tuple.items.map((item) => b.constant(item));
}
