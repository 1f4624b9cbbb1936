/** Reads `with` statements, and finds the mistakes made in them. */
import * as T from '../tokens.ts';
import { block, seekMissingBlockAfter, seekMissingColon } from './compound.ts';
import { expression, expressions } from './expressions.ts';
import type { Reader } from './reader.ts';
import { requireTarget, starTarget } from './targets.ts';

export function withStatement(r: Reader): boolean {
  const items = () => r.separated(T.Comma, withItem) !== undefined;
  seekNoBlock(r);
  const isRead =
    attemptWith(r, () => r.take(T.LeftParen) && items() && r.optional(() => r.take(T.Comma)) && r.take(T.RightParen)) ||
    attemptWith(r, items);
  if (!isRead) seekNoColon(r);
  return isRead;
}

function attemptWith(r: Reader, items: () => boolean): boolean {
  return (
    r.attempt(() => {
      r.take(T.Async);
      if (!r.take(T.With) || !items() || !r.take(T.Colon)) return undefined;
      r.take(T.TypeComment);
      return block(r);
    }) ?? false
  );
}

function withItem(r: Reader): true | undefined {
  const isEnd = () => r.at(T.Comma) || r.at(T.RightParen) || r.at(T.Colon);
  const named = r.attempt(() => expression(r) && r.take(T.As) && starTarget(r) && isEnd());
  if (named !== undefined) return true;
  r.seek(() => {
    if (!expression(r) || !r.take(T.As)) return;
    const target = expression(r);
    if (target !== undefined && isEnd()) requireTarget(r, target, 'assign');
  });
  return expression(r) && true;
}

/** Items as they are read where the statement is known to be wrong; their context may be several expressions in parentheses. */
function looseItems(r: Reader, context: (r: Reader) => unknown): boolean {
  const item = () => context(r) && r.optional(() => r.take(T.As) && starTarget(r));
  return r.separated(T.Comma, () => item() || undefined) !== undefined;
}

/** Both forms of the statement, up to where the colon should be; `then` looks on from there. */
function forBothForms(r: Reader, then: (start: number) => void): void {
  r.seek(() => {
    r.take(T.Async);
    const start = r.index;
    if (r.take(T.With) && looseItems(r, expression)) then(start);
  });
  r.seek(() => {
    r.take(T.Async);
    const start = r.index;
    if (!r.take(T.With) || !r.take(T.LeftParen) || !looseItems(r, expressions)) return;
    r.take(T.Comma);
    if (r.take(T.RightParen)) then(start);
  });
}

function seekNoColon(r: Reader): void {
  forBothForms(r, () => seekMissingColon(r));
}

function seekNoBlock(r: Reader): void {
  forBothForms(r, (start) => {
    if (r.take(T.Colon)) seekMissingBlockAfter(r, "'with' statement", start);
  });
}
