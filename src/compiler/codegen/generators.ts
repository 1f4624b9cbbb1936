/** `yield`, `yield from` and `await`. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { asyncGeneratorValue } from '../../bytecode/intrinsics.generated.ts';
import { loadConstant } from './constants.ts';
import { ANY, expression } from './dispatch.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** What an `await` is for: the operand of GetAwaitable, which words its error. */
const FOR_AWAIT = 0;
export const FOR_ENTER = 1;
export const FOR_EXIT = 2;

export function yieldExpression(unit: Unit, node: Ast.Yield, wanted: number): number {
  if (!unit.block.isFunctionLike) unit.fail("'yield' outside function", node);
  const value = node.value === undefined ? loadConstant(unit, node, null) : expression(unit, node.value);
  return emitYield(unit, node, value, wanted);
}

/** Suspends with `value`; returns the register of what is sent. */
export function emitYield(unit: Unit, node: Place, value: number, wanted: number): number {
  const builder = unit.at(node);
  let yielded = value;
  if (unit.isAsyncGenerator) {
    yielded = builder.newTemp();
    builder.callIntrinsic(yielded, asyncGeneratorValue, [value]);
  }
  const dst = unit.destination(wanted);
  builder.yield(dst, yielded);
  return dst;
}

export function yieldFromExpression(unit: Unit, node: Ast.YieldFrom, wanted: number): number {
  if (!unit.block.isFunctionLike) unit.fail("'yield from' outside function", node);
  if (unit.block.node.kind === Kind.AsyncFunctionDef) unit.fail("'yield from' inside async function", node);
  const iterable = expression(unit, node.value);
  const builder = unit.at(node);
  const iterator = builder.newTemp();
  builder.getYieldFromIter(iterator, iterable);
  const dst = unit.destination(wanted);
  builder.yieldFrom(dst, iterator);
  return dst;
}

export function awaitExpression(unit: Unit, node: Ast.Await, wanted: number): number {
  const value = expression(unit, node.value);
  return awaitValue(unit, node, value, FOR_AWAIT, wanted);
}

/** Awaits the value in a register; returns the register of the result. */
export function awaitValue(unit: Unit, place: Place, value: number, where: number, wanted: number = ANY): number {
  const builder = unit.at(place);
  const iterator = builder.newTemp();
  builder.getAwaitable(iterator, value, where);
  const dst = unit.destination(wanted);
  builder.yieldFrom(dst, iterator);
  return dst;
}
