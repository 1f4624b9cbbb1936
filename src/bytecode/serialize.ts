/** Writes a code object, with all code inside it, as an image (image-format.ts describes the form). */
import { hasLoneSurrogate } from '../util/surrogates.ts';
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
import { splitPositions } from './image-positions.ts';
import { RegisterModel } from './image-registers.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';
import { instructionLength } from './operands.ts';

export function serializeCode(code: Code, form: number = Format.PACKED): Uint8Array {
  return new ImageWriter(form).write(code);
}

/** Strings, each once, in the order of their first use. */
class StringTable {
  private readonly indices = new Map<string, number>();

  get count(): number {
    return this.indices.size;
  }

  /** What stands for a string: 0 if it is the next one in the table, else its index plus 1. */
  reference(text: string): number {
    const index = this.indices.get(text);
    if (index !== undefined) return index + 1;
    this.indices.set(text, this.indices.size);
    return 0;
  }

  write(lengths: ByteWriter, strings: ByteWriter): void {
    const texts = [...this.indices.keys()];
    lengths.varint(texts.length);
    for (const text of texts) lengths.varint(text.length);
    strings.append(new TextEncoder().encode(texts.join('')));
  }
}

class ImageWriter {
  private readonly form: number;
  private readonly strings: StringTable;
  private readonly columns: ByteWriter[];
  /** Numbers of the index, code object by code object. */
  private readonly index: number[];
  private codeCount: number;

  constructor(form: number) {
    this.form = form;
    this.strings = new StringTable();
    this.columns = Array.from({ length: Format.COLUMN_COUNT }, () => new ByteWriter(1024));
    this.index = [];
    this.codeCount = 0;
  }

  write(code: Code): Uint8Array {
    const { columns, index } = this;
    this.writeCode(code, undefined);
    this.strings.write(columns[Format.STRING_LENGTHS], columns[Format.STRINGS]);
    columns[Format.INDEX].varint(this.codeCount);
    for (const number of index) columns[Format.INDEX].varint(number);
    const output = new ByteWriter(1 << 16);
    for (const byte of Format.MAGIC) output.byte(byte);
    for (let shift = 0; shift < 32; shift += 8) output.byte((INSTRUCTION_SET >>> shift) & 0xff);
    output.byte(this.form);
    for (const column of columns) output.varint(column.length);
    for (const column of columns) output.append(column.finish());
    return output.finish();
  }

  private writeCode(code: Code, parent: Code | undefined): void {
    const own = this.codeCount++;
    const indexed = this.columns.slice(0, Format.INDEXED_COUNT);
    const starts = indexed.map((column) => column.length);
    const strings = this.strings.count;
    this.writeHeader(code, parent);
    const inner = this.writeNames(code, own);
    if (this.form === Format.PACKED) new InstructionWriter(code, this.columns).write();
    else this.writePlainly(code);
    this.writeHandlers(code);
    splitPositions(code.positions, code, this.columns.slice(Format.FORMS, Format.STRING_LENGTHS));
    this.index.push(this.strings.count - strings, ...indexed.map((column, i) => column.length - starts[i]));
    for (const child of inner) this.writeCode(child, code);
  }

  private writeHeader(code: Code, parent: Code | undefined): void {
    const column = this.columns[Format.NAMES];
    const isFileShared = parent !== undefined && parent.filename === code.filename;
    const kinds = code.posonlyargcount + code.kwonlyargcount > 0;
    const qualname = qualnameForm(code, parent);
    column.byte(qualname | (isFileShared ? Format.SAME_FILE : 0) | (kinds ? Format.HAS_KINDS : 0));
    column.varint(this.strings.reference(code.name));
    if (qualname === Format.QUALNAME_IS_WRITTEN) column.varint(this.strings.reference(code.qualname));
    if (!isFileShared) column.varint(this.strings.reference(code.filename));
    column.signed(code.firstLine - (parent?.firstLine ?? 0));
    column.varint(Format.packFlags(code.flags));
    column.varint(code.argcount);
    if (kinds) {
      column.varint(code.posonlyargcount);
      column.varint(code.kwonlyargcount);
    }
  }

  /** Returns the code objects among the constants. */
  private writeNames(code: Code, own: number): Code[] {
    const column = this.columns[Format.NAMES];
    for (const names of [code.varnames, code.cellvars, code.freevars, code.names]) this.writeStrings(names);
    for (const register of code.cellRegisters) column.varint(register);
    column.varint(code.registerCount - Format.fixedRegisterCount(code.varnames, code.cellRegisters));
    column.varint(code.constants.length);
    const constants = new ConstantWriter(column, this.strings, own + 1);
    for (const constant of code.constants) constants.write(constant);
    return constants.inner;
  }

