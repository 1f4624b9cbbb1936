/** Reads `match` statements, and finds the mistakes made in their first lines. */
import * as T from '../tokens.ts';
import { block, seekMissingBlockAfter, seekMissingColon } from './compound.ts';
import { namedExpression, starNamedExpression, starNamedExpressions } from './expressions.ts';
import { patterns } from './patterns.ts';
import type { Reader } from './reader.ts';

export function matchStatement(r: Reader): boolean {
  const { matchName } = r.parser;
  if (!r.atWord(matchName)) return false;
  const isRead = r.attempt(() => {
    if (!r.takeWord(matchName) || !subject(r) || !r.take(T.Colon) || !r.take(T.Newline) || !r.take(T.Indent)) {
      return undefined;
    }
    return r.repeated(caseBlock).length > 0 && r.take(T.Dedent);
  });
  if (isRead !== undefined) return true;
  r.seek((start) => {
    r.index++;
    if (!subject(r)) return;
    seekMissingColon(r);
    if (r.take(T.Colon)) seekMissingBlockAfter(r, "'match' statement", start);
  });
  return false;
}

function subject(r: Reader): boolean {
  const isTuple = r.attempt(
    () => starNamedExpression(r) && r.take(T.Comma) && r.optional(() => starNamedExpressions(r)),
  );
  return isTuple ?? namedExpression(r) !== undefined;
}

function caseBlock(r: Reader): true | undefined {
  const { caseName } = r.parser;
  if (!r.atWord(caseName)) return undefined;
  const headline = () => r.takeWord(caseName) && patterns(r) && r.optional(() => r.take(T.If) && namedExpression(r));
  r.seek((start) => {
    if (!headline()) return;
    seekMissingColon(r);
    if (r.take(T.Colon)) seekMissingBlockAfter(r, "'case' statement", start);
  });
  return r.attempt(() => headline() && r.take(T.Colon) && block(r)) || undefined;
}
