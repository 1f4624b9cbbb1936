/** Reads the patterns of `case`, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { expression } from './expressions.ts';
import { strings } from './formatted.ts';
import { nameOf, type Piece, piece } from './piece.ts';
import { Remembered, type Reader } from './reader.ts';

/** What stands behind `case`. */
export function patterns(r: Reader): boolean {
  return openSequence(r) || pattern(r) !== undefined;
}

/** Patterns with at least one comma. */
function openSequence(r: Reader): boolean {
  const isRead = r.attempt(() => maybeStarPattern(r) && r.take(T.Comma));
  if (isRead === undefined) return false;
  sequenceItems(r);
  return true;
}

/** Items with a last comma, if there are any; always true. */
function sequenceItems(r: Reader): true {
  if (r.separated(T.Comma, maybeStarPattern) !== undefined) r.take(T.Comma);
  return true;
}

function maybeStarPattern(r: Reader): Piece | undefined {
  const start = r.index;
  if (!r.at(T.Star)) return pattern(r);
  return r.attempt(() => {
    r.index++;
    return (captureName(r) || r.takeWord(r.parser.wildcardName)) && piece(Kind.MatchStar, start, r.index);
  });
}

function pattern(r: Reader): Piece | undefined {
  const start = r.index;
  const bound = r.attempt(() => orPattern(r) && r.take(T.As) && captureName(r) && piece(Kind.MatchAs, start, r.index));
  if (bound !== undefined) return bound;
  r.seek(() => seekWrongTarget(r));
  return orPattern(r);
}

function seekWrongTarget(r: Reader): void {
  if (!orPattern(r) || !r.take(T.As)) return;
  if (r.atWord(r.parser.wildcardName)) r.failAtToken("cannot use '_' as a target", r.index);
  const target = expression(r);
  if (target !== undefined) r.failAt(`cannot use ${nameOf(r.tokens, target)} as pattern target`, target);
}

function captureName(r: Reader): boolean {
  if (!r.at(T.Name) || r.atWord(r.parser.wildcardName)) return false;
  const next = r.kindAt(r.index + 1);
  if (next === T.Dot || next === T.LeftParen || next === T.Equal) return false;
  r.index++;
  return true;
}

function orPattern(r: Reader): Piece | undefined {
  const start = r.index;
  const items = r.separated(T.VerticalBar, closedPattern);
  if (items === undefined) return undefined;
  return items.length === 1 ? items[0] : piece(Kind.MatchOr, start, r.index);
}

function closedPattern(r: Reader): Piece | undefined {
  return r.remember(Remembered.Pattern, readClosedPattern);
}

function readClosedPattern(r: Reader): Piece | undefined {
  const start = r.index;
  const literal = literalPattern(r);
  if (literal !== undefined) return literal;
  switch (r.kind) {
    case T.Name:
      if (captureName(r) || wildcard(r)) return piece(Kind.MatchAs, start, r.index);
      return valuePattern(r) ?? classPattern(r);
    case T.LeftParen:
      return groupPattern(r) ?? parenthesizedSequence(r);
    case T.LeftBracket:
      return r.attempt(() => {
        r.index++;
        return sequenceItems(r) && r.take(T.RightBracket) && piece(Kind.MatchSequence, start, r.index);
      });
    case T.LeftBrace:
      return mappingPattern(r);
    default:
      return undefined;
  }
}

function wildcard(r: Reader): boolean {
  return r.takeWord(r.parser.wildcardName);
}

function literalPattern(r: Reader): Piece | undefined {
  const start = r.index;
  if (r.takeAnyOf(T.None, T.True, T.False)) return piece(Kind.MatchSingleton, start, r.index);
  if (r.at(T.StringLiteral) || r.at(T.FStringStart) || r.at(T.TStringStart)) return strings(r);
  return r.attempt(() => {
    r.take(T.Minus);
    if (!r.take(T.NumberLiteral)) return undefined;
    if (r.takeAnyOf(T.Plus, T.Minus) && !r.take(T.NumberLiteral)) return undefined;
    return piece(Kind.MatchValue, start, r.index);
  });
}

/** A name with attributes, one at least unless `mayBeBare`. */
function dottedName(r: Reader, mayBeBare: boolean): boolean {
  if (!r.take(T.Name)) return false;
  let isBare = true;
  while (r.attempt(() => r.take(T.Dot) && r.take(T.Name))) isBare = false;
  return mayBeBare || !isBare;
}

function valuePattern(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    if (!dottedName(r, false) || r.at(T.Dot) || r.at(T.LeftParen) || r.at(T.Equal)) return undefined;
    return piece(Kind.MatchValue, start, r.index);
  });
}

function groupPattern(r: Reader): Piece | undefined {
  return r.attempt(() => {
    r.index++;
    const inner = pattern(r);
    return inner !== undefined && r.take(T.RightParen) ? inner : undefined;
  });
}

function parenthesizedSequence(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    r.index++;
    openSequence(r);
    return r.take(T.RightParen) && piece(Kind.MatchSequence, start, r.index);
  });
}

// ── Mappings and classes ───────────────────────────────────────────────────────────────────────────────────────────

function mappingPattern(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    r.index++;
    const items = r.separated(T.Comma, mappingItem);
    const mayGoOn = items === undefined || r.take(T.Comma);
    if (mayGoOn && r.attempt(() => r.take(T.DoubleStar) && captureName(r))) r.take(T.Comma);
    return r.take(T.RightBrace) && piece(Kind.MatchMapping, start, r.index);
  });
}

function mappingItem(r: Reader): true | undefined {
  return r.attempt(() => (literalPattern(r) || dottedName(r, false)) && r.take(T.Colon) && pattern(r) && true);
}

function classPattern(r: Reader): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => {
    if (!dottedName(r, true) || !r.take(T.LeftParen)) return undefined;
    const positional = r.separated(T.Comma, pattern);
    const mayGoOn = positional === undefined || r.take(T.Comma);
    if (mayGoOn && r.separated(T.Comma, keywordPattern)) r.take(T.Comma);
    return r.take(T.RightParen) && piece(Kind.MatchClass, start, r.index);
  });
  if (value === undefined) r.seek(() => seekLatePositional(r));
  return value;
}

function keywordPattern(r: Reader): true | undefined {
  return r.attempt(() => r.take(T.Name) && r.take(T.Equal) && pattern(r) && true);
}

function seekLatePositional(r: Reader): void {
  if (!dottedName(r, true) || !r.take(T.LeftParen)) return;
  r.optional(() => r.separated(T.Comma, pattern) && r.take(T.Comma));
  if (!r.separated(T.Comma, keywordPattern) || !r.take(T.Comma)) return;
  const late = r.separated(T.Comma, pattern);
  if (late !== undefined) r.failOver('positional patterns follow keyword patterns', late[0], late[late.length - 1]);
}
