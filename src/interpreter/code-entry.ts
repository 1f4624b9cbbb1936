/**
 * Places in `co_code`, the words of the instructions as bytes.
 *
 * Where a code is entered: CPython has an instruction for it, on the line of the `def` or `class`, for a module on line 0; here it is the
 * first two bytes of the first instruction. Debuggers look for that line among those of the code.
 */
import type { Code, Position } from '../bytecode/code.ts';

export const BYTES_PER_WORD = 4;
export const ENTRY_BYTES = 2;

/** Of an instruction. */
export function placeOf(pc: number): number {
  return pc === 0 ? ENTRY_BYTES : pc * BYTES_PER_WORD;
}

export function entryLine(code: Code): number {
  return code.name === '<module>' ? 0 : code.firstLine;
}

export function entryPosition(code: Code): Position {
  return { line: entryLine(code), endLine: code.firstLine, column: 0, endColumn: 0 };
}
