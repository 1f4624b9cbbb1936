/**
 * Calls of classes whose `__new__` is a Python function, and of those whose metaclass has a `__call__`: both are inlined, and so is the
 * `__init__` that follows. What `__new__` returns is looked at where it returns, so that the interpreter can do the rest from there.
 */
import { Return } from '../../bytecode/opcodes.generated.ts';
import { instructionLength } from '../../bytecode/operands.ts';
import { newFunctionOf } from '../../interpreter/call.ts';
import { runtimeOf, type RuntimeCode } from '../../interpreter/runtime-code.ts';
import type { PyBuiltinFunction } from '../../objspace/gateway/builtin-function.ts';
import { PyWrapperDescriptor } from '../../objspace/descriptors.ts';
import type { Value } from '../../objspace/object.ts';
import { isAdapter } from '../../objspace/slot-wrappers.ts';
import { PyType } from '../../objspace/type.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import { layoutOf, objectType } from '../../objspace/types/object.ts';
import { tupleType } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import type { Builder } from '../builder.ts';
import { CodeState } from '../code-state.ts';
import { Construction } from '../context.ts';
import { type Node, original } from '../graph.ts';
import { OTHER } from '../kinds.ts';
import { newTupleText } from '../tuples.ts';
import { itemsOf, newInstance } from '../virtuals.ts';
import { type Arguments, bind } from './binding.ts';
import { callBound, callInit, canInline, inline } from './calls.ts';
import { expectCalledPlainly } from './exceptions.ts';
import { FEW_WORDS_OF_METHODS } from './inlining.ts';
import { attempt, WILD } from './tame.ts';
import { callUnit, made, MAX_ARGUMENTS } from './unit-calls.ts';

// ── Metaclasses ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A class whose metaclass has a Python function for calls of it; `undefined` for any other. */
export function callByMetaclass(
  b: Builder,
  cls: PyType,
  { positional, names }: Arguments,
  returnPc: number,
): Node | null | undefined {
  const metaclass = cls.shape.type;
  if (!metaclass.isHeapType || !isAdapter(metaclass.slots.call)) return undefined;
  const method = metaclass.lookup('__call__');
  if (!(method instanceof PyFunction)) return undefined;
  expectCalledPlainly(b, cls);
  const args = { positional: [b.constant(cls as Value), ...positional], names };
  return callBound(b, { fn: method, node: b.constant(method as Value) }, args, returnPc);
}

/** Where `super().__call__` is not called at once. */
export const METHOD_WRAPPER = 'method_wrapper';

/** The class that a call of `super().__call__` makes an object of. */
export function classOfWrapper(node: Node): PyType | undefined {
  const { op, inputs } = original(node);
  return op === METHOD_WRAPPER ? constantClass(inputs[1]) : undefined;
}

/** `type.__call__`, as metaclasses call it by `super()`. */
export function isCallOfType(value: Value): boolean {
  return value instanceof PyWrapperDescriptor && value === typeType.namespace.get('__call__');
}

// ── `__new__` ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The `__init__` that follows on `__new__`: null if it does nothing, `undefined` if it is no Python function. */
function initAfter({ slots }: PyType, init: Value | undefined): PyFunction | null | undefined {
  if (slots.init === objectType.slots.init) return null;
  return init instanceof PyFunction && isAdapter(slots.init) ? init : undefined;
}

/** An object of a class whose `__new__` is a Python function; `undefined` for any other. */
export function callNew(b: Builder, cls: PyType, args: Arguments, returnPc: number): Node | null | undefined {
  const { positional, names } = args;
  const maker = newFunctionOf(cls);
  if (maker === undefined) return undefined;
  const init = initAfter(cls, cls.lookup('__init__'));
  if (init === undefined) return undefined;
  const callee = { fn: maker, node: b.constant(maker as Value) };
  const runtime = runtimeOf(callee.fn.code);
  const isInlined = canInline(b, runtime, FEW_WORDS_OF_METHODS);
  // An `__init__` that follows on a call is left to the interpreter with it.
  if (runtime.isGenerator || !(isInlined || init === null) || hasReturnedOther(runtime)) return undefined;
  expectCalledPlainly(b, cls);
  const values = bind(b, callee, { positional: [b.constant(cls as Value), ...positional], names });
  if (values === undefined || values.length !== runtime.parameterCount) return undefined;
  if (!isInlined) return callUnit(b, callee, runtime, values, made(b, callee, cls, positional, names, returnPc - b.pc));
  // The object comes in the place of None.
  const initial =
    init === null ? null : bind(b, initOf(b, init), { positional: [b.constant(null), ...positional], names });
  if (initial === undefined || (init !== null && !isCallable(init, initial!))) return undefined;
  const following = initial === null ? [] : initial!.slice(1);
  const construction = new Construction(cls, init, positional, names, following, returnPc - b.pc);
  const object = inline(b, callee, runtime, CodeState.of(runtime), values, returnPc, null, construction);
  if (object === null || init === null) return object;
  return callInit(b, init, object, [object, ...following], returnPc);
}

