/**
 * Reads images: serialised code objects (image-format.ts describes the form).
 *
 * Opening an image reads the string table's lengths and the column index; a code object's header is read when it is asked
 * for, its body when something needs it. Code inside tuples of constants does not occur.
 */
import * as Op from './opcodes.generated.ts';
import { ByteReader } from '../util/byte-stream.ts';
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
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

/** An image of another version, or no image at all. */
export class ImageError extends Error {}

/** The outermost code object of an image. The bytes must not change while it or code inside it is in use. */
export function deserializeCode(bytes: Uint8Array): Code {
  return new Image(bytes).outermost();
}

/** Whether `bytes` is an image that this version can read. */
export function isReadableImage(bytes: Uint8Array): boolean {
  if (Format.MAGIC.some((byte, i) => bytes[i] !== byte)) return false;
  return [0, 1, 2, 3].every((i) => bytes[4 + i] === ((INSTRUCTION_SET >>> (8 * i)) & 0xff));
}

class Image {
  private readonly bytes: Uint8Array;
  /** All texts of the string table, and where each begins. */
  private readonly text: string;
  private readonly textStarts: Uint32Array;
  private readonly codeCount: number;
  /** Start of each code object's piece in each column: `column * codeCount + number`. */
  private readonly starts: Uint32Array;
  /** Header of a code object that was read before those inside it: they share its file. */
  private readonly codes: (Code | undefined)[];

  constructor(bytes: Uint8Array) {
    if (!isReadableImage(bytes)) throw new ImageError('bad magic number');
    const reader = new ByteReader(bytes, 8);
    this.bytes = bytes;
    this.codeCount = reader.varint();
    const count = reader.varint();
    const size = reader.varint();
    this.textStarts = new Uint32Array(count + 1);
    let start = 0;
    for (let i = 0; i < count; i++) {
      start += reader.varint();
      this.textStarts[i + 1] = start;
    }
    this.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.take(size));
    this.starts = this.readIndex(reader);
    this.codes = new Array(this.codeCount).fill(undefined);
  }

  outermost(): Code {
    return this.codeAt(0, undefined);
  }

  string(index: number): string {
    return this.text.slice(this.textStarts[index], this.textStarts[index + 1]);
  }

  strings(reader: ByteReader): string[] {
    const texts: string[] = [];
    for (let left = reader.varint(); left > 0; left--) texts.push(this.string(reader.varint()));
    return texts;
  }

  reader(column: number, number: number): ByteReader {
    return new ByteReader(this.bytes, this.starts[column * this.codeCount + number]);
  }

  /** The bytes of a piece. */
  piece(column: number, number: number): Uint8Array {
    const at = column * this.codeCount + number;
    return this.bytes.subarray(this.starts[at], this.starts[at + 1]);
  }

  codeAt(number: number, parent: Code | undefined): Code {
    this.codes[number] ??= new Code(this.readHeader(number, parent), new ImageBody(this, number));
    return this.codes[number];
  }

  parentOf(number: number): Code {
    return this.codes[number] as Code;
  }

  private readIndex(reader: ByteReader): Uint32Array {
    const { codeCount } = this;
    const starts = new Uint32Array(codeCount * Format.COLUMN_COUNT + 1);
    for (let number = 0; number < codeCount; number++) {
      for (let column = 0; column < Format.COLUMN_COUNT; column++) {
        starts[column * codeCount + number] = reader.varint();
      }
    }
    let start = reader.offset;
    for (let at = 0; at < starts.length; at++) {
      const length = starts[at];
      starts[at] = start;
      start += length;
    }
    return starts;
  }

  private readHeader(number: number, parent: Code | undefined): CodeHeader {
    const reader = this.reader(Format.HEADER, number);
    const name = this.string(reader.varint());
    const qualname = this.string(reader.varint());
    const file = reader.varint();
    return {
      name,
      qualname,
      filename: file === 0 ? (parent as Code).filename : this.string(file - 1),
      firstLine: reader.signed() + (parent?.firstLine ?? 0),
      flags: reader.varint(),
      argcount: reader.varint(),
      posonlyargcount: reader.varint(),
      kwonlyargcount: reader.varint(),
    };
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
    const reader = image.reader(Format.NAMES, number);
    const varnames = image.strings(reader);
    const cellvars = image.strings(reader);
    const freevars = image.strings(reader);
    const names = image.strings(reader);
    const cellRegisters = cellvars.map(() => reader.varint());
    const registerCount = reader.varint();
    const constants = new ConstantReader(image, number, reader).readAll();
    const fixed = Format.fixedRegisterCount(varnames, cellRegisters);
    const { words, cacheCount } = new InstructionReader(image, number, fixed).read();
    const handlers = readHandlers(image.reader(Format.HANDLERS, number));
    const positions = image.piece(Format.POSITIONS, number);
    const lists = { varnames, cellvars, cellRegisters, freevars, names, constants };
    return { ...lists, words, handlers, positions, registerCount, cacheCount };
  }
}

