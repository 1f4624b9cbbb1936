/**
 * Expressions with operators: one loop of precedence climbing from `or` down to `*`, and what stands above and below it.
 *
 * The names of the grammar's levels: expression (lambda, conditional), disjunction (everything with `or` and tighter),
 * bitwise or (no comparison), factor (signs, power). Chains of binary operators are loops, so their length costs no stack.
 */
import {
  Await,
  BinOp,
  BoolOp,
  Compare,
  type CmpOpKind,
  type ExprNode,
  IfExp,
  Lambda,
  NamedExpr,
  type OperatorKind,
  Starred,
  Tuple,
  UnaryOp,
  Yield,
  YieldFrom,
} from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { primary } from './atoms.ts';
import { requireNotEqual } from './barry.ts';
import { lambdaParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { BITWISE_OR, COMPARISON, DISJUNCTION, INVERSION, OPERATOR, PRECEDENCE } from './precedence.ts';
import { requireVersion } from './versions.ts';

/** Whether a token can begin an expression: decides about trailing commas. */
const BEGINS_EXPRESSION: Uint8Array = new Uint8Array(T.LastKeyword + 1);
for (const token of [
  T.Name,
  T.NumberLiteral,
  T.StringLiteral,
  T.FStringStart,
  T.TStringStart,
  T.LeftParen,
  T.LeftBracket,
  T.LeftBrace,
  T.Ellipsis,
  T.Minus,
  T.Plus,
  T.Tilde,
  T.Not,
  T.Lambda,
  T.Await,
  T.None,
  T.True,
  T.False,
]) {
  BEGINS_EXPRESSION[token] = 1;
}

export function beginsExpression(kind: number): boolean {
  return BEGINS_EXPRESSION[kind] === 1;
}

export function beginsStarExpression(kind: number): boolean {
  return BEGINS_EXPRESSION[kind] === 1 || kind === T.Star;
}

// ── Operators ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** An operand and the operators behind it that bind at least as tightly as `minimum`. */
function operation(p: Parser, minimum: number): ExprNode {
  const start = p.index;
  let left = p.kind === T.Not && minimum <= INVERSION ? negation(p) : factor(p);
  for (;;) {
    const { kind } = p;
    const precedence = PRECEDENCE[kind];
    if (precedence < minimum || precedence === 0) return left;
    if (precedence > COMPARISON) {
      p.advance();
      const right = operation(p, precedence + 1);
      if (kind === T.At) requireVersion(p, 5, "The '@' operator is");
      left = new BinOp(
        left,
        OPERATOR[kind] as OperatorKind,
        right,
        p.lineAt(start),
        p.columnAt(start),
        p.endLine,
        p.endColumn,
      );
    } else if (precedence === COMPARISON) {
      left = comparison(p, left, start);
    } else {
      left = booleanChain(p, left, start, kind, precedence);
    }
  }
}

function booleanChain(p: Parser, first: ExprNode, start: number, kind: number, precedence: number): ExprNode {
  const values = [first];
  p.enter(2);
  while (p.kind === kind) {
    p.advance();
    values.push(operation(p, precedence + 1));
  }
  p.leave(2);
  const operator = kind === T.Or ? Kind.Or : Kind.And;
  return new BoolOp(operator, values, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function comparison(p: Parser, left: ExprNode, start: number): ExprNode {
  const operators: CmpOpKind[] = [];
  const comparators: ExprNode[] = [];
  p.enter(3);
  while (PRECEDENCE[p.kind] === COMPARISON) {
    operators.push(comparisonOperator(p));
    comparators.push(operation(p, BITWISE_OR));
  }
  p.leave(3);
  return new Compare(left, operators, comparators, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function comparisonOperator(p: Parser): CmpOpKind {
  const { kind } = p;
  if (kind === T.NotEqual) requireNotEqual(p, p.index);
  p.advance();
  if (kind === T.Not) p.expect(T.In);
  else if (kind === T.Is && p.accept(T.Not)) return Kind.IsNot;
  return OPERATOR[kind] as CmpOpKind;
}

function negation(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  p.enter(1);
  const operand = operation(p, INVERSION);
  p.leave(1);
  return new UnaryOp(Kind.Not, operand, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function factor(p: Parser): ExprNode {
  const start = p.index;
  switch (p.kind) {
    case T.Minus:
      return sign(p, start, Kind.USub);
    case T.Plus:
      return sign(p, start, Kind.UAdd);
    case T.Tilde:
      return sign(p, start, Kind.Invert);
  }
  const base = p.kind === T.Await ? awaited(p, start) : primary(p);
  if (p.kind !== T.DoubleStar) return base;
  p.advance();
  p.enter(2);
  const exponent = factor(p);
  p.leave(2);
  return new BinOp(base, Kind.Pow, exponent, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function sign(p: Parser, start: number, operator: typeof Kind.USub | typeof Kind.UAdd | typeof Kind.Invert): ExprNode {
  p.advance();
  p.enter(1);
  const operand = factor(p);
  p.leave(1);
  return new UnaryOp(operator, operand, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function awaited(p: Parser, start: number): ExprNode {
  p.advance();
  const value = primary(p);
  requireVersion(p, 5, 'Await expressions are');
  return new Await(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function bitwiseOr(p: Parser): ExprNode {
  return operation(p, BITWISE_OR);
}

export function disjunction(p: Parser): ExprNode {
  return operation(p, DISJUNCTION);
}

// ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

export function expression(p: Parser): ExprNode {
  if (p.kind === T.Lambda) return lambda(p);
  const start = p.index;
  const body = operation(p, DISJUNCTION);
  return p.kind === T.If ? conditional(p, body, start) : body;
}

function conditional(p: Parser, body: ExprNode, start: number): ExprNode {
  p.advance();
  const test = operation(p, DISJUNCTION);
  p.expect(T.Else);
  p.enter(1);
  const orElse = expression(p);
  p.leave(1);
  return new IfExp(test, body, orElse, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function lambda(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  p.enter(7);
  const parameters = lambdaParameters(p);
  p.leave(7);
  p.expect(T.Colon);
  p.enter(2);
  const body = expression(p);
  p.leave(2);
  return new Lambda(parameters, body, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** An expression, or `name := expression`. */
export function namedExpression(p: Parser): ExprNode {
  const start = p.index;
  const value = expression(p);
  return p.kind === T.ColonEqual ? assignmentExpression(p, value, start) : value;
}

/** `target` has been read from `start`, and `:=` comes next: it must be a bare name. */
export function assignmentExpression(p: Parser, target: ExprNode, start: number): ExprNode {
  if (target.kind !== Kind.Name || p.index !== start + 1) p.fail();
  p.advance();
  const value = expression(p);
  requireVersion(p, 8, 'Assignment expressions are');
  target.ctx = Kind.Store;
  return new NamedExpr(target, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function starred(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  const value = operation(p, BITWISE_OR);
  return new Starred(value, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function starExpression(p: Parser): ExprNode {
  return p.kind === T.Star ? starred(p) : expression(p);
}

export function starNamedExpression(p: Parser): ExprNode {
  return p.kind === T.Star ? starred(p) : namedExpression(p);
}

/** One expression or a tuple without parentheses, starred items allowed. */
export function starExpressions(p: Parser): ExprNode {
  const start = p.index;
  const first = p.kind === T.Star ? starred(p) : expression(p);
  if (p.kind !== T.Comma) return first;
  const items = [first];
  while (p.accept(T.Comma) && beginsStarExpression(p.kind)) items.push(starExpression(p));
  return new Tuple(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** One expression or a tuple without parentheses and stars. */
export function expressions(p: Parser): ExprNode {
  const start = p.index;
  const first = expression(p);
  return p.kind === T.Comma ? tupleOf(p, first, start) : first;
}

/** The rest of a tuple without parentheses and stars, at the comma behind its first item. */
export function tupleOf(p: Parser, first: ExprNode, start: number): Tuple {
  const items = [first];
  while (p.accept(T.Comma) && beginsExpression(p.kind)) items.push(expression(p));
  return new Tuple(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function yieldExpression(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  if (p.accept(T.From)) {
    const value = expression(p);
    return new YieldFrom(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  const value = beginsStarExpression(p.kind) ? starExpressions(p) : undefined;
  return new Yield(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** The right-hand side of an assignment, or what stands in a replacement field. */
export function yieldOrStarExpressions(p: Parser): ExprNode {
  return p.kind === T.Yield ? yieldExpression(p) : starExpressions(p);
}
