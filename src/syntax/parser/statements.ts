/** Statements: which one comes next, and the simple ones, which fit in a line. */
import {
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Break,
  Continue,
  Delete,
  Expr,
  type ExprNode,
  Global,
  Nonlocal,
  type OperatorKind,
  Pass,
  Raise,
  Return,
  type StmtNode,
  TypeAlias,
} from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { primary } from './atoms.ts';
import { compoundStatement } from './compound.ts';
import { beginsStarExpression, expression, starExpressions, yieldOrStarExpressions } from './expressions.ts';
import { importFromStatement, importStatement } from './imports.ts';
import { matchStatement } from './match.ts';
import type { Parser } from './parser.ts';
import { deleteFrom, storedName, storeInto, storeIntoSingle } from './targets.ts';
import { typeParameters } from './type-parameters.ts';
import { requireVersion } from './versions.ts';

/** Adds the next statement, or the statements of the next line, to `body`. */
export function statement(p: Parser, body: StmtNode[]): void {
  const compound = compoundStatement(p) ?? matchStatement(p);
  if (compound !== undefined) {
    body.push(compound);
    return;
  }
  simpleStatements(p, body);
  p.advance();
}

/** The statements of a line, up to its Newline, which is not passed. */
export function simpleStatements(p: Parser, body: StmtNode[]): void {
  do body.push(simpleStatement(p));
  while (p.accept(T.Semicolon) && p.kind !== T.Newline);
  if (p.kind !== T.Newline) p.fail();
}

function simpleStatement(p: Parser): StmtNode {
  const start = p.index;
  switch (p.kind) {
    case T.Return:
      return returnStatement(p, start);
    case T.Import:
      return importStatement(p, start);
    case T.From:
      return importFromStatement(p, start);
    case T.Raise:
      return raiseStatement(p, start);
    case T.Pass:
      p.advance();
      return new Pass(p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
    case T.Del:
      return deleteStatement(p, start);
    case T.Assert:
      return assertStatement(p, start);
    case T.Break:
      p.advance();
      return new Break(p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
    case T.Continue:
      p.advance();
      return new Continue(p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
    case T.Global:
    case T.Nonlocal:
      return scopeStatement(p, start);
    default:
      return expressionStatement(p, start);
  }
}

// ── Expressions and assignments ────────────────────────────────────────────────────────────────────────────────────

function expressionStatement(p: Parser, start: number): StmtNode {
  if (p.isSoftKeyword(p.typeName) && p.peek() === T.Name) return typeStatement(p, start);
  const value = yieldOrStarExpressions(p);
  const { kind } = p;
  if (kind === T.Equal) return assignment(p, value, start);
  if (kind === T.Colon) return annotation(p, value, start);
  if (kind >= T.FirstAugmentedAssignment && kind <= T.LastAugmentedAssignment) return augmented(p, value, start);
  return new Expr(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function assignment(p: Parser, first: ExprNode, start: number): StmtNode {
  const targets: ExprNode[] = [];
  let value = first;
  while (p.kind === T.Equal) {
    targets.push(storeInto(p, value));
    p.advance();
    value = yieldOrStarExpressions(p);
  }
  const comment = typeComment(p);
  return new Assign(targets, value, comment, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** The type comment that comes next, if any: there are none unless the caller asked for them. */
export function typeComment(p: Parser): string | undefined {
  if (p.kind !== T.TypeComment) return undefined;
  const text = p.tokens.text(p.index);
  p.advance();
  return text;
}

function annotation(p: Parser, target: ExprNode, start: number): StmtNode {
  const isSimple = target.kind === Kind.Name && p.index === start + 1;
  storeIntoSingle(p, target);
  p.advance();
  const type = expression(p);
  const value = p.accept(T.Equal) ? yieldOrStarExpressions(p) : undefined;
  requireVersion(p, 6, isSimple ? 'Variable annotation syntax is' : 'Variable annotations syntax is');
  return new AnnAssign(
    target,
    type,
    value,
    isSimple ? 1 : 0,
    p.lineAt(start),
    p.columnAt(start),
    p.endLine,
    p.endColumn,
  );
}

/** The operators of augmented assignments in the order of their tokens. */
const AUGMENTED_OPERATORS: readonly OperatorKind[] = [
  Kind.Add,
  Kind.Sub,
  Kind.Mult,
  Kind.Div,
  Kind.FloorDiv,
  Kind.Mod,
  Kind.MatMult,
  Kind.BitOr,
  Kind.BitAnd,
  Kind.BitXor,
  Kind.LShift,
  Kind.RShift,
  Kind.Pow,
];

function augmented(p: Parser, target: ExprNode, start: number): StmtNode {
  const operator = AUGMENTED_OPERATORS[p.kind - T.FirstAugmentedAssignment];
  storeIntoSingle(p, target);
  if (p.kind === T.AtEqual) requireVersion(p, 5, "The '@' operator is");
  p.advance();
  const value = yieldOrStarExpressions(p);
  return new AugAssign(target, operator, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function typeStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const name = storedName(p);
  const parameters = typeParameters(p);
  p.expect(T.Equal);
  const value = expression(p);
  requireVersion(p, 12, 'Type statement is');
  return new TypeAlias(name, parameters, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

// ── Statements that begin with a keyword ───────────────────────────────────────────────────────────────────────────

function returnStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const value = beginsStarExpression(p.kind) ? starExpressions(p) : undefined;
  return new Return(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function raiseStatement(p: Parser, start: number): StmtNode {
  p.advance();
  let exception: ExprNode | undefined;
  let cause: ExprNode | undefined;
  if (p.kind !== T.Newline && p.kind !== T.Semicolon) {
    exception = expression(p);
    if (p.accept(T.From)) cause = expression(p);
  }
  return new Raise(exception, cause, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function deleteStatement(p: Parser, start: number): StmtNode {
  const targets: ExprNode[] = [];
  p.advance();
  do targets.push(deleteFrom(p, primary(p)));
  while (p.accept(T.Comma) && p.kind !== T.Newline && p.kind !== T.Semicolon);
  return new Delete(targets, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function assertStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const test = expression(p);
  const message = p.accept(T.Comma) ? expression(p) : undefined;
  return new Assert(test, message, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function scopeStatement(p: Parser, start: number): StmtNode {
  const isGlobal = p.kind === T.Global;
  const names: string[] = [];
  p.advance();
  do names.push(p.name());
  while (p.accept(T.Comma));
  return isGlobal
    ? new Global(names, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn)
    : new Nonlocal(names, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}
