/** Compound statements: those with blocks. `match` is in match.ts, since its first word is no keyword. */
import {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  type ExprNode,
  For,
  FunctionDef,
  If,
  type Keyword,
  type StmtNode,
  Try,
  TryStar,
  While,
  With,
  type WithItem,
} from '../ast.generated.ts';
import * as T from '../tokens.ts';
import { argumentList } from './arguments.ts';
import { expression, namedExpression, starExpressions, tupleOf } from './expressions.ts';
import { functionParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { simpleStatements, statement, typeComment } from './statements.ts';
import { starTargets } from './targets.ts';
import { typeParameters } from './type-parameters.ts';
import { requireVersion } from './versions.ts';
import { withItems } from './with-items.ts';

/** The compound statement that comes next, if one does. */
export function compoundStatement(p: Parser): StmtNode | undefined {
  const start = p.index;
  switch (p.kind) {
    case T.If:
      return ifStatement(p, start);
    case T.Def:
      return functionDefinition(p, start, [], false);
    case T.For:
      return forStatement(p, start, false);
    case T.While:
      return whileStatement(p, start);
    case T.Try:
      return tryStatement(p, start);
    case T.With:
      return withStatement(p, start, false);
    case T.Class:
      return classDefinition(p, start, []);
    case T.At:
      return decorated(p);
    case T.Async:
      return asyncStatement(p, start);
    default:
      return undefined;
  }
}

/** An indented block, or simple statements in the same line. */
export function block(p: Parser): StmtNode[] {
  const body: StmtNode[] = [];
  if (p.kind !== T.Newline) {
    simpleStatements(p, body);
    p.advance();
    return body;
  }
  p.advance();
  p.expect(T.Indent);
  p.enter(6);
  do statement(p, body);
  while (!p.at(T.Dedent) && !p.at(T.EndMarker));
  p.leave(6);
  p.expect(T.Dedent);
  return body;
}

function colonBlock(p: Parser): StmtNode[] {
  p.expect(T.Colon);
  return block(p);
}

/** Behind a keyword that nothing but a colon can follow. */
function demandedBlock(p: Parser): StmtNode[] {
  p.demand(T.Colon);
  return block(p);
}

function elseBlock(p: Parser): StmtNode[] {
  return p.accept(T.Else) ? demandedBlock(p) : [];
}

// ── Conditions and loops ───────────────────────────────────────────────────────────────────────────────────────────

interface Branch {
  readonly start: number;
  readonly test: ExprNode;
  readonly body: StmtNode[];
}

/** Each `elif` is an If in the `else` of the one before; all end where the last one does. */
function ifStatement(p: Parser, start: number): StmtNode {
  const branches: Branch[] = [branch(p, start)];
  while (p.kind === T.Elif) {
    p.enter(1);
    branches.push(branch(p, p.index));
  }
  p.leave(branches.length - 1);
  let orElse = elseBlock(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  for (let i = branches.length - 1; ; i--) {
    const { start: at, test, body } = branches[i];
    const node = new If(test, body, orElse, p.lineAt(at), p.columnAt(at), tokens.endLines[end], tokens.endColumns[end]);
    if (i === 0) return node;
    orElse = [node];
  }
}

function branch(p: Parser, start: number): Branch {
  p.advance();
  const test = namedExpression(p);
  return { start, test, body: colonBlock(p) };
}

function whileStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const test = namedExpression(p);
  const body = colonBlock(p);
  const orElse = elseBlock(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  return new While(
    test,
    body,
    orElse,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

function forStatement(p: Parser, start: number, isAsync: boolean): StmtNode {
  p.advance();
  const target = starTargets(p);
  p.expect(T.In);
  const iterable = starExpressions(p);
  p.expect(T.Colon);
  const comment = typeComment(p);
  const body = block(p);
  const orElse = elseBlock(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  const Class = isAsync ? AsyncFor : For;
  return new Class(
    target,
    iterable,
    body,
    orElse,
    comment,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

function asyncStatement(p: Parser, start: number): StmtNode {
  p.advance();
  switch (p.kind) {
    case T.Def:
      return functionDefinition(p, start, [], true);
    case T.For: {
      const node = forStatement(p, start, true);
      requireVersion(p, 5, 'Async for loops are');
      return node;
    }
    case T.With: {
      const node = withStatement(p, start, true);
      requireVersion(p, 5, 'Async with statements are', p.index - 1);
      return node;
    }
    default:
      return p.fail();
  }
}

// ── with and try ───────────────────────────────────────────────────────────────────────────────────────────────────

function withStatement(p: Parser, start: number, isAsync: boolean): StmtNode {
  p.advance();
  const items: WithItem[] = withItems(p);
  p.expect(T.Colon);
  const comment = typeComment(p);
  const body = block(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  const Class = isAsync ? AsyncWith : With;
  return new Class(
    items,
    body,
    comment,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

function tryStatement(p: Parser, start: number): StmtNode {
  p.advance();
  const body = demandedBlock(p);
  const handlers: ExceptHandler[] = [];
  let isStar = false;
  if (p.kind === T.Except) {
    isStar = p.peek() === T.Star;
    do handlers.push(exceptHandler(p, isStar));
    while (p.kind === T.Except);
  }
  const orElse = handlers.length > 0 ? elseBlock(p) : [];
  const finalBody = p.accept(T.Finally) ? demandedBlock(p) : [];
  if (handlers.length === 0 && finalBody.length === 0) p.fail();
  if (isStar) requireVersion(p, 11, 'Exception groups are');
  const end = p.lastSolidToken();
  const { tokens } = p;
  const Class = isStar ? TryStar : Try;
  return new Class(
    body,
    handlers,
    orElse,
    finalBody,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

function exceptHandler(p: Parser, isStar: boolean): ExceptHandler {
  const start = p.index;
  p.advance();
  if (isStar) p.expect(T.Star);
  let type: ExprNode | undefined;
  let name: string | undefined;
  if (isStar || p.kind !== T.Colon) {
    const typeStart = p.index;
    type = expression(p);
    if (p.accept(T.As)) {
      name = p.name();
    } else if (p.kind === T.Comma) {
      type = tupleOf(p, type, typeStart);
      requireVersion(p, 14, 'except expressions without parentheses are');
    }
  }
  const body = colonBlock(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  return new ExceptHandler(
    type,
    name,
    body,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

// ── Definitions ────────────────────────────────────────────────────────────────────────────────────────────────────

function decorated(p: Parser): StmtNode {
  const decorators: ExprNode[] = [];
  while (p.accept(T.At)) {
    decorators.push(namedExpression(p));
    p.expect(T.Newline);
  }
  const start = p.index;
  if (p.kind === T.Class) return classDefinition(p, start, decorators);
  const isAsync = p.accept(T.Async);
  return functionDefinition(p, start, decorators, isAsync);
}

function functionDefinition(p: Parser, start: number, decorators: ExprNode[], isAsync: boolean): StmtNode {
  p.expect(T.Def);
  const name = p.name();
  const typeParams = typeParameters(p);
  p.demand(T.LeftParen);
  const parameters = functionParameters(p);
  p.expect(T.RightParen);
  const returns = p.accept(T.Arrow) ? expression(p) : undefined;
  p.demand(T.Colon);
  const comment = functionTypeComment(p);
  const body = block(p);
  if (isAsync) requireVersion(p, 5, 'Async functions are', p.index - 1);
  const end = p.lastSolidToken();
  const { tokens } = p;
  const Class = isAsync ? AsyncFunctionDef : FunctionDef;
  return new Class(
    name,
    parameters,
    body,
    decorators,
    returns,
    comment,
    typeParams,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}

/** A function's type comment stands behind the colon, or alone in the first line of the block. */
function functionTypeComment(p: Parser): string | undefined {
  const { index, kind } = p;
  if (kind !== T.Newline || p.peek() !== T.TypeComment) return typeComment(p);
  p.advance();
  const comment = typeComment(p);
  if (p.kind === T.Newline && p.peek() === T.Indent) return comment;
  p.goTo(index);
  return undefined;
}

function classDefinition(p: Parser, start: number, decorators: ExprNode[]): StmtNode {
  p.advance();
  const name = p.name();
  const typeParams = typeParameters(p);
  const bases: ExprNode[] = [];
  const keywords: Keyword[] = [];
  if (p.accept(T.LeftParen)) {
    if (p.kind !== T.RightParen) argumentList(p, bases, keywords, false);
    p.expect(T.RightParen);
  }
  const body = colonBlock(p);
  const end = p.lastSolidToken();
  const { tokens } = p;
  return new ClassDef(
    name,
    bases,
    keywords,
    body,
    decorators,
    typeParams,
    p.lineAt(start),
    p.columnAt(start),
    tokens.endLines[end],
    tokens.endColumns[end],
  );
}
