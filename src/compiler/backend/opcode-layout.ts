/**
 * The instruction table as flat arrays indexed by opcode: how the passes of the back end see an instruction in
 * an `InstructionBuffer` without touching an object.
 *
 * Offsets count from the first word of the instruction in the buffer (its header included). A mask has bit i set for the
 * operand at offset i. The variadic operand, if any, is the last: its count is at offset `SIZE - 1`, its registers follow.
 */
import { INSTRUCTION_INFO, type InstructionInfo, type OperandKind } from '../../bytecode/operands.ts';
import { HEADER } from './instruction-buffer.ts';

/** Opcode of an instruction that a pass has removed; its second word is its size. */
export const REMOVED = INSTRUCTION_INFO.length;

const COUNT = INSTRUCTION_INFO.length + 1;

/** Words without the variadic registers. */
export const SIZE = new Int32Array(COUNT);
/** Operands that are read registers. */
export const READS = new Int32Array(COUNT);
/** Operands that are written registers. */
export const WRITES = new Int32Array(COUNT);
/** Offset of the label, or 0. */
export const LABEL_OFFSET = new Int32Array(COUNT);
/** Offset of the inline cache, or 0. */
export const CACHE_OFFSET = new Int32Array(COUNT);
/** Offset of the constant, or 0. */
export const CONSTANT_OFFSET = new Int32Array(COUNT);
/** Offset of the name, or 0. */
export const NAME_OFFSET = new Int32Array(COUNT);
/** 1 where the variadic registers are read, 2 where they are written, else 0. */
export const VARIADIC = new Uint8Array(COUNT);
export const RAISES = new Uint8Array(COUNT);
export const ENDS = new Uint8Array(COUNT);

export const VARIADIC_READS = 1;
export const VARIADIC_WRITES = 2;

function mask(info: InstructionInfo, ...kinds: readonly OperandKind[]): number {
  return info.operands.reduce((bits, { kind }, index) => bits | (kinds.includes(kind) ? 1 << (HEADER + index) : 0), 0);
}

function offsetOf(info: InstructionInfo, wanted: OperandKind): number {
  const index = info.operands.findIndex(({ kind }) => kind === wanted);
  return index < 0 ? 0 : HEADER + index;
}

for (const info of INSTRUCTION_INFO) {
  const { opcode, operands } = info;
  const last = operands.at(-1)?.kind;
  SIZE[opcode] = HEADER + operands.length;
  READS[opcode] = mask(info, 'reg', 'var');
  WRITES[opcode] = mask(info, 'dst', 'var');
  LABEL_OFFSET[opcode] = offsetOf(info, 'label');
  CACHE_OFFSET[opcode] = offsetOf(info, 'ic');
  CONSTANT_OFFSET[opcode] = offsetOf(info, 'const');
  NAME_OFFSET[opcode] = offsetOf(info, 'name');
  VARIADIC[opcode] = last === 'regs' ? VARIADIC_READS : last === 'dsts' ? VARIADIC_WRITES : 0;
  RAISES[opcode] = info.raises ? 1 : 0;
  ENDS[opcode] = info.ends ? 1 : 0;
}

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
