/** Operators in full: special methods written in Python run in frames of their own, everything else in the object space. */
import * as Op from '../../bytecode/opcodes.generated.ts';
import * as arithmetic from '../../objspace/arithmetic.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { compare, compareError, contains, isTrue, raiseBoolError } from '../../objspace/operations.ts';
import { COMPARE_NAMES, type CompareOperator, EQ, GE, GT, LE, LT, NE, SPECIAL_SLOTS } from '../../objspace/slots.ts';
import { typeOf } from '../../objspace/type.ts';
import type { PyFunction } from '../../objspace/types/function.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { afterIteration } from './iteration.ts';
import { pushCall } from '../call.ts';
import { Continuation, Discard, finish, type Next, Stored } from '../continuation.ts';
import { RAISED } from '../outcomes.ts';
import type { Frame } from '../frame.ts';
import { pythonMethod } from '../python-method.ts';

interface BinaryInstruction {
  readonly operator: arithmetic.BinaryOperator;
  readonly isInplace: boolean;
  /** The right operand is an immediate int. */
  readonly isImmediate: boolean;
  /** The special methods of left and right operand. */
  readonly method: string;
  readonly inplaceMethod: string | undefined;
  readonly reflectedMethod: string;
}

const BINARY: (BinaryInstruction | undefined)[] = [];

function methodOf(slot: string): string {
  return SPECIAL_SLOTS.find((row) => row[1] === slot)![0];
}

function declare(
  operator: arithmetic.BinaryOperator,
  plain: number,
  inplace: number,
  plainInt?: number,
  inplaceInt?: number,
): void {
  const method = methodOf(operator.slot);
  const inplaceMethod = operator.inplace === null ? undefined : methodOf(operator.inplace);
  const add = (opcode: number | undefined, isInplace: boolean, isImmediate: boolean): void => {
    if (opcode === undefined) return;
    BINARY[opcode] = {
      operator,
      isInplace,
      isImmediate,
      method,
      inplaceMethod: isInplace ? inplaceMethod : undefined,
      reflectedMethod: operator.reflectedName,
    };
  };
  add(plain, false, false);
  add(inplace, true, false);
  add(plainInt, false, true);
  add(inplaceInt, true, true);
}

declare(arithmetic.ADD, Op.Add, Op.InplaceAdd, Op.AddInt, Op.InplaceAddInt);
declare(arithmetic.SUBTRACT, Op.Subtract, Op.InplaceSubtract, Op.SubtractInt, Op.InplaceSubtractInt);
declare(arithmetic.MULTIPLY, Op.Multiply, Op.InplaceMultiply, Op.MultiplyInt, Op.InplaceMultiplyInt);
declare(arithmetic.TRUE_DIVIDE, Op.TrueDivide, Op.InplaceTrueDivide);
declare(arithmetic.FLOOR_DIVIDE, Op.FloorDivide, Op.InplaceFloorDivide, Op.FloorDivideInt, Op.InplaceFloorDivideInt);
declare(arithmetic.MODULO, Op.Modulo, Op.InplaceModulo, Op.ModuloInt, Op.InplaceModuloInt);
declare(arithmetic.POWER, Op.Power, Op.InplacePower);
declare(arithmetic.MATRIX_MULTIPLY, Op.MatrixMultiply, Op.InplaceMatrixMultiply);
declare(arithmetic.LEFT_SHIFT, Op.LeftShift, Op.InplaceLeftShift, Op.LeftShiftInt, Op.InplaceLeftShiftInt);
declare(arithmetic.RIGHT_SHIFT, Op.RightShift, Op.InplaceRightShift, Op.RightShiftInt, Op.InplaceRightShiftInt);
declare(arithmetic.BIT_AND, Op.BitAnd, Op.InplaceBitAnd, Op.BitAndInt, Op.InplaceBitAndInt);
declare(arithmetic.BIT_OR, Op.BitOr, Op.InplaceBitOr);
declare(arithmetic.BIT_XOR, Op.BitXor, Op.InplaceBitXor);

/** Length of the binary, comparison and `in` instructions in words. */
const LENGTH = 5;

// ── Binary ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** After the left operand's method: the right operand is asked next. */
class AfterLeft extends Continuation {
  readonly left: Value;
  readonly right: Value;
  readonly instruction: BinaryInstruction;
  /** Whether the method was the in-place one, after which the plain protocol begins. */
  readonly wasInplace: boolean;

