/** Constants as operands: the cheapest instruction that loads one, and which of them fit into an instruction. */

import type { ExprNode } from '../../syntax/ast.generated.ts';
import { type ConstantValue, strConstant, TupleConstant } from '../../bytecode/constants.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { foldExpression } from '../constant-folding.ts';
import { ANY } from './dispatch.ts';
import type { Place } from './positions.ts';
import type { Unit } from './unit.ts';

/** Whether an `int` operand can hold it. */
export function isSmallInt(value: ConstantValue | undefined): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** The constant that `node` is, or `undefined`. */
export function constantOf(node: ExprNode): ConstantValue | undefined {
  switch (node.kind) {
    case Kind.Constant:
      return node.value;
    case Kind.Name:
    case Kind.Attribute:
    case Kind.Call:
      return undefined;
    default:
      return foldExpression(node);
  }
}

/** The small int that `node` is, or `undefined`: for the instructions with an immediate operand. */
export function smallIntOf(node: ExprNode): number | undefined {
  const value = constantOf(node);
  return isSmallInt(value) ? value : undefined;
}

/** Emits the load of a constant into `wanted`, or into a new temporary; returns the register. */
export function loadConstant(unit: Unit, place: Place, value: ConstantValue, wanted: number = ANY): number {
  const builder = unit.at(place);
  const register = wanted === ANY ? builder.newTemp() : wanted;
  if (value === null) builder.loadNone(register);
  else if (value === true) builder.loadTrue(register);
  else if (value === false) builder.loadFalse(register);
  else if (isSmallInt(value)) builder.loadInt(register, value);
  else builder.loadConst(register, value);
  return register;
}

/** Names as a constant tuple of str. */
export function namesConstant(names: readonly string[]): TupleConstant {
  return new TupleConstant(names.map((name) => strConstant(name)));
}
