/** What all hashes have in common: bytes go in, a digest comes out, at any time and without an end. */
import { worked } from '../work.ts';

export interface Hash {
  update(data: Uint8Array): void;
  /** The digest of what came in so far; more may follow. */
  digest(): Uint8Array;
  copy(): Hash;
}

/**
 * Hashes that take their input in blocks and close it with a bit, zeros, and the length (Merkle-Damgard): MD5, SHA-1, SHA-2.
 * `length` counts bytes: below 2^53.
 */
export abstract class BlockHash implements Hash {
  protected readonly state: Int32Array;
  private readonly block: Uint8Array;
  private filled: number;
  private length: number;

  constructor(state: Int32Array, blockSize: number) {
    this.state = state;
    this.block = new Uint8Array(blockSize);
    this.filled = 0;
    this.length = 0;
  }

  /** Mixes the block at an offset into the state. */
  protected abstract compress(view: DataView, offset: number): void;
  /** A hash of the same kind with a copy of the state. */
  protected abstract fork(state: Int32Array): BlockHash;
  /** Bytes that hold the length, in bits, at the end of the last block; and their order. */
  protected abstract readonly lengthSize: number;
  protected abstract readonly isLittleEndian: boolean;
  protected abstract readonly digestSize: number;

  update(data: Uint8Array): void {
    const size = this.block.length;
    this.length += data.length;
    let offset = 0;
    if (this.filled > 0) {
      offset = Math.min(size - this.filled, data.length);
      this.block.set(data.subarray(0, offset), this.filled);
      this.filled += offset;
      if (this.filled < size) return;
      this.compress(new DataView(this.block.buffer), 0);
    }
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    for (; offset + size <= data.length; offset += size) {
      worked(size >> 2);
      this.compress(view, offset);
    }
    this.block.set(data.subarray(offset));
    this.filled = data.length - offset;
  }

  copy(): BlockHash {
    const copy = this.fork(this.state.slice());
    copy.block.set(this.block);
    copy.filled = this.filled;
    copy.length = this.length;
    return copy;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.finish();
    const digest = new DataView(new ArrayBuffer(this.state.length * 4));
    last.state.forEach((word, index) => digest.setInt32(index * 4, word, this.isLittleEndian));
    return new Uint8Array(digest.buffer).slice(0, this.digestSize);
  }

  private finish(): void {
    const size = this.block.length;
    const needed = this.filled + 1 + this.lengthSize;
    const padding = new Uint8Array(needed <= size ? size - this.filled : 2 * size - this.filled);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    const [low, high] = [(this.length * 8) >>> 0, Math.floor(this.length / 2 ** 29)];
    view.setUint32(padding.length - (this.isLittleEndian ? 8 : 4), low, this.isLittleEndian);
    view.setUint32(padding.length - (this.isLittleEndian ? 4 : 8), high, this.isLittleEndian);
    this.update(padding);
  }
}
