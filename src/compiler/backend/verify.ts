/**
 * Checks a code object against what everybody relies on: for tests and for whoever writes the code generator.
 *
 * Throws a VerificationError that names the function and the pc. What is checked:
 *   - instructions: known opcodes, operands inside the tables that they index, labels on instructions, only LoopBack goes
 *     backwards, control never falls off the end, each inline cache belongs to one site;
 *   - handlers: ranges and targets on instructions, inner ones first;
 *   - positions: one for every instruction;
 *   - data flow: on every path, a temporary is written before it is read, and a register is bound where the instruction
 *     does not allow for an unbound one.
 */
import { Code, type Handler } from '../../bytecode/code.ts';
import * as Op from '../../bytecode/opcodes.generated.ts';
import { findInstruction, instructionInfo, type InstructionInfo, instructionLength } from '../../bytecode/operands.ts';
import { allPositions } from '../../bytecode/position-table.ts';
import { verifyRegisters } from './verify-registers.ts';

export class VerificationError extends Error {}

/** Checks `code` and all code among its constants. */
export function verifyCode(code: Code): void {
  const pcs = verifyInstructions(code);
  verifyHandlers(code, pcs);
  verifyPositions(code, pcs);
  verifyRegisters(code, fail);
  for (const constant of code.constants) if (constant instanceof Code) verifyCode(constant);
}

function fail(code: Code, pc: number, message: string): never {
  const mnemonic = findInstruction(code.words[pc])?.mnemonic ?? '?';
  throw new VerificationError(`${code.qualname} (${code.filename}:${code.firstLine}) pc ${pc} ${mnemonic}: ${message}`);
}

/** Checks operands one by one; returns the pcs of all instructions. */
function verifyInstructions(code: Code): Set<number> {
  const pcs = new Set<number>();
  const caches = new Set<number>();
  let pc = 0;
  let last = 0;
  while (pc < code.words.length) {
    const info = findInstruction(code.words[pc]);
    if (info === undefined) fail(code, pc, `unknown opcode ${code.words[pc]}`);
    pcs.add(pc);
    last = pc;
    verifyOperands(code, pc, info, caches);
    pc += instructionLength(code.words, pc);
  }
  if (pc !== code.words.length) fail(code, last, 'the last instruction is cut off');
  if (!instructionInfo(code.words[last]).ends) fail(code, last, 'control falls off the end');
  if (caches.size !== code.cacheCount) fail(code, last, `${caches.size} inline caches used of ${code.cacheCount}`);
  for (const at of pcs) verifyLabels(code, at, pcs);
  return pcs;
}

function verifyOperands(code: Code, pc: number, info: InstructionInfo, caches: Set<number>): void {
  info.operands.forEach(({ name, kind }, index) => {
    const word = code.words[pc + 1 + index];
    const limit = limitOf(code, kind);
    if (limit !== undefined && (word < 0 || word >= limit)) fail(code, pc, `${name} is ${word}, limit ${limit}`);
    if (kind === 'ic') {
      if (caches.has(word)) fail(code, pc, `inline cache ${word} belongs to two sites`);
      caches.add(word);
    }
    if (kind !== 'regs' && kind !== 'dsts') return;
    for (let i = 0; i < word; i++) {
      const register = code.words[pc + 2 + index + i];
      if (!(register >= 0 && register < code.registerCount)) fail(code, pc, `${name}[${i}] is register ${register}`);
    }
  });
}

function limitOf(code: Code, kind: string): number | undefined {
  switch (kind) {
    case 'dst':
    case 'reg':
    case 'var':
      return code.registerCount;
    case 'const':
      return code.constants.length;
    case 'name':
      return code.names.length;
    case 'free':
      return code.freevars.length;
    case 'ic':
      return code.cacheCount;
    case 'label':
      return code.words.length;
    default:
      return undefined;
  }
}

function verifyLabels(code: Code, pc: number, pcs: Set<number>): void {
  const opcode = code.words[pc];
  const label = instructionInfo(opcode).operands.findIndex(({ kind }) => kind === 'label');
  if (label < 0) return;
  const target = code.words[pc + 1 + label];
  if (!pcs.has(target)) fail(code, pc, `label ${target} is not at an instruction`);
  if ((opcode === Op.LoopBack) !== target <= pc) fail(code, pc, `goes from ${pc} to ${target}`);
}

function verifyHandlers(code: Code, pcs: Set<number>): void {
  code.handlers.forEach((handler, index) => {
    const { start, end, target, register } = handler;
    const isPlaced = pcs.has(start) && pcs.has(target) && (pcs.has(end) || end === code.words.length);
    if (!isPlaced || start >= end) fail(code, start, `handler [${start}, ${end}) -> ${target} is not on instructions`);
    if (register < 0 || register >= code.registerCount) fail(code, start, `handler register ${register}`);
    for (const later of code.handlers.slice(index + 1)) {
      if (contains(handler, later)) fail(code, start, 'an outer handler stands in front of an inner one');
    }
  });
}

/** Whether `inner` lies in `outer` and is smaller. */
function contains(outer: Handler, inner: Handler): boolean {
  const isInside = outer.start <= inner.start && inner.end <= outer.end;
  return isInside && (outer.start !== inner.start || outer.end !== inner.end);
}

function verifyPositions(code: Code, pcs: Set<number>): void {
  const count = allPositions(code).length;
  if (count !== pcs.size) fail(code, 0, `${count} positions for ${pcs.size} instructions`);
}
