/** Calls of objects of builtin types that are called without an array of arguments: weak references, partials, getters, functions with a cache. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND } from '../kinds.ts';
import { isQuietAttribute } from '../quiet-attributes.ts';
import { orLeave } from './tame.ts';
import type { PyMethodWrapper } from '../../objspace/descriptors.ts';
import { isShort } from '../../objspace/gateway/short-calls.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { PyType } from '../../objspace/type.ts';
import { typeType } from '../../objspace/types/type.ts';
import { PyReference } from '../../objspace/types/weak-reference.ts';

/** `met`: what the site has called. `undefined`: it is called as anything else. */
export function callObject(b: Builder, node: Node, args: readonly Node[], met: readonly Value[]): Node | undefined {
  const shape = shapeOfAll(met);
  if (shape === undefined) return undefined;
  const [first] = met;
  if (first instanceof PyReference && args.length === 0 && !b.site().isWild) {
    // What is referred to stays as it is until control is back in the event loop.
    return b.read('deref', '$0.target.deref() ?? null', [b.expectShape(node, shape)], BOUND);
  }
  if (!isShort(first) || args.length > 2 || (args.length === 0 && !first.isQuietAtTimes)) return undefined;
  const callee = node.isConstant ? node : b.expectShape(node, shape);
  return first.isQuietAtTimes ? callKnowing(b, callee, args) : callShort(b, callee, args);
}

const QUIET_CALLS: readonly string[] = ['$0.quietNone()', '$0.quietOne($1)', '$0.quietTwo($1, $2)'];

/** Of what knows some results, which needs no frames for these. */
function callKnowing(b: Builder, callee: Node, args: readonly Node[]): Node {
  const tried = b.write('call', QUIET_CALLS[args.length], [callee, ...args], BOUND);
  return orLeave(b, tried, () => callShort(b, callee, args));
}

const SHORT_CALLS: readonly ((place: string) => string)[] = [
  (place) => `callAny0(${place}, $0)`,
  (place) => `callShort(${place}, $0, $1)`,
  (place) => `callShortTwo(${place}, $0, $1, $2)`,
];

function callShort(b: Builder, callee: Node, args: readonly Node[]): Node {
  b.publish();
  const place = `${b.context.frameName}, ${b.pc}`;
  const result = b.writeRunning('call', SHORT_CALLS[args.length](place), [callee, ...args], BOUND);
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}

/** The bound `__get__` of an attribute that is read without Python code. `undefined`: it is called as anything else. */
export function callGetter(b: Builder, get: PyMethodWrapper, args: readonly Node[]): Node | undefined {
  const { descriptor, self } = get;
  if (descriptor.slot !== 'get' || args.length !== 1 || !isQuietAttribute(self)) return undefined;
  const text = self.owner === typeType ? 'gotOfClass($0, $1)' : 'gotBy($0, $1)';
  return b.quiet('get', text, [b.object(get), b.boxed(args[0])], BOUND);
}

/** Of a class that makes some objects at once, without Python code, or has them: the others are made as by any call. */
export function constructOfOne(b: Builder, cls: Node, argument: Node, otherwise: () => Node): Node | undefined {
  const value = cls.isConstant ? (cls.constant as Value) : undefined;
  if (!(value instanceof PyType) || value.ofOne === null) return undefined;
  const made = b.write('made', '$0.ofOne($1)', [cls, argument], BOUND);
  return orLeave(b, made, otherwise);
}

/** The shape of all of them, if that is of a builtin type. */
function shapeOfAll(met: readonly Value[]): Shape | undefined {
  const [first] = met;
  if (typeof first !== 'object' || first === null || first.shape.type.isHeapType) return undefined;
  const { shape } = first;
  return met.every((value) => typeof value === 'object' && value?.shape === shape) ? shape : undefined;
}
