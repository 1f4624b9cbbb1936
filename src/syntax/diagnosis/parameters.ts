/** Reads the parameters of functions and lambdas, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { expression, starExpression } from './expressions.ts';
import { type Piece, piece } from './piece.ts';
import type { Reader } from './reader.ts';

/** The token behind the list tells functions from lambdas. */
type End = typeof T.RightParen | typeof T.Colon;

/** Parameters of a function up to the closing parenthesis; undefined if there are none that are right. */
export function functionParameters(r: Reader): true | undefined {
  return parameterList(r, T.RightParen);
}

/** Parameters of a lambda up to the colon; true even if there are none. */
export function lambdaParameters(r: Reader): true {
  parameterList(r, T.Colon);
  return true;
}

function parameterList(r: Reader, end: End): true | undefined {
  r.seek(() => seekParameterMistakes(r, end));
  return r.attempt(() => {
    if (positionalOnly(r, end, false)) {
      r.repeated(() => plainParameter(r, end));
      r.repeated(() => defaultParameter(r, end));
    } else if (positionalOnly(r, end, true)) {
      r.repeated(() => defaultParameter(r, end));
    } else {
      const plain = r.repeated(() => plainParameter(r, end));
      const withDefault = r.repeated(() => defaultParameter(r, end));
      if (plain.length + withDefault.length === 0) return starParameters(r, end);
    }
    return r.optional(() => starParameters(r, end));
  });
}

// ── One parameter ──────────────────────────────────────────────────────────────────────────────────────────────────

function parameter(r: Reader, end: End, mayStar = false): Piece | undefined {
  const start = r.index;
  if (!r.take(T.Name)) return undefined;
  if (end === T.RightParen) r.optional(() => r.take(T.Colon) && (mayStar ? starExpression(r) : expression(r)));
  return piece(Kind.Arg, start, r.index);
}

/** The comma behind a parameter, or the end of the list, which stays; type comments go with either. */
function parameterEnd(r: Reader, end: End): boolean {
  if (r.take(T.Comma)) {
    r.take(T.TypeComment);
    return true;
  }
  r.take(T.TypeComment);
  return r.at(end);
}

function plainParameter(r: Reader, end: End, mayStar = false): Piece | undefined {
  return r.attempt(() => {
    const result = parameter(r, end, mayStar);
    return result !== undefined && parameterEnd(r, end) ? result : undefined;
  });
}

function defaultParameter(r: Reader, end: End): Piece | undefined {
  return r.attempt(() => {
    const result = parameter(r, end);
    return result !== undefined && defaultValue(r) && parameterEnd(r, end) ? result : undefined;
  });
}

function anyParameter(r: Reader, end: End): Piece | undefined {
  return r.attempt(() => {
    const result = parameter(r, end);
    return result !== undefined && r.optional(() => defaultValue(r)) && parameterEnd(r, end) ? result : undefined;
  });
}

function defaultValue(r: Reader): Piece | undefined {
  const start = r.index;
  const value = r.attempt(() => r.take(T.Equal) && expression(r));
  if (value === undefined && r.at(T.Equal)) {
    r.seek(() => {
      r.index++;
      if (r.at(T.RightParen) || r.at(T.Comma)) r.failAtToken('expected default value expression', start);
    });
  }
  return value;
}

// ── Parts of the list ──────────────────────────────────────────────────────────────────────────────────────────────

/** Parameters up to a slash; with `hasDefaults` some of the last ones have one, else none. */
function positionalOnly(r: Reader, end: End, hasDefaults: boolean): true | undefined {
  return r.attempt(() => {
    const plain = r.repeated(() => plainParameter(r, end)).length;
    const count = hasDefaults ? r.repeated(() => defaultParameter(r, end)).length : plain;
    return count > 0 && r.take(T.Slash) && (r.take(T.Comma) || r.at(end)) ? true : undefined;
  });
}

function anyPositionalOnly(r: Reader, end: End): true | undefined {
  return positionalOnly(r, end, false) ?? positionalOnly(r, end, true);
}

/** What begins with a star or two. */
function starParameters(r: Reader, end: End): true | undefined {
  if (r.at(T.Star)) {
    seekStarMistakes(r, end);
    return r.attempt(() => {
      r.index++;
      if (r.take(T.Comma)) {
        if (r.repeated(() => anyParameter(r, end)).length === 0) return undefined;
      } else {
        if ((plainParameter(r, end) ?? plainParameter(r, end, true)) === undefined) return undefined;
        r.repeated(() => anyParameter(r, end));
      }
      return r.optional(() => keywordParameters(r, end));
    });
  }
  return keywordParameters(r, end);
}

