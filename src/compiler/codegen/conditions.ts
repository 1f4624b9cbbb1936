/**
 * Truth: expressions in the place of a condition, and `and`, `or`, `not`, comparisons and `x if c else y` as values.
 *
 * A condition compiles to jumps and never builds a bool that it then tests. Each operand's truth is asked once, as in
 * CPython: `a and b or c` goes from a false `a` straight to `c`.
 */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { Label } from '../backend/function-builder.ts';
import { checkIdentity } from './checks.ts';
import { constantOf, loadConstant, smallIntOf } from './constants.ts';
import { ANY, condition, expression, expressionInto, type Next } from './dispatch.ts';
import { constantTruth } from '../constant-folding.ts';
import { constantDisplay } from './displays.ts';
import { COMPARISON, COMPARISON_INT } from './operators.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';

// ── Conditions ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Jumps on the truth of a register. */
export function jumpOnTruth(
  unit: Unit,
  node: Place,
  register: number,
  whenTrue: Label,
  whenFalse: Label,
  next: Next,
): void {
  const builder = unit.at(node);
  if (next === 'true') builder.jumpIfFalse(register, whenFalse);
  else builder.jumpIfTrue(register, whenTrue);
}

/** The condition of any expression: its value, or its constant truth. */
export function valueCondition(unit: Unit, node: Ast.ExprNode, whenTrue: Label, whenFalse: Label, next: Next): void {
  const constant = constantOf(node);
  if (constant !== undefined) {
    const truth = constantTruth(constant);
    unit.at(node).nop();
    if (truth !== (next === 'true')) unit.builder.jump(truth ? whenTrue : whenFalse);
    return;
  }
  jumpOnTruth(unit, node, expression(unit, node), whenTrue, whenFalse, next);
}

export function nameCondition(unit: Unit, node: Ast.Name, whenTrue: Label, whenFalse: Label, next: Next): void {
  if (node.id !== '__debug__') {
    jumpOnTruth(unit, node, expression(unit, node), whenTrue, whenFalse, next);
    return;
  }
  const truth = unit.compilation.optimize === 0;
  if (truth !== (next === 'true')) unit.at(node).jump(truth ? whenTrue : whenFalse);
}

export function booleanCondition(unit: Unit, node: Ast.BoolOp, whenTrue: Label, whenFalse: Label, next: Next): void {
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) {
    const following = unit.builder.newLabel();
    if (node.op === Kind.And) condition(unit, node.values[i], following, whenFalse, 'true');
    else condition(unit, node.values[i], whenTrue, following, 'false');
    unit.builder.place(following);
  }
  condition(unit, node.values[last], whenTrue, whenFalse, next);
}

export function unaryCondition(unit: Unit, node: Ast.UnaryOp, whenTrue: Label, whenFalse: Label, next: Next): void {
  if (node.op !== Kind.Not) valueCondition(unit, node, whenTrue, whenFalse, next);
  else condition(unit, node.operand, whenFalse, whenTrue, next === 'true' ? 'false' : 'true');
}

export function conditionalCondition(unit: Unit, node: Ast.IfExp, whenTrue: Label, whenFalse: Label, next: Next): void {
  const { builder } = unit;
  const body = builder.newLabel();
  const orelse = builder.newLabel();
  condition(unit, node.test, body, orelse, 'true');
  builder.place(body);
  condition(unit, node.body, whenTrue, whenFalse, next);
  builder.jump(next === 'true' ? whenTrue : whenFalse);
  builder.place(orelse);
  condition(unit, node.orelse, whenTrue, whenFalse, next);
}

