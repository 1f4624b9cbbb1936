/**
 * The serialised form of a code object with all code inside it ("image"): what writer and reader agree on.
 *
 *   image     magic, instruction set (4 bytes), form of the instructions, length of each column, the columns
 *   columns   for each kind of data one run of bytes; in each, the code objects one after the other, a code object before those
 *             inside it. The index has, for each code object, the number of strings that it is the first to use and the
 *             length of its piece of the columns up to OPERANDS, so that any code object is found without reading others
 *
 * A library (library-image.ts) has the same columns, each with the pieces of all its modules.
 *
 * Like data lies side by side because that compresses well, and a code object is decoded only when it is needed. Numbers
 * are varints. What can be told beforehand is written as 0: a string, name or constant that is the next one in its table, a
 * register where it is expected (image-registers.ts), the width of a name in the source (image-positions.ts). The columns:
 *   STRING_LENGTHS, STRINGS   the string table: number of strings, length of each in UTF-16 units; their text (UTF-8)
 *   INDEX      number of code objects, then as said above
 *   NAMES      name and numbers of the code object; variables, names, constants
 *   OPCODES    one byte per instruction
 *   REGISTERS  the register operands
 *   OPERANDS   the others, then the handler table. Labels are distances; inline caches are left out: they are numbered in order
 *   FORMS ...  positions, of all code objects together: they are decoded when the first of them is asked for
 *
 * Instructions are packed, as said above, or plain: OPCODES has the words themselves (4 bytes each, the lowest first), REGISTERS is empty,
 * and OPERANDS begins with the number of inline caches. That is three times as long and read at once: for modules that are imported so
 * often that the time of a start counts more than the size of the file.
 *
 * Whatever changes this form changes MAGIC; a change of the instruction table changes INSTRUCTION_SET by itself.
 */
import { CO_HAS_DOCSTRING, CO_METHOD } from './code.ts';
import { instructionInfo, type OperandKind } from './operands.ts';

/** "TYC" and the version of the form. */
export const MAGIC = [0x54, 0x59, 0x43, 4] as const;

/** Forms of the instructions. */
export const PACKED = 0;
export const PLAIN = 1;

export const NAMES = 0;
export const OPCODES = 1;
export const REGISTERS = 2;
export const OPERANDS = 3;
/** Columns with a piece per code object. */
export const INDEXED_COUNT = 4;
/** The first bytes of runs; then a column for each kind of field of a run (image-positions.ts). */
export const FORMS = 4;
const FIELD_COLUMNS = 8;
export const STRING_LENGTHS = FORMS + 1 + FIELD_COLUMNS;
export const STRINGS = STRING_LENGTHS + 1;
export const INDEX = STRINGS + 1;
export const COLUMN_COUNT = INDEX + 1;

/** How a code object's qualified name comes from the one around it: bits of the byte that it begins with. */
export const QUALNAME_IS_NAME = 0;
export const QUALNAME_IS_INSIDE = 1;
export const QUALNAME_IS_LOCAL = 2;
export const QUALNAME_IS_WRITTEN = 3;
export const QUALNAME_MASK = 3;
/** The file is that of the code object around it. */
export const SAME_FILE = 4;
/** It has numbers of parameters other than that of plain ones. */
export const HAS_KINDS = 8;

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

/** How an operand is written. */
export const AS_READ = 0;
export const AS_WRITE = 1;
export const AS_READS = 2;
export const AS_WRITES = 3;
export const AS_CONSTANT = 4;
export const AS_NAME = 5;
export const AS_INDEX = 6;
export const AS_INT = 7;
export const AS_LABEL = 8;
export const AS_CACHE = 9;

const ENCODINGS: Readonly<Record<OperandKind, number>> = {
  dst: AS_WRITE,
  reg: AS_READ,
  var: AS_READ,
  regs: AS_READS,
  dsts: AS_WRITES,
  const: AS_CONSTANT,
  name: AS_NAME,
  free: AS_INDEX,
  int: AS_INT,
  label: AS_LABEL,
  ic: AS_CACHE,
};

const operandEncodings: (readonly number[])[] = [];

/** How the operands of an instruction are written, in their order. */
export function encodingsOf(opcode: number): readonly number[] {
  operandEncodings[opcode] ??= instructionInfo(opcode).operands.map(({ kind }) => ENCODINGS[kind]);
  return operandEncodings[opcode];
}

/** Operands that go on being needed: what is being built, what is iterated over. */
const LASTING: ReadonlySet<string> = new Set(['list', 'set', 'map', 'iterator', 'saved']);

const lastingOperands: number[] = [];

/** A bit for each operand of an instruction whose register is likely to be read again. */
export function lastingOperandsOf(opcode: number): number {
  const { operands } = instructionInfo(opcode);
  lastingOperands[opcode] ??= operands.reduce((bits, { name }, i) => (LASTING.has(name) ? bits | (1 << i) : bits), 0);
  return lastingOperands[opcode];
}

/** Registers below this are locals and cells: in an image they are numbered apart from temporaries. */
export function fixedRegisterCount(varnames: readonly string[], cellRegisters: readonly number[]): number {
  return cellRegisters.reduce((count, register) => Math.max(count, register + 1), varnames.length);
}

/** The frequent flags far to the left, as small numbers. */
const LOW_FLAGS = 0x3ff;
const DOCSTRING_BIT = 0x400;
const METHOD_BIT = 0x800;

export function packFlags(flags: number): number {
  const rest = Math.floor((flags & ~(LOW_FLAGS | CO_HAS_DOCSTRING | CO_METHOD)) / 0x400);
  const bits = (flags & CO_HAS_DOCSTRING ? DOCSTRING_BIT : 0) | (flags & CO_METHOD ? METHOD_BIT : 0);
  return (flags & LOW_FLAGS) | bits | (rest << 12);
}

export function unpackFlags(packed: number): number {
  const bits = (packed & DOCSTRING_BIT ? CO_HAS_DOCSTRING : 0) | (packed & METHOD_BIT ? CO_METHOD : 0);
  return (packed & LOW_FLAGS) | bits | ((packed >> 12) << 10);
}
