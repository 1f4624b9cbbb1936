/** Bits into bytes, least significant first. */
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
    if (this.length === this.bytes.length) {
      const larger = newBytes(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
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
    for (const byte of bytes) this.byte(byte);
  }

  /** Takes the whole bytes that are there. */
  drain(): Uint8Array {
    const bytes = this.bytes.slice(0, this.length);
    this.length = 0;
    return bytes;
  }
}
