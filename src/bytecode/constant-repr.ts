/** Constants as Python prints them, for the disassembler and for whoever shows code. */
import { reprComplex, reprFloat } from '../util/float-repr.ts';
import { reprBytes, reprStr } from '../util/repr.ts';
import { Code } from './code.ts';
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from './constants.ts';

export function reprConstant(value: ConstantValue): string {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return reprStr(value);
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return reprStructure(value);
  }
}

function reprStructure(value: object): string {
  if (value instanceof FloatConstant) return reprFloat(value.value);
  if (value instanceof ComplexConstant) return reprComplex(value.real, value.imag);
  if (value instanceof StrConstant) return reprStr(value.text, value.splits);
  if (value instanceof BytesConstant) return reprBytes(value.bytes);
  if (value instanceof TupleConstant) return reprTuple(value.items);
  if (value instanceof FrozenSetConstant) return reprFrozenSet(value.items);
  if (value instanceof Code) return `<code object ${value.name}, line ${value.firstLine}>`;
  return 'Ellipsis';
}

function reprTuple(items: readonly ConstantValue[]): string {
  return items.length === 1 ? `(${reprConstant(items[0])},)` : `(${items.map(reprConstant).join(', ')})`;
}

function reprFrozenSet(items: readonly ConstantValue[]): string {
  return items.length === 0 ? 'frozenset()' : `frozenset({${items.map(reprConstant).join(', ')}})`;
}
