/**
 * The serialised form of a code object with all code inside it ("image"): what writer and reader agree on.
 *
 *   image     magic, instruction set (4 bytes), number of code objects, string table, column index, columns
 *   strings   number, byte length of the text, length of each in UTF-16 units, the text of all of them (UTF-8)
 *   columns   for each kind of data one run of bytes; in each, the code objects one after the other, a code object before those
 *             inside it. The index has the length of every piece, so that any code object is found without reading others
 *
 * Like data lies side by side because that compresses well, and a code object is decoded only when it is needed. Numbers
 * are varints. The columns:
 *   HEADER     name, qualified name, first line, flags and argument counts
 *   NAMES      variables, names and constants
 *   OPCODES    one byte per instruction
 *   REGISTERS  the register operands: 2r for the r-th temporary, 2r + 1 for the r-th local or cell
 *   OPERANDS   the others. Labels are distances; inline caches are left out: they are numbered in order
 *   HANDLERS   the handler table
 *   POSITIONS  as position-table.ts packs them
 *
 * Whatever changes this form changes MAGIC; a change of the instruction table changes INSTRUCTION_SET by itself.
 */
import { INSTRUCTION_INFO, type OperandKind } from './operands.ts';

/** "TYC" and the version of the form. */
export const MAGIC = [0x54, 0x59, 0x43, 1] as const;

export const HEADER = 0;
export const NAMES = 1;
export const OPCODES = 2;
export const REGISTERS = 3;
export const OPERANDS = 4;
export const HANDLERS = 5;
export const POSITIONS = 6;
export const COLUMN_COUNT = 7;

/** What a constant begins with. */
export const TAG_NONE = 0;
export const TAG_TRUE = 1;
export const TAG_FALSE = 2;
export const TAG_ELLIPSIS = 3;
export const TAG_INT = 4;
export const TAG_NEGATIVE_INT = 5;
export const TAG_BIG_INT = 6;
export const TAG_FLOAT = 7;
export const TAG_COMPLEX = 8;
export const TAG_STR = 9;
export const TAG_ASTRAL_STR = 10;
export const TAG_SURROGATE_STR = 11;
export const TAG_BYTES = 12;
export const TAG_TUPLE = 13;
export const TAG_FROZENSET = 14;
export const TAG_CODE = 15;
/** From here on, the tag is a small int or a string of the table itself. */
export const TAG_COUNT = 16;

/** How an operand is written. */
export const AS_REGISTER = 0;
export const AS_REGISTERS = 1;
export const AS_INDEX = 2;
export const AS_INT = 3;
export const AS_LABEL = 4;
export const AS_CACHE = 5;

const ENCODINGS: Readonly<Record<OperandKind, number>> = {
  dst: AS_REGISTER,
  reg: AS_REGISTER,
  var: AS_REGISTER,
  regs: AS_REGISTERS,
  dsts: AS_REGISTERS,
  const: AS_INDEX,
  name: AS_INDEX,
  free: AS_INDEX,
  int: AS_INT,
  label: AS_LABEL,
  ic: AS_CACHE,
};

/** For each opcode, how its operands are written, in their order. */
export const OPERAND_ENCODINGS: readonly (readonly number[])[] = INSTRUCTION_INFO.map(({ operands }) =>
  operands.map(({ kind }) => ENCODINGS[kind]),
);

/** Registers below this are locals and cells: in an image they are numbered apart from temporaries. */
export function fixedRegisterCount(varnames: readonly string[], cellRegisters: readonly number[]): number {
  return Math.max(varnames.length, ...cellRegisters.map((register) => register + 1));
}
