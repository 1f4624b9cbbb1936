/** Operators that are methods of Python classes, and arithmetic of numbers of several sorts. */
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import {
  binaryOperatorOf,
  isBinaryInstruction,
  isInplaceInstruction,
  methodNameOf,
} from '../../interpreter/instructions/operators.ts';
import { overrides } from '../../objspace/arithmetic.ts';
import type { Shape } from '../../objspace/shape.ts';
import type { Slots } from '../../objspace/slots.ts';
import { tupleType } from '../../objspace/types/tuple.ts';
import { objectType } from '../../objspace/types/object.ts';
import { frozensetType } from '../../objspace/types/set/set.ts';
import { callMethodOf } from './calls.ts';
import { SET_OF_ONE } from './dictionaries.ts';
import { expectAnyInt } from './numbers.ts';
import { specialMethod } from './special-methods.ts';
import { attempt, attemptRaising, WILD } from './tame.ts';

const ANY_INT = kinds.INT | kinds.BIG;
const NUMBERS = kinds.INT | kinds.BIG | kinds.FLOAT | kinds.BOOL;

/** What floats know as well. */
const ARITHMETIC: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'trueDivide',
  'floorDivide',
  'modulo',
  'power',
]);

/** Operations of floats and ints that have a function of their own (mixed.ts). */
const SHORT: Record<string, string | undefined> = {
  add: 'addMixed',
  subtract: 'subtractMixed',
  multiply: 'multiplyMixed',
  trueDivide: 'divideMixed',
  power: 'powerMixed',
};

function known(node: Node, seen: number): number {
  return isWithin(node.kinds, kinds.BOUND) && node.kinds !== kinds.BOUND ? node.kinds : seen & node.kinds;
}

/** Numbers of which the site has seen several sorts, or whose results leave the safe range. */
export function mixedArithmetic(b: Builder, opcode: number, left: Node, right: Node): Node | null {
  const site = b.site();
  const first = numberOf(b, left, known(left, site.masks[0]));
  const second = numberOf(b, right, known(right, site.masks[1] ?? right.kinds));
  if (first === null || second === null) return null;
  const isFloat = ((first.kinds | second.kinds) & kinds.FLOAT) !== 0;
  if (!ARITHMETIC.has(binaryOperatorOf(opcode).slot) && (isFloat || binaryOperatorOf(opcode).slot === 'matrixMultiply'))
    return null;
  const { slot } = binaryOperatorOf(opcode);
  if (isWithin(first.kinds | second.kinds, ANY_INT)) {
    const direct = ofInts(b, slot, first, second);
    if (direct !== null) return direct;
  }
  const result = resultKinds(slot, first.kinds | second.kinds);
  const short = SHORT[slot];
  if (short !== undefined) return b.quiet('arithmetic', `${short}($0, $1)`, [b.boxed(first), b.boxed(second)], result);
  const inputs = [b.boxed(first), b.boxed(second), b.object(binaryOperatorOf(opcode))];
  return b.quiet('arithmetic', 'arithmetic($0, $1, $2)', inputs, result);
}

/** Makes sure that the exponent is not negative, so that a power of ints is an int; false where one has been seen that is. */
function isWholePower(b: Builder, exponent: Node): boolean {
  if (isWithin(exponent.kinds, kinds.INT) && exponent.low >= 0) return true;
  if (b.site().isWild) return false;
  b.guard('$0 >= 0', [exponent], WILD);
  return true;
}

