/**
 * Ends of a function that are so short that CPython's compiler copies them to wherever something jumps to them: then nothing is told of the jump.
 */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';
import { instructionInfo, instructionLength } from '../bytecode/operands.ts';
import { entrances } from './entrances.ts';

/** How many instructions of CPython may be copied. */
const LIMIT = 4;

/** `more`: how many instructions CPython has in front of the one at `from`. */
export function isSmallExit(code: Code, from: number, more = 0): boolean {
  const { words } = code;
  let count = more;
  for (let pc = from; count <= LIMIT; pc += instructionLength(words, pc)) {
    if (pc > from && entrances(code, pc) > 0) return false;
    count += sizeOf(code, pc);
    const { jumps, ends } = instructionInfo(words[pc]);
    if (ends) return !jumps && count <= LIMIT;
    if (jumps) return false;
  }
  return false;
}

/** How many instructions of CPython the one at `pc` is: operands and results that are variables, and numbers within it, take one each. */
function sizeOf(code: Code, pc: number): number {
  const { words } = code;
  const opcode = words[pc];
  if (opcode === Op.CheckBound || opcode === Op.Nop) return 0;
  if (opcode === Op.ExitContext) return EXIT_SIZE;
  const isVariable = (register: number): number => (register < code.varnames.length ? 1 : 0);
  let size = opcode === Op.Move ? 0 : 1;
  if (opcode === Op.Call || opcode === Op.ReturnNone || hasNumber(opcode)) size++;
  instructionInfo(opcode).operands.forEach(({ kind }, i) => {
    const operand = words[pc + 1 + i];
    if (kind === 'reg' || kind === 'dst') size += isVariable(operand);
    else if (kind === 'regs') size += argumentsSize(words.subarray(pc + 2 + i, pc + 2 + i + operand), isVariable);
  });
  return size;
}

/** Of arguments: a value that is passed several times is loaded as often. */
function argumentsSize(registers: Int32Array, isVariable: (register: number) => number): number {
  return registers.reduce((size, register, i) => {
    const isRepeated = i > 0 && registers[i - 1] === register;
    return size + (isRepeated ? 1 : isVariable(register));
  }, 0);
}

/** Three times None, the call, and what drops its result. */
const EXIT_SIZE = 5;

/** Whether the right operand is a number within the instruction. */
function hasNumber(opcode: number): boolean {
  return (
    opcode === Op.LoadItemInt ||
    (opcode >= Op.AddInt && opcode <= Op.BitAndInt) ||
    (opcode >= Op.InplaceAddInt && opcode <= Op.InplaceBitAndInt) ||
    (opcode >= Op.LessInt && opcode <= Op.GreaterEqualInt)
  );
}
