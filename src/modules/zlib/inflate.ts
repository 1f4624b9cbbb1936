/**
 * Decompression of DEFLATE data (RFC 1951) that comes in pieces.
 *
 * `run` goes as far as the input and the room for output allow. What cannot be finished for want of input is taken back to the
 * beginning of its step: steps are small (a symbol, a block header), so that little is read twice.
 */
import { FAST_BITS, HuffmanTable } from './huffman.ts';
import {
  CODE_ORDER,
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  FIXED_DISTANCE_LENGTHS,
  FIXED_LITERAL_LENGTHS,
  LENGTH_BASE,
  LENGTH_EXTRA,
} from './tables.ts';
import { newBytes } from '../../util/new-bytes.ts';
import { worked } from '../../util/work.ts';

/** Data that no compressor makes: the text is zlib's. */
export class InflateError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Thrown by a step that needs more input. */
const STARVED = Symbol('starved');

let fixedTables: { literals: HuffmanTable; distances: HuffmanTable } | undefined;

function fixed(): { literals: HuffmanTable; distances: HuffmanTable } {
  fixedTables ??= {
    literals: new HuffmanTable(FIXED_LITERAL_LENGTHS),
    distances: new HuffmanTable(FIXED_DISTANCE_LENGTHS),
  };
  return fixedTables;
}

type Mode = 'block' | 'stored' | 'symbols' | 'done';

export class Inflater {
  private input: Uint8Array;
  private position: number;
  private bits: number;
  private bitCount: number;
  private mode: Mode;
  private isLast: boolean;
  /** Bytes of a stored block that are left. */
  private storedLeft: number;
  private literals: HuffmanTable | undefined;
  private distances: HuffmanTable | undefined;
  /** A match that the output had no room for. */
  private copyLength: number;
  private copyDistance: number;
  /** History, then what this call made. */
  private output: Uint8Array;
  private outputEnd: number;
  /** How far matches may reach. */
  private readonly window: number;
  private room: number;

  constructor(windowBits: number) {
    this.window = 1 << windowBits;
    this.input = new Uint8Array(0);
    this.position = 0;
    this.bits = 0;
    this.bitCount = 0;
    this.mode = 'block';
    this.isLast = false;
    this.storedLeft = 0;
    this.literals = undefined;
    this.distances = undefined;
    this.copyLength = 0;
    this.copyDistance = 0;
    this.output = new Uint8Array(65536);
    this.outputEnd = 0;
    this.room = 0;
  }

  copy(): Inflater {
    const other = Object.assign(Object.create(Inflater.prototype) as Inflater, this);
    other.output = this.output.slice();
    return other;
  }

  get isDone(): boolean {
    return this.mode === 'done';
  }

  /** Text that matches may refer to before any output. */
  setDictionary(dictionary: Uint8Array): void {
    this.reserve(dictionary.length);
    this.output.set(dictionary, this.outputEnd);
    this.outputEnd += dictionary.length;
  }

  /**
   * Decompresses input[from..] into at most `room` bytes. Answers the bytes and where it stopped reading.
   */
  run(input: Uint8Array, from: number, room: number): { bytes: Uint8Array; position: number } {
    this.forgetOld();
    const start = this.outputEnd;
    this.input = input;
    this.position = from;
    this.room = room;
    try {
      while (this.step());
      // Where the output is full, whole bytes that were read ahead go back to the input.
      if (!this.isDone) this.returnBytes(from);
    } catch (thrown) {
      if (thrown !== STARVED) throw thrown;
    }
    this.input = new Uint8Array(0);
    return { bytes: this.output.slice(start, this.outputEnd), position: this.position };
  }

  /** Takes an unfinished step back. */
  private rewind(position: number, bits: number, bitCount: number): void {
    this.position = position;
    this.bits = bits;
    this.bitCount = bitCount;
  }

  /** Only what matches can reach is kept. */
  private forgetOld(): void {
    if (this.outputEnd <= 2 * 32768) return;
    this.output.copyWithin(0, this.outputEnd - 32768, this.outputEnd);
    this.outputEnd = 32768;
  }

