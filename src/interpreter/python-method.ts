/** Special methods written in Python, which the interpreter calls in frames of their own. */
import type { Value } from '../objspace/object.ts';
import { isAdapter } from '../objspace/slot-wrappers.ts';
import { typeOf } from '../objspace/type.ts';
import { PyFunction } from '../objspace/types/function.ts';

/** The method as a plain function of the type, if calling the slot would call just that. */
export function pythonMethod(value: Value, slot: unknown, name: string): PyFunction | undefined {
  const type = typeOf(value);
  if (!type.isHeapType || slot === undefined || !isAdapter(slot)) return undefined;
  const method = type.lookup(name);
  return method instanceof PyFunction ? method : undefined;
}
