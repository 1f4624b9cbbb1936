/** Reads string literals in a row, f-strings and t-strings with their replacement fields, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import type { Parser } from '../parser/parser.ts';
import { raiseLiteralError } from '../parser/raise-literal.ts';
import { parseString } from '../string-literal.ts';
import * as T from '../tokens.ts';
import { yieldOrStarExpressions } from './expressions.ts';
import { type Piece, piece } from './piece.ts';
import type { Reader } from './reader.ts';

/** All string literals in a row. */
export function strings(r: Reader): Piece | undefined {
  const start = r.index;
  const isTemplate = r.at(T.TStringStart);
  const literals = r.repeated(isTemplate ? template : plainString);
  if (literals.length === 0) return undefined;
  r.seek(() => {
    const others = r.repeated(isTemplate ? plainString : template);
    if (others.length === 0) return;
    r.failOver('cannot mix t-string literals with string or bytes literals', literals[literals.length - 1], others[0]);
  });
  const isFormatted = literals.some(({ kind }) => kind === Kind.JoinedStr);
  return piece(isTemplate ? Kind.TemplateStr : isFormatted ? Kind.JoinedStr : Kind.Constant, start, r.index);
}

function template(r: Reader): Piece | undefined {
  return r.at(T.TStringStart) ? formatted(r, Kind.TemplateStr, T.TStringMiddle, T.TStringEnd) : undefined;
}

function plainString(r: Reader): Piece | undefined {
  if (r.at(T.StringLiteral)) {
    checkLiteral(r.parser, r.index);
    r.index++;
    return piece(Kind.Constant, r.index - 1, r.index);
  }
  return r.at(T.FStringStart) ? formatted(r, Kind.JoinedStr, T.FStringMiddle, T.FStringEnd) : undefined;
}

/** A literal without value is worse than what else may be wrong. */
function checkLiteral(p: Parser, index: number): void {
  const { tokens } = p;
  try {
    parseString(tokens.input, tokens.starts[index], tokens.ends[index], () => {});
  } catch (error) {
    raiseLiteralError(p, error, index);
  }
}

function formatted(r: Reader, kind: number, middle: number, end: number): Piece | undefined {
  const start = r.index;
  return r.attempt(() => {
    r.index++;
    while (r.take(middle) || field(r, middle));
    return r.take(end) ? piece(kind, start, r.index) : undefined;
  });
}

function field(r: Reader, middle: number): boolean {
  if (!r.at(T.LeftBrace)) return false;
  const isRead = r.attempt(() => {
    r.index++;
    if (yieldOrStarExpressions(r) === undefined) return undefined;
    r.take(T.Equal);
    if (r.at(T.Exclamation) && !r.optional(() => conversion(r))) return undefined;
    r.optional(() => formatSpec(r, middle));
    return r.take(T.RightBrace) || undefined;
  });
  if (isRead === undefined) r.seek(() => seekFieldMistakes(r, middle));
  return isRead !== undefined;
}

function conversion(r: Reader): boolean {
  return r.take(T.Exclamation) && r.take(T.Name);
}

function formatSpec(r: Reader, middle: number): boolean {
  if (!r.take(T.Colon)) return false;
  specParts(r, middle);
  return true;
}

function specParts(r: Reader, middle: number): void {
  while (r.take(middle) || field(r, middle));
}

// ── Mistakes ───────────────────────────────────────────────────────────────────────────────────────────────────────

function seekFieldMistakes(r: Reader, middle: number): void {
  const name = middle === T.FStringMiddle ? 'f-string' : 't-string';
  const opening = r.index;
  r.index++;
  for (const kind of [T.Equal, T.Exclamation, T.Colon, T.RightBrace]) {
    if (r.at(kind)) r.failAtToken(`${name}: valid expression required before '${T.TOKEN_TEXTS[kind]}'`, r.index);
  }
  if (!yieldOrStarExpressions(r)) r.failAtToken(`${name}: expecting a valid expression after '{'`, r.index);
  seekFieldEnd(r, name, [T.Equal, T.Exclamation, T.Colon, T.RightBrace], "'=', or '!', or ':', or '}'");
  if (r.take(T.Equal)) seekFieldEnd(r, name, [T.Exclamation, T.Colon, T.RightBrace], "'!', or ':', or '}'");
  seekConversionMistake(r, name);
  r.optional(() => conversion(r));
  seekFieldEnd(r, name, [T.Colon, T.RightBrace], "':' or '}'");
  if (r.take(T.Colon)) {
    specParts(r, middle);
    seekFieldEnd(r, name, [T.RightBrace], "'}', or format specs");
  } else {
    seekFieldEnd(r, name, [T.RightBrace], "'}'");
  }
  r.index = opening;
}

function seekFieldEnd(r: Reader, name: string, kinds: readonly number[], wanted: string): void {
  if (!kinds.includes(r.kind)) r.failAtToken(`${name}: expecting ${wanted}`, r.index);
}

function seekConversionMistake(r: Reader, name: string): void {
  if (!r.at(T.Exclamation)) return;
  const next = r.kindAt(r.index + 1);
  if (next === T.Colon || next === T.RightBrace) {
    r.failAtToken(`${name}: missing conversion character`, r.index + 1);
  }
  if (next !== T.Name) r.failAtToken(`${name}: invalid conversion character`, r.index + 1);
}
