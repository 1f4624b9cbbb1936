/**
 * `with` and `async with`: `__exit__` is called at the normal end, on every jump out of the body, and for an exception,
 * which a true answer ends.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { SPECIAL_METHODS } from '../../bytecode/instructions.ts';
import { loadConstant } from './constants.ts';
import { expression, statements } from './dispatch.ts';
import { checkDepth, endRegion, type HandlerExit, WithExit } from './exits.ts';
import { awaitValue, FOR_ENTER, FOR_EXIT } from './generators.ts';
import { store } from './targets.ts';
import { handled } from './try.ts';
import type { Unit } from './unit.ts';
import { targetRegister } from './variables.ts';

export function withStatement(unit: Unit, node: Ast.With | Ast.AsyncWith): void {
  withItem(unit, node, 0);
}

/** A bound special method: the registers that LoadSpecial fills. */
interface Special {
  readonly callee: number;
  readonly self: number;
}

type SpecialName = (typeof SPECIAL_METHODS)[number];

function loadSpecial(unit: Unit, place: Ast.ExprNode, object: number, name: SpecialName): Special {
  const callee = unit.builder.newTemp();
  const self = unit.builder.newTemp();
  unit.at(place).loadSpecial(callee, self, object, SPECIAL_METHODS.indexOf(name));
  return { callee, self };
}

function withItem(unit: Unit, node: Ast.With | Ast.AsyncWith, index: number): void {
  const { builder } = unit;
  const { context_expr: manager, optional_vars: target } = node.items[index];
  checkDepth(unit, manager);
  const isAsync = node.kind === Kind.AsyncWith;
  const object = expression(unit, manager);
  const exitMethod = loadSpecial(unit, manager, object, isAsync ? '__aexit__' : '__exit__');
  const value = enterContext(unit, manager, object, target, isAsync);
  const handler = builder.newLabel();
  const end = builder.newLabel();
  const exception = builder.newTemp();
  const callExit = () => exitNormally(unit, manager, exitMethod, isAsync);
  const exit = new WithExit(unit, handler, exception, callExit);
  if (target !== undefined) store(unit, target, value);
  if (index + 1 < node.items.length) withItem(unit, node, index + 1);
  else statements(unit, node.body);
  endRegion(unit, exit);
  callExit();
  builder.jump(end);
  builder.place(handler);
  exitWithException(unit, manager, exitMethod, isAsync, exception, () => builder.jump(end));
  builder.place(end);
}

/** Emits the call of `__enter__`; returns the register of its value: that of `target`, if it is a local variable. */
function enterContext(
  unit: Unit,
  manager: Ast.ExprNode,
  object: number,
  target: Ast.ExprNode | undefined,
  isAsync: boolean,
): number {
  const enter = loadSpecial(unit, manager, object, isAsync ? '__aenter__' : '__enter__');
  const isBeside = target !== undefined && target.lineno === manager.lineno;
  const local = isBeside ? targetRegister(unit, target) : undefined;
  const called = isAsync ? unit.builder.newTemp() : (local ?? unit.builder.newTemp());
  unit.at(manager).callMethod(called, enter.callee, enter.self, []);
  return isAsync ? awaitValue(unit, manager, called, FOR_ENTER, local) : called;
}

function exitNormally(unit: Unit, manager: Ast.ExprNode, { callee, self }: Special, isAsync: boolean): void {
  const none = loadConstant(unit, manager, null);
  const result = unit.builder.newTemp();
  unit.at(manager).callMethod(result, callee, self, [none, none, none]);
  if (isAsync) awaitValue(unit, manager, result, FOR_EXIT);
}

function exitWithException(
  unit: Unit,
  manager: Ast.ExprNode,
  { callee, self }: Special,
  isAsync: boolean,
  exception: number,
  suppressed: () => void,
): void {
  const { builder } = unit;
  handled(unit, manager, exception, () => {
    const unhandled = builder.newLabel();
    const result = builder.newTemp();
    unit.at(manager).exitContext(result, callee, self, exception);
    const answer = isAsync ? awaitValue(unit, manager, result, FOR_EXIT) : result;
    builder.jumpIfFalse(answer, unhandled);
    const exit = unit.exit as HandlerExit;
    exit.leave(unit);
    suppressed();
    exit.resume(unit);
    builder.place(unhandled);
    return exception;
  });
}
