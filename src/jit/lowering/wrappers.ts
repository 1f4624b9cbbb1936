/** Special methods of builtin types that are called by name: `object.__setattr__(self, name, value)`, `super().__getitem__(key)`. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import type { PyWrapperDescriptor } from '../../objspace/descriptors.ts';
import type { Value } from '../../objspace/object.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, textOf } from '../../objspace/types/str/text.ts';
import { storePlainly } from './attributes.ts';
import { runBuiltin } from './builtins.ts';
import { attemptRaising } from './tame.ts';

/** Kinds of slots that enter Python code in frames of their own, which the interpreter makes. */
const HANDED_OVER: ReadonlySet<string> = new Set(['call', 'next', 'new', 'finalize']);

/** `undefined`: left to the interpreter. */
export function wrapperCall(b: Builder, wrapper: PyWrapperDescriptor, args: readonly Node[]): Node | undefined {
  if (args.length === 0 || HANDED_OVER.has(wrapper.kind)) return undefined;
  return ofObject(b, wrapper, args) ?? attributeOf(b, wrapper, args) ?? invokeWrapper(b, wrapper, args);
}

/** What classes without a base of their own inherit. */
function ofObject(b: Builder, wrapper: PyWrapperDescriptor, args: readonly Node[]): Node | undefined {
  if (wrapper.owner !== objectType) return undefined;
  if (wrapper.kind === 'init' && args.length === 1) return b.constant(null);
  if (wrapper.name !== '__setattr__' || args.length !== 3) return undefined;
  const [object, name, value] = args;
  const isKnown = name.isConstant && isText(name.constant as Value) && isPlainInstance(b, object);
  return isKnown && storePlainly(b, object, textOf(name.constant as never), value) ? b.constant(null) : undefined;
}

/** `object.__getattribute__(object, name)`, which mostly runs no Python code. */
function attributeOf(b: Builder, wrapper: PyWrapperDescriptor, args: readonly Node[]): Node | undefined {
  if (wrapper.owner !== objectType || wrapper.name !== '__getattribute__' || args.length !== 2) return undefined;
  const found = attemptRaising(b, 'attribute', 'tamedOfObject($0, $1)', args);
  // The object may have another shape from now on.
  if (found !== null) b.environment.forget();
  return found ?? undefined;
}

/** Whether no builtin base sets attributes in its own way. */
function isPlainInstance(b: Builder, object: Node): boolean {
  const shape = b.environment.shapeOf(object);
  return shape !== undefined && shape.type.mro.every((type) => type.isHeapType || type === objectType);
}

function invokeWrapper(b: Builder, wrapper: PyWrapperDescriptor, args: readonly Node[]): Node {
  b.publish();
  const boxed = args.map((node) => b.boxed(node));
  const list = boxed.slice(1).map((_node, index) => `$${index + 2}`);
  return runBuiltin(b, `invokeWrapper($0, $1, [${list.join(', ')}])`, [b.object(wrapper), ...boxed]);
}
