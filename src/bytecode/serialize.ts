/** Writes a code object, with all code inside it, as an image (image-format.ts describes the form). */
import { ByteWriter } from '../util/byte-stream.ts';
import { Code } from './code.ts';
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from './constants.ts';
import * as Format from './image-format.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';
import { instructionLength } from './operands.ts';

export function serializeCode(code: Code): Uint8Array {
  return new ImageWriter().write(code);
}

/** Strings, each once, in the order of their first use. */
class StringTable {
  private readonly indices = new Map<string, number>();

  index(text: string): number {
    let index = this.indices.get(text);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(text, index);
    }
    return index;
  }

  write(output: ByteWriter): void {
    const texts = [...this.indices.keys()];
    const bytes = new TextEncoder().encode(texts.join(''));
    output.varint(texts.length);
    output.varint(bytes.length);
    for (const text of texts) output.varint(text.length);
    output.append(bytes);
  }
}

class ImageWriter {
  private readonly strings: StringTable;
  private readonly columns: ByteWriter[];
  private readonly index: ByteWriter;
  private codeCount: number;

  constructor() {
    this.strings = new StringTable();
    this.columns = Array.from({ length: Format.COLUMN_COUNT }, () => new ByteWriter(1024));
    this.index = new ByteWriter();
    this.codeCount = 0;
  }

  write(code: Code): Uint8Array {
    this.writeCode(code, undefined);
    const output = new ByteWriter(1 << 16);
    for (const byte of Format.MAGIC) output.byte(byte);
    for (let shift = 0; shift < 32; shift += 8) output.byte((INSTRUCTION_SET >>> shift) & 0xff);
    output.varint(this.codeCount);
    this.strings.write(output);
    output.append(this.index.finish());
    for (const column of this.columns) output.append(column.finish());
    return output.finish();
  }

  private writeCode(code: Code, parent: Code | undefined): void {
    const own = this.codeCount++;
    const starts = this.columns.map((column) => column.length);
    this.writeHeader(code, parent);
    const inner = this.writeNames(code, own);
    this.writeInstructions(code);
    this.writeHandlers(code);
    this.columns[Format.POSITIONS].append(code.positions);
    this.columns.forEach((column, i) => {
      this.index.varint(column.length - starts[i]);
    });
    for (const child of inner) this.writeCode(child, code);
  }

  private writeHeader(code: Code, parent: Code | undefined): void {
    const column = this.columns[Format.HEADER];
    const isFileShared = parent !== undefined && parent.filename === code.filename;
    column.varint(this.strings.index(code.name));
    column.varint(this.strings.index(code.qualname));
    column.varint(isFileShared ? 0 : this.strings.index(code.filename) + 1);
    column.signed(code.firstLine - (parent?.firstLine ?? 0));
    column.varint(code.flags);
    column.varint(code.argcount);
    column.varint(code.posonlyargcount);
    column.varint(code.kwonlyargcount);
  }

  /** Returns the code objects among the constants. */
  private writeNames(code: Code, own: number): Code[] {
    const column = this.columns[Format.NAMES];
    for (const names of [code.varnames, code.cellvars, code.freevars, code.names]) this.writeStrings(names);
    for (const register of code.cellRegisters) column.varint(register);
    column.varint(code.registerCount);
    column.varint(code.constants.length);
    const constants = new ConstantWriter(column, this.strings, own + 1);
    for (const constant of code.constants) constants.write(constant);
    return constants.inner;
  }

  private writeStrings(texts: readonly string[]): void {
    const column = this.columns[Format.NAMES];
    column.varint(texts.length);
    for (const text of texts) column.varint(this.strings.index(text));
  }

