/** `bytes`: immutable runs of bytes. What bytes and bytearray have in common is in methods.ts. */
import {
  BUFFER_WRITABLE,
  type BufferExporter,
  bytesLiteral,
  bytesOf,
  defineBufferMethods,
  LentBuffer,
  plainBytes,
} from '../../buffer.ts';
import { byteLayout } from '../../buffer-layout.ts';
import { caught, raise, raiseTypeError } from '../../exception.ts';
import { bindArguments } from '../../gateway/binder.ts';
import { BuiltinDefinition } from '../../gateway/builtin-function.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../object.ts';
import { callSpecial, typeName } from '../../operations.ts';
import type { PyType } from '../../type.ts';
import { reprBytes } from '../../../util/repr.ts';
import { NotImplemented } from '../not-implemented.ts';
import { objectType } from '../object-type.ts';
import { PyTuple } from '../tuple.ts';
import { bytesFromSource } from './byte-values.ts';
import { hashBytes } from './hash.ts';
import { PyBytesIterator } from './iterator.ts';
import { byteStrings, defineBytesMethods, immutableTypes } from './methods.ts';
import { formatBytes } from './percent.ts';
import { concatTwo, equalBytes } from './search.ts';
import { warnedText } from './bytes-warning.ts';
import { comparesAs, containsByte, indexOfKey, NOT_AN_INDEX, repeated, sliceOfBytes } from './sequence.ts';
import { reserve, SHORT, slab } from './slab.ts';
import { bytesFromTable } from './translate.ts';
import { copyBytes, slicedBytes } from '../../../util/copy-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

export class PyBytes extends PyObject implements BufferExporter {
  /** Where the contents are: in an array that holds nothing else, or in a slab (slab.ts). They never change, but they may move. */
  store: Uint8Array;
  /** Their position there: 0 if and only if the array holds nothing else. */
  offset: number;
  readonly length: number;
  private hash: number;
  /** The hash among keys (dict/keys.ts), 0 until that is asked for. */
  word: number;

  constructor(store: Uint8Array, offset: number = 0, length: number = store.length) {
    super();
    this.store = store;
    this.offset = offset;
    this.length = length;
    this.hash = -1;
    this.word = 0;
  }

  /** At most SHORT bytes of an array, from `start` on. */
  static ofPart(source: Uint8Array, start: number, length: number): PyBytes {
    const position = reserve(length);
    const target = slab;
    for (let index = 0; index < length; index++) target[position + index] = source[start + index];
    return new PyBytes(target, position, length);
  }

  /** At most SHORT bytes of two objects. */
  static ofTwo(left: PyBytes, right: PyBytes): PyBytes {
    const length = left.length + right.length;
    const position = reserve(length);
    const target = slab;
    left.copyTo(target, position);
    right.copyTo(target, position + left.length);
    return new PyBytes(target, position, length);
  }

  /** The contents as an array of their own. Nobody writes to it. */
  get data(): Uint8Array {
    return this.offset === 0 ? this.store : this.separate();
  }

  private separate(): Uint8Array {
    const { offset } = this;
    this.store = slicedBytes(this.store, offset, offset + this.length);
    this.offset = 0;
    return this.store;
  }

  at(index: number): number {
    return this.store[this.offset + index];
  }

  copyTo(target: Uint8Array, position: number): void {
    const { store, offset, length } = this;
    if (length > SHORT) copyBytes(this.data, target, position);
    else for (let index = 0; index < length; index++) target[position + index] = store[offset + index];
  }

  holdsSame(other: PyBytes): boolean {
    const { length } = this;
    if (length !== other.length) return false;
    if (length > SHORT) {
      if (length >= STRIDE) worked(length >> 4);
      return equalBytes(this.data, other.data);
    }
    const { store, offset } = this;
    const otherStore = other.store;
    const otherOffset = other.offset;
    for (let index = 0; index < length; index++)
      if (store[offset + index] !== otherStore[otherOffset + index]) return false;
    return true;
  }

