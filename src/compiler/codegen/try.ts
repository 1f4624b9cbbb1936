/**
 * `try` in all its forms, and `raise`.
 *
 * A handler is entered with EnterHandler, which makes its exception the one being handled, and left with LeaveHandler.
 * An exception that leaves a handler passes its cleanup, which does the same and goes on unwinding. The body of a
 * `finally` is emitted once for the normal end, once for exceptions, and once for each `return`, `break` or `continue` that leaves it.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Label } from '../backend/function-builder.ts';
import { prepareReraiseStar } from '../../bytecode/intrinsics.generated.ts';
import { expression, statements } from './dispatch.ts';
import { checkDepth, endRegion, FinallyExit, HandlerExit, NameExit, TryExit } from './exits.ts';
import type { Place } from './positions.ts';
import { NOWHERE } from './positions.ts';
import type { Unit } from './unit.ts';
import { clearName, storeName } from './variables.ts';

export function tryStatement(unit: Unit, node: Ast.Try): void {
  if (node.finalbody.length > 0) withFinally(unit, node, tryExcept);
  else tryExcept(unit, node);
}

export function tryStarStatement(unit: Unit, node: Ast.TryStar): void {
  if (node.finalbody.length > 0) withFinally(unit, node, tryExceptStar);
  else tryExceptStar(unit, node);
}

/** Whether the body begins on the line of `try`: then what a tracer raises at that line goes to the handlers, as in CPython. */
function beginsOnOneLine(node: Ast.Try | Ast.TryStar): boolean {
  return node.body[0].lineno === node.lineno;
}

// ── finally ────────────────────────────────────────────────────────────────────────────────────────────────────

function withFinally<N extends Ast.Try | Ast.TryStar>(unit: Unit, node: N, inner: (unit: Unit, node: N) => void): void {
  checkDepth(unit, node);
  const { builder } = unit;
  const handler = builder.newLabel();
  const end = builder.newLabel();
  const exception = builder.newTemp();
  const isOneLine = beginsOnOneLine(node);
  if (!isOneLine) unit.at(node).nop();
  const exit = new FinallyExit(unit, handler, exception, node.finalbody);
  if (isOneLine && node.handlers.length === 0) unit.at(node).nop();
  if (node.handlers.length > 0) inner(unit, node);
  else statements(unit, node.body);
  endRegion(unit, exit);
  // A body that never ends normally needs no copy for its normal end; names keep their order, for others follow.
  const isRepeated = builder.isReachable;
  if (isRepeated) statements(unit, node.finalbody);
  builder.jump(end);
  builder.place(handler);
  if (isRepeated) unit.compilation.repetitions++;
  const emitBody = () => {
    statements(unit, node.finalbody);
    return exception;
  };
  handled(unit, NOWHERE, exception, emitBody, endOf(node.finalbody));
  if (isRepeated) unit.compilation.repetitions--;
  builder.place(end);
}

/** The place of the last statement, unless it branches: then where it was last is known only when it runs. */
function endOf(body: readonly Ast.StmtNode[]): Place {
  const last = body[body.length - 1];
  return 'body' in last || last.kind === Kind.Match ? NOWHERE : last;
}

/**
 * A handler that control has just reached: `body` runs while `exception` is being handled and returns the exception
 * to go on unwinding with, if its end can be reached.
 */
export function handled(
  unit: Unit,
  place: Place,
  exception: number,
  body: () => number,
  unhandledPlace: Place = NOWHERE,
): void {
  const { builder } = unit;
  const cleanup = builder.newLabel();
  const saved = builder.newTemp();
  const raised = builder.newTemp();
  unit.at(place).enterHandler(saved, exception);
  const exit = new HandlerExit(unit, cleanup, raised, saved, place);
  const unhandled = body();
  endRegion(unit, exit);
  reraise(unit, saved, unhandled, unhandledPlace);
  builder.place(cleanup);
  reraise(unit, saved, raised, NOWHERE);
}

function reraise(unit: Unit, saved: number, exception: number, place: Place): void {
  const builder = unit.at(place);
  builder.leaveHandler(saved);
  builder.reraise(exception);
}

// ── except ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The body, then `else`; exceptions of the body go to the clauses, which return what goes on unwinding. */
function withClauses(
  unit: Unit,
  node: Ast.Try | Ast.TryStar,
  clauses: (exception: number, end: Label) => number,
  unhandledPlace: Place,
): void {
  checkDepth(unit, node);
  const { builder } = unit;
  const handler = builder.newLabel();
  const end = builder.newLabel();
  const exception = builder.newTemp();
  const isOneLine = beginsOnOneLine(node);
  if (!isOneLine) unit.at(node).nop();
  const region = new TryExit(unit, handler, exception);
  if (isOneLine) unit.at(node).nop();
  statements(unit, node.body);
  endRegion(unit, region);
  statements(unit, node.orelse);
  builder.jump(end);
  builder.place(handler);
  handled(unit, NOWHERE, exception, () => clauses(exception, end), unhandledPlace);
  builder.place(end);
}

