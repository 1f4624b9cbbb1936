/** Bytes on their way from one end of a pipe or stream to the other: first in, first out, bounded. Copies what it gets. */

export class ByteQueue {
  readonly capacity: number;
  length: number;
  private readonly chunks: Uint8Array[];
  /** First chunk that is not used up, and how much of it is. */
  private head: number;
  private offset: number;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.length = 0;
    this.chunks = [];
    this.head = 0;
    this.offset = 0;
  }

  get room(): number {
    return this.capacity - this.length;
  }

  /** Takes as much of `data` as there is room for; answers how much. */
  push(data: Uint8Array): number {
    const count = Math.min(data.length, this.room);
    if (count === 0) return 0;
    this.chunks.push(data.slice(0, count));
    this.length += count;
    return count;
  }

  /** Fills `buffer` as far as the bytes reach, and keeps them when only peeking; answers how many. */
  pull(buffer: Uint8Array, peek = false): number {
    let filled = 0;
    let { head, offset } = this;
    while (filled < buffer.length && head < this.chunks.length) {
      const part = this.chunks[head].subarray(offset, offset + buffer.length - filled);
      buffer.set(part, filled);
      filled += part.length;
      offset += part.length;
      if (offset === this.chunks[head].length) {
        head++;
        offset = 0;
      }
    }
    if (!peek) this.advance(head, offset, filled);
    return filled;
  }

  private advance(head: number, offset: number, count: number): void {
    this.head = head;
    this.offset = offset;
    this.length -= count;
    // Used chunks are dropped in batches: shifting at every read would be quadratic.
    if (head > 64 || head === this.chunks.length) {
      this.chunks.splice(0, head);
      this.head = 0;
    }
  }
}