  private reserve(count: number): void {
    if (this.outputEnd + count <= this.output.length) return;
    const larger = newBytes(Math.max(this.outputEnd + count, this.output.length * 2));
    larger.set(this.output.subarray(0, this.outputEnd));
    this.output = larger;
  }

  // ── Bits ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  private need(count: number): void {
    while (this.bitCount < count) {
      if (this.position >= this.input.length) throw STARVED;
      this.bits |= this.input[this.position++] << this.bitCount;
      this.bitCount += 8;
    }
  }

  private take(count: number): number {
    if (count === 0) return 0;
    this.need(count);
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  /** The next symbol of a code; -1 if the bits are no code. */
  private symbol(table: HuffmanTable): number {
    while (this.bitCount < FAST_BITS && this.position < this.input.length) {
      this.bits |= this.input[this.position++] << this.bitCount;
      this.bitCount += 8;
    }
    const entry = table.fast[this.bits & ((1 << FAST_BITS) - 1)];
    const length = entry & 15;
    if (length !== 0 && length <= this.bitCount) {
      this.bits >>>= length;
      this.bitCount -= length;
      return entry >> 4;
    }
    return this.slowSymbol(table);
  }

  private slowSymbol({ counts, symbols }: HuffmanTable): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length++) {
      this.need(length);
      code |= (this.bits >> (length - 1)) & 1;
      const count = counts[length];
      if (code - count < first) {
        this.bits >>>= length;
        this.bitCount -= length;
        return symbols[index + (code - first)];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  /** Whole bytes that were read ahead go back, as far as they are of this input. */
  private returnBytes(from = 0): void {
    const count = Math.min(this.bitCount >> 3, this.position - from);
    this.position -= count;
    this.bitCount -= count * 8;
    this.bits &= (1 << this.bitCount) - 1;
  }

  // ── Blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Goes on by a step; false at the end, or where the output has no room. */
  private step(): boolean {
    switch (this.mode) {
      case 'block':
        this.wholeHeader();
        return true;
      case 'stored':
        return this.storedBytes();
      case 'symbols':
        return this.symbols();
      default:
        return false;
    }
  }

  private endBlock(): void {
    this.mode = this.isLast ? 'done' : 'block';
    if (!this.isLast) return;
    this.bits >>>= this.bitCount & 7;
    this.bitCount &= ~7;
    this.returnBytes();
    // Bits of an earlier input that are left belong to what follows: at most a byte or two, given back by `rest`.
  }

  /** Whole bytes that were read before this input and not used: what follows the data begins with them. */
  rest(): Uint8Array {
    const bytes: number[] = [];
    for (; this.bitCount >= 8; this.bitCount -= 8, this.bits >>>= 8) bytes.push(this.bits & 0xff);
    return Uint8Array.from(bytes);
  }

  private wholeHeader(): void {
    const { position, bits, bitCount } = this;
    try {
      this.blockHeader();
    } catch (thrown) {
      if (thrown === STARVED) this.rewind(position, bits, bitCount);
      throw thrown;
    }
  }

  private blockHeader(): void {
    const isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 3) throw new InflateError('invalid block type');
    if (kind === 0) this.storedHeader();
    else if (kind === 1) ({ literals: this.literals, distances: this.distances } = fixed());
    else this.dynamicHeader();
    this.isLast = isLast;
    this.mode = kind === 0 ? 'stored' : 'symbols';
  }

  private storedHeader(): void {
    this.take(this.bitCount & 7);
    const length = this.take(16);
    const check = this.take(16);
    if (length !== (~check & 0xffff)) throw new InflateError('invalid stored block lengths');
    this.storedLeft = length;
  }

  private storedBytes(): boolean {
    this.returnBytes();
    // Bytes that came with an earlier input are in the bits still.
    while (this.bitCount >= 8 && this.storedLeft > 0 && this.room > 0) this.storedByte();
    const count = Math.min(this.storedLeft, this.input.length - this.position, this.room);
    if (count > 0) {
      this.reserve(count);
      this.output.set(this.input.subarray(this.position, this.position + count), this.outputEnd);
      this.outputEnd += count;
      this.position += count;
      this.storedLeft -= count;
      this.room -= count;
    }
    if (this.storedLeft === 0) {
      this.endBlock();
      return true;
    }
    if (this.room === 0) return false;
    throw STARVED;
  }

  private storedByte(): void {
    this.reserve(1);
    this.output[this.outputEnd++] = this.take(8);
    this.storedLeft--;
    this.room--;
  }

  private dynamicHeader(): void {
    const literalCount = this.take(5) + 257;
    const distanceCount = this.take(5) + 1;
    const codeCount = this.take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) throw new InflateError('too many length or distance symbols');
    const codeLengths = new Uint8Array(19);
    for (let index = 0; index < codeCount; index++) codeLengths[CODE_ORDER[index]] = this.take(3);
    const codes = new HuffmanTable(codeLengths);
    if (codes.left !== 0) throw new InflateError('invalid code lengths set');
    const lengths = this.codeLengths(codes, literalCount + distanceCount);
    if (lengths[256] === 0) throw new InflateError('invalid code -- missing end-of-block');
    this.literals = new HuffmanTable(lengths.slice(0, literalCount));
    if (isBad(this.literals)) throw new InflateError('invalid literal/lengths set');
    this.distances = new HuffmanTable(lengths.slice(literalCount));
    if (isBad(this.distances)) throw new InflateError('invalid distances set');
  }

  private codeLengths(codes: HuffmanTable, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    let index = 0;
    while (index < count) {
      const symbol = this.symbol(codes);
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      if (symbol === 16 && index === 0) throw new InflateError('invalid bit length repeat');
      const value = symbol === 16 ? lengths[index - 1] : 0;
      const repeat = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (index + repeat > count) throw new InflateError('invalid bit length repeat');
      lengths.fill(value, index, index + repeat);
      index += repeat;
    }
    return lengths;
  }

  // ── Symbols ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private symbols(): boolean {
    for (;;) {
      worked(4);
      if (this.copyLength > 0) this.copyMatch();
      if (this.room === 0 && this.copyLength > 0) return false;
      const { position, bits, bitCount } = this;
      try {
        if (!this.oneSymbol()) return this.mode !== 'symbols';
      } catch (thrown) {
        if (thrown === STARVED) this.rewind(position, bits, bitCount);
        throw thrown;
      }
    }
  }

  /** A literal, a match or the end of the block (false, as where a literal has no room). */
  private oneSymbol(): boolean {
    const { position, bits, bitCount } = this;
    const symbol = this.symbol(this.literals!);
    if (symbol < 0 || symbol > 285) throw new InflateError('invalid literal/length code');
    if (symbol === 256) {
      this.endBlock();
      return false;
    }
    if (this.room === 0) {
      this.rewind(position, bits, bitCount);
      return false;
    }
    if (symbol < 256) {
      this.reserve(1);
      this.output[this.outputEnd++] = symbol;
      this.room--;
      return true;
    }
    this.readMatch(symbol - 257);
    return true;
  }

  private readMatch(index: number): void {
    const length = LENGTH_BASE[index] + this.take(LENGTH_EXTRA[index]);
    const symbol = this.symbol(this.distances!);
    if (symbol < 0 || symbol > 29) throw new InflateError('invalid distance code');
    const distance = DISTANCE_BASE[symbol] + this.take(DISTANCE_EXTRA[symbol]);
    if (distance > this.outputEnd || distance > this.window) throw new InflateError('invalid distance too far back');
    this.copyLength = length;
    this.copyDistance = distance;
  }

  private copyMatch(): void {
    const count = Math.min(this.copyLength, this.room);
    this.reserve(count);
    const { output, copyDistance } = this;
    for (let index = 0; index < count; index++, this.outputEnd++)
      output[this.outputEnd] = output[this.outputEnd - copyDistance];
    this.copyLength -= count;
    this.room -= count;
  }
}

/** Codes must be complete; a single code of one bit is let pass. */
function isBad({ left, counts }: HuffmanTable): boolean {
  if (left < 0) return true;
  const used = counts.reduce((sum, count, length) => (length === 0 ? sum : sum + count), 0);
  return left > 0 && used !== 0 && !(used === 1 && counts[1] === 1);
}
