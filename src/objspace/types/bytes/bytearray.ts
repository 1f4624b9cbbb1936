/**
 * `bytearray`: a mutable run of bytes.
 *
 * The bytes are storage[start .. start+length): room is left at the end for amortised growth, and bytes deleted at the front are only
 * skipped, so that a bytearray serves as a queue. While memory is lent to others the length cannot change.
 */
import {
  type BufferExporter,
  bytesOf,
  defineBufferMethods,
  LentBuffer,
  Loans,
  plainBytes,
  type PyBytesLike,
} from '../../buffer.ts';
import { byteLayout } from '../../buffer-layout.ts';
import { raise } from '../../exception.ts';
import { builtinType, initSlot } from '../../gateway/builtin-type.ts';
import { adopt } from '../../instance.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../object.ts';
import type { PyType } from '../../type.ts';
import { objectType } from '../object-type.ts';
import { bytesFromSource } from './byte-values.ts';
import { deleteItems, setItems } from './bytearray-items.ts';
import { defineByteArrayMethods } from './bytearray-methods.ts';
import { bytesType, notConcatenable, PyBytes } from './bytes.ts';
import { PyByteArrayIterator } from './iterator.ts';
import { byteStrings, defineBytesMethods } from './methods.ts';
import { formatBytes } from './percent.ts';
import { concatBytes } from './search.ts';
import { warnedText } from './bytes-warning.ts';
import { comparesAs, containsByte, indexOfKey, NOT_AN_INDEX, repeated, sliceOfBytes } from './sequence.ts';
import { NotImplemented } from '../not-implemented.ts';
import { reprBytes } from '../../../util/repr.ts';
import { typeName } from '../../operations.ts';
import { newBytes } from '../../../util/new-bytes.ts';
import { STRIDE, worked } from '../../../util/work.ts';

/** Of the number of bytes that are moved in a unit of work, the logarithm. */
const COPIED = 6;

const NO_BYTES = new Uint8Array(0);
const FEW_BYTES = 64;
/** Storage below this size is never given back. */
const KEPT_BYTES = 256;

export class PyByteArray extends PyObject implements BufferExporter {
  private storage: Uint8Array;
  private start: number;
  length: number;
  readonly loans: Loans;
  /** The live bytes as an array, made when asked for. */
  private view: Uint8Array | null;

  /** Takes ownership of `data`. */
  constructor(data: Uint8Array = NO_BYTES) {
    super();
    this.storage = data;
    this.start = 0;
    this.length = data.length;
    this.loans = new Loans();
    this.view = data;
  }

  /** The bytes as they are now; not to be kept beyond the next change of length. */
  get data(): Uint8Array {
    this.view ??= this.storage.subarray(this.start, this.start + this.length);
    return this.view;
  }

  /** The byte at a position within the length. */
  at(position: number): number {
    return this.storage[this.start + position];
  }

  put(position: number, byte: number): void {
    this.storage[this.start + position] = byte;
  }

  /** Bytes that can be held without moving, one for C's final zero included. */
  get capacity(): number {
    return this.storage.length === 0 ? 0 : this.storage.length - this.start + 1;
  }

  checkResizable(): true | Exit {
    if (!this.loans.isLocked((owner) => owner === this)) return true;
    return raise('BufferError', 'Existing exports of data: object cannot be re-sized');
  }

  /** Changes the length at the end; new bytes are zero. */
  resize(length: number): true | Exit {
    if (length === this.length) return true;
    if (this.checkResizable() === EXIT) return EXIT;
    if (length > this.storage.length - this.start) {
      if (length > 2 ** 32) return raise('MemoryError');
      this.move(length);
    } else if (length < this.length) {
      this.storage.fill(0, this.start + length, this.start + this.length);
    }
    this.length = length;
    this.view = null;
    this.shrink();
    return true;
  }

  /** Gives up the last byte. */
  dropLast(): true | Exit {
    const length = this.length - 1;
    if (!this.loans.areNone) return this.resize(length);
    this.length = length;
    this.view = null;
    this.storage[this.start + length] = 0;
    if (this.storage.length >= KEPT_BYTES) this.shrink();
    return true;
  }

