/** Type parameters of functions, classes and `type` statements (PEP 695), and their defaults (PEP 696). */
import { type ExprNode, ParamSpec, type TypeParamNode, TypeVar, TypeVarTuple } from '../ast.generated.ts';
import * as T from '../tokens.ts';
import { expression, starExpression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { requireVersion } from './versions.ts';

/** `[T, *Ts, **P]` if a bracket comes next, else nothing. */
export function typeParameters(p: Parser): TypeParamNode[] {
  const parameters: TypeParamNode[] = [];
  if (p.kind !== T.LeftBracket) return parameters;
  p.advance();
  do parameters.push(typeParameter(p));
  while (p.accept(T.Comma) && !p.at(T.RightBracket));
  if (p.at(T.RightBracket)) requireVersion(p, 12, 'Type parameter lists are');
  p.expect(T.RightBracket);
  return parameters;
}

function typeParameter(p: Parser): TypeParamNode {
  const start = p.index;
  const { kind } = p;
  if (kind === T.Star || kind === T.DoubleStar) p.advance();
  const name = p.name();
  if (kind === T.Star) {
    const value = defaultValue(p, true);
    return new TypeVarTuple(name, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  if (kind === T.DoubleStar) {
    const value = defaultValue(p, false);
    return new ParamSpec(name, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  const bound = p.accept(T.Colon) ? expression(p) : undefined;
  const value = defaultValue(p, false);
  return new TypeVar(name, bound, value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function defaultValue(p: Parser, mayStar: boolean): ExprNode | undefined {
  if (!p.accept(T.Equal)) return undefined;
  const value = mayStar ? starExpression(p) : expression(p);
  requireVersion(p, 13, 'Type parameter defaults are');
  return value;
}