function tryExcept(unit: Unit, node: Ast.Try): void {
  const clauses = (exception: number, end: Label) => {
    node.handlers.forEach((clause, i) => {
      if (clause.type === undefined && i < node.handlers.length - 1)
        unit.fail("default 'except:' must be last", clause);
      exceptClause(unit, clause, exception, end);
    });
    return exception;
  };
  withClauses(unit, node, clauses, node.handlers.at(-1)!.type ?? NOWHERE);
}

function exceptClause(unit: Unit, clause: Ast.ExceptHandler, exception: number, end: Label): void {
  const { builder } = unit;
  const next = builder.newLabel();
  if (clause.type !== undefined) {
    const type = expression(unit, clause.type);
    const matches = builder.newTemp();
    unit.at(clause).matchException(matches, exception, type);
    builder.jumpIfFalse(matches, next);
  } else unit.at(clause).nop();
  const handler = unit.exit as HandlerExit;
  checkDepth(unit, clause);
  if (clause.name === undefined) statements(unit, clause.body);
  else namedBody(unit, clause, clause.name, exception);
  // The clause ends outside of the region whose cleanup leaves the handler.
  unit.exit = handler.outer;
  handler.leave(unit);
  if (clause.name !== undefined) clearName(unit, NOWHERE, clause.name);
  unit.at(NOWHERE).jump(end);
  handler.resume(unit);
  unit.exit = handler;
  builder.place(next);
}

/** The body of `except E as name`: if it raises, the name is unbound on the way out. */
function namedBody(unit: Unit, clause: Ast.ExceptHandler, name: string, exception: number): void {
  const { builder } = unit;
  const cleanup = builder.newLabel();
  const done = builder.newLabel();
  const raised = builder.newTemp();
  storeName(unit, clause, name, exception);
  const exit = new NameExit(unit, cleanup, raised, name, NOWHERE);
  statements(unit, clause.body);
  endRegion(unit, exit);
  builder.jump(done);
  builder.place(cleanup);
  clearName(unit, NOWHERE, name);
  builder.reraise(raised);
  builder.place(done);
}

// ── except* ────────────────────────────────────────────────────────────────────────────────────────────────────

function tryExceptStar(unit: Unit, node: Ast.TryStar): void {
  withClauses(unit, node, (exception, end) => starClauses(unit, node, exception, end), NOWHERE);
}

/** Gives each clause its part of the group; returns what is raised of what the clauses raised or left. */
function starClauses(unit: Unit, node: Ast.TryStar, exception: number, end: Label): number {
  const { builder } = unit;
  (unit.exit as HandlerExit).isGroup = true;
  const raised = builder.newTemp();
  const rest = builder.newTemp();
  unit.at(node.handlers[0]).buildList(raised, []);
  builder.move(rest, exception);
  for (const clause of node.handlers) starClause(unit, clause, rest, raised);
  const unhandled = builder.newTemp();
  const reraised = builder.newLabel();
  unit.at(NOWHERE).listAppend(raised, rest);
  builder.callIntrinsic(unhandled, prepareReraiseStar, [exception, raised]);
  builder.jumpIfNotNone(unhandled, reraised);
  const exit = unit.exit as HandlerExit;
  exit.leave(unit);
  builder.jump(end);
  exit.resume(unit);
  builder.place(reraised);
  return unhandled;
}

function starClause(unit: Unit, clause: Ast.ExceptHandler, rest: number, raised: number): void {
  const { builder } = unit;
  const next = builder.newLabel();
  const failed = builder.newLabel();
  const match = builder.newTemp();
  const error = builder.newTemp();
  const type = expression(unit, clause.type as Ast.ExprNode);
  checkDepth(unit, clause);
  unit.at(clause);
  builder.matchExceptionGroup(rest, match, rest, type);
  builder.jumpIfNone(match, next);
  builder.enterHandler(builder.newTemp(), match);
  if (clause.name !== undefined) storeName(unit, clause, clause.name, match);
  const exit =
    clause.name === undefined
      ? new TryExit(unit, failed, error)
      : new NameExit(unit, failed, error, clause.name, NOWHERE);
  statements(unit, clause.body);
  endRegion(unit, exit);
  unit.at(NOWHERE);
  if (clause.name !== undefined) clearName(unit, NOWHERE, clause.name);
  builder.jump(next);
  builder.place(failed);
  if (clause.name !== undefined) clearName(unit, NOWHERE, clause.name);
  builder.listAppend(raised, error);
  builder.place(next);
}

// ── raise ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function raiseStatement(unit: Unit, node: Ast.Raise): void {
  if (node.exc === undefined) {
    unit.at(node).raiseCurrent();
    return;
  }
  if (node.cause === undefined) {
    const exception = expression(unit, node.exc);
    unit.at(node).raise(exception);
    return;
  }
  const exception = unit.operand(node.exc, [node.cause]);
  const cause = expression(unit, node.cause);
  unit.at(node).raiseFrom(exception, cause);
}
