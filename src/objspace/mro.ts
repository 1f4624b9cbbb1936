/** C3 linearisation of the bases of a class (https://docs.python.org/3/howto/mro.html). */
import type { PyType } from './type.ts';

/** The MRO behind `type` itself, or `undefined` when the bases cannot be ordered. */
export function linearise(bases: readonly PyType[]): PyType[] | undefined {
  if (bases.length === 1) return [...bases[0].mro];
  const sequences = bases.map((base) => [...base.mro]);
  sequences.push([...bases]);
  const result: PyType[] = [];
  for (;;) {
    const rest = sequences.filter((sequence) => sequence.length > 0);
    if (rest.length === 0) return result;
    const next = rest.find((sequence) => !rest.some((other) => other.indexOf(sequence[0]) > 0))?.[0];
    if (next === undefined) return undefined;
    result.push(next);
    for (const sequence of rest) if (sequence[0] === next) sequence.shift();
  }
}

/** Names of the bases that conflict, for the error text: what is left when no candidate remains. */
export function conflictingBases(bases: readonly PyType[]): string {
  return [...new Set(bases.map((base) => base.name))].join(', ');
}