  hashValue(): number {
    if (this.hash < 0) this.hash = hashBytes(this.store, this.offset, this.length);
    return this.hash;
  }

  exportBuffer(flags: number): LentBuffer | Exit {
    if ((flags & BUFFER_WRITABLE) !== 0) return raise('BufferError', 'Object is not writable.');
    return new LentBuffer(this, this.data, 0, true, byteLayout(this.data.length), null);
  }
}

/** Bytes of one byte, shared: what splitting, iterating and reading make most. */
const singles: PyBytes[] = [];

export function singleByte(byte: number): PyBytes {
  return (singles[byte] ??= new PyBytes(Uint8Array.of(byte)));
}

/** A copy of what is between two positions of an array. */
export function copyOfPart(source: Uint8Array, start: number, end: number): PyBytes {
  const length = end - start;
  if (length === 1) return singleByte(source[start]);
  return length <= SHORT ? PyBytes.ofPart(source, start, length) : new PyBytes(slicedBytes(source, start, end));
}

/** Bytes of one to four values. */
export function fewBytes(count: number, first: number, second: number, third: number, fourth: number): PyBytes {
  if (count === 1) return singleByte(first);
  const position = reserve(count);
  const target = slab;
  target[position] = first;
  target[position + 1] = second;
  if (count > 2) target[position + 2] = third;
  if (count > 3) target[position + 3] = fourth;
  return new PyBytes(target, position, count);
}

/** Bytes that have the array for themselves. */
export function bytesWith(data: Uint8Array): PyBytes {
  return data.length === 1 ? singleByte(data[0]) : new PyBytes(data);
}

function concat(self: PyBytes, other: Value): Result {
  if (other instanceof PyBytes && other.shape === self.shape && self.shape === bytesType.instanceShape)
    return concatPlainBytes(self, other);
  const right = bytesOf(other);
  if (right === EXIT) return notConcatenable(other, typeName(self));
  const data = (right as { data: Uint8Array }).data;
  if (self.data.length === 0 && other instanceof PyBytes && other.shape.type === bytesType) return other;
  if (data.length === 0 && self.shape.type === bytesType) return self;
  return new PyBytes(concatTwo(self.data, data));
}

/** `left + right` of objects that are of no subclass. */
export function concatPlainBytes(left: PyBytes, right: PyBytes): PyBytes {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  if (left.length + right.length <= SHORT) return PyBytes.ofTwo(left, right);
  return new PyBytes(concatTwo(left.data, right.data));
}

/** Any failure to get at the buffer is reported so. */
export function notConcatenable(other: Value, name: string): Exit {
  return raiseTypeError(`can't concat ${typeName(other)} to ${name}`);
}

function getItem(self: PyBytes, key: Value): Result {
  if (typeof key === 'number') {
    const { length } = self;
    const index = key < 0 ? key + length : key;
    return index >= 0 && index < length ? self.at(index) : raise('IndexError', 'index out of range');
  }
  const index = indexOfKey(key, 'byte');
  if (index === EXIT) return EXIT;
  if (index !== NOT_AN_INDEX) return getItem(self, index as number);
  const { data } = self;
  const slice = sliceOfBytes(data, key);
  if (slice === EXIT) return EXIT;
  if (slice === data && self.shape.type === bytesType) return self;
  return bytesWith(slice as Uint8Array);
}

const constructor = new BuiltinDefinition('bytes(source=<absent>, encoding=<absent>, errors=<absent>)', '', () => null);

function newBytes(cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (args.length === 1 && keywords === null) return makeBytes(cls, args[0], undefined, undefined);
  try {
    const [source, encoding, errors] = bindArguments(constructor, args, keywords) as (Value | undefined)[];
    return makeBytes(cls, source, encoding, errors);
  } catch (thrown) {
    return caught(thrown);
  }
}

