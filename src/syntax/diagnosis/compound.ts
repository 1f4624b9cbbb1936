/** Reads compound statements other than definitions, and finds the mistakes made in their first lines and blocks. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { classDefinition, functionDefinition } from './definitions.ts';
import { namedExpression, starExpressions } from './expressions.ts';
import { matchStatement } from './match.ts';
import { piece } from './piece.ts';
import { Remembered, type Reader } from './reader.ts';
import { simpleStatements } from './statements.ts';
import { seekForTargetMistake, starTargets } from './targets.ts';
import { tryStatement } from './try.ts';
import { withStatement } from './with.ts';

/** One statement, or the statements of a line. */
export function statement(r: Reader): true | undefined {
  return compoundStatement(r) || simpleStatements(r) || undefined;
}

export function compoundStatement(r: Reader): boolean {
  const { kind } = r;
  if (kind === T.Def || kind === T.At || kind === T.Async) if (functionDefinition(r)) return true;
  switch (kind) {
    case T.If:
      return branch(r, T.If);
    case T.Class:
    case T.At:
      return classDefinition(r);
    case T.With:
      return withStatement(r);
    case T.For:
      return forStatement(r);
    case T.Try:
      return tryStatement(r);
    case T.While:
      return whileStatement(r);
    case T.Async:
      return withStatement(r) || forStatement(r);
    default:
      return matchStatement(r);
  }
}

// ── Blocks ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export function block(r: Reader): boolean {
  return (
    r.remember(Remembered.Block, () => {
      const start = r.index;
      const isRead = indentedBlock(r) || simpleStatements(r);
      if (!isRead) seekMissingBlock(r, 'expected an indented block');
      return isRead ? piece(Kind.Pass, start, r.index) : undefined;
    }) !== undefined
  );
}

function indentedBlock(r: Reader): boolean {
  const isRead = r.attempt(() => {
    if (!r.take(T.Newline) || !r.take(T.Indent)) return undefined;
    return r.repeated(statement).length > 0 && r.take(T.Dedent);
  });
  return isRead !== undefined;
}

/** Fails if the line ends here and the next one is not indented. */
export function seekMissingBlock(r: Reader, message: string): void {
  r.seek(() => {
    if (r.take(T.Newline) && !r.at(T.Indent)) r.failAtLast(message, 'IndentationError');
  });
}

/** Behind the colon of the statement that began at token `start`. */
export function seekMissingBlockAfter(r: Reader, what: string, start: number): void {
  if (!r.at(T.Newline)) return;
  seekMissingBlock(r, `expected an indented block after ${what} on line ${r.tokens.lines[start]}`);
}

export function seekMissingColon(r: Reader): void {
  if (r.at(T.Newline)) r.failAtLast("expected ':'");
}

// ── Conditions and loops ───────────────────────────────────────────────────────────────────────────────────────────

/** `if` or `elif` with all that follows. */
function branch(r: Reader, keyword: typeof T.If | typeof T.Elif): boolean {
  const start = r.index;
  if (!r.at(keyword)) return false;
  seekHeadlineMistakes(r, namedExpression, `'${T.TOKEN_TEXTS[keyword]}' statement`);
  const isRead = r.attempt(() => {
    r.index++;
    return namedExpression(r) && r.take(T.Colon) && block(r);
  });
  if (isRead === undefined) return false;
  if (!branch(r, T.Elif) && !r.optional(() => elseBlock(r))) r.index = start;
  return true;
}

/** A keyword, something, and then the end of the line instead of the colon, or no block behind the colon. */
function seekHeadlineMistakes(r: Reader, read: (r: Reader) => unknown, what: string): void {
  r.seek((start) => {
    r.index++;
    if (!read(r)) return;
    seekMissingColon(r);
    if (r.take(T.Colon)) seekMissingBlockAfter(r, what, start);
  });
}

export function elseBlock(r: Reader): boolean {
  const start = r.index;
  if (!r.at(T.Else)) return false;
  r.seek(() => {
    r.index++;
    if (!r.take(T.Colon)) return;
    seekMissingBlockAfter(r, "'else' statement", start);
    if (block(r) && r.at(T.Elif)) r.failAtToken("'elif' block follows an 'else' block", r.index);
  });
  return r.attempt(() => r.take(T.Else) && r.demand(T.Colon) && block(r)) ?? false;
}

function whileStatement(r: Reader): boolean {
  seekHeadlineMistakes(r, namedExpression, "'while' statement");
  const isRead = r.attempt(() => r.take(T.While) && namedExpression(r) && r.take(T.Colon) && block(r));
  return isRead !== undefined && r.optional(() => elseBlock(r));
}

function forStatement(r: Reader): boolean {
  seekForMistakes(r);
  const start = r.index;
  r.take(T.Async);
  const hasTargets = r.take(T.For) && starTargets(r) && r.take(T.In);
  if (hasTargets && starExpressions(r) && r.take(T.Colon)) {
    r.take(T.TypeComment);
    if (block(r)) return r.optional(() => elseBlock(r));
  }
  r.index = start;
  // Behind `in` it can be nothing else.
  if (!hasTargets) seekForTargetMistake(r);
  return false;
}

function seekForMistakes(r: Reader): void {
  r.seek(() => {
    r.take(T.Async);
    const start = r.index;
    if (!r.take(T.For) || !starTargets(r) || !r.take(T.In) || !starExpressions(r)) return;
    seekMissingColon(r);
    if (r.take(T.Colon)) seekMissingBlockAfter(r, "'for' statement", start);
  });
}
