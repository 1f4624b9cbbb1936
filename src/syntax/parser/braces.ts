/** What stands in braces: sets, dictionaries and their comprehensions. */
import { Dict, DictComp, type ExprNode, Set as SetNode, SetComp } from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { forClauses } from './comprehensions.ts';
import {
  assignmentExpression,
  beginsExpression,
  beginsStarExpression,
  bitwiseOr,
  expression,
  starNamedExpression,
  starred,
} from './expressions.ts';
import type { Parser } from './parser.ts';

export function braces(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  if (p.kind === T.RightBrace || p.kind === T.DoubleStar) return dictionary(p, [], [], start);
  return firstItem(p, start);
}

function firstItem(p: Parser, start: number): ExprNode {
  if (p.kind === T.Star) return set(p, starred(p), start);
  const itemStart = p.index;
  let first = expression(p);
  if (p.kind === T.ColonEqual) first = assignmentExpression(p, first, itemStart);
  else if (p.kind === T.Colon) return afterFirstKey(p, first, start);
  return set(p, first, start);
}

function afterFirstKey(p: Parser, key: ExprNode, start: number): ExprNode {
  p.advance();
  const value = expression(p);
  if (p.kind !== T.For && p.kind !== T.Async) {
    if (p.kind !== T.RightBrace) p.expect(T.Comma);
    return dictionary(p, [key], [value], start);
  }
  const clauses = forClauses(p);
  p.expect(T.RightBrace);
  return new DictComp(key, value, clauses, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** The rest of a dictionary: at an item, or at its end. */
function dictionary(p: Parser, keys: (ExprNode | undefined)[], values: ExprNode[], start: number): ExprNode {
  while (p.kind === T.DoubleStar || beginsExpression(p.kind)) {
    if (p.accept(T.DoubleStar)) {
      keys.push(undefined);
      values.push(bitwiseOr(p));
    } else {
      keys.push(expression(p));
      p.expect(T.Colon);
      values.push(expression(p));
    }
    if (!p.accept(T.Comma)) break;
  }
  p.expect(T.RightBrace);
  return new Dict(keys, values, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function set(p: Parser, first: ExprNode, start: number): ExprNode {
  if (p.kind === T.For || p.kind === T.Async) {
    if (first.kind === Kind.Starred) p.fail();
    const clauses = forClauses(p);
    p.expect(T.RightBrace);
    return new SetComp(first, clauses, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  const items = [first];
  while (p.accept(T.Comma) && beginsStarExpression(p.kind)) items.push(starNamedExpression(p));
  p.expect(T.RightBrace);
  return new SetNode(items, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}