  /** Moves to larger storage, an eighth of it free. */
  private move(length: number): void {
    const capacity = length < 16 ? 16 : length + (length >> 3) + 8;
    // At the first growth after many deletions at the front the old storage may do.
    if (this.start > 0 && capacity <= this.storage.length) {
      this.storage.copyWithin(0, this.start, this.start + this.length);
      this.storage.fill(0, this.length, this.start + this.length);
    } else {
      const storage = newBytes(capacity);
      storage.set(this.data);
      this.storage = storage;
    }
    this.start = 0;
  }

  /** Gives back storage of which little is used. */
  private shrink(): void {
    if (this.storage.length < KEPT_BYTES || this.length >= this.storage.length >> 2) return;
    const storage = newBytes(this.length);
    storage.set(this.data);
    this.storage = storage;
    this.start = 0;
    this.view = null;
  }

  append(byte: number): true | Exit {
    const position = this.length;
    if (this.loans.areNone && this.start + position < this.storage.length) {
      this.length = position + 1;
      this.view = null;
    } else if (this.resize(position + 1) === EXIT) return EXIT;
    this.storage[this.start + position] = byte;
    return true;
  }

  extend(bytes: Uint8Array): true | Exit {
    const source = this.apart(bytes);
    const position = this.length;
    if (this.resize(position + source.length) === EXIT) return EXIT;
    this.storage.set(source, this.start + position);
    return true;
  }

  /** Appends what never shares our memory. */
  extendBy(bytes: PyBytes): true | Exit {
    const position = this.length;
    if (this.resize(position + bytes.length) === EXIT) return EXIT;
    bytes.copyTo(this.storage, this.start + position);
    return true;
  }

  /**
   * The bytes, which may be our own, where changes of the storage do not touch them. Few are copied unseen: asking a short array for its memory
   * makes the engine move it, which takes ten times as long.
   */
  private apart(bytes: Uint8Array): Uint8Array {
    if (bytes.length === 0) return bytes;
    return bytes.length <= FEW_BYTES || bytes.buffer === this.storage.buffer ? bytes.slice() : bytes;
  }

  /** Puts `bytes` in the place of [from, to). */
  splice(from: number, to: number, bytes: Uint8Array): true | Exit {
    const growth = bytes.length - (to - from);
    if (growth !== 0 && this.checkResizable() === EXIT) return EXIT;
    const source = this.apart(bytes);
    if (from === 0 && growth < 0) {
      this.dropFront(-growth);
    } else if (growth < 0) {
      this.moveTail(to, growth, this.length);
      if (this.resize(this.length + growth) === EXIT) return EXIT;
    } else if (growth > 0) {
      const { length } = this;
      if (this.resize(length + growth) === EXIT) return EXIT;
      this.moveTail(to, growth, length);
    }
    if (source.length > 0) this.storage.set(source, this.start + from);
    return true;
  }

  /** Moves the bytes from `to` to the end of `length` bytes. */
  private moveTail(to: number, distance: number, length: number): void {
    const { start } = this;
    if (length - to >= STRIDE) worked((length - to) >> COPIED);
    if (length > to) this.storage.copyWithin(start + to + distance, start + to, start + length);
  }

  private dropFront(count: number): void {
    this.start += count;
    this.length -= count;
    this.view = null;
    this.shrink();
  }

  /** All bytes anew; `data` is taken over. */
  replaceAll(data: Uint8Array): true | Exit {
    if (data.length !== this.length && this.checkResizable() === EXIT) return EXIT;
    if (data.length === this.length) {
      this.data.set(data);
      return true;
    }
    this.storage = data;
    this.start = 0;
    this.length = data.length;
    this.view = data;
    return true;
  }

  exportBuffer(_flags: number): LentBuffer | Exit {
    return new LentBuffer(this, this.data, 0, false, byteLayout(this.length), this.loans.add());
  }
}

function concat(self: PyByteArray, other: Value): Result {
  const right = bytesOf(other);
  if (right === EXIT) return notConcatenable(other, typeName(self));
  return new PyByteArray(concatBytes([self.data, (right as PyBytesLike).data]));
}

