/**
 * The items of a `with` statement.
 *
 * A parenthesis behind `with` may enclose the items or belong to an expression; only what follows the closing one tells. The first
 * is tried, and if it does not end in `):`, the parser goes back.
 */
import { type ExprNode, WithItem } from '../ast.generated.ts';
import * as T from '../tokens.ts';
import { expression } from './expressions.ts';
import { PARSE_FAILURE, type Parser } from './parser.ts';
import { starTarget } from './targets.ts';

/** The items up to the colon. */
export function withItems(p: Parser): WithItem[] {
  return (p.kind === T.LeftParen ? parenthesizedItems(p) : undefined) ?? itemsUpTo(p, T.Colon);
}

/** The items in parentheses, or undefined, with the parser back where it was, if the parentheses are an expression's. */
function parenthesizedItems(p: Parser): WithItem[] | undefined {
  const start = p.index;
  const { level } = p;
  try {
    p.advance();
    const items = itemsUpTo(p, T.RightParen);
    if (p.accept(T.RightParen) && p.kind === T.Colon) return items;
  } catch (error) {
    if (error !== PARSE_FAILURE) throw error;
    p.level = level;
  }
  p.goTo(start);
  return undefined;
}

function itemsUpTo(p: Parser, end: number): WithItem[] {
  const items: WithItem[] = [];
  do {
    if (end === T.RightParen && p.kind === end && items.length > 0) break;
    items.push(withItem(p));
  } while (p.accept(T.Comma));
  return items;
}

function withItem(p: Parser): WithItem {
  const context = expression(p);
  let target: ExprNode | undefined;
  if (p.accept(T.As)) target = starTarget(p);
  return new WithItem(context, target);
}
