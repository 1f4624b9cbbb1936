/**
 * Writes values in marshal's form (https://docs.python.org/3/library/marshal.html): one type byte, then the contents. From version 3
 * on, an object that comes again is written as a reference to its first occurrence.
 */
import { raise } from '../../objspace/exception.ts';
import { serializeCode } from '../../bytecode/serialize.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { exceptionTypes } from '../../objspace/exception.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { PyComplex } from '../../objspace/types/complex.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { Ellipsis } from '../../objspace/types/ellipsis.ts';
import { PyFloat } from '../../objspace/types/float.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyFrozenSet, PySet } from '../../objspace/types/set/set.ts';
import { PySlice } from '../../objspace/types/slice.ts';
import { isText, type PyStr, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { reprFloat } from '../../util/float-repr.ts';
import { encodeText } from '../../objspace/codecs.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { swallow } from '../../objspace/exception.ts';
import { copyBytes } from '../../util/copy-bytes.ts';
import { cut } from '../../util/huge/pieces.ts';
import { bitLength } from '../../util/huge/size.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

export const MAX_DEPTH = 2000;
const FLAG_REF = 0x80;
/** Ints are written in digits of so many bits, the lowest first. */
export const DIGIT_BITS = 15;

export class MarshalWriter {
  private bytes: Uint8Array;
  private size: number;
  private depth: number;
  private readonly version: number;
  private readonly allowCode: boolean;
  private readonly references: Map<unknown, number>;

  constructor(version: number, allowCode: boolean) {
    this.bytes = new Uint8Array(256);
    this.size = 0;
    this.depth = 0;
    this.version = version;
    this.allowCode = allowCode;
    this.references = new Map();
  }

  result(): Uint8Array {
    const result = newBytes(this.size);
    copyBytes(this.bytes.subarray(0, this.size), result, 0);
    return result;
  }

  private reserve(count: number): number {
    const at = this.size;
    this.size += count;
    if (this.size > this.bytes.length) {
      const grown = newBytes(Math.max(this.size, this.bytes.length * 2));
      copyBytes(this.bytes.subarray(0, at), grown, 0);
      this.bytes = grown;
    }
    return at;
  }

  private byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  private code(letter: string, flag = 0): void {
    this.byte(letter.charCodeAt(0) | flag);
  }

  private short(value: number): void {
    this.byte(value & 0xff);
    this.byte((value >> 8) & 0xff);
  }

  private long(value: number): void {
    this.short(value);
    this.short(value >> 16);
  }

  private raw(data: Uint8Array): void {
    const at = this.reserve(data.length);
    copyBytes(data, this.bytes, at);
  }

  private double(value: number): void {
    const at = this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(at, value, true);
  }

  /** True where the value went out as a reference; else the flag for its type byte is in `flag`. */
  private flag = 0;
  private reference(value: unknown): boolean {
    this.flag = 0;
    if (this.version < 3) return false;
    const known = this.references.get(value);
    if (known !== undefined) {
      this.code('r');
      this.long(known);
      return true;
    }
    this.references.set(value, this.references.size);
    this.flag = FLAG_REF;
    return false;
  }

  write(value: Value): true | Exit {
    worked(2);
    if (++this.depth > MAX_DEPTH) return raise('ValueError', 'object too deeply nested to marshal');
    const done = this.writeValue(value);
    this.depth--;
    return done;
  }

  private writeValue(value: Value): true | Exit {
    if (value === null) this.code('N');
    else if (typeof value === 'boolean') this.code(value ? 'T' : 'F');
    else if (typeof value === 'number' || typeof value === 'bigint') this.int(value);
    else if (value === Ellipsis) this.code('.');
    else if (value === exceptionTypes['StopIteration']) this.code('S');
    else return this.writeObject(value);
    return true;
  }

  private int(value: number | bigint): void {
    if (typeof value === 'number' && value === (value | 0)) {
      this.code('i');
      this.long(value);
      return;
    }
    this.code('l');
    const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
    const count = Math.ceil(bitLength(magnitude) / DIGIT_BITS);
    this.long(value < 0 ? -count : count);
    for (const digit of cut(magnitude, DIGIT_BITS, count)) this.short(Number(digit));
  }

  private writeObject(value: Value): true | Exit {
    if (isText(value) && typeOf(value) === typeOf('')) return this.text(value);
    const shape = (value as Value & object & { shape: { type: { isHeapType: boolean } } }).shape;
    if (!shape.type.isHeapType) {
      const done = this.writeBuiltin(value);
      if (done !== undefined) return done;
    }
    return this.buffer(value);
  }

  private writeBuiltin(value: Value): true | Exit | undefined {
    if (value instanceof PyFloat) return this.float(value);
    if (value instanceof PyComplex) return this.complex(value);
    if (value instanceof PyBytes) return this.reference(value) ? true : this.counted('s', value.data);
    if (value instanceof PyTuple) return this.tuple(value);
    if (value instanceof PyList) return this.reference(value) ? true : this.items('[', value.toArray());
    if (value instanceof PyDict) return this.dict(value);
    if (value instanceof PyFrozenSet) return this.reference(value) ? true : this.items('>', value.toArray());
    if (value instanceof PySet) return this.reference(value) ? true : this.items('<', value.toArray());
    if (value instanceof PySlice && this.version >= 5) {
      this.code(':');
      for (const part of [value.start, value.stop, value.step]) if (this.write(part) === EXIT) return EXIT;
      return true;
    }
    if (value instanceof PyCode) return this.codeObject(value);
    return undefined;
  }

  private counted(letter: string, data: Uint8Array): true {
    this.code(letter, this.flag);
    this.long(data.length);
    this.raw(data);
    return true;
  }

  private text(value: Value): true | Exit {
    if (this.reference(textOf(value))) return true;
    const data = encodeText(value as string | PyStr, 'utf-8', 'surrogatepass');
    if (data === EXIT) return EXIT;
    const bytes = data as Uint8Array;
    if (this.version >= 4 && bytes.length === textOf(value).length) {
      if (bytes.length >= 256) return this.counted('a', bytes);
      this.code('z', this.flag);
      this.byte(bytes.length);
      this.raw(bytes);
      return true;
    }
    return this.counted('u', bytes);
  }

  private float(value: PyFloat): true {
    if (this.reference(value)) return true;
    if (this.version > 1) {
      this.code('g', this.flag);
      this.double(value.value);
    } else {
      this.code('f');
      this.floatText(value.value);
    }
    return true;
  }

  private floatText(value: number): void {
    const text = new TextEncoder().encode(reprFloat(value));
    this.byte(text.length);
    this.raw(text);
  }

  private complex(value: PyComplex): true {
    if (this.reference(value)) return true;
    if (this.version > 1) {
      this.code('y', this.flag);
      this.double(value.real);
      this.double(value.imag);
    } else {
      this.code('x');
      this.floatText(value.real);
      this.floatText(value.imag);
    }
    return true;
  }

  private tuple(value: PyTuple): true | Exit {
    if (this.reference(value)) return true;
    const { items } = value;
    if (this.version < 4 || items.length >= 256) return this.items('(', items);
    this.code(')', this.flag);
    this.byte(items.length);
    for (const item of items) if (this.write(item) === EXIT) return EXIT;
    return true;
  }

  private items(letter: string, items: readonly Value[]): true | Exit {
    this.code(letter, this.flag);
    this.long(items.length);
    for (const item of items) if (this.write(item) === EXIT) return EXIT;
    return true;
  }

  private dict(value: PyDict): true | Exit {
    if (this.reference(value)) return true;
    this.code('{', this.flag);
    for (let at = value.nextPosition(0); at >= 0; at = value.nextPosition(at + 1)) {
      if (this.write(value.keyAt(at)) === EXIT || this.write(value.valueAt(at)) === EXIT) return EXIT;
    }
    this.code('0');
    return true;
  }

  /** Code objects have Typhon's own form: `c`, then the length of the image and the file name in front of it. */
  private codeObject(value: PyCode): true | Exit {
    if (!this.allowCode) return raise('ValueError', 'marshalling code objects is disallowed');
    if (this.reference(value)) return true;
    this.code('c', this.flag);
    const image = serializeCode(value.code);
    const filename = encodeText(value.code.filename, 'utf-8', 'surrogatepass');
    if (filename === EXIT) return EXIT;
    this.long((filename as Uint8Array).length);
    this.raw(filename as Uint8Array);
    this.long(image.length);
    this.raw(image);
    return true;
  }

  private buffer(value: Value): true | Exit {
    const data = bytesOf(value);
    if (data === EXIT) {
      swallow('TypeError');
      return raise('ValueError', 'unmarshallable object');
    }
    this.reference(value);
    return this.counted('s', (data as { data: Uint8Array }).data);
  }
}
