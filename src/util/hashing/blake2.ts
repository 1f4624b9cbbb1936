/** What BLAKE2b and BLAKE2s have in common (RFC 7693): parameters, buffering, the last block. */
import type { Hash } from './hash.ts';
import { worked } from '../work.ts';

export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly isLastNode: boolean;
}

/** The order in which each round takes the words of the block. */
export const ORDERS: readonly Uint8Array[] = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map((order) => Uint8Array.from(order, (digit) => Number.parseInt(digit, 16)));

/** Columns, then diagonals: the four words that each step mixes. */
export const QUARTERS: readonly (readonly [number, number, number, number])[] = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
];

export abstract class Blake2 implements Hash {
  protected readonly parameters: Blake2Parameters;
  protected readonly state: Int32Array;
  protected readonly block: Uint8Array;
  private filled: number;
  /** Bytes that are mixed in. */
  private length: number;

  constructor(parameters: Blake2Parameters, state: Int32Array, blockSize: number) {
    this.parameters = parameters;
    this.state = state;
    this.block = new Uint8Array(blockSize);
    this.filled = 0;
    this.length = 0;
  }

  get digestSize(): number {
    return this.parameters.digestSize;
  }

  /** Mixes the block into the state; `length` counts it in. */
  protected abstract compress(length: number, isLast: boolean): void;
  protected abstract fork(state: Int32Array): Blake2;

  /** The key is the first block of the input. */
  protected absorbKey(): void {
    if (this.parameters.key.length === 0) return;
    const block = new Uint8Array(this.block.length);
    block.set(this.parameters.key);
    this.update(block);
  }

  update(data: Uint8Array): void {
    let offset = 0;
    while (offset < data.length) {
      // A full block waits for more: the last one is mixed in another way.
      if (this.filled === this.block.length) {
        worked(50);
        this.length += this.filled;
        this.compress(this.length, false);
        this.filled = 0;
      }
      const part = data.subarray(offset, offset + this.block.length - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      offset += part.length;
    }
  }

  copy(): Blake2 {
    const copy = this.fork(this.state.slice());
    copy.block.set(this.block);
    copy.filled = this.filled;
    copy.length = this.length;
    return copy;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.block.fill(0, last.filled);
    last.compress(last.length + last.filled, true);
    return new Uint8Array(last.state.buffer).slice(0, this.parameters.digestSize);
  }
}