/** Operations on ints of any size that give an int: with large ones they take long, so that what has been computed once is not again. */
function ofInts(b: Builder, slot: string, left: Node, right: Node): Node | null {
  const operation = INTEGER_OPERATIONS[slot];
  if (operation === undefined) return null;
  const isShift = slot === 'leftShift' || slot === 'rightShift';
  if (isShift && !(isWithin(right.kinds, kinds.INT) && right.low >= 0)) return null;
  if (slot === 'power' && !isWholePower(b, right)) return null;
  const template = `${operation}($0, $1)`;
  const earlier = b.environment.resultOf(template, left, right);
  if (earlier !== undefined) return earlier;
  const inputs = [b.boxed(left), b.boxed(right)];
  const mayRaise = !NEVER_RAISE.has(slot);
  const result = mayRaise ? b.quiet(slot, template, inputs, ANY_INT) : b.pure(slot, template, inputs, ANY_INT);
  b.environment.addResult(result);
  return result;
}

const INTEGER_OPERATIONS: Record<string, string | undefined> = {
  add: 'addMixed',
  subtract: 'subtractMixed',
  multiply: 'multiplyMixed',
  floorDivide: 'floorDivideMixed',
  modulo: 'moduloMixed',
  power: 'powerMixed',
  bitAnd: 'andInt',
  bitOr: 'orInt',
  bitXor: 'xorInt',
  leftShift: 'leftShiftInt',
  rightShift: 'rightShiftInt',
};

const NEVER_RAISE: ReadonlySet<string> = new Set(['bitAnd', 'bitOr', 'bitXor', 'rightShift']);

/** What an operation on numbers of these kinds gives. */
function resultKinds(slot: string, operands: number): number {
  if (slot === 'trueDivide') return kinds.FLOAT;
  // A power may be complex, and bools have bools for bits.
  if (slot === 'power') return kinds.BOUND;
  return isWithin(operands, kinds.INT | kinds.BIG | kinds.BOOL) ? kinds.INT | kinds.BIG | kinds.BOOL : NUMBERS;
}

function numberOf(b: Builder, node: Node, seen: number): Node | null {
  if (!isWithin(seen, NUMBERS)) return null;
  if (isWithin(node.kinds, NUMBERS)) return node;
  const single = b.expect(node, isWithin(seen, kinds.INT) ? kinds.INT : seen);
  if (single !== null) return single;
  if (isWithin(seen, kinds.INT | kinds.BIG)) return expectAnyInt(b, node);
  b.guard(
    "typeof $0 === 'number' || typeof $0 === 'bigint' || typeof $0 === 'boolean' || $0 instanceof Float",
    [node],
    'number',
  );
  return b.refine(node, NUMBERS);
}

/** An operator whose left operand is an instance with a method for it. `undefined`: left to the interpreter. */
export function operatorMethod(b: Builder, opcode: number, left: Node, right: Node): Node | null | undefined {
  const site = b.site();
  if (site.shapes.length !== 1 || !isObject(known(left, site.masks[0]) & site.masks[0])) return undefined;
  const [shape] = site.shapes;
  const isInplace = hasInplaceForm(opcode, shape.type.slots);
  const method = specialMethod(shape, slotOf(opcode, isInplace), methodNameOf(opcode, isInplace));
  if (method === undefined || !(isInplace || isAskedFirst(b, opcode, shape, right))) return undefined;
  const object = b.expectShape(left, shape);
  b.expectVersion(shape.type);
  return callMethodOf(b, method, [object, right], { left: object, right, isInplace });
}

/** Whether values of the mask may be instances of one class of Python. */
function isObject(mask: number): boolean {
  return mask === kinds.INSTANCE || mask === kinds.OTHER;
}

/** Whether the instruction asks an in-place form of the class first. */
function hasInplaceForm(opcode: number, slots: Slots): boolean {
  if (!isBinaryInstruction(opcode) || !isInplaceInstruction(opcode)) return false;
  const { inplace } = binaryOperatorOf(opcode);
  return inplace !== null && slots[inplace as keyof Slots] !== undefined;
}

function slotOf(opcode: number, isInplace: boolean): keyof Slots {
  if (!isBinaryInstruction(opcode)) return 'compare';
  const operator = binaryOperatorOf(opcode);
  return (isInplace ? operator.inplace! : operator.slot) as keyof Slots;
}

