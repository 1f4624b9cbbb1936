/** Reads the arguments of calls and the bases of classes, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { forClauses } from './comprehensions.ts';
import { assignmentExpression, expression, starredExpression, unnamedExpression } from './expressions.ts';
import { type Piece, piece } from './piece.ts';
import { Remembered, type Reader } from './reader.ts';

/** Arguments that have been read. */
interface Arguments {
  /** Those without a name, `*` ones included. */
  readonly positional: Piece[];
  readonly hasMapping: boolean;
}

/** Arguments up to a closing parenthesis, which is not passed. */
export function callArguments(r: Reader): Piece | undefined {
  return r.remember(Remembered.Arguments, () => {
    const start = r.index;
    const isRead = args(r) !== undefined && r.optional(() => r.take(T.Comma)) && r.at(T.RightParen);
    if (isRead) return piece(Kind.Call, start, r.index);
    r.index = start;
    seekArgumentMistakes(r);
    return undefined;
  });
}

function args(r: Reader): Arguments | undefined {
  const positional = positionalArguments(r);
  if (positional === undefined) return keywords(r);
  const rest = r.attempt(() => r.take(T.Comma) && keywords(r));
  if (rest === undefined) return { positional, hasMapping: false };
  return { positional: [...positional, ...rest.positional], hasMapping: rest.hasMapping };
}

function positionalArguments(r: Reader): Piece[] | undefined {
  return r.separated(T.Comma, (r) => starredExpression(r) ?? r.attempt(() => notBeforeEqual(r, plainArgument(r))));
}

function plainArgument(r: Reader): Piece | undefined {
  return assignmentExpression(r) ?? unnamedExpression(r);
}

function notBeforeEqual(r: Reader, value: Piece | undefined): Piece | undefined {
  return r.at(T.Equal) ? undefined : value;
}

// ── Keywords ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** `name=value` and `*iterable`, then `name=value` and `**mapping`. */
function keywords(r: Reader): Arguments | undefined {
  const first = r.separated(T.Comma, (r) => keyword(r) ?? starredExpression(r));
  if (first === undefined) {
    const only = r.separated(T.Comma, keywordOrMapping);
    return only && { positional: [], hasMapping: only.some(isMapping) };
  }
  const rest = r.attempt(() => r.take(T.Comma) && r.separated(T.Comma, keywordOrMapping)) ?? [];
  return { positional: first.filter(({ kind }) => kind === Kind.Starred), hasMapping: rest.some(isMapping) };
}

function isMapping({ kind }: Piece): boolean {
  return kind === Kind.Dict;
}

function keyword(r: Reader): Piece | undefined {
  seekKeywordMistake(r);
  const start = r.index;
  return r.attempt(() => r.take(T.Name) && r.take(T.Equal) && expression(r) && piece(Kind.Keyword, start, r.index));
}

function keywordOrMapping(r: Reader): Piece | undefined {
  const start = r.index;
  return keyword(r) ?? r.attempt(() => r.take(T.DoubleStar) && expression(r) && piece(Kind.Dict, start, r.index));
}

const MAYBE_COMPARISON = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

function seekKeywordMistake(r: Reader): void {
  r.seek((start) => {
    if (r.takeAnyOf(T.True, T.False, T.None) && r.take(T.Equal)) {
      r.fail(`cannot assign to ${r.tokens.text(start)}`, start, start + 1);
    }
    r.index = start;
    seekNamedGenerator(r);
    r.index = start;
    if (r.at(T.DoubleStar)) seekAssignmentToMapping(r);
    else if (!r.at(T.Name) || r.kindAt(start + 1) !== T.Equal) seekAssignmentToExpression(r);
  });
}

/** `name=element for ...`. */
function seekNamedGenerator(r: Reader): void {
  const start = r.index;
  if (r.take(T.Name) && r.take(T.Equal) && expression(r) && forClauses(r)) r.fail(MAYBE_COMPARISON, start, start + 1);
}

function seekAssignmentToExpression(r: Reader): void {
  const target = expression(r);
  if (target === undefined || !r.take(T.Equal)) return;
  r.fail('expression cannot contain assignment, perhaps you meant "=="?', target.first, r.index - 1);
}

function seekAssignmentToMapping(r: Reader): void {
  const start = r.index;
  r.index++;
  if (!expression(r) || !r.take(T.Equal)) return;
  const value = expression(r);
  if (value !== undefined) r.fail('cannot assign to keyword argument unpacking', start, value.last);
}

// ── Mistakes of the whole list ─────────────────────────────────────────────────────────────────────────────────────

const UNPARENTHESIZED = 'Generator expression must be parenthesized';

function seekArgumentMistakes(r: Reader): void {
  for (const find of [
    seekLateUnpacking,
    seekGeneratorBeforeComma,
    seekNamedGenerator,
    seekMissingValue,
    seekGeneratorAtEnd,
    seekGeneratorBehindArguments,
    seekLatePositional,
  ]) {
    r.seek(() => find(r));
  }
}

function seekLateUnpacking(r: Reader): void {
  const isRead = r.attempt(() => positionalArguments(r) && r.take(T.Comma) && keywords(r)) ?? keywords(r);
  const comma = r.index;
  if (isRead === undefined || !r.take(T.Comma)) return;
  const unpacked = r.separated(T.Comma, (r) => r.attempt(() => notBeforeEqual(r, starredExpression(r))));
  if (unpacked !== undefined) {
    r.failFrom('iterable argument unpacking follows keyword argument unpacking', comma);
  }
}

function seekGeneratorBeforeComma(r: Reader): void {
  const element = expression(r);
  const last = element && forClauses(r);
  if (element === undefined || last === undefined || !r.take(T.Comma)) return;
  r.optional(() => args(r) ?? (expression(r) && forClauses(r)));
  r.failOver(UNPARENTHESIZED, element, last);
}

function seekMissingValue(r: Reader): void {
  r.optional(() => args(r) && r.take(T.Comma));
  const name = r.index;
  if (r.take(T.Name) && r.take(T.Equal) && (r.at(T.Comma) || r.at(T.RightParen))) {
    r.fail('expected argument value expression', name, name + 1);
  }
}

/** A generator without parentheses is fine where it is the only argument. */
function seekGeneratorAtEnd(r: Reader): void {
  const list = args(r);
  const last = list && forClauses(r);
  if (list === undefined || last === undefined || list.positional.length <= 1) return;
  r.failOver(UNPARENTHESIZED, list.positional[list.positional.length - 1], last);
}

function seekGeneratorBehindArguments(r: Reader): void {
  if (!args(r) || !r.take(T.Comma)) return;
  const element = expression(r);
  const last = element && forClauses(r);
  if (element !== undefined && last !== undefined) r.failOver(UNPARENTHESIZED, element, last);
}

function seekLatePositional(r: Reader): void {
  const list = args(r);
  if (list === undefined || !r.take(T.Comma) || !args(r)) return;
  r.failAtLast(`positional argument follows keyword argument${list.hasMapping ? ' unpacking' : ''}`);
}
