/** Reads expressions with operators, and finds the mistakes made in and between them. */
import * as Kind from '../node-kinds.generated.ts';
import { requireNotEqual } from '../parser/barry.ts';
import { BITWISE_OR, COMPARISON, DISJUNCTION, INVERSION, PRECEDENCE } from '../parser/precedence.ts';
import { raiseAtToken } from '../parser/raise.ts';
import * as T from '../tokens.ts';
import { generatorExpression, list, primary, tuple } from './atoms.ts';
import { lambdaParameters } from './parameters.ts';
import { nameOf, type Piece, piece } from './piece.ts';
import { Remembered, type Reader, Sought } from './reader.ts';
import { simpleStatement } from './statements.ts';

const ADDITION = 9;

// ── Operators ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** An operand and the operators behind it that bind at least as tightly as `minimum`. */
export function operation(r: Reader, minimum: number): Piece | undefined {
  return r.remember(minimum, () => operands(r, minimum));
}

function operands(r: Reader, minimum: number): Piece | undefined {
  const start = r.index;
  let left = minimum <= INVERSION && r.at(T.Not) ? negated(r) : factor(r);
  while (left !== undefined) {
    const precedence = PRECEDENCE[r.kind];
    if (precedence < minimum || precedence === 0) break;
    const longer = extended(r, left, start, precedence);
    if (longer === undefined) break;
    left = longer;
  }
  return left;
}

function negated(r: Reader): Piece | undefined {
  const start = r.index;
  r.index++;
  return operation(r, INVERSION) && piece(Kind.UnaryOp, start, r.index);
}

/** `left` with one more operator of this precedence and its right operand; all of them for those that do not nest. */
function extended(r: Reader, left: Piece, first: number, precedence: number): Piece | undefined {
  if (precedence === COMPARISON) return comparison(r, left, first);
  const start = r.index;
  if (precedence >= ADDITION) seekNegatedOperand(r);
  const operator = r.kind;
  do {
    const before = r.index;
    r.index++;
    if (operation(r, precedence + 1) === undefined) {
      r.index = before;
      break;
    }
  } while (precedence < COMPARISON && r.at(operator));
  if (r.index === start) return undefined;
  return piece(precedence < COMPARISON ? Kind.BoolOp : Kind.BinOp, first, r.index);
}

function comparison(r: Reader, left: Piece, first: number): Piece | undefined {
  const start = r.index;
  const operator = r.kind;
  while (r.attempt(() => takeComparison(r) && operation(r, BITWISE_OR)) !== undefined);
  return r.index === start ? undefined : piece(Kind.Compare, first, r.index, [left], operator);
}

function takeComparison(r: Reader): boolean {
  const { kind } = r;
  if (PRECEDENCE[kind] !== COMPARISON) return false;
  if (kind === T.NotEqual) requireNotEqual(r, r.index);
  if (kind === T.Less) seekDiamond(r);
  r.index++;
  if (kind === T.Not) return r.take(T.In);
  if (kind === T.Is) r.take(T.Not);
  return true;
}

/** `<>`, which are two tokens. */
function seekDiamond(r: Reader): void {
  const { tokens, index } = r;
  if (r.seeksMistakes && r.kindAt(index + 1) === T.Greater && tokens.ends[index] === tokens.starts[index + 1]) {
    r.fail("invalid syntax.  Maybe you meant '!=' instead of '<>'?", index, index + 1);
  }
}

function seekNegatedOperand(r: Reader): void {
  r.seek((start) => {
    r.index = start + 1;
    if (r.at(T.Not) && operation(r, INVERSION)) failNegatedOperand(r, start + 1);
  });
}

function failNegatedOperand(r: Reader, first: number): never {
  return r.fail("'not' after an operator must be parenthesized", first, r.index - 1);
}

export function factor(r: Reader): Piece | undefined {
  return r.remember(Remembered.Factor, () => {
    const start = r.index;
    if (r.takeAnyOf(T.Plus, T.Minus, T.Tilde)) {
      const operand = factor(r);
      if (operand === undefined) {
        r.seek(() => r.at(T.Not) && operation(r, INVERSION) && failNegatedOperand(r, start + 1));
        return undefined;
      }
      return piece(Kind.UnaryOp, start, r.index);
    }
    return power(r);
  });
}

function power(r: Reader): Piece | undefined {
  const start = r.index;
  const base = awaitPrimary(r);
  if (base === undefined || !r.at(T.DoubleStar)) return base;
  const exponent = r.attempt(() => r.take(T.DoubleStar) && factor(r));
  return exponent === undefined ? base : piece(Kind.BinOp, start, r.index);
}

function awaitPrimary(r: Reader): Piece | undefined {
  const start = r.index;
  if (!r.at(T.Await)) return primary(r);
  return r.attempt(() => r.take(T.Await) && primary(r) && piece(Kind.Await, start, r.index));
}

