/**
 * `while`, `for`, `async for`, `break` and `continue`.
 *
 * A loop is headed by its test and closed by one LoopBack: one instruction per iteration more than its condition and
 * body, whichever end the test stands at.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Label } from '../backend/function-builder.ts';
import { loadConstant } from './constants.ts';
import { condition, expression, statements } from './dispatch.ts';
import { constantDisplay, tupleOf } from './displays.ts';
import { checkDepth, innermostLoop, LoopExit, leaveThrough, leavingRunsCode, popExit } from './exits.ts';
import { NOWHERE, type Place } from './positions.ts';
import { store } from './targets.ts';
import type { Unit } from './unit.ts';
import { targetRegister } from './variables.ts';

/**
 * A loop: `begin` tests the condition or takes the next item, and goes to `exhausted` when there is none; `finish` is
 * what is done there before `else`.
 */
function loop(
  unit: Unit,
  node: Ast.While | Ast.For | Ast.AsyncFor,
  begin: (exhausted: Label) => void,
  finish?: () => void,
): void {
  const { builder } = unit;
  const header = builder.newLabel();
  const exhausted = builder.newLabel();
  const end = builder.newLabel();
  builder.place(header);
  const exit = new LoopExit(unit, header, end);
  begin(exhausted);
  statements(unit, node.body);
  unit.at(NOWHERE).loopBack(header);
  popExit(unit, exit);
  builder.place(exhausted);
  finish?.();
  statements(unit, node.orelse);
  builder.place(end);
}

export function whileStatement(unit: Unit, node: Ast.While): void {
  checkDepth(unit, node);
  loop(unit, node, (orelse) => {
    const body = unit.builder.newLabel();
    condition(unit, node.test, body, orelse, 'true');
    unit.builder.place(body);
  });
}

export function forStatement(unit: Unit, node: Ast.For): void {
  checkDepth(unit, node);
  const iterator = iteratorOf(unit, node.iter);
  loop(unit, node, (exhausted) => nextItem(unit, node.iter, node.target, iterator, exhausted));
}

/** Register of a new iterator over what `iterable` is. */
export function iteratorOf(unit: Unit, iterable: Ast.ExprNode): number {
  const value = iterated(unit, iterable);
  const iterator = unit.builder.newTemp();
  unit.at(iterable).getIter(iterator, value);
  return iterator;
}

/** A list or set written out that is only iterated over need not be one that can change. */
function iterated(unit: Unit, iterable: Ast.ExprNode): number {
  const constant = constantDisplay(iterable);
  if (constant !== undefined) return loadConstant(unit, iterable, constant);
  if (iterable.kind === Kind.List) return tupleOf(unit, iterable, iterable.elts);
  return expression(unit, iterable);
}

/** Stores the next item into `target`, or goes to `exhausted`. */
export function nextItem(
  unit: Unit,
  iterable: Ast.ExprNode,
  target: Ast.ExprNode,
  iterator: number,
  exhausted: Label,
): void {
  const local = target.lineno === iterable.lineno ? targetRegister(unit, target) : undefined;
  const item = local ?? unit.builder.newTemp();
  unit.at(iterable).forIter(item, iterator, exhausted);
  store(unit, target, item);
}

// ── Asynchronous loops ─────────────────────────────────────────────────────────────────────────────────────────

export function asyncForStatement(unit: Unit, node: Ast.AsyncFor): void {
  checkDepth(unit, node);
  const iterator = asyncIteratorOf(unit, node.iter);
  const exception = unit.builder.newTemp();
  loop(
    unit,
    node,
    (exhausted) => nextAsyncItem(unit, node.target, node, iterator, exhausted, exception),
    () => unit.at(node.iter).endAsyncFor(exception),
  );
}

export function asyncIteratorOf(unit: Unit, iterable: Ast.ExprNode): number {
  const value = expression(unit, iterable);
  const iterator = unit.builder.newTemp();
  unit.at(iterable).getAsyncIter(iterator, value);
  return iterator;
}

/**
 * Stores the next item into the loop's target; any exception of getting it goes to `exhausted`, where EndAsyncFor must
 * be. The waiting belongs to the whole loop or comprehension, `place`.
 */
export function nextAsyncItem(
  unit: Unit,
  target: Ast.ExprNode,
  place: Place,
  iterator: number,
  exhausted: Label,
  exception: number,
): void {
  const { builder } = unit;
  const awaitable = builder.newTemp();
  const item = targetRegister(unit, target) ?? builder.newTemp();
  builder.enterTry(exhausted, exception);
  unit.at(place).getAsyncNext(awaitable, iterator);
  unit.at(place).yieldFrom(item, awaitable);
  builder.leaveTry();
  store(unit, target, item);
}

// ── Leaving a loop, or an iteration ────────────────────────────────────────────────────────────────────────────

export function breakStatement(unit: Unit, node: Ast.Break): void {
  const loop = innermostLoop(unit, node, "'break' outside loop");
  unit.at(node).nop();
  const place = leavingRunsCode(unit, loop.outer) ? NOWHERE : node;
  leaveThrough(unit, loop.outer, () => unit.at(place).jump(loop.end));
}

export function continueStatement(unit: Unit, node: Ast.Continue): void {
  const loop = innermostLoop(unit, node, "'continue' not properly in loop");
  if (unit.exit !== loop) unit.at(node).nop();
  const place = leavingRunsCode(unit, loop) ? NOWHERE : node;
  leaveThrough(unit, loop, () => unit.at(place).loopBack(loop.header));
}
