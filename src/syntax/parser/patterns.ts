/** Patterns of `case` (PEP 634). */
import {
  Attribute,
  BinOp,
  Constant,
  type ExprNode,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchSingleton,
  MatchStar,
  MatchValue,
  Name,
  type PatternNode,
  UnaryOp,
} from '../ast.generated.ts';
import { ComplexConstant } from '../../bytecode/constants.ts';
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { number } from './atoms.ts';
import type { Parser } from './parser.ts';
import { raiseAt } from './raise.ts';
import { strings } from './strings.ts';

/** What stands behind `case`: a pattern, or a sequence without brackets. */
export function patterns(p: Parser): PatternNode {
  const start = p.index;
  const first = maybeStarPattern(p);
  if (p.kind !== T.Comma) return first.kind === Kind.MatchStar ? p.fail() : first;
  const items = [first];
  while (p.accept(T.Comma) && !p.at(T.Colon) && !p.at(T.If)) items.push(maybeStarPattern(p));
  return new MatchSequence(items, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function maybeStarPattern(p: Parser): PatternNode {
  if (p.kind !== T.Star) return pattern(p);
  const start = p.index;
  p.advance();
  const name = p.isSoftKeyword(p.wildcardName) ? skip(p) : captureName(p);
  return new MatchStar(name, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function skip(p: Parser): undefined {
  p.advance();
}

/** A pattern with `|` and `as`. */
function pattern(p: Parser): PatternNode {
  const start = p.index;
  const value = orPattern(p);
  if (!p.accept(T.As)) return value;
  if (p.isSoftKeyword(p.wildcardName)) p.fail();
  const name = captureName(p);
  return new MatchAs(value, name, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** A name to bind, which must not look like the beginning of something longer. */
function captureName(p: Parser): string {
  const name = p.name();
  if (p.kind === T.Dot || p.kind === T.LeftParen || p.kind === T.Equal) p.fail();
  return name;
}

function orPattern(p: Parser): PatternNode {
  const start = p.index;
  const first = closedPattern(p);
  if (p.kind !== T.VerticalBar) return first;
  const alternatives = [first];
  while (p.accept(T.VerticalBar)) alternatives.push(closedPattern(p));
  return new MatchOr(alternatives, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function closedPattern(p: Parser): PatternNode {
  const start = p.index;
  switch (p.kind) {
    case T.Name:
      return namePattern(p, start);
    case T.LeftParen:
      return parenthesizedPattern(p, start);
    case T.LeftBracket: {
      p.advance();
      return sequencePattern(p, [], T.RightBracket, start);
    }
    case T.LeftBrace:
      return mappingPattern(p, start);
    case T.None:
      return singleton(p, null, start);
    case T.True:
      return singleton(p, true, start);
    case T.False:
      return singleton(p, false, start);
    default: {
      const value = literal(p);
      return new MatchValue(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
    }
  }
}

function singleton(p: Parser, value: null | boolean, start: number): MatchSingleton {
  p.advance();
  return new MatchSingleton(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

// ── Literals ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A number with its sign, a complex number or a string. */
function literal(p: Parser): ExprNode {
  if (p.kind === T.StringLiteral || p.kind === T.FStringStart || p.kind === T.TStringStart) return strings(p);
  const start = p.index;
  const real = signedNumber(p);
  if (p.kind !== T.Plus && p.kind !== T.Minus) return real;
  requireNumberKind(p, real, false);
  const operator = p.kind === T.Plus ? Kind.Add : Kind.Sub;
  p.advance();
  const imaginary = number(p);
  requireNumberKind(p, imaginary, true);
  return new BinOp(real, operator, imaginary, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function signedNumber(p: Parser): ExprNode {
  if (p.kind !== T.Minus) return number(p);
  const start = p.index;
  p.advance();
  const operand = number(p);
  return new UnaryOp(Kind.USub, operand, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

export function requireNumberKind(p: Parser, value: ExprNode, isImaginary: boolean): void {
  const constant = (value.kind === Kind.UnaryOp ? value.operand : value) as Constant;
  if (constant.value instanceof ComplexConstant === isImaginary) return;
  raiseAt(p, constant, `${isImaginary ? 'imaginary' : 'real'} number required in complex literal`);
}

// ── Names, classes, groups ─────────────────────────────────────────────────────────────────────────────────────────

/** A capture, the wildcard, a dotted name to compare with, or a class pattern. */
function namePattern(p: Parser, start: number): PatternNode {
  const next = p.peek();
  if (p.isSoftKeyword(p.wildcardName)) {
    p.advance();
    return new MatchAs(undefined, undefined, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  if (next !== T.Dot && next !== T.LeftParen) {
    const name = captureName(p);
    return new MatchAs(undefined, name, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  const value = dottedName(p);
  if (p.kind === T.LeftParen) return classPattern(p, value, start);
  if (p.kind === T.Equal) p.fail();
  return new MatchValue(value, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function dottedName(p: Parser): ExprNode {
  const start = p.index;
  const name = p.name();
  let value: ExprNode = new Name(name, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  while (p.accept(T.Dot)) {
    const attribute = p.name();
    value = new Attribute(value, attribute, Kind.Load, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
  }
  return value;
}

function classPattern(p: Parser, cls: ExprNode, start: number): PatternNode {
  const positional: PatternNode[] = [];
  const names: string[] = [];
  const values: PatternNode[] = [];
  p.advance();
  while (p.kind !== T.RightParen) {
    if (p.kind === T.Name && p.peek() === T.Equal) {
      names.push(p.name());
      p.advance();
      values.push(pattern(p));
    } else {
      if (names.length > 0) p.fail();
      positional.push(pattern(p));
    }
    if (!p.accept(T.Comma)) break;
  }
  p.expect(T.RightParen);
  return new MatchClass(cls, positional, names, values, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

/** A group, which is the pattern itself, or a sequence. */
function parenthesizedPattern(p: Parser, start: number): PatternNode {
  p.advance();
  if (p.kind === T.RightParen) return sequencePattern(p, [], T.RightParen, start);
  const first = maybeStarPattern(p);
  if (p.kind === T.RightParen && first.kind !== Kind.MatchStar) {
    p.advance();
    return first;
  }
  p.expect(T.Comma);
  return sequencePattern(p, [first], T.RightParen, start);
}

/** The rest of a sequence, at an item or at its end. */
function sequencePattern(p: Parser, items: PatternNode[], end: number, start: number): PatternNode {
  while (p.kind !== end) {
    items.push(maybeStarPattern(p));
    if (!p.accept(T.Comma)) break;
  }
  p.expect(end);
  return new MatchSequence(items, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

// ── Mappings ───────────────────────────────────────────────────────────────────────────────────────────────────────

function mappingPattern(p: Parser, start: number): PatternNode {
  const keys: ExprNode[] = [];
  const values: PatternNode[] = [];
  let rest: string | undefined;
  p.advance();
  while (p.kind !== T.RightBrace && rest === undefined) {
    if (p.accept(T.DoubleStar)) {
      if (p.isSoftKeyword(p.wildcardName)) p.fail();
      rest = captureName(p);
    } else {
      keys.push(mappingKey(p));
      p.expect(T.Colon);
      values.push(pattern(p));
    }
    if (!p.accept(T.Comma)) break;
  }
  p.expect(T.RightBrace);
  return new MatchMapping(keys, values, rest, p.lineAt(start), p.columnAt(start), p.endLine, p.endColumn);
}

function mappingKey(p: Parser): ExprNode {
  const { index } = p;
  switch (p.kind) {
    case T.Name: {
      const key = dottedName(p);
      return key.kind === Kind.Name ? p.fail() : key;
    }
    case T.None:
      return keyConstant(p, null, index);
    case T.True:
      return keyConstant(p, true, index);
    case T.False:
      return keyConstant(p, false, index);
    default:
      return literal(p);
  }
}

function keyConstant(p: Parser, value: null | boolean, index: number): Constant {
  p.advance();
  return new Constant(value, undefined, p.lineAt(index), p.columnAt(index), p.endLine, p.endColumn);
}
