/** Assignments to several targets: of items of lists and tuples, which are taken out in place. */
import { instructionLength } from '../../bytecode/operands.ts';
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { constantItems, hasLength, itemsOfLength } from '../tuples.ts';
import { itemsOf } from '../virtuals.ts';
import { itemsOfDerived } from './constructing.ts';
import { isDerivedTuple, known } from './items.ts';
import { itemsOfSlice } from './list-slices.ts';
import { matchedItems } from './patterns.ts';
import { itemOfList, itemOfSequence, lengthOfSequence } from './sequences.ts';

export function unpackSequence(b: Builder): void {
  const { words, pc } = b;
  const node = b.get(words[pc + 1]);
  const count = words[pc + 3];
  // What a pattern has found is no tuple where it did not match, and is unpacked only where it did.
  const mask = known(node, b.site().masks[0]) & ~kinds.NONE;
  const targets = Array.from({ length: count }, (_item, index) => words[pc + 4 + index]);
  const made = itemsOf(node) ?? matchedItems(node) ?? constantItems(b, node, count);
  if (made !== null && made.length === count) {
    targets.forEach((register, index) => b.set(register, made[index]));
    return;
  }
  if (isWithin(mask, kinds.LIST) && (node.kinds & kinds.LIST) !== 0) {
    unpackList(b, node, mask, targets);
    return;
  }
  const sequence = mask === kinds.TUPLE ? b.expect(node, kinds.TUPLE) : expectTupleOfSubclass(b, node);
  if (sequence === null) {
    b.residual();
    for (const register of targets) b.reload(register);
    return;
  }
  const given = itemsOfDerived(sequence);
  if (given?.length !== count) b.guard(hasLength(count), [sequence], 'length of a tuple');
  const items = given?.length === count ? given : itemsOfLength(b, sequence, count);
  targets.forEach((register, index) => b.set(register, items[index]));
}

/** A named tuple or the like, of a class that leaves iterating to `tuple`. */
function expectTupleOfSubclass(b: Builder, node: Node): Node | null {
  const { shapes, masks } = b.site();
  if (shapes.length !== 1 || !kinds.isOneKind(masks[0])) return null;
  const [shape] = shapes;
  if (!isDerivedTuple(shape, 'iter')) return null;
  const tuple = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return tuple;
}

function unpackList(b: Builder, node: Node, mask: number, targets: readonly number[]): void {
  const list = b.expect(node, kinds.LIST);
  if (list === null) throw new Error('a list that is none');
  const seen = mask & kinds.LIST & ~kinds.LIST_EMPTY;
  const sliced = itemsOfSlice(b, list, targets.length, b.site().masks[0] & kinds.LIST & ~kinds.LIST_EMPTY);
  if (sliced !== null) {
    targets.forEach((register, index) => b.set(register, sliced[index]));
    return;
  }
  b.guard(`$0.storage.length === ${targets.length}`, [list], 'length of a list');
  const items = targets.map((_register, index) => itemOfList(b, list, b.constant(index), seen));
  targets.forEach((register, index) => b.set(register, items[index]));
}

// ── With a starred target ────────────────────────────────────────────────────────────────────────────────────────

/** Of `a, *b, c = items`. */
export function unpackEx(b: Builder): void {
  const { words, pc } = b;
  const before = words[pc + 2];
  const targets = words.slice(pc + 4, pc + instructionLength(words, pc));
  const values = starredItems(b, b.get(words[pc + 1]), before, targets.length - before - 1);
  if (values === null) b.residual();
  targets.forEach((register, index) => {
    if (values === null) b.reload(register);
    else b.set(register, values[index]);
  });
}

/** `before` items, a list, `after` items; null where it is left to the interpreter. */
function starredItems(b: Builder, node: Node, before: number, after: number): Node[] | null {
  const mask = known(node, b.site().masks[0]) & ~kinds.NONE;
  const isList = isWithin(mask, kinds.LIST);
  if (!isList && mask !== kinds.TUPLE) return null;
  const sequence = b.expect(node, isList ? kinds.LIST : kinds.TUPLE);
  if (sequence === null) return null;
  const length = lengthOfSequence(b, sequence);
  if (before + after > 0) b.guard(`$0 >= ${before + after}`, [length], 'length of a sequence');
  const item = (index: Node): Node => itemOfSequence(b, sequence, index, mask & ~kinds.LIST_EMPTY);
  const first = Array.from({ length: before }, (_item, index) => item(b.constant(index)));
  const last = Array.from({ length: after }, (_item, index) =>
    item(b.int('index', `$0 - ${after - index}`, [length], 0, 2 ** 32)),
  );
  const middle = isList ? 'sliceList' : 'listOfSlice';
  const stop = b.constant(after === 0 ? null : -after);
  return [...first, b.quiet('middle', `${middle}($0, ${before}, $1)`, [sequence, stop], kinds.LIST), ...last];
}
