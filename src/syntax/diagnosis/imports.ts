/** Reads import statements, whose first keyword has been passed, and finds the mistakes made in them. */
import * as T from '../tokens.ts';
import { expression } from './expressions.ts';
import { nameOf } from './piece.ts';
import type { Reader } from './reader.ts';

export function importStatement(r: Reader): boolean {
  r.seek((start) => {
    if (r.separated(T.Comma, dottedName) && r.take(T.From) && dottedName(r)) {
      r.failFrom("Did you mean to use 'from ... import ...' instead?", start - 1);
    }
    r.index = start;
    seekNoName(r);
  });
  return r.separated(T.Comma, (r) => importedName(r, dottedName)) !== undefined;
}

function seekNoName(r: Reader): void {
  if (r.at(T.Newline)) r.failFrom("Expected one or more names after 'import'", r.index);
}

function dottedName(r: Reader): true | undefined {
  if (!r.take(T.Name)) return undefined;
  while (r.attempt(() => r.take(T.Dot) && r.take(T.Name)));
  return true;
}

function simpleName(r: Reader): true | undefined {
  return r.take(T.Name) || undefined;
}

/** A name and perhaps `as` with another. */
function importedName(r: Reader, name: (r: Reader) => true | undefined): true | undefined {
  r.seek(() => {
    if (name(r) && r.take(T.As)) seekWrongTarget(r);
  });
  return r.attempt(() => name(r) && r.optional(() => r.take(T.As) && r.take(T.Name)));
}

function seekWrongTarget(r: Reader): void {
  if (r.at(T.Name)) {
    const behind = r.kindAt(r.index + 1);
    if (behind === T.Comma || behind === T.RightParen || behind === T.Semicolon || behind === T.Newline) return;
  }
  const target = expression(r);
  if (target !== undefined) r.failAt(`cannot use ${nameOf(r.tokens, target)} as import target`, target);
}

export function importFromStatement(r: Reader): boolean {
  const start = r.index;
  while (r.takeAnyOf(T.Dot, T.Ellipsis));
  const hasDots = r.index > start;
  if (!dottedName(r) && !hasDots) return false;
  return r.take(T.Import) && importedNames(r);
}

function importedNames(r: Reader): boolean {
  const names = () => r.separated(T.Comma, (r) => importedName(r, simpleName)) !== undefined;
  const isRead =
    r.attempt(() => r.take(T.LeftParen) && names() && r.optional(() => r.take(T.Comma)) && r.take(T.RightParen)) ??
    r.attempt(() => names() && !r.at(T.Comma)) ??
    r.take(T.Star);
  if (isRead) return true;
  r.seek((start) => {
    if (names() && r.take(T.Comma) && r.at(T.Newline)) {
      r.failAtLast('trailing comma not allowed without surrounding parentheses');
    }
    r.index = start;
    seekNoName(r);
  });
  return false;
}