export function bitwiseOr(r: Reader): Piece | undefined {
  return operation(r, BITWISE_OR);
}

export function disjunction(r: Reader): Piece | undefined {
  return operation(r, DISJUNCTION);
}

// ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

export function expression(r: Reader): Piece | undefined {
  return r.remember(Remembered.Expression, () => {
    if (r.seeksMistakes) {
      seekSplitString(r);
      seekMissingComma(r);
      seekIncompleteConditional(r);
      seekStatementInConditional(r);
      seekBareLambda(r);
      seekLegacyCall(r);
    }
    return validExpression(r);
  });
}

function validExpression(r: Reader): Piece | undefined {
  if (r.at(T.Lambda)) return lambda(r);
  const start = r.index;
  const body = disjunction(r);
  if (body === undefined || !r.at(T.If)) return body;
  const isConditional = r.attempt(() => r.take(T.If) && disjunction(r) && r.take(T.Else) && expression(r));
  return isConditional === undefined ? body : piece(Kind.IfExp, start, r.index);
}

export function lambda(r: Reader): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    const isRead = r.take(T.Lambda) && lambdaParameters(r) && r.take(T.Colon) && expression(r);
    return isRead && piece(Kind.Lambda, start, r.index);
  });
}

/** Reads an expression without looking for mistakes in it. */
function plainExpression(r: Reader): Piece | undefined {
  const { seeksMistakes } = r;
  r.seeksMistakes = false;
  const result = validExpression(r);
  r.seeksMistakes = seeksMistakes;
  return result;
}

/** A string, other expressions, a string: quotes within quotes. */
function seekSplitString(r: Reader): void {
  r.seek(() => {
    if (!r.take(T.StringLiteral)) return;
    const between = r.repeated((r) => (r.at(T.StringLiteral) ? undefined : plainExpression(r)));
    if (between.length === 0 || !r.at(T.StringLiteral)) return;
    const message = 'invalid syntax. Is this intended to be part of the string?';
    r.failOver(message, between[0], between[between.length - 1]);
  });
}

/** Two expressions in a row, in brackets. A name before a string may be a wrong prefix, so that says nothing. */
function seekMissingComma(r: Reader): void {
  r.seek((start) => {
    const isPrefix = r.at(T.Name) && r.kindAt(start + 1) === T.StringLiteral;
    if (isPrefix || r.atSoftKeyword()) return;
    const first = disjunction(r);
    if (first === undefined) return;
    const second = plainExpression(r);
    if (second === undefined || isLegacyName(r, first) || r.levelAt(r.index - 1) === 0) return;
    r.failOver('invalid syntax. Perhaps you forgot a comma?', first, second);
  });
}

function seekIncompleteConditional(r: Reader): void {
  r.seek(() => {
    const body = disjunction(r);
    if (body === undefined || !r.take(T.If)) return;
    const test = disjunction(r);
    if (test === undefined) return;
    if (!r.at(T.Else) && !r.at(T.Colon)) r.failOver("expected 'else' after 'if' expression", body, test);
    if (r.take(T.Else) && !r.sees(() => expression(r))) {
      raiseAtToken(r, r.index, "expected expression after 'else', but statement is given");
    }
  });
}

function seekStatementInConditional(r: Reader): void {
  r.seek((start) => {
    if (!r.takeAnyOf(T.Pass, T.Break, T.Continue)) return;
    if (r.take(T.If) && disjunction(r) && r.take(T.Else) && simpleStatement(r)) {
      r.failAtToken("expected expression before 'if', but statement is given", start);
    }
  });
}

/** In a replacement field the colon of a lambda begins the format spec. */
function seekBareLambda(r: Reader): void {
  r.seek((start) => {
    if (!r.take(T.Lambda) || !lambdaParameters(r) || !r.take(T.Colon)) return;
    const kind = r.kind;
    if (kind !== T.FStringMiddle && kind !== T.TStringMiddle) return;
    const name = kind === T.FStringMiddle ? 'f-string' : 't-string';
    r.fail(`${name}: lambda expressions are not allowed without parentheses`, start, r.index - 1);
  });
}

function isLegacyName({ tokens }: Reader, { kind, first }: Piece): boolean {
  if (kind !== Kind.Name) return false;
  const name = tokens.name(first);
  return name === 'print' || name === 'exec';
}

function seekLegacyCall(r: Reader): void {
  r.seek((start) => {
    if (!r.take(T.Name) || r.at(T.LeftParen)) return;
    const name = piece(Kind.Name, start, start + 1);
    const rest = starExpressions(r);
    if (rest !== undefined && isLegacyName(r, name)) {
      const text = r.tokens.name(start);
      r.failOver(`Missing parentheses in call to '${text}'. Did you mean ${text}(...)?`, name, rest);
    }
  });
}

// ── Named expressions ──────────────────────────────────────────────────────────────────────────────────────────────

