/** Reads simple statements, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { bracketedTarget } from './atoms.ts';
import {
  expression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  yieldExpression,
  yieldOrStarExpressions,
} from './expressions.ts';
import { importFromStatement, importStatement } from './imports.ts';
import { nameOf, piece, type Piece } from './piece.ts';
import { Remembered, type Reader } from './reader.ts';
import {
  deleteTargets,
  memberTarget,
  parenthesizedTarget,
  requireTarget,
  singleTarget,
  starTargets,
} from './targets.ts';
import { typeParameters } from './type-parameters.ts';

/** The statements of a line, with its end. */
export function simpleStatements(r: Reader): boolean {
  const start = r.index;
  if (r.separated(T.Semicolon, simpleStatement) !== undefined) {
    r.take(T.Semicolon);
    if (r.take(T.Newline)) return true;
  }
  r.index = start;
  return false;
}

export function simpleStatement(r: Reader): Piece | undefined {
  return r.remember(Remembered.SimpleStatement, () => {
    const start = r.index;
    const isRead = assignment(r) || typeStatement(r) || r.attempt(() => starExpressions(r)) || keywordStatement(r);
    return isRead ? piece(Kind.Pass, start, r.index) : undefined;
  });
}

function keywordStatement(r: Reader): boolean {
  const start = r.index;
  r.index++;
  const isRead = statementBehind(r, r.kindAt(start));
  if (!isRead) r.index = start;
  return isRead;
}

/** The rest of a statement that begins with keyword `kind`. */
function statementBehind(r: Reader, kind: number): boolean {
  switch (kind) {
    case T.Return:
      return r.optional(() => starExpressions(r));
    case T.Import:
      return importStatement(r);
    case T.From:
      return importFromStatement(r);
    case T.Raise:
      return r.optional(() => expression(r) && r.optional(() => r.take(T.From) && expression(r)));
    case T.Pass:
    case T.Break:
    case T.Continue:
      return true;
    case T.Del:
      return deleteStatement(r);
    case T.Yield:
      r.index--;
      return yieldExpression(r) !== undefined;
    case T.Assert:
      return expression(r) !== undefined && r.optional(() => r.take(T.Comma) && expression(r));
    case T.Global:
    case T.Nonlocal:
      return r.separated(T.Comma, (r) => r.take(T.Name) || undefined) !== undefined;
    default:
      return false;
  }
}

function deleteStatement(r: Reader): boolean {
  const isRead = r.attempt(() => deleteTargets(r) && (r.at(T.Semicolon) || r.at(T.Newline)));
  if (isRead !== undefined) return true;
  r.seek(() => {
    const targets = starExpressions(r);
    if (targets !== undefined) requireTarget(r, targets, 'delete');
  });
  return false;
}

function typeStatement(r: Reader): boolean {
  const isRead = r.attempt(
    () => r.takeWord(r.parser.typeName) && r.take(T.Name) && typeParameters(r) && r.take(T.Equal) && expression(r),
  );
  return isRead !== undefined;
}

// ── Assignments ────────────────────────────────────────────────────────────────────────────────────────────────────

function assignment(r: Reader): boolean {
  const isRead =
    r.attempt(() => r.take(T.Name) && annotation(r)) ??
    r.attempt(() => (parenthesizedTarget(r) ?? memberTarget(r)) && annotation(r)) ??
    r.attempt(() => plainAssignment(r));
  if (isRead !== undefined) return true;
  const target = r.attempt(() => singleTarget(r) && takeAugmented(r));
  if (target !== undefined) {
    // Behind the operator it can be nothing else.
    return yieldOrStarExpressions(r) !== undefined;
  }
  seekAssignmentMistakes(r);
  return false;
}

function annotation(r: Reader): boolean {
  if (!r.take(T.Colon) || !expression(r)) return false;
  return r.optional(() => r.take(T.Equal) && yieldOrStarExpressions(r));
}

/** Targets with the `=` behind each; true if there are any. */
function assignedTargets(r: Reader): boolean {
  return r.repeated((r) => r.attempt(() => starTargets(r) && r.take(T.Equal))).length > 0;
}

function plainAssignment(r: Reader): boolean {
  if (!assignedTargets(r) || !yieldOrStarExpressions(r) || r.at(T.Equal)) return false;
  r.take(T.TypeComment);
  return true;
}

function takeAugmented(r: Reader): boolean {
  const { kind } = r;
  if (kind < T.FirstAugmentedAssignment || kind > T.LastAugmentedAssignment) return false;
  r.index++;
  return true;
}

function seekAssignmentMistakes(r: Reader): void {
  for (const find of [
    seekAnnotatedDisplay,
    seekAnnotatedTuple,
    seekAnnotatedExpression,
    seekAssignedExpression,
    seekAssignedYield,
    seekAugmentedExpression,
  ]) {
    r.seek(() => find(r));
  }
}

function seekAnnotatedDisplay(r: Reader): void {
  const target = bracketedTarget(r);
  if (target === undefined || !r.take(T.Colon) || !expression(r)) return;
  r.failAt(`only single target (not ${nameOf(r.tokens, target)}) can be annotated`, target);
}

function seekAnnotatedTuple(r: Reader): void {
  const first = starNamedExpression(r);
  if (first === undefined || !r.take(T.Comma)) return;
  while (starNamedExpressions(r) !== undefined);
  if (r.take(T.Colon) && expression(r)) r.failAt('only single target (not tuple) can be annotated', first);
}

function seekAnnotatedExpression(r: Reader): void {
  const target = expression(r);
  if (target !== undefined && r.take(T.Colon) && expression(r)) r.failAt('illegal target for annotation', target);
}

function seekAssignedExpression(r: Reader): void {
  assignedTargets(r);
  const target = starExpressions(r);
  if (target !== undefined && r.take(T.Equal)) requireTarget(r, target, 'assign');
}

function seekAssignedYield(r: Reader): void {
  assignedTargets(r);
  const target = yieldExpression(r);
  if (target !== undefined && r.take(T.Equal)) r.failAt('assignment to yield expression not possible', target);
}

function seekAugmentedExpression(r: Reader): void {
  const target = starExpressions(r);
  if (target === undefined || !takeAugmented(r) || !yieldOrStarExpressions(r)) return;
  r.failAt(`'${nameOf(r.tokens, target)}' is an illegal expression for augmented assignment`, target);
}
