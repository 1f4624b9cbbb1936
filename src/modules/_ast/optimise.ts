/**
 * The optimised tree (`ast.parse(..., optimize=1)`): what CPython 3.14's optimiser of trees does, and nothing else. Folding of constants
 * is the code generator's and does not show in trees.
 */
import { ComplexConstant, type ConstantValue, FloatConstant, isStrConstant } from '../../bytecode/constants.ts';
import * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { optimiseFormat } from './optimise-format.ts';
import { NODES } from './node-types.ts';

/** Changes the tree in place; `level` is the `optimize` argument, 0 and above. */
export function optimise(root: Ast.ModNode, level: number): void {
  visit(root as unknown as AnyNode, level);
}

type AnyNode = { kind: number } & Record<string, unknown>;

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'kind' in value;

function visit(node: AnyNode, level: number): void {
  if (level >= 2) dropDocstring(node);
  for (const { property, list } of NODES[node.kind]!.fields) {
    const value = node[property];
    if (list) {
      const items = value as unknown[];
      for (let index = 0; index < items.length; index++) items[index] = replaced(items[index], level);
    } else node[property] = replaced(value, level);
  }
}

function replaced(value: unknown, level: number): unknown {
  if (!isNode(value) || NODES[value.kind] === undefined) return value;
  visit(value, level);
  const node = value as unknown as Ast.AstNode;
  switch (node.kind) {
    case Kind.Name:
      return node.id === '__debug__' && node.ctx === Kind.Load ? constantAt(node, level === 0) : node;
    case Kind.BinOp:
      return optimiseFormat(node) ?? node;
    case Kind.MatchValue:
      node.value = foldPattern(node.value);
      return node;
    case Kind.MatchMapping:
      for (let index = 0; index < node.keys.length; index++) node.keys[index] = foldPattern(node.keys[index]);
      return node;
    default:
      return node;
  }
}

function constantAt(node: Ast.ExprNode, value: ConstantValue): Ast.Constant {
  return new Ast.Constant(value, undefined, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset);
}

// ── Patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Signed and complex numbers become constants. */
function foldPattern(node: Ast.ExprNode): Ast.ExprNode {
  const value = numberOf(node);
  return value === undefined ? node : constantAt(node, value);
}

function numberOf(node: Ast.ExprNode): ConstantValue | undefined {
  if (node.kind === Kind.UnaryOp && node.op === Kind.USub && node.operand.kind === Kind.Constant)
    return negated(node.operand.value);
  if (node.kind !== Kind.BinOp || (node.op !== Kind.Add && node.op !== Kind.Sub) || node.right.kind !== Kind.Constant)
    return undefined;
  const left = node.left.kind === Kind.Constant ? node.left.value : numberOf(node.left);
  const right = node.right.value;
  if (left === undefined || !(right instanceof ComplexConstant)) return undefined;
  const real = left instanceof FloatConstant ? left.value : Number(left);
  return node.op === Kind.Add
    ? new ComplexConstant(real + right.real, right.imag)
    : new ComplexConstant(real - right.real, -right.imag);
}

function negated(value: ConstantValue): ConstantValue | undefined {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (typeof value === 'bigint') return -value;
  if (value instanceof FloatConstant) return new FloatConstant(-value.value);
  return value instanceof ComplexConstant ? new ComplexConstant(-value.real, -value.imag) : undefined;
}

// ── Docstrings ───────────────────────────────────────────────────────────────────────────────────────────────────

const HAVE_DOCSTRINGS: ReadonlySet<number> = new Set([
  Kind.Module,
  Kind.FunctionDef,
  Kind.AsyncFunctionDef,
  Kind.ClassDef,
]);
const PASS_LENGTH = 4;

function isString(node: Ast.StmtNode | undefined): node is Ast.Expr & { value: Ast.Constant } {
  return node?.kind === Kind.Expr && node.value.kind === Kind.Constant && isStrConstant(node.value.value);
}

/** Leaves a `pass` where nothing else is, and keeps the next string from becoming a docstring. */
function dropDocstring(node: AnyNode): void {
  if (!HAVE_DOCSTRINGS.has(node.kind)) return;
  const body = node['body'] as Ast.StmtNode[];
  const first = body[0];
  if (!isString(first)) return;
  const { lineno, col_offset: column } = first;
  body.shift();
  if (body.length === 0) body.push(new Ast.Pass(lineno, column, lineno, column + PASS_LENGTH));
  const next = body[0];
  if (isString(next)) next.value = asJoined(next.value) as never;
}

function asJoined(node: Ast.Constant): Ast.JoinedStr {
  return new Ast.JoinedStr([node], node.lineno, node.col_offset, node.end_lineno, node.end_col_offset);
}
