/**
 * The instruction table as flat arrays indexed by opcode: how the passes of the back end see an instruction in
 * an `InstructionBuffer` without touching an object. The arrays are generated (tools/generate-opcode-layout.ts).
 *
 * Offsets count from the first word of the instruction in the buffer (its header included). A mask has bit i set for the
 * operand at offset i. The variadic operand, if any, is the last: its count is at offset `SIZE - 1`, its registers follow.
 */
import { REMOVED, SIZE, VARIADIC } from './opcode-layout.generated.ts';

export * from './opcode-layout.generated.ts';

export const VARIADIC_READS = 1;
export const VARIADIC_WRITES = 2;

/** Number of words of the instruction at `at`, removed or not. */
export function sizeAt(words: Int32Array, at: number): number {
  const opcode = words[at];
  if (opcode === REMOVED) return words[at + 1];
  const size = SIZE[opcode];
  return VARIADIC[opcode] === 0 ? size : size + words[at + size - 1];
}

/** Removes the instruction at `at`: walks pass over it. */
export function removeInstruction(words: Int32Array, at: number): void {
  const size = sizeAt(words, at);
  words[at] = REMOVED;
  words[at + 1] = size;
}

/** Index of the lowest bit of a mask that is not 0. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
