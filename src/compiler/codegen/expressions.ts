/** Names, constants, operators, attributes, subscripts and `:=` as values. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { ConstantValue } from '../../bytecode/constants.ts';
import { checkSubscript } from './checks.ts';
import { constantOf, loadConstant, smallIntOf } from './constants.ts';
import { comparison } from './conditions.ts';
import { ANY, condition, expression } from './dispatch.ts';
import { loadName, storeName, targetRegister, writableRegister } from './variables.ts';
import { superAttribute } from './calls.ts';
import { formattedString } from './percent.ts';
import { BINARY, BINARY_INT } from './operators.ts';
import { attributePlace } from './positions.ts';
import type { Unit } from './unit.ts';

export function constant(unit: Unit, node: Ast.Constant, wanted: number): number {
  return loadConstant(unit, node, node.value, wanted);
}

/** `__debug__` is a constant of the compiler. */
export function name(unit: Unit, node: Ast.Name, wanted: number): number {
  if (node.id === '__debug__') return loadConstant(unit, node, unit.compilation.optimize === 0, wanted);
  return loadName(unit, node, node.id, wanted);
}

/** Stars that have a meaning are compiled with what they stand in. */
export function misplacedStar(unit: Unit, node: Ast.Starred): never {
  unit.fail("can't use starred expression here", node);
}

/** `name := value`: the value goes into the variable, which is then the value's register where it has one. */
export function namedExpression(unit: Unit, node: Ast.NamedExpr, wanted: number): number {
  const target = node.target as Ast.Name;
  const local = writableRegister(unit, target, node.value);
  const value = expression(unit, node.value, local ?? wanted);
  if (local === value) {
    unit.builder.touch(target);
    return local;
  }
  storeName(unit, target, target.id, value);
  return targetRegister(unit, target) ?? value;
}

// ── Operators ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A chain `a + b + c + ...` leans to the left: its spine is walked by a loop, for it may be long. */
export function binaryOperation(unit: Unit, node: Ast.BinOp, wanted: number): number {
  const spine: Ast.BinOp[] = [];
  let bottom: Ast.ExprNode = node;
  let folded: ConstantValue | undefined;
  while (bottom.kind === Kind.BinOp && (folded = constantOf(bottom)) === undefined) {
    spine.push(bottom);
    bottom = bottom.left;
  }
  if (spine.length === 0) return loadConstant(unit, node, folded as ConstantValue, wanted);
  const formatted = formattedString(spine[spine.length - 1], unit.lastPlace);
  if (formatted !== undefined) {
    spine.pop();
    if (spine.length === 0) return expression(unit, formatted, wanted);
    bottom = formatted;
  }
  let left = folded === undefined ? expression(unit, bottom) : loadConstant(unit, bottom, folded);
  for (let i = spine.length - 1; i >= 0; i--) {
    left = unit.keep(spine[i], left, spine[i].right);
    left = applyBinary(unit, spine[i], left, i === 0 ? wanted : -1);
  }
  return left;
}

function applyBinary(unit: Unit, node: Ast.BinOp, left: number, wanted: number): number {
  const immediate = smallIntOf(node.right);
  const method = immediate === undefined ? undefined : BINARY_INT[node.op];
  if (method !== undefined) {
    const dst = unit.destination(wanted);
    unit
      .at(node)
      .touch(node.right)
      [method](dst, left, immediate as number);
    return dst;
  }
  const right = expression(unit, node.right);
  const dst = unit.destination(wanted);
  unit.at(node)[BINARY[node.op]](dst, left, right);
  return dst;
}

export function unaryOperation(unit: Unit, node: Ast.UnaryOp, wanted: number): number {
  const folded = constantOf(node);
  if (folded !== undefined) return loadConstant(unit, node, folded, wanted);
  if (node.op === Kind.Not) return negation(unit, node, wanted);
  const operand = expression(unit, node.operand);
  const dst = unit.destination(wanted);
  const builder = unit.at(node);
  if (node.op === Kind.USub) builder.negative(dst, operand);
  else if (node.op === Kind.UAdd) builder.positive(dst, operand);
  else builder.invert(dst, operand);
  return dst;
}

