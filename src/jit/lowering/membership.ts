/**
 * `in` of tuples whose items the compiler knows: what is looked for is compared with one after the other in place, and a tuple that is made
 * for the test is not made.
 */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { itemsOf } from '../virtuals.ts';
import type { Value } from '../../objspace/object.ts';
import { TUPLE_SHAPE } from '../../interpreter/displays.ts';
import { PyType } from '../../objspace/type.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import { attempt } from './tame.ts';

/** Tuples with more items are searched by a call. */
const MAX_COMPARED = 8;

/** Kinds that are equal exactly where JavaScript's `===` says so, among each other. */
const IDENTICAL = kinds.INT | kinds.STR | kinds.NONE;

/** `item in container`; null where it is no tuple with known items, or these cannot be compared in place. */
export function amongKnown(b: Builder, item: Node, container: Node, seenItem: number): Node | null {
  const candidates = candidatesOf(b, container);
  if (candidates === null || candidates.length === 0 || candidates.length > MAX_COMPARED) return null;
  if (candidates.every(isPlainClass)) return amongClasses(b, item, candidates);
  if (!candidates.every(({ kinds: known }) => isWithin(known, IDENTICAL))) return null;
  const checked = b.expectSeen(item, isWithin(seenItem, kinds.INT) ? kinds.INT : seenItem, IDENTICAL);
  if (checked === null) return null;
  const equal = candidates.filter((candidate) => (candidate.kinds & checked.kinds) !== 0);
  if (equal.length === 0) return b.constant(false);
  return b.pure('contains', comparisons(equal.length, 1), [checked, ...equal], kinds.BOOL);
}

function candidatesOf(b: Builder, container: Node): readonly Node[] | null {
  if (!container.isConstant) return itemsOf(container);
  const tuple = container.constant as Value;
  const isExact = tuple instanceof PyTuple && (tuple as Value & PyTuple).shape === TUPLE_SHAPE;
  return isExact ? tuple.items.map((item) => b.constant(item)) : null;
}

function comparisons(count: number, first: number): string {
  return Array.from({ length: count }, (_item, index) => `$0 === $${first + index}`).join(' || ');
}

const isPlainClass = ({ isConstant, constant }: Node): boolean =>
  isConstant && constant instanceof PyType && constant.shape.type === typeType;

/** Classes without a metaclass are equal to nothing but themselves, if the other side agrees; another such class does. */
function amongClasses(b: Builder, item: Node, classes: readonly Node[]): Node | null {
  const all = new PyTuple(classes.map(({ constant }) => constant as Value)) as Value;
  const shape = b.object((classes[0].constant as unknown as PyType).shape);
  const text = `${comparisons(classes.length, 3)} || $0?.shape !== $2 && tamedContains($1, $0)`;
  return attempt(b, 'contains', text, [item, b.constant(all), shape, ...classes], kinds.BOOL);
}
