/** Decodes instructions by the table: for the disassembler, the verifier, flow analysis and tools; not for the interpreter. */
import { INSTRUCTIONS, type Mnemonic, type Row } from './instructions.ts';

export type OperandKind = 'dst' | 'reg' | 'var' | 'regs' | 'const' | 'name' | 'free' | 'label' | 'int' | 'ic' | 'dsts';

export interface Operand {
  readonly name: string;
  readonly kind: OperandKind;
}

/** What the table says of one opcode, decoded. */
export interface InstructionInfo {
  readonly opcode: number;
  readonly mnemonic: Mnemonic;
  readonly operands: readonly Operand[];
  readonly meaning: string;
  readonly raises: boolean;
  readonly jumps: boolean;
  readonly ends: boolean;
  readonly suspends: boolean;
  /** Whether the last operand is variadic: a count word and that many registers. */
  readonly isVariadic: boolean;
  /** Words, those of a list not counted. */
  readonly length: number;
}

function parseOperand(text: string): Operand {
  const [name, kind] = text.split(':') as [string, OperandKind];
  return { name, kind };
}

function decodeRow(mnemonic: Mnemonic, opcode: number, row: Row): InstructionInfo {
  const operands = row[0] === '' ? [] : row[0].split(' ').map(parseOperand);
  const traits = (row[2] ?? '').split(' ');
  return {
    opcode,
    mnemonic,
    operands,
    meaning: row[1],
    raises: traits.includes('raises'),
    jumps: traits.includes('jumps'),
    ends: traits.includes('ends'),
    suspends: traits.includes('suspends'),
    isVariadic: operands.at(-1)?.kind === 'regs' || operands.at(-1)?.kind === 'dsts',
    length: 1 + operands.length,
  };
}

const MNEMONICS = Object.keys(INSTRUCTIONS) as Mnemonic[];
export const INSTRUCTION_COUNT = MNEMONICS.length;

/** Decoded when they are first asked for: a start needs none. */
const known: InstructionInfo[] = [];

/** `undefined` for a word that is no opcode. */
export function findInstruction(opcode: number): InstructionInfo | undefined {
  return opcode >= 0 && opcode < INSTRUCTION_COUNT ? instructionInfo(opcode) : undefined;
}

export function instructionInfo(opcode: number): InstructionInfo {
  const found = known[opcode];
  if (found !== undefined) return found;
  const mnemonic = MNEMONICS[opcode];
  known[opcode] = decodeRow(mnemonic, opcode, INSTRUCTIONS[mnemonic]);
  return known[opcode];
}

/**
 * Number of words of each instruction; negative where as many more follow as the last of them says. 0 for those that have not been
 * asked for: compiled code asks at each call of a function that needs a frame.
 */
const lengths = new Int8Array(INSTRUCTION_COUNT);

/** Number of words of the instruction at `pc`, its opcode word included. */
export function instructionLength(words: Int32Array, pc: number): number {
  const length = lengths[words[pc]] || learnLength(words[pc]);
  return length > 0 ? length : words[pc - length - 1] - length;
}

function learnLength(opcode: number): number {
  const { length, isVariadic } = instructionInfo(opcode);
  lengths[opcode] = isVariadic ? -length : length;
  return lengths[opcode];
}
