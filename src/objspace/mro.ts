/** C3 linearisation of the bases of a class (https://docs.python.org/3/howto/mro.html). */
import { raiseTypeError } from './exception.ts';
import type { Exit } from './object.ts';
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

/** The classes behind a class with these bases, or TypeError if they cannot be ordered. */
export function orderOf(bases: readonly PyType[]): PyType[] | Exit {
  const twice = bases.find((base, index) => bases.indexOf(base, index + 1) > 0);
  if (twice !== undefined) return raiseTypeError(`duplicate base class ${twice.name}`);
  const order = linearise(bases);
  if (order !== undefined) return order;
  return raiseTypeError(
    `Cannot create a consistent method resolution order (MRO) for bases ${conflictingBases(bases)}`,
  );
}

/** Names of the classes that conflict, for the error text: what is left when no candidate remains. */
function conflictingBases(bases: readonly PyType[]): string {
  return [...new Set(merge(bases).blocked)].map((type) => type.name).join(', ');
}
