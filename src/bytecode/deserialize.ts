/**
 * Reads images: serialised code objects (image-format.ts describes the form).
 *
 * Opening an image reads the string table and the index; a code object's header is read when it is asked for, its body when
 * something needs it, its positions when they are looked at. Code inside tuples of constants does not occur.
 */
import { ByteReader } from '../util/byte-stream.ts';
import { Code, type CodeBody, type Handler, type SerializedBody } from './code.ts';
import type { ConstantValue } from './constants.ts';
import * as Format from './image-format.ts';
import { joinPositions, type Predictor } from './image-positions.ts';
import { InstructionReader, readHandlers } from './image-instructions.ts';
import { ConstantReader, type InnerCode, NameReader } from './image-names.ts';
import { INSTRUCTION_SET } from './instruction-set.generated.ts';

/** An image of another version, or no image at all. */
export class ImageError extends Error {}

/** The outermost code object of an image. The bytes must not change while it or code inside it is in use. */
export function deserializeCode(bytes: Uint8Array): Code {
  return new Image(bytes, columnStarts(bytes), bytes[FORM_AT]).outermost();
}

/** The same, from columns that begin anywhere in `bytes`: offset of each, and of the end of the strings. Instructions are packed. */
export function deserializeColumns(bytes: Uint8Array, starts: readonly number[]): Code {
  return new Image(bytes, starts, Format.PACKED).outermost();
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

/** Behind magic and instruction set. */
const FORM_AT = 8;
const HEAD_SIZE = 9;

/** Whether `bytes` is an image that this version can read. */
export function isReadableImage(bytes: Uint8Array): boolean {
  if (Format.MAGIC.some((byte, i) => bytes[i] !== byte)) return false;
  return [0, 1, 2, 3].every((i) => bytes[4 + i] === ((INSTRUCTION_SET >>> (8 * i)) & 0xff));
}

class Image {
  readonly form: number;
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

  constructor(bytes: Uint8Array, columns: readonly number[], form: number) {
    this.form = form;
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
    if (this.image.form === Format.PLAIN) return this.readPlainly();
    const fixed = Format.fixedRegisterCount(varnames, cellRegisters);
    const { image, number } = this;
    const registers = image.reader(Format.REGISTERS, number);
    const operands = image.reader(Format.OPERANDS, number);
    const reader = new InstructionReader(image.piece(Format.OPCODES, number), registers, operands, fixed);
    const { words, cacheCount } = reader.read();
    return { words, cacheCount, handlers: readHandlers(reader.operands) };
  }

  private readPlainly() {
    const { image, number } = this;
    const operands = image.reader(Format.OPERANDS, number);
    const cacheCount = operands.varint();
    return { words: plainWords(image.piece(Format.OPCODES, number)), cacheCount, handlers: readHandlers(operands) };
  }
}

const HAS_LOWEST_FIRST = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** Plain instructions: a copy of their own, since they may be instrumented. */
function plainWords(bytes: Uint8Array): Int32Array {
  const copy = new Uint8Array(bytes);
  if (HAS_LOWEST_FIRST) return new Int32Array(copy.buffer);
  const view = new DataView(copy.buffer);
  return Int32Array.from({ length: copy.length / 4 }, (_, index) => view.getInt32(4 * index, true));
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

/** The code objects among the constants of one. */
class CodeConstants implements InnerCode {
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
