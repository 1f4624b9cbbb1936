/** Reads functions and classes with their decorators, and finds the mistakes made in them. */
import * as T from '../tokens.ts';
import { callArguments } from './arguments.ts';
import { block, seekMissingBlockAfter, seekMissingColon } from './compound.ts';
import { expression, namedExpression } from './expressions.ts';
import { functionParameters } from './parameters.ts';
import type { Reader } from './reader.ts';
import { typeParameters } from './type-parameters.ts';

function decorators(r: Reader): true {
  while (r.attempt(() => r.take(T.At) && namedExpression(r) && r.take(T.Newline)));
  return true;
}

// ── Functions ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function functionDefinition(r: Reader): boolean {
  return r.attempt(() => decorators(r) && undecoratedFunction(r)) ?? false;
}

function undecoratedFunction(r: Reader): boolean {
  seekFunctionMistake(r);
  return (
    r.attempt(() => {
      r.take(T.Async);
      if (!r.take(T.Def) || !r.take(T.Name) || !typeParameters(r) || !r.demand(T.LeftParen)) return undefined;
      if (!signatureBehindParenthesis(r) || !r.demand(T.Colon)) return undefined;
      r.optional(() => functionTypeComment(r));
      return block(r);
    }) ?? false
  );
}

function signatureBehindParenthesis(r: Reader): boolean {
  functionParameters(r);
  return r.take(T.RightParen) && r.optional(() => r.take(T.Arrow) && expression(r));
}

function functionTypeComment(r: Reader): boolean {
  r.seek(() => {
    const isDoubled = r.take(T.TypeComment) && r.take(T.Newline) && r.take(T.TypeComment) && r.take(T.Newline);
    if (isDoubled && r.at(T.Indent)) r.failAtLast('Cannot have two type comments on def');
  });
  if (
    r.attempt(() => r.take(T.Newline) && r.take(T.TypeComment) && r.sees(() => r.take(T.Newline) && r.take(T.Indent)))
  ) {
    return true;
  }
  return r.take(T.TypeComment);
}

function seekFunctionMistake(r: Reader): void {
  r.seek(() => {
    r.take(T.Async);
    const start = r.index;
    if (!r.take(T.Def) || !r.take(T.Name) || !typeParameters(r) || !r.take(T.LeftParen)) return;
    if (!signatureBehindParenthesis(r) || !r.take(T.Colon)) return;
    seekMissingBlockAfter(r, 'function definition', start);
  });
}

// ── Classes ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function classDefinition(r: Reader): boolean {
  return (
    r.attempt(() => {
      decorators(r);
      r.seek((start) => {
        if (!classHeadline(r)) return;
        seekMissingColon(r);
        if (r.take(T.Colon)) seekMissingBlockAfter(r, 'class definition', start);
      });
      return classHeadline(r) && r.take(T.Colon) && block(r);
    }) ?? false
  );
}

function classHeadline(r: Reader): boolean {
  if (!r.take(T.Class) || !r.take(T.Name) || !typeParameters(r)) return false;
  return r.optional(() => r.take(T.LeftParen) && r.optional(() => callArguments(r)) && r.take(T.RightParen));
}