function readHandlers(reader: ByteReader): Handler[] {
  const handlers: Handler[] = [];
  for (let left = reader.varint(); left > 0; left--) {
    const start = reader.varint();
    const end = start + reader.varint();
    handlers.push({ start, end, target: end + reader.signed(), register: reader.varint() });
  }
  return handlers;
}

class InstructionReader {
  private readonly opcodes: Uint8Array;
  private readonly registers: ByteReader;
  private readonly operands: ByteReader;
  private readonly fixed: number;
  private readonly words: number[];
  private cacheCount: number;

  constructor(image: Image, number: number, fixed: number) {
    this.opcodes = image.piece(Format.OPCODES, number);
    this.registers = image.reader(Format.REGISTERS, number);
    this.operands = image.reader(Format.OPERANDS, number);
    this.fixed = fixed;
    this.words = [];
    this.cacheCount = 0;
  }

  read(): { words: Int32Array; cacheCount: number } {
    for (const opcode of this.opcodes) {
      const pc = this.words.push(opcode) - 1;
      for (const encoding of Format.OPERAND_ENCODINGS[opcode]) this.readOperand(opcode, pc, encoding);
    }
    return { words: Int32Array.from(this.words), cacheCount: this.cacheCount };
  }

  private readOperand(opcode: number, pc: number, encoding: number): void {
    const { words, operands } = this;
    switch (encoding) {
      case Format.AS_REGISTER:
        words.push(this.readRegister());
        break;
      case Format.AS_REGISTERS: {
        const count = operands.varint();
        words.push(count);
        for (let i = 0; i < count; i++) words.push(this.readRegister());
        break;
      }
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

  private readRegister(): number {
    const number = this.registers.varint();
    return (number & 1) === 0 ? (number >> 1) + this.fixed : number >> 1;
  }
}

class ConstantReader {
  private readonly image: Image;
  /** Number of the code object whose constants these are. */
  private readonly number: number;
  private readonly reader: ByteReader;

  constructor(image: Image, number: number, reader: ByteReader) {
    this.image = image;
    this.number = number;
    this.reader = reader;
  }

  readAll(): ConstantValue[] {
    const constants: ConstantValue[] = [];
    for (let left = this.reader.varint(); left > 0; left--) constants.push(this.read());
    return constants;
  }

  private read(): ConstantValue {
    const { reader, image } = this;
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
        return parseBigInt(image.string(reader.varint()));
      case Format.TAG_FLOAT:
        return new FloatConstant(this.readFloat());
      case Format.TAG_COMPLEX:
        return new ComplexConstant(this.readFloat(), this.readFloat());
      case Format.TAG_STR:
        return image.string(reader.varint());
      case Format.TAG_ASTRAL_STR:
        return new StrConstant(image.string(reader.varint()));
      case Format.TAG_SURROGATE_STR:
        return this.readSurrogates();
      case Format.TAG_BYTES:
        return new BytesConstant(reader.take(reader.varint()).slice());
      case Format.TAG_TUPLE:
        return new TupleConstant(this.readAll());
      case Format.TAG_FROZENSET:
        return new FrozenSetConstant(this.readAll());
      case Format.TAG_CODE:
        return image.codeAt(reader.varint(), image.parentOf(this.number));
      default:
        return ELLIPSIS;
    }
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