/** `not` of `and`/`or` is a condition that gives a bool. */
function negation(unit: Unit, node: Ast.UnaryOp, wanted: number): number {
  if (node.operand.kind === Kind.BoolOp) return truthValue(unit, node, wanted);
  const { operand: negated } = node;
  const operand = negated.kind === Kind.Compare ? comparison(unit, negated, ANY, node) : expression(unit, negated);
  const dst = unit.destination(wanted);
  unit.at(node).not(dst, operand);
  return dst;
}

function truthValue(unit: Unit, node: Ast.UnaryOp, wanted: number): number {
  const { builder } = unit;
  const dst = unit.destination(wanted);
  const whenTrue = builder.newLabel();
  const whenFalse = builder.newLabel();
  const end = builder.newLabel();
  condition(unit, node, whenTrue, whenFalse, 'true');
  builder.place(whenTrue);
  unit.at(node).loadTrue(dst);
  builder.jump(end);
  builder.place(whenFalse);
  builder.loadFalse(dst);
  builder.place(end);
  return dst;
}

// ── Attributes and subscripts ──────────────────────────────────────────────────────────────────────────────────

export function attribute(unit: Unit, node: Ast.Attribute, wanted: number): number {
  const found = superAttribute(unit, node, wanted);
  if (found !== undefined) return found;
  const object = expression(unit, node.value);
  const dst = unit.destination(wanted);
  unit.at(attributePlace(node)).loadAttr(dst, object, unit.mangle(node.attr));
  return dst;
}

export function subscript(unit: Unit, node: Ast.Subscript, wanted: number): number {
  checkSubscript(unit, node);
  const folded = constantOf(node);
  if (folded !== undefined) return loadConstant(unit, node, folded, wanted);
  const object = unit.operand(node.value, [node.slice]);
  if (isPlainSlice(node.slice)) {
    const [start, stop] = sliceBounds(unit, node.slice);
    const dst = unit.destination(wanted);
    unit.at(node).loadSlice(dst, object, start, stop);
    return dst;
  }
  const immediate = smallIntOf(node.slice);
  const key = immediate === undefined ? expression(unit, node.slice) : -1;
  const dst = unit.destination(wanted);
  if (immediate !== undefined) unit.at(node).touch(node.slice).loadItemInt(dst, object, immediate);
  else unit.at(node).loadItem(dst, object, key);
  return dst;
}

/** A slice without a step, directly in the brackets: the instructions for slices take it. */
export function isPlainSlice(node: Ast.ExprNode): node is Ast.Slice {
  return node.kind === Kind.Slice && node.step === undefined;
}

/** Registers of the two bounds of a plain slice. Constants both, they are loaded where CPython loads a slice. */
export function sliceBounds(unit: Unit, node: Ast.Slice): [number, number] {
  const folded = constantBounds(node);
  if (folded !== undefined) return [loadConstant(unit, node, folded[0]), loadConstant(unit, node, folded[1])];
  const start = sliceBound(unit, node, node.lower);
  const kept = node.upper === undefined ? start : unit.keep(node, start, node.upper);
  return [kept, sliceBound(unit, node, node.upper)];
}

function constantBounds({ lower, upper }: Ast.Slice): [ConstantValue, ConstantValue] | undefined {
  const start = lower === undefined ? null : constantOf(lower);
  const stop = upper === undefined ? null : constantOf(upper);
  return start === undefined || stop === undefined ? undefined : [start, stop];
}

function sliceBound(unit: Unit, node: Ast.Slice, bound: Ast.ExprNode | undefined): number {
  return bound === undefined ? loadConstant(unit, node, null) : expression(unit, bound);
}

/** A slice as a value: with a step, or inside a tuple of subscripts. */
export function slice(unit: Unit, node: Ast.Slice, wanted: number): number {
  const folded = constantOf(node);
  if (folded !== undefined) return loadConstant(unit, node, folded, wanted);
  const [start, stop] = sliceBounds(unit, node);
  const later = node.step === undefined ? [] : [node.step];
  const keptStart = unit.keep(node, start, ...later);
  const keptStop = unit.keep(node, stop, ...later);
  const step = sliceBound(unit, node, node.step);
  const dst = unit.destination(wanted);
  unit.at(node).buildSlice(dst, keptStart, keptStop, step);
  return dst;
}
