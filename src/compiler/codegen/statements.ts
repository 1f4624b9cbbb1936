/** Statements that have no file of their own: `if`, `assert`, `return`, expressions as statements. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import * as Intrinsic from '../../bytecode/intrinsics.generated.ts';
import { constantOf } from './constants.ts';
import { leadingOperands } from './conditions.ts';
import { condition, expression, statements } from './dispatch.ts';
import { leaveThrough, leavingRebinds, leavingRunsCode, refuseInGroupHandler } from './exits.ts';
import { NOWHERE } from './positions.ts';
import type { Unit } from './unit.ts';

/** A chain of `elif` is walked by a loop, for it may be long. */
export function ifStatement(unit: Unit, node: Ast.If): void {
  const { builder } = unit;
  const end = builder.newLabel();
  let current = node;
  for (;;) {
    const body = builder.newLabel();
    const orelse = builder.newLabel();
    condition(unit, current.test, body, orelse, 'true');
    builder.place(body);
    statements(unit, current.body);
    if (current.orelse.length > 0) unit.at(NOWHERE).jump(end);
    builder.place(orelse);
    const [next] = current.orelse;
    if (current.orelse.length !== 1 || next.kind !== Kind.If) break;
    current = next;
  }
  statements(unit, current.orelse);
  builder.place(end);
}

export function assertStatement(unit: Unit, node: Ast.Assert): void {
  if (node.test.kind === Kind.Tuple && node.test.elts.length > 0) {
    unit.warn('assertion is always true, perhaps remove parentheses?', node);
  }
  if (unit.compilation.optimize > 0) return;
  const { builder } = unit;
  const failed = builder.newLabel();
  const end = builder.newLabel();
  condition(unit, node.test, end, failed, 'false');
  builder.place(failed);
  const type = builder.newTemp();
  unit.at(node).loadAssertionError(type);
  let error = type;
  if (node.msg !== undefined) {
    const message = expression(unit, node.msg);
    error = builder.newTemp();
    unit.at(node).call(error, type, [message]);
  }
  unit.at(node.test).raise(error);
  builder.place(end);
}

export function returnStatement(unit: Unit, node: Ast.Return): void {
  checkReturn(unit, node);
  const constant = node.value === undefined ? null : constantOf(node.value);
  const place = returnPlace(node);
  const jumpPlace = leavingRunsCode(unit) ? NOWHERE : place;
  if (constant === null) {
    if (unit.exit !== undefined) unit.at(place).nop();
    leaveThrough(unit, undefined, () => unit.at(jumpPlace).returnNone());
    return;
  }
  const value = expression(unit, node.value as Ast.ExprNode);
  if (unit.exit !== undefined && unit.isLocal(value)) unit.at(node.value as Ast.ExprNode).nop();
  if (leavingRunsCode(unit) && node.value!.lineno !== node.lineno) unit.at(node).nop();
  const kept = unit.isLocal(value) && leavingRebinds(unit) ? unit.copy(node, value) : value;
  leaveThrough(unit, undefined, () => unit.at(jumpPlace).return(kept));
}

/** A constant is returned from its own place, if it is on the line of the `return`. */
function returnPlace(node: Ast.Return): Ast.LocatedNode {
  const { value } = node;
  return value?.kind === Kind.Constant && value.lineno === node.lineno ? value : node;
}

function checkReturn(unit: Unit, node: Ast.Return): void {
  if (!unit.block.isFunctionLike) unit.fail("'return' outside function", node);
  const { value } = node;
  if (value !== undefined && unit.isAsyncGenerator) unit.fail("'return' with value in async generator", node);
  const place = returnPlace(node);
  for (let exit = unit.exit; exit !== undefined; exit = exit.outer) refuseInGroupHandler(unit, exit, place);
}

export function expressionStatement(unit: Unit, node: Ast.Expr): void {
  const { value } = node;
  if (unit.printsExpressions) {
    const shown = expression(unit, value);
    unit.at(node).callIntrinsic(unit.builder.newTemp(), Intrinsic.print, [shown]);
  } else effect(unit, value);
}

/** Evaluates for the effects alone: what is not asked for is not made. */
function effect(unit: Unit, node: Ast.ExprNode): void {
  if (node.kind === Kind.Constant) unit.at(node).nop();
  else if (node.kind === Kind.Name) nameEffect(unit, node);
  else if (node.kind === Kind.BoolOp) booleanEffect(unit, node);
  else if (node.kind === Kind.IfExp) conditionalEffect(unit, node);
  else expression(unit, node);
}

/** A local variable needs no instruction, but its line is told. */
function nameEffect(unit: Unit, node: Ast.Name): void {
  if (unit.isLocal(expression(unit, node))) unit.at(node).nop();
}

function booleanEffect(unit: Unit, node: Ast.BoolOp): void {
  const { builder } = unit;
  const end = builder.newLabel();
  leadingOperands(unit, node, end, end);
  effect(unit, node.values.at(-1)!);
  builder.place(end);
}

function conditionalEffect(unit: Unit, node: Ast.IfExp): void {
  const { builder } = unit;
  const body = builder.newLabel();
  const orelse = builder.newLabel();
  const end = builder.newLabel();
  condition(unit, node.test, body, orelse, 'true');
  builder.place(body);
  effect(unit, node.body);
  builder.jump(end);
  builder.place(orelse);
  effect(unit, node.orelse);
  builder.place(end);
}

/** `pass`: a line for tracers. */
export function pass(unit: Unit, node: Ast.Pass): void {
  unit.at(node).nop();
}

/** `global` and `nonlocal` have said what they mean to the symbol table. */
export function nothing(_unit: Unit, _node: Ast.StmtNode): void {}
