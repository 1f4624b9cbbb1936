/** Reads `try` statements, and finds the mistakes made in them. */
import * as T from '../tokens.ts';
import { block, elseBlock, seekMissingBlockAfter, seekMissingColon } from './compound.ts';
import { expression, expressions } from './expressions.ts';
import { nameOf } from './piece.ts';
import type { Reader } from './reader.ts';

type Read = (r: Reader) => true | undefined;

export function tryStatement(r: Reader): boolean {
  r.seek((start) => seekTryMistakes(r, start));
  return (
    attemptTry(r, () => finallyBlock(r)) ||
    attemptTry(r, () => handlersAndRest(r, exceptBlock)) ||
    attemptTry(r, () => handlersAndRest(r, exceptStarBlock))
  );
}

function attemptTry(r: Reader, rest: () => boolean): boolean {
  return r.attempt(() => r.take(T.Try) && r.demand(T.Colon) && block(r) && rest()) ?? false;
}

function handlersAndRest(r: Reader, handler: Read): boolean {
  if (r.repeated(handler).length === 0) return false;
  return r.optional(() => elseBlock(r)) && r.optional(() => finallyBlock(r));
}

function finallyBlock(r: Reader): boolean {
  r.seek((start) => {
    if (r.take(T.Finally) && r.take(T.Colon)) seekMissingBlockAfter(r, "'finally' statement", start);
  });
  return r.attempt(() => r.take(T.Finally) && r.demand(T.Colon) && block(r)) ?? false;
}

function seekTryMistakes(r: Reader, start: number): void {
  r.index++;
  if (!r.take(T.Colon)) return;
  seekMissingBlockAfter(r, "'try' statement", start);
  if (!block(r)) return;
  if (!r.at(T.Except) && !r.at(T.Finally)) r.failAtLast("expected 'except' or 'finally' block");
  const message = "cannot have both 'except' and 'except*' on the same 'try'";
  r.seek(() => {
    if (r.repeated(exceptBlock).length === 0) return;
    const late = r.index;
    if (r.take(T.Except) && r.take(T.Star) && expression(r) && optionalName(r) && r.take(T.Colon)) {
      r.fail(message, late, late + 1);
    }
  });
  r.seek(() => {
    if (r.repeated(exceptStarBlock).length === 0) return;
    const late = r.index;
    if (r.take(T.Except) && r.optional(() => expression(r) && optionalName(r)) && r.take(T.Colon)) {
      r.failAtToken(message, late);
    }
  });
}

function optionalName(r: Reader): true {
  return r.optional(() => r.take(T.As) && r.take(T.Name));
}

// ── except ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function exceptBlock(r: Reader): true | undefined {
  if (!r.at(T.Except)) return undefined;
  r.seek((start) => {
    r.index++;
    r.optional(() => expression(r) && optionalName(r));
    if (r.take(T.Colon)) seekMissingBlockAfter(r, "'except' statement", start);
  });
  const isRead =
    r.attempt(() => r.take(T.Except) && exceptionTypes(r) && r.take(T.Colon) && block(r)) ??
    r.attempt(() => r.take(T.Except) && r.take(T.Colon) && block(r));
  if (isRead !== undefined) return true;
  r.seek(() => {
    r.index++;
    seekExceptMistakes(r, 'except');
  });
  return undefined;
}

function exceptStarBlock(r: Reader): true | undefined {
  if (!r.at(T.Except)) return undefined;
  r.seek((start) => {
    r.index++;
    if (r.take(T.Star) && expression(r) && optionalName(r) && r.take(T.Colon)) {
      seekMissingBlockAfter(r, "'except*' statement", start);
    }
  });
  const isRead = r.attempt(
    () => r.take(T.Except) && r.take(T.Star) && exceptionTypes(r) && r.take(T.Colon) && block(r),
  );
  if (isRead !== undefined) return true;
  r.seek(() => {
    r.index++;
    if (r.take(T.Star)) seekExceptMistakes(r, 'except*');
  });
  return undefined;
}

/** One expression, perhaps with a name; or several without. */
function exceptionTypes(r: Reader): boolean {
  const start = r.index;
  if (expression(r) && optionalName(r) && r.at(T.Colon)) return true;
  r.index = start;
  return expressions(r) !== undefined;
}

function seekExceptMistakes(r: Reader, keyword: 'except' | 'except*'): void {
  const start = r.index;
  const type = expression(r);
  if (type === undefined) {
    if (keyword === 'except') seekMissingColon(r);
    else if (r.at(T.Newline) || r.at(T.Colon)) r.failAtLast('expected one or more exception types');
    return;
  }
  if (r.take(T.Comma) && expressions(r) && r.take(T.As) && r.take(T.Name) && r.take(T.Colon)) {
    r.fail("multiple exception types must be parenthesized when using 'as'", start, r.index - 2);
  }
  r.index = start;
  if (expression(r) && optionalName(r)) seekMissingColon(r);
  r.index = start;
  if (!expression(r) || !r.take(T.As)) return;
  const target = expression(r);
  if (target === undefined || !r.take(T.Colon) || !block(r)) return;
  r.failAt(`cannot use ${keyword} statement with ${nameOf(r.tokens, target)}`, target);
}
