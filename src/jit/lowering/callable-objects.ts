/** Calls of objects of builtin types that are called without an array of arguments: weak references, partials, getters, functions with a cache. */
import type { Builder } from '../builder.ts';
import type { Node } from '../graph.ts';
import { BOUND } from '../kinds.ts';
import { orElse } from './tame.ts';
import { isShort } from '../../objspace/gateway/short-calls.ts';
import type { Value } from '../../objspace/object.ts';
import type { Shape } from '../../objspace/shape.ts';
import { PyType } from '../../objspace/type.ts';
import { PyReference } from '../../objspace/types/weakref.ts';

/** `met`: what the site has called. `undefined`: it is called as anything else. */
export function callObject(b: Builder, node: Node, args: readonly Node[], met: readonly Value[]): Node | undefined {
  const shape = shapeOfAll(met);
  if (shape === undefined || b.site().isWild) return undefined;
  const [first] = met;
  if (first instanceof PyReference && args.length === 0) {
    // What is referred to stays as it is until control is back in the event loop.
    return b.read('deref', '$0.target.deref() ?? null', [b.expectShape(node, shape)], BOUND);
  }
  return isShort(first) && args.length === 1 ? callShort(b, b.expectShape(node, shape), args[0]) : undefined;
}

function callShort(b: Builder, callee: Node, argument: Node): Node {
  b.publish();
  const result = b.writeRunning(
    'call',
    `callShort(${b.context.frameName}, ${b.pc}, $0, $1)`,
    [callee, argument],
    BOUND,
  );
  b.checkRaised(result);
  b.environment.forget();
  b.outdate(b.words[b.pc + 1]);
  return result;
}

/** Of a class that makes some objects at once, without Python code, or has them: the others are made as by any call. */
export function constructOfOne(b: Builder, cls: Node, argument: Node, otherwise: () => Node): Node | undefined {
  const value = cls.isConstant ? (cls.constant as Value) : undefined;
  if (!(value instanceof PyType) || value.ofOne === null) return undefined;
  const made = b.write('made', '$0.ofOne($1)', [cls, argument], BOUND);
  return orElse(b, made, '$0 === undefined', otherwise);
}

/** The shape of all of them, if that is of a builtin type. */
function shapeOfAll(met: readonly Value[]): Shape | undefined {
  const [first] = met;
  if (typeof first !== 'object' || first === null || first.shape.type.isHeapType) return undefined;
  const { shape } = first;
  return met.every((value) => typeof value === 'object' && value?.shape === shape) ? shape : undefined;
}
