/** Formats of `struct`, compiled: the fields with their places, and packing and unpacking by them. */
import { textOfUnits } from '../../objspace/codecs/point-sink.ts';
import type { PyBytesLike } from '../../objspace/buffer.ts';
import { tryBytesOf } from '../../objspace/buffer.ts';
import { encodeAscii } from '../../objspace/codecs/single-byte.ts';
import { orThrow, raiseTypeError } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { typeName } from '../../objspace/operations.ts';
import { allocate } from '../../objspace/types/bytes/allocate.ts';
import { bytesWith, copyOfPart, PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { isText, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { alignmentOf, type Code, NATIVE_CODES, STANDARD_CODES, structError } from './codes.ts';
import { copyBytes } from '../../util/copy-bytes.ts';
import { worked } from '../../util/work.ts';

/** A value or a run of them in the struct. */
type Field =
  | { readonly kind: 'values'; readonly code: Code; readonly offset: number; readonly count: number }
  | { readonly kind: 'string' | 'pascal'; readonly offset: number; readonly size: number };

/** C's Py_ssize_t ends here. */
const MAX_SSIZE = (1n << 63n) - 1n;

export class Format {
  /** As given, as bytes read in latin-1. */
  readonly text: string;
  readonly isLittle: boolean;
  readonly fields: readonly Field[];
  readonly size: number;
  /** Number of values. */
  readonly count: number;

  constructor(text: string, isLittle: boolean, fields: readonly Field[], size: number) {
    this.text = text;
    this.isLittle = isLittle;
    this.fields = fields;
    this.size = size;
    this.count = fields.reduce((sum, field) => sum + (field.kind === 'values' ? field.count : 1), 0);
  }

  /** The values as bytes. */
  packed(values: readonly Value[]): PyBytes | Exit {
    const { size } = this;
    if (size > SCRATCH_SIZE || scratch.isBusy) {
      const target = allocate(size);
      if (target === EXIT || this.pack(target as Uint8Array, 0, values) === EXIT) return EXIT;
      return bytesWith(target as Uint8Array);
    }
    scratch.isBusy = true;
    try {
      for (let index = 0; index < size; index++) scratch.bytes[index] = 0;
      return this.packInto(scratch.bytes, scratch.view, 0, values) === EXIT ? EXIT : copyOfPart(scratch.bytes, 0, size);
    } finally {
      scratch.isBusy = false;
    }
  }

  /** Writes the values at `start` of memory that is zero there. */
  pack(target: Uint8Array, start: number, values: readonly Value[]): true | Exit {
    return this.packInto(target, new DataView(target.buffer, target.byteOffset, target.byteLength), start, values);
  }

  private packInto(target: Uint8Array, view: DataView, start: number, values: readonly Value[]): true | Exit {
    let next = 0;
    for (const field of this.fields) {
      if (field.kind !== 'values') {
        if (packString(target, start + field.offset, field.size, field.kind, values[next++]) === EXIT) return EXIT;
        continue;
      }
      const { code } = field;
      for (let index = 0, at = start + field.offset; index < field.count; index++, at += code.size) {
        worked(2);
        if (code.write(view, at, values[next++], this.isLittle) === EXIT) return EXIT;
      }
    }
    return true;
  }

  /** The values at `start`, as a tuple. */
  unpack(source: Uint8Array, start: number): PyTuple & Value {
    const { size } = this;
    if (size > SCRATCH_SIZE || scratch.isBusy)
      return this.unpackBy(new DataView(source.buffer, source.byteOffset, source.byteLength), source, start);
    for (let index = 0; index < size; index++) scratch.bytes[index] = source[start + index];
    return this.unpackBy(scratch.view, scratch.bytes, 0);
  }

  private unpackBy(view: DataView, source: Uint8Array, start: number): PyTuple & Value {
    const values: Value[] = [];
    for (const field of this.fields) {
      if (field.kind !== 'values') {
        values.push(unpackString(source, start + field.offset, field.size, field.kind));
        continue;
      }
      const { code } = field;
      for (let index = 0, at = start + field.offset; index < field.count; index++, at += code.size) {
        worked(2);
        values.push(code.read(view, at, this.isLittle));
      }
    }
    return new PyTuple(values) as PyTuple & Value;
  }
}

/**
 * Memory for short structs. The engine keeps the bytes of a short array beside the array itself, and has to move them, at ten times the cost
 * of all the rest, when a view of them is asked for. Packing may run Python code, which may pack something else meanwhile.
 */
const SCRATCH_SIZE = 128;

class Scratch {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  isBusy: boolean;

  constructor() {
    const memory = new ArrayBuffer(SCRATCH_SIZE);
    this.bytes = new Uint8Array(memory);
    this.view = new DataView(memory);
    this.isBusy = false;
  }
}
const scratch = new Scratch();

function packString(
  target: Uint8Array,
  at: number,
  size: number,
  kind: 'string' | 'pascal',
  value: Value,
): true | Exit {
  const letter = kind === 'string' ? 's' : 'p';
  const plain = value instanceof PyBytes || typeName(value) === 'bytearray' ? tryBytesOf(value) : undefined;
  if (plain === EXIT) return EXIT;
  if (plain === undefined) return structError.raise(`argument for '${letter}' must be a bytes object`);
  const { data } = plain as PyBytesLike;
  if (kind === 'string') {
    copyBytes(data.subarray(0, size), target, at);
  } else if (size > 0) {
    const length = Math.min(data.length, size - 1);
    target.set(data.subarray(0, length), at + 1);
    target[at] = Math.min(length, 255);
  }
  return true;
}

function unpackString(source: Uint8Array, at: number, size: number, kind: 'string' | 'pascal'): Value {
  if (kind === 'string') return new PyBytes(source.slice(at, at + size));
  const length = size === 0 ? 0 : Math.min(source[at], size - 1);
  return new PyBytes(source.slice(at + 1, at + 1 + length));
}

// ── Parsing ────────────────────────────────────────────────────────────────────────────────────────────────────────

const ORDERS = '<>=!@';
/** White space, a repeat count, a format letter. */
const PART = /\s*(\d*)(.?)/sy;
const PART_WORK = 16;

class FormatParser {
  private readonly text: string;
  private readonly isNative: boolean;
  private readonly codes: ReadonlyMap<string, Code>;
  private readonly fields: Field[];
  private size: number;

  constructor(text: string) {
    this.text = text;
    this.isNative = !ORDERS.includes(text[0] ?? '@') || text[0] === '@' || text === '';
    this.codes = this.isNative ? NATIVE_CODES : STANDARD_CODES;
    this.fields = [];
    this.size = 0;
  }

  /** Throws struct.error. */
  run(): Format {
    let position = this.text !== '' && ORDERS.includes(this.text[0]) ? 1 : 0;
    while (position < this.text.length) {
      PART.lastIndex = position;
      const [whole, digits, letter] = PART.exec(this.text)!;
      worked(PART_WORK);
      position += whole.length;
      if (letter === '') {
        if (digits !== '') throw structError.error('repeat count given without format specifier');
        break;
      }
      if (letter.trim() === '') throw structError.error('bad char in struct format');
      if (letter === '\0') throw structError.error('embedded null character');
      if (digits !== '' && BigInt(digits) > MAX_SSIZE) throw structError.error('total struct size too long');
      this.add(letter, digits === '' ? 1 : Number(digits));
    }
    return new Format(this.text, !/^[>!]/.test(this.text), this.fields, this.size);
  }

  private add(letter: string, count: number): void {
    if (letter === 'x' || letter === 's' || letter === 'p') {
      if (letter !== 'x')
        this.fields.push({ kind: letter === 's' ? 'string' : 'pascal', offset: this.size, size: count });
      this.grow(count);
      return;
    }
    const code = this.codes.get(letter);
    if (code === undefined) throw structError.error('bad char in struct format');
    if (this.isNative) {
      const alignment = alignmentOf(letter, code.size);
      this.size = Math.ceil(this.size / alignment) * alignment;
    }
    if (count > 0) this.fields.push({ kind: 'values', code, offset: this.size, count });
    this.grow(count * code.size);
  }

  private grow(bytes: number): void {
    this.size += bytes;
    // Sizes beyond 2^53 are not exact, and cannot be allocated.
    if (this.size >= 2 ** 63) throw structError.error('total struct size too long');
  }
}

/** Compiled formats that were asked for lately. */
const cache = new Map<string, Format>();
const MAX_CACHED = 100;

export function clearCache(): void {
  cache.clear();
}

function parse(text: string): Format {
  let format = cache.get(text);
  if (format === undefined) {
    format = new FormatParser(text).run();
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(text, format);
  }
  return format;
}

/** The format that a str or bytes object says; throws Python exceptions. */
export function formatOf(value: Value): Format {
  if (typeof value === 'string') {
    const known = cache.get(value);
    if (known !== undefined) return known;
  }
  if (isText(value)) {
    const bytes = orThrow(encodeAscii(unwrap(value), 'strict')) as Uint8Array;
    return parse(textOfUnits(bytes));
  }
  if (value instanceof PyBytes) return parse(textOfUnits(value.data));
  throw orThrowing(raiseTypeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(value)}`));
}

function orThrowing(exit: Exit): never {
  return orThrow(exit) as never;
}