  constructor(left: Value, right: Value, instruction: BinaryInstruction, wasInplace: boolean) {
    super();
    this.left = left;
    this.right = right;
    this.instruction = instruction;
    this.wasInplace = wasInplace;
  }

  resume(back: Frame, value: Value): Next {
    if (value !== NotImplemented) return finish(back, value, LENGTH);
    const { left, right, instruction } = this;
    if (this.wasInplace) return plainBinary(back, left, right, instruction);
    const reflected =
      typeOf(left) === typeOf(right)
        ? undefined
        : pythonMethod(right, typeOf(right).slots[instruction.operator.reflected], instruction.reflectedMethod);
    if (reflected !== undefined)
      return pushCall(back, reflected, [right, left], new AfterRight(left, right, instruction));
    return finish(back, arithmetic.binaryAfterLeft(left, right, instruction.operator, instruction.isInplace), LENGTH);
  }
}

/** After the right operand's reflected method: only sequence operations are left. */
class AfterRight extends Continuation {
  readonly left: Value;
  readonly right: Value;
  readonly instruction: BinaryInstruction;

  constructor(left: Value, right: Value, instruction: BinaryInstruction) {
    super();
    this.left = left;
    this.right = right;
    this.instruction = instruction;
  }

  resume(back: Frame, value: Value): Next {
    if (value !== NotImplemented) return finish(back, value, LENGTH);
    return finish(
      back,
      arithmetic.binaryAfterBoth(this.left, this.right, this.instruction.operator, this.instruction.isInplace),
      LENGTH,
    );
  }
}

/** `left op right` at frame.pc, without the in-place form. */
function plainBinary(frame: Frame, left: Value, right: Value, instruction: BinaryInstruction): Next {
  const { operator } = instruction;
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  if (leftType.isHeapType || rightType.isHeapType) {
    const isRightFirst = leftType !== rightType && arithmetic.overrides(rightType, leftType, operator.reflectedName);
    if (!isRightFirst) {
      const method = pythonMethod(left, leftType.slots[operator.slot], instruction.method);
      if (method !== undefined)
        return pushCall(frame, method, [left, right], new AfterLeft(left, right, instruction, false));
      const reflected =
        leftType === rightType
          ? undefined
          : pythonMethod(right, rightType.slots[operator.reflected], instruction.reflectedMethod);
      if (reflected !== undefined) return leftThenPython(frame, left, right, instruction, reflected);
    }
  }
  return finish(
    frame,
    arithmetic.binaryNamed(
      left,
      right,
      operator,
      arithmetic.symbolOf(operator, instruction.isInplace),
      instruction.isInplace,
    ),
    LENGTH,
  );
}

/** The left operand is of a builtin type: it answers at once, and mostly with NotImplemented. */
function leftThenPython(
  frame: Frame,
  left: Value,
  right: Value,
  instruction: BinaryInstruction,
  reflected: PyFunction,
): Next {
  const forward = typeOf(left).slots[instruction.operator.slot] as ((left: Value, right: Value) => Result) | undefined;
  const result =
    forward === undefined
      ? NotImplemented
      : instruction.operator === arithmetic.POWER
        ? (forward as unknown as (a: Value, b: Value, c: Value) => Result)(left, right, null)
        : forward(left, right);
  if (result !== NotImplemented) return finish(frame, result, LENGTH);
  return pushCall(frame, reflected, [right, left], new AfterRight(left, right, instruction));
}

export function binaryInstruction(frame: Frame, opcode: number): Next {
  const instruction = BINARY[opcode]!;
  const { words } = frame.runtime;
  const left = frame.registers[words[frame.pc + 2]] as Value;
  const right = instruction.isImmediate ? words[frame.pc + 3] : (frame.registers[words[frame.pc + 3]] as Value);
  if (instruction.inplaceMethod === undefined) return plainBinary(frame, left, right, instruction);
  const slot = typeOf(left).slots[instruction.operator.inplace!] as ((left: Value, right: Value) => Result) | undefined;
  if (slot === undefined) return plainBinary(frame, left, right, instruction);
  const method = pythonMethod(left, slot, instruction.inplaceMethod);
  if (method !== undefined)
    return pushCall(frame, method, [left, right], new AfterLeft(left, right, instruction, true));
  const result = slot(left, right);
  return result === NotImplemented ? plainBinary(frame, left, right, instruction) : finish(frame, result, LENGTH);
}

