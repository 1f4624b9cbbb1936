/**
 * `getattr`, `hasattr`, `setattr`, `vars` and `__dict__`: attributes by names that may be values (tame-attributes.ts); `isinstance` and `issubclass` of
 * classes that are not known, or have a metaclass (tame-classes.ts).
 */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOOL, BOUND } from '../kinds.ts';
import { withoutCall } from './attributes.ts';
import { runBuiltin } from './builtins.ts';
import { attempt, orElse, UNTAMED_TEST } from './tame.ts';
import { tryWithoutFrames } from './unknown-calls.ts';
import { genericGetAttribute } from '../../objspace/attributes.ts';
import type { Value } from '../../objspace/object.ts';
import { PyType } from '../../objspace/type.ts';
import { asksForInstances } from '../../objspace/types/abstract-checks.ts';
import { PyFunction } from '../../objspace/types/function.ts';
import type { Shape } from '../../objspace/shape.ts';

/** By name of the function: the operation, by the number of arguments. */
const OPERATIONS: Record<string, Record<number, string>> = {
  getattr: { 2: 'tamedAttributeOr($0, $1, undefined)', 3: 'tamedAttributeOr($0, $1, $2)' },
  hasattr: { 2: 'tamedHasAttribute($0, $1)' },
  setattr: { 3: 'tamedSetAttribute($0, $1, $2)' },
  isinstance: { 2: 'tamedIsInstance($0, $1)' },
  issubclass: { 2: 'tamedIsSubclass($0, $1)' },
};

/** Functions that answer a bool. */
const TESTS: ReadonlySet<string> = new Set(['hasattr', 'isinstance', 'issubclass']);

/** `undefined` for other functions. `otherwise`: the call, on published frames. */
export function reflect(b: Builder, name: string, args: readonly Node[], otherwise: () => Node): Node | undefined {
  const text = OPERATIONS[name]?.[args.length];
  if (name === 'vars' && args.length === 1) return dictionaryOf(b, args[0]) ?? undefined;
  if (text === undefined) return undefined;
  const known =
    name === 'getattr' ? ofKnownShape(b, args) : name === 'isinstance' ? instanceByMethod(b, args) : undefined;
  if (known !== undefined) return known;
  const tried = attempt(b, 'attribute', text, args, TESTS.has(name) ? BOOL : BOUND);
  if (tried === null) {
    const boxed = args.map((node) => b.boxed(node));
    if (name === 'getattr' && boxed.length === 2 && !b.isHandled()) {
      const found = tryWithoutFrames(b, 'tryAttribute($0, $1)', boxed);
      return orElse(b, found, UNTAMED_TEST, otherwise);
    }
    return orElse(b, b.write('attribute', text, boxed, BOUND), UNTAMED_TEST, otherwise);
  }
  // The object gets another shape.
  if (name === 'setattr') b.environment.forget();
  return tried;
}

/** `isinstance` of a class whose metaclass has a Python function for it, which does more than asking `_abc`. */
function instanceByMethod(b: Builder, [object, tested]: readonly Node[]): Node | undefined {
  const cls = tested.isConstant ? (tested.constant as Value) : undefined;
  if (!(cls instanceof PyType) || asksForInstances(cls)) return undefined;
  const metaclass = cls.shape.type;
  const method = metaclass.lookup('__instancecheck__');
  if (!(method instanceof PyFunction)) return undefined;
  b.expectVersion(cls);
  b.expectVersion(metaclass);
  b.publish();
  const call = `instanceBy(${b.context.frameName}, ${b.pc}, $0, $1, $2)`;
  return runBuiltin(b, call, [b.constant(method as Value), tested, b.boxed(object)]);
}

/** An attribute by a known name, of an object of known shape that has it itself, or surely not. */
function ofKnownShape(b: Builder, [node, name, otherwise]: readonly Node[]): Node | undefined {
  const shape = b.environment.shapeOf(node);
  const text = name.isConstant ? name.constant : undefined;
  if (shape === undefined || typeof text !== 'string') return undefined;
  if (otherwise === undefined || !lacks(shape, text)) return withoutCall(b, node, shape, text);
  b.expectVersion(shape.type);
  return otherwise;
}

/** Whether objects of the shape have no such attribute. */
function lacks(shape: Shape, name: string): boolean {
  const { type } = shape;
  if (shape.isDict || !type.isHeapType || type.dictionary !== null || type.slots.getAttribute !== genericGetAttribute)
    return false;
  return !shape.places.has(name) && type.lookup(name) === undefined;
}

/** `__dict__`; null where it is left to the interpreter. */
export function dictionaryOf(b: Builder, node: Node): Node | null {
  const found = attempt(b, 'dictionary', 'tamedDictionary($0)', [node]);
  // The object has another shape from now on.
  if (found !== null) b.environment.forget();
  return found;
}