function initOf(b: Builder, init: PyFunction): { fn: PyFunction; node: Node } {
  return { fn: init, node: b.constant(init as Value) };
}

/** Whether the object has a parameter of its own, and nothing about the call needs to be looked at later. */
function isCallable({ code }: PyFunction, values: readonly Node[]): boolean {
  const runtime = runtimeOf(code);
  if (code.argcount === 0 || runtime.isGenerator || !CodeState.of(runtime).returnsNone) return false;
  return values.length === runtime.parameterCount && values.length <= MAX_ARGUMENTS;
}

/** Whether it has returned something else than objects of the class. */
function hasReturnedOther(runtime: RuntimeCode): boolean {
  const { words } = runtime.code;
  const sites = CodeState.of(runtime).profile?.sites ?? [];
  for (let pc = 0; pc < words.length; pc += instructionLength(words, pc))
    if (words[pc] === Return && sites[pc]?.isWild === true) return true;
  return false;
}

/** What the inlined `__new__` returns, made sure to be what `__init__` is to be called for; null: the unit is left there. */
export function madeObject(b: Builder, value: Node, { cls, init }: Construction): Node | null {
  if (b.environment.shapeOf(value)?.type !== cls) b.guard('typeOf($0) === $1', [value, b.object(cls)], WILD);
  // Between the two nothing can be left to the interpreter.
  if (init !== null) b.expectUnobserved();
  // `__new__` may have given the class another `__init__`, or its first one.
  b.rely(cls.dependents);
  return value;
}

// ── `__new__` of builtin classes ─────────────────────────────────────────────────────────────────────────────────

function isNewOf(callee: PyBuiltinFunction, type: PyType): boolean {
  return callee === type.namespace.get('__new__');
}

/** `object.__new__(cls)` and `tuple.__new__(cls, items)`; `undefined` for any other call. */
export function newOfBuiltin(b: Builder, callee: PyBuiltinFunction, args: readonly Node[]): Node | undefined {
  if (isNewOf(callee, objectType) && args.length === 1) return newPlain(b, args[0]);
  if (isNewOf(callee, tupleType) && args.length === 2) return newTuple(b, args[0], args[1]);
  return undefined;
}

function newPlain(b: Builder, node: Node): Node | undefined {
  const cls = constantClass(node);
  if (cls === undefined || cls.isAbstract || layoutOf(cls) !== objectType)
    return attempt(b, 'new', 'tamedNew($0)', [node]) ?? undefined;
  b.expectVersion(cls);
  return newInstance(b, cls.instanceShape);
}

function newTuple(b: Builder, node: Node, items: Node): Node | undefined {
  const cls = constantClass(node);
  if (cls === undefined || !cls.isHeapType || layoutOf(cls) !== tupleType) return undefined;
  const made = tupleOfKnown(b, cls, items) ?? attempt(b, 'new', 'tamedNewTuple($0, $1)', [node, items], OTHER);
  if (made === null) return undefined;
  b.environment.shapes.set(made, cls.instanceShape);
  return made;
}

function tupleOfKnown(b: Builder, cls: PyType, items: Node): Node | null {
  const known = itemsOf(items);
  if (known === null || known.length === 0) return null;
  const texts = known.map((_item, index) => `$${index + 1}`);
  const inputs = [b.object(cls), ...known.map((item) => b.boxed(item))];
  return b.write('new_derived', `adopt(${newTupleText(texts)}, $0)`, inputs, OTHER);
}

/** What the items of a tuple are that `new_derived` has made. */
export function itemsOfDerived(node: Node): readonly Node[] | null {
  const made = original(node);
  return made.op === 'new_derived' ? made.inputs.slice(1) : null;
}

function constantClass({ isConstant, constant }: Node): PyType | undefined {
  return isConstant && constant instanceof PyType ? constant : undefined;
}
