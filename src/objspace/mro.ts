/** C3 linearisation of the bases of a class (https://docs.python.org/3/howto/mro.html). */
import type { PyType } from './type.ts';

/** The MRO behind `type` itself, or `undefined` when the bases cannot be ordered. */
export function linearise(bases: readonly PyType[]): PyType[] | undefined {
  if (bases.length === 1) return [...bases[0].mro];
  const { order, blocked } = merge(bases);
  return blocked.length === 0 ? order : undefined;
}

/** The classes in order, and those that each wait for another one of them. */
function merge(bases: readonly PyType[]): { order: PyType[]; blocked: PyType[] } {
  const sequences = bases.map((base) => [...base.mro]);
  sequences.push([...bases]);
  const order: PyType[] = [];
  for (;;) {
    const rest = sequences.filter((sequence) => sequence.length > 0);
    const next = rest.find((sequence) => !rest.some((other) => other.indexOf(sequence[0]) > 0))?.[0];
    if (next === undefined) return { order, blocked: rest.map((sequence) => sequence[0]) };
    order.push(next);
    for (const sequence of rest) if (sequence[0] === next) sequence.shift();
  }
}

/** Names of the classes that conflict, for the error text: what is left when no candidate remains. */
export function conflictingBases(bases: readonly PyType[]): string {
  return [...new Set(merge(bases).blocked)].map((type) => type.name).join(', ');
}
