/**
 * Chains of comparisons (`a < b < c`), found again in the code: each comparison stands at the position of the whole chain, and so does the
 * jump behind it.
 *
 * In CPython the value between two comparisons lies on the stack. A chain that fails before its last comparison takes it off by an
 * instruction of its own, and one that has come to its end jumps over that.
 */
import type { Code, Position } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionLength } from '../bytecode/operands.ts';
import { allPositions, positionAt } from '../bytecode/position-table.ts';
import { targetOf } from './instrumentation.ts';

export interface ChainPart {
  /** Whether the truth of the chain is what is asked for, not its value. */
  readonly isCondition: boolean;
  /** Whether this is the last comparison. */
  readonly isLast: boolean;
  /** Where a condition is false, it jumps. */
  readonly jumpsWhenFalse: boolean;
  /** Behind the chain. */
  readonly end: number;
}

const known = new WeakMap<Code, ReadonlyMap<number, ChainPart>>();

/** The part of a chain that ends with the jump at `pc`, or with the comparison if that is the last of a chain whose value is asked for. */
export function chainPartAt(code: Code, pc: number): ChainPart | undefined {
  let parts = known.get(code);
  if (parts === undefined) {
    parts = findParts(code);
    known.set(code, parts);
  }
  return parts.get(pc);
}

function findParts(code: Code): Map<number, ChainPart> {
  const parts = new Map<number, ChainPart>();
  for (const chain of findChains(code)) {
    const last = chain.at(-1)!;
    const jump = jumpBehind(code, last);
    const isCondition = jump >= 0;
    const end = behind(code, isCondition ? jump : last);
    const jumpsWhenFalse = isCondition && code.words[jump] === Op.JumpIfFalse;
    for (const comparison of chain) {
      const isLast = comparison === last;
      const at = isLast && !isCondition ? comparison : jumpBehind(code, comparison);
      parts.set(at, { isCondition, isLast, jumpsWhenFalse, end });
    }
  }
  return parts;
}

/** Comparisons, by chain. What is compiled twice is so one behind the other: a jump out of a chain never skips a comparison of another copy. */
function findChains(code: Code): number[][] {
  const chains: number[][] = [];
  const open = new Map<string, number[]>();
  for (const { pc, ...position } of allPositions(code)) {
    if (!isComparison(code.words[pc])) continue;
    const key = keyOf(position);
    const chain = open.get(key);
    const jump = chain === undefined ? -1 : jumpBehind(code, chain.at(-1)!);
    if (jump >= 0 && pc < targetOf(code, jump)) {
      chain!.push(pc);
      if (chain!.length === 2) chains.push(chain!);
    } else open.set(key, [pc]);
  }
  return chains;
}

function keyOf({ line, column, endLine, endColumn }: Position): string {
  return `${line} ${column} ${endLine} ${endColumn}`;
}

function isComparison(opcode: number): boolean {
  return opcode >= Op.Less && opcode <= Op.NotIn;
}

/** The jump on the truth of a comparison in a chain; -1 if there is none. */
function jumpBehind(code: Code, comparison: number): number {
  const pc = behind(code, comparison);
  const opcode = code.words[pc];
  if (opcode !== Op.JumpIfFalse && opcode !== Op.JumpIfTrue) return -1;
  return keyOf(positionAt(code, pc)) === keyOf(positionAt(code, comparison)) ? pc : -1;
}

function behind({ words }: Code, pc: number): number {
  return pc + instructionLength(words, pc);
}
