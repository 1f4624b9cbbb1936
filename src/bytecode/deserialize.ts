/**
 * Reads images: serialised code objects (image-format.ts describes the form).
 *
 * Opening an image reads the string table and the index; a code object's header is read when it is asked for, its body when
 * something needs it, its positions when they are looked at. Code inside tuples of constants does not occur.
 */
import { ByteReader } from '../util/byte-stream.ts';
import * as Op from './opcodes.generated.ts';
import { Code, type CodeBody, type CodeHeader, type Handler, type SerializedBody } from './code.ts';
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  ELLIPSIS,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from './constants.ts';
import * as Format from './image-format.ts';
import { joinPositions, type Predictor } from './image-positions.ts';
import { RegisterModel } from './image-registers.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

/** An image of another version, or no image at all. */
export class ImageError extends Error {}

/** The outermost code object of an image. The bytes must not change while it or code inside it is in use. */
export function deserializeCode(bytes: Uint8Array): Code {
  return deserializeColumns(bytes, columnStarts(bytes));
}

/** The same, from columns that begin anywhere in `bytes`: offset of each, and of the end of the strings. */
export function deserializeColumns(bytes: Uint8Array, starts: readonly number[]): Code {
  return new Image(bytes, starts).outermost();
}

/** Where the columns of an image begin, and where its strings end. */
export function columnStarts(bytes: Uint8Array): number[] {
  if (!isReadableImage(bytes)) throw new ImageError('bad magic number');
  const reader = new ByteReader(bytes, HEAD_SIZE);
  const lengths: number[] = [];
  for (let column = 0; column < Format.COLUMN_COUNT; column++) lengths.push(reader.varint());
  const starts: number[] = [];
  let start = reader.offset;
  for (const length of lengths) {
    starts.push(start);
    start += length;
  }
  return [...starts, starts[Format.STRINGS] + lengths[Format.STRINGS]];
}

/** Magic and instruction set. */
const HEAD_SIZE = 8;

/** Whether `bytes` is an image that this version can read. */
export function isReadableImage(bytes: Uint8Array): boolean {
  if (Format.MAGIC.some((byte, i) => bytes[i] !== byte)) return false;
  return [0, 1, 2, 3].every((i) => bytes[4 + i] === ((INSTRUCTION_SET >>> (8 * i)) & 0xff));
}

class Image {
  private readonly bytes: Uint8Array;
  private readonly columns: readonly number[];
  /** All texts of the string table, and where each begins. */
  private readonly text: string;
  private readonly textStarts: Uint32Array;
  private readonly codeCount: number;
  /** Start of each code object's piece in each indexed column: `column * (codeCount + 1) + number`. */
  private readonly starts: Uint32Array;
  /** For each code object, the number of strings that those before it use. */
  private readonly stringBases: Uint32Array;
  /** Header of a code object that was read before those inside it: they share its file. */
  private readonly codes: (Code | undefined)[];
  private positions: Uint8Array[] | undefined;

  constructor(bytes: Uint8Array, columns: readonly number[]) {
    this.bytes = bytes;
    this.columns = columns;
    this.textStarts = this.readLengths();
    this.text = TEXT.decode(bytes.subarray(columns[Format.STRINGS], this.endOfStrings()));
    const index = new ByteReader(bytes, columns[Format.INDEX]);
    this.codeCount = index.varint();
    this.starts = new Uint32Array((this.codeCount + 1) * Format.INDEXED_COUNT);
    this.stringBases = new Uint32Array(this.codeCount);
    this.readIndex(index);
    this.codes = new Array(this.codeCount).fill(undefined);
    this.positions = undefined;
  }

  outermost(): Code {
    return this.codeAt(0, undefined);
  }

  string(index: number): string {
    return this.text.slice(this.textStarts[index], this.textStarts[index + 1]);
  }

  reader(column: number, number: number): ByteReader {
    return new ByteReader(this.bytes, this.starts[column * (this.codeCount + 1) + number]);
  }

  /** The bytes of a piece. */
  piece(column: number, number: number): Uint8Array {
    const at = column * (this.codeCount + 1) + number;
    return this.bytes.subarray(this.starts[at], this.starts[at + 1]);
  }

  /** Reads what a code object has of names, from the beginning. */
  names(number: number): NameReader {
    return new NameReader(this, this.reader(Format.NAMES, number), this.stringBases[number]);
  }

  codeAt(number: number, parent: Code | undefined): Code {
    this.codes[number] ??= new Code(this.names(number).header(parent), new ImageBody(this, number));
    return this.codes[number];
  }

