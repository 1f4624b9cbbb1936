/**
 * `cls.__subclasses__()`: builtin types are shared by all interpreters of the process, and what derives from them is not. (The set `derived` of
 * a type is for invalidation, and knows all of them.)
 */
import { state } from '../state.ts';
import type { PyType } from '../type.ts';

export function addSubclass(base: PyType, type: PyType): void {
  base.derived.add(new WeakRef(type));
  const { subclasses } = state.interpreter;
  const known = subclasses.get(base);
  if (known === undefined) subclasses.set(base, [new WeakRef(type)]);
  else known.push(new WeakRef(type));
}

export function removeSubclass(base: PyType, type: PyType): void {
  for (const reference of base.derived) if (reference.deref() === type) base.derived.delete(reference);
  const known = state.interpreter.subclasses.get(base);
  const index = known?.findIndex((reference) => reference.deref() === type) ?? -1;
  if (index >= 0) known!.splice(index, 1);
}

/** Builtin ones by name, as far as their modules have been imported; then Python's, in the order of creation. */
export function subclassesOf(base: PyType): PyType[] {
  const { modules, subclasses } = state.interpreter;
  const isThere = ({ module }: PyType): boolean => module === 'builtins' || modules.getStr(module) !== undefined;
  const alive = base.builtinDerived.filter(isThere).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const reference of subclasses.get(base) ?? []) {
    const type = reference.deref();
    if (type !== undefined) alive.push(type);
  }
  return alive;
}