export function comparisonCondition(
  unit: Unit,
  node: Ast.Compare,
  whenTrue: Label,
  whenFalse: Label,
  next: Next,
): void {
  checkIdentity(unit, node);
  const last = node.ops.length - 1;
  if (last === 0 && isNone(node.comparators[0]) && (node.ops[0] === Kind.Is || node.ops[0] === Kind.IsNot)) {
    noneCondition(unit, node, whenTrue, whenFalse, next);
    return;
  }
  if (constantOf(node) !== undefined) {
    valueCondition(unit, node, whenTrue, whenFalse, next);
    return;
  }
  let left = unit.operand(node.left, node.comparators);
  for (let i = 0; i <= last; i++) {
    const result = unit.builder.newTemp();
    left = compare(unit, node, i, left, result);
    if (i < last) unit.at(node).jumpIfFalse(result, whenFalse);
    else jumpOnTruth(unit, node, result, whenTrue, whenFalse, next);
  }
}

/** `x is None` and `x is not None` have jumps of their own. */
function noneCondition(unit: Unit, node: Ast.Compare, whenTrue: Label, whenFalse: Label, next: Next): void {
  const value = expression(unit, node.left);
  const builder = unit.at(node).touch(node.comparators[0]);
  const jumpsWhenNone = (node.ops[0] === Kind.Is) === (next === 'false');
  const target = next === 'true' ? whenFalse : whenTrue;
  if (jumpsWhenNone) builder.jumpIfNone(value, target);
  else builder.jumpIfNotNone(value, target);
}

function isNone(node: Ast.ExprNode): boolean {
  return node.kind === Kind.Constant && node.value === null;
}

// ── Comparisons as values ──────────────────────────────────────────────────────────────────────────────────────

/** The value of a comparison. A single one may fail at another `place`: `not a < b` does at the `not`. */
export function comparison(unit: Unit, node: Ast.Compare, wanted: number, place: Place = node): number {
  checkIdentity(unit, node);
  const constant = constantOf(node);
  if (constant !== undefined) return loadConstant(unit, node, constant, wanted);
  const last = node.ops.length - 1;
  const dst = last === 0 ? unit.destination(wanted) : unit.scratch(wanted);
  let left = unit.operand(node.left, node.comparators);
  if (last === 0) {
    compare(unit, node, 0, left, dst, place);
    return dst;
  }
  const end = unit.builder.newLabel();
  for (let i = 0; i <= last; i++) {
    left = compare(unit, node, i, left, dst);
    if (i < last) unit.at(node).jumpIfFalse(dst, end);
  }
  unit.builder.place(end);
  return dst;
}

/** Emits the comparison number `i` of a chain; returns the register of its right operand, the next one's left. */
function compare(unit: Unit, node: Ast.Compare, i: number, left: number, dst: number, place: Place = node): number {
  const operator = node.ops[i];
  const isLast = i === node.ops.length - 1;
  const immediate = isLast ? smallIntOf(node.comparators[i]) : undefined;
  const method = immediate === undefined ? undefined : COMPARISON_INT[operator];
  if (method !== undefined) {
    unit
      .at(place)
      .touch(node.comparators[i])
      [method](dst, left, immediate as number);
    return ANY;
  }
  const right = comparedOperand(unit, node, i);
  unit.at(place)[COMPARISON[operator]](dst, left, right);
  return right;
}

/** The right operand; for `in`, a display of constants is the constant tuple or frozenset with its items. */
function comparedOperand(unit: Unit, node: Ast.Compare, i: number): number {
  const right = node.comparators[i];
  if (node.ops[i] === Kind.In || node.ops[i] === Kind.NotIn) {
    const items = constantDisplay(right);
    if (items !== undefined) return loadConstant(unit, right, items);
  }
  return unit.operand(right, node.comparators, i + 1);
}

// ── Boolean operators as values ────────────────────────────────────────────────────────────────────────────────

export function booleanOperation(unit: Unit, node: Ast.BoolOp, wanted: number): number {
  const dst = unit.scratch(wanted);
  const end = unit.builder.newLabel();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) leaveWithValue(unit, node.values[i], node, dst, node.op === Kind.Or, end);
  expressionInto(unit, node.values[last], dst);
  unit.builder.place(end);
  return dst;
}

/**
 * Goes to `end` with the value of `node` in `dst` if its truth is `leaves`; falls through, without it, otherwise.
 * Asking for the truth belongs to the whole expression, `place`.
 */