  parentOf(number: number): Code {
    return this.codes[number] as Code;
  }

  /** The table of positions of a code object. */
  positionsOf(number: number): Uint8Array {
    this.positions ??= this.readPositions();
    return this.positions[number];
  }

  /** All tables: each begins in its columns where the one before ends. */
  private readPositions(): Uint8Array[] {
    const columns = this.columns
      .slice(Format.FORMS, Format.STRING_LENGTHS)
      .map((start) => new ByteReader(this.bytes, start));
    const tables: Uint8Array[] = [];
    for (let number = 0; number < this.codeCount; number++) {
      tables.push(joinPositions(new ImageBody(this, number).predictor(), columns));
    }
    return tables;
  }

  private readLengths(): Uint32Array {
    const reader = new ByteReader(this.bytes, this.columns[Format.STRING_LENGTHS]);
    const starts = new Uint32Array(reader.varint() + 1);
    let start = 0;
    for (let i = 1; i < starts.length; i++) {
      start += reader.varint();
      starts[i] = start;
    }
    return starts;
  }

  /** Behind the strings of this image: in a library others follow. */
  private endOfStrings(): number {
    return this.columns[Format.COLUMN_COUNT];
  }

  private readIndex(index: ByteReader): void {
    const { codeCount, starts, stringBases, columns } = this;
    const next = columns.slice(0, Format.INDEXED_COUNT);
    let strings = 0;
    for (let number = 0; number <= codeCount; number++) {
      for (let column = 0; column < Format.INDEXED_COUNT; column++) {
        starts[column * (codeCount + 1) + number] = next[column];
      }
      if (number === codeCount) break;
      stringBases[number] = strings;
      strings += index.varint();
      for (let column = 0; column < Format.INDEXED_COUNT; column++) next[column] += index.varint();
    }
  }
}

const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a piece of the column of names. */
class NameReader {
  readonly reader: ByteReader;
  private readonly image: Image;
  /** Index of the string that is used for the first time next. */
  private next: number;

  constructor(image: Image, reader: ByteReader, next: number) {
    this.image = image;
    this.reader = reader;
    this.next = next;
  }

  string(): string {
    const reference = this.reader.varint();
    return this.image.string(reference === 0 ? this.next++ : reference - 1);
  }

  strings(): string[] {
    const texts: string[] = [];
    for (let left = this.reader.varint(); left > 0; left--) texts.push(this.string());
    return texts;
  }

  header(parent: Code | undefined): CodeHeader {
    const { reader } = this;
    const form = reader.byte();
    const name = this.string();
    const qualname = this.qualname(form & Format.QUALNAME_MASK, name, parent);
    const filename = (form & Format.SAME_FILE) !== 0 ? (parent as Code).filename : this.string();
    const firstLine = reader.signed() + (parent?.firstLine ?? 0);
    const flags = Format.unpackFlags(reader.varint());
    const argcount = reader.varint();
    const hasKinds = (form & Format.HAS_KINDS) !== 0;
    const posonlyargcount = hasKinds ? reader.varint() : 0;
    const kwonlyargcount = hasKinds ? reader.varint() : 0;
    return { name, qualname, filename, firstLine, flags, argcount, posonlyargcount, kwonlyargcount };
  }

  private qualname(form: number, name: string, parent: Code | undefined): string {
    switch (form) {
      case Format.QUALNAME_IS_NAME:
        return name;
      case Format.QUALNAME_IS_INSIDE:
        return `${(parent as Code).qualname}.${name}`;
      case Format.QUALNAME_IS_LOCAL:
        return `${(parent as Code).qualname}.<locals>.${name}`;
      default:
        return this.string();
    }
  }

  /** Passes over the header. */
  skipHeader(): void {
    const { reader } = this;
    const form = reader.byte();
    this.skipString();
    if ((form & Format.QUALNAME_MASK) === Format.QUALNAME_IS_WRITTEN) this.skipString();
    if ((form & Format.SAME_FILE) === 0) this.skipString();
    for (let left = (form & Format.HAS_KINDS) !== 0 ? 5 : 3; left > 0; left--) reader.varint();
  }

  private skipString(): void {
    if (this.reader.varint() === 0) this.next++;
  }
}

class ImageBody implements SerializedBody {
  private readonly image: Image;
  private readonly number: number;

  constructor(image: Image, number: number) {
    this.image = image;
    this.number = number;
  }

