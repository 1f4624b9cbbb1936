/** How many jumps and handlers lead to an instruction. */
import type { Code } from '../bytecode/code.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { before } from './instruction-order.ts';
import { targetOf } from './instrumentation.ts';

const known = new WeakMap<Code, ReadonlyMap<number, number>>();

/** Jumps to `pc`, and handlers there. */
export function entrances(code: Code, pc: number): number {
  let counts = known.get(code);
  if (counts === undefined) {
    counts = countEntrances(code);
    known.set(code, counts);
  }
  return counts.get(pc) ?? 0;
}

function countEntrances(code: Code): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (pc: number): void => {
    counts.set(pc, (counts.get(pc) ?? 0) + 1);
  };
  for (const { target } of code.handlers) count(target);
  for (let pc = 0; pc < code.words.length; pc += instructionLength(code.words, pc)) {
    const target = targetOf(code, pc);
    if (target >= 0) count(target);
  }
  return counts;
}

/** Whether control comes to `pc` from the instruction before it. */
export function isFallenInto(code: Code, pc: number): boolean {
  return pc > 0 && !instructionInfo(code.words[before(code, pc)]).ends;
}
