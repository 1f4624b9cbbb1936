/** f-strings and t-strings. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { type ConstantValue, isStrConstant, strConstant, strText, TupleConstant } from '../../bytecode/constants.ts';
import { loadConstant } from './constants.ts';
import { expression } from './dispatch.ts';
import { tupleOf } from './displays.ts';
import type { Unit } from './unit.ts';

/** Longer f-strings are joined in groups, so that frames stay small. */
const MAX_REGISTERS = 30;

/** The operand of ConvertValue and BuildInterpolation for `!s`, `!r`, `!a`; 0 for none. */
function conversionOf(conversion: number): number {
  switch (conversion) {
    case 115:
      return 1;
    case 114:
      return 2;
    case 97:
      return 3;
    default:
      return 0;
  }
}

// ── f-strings ──────────────────────────────────────────────────────────────────────────────────────────────────

export function joinedString(unit: Unit, node: Ast.JoinedStr, wanted: number): number {
  const { values } = node;
  if (values.length === 0) return loadConstant(unit, node, '', wanted);
  if (values.length === 1) return expression(unit, values[0], wanted);
  let parts: number[] = [];
  for (const value of values) {
    if (parts.length === MAX_REGISTERS) {
      const joined = unit.builder.newTemp();
      unit.at(node).buildString(joined, parts);
      parts = [joined];
    }
    parts.push(expression(unit, value));
  }
  const dst = unit.destination(wanted);
  unit.at(node).buildString(dst, parts);
  return dst;
}

export function formattedValue(unit: Unit, node: Ast.FormattedValue, wanted: number): number {
  let value = expression(unit, node.value);
  const conversion = conversionOf(node.conversion);
  if (conversion !== 0) {
    const converted = unit.builder.newTemp();
    unit.at(node).convertValue(converted, value, conversion);
    value = converted;
  }
  if (node.format_spec === undefined) {
    const dst = unit.destination(wanted);
    unit.at(node).formatValue(dst, value);
    return dst;
  }
  const kept = unit.keep(node.value, value, node.format_spec);
  const spec = expression(unit, node.format_spec);
  const dst = unit.destination(wanted);
  unit.at(node).formatWithSpec(dst, kept, spec);
  return dst;
}

// ── t-strings ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A template's strings and interpolations alternate, beginning and ending with a string. */
export function templateString(unit: Unit, node: Ast.TemplateStr, wanted: number): number {
  const strings: ConstantValue[] = [''];
  const values: Ast.Interpolation[] = [];
  for (const value of node.values) {
    if (value.kind === Kind.Interpolation) {
      values.push(value);
      strings.push('');
    } else strings.push(concatenate(strings.pop() as ConstantValue, (value as Ast.Constant).value));
  }
  const stringTuple = loadConstant(unit, node, new TupleConstant(strings));
  const interpolations = tupleOf(unit, node, values);
  const dst = unit.destination(wanted);
  unit.at(node).buildTemplate(dst, stringTuple, interpolations);
  return dst;
}

function concatenate(left: ConstantValue, right: ConstantValue): ConstantValue {
  if (!isStrConstant(left) || !isStrConstant(right)) throw new Error('a part of a t-string is no str');
  return strConstant(strText(left) + strText(right));
}

export function interpolation(unit: Unit, node: Ast.Interpolation, wanted: number): number {
  const later = node.format_spec === undefined ? [] : [node.format_spec];
  const value = unit.operand(node.value, later);
  const text = loadConstant(unit, node, node.str);
  const spec = node.format_spec === undefined ? loadConstant(unit, node, '') : expression(unit, node.format_spec);
  const dst = unit.destination(wanted);
  unit.at(node).buildInterpolation(dst, value, text, conversionOf(node.conversion), spec);
  return dst;
}
