/** Reads the `for` clauses of comprehensions, and finds the mistakes made in comprehensions. */
import * as T from '../tokens.ts';
import { bitwiseOr, disjunction, starNamedExpression, starNamedExpressions, starredExpression } from './expressions.ts';
import type { Piece } from './piece.ts';
import { type Reader, Sought } from './reader.ts';
import { seekForTargetMistake, starTargets } from './targets.ts';

/** One or more clauses; returns the last expression in them. */
export function forClauses(r: Reader): Piece | undefined {
  const clauses = r.repeated(forClause);
  return clauses[clauses.length - 1];
}

function forClause(r: Reader): Piece | undefined {
  const start = r.index;
  r.take(T.Async);
  if (!r.take(T.For)) {
    r.index = start;
    return undefined;
  }
  const hasTargets = starTargets(r) !== undefined && r.take(T.In);
  const last = hasTargets ? iterableAndConditions(r) : undefined;
  if (last !== undefined) return last;
  r.index = start;
  // Behind `in` it can be nothing else.
  if (!hasTargets) {
    seekMissingIn(r);
    seekForTargetMistake(r);
  }
  return undefined;
}

function iterableAndConditions(r: Reader): Piece | undefined {
  const iterable = disjunction(r);
  if (iterable === undefined) return undefined;
  const conditions = r.repeated((r) => r.attempt(() => r.take(T.If) && disjunction(r)));
  return conditions[conditions.length - 1] ?? iterable;
}

function seekMissingIn(r: Reader): void {
  r.seek(() => {
    r.take(T.Async);
    r.index++;
    if (r.separated(T.Comma, bitwiseOr) === undefined) return;
    r.take(T.Comma);
    if (!r.at(T.In)) r.failAtLast("'in' expected after for-loop variables");
  });
}

export function seekComprehensionMistake(r: Reader): void {
  r.seekOnce(Sought.Comprehension, (start) => {
    const isParenthesized = r.at(T.LeftParen);
    if (!r.takeAnyOf(T.LeftParen, T.LeftBracket, T.LeftBrace)) return;
    const element = starredExpression(r);
    if (element !== undefined && forClauses(r)) {
      r.failAt('iterable unpacking cannot be used in comprehension', element);
    }
    if (isParenthesized) return;
    r.index = start + 1;
    seekBareTuple(r);
  });
}

/** `[x, y for ...]` */
function seekBareTuple(r: Reader): void {
  const message = 'did you forget parentheses around the comprehension target?';
  const first = starNamedExpression(r);
  const comma = r.index;
  if (first === undefined || !r.take(T.Comma)) return;
  const rest = starNamedExpressions(r);
  if (rest !== undefined && forClauses(r)) r.failOver(message, first, rest[rest.length - 1]);
  r.index = comma + 1;
  if (forClauses(r)) r.fail(message, first.first, comma);
}

export function seekDictComprehensionMistake(r: Reader): void {
  r.seek((start) => {
    r.index++;
    if (r.take(T.DoubleStar) && bitwiseOr(r) && forClauses(r) && r.take(T.RightBrace)) {
      r.failAtToken('dict unpacking cannot be used in dict comprehension', start + 1);
    }
  });
}