  private writeInstructions(code: Code): void {
    const { words } = code;
    const fixed = Format.fixedRegisterCount(code.varnames, code.cellRegisters);
    for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
      this.columns[Format.OPCODES].byte(words[pc]);
      Format.OPERAND_ENCODINGS[words[pc]].forEach((encoding, i) => {
        this.writeOperand(words, pc, pc + 1 + i, encoding, fixed);
      });
    }
  }

  private writeOperand(words: Int32Array, pc: number, at: number, encoding: number, fixed: number): void {
    const registers = this.columns[Format.REGISTERS];
    const operands = this.columns[Format.OPERANDS];
    switch (encoding) {
      case Format.AS_REGISTER:
        writeRegister(registers, words[at], fixed);
        break;
      case Format.AS_REGISTERS:
        operands.varint(words[at]);
        for (let i = at + 1; i <= at + words[at]; i++) writeRegister(registers, words[i], fixed);
        break;
      case Format.AS_INDEX:
        operands.varint(words[at]);
        break;
      case Format.AS_INT:
        operands.signed(words[at]);
        break;
      case Format.AS_LABEL:
        operands.varint(Math.abs(words[at] - pc));
        break;
    }
  }

  private writeHandlers(code: Code): void {
    const column = this.columns[Format.HANDLERS];
    column.varint(code.handlers.length);
    for (const { start, end, target, register } of code.handlers) {
      column.varint(start);
      column.varint(end - start);
      column.signed(target - end);
      column.varint(register);
    }
  }
}

function writeRegister(column: ByteWriter, register: number, fixed: number): void {
  column.varint(register >= fixed ? 2 * (register - fixed) : 2 * register + 1);
}

class ConstantWriter {
  readonly inner: Code[];
  private readonly column: ByteWriter;
  private readonly strings: StringTable;
  /** Number that the next code object among the constants will have. */
  private next: number;

  constructor(column: ByteWriter, strings: StringTable, next: number) {
    this.inner = [];
    this.column = column;
    this.strings = strings;
    this.next = next;
  }

  write(value: ConstantValue): void {
    const { column } = this;
    if (value === null) column.byte(Format.TAG_NONE);
    else if (typeof value === 'boolean') column.byte(value ? Format.TAG_TRUE : Format.TAG_FALSE);
    else if (typeof value === 'number') this.writeInt(value);
    else if (typeof value === 'bigint') this.writeText(Format.TAG_BIG_INT, value.toString(36));
    else if (typeof value === 'string') this.writeText(Format.TAG_STR, value);
    else this.writeStructure(value);
  }

  private writeInt(value: number): void {
    this.column.byte(value < 0 ? Format.TAG_NEGATIVE_INT : Format.TAG_INT);
    this.column.varint(Math.abs(value));
  }

  private writeText(tag: number, text: string): void {
    this.column.byte(tag);
    this.column.varint(this.strings.index(text));
  }

  private writeStructure(value: object): void {
    const { column } = this;
    if (value instanceof Code) this.writeCodeNumber(value);
    else if (value instanceof TupleConstant) this.writeItems(Format.TAG_TUPLE, value.items);
    else if (value instanceof FrozenSetConstant) this.writeItems(Format.TAG_FROZENSET, value.items);
    else if (value instanceof StrConstant) this.writeStr(value);
    else if (value instanceof FloatConstant) this.writeFloats(Format.TAG_FLOAT, value.value);
    else if (value instanceof ComplexConstant) this.writeFloats(Format.TAG_COMPLEX, value.real, value.imag);
    else if (value instanceof BytesConstant) {
      column.byte(Format.TAG_BYTES);
      column.varint(value.bytes.length);
      column.append(value.bytes);
    } else column.byte(Format.TAG_ELLIPSIS);
  }

  private writeItems(tag: number, items: readonly ConstantValue[]): void {
    this.column.byte(tag);
    this.column.varint(items.length);
    for (const item of items) this.write(item);
  }

  private writeFloats(tag: number, ...values: readonly number[]): void {
    this.column.byte(tag);
    this.column.append(new Uint8Array(new Float64Array(values).buffer));
  }

  /** Code inside a function is numbered after it; the difference is what its reader needs. */
  private writeCodeNumber(code: Code): void {
    this.column.byte(Format.TAG_CODE);
    this.column.varint(this.next);
    this.inner.push(code);
    this.next += countCode(code);
  }

  /** Text without lone surrogates has a UTF-8 form and stands in the table. */
  private writeStr({ text, splits }: StrConstant): void {
    if (splits.length === 0 && isWellFormed(text)) {
      this.writeText(Format.TAG_ASTRAL_STR, text);
      return;
    }
    this.column.byte(Format.TAG_SURROGATE_STR);
    this.column.varint(text.length);
    for (let i = 0; i < text.length; i++) this.column.varint(text.charCodeAt(i));
    this.column.varint(splits.length);
    for (const split of splits) this.column.varint(split);
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Number of code objects in `code`, itself included. */
function countCode(code: Code): number {
  let count = 1;
  for (const constant of code.constants) if (constant instanceof Code) count += countCode(constant);
  return count;
}
