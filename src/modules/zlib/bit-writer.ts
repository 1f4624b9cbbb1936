/** Bits into bytes, least significant first. */
import { copyBytes, slicedBytes } from '../../util/copy-bytes.ts';
import { newBytes } from '../../util/new-bytes.ts';

export class BitWriter {
  private bytes: Uint8Array;
  private length: number;
  private bits: number;
  private bitCount: number;

  constructor() {
    this.bytes = new Uint8Array(1024);
    this.length = 0;
    this.bits = 0;
    this.bitCount = 0;
  }

  copy(): BitWriter {
    const other = Object.assign(new BitWriter(), this);
    other.bytes = this.bytes.slice();
    return other;
  }

  private byte(byte: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = byte;
  }

  private grow(needed: number): void {
    const larger = newBytes(Math.max(needed, this.bytes.length * 2));
    copyBytes(this.bytes.subarray(0, this.length), larger, 0);
    this.bytes = larger;
  }

  /** At most 16 bits. */
  put(value: number, count: number): void {
    this.bits |= value << this.bitCount;
    this.bitCount += count;
    while (this.bitCount >= 8) {
      this.byte(this.bits & 0xff);
      this.bits >>>= 8;
      this.bitCount -= 8;
    }
  }

  /** Fills the last byte with zeros. */
  align(): void {
    if (this.bitCount > 0) this.put(0, 8 - this.bitCount);
  }

  /** Whole bytes; the writer is aligned. */
  append(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (length > this.bytes.length) this.grow(length);
    copyBytes(bytes, this.bytes, this.length);
    this.length = length;
  }

  /** Takes the whole bytes that are there. */
  drain(): Uint8Array {
    const bytes = slicedBytes(this.bytes, 0, this.length);
    this.length = 0;
    return bytes;
  }
}
