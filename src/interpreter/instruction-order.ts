/** The instruction before another one: words are read forwards only. */
import type { Code } from '../bytecode/code.ts';
import { instructionLength } from '../bytecode/operands.ts';

const known = new WeakMap<Code, Int32Array>();

/** Where the instruction before the one at `pc` begins; 0 for the first one. */
export function before(code: Code, pc: number): number {
  let starts = known.get(code);
  if (starts === undefined) {
    starts = startsBefore(code);
    known.set(code, starts);
  }
  return starts[pc];
}

function startsBefore({ words }: Code): Int32Array {
  const starts = new Int32Array(words.length + 1);
  for (let pc = 0; pc < words.length; ) {
    const end = pc + instructionLength(words, pc);
    starts[end] = pc;
    pc = end;
  }
  return starts;
}
