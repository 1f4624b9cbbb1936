/** Atoms (names, literals, displays, parentheses) and the primaries built on them: attributes, calls, subscripts. */
import { ELLIPSIS } from '../../bytecode/constants.ts';
import {
  Attribute,
  Call,
  Constant,
  type ExprNode,
  type Keyword,
  List,
  Name,
  Slice,
  Subscript,
  Tuple,
} from '../ast.generated.ts';
import * as Kind from '../node-kinds.generated.ts';
import { parseNumber } from '../number-literal.ts';
import * as T from '../tokens.ts';
import { argumentList } from './arguments.ts';
import { braces } from './braces.ts';
import { generatorExpression, listComprehension } from './comprehensions.ts';
import {
  assignmentExpression,
  beginsExpression,
  beginsStarExpression,
  expression,
  starNamedExpression,
  yieldExpression,
} from './expressions.ts';
import type { Parser } from './parser.ts';
import { raiseLiteralError } from './raise-literal.ts';
import { strings } from './strings.ts';
import { requireVersion } from './versions.ts';

/** An atom with the attributes, calls and subscripts behind it. */
export function primary(p: Parser): ExprNode {
  const start = p.index;
  let value = atom(p);
  for (;;) {
    switch (p.kind) {
      case T.Dot: {
        p.advance();
        const name = p.name();
        value = new Attribute(value, name, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
        continue;
      }
      case T.LeftParen:
        value = call(p, value, start);
        continue;
      case T.LeftBracket: {
        p.advance();
        p.enter(24);
        const index = slices(p);
        p.leave(24);
        p.expect(T.RightBracket);
        value = new Subscript(value, index, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
        continue;
      }
      default:
        return value;
    }
  }
}

function call(p: Parser, callee: ExprNode, start: number): ExprNode {
  p.advance();
  const positional: ExprNode[] = [];
  const keywords: Keyword[] = [];
  p.enter(24);
  if (p.kind !== T.RightParen) argumentList(p, positional, keywords, true);
  p.leave(24);
  p.expect(T.RightParen);
  return new Call(callee, positional, keywords, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

// ── Subscripts ─────────────────────────────────────────────────────────────────────────────────────────────────────

function slices(p: Parser): ExprNode {
  const start = p.index;
  const first = p.kind === T.Star ? starNamedExpression(p) : slice(p);
  if (p.kind !== T.Comma && first.kind !== Kind.Starred) return first;
  const items = [first];
  while (p.accept(T.Comma) && p.kind !== T.RightBracket)
    items.push(p.kind === T.Star ? starNamedExpression(p) : slice(p));
  return new Tuple(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function slice(p: Parser): ExprNode {
  const start = p.index;
  let lower: ExprNode | undefined;
  if (p.kind !== T.Colon) {
    lower = expression(p);
    if (p.kind === T.ColonEqual) return assignmentExpression(p, lower, start);
    if (p.kind !== T.Colon) return lower;
  }
  p.advance();
  const upper = beginsExpression(p.kind) ? expression(p) : undefined;
  const step = p.accept(T.Colon) && beginsExpression(p.kind) ? expression(p) : undefined;
  return new Slice(lower, upper, step, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

// ── Atoms ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function atom(p: Parser): ExprNode {
  const { index } = p;
  switch (p.kind) {
    case T.Name: {
      const name = p.tokens.name(index);
      p.advance();
      return new Name(name, Kind.Load, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
    }
    case T.NumberLiteral:
      return number(p);
    case T.StringLiteral:
    case T.FStringStart:
    case T.TStringStart:
      return strings(p);
    case T.LeftParen:
      return nested(p, parentheses);
    case T.LeftBracket:
      return nested(p, brackets);
    case T.LeftBrace:
      return nested(p, braces);
    case T.None:
      return constant(p, null);
    case T.True:
      return constant(p, true);
    case T.False:
      return constant(p, false);
    case T.Ellipsis:
      return constant(p, ELLIPSIS);
    default:
      return p.fail();
  }
}

function nested(p: Parser, read: (p: Parser) => ExprNode): ExprNode {
  p.enter(28);
  const value = read(p);
  p.leave(28);
  return value;
}

function constant(p: Parser, value: Constant['value']): Constant {
  const { index } = p;
  p.advance();
  return new Constant(value, undefined, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
}

export function number(p: Parser): Constant {
  const { index } = p;
  if (p.kind !== T.NumberLiteral) p.fail();
  const text = p.tokens.text(index);
  if (p.featureVersion < 6 && text.includes('_')) {
    requireVersion(p, 6, 'Underscores in numeric literals are');
  }
  try {
    return constant(p, parseNumber(text, p.maxDigits));
  } catch (error) {
    return raiseLiteralError(p, error, index);
  }
}

function parentheses(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  if (p.kind === T.RightParen) return tuple(p, [], start);
  if (p.kind === T.Yield) {
    const value = yieldExpression(p);
    p.expect(T.RightParen);
    return value;
  }
  const first = starNamedExpression(p);
  if (p.kind === T.RightParen && first.kind !== Kind.Starred) {
    p.advance();
    return first;
  }
  if (p.kind === T.Comma) {
    const items = [first];
    while (p.accept(T.Comma) && beginsStarExpression(p.kind)) items.push(starNamedExpression(p));
    return tuple(p, items, start);
  }
  return generatorExpression(p, first, start);
}

function tuple(p: Parser, items: ExprNode[], start: number): Tuple {
  p.expect(T.RightParen);
  return new Tuple(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function brackets(p: Parser): ExprNode {
  const start = p.index;
  p.advance();
  const items: ExprNode[] = [];
  if (p.kind !== T.RightBracket) {
    items.push(starNamedExpression(p));
    if (p.kind === T.For || p.kind === T.Async) return listComprehension(p, items[0], start);
    while (p.accept(T.Comma) && beginsStarExpression(p.kind)) items.push(starNamedExpression(p));
  }
  p.expect(T.RightBracket);
  return new List(items, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}
