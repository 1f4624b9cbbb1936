/**
 * The classes of `_ast`, made of the table of nodes. They are Python classes (mutable, `ast.py` adds to them), so each interpreter has its
 * own; they are made when first asked for.
 */
import { adoptMethods } from './ast-object.ts';
import { PyInstance } from '../../objspace/instance.ts';
import type { Value } from '../../objspace/object.ts';
import { orThrow } from '../../objspace/exception.ts';
import { call } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { type PyType, primitiveTypes } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { GenericAlias } from '../../objspace/types/generic-alias.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import { checkedUnion } from '../../objspace/types/union.ts';
import { describeNodes, type Field, type NodeDescription, SUMS } from '../../syntax/ast-nodes.ts';

export const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

/** Sums whose nodes must say where they end. */
export const ENDS_REQUIRED: ReadonlySet<string> = new Set(['pattern', 'type_param']);

export const NODES = describeNodes();

/** What an interpreter has of `_ast`. */
export interface NodeTypes {
  readonly ast: PyType;
  /** Classes by name: nodes and sums. */
  readonly byName: ReadonlyMap<string, PyType>;
  /** Classes by kind. */
  readonly byKind: readonly (PyType | undefined)[];
  /** The one object of each class without fields (`Load()`), by kind. */
  readonly singletons: readonly (Value | undefined)[];
}

const known = new WeakMap<object, NodeTypes>();

export function nodeTypes(): NodeTypes {
  let types = known.get(state.interpreter);
  if (types === undefined) {
    types = makeTypes();
    known.set(state.interpreter, types);
  }
  return types;
}

/** `arguments`, `expr`: sums and products by their names in the grammar; nodes as `Name`. */
function makeTypes(): NodeTypes {
  const byName = new Map<string, PyType>();
  const ast = newClass('AST', objectType, { _fields: [], __match_args__: [], _attributes: [] }, null);
  adoptMethods(ast);
  byName.set('AST', ast);
  for (const [sum, { located = false }] of Object.entries(SUMS)) {
    byName.set(
      sum,
      newClass(sum, ast, { _fields: [], __match_args__: [], _attributes: attributesOf(located) }, documentSum(sum)),
    );
  }
  const byKind: (PyType | undefined)[] = [];
  NODES.forEach((node, kind) => {
    if (node === undefined) return;
    const type = nodeClass(node, node.sum === undefined ? ast : byName.get(node.sum)!);
    byName.set(node.name, type);
    byKind[kind] = type;
  });
  for (const [sum, { located = false }] of Object.entries(SUMS)) {
    if (located && !ENDS_REQUIRED.has(sum)) addOptionalPositions(byName.get(sum)!);
  }
  for (const node of NODES) if (node !== undefined) describeFields(node, byName);
  const singletons = NODES.map((node, kind) =>
    node === undefined || node.isObject ? undefined : (new PyInstance(byKind[kind]!.instanceShape) as Value),
  );
  return { ast, byName, byKind, singletons };
}

const attributesOf = (located: boolean): string[] => (located ? [...POSITIONS] : []);

function newClass(name: string, base: PyType, members: Record<string, string[]>, doc: string | null): PyType {
  const namespace = new PyDict();
  for (const [key, names] of Object.entries(members)) namespace.setStr(key, new PyTuple(names));
  namespace.setStr('__module__', 'ast');
  namespace.setStr('__doc__', doc);
  return orThrow(call(typeType, [name, new PyTuple([base]), namespace])) as PyType;
}

function nodeClass(node: NodeDescription, base: PyType): PyType {
  const names = node.fields.map((field) => field.name);
  const members: Record<string, string[]> = { _fields: names, __match_args__: names };
  if (node.sum === undefined) members['_attributes'] = attributesOf(node.located);
  const type = newClass(node.name, base, members, documentNode(node));
  for (const field of node.fields) if (field.optional && !field.list) type.namespace.set(field.name, null);
  if (node.sum === undefined && node.located) addOptionalPositions(type);
  return type;
}

/** Ends of positions may be missing. */
function addOptionalPositions(type: PyType): void {
  type.namespace.set('end_lineno', null);
  type.namespace.set('end_col_offset', null);
  type.modified();
}

function documentField(field: Field): string {
  const mark = `${field.optional ? '?' : ''}${field.list ? '*' : ''}`;
  return `${field.type}${mark} ${field.name}`;
}

function documentNode(node: NodeDescription): string {
  return node.fields.length === 0 ? node.name : `${node.name}(${node.fields.map(documentField).join(', ')})`;
}

/** `expr_context = Load | Store | Del`; sums with fields have a line for each member. */
function documentSum(sum: string): string {
  const members = NODES.filter((node) => node?.sum === sum).map((node) => documentNode(node!));
  const separator = members.some((member) => member.includes('(')) ? `\n${' '.repeat(sum.length + 1)}| ` : ' | ';
  return `${sum} = ${members.join(separator)}`;
}

/** `_field_types`: what each field holds, as an annotation. */
function describeFields(node: NodeDescription, byName: ReadonlyMap<string, PyType>): void {
  const type = byName.get(node.name)!;
  const types = new PyDict();
  for (const field of node.fields) types.setStr(field.name, fieldType(field, byName));
  type.namespace.set('_field_types', types);
  type.namespace.set('__annotations_cache__', types);
  type.modified();
}

function fieldType(field: Field, byName: ReadonlyMap<string, PyType>): Value {
  const base = PRIMITIVE_TYPES[field.type]?.() ?? byName.get(field.type)!;
  if (field.list) return new GenericAlias(listType, base);
  return field.optional ? (orThrow(checkedUnion(base, null)) as Value) : base;
}

const PRIMITIVE_TYPES: Readonly<Record<string, () => PyType>> = {
  identifier: () => primitiveTypes.str,
  string: () => primitiveTypes.str,
  int: () => primitiveTypes.int,
  constant: () => objectType,
};
