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

/** Values that ask no method in Python whatever they meet. */
const PLAIN = kinds.INT | kinds.BIG | kinds.FLOAT | kinds.BOOL | kinds.STR;

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

/** The operands of an operator with their shapes and kinds, as the site has met them. */
interface Operand {
  readonly node: Node;
  readonly seen: number;
  readonly shape: Shape | undefined;
}

/**
 * The operands themselves, or the plain values that they have in this operation. Neither has one unless both are numbers or texts, or stand for
 * some: others may hand what they meet to methods in Python. A text that is formatted looks at the class of what it gets.
 */
export function plainOperands(b: Builder, opcode: number, left: Node, right: Node): [Node, Node] {
  const { masks, shapes, rightShapes } = b.site();
  const first = operandOf(b, left, masks[0], shapes);
  const second = operandOf(b, right, masks[1] ?? right.kinds, rightShapes);
  const bases = [first, second].map((operand) => plainBase(operand, opcode));
  const isFormatting = isBinaryInstruction(opcode) && binaryOperatorOf(opcode).slot === 'modulo';
  if (isFormatting && ((first.seen & kinds.STR) !== 0 || bases[0] === strType)) return [left, right];
  if (bases.includes(undefined)) return [left, right];
  return [plainValue(b, first, bases[0]!), plainValue(b, second, bases[1]!)];
}

function operandOf(b: Builder, node: Node, mask: number, shapes: readonly Shape[]): Operand {
  const seen = kinds.isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds & mask : mask;
  return { node, seen, shape: b.environment.shapeOf(node) ?? (shapes.length === 1 ? shapes[0] : undefined) };
}

/** The builtin class that has the say about an operand; null for values of builtin classes, `undefined` for all else. */
function plainBase({ seen, shape }: Operand, opcode: number): PyType | null | undefined {
  if (kinds.isWithin(seen, PLAIN)) return null;
  if (seen !== kinds.OTHER || shape === undefined || !shape.type.isHeapType) return undefined;
  const base = builtinBase(shape.type);
  const isOther = methodsOf(opcode).some((name) => shape.type.lookup(name) !== base?.lookup(name));
  return isOther ? undefined : base;
}

function plainValue(b: Builder, { node, shape }: Operand, base: PyType | null): Node {
  if (base === null) return node;
  const object = b.expectShape(node, shape!);
  b.expectVersion(shape!.type);
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
