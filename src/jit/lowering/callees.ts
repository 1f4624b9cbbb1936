/**
 * What a call calls. Functions are known as objects, or, where a site has met several that were made of the same code (closures, lambdas in
 * loops), by their code.
 */
import { CO_NESTED } from '../../bytecode/code.ts';
import type { Builder } from '../builder.ts';
import { type Node, original } from '../graph.ts';
import * as kinds from '../kinds.ts';
import type { PyCode } from '../../interpreter/py-code.ts';
import { PyWrapperDescriptor } from '../../objspace/descriptors.ts';
import { PyBuiltinFunction, PyMethodDescriptor } from '../../objspace/gateway/builtin-function.ts';
import { PyInstance } from '../../objspace/instance.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction, PyMethod } from '../../objspace/types/function.ts';
import { PyModule } from '../../objspace/types/module.ts';

/** A callee that is known, or one that is as good as the known one. */
export interface Callee {
  /** The value itself, or one that has the same code. */
  readonly value: Value;
  /** What holds the callee; a constant if `value` is the callee itself. */
  readonly node: Node;
}

/** A function that is called: which one, and where it is. */
export interface FunctionCallee {
  readonly fn: PyFunction;
  readonly node: Node;
}

const MAX_CALLEES = 4;

/** The condition that a value is the callee of a site, with the inputs behind the value. */
export function conditionOf(b: Builder, callee: Value, isByCode: boolean): readonly [string, Node[]] {
  if (!isByCode) return ['$0 === $1', [b.constant(callee)]];
  if (callee instanceof PyFunction) {
    const text = '$0 instanceof Function_ && $0.code === $1 && $0.globals === $2';
    return [text, [b.object(callee.code), b.object(callee.globals)]];
  }
  if (callee instanceof PyMethod) return ['$0 instanceof Method && $0.callable === $1', [b.constant(callee.callable)]];
  if (callee instanceof PyBuiltinFunction)
    return ['$0 instanceof Builtin && $0.definition === $1', [b.object(callee.definition)]];
  if (callee instanceof PyInstance) return ['$0?.shape === $1', [b.object(callee.shape)]];
  return ['$0 === $1', [b.constant(callee)]];
}

function canBeKnown(value: Value): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyType ||
    value instanceof PyMethod ||
    value instanceof PyInstance ||
    value instanceof PyWrapperDescriptor ||
    value instanceof PyMethodDescriptor ||
    (value instanceof PyBuiltinFunction && (value.self === undefined || value.self instanceof PyModule))
  );
}

/** The one callee of a site, made sure of; `undefined` if there are several, or none that can be told. */
export function knownCallee(b: Builder, node: Node): Callee | undefined {
  if (node.isConstant) return { value: node.constant as Value, node };
  const { callees, isByCode } = b.site();
  if (callees.length !== 1) return undefined;
  const [value] = callees;
  // Methods that are bound come as a new object each time; of instances, the class is what counts.
  const isBuiltinMethod = value instanceof PyBuiltinFunction && !canBeKnown(value);
  if (!canBeKnown(value) && !isBuiltinMethod) return undefined;
  if (value instanceof PyFunction && madeHere(b, node, value)) return { value, node };
  const isMadeAnew = value instanceof PyMethod || value instanceof PyInstance || isBuiltinMethod || isNested(value);
  const [text, inputs] = conditionOf(b, value, isByCode || isMadeAnew);
  b.guard(text, [node, ...inputs], 'callee');
  const isItself = !isByCode && !isMadeAnew;
  return { value, node: isItself ? b.constant(value) : b.refine(node, kinds.BOUND) };
}

/** Whether it is a function within another one: each call of that makes it anew. */
export function isNested(value: Value): boolean {
  return value instanceof PyFunction && (value.code.flags & CO_NESTED) !== 0;
}

/** Whether the function was made for this call alone, of the same code: nobody can have given it another one. */
function madeHere(b: Builder, node: Node, fn: PyFunction): boolean {
  const made = original(node);
  if (made.op !== 'function' || (made.inputs[1].constant as unknown as PyCode).code !== fn.code) return false;
  return b.isAlone(node, b.words[b.pc + 2]);
}

/** What a site has called, if it is a few. */
export interface Callees {
  readonly functions: readonly PyFunction[];
  readonly others: readonly Value[];
}

/** The functions that a site has called, and the builtins beside them. */
export function severalCallees(b: Builder, node: Node): Callees | undefined {
  const { callees } = b.site();
  if (node.isConstant || callees.length < 2 || callees.length > MAX_CALLEES) return undefined;
  const functions = callees.filter((callee) => callee instanceof PyFunction) as unknown as PyFunction[];
  const others = callees.filter((callee) => !(callee instanceof PyFunction));
  const areKnown = functions.length > 0 && others.every((callee) => callee instanceof PyBuiltinFunction);
  return areKnown ? { functions, others } : undefined;
}
