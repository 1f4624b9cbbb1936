/**
 * `array.array`: items of one machine type in a row.
 *
 * The items are the first `length * itemSize` bytes of `storage`, which leaves room for amortised growth; while memory is lent to others
 * the length cannot change. Compiled code reads and writes `items`, an array of JavaScript over all of `storage`, below `length`.
 */
import { type BufferExporter, LentBuffer, Loans } from '../../objspace/buffer.ts';
import { raise } from '../../objspace/exception.ts';
import {
  type HasMachineItems,
  type ItemFormat,
  type MachineItems,
  machineItems,
  viewOf,
} from '../../objspace/item-format.ts';
import { type Exit, EXIT, PyObject, type Value } from '../../objspace/object.ts';
import { type Text, TextBuilder } from '../../objspace/types/str/text.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { allocate } from '../../objspace/types/bytes/allocate.ts';
import type { TypeCode } from './typecodes.ts';
import { slicedBytes } from '../../util/copy-bytes.ts';
import { worked } from '../../util/work.ts';

/** Work of reading a character. */
const CHARACTER_WORK = 4;

const NOTHING = new Uint8Array(0);

/** Room for bytes that go on growing. */
function roomFor(size: number): number {
  return size + Math.floor(size / 8) + 64;
}

export class PyArray extends PyObject implements BufferExporter, HasMachineItems {
  readonly code: TypeCode;
  private storage: Uint8Array;
  private dataView: DataView;
  length: number;
  /** An array of JavaScript over the items; null where there is none (item-format.ts). */
  items: MachineItems | null;
  readonly loans: Loans;

  constructor(code: TypeCode) {
    super();
    this.code = code;
    this.storage = NOTHING;
    this.dataView = viewOf(NOTHING);
    this.length = 0;
    this.items = machineItems(code.item, NOTHING, 0, 0);
    this.loans = new Loans();
  }

  /** How the items are in memory. */
  get format(): ItemFormat {
    return this.code.item;
  }

  get itemSize(): number {
    return this.code.size;
  }

  /** The bytes of the items. */
  get data(): Uint8Array {
    return this.storage.subarray(0, this.length * this.code.size);
  }

  /** The item at an index within the length. */
  get(index: number): Value {
    return this.code.read(this.dataView, index * this.code.size);
  }

  /** Stores what `code.take` has made of a value at an index within the length. */
  put(index: number, taken: number | bigint): void {
    this.format.put(this.dataView, index * this.format.size, taken);
  }

  checkResizable(): true | Exit {
    if (!this.loans.isLocked((owner) => owner === this)) return true;
    return raise('BufferError', 'cannot resize an array that is exporting buffers');
  }

  /** Changes the length; new items are zero. */
  resize(length: number): true | Exit {
    if (length === this.length) return true;
    if (this.checkResizable() === EXIT) return EXIT;
    const size = length * this.code.size;
    if (size > this.storage.length) {
      if (this.moveTo(Math.max(size, Math.min(roomFor(size), 2 ** 32))) === EXIT) return EXIT;
    } else if (length < this.length && size < this.storage.length >> 2) {
      this.useStorage(this.storage.slice(0, size));
    } else if (length < this.length) {
      this.storage.fill(0, size, this.length * this.code.size);
    }
    this.length = length;
    return true;
  }

  /** Makes room for so many more items, which come one by one. */
  reserve(count: number): true | Exit {
    const size = (this.length + count) * this.code.size;
    return size > this.storage.length && this.checkResizable() === true ? this.moveTo(size) : true;
  }

  private moveTo(size: number): true | Exit {
    const larger = allocate(size);
    if (larger === EXIT) return EXIT;
    (larger as Uint8Array).set(this.data);
    this.useStorage(larger as Uint8Array);
    return true;
  }

  private useStorage(storage: Uint8Array): void {
    this.storage = storage;
    this.dataView = viewOf(storage);
    this.items = machineItems(this.format, storage, 0, Math.floor(storage.length / this.format.size));
  }

  /** All items anew, as bytes whose length is a multiple of the item size; takes them over. */
  setData(data: Uint8Array): void {
    this.useStorage(data);
    this.length = data.length / this.code.size;
  }

  append(value: Value): true | Exit {
    return this.insert(this.length, value);
  }

  /**
   * Inserts before `index`, which is in 0 .. length. What is no plain number is converted twice, as CPython does it: before room is made, to see
   * that it can be, and when it is stored. Both may run Python code that changes the array.
   */
  insert(index: number, value: Value): true | Exit {
    const { length, itemSize } = this;
    const taken = this.code.take(value);
    if (taken === EXIT || this.resize(length + 1) === EXIT) return EXIT;
    if (index < length) this.data.copyWithin((index + 1) * itemSize, index * itemSize, length * itemSize);
    const stored = typeof value === 'number' || value instanceof PyFloat ? taken : this.code.take(value);
    if (stored === EXIT) return EXIT;
    if (index >= this.length) return raise('IndexError', 'array assignment index out of range');
    this.put(index, stored as number | bigint);
    return true;
  }

  /** As `append` for the items of lists and tuples, which are converted once. */
  appendOnce(value: Value): true | Exit {
    // Conversion may run Python code that changes the array: it comes first.
    const taken = this.code.take(value);
    if (taken === EXIT || this.resize(this.length + 1) === EXIT) return EXIT;
    this.put(this.length - 1, taken as number | bigint);
    return true;
  }

  /** Puts `bytes` in the place of the items [from, to). */
  splice(from: number, to: number, bytes: Uint8Array): true | Exit {
    const { size } = this.code;
    const source = bytes.buffer === this.storage.buffer ? slicedBytes(bytes, 0, bytes.length) : bytes;
    const tail = slicedBytes(this.storage, to * size, this.length * size);
    const length = this.length - (to - from) + source.length / size;
    if (length !== this.length && this.checkResizable() === EXIT) return EXIT;
    if (this.resize(length) === EXIT) return EXIT;
    this.storage.set(source, from * size);
    this.storage.set(tail, from * size + source.length);
    return true;
  }

  exportBuffer(_flags: number): LentBuffer | Exit {
    const layout = {
      format: this.code.format,
      itemSize: this.code.size,
      shape: [this.length],
      strides: [this.code.size],
    };
    return new LentBuffer(this, this.data, 0, false, layout, this.loans.add());
  }

  /** The text of an array of characters; throws where a number is no code point. */
  text(): Text {
    const builder = new TextBuilder();
    for (let index = 0; index < this.length; index++) {
      worked(CHARACTER_WORK);
      builder.append(this.get(index) as Text);
    }
    return builder.finish();
  }
}
