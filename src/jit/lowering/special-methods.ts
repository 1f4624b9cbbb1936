/** Subscripts, containment, iteration and calls of instances whose class has a Python method for them. */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from '../../bytecode/code.ts';
import type { Builder } from '../builder.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import type { Operation } from '../context.ts';
import type { Node } from '../graph.ts';
import { isTruthInstruction, unaryMethodOf } from '../../interpreter/instructions/operators.ts';
import * as kinds from '../kinds.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { isAdapter } from '../../objspace/slot-wrappers.ts';
import type { Slots } from '../../objspace/slots.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { callBound, callMethodOf } from './calls.ts';

/** The Python function that the slot of the class calls, if it calls one. */
export function specialMethod({ type }: Shape, slot: keyof Slots, name: string): PyFunction | undefined {
  const found = type.slots[slot];
  if (!type.isHeapType || found === undefined || !isAdapter(found)) return undefined;
  const method = type.lookup(name);
  return method instanceof PyFunction ? method : undefined;
}

/** Objects of Python classes, those with a builtin layout included. */
const OBJECTS = kinds.INSTANCE | kinds.OTHER;

/** The one shape of an operand that is an instance, or a class. */
function instanceShape(b: Builder, node: Node, mask: number, shapes: readonly Shape[]): Shape | undefined {
  // A class that is known is an instance of its metaclass.
  if (node.isConstant && node.constant instanceof PyType) return node.constant.shape;
  if ((node.kinds & OBJECTS) === 0 || (mask !== kinds.INSTANCE && mask !== kinds.OTHER)) return undefined;
  return b.environment.shapeOf(node) ?? (shapes.length === 1 ? shapes[0] : undefined);
}

/** The object, made sure to be an instance of the class as it is. */
function expectInstance(b: Builder, node: Node, shape: Shape): Node {
  const object = b.expectShape(node, shape);
  b.expectVersion(shape.type);
  return object;
}

function operationOn(left: Node, right: Node): Operation {
  return { left, right, isInplace: false };
}

/** The operator of one operand. `undefined`: left to the interpreter; null: it does not return. */
export function unaryMethod(b: Builder, opcode: number, operand: Node): Node | null | undefined {
  const { name, slot } = unaryMethodOf(opcode);
  return methodOfOne(b, operand, slot, name);
}

/** The truth of an instance whose class has `__bool__`. `undefined`: found out otherwise; null: it does not return. */
export function truthMethod(b: Builder, operand: Node): Node | null | undefined {
  return methodOfOne(b, operand, 'bool', '__bool__');
}

/** The iterator that `__iter__` gives. `undefined`: left to the interpreter; null: it does not return. */
export function iterMethod(b: Builder, operand: Node): Node | null | undefined {
  return methodOfOne(b, operand, 'iter', '__iter__');
}

/** The next item of an instance, whose end is an exception. `undefined`: left to the interpreter; null: it does not return. */
export function nextMethod(b: Builder, operand: Node): Node | null | undefined {
  return methodOfOne(b, operand, 'next', '__next__');
}

function methodOfOne(b: Builder, operand: Node, slot: keyof Slots, name: string): Node | null | undefined {
  const { masks, shapes } = b.site();
  const shape = instanceShape(b, operand, masks[0], shapes);
  const method = shape === undefined ? undefined : specialMethod(shape, slot, name);
  if (method === undefined) return undefined;
  const instance = expectInstance(b, operand, shape!);
  return callMethodOf(b, method, [instance], operationOn(instance, instance));
}

/** `object[key]`. `undefined`: left to the interpreter; null: it does not return. */
export function itemMethod(b: Builder, object: Node, key: Node): Node | null | undefined {
  const { masks, shapes } = b.site();
  const shape = instanceShape(b, object, masks[0], shapes);
  const method = shape === undefined ? undefined : specialMethod(shape, 'getItem', '__getitem__');
  if (method === undefined) return undefined;
  const args = { positional: [expectInstance(b, object, shape!), key], names: [] };
  return callBound(b, { fn: method, node: b.constant(method as Value) }, args, b.pc + 5);
}

