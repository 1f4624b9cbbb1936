/** Augmented assignment: the target's inner expressions are evaluated once, its old value before the right side. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { smallIntOf } from './constants.ts';
import { expression } from './dispatch.ts';
import { isPlainSlice, sliceBounds } from './expressions.ts';
import { INPLACE, INPLACE_INT } from './operators.ts';
import { attributePlace } from './positions.ts';
import type { Unit } from './unit.ts';
import { loadName, storeName, targetRegister } from './variables.ts';

export function augmentedAssign(unit: Unit, node: Ast.AugAssign): void {
  const { target } = node;
  switch (target.kind) {
    case Kind.Name:
      augmentName(unit, node, target);
      break;
    case Kind.Attribute:
      augmentAttribute(unit, node, target);
      break;
    case Kind.Subscript:
      if (isPlainSlice(target.slice)) augmentSlice(unit, node, target, target.slice);
      else augmentItem(unit, node, target);
      break;
    default:
      throw new Error(`not a target of augmented assignment: node kind ${target.kind}`);
  }
}

function augmentName(unit: Unit, node: Ast.AugAssign, target: Ast.Name): void {
  const local = targetRegister(unit, target);
  const old = unit.keep(target, loadName(unit, target, target.id), node.value);
  const result = operate(unit, node, old, local ?? unit.builder.newTemp());
  storeName(unit, target, target.id, result);
}

function augmentAttribute(unit: Unit, node: Ast.AugAssign, target: Ast.Attribute): void {
  const object = unit.operand(target.value, [node.value]);
  const place = attributePlace(target);
  const name = unit.mangle(target.attr);
  const value = unit.builder.newTemp();
  unit.at(place).loadAttr(value, object, name);
  operate(unit, node, value, value);
  unit.at(place).storeAttr(object, name, value);
}

function augmentItem(unit: Unit, node: Ast.AugAssign, target: Ast.Subscript): void {
  const object = unit.operand(target.value, [target.slice, node.value]);
  const key = unit.operand(target.slice, [node.value]);
  const value = unit.builder.newTemp();
  unit.at(target).loadItem(value, object, key);
  operate(unit, node, value, value);
  unit.at(target).storeItem(object, key, value);
}

function augmentSlice(unit: Unit, node: Ast.AugAssign, target: Ast.Subscript, slice: Ast.Slice): void {
  const object = unit.operand(target.value, [slice, node.value]);
  const [lower, upper] = sliceBounds(unit, slice);
  const start = unit.keep(target, lower, node.value);
  const stop = unit.keep(target, upper, node.value);
  const value = unit.builder.newTemp();
  unit.at(target).loadSlice(value, object, start, stop);
  operate(unit, node, value, value);
  unit.at(target).storeSlice(object, start, stop, value);
}

/** Emits the in-place operation on `left` and the right side into `dst`; returns `dst`. */
function operate(unit: Unit, node: Ast.AugAssign, left: number, dst: number): number {
  const immediate = smallIntOf(node.value);
  const method = immediate === undefined ? undefined : INPLACE_INT[node.op];
  if (method !== undefined)
    unit
      .at(node)
      .touch(node.value)
      [method](dst, left, immediate as number);
  else {
    const right = expression(unit, node.value);
    unit.at(node)[INPLACE[node.op]](dst, left, right);
  }
  return dst;
}
