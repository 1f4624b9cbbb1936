/**
 * Compression to DEFLATE data (RFC 1951): LZ77 with chains of positions that share their first three bytes, and lazy matching.
 *
 * Input is kept until a flush or until there is enough for a block; matches reach back 32 KiB, over the ends of blocks.
 */
import { BlockWriter, type Symbols } from './block-writer.ts';
import { MAX_MATCH, MIN_MATCH, WINDOW_SIZE } from './tables.ts';
import { copyBytes } from '../../util/copy-bytes.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

/** How hard a level tries; zlib's numbers, so that sizes are as expected. */
interface Effort {
  /** Candidates that are looked at. */
  readonly chain: number;
  /** With a match of this length in hand only a quarter of them. */
  readonly good: number;
  /** A match of this length ends the search. */
  readonly nice: number;
  /** Matches shorter than this wait for a longer one at the next byte; 0 never waits. */
  readonly lazy: number;
  /** Where nothing waits: longer matches are not put into the chains. */
  readonly insert: number;
}

const effort = (good: number, lazy: number, nice: number, chain: number): Effort => ({
  chain,
  good,
  nice,
  lazy,
  insert: MAX_MATCH,
});
const quick = (insert: number, nice: number, chain: number): Effort => ({ chain, good: 4, nice, lazy: 0, insert });

const EFFORTS: readonly Effort[] = [
  quick(0, 0, 0),
  quick(4, 8, 4),
  quick(5, 16, 8),
  quick(6, 32, 32),
  effort(4, 4, 16, 16),
  effort(8, 16, 32, 32),
  effort(8, 16, 128, 128),
  effort(8, 32, 128, 256),
  effort(32, 128, 258, 1024),
  effort(32, 258, 258, 4096),
];

/** Strategies, by zlib's numbers. */
const FILTERED = 1;
export const HUFFMAN_ONLY = 2;
export const RLE = 3;
export const FIXED = 4;

const HASH_BITS = 15;
const HASH_SIZE = 1 << HASH_BITS;
/** A match of three bytes so far back costs more than its literals. */
const TOO_FAR = 4096;
/** Symbols in a block. */
const BLOCK_SYMBOLS = 16383;

interface Match {
  length: number;
  distance: number;
}

const NO_MATCH: Match = { length: 0, distance: 0 };

export class Deflater {
  readonly level: number;
  private readonly strategy: number;
  private readonly maxDistance: number;
  private blocks: BlockWriter;
  /** History and input: positions in it are what the chains hold. */
  private data: Uint8Array;
  private length: number;
  /** Up to where the data has become symbols. */
  private position: number;
  /** Where the data of the block that is being made begins. */
  private blockStart: number;
  /** Up to where positions are in the chains. */
  private indexed: number;
  /** Latest position of each hash, plus one; and the position before it, by position. */
  private heads: Int32Array;
  private previous: Int32Array;
  private distances: Uint16Array;
  private values: Uint16Array;
  private count: number;

  constructor(level: number, strategy: number, windowBits: number) {
    this.level = level < 0 ? 6 : level;
    this.strategy = strategy;
    this.maxDistance = Math.max(1, Math.min(WINDOW_SIZE, 1 << windowBits) - MAX_MATCH - MIN_MATCH - 1);
    this.blocks = new BlockWriter();
    this.data = new Uint8Array(65536);
    this.length = 0;
    this.position = 0;
    this.blockStart = 0;
    this.indexed = 0;
    this.heads = new Int32Array(HASH_SIZE);
    this.previous = new Int32Array(65536);
    this.distances = new Uint16Array(BLOCK_SYMBOLS);
    this.values = new Uint16Array(BLOCK_SYMBOLS);
    this.count = 0;
  }

  copy(): Deflater {
    const other = Object.assign(Object.create(Deflater.prototype) as Deflater, this);
    other.blocks = new BlockWriter(this.blocks.writer.copy());
    other.data = this.data.slice();
    other.heads = this.heads.slice();
    other.previous = this.previous.slice();
    other.distances = this.distances.slice();
    other.values = this.values.slice();
    return other;
  }

  /** Text before the first input that matches may refer to. */
  setDictionary(dictionary: Uint8Array): void {
    this.add(dictionary.subarray(Math.max(0, dictionary.length - WINDOW_SIZE)));
    this.position = this.length;
    this.blockStart = this.length;
    this.indexUpTo(this.length);
  }

  /** Takes input; what it makes of it comes out with `drain`. */
  write(input: Uint8Array): void {
    const piece = 1 << 18;
    for (let start = 0; start < input.length; start += piece) {
      this.slide();
      this.add(input.subarray(start, start + piece));
      worked(piece >> 4);
      if (this.level !== 0) this.compress(MAX_MATCH + MIN_MATCH);
    }
  }

  drain(): Uint8Array {
    return this.blocks.writer.drain();
  }

  private add(input: Uint8Array): void {
    if (this.length + input.length > this.data.length) {
      const size = Math.max(this.length + input.length, this.data.length * 2);
      const data = newBytes(size);
      copyBytes(this.data.subarray(0, this.length), data, 0);
      // Without matches there are no chains.
      if (this.level !== 0) {
        const previous = new Int32Array(size);
        previous.set(this.previous.subarray(0, this.length));
        this.previous = previous;
      }
      this.data = data;
    }
    this.data.set(input, this.length);
    this.length += input.length;
  }