  decode(): CodeBody {
    const { image, number } = this;
    const names = this.readNames(new CodeConstants(image, number));
    const { words, cacheCount, handlers } = this.readInstructions(names);
    return new DecodedBody(image, number, names, words, cacheCount, handlers);
  }

  /** What positions are decoded with. Code among the constants is not looked at. */
  predictor(): Predictor {
    const names = this.readNames(undefined);
    return { ...names, words: this.readInstructions(names).words };
  }

  private readNames(codes: CodeConstants | undefined): Names {
    const names = this.image.names(this.number);
    names.skipHeader();
    const varnames = names.strings();
    const cellvars = names.strings();
    const freevars = names.strings();
    const used = names.strings();
    const cellRegisters = cellvars.map(() => names.reader.varint());
    const registerCount = names.reader.varint() + Format.fixedRegisterCount(varnames, cellRegisters);
    const constants = new ConstantReader(names, codes).readAll();
    return { varnames, cellvars, freevars, names: used, cellRegisters, registerCount, constants };
  }

  private readInstructions({ varnames, cellRegisters }: Names) {
    const fixed = Format.fixedRegisterCount(varnames, cellRegisters);
    const reader = new InstructionReader(this.image, this.number, fixed);
    const { words, cacheCount } = reader.read();
    return { words, cacheCount, handlers: readHandlers(reader.operands) };
  }
}

type Names = Pick<
  CodeBody,
  'varnames' | 'cellvars' | 'freevars' | 'names' | 'cellRegisters' | 'registerCount' | 'constants'
>;

/** A body whose positions are decoded when they are asked for. */
class DecodedBody implements CodeBody {
  readonly varnames: string[];
  readonly cellvars: string[];
  readonly cellRegisters: number[];
  readonly freevars: string[];
  readonly names: string[];
  readonly constants: ConstantValue[];
  readonly words: Int32Array;
  readonly handlers: Handler[];
  readonly registerCount: number;
  readonly cacheCount: number;
  private readonly image: Image;
  private readonly number: number;

  constructor(image: Image, number: number, names: Names, words: Int32Array, cacheCount: number, handlers: Handler[]) {
    this.varnames = names.varnames;
    this.cellvars = names.cellvars;
    this.cellRegisters = names.cellRegisters;
    this.freevars = names.freevars;
    this.names = names.names;
    this.constants = names.constants;
    this.words = words;
    this.handlers = handlers;
    this.registerCount = names.registerCount;
    this.cacheCount = cacheCount;
    this.image = image;
    this.number = number;
  }

  get positions(): Uint8Array {
    return this.image.positionsOf(this.number);
  }
}

function readHandlers(reader: ByteReader): Handler[] {
  const handlers: Handler[] = [];
  let last = 0;
  for (let left = reader.varint(); left > 0; left--) {
    const start = last + reader.signed();
    const end = start + reader.varint();
    handlers.push({ start, end, target: end + reader.signed(), register: reader.varint() });
    last = start;
  }
  return handlers;
}

class InstructionReader {
  readonly operands: ByteReader;
  private readonly opcodes: Uint8Array;
  private readonly registers: ByteReader;
  private readonly model: RegisterModel;
  private readonly words: number[];
  private cacheCount: number;
  private nextConstant: number;
  private nextName: number;

  constructor(image: Image, number: number, fixed: number) {
    this.operands = image.reader(Format.OPERANDS, number);
    this.opcodes = image.piece(Format.OPCODES, number);
    this.registers = image.reader(Format.REGISTERS, number);
    this.model = new RegisterModel(fixed);
    this.words = [];
    this.cacheCount = 0;
    this.nextConstant = 0;
    this.nextName = 0;
  }

  read(): { words: Int32Array; cacheCount: number } {
    const { words, model } = this;
    for (const opcode of this.opcodes) {
      const pc = words.push(opcode) - 1;
      const encodings = Format.OPERAND_ENCODINGS[opcode];
      for (let i = 0; i < encodings.length; i++) this.readOperand(opcode, pc, encodings[i], i);
      model.endReads();
      for (let i = 0; i < encodings.length; i++) this.readDestination(pc + 1 + i, encodings[i]);
    }
    return { words: Int32Array.from(words), cacheCount: this.cacheCount };
  }

