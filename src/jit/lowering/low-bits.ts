/**
 * Ints of which only the low bits are needed, because they are masked: 32 bits are computed with the machine's own operations, whatever the
 * size of what lies between.
 */
import type { Builder } from '../builder.ts';
import { type Form, type Node, original } from '../graph.ts';
import { INT, isWithin } from '../kinds.ts';
import { normalize } from '../../objspace/types/int/arithmetic.ts';

const INT32 = 2 ** 31;
const UINT32 = 2 ** 32;

/** How far operations are followed. */
const MAX_STEPS = 8;

export function isInt32(node: Node): boolean {
  return node.low >= -INT32 && node.high < INT32 && isWithin(node.kinds, INT);
}

export function isUint32(node: Node): boolean {
  return node.low >= 0 && node.high < UINT32 && isWithin(node.kinds, INT);
}

/** An int32 or uint32 with the same low 32 bits as the int; null if there is no short way to it. */
export function low32(b: Builder, node: Node, step: number): Node | null {
  if (node.isConstant) {
    const { constant } = node;
    if (typeof constant !== 'number' && typeof constant !== 'bigint') return null;
    return b.constant(Number(BigInt.asIntN(32, BigInt(constant))));
  }
  if (isInt32(node) || isUint32(node)) return node;
  const whole = original(node);
  if (whole.op === 'from_u64') return b.int('low', '(B[0] = $0, W[0])', [whole.inputs[0]], 0, UINT32 - 1);
  if (node.form !== null && step < MAX_STEPS) {
    const low = lowOfForm(b, node.form, step);
    if (low !== null) return low;
  }
  return isWithin(node.kinds, INT) ? b.int('low', '$0 | 0', [node], -INT32, INT32 - 1) : null;
}

/** What takes the bits of an int that its remainder by a power of two consists of; null if the divisor is none. */
export function maskOfDivisor(b: Builder, divisor: Node): Node | null {
  const { constant } = divisor;
  if (!divisor.isConstant || (typeof constant !== 'number' && typeof constant !== 'bigint')) return null;
  const power = BigInt(constant);
  return power > 0n && (power & (power - 1n)) === 0n ? b.constant(normalize(power - 1n)) : null;
}

const TEMPLATES: Record<string, string> = {
  Add: '($0 + $1) | 0',
  Subtract: '($0 - $1) | 0',
  Multiply: 'Math.imul($0, $1)',
  BitAnd: '$0 & $1',
  BitOr: '$0 | $1',
  BitXor: '$0 ^ $1',
};

function lowOfForm(b: Builder, { name, left, right }: Form, step: number): Node | null {
  const result = (template: string, inputs: Node[]): Node => b.int('low', template, inputs, -INT32, INT32 - 1);
  if (name === 'LeftShift' && (right.low < 0 || right.high > 31)) return null;
  const first = name in TEMPLATES || name === 'LeftShift' || name === 'Invert' ? low32(b, left, step + 1) : null;
  if (first === null) return null;
  if (name === 'Invert') return result('~$0', [first]);
  if (name === 'LeftShift') return result('$0 << $1', [first, right]);
  const second = low32(b, right, step + 1);
  return second === null ? null : result(TEMPLATES[name], [first, second]);
}
