/**
 * Operands that are ints, floats or strings of derived classes, as members of an `IntEnum` are: where the class leaves an operator to the
 * builtin one, the plain value stands for the object.
 */
import { binaryOperatorOf, isBinaryInstruction } from '../../interpreter/instructions/operators.ts';
import { SPECIAL_SLOTS } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import type { Shape } from '../../objspace/shape.ts';
import { floatType } from '../../objspace/types/float.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { strType } from '../../objspace/types/str/str.ts';
import type { Builder } from '../builder.ts';
import { type Node, PURE } from '../graph.ts';
import * as kinds from '../kinds.ts';

const COMPARISONS = ['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__'];

/** The special methods that have a say in what an operator does. */
function methodsOf(opcode: number): readonly string[] {
  if (!isBinaryInstruction(opcode)) return COMPARISONS;
  const { slot, inplace, reflectedName } = binaryOperatorOf(opcode);
  const names = SPECIAL_SLOTS.filter(([, name]) => name === slot || name === inplace).map(([method]) => method);
  return [...names, reflectedName];
}

function builtinBase(type: PyType): PyType | undefined {
  return [intType, floatType, strType].find((base) => type.isSubtypeOf(base));
}

/** The operand itself, or the plain value that it has in this operation. */
export function plainOperand(b: Builder, opcode: number, node: Node, seen: number, shapes: readonly Shape[]): Node {
  const mask = kinds.isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds & seen : seen;
  const shape = b.environment.shapeOf(node) ?? (shapes.length === 1 ? shapes[0] : undefined);
  if (mask !== kinds.OTHER || shape === undefined || !shape.type.isHeapType) return node;
  const base = builtinBase(shape.type);
  if (base === undefined || methodsOf(opcode).some((name) => shape.type.lookup(name) !== base.lookup(name)))
    return node;
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return valueOf(b, object, base);
}

function valueOf(b: Builder, object: Node, base: PyType): Node {
  if (base === floatType) return b.double('value', '$0.value', [object], PURE);
  if (base === intType) {
    const value = b.pure('value', '$0.value', [object], kinds.INT | kinds.BIG);
    return b.expect(value, kinds.INT)!;
  }
  b.guard('$0.isPlain', [object], 'text without surrogates');
  return b.pure('value', '$0.text', [object], kinds.STR);
}
