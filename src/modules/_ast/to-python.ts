/** From the parser's nodes to objects of `_ast`. */
import type { ConstantValue } from '../../bytecode/constants.ts';
import { constantValue } from '../../interpreter/runtime-code.ts';
import { PyInstance, setOwnAttribute } from '../../objspace/instance.ts';
import type { Value } from '../../objspace/object.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import type { AstNode } from '../../syntax/ast.generated.ts';
import type { Field } from '../../syntax/ast-nodes.ts';
import { NODES, type NodeTypes, nodeTypes, POSITIONS } from './node-types.ts';
import { strOfName } from '../../objspace/types/str/text.ts';
import { worked } from '../../util/work.ts';

/** A node seen as a record: its fields by property. */
type Fields = Readonly<Record<string, unknown>>;

export function toPython(node: AstNode): Value {
  return convert(node as unknown as Fields & { kind: number }, nodeTypes());
}

/** Work of converting a node. */
const NODE_WORK = 60;

function convert(node: Fields & { kind: number }, types: NodeTypes): Value {
  worked(NODE_WORK);
  const { fields, located } = NODES[node.kind]!;
  const object = new PyInstance(types.byKind[node.kind]!.instanceShape);
  for (const field of fields) setOwnAttribute(object, field.name, convertField(field, node[field.property], types));
  if (located) for (const name of POSITIONS) setOwnAttribute(object, name, node[name] as number);
  return object as Value;
}

function convertField(field: Field, value: unknown, types: NodeTypes): Value {
  if (field.list) return PyList.of((value as unknown[]).map((item) => convertItem(field, item, types)));
  return convertItem(field, value, types);
}

function convertItem({ type }: Field, value: unknown, types: NodeTypes): Value {
  if (value === undefined) return null;
  switch (type) {
    case 'identifier':
      return strOfName(value as string);
    case 'int':
      return value as Value;
    case 'string':
    case 'constant':
      return constantValue(value as ConstantValue);
    default:
      return typeof value === 'number' ? types.singletons[value]! : convert(value as Fields & { kind: number }, types);
  }
}
