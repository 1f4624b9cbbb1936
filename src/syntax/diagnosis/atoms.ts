/** Reads atoms, displays, and the attributes, calls and subscripts behind them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { callArguments } from './arguments.ts';
import { forClauses, seekComprehensionMistake, seekDictComprehensionMistake } from './comprehensions.ts';
import {
  assignmentExpression,
  bitwiseOr,
  expression,
  namedExpression,
  starNamedExpression,
  starNamedExpressions,
  starred,
  starredExpression,
  unnamedExpression,
  yieldExpression,
} from './expressions.ts';
import { strings } from './formatted.ts';
import { type Piece, piece } from './piece.ts';
import { Remembered, type Reader, Sought } from './reader.ts';

export function primary(r: Reader): Piece | undefined {
  return r.remember(Remembered.Primary, () => {
    const start = r.index;
    let value = atom(r);
    while (value !== undefined) {
      const longer = r.attempt(() => trailer(r, start));
      if (longer === undefined) return value;
      value = longer;
    }
    return undefined;
  });
}

function trailer(r: Reader, start: number): Piece | undefined {
  if (r.at(T.LeftBracket) || r.at(T.LeftBrace)) seekComprehensionMistake(r);
  switch (r.kind) {
    case T.Dot:
      r.index++;
      return r.take(T.Name) ? piece(Kind.Attribute, start, r.index) : undefined;
    case T.LeftParen: {
      if (generatorExpression(r) !== undefined) return piece(Kind.Call, start, r.index);
      r.index++;
      r.optional(() => callArguments(r));
      return r.take(T.RightParen) ? piece(Kind.Call, start, r.index) : undefined;
    }
    case T.LeftBracket:
      r.index++;
      return slices(r) && r.take(T.RightBracket) ? piece(Kind.Subscript, start, r.index) : undefined;
    default:
      return undefined;
  }
}

function slices(r: Reader): boolean {
  const start = r.index;
  if (slice(r) && !r.at(T.Comma)) return true;
  r.index = start;
  const items = r.separated(T.Comma, (r) => slice(r) ?? starredExpression(r));
  if (items === undefined) return false;
  r.take(T.Comma);
  return true;
}

function slice(r: Reader): Piece | undefined {
  const start = r.index;
  const range = r.attempt(() => {
    r.optional(() => expression(r));
    if (!r.take(T.Colon)) return undefined;
    r.optional(() => expression(r));
    r.optional(() => r.take(T.Colon) && r.optional(() => expression(r)));
    return piece(Kind.Slice, start, r.index);
  });
  return range ?? namedExpression(r);
}

// ── Atoms ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function atom(r: Reader): Piece | undefined {
  switch (r.kind) {
    case T.Name:
      return single(r, Kind.Name);
    case T.NumberLiteral:
    case T.None:
    case T.True:
    case T.False:
    case T.Ellipsis:
      return single(r, Kind.Constant);
    case T.StringLiteral:
    case T.FStringStart:
    case T.TStringStart:
      return strings(r);
    case T.LeftParen:
      return r.nested(31, () => tuple(r) ?? group(r) ?? generatorExpression(r));
    case T.LeftBracket:
      return r.nested(32, () => list(r) ?? comprehension(r, Kind.ListComp, T.LeftBracket, T.RightBracket));
    case T.LeftBrace:
      return r.nested(31, () => inBraces(r));
    default:
      return undefined;
  }
}

function inBraces(r: Reader): Piece | undefined {
  return dictionary(r) ?? set(r) ?? dictComprehension(r) ?? comprehension(r, Kind.SetComp, T.LeftBrace, T.RightBrace);
}

function single(r: Reader, kind: number): Piece {
  r.index++;
  return piece(kind, r.index - 1, r.index);
}

export function tuple(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    if (!r.take(T.LeftParen)) return undefined;
    let items: Piece[] = [];
    r.attempt(() => {
      const first = starNamedExpression(r);
      if (first === undefined || !r.take(T.Comma)) return undefined;
      items = [first, ...(starNamedExpressions(r) ?? [])];
      return true;
    });
    return r.take(T.RightParen) ? piece(Kind.Tuple, start, r.index, items) : undefined;
  });
}

/** A list or tuple, perhaps in parentheses: no target of an annotation. */
export function bracketedTarget(r: Reader): Piece | undefined {
  const inner = list(r) ?? tuple(r);
  if (inner !== undefined) return inner;
  return r.attempt(() => {
    const target = r.take(T.LeftParen) && bracketedTarget(r);
    return target !== false && r.take(T.RightParen) ? target : undefined;
  });
}