function keywordParameters(r: Reader, end: End): true | undefined {
  if (!r.at(T.DoubleStar)) return undefined;
  r.seek(() => seekKeywordsMistake(r, end));
  return r.attempt(() => r.take(T.DoubleStar) && plainParameter(r, end) && true);
}

// ── Mistakes ───────────────────────────────────────────────────────────────────────────────────────────────────────

function seekParameterMistakes(r: Reader, end: End): void {
  for (const find of [
    seekLeadingSlash,
    seekSecondSlash,
    seekMissingDefault,
    seekParentheses,
    seekSlashBehindStar,
    seekMissingComma,
  ]) {
    r.seek(() => find(r, end));
  }
}

function seekLeadingSlash(r: Reader): void {
  const slash = r.index;
  if (r.take(T.Slash) && r.take(T.Comma)) r.failAtToken('at least one argument must precede /', slash);
}

function seekSecondSlash(r: Reader, end: End): void {
  if (!anyPositionalOnly(r, end)) return;
  r.repeated(() => anyParameter(r, end));
  if (r.at(T.Slash)) r.failAtToken('/ may appear only once', r.index);
}

function seekMissingDefault(r: Reader, end: End): void {
  r.optional(() => positionalOnly(r, end, false));
  r.repeated(() => plainParameter(r, end));
  const hasDefaults = positionalOnly(r, end, true) ?? r.repeated(() => defaultParameter(r, end)).length > 0;
  const plain = hasDefaults ? plainParameter(r, end) : undefined;
  if (plain !== undefined) r.failAt('parameter without a default follows parameter with a default', plain);
}

function seekParentheses(r: Reader, end: End): void {
  r.repeated(() => plainParameter(r, end));
  const opening = r.index;
  if (!r.take(T.LeftParen)) return;
  const isLambda = end === T.Colon;
  const items = isLambda ? r.separated(T.Comma, (r) => parameter(r, end)) : r.repeated(() => plainParameter(r, end));
  if (items === undefined || items.length === 0) return;
  r.take(T.Comma);
  if (!r.at(T.RightParen)) return;
  const what = isLambda ? 'Lambda expression' : 'Function';
  r.fail(`${what} parameters cannot be parenthesized`, opening, r.index);
}

function seekSlashBehindStar(r: Reader, end: End): void {
  r.optional(() => anyPositionalOnly(r, end));
  r.repeated(() => anyParameter(r, end));
  if (!r.take(T.Star) || !(r.take(T.Comma) || plainParameter(r, end))) return;
  r.repeated(() => anyParameter(r, end));
  if (r.at(T.Slash)) r.failAtToken('/ must be ahead of *', r.index);
}

function seekMissingComma(r: Reader, end: End): void {
  const parameters = r.repeated(() => anyParameter(r, end));
  if (parameters.length > 0 && r.take(T.Slash) && r.at(T.Star)) {
    r.failAtToken('expected comma between / and *', r.index);
  }
}

function seekStarMistakes(r: Reader, end: End): void {
  for (const find of [seekBareStar, seekDefaultOfStar, seekSecondStar]) r.seek(() => find(r, end));
}

function seekBareStar(r: Reader, end: End): void {
  const star = r.index;
  r.index++;
  const isBare = r.at(end) || (r.take(T.Comma) && (r.at(end) || r.at(T.DoubleStar)));
  const message = 'named arguments must follow bare *';
  if (isBare && end === T.Colon) r.failAtLast(message);
  if (isBare) r.failAtToken(message, star);
  if (r.at(T.TypeComment)) r.failAtLast('bare * has associated type comment');
}

function seekDefaultOfStar(r: Reader, end: End): void {
  r.index++;
  if (parameter(r, end) && r.at(T.Equal)) {
    r.failAtToken('var-positional argument cannot have default value', r.index);
  }
}

function seekSecondStar(r: Reader, end: End): void {
  r.index++;
  if (!plainParameter(r, end) && !r.take(T.Comma)) return;
  r.repeated(() => anyParameter(r, end));
  const star = r.index;
  if (r.take(T.Star) && (plainParameter(r, end) || r.take(T.Comma))) {
    r.failAtToken('* argument may appear only once', star);
  }
}

function seekKeywordsMistake(r: Reader, end: End): void {
  r.index++;
  if (!parameter(r, end)) return;
  if (r.at(T.Equal)) r.failAtToken('var-keyword argument cannot have default value', r.index);
  if (!r.take(T.Comma)) return;
  const message = 'arguments cannot follow var-keyword argument';
  const next = r.index;
  const other = parameter(r, end);
  if (other !== undefined) r.failAt(message, other);
  if (r.takeAnyOf(T.Star, T.DoubleStar, T.Slash)) r.failAtToken(message, next);
}
