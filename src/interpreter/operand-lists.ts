/** Variadic operands: `count, r1, r2 ...` in the words of an instruction. */
import type { Value } from '../objspace/object.ts';

/** The values of the registers listed at `at`, in a fresh array. */
export function collect(words: Int32Array, at: number, registers: readonly (Value | undefined)[]): Value[] {
  const count = words[at];
  const values: Value[] = new Array(count);
  for (let index = 0; index < count; index++) values[index] = registers[words[at + 1 + index]] as Value;
  return values;
}
