/** Reads an image's column of names: headers, variables, constants. */
import type { ByteReader } from '../util/byte-stream.ts';
import type { Code, CodeHeader } from './code.ts';
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

/** Where the strings of an image are. */
export interface Strings {
  string(index: number): string;
}

/** Finds the code objects among the constants. */
export interface InnerCode {
  at(number: number): Code;
}

/** Reads a piece of the column of names. */
export class NameReader {
  readonly reader: ByteReader;
  private readonly table: Strings;
  /** Index of the string that is used for the first time next. */
  private next: number;

  constructor(table: Strings, reader: ByteReader, next: number) {
    this.table = table;
    this.reader = reader;
    this.next = next;
  }

  string(): string {
    const reference = this.reader.varint();
    return this.table.string(reference === 0 ? this.next++ : reference - 1);
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

export class ConstantReader {
  private readonly names: NameReader;
  private readonly reader: ByteReader;
  /** Undefined where code objects are passed over. */
  private readonly codes: InnerCode | undefined;

  constructor(names: NameReader, codes: InnerCode | undefined) {
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
