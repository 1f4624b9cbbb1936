/** Collects the bytes that an encoder makes. */
import { newBytes } from '../../util/new-bytes.ts';

export class ByteSink {
  private bytes: Uint8Array;
  length: number;

  constructor(capacity = 64) {
    this.bytes = newBytes(Math.max(16, capacity));
    this.length = 0;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = newBytes(Math.max(this.length + count, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** ASCII text. */
  appendText(text: string): void {
    this.reserve(text.length);
    for (let index = 0; index < text.length; index++) this.bytes[this.length++] = text.charCodeAt(index);
  }

  /** The last byte; undefined if there is none. */
  last(): number | undefined {
    return this.length === 0 ? undefined : this.bytes[this.length - 1];
  }

  dropLast(): void {
    this.length--;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
