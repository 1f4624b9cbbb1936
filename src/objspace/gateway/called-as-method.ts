/**
 * The errors about arguments of some builtin types depend on how the type is called: `int(1, 2, 3)` says something else than
 * `int.__new__(int, 1, 2, 3)`, `type.__call__(int, 1, 2, 3)` and classes derived from int do. The slot `new` of such a type has the
 * words for calls of the type itself; what the methods use instead is here.
 */
import type { PyType } from '../type.ts';
import type { Slots } from '../slots.ts';

type Maker = NonNullable<Slots['new']>;

const makers: Map<PyType, Maker> = new Map();

export function whenCalledAsMethod(type: PyType, maker: Maker): void {
  makers.set(type, maker);
}

/** How the methods make objects of `cls`; `undefined` if it cannot be called. */
export function makerOfMethods(cls: PyType): Slots['new'] {
  return (cls.isHeapType ? undefined : makers.get(cls)) ?? cls.slots.new;
}
