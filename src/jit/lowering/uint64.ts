/**
 * Ints that 64 bits hold, as programs mask them: a bigint of JavaScript between `BigInt.asUintN` is a word of the machine. Python's value is
 * made of it (`from_u64`) where somebody else needs it, which mostly is nobody.
 *
 * Measured (Node 20, xorshift and multiplication, 8 operations): 2.9 ns with every operand and result between `asUintN`, 122 ns with `& mask`.
 */
import type { Builder } from '../builder.ts';
import { type Form, type Node, original } from '../graph.ts';
import { BIG, INT, isWithin } from '../kinds.ts';
import { isLittleEndian } from '../words.ts';
import type { BinaryName } from './numbers.ts';

/** Why a unit is left where an int is none of 64 bits. */
export const WORD = 'word of 64 bits';

const UINT64 = 2n ** 64n;
const MAX_STEPS = 8;

/** Whether the value is made of a word. */
export function isFromWord(node: Node): boolean {
  return original(node).op === 'from_u64';
}

/** Whether a word holds the int, and it is not negative. */
function isWord(node: Node): boolean {
  if (node.isConstant) {
    const { constant } = node;
    if (typeof constant !== 'bigint' && typeof constant !== 'number') return false;
    return constant >= 0 && BigInt(constant) < UINT64;
  }
  return isFromWord(node) || (isWithin(node.kinds, INT) && node.low >= 0);
}

function word(b: Builder, template: string, inputs: Node[]): Node {
  return b.pure('u64', template, inputs, BIG);
}

/** The int that a word is. */
export function fromWord(b: Builder, value: Node, high: bigint): Node {
  const isSafe = high <= BigInt(Number.MAX_SAFE_INTEGER);
  const node = b.pure('from_u64', 'fromWord($0)', [value], isSafe ? INT : INT | BIG);
  node.low = 0;
  if (isSafe) node.high = Number(high);
  return node;
}

const TEMPLATES: Record<string, string> = {
  Add: '+',
  Subtract: '-',
  Multiply: '*',
  BitAnd: '&',
  BitOr: '|',
  BitXor: '^',
};

const narrow = (text: string): string => `BigInt.asUintN(64, ${text})`;

function operation(b: Builder, symbol: string, left: Node, right: Node): Node {
  return word(b, narrow(`${narrow('$0')} ${symbol} ${narrow('$1')}`), [left, right]);
}

/** The low 64 bits of an int; null if there is no short way to them. */
export function lowWord(b: Builder, node: Node, step: number = 0): Node | null {
  if (node.isConstant) {
    const { constant } = node;
    if (typeof constant !== 'number' && typeof constant !== 'bigint') return null;
    return word(b, `${BigInt.asUintN(64, BigInt(constant))}n`, []);
  }
  if (isFromWord(node)) return original(node).inputs[0];
  if (isWithin(node.kinds, INT)) {
    if (node.low >= 0 && node.high < 2 ** 32) return word(b, '(W[0] = $0, W[1] = 0, B[0])', [node]);
    return word(b, '(W[0] = $0, W[1] = Math.floor($0 / 4294967296), B[0])', [node]);
  }
  return node.form === null || step > MAX_STEPS ? null : lowOfForm(b, node.form, step);
}

function lowOfForm(b: Builder, { name, left, right }: Form, step: number): Node | null {
  const isShift = name === 'LeftShift' && right.isConstant && (right.constant as number) < 64;
  if (!isShift && TEMPLATES[name] === undefined) return null;
  const first = lowWord(b, left, step + 1);
  if (first === null) return null;
  if (isShift) return shifted(b, first, '<<', right.constant as number);
  const second = lowWord(b, right, step + 1);
  return second === null ? null : operation(b, TEMPLATES[name], first, second);
}

function shifted(b: Builder, value: Node, symbol: string, count: number): Node {
  return word(b, narrow(`${narrow('$0')} ${symbol} ${count}n`), [value]);
}

/** An operation on ints, one of which is a word, that gives a word; null if it is none. */
export function wordBinary(b: Builder, name: BinaryName, left: Node, right: Node): Node | null {
  if (!isLittleEndian) return null;
  switch (name) {
    case 'BitAnd':
      return masked(b, left, right) ?? masked(b, right, left);
    case 'BitOr':
    case 'BitXor': {
      if (!isWord(left) || !isWord(right)) return null;
      const [first, second] = [lowWord(b, left), lowWord(b, right)];
      if (first === null || second === null) return null;
      return fromWord(b, operation(b, TEMPLATES[name], first, second), UINT64 - 1n);
    }
    case 'RightShift': {
      if (!isFromWord(left) || !right.isConstant) return null;
      const count = right.constant as number;
      if (typeof count !== 'number' || count < 0 || count > 63) return null;
      return fromWord(b, shifted(b, lowWord(b, left)!, '>>', count), (UINT64 - 1n) >> BigInt(count));
    }
    default:
      return null;
  }
}

/** `value & mask` where the mask is a constant of more than 32 bits. */
function masked(b: Builder, value: Node, mask: Node): Node | null {
  if (!mask.isConstant || !isWord(mask)) return null;
  const low = lowWord(b, value);
  if (low === null) return null;
  const bits = BigInt(mask.constant as number | bigint);
  const all = bits === UINT64 - 1n;
  return fromWord(b, all ? low : operation(b, '&', low, lowWord(b, mask)!), bits);
}

/** A word of the value, which is made sure to be one; null if it cannot be. */
export function expectWord(b: Builder, node: Node): Node | null {
  if (isWord(node)) return lowWord(b, node);
  if ((node.kinds & (INT | BIG)) === 0) return null;
  b.guard('isWord($0)', [node], WORD);
  return word(b, 'toWord($0)', [node]);
}