function leaveWithValue(unit: Unit, node: Ast.ExprNode, place: Place, dst: number, leaves: boolean, end: Label): void {
  if (node.kind === Kind.BoolOp) {
    leaveWithBoolean(unit, node, place, dst, leaves, end);
    return;
  }
  const constant = constantOf(node);
  if (constant !== undefined && constantTruth(constant) !== leaves) return;
  expressionInto(unit, node, dst);
  const builder = unit.at(place);
  if (constant !== undefined) builder.jump(end);
  else if (leaves) builder.jumpIfTrue(dst, end);
  else builder.jumpIfFalse(dst, end);
}

/**
 * The operands before the last one of a boolean operation whose value is not needed. They decide it, or go on behind. Asking for their truth
 * belongs to the whole, as if the value were needed.
 */
export function leadingOperands(unit: Unit, node: Ast.BoolOp, whenTrue: Label, whenFalse: Label): void {
  for (const value of node.values.slice(0, -1)) {
    const following = unit.builder.newLabel();
    if (node.op === Kind.And) operandCondition(unit, value, node, following, whenFalse, 'true');
    else operandCondition(unit, value, node, whenTrue, following, 'false');
    unit.builder.place(following);
  }
}

/** As `condition`, but asking for the truth belongs to `place`. */
function operandCondition(
  unit: Unit,
  node: Ast.ExprNode,
  place: Place,
  whenTrue: Label,
  whenFalse: Label,
  next: Next,
): void {
  if (node.kind === Kind.BoolOp) {
    leadingOperands(unit, node, whenTrue, whenFalse);
    operandCondition(unit, node.values.at(-1)!, place, whenTrue, whenFalse, next);
  } else if (constantOf(node) !== undefined) condition(unit, node, whenTrue, whenFalse, next);
  else jumpOnTruth(unit, place, expression(unit, node), whenTrue, whenFalse, next);
}

/** As `operandCondition`; what has jumps of its own keeps them, so that no bool is made of it. */
function undecided(unit: Unit, node: Ast.ExprNode, place: Place, whenTrue: Label, whenFalse: Label, next: Next): void {
  if (HAS_JUMPS.has(node.kind)) condition(unit, node, whenTrue, whenFalse, next);
  else operandCondition(unit, node, place, whenTrue, whenFalse, next);
}

const HAS_JUMPS: ReadonlySet<number> = new Set([Kind.Compare, Kind.UnaryOp, Kind.IfExp, Kind.BoolOp]);

/** The truth of the last operand is that of the whole, and belongs to `place`. */
function leaveWithBoolean(unit: Unit, node: Ast.BoolOp, place: Place, dst: number, leaves: boolean, end: Label): void {
  const last = node.values.length - 1;
  if ((node.op === Kind.Or) === leaves) {
    node.values.forEach((value, i) => {
      leaveWithValue(unit, value, i === last ? place : node, dst, leaves, end);
    });
    return;
  }
  // Operands other than the last can only decide against leaving: their values are not needed.
  const stay = unit.builder.newLabel();
  for (let i = 0; i < last; i++) {
    const following = unit.builder.newLabel();
    if (leaves) undecided(unit, node.values[i], node, following, stay, 'true');
    else undecided(unit, node.values[i], node, stay, following, 'false');
    unit.builder.place(following);
  }
  leaveWithValue(unit, node.values[last], place, dst, leaves, end);
  unit.builder.place(stay);
}

export function conditional(unit: Unit, node: Ast.IfExp, wanted: number): number {
  const { builder } = unit;
  const dst = unit.destination(wanted);
  const body = builder.newLabel();
  const orelse = builder.newLabel();
  const end = builder.newLabel();
  condition(unit, node.test, body, orelse, 'true');
  builder.place(body);
  expressionInto(unit, node.body, dst);
  builder.jump(end);
  builder.place(orelse);
  expressionInto(unit, node.orelse, dst);
  builder.place(end);
  return dst;
}