function inplaceConcat(self: PyByteArray, other: Value): Result {
  if (other instanceof PyBytes && other.shape === bytesType.instanceShape)
    return self.extendBy(other) === EXIT ? EXIT : self;
  const right = bytesOf(other);
  if (right === EXIT) return notConcatenable(other, typeName(self));
  const { data } = right as PyBytesLike;
  // What is added is lent meanwhile: a bytearray cannot be added to itself.
  const done = other === self ? self.loans.pinned(() => self.extend(data)) : self.extend(data);
  return done === EXIT ? EXIT : self;
}

function inplaceRepeat(self: PyByteArray, count: Value): Result {
  const data = repeated(self.data, count);
  if (data === EXIT) return EXIT;
  if (data !== self.data && self.replaceAll(data as Uint8Array) === EXIT) return EXIT;
  return self;
}

function getItem(self: PyByteArray, key: Value): Result {
  const index = typeof key === 'number' ? key : indexOfKey(key, 'bytearray');
  if (index === EXIT) return EXIT;
  if (index === NOT_AN_INDEX) {
    const slice = sliceOfBytes(self.data, key);
    if (slice === EXIT) return EXIT;
    return new PyByteArray(slice === self.data ? self.data.slice() : (slice as Uint8Array));
  }
  const position = (index as number) < 0 ? (index as number) + self.length : (index as number);
  return position >= 0 && position < self.length
    ? self.at(position)
    : raise('IndexError', 'bytearray index out of range');
}

function moduloOf(self: PyByteArray, values: Value): Result {
  const data = self.loans.pinned(() => formatBytes(self.data, values));
  return data === EXIT ? EXIT : new PyByteArray(data as Uint8Array);
}

function reprByteArray(self: PyByteArray): string {
  const text = reprBytes(self.data);
  // Unlike bytes, CPython escapes the single quote even between double quotes.
  const inner = text[1] === '"' ? text.replaceAll("'", "\\'") : text;
  return `${self.shape.type.name}(${inner})`;
}

export const bytearrayType: PyType = builtinType<PyByteArray>('bytearray', {
  base: objectType,
  layout: PyByteArray,
  doc: `
    bytearray(iterable_of_ints) -> bytearray
    bytearray(string, encoding[, errors]) -> bytearray
    bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
    bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
    bytearray() -> empty bytes array

    Construct a mutable bytearray object from:
      - an iterable yielding integers in range(256)
      - a text string encoded using the specified encoding
      - a bytes or a buffer object
      - any object implementing the buffer API.
      - an integer
  `,
  slots: {
    new: (cls: PyType) => (cls === bytearrayType ? new PyByteArray() : adopt(new PyByteArray(), cls)),
    init: initSlot(
      'bytearray(self, source=<absent>, encoding=<absent>, errors=<absent>)',
      (self: PyByteArray, source, encoding, errors) => {
        const data = bytesFromSource(source, encoding, errors, 'bytearray');
        return data === EXIT ? EXIT : self.replaceAll(data as Uint8Array);
      },
    ),
    repr: reprByteArray,
    str: (self: PyByteArray) => warnedText(self as Value & PyByteArray, 'bytearray', reprByteArray),
    len: (self: PyByteArray) => self.length,
    iter: (self: PyByteArray) => new PyByteArrayIterator(self),
    getItem,
    setItem: (self: PyByteArray, key, value) =>
      value === undefined ? deleteItems(self, key) : setItems(self, key, value),
    contains: (self: PyByteArray, item) => self.loans.pinned(() => containsByte(self.data, item)),
    compare: (self: PyByteArray, other, operator) => comparesAs(self, self.data, other, operator),
    concat,
    repeat: (self: PyByteArray, count) => {
      const data = repeated(self.data, count);
      return data === EXIT ? EXIT : new PyByteArray(data === self.data ? self.data.slice() : (data as Uint8Array));
    },
    inplaceConcat,
    inplaceRepeat,
    modulo: moduloOf,
    rmodulo: (self: PyByteArray, other) => (other instanceof PyByteArray ? moduloOf(other, self) : NotImplemented),
  },
  define(bytearray) {
    defineBytesMethods(bytearray, 'bytearray', (data) => new PyByteArray(data));
    defineBufferMethods(bytearray as never, true);
    defineByteArrayMethods(bytearray, (data) => new PyByteArray(data));
  },
});

plainBytes.add(bytearrayType);
byteStrings.push(PyByteArray);