// ── Unary ────────────────────────────────────────────────────────────────────────────────────────────────────────

const UNARY_LENGTH = 4;
const UNARY_METHODS: Record<number, string> = {
  [Op.Negative]: '__neg__',
  [Op.Positive]: '__pos__',
  [Op.Invert]: '__invert__',
};

export function unaryInstruction(frame: Frame, opcode: number): Next {
  const operand = frame.registers[frame.runtime.words[frame.pc + 2]] as Value;
  const { slots } = typeOf(operand);
  const slot = opcode === Op.Negative ? slots.negative : opcode === Op.Positive ? slots.positive : slots.invert;
  const method = pythonMethod(operand, slot, UNARY_METHODS[opcode]);
  if (method !== undefined) return pushCall(frame, method, [operand], new Stored(UNARY_LENGTH));
  const run =
    opcode === Op.Negative ? arithmetic.negative : opcode === Op.Positive ? arithmetic.positive : arithmetic.invert;
  return finish(frame, run(operand), UNARY_LENGTH);
}

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────

/** By opcode, from Op.Less to Op.GreaterEqualInt. */
const COMPARISONS: CompareOperator[] = [];
for (const [operator, plain, immediate] of [
  [LT, Op.Less, Op.LessInt],
  [LE, Op.LessEqual, Op.LessEqualInt],
  [EQ, Op.Equal, Op.EqualInt],
  [NE, Op.NotEqual, Op.NotEqualInt],
  [GT, Op.Greater, Op.GreaterInt],
  [GE, Op.GreaterEqual, Op.GreaterEqualInt],
] as const) {
  COMPARISONS[plain - Op.Less] = operator;
  COMPARISONS[immediate - Op.Less] = operator;
}

/** After the left operand's comparison: if it does not know, the whole protocol is run, which asks it only if it is asked first. */
class AfterCompare extends Continuation {
  readonly left: Value;
  readonly right: Value;
  readonly operator: CompareOperator;

  constructor(left: Value, right: Value, operator: CompareOperator) {
    super();
    this.left = left;
    this.right = right;
    this.operator = operator;
  }

  resume(back: Frame, value: Value): Next {
    if (value !== NotImplemented) return finish(back, value, LENGTH);
    return finish(back, compareAfterLeft(this.left, this.right, this.operator), LENGTH);
  }
}

const SWAPPED: readonly CompareOperator[] = [GT, GE, EQ, NE, LT, LE];

function compareAfterLeft(left: Value, right: Value, operator: CompareOperator): Result {
  const slot = typeOf(right).slots.compare;
  if (slot !== undefined) {
    const result = slot(right as never, left, SWAPPED[operator]);
    if (result !== NotImplemented) return result;
  }
  return compareUnknown(left, right, operator);
}

function compareUnknown(left: Value, right: Value, operator: CompareOperator): Result {
  if (operator === EQ) return left === right;
  if (operator === NE) return left !== right;
  return compareError(left, right, operator);
}

/** What follows the method of an operator, a test of truth, a containment, a store or a step of a loop, where compiled code has called it. */
export function continuationOf(opcode: number, left: Value, right: Value, wasInplace: boolean): Continuation {
  if (opcode === Op.In || opcode === Op.NotIn) return new AfterContains(opcode === Op.NotIn);
  if (opcode === Op.StoreItem || opcode === Op.StoreAttr) return new Discard(5);
  if (opcode === Op.GetIter || opcode === Op.ForIter) return afterIteration(opcode);
  if (isTruthInstruction(opcode)) return new AfterTruth(opcode);
  if (UNARY_METHODS[opcode] !== undefined) return new Stored(UNARY_LENGTH);
  const instruction = BINARY[opcode];
  if (instruction === undefined) return new AfterCompare(left, right, COMPARISONS[opcode - Op.Less]);
  return new AfterLeft(left, right, instruction, wasInplace);
}

/** The method of the left operand's type that a binary instruction or comparison calls, the in-place one first. */
export function methodNameOf(opcode: number, isInplace: boolean): string {
  const instruction = BINARY[opcode];
  if (instruction === undefined) return COMPARE_NAMES[COMPARISONS[opcode - Op.Less]];
  return isInplace ? instruction.inplaceMethod! : instruction.method;
}

