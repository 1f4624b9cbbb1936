/**
 * From objects of `_ast` to the compiler's nodes. Any object with the right attributes will do where the grammar names one node only; where
 * it names several, the class decides. What a field may hold is checked here, what makes sense in validate.ts.
 */
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  ELLIPSIS,
  FloatConstant,
  FrozenSetConstant,
  strConstant,
  TupleConstant,
} from '../../bytecode/constants.ts';
import { findAttribute } from '../../objspace/attributes.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { repr, typeName } from '../../objspace/operations.ts';
import { primitiveTypes, typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyComplex } from '../../objspace/types/complex-object.ts';
import { Ellipsis } from '../../objspace/types/ellipsis.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { intOf } from '../../objspace/types/int/int.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyFrozenSet } from '../../objspace/types/set/set.ts';
import { isText, PyStr, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import * as Ast from '../../syntax/ast.generated.ts';
import { type Field, isEnumeration, type NodeDescription, SUMS } from '../../syntax/ast-nodes.ts';
import { ENDS_REQUIRED, NODES, type NodeTypes, nodeTypes, POSITIONS } from './node-types.ts';

type NodeClass = new (...values: unknown[]) => object;

/** The compiler's classes, by kind. */
const NODE_CLASSES = NODES.map((node) =>
  node?.isObject ? (Ast as unknown as Record<string, NodeClass>)[node.className] : undefined,
);

/** Kinds of the nodes of each sum, in the order in which classes are tried. */
const KINDS_OF_SUM = new Map<string, number[]>();
/** Kinds of the products, by name. */
const KIND_OF_PRODUCT = new Map<string, number>();
NODES.forEach((node, kind) => {
  if (node === undefined) return;
  if (node.sum === undefined) KIND_OF_PRODUCT.set(node.name, kind);
  else KINDS_OF_SUM.set(node.sum, [...(KINDS_OF_SUM.get(node.sum) ?? []), kind]);
});

/** Converts the root; throws the Python exception where the tree is not one. */
export function fromPython(root: Value): Ast.ModNode {
  return convertSum('mod', root, nodeTypes()) as Ast.ModNode;
}

function attribute(object: Value, name: string): Value | undefined {
  return orThrow(findAttribute(object, name)) as Value | undefined;
}

/** A node of a sum; None gives `undefined`. */
function convertSum(sum: string, object: Value, types: NodeTypes): unknown {
  if (object === null) return undefined;
  const positions = SUMS[sum].located ? positionsOf(sum, object) : [];
  const type = typeOf(object);
  const kind = KINDS_OF_SUM.get(sum)!.find((candidate) => type.isSubtypeOf(types.byKind[candidate]!));
  if (kind === undefined) throw unexpected(sum, object);
  return build(kind, object, positions, types);
}

function unexpected(sum: string, object: Value): Error {
  const shown = textOf(orThrow(repr(object)) as Value);
  return error('TypeError', `expected some sort of ${sum}, but got ${shown}`) as unknown as Error;
}

function positionsOf(owner: string, object: Value): number[] {
  const positions: number[] = [];
  POSITIONS.forEach((name, index) => {
    const value = attribute(object, name);
    // The ends are where the node begins, if nobody says.
    if (index >= 2 && !ENDS_REQUIRED.has(owner) && (value === undefined || value === null))
      positions.push(positions[index - 2]);
    else if (value === undefined) throw error('TypeError', `required field "${name}" missing from ${owner}`);
    else positions.push(convertInt(value));
  });
  return positions;
}

/** Makes a node: its fields in the order of the grammar, then its position. */
function build(kind: number, object: Value, positions: readonly number[], types: NodeTypes): unknown {
  const description = NODES[kind]!;
  const values = description.fields.map((field) => convertField(description, field, object, types));
  description.fields.forEach((field, index) => {
    if (values[index] === undefined && !field.optional)
      throw error('ValueError', `field '${field.name}' is required for ${description.name}`);
  });
  return new NODE_CLASSES[kind]!(...values, ...positions);
}

function convertField(node: NodeDescription, field: Field, object: Value, types: NodeTypes): unknown {
  const value = attribute(object, field.name);
  if (field.list) return convertList(node, field, value, types);
  if (value === undefined || (value === null && field.optional && field.type !== 'constant')) {
    if (field.optional) return undefined;
    if (value === undefined) throw error('TypeError', `required field "${field.name}" missing from ${node.name}`);
  }
  return convertItem(field, value as Value, types);
}

function convertList(node: NodeDescription, field: Field, value: Value | undefined, types: NodeTypes): unknown[] {
  if (value === undefined) return [];
  if (!(value instanceof PyList)) {
    throw error('TypeError', `${node.name} field "${field.name}" must be a list, not a ${typeName(value)}`);
  }
  const items: unknown[] = [];
  const { length } = value;
  for (let index = 0; index < length; index++) {
    items.push(convertItem(field, value.get(index), types));
    if (value.length !== length)
      throw error('RuntimeError', `${node.name} field "${field.name}" changed size during iteration`);
  }
  return items;
}

function convertItem({ type }: Field, value: Value, types: NodeTypes): unknown {
  switch (type) {
    case 'identifier':
      return convertText(value, 'AST identifier must be of type str');
    case 'string':
      return convertText(value, 'AST string must be of type str');
    case 'int':
      return convertInt(value);
    case 'constant':
      return convertConstant(value);
  }
  if (isEnumeration(type)) return enumerationKind(type, value, types);
  const product = KIND_OF_PRODUCT.get(type);
  if (product === undefined) return convertSum(type, value, types);
  const positions = NODES[product]!.located ? positionsOf(type, value) : [];
  return build(product, value, positions, types);
}

function enumerationKind(sum: string, value: Value, types: NodeTypes): number {
  const type = typeOf(value);
  const kind = KINDS_OF_SUM.get(sum)!.find((candidate) => type.isSubtypeOf(types.byKind[candidate]!));
  if (kind === undefined) throw unexpected(sum, value);
  return kind;
}

function convertText(value: Value, message: string): string | undefined {
  if (value === null) return undefined;
  if (!isText(value)) throw error('TypeError', message);
  return textOf(value);
}

function convertInt(value: Value): number {
  if (!typeOf(value).isSubtypeOf(primitiveTypes.int)) {
    throw error('ValueError', `invalid integer value: ${textOf(orThrow(repr(value)) as Value)}`);
  }
  const int = intOf(value);
  if (int < -0x80000000 || int > 0x7fffffff) throw error('OverflowError', 'Python int too large to convert to C int');
  return int as number;
}

// ── Constants ────────────────────────────────────────────────────────────────────────────────────────────────────

function convertConstant(value: Value): ConstantValue {
  if (value === null || typeof value !== 'object') return value;
  if (value === Ellipsis) return ELLIPSIS;
  if (!value.shape.type.isHeapType) {
    if (value instanceof PyFloat) return new FloatConstant(value.value);
    if (value instanceof PyStr) return strConstant(value.text, value.splits);
    if (value instanceof PyBytes) return new BytesConstant(value.data);
    if (value instanceof PyComplex) return new ComplexConstant(value.real, value.imag);
    if (value instanceof PyTuple) return new TupleConstant(value.items.map(convertConstant));
    if (value instanceof PyFrozenSet) return new FrozenSetConstant(value.toArray().map(convertConstant));
  }
  throw error('TypeError', `got an invalid type in Constant: ${typeName(value)}`);
}
