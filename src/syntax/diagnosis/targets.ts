/** Reads the targets of assignments, `for`, `with` and `del`, and finds what cannot be one. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { primary } from './atoms.ts';
import { starExpressions } from './expressions.ts';
import { invalidTarget, nameOf, type Piece, piece, type TargetUse } from './piece.ts';
import { Remembered, type Reader } from './reader.ts';

/** Fails if a part of `target` cannot be one. */
export function requireTarget(r: Reader, target: Piece, use: TargetUse): void {
  const wrong = invalidTarget(target, use);
  if (wrong === undefined) return;
  r.failAt(`cannot ${use === 'delete' ? 'delete' : 'assign to'} ${nameOf(r.tokens, wrong)}`, wrong);
}

export function seekForTargetMistake(r: Reader): void {
  r.seek(() => {
    r.take(T.Async);
    if (!r.take(T.For)) return;
    const target = starExpressions(r);
    if (target !== undefined) requireTarget(r, target, 'for');
  });
}

/** A target, or several with commas. */
export function starTargets(r: Reader): Piece | undefined {
  return targetsOf(r, starTarget);
}

function targetsOf(r: Reader, read: (r: Reader) => Piece | undefined): Piece | undefined {
  const start = r.index;
  const items = r.separated(T.Comma, read);
  if (items === undefined) return undefined;
  const hasComma = r.take(T.Comma);
  return items.length === 1 && !hasComma ? items[0] : piece(Kind.Tuple, start, r.index, items);
}

export function starTarget(r: Reader): Piece | undefined {
  return r.remember(Remembered.StarTarget, () => {
    const start = r.index;
    if (!r.take(T.Star)) return plainTarget(r);
    const inner = r.at(T.Star) ? undefined : starTarget(r);
    return inner && piece(Kind.Starred, start, r.index, [inner]);
  });
}

function continuesPrimary(kind: number): boolean {
  return kind === T.LeftParen || kind === T.LeftBracket || kind === T.Dot;
}

/** An attribute or a subscript. */
export function memberTarget(r: Reader): Piece | undefined {
  return r.attempt(() => {
    const value = primary(r);
    const isMember = value?.kind === Kind.Attribute || value?.kind === Kind.Subscript;
    return isMember && r.kindAt(r.index - 1) !== T.RightParen && !continuesPrimary(r.kind) ? value : undefined;
  });
}

function plainTarget(r: Reader): Piece | undefined {
  return memberTarget(r) ?? atomTarget(r, starTargets, plainTarget);
}

/** A name, or targets in brackets. `one` reads a target in parentheses alone. */
function atomTarget(
  r: Reader,
  many: (r: Reader) => Piece | undefined,
  one: (r: Reader) => Piece | undefined,
): Piece | undefined {
  const start = r.index;
  if (r.take(T.Name)) return piece(Kind.Name, start, r.index);
  if (r.at(T.LeftParen)) {
    const inner = r.attempt(() => {
      const target = r.take(T.LeftParen) && one(r);
      return target !== false && r.take(T.RightParen) ? target : undefined;
    });
    if (inner !== undefined) return inner;
    return r.attempt(() => {
      r.index++;
      const targets = r.optional(() => many(r));
      return targets && r.take(T.RightParen) ? piece(Kind.Tuple, start, r.index) : undefined;
    });
  }
  if (!r.at(T.LeftBracket)) return undefined;
  return r.attempt(() => {
    r.index++;
    return r.optional(() => many(r)) && r.take(T.RightBracket) ? piece(Kind.List, start, r.index) : undefined;
  });
}

/** A name, attribute or subscript, perhaps in parentheses: a target of `+=` and of annotations. */
export function singleTarget(r: Reader): Piece | undefined {
  const start = r.index;
  const member = memberTarget(r);
  if (member !== undefined) return member;
  if (r.take(T.Name)) return piece(Kind.Name, start, r.index);
  return parenthesizedTarget(r);
}

export function parenthesizedTarget(r: Reader): Piece | undefined {
  return r.attempt(() => {
    const target = r.take(T.LeftParen) && singleTarget(r);
    return target !== false && r.take(T.RightParen) ? target : undefined;
  });
}

export function deleteTargets(r: Reader): Piece | undefined {
  return targetsOf(r, deleteTarget);
}

function deleteTarget(r: Reader): Piece | undefined {
  return memberTarget(r) ?? atomTarget(r, deleteTargets, deleteTarget);
}
