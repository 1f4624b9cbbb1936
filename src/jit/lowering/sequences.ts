/** Builtin sequences whose items are read where they lie: their length, the item at an index, and how their iterators are made. */
import type { Builder } from '../builder.ts';
import { type Iteration, type Node, original, PURE, READ } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { itemOfTuple, knownItems } from '../tuples.ts';
import { itemsOf } from '../virtuals.ts';
import { strategyIn } from './versions.ts';
import { FLOAT as FLOAT_ITEMS, INT as INT_ITEMS, type ListKind } from '../../objspace/types/list/kinds.ts';

/** Kinds of sequences, each known alone. */
const SEQUENCES = [kinds.TUPLE, kinds.STR, kinds.BYTES, kinds.BYTEARRAY];

/** The one kind of sequence that values of `mask` are; lists of all kinds count as one. 0 if there is none. */
export function sequenceKind(mask: number): number {
  if (isWithin(mask, kinds.LIST)) return kinds.LIST;
  return SEQUENCES.includes(mask) ? mask : 0;
}

/** Texts by kind. */
const LENGTHS: Record<number, string> = {
  [kinds.TUPLE]: '$0.length',
  [kinds.STR]: '$0.length',
  [kinds.BYTES]: '$0.length',
  [kinds.BYTEARRAY]: '$0.length',
  [kinds.LIST]: '$0.storage.length',
  [kinds.RANGE]: '$0.length',
};

/** Sequences whose length may change. */
const GROWING = kinds.LIST | kinds.BYTEARRAY;

function lengthText(sequence: Node): string {
  return LENGTHS[sequence.kinds === kinds.RANGE ? kinds.RANGE : sequenceKind(sequence.kinds)];
}

/** The length of a sequence that is known to be one. */
export function lengthOfSequence(b: Builder, sequence: Node): Node {
  const items = itemsOf(sequence);
  if (items !== null) return b.constant(items.length);
  const known = knownItems(sequence);
  if (known !== null) return b.constant(known.length);
  const effect = isWithin(sequence.kinds, GROWING) ? READ : PURE;
  return b.int('length', lengthText(sequence), [sequence], 0, 2 ** 32, effect);
}

/** The item at an index that is within; `seen` are the kinds of lists that are expected. */
export function itemOfSequence(b: Builder, sequence: Node, index: Node, seen: number): Node {
  switch (sequenceKind(sequence.kinds)) {
    case kinds.TUPLE: {
      const items = itemsOf(sequence);
      if (items !== null && index.isConstant) return items[index.constant as number];
      return itemOfTuple(b, sequence, index);
    }
    case kinds.STR:
      return b.pure('character', '$0.length < 65536 ? $0[$1] : characterOf($0, $1)', [sequence, index], kinds.STR);
    case kinds.BYTES:
      return b.int('byte', '$0.store[$0.offset + $1]', [sequence, index], 0, 255);
    case kinds.BYTEARRAY:
      return b.int('byte', '$0.at($1)', [sequence, index], 0, 255, READ);
    default:
      return itemOfList(b, sequence, index, seen);
  }
}

/** Makes sure that a list keeps its items in one way (types/list/kinds.ts). */
export function expectStrategy(b: Builder, list: Node, kind: ListKind, reason: string): void {
  const { strategies } = b.environment;
  const target = original(list);
  if (strategies.get(target) === kind) return;
  b.guard(`$0.kind === ${kind}`, [list], reason);
  strategies.set(target, kind);
}

/** The item of a list at an index that is within it; `expected` are the kinds of lists that are expected. */
export function itemOfList(b: Builder, list: Node, index: Node, expected: number): Node {
  const seen = strategyIn(b, list, expected);
  if (seen === kinds.LIST_OF_FLOATS) {
    expectStrategy(b, list, FLOAT_ITEMS, 'list of floats');
    return b.double('item', '$0.storage[$1]', [list, index], READ);
  }
  if (seen === kinds.LIST_OF_INTS) {
    expectStrategy(b, list, INT_ITEMS, 'list of ints');
    return b.read('item', '$0.storage[$1]', [list, index], kinds.INT);
  }
  if ((seen & kinds.LIST_OF_FLOATS) !== 0) return b.read('item', '$0.get($1)', [list, index], kinds.BOUND);
  const strategy = b.environment.strategies.get(original(list));
  if (strategy === undefined || strategy === FLOAT_ITEMS) b.guard('$0.kind !== 2', [list], 'no list of floats');
  return b.read('item', '$0.storage[$1]', [list, index], kinds.BOUND);
}

/** Whether a sequence or range has an item at a position that is not negative. */
export function hasItemAt(b: Builder, sequence: Node, position: Node): Node {
  const length = position.isConstant && sequence.kinds === kinds.TUPLE ? lengthOfSequence(b, sequence) : null;
  if (length?.isConstant) return b.constant((position.constant as number) < (length.constant as number));
  const template = `$1 < ${lengthText(sequence)}`;
  if (isWithin(sequence.kinds, GROWING)) return b.read('has_more', template, [sequence, position], kinds.BOOL);
  return b.pure('has_more', template, [sequence, position], kinds.BOOL);
}

interface Iterated {
  /** Pure, because nobody but the loop has it: a unit that is left makes it where nothing else needs it (exits.ts). */
  readonly make: string;
  readonly kind: Iteration['kind'];
  readonly result: number;
}

const ITERATORS: Record<number, Iterated> = {
  [kinds.LIST]: { make: 'new ListIterator($0)', kind: 'list', result: kinds.LIST_ITERATOR },
  [kinds.TUPLE]: { make: 'new TupleIterator($0)', kind: 'tuple', result: kinds.OTHER },
  [kinds.STR]: { make: 'iterateText($0)', kind: 'text', result: kinds.OTHER },
  [kinds.BYTES]: { make: 'new BytesIterator($0)', kind: 'bytes', result: kinds.OTHER },
  [kinds.BYTEARRAY]: { make: 'new ByteArrayIterator($0)', kind: 'bytes', result: kinds.OTHER },
};

/** The object of an iterator, and which one it is. */
export function iteratorOf(b: Builder, sequence: Node): { readonly object: Node; readonly kind: Iteration['kind'] } {
  const { make, kind, result } = ITERATORS[sequenceKind(sequence.kinds)];
  return { object: b.pure('iterator', make, [sequence], result), kind };
}