  private writePlainly({ words, cacheCount }: Code): void {
    const column = this.columns[Format.OPCODES];
    for (const word of words) for (let shift = 0; shift < 32; shift += 8) column.byte((word >>> shift) & 0xff);
    this.columns[Format.OPERANDS].varint(cacheCount);
  }

  private writeStrings(texts: readonly string[]): void {
    const column = this.columns[Format.NAMES];
    column.varint(texts.length);
    for (const text of texts) column.varint(this.strings.reference(text));
  }

  private writeHandlers(code: Code): void {
    const column = this.columns[Format.OPERANDS];
    column.varint(code.handlers.length);
    let last = 0;
    for (const { start, end, target, register } of code.handlers) {
      column.signed(start - last);
      column.varint(end - start);
      column.signed(target - end);
      column.varint(register);
      last = start;
    }
  }
}

function qualnameForm({ name, qualname }: Code, parent: Code | undefined): number {
  if (qualname === name) return Format.QUALNAME_IS_NAME;
  if (parent !== undefined && qualname === `${parent.qualname}.${name}`) return Format.QUALNAME_IS_INSIDE;
  if (parent !== undefined && qualname === `${parent.qualname}.<locals>.${name}`) return Format.QUALNAME_IS_LOCAL;
  return Format.QUALNAME_IS_WRITTEN;
}

class InstructionWriter {
  private readonly words: Int32Array;
  private readonly opcodes: ByteWriter;
  private readonly registers: ByteWriter;
  private readonly operands: ByteWriter;
  private readonly model: RegisterModel;
  /** The constant and the name that are used for the first time next. */
  private nextConstant: number;
  private nextName: number;

  constructor(code: Code, columns: readonly ByteWriter[]) {
    this.words = code.words;
    this.opcodes = columns[Format.OPCODES];
    this.registers = columns[Format.REGISTERS];
    this.operands = columns[Format.OPERANDS];
    this.model = new RegisterModel(Format.fixedRegisterCount(code.varnames, code.cellRegisters));
    this.nextConstant = 0;
    this.nextName = 0;
  }

  write(): void {
    const { words } = this;
    for (let pc = 0; pc < words.length; pc += instructionLength(words, pc)) {
      const opcode = words[pc];
      const encodings = Format.encodingsOf(opcode);
      this.opcodes.byte(opcode);
      for (let i = 0; i < encodings.length; i++) this.writeOperand(pc, pc + 1 + i, encodings[i], opcode, i);
      this.model.endReads();
      for (let i = 0; i < encodings.length; i++) this.writeDestination(pc + 1 + i, encodings[i]);
    }
  }

  private writeOperand(pc: number, at: number, encoding: number, opcode: number, i: number): void {
    const { words, operands, registers, model } = this;
    const word = words[at];
    switch (encoding) {
      case Format.AS_READ:
        model.writeRead(registers, word, (Format.lastingOperandsOf(opcode) & (1 << i)) !== 0);
        break;
      case Format.AS_READS:
        operands.varint(word);
        for (let item = at + 1; item <= at + word; item++) model.writeRead(registers, words[item], false);
        break;
      case Format.AS_WRITES:
      case Format.AS_INDEX:
        operands.varint(word);
        break;
      case Format.AS_CONSTANT:
        operands.varint(word === this.nextConstant ? 0 : word + 1);
        if (word >= this.nextConstant) this.nextConstant = word + 1;
        break;
      case Format.AS_NAME:
        operands.varint(word === this.nextName ? 0 : word + 1);
        if (word >= this.nextName) this.nextName = word + 1;
        break;
      case Format.AS_INT:
        operands.signed(word);
        break;
      case Format.AS_LABEL:
        operands.varint(Math.abs(word - pc));
    }
  }

  private writeDestination(at: number, encoding: number): void {
    const { words, registers, model } = this;
    if (encoding === Format.AS_WRITE) model.writeWrite(registers, words[at]);
    else if (encoding === Format.AS_WRITES) {
      for (let item = at + 1; item <= at + words[at]; item++) model.writeWrite(registers, words[item]);
    }
  }
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
    this.column.varint(this.strings.reference(text));
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
    if (splits.length === 0 && !hasLoneSurrogate(text)) {
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

/** Number of code objects in `code`, itself included. */
function countCode(code: Code): number {
  let count = 1;
  for (const constant of code.constants) if (constant instanceof Code) count += countCode(constant);
  return count;
}