export function assignmentExpression(r: Reader): Piece | undefined {
  const start = r.index;
  if (!r.at(T.Name) || r.kindAt(start + 1) !== T.ColonEqual) return undefined;
  return r.attempt(() => {
    r.index = start + 2;
    return expression(r) && piece(Kind.NamedExpr, start, r.index);
  });
}

export function namedExpression(r: Reader): Piece | undefined {
  const start = r.index;
  if (r.at(T.Name) && r.kindAt(start + 1) === T.ColonEqual) return assignmentExpression(r);
  seekMistakenAssignment(r);
  return unnamedExpression(r);
}

/** An expression that is not the target of `:=`. */
export function unnamedExpression(r: Reader): Piece | undefined {
  return r.attempt(() => {
    const value = expression(r);
    return r.at(T.ColonEqual) ? undefined : value;
  });
}

/** `=` or `:=` behind something that cannot be assigned to where an expression is wanted. */
function seekMistakenAssignment(r: Reader): void {
  r.seekOnce(Sought.Assignment, (start) => {
    const target = expression(r);
    if (target !== undefined && r.take(T.ColonEqual) && expression(r)) {
      r.failAt(`cannot use assignment expressions with ${nameOf(r.tokens, target)}`, target);
    }
    r.index = start;
    if (r.take(T.Name) && r.take(T.Equal)) {
      const value = bitwiseOr(r);
      if (value !== undefined && !r.at(T.Equal) && !r.at(T.ColonEqual)) {
        r.fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start, value.last);
      }
    }
    r.index = start;
    seekMistakenComparison(r);
  });
}

function seekMistakenComparison(r: Reader): void {
  if (r.at(T.True) || r.at(T.None) || r.at(T.False) || isDisplay(r)) return;
  const target = bitwiseOr(r);
  if (target === undefined || !r.take(T.Equal) || !bitwiseOr(r) || r.at(T.Equal) || r.at(T.ColonEqual)) return;
  const name = nameOf(r.tokens, target);
  r.failAt(`cannot assign to ${name} here. Maybe you meant '==' instead of '='?`, target);
}

/** A list, tuple or generator expression comes next: as targets, those have messages of their own. */
function isDisplay(r: Reader): boolean {
  return r.sees(() => list(r) ?? tuple(r) ?? generatorExpression(r));
}

// ── Lists of expressions ───────────────────────────────────────────────────────────────────────────────────────────

export function starred(r: Reader, value: (r: Reader) => Piece | undefined = bitwiseOr): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    const inner = r.take(T.Star) && value(r);
    return inner && piece(Kind.Starred, start, r.index, [inner]);
  });
}

/** A starred item where any expression may follow the star: in calls and subscripts. */
export function starredExpression(r: Reader): Piece | undefined {
  if (!r.at(T.Star)) return undefined;
  r.seek((start) => {
    r.index++;
    if (!expression(r) || !r.take(T.Equal)) return;
    const value = expression(r);
    if (value !== undefined) r.fail('cannot assign to iterable argument unpacking', start, value.last);
  });
  const value = starred(r, expression);
  if (value === undefined) r.seek(() => r.failAtLast('Invalid star expression'));
  return value;
}

export function starExpression(r: Reader): Piece | undefined {
  return r.remember(Remembered.StarExpression, () => (r.at(T.Star) ? starred(r) : expression(r)));
}

export function starNamedExpression(r: Reader): Piece | undefined {
  return r.at(T.Star) ? starred(r) : namedExpression(r);
}

/** Items with commas, a last comma included: one item alone is itself, more are a tuple. */
function listOf(r: Reader, read: (r: Reader) => Piece | undefined): Piece | undefined {
  const start = r.index;
  const items = r.separated(T.Comma, read);
  if (items === undefined) return undefined;
  const hasComma = r.take(T.Comma);
  return items.length === 1 && !hasComma ? items[0] : piece(Kind.Tuple, start, r.index, items);
}

export function starExpressions(r: Reader): Piece | undefined {
  return listOf(r, starExpression);
}

export function expressions(r: Reader): Piece | undefined {
  return listOf(r, expression);
}

/** One or more items of a display, with a last comma. */
export function starNamedExpressions(r: Reader): Piece[] | undefined {
  const items = r.separated(T.Comma, starNamedExpression);
  if (items !== undefined) r.take(T.Comma);
  return items;
}

export function yieldExpression(r: Reader): Piece | undefined {
  const start = r.index;
  if (!r.take(T.Yield)) return undefined;
  if (r.attempt(() => r.take(T.From) && expression(r)) !== undefined) return piece(Kind.YieldFrom, start, r.index);
  r.optional(() => starExpressions(r));
  return piece(Kind.Yield, start, r.index);
}

export function yieldOrStarExpressions(r: Reader): Piece | undefined {
  return r.at(T.Yield) ? yieldExpression(r) : starExpressions(r);
}
