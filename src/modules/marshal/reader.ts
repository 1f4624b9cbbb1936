/** Reads marshal's form. Bad data raises EOFError, ValueError or TypeError as CPython does; it never ends in a host error. */
import { textOfUnits } from '../../objspace/codecs/point-sink.ts';
import { error, exceptionTypes, orThrow } from '../../objspace/exception.ts';
import { deserializeCode, ImageError, isReadableImage } from '../../bytecode/deserialize.ts';
import type { Value } from '../../objspace/object.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyComplex } from '../../objspace/types/complex.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { Ellipsis } from '../../objspace/types/ellipsis.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyFrozenSet, PySet } from '../../objspace/types/set/set.ts';
import { PySlice } from '../../objspace/types/slice.ts';
import { textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { decodeBytes } from '../../objspace/codecs.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { DIGIT_BITS, MAX_DEPTH } from './writer.ts';
import { paste } from '../../util/huge/pieces.ts';
import { worked } from '../../util/work.ts';

/** The end mark of dicts: no value. */
const NULL = Symbol('null');
type Read = Value | typeof NULL;

export class MarshalReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  position: number;
  private depth: number;
  private readonly allowCode: boolean;
  private readonly references: (Value | undefined)[];

  constructor(bytes: Uint8Array, allowCode: boolean) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = 0;
    this.depth = 0;
    this.allowCode = allowCode;
    this.references = [];
  }

  /** Reads one value; throws the Python exception where the data are bad. */
  read(): Value {
    const value = this.readAny();
    if (value === NULL) throw error('TypeError', 'NULL object in marshal data for object');
    return value as Value;
  }

  private take(count: number): number {
    const at = this.position;
    if (count < 0 || at + count > this.bytes.length) throw error('EOFError', 'marshal data too short');
    this.position += count;
    return at;
  }

  private byte(): number {
    if (this.position >= this.bytes.length) throw error('EOFError', 'EOF read where object expected');
    return this.bytes[this.position++];
  }

  private long(): number {
    return this.view.getInt32(this.take(4), true);
  }

  private double(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  private slice(count: number): Uint8Array {
    const at = this.take(count);
    return this.bytes.subarray(at, at + count);
  }

  private size(what: string): number {
    const size = this.long();
    if (size < 0) throw error('ValueError', `bad marshal data (${what} size out of range)`);
    // Every item takes a byte at least: a larger size is a lie that must not allocate.
    const isContainer = what === 'tuple' || what === 'list' || what === 'set';
    if (size > this.bytes.length - this.position)
      throw error('EOFError', isContainer ? 'EOF read where object expected' : 'marshal data too short');
    return size;
  }

  private readAny(): Read {
    worked(2);
    if (++this.depth > MAX_DEPTH) throw error('ValueError', 'recursion limit exceeded');
    const code = this.byte();
    const letter = String.fromCharCode(code & 0x7f);
    const slot = code & 0x80 ? this.references.push(undefined) - 1 : -1;
    const value = this.readType(letter, slot);
    if (slot >= 0 && value !== NULL) this.references[slot] = value as Value;
    this.depth--;
    return value;
  }

  private readType(letter: string, slot: number): Read {
    switch (letter) {
      case '0':
        return NULL;
      case 'N':
        return null;
      case 'S':
        return exceptionTypes['StopIteration'];
      case '.':
        return Ellipsis;
      case 'F':
        return false;
      case 'T':
        return true;
      case 'i':
        return this.long();
      case 'I':
        return this.long64();
      case 'l':
        return this.bigInt();
      case 'f':
        return new PyFloat(this.floatText()) as Value;
      case 'g':
        return new PyFloat(this.double()) as Value;
      case 'x':
        return new PyComplex(this.floatText(), this.floatText()) as Value;
      case 'y':
        return new PyComplex(this.double(), this.double()) as Value;
      case 's':
        return new PyBytes(this.slice(this.size('bytes object')).slice()) as Value;
      case 'a':
      case 'A':
        return this.ascii(this.size('string'));
      case 'z':
      case 'Z':
        return this.ascii(this.byte());
      case 't':
      case 'u':
        return this.text(this.size('string'));
      case 'c':
        return this.codeObject();
      case 'r':
        return this.reference();
      default:
        return this.readContainer(letter, slot);
    }
  }

  private readContainer(letter: string, slot: number): Read {
    switch (letter) {
      case ')':
        return new PyTuple(this.items(this.byte(), 'tuple')) as Value;
      case '(':
        return new PyTuple(this.items(this.size('tuple'), 'tuple')) as Value;
      case '[':
        return this.list(slot);
      case '{':
        return this.dict(slot);
      case '<':
        return orThrow(PySet.of(this.items(this.size('set'), 'set')) as Value);
      case '>':
        return orThrow(PyFrozenSet.of(this.items(this.size('set'), 'set')) as Value);
      case ':':
        return new PySlice(this.read(), this.read(), this.read()) as Value;
      default:
        throw error('ValueError', 'bad marshal data (unknown type code)');
    }
  }

  private long64(): Value {
    const value = this.view.getBigInt64(this.take(8), true);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }

  private bigInt(): Value {
    const size = this.long();
    const count = Math.abs(size);
    if (count * 2 > this.bytes.length - this.position) throw error('EOFError', 'marshal data too short');
    if (count === 0) return 0;
    const digits: bigint[] = [];
    let digit = 0;
    for (let index = 0; index < count; index++) {
      digit = this.view.getUint16(this.take(2), true);
      if (digit > 0x7fff) throw error('ValueError', 'bad marshal data (digit out of range in long)');
      digits.push(BigInt(digit));
    }
    if (digit === 0) throw error('ValueError', 'bad marshal data (unnormalized long data)');
    const magnitude = paste(digits, DIGIT_BITS);
    const value = size < 0 ? -magnitude : magnitude;
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }

  private floatText(): number {
    const text = new TextDecoder().decode(this.slice(this.byte()));
    const value = text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
    if (Number.isNaN(value) && text !== 'nan')
      throw error('ValueError', `could not convert string to float: '${text}'`);
    return value;
  }

  private ascii(size: number): Value {
    return textOfUnits(this.slice(size));
  }

  private text(size: number): Value {
    return orThrow(decodeBytes(this.slice(size), 'utf-8', 'surrogatepass'));
  }

  private items(count: number, what: string): Value[] {
    const items: Value[] = [];
    for (let index = 0; index < count; index++) {
      const item = this.readAny();
      if (item === NULL) throw error('TypeError', `NULL object in marshal data for ${what}`);
      items.push(item as Value);
    }
    return items;
  }

  /** Lists and dicts may contain themselves: they are known before their contents are read. */
  private list(slot: number): Value {
    const list = PyList.of([]) as PyList;
    if (slot >= 0) this.references[slot] = list as Value;
    for (const item of this.items(this.size('list'), 'list')) list.append(item);
    return list as Value;
  }

  private dict(slot: number): Value {
    const dict = new PyDict();
    if (slot >= 0) this.references[slot] = dict;
    for (;;) {
      const key = this.readAny();
      if (key === NULL) return dict;
      const value = this.readAny();
      if (value === NULL) return dict;
      orThrow(dict.set(key as Value, value as Value));
    }
  }

  private reference(): Value {
    const index = this.long();
    const value = this.references[index];
    if (index < 0 || value === undefined) throw error('ValueError', 'bad marshal data (invalid reference)');
    return value;
  }

  private codeObject(): Value {
    if (!this.allowCode) throw error('ValueError', 'unmarshalling code objects is disallowed');
    const filename = textOf(this.text(this.size('string')));
    const image = this.slice(this.size('code')).slice();
    if (!isReadableImage(image)) throw error('ValueError', 'bad marshal data (code of another version)');
    try {
      const code = deserializeCode(image);
      (code as { filename: string }).filename = filename;
      return PyCode.of(code);
    } catch (thrown) {
      if (thrown instanceof ImageError) throw error('ValueError', 'bad marshal data (code object)');
      throw thrown;
    }
  }
}
