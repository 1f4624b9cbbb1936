/**
 * Ints that may leave the safe range. Their operations are computed only if somebody needs the whole of them: mostly a mask follows, which
 * asks for the low bits (low-bits.ts).
 */
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import { BIG, INT, isWithin } from '../kinds.ts';
import { binaryOperatorOf } from '../../interpreter/instructions/operators.ts';
import { maskOfDivisor } from './low-bits.ts';
import { type BinaryName, masked } from './numbers.ts';
import { isFromWord, wordBinary } from './uint64.ts';

/** Operations that can neither fail nor get out of proportion. */
const OPERATIONS: ReadonlySet<BinaryName> = new Set(['Add', 'Subtract', 'Multiply', 'BitAnd', 'BitOr', 'BitXor']);

const MAX_SHIFT = 63;

/** The operand, if it is an int whose size is bounded: a small one, a constant, or an operation on such. */
function bounded(b: Builder, node: Node, seen: number): Node | null {
  if (node.isConstant && isWithin(node.kinds, INT | BIG)) return node;
  if (original(node).op === 'wide' || isFromWord(node)) return original(node);
  if (isWithin(node.kinds, INT)) return node;
  return isWithin(seen, INT) ? b.expect(node, INT) : null;
}

/** An operation on ints whose result may be big; null where it is left to others. */
export function wideBinary(b: Builder, opcode: number, name: BinaryName, left: Node, right: Node): Node | null {
  const { masks } = b.site();
  if (isFromWord(left) && name === 'RightShift') return wordBinary(b, name, left, right);
  if (name === 'Modulo') {
    const mask = maskOfDivisor(b, right);
    return mask === null ? null : wideBinary(b, Op.BitAnd, 'BitAnd', left, mask);
  }
  const isShift = name === 'LeftShift' && right.low >= 0 && right.high <= MAX_SHIFT;
  if (!isShift && !OPERATIONS.has(name)) return null;
  const first = bounded(b, left, masks[0]);
  const second = first === null ? null : bounded(b, right, masks[1] ?? right.kinds);
  if (first === null || second === null) return null;
  if (name === 'BitAnd') {
    const low = masked(b, first, second) ?? masked(b, second, first);
    if (low !== null) return low;
  }
  const word = wordBinary(b, name, first, second);
  if (word !== null) return word;
  const inputs = [first, second, b.object(binaryOperatorOf(opcode))];
  const node = b.pure('wide', 'arithmetic($0, $1, $2)', inputs, INT | BIG);
  node.form = { name, left: first, right: second };
  return node;
}