/** An expression in parentheses is the expression itself, and has its place. */
function group(r: Reader): Piece | undefined {
  const value = r.attempt(() => {
    if (!r.take(T.LeftParen)) return undefined;
    const inner = r.at(T.Yield) ? yieldExpression(r) : namedExpression(r);
    return inner !== undefined && r.take(T.RightParen) ? inner : undefined;
  });
  if (value === undefined) seekStarredGroup(r);
  return value;
}

function seekStarredGroup(r: Reader): void {
  r.seekOnce(Sought.StarredGroup, (start) => {
    if (!r.take(T.LeftParen)) return;
    const value = starredExpression(r);
    if (value !== undefined && r.take(T.RightParen)) r.failAt('cannot use starred expression here', value);
    r.index = start + 1;
    if (r.take(T.DoubleStar) && expression(r) && r.take(T.RightParen)) {
      r.failAtToken('cannot use double starred expression here', start + 1);
    }
  });
}

/** A mistake in a comprehension of any kind is found where a generator expression might stand. */
export function generatorExpression(r: Reader): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => {
    const isRead =
      r.take(T.LeftParen) && (assignmentExpression(r) ?? unnamedExpression(r)) && forClauses(r) && r.take(T.RightParen);
    return isRead && piece(Kind.GeneratorExp, start, r.index);
  });
  if (value === undefined) seekComprehensionMistake(r);
  return value;
}

export function list(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    if (!r.take(T.LeftBracket)) return undefined;
    const items = starNamedExpressions(r) ?? [];
    return r.take(T.RightBracket) ? piece(Kind.List, start, r.index, items) : undefined;
  });
}

function comprehension(r: Reader, kind: number, opening: number, closing: number): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => {
    const isRead = r.take(opening) && namedExpression(r) && forClauses(r) && r.take(closing);
    return isRead && piece(kind, start, r.index);
  });
  if (value === undefined) seekComprehensionMistake(r);
  return value;
}

// ── Braces ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function set(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    const isRead = r.take(T.LeftBrace) && starNamedExpressions(r) && r.take(T.RightBrace);
    return isRead && piece(Kind.Set, start, r.index);
  });
}

function dictionary(r: Reader): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => {
    if (!r.take(T.LeftBrace)) return undefined;
    if (r.separated(T.Comma, dictItem) !== undefined) r.take(T.Comma);
    return r.take(T.RightBrace) ? piece(Kind.Dict, start, r.index) : undefined;
  });
  if (value === undefined) seekDictMistake(r);
  return value;
}

/** `key: value` or `**mapping`. */
function dictItem(r: Reader): Piece | undefined {
  const start = r.index;
  const unpacked = r.attempt(() => r.take(T.DoubleStar) && bitwiseOr(r));
  return unpacked !== undefined ? piece(Kind.Dict, start, r.index) : keyAndValue(r);
}

function keyAndValue(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => expression(r) && r.take(T.Colon) && expression(r) && piece(Kind.Dict, start, r.index));
}

function dictComprehension(r: Reader): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => {
    const isRead = r.take(T.LeftBrace) && keyAndValue(r) && forClauses(r) && r.take(T.RightBrace);
    return isRead && piece(Kind.DictComp, start, r.index);
  });
  if (value === undefined) seekDictComprehensionMistake(r);
  return value;
}

/** These mistakes are told even where only valid forms are tried, and before all others. */
function seekDictMistake(r: Reader): void {
  r.look((start) => {
    if (!r.take(T.LeftBrace)) return;
    if (r.separated(T.Comma, dictItem) !== undefined && r.take(T.Comma)) seekItemMistake(r, true);
    r.index = start + 1;
    seekItemMistake(r, false);
  });
}

/** What can be wrong with `key: value`; behind other items the colon may be missing. */
function seekItemMistake(r: Reader, mayLackColon: boolean): void {
  const key = expression(r);
  if (key === undefined) return;
  const colon = r.index;
  if (!r.take(T.Colon)) {
    if (mayLackColon) failWithoutColon(r, key);
    return;
  }
  const value = starred(r);
  if (value !== undefined) r.failFrom('cannot use a starred expression in a dictionary value', colon + 1);
  if (r.at(T.RightBrace) || r.at(T.Comma)) r.failAtToken("expression expected after dictionary key and ':'", colon);
}

function failWithoutColon({ tokens }: Reader, { last, first }: Piece): never {
  const message = "':' expected after dictionary key";
  throw tokens.errorAt('SyntaxError', message, tokens.lines[first], tokens.endColumns[last], tokens.endLines[last], 0);
}
