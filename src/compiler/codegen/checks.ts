/** Warnings about expressions that are surely mistakes: calls and subscripts of literals, `is` with a literal. */
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  EllipsisConstant,
  FloatConstant,
  isStrConstant,
  TupleConstant,
} from '../../bytecode/constants.ts';
import { constantOf } from './constants.ts';
import type { Unit } from './unit.ts';

const COMMA = 'perhaps you missed a comma?';

function constantType(value: ConstantValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (isStrConstant(value)) return 'str';
  if (value instanceof FloatConstant) return 'float';
  if (value instanceof ComplexConstant) return 'complex';
  if (value instanceof BytesConstant) return 'bytes';
  if (value instanceof TupleConstant) return 'tuple';
  return value instanceof EllipsisConstant ? 'ellipsis' : 'frozenset';
}

/** Name of the type that an expression surely has. */
function typeOf(node: Ast.ExprNode): string | undefined {
  switch (node.kind) {
    case Kind.Constant:
      return constantType(node.value);
    case Kind.Tuple:
      return 'tuple';
    case Kind.List:
    case Kind.ListComp:
      return 'list';
    case Kind.Dict:
    case Kind.DictComp:
      return 'dict';
    case Kind.Set:
    case Kind.SetComp:
      return 'set';
    case Kind.GeneratorExp:
      return 'generator';
    case Kind.Lambda:
      return 'function';
    case Kind.JoinedStr:
    case Kind.FormattedValue:
      return 'str';
    case Kind.TemplateStr:
      return 'string.templatelib.Template';
    case Kind.Interpolation:
      return 'string.templatelib.Interpolation';
    default:
      return undefined;
  }
}

/** `(a, b)(c)`: a comma is missing in front of the parenthesis. */
export function checkCallee(unit: Unit, node: Ast.ExprNode): void {
  if (node.kind === Kind.Name || node.kind === Kind.Attribute || node.kind === Kind.Lambda) return;
  const type = typeOf(node);
  if (type !== undefined) unit.warn(`'${type}' object is not callable; ${COMMA}`, node);
}

export function checkSubscript(unit: Unit, node: Ast.Subscript): void {
  const { value, slice } = node;
  if (value.kind === Kind.Name || value.kind === Kind.Attribute) return;
  checkSubscripted(unit, value);
  checkIndex(unit, value, slice);
}

function checkSubscripted(unit: Unit, value: Ast.ExprNode): void {
  switch (value.kind) {
    case Kind.Constant:
      if (isStrConstant(value.value) || value.value instanceof BytesConstant) return;
      if (value.value instanceof TupleConstant) return;
      break;
    case Kind.Set:
    case Kind.SetComp:
    case Kind.GeneratorExp:
    case Kind.TemplateStr:
    case Kind.Interpolation:
    case Kind.Lambda:
      break;
    default:
      return;
  }
  unit.warn(`'${typeOf(value)}' object is not subscriptable; ${COMMA}`, value);
}

function checkIndex(unit: Unit, value: Ast.ExprNode, slice: Ast.ExprNode): void {
  const index = typeOf(slice);
  if (index === undefined || index === 'int' || index === 'bool') return;
  switch (value.kind) {
    case Kind.Constant:
      if (!isStrConstant(value.value) && !(value.value instanceof BytesConstant)) return;
      break;
    case Kind.Tuple:
    case Kind.List:
    case Kind.ListComp:
    case Kind.JoinedStr:
    case Kind.FormattedValue:
      break;
    default:
      return;
  }
  unit.warn(`${typeOf(value)} indices must be integers or slices, not ${index}; ${COMMA}`, value);
}

/** Warns once of `is` and `is not` with a literal, whose identity means nothing. */
export function checkIdentity(unit: Unit, node: Ast.Compare): void {
  let left: Ast.ExprNode = node.left;
  for (let i = 0; i < node.ops.length; i++) {
    const right = node.comparators[i];
    const operator = node.ops[i];
    if (operator === Kind.Is || operator === Kind.IsNot) {
      const literal = literalType(left) ?? literalType(right);
      if (literal !== undefined) {
        const [written, meant] = operator === Kind.Is ? ['is', '=='] : ['is not', '!='];
        unit.warn(`"${written}" with '${literal}' literal. Did you mean "${meant}"?`, node);
        return;
      }
    }
    left = right;
  }
}

/** The type of a literal whose identity is not sure: not None, a bool or `...`. */
function literalType(node: Ast.ExprNode): string | undefined {
  const isFlat = node.kind === Kind.Tuple && node.elts.every(({ kind }) => kind === Kind.Constant);
  if (node.kind !== Kind.Constant && !isFlat) return undefined;
  const value = constantOf(node);
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  return value instanceof EllipsisConstant ? undefined : constantType(value);
}

/** The first keyword that repeats one before it is refused: the one that repeats the first of all that are repeated. */
export function checkKeywords(unit: Unit, keywords: readonly Ast.Keyword[]): void {
  if (keywords.length < 2) return;
  const first = new Map<string, number>();
  let repeated: Ast.Keyword | undefined;
  let earliest = keywords.length;
  keywords.forEach((keyword, i) => {
    if (keyword.arg === undefined) return;
    const known = first.get(keyword.arg);
    if (known === undefined) first.set(keyword.arg, i);
    else if (known < earliest) {
      earliest = known;
      repeated = keyword;
    }
  });
  if (repeated !== undefined) unit.fail(`keyword argument repeated: ${repeated.arg}`, repeated);
}
