/** Signature type comments (mode 'func_type'): `(int, *str) -> bool`. */
import { type ExprNode, FunctionType } from '../ast.generated.ts';
import * as T from '../tokens.ts';
import { expression } from './expressions.ts';
import type { Parser } from './parser.ts';

export function functionType(p: Parser): FunctionType {
  p.expect(T.LeftParen);
  const types = p.kind === T.RightParen ? [] : typeList(p);
  p.expect(T.RightParen);
  p.expect(T.Arrow);
  const returns = expression(p);
  while (p.accept(T.Newline));
  if (p.kind !== T.EndMarker) p.fail();
  return new FunctionType(types, returns);
}

/** The stars are allowed, once each, at the end and in this order, and mean nothing. */
function typeList(p: Parser): ExprNode[] {
  const types: ExprNode[] = [];
  let hasStar = false;
  for (;;) {
    const isLast = p.accept(T.DoubleStar);
    if (!isLast && p.accept(T.Star)) {
      if (hasStar) p.fail();
      hasStar = true;
    } else if (hasStar && !isLast) {
      p.fail();
    }
    types.push(expression(p));
    if (isLast || !p.accept(T.Comma)) return types;
  }
}
