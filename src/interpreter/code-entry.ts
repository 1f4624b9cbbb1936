/**
 * Places in `co_code`, the words of the instructions as bytes.
 *
 * Where a function is entered: CPython has an instruction for it, on the line of the `def`; here it is the first two bytes of the first
 * instruction. Debuggers look for that line among those of the code.
 */
import { CO_OPTIMIZED, type Code } from '../bytecode/code.ts';

export const BYTES_PER_WORD = 4;
export const ENTRY_BYTES = 2;

export function hasEntry(code: Code): boolean {
  return (code.flags & CO_OPTIMIZED) !== 0;
}
