/** Comprehensions: their clauses, and the three forms in round and square brackets (the others are in braces.ts). */
import { Comprehension, type ExprNode, GeneratorExp, ListComp } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { disjunction } from './expressions.ts';
import type { Parser } from './parser.ts';
import { starTargets } from './targets.ts';
import { requireVersion } from './versions.ts';

/** One or more `for` clauses with their conditions. */
export function forClauses(p: Parser): Comprehension[] {
  const clauses: Comprehension[] = [];
  do clauses.push(forClause(p));
  while (p.kind === T.For || p.kind === T.Async);
  return clauses;
}

function forClause(p: Parser): Comprehension {
  const isAsync = p.accept(T.Async);
  p.expect(T.For);
  const target = starTargets(p);
  p.expect(T.In);
  const iterable = disjunction(p);
  const conditions: ExprNode[] = [];
  while (p.accept(T.If)) conditions.push(disjunction(p));
  if (isAsync) requireVersion(p, 6, 'Async comprehensions are');
  return new Comprehension(target, iterable, conditions, isAsync ? 1 : 0);
}

/** The element has been read; the opening parenthesis is token `start`. */
export function generatorExpression(p: Parser, element: ExprNode, start: number): ExprNode {
  if (element.kind === Kind.Starred) p.fail();
  const clauses = forClauses(p);
  p.expect(T.RightParen);
  return new GeneratorExp(element, clauses, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function listComprehension(p: Parser, element: ExprNode, start: number): ExprNode {
  if (element.kind === Kind.Starred) p.fail();
  const clauses = forClauses(p);
  p.expect(T.RightBracket);
  return new ListComp(element, clauses, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}