function makeBytes(
  cls: PyType,
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
): Result {
  if (source !== undefined && encoding === undefined && errors === undefined) {
    const own = bytesOfObject(source);
    if (own === EXIT) return EXIT;
    if (own !== undefined) return cls === bytesType ? own : adopt(new PyBytes((own as PyBytes).data), cls);
  }
  const data = bytesFromSource(source, encoding, errors, 'bytes');
  if (data === EXIT) return EXIT;
  const made = new PyBytes(data as Uint8Array);
  return cls === bytesType ? made : adopt(made, cls);
}

/** What `__bytes__` gives, and exact bytes as they are; `undefined` for everything else. */
export function bytesOfObject(source: Value): PyBytes | Exit | undefined {
  if (source instanceof PyBytes && source.shape.type === bytesType) return source;
  const made = callSpecial(source, '__bytes__', []);
  if (made === undefined || made === EXIT || made instanceof PyBytes) return made as PyBytes | Exit | undefined;
  return raiseTypeError(`__bytes__ returned non-bytes (type ${typeName(made as Value)})`);
}

function moduloOf(self: PyBytes, values: Value): Result {
  const data = formatBytes(self.data, values);
  return data === EXIT ? EXIT : new PyBytes(data as Uint8Array);
}

/** The object itself if its class is bytes, else an exact copy (`__bytes__`, `__getnewargs__`). */
function exactBytes(self: PyBytes): PyBytes {
  return self.shape.type === bytesType ? self : new PyBytes(self.data);
}

export const bytesType: PyType = builtinType<PyBytes>('bytes', {
  base: objectType,
  layout: PyBytes,
  doc: `
    bytes(iterable_of_ints) -> bytes
    bytes(string, encoding[, errors]) -> bytes
    bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
    bytes(int) -> bytes object of size given by the parameter initialized with null bytes
    bytes() -> empty bytes object

    Construct an immutable array of bytes from:
      - an iterable yielding integers in range(256)
      - a text string encoded using the specified encoding
      - any object implementing the buffer API.
      - an integer
  `,
  slots: {
    new: newBytes,
    repr: (self: PyBytes) => reprBytes(self.data),
    str: (self: PyBytes) => warnedText(self as Value & PyBytes, 'bytes', ({ data }) => reprBytes(data)),
    hash: (self: PyBytes) => self.hashValue(),
    len: (self: PyBytes) => self.length,
    iter: (self: PyBytes) => new PyBytesIterator(self),
    getItem,
    contains: (self: PyBytes, item) => containsByte(self.data, item),
    compare: (self: PyBytes, other, operator) =>
      other instanceof PyBytes && other.shape === bytesType.instanceShape && (operator === 2 || operator === 3)
        ? self.holdsSame(other) === (operator === 2)
        : comparesAs(self, self.data, other, operator),
    concat,
    repeat: (self: PyBytes, count) => {
      const data = repeated(self.data, count, 'bytes');
      if (data === EXIT) return EXIT;
      return data === self.data && self.shape.type === bytesType ? self : new PyBytes(data as Uint8Array);
    },
    modulo: moduloOf,
    rmodulo: (self: PyBytes, other) => (other instanceof PyBytes ? moduloOf(other, self) : NotImplemented),
  },
  define(bytes) {
    defineBytesMethods(bytes, 'bytes', bytesWith);
    defineBufferMethods(bytes as never, false);
    bytes.method('__bytes__(self, /)', 'Convert this value to exact type bytes.', exactBytes);
    bytes.method('__sizeof__(self, /)', 'Size of object in memory, in bytes.', (self) => 33 + self.length);
    bytes.method('__getnewargs__(self, /)', '', (self) => new PyTuple([exactBytes(self)]) as Value);
  },
});

plainBytes.add(bytesType);
immutableTypes.add(bytesType);
byteStrings.push(PyBytes);
bytesFromTable.of = (data) => new PyBytes(data);
bytesLiteral.of = (text) => new PyBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)));