/** `object[key] = value`; false: left to the interpreter. */
export function storeWithMethod(b: Builder, object: Node, key: Node, value: Node): boolean {
  const { masks, shapes } = b.site();
  const shape = instanceShape(b, object, masks[0], shapes);
  const method = shape === undefined ? undefined : specialMethod(shape, 'setItem', '__setitem__');
  if (method === undefined) return false;
  const instance = expectInstance(b, object, shape!);
  return callMethodOf(b, method, [instance, key, value], operationOn(instance, key)) !== undefined;
}

/** `item in container`: a bool. `undefined`: left to the interpreter; null: it does not return. */
export function containsMethod(b: Builder, item: Node, container: Node): Node | null | undefined {
  const { masks, rightShapes } = b.site();
  const shape = instanceShape(b, container, masks[1], rightShapes);
  const method = shape === undefined ? undefined : specialMethod(shape, 'contains', '__contains__');
  if (method === undefined) return undefined;
  const instance = expectInstance(b, container, shape!);
  return callMethodOf(b, method, [instance, item], operationOn(instance, item));
}

/** The iterator of an instance whose `__iter__` is a generator function, of which nothing runs now. `undefined`: left to the interpreter. */
export function generatorOf(b: Builder, node: Node): Node | undefined {
  return madeByMethod(b, node, 'iter', '__iter__', CO_GENERATOR);
}

/** The same of a special method that is a coroutine function. */
export function coroutineOf(b: Builder, node: Node, slot: keyof Slots, name: string): Node | undefined {
  return madeByMethod(b, node, slot, name, CO_COROUTINE);
}

function madeByMethod(b: Builder, node: Node, slot: keyof Slots, name: string, kind: number): Node | undefined {
  const { masks, shapes } = b.site();
  const shape = instanceShape(b, node, masks[0], shapes);
  const method = shape === undefined ? undefined : specialMethod(shape, slot, name);
  if (method === undefined || (method.code.flags & ANY_GENERATOR) !== kind) return undefined;
  const args = { positional: [expectInstance(b, node, shape!)], names: [] };
  return callBound(b, { fn: method, node: b.constant(method as Value) }, args, 0) ?? undefined;
}

const ANY_GENERATOR = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

/** Instructions that take whatever their method returns. */
const CONTENT: ReadonlySet<number> = new Set([
  Op.Negative,
  Op.Positive,
  Op.Invert,
  Op.ForIter,
  Op.StoreItem,
  Op.StoreAttr,
]);

/** What the inlined method of an operator answers, as the instruction takes it; null: the unit is left where it returns. */
export function answerOf(b: Builder, value: Node): Node | null {
  const { parent, callPc } = b.context;
  const opcode = parent!.runtime.code.words[callPc];
  if (CONTENT.has(opcode)) return value;
  if (opcode === Op.GetIter) return iterator(b, value);
  if (opcode !== Op.In && opcode !== Op.NotIn && !isTruthInstruction(opcode)) return implemented(b, value);
  const truth = b.expect(value, kinds.BOOL);
  if (truth === null) b.leave('truth of an answer');
  return truth;
}

/** Only an instance that is known to have `__next__` will do. */
function iterator(b: Builder, value: Node): Node | null {
  const shape = b.environment.shapeOf(value);
  if (shape?.type.slots.next !== undefined) {
    b.expectVersion(shape.type);
    return value;
  }
  b.leave('iterator');
  return null;
}

function implemented(b: Builder, value: Node): Node | null {
  if ((value.kinds & kinds.OTHER) === 0) return value;
  if (!value.isConstant) b.guard('$0 !== $1', [value, b.constant(NotImplemented as Value)], 'NotImplemented');
  else if (value.constant === (NotImplemented as Value)) {
    b.leave('NotImplemented');
    return null;
  }
  return value;
}