  private readOperand(opcode: number, pc: number, encoding: number, i: number): void {
    const { words, operands, registers, model } = this;
    switch (encoding) {
      case Format.AS_READ:
        words.push(model.readRead(registers, (Format.LASTING_OPERANDS[opcode] & (1 << i)) !== 0));
        break;
      case Format.AS_WRITE:
        words.push(0);
        break;
      case Format.AS_READS: {
        const count = operands.varint();
        words.push(count);
        for (let left = count; left > 0; left--) words.push(model.readRead(registers, false));
        break;
      }
      case Format.AS_WRITES: {
        const count = operands.varint();
        words.push(count);
        for (let left = count; left > 0; left--) words.push(0);
        break;
      }
      case Format.AS_CONSTANT:
        words.push(this.readConstant());
        break;
      case Format.AS_NAME:
        words.push(this.readName());
        break;
      case Format.AS_INDEX:
        words.push(operands.varint());
        break;
      case Format.AS_INT:
        words.push(operands.signed());
        break;
      case Format.AS_LABEL:
        words.push(opcode === Op.LoopBack ? pc - operands.varint() : pc + operands.varint());
        break;
      default:
        words.push(this.cacheCount++);
    }
  }

  private readDestination(at: number, encoding: number): void {
    const { words, registers, model } = this;
    if (encoding === Format.AS_WRITE) words[at] = model.readWrite(registers);
    else if (encoding === Format.AS_WRITES) {
      for (let item = at + 1; item <= at + words[at]; item++) words[item] = model.readWrite(registers);
    }
  }

  private readConstant(): number {
    const reference = this.operands.varint();
    const index = reference === 0 ? this.nextConstant : reference - 1;
    if (index >= this.nextConstant) this.nextConstant = index + 1;
    return index;
  }

  private readName(): number {
    const reference = this.operands.varint();
    const index = reference === 0 ? this.nextName : reference - 1;
    if (index >= this.nextName) this.nextName = index + 1;
    return index;
  }
}

/** The code objects among the constants of one. */
class CodeConstants {
  private readonly image: Image;
  private readonly number: number;

  constructor(image: Image, number: number) {
    this.image = image;
    this.number = number;
  }

  at(number: number): Code {
    return this.image.codeAt(number, this.image.parentOf(this.number));
  }
}

class ConstantReader {
  private readonly names: NameReader;
  private readonly reader: ByteReader;
  /** Undefined where code objects are passed over. */
  private readonly codes: CodeConstants | undefined;

  constructor(names: NameReader, codes: CodeConstants | undefined) {
    this.names = names;
    this.reader = names.reader;
    this.codes = codes;
  }

  readAll(): ConstantValue[] {
    const constants: ConstantValue[] = [];
    for (let left = this.reader.varint(); left > 0; left--) constants.push(this.read());
    return constants;
  }

  private read(): ConstantValue {
    const { reader, names } = this;
    switch (reader.byte()) {
      case Format.TAG_NONE:
        return null;
      case Format.TAG_TRUE:
        return true;
      case Format.TAG_FALSE:
        return false;
      case Format.TAG_INT:
        return reader.varint();
      case Format.TAG_NEGATIVE_INT:
        return -reader.varint();
      case Format.TAG_BIG_INT:
        return parseBigInt(names.string());
      case Format.TAG_FLOAT:
        return new FloatConstant(this.readFloat());
      case Format.TAG_COMPLEX:
        return new ComplexConstant(this.readFloat(), this.readFloat());
      case Format.TAG_STR:
        return names.string();
      case Format.TAG_ASTRAL_STR:
        return new StrConstant(names.string());
      case Format.TAG_SURROGATE_STR:
        return this.readSurrogates();
      case Format.TAG_BYTES:
        return new BytesConstant(reader.take(reader.varint()).slice());
      case Format.TAG_TUPLE:
        return new TupleConstant(this.readAll());
      case Format.TAG_FROZENSET:
        return new FrozenSetConstant(this.readAll());
      case Format.TAG_CODE:
        return this.code(reader.varint());
      default:
        return ELLIPSIS;
    }
  }

  private code(number: number): ConstantValue {
    return this.codes === undefined ? null : this.codes.at(number);
  }

  private readFloat(): number {
    const bytes = this.reader.take(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  }

  private readSurrogates(): StrConstant {
    const { reader } = this;
    const units: string[] = [];
    for (let left = reader.varint(); left > 0; left--) units.push(String.fromCharCode(reader.varint()));
    const splits: number[] = [];
    for (let left = reader.varint(); left > 0; left--) splits.push(reader.varint());
    return new StrConstant(units.join(''), splits);
  }
}

/** The integer that `toString(36)` wrote. */
function parseBigInt(text: string): bigint {
  const isNegative = text.startsWith('-');
  let value = 0n;
  for (const digit of isNegative ? text.slice(1) : text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return isNegative ? -value : value;
}