/** The method and the slot of a unary instruction. */
export function unaryMethodOf(opcode: number): {
  readonly name: string;
  readonly slot: 'negative' | 'positive' | 'invert';
} {
  return {
    name: UNARY_METHODS[opcode],
    slot: opcode === Op.Negative ? 'negative' : opcode === Op.Positive ? 'positive' : 'invert',
  };
}

/** Whether the instruction asks for nothing but the truth of a value. */
export function isTruthInstruction(opcode: number): boolean {
  return opcode === Op.Not || opcode === Op.JumpIfTrue || opcode === Op.JumpIfFalse;
}

export function isBinaryInstruction(opcode: number): boolean {
  return BINARY[opcode] !== undefined;
}

export function isInplaceInstruction(opcode: number): boolean {
  return BINARY[opcode]!.isInplace;
}

export function binaryOperatorOf(opcode: number): arithmetic.BinaryOperator {
  return BINARY[opcode]!.operator;
}

export function compareInstruction(frame: Frame, opcode: number): Next {
  const operator = COMPARISONS[opcode - Op.Less];
  const { words } = frame.runtime;
  const left = frame.registers[words[frame.pc + 2]] as Value;
  const operand = words[frame.pc + 3];
  const right = opcode >= Op.LessInt ? operand : (frame.registers[operand] as Value);
  const leftType = typeOf(left);
  if (!leftType.isHeapType) return finish(frame, compare(left, right, operator), LENGTH);
  const rightType = typeOf(right);
  const isRightFirst = leftType !== rightType && rightType.isSubtypeOf(leftType);
  const method = isRightFirst ? undefined : pythonMethod(left, leftType.slots.compare, COMPARE_NAMES[operator]);
  if (method !== undefined) return pushCall(frame, method, [left, right], new AfterCompare(left, right, operator));
  return finish(frame, compare(left, right, operator), LENGTH);
}

// ── Truth ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** After `__bool__`: goes on where the truth leads. */
class AfterTruth extends Continuation {
  readonly opcode: number;

  constructor(opcode: number) {
    super();
    this.opcode = opcode;
  }

  resume(back: Frame, value: Value): Next {
    if (typeof value !== 'boolean') return boolError(value);
    return decided(back, this.opcode, value);
  }
}

function boolError(value: Value): number {
  raiseBoolError(value);
  return RAISED;
}

function decided(frame: Frame, opcode: number, truth: boolean): number {
  const { words } = frame.runtime;
  if (opcode === Op.Not) {
    frame.registers[words[frame.pc + 1]] = !truth;
    return frame.pc + 3;
  }
  return truth === (opcode === Op.JumpIfTrue) ? words[frame.pc + 2] : frame.pc + 3;
}

/** Not, JumpIfTrue and JumpIfFalse on anything. */
export function truthInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const value = frame.registers[words[opcode === Op.Not ? frame.pc + 2 : frame.pc + 1]] as Value;
  const method = pythonMethod(value, typeOf(value).slots.bool, '__bool__');
  if (method !== undefined) return pushCall(frame, method, [value], new AfterTruth(opcode));
  const truth = isTrue(value);
  return truth === EXIT ? RAISED : decided(frame, opcode, truth as boolean);
}

// ── Containment ──────────────────────────────────────────────────────────────────────────────────────────────────

class AfterContains extends Continuation {
  readonly isNegated: boolean;

  constructor(isNegated: boolean) {
    super();
    this.isNegated = isNegated;
  }

  resume(back: Frame, value: Value): Next {
    const truth = isTrue(value);
    return truth === EXIT ? RAISED : finish(back, (truth as boolean) !== this.isNegated, LENGTH);
  }
}

export function containsInstruction(frame: Frame, opcode: number): Next {
  const { words } = frame.runtime;
  const item = frame.registers[words[frame.pc + 2]] as Value;
  const container = frame.registers[words[frame.pc + 3]] as Value;
  const isNegated = opcode === Op.NotIn;
  const method = pythonMethod(container, typeOf(container).slots.contains, '__contains__');
  if (method !== undefined) return pushCall(frame, method, [container, item], new AfterContains(isNegated));
  const found = contains(container, item);
  return found === EXIT ? RAISED : finish(frame, (found as boolean) !== isNegated, LENGTH);
}