/** Whether the right operand cannot have a say before the left one. */
function isAskedFirst(b: Builder, opcode: number, shape: Shape, right: Node): boolean {
  const { masks, rightShapes } = b.site();
  if (isWithin(right.kinds, NUMBERS | kinds.STR | kinds.NONE)) return true;
  const seen = masks[1] ?? right.kinds;
  if (isWithin(seen, NUMBERS | kinds.STR | kinds.NONE)) {
    const wanted = isWithin(seen, kinds.INT) ? kinds.INT : seen;
    return (seen & (seen - 1)) === 0 || wanted === kinds.INT ? b.expect(right, wanted) !== null : false;
  }
  if (!isObject(seen) || rightShapes.length !== 1) return false;
  const [other] = rightShapes;
  if (other.type !== shape.type) {
    if (
      isBinaryInstruction(opcode)
        ? overrides(other.type, shape.type, binaryOperatorOf(opcode).reflectedName)
        : other.type.isSubtypeOf(shape.type)
    )
      return false;
  }
  b.expectShape(right, other);
  b.expectVersion(other.type);
  return true;
}

// ── Containers ───────────────────────────────────────────────────────────────────────────────────────────────────

const COMPARISONS: Record<string, string> = {
  '==': 'tamedEqual($0, $1)',
  '!=': 'tamedEqual($0, $1)',
  '<': 'tamedLess($0, $1, false)',
  '<=': 'tamedLess($0, $1, true)',
  '>': 'tamedLess($1, $0, false)',
  '>=': 'tamedLess($1, $0, true)',
};

/** Tuples, lists and mixed values are compared where no class of Python has a say. `undefined`: left to the interpreter. */
export function comparison(b: Builder, symbol: string, left: Node, right: Node): Node | undefined {
  const { shapes, rightShapes } = b.site();
  if (!shapes.every(isComparedAsBuiltin) || !rightShapes.every(isComparedAsBuiltin)) return undefined;
  const result = attempt(b, 'compare', COMPARISONS[symbol], [left, right], kinds.BOOL);
  if (result === null) return undefined;
  return symbol === '!=' ? b.pure('not', '!$0', [result], kinds.BOOL) : result;
}

function isComparedAsBuiltin({ type }: Shape): boolean {
  const { compare } = type.slots;
  return !type.isHeapType || compare === objectType.slots.compare || compare === tupleType.slots.compare;
}

/** The operators of sets. `undefined`: left to the interpreter. */
export function ofSets(b: Builder, opcode: number, left: Node, right: Node): Node | undefined {
  const site = b.site();
  const [first, second] = [known(left, site.masks[0]), known(right, site.masks[1] ?? right.kinds)];
  if (!isWithin(second, kinds.SET | kinds.OTHER) || site.isWild) return undefined;
  const one = first === kinds.SET ? b.expect(left, kinds.SET) : frozenSet(b, left, first);
  const other = second === kinds.SET ? b.expect(right, kinds.SET) : right;
  if (one === null || other === null) return undefined;
  const single = original(other);
  if (single.op === SET_OF_ONE && opcode === Op.BitOr)
    return attempt(b, 'united', 'withElement($0, $1)', [one, single.inputs[0]], one.kinds) ?? undefined;
  const text = `tamedAlgebra($0, $1, $2, ${isInplaceInstruction(opcode)})`;
  const inputs = [one, other, b.object(binaryOperatorOf(opcode))];
  return attemptRaising(b, 'set_algebra', text, inputs, first === kinds.SET ? kinds.SET : kinds.OTHER) ?? undefined;
}

/** The operand, made sure to be a frozenset if the site has seen nothing else. */
function frozenSet(b: Builder, node: Node, mask: number): Node | null {
  const { shapes } = b.site();
  const isSeen = mask === kinds.OTHER && shapes.length === 1 && shapes[0].type === frozensetType;
  return isSeen ? b.expectShape(node, shapes[0]) : null;
}
