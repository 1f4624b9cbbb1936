/** Bytes written and read one after the other: variable-length integers, text and runs of bytes. */
import { copyBytes, slicedBytes } from './copy-bytes.ts';
import { newBytes } from './new-bytes.ts';

/** Appends to a buffer that grows. */
export class ByteWriter {
  private bytes: Uint8Array;
  length: number;

  constructor(capacity = 64) {
    this.bytes = new Uint8Array(capacity);
    this.length = 0;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = value;
  }

  /** A non-negative integer below 2^53: seven bits a byte, the lowest first. */
  varint(value: number): void {
    while (value >= 0x80) {
      this.byte((value & 0x7f) | 0x80);
      value = value < 0x80000000 ? value >>> 7 : Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  /** An integer of at most 52 bits, small ones of either sign in few bytes (zigzag). */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  append(bytes: Uint8Array): void {
    this.grow(this.length + bytes.length);
    copyBytes(bytes, this.bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array {
    return slicedBytes(this.bytes, 0, this.length);
  }

  private grow(needed: number): void {
    if (needed <= this.bytes.length) return;
    const larger = newBytes(Math.max(needed, this.bytes.length * 2));
    copyBytes(this.bytes.subarray(0, this.length), larger, 0);
    this.bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.bytes = bytes;
    this.offset = offset;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.offset++];
  }

  varint(): number {
    const first = this.bytes[this.offset++];
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let scale = 0x80;
    for (;;) {
      const next = this.bytes[this.offset++];
      value += (next & 0x7f) * scale;
      if (next < 0x80) return value;
      scale *= 0x80;
    }
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The next `count` bytes, without copying them. */
  take(count: number): Uint8Array {
    const start = this.offset;
    this.offset += count;
    return this.bytes.subarray(start, this.offset);
  }
}
