/**
 * Constant folding: what an expression of constants is, as far as CPython 3.14 computes it at compile time.
 *
 *   foldExpression(node: ExprNode): ConstantValue | undefined
 *   constantTruth(value: ConstantValue): boolean
 *
 * `undefined` is "not a constant". The code generator asks for the expressions it is about to emit. Folded are unary and
 * binary operators, tuples, and items of constants. `__debug__` is not: what it is depends on the compiler's options.
 *
 * Asking for a node and then for its operands must not take time that is quadratic in the depth: operands that are not
 * constant are found from the right end, where the chain `a + 1 + 1 ...` has its constants, and long chains are remembered.
 */
import type { BinOp, ExprNode, Subscript, UnaryOp } from '../syntax/ast.generated.ts';
import * as Kind from '../syntax/node-kinds.generated.ts';
import { type ConstantValue, TupleConstant } from '../bytecode/constants.ts';
import { constantTruth, foldBinary, foldItem, invert, negate, positive } from './constant-arithmetic.ts';

export { constantTruth };

/** Chains longer than this are remembered when they turn out not to be constant. */
const LONG_CHAIN = 16;
const variableChains = new WeakSet<ExprNode>();

export function foldExpression(node: ExprNode): ConstantValue | undefined {
  switch (node.kind) {
    case Kind.Constant:
      return node.value;
    case Kind.UnaryOp:
      return foldUnary(node);
    case Kind.BinOp:
      return foldChain(node);
    case Kind.Tuple:
      return node.ctx === Kind.Load ? foldTuple(node.elts) : undefined;
    case Kind.Subscript:
      return node.ctx === Kind.Load ? foldSubscript(node) : undefined;
    default:
      return undefined;
  }
}

function foldUnary(node: UnaryOp): ConstantValue | undefined {
  const operand = foldExpression(node.operand);
  if (operand === undefined) return undefined;
  switch (node.op) {
    case Kind.USub:
      return negate(operand);
    case Kind.UAdd:
      return positive(operand);
    case Kind.Invert:
      return invert(operand);
    default:
      return !constantTruth(operand);
  }
}

function foldChain(node: BinOp): ConstantValue | undefined {
  const chain: BinOp[] = [];
  const rights: ConstantValue[] = [];
  let bottom: ExprNode = node;
  for (; bottom.kind === Kind.BinOp; bottom = bottom.left) {
    if (variableChains.has(bottom)) return forget(chain);
    const right = foldExpression(bottom.right);
    if (right === undefined) return forget(chain);
    chain.push(bottom);
    rights.push(right);
  }
  let value = foldExpression(bottom);
  for (let i = chain.length - 1; i >= 0; i--) {
    if (value !== undefined) value = foldBinary(chain[i].op, value, rights[i]);
    if (value === undefined) return forget(chain.slice(0, i + 1));
  }
  return value;
}

function forget(chain: readonly BinOp[]): undefined {
  if (chain.length > LONG_CHAIN) for (const node of chain) variableChains.add(node);
  return undefined;
}

function foldTuple(elements: readonly ExprNode[]): ConstantValue | undefined {
  const items: ConstantValue[] = [];
  for (const element of elements) {
    const value = foldExpression(element);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return new TupleConstant(items);
}

function foldSubscript(node: Subscript): ConstantValue | undefined {
  // Items of items are left to run time: a long chain of subscripts is not walked again from each of its links.
  if (node.value.kind === Kind.Subscript) return undefined;
  const value = foldExpression(node.value);
  if (value === undefined) return undefined;
  const index = foldExpression(node.slice);
  return index === undefined ? undefined : foldItem(value, index);
}