  /** Drops history that no match can reach. */
  private slide(): void {
    const keepFrom = Math.min(this.blockStart, this.position - WINDOW_SIZE);
    if (keepFrom < 1 << 18) return;
    this.data.copyWithin(0, keepFrom, this.length);
    this.previous.copyWithin(0, keepFrom, this.length);
    for (let hash = 0; hash < HASH_SIZE; hash++) this.heads[hash] = Math.max(0, this.heads[hash] - keepFrom);
    const kept = this.length - keepFrom;
    for (let position = 0; position < kept; position++)
      this.previous[position] = Math.max(0, this.previous[position] - keepFrom);
    this.length = kept;
    this.position -= keepFrom;
    this.blockStart -= keepFrom;
    this.indexed = Math.max(0, this.indexed - keepFrom);
  }

  // ── Matches ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private hashAt(position: number): number {
    const { data } = this;
    return ((data[position] << 10) ^ (data[position + 1] << 5) ^ data[position + 2]) & (HASH_SIZE - 1);
  }

  /** Puts positions into the chains. */
  private indexUpTo(end: number): void {
    const last = Math.min(end, this.length - MIN_MATCH + 1);
    for (; this.indexed < last; this.indexed++) {
      const hash = this.hashAt(this.indexed);
      this.previous[this.indexed] = this.heads[hash];
      this.heads[hash] = this.indexed + 1;
    }
  }

  private lengthOfMatch(candidate: number, position: number, limit: number): number {
    const { data } = this;
    let length = 0;
    while (length < limit && data[candidate + length] === data[position + length]) length++;
    return length;
  }

  /** The longest match for the data at a position that is longer than `atLeast`. */
  private longest(position: number, atLeast: number): Match {
    const limit = Math.min(MAX_MATCH, this.length - position);
    if (limit < MIN_MATCH || this.strategy === HUFFMAN_ONLY) return NO_MATCH;
    if (this.strategy === RLE) return this.runAt(position, limit);
    const { chain, good, nice, lazy } = EFFORTS[this.level];
    this.indexUpTo(position);
    let best = atLeast;
    let distance = 0;
    let candidate = this.heads[this.hashAt(position)] - 1;
    // As in zlib, the very first byte begins no match.
    const oldest = Math.max(1, position - this.maxDistance);
    for (let tries = atLeast >= good ? chain >> 2 : chain; candidate >= oldest && tries > 0; tries--) {
      const length =
        this.data[candidate + best] === this.data[position + best] || best === 0
          ? this.lengthOfMatch(candidate, position, limit)
          : 0;
      if (length > best) {
        best = length;
        distance = position - candidate;
        if (length >= Math.min(nice, limit)) break;
      }
      candidate = this.previous[candidate] - 1;
    }
    if (distance === 0 || best < MIN_MATCH || (lazy > 0 && this.isPoor(best, distance))) return NO_MATCH;
    return { length: best, distance };
  }

  /** A match that would cost more than its literals. */
  private isPoor(length: number, distance: number): boolean {
    return (length === MIN_MATCH && distance > TOO_FAR) || (length <= 5 && this.strategy === FILTERED);
  }

  private runAt(position: number, limit: number): Match {
    if (position === 0) return NO_MATCH;
    const length = this.lengthOfMatch(position - 1, position, limit);
    return length >= MIN_MATCH ? { length, distance: 1 } : NO_MATCH;
  }

  /** Makes symbols of the input but for the last `lookahead` bytes, which may belong to a longer match. */
  private compress(lookahead: number): void {
    const { lazy, insert } = EFFORTS[this.level];
    const end = this.length - lookahead;
    while (this.position < end) {
      worked(8);
      let match = this.longest(this.position, MIN_MATCH - 1);
      while (match.length > 0 && match.length < lazy) {
        const better = this.longest(this.position + 1, match.length);
        if (better.length <= match.length) break;
        this.symbol(0, this.data[this.position++]);
        match = better;
      }
      if (match.length > 0) {
        this.symbol(match.distance, match.length);
        this.indexUpTo(this.position + (match.length <= insert ? match.length : 1));
        this.position += match.length;
        if (match.length > insert) this.indexed = Math.max(this.indexed, this.position);
      } else {
        this.symbol(0, this.data[this.position++]);
      }
    }
  }

  private symbol(distance: number, value: number): void {
    this.distances[this.count] = distance;
    this.values[this.count++] = value;
    if (this.count === BLOCK_SYMBOLS) this.flushInMiddle(distance === 0 ? 1 : value);
  }

  /** A block that fills up within a step ends behind the last symbol. */
  private flushInMiddle(width: number): void {
    const position = this.position;
    this.position += this.distances[this.count - 1] === 0 ? 0 : width;
    this.endBlock(false);
    this.position = position;
  }

  private endBlock(isLast: boolean): void {
    const symbols: Symbols = { distances: this.distances, values: this.values, count: this.count };
    const source = this.data.subarray(this.blockStart, this.position);
    if (this.level === 0) this.blocks.stored(source, isLast);
    else this.blocks.write(symbols, source, isLast, this.strategy === FIXED);
    this.blockStart = this.position;
    this.count = 0;
  }

  // ── Flushing ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private finishInput(): void {
    if (this.level === 0) this.position = this.length;
    else this.compress(0);
  }

  /** Everything so far, ended by the last block. */
  finish(): void {
    this.finishInput();
    this.endBlock(true);
    this.blocks.writer.align();
  }

  /** Everything so far, up to a byte boundary; `forgets` starts the history anew. */
  sync(forgets: boolean): void {
    this.flushBlock();
    this.blocks.stored(new Uint8Array(0), false);
    if (forgets) this.heads.fill(0);
  }

  /** Everything so far, ended by an empty block of ten bits. */
  partial(): void {
    this.flushBlock();
    this.blocks.emptyFixed();
  }

  /** Everything so far as a block. */
  flushBlock(): void {
    this.finishInput();
    if (this.blockStart < this.position) this.endBlock(false);
  }
}
