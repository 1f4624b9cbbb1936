/** Concatenation, repetition and equality of builtin sequences, and `%` of texts: none of it runs Python code. */
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { binaryOperatorOf, isInplaceInstruction } from '../../interpreter/instructions/operators.ts';
import { concatSlices } from './list-slices.ts';
import { growList, itemsOf, itemsOfList } from '../virtuals.ts';
import { sequenceKind } from './sequences.ts';
import { tupleOf } from './simple.ts';
import { attemptRaising } from './tame.ts';

const BYTES_LIKE = kinds.BYTES | kinds.BYTEARRAY;
/** Sequences that an in-place operation changes. */
const MUTABLE = kinds.LIST | kinds.BYTEARRAY;

function known(node: Node, seen: number): number {
  return isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen & node.kinds;
}

function sequenceOf(b: Builder, node: Node, seen: number): Node | null {
  const kind = sequenceKind(known(node, seen));
  return kind === 0 ? null : b.expect(node, kind);
}

/** Whether a sequence of the kind `right` can be put behind one of the kind `left`. */
function canFollow(left: number, right: number, isInplace: boolean): boolean {
  if (isInplace && left === kinds.LIST && right === kinds.TUPLE) return true;
  return left === right || (isWithin(left, BYTES_LIKE) && isWithin(right, BYTES_LIKE));
}

/** `left + right` and `left * count`; null where it is something else. */
export function sequenceOperator(b: Builder, opcode: number, left: Node, right: Node): Node | null {
  const { masks } = b.site();
  const { slot } = binaryOperatorOf(opcode);
  const seenRight = masks[1] ?? right.kinds;
  if (slot === 'add') {
    const kind = sequenceKind(known(left, masks[0]));
    if (kind === 0 || !canFollow(kind, sequenceKind(known(right, seenRight)), isInplaceInstruction(opcode)))
      return null;
    const first = sequenceOf(b, left, masks[0]);
    const second = sequenceOf(b, right, seenRight);
    if (first === null || second === null) return null;
    if (isInplaceInstruction(opcode) && kind === kinds.LIST && appendItems(b, first, second)) return first;
    return (
      concatSlices(b, first, second) ?? concatUnmade(b, first, second) ?? operation(b, opcode, first, second, first)
    );
  }
  if (slot === 'modulo' && known(left, masks[0]) === kinds.STR) return formatted(b, left, right);
  if (slot !== 'multiply') return null;
  return repetition(b, opcode, left, masks[0], right, seenRight);
}

/** The items of two tuples that are made here, in one. */
function concatUnmade(b: Builder, left: Node, right: Node): Node | null {
  if (left.kinds !== kinds.TUPLE || right.kinds !== kinds.TUPLE) return null;
  const [first, second] = [itemsOf(left), itemsOf(right)];
  if (first === null || second === null || first.length === 0 || second.length === 0) return null;
  return tupleOf(b, [...first, ...second]);
}

/** `list += (a, b)`: the tuple or list on the right need not be made. */
function appendItems(b: Builder, list: Node, sequence: Node): boolean {
  const items = itemsOf(sequence) ?? itemsOfList(b, sequence);
  if (items === null || items.length > MAX_APPENDED || original(list) === original(sequence)) return false;
  if (growList(b, list, items)) return true;
  // All or nothing is added: the instruction may be executed again.
  b.guard(`$0.storage.length < MAX_GROWN - ${items.length}`, [list], 'room');
  for (const item of items) b.write('append', '$0.append($1)', [list, b.boxed(item)]);
  return true;
}

/** More items are put into a list by one operation. */
const MAX_APPENDED = 8;

