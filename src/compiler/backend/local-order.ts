/**
 * Numbers the local variables in the order in which the code first uses them, as CPython's compiler does: `locals()`
 * and `co_varnames` show that order. A variable that no code uses (`x: int` in a function) gets no register.
 *
 * Runs before anything else looks at the buffer. Nearly always the order is right already and nothing is rewritten.
 */
import { NONE, type InstructionBuffer } from './instruction-buffer.ts';
import { lowestBit, READS, SIZE, sizeAt, VARIADIC, WRITES } from './opcode-layout.ts';
import { Scratch } from './scratch.ts';

const NUMBERS = new Scratch();

export interface Locals {
  readonly varnames: string[];
  readonly cellRegisters: number[];
}

/** Returns the names in their new order, and the cells' registers. */
export function orderLocals(
  buffer: InstructionBuffer,
  { varnames, cellRegisters }: Locals,
  parameters: number,
): Locals {
  const count = varnames.length;
  if (count === parameters) return { varnames, cellRegisters };
  const numbers = NUMBERS.take(buffer.fixedCount, NONE);
  for (let register = 0; register < parameters; register++) numbers[register] = register;
  const used = numberLocals(buffer, numbers, parameters, count);
  if (new Set(varnames).size < count) orderNamesakes(varnames, numbers);
  if (used === count && isIdentity(numbers, count)) return { varnames, cellRegisters };
  for (let register = count; register < buffer.fixedCount; register++) numbers[register] = register - count + used;
  rewrite(buffer, numbers);
  buffer.fixedCount -= count - used;
  const ordered: string[] = new Array(used);
  for (let register = 0; register < count; register++) {
    if (numbers[register] !== NONE) ordered[numbers[register]] = varnames[register];
  }
  return { varnames: ordered, cellRegisters: cellRegisters.map((register) => numbers[register]) };
}

/** Of variables with the same name, the one of an inner comprehension comes after the others. */
function orderNamesakes(varnames: readonly string[], numbers: Int32Array): void {
  const groups = new Map<string, number[]>();
  varnames.forEach((name, register) => {
    if (numbers[register] === NONE) return;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [register]);
    else group.push(register);
  });
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const taken = group.map((register) => numbers[register]).sort((a, b) => a - b);
    group.forEach((register, i) => {
      numbers[register] = taken[i];
    });
  }
}

function isIdentity(numbers: Int32Array, count: number): boolean {
  for (let register = 0; register < count; register++) if (numbers[register] !== register) return false;
  return true;
}

/** Gives numbers to the locals from `first` up to `end`; returns how many there are then. */
function numberLocals(buffer: InstructionBuffer, numbers: Int32Array, first: number, end: number): number {
  const { words, length, noted } = buffer;
  let next = first;
  let note = 0;
  for (let at = 0; at < length; ) {
    for (; noted[note] <= at; note += 2) {
      const register = noted[note + 1];
      if (numbers[register] === NONE) numbers[register] = next++;
    }
    const opcode = words[at];
    const size = sizeAt(words, at);
    for (let bits = READS[opcode] | WRITES[opcode]; bits !== 0; bits &= bits - 1) {
      const register = words[at + lowestBit(bits)];
      if (register < end && numbers[register] === NONE) numbers[register] = next++;
    }
    if (VARIADIC[opcode] !== 0) {
      for (let i = at + SIZE[opcode]; i < at + size; i++) {
        const register = words[i];
        if (register < end && numbers[register] === NONE) numbers[register] = next++;
      }
    }
    if (next === end) break;
    at += size;
  }
  return next;
}

function rewrite(buffer: InstructionBuffer, numbers: Int32Array): void {
  const { words, length, fixedCount } = buffer;
  const renumber = (at: number) => {
    if (words[at] < fixedCount) words[at] = numbers[words[at]];
  };
  for (let at = 0; at < length; ) {
    const opcode = words[at];
    const size = sizeAt(words, at);
    for (let bits = READS[opcode] | WRITES[opcode]; bits !== 0; bits &= bits - 1) renumber(at + lowestBit(bits));
    if (VARIADIC[opcode] !== 0) for (let i = at + SIZE[opcode]; i < at + size; i++) renumber(i);
    at += size;
  }
}
