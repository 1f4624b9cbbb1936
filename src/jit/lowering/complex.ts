/** Arithmetic of complex numbers with each other and with floats and ints: it makes no object beside the result. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import { binaryOperatorOf } from '../../interpreter/instructions/operators.ts';
import type { Shape } from '../../objspace/shape.ts';
import { complexType } from '../../objspace/types/complex.ts';

/** By which of the operands are complex: what the result is. A real operand is not widened, which would lose signs of zeros. */
interface Texts {
  readonly both: string;
  readonly left: string;
  readonly right: string;
}

const TEXTS: Record<string, Texts | undefined> = {
  add: {
    both: 'new Complex($0.real + $1.real, $0.imag + $1.imag)',
    left: 'new Complex($0.real + $1, $0.imag)',
    right: 'new Complex($0 + $1.real, $1.imag)',
  },
  subtract: {
    both: 'new Complex($0.real - $1.real, $0.imag - $1.imag)',
    left: 'new Complex($0.real - $1, $0.imag)',
    right: 'new Complex($0 - $1.real, -$1.imag)',
  },
  multiply: {
    both: 'multiplyComplex($0.real, $0.imag, $1.real, $1.imag)',
    left: 'new Complex($0.real * $1, $0.imag * $1)',
    right: 'new Complex($0 * $1.real, $0 * $1.imag)',
  },
};

/** Null where one operand is something else, or none is complex. */
export function complexArithmetic(b: Builder, opcode: number, left: Node, right: Node): Node | null {
  const texts = TEXTS[binaryOperatorOf(opcode).slot];
  if (texts === undefined) return null;
  const { masks, shapes, rightShapes } = b.site();
  const seen = [masks[0], masks[1] ?? right.kinds] as const;
  const [isLeft, isRight] = [isComplex(left, seen[0], shapes), isComplex(right, seen[1], rightShapes)];
  if (isLeft && isRight) return made(b, texts.both, complex(b, left), complex(b, right));
  if (isLeft) {
    const real = realOf(b, right, seen[1]);
    return real === null ? null : made(b, texts.left, complex(b, left), real);
  }
  const real = isRight ? realOf(b, left, seen[0]) : null;
  return real === null ? null : made(b, texts.right, real, complex(b, right));
}

function isComplex(node: Node, seen: number, shapes: readonly Shape[]): boolean {
  if (node.shape === complexType.instanceShape) return true;
  return seen === kinds.OTHER && shapes.length === 1 && shapes[0] === complexType.instanceShape;
}

function complex(b: Builder, node: Node): Node {
  return node.shape === complexType.instanceShape ? node : b.expectShape(node, complexType.instanceShape);
}

/** The double of a float or an int of the safe range. */
function realOf(b: Builder, node: Node, seen: number): Node | null {
  if (isWithin(seen & node.kinds, kinds.INT)) return b.expect(node, kinds.INT);
  const float = isWithin(seen & node.kinds, kinds.FLOAT) ? b.expect(node, kinds.FLOAT) : null;
  return float === null ? null : b.raw(float);
}

function made(b: Builder, template: string, left: Node, right: Node): Node {
  const result = b.pure('complex', template, [left, right], kinds.OTHER);
  result.shape = complexType.instanceShape;
  return result;
}