/** `text % values`: a tuple of a display is not made for it. */
function formatted(b: Builder, left: Node, right: Node): Node | null {
  const text = b.expect(left, kinds.STR);
  const items = text === null ? null : itemsOf(right);
  if (items !== null) {
    const list = items.map((_item, index) => `$${index + 1}`).join(', ');
    return attemptRaising(b, 'format', `tamedFormatItems($0, [${list}])`, [text!, ...items]);
  }
  return text === null ? null : attemptRaising(b, 'format', 'tamedFormat($0, $1)', [text, right]);
}

function repetition(
  b: Builder,
  opcode: number,
  left: Node,
  seenLeft: number,
  right: Node,
  seenRight: number,
): Node | null {
  const isReflected = isWithin(known(left, seenLeft), kinds.INT);
  const [sequence, seen] = isReflected ? [right, seenRight] : [left, seenLeft];
  const [count, seenCount] = isReflected ? [left, seenLeft] : [right, seenRight];
  if (sequenceKind(known(sequence, seen)) === 0 || !isWithin(known(count, seenCount), kinds.INT)) return null;
  const checked = sequenceOf(b, sequence, seen);
  const times = b.expect(count, kinds.INT);
  if (checked === null || times === null) return null;
  return isReflected ? operation(b, opcode, times, checked, checked) : operation(b, opcode, checked, times, checked);
}

function operation(b: Builder, opcode: number, left: Node, right: Node, sequence: Node): Node {
  const inputs = [left, right, b.object(binaryOperatorOf(opcode))];
  const isAddition = binaryOperatorOf(opcode).slot === 'add';
  if (isInplaceInstruction(opcode) && sequence === left && isWithin(sequence.kinds, MUTABLE)) {
    const isBytes = left.kinds === kinds.BYTEARRAY && isAddition && right.kinds === kinds.BYTES;
    if (isBytes) b.quiet('inplace', '$0.extendBy($1)', [left, right]);
    else b.quiet('inplace', 'inplace($0, $1, $2)', inputs);
    return sequence;
  }
  if (isAddition && left.kinds === kinds.BYTES && right.kinds === kinds.BYTES)
    return b.quiet('concat', 'concatBytes($0, $1)', [left, right], kinds.BYTES);
  if (isAddition && left.kinds === kinds.TUPLE && right.kinds === kinds.TUPLE)
    return b.quiet('concat', 'concatTuples($0, $1)', [left, right], kinds.TUPLE);
  if (!isAddition && sequence.kinds === kinds.STR) {
    const times = sequence === left ? right : left;
    return b.quiet('repeat', 'repeatString($0, $1)', [sequence, times], kinds.STR);
  }
  if (sequence === left && isWithin(left.kinds, kinds.LIST) && !isAddition)
    return b.quiet('repeat', 'repeatList($0, $1)', [left, right], kinds.LIST);
  // A long text may be no string of JavaScript's.
  const kind = sequenceKind(sequence.kinds);
  return b.quiet('arithmetic', 'arithmetic($0, $1, $2)', inputs, kind === kinds.STR ? kinds.BOUND : kind);
}

/** `left == right` of bytes and bytearrays; null where it is something else. */
export function compareBytes(
  b: Builder,
  symbol: string,
  left: Node,
  right: Node,
  seen: readonly number[],
): Node | null {
  const first = known(left, seen[0]);
  const second = known(right, seen[1] ?? right.kinds);
  if ((symbol !== '==' && symbol !== '!=') || !isSingleBytes(first) || !isSingleBytes(second)) return null;
  const checked = [b.expect(left, first), b.expect(right, second)];
  if (checked[0] === null || checked[1] === null) return null;
  const sign = symbol === '==' ? '' : '!';
  if (first === kinds.BYTES && second === kinds.BYTES)
    return b.pure('compare', `${sign}$0.holdsSame($1)`, checked as Node[], kinds.BOOL);
  return b.read('compare', `${sign}sameBytes($0, $1)`, checked as Node[], kinds.BOOL);
}

function isSingleBytes(mask: number): boolean {
  return mask === kinds.BYTES || mask === kinds.BYTEARRAY;
}
