/** How `super` was written that an instruction stands for: with two arguments, or without any. */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { positionAt } from '../bytecode/position-table.ts';

/**
 * Whether the class that LoadSuperAttr or LoadSuperMethod at `pc` works on, in register `type`, was not written but taken from the
 * function's `__class__`: then that is loaded at the place of the call, which begins with the name `super`, in register `global`.
 */
export function isImplicit(code: Code, pc: number, type: number, global: number): boolean {
  const { words, freevars } = code;
  const loaded = writerOf(code, pc, type);
  if (loaded < 0 || words[loaded] !== Op.LoadFree || freevars[words[loaded + 2]] !== '__class__') return false;
  const named = writerOf(code, loaded, global);
  if (named < 0) return false;
  const name = positionAt(code, named);
  const place = positionAt(code, loaded);
  return name.line === place.line && name.column === place.column;
}

/** The last instruction before `end` whose first operand is the register; -1 if there is none. */
function writerOf({ words }: Code, end: number, register: number): number {
  let found = -1;
  for (let pc = 0; pc < end; pc += instructionLength(words, pc)) if (words[pc + 1] === register) found = pc;
  return found;
}
